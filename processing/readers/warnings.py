"""What a person should know after an import, in sentences."""

from __future__ import annotations

from processing.readers.loops import loops_in, shown_words
from processing.source import Source, SpanKind

SHOWN_LINES = 5
SHOWN_LOOPS = 3


def warnings_about(source: Source) -> tuple[str, ...]:
    """The warnings on a source, but for words that recur; none for an ordinary file."""
    return (*warnings_about_all(source), *_about_lines(source))


def warnings_about_all(source: Source) -> tuple[str, ...]:
    """The warnings on the whole of a source, where its single lines are shown in another way."""
    found = []
    if not any(block.header or block.label or block.start_s is not None for block in source.blocks):
        found.append(
            "화자나 시간 표시(예: 참석자 1 00:00)를 하나도 찾지 못해, 글 전체를 이름 없는 한 사람의 말로 읽었습니다."
        )
    damaged = source.text.count("\ufffd")
    if damaged:
        found.append(f"읽을 수 없거나 위험한 글자 {damaged}개를 � 표시로 두었습니다. 원본 파일은 그대로입니다.")
    return tuple(found)


def warnings_about_loops(source: Source) -> tuple[str, ...]:
    """The warning on words that stand again and again, as a recogniser writes them; a second's work in ten hours."""
    loops = loops_in(source)
    if not loops:
        return ()
    told = (
        f"{source.line_of(one.place.start)}번째 줄 '{shown_words(source, one)}' {one.times}번"
        for one in loops[:SHOWN_LOOPS]
    )
    shown = ", ".join(told) + (" 등" if len(loops) > SHOWN_LOOPS else "")
    return (
        f"같은 말이 거듭 적힌 곳이 {len(loops)}곳 있습니다({shown}). 음성 인식이 되풀이한 말일 수 있으니 확인해 주세요. "
        "지우지 않고 그대로 두었습니다.",
    )


def unread_line_numbers(source: Source) -> list[int]:
    """The numbers of the lines in which something was not understood, each once: a table's line may have two such cells."""
    return list(dict.fromkeys(source.line_of(place.start) for place in source.of_kind(SpanKind.NOT_UNDERSTOOD)))


def _about_lines(source: Source) -> tuple[str, ...]:
    lines = unread_line_numbers(source)
    if not lines:
        return ()
    shown = ", ".join(f"{line}번째" for line in lines[:SHOWN_LINES]) + (" 등" if len(lines) > SHOWN_LINES else "")
    return (f"이해하지 못한 줄이 {len(lines)}개 있습니다({shown} 줄). 지우지 않고 그대로 두었습니다.",)
