"""One spelling a term over a note: right forms that are written in two ways are one row that one key unifies."""

from __future__ import annotations

import pytest
from marked_notes import analysed

from processing.korean import Korean
from processing.note import EditKind, apply
from processing.proposals import PROPOSE, Proposal, accepted
from processing.terms.context import Occurrence
from processing.terms.glossary import USER, Term
from processing.terms.lexicon import right_words
from processing.terms.search import TermSearch
from processing.terms.style import is_torn
from processing.transcript import transcript

FOLDED_BELOW = 0.2  # what the window shows without being asked (desktop.note.review_rows)
CHAT = Term("ChatGPT", ("챗지피티",), ("ai",), ("챗GPT", "챗지피티", "오픈AI 챗봇"))
TUNING = Term("파인튜닝", ("파인튜닝",), ("ai",), ("파인 튜닝", "fine-tuning"))
FULL = Term("RAG", ("래그",), ("ai",), ("검색 증강 생성",))


def styled(text: str, korean: Korean, *terms: Term) -> list[Proposal]:
    note = analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)
    found = TermSearch(terms, right_words()).proposals(note.analysis)
    assert all(p.decision == PROPOSE and p.edit.kind is EditKind.STYLE for p in found)
    return found


def shown(found: list[Proposal]) -> list[str]:
    return [f"{p.edit.before}>{p.edit.after}" for p in found]


SMALL = [Term("token", ("토큰",), ("ai",)), Term("8K", ("팔케이",), ("media",))]


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("챗gpt를 씁니다. 챗GPT가 답합니다.", ["챗gpt>챗GPT"]),
        ("ChatGPT를 씁니다. ChatGPT가 낫죠. 챗GPT는 쉽습니다.", ["챗GPT>ChatGPT"]),
        ("챗GPT를 씁니다. 챗GPT가 낫죠. ChatGPT는 쉽습니다.", ["ChatGPT>챗GPT"]),
        ("ChatGPT를 쓰는데 오픈AI 챗봇이라고도 합니다.", []),
        ("파인튜닝을 합니다. 파인튜닝이 어렵죠. 파인 튜닝은 비쌉니다.", ["파인 튜닝>파인튜닝"]),
        ("RAG를 씁니다. 검색 증강 생성이라는 뜻입니다.", []),
        ("Token Ring을 봅니다. token은 다릅니다.", []),
        ("컨텍스트는 8k 정도입니다. 8K 영상은 다르죠.", []),
    ],
)
def test_the_form_that_the_note_uses_most_is_kept(text: str, edits: list[str], korean: Korean) -> None:
    assert shown(styled(text, korean, CHAT, TUNING, FULL, *SMALL)) == edits


def test_a_person_s_own_term_is_written_as_they_put_it_down(korean: Korean) -> None:
    own = Term("챗GPT", ("챗지피티",), ("ai",), ("ChatGPT",), USER)
    found = styled("ChatGPT를 씁니다. ChatGPT가 낫죠. 챗GPT는 쉽습니다.", korean, own)
    assert shown(found) == ["ChatGPT>챗GPT", "ChatGPT>챗GPT"]


def test_one_key_unifies_and_nothing_else_changes(korean: Korean) -> None:
    text = "챗GPT를 씁니다. ChatGPT는 쉽고 ChatGPT가 낫죠."
    note = analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)
    found = TermSearch([CHAT], right_words()).proposals(note.analysis)
    assert {p.term for p in found} == {"ChatGPT"}
    state = apply(note.state, accepted(note.state, found))
    (turn,) = transcript(note.source, state)
    assert turn.text == "ChatGPT를 씁니다. ChatGPT는 쉽고 ChatGPT가 낫죠."


def test_a_particle_follows_the_form_that_comes(korean: Korean) -> None:
    own = Term("token", ("토큰",), ("ai",), ("토큰",), USER)
    assert shown(styled("토큰을 세고 토큰이 줄었죠.", korean, own)) == ["토큰>token", "토큰>token"]
    letters = Term("SQL", ("시퀄",), ("data",), ("시퀄",), USER)
    assert shown(styled("시퀄로 씁니다.", korean, letters)) == ["시퀄>SQL"]
    hub = Term("보틀넥", ("보틀넥",), ("development",), ("bottleneck",), USER)
    assert shown(styled("bottleneck를 봅니다. 보틀넥이 있죠.", korean, hub)) == ["bottleneck를>보틀넥을"]


def test_what_differs_in_its_blanks_only_is_shown_folded(korean: Korean) -> None:
    (blanks,) = styled("파인튜닝을 합니다. 파인튜닝이 어렵죠. 파인 튜닝은 비쌉니다.", korean, TUNING)
    (letters,) = styled("챗GPT를 씁니다. 챗GPT가 낫죠. ChatGPT는 쉽습니다.", korean, CHAT)
    assert blanks.edit.confidence < FOLDED_BELOW <= letters.edit.confidence


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("쿠버 네티스", True),
        ("쿠버네티스", False),
        ("파인 튜닝", False),  # a form with this blank
        ("AP I", True),
        ("API", False),
        ("Chat GPT", False),  # a name of Latin words is parted as one likes
        ("오픈AI 챗 봇", False),
    ],
)
def test_a_torn_word_is_hangul_or_an_acronym_with_a_blank_that_no_form_has(text: str, is_so: bool) -> None:
    terms = [CHAT, TUNING, Term("API", ("에이피아이",), ()), Term("Kubernetes", ("쿠버네티스",), (), ("쿠버네티스",))]
    solid = text.replace(" ", "").casefold()
    (term,) = [one for one in terms if solid in {form.replace(" ", "").casefold() for form in one.forms}]
    assert is_torn(Occurrence(term, 0, 0, len(text), text)) == is_so
