"""Which language the interface speaks, and Qt's own words with it.

Korean unless the person chose otherwise, whatever the system speaks: the notes are Korean and so is who reads them, and
many a PC in Korea runs in English. `system` follows the system: Korean where Korean is among its languages, else English.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.words import kept, marked
from processing.data_files import asset

KOREAN, ENGLISH, SYSTEM = "ko", "en", "system"
# each is named in its own language, so that it is found by who reads no other
CHOICES = {KOREAN: kept("한국어"), ENGLISH: "English", SYSTEM: marked("시스템 설정을 따름")}


def spoken(choice: str) -> str:
    """The language of a choice: `ko` or `en`."""
    if choice != SYSTEM:
        return ENGLISH if choice == ENGLISH else KOREAN
    return KOREAN if any(name.startswith(KOREAN) for name in QLocale.system().uiLanguages()) else ENGLISH


def speak(app: QCoreApplication, choice: str) -> list[QTranslator]:
    """Have the interface and Qt's own dialogs and menus speak the chosen language; call it before windows are made.

    Returns the translators in use; for Korean that is Qt's words alone, since the program's own are Korean.
    """
    language = spoken(choice)
    QLocale.setDefault(QLocale(QLocale.Language.Korean if language == KOREAN else QLocale.Language.English))
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = f"malkkeum_{language}" if language != KOREAN else "qt_ko"  # what Qt's own Korean lacks
    files = [(f"qtbase_{language}", of_qt), (str(asset("translations", f"{own}.qm")), "")]
    speaking = []
    for name, folder in files:
        translator = QTranslator(app)
        if translator.load(name, folder) and app.installTranslator(translator):
            speaking.append(translator)
    return speaking
