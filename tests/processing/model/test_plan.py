"""What would be sent, exactly what is sent, and what becomes of answers that a person brings."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from desktop.language.language_child import Desk
from processing.analysis import Analysis
from processing.consulting import MERGING, Witness, ask_for_summary, ask_for_terms, models_of
from processing.korean import Korean
from processing.model.addresses import Provider
from processing.model.asking import Asked
from processing.model.failure import GivenUp, ModelFailed, Reason
from processing.model.plan import SUMMARY, TERMS, Plan, Wish, judged, pasted, planned
from processing.model.prompting import Request
from processing.note import State, first_state
from processing.pipeline import Workshop
from processing.source import Source
from processing.terms.glossary import Term
from tests.builders import place_of, source_of, state_of
from tests.processing.model.scripted import lines
from tests.processing.model.server import answers, cut_after, models, refuses, serving

RAG = Term("RAG", ("래그",), ("ai",))
MEETING = source_of(
    ("참석자 1", 0.0, "레그를 쓰기로 했습니다. 제 번호는 010-1234-5678이고 메일은 kim@example.com입니다."),
    ("참석자 2", 30.0, "네, 그렇게 하시죠. 이건 밖에 말하지 마세요."),
    ("참석자 1", 60.0, "보고서는 내일까지 제가 쓸게요."),
)


def plan_of(source: Source = MEETING, state: State | None = None, **wish: Any) -> Plan:
    return planned(source, state or first_state(source), Wish(**wish), lambda: Analysis(()), [RAG])


def asked_in(plan: Plan) -> Asked:
    assert plan.summary is not None
    return plan.summary


def provider(url: str) -> Provider:
    return Provider("시험", url, "test-model")


class Notebook:
    """Keeps what is told to a witness."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Request]] = []
        self.parts: list[tuple[str, int, int]] = []

    def witness(self) -> Witness:
        return Witness(lambda *sent: self.sent.append(sent), lambda *part: self.parts.append(part))


def test_a_plan_names_its_parts_and_counts_what_leaves() -> None:
    plan = plan_of(most_characters=70)
    assert [part.what for part in plan.parts] == [f"{what} {i}/2" for what in (TERMS, SUMMARY) for i in (1, 2)]
    assert plan.characters == sum(len(p.request.system) + len(p.request.user) for p in plan.parts)
    assert 0 < plan.tokens <= plan.characters
    assert plan.merges
    assert not plan_of().merges


def test_a_plan_says_what_is_hidden() -> None:
    assert dict(plan_of().hidden) == {"전화번호": 1, "이메일": 1}
    assert not plan_of(masks=False).hidden
    words = "".join(part.request.one_text for part in plan_of().parts)
    assert "010-1234-5678" not in words
    assert "010-1234-5678" in plan_of(masks=False).parts[0].request.one_text


def test_what_is_not_wanted_is_not_planned() -> None:
    assert plan_of(terms=False).terms is None
    assert plan_of(summary=False).summary is None


def test_a_note_withheld_whole_has_no_plan() -> None:
    source = source_of(("참석자 1", 0.0, "이건 비밀입니다."))
    with pytest.raises(ModelFailed) as told:
        plan_of(source, state_of(source, withheld={"w": place_of(source, "이건 비밀입니다.")}))
    assert told.value.reason is Reason.NOTHING_TO_SEND


def test_exactly_the_plan_is_sent_and_put_on_record_first() -> None:
    plan, notes = plan_of(summary=False), Notebook()
    assert plan.terms is not None
    with serving(answers('{"edits":[{"line":1,"before":"레그를","after":"RAG를","kind":"term"}]}')) as server:
        found = ask_for_terms(provider(server.url), plan.terms, MEETING, plan.known, notes.witness())
    sent = [{message["role"]: message["content"] for message in body["messages"]} for body in server.requests]
    assert sent == [{"system": p.request.system, "user": p.request.user} for p in plan.parts]
    assert notes.sent == [(part.what, part.request) for part in plan.parts]
    assert [p.edit.after for p in found.proposals] == ["RAG를"]


def test_what_leaves_once_more_is_put_on_record_once_more() -> None:
    plan, notes = plan_of(summary=False), Notebook()
    assert plan.terms is not None
    with serving(refuses(500), answers('{"edits":[]}')) as server:
        ask_for_terms(provider(server.url), plan.terms, MEETING, plan.known, notes.witness())
    assert len(server.requests) == 2
    assert notes.sent == [(plan.parts[0].what, plan.parts[0].request)] * 2
    assert notes.parts == [(plan.parts[0].what, 1, 1)]


