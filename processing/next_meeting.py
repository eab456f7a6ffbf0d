"""When the next meeting is, as the talk says it: for the form's 차기 회의, with the words that say so.

Taken is a sentence whose subject is the next meeting ("다음 회의는 다음 주 수요일 오후 두 시에 하죠") and that names a day. A
question, what is only supposed or taken back, and a deadline ("다음 회의까지") are none. The last such sentence holds: a
date is settled at the end, and its day or hour may be moved by a sentence right after it ("그럼 26일 화요일에 하죠", "그럼 세
시로 하죠"); what such a sentence does not say anew, the place too, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from processing.paragraphs import Paragraph
from processing.sentence_ends import units_of
from processing.source import Place
from processing.summary.dates import dues
from processing.summary.gatherings import next_one, own_names
from processing.summary.spoken_numbers import with_figures
from processing.summary.to_machine import calls_machine
from processing.transcript import Turn

_NAMED_IN = 400  # characters of the opening
_DAY = re.compile(
    r"(?:(?:이번|다음|다다음) ?주 ?)?[월화수목금토일]요일"
    r"|(?:\d{4}년 ?)?\d{1,2}월 ?\d{1,2}일(?: ?[월화수목금토일]요일)?"
    r"|(?:이번|다음) ?달 ?\d{1,2}일(?: ?[월화수목금토일]요일)?|\d{1,2}일(?: ?[월화수목금토일]요일)?|내일모레|내일|모레"
)
_HOUR = re.compile(r"(?:(?:오전|오후|아침|점심|낮|저녁|밤) ?)?\d{1,2}시(?: ?반| ?\d{1,2}분)?")
_UNSETTLED = re.compile(
    r"\?|까요|나요|는지|을지|ㄹ지|[으이]?면 |려면|말고|아니|못 |안 |없|취소|미정|모르|글쎄|쉬|건너|같은데|수도 있"
)
_REMEMBERED = 6  # sentences after which a day without a subject is another thing's
# 그럼 26일 화요일 오전 10시로 하죠: nothing but the day stands before the verb
_MOVED = re.compile(
    r"^(?:(?:네|예|아|어|음|아니|그럼|그러면|그래|그래요|그냥)[,.?]? )*"
    rf"(?:(?P<day>{_DAY.pattern})(?: ?(?P<hour>{_HOUR.pattern}))?|(?P<hour_only>{_HOUR.pattern}))"
    r"(?:에|로|으로) (?:하|합|해|옮|바꾸|바꿉|미루|당기|당길|만나|뵙|모이|모입)"
)
_HALF = re.compile(r"^(?:오전|오후|아침|점심|낮|저녁|밤)")
_PLACE = re.compile(
    r"(?:(?:시|분|반|일)(?:에|,)? )(?:똑같이 |여기 |이곳 )?"
    r"((?!여기|거기|이곳)[가-힣A-Za-z0-9]+(?: [가-힣A-Za-z0-9]*(?:실|관|층|장|당|홀|센터|동)){0,2})에서(?= )"
)
_WEEKDAYS = "월화수목금토일"


@dataclass(frozen=True)
class NextMeeting:
    """`text` is what the form would say; `words` what was said at `place`, `start_s` seconds into the recording."""

    text: str
    words: str
    place: Place
    start_s: float | None


def next_meeting(turns: Iterable[Turn], day: date | None, hidden: Sequence[Place] = ()) -> NextMeeting | None:
    """When the next meeting is, counted from the meeting's `day`; None where nobody has said it, or it is withheld."""
    turns = list(turns)
    subject = next_one(own_names(_opening(turns)))
    found, since = None, _REMEMBERED
    for paragraph, sentences in _told_to_people(turns):
        if since >= _REMEMBERED and "다음" not in paragraph.text and "차기" not in paragraph.text:
            continue
        for words, place in sentences:
            text = when_said(words, day, subject)
            if text is None and found is not None and since < _REMEMBERED:
                text = moved_to(words, found.text, day)
            is_about_it = text is not None or subject.search(words) is not None
            since = 0 if is_about_it else since + 1
            if text is not None:
                found = NextMeeting(text, words, place, paragraph.start_s)
    return None if found is None or any(found.place.overlaps(place) for place in hidden) else found


def _opening(turns: Sequence[Turn]) -> str:
    return " ".join(paragraph.text for turn in turns[:3] for paragraph in turn.paragraphs)[:_NAMED_IN]


