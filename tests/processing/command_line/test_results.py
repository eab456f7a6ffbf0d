"""What a command writes, and where: formats, JSON, standard output, a folder of files."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from tests.processing.command_line.calls import NOTE, Run, checked, names_in


def test_without_a_target_the_cleaned_text_goes_to_standard_output(run: Run, note: Path) -> None:
    told = run(note)
    assert told.code == 0
    assert "참석자 2" in told.out
    assert "배포는 5월 11일에 하기로 했습니다." in told.out
    assert "[  0%] 발언 정리" in told.error
    assert names_in(note.parent) == {note.name}
    assert note.read_text("utf-8") == NOTE


def test_what_was_read_is_told_and_what_was_not_with_its_lines(run: Run, note: Path) -> None:
    assert run(note).error.splitlines()[0] == "발언 4개 · 참석자 2명"
    head = "\n".join(f"모를 줄 {n}" for n in range(6))
    note.write_text(f"{head}\n\n{NOTE.partition('홍길동')[2].strip()}", encoding="utf-8")
    told = run(note).error.splitlines()
    assert told[0] == "발언 4개 · 참석자 2명 · 읽지 못한 줄 6개"
    assert told[1].startswith("이해하지 못한 줄이 6개 있습니다(1번째, 2번째,")


def test_a_text_without_any_mark_is_told_even_silently(run: Run, tmp_path: Path) -> None:
    letter = tmp_path / "편지.txt"
    letter.write_text("안녕하세요. 다음 주에 찾아뵙겠습니다.", encoding="utf-8")
    told = run(letter, "--no-progress")
    assert told.code == 0
    assert "하나도 찾지 못해" in told.error


def test_progress_can_be_silenced(run: Run, note: Path) -> None:
    assert run(note, "--no-progress", "--summary", "none").error == ""


def test_every_format_is_written_whole(run: Run, note: Path) -> None:
    for ending in ("docx", "md", "txt", "srt", "DOCX"):
        target = note.parent / f"회의록.{ending}"
        told = run(note, "-o", target)
        assert (told.code, told.out) == (0, ""), ending
        data = target.read_bytes()
        if ending.lower() == "docx":
            assert data.startswith(b"PK")
        else:
            assert "배포는 5월 11일에" in data.decode("utf-8")
        target.unlink()


def test_what_was_written_is_told_at_the_end(run: Run, note: Path) -> None:
    target, document = note.parent / "결과.md", note.parent / "결과.json"
    told = run(note, "-o", target, "--json", document, "--format", "md", "--summary", "none")
    assert told.code == 0
    assert told.error.splitlines()[-2:] == [f"저장했습니다: {target}", f"저장했습니다: {document}"]


def test_a_format_that_nothing_is_written_in_is_told(run: Run, note: Path) -> None:
    told = run(note, "--format", "md", "--summary", "none")
    assert told.code == 0
    assert told.error.startswith("--format은 --out-dir와 함께")
    assert "-o 결과.md" in told.error
    assert "--format" not in run(note, "--out-dir", note.parent / "결과", "--format", "md", "--summary", "none").error


def test_the_json_follows_its_schema_and_goes_where_it_is_told(run: Run, note: Path) -> None:
    told = run(note, "--json", "-", "--no-progress")
    document = checked(told.out)
    assert document["note"]["title"] == "주간 회의"
    assert document["action_items"][0]["due_date"] == "2026-05-08"
    assert [turn["speaker"] for turn in document["turns"]] == ["참석자 1", "참석자 2", "참석자 1", "참석자 2"]
    target, text = note.parent / "out.json", note.parent / "out.txt"
    told = run(note, "--json", target, "-o", text)
    assert (told.code, told.out) == (0, "")
    assert checked(target.read_text("utf-8")) == document
    assert text.read_text("utf-8")


@pytest.mark.parametrize("ending", ["md", "txt", "docx"])
def test_what_was_not_looked_for_is_not_told_as_none(run: Run, note: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"결과.{ending}"
    assert run(note, "-o", target, "--no-progress", "--summary", "none").error == ""
    told = zipfile.ZipFile(target).read("word/document.xml").decode() if ending == "docx" else target.read_text("utf-8")
    assert "없음" not in told
    assert "결정 사항" not in told
    assert "회의명" in told
    assert "녹취록" in told


def test_without_a_summary_there_is_none(run: Run, note: Path) -> None:
    document = checked(run(note, "--json", "-", "--summary", "none").out)
    assert (document["headline"], document["summary"], document["action_items"]) == (None, [], [])


def test_a_single_file_into_a_folder_takes_its_own_name(run: Run, note: Path) -> None:
    folder = note.parent / "결과" / "새 폴더"
    assert run(note, "--out-dir", folder, "--format", "md").code == 0
    assert names_in(folder) == {"주간 회의.md"}


def test_a_glossary_of_ones_own_is_used(run: Run, note: Path) -> None:
    glossary = note.parent / "용어.csv"
    glossary.write_text("\ufeffterm,readings,domain,aliases\nRAG,래그,ai,\n", encoding="utf-8")
    document = checked(run(note, "--json", "-", "--glossary", glossary, "--no-builtin-glossary").out)
    assert ("레그를", "RAG를") in {(e["before"], e["after"]) for e in document["edits"]} | {
        (e["before"] + "를", e["after"] + "를") for e in document["edits"]
    }


def test_one_bad_file_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "사진.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".숨김").write_bytes(b"\x00")
    out = folder.parent / "결과"
    told = run(folder, "--out-dir", out, "--format", "md")
    assert told.code == 3
    assert names_in(out) == {"다른 회의.md", "주간 회의.md"}
    assert "사진.txt: 그림 파일에서는" in told.error
    assert told.error.count("사진.txt") == 1
    assert told.error.strip().endswith("파일 3개 가운데 2개를 다듬었습니다. 실패 1개.")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_among_the_results_leads_to_nothing_that_was_read(run: Run, folder: Path) -> None:
    out, glossary = folder.parent / "out", folder.parent / "용어.txt"
    out.mkdir()
    glossary.write_text("term,readings,domain\nRAG,래그,ai\n", encoding="utf-8")
    (out / "주간 회의.txt").symlink_to(folder / "주간 회의.txt")
    (out / "다른 회의.txt").symlink_to(glossary)
    told = run(folder, "--out-dir", out, "--format", "txt", "--glossary", glossary)
    assert told.code == 3
    assert told.error.count("가져온 파일은 바꾸지 않습니다") == 2
    assert (folder / "주간 회의.txt").read_text("utf-8") == NOTE
    assert glossary.read_text("utf-8").startswith("term")


def test_what_is_no_talk_by_its_ending_is_left_out_and_counted(run: Run, folder: Path) -> None:
    for name in ("회의.terms.tsv", "회의.source", "사진.png"):
        (folder / name).write_text("line\tcol\n3\t24\n", encoding="utf-8")
    out = folder.parent / "결과"
    told = run(folder, "--out-dir", out, "--format", "md", "--summary", "none")
    assert told.code == 0
    assert names_in(out) == {"다른 회의.md", "주간 회의.md"}
    assert told.error.strip().endswith(
        "파일 2개 가운데 2개를 다듬었습니다. 실패 0개. 녹취록이 아닌 파일 3개는 건너뛰었습니다."
    )


def test_a_folder_without_a_talk_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "용어.tsv").write_text("가\t나\n", encoding="utf-8")
    told = run(tmp_path, "--out-dir", tmp_path / "결과")
    assert (told.code, "녹취록으로 읽을 파일이 없습니다" in told.error) == (3, True)


def test_a_line_with_two_places_not_understood_is_told_once(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "표.txt"
    rows = "".join(f"00:0{n}\t비고 {n}\t참석자 {n % 2 + 1}\t{n}번 예산을 말합니다.\t메모 {n}\n" for n in range(1, 4))
    table.write_text(f"시간\t구분\t참석자\t내용\t메모\n{rows}", encoding="utf-8")
    told = run(table, "--summary", "none").error
    assert "이해하지 못한 줄이 3개 있습니다(2번째, 3번째, 4번째 줄)" in told
    assert "읽지 못한 줄 3개" in told


def test_files_that_differ_by_their_ending_only_both_have_a_result(run: Run, folder: Path) -> None:
    (folder / "주간 회의.md").write_text("**참석자 1** 00:00\n\n다른 내용입니다.\n", encoding="utf-8")
    out = folder.parent / "결과"
    assert run(folder, "--out-dir", out, "--format", "txt").code == 0
    assert names_in(out) == {"다른 회의.txt", "주간 회의.md.txt", "주간 회의.txt.txt"}


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "빈").mkdir()
    told = run(tmp_path / "빈", "--out-dir", tmp_path / "out")
    assert told.code == 3
    assert not (tmp_path / "out").exists()
