"""Without a key: the same words by way of the clipboard, and what is pasted goes over the same rails."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import TALK, drop_files, page_of
from models import minutes
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.model.answer_sheet import IS_QUESTION, AnswerSheet
from desktop.model.question_sheet import QuestionSheet
from desktop.note_page import NotePage
from processing.note import LineKind
from tests.processing.model.scripted import lines


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def answer_to(question: str) -> dict[str, Any]:
    """What a good chat answers to a copied question."""
    return minutes({"messages": [{}, {"content": question}]})


def open_question(window: MainWindow, qtbot: QtBot) -> QuestionSheet:
    window.menus.action("copy_question").trigger()
    (sheet,) = window.findChildren(QuestionSheet)
    qtbot.waitUntil(sheet.copy_button.isEnabled)
    return sheet


def open_answer(window: MainWindow, qtbot: QtBot) -> AnswerSheet:
    window.menus.action("paste_answer").trigger()
    (sheet,) = [one for one in window.findChildren(AnswerSheet) if one.isVisible()]
    qtbot.waitUntil(lambda: not sheet.said.text().startswith("물어본 글을 찾는"))
    return sheet


def decisions(page: NotePage) -> list[str]:
    return [line.text for line in page.session.state.lines.values() if line.kind is LineKind.DECISION]


@pytest.fixture
def question(window: MainWindow, page: NotePage, qtbot: QtBot) -> str:
    """The words that 복사 has put on the clipboard."""
    sheet = open_question(window, qtbot)
    qtbot.mouseClick(sheet.copy_button, Qt.MouseButton.LeftButton)
    assert sheet.said.text().startswith("복사했습니다.")
    sheet.close()
    return clipboard()


def test_the_question_is_numbered_with_its_contract_and_on_record(
    question: str, page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    assert re.search(r"^1\| 이번 주에는", question, re.MULTILINE)
    assert '"action_items"' in question
    qtbot.waitUntil(lambda: "물어볼 글 1번 복사" in page.privacy.text())
    assert page.privacy.text() == "말끔이 밖으로 보낸 내용 없음 · 물어볼 글 1번 복사"


def test_the_answer_is_seen_before_it_is_taken_and_is_one_undo(
    question: str, page: NotePage, window: MainWindow, qtbot: QtBot
) -> None:
    before = page.session.state
    QGuiApplication.clipboard().setText(f"정리했습니다.\n```json\n{json.dumps(answer_to(question))}\n```")
    sheet = open_answer(window, qtbot)
    qtbot.waitUntil(sheet.take_button.isEnabled)
    rows = [sheet.found.item(i).text() for i in range(sheet.found.count())]
    assert "결정 사항 · 예산은 지난달과 같이 가기로 함" in rows
    assert "1개는 녹취록에서 근거를 찾지 못해 뺐습니다" in sheet.said.text()
    assert page.session.state == before
    qtbot.mouseClick(sheet.take_button, Qt.MouseButton.LeftButton)
    assert decisions(page) == ["예산은 지난달과 같이 가기로 함"]
    page.session.undo()
    assert page.session.state == before


def test_line_numbers_are_those_of_the_moment_of_copying_even_after_a_restart(
    question: str, page: NotePage, window: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    answer = json.dumps(answer_to(question), ensure_ascii=False)
    page.session.flush()
    first = page.session.turns()[0]
    change = first.paragraphs[0].change(page.session.state, 0, len(first.paragraphs[0].text), "한 줄로 줄였습니다.")
    page.session.commit(change, "발언 고침")
    again = make_window()
    again.open_note(1)
    page = page_of(again, qtbot)
    sheet = open_answer(again, qtbot)
    sheet.text.setPlainText(answer)
    qtbot.waitUntil(sheet.take_button.isEnabled)
    sheet.take()
    (decision,) = [one for one in page.session.state.lines.values() if one.kind is LineKind.DECISION]
    assert [page.session.source.slice(place) for place in decision.places] == [
        "예산은 지난달과 같이 가기로 하겠습니다."
    ]


def test_misheard_words_can_be_asked_for_by_hand_too(window: MainWindow, page: NotePage, qtbot: QtBot) -> None:
    sheet = open_question(window, qtbot)
    qtbot.mouseClick(sheet.terms, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sheet.copy_button.isEnabled)
    sheet.copy()
    sheet.close()
    number = next(row for row in clipboard().splitlines() if "초안을" in row).partition("|")[0]
    state = page.session.state
    sheet_of_answer = open_answer(window, qtbot)
    said = {"edits": [{"line": int(number), "before": "초안을", "after": "시안을", "kind": "word"}]}
    sheet_of_answer.text.setPlainText(json.dumps(said, ensure_ascii=False))
    qtbot.waitUntil(sheet_of_answer.take_button.isEnabled)
    assert sheet_of_answer.take_button.text() == "제안에 넣기"
    sheet_of_answer.take()
    assert page.session.state == state
    assert any(p.edit.after == "시안을" for p in page.session.open_proposals())


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("그냥 이야기입니다.", "모두 복사했는지"),
        ('{"decisions": [{"text": "예산은 지난달과 같', "모두 복사했는지"),
        ("죄송하지만 도와드릴 수 없습니다.", "거절했습니다"),
        ('{"minutes": 1}', "다시 물어봐 주세요"),
        ('{"decisions": [{"text": "지어낸 결정", "lines": [999]}]}', "이 노트에 대해 받은 답인지"),
    ],
)
def test_a_useless_answer_is_told_and_changes_nothing(
    window: MainWindow, page: NotePage, qtbot: QtBot, pasted: str, said: str
) -> None:
    before = page.session.state
    sheet = open_answer(window, qtbot)
    sheet.text.setPlainText(pasted)
    qtbot.waitUntil(lambda: said in sheet.said.text())
    assert not sheet.take_button.isEnabled()
    sheet.take()
    assert page.session.state == before


def test_the_question_itself_is_not_taken_for_an_answer(
    question: str, window: MainWindow, page: NotePage, qtbot: QtBot
) -> None:
    sheet = open_answer(window, qtbot)
    assert sheet.text.toPlainText() == ""  # it lies on the clipboard, and is not put in
    sheet.text.setPlainText(question)
    qtbot.waitUntil(lambda: sheet.said.text() == IS_QUESTION)
    assert not sheet.take_button.isEnabled()


def test_a_long_note_goes_in_parts_and_a_missing_answer_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "긴 회의.txt"
    file.write_text(
        TALK
        + "\n".join(
            f"\n참석자 1 {i:02}:00\n{i}번째 안건을 길게 이야기했습니다. " + "말이 이어집니다. " * 60
            for i in range(10, 50)
        ),
        "utf-8",
    )
    drop_files(window, [file])
    page = page_of(window, qtbot)
    sheet = open_question(window, qtbot)
    count = sheet.parts.list.count()
    assert count > 1
    questions = []
    for i in range(count):
        assert sheet.copy_button.text() == f"{i + 1}/{count} 복사"
        qtbot.mouseClick(sheet.copy_button, Qt.MouseButton.LeftButton)
        questions.append(clipboard())
    assert len(set(questions)) == count
    assert sheet.said.text().startswith("복사했습니다. 받은 답을 모두")
    sheet.close()
    answer = open_answer(window, qtbot)
    answer.text.setPlainText(json.dumps(answer_to(questions[0])))
    qtbot.waitUntil(answer.take_button.isEnabled)
    assert "답이 없는 부분이 있습니다(2번째" in answer.said.text()
    rest = [_about(question) for question in questions[1:]]
    answer.text.setPlainText("\n".join([json.dumps(answer_to(questions[0])), *rest]))
    qtbot.waitUntil(lambda: answer.take_button.isEnabled() and "답이 없는" not in answer.said.text())
    answer.take()
    assert len(decisions(page)) == count


def _about(question: str) -> str:
    number, words = next(re.finditer(r"^(\d+)\| (\d+번째 안건)", question, re.MULTILINE)).groups()
    return json.dumps(lines(decisions=[{"text": f"{words}을 정함", "lines": [int(number)]}]), ensure_ascii=False)
