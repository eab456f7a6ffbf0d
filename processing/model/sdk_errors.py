"""What the SDK's errors are to a person. They are told by their class's name, so that this needs no SDK."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

from processing.model.failure import ModelFailed, Reason, failed

REASONS: dict[str, Reason] = {
    "AuthenticationError": Reason.KEY,
    "SubjectTokenProviderError": Reason.KEY,
    "PermissionDeniedError": Reason.FORBIDDEN,
    "NotFoundError": Reason.MODEL,
    "BadRequestError": Reason.REQUEST,
    "UnprocessableEntityError": Reason.REQUEST,
    "ConflictError": Reason.BUSY,
    "RateLimitError": Reason.BUSY,
    "InternalServerError": Reason.SERVER,
    "APITimeoutError": Reason.TIMEOUT,
    "APIConnectionError": Reason.OFFLINE,
    "APIResponseValidationError": Reason.NOT_A_SERVER,
    "LengthFinishReasonError": Reason.CUT,
    "ContentFilterFinishReasonError": Reason.REFUSED,
    "WebSocketConnectionClosedError": Reason.CUT,
    "StreamAlreadyConsumed": Reason.CUT,
    "WebSocketQueueFullError": Reason.SERVER,
    "APIStatusError": Reason.SERVER,
    "APIError": Reason.SERVER,  # told in the middle of a stream
}
_BY_STATUS = {402: Reason.QUOTA, 405: Reason.NOT_A_SERVER, 408: Reason.TIMEOUT, 413: Reason.TOO_LONG}
_TOO_LONG = (
    "context_length",
    "context length",
    "maximum context",
    "too long",
    "exceeds the available context",
    "n_ctx",
)


def failure_of(error: BaseException, *, is_local: bool = False, has_answered: bool = False) -> ModelFailed:
    """What an error of the SDK, or one that slipped past it, is to a person. It keeps nothing of the error.

    `has_answered` tells that the server had begun to answer.
    """
    reason = reason_of_class(error)
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return failed(_reason_of_status(status, error, reason))
    if reason is None:
        return failed(Reason.CUT if has_answered else Reason.NOT_A_SERVER)
    return failed(_sharpened(reason, error, is_local=is_local, has_answered=has_answered))


def reason_of_class(error: BaseException) -> Reason | None:
    """The reason that stands for the nearest class of an error, None for one that is not the SDK's."""
    names = (kind.__name__ for kind in type(error).__mro__)
    return next((REASONS[name] for name in names if name in REASONS), None)


def _reason_of_status(status: int, error: BaseException, reason: Reason | None) -> Reason:
    told = f"{getattr(error, 'code', None) or ''} {getattr(error, 'message', '')}".casefold()
    if status in (400, 413, 422, 500) and any(words in told for words in _TOO_LONG):
        return Reason.TOO_LONG
    if status == 429 and "quota" in told:
        return Reason.QUOTA
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status < 400:
        return Reason.NOT_A_SERVER  # a redirect, which is not followed
    return reason or Reason.SERVER


def _sharpened(reason: Reason, error: BaseException, *, is_local: bool, has_answered: bool) -> Reason:
    if reason is not Reason.OFFLINE:
        return reason
    if has_answered:
        return Reason.CUT
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Reason.CERTIFICATE
    if not any(type(cause).__name__ in ("ConnectError", "ProxyError") for cause in causes):
        return Reason.SERVER  # it was reached and hung up
    return Reason.NOT_RUNNING if is_local else Reason.OFFLINE


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
