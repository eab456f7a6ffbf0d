"""The window's way to language models: servers, keys, plans, rounds, and the record of what has left.

Nothing is sent but by a round that a person has begun after seeing what it sends.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.language.language_process import LanguageProcess
from desktop.library.shelf import Shelf
from desktop.model.sent_words import CLIPBOARD
from desktop.preferences import Preferences
from desktop.retold import retold
from desktop.tasks import Job, Threads
from desktop.words import marked, tr
from processing.errors import UserError
from processing.model.addresses import Provider
from processing.model.failure import GivenUp

Unsend = Callable[[], None]

if TYPE_CHECKING:  # a note can be opened without what only a request needs
    from desktop.model.model_round import Agreed, ModelRound
    from desktop.model.sent_foot import SentFoot
    from desktop.note.note_session import NoteSession
    from processing.library import Library, Sending
    from processing.model.plan import Judged, Part, Plan, Wish
    from processing.model.prompting import Request
    from processing.note import State
    from processing.proposals import Proposal, TurnProposal
    from processing.secret import Kept, Keys, Whence

NOT_RECORDED = marked("보낸 기록을 남기지 못해 보내지 않았습니다.")


@dataclass(frozen=True)
class KeyState:
    """Where the key for a host would come from, and whether the system has a keyring."""

    whence: Whence
    has_keyring: bool


@dataclass(frozen=True)
class Question:
    """A question that was copied: after how many entries of the journal, and whether numbers were masked."""

    entries: int
    masks: bool


class Consulting(QObject):
    """One for the window. `recorded` tells that something more is on record."""

    recorded = Signal()

    def __init__(
        self, shelf: Shelf, language: LanguageProcess, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self._shelf, self._language = shelf, language
        self._asking = Threads("model", self)
        self._looking = Threads("model-servers", self)
        self._judging = Threads("model-answers", self)
        self._keyring = Threads("keyring", self)
        self._keys: Keys | None = None  # touched on the keyring's thread only
        self._round: ModelRound | None = None
        self._note_id: int | None = None
        self._foot: SentFoot | None = None
        self.recorded.connect(self._show_sent)

    # --- servers and keys

    def find_servers(self) -> Job:
        """The model servers of this machine, as `list[LocalServer]`; nothing of a note is sent."""

        def work() -> Any:
            from processing.consulting import servers_here

            return servers_here()

        return self._looking.do(work)

    def models_at(self, base_url: str) -> Job:
        """The models that a server offers, as `list[str]`; fails with `ModelFailed`."""

        def work() -> list[str]:
            from processing.consulting import models_of
            from processing.model.addresses import address_of

            provider = Provider("", address_of(base_url), "")
            return models_of(Provider("", provider.base_url, "", self._key_of(provider.host)))

        return self._looking.do(work)

    def key_state(self, host: str) -> Job:
        """What is known of the key for a host, as `KeyState`; the key itself stays where it is."""
        return self._with_keys(lambda keys: KeyState(keys.whence(host), keys.has_keyring))

    def keep_key(self, host: str, key: str) -> Job:
        """Keep a key for a host: in the system's keyring, else for this session; the result says which (`Kept`)."""

        def work(keys: Keys) -> Kept:
            return keys.keep(host, key)

        return self._with_keys(work)

    def forget_key(self, host: str) -> Job:
        """Let go of a host's key."""
        return self._with_keys(lambda keys: keys.forget(host))

    def _with_keys(self, verb: Callable[[Keys], Any]) -> Job:
        return self._keyring.do(lambda: verb(self._open_keys()))

    def _open_keys(self) -> Keys:
        if self._keys is None:
            from processing.secret import Keys  # a keyring's parts take a while to find

            self._keys = Keys(os.environ)
        return self._keys

    def _key_of(self, host: str) -> str | None:
        """The key for a host; called on the threads that send, never on the window's."""
        key: str | None = self._keyring.ask(lambda: self._open_keys().key_for(host))
        return key

    # --- the open note

    def watch(self, foot: SentFoot, note_id: int | None) -> None:
        """Another note is open, None for one that the library does not keep; its foot says what was sent of it."""
        self.stop()
        self._note_id, self._foot = note_id, foot
        self._show_sent()

    def _show_sent(self) -> None:
        foot = self._foot
        if foot is not None and isValid(foot):
            self.sent().then(foot, foot.show_sent)

    def plan(self, session: NoteSession, state: State, wish: Wish) -> Job:
        """What would be sent for a wish about a state of the note, as `Plan`; fails with `ModelFailed`."""
        return self._language.ask("plan", session.source, state, wish)

    def round_of(self, session: NoteSession, agreed: Agreed) -> ModelRound:
        """A round that is ready to begin; one at a time, so the one before is taken back."""
        from desktop.model.model_round import ModelRound, Outside

        self.stop()
        outside = Outside(self._key_of, self._recorder(self._note_id))
        self._round = ModelRound(session, agreed, self._asking, outside, self)
        self._round.progressed.connect(lambda *_: self.recorded.emit())
        self._round.ended.connect(lambda _outcome: self._settle(session))
        return self._round

    def _settle(self, session: NoteSession) -> None:
        self.keep_proposals(session)
        self.recorded.emit()

    def stop(self) -> None:
        """Take back the round that is under way, if one is."""
        going, self._round = self._round, None
        if going is not None:
            going.cancel()

    def judge(self, session: NoteSession, plan: Plan, state: State, text: str, of_turns: State) -> Job:
        """What is left of answers that a person pasted, as `Judged`; fails with `ModelFailed`.

        `state` is that in which the minutes were asked for, `of_turns` that in which opinions on turns were.
        """

        def work() -> Judged:
            from processing.model.plan import judged, pasted

            return judged(pasted(text), plan, session.source, state, of_turns)

        return self._judging.do(work)

    def keep_proposals(self, session: NoteSession) -> None:
        """Have the library keep what is now offered."""
        note_id, proposals, of_turns = self._note_id, session.proposals, session.turn_proposals
        if note_id is not None:
            self._shelf.write(lambda library: _keep_proposals(library, note_id, proposals, of_turns))

    # --- the record

    def _recorder(self, note_id: int | None) -> Callable[[Provider, str, Request], Unsend]:
        def record(provider: Provider, what: str, request: Request) -> Unsend:
            words, url, model = request.one_text, provider.base_url, provider.model
            try:
                sent_id = self._shelf.ask(
                    lambda library: library.record_sent(note_id, url, model, what, request.characters, words)
                )
            except UserError as trouble:
                raise UserError(f"{tr(NOT_RECORDED)} {retold(trouble.sentence)}") from trouble
            except RuntimeError:  # the library was closed: the program is ending
                raise GivenUp from None
            return lambda: self._shelf.write(lambda library: library.forget_sent(sent_id))

        return record

    def record_copy(self, part: Part) -> None:
        """Keep that a question was put on the clipboard."""
        note_id, size, words = self._note_id, part.request.characters, part.request.one_text
        self._shelf.write(lambda library: library.record_sent(note_id, CLIPBOARD, "", part.what, size, words))
        self.recorded.emit()

    def sent(self, *, of_all: bool = False) -> Job:
        """What is on record of the open note, or of all, as `list[Sending]`."""
        note_id = self._note_id
        return self._shelf.do(lambda library: [one for one in library.sent() if of_all or one.note_id == note_id])

    def sent_words(self, sending: Sending) -> Job:
        """The words of a sending as they left, or None."""
        return self._shelf.do(lambda library: library.sent_words(sending.id))

    # --- questions that were copied

    def remember_question(self, what: str, question: Question) -> None:
        """Keep how the note stood when it was asked about, so that line numbers of the answer are understood."""
        note_id = self._note_id
        if note_id is not None:
            self._shelf.write(lambda library: _keep_question(library, note_id, what, question))

    def remembered_questions(self) -> Job:
        """The last `Question` of each task about this note, by the task's name."""
        note_id = self._note_id
        return self._shelf.do(lambda library: _questions(library, note_id))

    def close(self) -> None:
        """End at once; nothing is sent any more."""
        self.stop()
        for threads in (self._asking, self._looking, self._judging, self._keyring):
            threads.leave()


def _keep_proposals(
    library: Library, note_id: int, proposals: tuple[Proposal, ...], of_turns: tuple[TurnProposal, ...]
) -> None:
    library.save_offers(note_id, replace(library.offers(note_id), proposals=proposals, turn_proposals=of_turns))


def _questions(library: Library, note_id: int | None) -> dict[str, Question]:
    kept = library.setting(_key(note_id), {}) if note_id is not None else {}
    return {what: Question(int(entries), bool(masks)) for what, (entries, masks) in kept.items()}


def _keep_question(library: Library, note_id: int, what: str, question: Question) -> None:
    kept = library.setting(_key(note_id), {})
    library.set_setting(_key(note_id), {**kept, what: [question.entries, question.masks]})


def _key(note_id: int | None) -> str:
    return f"asked/{note_id}"
