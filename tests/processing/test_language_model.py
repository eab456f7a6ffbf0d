"""The model edge against a real HTTP server that misbehaves in every way: one sentence each, and nothing leaks."""

from __future__ import annotations

import logging
import pickle
import threading
import time
from collections.abc import Iterator

import openai
import pytest

from processing.language_model import LanguageModel, Limits, local_servers
from processing.model.addresses import address_of
from processing.model.failure import SENTENCES, GivenUp, ModelFailed, Reason
from processing.model.prompting import Request
from processing.model.sdk_errors import failure_of, reason_of_class
from tests.processing.model import server as acting
from tests.processing.model.server import Behaviour, ModelServer, serving

REQUEST = Request("지시", "1| 회의를 시작합니다", "malkkeum_summary", {"type": "object"})
SECRET = "sk-very-secret-key"
QUICK = Limits(connect_s=2.0, silence_s=0.4, whole_s=3.0, waits_s=(), longest_answer=2000)
GOOD = '{"edits": []}'


@pytest.fixture(autouse=True)
def _no_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def good() -> Iterator[ModelServer]:
    with serving(acting.answers(GOOD)) as server:
        yield server


def asked(server: ModelServer, limits: Limits = QUICK) -> str:
    with LanguageModel(server.url, "test-model", SECRET, limits) as model:
        return model.answer(REQUEST)


def test_an_answer_comes_in_pieces_and_as_a_whole(good: ModelServer) -> None:
    heard: list[str] = []
    with LanguageModel(good.url, "test-model", SECRET, QUICK) as model:
        assert model.answer(REQUEST, heard.append) == GOOD
    assert "".join(heard) == GOOD
    assert len(heard) > 1
    body = good.requests[0]
    assert [message["content"] for message in body["messages"]] == ["지시", "1| 회의를 시작합니다"]
    assert body["model"] == "test-model"
    assert body["response_format"]["json_schema"]["name"] == "malkkeum_summary"
    assert good.headers[0]["authorization"] == f"Bearer {SECRET}"
    assert good.paths == ["/v1/chat/completions"]


def test_a_server_that_cannot_stream_is_understood() -> None:
    with serving(acting.answers_whole(GOOD)) as server:
        assert asked(server) == GOOD


def test_a_server_that_knows_no_schema_is_asked_without_and_remembered() -> None:
    with (
        serving(acting.refuses(400, "response_format is not supported"), acting.answers(GOOD)) as server,
        LanguageModel(server.url, "m", None, QUICK) as model,
    ):
        assert model.answer(REQUEST) == GOOD
        assert model.answer(REQUEST) == GOOD
        assert ["response_format" in body for body in server.requests] == [True, False, False]


MISBEHAVIOURS: list[tuple[str, Behaviour, Reason]] = [
    ("401", acting.refuses(401, f"Incorrect API key provided: {SECRET}"), Reason.KEY),
    ("402", acting.refuses(402), Reason.QUOTA),
    ("403", acting.refuses(403), Reason.FORBIDDEN),
    ("404 model", acting.refuses(404, "model 'x' not found", "model_not_found"), Reason.MODEL),
    ("405", acting.refuses(405), Reason.NOT_A_SERVER),
    ("400", acting.refuses(400, "bad parameter"), Reason.REQUEST),
    ("400 long", acting.refuses(400, "maximum context length is 4096", "context_length_exceeded"), Reason.TOO_LONG),
    ("409", acting.refuses(409), Reason.BUSY),
    ("413", acting.refuses(413), Reason.TOO_LONG),
    ("429", acting.refuses(429, "slow down"), Reason.BUSY),
    ("429 quota", acting.refuses(429, "You exceeded your current quota", "insufficient_quota"), Reason.QUOTA),
    ("500", acting.refuses(500), Reason.SERVER),
    ("503 html", acting.says(b"<html>down</html>", status=503), Reason.SERVER),
    ("redirect", acting.says(b"", status=307, Location="http://127.0.0.1:9/elsewhere"), Reason.NOT_A_SERVER),
    ("a web page", acting.says("<html>로그인</html>".encode()), Reason.NOT_A_SERVER),
    ("JSON of another kind", acting.says(b'{"ok": true}', "application/json"), Reason.NOT_A_SERVER),
    ("JSON list", acting.says(b"[]", "application/json"), Reason.NOT_A_SERVER),
    ("hangs up", acting.hangs_up, Reason.SERVER),
    ("silence", acting.falls_silent(), Reason.TIMEOUT),
    ("silence in the middle", acting.falls_silent("{"), Reason.TIMEOUT),
    ("cut stream", acting.cut_after('{"edits":'), Reason.CUT),
    ("ends early", acting.ends_early('{"edits":'), Reason.CUT),
    ("empty stream", acting.streams(), Reason.CUT),
    ("out of tokens", acting.finishes('{"edits":', "length"), Reason.CUT),
    ("filtered", acting.finishes("", "content_filter"), Reason.REFUSED),
    ("refusal", acting.finishes(None, "stop", refusal="I can't help with that"), Reason.REFUSED),
    ("an error in the stream", acting.streams('{"error": {"message": "overloaded"}}'), Reason.SERVER),
    ("no JSON in the stream", acting.streams("{not json"), Reason.CUT),
    ("a list in the stream", acting.streams("[1, 2]"), Reason.CUT),
    ("a number for choices", acting.streams('{"choices": 3}'), Reason.CUT),
    ("huge answer", acting.answers("가" * 30_000, 500), Reason.HUGE),
    ("huge piece", acting.answers("가" * 1_000_000, 1_000_000), Reason.HUGE),
    ("huge body", acting.says(b'{"choices": "' + b"x" * 1_000_000 + b'"}', "application/json"), Reason.HUGE),
    ("never done", acting.drips(" ", 0.05), Reason.TIMEOUT),
]


