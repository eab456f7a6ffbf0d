"""What became of files that came in together: counts and remarks, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.words import tr


@dataclass(frozen=True)
class ImportRun:
    """The files since the last time nothing was on its way: `kept` new notes, `known` already here before.

    `refused` and `remarks` are (file's name, sentence): what could not become a note, and what to look at in one that
    did.
    """

    total: int = 0
    kept: int = 0
    known: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    is_cancelled: bool = False

    @property
    def done(self) -> int:
        """How many files are through, in whichever way."""
        return self.kept + self.known + len(self.refused)

    @property
    def is_many(self) -> bool:
        """Whether more than one file was wanted."""
        return self.total > 1

    def with_more(self, files: int) -> ImportRun:
        """The run with so many more files to come."""
        return replace(self, total=self.total + files)

    def with_note(self, name: str, was_known: bool, remarks: tuple[str, ...] = ()) -> ImportRun:
        """The run after one more file has become a note."""
        told = tuple((name, remark) for remark in remarks)
        kept, known = self.kept + (not was_known), self.known + was_known
        return replace(self, kept=kept, known=known, remarks=self.remarks + told)

    def with_refusal(self, name: str, sentence: str) -> ImportRun:
        """The run after one more file was refused."""
        return replace(self, refused=(*self.refused, (name, sentence)))

    @property
    def sentence(self) -> str:
        """The counts in Korean.

        >>> ImportRun(total=200, kept=197, known=2, refused=(("가.hwp", "…"),)).sentence
        '파일 200개 가운데 199개를 가져왔습니다(2개는 전에 가져온 파일). 1개는 읽지 못했습니다.'
        """
        known = tr("(%n개는 전에 가져온 파일)", "", self.known) if self.known else ""
        told = [
            tr("파일 {total}개 가운데 {taken}개를 가져왔습니다{known}.").format(
                total=self.total, taken=self.kept + self.known, known=known
            )
        ]
        if self.refused:
            told.append(tr("%n개는 읽지 못했습니다.", "", len(self.refused)))
        if self.is_cancelled:
            told.append(tr("취소해서 %n개는 가져오지 않았습니다.", "", self.total - self.done))
        return " ".join(told)
