"""Everything that can go wrong with a model, each with the Korean sentence a person reads.

The sentences hold neither a word of the transcript nor a key: they may be shown and kept anywhere.
"""

from __future__ import annotations

from enum import StrEnum

from processing.errors import UserError


class Reason(StrEnum):
    """Why a model gave nothing that can be used."""

    ADDRESS = "address"
    NO_KEY = "no key"
    KEY = "key"
    FORBIDDEN = "forbidden"
    MODEL = "model"
    QUOTA = "quota"
    BUSY = "busy"
    TOO_LONG = "too long"
    REQUEST = "request"
    SERVER = "server"
    NOT_A_SERVER = "not a server"
    TIMEOUT = "timeout"
    OFFLINE = "offline"
    NOT_RUNNING = "not running"
    CERTIFICATE = "certificate"
    CUT = "cut"
    HUGE = "huge"
    EMPTY = "empty"
    REFUSED = "refused"
    BAD_JSON = "bad JSON"
    WRONG_FORM = "wrong form"
    NOTHING_LEFT = "nothing left"
    NOTHING_TO_SEND = "nothing to send"


SENTENCES: dict[Reason, str] = {
    Reason.ADDRESS: "모델 서버의 주소가 올바르지 않습니다. 'https://…/v1'처럼 적어 주세요.",
    Reason.NO_KEY: "API 키가 없어 모델을 부르지 못했습니다. 설정에서 키를 넣거나 MALKKEUM_API_KEY를 정해 주세요.",
    Reason.KEY: "모델 서버가 API 키를 받아들이지 않았습니다. 키를 다시 확인해 주세요.",
    Reason.FORBIDDEN: "이 API 키로는 이 모델을 쓸 수 없습니다. 키의 권한이나 모델을 확인해 주세요.",
    Reason.MODEL: "모델이나 주소를 찾지 못했습니다. 모델 이름과 서버 주소를 확인해 주세요.",
    Reason.QUOTA: "모델 사용 한도를 다 썼습니다. 결제나 한도를 확인해 주세요.",
    Reason.BUSY: "모델 서버에 요청이 몰려 답을 받지 못했습니다. 잠시 뒤에 다시 시도해 주세요.",
    Reason.TOO_LONG: "보낸 글이 이 모델이 받을 수 있는 길이를 넘었습니다. 더 긴 글을 받는 모델을 골라 주세요.",
    Reason.REQUEST: "모델 서버가 요청을 받아들이지 않았습니다. 다른 모델을 골라 주세요.",
    Reason.SERVER: "모델 서버에 문제가 생겨 답을 받지 못했습니다. 잠시 뒤에 다시 시도해 주세요.",
    Reason.NOT_A_SERVER: "이 주소에서 모델 서버의 답을 받지 못했습니다. 서버 주소를 확인해 주세요.",
    Reason.TIMEOUT: "모델이 제때 답하지 않았습니다. 잠시 뒤에 다시 시도하거나 더 작은 모델을 골라 주세요.",
    Reason.OFFLINE: "모델 서버에 연결하지 못했습니다. 인터넷 연결과 서버 주소를 확인해 주세요.",
    Reason.NOT_RUNNING: "이 PC의 모델 서버에 연결하지 못했습니다. Ollama나 LM Studio를 켜고 다시 시도해 주세요.",
    Reason.CERTIFICATE: "모델 서버의 보안 인증서를 확인하지 못했습니다. 주소나 회사 네트워크 설정을 확인해 주세요.",
    Reason.CUT: "모델의 답이 중간에 끊겼습니다. 다시 시도해 주세요.",
    Reason.HUGE: "모델의 답이 지나치게 길어 받지 않았습니다. 다시 시도하거나 다른 모델을 골라 주세요.",
    Reason.EMPTY: "모델이 빈 답을 보냈습니다. 다시 시도하거나 다른 모델을 골라 주세요.",
    Reason.REFUSED: "모델이 답하기를 거절했습니다. 다른 모델을 골라 주세요.",
    Reason.BAD_JSON: "모델의 답을 읽지 못했습니다. 다시 시도하거나 다른 모델을 골라 주세요.",
    Reason.WRONG_FORM: "모델의 답이 정해진 형식과 달라 쓰지 못했습니다. 다시 시도하거나 다른 모델을 골라 주세요.",
    Reason.NOTHING_LEFT: "모델의 답에 녹취록에서 근거를 찾을 수 있는 내용이 없어 쓰지 않았습니다. 다른 모델을 골라 주세요.",
    Reason.NOTHING_TO_SEND: "보낼 수 있는 발언이 없어 모델을 부르지 않았습니다. 내보내지 않기로 한 부분을 확인해 주세요.",
}

FOR_GOOD = frozenset(  # asking again with the same settings gives the same
    {
        Reason.ADDRESS, Reason.NO_KEY, Reason.KEY, Reason.FORBIDDEN, Reason.MODEL, Reason.QUOTA, Reason.NOT_A_SERVER,
        Reason.OFFLINE, Reason.NOT_RUNNING, Reason.CERTIFICATE,
    }
)  # fmt: skip

UNREACHED = frozenset({Reason.OFFLINE, Reason.NOT_RUNNING, Reason.CERTIFICATE})  # no word has left the machine


class ModelFailed(UserError):
    """A model gave nothing that can be used; `reason` says why, `sentence` tells it. What was there before stays."""

    def __init__(self, sentence: str, reason: Reason = Reason.SERVER) -> None:
        super().__init__(sentence)
        self.reason = reason

    def __reduce__(self) -> tuple[type[ModelFailed], tuple[str, Reason]]:
        return type(self), (self.sentence, self.reason)


def failed(reason: Reason) -> ModelFailed:
    """The error for a reason, with its sentence.

    >>> failed(Reason.CUT).sentence
    '모델의 답이 중간에 끊겼습니다. 다시 시도해 주세요.'
    """
    return ModelFailed(SENTENCES[reason], reason)


class GivenUp(Exception):
    """The person took the request back; nothing of the answer is kept."""
