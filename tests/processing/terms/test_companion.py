"""The terms of an agenda, of slides' text or of a blog post."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

from processing.errors import UnreadableFile
from processing.korean import Korean
from processing.pipeline import Workshop
from processing.terms.companion import terms_in
from processing.terms.glossary import USER, Term, squeezed

POST = """# 고객센터 챗봇 검토 (2026-03)

본 문서는 챗봇에 지식 그래프 색인(KGI)을 적용하는 방안을 정리합니다. 자세한 내용은 https://wiki.example.com/Guide 를 보세요.

- 가온트리움의 문서를 버다코어 팀이 정제한다. 가온트리움은 4월까지 데이터를 준다.
- Zentavo와 Milqua를 비교했다. Zentavo(젠타보)는 오픈소스다. 담당: 김현준 (HJ.Kim@example.com)
- The zx-m3 model is small. In this page we use it with you.

```python
from HiddenClient import Secret
```
P95는 2초 이내로 한다.
"""


def known_by(*names: str) -> Callable[[str], bool]:
    forms = {squeezed(name) for name in names}
    return lambda name: squeezed(name) in forms


@pytest.fixture
def found(korean: Korean) -> dict[str, Term]:
    return {term.term: term for term in terms_in(POST, known_by("챗봇"), korean.morphemes)}


def test_names_acronyms_and_words_that_come_again_are_proposed(found: dict[str, Term]) -> None:
    assert {"가온트리움", "Zentavo", "KGI", "zx-m3", "P95"} <= found.keys()
    assert all(term.origin == USER and term.readings for term in found.values())


def test_code_addresses_and_small_change_are_left_out(found: dict[str, Term]) -> None:
    assert (
        not {"HiddenClient", "Secret", "Guide", "HJ", "The", "In", "page", "small", "문서", "오픈소스"} & found.keys()
    )
    assert not [name for name in found if "example" in name.casefold()]


def test_a_reading_that_the_document_tells_is_taken(found: dict[str, Term]) -> None:
    assert found["Zentavo"].readings == ("젠타보",)
    assert found["Zentavo"].aliases == ("젠타보",)
    assert found["KGI"].aliases == ()
    assert all(
        "지식" not in reading for reading in found["KGI"].readings
    )  # 지식 그래프 색인 is what it means, not how it is said


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("이번에 lumina 를 씁니다. lumina 는 빠르고 lumina 는 쌉니다.", {"lumina"}),
        ("이번에 lumina 를 씁니다. lumina 는 빠릅니다.", set()),  # in small letters it must come once more
        ("이번에 Lumina 를 씁니다. Lumina 는 빠릅니다.", {"Lumina"}),
        ("이번에 Lumina 를 씁니다.", set()),
        ("이번에 Lumina Cloud 를 씁니다.", {"Lumina Cloud"}),
        ("이번에 가온트리움을 씁니다.", set()),
    ],
)
def test_a_plain_word_must_come_again(text: str, names: set[str], korean: Korean) -> None:
    assert {term.term for term in terms_in(text, known_by(), korean.morphemes)} == names


def test_another_spelling_of_a_term_is_no_term_of_its_own(korean: Korean) -> None:
    text = "에이블로(Ablo) 요금제를 봅니다. 에이블로 온보딩과 에이블로 계약. 하이퍼루프넷 (HyperLoopNet) 실증, 하이퍼루프넷 일정."
    found = {term.term: term.aliases for term in terms_in(text, known_by(), korean.morphemes)}
    assert found == {"Ablo": ("에이블로",), "HyperLoopNet": ("하이퍼루프넷",)}


def test_known_terms_are_left_out(korean: Korean) -> None:
    names = {term.term for term in terms_in(POST, known_by("zentavo", "가온 트리움"), korean.morphemes)}
    assert not {"Zentavo", "가온트리움"} & names


def test_a_text_without_terms_gives_none(korean: Korean) -> None:
    assert terms_in("", known_by(), korean.morphemes) == []
    assert terms_in("오늘은 날씨가 좋아서 다 같이 밥을 먹고 걸었습니다.", known_by(), korean.morphemes) == []


def word_file(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


@pytest.mark.parametrize("name", ["글.md", "안건.txt", "발표.docx"])
def test_every_kind_of_document_is_read(name: str, workshop_without_summary: Workshop) -> None:
    raw = word_file(POST) if name.endswith("docx") else POST.encode()
    names = {term.term for term in workshop_without_summary.terms_in(raw, name)}
    assert {"가온트리움", "Zentavo", "KGI"} <= names


def test_a_picture_is_refused_with_a_sentence(workshop_without_summary: Workshop) -> None:
    with pytest.raises(UnreadableFile) as refused:
        workshop_without_summary.terms_in(b"\x89PNG\r\n\x1a\n" + bytes(64), "사진.png")
    assert refused.value.sentence
