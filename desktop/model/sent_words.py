"""What the foot says of what has left the machine; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.retold import retold
from desktop.words import kept, marked, tr
from processing.model.addresses import is_on_this_machine

if TYPE_CHECKING:
    from processing.library import Sending

NOTHING_LEFT = marked("이 PC에서만 처리합니다 · 밖으로 보낸 내용 없음")
CLIPBOARD = kept("클립보드")  # stands where a server's name does in the record of what was copied to be asked by hand


def said_of(sendings: Sequence[Sending]) -> str:
    """One short sentence on all of these.

    >>> said_of([])
    '이 PC에서만 처리합니다 · 밖으로 보낸 내용 없음'
    """
    gone = [one.host for one in sendings if has_left(one.host)]
    copies = sum(one.host == CLIPBOARD for one in sendings)
    if not gone and not copies:
        return tr(NOTHING_LEFT)
    hosts = list(dict.fromkeys(gone))
    more = " " + tr("외 %n곳", "", len(hosts) - 1) if len(hosts) > 1 else ""
    said = [
        tr("{host}{more}에 %n번 보냄", "", len(gone)).format(host=hosts[0], more=more)
        if gone
        else tr("말끔이 밖으로 보낸 내용 없음")
    ]
    if copies:
        said.append(tr("물어볼 글 %n번 복사", "", copies))
    return " · ".join(said)


def has_left(host: str) -> bool:
    """Whether what went there has left this machine by the program's hand."""
    return host != CLIPBOARD and not is_on_this_machine(f"//{host}")


def where_of(sending: Sending) -> str:
    """Where a sending went, for a list: a server of this machine is said to be one."""
    if sending.host == CLIPBOARD or has_left(sending.host):
        return retold(sending.host)
    return tr("이 PC ({host})").format(host=sending.host)