@pytest.mark.parametrize(("behaviour", "reason"), [row[1:] for row in MISBEHAVIOURS], ids=[r[0] for r in MISBEHAVIOURS])
def test_every_misbehaviour_ends_in_one_sentence(behaviour: Behaviour, reason: Reason) -> None:
    with serving(behaviour) as server, pytest.raises(ModelFailed) as caught:
        asked(server)
    assert caught.value.reason is reason
    assert caught.value.sentence == SENTENCES[reason]
    assert_keeps_nothing(caught.value)


def assert_keeps_nothing(error: ModelFailed) -> None:
    """Neither the error nor what it drags along holds the key, the words, or a request."""
    seen: BaseException | None = error
    while seen is not None:
        told = f"{seen!r} {vars(seen)}"
        assert SECRET not in told
        assert "회의를" not in told
        assert not hasattr(seen, "request")
        seen = seen.__cause__ or seen.__context__
    again = pickle.loads(pickle.dumps(error))
    assert (again.sentence, again.reason) == (error.sentence, error.reason)


def test_nobody_listening_is_told_apart_by_place() -> None:
    limits = Limits(connect_s=0.5, waits_s=())
    with (
        pytest.raises(ModelFailed) as here,
        LanguageModel(f"http://127.0.0.1:{acting.closed_port()}/v1", "m", None, limits) as m,
    ):
        m.answer(REQUEST)
    assert here.value.reason is Reason.NOT_RUNNING
    with pytest.raises(ModelFailed) as there, LanguageModel("http://no-such-host.invalid/v1", "m", None, limits) as m:
        m.answer(REQUEST)
    assert there.value.reason is Reason.OFFLINE


def test_a_server_that_had_the_words_and_is_then_gone_is_told_by_what_it_said() -> None:
    """Nothing is said to have stayed here that an earlier try has sent."""

    def refuses_and_is_gone(handler: acting.Handler) -> None:
        acting.refuses(500, Connection="close")(handler)
        handler.server.socket.close()

    with serving(refuses_and_is_gone) as server, pytest.raises(ModelFailed) as caught:
        asked(server, Limits(connect_s=0.5, silence_s=2.0, waits_s=(0.05,)))
    assert len(server.requests) == 1
    assert caught.value.reason is Reason.SERVER


def test_a_server_without_tls_is_no_https() -> None:
    with serving(acting.answers(GOOD)) as server:
        address = server.url.replace("http:", "https:")
        with pytest.raises(ModelFailed) as caught, LanguageModel(address, "m", None, QUICK) as model:
            model.answer(REQUEST)
    assert caught.value.reason is Reason.CERTIFICATE


@pytest.mark.parametrize("first", [acting.refuses(429, Retry_After="0"), acting.refuses(500), acting.hangs_up])
def test_what_may_pass_is_tried_again(first: Behaviour) -> None:
    with serving(first, acting.answers(GOOD)) as server:
        assert asked(server, Limits(silence_s=2.0, waits_s=(0.05,))) == GOOD
        assert len(server.requests) == 2


def test_who_asks_hears_of_it_before_the_same_words_leave_once_more() -> None:
    heard: list[int] = []
    with serving(acting.refuses(500), acting.refuses(500), acting.answers(GOOD)) as server:
        limits = Limits(silence_s=2.0, waits_s=(0.05, 0.05))
        with LanguageModel(server.url, "test-model", None, limits) as model:
            model.answer(REQUEST, on_again=lambda: heard.append(len(server.requests)))
    assert heard == [1, 2]