def _told_to_people(turns: Iterable[Turn]) -> Iterator[tuple[Paragraph, Iterable[tuple[str, Place]]]]:
    """Each paragraph with its sentences, without what is told to the listening program: from its call to the turn's end."""
    for turn in turns:
        for paragraph in turn.paragraphs:
            if calls_machine(paragraph.text):
                yield paragraph, takewhile(lambda said: not calls_machine(said[0]), _sentences(paragraph))
                break
            yield paragraph, _sentences(paragraph)


def _sentences(paragraph: Paragraph) -> Iterator[tuple[str, Place]]:
    for start, end in units_of(paragraph.text):
        yield paragraph.text[start:end].rstrip(), paragraph.place_of(start, end)


def is_moved(words: str) -> bool:
    """Whether a sentence says a day or an hour and nothing else, by which what was just set is moved."""
    return moved_to(words, "", None) is not None


def moved_to(sentence: str, settled: str, day: date | None) -> str | None:
    """The day or hour to which what was `settled` is moved at once, with all that is not said anew; None where it is not.

    >>> moved_to("그럼 16일 수요일에 하죠.", "2026. 9. 17.(목) 오후 2시", date(2026, 9, 14))
    '2026. 9. 16.(수) 오후 2시'
    >>> moved_to("그럼 세 시로 하죠.", "2026. 9. 17.(목) 오후 2시, 회의실", date(2026, 9, 14))
    '2026. 9. 17.(목) 오후 3시, 회의실'
    >>> moved_to("그럼 16일까지 보내 주세요.", "2026. 9. 17.(목) 오후 2시", date(2026, 9, 14)) is None
    True
    """
    text = with_figures(sentence).text
    match = _MOVED.match(text)
    if match is None or _UNSETTLED.search(text):
        return None
    if match["hour_only"]:
        return _with_hour(settled, match["hour_only"])
    kept = _HOUR.search(settled)
    hour = match["hour"] or (kept.group() if kept else "")
    return " ".join(part for part in (_told(match["day"], day), hour) if part) + _place_after(settled)


def _with_hour(settled: str, hour: str) -> str:
    """The same with another hour, in the half of the day that was told before where the new one tells none."""
    kept, place = _HOUR.search(settled), _place_after(settled)
    when = settled.removesuffix(place)
    if kept is None:
        return f"{when} {hour}{place}"
    half = _HALF.match(kept.group())
    told = hour if half is None or _HALF.match(hour) else f"{half.group()} {hour}"
    return f"{when[: kept.start()]}{told}{place}"


def _place_after(settled: str) -> str:
    at = settled.find(", ")
    return settled[at:] if at >= 0 else ""


def when_said(sentence: str, day: date | None, about: re.Pattern[str] | None = None) -> str | None:
    """The day and hour that a sentence gives the next meeting, as a form tells them; None where it gives none.

    `about` names the next meeting where the talk calls itself something else (`gatherings.next_one`).

    >>> when_said("다음 회의는 다음 주 수요일 오후 두 시에 하겠습니다.", date(2026, 9, 14))
    '2026. 9. 23.(수) 오후 2시'
    >>> when_said("다음 회의는 수요일에 할까요?", date(2026, 9, 14)), when_said("다음 회의까지 정리해 주세요.", None)
    (None, None)
    """
    text = with_figures(sentence).text
    subject = (about or next_one()).search(text)
    if subject is None or _UNSETTLED.search(text, subject.start()):  # 더 없으시면 다음 회의는 …
        return None
    days = list(_DAY.finditer(text, subject.end()))
    if len(days) != 1:
        return None
    hours = [match.group() for match in _HOUR.finditer(text, days[0].end())]
    if len(hours) > 1:
        return None
    where = _PLACE.search(text, days[0].end())
    when = " ".join((_told(days[0].group(), day), *hours))
    return f"{when}, {where[1]}" if where is not None else when


def _told(words: str, day: date | None) -> str:
    """The date where it is certain and fits the weekday that was said, else the words."""
    weekday = re.search(r"([월화수목금토일])요일$", words)
    bare = words if weekday is None or not re.search(r"\d", words) else words[: weekday.start()].strip()
    found = next((due.day for due in dues(f"{bare}에", day) if due.day is not None), None)
    if found is None or (weekday is not None and _WEEKDAYS[found.weekday()] != weekday[1]):
        return words
    return f"{found.year}. {found.month}. {found.day}.({_WEEKDAYS[found.weekday()]})"
