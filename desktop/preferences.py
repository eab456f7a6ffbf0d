"""What a person has set once and for all, kept beside the library so that it is known before anything loads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "settings.ini"


class Preferences:
    """Typed settings in a small file; every value has a default and survives a broken file."""

    def __init__(self, folder: Path) -> None:
        self.templates = folder / "templates"  # where a person's own templates lie, if there are any
        self._kept = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def looks_in_downloads(self) -> bool:
        """Whether the start page shows exports that lie in the downloads."""
        return str(self._kept.value("looks_in_downloads", "true")) == "true"

    @looks_in_downloads.setter
    def looks_in_downloads(self, wanted: bool) -> None:
        self._kept.setValue("looks_in_downloads", "true" if wanted else "false")

    @property
    def glossaries(self) -> tuple[str, ...]:
        """The person's own glossaries, as paths of CSV files."""
        kept = self._kept.value("glossaries") or []
        return tuple([kept] if isinstance(kept, str) else [str(path) for path in kept])

    @glossaries.setter
    def glossaries(self, paths: tuple[str, ...]) -> None:
        self._kept.setValue("glossaries", list(paths))

    @property
    def has_built_in(self) -> bool:
        """Whether the glossaries that ship with the program are used."""
        return str(self._kept.value("has_built_in", "true")) == "true"

    @has_built_in.setter
    def has_built_in(self, wanted: bool) -> None:
        self._kept.setValue("has_built_in", "true" if wanted else "false")

    @property
    def save_folder(self) -> str:
        """Where a file was saved last; "" if never."""
        return str(self._kept.value("save_folder") or "")

    @save_folder.setter
    def save_folder(self, folder: str) -> None:
        self._kept.setValue("save_folder", folder)

    def save_choices(self, template: str) -> list[str]:
        """What the person put into a file of this template last, in the words of `desktop.saving.kept_choices`."""
        kept = self._kept.value(f"save_choices/{template}") or []
        return [kept] if isinstance(kept, str) else [str(word) for word in kept]

    def keep_save_choices(self, template: str, words: list[str]) -> None:
        """Remember what is put into a file of this template."""
        self._kept.setValue(f"save_choices/{template}", words)

    @property
    def company_form(self) -> str:
        """The company's form that was filled last, as the path of a .docx; "" if there is none."""
        return str(self._kept.value("company_form") or "")

    @company_form.setter
    def company_form(self, path: str) -> None:
        self._kept.setValue("company_form", path)

    @property
    def model_server(self) -> str:
        """The address of the model server that the person has set; "" if none. A key never comes here."""
        return str(self._kept.value("model/server") or "")

    @model_server.setter
    def model_server(self, address: str) -> None:
        self._kept.setValue("model/server", address)

    @property
    def model(self) -> str:
        """The model to ask there; "" if none."""
        return str(self._kept.value("model/name") or "")

    @model.setter
    def model(self, name: str) -> None:
        self._kept.setValue("model/name", name)

    @property
    def last_provider(self) -> str:
        """What was asked last, as it is listed; "" if nothing was."""
        return str(self._kept.value("model/last") or "")

    @last_provider.setter
    def last_provider(self, name: str) -> None:
        self._kept.setValue("model/last", name)

    @property
    def masks(self) -> bool:
        """Whether phone numbers and the like are hidden in what is sent, unless the person says otherwise."""
        return str(self._kept.value("model/masks", "true")) == "true"

    @masks.setter
    def masks(self, wanted: bool) -> None:
        self._kept.setValue("model/masks", "true" if wanted else "false")

    @property
    def keyword_model(self) -> str:
        """The model2vec or sentence-transformers model that finds keywords, a name or a folder; "" for our own way."""
        return str(self._kept.value("keyword_model") or "")

    @keyword_model.setter
    def keyword_model(self, name: str) -> None:
        self._kept.setValue("keyword_model", name)

    @property
    def scheme(self) -> str:
        """ "system", "light" or "dark"."""
        kept = str(self._kept.value("scheme") or "system")
        return kept if kept in ("system", "light", "dark") else "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._kept.setValue("scheme", scheme)

    @property
    def speech(self) -> str:
        """The language of the interface: "ko", "en" or "system"."""
        kept = str(self._kept.value("speech") or "ko")
        return kept if kept in ("ko", "en", "system") else "ko"

    @speech.setter
    def speech(self, speech: str) -> None:
        self._kept.setValue("speech", speech)

    @property
    def was_asked_for_speech(self) -> bool:
        """Whether the person has been told that there are other languages, or has chosen one."""
        return self._kept.contains("speech")

    def layout(self, name: str) -> QByteArray | None:
        """A remembered layout of the window; None if there is none."""
        kept = self._kept.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remember a layout of the window."""
        self._kept.setValue(f"layout/{name}", state)

    def keep_own_words(self, words: list[str]) -> None:
        """Remember the words of the person's own terms, which the analyser takes in when it starts next."""
        self._kept.setValue("own_words", words)

    def language_options(self) -> dict[str, object]:
        """What the language process is started with; a glossary that is gone is left out."""
        there = tuple(path for path in self.glossaries if Path(path).is_file())
        kept = self._kept.value("own_words") or []
        words = (kept,) if isinstance(kept, str) else tuple(str(word) for word in kept)
        options = {"glossaries": there, "has_built_in": self.has_built_in, "words": words}
        return {**options, "keyword_model": self.keyword_model}

    def write(self) -> None:
        """Have everything on the disk."""
        self._kept.sync()
