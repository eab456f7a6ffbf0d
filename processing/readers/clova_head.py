"""What stands before the first turn of a CLOVA text: title, date line, owner, and what the user typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.readers.clocks import date_line
from processing.readers.furniture import is_footer
from processing.readers.kakao import CHAT_OPENING
from processing.readers.labels import STANDARD_LABEL
from processing.readers.layout import TextLine
from processing.readers.turn_headers import is_header_line
from processing.source import Header

HEAD_LINES = 8  # words before the date line: a title, perhaps some page furniture
LONGEST_FIELD = 100
MOST_TYPED_LINES = 3  # that a user wrote under the owner
_SENTENCE_INSIDE = re.compile(r"[요다죠까네][.?!…]\s*[가-힣]")  # 거예요.그리고: a copy that begins amid the talk


@dataclass(frozen=True, slots=True)
class Head:
    """Indices of the lines of the head, None where the file has no such line; `body` is the first line after it."""

    title: int | None = None
    date_line: int | None = None
    owner: int | None = None
    body: int = 0

    def header(self, lines: Sequence[TextLine]) -> Header:
        """The fields' values."""
        moment = date_line(lines[self.date_line].text) if self.date_line is not None else None
        return Header(
            CHAT_OPENING.sub("", lines[self.title].text) if self.title is not None else None,
            moment[0] if moment else None,
            moment[1] if moment else None,
            lines[self.owner].text if self.owner is not None else None,
        )

    def field_lines(self, lines: Sequence[TextLine], first_turn: int) -> Iterator[TextLine]:
        """The lines that hold the head's fields."""
        end = self.date_line if self.date_line is not None else -1
        for i in range(first_turn):
            if i <= end or i in (self.title, self.owner):
                yield lines[i]

    def repeated_lines(self, lines: Sequence[TextLine]) -> set[str]:
        """What a printed page may repeat at its top."""
        return {lines[i].text for i in (self.title, self.date_line) if i is not None}

    def free_text_end(self, lines: Sequence[TextLine]) -> int:
        """Where the words of a file without turn headers begin, after what its user typed under the owner.

        CLOVA parts the two by two blank lines. Where no such gap stands near the owner, or more than one in the
        file, all is words of the talk.
        """
        if self.owner is None:
            return self.body
        words = [i for i in range(self.body, len(lines)) if not lines[i].is_blank and not is_footer(lines[i].text)]
        gaps = [(n, i) for n, (i, after) in enumerate(pairwise(words), 1) if after - i > 2]
        return gaps[0][1] + 1 if len(gaps) == 1 and gaps[0][0] <= MOST_TYPED_LINES else self.body


def head_of(lines: Sequence[TextLine]) -> Head:
    """The head of a CLOVA text. A file without a date line has none, except a title right above its first turn."""
    words = [i for i in _first_words(lines)]
    dated = next((i for i in words if date_line(lines[i].text) is not None), None)
    if dated is None or any(_is_turn(lines[i]) for i in words if i < dated):
        return _bare_head(lines, words)
    title = words[0] if words[0] < dated else None
    after = [i for i in words if i > dated]
    owner = after[0] if after and _is_owner(lines[after[0]]) else None
    return Head(title, dated, owner, (owner if owner is not None else dated) + 1)


def _first_words(lines: Sequence[TextLine]) -> list[int]:
    found = []
    for i, line in enumerate(lines):
        if not line.is_blank:
            found.append(i)
            if len(found) > HEAD_LINES:
                break
    return found


def _bare_head(lines: Sequence[TextLine], words: Sequence[int]) -> Head:
    if len(words) > 1 and _is_owner(lines[words[0]]) and _is_turn(lines[words[1]]) and not _is_label(lines, words):
        return Head(title=words[0], body=words[1])
    return Head()


def _is_label(lines: Sequence[TextLine], words: Sequence[int]) -> bool:
    """Whether the first line, right above a time alone, names a speaker: then it stands above others, too."""
    text = lines[words[0]].text
    return lines[words[1]].text[:1].isdigit() and sum(line.text == text for line in lines) > 1


def _is_turn(line: TextLine) -> bool:
    return date_line(line.text) is None and is_header_line(line)


def _is_owner(line: TextLine) -> bool:
    """Whether a line is a name or a title rather than a turn's header or a sentence."""
    if len(line.text) > LONGEST_FIELD or STANDARD_LABEL.match(line.text) or is_header_line(line):
        return False
    return not line.text.endswith((".", "?", "!", "…")) and not _SENTENCE_INSIDE.search(line.text)
