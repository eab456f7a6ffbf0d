"""Korean dates of work: what is said ("다음 주 금요일까지") and, where it is certain, the day it means.

The rule, against the note's date. A calendar week runs from Monday to Sunday.

| said | day |
|---|---|
| 오늘, 금일 · 내일, 명일 · 모레, 내일모레 · 글피 | the note's day, +1, +2, +3 |
| 이번 주 X요일, 다음 주 X요일, 다다음 주 X요일 | that day of the note's week, of the next, of the one after |
| X요일 | the next X on or after the note's day; said on that very weekday it is left as words |
| M월 D일, M/D | the next such day on or after the note's day; with 년, 올해, 내년, 후년 the year said |
| N일 (with 까지, 에 …) | the next Nth on or after the note's day |
| 이번 달 N일, 다음 달 N일 | the Nth of that month |
| 이번 달 안에·중으로, 이번 달 말, 월말, 말일; 다음 달 말; (내년) M월 말·안에·중으로 | the last day of that month |
| 올해 안에, 연말, 연내 | 31 December |
| N일/일주일/N주/한 달 안에·이내·뒤·후, 이틀·사흘 … 뒤 | that much after the note's day |
| 오늘/내일 … 하기 전에, 오늘 퇴근 전까지 | that day |

Numbers may be said in words (십일월 이십칠일, `spoken_numbers`). Of a day taken back at once ("3일까지 말고 5일까지",
"수요일 아니 목요일까지") only the second counts; of two offered ("월요일이나 화요일까지") neither is certain.

담주, 요번 주, 낼모레 are 다음 주, 이번 주, 내일모레 as they are said; 금요일쯤 is that day, with its 쯤 in the words.

Everything else stays words: 다음 주 중, 이번 주까지 and 이번 주 안으로 (Friday or Sunday?), 다음 주 말, 다음 달 초, 3월까지, 주말,
조만간, 오전 중으로, 두 시간 안에, 오후 3시까지, 회의 전까지, 끝나는 대로. So does a day that has gone by: nothing is due before
the talk itself. A day that does not exist (2월 30일) stays words too. Without the note's date nothing is resolved.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from processing.summary.spoken_numbers import with_figures

_WEEKDAYS = "월화수목금토일"
_NUMBERS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}
_COUNTS = {"한": 1, "두": 2, "세": 3, "네": 4, "일": 1, "이": 2, "삼": 3}
_MONTHS_AHEAD = {"이번": 0, "요번": 0, "이": 0, "다음": 1, "담": 1, "다다음": 2, "내": 1}
_YEARS_AHEAD = {
    "올해": 0,
    "금년": 0,
    "내년": 1,
    "명년": 1,
    "후년": 2,
}  # 내후년 is two years on to some, three to others
_WEEKS_AHEAD = {"이번": 0, "요번": 0, "금": 0, "다음": 1, "담": 1, "차": 1, "다다음": 2}

_DAY = rf"""
    (?P<near>오늘|금일|내일모레|낼모레|내일|명일|모레|글피|낼(?=까지))
  | (?:(?P<week>이번|요번|다다음|다음|담)\ ?주\ ?|(?P<week_word>금주|차주)\ ?)(?P<weekday>[{_WEEKDAYS}])요일
  | (?P<bare_weekday>[{_WEEKDAYS}])요일
  | (?:(?P<year>\d{{4}})년\ ?)?(?P<month>\d{{1,2}})월\ ?(?P<day>\d{{1,2}})일
  | (?<![\d/.])(?P<slash_month>\d{{1,2}})/(?P<slash_day>\d{{1,2}})(?![\d/])
  | (?P<day_month>이번|요번|다다음|다음|담)\ ?달\ ?(?P<month_day>\d{{1,2}})일
  | (?P<end_month>이번|요번|이|다다음|다음|담)\ ?달\ ?(?:말|안(?=에|으로)|내(?=에|로)|중(?=에|으로))일?
  | (?P<end_named>\d{{1,2}})월\ ?(?:말|안(?=에|으로)|내(?=에|로)|중(?=에|으로))
  | (?P<month_end>월말|말일)
  | (?P<year_end>연말(?=까지)|연내|올해\ ?(?:말|안(?=에|으로)|내(?=에|로)))
  | (?<![\d월달]\ )(?<![\d월달.])(?P<nth>\d{{1,2}})일(?=\ ?(?:쯤|정도)까지|까지|\ [{_WEEKDAYS}]요일|에|날|\ 오[전후]|\ 안|\ 전|\ 중|\ 이전|\ 아침|\ 저녁|\ 낮)
      (?!\ ?(?:안|이내|내에|뒤|후))
  | (?:(?P<span>\d{{1,2}}|한|두|세|네)\ ?(?P<unit>일|주일|주|달|개월)|(?P<span_week>일주일)|(?P<span_days>{"|".join(_NUMBERS)}))
      \ ?(?:안(?=에|으로)|이내|내(?=에|로)|뒤|후)
  | (?P<vague>
      (?:(?:\d{{1,2}}월|이번\ ?달|다음\ ?달)\ ?)?(?:첫|둘|셋|넷|마지막)째?\ ?주
    | (?:이번|요번|다다음|다음|담)\ ?주\ ?[{_WEEKDAYS}]{{2,3}}(?![가-힣])
    | (?:이번|요번|다다음|다음|담)\ ?(?:주말|주|달|분기|학기)
    | 금주|차주|내주|주말|\d{{1,2}}월|올해|내년(?=\ ?(?:초|상반기|하반기))|상반기|하반기|[1-4]분기|이달
    )
      (?:\ ?(?:초반|중반|후반|초|중순|하순|상순|말(?=까지|에|쯤|\ 쯤)|상반기|하반기|(?:중|내)(?![가-힣])|(?:중|내)(?=까지|에|으로|로)))?
