"""Subtitle cues, which SRT and WebVTT share: found by their time lines, one line of source text a cue.

A cue belongs to the speaker of the last `이름:` before it; a repeated cue (rolling captions) is read once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processing.readers.clocks import seconds
from processing.readers.decoding import clean
from processing.readers.imported import Document
from processing.readers.label_lines import SPEAKER_PREFIX, with_likely_names
from processing.readers.labels import STANDARD
from processing.readers.layout import Layout
from processing.readers.refusals import refuse_many
from processing.source import Header, Place, Source

_MOMENT = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
TIME_LINE = re.compile(rf"({_MOMENT})\s*-->\s*({_MOMENT})(?:\s.*)?$")
_SETTINGS = re.compile(r"(?:\s*[A-Za-z]\w*:[!-~]+)*\s*$")  # where a cue stands: align:start position:0%, X1:40 Y1:20
_MADE_NAME = re.compile(r"[^\s가-힣]+$")  # 3f2a/12-0; words that stand there are somebody's
NAMED_SHARE = 0.5  # of the cues have a number or a name, in a file that gives them any
_VOICE = re.compile(r"<v(?:\.[^<>\s]*)?\s+([^<>]{1,100})>")
_WRAPPED_LABEL = re.compile(rf"[\[(<【](?P<label>{STANDARD})[\])>】]\s*[:：]?\s*", re.IGNORECASE)  # [참석자 1] 네
_BARE_LABEL = re.compile(rf"(?P<label>{STANDARD})\s+", re.IGNORECASE)  # 참석자 1 네
_COUNTED = re.compile(  # 참가자 30 명이, 화자 1 은: what is said of people
    r"(?:여?명|분|인|번째|번|팀|정도|이상|이하|은|는|이|가|을|를|의|도|와|과|만|에게|한테|께서)(?![가-힣])"
    r"|(?:여?명|분|인|번째)[이은을의만도]"
)
_TAG = re.compile(
    r"</?(?:v|c|i|b|u|s|ruby|rt|lang|font)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,40}\}", re.I
)
SAME_MOMENT = 0.05  # seconds; rolling captions meet this closely


@dataclass(frozen=True, slots=True)
class Cue:
    """A few lines on the screen from `start_s` to `end_s`, in seconds; `speaker` where a tag names one."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    cue: Cue
    text: str
    first_line: str


def cues_of(lines: Sequence[str]) -> tuple[list[Cue], list[str]]:
    """The cues in `lines` and what stands before the first of them; a cue's number or name is left out."""
    starts = [i for i, line in enumerate(lines) if "-->" in line and TIME_LINE.match(line.strip()[:200])]
    if not starts:
        return [], [line for line in lines if line.strip()]
    names = _names_above(lines, starts)
    cues: list[Cue] = []
    for start, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        cues.extend(_cues(lines[start].strip(), lines[start + 1 : after - (after in names)]))
        refuse_many(len(cues))
    before = [line.strip() for line in lines[: starts[0] - (starts[0] in names)] if line.strip()]
    return cues, before


def _names_above(lines: Sequence[str], starts: Sequence[int]) -> set[int]:
    """The time lines with a cue's number or name right above, where most of the file's have one.

    Words stand there too: a year that somebody has said, the last line of a cue with a blank line in it.
    """
    numbered = {i for i in starts if i and lines[i - 1].strip().isdigit()}
    if len(numbered) >= NAMED_SHARE * len(starts):
        return numbered
    named = {i for i in starts if i > 1 and not lines[i - 2].strip() and _MADE_NAME.match(lines[i - 1].strip())}
    return named if len(named) >= NAMED_SHARE * len(starts) else set()


def _cues(time_line: str, payload: Sequence[str]) -> Iterator[Cue]:
    match = TIME_LINE.match(time_line[:200])
    if match is None:
        return
    start, end = seconds(match[1]), seconds(match[2])
    beside = time_line[match.end(2) :]
    said = "\n".join(payload if _SETTINGS.match(beside) else [beside, *payload])
    refuse_many(said.count("<v"))
    parts = _VOICE.split(said)
    for speaker, words in zip([None, *parts[1::2]], parts[0::2], strict=True):
        lines = tuple(line for raw in words.split("\n") if (line := _plain(raw)))
        if lines or (speaker is None and len(parts) == 1):
            yield Cue(start, max(start, end), lines, _plain(speaker) if speaker else None)


def _plain(line: str) -> str:
    if "<" in line or "&" in line or "{" in line:
        line = clean(html.unescape(_TAG.sub("", line)))[0]
    return " ".join(line.split())


def source_of(document: Document, cues: Sequence[Cue], before: Sequence[str], form: str) -> Source:
    """The source with one line a cue, after the lines `before` that are not understood."""
    words = list(_read_once(cues))
    prefixes = _prefixes(words)
    writing = _Writing(before)
    for one in words:
        writing.cue(one, prefixes.get(one.text))
    return writing.source(document, form)


