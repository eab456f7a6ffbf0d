"""The page of one note: its head, what is left to do, the minutes left, transcript, proposals and people right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop.minutes.left_to_do import LeftBar, left_of
from desktop.minutes.line_renewal import LineRenewal
from desktop.minutes.minutes_page import MinutesPage
from desktop.minutes.template_box import TEMPLATES, TemplateBox
from desktop.model.sent_foot import SentFoot
from desktop.note.note_session import NoteSession
from desktop.note.review_rows import Chip
from desktop.parts.hangul_fields import HangulLineEdit
from desktop.parts.notice_bar import NoticeBar
from desktop.parts.saved_bar import SavedBar
from desktop.parts.widgets import button, label, set_property
from desktop.retold import retold
from desktop.review.review_panel import ReviewPanel
from desktop.speakers.speakers_sheet import SpeakersSheet
from desktop.transcript.find_bar import FindBar
from desktop.transcript.replace_sheet import ReplaceSheet
from desktop.transcript.transcript_view import TranscriptView
from desktop.transcript.unread_sheet import UnreadSheet
from desktop.words import kept, marked, tr
from processing.export.blocks import MINUTES
from processing.export.wording import day, span_of_time
from processing.finding import AnyHit, FormHit, replaced
from processing.minutes import Minutes
from processing.note import LineKind, change_of
from processing.source import Place
from processing.turns.by_hand import Scope
from processing.unread import unread

TEMPLATE = "template"  # the key of `State.info` under which the choice is kept, so that it is undone like all else

SAID_FOR_MS = 6000

TRANSCRIPT, PROPOSALS, PEOPLE = marked("녹취록"), marked("제안"), marked("참석자")


class NotePage(QWidget):
    """Shows one `NoteSession`. Signals say what the person wants of the window; `info_wanted` at which entry of the form."""

    save_wanted = Signal()
    info_wanted = Signal(str)

    def __init__(self, session: NoteSession, parent: QWidget | None = None, templates: Path | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.template = TemplateBox(templates)
        self.minutes_page = MinutesPage(session, choices_of=self.template.choices_of)
        self.transcript_view = TranscriptView(session)
        self.review_panel = ReviewPanel(session)
        self.speakers_sheet = SpeakersSheet(session)
        self.find_bar = FindBar(session)
        self.renewal = LineRenewal(session, self)
        self.left_bar = LeftBar()
        self.notice = NoticeBar()
        self.earlier_notice = NoticeBar()
        self.saved_notice = SavedBar()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(8)
        column.addLayout(self._head())
        for bar in (self.left_bar, self.notice, self.earlier_notice, self.saved_notice):
            column.addWidget(bar)
        column.addWidget(self._halves(), 1)
        column.addWidget(self.find_bar)
        column.addWidget(self._foot())
        self._connect()
        self.refresh()
        self._tell_of_template()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.title = HangulLineEdit()
        set_property(self.title, "class", "title")
        self.title.setAccessibleName(tr("회의명"))
        self.title.setPlaceholderText(tr("회의명"))
        self.title.setAcceptDrops(False)
        self.when = label("", "faint")
        self.save_button = button(tr("Word로 저장"), self.save_wanted.emit, "primary")
        row.addWidget(self.title, 1)
        row.addWidget(self.when)
        row.addWidget(self.template)
        row.addWidget(self.save_button)
        return row

    def _halves(self) -> QSplitter:
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("녹취록, 제안, 참석자"))
        for view, name in (
            (self.transcript_view, TRANSCRIPT),
            (self.review_panel, PROPOSALS),
            (self.speakers_sheet, PEOPLE),
        ):
            self.tabs.addTab(view, tr(name))
        self.halves = QSplitter(Qt.Orientation.Horizontal)
        self.halves.addWidget(self.minutes_page)
        self.halves.addWidget(self.tabs)
        self.halves.setStretchFactor(0, 55)
        self.halves.setStretchFactor(1, 45)
        self.halves.setSizes([550, 450])
        self.halves.setHandleWidth(12)
        self.halves.setChildrenCollapsible(False)
        return self.halves

    def _foot(self) -> QFrame:
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(4, 0, 4, 0)
        self.privacy = SentFoot()
        self.kept: QLabel = label("", "faint")
        self.said: QLabel = label("")
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_FOR_MS)
        self._silence.timeout.connect(self.said.clear)
        row.addWidget(self.privacy)
        row.addStretch(1)
        row.addWidget(self.said)
        row.addStretch(1)
        row.addWidget(self.kept)
        return foot

    def _connect(self) -> None:
        self.session.changed.connect(self.refresh)
        self.session.proposals_changed.connect(self.refresh)
        self.session.flush_wanted.connect(self.title.flush)
        self.title.entered.connect(self._rename)
        for view in (self.minutes_page, self.transcript_view, self.review_panel, self.speakers_sheet):
            view.said.connect(self.say)
        self.template.activated.connect(lambda index: self.choose_template(self.template.itemData(index)))
        self.template.renewed.connect(self._follow_templates)
        self.template.refused.connect(self.notice.warn)
        self.left_bar.speakers_wanted.connect(self.name_speakers)
        self.left_bar.proposals_wanted.connect(lambda: self.review())
        self.left_bar.checks_wanted.connect(self.show_next_to_check)
        self.left_bar.info_wanted.connect(lambda: self.info_wanted.emit(""))
        self.left_bar.unread_wanted.connect(self.show_unread)
        self.minutes_page.info_wanted.connect(self.info_wanted)
        self.minutes_page.line_chosen.connect(self.transcript_view.follow)
        self.minutes_page.jump_wanted.connect(self.jump)
        self.minutes_page.renewal_wanted.connect(self.renewal.renew)
        self.minutes_page.other_wanted.connect(self.renewal.replace)
        self.renewal.said.connect(self.say)
        self.transcript_view.line_wanted.connect(self.minutes_page.add_from_transcript)
        self.transcript_view.proposal_chosen.connect(self.show_proposal)
        self.review_panel.place_chosen.connect(lambda place: self.transcript_view.follow([place]))
        self.review_panel.minutes_wanted.connect(self.minutes_page.setFocus)
        self.speakers_sheet.speaker_chosen.connect(self.show_speaker)
        self.speakers_sheet.asked_to_give.connect(lambda: self.ask_who_speaks())
        self.find_bar.hit_chosen.connect(self._show_hit)
        self.find_bar.line_chosen.connect(self.minutes_page.show_line)
        self.find_bar.form_chosen.connect(self._show_in_form)
        self.find_bar.all_wanted.connect(self._preview_replacing)
        self.find_bar.closed.connect(self.transcript_view.setFocus)

    def refresh(self) -> None:
        """Show what the session says now; the views render themselves."""
        minutes = self.session.minutes()
        self.title.show_value(self.session.title)
        self.when.setText(_when(minutes))
        self.template.show_chosen(_wanted_template(self.session))
        left = left_of(self.session, self.minutes_page.rows)
        self.left_bar.show_left(left)
        self.tabs.setTabText(1, f"{tr(PROPOSALS)} {left.proposals}" if left.proposals else tr(PROPOSALS))

    def _follow_templates(self) -> None:
        """Lay the minutes out anew: the files of a person's own templates have changed."""
        self.minutes_page.renew()
        self.refresh()

    def show_tab(self, name: str) -> None:
        """Bring one of the tabs to the front, with the focus in it."""
        self.tabs.setCurrentIndex((TRANSCRIPT, PROPOSALS, PEOPLE).index(name))
        view = self.tabs.currentWidget()
        if view is not None:
            view.setFocus()

    def show_next_to_check(self) -> None:
        """Go to the next line of the minutes that the person should look at."""
        self.minutes_page.setFocus()
        if not self.minutes_page.next_to_check():
            self.say(tr("'확인 필요'로 표시된 줄이 없습니다."))

    def jump(self, place: Place) -> None:
        """Go to a place in the transcript."""
        self.tabs.setCurrentWidget(self.transcript_view)
        self.transcript_view.jump(place)

    def show_unread(self) -> None:
        """Open the list of the file's lines that were not understood, beside the transcript."""
        self.session.flush()
        if not unread(self.session.source, self.session.state):
            self.say(tr("살펴볼 '읽지 못한 줄'이 없습니다."))
            return
        self.tabs.setCurrentWidget(self.transcript_view)
        sheet = UnreadSheet(self.session, self)
        sheet.place_chosen.connect(lambda place: self.transcript_view.follow([place]))
        sheet.show()

    def show_minutes(self) -> None:
        """Go to the minutes."""
        self.minutes_page.setFocus()

    def show_transcript(self) -> None:
        """Go to the transcript."""
        self.show_tab(TRANSCRIPT)

    def show_proposals(self) -> None:
        """Go to the corrections."""
        self.show_tab(PROPOSALS)

    def show_people(self) -> None:
        """Go to the speakers."""
        self.show_tab(PEOPLE)

    def review(self, chip: Chip = Chip.MINUTES) -> None:
        """Open the review at one of its chips; where it is empty, at the first that is not."""
        self.show_tab(PROPOSALS)
        self.review_panel.show_chip(chip)

    def next_place(self) -> None:
        """Go to the next place of the review."""
        self.show_tab(PROPOSALS)
        self.review_panel.step_place(1)

    def previous_place(self) -> None:
        """Go to the place of the review before."""
        self.show_tab(PROPOSALS)
        self.review_panel.step_place(-1)

    def show_proposal(self, id_: str) -> None:
        """Open the review at one correction."""
        self.show_tab(PROPOSALS)
        self.review_panel.show_proposal(id_)

    def name_speakers(self) -> None:
        """Open the people's sheet at the first who has no name."""
        self.show_tab(PEOPLE)
        self.speakers_sheet.focus_first_unnamed()

    def merge_speakers(self) -> None:
        """Make the speakers that are ticked one; where fewer than two are, go where they are ticked, and say so."""
        self.show_tab(PEOPLE)
        if not self.speakers_sheet.can_merge:
            self.say(tr("합칠 참석자를 두 명 골라 표시한 다음 '두 참석자 합치기'를 눌러 주세요."))
            return
        self.speakers_sheet.merge()

    def show_speaker(self, speaker_id: str) -> None:
        """Go to the first words of a speaker."""
        turn = next((turn for turn in self.session.turns() if turn.speaker_id == speaker_id), None)
        if turn is not None and turn.paragraphs:
            self.jump(turn.paragraphs[0].place)

    def find_words(self) -> None:
        """Open the bar that finds, with the caret in what to find."""
        self._open_find_bar(to_replace=False)

    def replace_words(self) -> None:
        """Open the bar with the caret in what to put instead."""
        self._open_find_bar(to_replace=True)

    def _open_find_bar(self, to_replace: bool) -> None:
        self.session.flush()
        self.tabs.setCurrentWidget(self.transcript_view)
        self.find_bar.open(to_replace)

    def _show_hit(self, place: Place) -> None:
        self.tabs.setCurrentWidget(self.transcript_view)
        self.transcript_view.follow([place])

    def _show_in_form(self, hit: FormHit) -> None:
        if hit.field == "title":
            self.title.setSelection(hit.start, hit.end - hit.start)
        self.minutes_page.show_in_form(hit.text)

    def _preview_replacing(self, hits: list[AnyHit], new: str) -> None:
        sheet = ReplaceSheet(hits, new, self)
        sheet.agreed.connect(lambda agreed: self._replace(agreed, new))
        sheet.open()

    def _replace(self, hits: list[AnyHit], new: str) -> None:
        change = replaced(self.session.source, self.session.state, hits, new)
        self.session.commit_soon(
            change, kept(f"모두 바꾸기 {len(hits)}곳 → {new}") if new else kept(f"모두 지우기 {len(hits)}곳")
        )
        self.say(tr("%n곳을 바꿨습니다.", "", len(hits)))

    def begin(self) -> None:
        """Put the focus on the first line of the minutes, or open the editor that a crash had closed, as it was."""
        self.minutes_page.setFocus()
        headline = self.session.minutes().headline
        if headline is not None:
            self.minutes_page.go_to_line(headline.id)
        if self.session.drafts and (self.minutes_page.restore_draft() or self.transcript_view.restore_draft()):
            self.say(tr("쓰던 글을 되살렸습니다. Enter를 누르면 저장합니다."))

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the two halves and the foot."""
        self._column.insertWidget(self._column.count() - 1, bar)

    def show_kept(self, text: str) -> None:
        """Say at the foot whether the note is on the disk."""
        self.kept.setText(text)

    def say(self, sentence: str) -> None:
        """Show a short sentence at the foot for a while; a screen reader hears it."""
        self.said.setText(sentence)
        self._silence.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self.said, QAccessible.Event.NameChanged))

    def _rename(self, title: str) -> None:
        self.session.commit(change_of(self.session.state, {("info", "title"): title.strip() or None}), kept("회의명"))
        self.title.show_value(self.session.title)

    def choose_template(self, key: str) -> None:
        """Lay the minutes out in a template."""
        if key != _wanted_template(self.session):
            self.session.commit(
                change_of(self.session.state, {("info", TEMPLATE): key}), kept(f"양식: {self.template.name_of(key)}")
            )

    def _tell_of_template(self) -> None:
        """Say so where the note's template is no longer there."""
        if self.template.missing:
            self.notice.warn(self.template.trouble)

    def ask_who_speaks(self, scope: str = Scope.THIS.value) -> None:
        """Open the list of speakers to whom the chosen turn can be given, the first where none is chosen.

        `scope` is a value of `Scope`: with that turn alone, the list offers the others too.
        """
        self.show_tab(TRANSCRIPT)
        view = self.transcript_view
        if view.current_row() is None:
            view.go_to(view.next_index(-1, 1, view.model().rowCount()))
        if view.current_row() is not None:
            corner = view.visualRect(view.currentIndex()).topLeft()
            view.speakers_menu(Scope(scope)).popup(view.viewport().mapToGlobal(corner))

    def add_line(self, kind: str) -> None:
        """Begin a new line of a kind at the end of its section."""
        self.minutes_page.add_line(LineKind(kind))

    def put_among(self, kind: str) -> None:
        """Put the chosen words of the transcript, or the chosen line of the minutes, among decisions or tasks."""
        view = self.transcript_view
        if view.is_editing or view.hasFocus():
            view.want_line(kind)
        else:
            self.minutes_page.put_among(LineKind(kind))


def template_of(session: NoteSession) -> str:
    """The template of the program's own that the note's minutes are laid out in, 회의록 for a person's own."""
    chosen = _wanted_template(session)
    return chosen if chosen in TEMPLATES else MINUTES


def _wanted_template(session: NoteSession) -> str:
    return str(session.state.info.get(TEMPLATE) or MINUTES)


def _when(minutes: Minutes) -> str:
    date = minutes.info.date or (minutes.recorded_at.date().isoformat() if minutes.recorded_at else "")
    length = retold(span_of_time(minutes.duration_s)) if minutes.duration_s is not None else ""
    return " · ".join(part for part in (retold(day(date)) if date else "", length) if part)
