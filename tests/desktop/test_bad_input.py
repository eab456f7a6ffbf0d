"""Everything that cannot become a note is told in one sentence that says what to do, and leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import drop_files
from pytestqt.qtbot import QtBot
from test_main_window import box_of

from desktop.main_window import MainWindow

BAD = {
    "빈 파일.txt": b"",
    "빈칸만.txt": b" \n\n ",
    "문서.hwp": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "문서.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(600),
    "녹음.m4a": b"\x00\x00\x00\x20ftypM4A " + bytes(600),
    "사진.png": b"\x89PNG\r\n\x1a\n" + bytes(600),
    "이진.txt": bytes(range(256)) * 8,
    "공유 링크.txt": b"https://clovanote.naver.com/s/abcdef",
    "말이 없음.txt": "새로운 노트\n2026.04.28 화 오후 2:00 ・ 5분\n".encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_and_leaves_nothing(window: MainWindow, tmp_path: Path, name: str, qtbot: QtBot) -> None:
    file = tmp_path / name
    file.write_bytes(BAD[name])
    drop_files(window, [file])
    box = box_of(window, qtbot)
    assert name in box.text() + box.informativeText()
    assert box.informativeText().endswith(("세요.", "요."))
    assert window.page is None
    with qtbot.waitSignal(window.shelf.recent().done) as recent:
        pass
    assert recent.args == [[]]


def test_200_mb_are_refused_without_being_read(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "큰 파일.txt"
    with file.open("wb") as hollow:
        hollow.truncate(210_000_000)
    drop_files(window, [file])
    assert "200MB가 넘는 파일" in box_of(window, qtbot).informativeText()


def test_a_folder_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    drop_files(window, [tmp_path])
    assert "폴더" in box_of(window, qtbot).informativeText()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "잠긴 파일.txt"
    file.write_text("말", encoding="utf-8")
    file.chmod(0)
    drop_files(window, [file])
    assert "권한" in box_of(window, qtbot).informativeText()


def test_one_bad_file_among_good_ones_does_not_stop_them(
    window: MainWindow, talk_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "문서.pdf"
    bad.write_bytes(BAD["문서.pdf"])
    with qtbot.waitSignal(window.importing.ended):
        drop_files(window, [bad, talk_file])
    assert window.page is not None
    assert window.imported.sentence == "파일 2개 가운데 1개를 가져왔습니다. 1개는 읽지 못했습니다."
    assert [name for name, _ in window.importing.run.refused] == ["문서.pdf"]