def _read_once(cues: Sequence[Cue]) -> Iterator[_Words]:
    """Each cue's words, without lines that the cue before still shows at the same time."""
    last: Cue | None = None
    for cue in cues:
        lines = cue.lines
        if last is not None and last.lines and cue.speaker == last.speaker:
            lines = _new_lines(last, cue)
        if lines or not cue.lines:
            yield from _by_speaker(cue, lines)
        if cue.lines:
            last = cue if lines else Cue(last.start_s if last else 0.0, cue.end_s, cue.lines, cue.speaker)


def _new_lines(last: Cue, cue: Cue) -> tuple[str, ...]:
    meets = cue.start_s <= last.end_s + SAME_MOMENT
    if cue.lines == last.lines and (cue.start_s < last.end_s or (meets and cue.end_s - cue.start_s <= SAME_MOMENT)):
        return ()
    if meets and len(cue.lines) > 1 and cue.lines[0] == last.lines[-1]:
        return cue.lines[1:]
    is_tail = meets and cue.end_s - cue.start_s <= SAME_MOMENT and cue.lines == last.lines[-len(cue.lines) :]
    return () if is_tail else cue.lines


def _by_speaker(cue: Cue, lines: Sequence[str]) -> Iterator[_Words]:
    """The words of a cue, its lines joined unless each begins with a speaker of its own."""
    if len(lines) > 1 and all(SPEAKER_PREFIX.match(line) for line in lines):
        yield from (_Words(cue, line, line) for line in lines)
    else:
        yield _Words(cue, " ".join(lines), lines[0] if lines else "")


def _prefixes(words: Sequence[_Words]) -> dict[str, re.Match[str]]:
    """`{words: the 이름: at their beginning}` for the names that are likely to be speakers."""
    unnamed = [one for one in words if not one.cue.speaker]
    found = [match for one in unnamed if (match := SPEAKER_PREFIX.match(one.text))]
    likely = with_likely_names(found, lambda match: match["label"], len(words))
    bare = _labels_without_colon(unnamed)
    return {match.string: match for match in (likely if len(likely) >= len(bare) or len(bare) < 2 else bare)}


def _labels_without_colon(words: Sequence[_Words]) -> list[re.Match[str]]:
    """The labels in brackets or on a line of their own; those before words too, where they head the file's cues.

    People also say such words: 참가자 30 명이 왔고요. So bare labels must be several, recur and open most cues.
    """
    bare = [(one, match) for one in words if (match := _BARE_LABEL.match(one.text))]
    over = [match for one, match in bare if one.first_line.rstrip() == match["label"]]
    apart = [match for one in words if (match := _WRAPPED_LABEL.match(one.text))] + (over if _are_labels(over) else [])
    sure = sum(not _is_counted(match) for _, match in bare)
    do_head = sure >= 0.5 * len(words) and 1 < len({match["label"] for _, match in bare}) < len(bare)
    return [match for _, match in bare] if do_head and len(bare) > len(apart) else apart


def _are_labels(found: Sequence[re.Match[str]]) -> bool:
    """Whether labels head their words, rather than being counted or spoken of in most."""
    return sum(_is_counted(match) for match in found) < 0.5 * len(found)


def _is_counted(match: re.Match[str]) -> bool:
    return _COUNTED.match(match.string, match.end()) is not None


class _Writing:
    """Writes the source text line by line and keeps the places of its turns."""

    def __init__(self, before: Sequence[str]) -> None:
        self._lines = list(before)
        self._at = sum(len(line) + 1 for line in before)
        self._turns: list[tuple[_Words, int, int, str | None]] = []
        self._speaker: str | None = None

    def cue(self, words: _Words, prefix: re.Match[str] | None) -> None:
        """Write one cue on a line of its own."""
        if words.cue.speaker is not None:
            self._speaker = words.cue.speaker
        elif prefix is not None:
            self._speaker = prefix["label"]
        self._turns.append((words, self._at, prefix.end() if prefix else 0, self._speaker))
        if words.cue.speaker is not None:
            self._speaker = None  # a tag names the speaker of its own cue only
        self._lines.append(words.text)
        self._at += len(words.text) + 1

    def source(self, document: Document, form: str) -> Source:
        """The source of all lines written."""
        text = "\n".join(self._lines)
        layout = Layout(text)
        for words, at, prefix, speaker in self._turns:
            end = at + len(words.text)
            header = Place(at, at + len(words.text[:prefix].rstrip())) if prefix else None
            layout.turn(header, at + prefix, end, speaker, words.cue.start_s, words.cue.end_s)
        spans, blocks = layout.spans(), tuple(layout.blocks)
        return Source(document.raw, text, spans, blocks, Header(), form, document.encoding, document.name)