def test_nothing_leaves_that_cannot_be_put_on_record() -> None:
    def refuse(_what: str, _request: Request) -> None:
        raise GivenUp

    with serving(answers("{}")) as server, pytest.raises(GivenUp):
        ask_for_summary(
            provider(server.url), asked_in(plan_of()), MEETING, first_state(MEETING), Witness(record=refuse)
        )
    assert server.requests == []


def test_the_merge_of_a_long_note_is_told_and_on_record_too() -> None:
    plan, notes = plan_of(terms=False, most_characters=70), Notebook()
    decision = json.dumps(lines(decisions=[{"text": "레그를 쓰기로 함", "lines": [1]}]), ensure_ascii=False)
    with serving(answers(decision)) as server:
        made = ask_for_summary(provider(server.url), asked_in(plan), MEETING, first_state(MEETING), notes.witness())
    assert [line.text for line in made.lines.values()] == ["레그를 쓰기로 함"]
    names = [f"{SUMMARY} {i}/2" for i in (1, 2)]
    assert [what for what, _ in notes.sent] == [*names, MERGING]
    assert notes.parts == [(names[0], 1, 2), (names[1], 2, 2), (MERGING, 3, 3)]
    assert len(server.requests) == 3


def test_a_failure_in_a_later_part_gives_nothing() -> None:
    decision = json.dumps(lines(decisions=[{"text": "레그를 쓰기로 함", "lines": [1]}]), ensure_ascii=False)
    asked = asked_in(plan_of(most_characters=70))
    with serving(answers(decision), cut_after('{"deci')) as server, pytest.raises(ModelFailed) as told:
        ask_for_summary(provider(server.url), asked, MEETING, first_state(MEETING), Notebook().witness())
    assert told.value.reason is Reason.CUT


def test_a_servers_models_are_listed_and_a_provider_never_tells_its_key() -> None:
    with serving(answers("")) as server:
        server.on_get = models("gemma3", "bge-m3")
        assert models_of(provider(server.url)) == ["gemma3"]
    assert "sk-" not in repr(Provider("곳", "https://api.example.com/v1", "m", "sk-secret"))


# --- pasted answers -------------------------------------------------------------------------------------------------


def test_pasted_answers_are_told_apart_by_what_they_are_about() -> None:
    text = 'ChatGPT의 답:\n```json\n{"edits": []}\n```\n그리고 {"decisions": []} 또 {"summary": []}'
    assert pasted(text).terms == ('{"edits": []}',)
    assert len(pasted(text).summary) == 2


def test_pasted_answers_go_over_the_same_rails() -> None:
    edits = {"edits": [{"line": 1, "before": "레그를", "after": "RAG를"}, {"line": 1, "before": "없는", "after": "말"}]}
    summary = lines(decisions=[{"text": "레그를 쓰기로 함", "lines": [1]}, {"text": "우주에 가기로 함", "lines": [99]}])
    text = f"{json.dumps(edits)}\n{json.dumps(summary)}"
    result = judged(pasted(text), plan_of(), MEETING, first_state(MEETING))
    assert result.terms is not None
    assert (len(result.terms.proposals), result.terms.report.dropped) == (1, 1)
    assert result.summary is not None
    assert [line.text for line in result.summary.lines.values()] == ["레그를 쓰기로 함"]
    assert result.summary.report.dropped == 1


def test_parts_that_no_answer_is_about_are_told() -> None:
    plan = plan_of(most_characters=70)
    answer = json.dumps(
        lines(decisions=[{"text": "보고서를 내일까지 쓰기로 함", "lines": [asked_in(plan).lines[-1].number]}])
    )
    assert judged(pasted(answer), plan, MEETING, first_state(MEETING)).missing == (1,)
    assert judged(pasted(answer), plan_of(), MEETING, first_state(MEETING)).missing == ()


def test_an_answer_to_what_was_not_asked_is_refused() -> None:
    with pytest.raises(ModelFailed) as told:
        judged(pasted('{"edits": []}'), plan_of(terms=False), MEETING, first_state(MEETING))
    assert told.value.reason is Reason.WRONG_FORM


def test_the_loaded_language_plans_with_the_nearest_terms(korean: Korean) -> None:
    source = source_of(("참석자 1", 0.0, "이번에 레그를 붙여 봤고 파이튜닝도 했습니다."))
    desk = Desk.__new__(Desk)
    desk._workshop = Workshop(korean, summarises=False)
    plan = desk.plan(source, first_state(source), Wish(summary=False), lambda *_: None, lambda: False)
    (part,) = pickle.loads(pickle.dumps(plan)).parts  # as it crosses to the window
    listed = next(row for row in part.request.user.splitlines() if row.startswith("이 부분에서"))
    assert {"RAG", "파인튜닝"} <= set(listed.partition(": ")[2].split(", "))
