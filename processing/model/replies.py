"""A server's reply as words: streamed pieces, or one sent whole by a server that cannot stream.

Nothing about the form of what comes is taken for granted; the SDK does not check it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from processing.model.failure import Reason, failed


def pieces_of(stream: Any, longest: int) -> Iterator[str]:
    """The words of an answer as they come, `longest` code points at the most if it comes whole. Raises `ModelFailed`."""
    kind = str(stream.response.headers.get("content-type", "")).casefold()
    if "json" in kind:
        yield _whole(b"".join(_at_most(stream.response.iter_bytes(), 8 * longest)))
        return
    if "html" in kind:
        raise failed(Reason.NOT_A_SERVER)
    has_ended, is_refused, has_words = False, False, False
    for chunk in stream:
        words, refusal, finish = _read(chunk)
        is_refused = is_refused or bool(refusal)
        if finish is not None:
            _check_finish(finish)
            has_ended = True
        if words:
            has_words = True
            yield words
    if is_refused and not has_words:
        raise failed(Reason.REFUSED)
    if not has_ended:
        raise failed(Reason.CUT)


def _at_most(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    for chunk in chunks:
        most -= len(chunk)
        if most < 0:
            raise failed(Reason.HUGE)
        yield chunk


def _whole(body: bytes) -> str:
    try:
        choice = json.loads(body)["choices"][0]
        message = choice["message"]
    except (ValueError, LookupError, TypeError):
        raise failed(Reason.NOT_A_SERVER) from None
    _check_finish(str(choice.get("finish_reason") or "stop"))
    if isinstance(message, dict) and message.get("refusal"):
        raise failed(Reason.REFUSED)
    return str(message.get("content") or "") if isinstance(message, dict) else ""


def _check_finish(finish: str) -> None:
    if finish == "length":
        raise failed(Reason.CUT)
    if finish == "content_filter":
        raise failed(Reason.REFUSED)


def _read(chunk: Any) -> tuple[str, str, str | None]:
    """Words, refusal and reason to finish of a piece; the SDK does not check what servers send."""
    choices = getattr(chunk, "choices", None)
    choice = choices[0] if isinstance(choices, Sequence) and choices else None
    delta = getattr(choice, "delta", None)
    words, refusal = getattr(delta, "content", None), getattr(delta, "refusal", None)
    finish = getattr(choice, "finish_reason", None)
    return (
        words if isinstance(words, str) else "",
        refusal if isinstance(refusal, str) else "",
        finish if isinstance(finish, str) else None,
    )


def model_names(body: str) -> list[str]:
    """The names in a server's list of models. Raises `ModelFailed` for anything else.

    >>> model_names('{"data": [{"id": "gemma3"}, {"id": 3}, 4]}')
    ['gemma3']
    """
    try:
        rows = json.loads(body)["data"]
    except (ValueError, LookupError, TypeError):
        raise failed(Reason.NOT_A_SERVER) from None
    ids = [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [name for name in ids if isinstance(name, str) and name]
