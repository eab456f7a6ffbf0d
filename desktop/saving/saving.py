"""Saving and sending: opens the sheet, has the file written off the window's thread, then offers what comes next."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop.minutes.left_to_do import left_of
from desktop.note_page import NotePage
from desktop.preferences import Preferences
from desktop.saving.kept_choices import choices_from, words_of_choices
from desktop.saving.save_sheet import SaveOrder, SaveSheet
from desktop.saving.save_warnings import CHECKS, INFO, SPEAKERS
from desktop.saving.ways_out import FORM, Sent, file_of
from desktop.tasks import Threads
from desktop.words import tr
from processing.errors import UnwritableResult
from processing.export import copies
from processing.files import stamp_of, write_whole

COPIES = {  # the names stand in the menus too
    "mail": copies.mail,
    "notion": copies.notion,
    "slack": copies.slack,
    "kakaotalk": copies.kakaotalk,
}


class Saving(QObject):
    """`saved` brings the file's path; `failed` the error. The last folder and choices are proposed again."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._thread = Threads("saving", self)

    @property
    def folder(self) -> Path:
        """The folder to propose: the last one, else the documents."""
        last, documents = self._preferences.save_folder, QStandardPaths.StandardLocation.DocumentsLocation
        folders = [last, QStandardPaths.writableLocation(documents)]
        return next((Path(folder) for folder in folders if folder and Path(folder).is_dir()), Path.home())

    def open_sheet(self, page: NotePage, format_: str) -> SaveSheet:
        """Show the sheet for the note of a page."""
        session = page.session
        session.flush()
        left = left_of(session, page.minutes_page.rows)
        chosen = page.template.choices()
        choices = choices_from(chosen.template, self._preferences.save_choices(chosen.template), chosen.own)
        sheet = SaveSheet(session.minutes_with_offers(), choices, left, self.folder, format_, page.window())
        form = Path(self._preferences.company_form)
        if format_ == FORM and form.is_file():
            sheet.use_form(form)
        sheet.ordered.connect(lambda order: self._write(page, order))
        sheet.copy_wanted.connect(lambda kind: self.copy(page, kind))
        sheet.link_wanted.connect(lambda where: _go_to(page, where))
        sheet.open()
        return sheet

    def _write(self, page: NotePage, order: SaveOrder) -> None:
        self._preferences.save_folder = str(order.target.parent)
        self._preferences.keep_save_choices(order.choices.template, words_of_choices(order.choices))
        if order.form is not None:
            self._preferences.company_form = str(order.form_path)
        session = page.session
        sent = Sent(session.source, session.state, session.minutes_with_offers())
        job = self._thread.do(lambda: _written(sent, order))
        job.then(page, lambda path: self._tell(page, path), self.failed.emit)

    def _tell(self, page: NotePage, path: Path) -> None:
        page.notice.hide()  # of what has come in; two bars would leave little room for the minutes
        page.saved_notice.show_file(path)
        page.saved_notice.say(
            tr("저장했습니다: {name}").format(name=path.name),
            (
                (tr("Word로 열기") if path.suffix == ".docx" else tr("파일 열기"), lambda: _open(path)),
                (tr("폴더 열기"), lambda: _open(path.parent)),
                (tr("파일 복사"), page.saved_notice.file.copy),
                (tr("메일 본문 복사"), lambda: self.copy(page, "mail")),
            ),
        )
        self.saved.emit(path)

    def copy(self, page: NotePage, kind: str) -> None:
        """Put the minutes on the clipboard as a mail, for Notion, Slack or KakaoTalk (the names of `copies`)."""
        page.session.flush()
        copied = COPIES[kind](page.session.minutes(), page.template.choices())
        mime = QMimeData()
        mime.setText("\n\n".join(part for part in (copied.subject, copied.plain) if part))
        if copied.html:
            mime.setHtml(f"<p>{escape(copied.subject)}</p>{copied.html}")
        QGuiApplication.clipboard().setMimeData(mime)
        page.say(tr("복사했습니다. 보낼 곳에 붙여넣어 주세요."))

    def close(self) -> None:
        """Finish what is being written."""
        self._thread.close()


def _written(sent: Sent, order: SaveOrder) -> Path:
    """Write the file. Raises `UnwritableResult`; also where another program has changed it since the person agreed."""
    data = file_of(sent, order.format, order.choices, order.form)
    if stamp_of(order.target) != order.seen:
        raise UnwritableResult(
            tr("'{name}' 파일이 그사이 바뀌어 저장하지 않았습니다. 다시 저장하거나 다른 이름을 써 주세요.").format(
                name=order.target.name
            ),
            str(order.target),
        )
    write_whole(order.target, data)
    return order.target


def _go_to(page: NotePage, where: str) -> None:
    if where == INFO:
        page.info_wanted.emit("")
    elif where == SPEAKERS:
        page.name_speakers()
    elif where == CHECKS:
        page.show_next_to_check()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
