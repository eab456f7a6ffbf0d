"""What a note says again and again is offered for what was heard nearly so, and never applied."""

from __future__ import annotations

import pytest

from processing.korean import Korean
from processing.note import EditKind
from processing.proposals import PROPOSE
from processing.terms.glossary import USER, Term
from processing.terms.own_words import LIKELY, SURE
from processing.terms.search import TermSearch
from tests.processing.terms.spoken_note import found

IMPLANT = "임플란트를 심습니다. 임플란트가 굳어야 합니다. 임플란트 위에 얹습니다. "
COLUMN = "크로마토그래피로 재고, 크로마토그래피를 돌리고, 크로마토그래피가 끝났습니다. "


def test_an_ordinary_word_said_again_and_again_is_offered_before_a_term_from_elsewhere(
    korean: Korean, search: TermSearch
) -> None:
    (one,) = found(f"{IMPLANT}다음에 인플루언트를 씌웁니다.", korean, search)
    assert (one.decision, one.edit.before, one.edit.after) == (PROPOSE, "인플루언트", "임플란트")
    assert "인플루언스" in one.alternatives
    assert one.edit.confidence == SURE
    assert one.edit.reason == "이 노트에 3번 나오는 '임플란트'와 소리가 비슷합니다"


def test_a_word_said_less_often_is_not_the_note_s_own(korean: Korean, search: TermSearch) -> None:
    text = "임플란트를 심습니다. 임플란트가 굳어야 합니다. 다음에 인플루언트를 씌웁니다."
    assert "임플란트" not in [one.term for one in found(text, korean, search)]


REGULAR = "레귤러로 뽑고, 레귤러가 좋고, 레귤러를 넣고, 레귤러도 됩니다. "


@pytest.mark.parametrize(("told", "offered"), [(f"{REGULAR}레귤러입니다. ", ["레귤러"]), (REGULAR, [])])
def test_a_short_word_is_offered_if_it_comes_often(
    told: str, offered: list[str], korean: Korean, search: TermSearch
) -> None:
    assert [one.edit.after for one in found(f"{told}그때 레글러를 냈습니다.", korean, search)] == offered


def test_a_short_word_is_not_offered_for_a_word_that_a_dictionary_has(korean: Korean, search: TermSearch) -> None:
    told = "창고로 보내고, 창고에 두고, 창고가 차고, 창고를 열고, 창고도 봅니다. "
    assert found(f"{told}그 자료를 참고를 했습니다.", korean, search) == []


def test_a_term_put_right_once_is_offered_for_what_is_further_away(korean: Korean) -> None:
    own = TermSearch([Term("크리스토발라이트", ("크리스토발라이트",), (), (), USER)])
    first, second = found("크리스토발라이뜨 층입니다. 위쪽에는 트리스토파라이 층이 있습니다.", korean, own)
    assert (first.decision, first.edit.after) == ("apply", "크리스토발라이트")
    assert (second.decision, second.edit.after, second.edit.kind) == (PROPOSE, "크리스토발라이트", EditKind.TERM)
    assert second.edit.reason == "이 노트에서 바로잡은 '크리스토발라이트'와 소리가 비슷합니다"


@pytest.mark.parametrize(
    ("heard", "confidence"), [("트리스토파라이", [SURE]), ("트리시토마라", [LIKELY]), ("트리스마파나", [])]
)
def test_the_further_away_an_own_word_is_heard_the_less_sure_it_is(
    heard: str, confidence: list[float], korean: Korean
) -> None:
    own = TermSearch([Term("크리스토발라이트", ("크리스토발라이트",), (), (), USER)])
    offered = found(f"크리스토발라이뜨 층입니다. 위쪽에는 {heard} 층이 있습니다.", korean, own)
    assert [one.edit.confidence for one in offered if one.heard == heard] == confidence


def test_a_term_and_the_noun_after_it_are_found_in_one_word(korean: Korean) -> None:
    own = TermSearch([Term("프리시전", ("프리시전",), (), (), USER)])
    told = "프리시전 메디슨이 나왔고 프리시전 메디슨을 하자고, 프리시전 메디슨이 됐죠. "
    (one,) = found(f"{told}그래서 프리시저메디슨을 봅니다.", korean, own)
    assert (one.edit.before, one.edit.after) == ("프리시저메디슨", "프리시전 메디슨")


def test_the_particle_follows_the_own_word(korean: Korean, search: TermSearch) -> None:
    offered = found(f"{COLUMN}어제 크로마토르래핌을 봤습니다.", korean, search)
    assert [(one.edit.before, one.edit.after) for one in offered] == [("크로마토르래핌을", "크로마토그래피를")]


@pytest.mark.parametrize(
    "text",
    [
        f"{IMPLANT}재임플란트는 없습니다.",
        f"{IMPLANT}임플란트까지 봅니다.",
        f"{IMPLANT}프랑켄슈타인 영화를 봤습니다.",
    ],
)
def test_what_holds_the_own_word_or_is_far_from_it_is_left(text: str, korean: Korean, search: TermSearch) -> None:
    assert found(text, korean, search) == []
