"""Reading a transcript of twenty hours: as fast as its length grows, and in under half of one Kiwi pass over it.

Run by `pytest -n 0 -m bench -s tests/benchmarks/test_reading.py`. One Kiwi pass is `list(kiwi.tokenize(lines))` over the
non-blank lines, warmed up, the least of some runs; both are measured in the same run.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable

import docx
import openpyxl
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from processing import readers
from processing.korean import Korean

pytestmark = pytest.mark.bench

TWENTY_HOURS = 1_200_000  # code points
SAID = (
    "그래서 이번 분기에는 상담 자동화를 먼저 하고 나머지는 다음 회의에서 정하기로 했습니다.",
    "지난주에 나눠 드린 자료를 보시면 둘째 쪽에 예산표가 있는데요, 거기 셋째 줄이 올해 바뀐 부분입니다.",
    "네, 저는 일정이 조금 빠듯하다고 생각해서 시험 운영을 한 주만 미루면 어떨까 합니다.",
    "",
)
Turns = list[tuple[int, int, str]]


def turns(length: int) -> Turns:
    """Who spoke, from which second, and what: a block a minute, until the words reach `length` code points."""
    found: Turns = []
    size = n = 0
    while size < length:
        words = "\n".join(SAID[(n + i) % len(SAID)] for i in range(8)).strip()
        found.append((n % 5 + 1, n * 60, words))
        size += len(words) + 16
        n += 1
    return found


def clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"


def as_text(said: Turns) -> bytes:
    head = "주간 회의\n2026.04.28 화 오후 8:02 ・ 75분 53초\n홍길동\n\n\n"
    return (head + "\n\n".join(f"참석자 {who} {clock(at)}\n{words}" for who, at, words in said)).encode()


def as_names(said: Turns) -> bytes:
    return "\n\n".join(f"홍길동 {'가나다라마'[who - 1]}팀 {clock(at)}\n{words}" for who, at, words in said).encode()


def as_labelled(said: Turns) -> bytes:
    return "\n".join(f"[{clock(at)}] 참석자 {who}: {words}" for who, at, words in said).encode()


def as_plain(said: Turns) -> bytes:
    return "\n\n".join(words for _, _, words in said).encode()


def as_vtt(said: Turns) -> bytes:
    cues = (
        f"{at // 3600:02}:{at // 60 % 60:02}:00.000 --> {at // 3600:02}:{at // 60 % 60:02}:59.000" for _, at, _ in said
    )
    return (
        b"WEBVTT\n\n"
        + "\n\n".join(
            f"{cue}\n참석자 {who}: {words.replace(chr(10) * 2, chr(10))}"
            for cue, (who, _, words) in zip(cues, said, strict=True)
        ).encode()
    )


def as_json(said: Turns) -> bytes:
    segments = [
        {"start": at * 1000, "end": at * 1000 + 59_000, "text": words, "speaker": {"label": str(who)},
         "words": [[at * 1000 + i, at * 1000 + i + 1, word] for i, word in enumerate(words.split())]}
        for who, at, words in said
    ]  # fmt: skip
    return json.dumps({"segments": segments}, ensure_ascii=False).encode()


def as_docx(said: Turns) -> bytes:
    document = docx.Document()
    body = document.element.body
    for who, at, words in said:
        for line in (f"참석자 {who} {clock(at)}", *words.split("\n")):
            paragraph = body.add_p()  # ten times as fast as add_paragraph
            paragraph.add_r().text = line
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_xlsx(said: Turns) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(("시간", "참석자", "내용"))
    for who, at, words in said:
        sheet.append((clock(at), f"참석자 {who}", words))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FORMATS: dict[str, Callable[[Turns], bytes]] = {
    "text": as_text, "names": as_names, "labelled": as_labelled, "plain": as_plain, "vtt": as_vtt, "json": as_json,
    "docx": as_docx, "xlsx": as_xlsx,
}  # fmt: skip


def least(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.fixture(scope="module")
def kiwi_pass(korean: Korean) -> float:
    """One Kiwi pass over twenty hours, in seconds."""
    lines = [line for line in as_text(turns(TWENTY_HOURS)).decode().split("\n") if line.strip()]
    return least(lambda: korean.tokens_of(lines), rounds=3)


@pytest.mark.parametrize("form", FORMATS)
def test_twenty_hours_are_read_in_under_half_of_a_kiwi_pass(
    benchmark: BenchmarkFixture, kiwi_pass: float, form: str
) -> None:
    raw = FORMATS[form](turns(TWENTY_HOURS))
    read = benchmark.pedantic(readers.read, (raw, "note"), rounds=5, warmup_rounds=1)
    assert len(read.source.text) > 0.9 * TWENTY_HOURS
    ratio = benchmark.stats.stats.min / kiwi_pass
    benchmark.extra_info["kiwi passes"] = round(ratio, 3)
    print(f"\n{form}: {benchmark.stats.stats.min:.2f} s, {ratio:.3f} Kiwi passes of {kiwi_pass:.2f} s")
    assert ratio < 0.5


@pytest.mark.parametrize("form", FORMATS)
def test_reading_grows_with_the_length(form: str) -> None:
    lengths = (TWENTY_HOURS // 4, TWENTY_HOURS // 2, TWENTY_HOURS)
    raws = [FORMATS[form](turns(length)) for length in lengths]
    times = [float("inf")] * len(raws)
    for _ in range(5):  # in turns, so that a busy moment of the machine slows all lengths
        times = [
            min(best, least(lambda raw=raw: readers.read(raw, "note"), 1))
            for best, raw in zip(times, raws, strict=True)
        ]
    print(f"\n{form}: " + ", ".join(f"{length:,}: {took:.3f} s" for length, took in zip(lengths, times, strict=True)))
    assert times[2] <= 4 * times[0] * 2  # quadratic growth would be 4 * 4