@pytest.mark.parametrize(
    "first",
    [
        acting.refuses(401),
        acting.refuses(404),
        acting.refuses(429, "quota", "insufficient_quota"),
        acting.cut_after("{"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(first: Behaviour) -> None:
    with serving(first, acting.answers(GOOD)) as server:
        with pytest.raises(ModelFailed):
            asked(server, Limits(silence_s=2.0, waits_s=(0.05, 0.05)))
        assert len(server.requests) == 1


def test_a_server_that_wants_a_long_wait_is_not_waited_for() -> None:
    with serving(acting.refuses(429, Retry_After="3600")) as server:
        begun = time.monotonic()
        with pytest.raises(ModelFailed):
            asked(server, Limits(waits_s=(0.05,)))
        assert time.monotonic() - begun < 2


@pytest.mark.parametrize("behaviour", [acting.falls_silent(), acting.falls_silent("{"), acting.refuses(500)])
def test_cancelling_works_at_once(behaviour: Behaviour) -> None:
    with serving(behaviour) as server, LanguageModel(server.url, "m", None, Limits(waits_s=(30.0,))) as model:
        stop = threading.Event()
        threading.Timer(0.3, stop.set).start()
        begun = time.monotonic()
        with pytest.raises(GivenUp):
            model.answer(REQUEST, is_cancelled=stop.is_set)
        assert time.monotonic() - begun < 1.0


def test_cancelling_hangs_up_so_that_the_server_stops() -> None:
    with serving(acting.drips("말", 0.05)) as server, LanguageModel(server.url, "m") as model:
        heard: list[str] = []
        with pytest.raises(GivenUp):
            model.answer(REQUEST, heard.append, lambda: bool(heard))
        assert server.hung_up.wait(3)


def test_no_word_and_no_key_is_logged(
    good: ModelServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OPENAI_LOG", "debug")
    with caplog.at_level(logging.DEBUG):
        asked(good)
    assert caplog.text == ""


def test_the_environment_sends_no_words_elsewhere(good: ModelServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(acting.refuses(500)) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url.removesuffix("/v1"))
        monkeypatch.setenv("OPENAI_BASE_URL", proxy.url)
        monkeypatch.setenv("OPENAI_ORG_ID", "org-of-mine")
        monkeypatch.setenv("OPENAI_API_KEY", "sk-for-another-service")
        with LanguageModel(good.url, "m", None, QUICK) as model:
            assert model.answer(REQUEST) == GOOD
        assert proxy.requests == []
    assert "openai-organization" not in good.headers[0]
    assert "authorization" not in good.headers[0]


@pytest.mark.parametrize(
    "address", ["", "ftp://a/v1", "http://", "http://a b/v1", "http://a:99999/v1", "https://a/v1?key=1", "http://[::1"]
)
def test_an_address_that_is_none_is_told_before_anything_is_sent(address: str) -> None:
    with pytest.raises(ModelFailed) as caught:
        LanguageModel(address, "m", SECRET)
    assert caught.value.reason is Reason.ADDRESS


def test_a_key_that_cannot_be_one_is_told_before_anything_is_sent() -> None:
    for key, reason in (("한글키", Reason.KEY), ("a b", Reason.KEY), ("", Reason.NO_KEY), (None, Reason.NO_KEY)):
        with pytest.raises(ModelFailed) as caught:
            LanguageModel(address_of("https://api.openai.com"), "m", key)
        assert caught.value.reason is reason


def test_servers_on_this_machine_are_found_with_their_models() -> None:
    with serving(acting.answers(GOOD)) as server, serving(acting.answers(GOOD)) as other:
        server.on_get = acting.models("gemma3:12b", "nomic-embed-text", "exaone3.5")
        other.on_get = acting.says(b"<html>Tomcat</html>")
        closed = f"http://127.0.0.1:{acting.closed_port()}/v1"
        found = local_servers([("Ollama", server.url), ("LM Studio", closed), ("llama.cpp", other.url)])
        assert [(one.name, one.base_url, one.models) for one in found] == [
            ("Ollama", server.url, ("exaone3.5", "gemma3:12b"))
        ]
        assert server.paths == ["/v1/models"]
        assert "authorization" not in server.headers[0]


@pytest.mark.parametrize("body", [b"[]", b"{}", b'{"data": 3}', b'{"data": [1, null]}', b"", b"\xff"])
def test_a_list_of_models_that_is_none_names_none(good: ModelServer, body: bytes) -> None:
    good.on_get = acting.says(body, "application/json")
    assert local_servers([("Ollama", good.url)]) == []


def subclasses(of: type[BaseException]) -> Iterator[type[BaseException]]:
    for kind in of.__subclasses__():
        yield kind
        yield from subclasses(kind)


def test_the_map_of_errors_is_whole() -> None:
    public = {kind for kind in subclasses(openai.OpenAIError) if not kind.__name__.startswith("_")}
    # what it keeps for Azure and for calls of its first version is never used here
    kinds = {kind for kind in public if not kind.__module__.startswith("openai.lib.")}
    assert len(kinds) >= 15
    for kind in kinds:
        assert reason_of_class(kind.__new__(kind)) is not None, kind


def test_what_is_no_error_of_the_sdk_is_told_too() -> None:
    assert failure_of(ValueError("x")).reason is Reason.NOT_A_SERVER
    assert failure_of(ValueError("x"), has_answered=True).reason is Reason.CUT


def test_every_reason_has_a_sentence_that_says_what_to_do() -> None:
    for reason in Reason:
        assert SENTENCES[reason].endswith("주세요.")
