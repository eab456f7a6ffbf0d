"""What the menus do with the open note: one verb an action."""

from __future__ import annotations

from desktop.minutes.meeting_form import MeetingForm
from desktop.note_page import NotePage
from desktop.transcript.restoring import original_note, original_part, original_words
from desktop.words import kept, marked, tr

RESTORED, ORIGINAL = marked("원문대로 되돌렸습니다."), marked("이미 원문과 같습니다.")


def undo(page: NotePage) -> None:
    """Take the latest action back; an open editor is entered first."""
    page.session.flush()
    page.session.undo()


def redo(page: NotePage) -> None:
    """Do again what was undone."""
    page.session.redo()


def edit_info(page: NotePage, entry: str = "") -> None:
    """Open the meeting's form, with the caret in one of its entries if one is named."""
    page.session.flush()
    form = MeetingForm(page.session, page.window())
    form.open()
    if entry:
        form.field(entry).setFocus()


def restore_note(page: NotePage) -> None:
    """Give every word and turn of the note back as the file has them."""
    page.session.flush()
    change = original_note(page.session.source, page.session.state)
    page.session.commit_soon(change, kept("노트 전체를 원문으로 되돌림"))
    page.say(tr("노트 전체를 원문으로 되돌렸습니다. Ctrl+Z를 누르면 고친 글로 돌아갑니다.") if change else tr(ORIGINAL))


def restore_selection(page: NotePage) -> None:
    """Give the words that are selected in the transcript back as the file has them."""
    place = page.transcript_view.selected_words()
    page.session.flush()
    if place is None:
        page.say(
            tr("녹취록에서 되돌릴 말을 먼저 선택해 주세요. 발언을 두 번 누르거나 Enter를 누르면 선택할 수 있습니다.")
        )
        return
    change = original_part(page.session.state, place)
    page.session.commit(change, kept("선택한 부분을 원문으로 되돌림"))
    page.say(tr(RESTORED) if change else tr(ORIGINAL))


def restore_turn(page: NotePage) -> None:
    """Give the words of the chosen turn back as the file has them."""
    page.session.flush()
    row = page.transcript_view.current_row()
    if row is None:
        page.say(tr("녹취록에서 되돌릴 발언을 먼저 골라 주세요."))
        return
    turn = next(turn for turn in page.session.turns() if turn.cut == row.cut)
    change = original_words(page.session.state, turn.place)
    page.session.commit(change, kept("발언을 원문으로 되돌림"))
    page.say(tr(RESTORED) if change else tr(ORIGINAL))
