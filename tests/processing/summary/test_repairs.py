"""Figures that are taken back in a later sentence, and sentences that take nothing back."""

from __future__ import annotations

import pytest
from summary_notes import talk

from processing.korean import Korean
from processing.note import LineKind

TAKEN_BACK = [
    (["가: 회원이 4천 개요. 어 아니 다시 받았으니까 5천 개입니다."], {0}),
    (["가: 남은 돈은 107만 원이요. 아 비료값 나갔으니까 그게 아니라 87만 원이네요."], {0}),
    (["가: 아침에 80만 명한테 한꺼번에 보내면 서버가 못 버텨요.", "나: 네.", "가: 80만이 아니라 62만이네요."], {0}),
    # another unit, another speaker, no figure in its place: nothing is taken back
    (["가: 작년에 320건 났습니다. 아니 그런데 사람이 두 명 빠졌어요."], set()),
    (["가: 작년에 320건 났습니다.", "나: 아니 200건이라고 들었는데요."], set()),
    (["가: 작년에 320건 났습니다. 아니 왜 이렇게 많아요."], set()),
    (["가: 예산이 300만 원이에요.", "나: 300만 원이 아니라 다른 문제예요."], set()),
]


@pytest.mark.parametrize(("turns", "indices"), TAKEN_BACK)
def test_a_figure_put_right_is_taken_back(turns: list[str], indices: set[int], korean: Korean) -> None:
    said = talk(korean, *turns, "다: 네.").said
    assert {u.index for u in said if u.is_taken_back} == indices


def test_no_line_says_a_figure_that_was_taken_back(korean: Korean) -> None:
    note = talk(
        korean,
        "가: 이번 행사에는 전체 회원 80만 명이 들어올 것으로 서버를 준비했습니다.",
        "나: 서버를 두 대 더 늘려 놓은 것도 이번 행사 때문입니다.",
        "가: 수신에 동의한 회원이 62만 명이라서 80만이 아니라 62만이네요.",
        "나: 네 그 회원 수에 맞춰서 서버 비용도 다시 계산했습니다.",
    )
    lines = [line.text for line in note.lines().values() if line.kind in (LineKind.SUMMARY, LineKind.BULLET)]
    assert lines
    assert not any("80만 명" in line for line in lines)
