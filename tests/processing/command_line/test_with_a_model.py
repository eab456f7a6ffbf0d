"""The model's part of a command: what it gives, and the offline result where it fails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.processing.command_line.calls import KEY, Run, checked, names_in
from tests.processing.model import server as acting
from tests.processing.model.scripted import lines
from tests.processing.model.server import Behaviour, ModelServer, serving


def number_of(request: dict[str, Any], words: str) -> int:
    rows = re.findall(r"^(\d+)\| (.*)$", request["messages"][1]["content"], re.MULTILINE)
    return next(int(number) for number, text in rows if words in text)


def obey(request: dict[str, Any]) -> str:
    """A model that does what it is asked."""
    if "음성 인식" in request["messages"][0]["content"]:
        value: Any = {"edits": [
            {"line": number_of(request, "비용"), "before": "비용", "after": "비영", "kind": "word"},
            {"line": number_of(request, "응대"), "before": "봇에는", "after": "챗봇에는", "kind": "term"},
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


@pytest.fixture
def offline(run: Run, note: Path) -> dict[str, Any]:
    """The note's JSON as it is without a model."""
    return checked(run(note, "--json", "-", "--no-progress").out)


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


def test_what_was_sent_again_is_counted_again(run: Run, note: Path) -> None:
    with serving(acting.refuses(500), acting.answers('{"edits":[]}')) as server:
        told = run(note, "--json", "-", "--terms", "model", "--model", "test-model", "--base-url", server.url)
    assert told.code == 0
    assert len(server.requests) == 2
    assert "에 2번 보냈습니다" in told.error
