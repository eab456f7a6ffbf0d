"""Numbers and addresses of people: hidden before sending, back afterwards, and ordinary figures left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.model.masking import NO_MASK, UNKNOWN, mask_of

PRIVATE = [
    ("전화번호", "제 번호는 010-1234-5678이에요", "010-1234-5678"),
    ("전화번호", "01012345678로 전화 주세요", "01012345678"),
    ("전화번호", "010 1234 5678입니다", "010 1234 5678"),
    ("전화번호", "+82 10-1234-5678로요", "+82 10-1234-5678"),
    ("전화번호", "사무실은 02-345-6789고요", "02-345-6789"),
    ("전화번호", "팩스는 (031) 345-6789", "(031) 345-6789"),
    ("전화번호", "고객센터 1588-1234", "1588-1234"),
    ("전화번호", "공일공 일이삼사 오육칠팔로 주세요", "공일공 일이삼사 오육칠팔"),
    ("전화번호", "번호는 공일공 일이삼사 오육칠팔이고요", "공일공 일이삼사 오육칠팔"),
    ("전화번호", "공일공에 일이삼사에 오육칠구 일 거예요", "공일공에 일이삼사에 오육칠구"),
    ("전화번호", "010 일이삼사 오육칠팔입니다", "010 일이삼사 오육칠팔"),
    ("전화번호", "사무실은 공이 오오오 공일구구예요", "공이 오오오 공일구구"),
    ("주민등록번호", "구공공일공일 다시 일이삼사오육칠이에요", "구공공일공일 다시 일이삼사오육칠"),
    ("카드번호", "카드는 사일일일 일일일일 이이이이 삼삼삼삼이요", "사일일일 일일일일 이이이이 삼삼삼삼"),
    ("계좌번호", "국민 일이삼사오육 공사 일이삼사오육으로 보내요", "일이삼사오육 공사 일이삼사오육"),
    ("이메일", "메일은 hong.gil-dong+a@mail.example.co.kr로", "hong.gil-dong+a@mail.example.co.kr"),
    ("주민등록번호", "주민번호 900101-1234567이요", "900101-1234567"),
    ("주민등록번호", "900101-1******로 적혀 있어요", "900101-1******"),
    ("주민등록번호", "9001011234567", "9001011234567"),
    ("카드번호", "카드 1234-5678-9012-3456으로", "1234-5678-9012-3456"),
    ("카드번호", "1234 5678 9012 3456", "1234 5678 9012 3456"),
    ("카드번호", "아멕스 3782-822463-10005", "3782-822463-10005"),
    ("계좌번호", "국민은행 123456-04-123456으로 입금", "123456-04-123456"),
    ("계좌번호", "신한 110-234-567890이요", "110-234-567890"),
    ("계좌번호", "계좌 3333123456789", "3333123456789"),
]

ORDINARY = [
    "2026-09-18에 봅시다",
    "2026.05.15 오후 5:02에 시작",
    "예산은 3,000만 원이고 12,500,000원까지",
    "1시간 30분 동안 54분 11초",
    "버전 3.54.0이고 포트는 11434",
    "점유율 35.5%, 매출 1200억, 10-20명",
    "100, 200, 300까지",
    "2025년 3월 1일부터 2026년 2월 28일",
    "A2A랑 B2B, GPT-4o",
    "일이삼사 순서대로",
    "그 일이 이삼일 걸리고 사오일 뒤에 이사 일이 있어요",
    "이천이십육년 십일월 이십이일 두 시 삼십 분",
    "공영 주차장 일이 육칠 건, 오 일 사 일 다 안 돼요",
]


@pytest.mark.parametrize(("kind", "text", "number"), PRIVATE)
def test_what_belongs_to_a_person_is_hidden_and_comes_back(kind: str, text: str, number: str) -> None:
    mask = mask_of([text])
    hidden = mask.hide(text)
    assert hidden == text.replace(number, f"[{kind}#1]")
    assert mask.restore(hidden) == text


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_figures_stay(text: str) -> None:
    assert mask_of([text]).hide(text) == text


def test_one_number_has_one_sign_throughout() -> None:
    texts = ["010-1111-2222와 010-3333-4444", "다시 010-1111-2222"]
    mask = mask_of(texts)
    assert [mask.hide(text) for text in texts] == ["[전화번호#1]와 [전화번호#2]", "다시 [전화번호#1]"]


def test_a_sign_comes_back_though_the_model_bent_it() -> None:
    mask = mask_of(["010-1111-2222"])
    for bent in ("[전화번호#1]", "전화번호#1", "[전화번호 # 1]", "［전화번호#1］", "전화번호 #1"):
        assert mask.restore(f"{bent}로 전화함") == "010-1111-2222로 전화함"
    assert mask.restore("[전화번호#7]") == "[전화번호#7]"


def test_words_that_look_like_a_sign_are_not_taken_for_one() -> None:
    text = "화면에 [전화번호#1]이라고 나오고 제 번호는 010-1111-2222예요"
    mask = mask_of([text])
    assert mask.restore(mask.hide(text)) == text


def test_what_the_mask_has_not_seen_is_hidden_for_good() -> None:
    assert mask_of([]).hide("010-1111-2222") == UNKNOWN


def test_without_a_mask_words_leave_as_they_are() -> None:
    assert NO_MASK.hide("010-1111-2222") == "010-1111-2222"


speech = st.text(alphabet="0123456789-. @가나공일이삼a.[]#전화번호\n", max_size=60)


@given(st.lists(speech, max_size=4))
def test_hiding_and_restoring_is_identity(texts: list[str]) -> None:
    mask = mask_of(texts)
    assert [mask.restore(mask.hide(text)) for text in texts] == texts


@given(
    st.text(alphabet="가나다 .,", max_size=20), st.integers(0, 99_999_999), st.text(alphabet="가나다 .,", max_size=20)
)
def test_a_mobile_number_never_stays(before: str, digits: int, after: str) -> None:
    text = f"{before}010-{digits:08d}"[: len(before) + 8] + f"-{digits % 10000:04d}{after}"
    assert not re.search(r"010-\d{4}-\d{4}", mask_of([text]).hide(text))