"""
_YEAR = r"(?P<year_word>올해|금년|내년|명년|내후년|후년)\ ?(?=\d{1,2}(?:월|/\d))"
_CLOCK = r"""(?:\ [월화수목금토일]요일)?(?:\ (?:오전|오후|새벽|아침|점심|저녁|낮|밤|정오|자정)(?:\ ?중)?)?
             (?:\ \d{1,2}시(?:\ ?(?:반|\d{1,2}분))?)?(?:\ (?:퇴근|업무|근무)\ ?(?:시간)?)?(?:\ ?(?:쯤|정도)(?![가-힣])|\ ?(?:쯤|정도)(?=까지|에))?"""
_MARK = r"(?P<mark>\ ?(?:이?전|이내|중|안|내)?(?:까지|에)|\ ?(?:중|안|내|이내)(?:으로|로)|(?<=[중안내])(?:으로|로|에)|\ ?이내|\ ?중(?![가-힣]))?"
_EXPRESSION = re.compile(rf"(?<![가-힣\d])(?:{_YEAR})?(?:{_DAY}){_CLOCK}{_MARK}", re.VERBOSE)
_EVENTS = "퇴근|회의|미팅|모임|수업|면접|오픈|마감|휴가|출발|출근|점심|발표|배포|출시|행사|방학|세미나|심사|보고|촬영|점검|시험|개강|방문"
_BEFORE_EVENT = re.compile(
    rf"(?<![가-힣])(?P<day>(?:오늘|내일|모레) )?(?:(?:(?:다음 주|이번 주|다음|이번) )?(?:[가-힣A-Za-z]+ )?(?:{_EVENTS})(?: ?전)?까지"
    r"|오[전후] \d{1,2}시\S*?(?: ?전)?까지|오[전후](?: 중(?:으로|에)|까지|에(?![가-힣]))|(?:아침|점심|저녁)까지"
    r"|(?:\d{1,2}|한|두|세|네|다섯) ?시간 ?(?:안|내|이내)(?:에|으로|로)|(?:[가-힣]+에 )?[가-힣]+기 ?전(?:까지|에)"
    # 다음 주 회의 때까지, 교수회의 일주일 전까지, 교수회의 다음 날
    rf"|(?:(?:다음 주|이번 주|다음|이번) )?(?:(?!(?:네|예|넵|응|아|어|음|자|그럼|그러면) )[가-힣A-Za-z]+ )?"
    rf"[가-힣A-Za-z]*(?:{_EVENTS}) (?:때(?:까지)?|다음 ?날(?:까지|에)?)(?![가-힣])"
    r"|(?:[가-힣A-Za-z]+ )?(?:하루|이틀|사흘|나흘|열흘|일주일|한 달|[한두세이삼\d]+ ?(?:일|주일?|달)) ?전까지)"
)
_SETS_A_LIMIT = re.compile(r"까지$|(?:안|내|중)(?:에|으로|로)$")
# 확정되면, 결과 나오면, 승인 떨어지면: what is sure to come
SURE_TO_COME = re.compile(
    r"(?<![가-힣])(?:(?:확정|결정|승인|완료|마무리)(?:이|가)? ?(?:되면|나면)|정해지면|끝나면"
    r"|(?:결과|공지|답|답변|회신|연락|승인|허가|견적|확정|자료|시안|초안)(?:이|가|은|는)? (?:다 )?"
    r"(?:나오면|나면|오면|내려오면|떨어지면|도착하면|들어오면))(?![가-힣])"
)
_AS_SOON_AS = re.compile(
    r"(?<![가-힣])(?:(?:네|예|넵|응|아|어|음|그럼|그러면|그거|그건|이건|일단)[,.]? )*(?P<subject>(?:[가-힣A-Za-z]+ ){0,2})(?P<verb>[가-힣]+는) ?대로(?![가-힣])"
)
# what turns a day into something else: its beginning, a quality, a subject, what is so on it
_NO_DUE_AFTER = re.compile(
    r" ?자(?:로|에)|부터|의|마다|치|짜리|으?로(?![가-힣])|[을를과와]|하고|[이가]요?(?![가-힣])|이[라었였면고]|인|입니다|[은는도](?![가-힣])|만에"
)
_NO_LIMIT_AFTER = re.compile(
    r"의|[이가]요?(?![가-힣])|이[라었였면고]|라서|라(?= )|래요?|거든|니까|인|입니다"
)  # the same behind 까지, which takes 는, 만, 로
_TAKEN_BACK = re.compile(r"^,? ?(?:말고|아니고|아니라|아니다?|아니요)[,.]? (?:(?:그|음|어|그냥) )?$")
# 오늘 결정하지 말고, 금요일까지 기다리지 않고: what is not to be done then (표준국어대사전: 말다, 않다)
_NOT_THEN = re.compile(
    r"^(?:(?! ?\S+(?:고|면|서|는데|니까|지만|[다요죠])(?:[ ,.]|$)) ?\S+){0,3}? ?[가-힣]+지(?:는|도|를)? ?(?:말[고며아]|마시고|않고)"
)
_JOINING = re.compile(r"(?:(?<=오전)|(?<![안내중전뒤후]))에$")
_OR = re.compile(r"^(?:이나|나|이든|든)? ?(?:(?:아니면|또는|혹은) )?$")
_FROM_ANOTHER_TIME = re.compile(r"(?<![가-힣])(?:그 ?(?:전|다음)? ?(?:주|달)|전 ?(?:주|달)) ?$")
_OBJECT_OR_TOPIC = re.compile(r"(?:[을를은는에도고며]|서|면|니까|에서|까지|한테|에게|제가|내가|저희가|우리가)$")


@dataclass(frozen=True, slots=True)
class Due:
    """A time at text [start, end): the words, the day if it is certain, and whether they set a limit (까지, 안에)."""

    start: int
    end: int
    words: str
    day: date | None
    is_limit: bool

    @property
    def shown(self) -> str:
        """The words without the particle that only joins them to their verb; 안에, 전에, 뒤에 keep it, it is their meaning.

        >>> Due(0, 4, "월요일에", None, False).shown, Due(0, 7, "이번 주 안에", None, True).shown
        ('월요일', '이번 주 안에')
        """
        return _JOINING.sub("", self.words)


def dues(text: str, today: date | None) -> list[Due]:
    """The times of a sentence for which something can be due, in order; times gone by or begun at (지난, 부터) left out.

    >>> [(due.words, str(due.day)) for due in dues("다음 주 금요일까지 보내 주세요", date(2026, 9, 14))]
    [('다음 주 금요일까지', '2026-09-25')]
    >>> [(due.words, due.day) for due in dues("다음 주 중으로 할게요", date(2026, 9, 14))]
    [('다음 주 중으로', None)]
    """
    return list(_dues(text, today))


def names_a_time(words: str) -> bool:
    """Whether an eojeol is a time by itself: 오늘, 금요일까지.

    >>> names_a_time("오늘"), names_a_time("금요일까지"), names_a_time("견적은")
    (True, True, False)
    """
    return _EXPRESSION.fullmatch(with_figures(words).text) is not None


@lru_cache(maxsize=2048)  # several rules ask the same of a sentence, one after another
def _dues(text: str, today: date | None) -> tuple[Due, ...]:
    figures = with_figures(text)
    found = [*_calendar_dues(figures.text, today), *_event_dues(figures.text, today)]
    found.sort(key=lambda due: (due.start, -due.end))
    kept: list[Due] = []
    for due in found:
        if kept and due.start < kept[-1].end:
            continue
        kept.append(due)
    as_said = [replace(due, start=figures.said(due.start), end=figures.said(due.end)) for due in kept]
    return tuple(_certain([replace(due, words=text[due.start : due.end]) for due in as_said], text))


def _certain(found: list[Due], text: str) -> list[Due]:
    """Without what is taken back at once, and with two days offered as one time without a day."""
    kept: list[Due] = []
    for due in found:
        if _NOT_THEN.match(text[due.end :]):
            continue
        between = text[kept[-1].end : due.start] if kept else "-"
        if _TAKEN_BACK.match(between):
            kept[-1] = replace(due, start=kept[-1].start)
        elif _OR.match(between) and between.strip():
            kept[-1] = replace(due, start=kept[-1].start, words=text[kept[-1].start : due.end], day=None)
        else:
            kept.append(due)
    return kept


def _calendar_dues(text: str, today: date | None) -> Iterator[Due]:
    for match in _EXPRESSION.finditer(text):
        if re.search(r"(?:지난|저번|작년|매주|매달|매월|매년)(?: ?(?:주|달|해))? ?$", text[: match.start()]):
            continue
        words = match.group().rstrip()
        mark = (match["mark"] or "").strip()
        is_limit = bool(re.search(r"까지|이내|안에?$|중", mark)) or bool(
            re.search(r"(?:안에|안으로|내에|내로|중으?로?)$", words)
        )
        if (_NO_LIMIT_AFTER if is_limit else _NO_DUE_AFTER).match(text, match.end()):
            continue
        if other := _FROM_ANOTHER_TIME.search(
            text, 0, match.start()
        ):  # 그 전 주 금요일: counted from a day not said here
            words = text[other.start() : match.start()] + words
            yield Due(other.start(), other.start() + len(words), words, None, is_limit)
            continue
        yield Due(match.start(), match.start() + len(words), words, _resolved(match, today), is_limit)


def _event_dues(text: str, today: date | None) -> Iterator[Due]:
    for match in _BEFORE_EVENT.finditer(text):
        named = _EXPRESSION.match(match.group())  # 다음 주 화요일 수업 전까지
        day = _resolved(named, today) if named is not None else None
        yield Due(match.start(), match.end(), match.group(), day, _SETS_A_LIMIT.search(match.group()) is not None)
    for match in SURE_TO_COME.finditer(text):
        yield Due(match.start(), match.end(), match.group(), None, False)
    for match in _AS_SOON_AS.finditer(text):
        start, subject = match.start("verb"), match["subject"].split()
        while subject and not _OBJECT_OR_TOPIC.search(subject[-1]):
            start -= len(subject.pop()) + 1
        yield Due(start, match.end(), text[start : match.end()], None, True)


def _resolved(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    said = {name: value for name, value in match.groupdict().items() if value is not None and name != "mark"}
    try:
        day = _day_of(said, today)
        return day if day is None or day >= today else None  # gone by
    except (ValueError, OverflowError):  # no such day in the calendar, or beyond its end
        return None


def _day_of(said: dict[str, str], today: date) -> date | None:
    if "near" in said:
        return _near(said["near"], today)
    if "weekday" in said:
        return _weekday(said, today)
    if "bare_weekday" in said:
        ahead = (_WEEKDAYS.index(said["bare_weekday"]) - today.weekday()) % 7
        return today + timedelta(days=ahead) if ahead else None
    if "vague" in said:
        return None
    return _day_of_month(said, today) or _day_of_span(said, today)


def _near(word: str, today: date) -> date | None:
    ahead = {"오늘": 0, "금일": 0, "내일": 1, "명일": 1, "글피": 3}.get(word, 2)
    return today + timedelta(days=ahead) if today <= date.max - timedelta(days=ahead) else None


def _weekday(said: dict[str, str], today: date) -> date:
    weeks = _WEEKS_AHEAD[said["week"] if "week" in said else said["week_word"][0]]
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=weeks, days=_WEEKDAYS.index(said["weekday"]))


def _day_of_month(said: dict[str, str], today: date) -> date | None:
    if "year" in said:
        return date(int(said["year"]), int(said["month"]), int(said["day"]))
    if said.get("year_word") == "내후년":
        return None
    if "month" in said or "slash_month" in said:
        return _of_named_month(said, today)
    if "nth" in said:
        day = int(said["nth"])
        return _in_month(today, 0, day) if day >= today.day else _in_month(today, 1, day)
    if "month_day" in said:
        return _in_month(today, _MONTHS_AHEAD[said["day_month"]], int(said["month_day"]))
    if "end_month" in said or "month_end" in said:
        return _in_month(today, _MONTHS_AHEAD[said.get("end_month", "이번")], None)
    if "end_named" in said:
        month = int(said["end_named"])
        years = _YEARS_AHEAD[said["year_word"]] if "year_word" in said else month < today.month
        return _in_month(date(today.year + years, month, 1), 0, None)
    return date(today.year, 12, 31) if "year_end" in said else None


def _of_named_month(said: dict[str, str], today: date) -> date:
    """9월 3일, 내년 3월 2일, 9/3: this year's, or where that is past the next one's."""
    month, day = int(said.get("month") or said["slash_month"]), int(said.get("day") or said["slash_day"])
    if "year_word" in said:
        return date(today.year + _YEARS_AHEAD[said["year_word"]], month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _in_month(today: date, ahead: int, day: int | None) -> date:
    year, month = _month_after(today, ahead)
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _day_of_span(said: dict[str, str], today: date) -> date | None:
    if "span_days" in said:
        return today + timedelta(days=_NUMBERS[said["span_days"]])
    if "span_week" in said:
        return today + timedelta(weeks=1)
    if "span" not in said:
        return None
    count = _COUNTS.get(said["span"]) or int(said["span"])
    if said["unit"] == "일":
        return today + timedelta(days=count)
    if said["unit"].startswith("주"):
        return today + timedelta(weeks=count)
    last = calendar.monthrange(*_month_after(today, count))[1]
    return _in_month(today, count, min(today.day, last))


def _month_after(today: date, ahead: int) -> tuple[int, int]:
    return today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1
