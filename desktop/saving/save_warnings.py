"""What a person should know before a file leaves: what is still missing in it, and where that is mended."""

from __future__ import annotations

from desktop.minutes.left_to_do import Left
from desktop.saving.ways_out import TRACKED
from desktop.words import tr

SPEAKERS, CHECKS, INFO = "speakers", "checks", "info"

# what is no part of a format is no reason to warn before saving it
WITHOUT = {
    SPEAKERS: frozenset[str](),
    CHECKS: frozenset({TRACKED, "clova", "srt"}),
    INFO: frozenset({TRACKED, "clova", "srt", "xlsx", "csv"}),
}


def warnings_of(left: Left) -> list[tuple[str, str]]:
    """What is still missing, as sentences, each with the place of the window where it is mended."""
    unnamed = left.speakers - left.named
    told = [
        (tr("이름이 없는 참석자가 %n명 있습니다.", "", unnamed), SPEAKERS, unnamed),
        (tr("확인이 필요한 줄이 %n개 있습니다.", "", left.to_check), CHECKS, left.to_check),
        (tr("회의 정보에 빈칸이 %n개 있습니다.", "", left.blanks), INFO, left.blanks),
    ]
    return [(sentence, where) for sentence, where, count in told if count]
