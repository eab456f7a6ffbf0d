"""Language models behind any OpenAI-compatible server, and nothing else: the one room that sends words away.

Time limits, retries, size and cancelling are ours: the SDK's own waiting could not be broken off. A request runs on a
thread of its own and hands over what comes in, so that cancelling works at once, whatever the network does. Every
error of the SDK becomes a `ModelFailed` with a Korean sentence; no word of the transcript and no key is logged, kept
in an error, or sent where it was not meant to go (no redirect is followed, no proxy is asked for this machine's own
server).
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Queue
from socket import SHUT_RDWR
from threading import Event, Thread
from types import TracebackType
from typing import Any

import openai
from openai import DefaultHttpx2Client, Omit, OpenAI, Stream, Timeout

from processing.model.addresses import (
    LOCAL_SERVERS,
    address_of,
    host_of,
    is_on_this_machine,
    is_openai,
    most_characters,
)
from processing.model.failure import UNREACHED, GivenUp, ModelFailed, Reason, failed
from processing.model.prompting import Request
from processing.model.replies import model_names, pieces_of
from processing.model.sdk_errors import failure_of

_NOT_FOR_CHAT = ("embed", "bge-", "rerank", "whisper", "tts", "dall-e", "moderation", "transcribe", "clip")
_POLL_S = 0.05


@dataclass(frozen=True)
class Limits:
    """How long and how much: seconds to connect, between two pieces, for the whole; waits before each retry; code points."""

    connect_s: float = 10.0
    silence_s: float = 90.0
    whole_s: float = 900.0
    waits_s: tuple[float, ...] = (1.0, 4.0)
    longest_wait_s: float = 20.0
    longest_answer: int = 200_000


LOCAL_LIMITS = Limits(connect_s=3.0, silence_s=300.0, whole_s=1800.0)  # a big model on a small machine thinks long


@dataclass(frozen=True)
class LocalServer:
    """A model server found on this machine, and the models it can answer with."""

    name: str
    base_url: str
    models: tuple[str, ...]


class LanguageModel:
    """A model of a server, ready to be asked. Close it, or use it as a context.

    `key` may be None where the server asks for none. Raises `ModelFailed` for an address or key that cannot be one.
    """

    def __init__(self, base_url: str, model: str, key: str | None = None, limits: Limits | None = None) -> None:
        self.base_url = address_of(base_url)
        self.model = model
        self.is_local = is_on_this_machine(self.base_url)
        self.limits = limits or (LOCAL_LIMITS if self.is_local else Limits())
        self._takes_schema = True
        plain = _checked_key(key, self.base_url)
        self._client = _client(self.base_url, plain, self.limits, is_local=self.is_local)
        self._headers: dict[str, Any] = {} if plain else {"Authorization": Omit()}  # told so with each request only

    def __enter__(self) -> LanguageModel:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    @property
    def host(self) -> str:
        """Where requests go, without path and credentials."""
        return host_of(self.base_url)

    @property
    def most_characters(self) -> int:
        """How much of a transcript goes into one request, in code points."""
        return most_characters(self.base_url)

    def models(self) -> list[str]:
        """The models of the server that can chat, by name. Raises `ModelFailed`."""
        body = ""
        failure: ModelFailed | None = None
        try:  # raw: the SDK trips over a reply that is no list
            body = self._client.models.with_raw_response.list(extra_headers=self._headers).http_response.text
        except (openai.OpenAIError, *_UNWRAPPED) as error:
            failure = failure_of(error, is_local=self.is_local)
        if failure is not None:  # raised out here, so that it drags no request along
            raise failure
        return sorted(name for name in model_names(body) if not any(part in name.casefold() for part in _NOT_FOR_CHAT))

    def answer(
        self,
        request: Request,
        on_text: Callable[[str], None] = lambda _: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        on_again: Callable[[], None] = lambda: None,
    ) -> str:
        """The model's whole answer; `on_text` hears the pieces as they come. Raises `ModelFailed`, `GivenUp`.

        What failed before its first piece came is tried again, as often as `Limits.waits_s` has waits; `on_again` hears
        of it before the same words leave once more. A server that was reached once and then no more is told by what it
        said: its words had left the machine.
        """
        deadline = time.monotonic() + self.limits.whole_s
        waits = iter(self.limits.waits_s)
        told: ModelFailed | None = None
        while True:
            if told is not None:
                on_again()
            attempt = _Attempt(self._client, self._body(request), self.limits, is_local=self.is_local)
            try:
                return attempt.answer(on_text, is_cancelled, deadline)
            except ModelFailed as failure:
                if failure.reason in UNREACHED and told is not None:
                    raise told from None
                told = failure
                if self._takes_schema and attempt.status in (400, 422) and failure.reason is Reason.REQUEST:
                    self._takes_schema = (
                        False  # many servers know no schemas: ask again without, the parser is tolerant
                    )
                    continue
                wait = next(waits, None) if _may_pass(failure, attempt) else None
                if wait is None or (attempt.retry_after_s or 0) > self.limits.longest_wait_s:
                    raise
            _pause(max(wait, attempt.retry_after_s or 0), is_cancelled)

    def _body(self, request: Request) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
            "stream": True,
            "extra_headers": self._headers,
        }
        if self._takes_schema:
            schema = {"name": request.schema_name, "strict": True, "schema": dict(request.schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        return body


def _checked_key(key: str | None, base_url: str) -> str | None:
    plain = (key or "").strip()
    if not plain and is_openai(base_url):
        raise failed(Reason.NO_KEY)
    if not plain.isascii() or not plain.isprintable() or " " in plain:
        raise failed(Reason.KEY)
    return plain or None


def _client(base_url: str, key: str | None, limits: Limits, *, is_local: bool) -> OpenAI:
    for name in ("openai", "httpx2", "httpcore2"):  # OPENAI_LOG must not get a word of a meeting into a log
        logging.getLogger(name).setLevel(logging.CRITICAL)
    timeout = Timeout(limits.silence_s, connect=limits.connect_s)
    # what the environment says of OpenAI's own service is not told to anybody else's
    headers: dict[str, Any] = {}
    if not is_openai(base_url):
        headers.update({"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()})
    return OpenAI(
        api_key=key or "none",
        base_url=base_url,
        timeout=timeout,
        max_retries=0,
        default_headers=headers,
        http_client=DefaultHttpx2Client(timeout=timeout, follow_redirects=False, trust_env=not is_local),
    )


def _may_pass(failure: ModelFailed, attempt: _Attempt) -> bool:
    passing = (Reason.BUSY, Reason.SERVER, Reason.TIMEOUT)
    return failure.reason in passing and not attempt.has_begun and not attempt.is_out_of_time


def _pause(seconds: float, is_cancelled: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_cancelled():
            raise GivenUp
        time.sleep(min(_POLL_S, max(end - time.monotonic(), 0)))


# --- one request ----------------------------------------------------------------------------------------------------

# what reaches us past the SDK's own family: a line that is no JSON or no UTF-8, a connection closed under a reader
_UNWRAPPED = (ValueError, RuntimeError, OSError)


class _Attempt:
    """One request on a thread of its own, and what it came to."""

    def __init__(self, client: OpenAI, body: dict[str, Any], limits: Limits, *, is_local: bool) -> None:
        self._client, self._body, self._limits, self._is_local = client, body, limits, is_local
        self._pieces: Queue[str | BaseException | None] = Queue()
        self._stop = Event()
        self._stream: Stream[Any] | None = None
        self.status: int | None = None
        self.retry_after_s: float | None = None
        self.has_begun = False
        self.is_out_of_time = False

    def answer(self, on_text: Callable[[str], None], is_cancelled: Callable[[], bool], deadline: float) -> str:
        """The whole answer, or `ModelFailed`, or `GivenUp` as soon as nobody waits for it any more."""
        Thread(target=self._fetch, name="model-request", daemon=True).start()
        text: list[str] = []
        length = 0
        try:
            while (piece := self._next(is_cancelled, deadline)) is not None:
                self.has_begun = True
                text.append(piece)
                length += len(piece)
                if length > self._limits.longest_answer:
                    raise failed(Reason.HUGE)
                on_text(piece)
        finally:
            self._stop.set()
            self._hang_up()
        return "".join(text)

    def _next(self, is_cancelled: Callable[[], bool], deadline: float) -> str | None:
        while True:
            if is_cancelled():
                raise GivenUp
            if time.monotonic() > deadline:
                self.is_out_of_time = True
                raise failed(Reason.TIMEOUT)
            with suppress(Empty):
                piece = self._pieces.get(timeout=_POLL_S)
                if isinstance(piece, BaseException):
                    raise piece
                return piece

    def _hang_up(self) -> None:
        """Close the line under the thread that listens, so that the server stops, too."""
        stream = self._stream
        line = stream.response.extensions.get("network_stream") if stream is not None else None
        socket = line.get_extra_info("socket") if line is not None else None
        if socket is not None:
            with suppress(OSError):
                socket.shutdown(SHUT_RDWR)

    def _fetch(self) -> None:
        try:
            self._stream = self._client.chat.completions.create(**self._body)
            with self._stream as stream:
                for piece in pieces_of(stream, self._limits.longest_answer):
                    if self._stop.is_set():
                        return
                    self._pieces.put(piece)
            self._pieces.put(None)
        except ModelFailed as failure:
            self._pieces.put(failure)
        except (openai.OpenAIError, *_UNWRAPPED) as error:
            self._note(error)
            self._pieces.put(failure_of(error, is_local=self._is_local, has_answered=self._stream is not None))
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of a bug, too
            self._pieces.put(error)

    def _note(self, error: BaseException) -> None:
        if isinstance(error, openai.APIStatusError):
            self.status = error.status_code
            with suppress(ValueError):
                self.retry_after_s = float(error.response.headers.get("retry-after", ""))


# --- servers on this machine ----------------------------------------------------------------------------------------


def local_servers(addresses: Iterable[tuple[str, str]] = LOCAL_SERVERS) -> list[LocalServer]:
    """The model servers that run on this machine, with their models; one without a model is left out.

    Asks each address for its list only; nothing of a note and no key is sent.
    """
    quick = Limits(connect_s=0.4, silence_s=2.0)
    found = []
    for name, base_url in addresses:
        with suppress(ModelFailed), LanguageModel(base_url, "", limits=quick) as server:
            models = server.models()
            if models:
                found.append(LocalServer(name, server.base_url, tuple(models)))
    return found
