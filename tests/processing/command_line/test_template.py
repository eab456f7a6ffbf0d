"""`--template` on the command line: one that ships, a file of one's own, and what is neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from processing.cli import DONE, USAGE, main

NOTE = """주간 회의

2026.04.28 화 오후 8:02 · 30초

홍길동

참석자 1 00:00

이번 분기 예산은 삼천만 원으로 확정하겠습니다. 제가 다음 주 금요일까지 비용 보고서를 써서 공유드리겠습니다.
"""
OWN = "# 주간 보고\n결정 사항 = 이번 주에 정한 것\n할 일 = 다음 주까지\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "주간 회의.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def heads(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n") if line.startswith("#")]


def clean(*words: object) -> int:
    return main(["clean", "--no-builtin-glossary", "--no-progress", *map(str, words)])


def test_a_file_of_one_s_own_lays_the_minutes_out(note: Path, tmp_path: Path) -> None:
    own, result = tmp_path / "양식.txt", tmp_path / "결과.md"
    own.write_text(OWN, "utf-8")
    assert clean(note, "-o", result, "--template", own) == DONE
    assert heads(result) == ["# 주간 보고", "## 이번 주에 정한 것", "## 다음 주까지", "## 붙임. 녹취록"]


def test_without_a_summary_what_was_not_looked_for_is_left_out_of_it(note: Path, tmp_path: Path) -> None:
    own, result = tmp_path / "양식.txt", tmp_path / "결과.md"
    own.write_text(OWN, "utf-8")
    assert clean(note, "-o", result, "--template", own, "--summary", "none") == DONE
    assert heads(result) == ["# 주간 보고", "## 붙임. 녹취록"]


def test_every_file_of_a_folder_follows_it(note: Path, tmp_path: Path) -> None:
    own = tmp_path / "양식.txt"
    own.write_text(OWN, "utf-8")
    (tmp_path / "회의").mkdir()
    note.rename(tmp_path / "회의" / note.name)
    assert (
        clean(
            tmp_path / "회의", "--out-dir", tmp_path / "결과", "--format", "md", "--template", own, "--summary", "none"
        )
        == DONE
    )
    (made,) = (tmp_path / "결과").iterdir()
    assert heads(made)[0] == "# 주간 보고"


@pytest.mark.parametrize("word", ["", "memo", "없는 양식.txt", "."])
def test_what_is_no_template_is_a_wrong_command(word: str, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert clean(note, "--template", word) == USAGE
    assert "--template에는 minutes, lecture 또는" in capsys.readouterr().err


def test_a_slip_in_the_file_is_told_with_its_line(
    note: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "양식.txt"
    own.write_text("# 보고\n결제 사항\n", "utf-8")
    assert clean(note, "-o", tmp_path / "결과.md", "--template", own) == USAGE
    assert "양식 파일 '양식.txt': 2번째 줄: '결제 사항'" in capsys.readouterr().err
    assert not (tmp_path / "결과.md").exists()


def test_the_template_is_never_written_over(note: Path, tmp_path: Path) -> None:
    own = tmp_path / "양식.txt"
    own.write_text(OWN, "utf-8")
    assert clean(note, "-o", own, "--template", own) == USAGE
    assert own.read_text("utf-8") == OWN
