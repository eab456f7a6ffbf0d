"""The command line as it is called: exit codes, formats, JSON, UTF-8, the model's part, and nothing half-written."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from processing.cli import main
from processing.korean import Korean
from processing.schema import schema_document
from tests.processing.model import server as acting
from tests.processing.model.scripted import lines
from tests.processing.model.server import Behaviour, ModelServer, serving

ROOT = Path(__file__).parents[2]
NOTE = """주간 회의

2026.04.28 화 오후 8:02 · 1분 30초

홍길동

참석자 1 00:00

이번 분기 예산은 삼천만 원으로 확정하겠습니다. 그리고 고객 응대 봇에는 레그를 붙여 보려고 합니다.

참석자 2 00:30

네, 알겠습니다. 제가 다음 주 금요일까지 비용 보고서를 써서 공유드리겠습니다. 제 번호는 010-1234-5678입니다.

참석자 1 01:00

좋습니다. 프롬프트랑 파인튜닝 자료는 제가 정리할게요. 그럼 배포는 언제 하나요?

참석자 2 01:20

배포는 5월 11일에 하기로 했습니다.
"""
KEY = "sk-test-secret"


@pytest.fixture(autouse=True)
def _one_kiwi(monkeypatch: pytest.MonkeyPatch, korean: Korean) -> None:
    """Loading Kiwi costs seconds: commands that run in this process share the loaded one."""
    monkeypatch.setattr("processing.pipeline.Korean", lambda _words: korean)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("MALKKEUM_API_KEY", KEY)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "주간 회의.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


class Told:
    """What a command said: exit code, standard output and error."""

    def __init__(self, code: int, out: bytes, error: bytes) -> None:
        self.code, self.out, self.error = code, out.decode("utf-8"), error.decode("utf-8")


Run = Any


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    def call(*arguments: object) -> Told:
        code = main(["clean", *map(str, arguments)])
        return Told(code, *capfdbinary.readouterr())

    return call


def checked(text: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(text)
    jsonschema.validate(document, schema_document(), jsonschema.Draft202012Validator)
    return document


def names_in(folder: Path) -> set[str]:
    return {unicodedata.normalize("NFC", path.name) for path in folder.iterdir()}


# --- results --------------------------------------------------------------------------------------------------------


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


# --- the command is wrong: 2 ----------------------------------------------------------------------------------------


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


# --- cannot be read, cannot be written: 3 ---------------------------------------------------------------------------


def test_a_file_that_is_none_is_told_in_a_sentence(run: Run, note: Path) -> None:
    picture = note.parent / "사진.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    for path in (note.parent / "없는 파일.txt", picture):
        told = run(path, "-o", note.parent / "out.docx")
        assert (told.code, told.out) == (3, "")
        assert told.error.strip().endswith("주세요.")
    assert not (note.parent / "out.docx").exists()


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
    from processing import bench
    from processing.errors import UnwritableResult

    real = bench.export

    def failing(minutes: Any, format_: str, *rest: Any, **more: Any) -> bytes:
        if format_ == "json":
            raise UnwritableResult("쓰지 못했습니다. 다시 해 주세요.")
        return real(minutes, format_, *rest, **more)

    monkeypatch.setattr(bench, "export", failing)
    assert run(note, "-o", note.parent / "a.docx", "--json", note.parent / "a.json").code == 3
    assert names_in(note.parent) == {note.name}


def test_a_bug_is_told_without_a_word_of_the_note(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> bytes:
        raise KeyError("레그를 붙여 보려고")

    monkeypatch.setattr("processing.bench.minutes_of", broken)
    told = run(note, "-o", note.parent / "a.docx", "--no-progress")
    assert told.code == 1
    assert "KeyError" in told.error
    assert "레그" not in told.error
    assert names_in(note.parent) == {note.name}


def test_an_interrupt_ends_with_130_and_writes_nothing(run: Run, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("processing.bench.export", interrupted)
    told = run(note, "-o", note.parent / "a.docx")
    assert told.code == 130
    assert names_in(note.parent) == {note.name}


# --- folders --------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(note: Path) -> Path:
    folder = note.parent / "회의들"
    folder.mkdir()
    note.rename(folder / note.name)
    (folder / "다른 회의.txt").write_text(NOTE.replace("주간", "월간"), encoding="utf-8")
    return folder


def test_one_bad_file_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "사진.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / ".숨김").write_bytes(b"\x00")
    out = folder.parent / "결과"
    told = run(folder, "--out-dir", out, "--format", "md")
    assert told.code == 3
    assert names_in(out) == {"다른 회의.md", "주간 회의.md"}
    assert "사진.png: 그림 파일에서는" in told.error
    assert told.error.count("사진.png") == 1
    assert told.error.strip().endswith("파일 3개 가운데 2개를 다듬었습니다. 실패 1개.")


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


# --- the model ------------------------------------------------------------------------------------------------------


def number_of(request: dict[str, Any], words: str) -> int:
    rows = re.findall(r"^(\d+)\| (.*)$", request["messages"][1]["content"], re.MULTILINE)
    return next(int(number) for number, text in rows if words in text)


def obey(request: dict[str, Any]) -> str:
    """A model that does what it is asked."""
    if "음성 인식" in request["messages"][0]["content"]:
        value: Any = {"edits": [
            {"line": number_of(request, "비용"), "before": "비용", "after": "비영", "kind": "word"},
            {"line": number_of(request, "레그"), "before": "레그를", "after": "RAG를", "kind": "term"},
        ]}  # fmt: skip
    else:
        value = lines(
            headline={"text": "예산 3천만 원을 확정함", "lines": [number_of(request, "예산")]},
            action_items=[
                {
                    "task": "비용 보고서 작성",
                    "owner": "참석자 2",
                    "due": "다음 주 금요일까지",
                    "lines": [number_of(request, "비용")],
                },
                {"task": "지어낸 일", "owner": "", "due": "", "lines": []},
            ],
        )
    return json.dumps(value, ensure_ascii=False)


@pytest.fixture
def obliging() -> Iterator[ModelServer]:
    with serving(acting.answers(obey)) as server:
        yield server


def model_options(server: ModelServer) -> tuple[str, ...]:
    return ("--terms", "model", "--summary", "model", "--model", "test-model", "--base-url", server.url)


def test_a_model_proposes_terms_and_writes_lines(run: Run, note: Path, obliging: ModelServer) -> None:
    told = run(note, "--json", "-", *model_options(obliging))
    assert told.code == 0
    document = checked(told.out)
    by_model = [edit for edit in document["edits"] if edit["source"] == "model"]
    assert {(e["kind"], e["decision"], e["after"]) for e in by_model} >= {("word", "propose", "비영")}
    assert {edit["decision"] for edit in by_model} == {"propose"}
    assert "비용 보고서" in "".join(turn["text"] for turn in document["turns"])
    assert document["headline"]["author"] == "model"
    assert [(i["task"], i["owner"], i["due_date"]) for i in document["action_items"]] == [
        ("비용 보고서 작성", "참석자 2", "2026-05-08")
    ]
    assert document["action_items"][0]["places"]
    assert "AI가 쓴 줄 가운데 1개는 녹취록에서 근거를 찾지 못해 뺐습니다." in document["warnings"]
    assert f"127.0.0.1:{obliging.server_port}에 2번 보냈습니다" in told.error
    assert "010-1234-5678" not in obliging.sent_text()
    assert {headers["authorization"] for headers in obliging.headers} == {f"Bearer {KEY}"}
    assert KEY not in told.out + told.error


def test_without_the_word_model_nothing_is_sent(run: Run, note: Path, obliging: ModelServer) -> None:
    assert run(note, "--base-url", obliging.url, "--model", "test-model").code == 0
    assert obliging.paths == []


@pytest.fixture(scope="module")
def offline(korean: Korean, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The note's JSON as it is without a model."""
    folder = tmp_path_factory.mktemp("offline")
    (folder / "주간 회의.txt").write_text(NOTE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("processing.pipeline.Korean", lambda _words: korean)
        assert main(["clean", str(folder / "주간 회의.txt"), "--json", str(folder / "out.json"), "--no-progress"]) == 0
    return checked((folder / "out.json").read_text("utf-8"))


FAILURES: list[tuple[str, Behaviour, str]] = [
    ("401", acting.refuses(401), "API 키"),
    ("404", acting.refuses(404), "모델 이름"),
    ("bad JSON", acting.answers("네, 알겠습니다."), "읽지 못했습니다"),
    ("wrong form", acting.answers('{"answer": 3}'), "형식"),
    ("cut", acting.cut_after('{"edits'), "끊겼습니다"),
    ("empty", acting.answers(""), "빈 답"),
    ("refusal", acting.answers("죄송하지만 도와드릴 수 없습니다."), "거절"),
]


@pytest.mark.parametrize(("behaviour", "said"), [row[1:] for row in FAILURES], ids=[row[0] for row in FAILURES])
def test_when_the_model_fails_the_offline_result_is_written(
    run: Run, note: Path, offline: dict[str, Any], behaviour: Behaviour, said: str
) -> None:
    with serving(behaviour) as server:
        told = run(note, "--json", "-", "--no-progress", *model_options(server))
    assert told.code == 4
    assert checked(told.out) == offline
    (sent, sentence) = told.error.strip().splitlines()
    assert "1번 보냈습니다" in sent
    assert said in sentence
    assert sentence.endswith("모델 없이 만든 결과를 썼습니다.")


def test_an_address_that_is_none_is_a_wrong_command(run: Run, note: Path) -> None:
    told = run(note, "--summary", "model", "--model", "m", "--base-url", "nonsense")
    assert told.code == 2
    assert "모델 서버의 주소가 올바르지 않습니다." in told.error
    assert (told.out, "보냈습니다" in told.error) == ("", False)


def test_with_no_server_and_with_no_key_the_offline_result_is_written(
    run: Run, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = f"http://127.0.0.1:{acting.closed_port()}/v1"
    target = note.parent / "a.md"
    told = run(note, "-o", target, "--summary", "model", "--model", "m", "--base-url", nowhere, "--no-progress")
    assert told.code == 4
    assert "이 PC의 모델 서버에 연결하지 못했습니다." in told.error
    assert "보냈습니다" not in told.error
    assert target.exists()
    monkeypatch.delenv("MALKKEUM_API_KEY")
    told = run(note, "-o", target, "--summary", "model", "--model", "m", "--no-progress")
    assert told.code == 4
    assert told.error.strip() == (
        "API 키가 없어 모델을 부르지 못했습니다. 설정에서 키를 넣거나 MALKKEUM_API_KEY를 정해 주세요. "
        "모델 없이 만든 결과를 썼습니다."
    )


def test_what_succeeded_before_a_failure_is_kept(run: Run, note: Path) -> None:
    with serving(acting.answers(obey), acting.refuses(401)) as server:
        told = run(note, "--json", "-", *model_options(server))
    assert told.code == 4
    document = checked(told.out)
    assert "model" in {edit["source"] for edit in document["edits"]}
    assert document["action_items"][0]["author"] == "program"


def test_a_folder_asks_no_more_once_the_key_is_refused(run: Run, folder: Path) -> None:
    with serving(acting.refuses(401)) as server:
        told = run(folder, "--out-dir", folder.parent / "결과", *model_options(server))
        assert len(server.requests) == 1
    assert told.code == 4
    assert len(names_in(folder.parent / "결과")) == 2
    assert told.error.count("API 키를 받아들이지 않았습니다") == 1


# --- as a process ---------------------------------------------------------------------------------------------------


def process(code: str, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


ENTRY = "import sys; from desktop.__main__ import main; code = main(); "


def test_output_is_utf8_and_neither_qt_nor_a_database_is_loaded(note: Path) -> None:
    code = ENTRY + "print(sorted({'PySide6', 'sqlite3'} & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    with process(code, "clean", note, LC_ALL="C") as running:
        out, error = running.communicate(timeout=60)
    assert running.returncode == 0, error.decode()
    assert "배포는 5월 11일에 하기로 했습니다." in out.decode("utf-8")
    told = error.decode("utf-8").splitlines()
    assert "[  0%] 발언 정리" in told
    assert told[-1] == "[]"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_an_interrupted_process_ends_with_130_and_leaves_no_file(note: Path) -> None:
    talk = "".join(
        f"참석자 {n % 3} {n // 60:02}:{n % 60:02}\n\n예산은 {n}만 원으로 하고 보고서를 씁니다.\n\n" for n in range(3000)
    )
    note.write_text(talk, encoding="utf-8")
    target = note.parent / "a.docx"
    with process(ENTRY + "sys.exit(code)", "clean", note, "-o", target) as running:
        assert running.stderr is not None
        assert running.stderr.readline().decode("utf-8").startswith("발언 3000개")
        assert "발언 정리" in running.stderr.readline().decode("utf-8")
        running.send_signal(signal.SIGINT)
        _, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert error.decode("utf-8").strip().splitlines()[-1] == "중단했습니다."
    assert names_in(note.parent) == {note.name}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is told otherwise on Windows")
def test_a_reader_that_leaves_early_is_told_and_no_traceback_follows(note: Path) -> None:
    with process(ENTRY + "sys.exit(code)", "clean", note, "--no-progress", "--summary", "none") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        error = running.stderr.read().decode("utf-8")
    assert running.returncode == 3
    assert error.startswith("결과를 화면에 다 쓰지 못했습니다.")
    assert "Traceback" not in error
    assert "Exception" not in error
