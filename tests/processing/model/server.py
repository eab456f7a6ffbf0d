"""A real HTTP server on loopback that speaks the protocol of OpenAI's chat completions, and can misbehave.

A `Behaviour` is a function that answers one request with the handler at hand; a server has a list of them, the last of
which answers all further requests. What was asked is kept in `requests` and `headers`.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Reads a request, remembers it, and lets the server's behaviour answer."""

    protocol_version = "HTTP/1.1"
    server: ModelServer

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        self.server.headers.append({name.casefold(): value for name, value in self.headers.items()})
        self.server.on_get(self)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.paths.append(self.path)
        self.server.headers.append({name.casefold(): value for name, value in self.headers.items()})
        self.server.requests.append(json.loads(body))
        behaviours = self.server.behaviours
        behave = behaviours.pop(0) if len(behaviours) > 1 else behaviours[0]
        try:
            behave(self)
        except (BrokenPipeError, ConnectionResetError):
            self.server.hung_up.set()
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: unexpected output would hide a failure."""

    def reply(self, status: int, body: bytes, kind: str = "application/json", **headers: str) -> None:
        """Answer with a whole body."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin_stream(self) -> None:
        """Begin a streamed answer that ends with the connection."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()

    def event(self, data: str) -> None:
        """One event of a stream."""
        self.wfile.write(f"data: {data}\n\n".encode())
        self.wfile.flush()

    def piece(self, words: str | None, finish: str | None = None, **delta: Any) -> None:
        """One piece of an answer."""
        content = {**({"content": words} if words is not None else {}), **delta}
        choice = {"index": 0, "delta": content, "finish_reason": finish}
        self.event(
            json.dumps({"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})
        )


class ModelServer(ThreadingHTTPServer):
    """A server on a free port of this machine."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, *behaviours: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaviours = list(behaviours)
        self.on_get: Behaviour = models("test-model")
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.hung_up = Event()
        self.release = Event()

    @property
    def url(self) -> str:
        """The base URL to give to a client."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def sent_text(self) -> str:
        """All that was sent, as one text."""
        return json.dumps(self.requests, ensure_ascii=False)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error here."""


@contextmanager
def serving(*behaviours: Behaviour) -> Iterator[ModelServer]:
    """A running server with these behaviours, ended afterwards."""
    server = ModelServer(*behaviours)
    thread = Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.release.set()
        server.shutdown()
        server.server_close()
        thread.join()


# --- behaviours -----------------------------------------------------------------------------------------------------


def answers(text: str | Callable[[dict[str, Any]], str], piece: int = 7) -> Behaviour:
    """Streams a text, or what a function makes of the request, in pieces of so many code points."""

    def behave(handler: Handler) -> None:
        words = text if isinstance(text, str) else text(handler.server.requests[-1])
        handler.begin_stream()
        handler.piece(None, role="assistant")
        for at in range(0, len(words), piece):
            handler.piece(words[at : at + piece])
        handler.piece(None, "stop")
        handler.event("[DONE]")

    return behave


def answers_whole(text: str, finish: str = "stop") -> Behaviour:
    """Answers with one JSON object, as a server does that cannot stream."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return lambda handler: handler.reply(200, json.dumps({"id": "x", "choices": [choice]}).encode())


def refuses(status: int, message: str = "no", code: str | None = None, **headers: str) -> Behaviour:
    """Answers with an error status and OpenAI's error object."""
    body = json.dumps({"error": {"message": message, "type": "x", "code": code}}).encode()
    return lambda handler: handler.reply(status, body, **headers)


def says(body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> Behaviour:
    """Answers with any body."""
    return lambda handler: handler.reply(status, body, kind, **headers)


def cut_after(words: str) -> Behaviour:
    """Breaks the connection off in the middle of an answer."""

    def behave(handler: Handler) -> None:
        handler.begin_stream()
        handler.piece(words)
        handler.connection.shutdown(socket.SHUT_RDWR)

    return behave


def ends_early(words: str) -> Behaviour:
    """Ends an answer in good order, but without saying that it is whole."""

    def behave(handler: Handler) -> None:
        handler.begin_stream()
        handler.piece(words)

    return behave


def finishes(words: str | None, finish: str, **delta: Any) -> Behaviour:
    """Ends an answer for a reason of its own: length, content_filter."""

    def behave(handler: Handler) -> None:
        handler.begin_stream()
        handler.piece(words, **delta)
        handler.piece(None, finish)
        handler.event("[DONE]")

    return behave


def streams(*events: str) -> Behaviour:
    """Streams any events."""

    def behave(handler: Handler) -> None:
        handler.begin_stream()
        for event in events:
            handler.event(event)

    return behave


def falls_silent(words: str = "") -> Behaviour:
    """Says a little, or nothing at all, and then nothing more until the test is over."""

    def behave(handler: Handler) -> None:
        if words:
            handler.begin_stream()
            handler.piece(words)
        handler.server.release.wait(20)
        handler.close_connection = True

    return behave


def drips(words: str, pause_s: float) -> Behaviour:
    """Never silent for long, and never done."""

    def behave(handler: Handler) -> None:
        handler.begin_stream()
        while not handler.server.release.wait(pause_s):
            handler.piece(words)

    return behave


def hangs_up(handler: Handler) -> None:
    """Closes the connection without a word."""
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def models(*names: str) -> Behaviour:
    """A list of models."""
    rows = [{"id": name, "object": "model", "created": 1, "owned_by": "x"} for name in names]
    return lambda handler: handler.reply(200, json.dumps({"object": "list", "data": rows}).encode())


def closed_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
