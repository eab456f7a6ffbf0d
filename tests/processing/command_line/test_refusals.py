"""Commands that cannot be meant, files that cannot be read or written: a sentence, an exit code, nothing half-written."""

from __future__ import annotations

import os
import re
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest

from processing.cli import main
from tests.processing.command_line.calls import NOTE, Run, names_in


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("{note}", "--colour"),
        ("{note}", "-o", "{folder}/a.pdf"),
        ("{note}", "-o", "{note}"),
        ("{note}", "--json", "{note}"),
        ("{note}", "-o", "{folder}/a.txt", "--json", "{folder}/a.txt"),
        ("{note}", "--out-dir", "{folder}", "--format", "txt"),
        ("{folder}",),
        ("{folder}", "-o", "{folder}/a.txt"),
        ("{folder}", "--out-dir", "{folder}"),
        ("{folder}", "--out-dir", "{folder}/out", "--json", "-"),
        ("{note}", "--terms", "model"),
        ("{note}", "--summary", "model", "--model", " "),
        ("{note}", "--summary", "somehow"),
        ("{note}", "--format", "hwp"),
        ("{note}", "-o", "{folder}/a.md", "--format", "txt"),
        ("{note}", "-o", "{folder}/a.md", "--out-dir", "{folder}/out"),
    ],
)  # fmt: skip
def test_a_command_that_cannot_be_meant_is_refused(run: Run, note: Path, arguments: tuple[str, ...]) -> None:
    told = run(*(a.format(note=note, folder=note.parent) for a in arguments))
    assert (told.code, told.out) == (2, "")
    assert told.error.strip()
    assert names_in(note.parent) == {note.name}
    assert note.read_text("utf-8") == NOTE


def test_help_is_no_error_and_korean(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for arguments, says in ((["clean", "--help"], "--out-dir 경로"), (["--help"], "명령:\n  clean ")):
        assert main(arguments) == 0
        told = capfdbinary.readouterr().out.decode()
        assert told.startswith("사용법: malkkeum")
        assert says in told
        assert not re.search(r"Usage|Options|Commands|COMMAND|default|Show|PATH|TEXT", told)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "다듬을 파일이나 폴더를 적어 주세요."),
        (("a", "b"), "파일이나 폴더는 하나만 적어 주세요. 이름에 빈칸이 있으면 따옴표로 묶어 주세요."),
        (("a", "--colour"), "--colour 옵션은 없습니다."),
        (("a", "--out-dri", "b"), "--out-dri 옵션은 없습니다. --out-dir인지 확인해 주세요."),
        (("a", "-o"), "-o 다음에 값을 적어 주세요."),
        (("a", "--no-progress=1"), "--no-progress에는 값을 붙이지 않습니다."),
        (("a", "--summary", "somehow"), "--summary에는 offline, model, none 가운데 하나를 적어 주세요."),
        (("a", "-o", "b.pdf"), "-o의 파일 이름은 .docx, .md, .txt, .srt 가운데 하나로 끝나야 합니다."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_command_is_told_in_korean(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    told = run(*arguments)
    assert told.code == 2
    assert told.error.splitlines()[0] == sentence
    assert not re.search(r"Usage|Error|Try ", told.error)


def test_a_file_that_is_none_is_told_in_a_sentence(run: Run, note: Path) -> None:
    picture = note.parent / "사진.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for path in (note.parent / "없는 파일.txt", picture):
        told = run(path, "-o", note.parent / "out.docx")
        assert (told.code, told.out) == (3, "")
        assert told.error.strip().endswith("주세요.")
    assert not (note.parent / "out.docx").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("{long}",), 3, "찾을 수 없으니"),
        (("{note}", "--out-dir", "{long}"), 3, "만들지 못했습니다"),
        (("{note}", "--json", "{long}"), 3, "너무 길어"),
        (("{note}", "--glossary", "{long}"), 3, "열지 못했습니다"),
        (("{note}", "--template", "{long}"), 2, "있는 양식 파일"),
        (("{note}", "-o", "{loop}"), 3, "되돌아오는 링크"),
        (("{note}", "--out-dir", "{loop}"), 3, "만들지 못했습니다"),
        (("{loop}",), 3, "찾을 수 없으니"),
        (("{loop}", "--out-dir", "{note}.out"), 3, "찾을 수 없으니"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_name_that_no_system_takes_is_told_in_a_sentence(
    run: Run, note: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    loop = note.parent / "loop.txt"
    loop.symlink_to(loop)
    told = run(*(one.format(note=note, loop=loop, long=note.parent / ("가" * 300)) for one in arguments))
    assert (told.code, told.out) == (code, "")
    assert says in told.error
    assert names_in(note.parent) == {note.name, loop.name}


def test_a_file_that_may_not_be_read_is_no_wrong_command(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: Any, **__: Any) -> Any:
        raise PermissionError

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "open", forbidden)
    told = run(note, "-o", note.parent / "a.docx")
    assert (told.code, told.out) == (3, "")
    assert "읽을 권한이 없으니" in told.error


def test_the_version_is_told(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    for version in (lambda _name: "1.2.3", unknown):
        monkeypatch.setattr("importlib.metadata.version", version)
        assert main(["--version"]) == 0
        assert capfdbinary.readouterr().out.decode().startswith("malkkeum ")


def test_a_broken_glossary_names_its_row_before_anything_slow(
    run: Run, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_words: object) -> None:
        raise AssertionError("Kiwi was loaded")

    monkeypatch.setattr("processing.pipeline.Korean", fail)
    glossary = note.parent / "용어.csv"
    glossary.write_text("term,readings,domain\nRAG,래그,ai\n,빈칸,ai\n", encoding="utf-8")
    told = run(note, "--glossary", glossary)
    assert told.code == 3
    assert "3행" in told.error


def test_a_result_that_cannot_be_written_leaves_nothing_behind(run: Run, note: Path) -> None:
    old = note.parent / "old.docx"
    old.write_bytes(b"old")
    (note.parent / ".~lock.old.docx#").write_text("")
    before = names_in(note.parent)
    for target in (note.parent / "없는 폴더" / "a.docx", old):
        told = run(note, "-o", target)
        assert told.code == 3
        assert "주세요" in told.error or "됩니다" in told.error
    assert names_in(note.parent) == before
    assert old.read_bytes() == b"old"


def test_an_error_in_one_result_writes_no_other(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from processing import workbench
    from processing.errors import UnwritableResult

    real = workbench.export

    def failing(minutes: Any, format_: str, *rest: Any, **more: Any) -> bytes:
        if format_ == "json":
            raise UnwritableResult("쓰지 못했습니다. 다시 해 주세요.")
        return real(minutes, format_, *rest, **more)

    monkeypatch.setattr(workbench, "export", failing)
    assert run(note, "-o", note.parent / "a.docx", "--json", note.parent / "a.json").code == 3
    assert names_in(note.parent) == {note.name}


def test_a_bug_is_told_without_a_word_of_the_note(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> bytes:
        raise KeyError("레그를 붙여 보려고")

    monkeypatch.setattr("processing.workbench.minutes_of", broken)
    told = run(note, "-o", note.parent / "a.docx", "--no-progress")
    assert told.code == 1
    assert "KeyError" in told.error
    assert "레그" not in told.error
    assert names_in(note.parent) == {note.name}


def test_an_interrupt_ends_with_130_and_writes_nothing(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("processing.workbench.export", interrupted)
    told = run(note, "-o", note.parent / "a.docx")
    assert told.code == 130
    assert names_in(note.parent) == {note.name}
