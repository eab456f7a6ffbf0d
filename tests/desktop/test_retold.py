"""What the program keeps in Korean and the window shows is told in English too."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from speaking import spoken_english

from desktop.retold import FIELD, retold
from processing.journal import Entry, inverse
from processing.note import Change
from processing.readers import refusals
from processing.readers.imported import counts_told
from processing.terms.glossary import read_glossary

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "assets" / "translations" / "retold_en.json"
HANGUL = re.compile("[가-힣]")
# rooms whose every Korean sentence may reach the window, and what in them is no sentence
TOLD = (
    "processing/corrections.py",
    "processing/consulting.py",
    "processing/files.py",
    "processing/library/troubles.py",
    "processing/library/store.py",
    "processing/model/failure.py",
    "processing/model/summary_by_model.py",
    "processing/model/terms_by_model.py",
    "processing/pipeline.py",
    "processing/readers/imported.py",
    "processing/readers/warnings.py",
    "processing/secret.py",
    "processing/terms/exchange.py",
    "processing/terms/glossary.py",
    "processing/terms/judgement.py",
    "processing/terms/learning.py",
    "processing/terms/spread.py",
    "processing/terms/style.py",
    "processing/turns/certain.py",
    "processing/unread.py",
    "processing/export/formats.py",
)
NO_SENTENCE = {
    "제목 없음",
    " 등",
    "7번째",
    " 7개",
    "가",
    "힣",
}  # no title; parts of a list of numbers; the ends of Hangul
# kept in the window's own files: names of files and roles, which are data of the person's documents
DATA = {
    "말끔",
    "한국어",
    "예시 노트.txt",
    "붙여넣은 글.txt",
    "말끔_모든 자료.zip",
    "내 용어.csv",
    "노트",
    *("오후 낮 점심 저녁 밤 pm", "정오", "자정", "반", "밤"),  # what a person may type for a time
    *("진행", "발표자", "멘토", "멘티", "질문자", "강사", "서기"),
}


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QTranslator]:
    """The interface speaks English."""
    with spoken_english(qapp) as translator:
        yield translator


def texts_of(path: Path, only_in: str = "") -> Iterator[str]:
    """Every Korean text that a module makes, data filled in with 7; only arguments of one function if it is named."""
    tree = ast.parse(path.read_text("utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        inside = _around(node, parents)
        if any(isinstance(one, ast.JoinedStr) for one in inside) or isinstance(inside[:1] and inside[0], ast.Expr):
            continue
        if only_in and not any(isinstance(one, ast.Call) and ast.unparse(one.func) == only_in for one in inside):
            continue
        text = _filled(node)
        if HANGUL.search(text) and not re.search(r"\(\?|\\s|\[가", text):
            yield text


def _around(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> list[ast.AST]:
    around = []
    while node in parents:
        node = parents[node]
        around.append(node)
    return around


def _filled(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


@pytest.mark.parametrize("name", TOLD)
def test_every_sentence_of_the_rooms_that_speak_to_the_window_is_told(english: QTranslator, name: str) -> None:
    told = {text: retold(text) for text in texts_of(ROOT / name) if text not in NO_SENTENCE}
    korean_words = re.compile("'[^']*'|저희")  # what stands in Korean windows and files is quoted as it is
    untold = [text for text, said in told.items() if HANGUL.search(korean_words.sub("", said))]
    assert told
    assert not untold


@pytest.mark.parametrize("kind", refusals._SENTENCES)
def test_every_refusal_of_a_file_is_told_with_its_name(english: QTranslator, kind: str) -> None:
    told = retold(refusals.refusal(kind, "회의.txt").sentence)
    assert told.startswith("'회의.txt': ")
    assert not HANGUL.search(re.sub("'[^']*'", "", told))


def test_every_name_of_a_change_is_told(english: QTranslator) -> None:
    texts = (
        {text for path in sorted((ROOT / "desktop").rglob("*.py")) for text in texts_of(path, "kept")}
        - DATA
        - NO_SENTENCE
    )
    untold = [text for text in sorted(texts) if HANGUL.search(retold(text.replace("HEADINGS", "")))]
    assert len(texts) > 40
    assert not untold


def table() -> list[tuple[str, str]]:
    return list(json.loads(TABLE.read_text("utf-8")).items())


@pytest.mark.parametrize(("korean", "told"), table())
def test_each_sentence_is_told_by_its_own_line_with_its_data(english: QTranslator, korean: str, told: str) -> None:
    assert set(FIELD.findall(told)) <= set(FIELD.findall(korean))
    assert retold(FIELD.sub("7", korean)) == FIELD.sub("7", told)


@pytest.mark.parametrize(
    ("korean", "told"),
    [
        ("사전에 없는 말 · 가까이에 파인튜닝, 랭체인", "in no dictionary · near 파인튜닝, 랭체인"),
        (counts_told(30, 5, 2), "Turns: 30 · attendees: 5 · unread lines: 2"),
        ("다시 실행: 결정 사항에 넣음", "Redo: Added to: Decisions"),
        ("레그 → RAG 6곳 적용", "레그 → RAG applied (6×)"),
        ("참석자 이름: 회의록", "Attendee's name: 회의록"),  # a person's word, though the program has the same
        ("'저는 결제팀 김유진이고요.'라고 자신을 소개함.", "introduced as '저는 결제팀 김유진이고요.'."),
        (
            "앞사람이 '지훈 님'을 부른 다음에 말함, 지난 회의에 있던 이름.",
            "speaks after '지훈 님' was called, a name of the last meeting.",
        ),
        ("아무도 모르는 말", "아무도 모르는 말"),
        ("", ""),
    ],
)
def test_data_stays_and_the_programs_own_words_are_told(english: QTranslator, korean: str, told: str) -> None:
    assert retold(korean) == told


def test_an_error_is_told_with_its_name_and_row(english: QTranslator, tmp_path: Path) -> None:
    broken = tmp_path / "우리.csv"
    broken.write_text("용어\n", encoding="utf-8")
    with pytest.raises(Exception, match="우리") as caught:
        read_glossary(broken)
    assert retold(str(caught.value)).startswith("The first row of the glossary '우리.csv'")


def test_korean_stays_as_it_is_in_korean(qapp: QApplication) -> None:
    assert retold("줄 옮김") == "줄 옮김"


def test_an_undone_change_is_told(english: QTranslator) -> None:
    from datetime import UTC, datetime

    entry = Entry(1, datetime(2026, 4, 28, tzinfo=UTC), "person", "줄 옮김", Change())
    assert retold(inverse(entry, 2, datetime(2026, 4, 28, tzinfo=UTC)).what) == "Undone: Line moved"
