"""What is sent: an instruction, a contract for the answer, and the transcript as numbered data, in parts.

The contract and the rule that speech is data are put in by the program, whatever instruction a person writes. The
marker around the data is a hash of the data, so nothing that was said can hold it and end the data early.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from processing.data_files import asset
from processing.model.masking import Mask
from processing.model.numbered import SentLine

_HANGUL = re.compile(r"[ㄱ-ㆎ가-힣]")
_WEEKDAYS = "월화수목금토일"

SUMMARY, TERMS, MERGE, TURNS = "summary", "terms", "merge", "turns"
_CONTRACT = {
    SUMMARY: SUMMARY,
    TERMS: TERMS,
    MERGE: SUMMARY,
    TURNS: TURNS,
}  # a merge answers in the form of what it merges


@dataclass(frozen=True)
class Request:
    """One question to a model, exactly as it leaves: `system`, `user`, and the JSON schema of the answer."""

    system: str
    user: str
    schema_name: str
    schema: Mapping[str, Any]

    @property
    def one_text(self) -> str:
        """The whole as one text, for a chat window that takes nothing else."""
        return f"{self.system}\n\n{self.user}"

    @property
    def characters(self) -> int:
        """How many code points are sent."""
        return len(self.system) + len(self.user)

    @cached_property
    def tokens(self) -> int:
        """About how many tokens that is."""
        return estimated_tokens(self.one_text)

    def count(self) -> int:
        """Count the tokens now, so that asking for them costs nothing later, in another process too."""
        return self.tokens


def estimated_tokens(text: str) -> int:
    """About how many tokens a text has: one a Hangul syllable, one for four other characters; real ones are fewer.

    >>> estimated_tokens("안녕하세요 hello")
    7
    """
    hangul = len(_HANGUL.findall(text))
    return hangul + -(-(len(text) - hangul) // 4)


@dataclass(frozen=True)
class Wording:
    """What a request is made with: the mask, the note's date, a person's own instruction in place of ours."""

    mask: Mask
    day: date | None = None
    instruction: str | None = None


def summary_request(lines: Sequence[SentLine], wording: Wording) -> Request:
    """The request for the minutes of these lines."""
    return _request(SUMMARY, _head(lines, wording), _numbered(lines, wording.mask), wording)


def terms_request(lines: Sequence[SentLine], terms: Iterable[str], wording: Wording) -> Request:
    """The request for misheard words in these lines; `terms` are right forms that may have been said here."""
    listed = ", ".join(terms)
    head = [f"이 부분에서 나왔을 수 있는 바른 표기: {listed}"] if listed else []
    return _request(TERMS, head, _numbered(lines, wording.mask), wording)


def turns_request(lines: Sequence[SentLine], wording: Wording) -> Request:
    """The request for who speaks in these lines."""
    return _request(TURNS, _head(lines, wording), _numbered(lines, wording.mask), wording)


def merge_request(drafts: Sequence[Mapping[str, Any]], wording: Wording) -> Request:
    """The request to make one result of the parts' results; their text is masked already and still only data."""
    data = [json.dumps(draft, ensure_ascii=False, separators=(",", ":")) for draft in drafts]
    return _request(MERGE, [], data, Wording(wording.mask, wording.day))


def _head(lines: Sequence[SentLine], wording: Wording) -> list[str]:
    speakers = dict.fromkeys(wording.mask.hide(line.speaker) for line in lines if line.speaker)
    head = [f"말한 사람: {', '.join(speakers)}"] if speakers else []
    if wording.day is not None:
        head.append(f"녹음한 날: {wording.day.isoformat()} {_WEEKDAYS[wording.day.weekday()]}요일")
    return head


def _numbered(lines: Sequence[SentLine], mask: Mask) -> list[str]:
    rows, speaker = [], None
    for line in lines:
        if (line.turn_cut, line.speaker) != speaker:
            speaker = (line.turn_cut, line.speaker)
            rows.append(f"[{mask.hide(line.speaker) or '말한 사람 모름'}]")
        rows.append(f"{line.number}| {' '.join(mask.hide(line.text).split())}")
    return rows


def _request(task: str, head: Sequence[str], data: Sequence[str], wording: Wording) -> Request:
    body = "\n".join(data)
    marker = hashlib.blake2b(body.encode("utf-8", "replace"), digest_size=6).hexdigest()
    instruction = (wording.instruction or "").strip() or prompt(task)
    system = "\n\n".join(
        [instruction, prompt(f"{_CONTRACT[task]}_contract"), prompt("data_rule").replace("{marker}", marker)]
    )
    user = "\n".join([*head, f'<녹취록 표식="{marker}">', body, f'</녹취록 표식="{marker}">'])
    return Request(system, user, f"malkkeum_{_CONTRACT[task]}", _schema(_CONTRACT[task]))


def prompt(name: str) -> str:
    """A text of `assets/prompts/`."""
    return asset("prompts", f"{name}.txt").read_text(encoding="utf-8").strip()


@cache
def _schema(name: str) -> Mapping[str, Any]:
    schema: dict[str, Any] = json.loads(asset("prompts", f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema
