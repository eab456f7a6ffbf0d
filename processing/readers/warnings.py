"""What a person should know after an import, in sentences."""

from __future__ import annotations

from processing.source import Source, SpanKind

SHOWN_LINES = 5


def warnings_about(source: Source) -> tuple[str, ...]:
    """The warnings on a source; none for an ordinary file."""
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


def _about_lines(source: Source) -> tuple[str, ...]:
    lines = [source.line_of(place.start) for place in source.of_kind(SpanKind.NOT_UNDERSTOOD)]
    if not lines:
        return ()
    shown = ", ".join(f"{line}번째" for line in lines[:SHOWN_LINES]) + (" 등" if len(lines) > SHOWN_LINES else "")
    return (f"이해하지 못한 줄이 {len(lines)}개 있습니다({shown} 줄). 지우지 않고 그대로 두었습니다.",)
