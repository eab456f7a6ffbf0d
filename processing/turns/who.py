"""Who a label is, as far as the text says: names with which people introduce themselves, titles they are addressed by.

Nothing is guessed: each suggestion names the words it rests on, and a person takes it or not.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from processing.analysis import Analysis, Sentence
from processing.note import State, change_of
from processing.proposals import PROPOSE, TurnProposal
from processing.source import Place, Source
from processing.turns.fragments import Said, turns_said
from processing.turns.parts import ASKER, LEADER, signs_of

# The surnames of more than 99 % of Koreans (통계청, 2015 인구주택총조사 성씨·본관), without rare ones of two syllables.
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도"
    "소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예봉경사부"
)
_TITLES = (
    "대표|사장|회장|부장|차장|과장|대리|주임|사원|팀장|실장|본부장|센터장|이사|상무|전무|매니저|책임|선임|수석|연구원|교수|박사|선생|강사|"
    "멘토|코치|변호사|세무사|회계사|의사|원장|간호사|작가|감독|기자|피디|위원|위원장|의원|국장|반장|총장|학장|조교|활동가|고객|사모"
)
_INTRODUCED = re.compile(
    rf"(?:^|\s)([{_SURNAMES}][가-힣]{{2}})(?: (?:{_TITLES}))?(?:이라고 합니다|라고 합니다|라고 해요|입니다|이에요|예요|인데요)[.!]?$"
)
_ADDRESSED = re.compile(rf"(?:(?<!\S)([{_SURNAMES}](?:[가-힣]{{2}})?) )?(?<!\S)({_TITLES})님(?!들)")
_HANDED_OVER = re.compile(
    r"(?:님|분)(?:께서?|이|의)?[^.?!]*(?:말씀|부탁|넘기|설명|발표|소개|답변)[^.?!]*(?:주시|주세|드립|겠습|드릴)"
)
# A person's name rather than an institution's: the owner line of a shared account holds 사무국 or 도서관.
_OWNER = re.compile(rf"[{_SURNAMES}][가-힣]{{1,2}}(?<![관국팀실회터과])")
_NUMBERED = re.compile(r"\d+\s*$")  # 참석자 3, Speaker 2: a label that names nobody
_TIMES_ADDRESSED = 2  # by one title before it says who answers

_SURE_NAME = 0.5


@dataclass(frozen=True)
class Suggestion:
    """A name or a role for a label, with its reason in Korean and the words it rests on (None: the file's head)."""

    name: str
    role: str
    reason: str
    place: Place | None
    strength: float


def introduced_name(sentence: Sentence) -> str | None:
    """The name with which the sentence introduces its speaker; None if it does not.

    A name is a surname and two syllables that Kiwi has for a proper noun, does not know, or cannot read as one noun.
    """
    match = _INTRODUCED.search(sentence.text)
    if match is None or _tells_of_another(sentence, match.start(1)):
        return None
    start, end = match.span(1)
    inside = [m for m in sentence.morphemes if start <= m.start < m.end <= end]
    if not inside or inside[-1].tag.startswith("XS"):
        return None
    is_one = len(inside) == 1 and (inside[0].tag == "NNP" or not inside[0].is_known)
    is_apart = len(inside) > 1 and inside[0].end - inside[0].start == 1
    return match[1] if is_one or is_apart else None


def _tells_of_another(sentence: Sentence, end: int) -> bool:
    """Whether the words before `end` have a subject other than the speaker: "다음은 …", "여기는 …"."""
    before = [m for m in sentence.morphemes if m.end <= end]
    return any(
        particle.tag in ("JX", "JKS") and word.form not in ("저", "제", "나", "저희", "이름")
        for word, particle in pairwise(before)
    )


def suggestions(source: Source, state: State, analysis: Analysis) -> dict[str, list[Suggestion]]:
    """What the text says of each speaker, best first; speakers of whom it says nothing are left out."""
    turns = turns_said(analysis.sentences)
    found: defaultdict[str, list[Suggestion]] = defaultdict(list)
    for speaker, suggestion in (*_introduced(source, turns), *_addressed(turns), *_parts(turns)):
        if speaker and all((s.name, s.role) != (suggestion.name, suggestion.role) for s in found[speaker]):
            found[speaker].append(suggestion)
    if source.header.owner:
        _add_owner(source.header.owner, state, found)
    return {speaker: sorted(some, key=lambda s: -s.strength) for speaker, some in found.items() if some}


def named_speakers(source: Source, state: State, analysis: Analysis) -> list[TurnProposal]:
    """A proposal of kind "role" for every speaker whom the text names or gives a part that nothing gainsays."""
    proposals = []
    for id_, some in suggestions(source, state, analysis).items():
        speaker = state.speakers.get(id_)
        name = next((s for s in some if s.name and s.strength >= _SURE_NAME), None)
        roles = [s for s in some if s.role]
        role = roles[0] if roles and not _are_rivals(roles) else None
        if speaker is None or speaker.name or speaker.role or not (name or role):
            continue
        new = replace(speaker, name=name.name if name else "", role=role.role if role else "")
        reasons = ", ".join(s.reason for s in (name, role) if s is not None)
        place = next((s.place for s in (name, role) if s is not None and s.place is not None), Place(0, 0))
        change = change_of(state, {("speakers", id_): new})
        proposals.append(TurnProposal("role", PROPOSE, place, f"{reasons}.", change))
    return proposals


def _are_rivals(roles: Sequence[Suggestion]) -> bool:
    """Whether two of them are as strong and cannot both be true, so that a person must say."""
    return len(roles) > 1 and roles[0].strength == roles[1].strength


def _introduced(source: Source, turns: Sequence[Said]) -> Iterator[tuple[str, Suggestion]]:
    for turn in turns:
        for sentence in turn.sentences:
            if name := introduced_name(sentence):
                is_owner = name == source.header.owner
                reason = f"'{sentence.text}'라고 자신을 소개함" + (", 파일의 주인과 같은 이름" if is_owner else "")
                yield turn.speaker_id, Suggestion(name, "", reason, sentence.place, 0.95 if is_owner else 0.9)


def _addressed(turns: Sequence[Said]) -> Iterator[tuple[str, Suggestion]]:
    """Titles by which a speaker is addressed just before they speak: once in a handover, else several times."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[Sentence, str]] = {}
    for before, turn in pairwise(turns):
        if before.speaker_id == turn.speaker_id:
            continue
        for sentence in before.sentences[-2:]:
            for match in _ADDRESSED.finditer(sentence.text):
                key = (turn.speaker_id, match[2])
                counts[key] += _TIMES_ADDRESSED if _HANDED_OVER.search(sentence.text) else 1
                first.setdefault(key, (sentence, f"{match[1] or ''} {match[2]}".strip()))
    for (speaker, title), count in counts.most_common():
        sentence, called = first[(speaker, title)]
        if count >= _TIMES_ADDRESSED:
            reason = f"앞사람이 '{called}님'이라고 부른 다음에 말함"
            yield speaker, Suggestion("", called, reason, sentence.place, 0.6)


def _parts(turns: Sequence[Said]) -> Iterator[tuple[str, Suggestion]]:
    said = {LEADER: "모임을 열고 닫는 말을 함", ASKER: "질문하러 온 사람의 말을 함"}
    for turn in turns:
        part = signs_of(" ".join(sentence.text for sentence in turn.sentences)).part
        if part is not None:
            yield turn.speaker_id, Suggestion("", part, said[part], turn.place, 0.4)


def _add_owner(owner: str, state: State, found: defaultdict[str, list[Suggestion]]) -> None:
    """The file's owner as the weakest suggestion for whoever has no name yet, unless one label already has it."""
    has_owner = any(owner in (speaker.name, speaker.label) for speaker in state.speakers.values())
    if has_owner or not _OWNER.fullmatch(owner) or any(s.name == owner for some in found.values() for s in some):
        return
    for speaker_id, speaker in state.speakers.items():
        if not speaker.name and _NUMBERED.search(speaker.label or ""):
            found[speaker_id].append(Suggestion(owner, "", "파일 머리에 적힌 이름", None, 0.2))
