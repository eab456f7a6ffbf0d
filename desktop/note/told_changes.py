"""Names of changes for 변경 기록: what was changed in a few words, so that one line of it is told from another; pure."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.note.paragraph_edits import hunks
from desktop.words import kept

LONGEST = 16  # code points of one side


def transcript_edited(old: str, new: str) -> str:
    """The name of a paragraph's retyping: its first changed words, and how many more places there are.

    >>> transcript_edited("레그를 쓰면 답이 좋아요", "RAG를 쓰면 답이 더 좋아요")
    '녹취록 고침: 레그를 → RAG를 외 1곳'
    >>> transcript_edited("음 네 그렇죠", "네 그렇죠"), transcript_edited("네 그렇죠", "네 꼭 그렇죠")
    ('녹취록에서 지움: 음', '녹취록에 넣음: 꼭')
    """
    changed = hunks(old, new)
    if not changed:
        return kept("녹취록 고침")
    start, end, after = changed[0]
    before, after = short(old[start:end]), short(after)
    more = kept(f" 외 {len(changed) - 1}곳") if len(changed) > 1 else ""
    if not before:
        return kept(f"녹취록에 넣음: {after}") + more
    if not after:
        return kept(f"녹취록에서 지움: {before}") + more
    return kept(f"녹취록 고침: {before} → {after}") + more


def cell_filled(what: str, text: str) -> str:
    """The name of what a person put in a cell called `what`, or of its emptying.

    >>> cell_filled("담당자", "김민수"), cell_filled("기한", " ")
    ('담당자: 김민수', '기한 지움')
    """
    told = short(text)
    return kept(f"{what}: {told}") if told else kept(f"{what} 지움")


def form_filled(old: Mapping[str, object], new: Mapping[str, object], names: Mapping[str, str]) -> str:
    """The name of what a person did in the meeting's form: the fields that are no longer as they were.

    >>> form_filled({"place": "본사"}, {"place": "3층", "author": "김"}, {"place": "장소", "author": "작성자"})
    '회의 정보: 장소 · 작성자'
    """
    changed = [name for key, name in names.items() if (old.get(key) or None) != (new.get(key) or None)]
    return kept(f"회의 정보: {' · '.join(changed)}") if changed else kept("회의 정보")


def short(text: str) -> str:
    """The beginning of a text as one line.

    >>> short(" 이번 주에는 레그를 먼저 붙여 보겠습니다.")
    '이번 주에는 레그를 먼저 붙 …'
    """
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + " …"
