"""Which sentences can become lines, and how much each says: central, of the matter, clear by itself, called important."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from processing.summary.addressees import called_in
from processing.summary.agreed import urges
from processing.summary.centrality import centrality
from processing.summary.doubt import Doubts
from processing.summary.gatherings import sets_the_next
from processing.summary.intents import (
    is_hypothetical_request,
    is_laughed_at,
    is_laughed_with,
    is_own_will,
    is_question,
    is_quoted,
)
from processing.summary.outline import bags
from processing.summary.turned import courteous, is_out_of_style
from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.word_lists import word_list
from processing.summary.written_style import Written, statement

_TRIED_A_TOPIC = 18  # the best of a topic that are written out
_FEWEST_WORDS = 4
_FEWEST_OF_MATTER = 3  # where it has a subject, and that recurs
_FEW_SENTENCES = 30
_ASIDE = 0.6  # of the weight, for a sentence with nothing that is said elsewhere
_COURTESY = frozenset(("감사", "죄송", "안녕", "수고", "반갑", "부탁", "드시"))
_WISHED_WORDS = 8
_WISHED_LENGTH = 75
_OUTCOME = 0.3  # per word shared with what was settled
_POINTING = re.compile(
    r"(?<![가-힣])(?:이런|그런|저런|이거|그거|이것|그것|여기|거기|저기|이게|그게|이걸|그걸|저걸|이|그|저|이렇게|그렇게|저렇게)(?![가-힣])"
)
PERSONAL = re.compile(r"(?<![가-힣])(?:저는|제가|저도|저희|나는|내가|나도|저를|그게|이게|이걸|그걸)(?![가-힣])")
# the speaker's own words for what matters: the cue method (Edmundson 1969)
WEIGHED = re.compile(r" (?:중요|필요|핵심|결론|요점|목표|원칙|필수|주의)/(?:NNG|XR) |어야/EC (?:되|하)/V\S \S+/E[FC] $")
_CLAUSES = re.compile(r"[가-힣](?:고|며|는데|은데|지만|면서|니까|거나|다거나) ")
# 등장할 하기 시작함: what should describe a noun has none behind it; a sentence begun anew, or heard wrongly
# 원하는 기업을 실행력이 중요한 분야예요: an object without a verb that takes one (표준국어대사전, 을/를)
_NO_VERB = re.compile(r" (?:을|를|ᆯ)/JKO (?:(?!\S+/(?:VV|XSV|VX) )\S+ )*$")
# 학습하지 하지만: a concession that stands in the midst, with what it is conceded to lost
_BROKEN = re.compile(
    r"/ETM (?:(?:안|못)/MAG|\S+/(?:EC|EF|EP|VV|VX|XSV|JKS|JKO|JX|JKB|MAJ)|\S/NNG \S+/MAJ) | 지/E[CF] \S+/MAJ "
)
_ONLY_NAMED = re.compile(r" 이/VCP (?:\S+/EP )?\S+/E[FC] (?:요/JX )?$")  # … 파악하는 모델이에요: of what is it said?
_HAS_TOPIC = re.compile(r"/(?:NN.|SL|XSN|ETN|NP) (?:은/JX|는/JX|ᆫ/JX|이/JKS|가/JKS) ")
_INTRODUCES_SELF = re.compile(r" (?:저|제|저희)/NP (?:는|가)/J\S+ (?:\S+ )*?\S+/NNP (?:\S+/NN\S )*(?:이/VCP|고/J)")
_POINTS_BACK = re.compile(r"^(?:이|그|저)(?:거|것|게|건|걸|런|렇|때)|^(?:여기|거기|저기)")
# in a conversation also who speaks: 제가 봐도 오후 되면 눅눅해짐, 저번에도 여쭤봤는데 …
_LEANING = 0.3  # of the weight
_OF_NOTHING = 0.6
_TOPICS = ("은", "는", "도", "만")
_LEANS = re.compile(r"^(?:제가|내가|저도|나도|저는|나는|저번에도|지난번에도) ")
# 결과 말씀드리면요, 보여 드릴게요, 얘기로 가죠: what is about to be said, not what is said
_ANNOUNCES_SPEECH = re.compile(
    r" (?:말씀|보고|소개|설명|공유|얘기|이야기)/NNG (?:을/JKO |를/JKO )?(?:드리|하)/\S+ (?:으?면|자면|겠\S* \S+|ᆯ게요?|고)/\S+ (?:요/JX )?$"
    r"| (?:얘기|이야기|말씀|안건|주제|건)/NN\S (?:으로|로)/JKB (?:가|넘어가|돌아가)/VV "
)
# … 많아서 그래요; … 하면 어떨까 합니다; 그때 정하죠: a reason of nothing, a proposal, talk about what is to be talked of
_SAYS_NO_MORE = re.compile(
    r" (?:어서|아서|라서|니까)/EC (?:그렇|그러)/V\S (?:\S+/EP )*\S+/E[FC] | (?:ᆯ까|을까)/E[CF] (?:하|싶|생각)/\S+ "
    r"| (?:너|네|니)/NP (?:가|는)/J"
)
# 투표 올려 주시고요: asked of somebody; 쉬는 날에 무슨 근무 시간에 갔다 와요: exclaimed
_ASKED_OR_EXCLAIMED = re.compile(r" 주/VX 시/EP 고/E[CF] (?:요/JX )?$| 무슨/MM (?:\S+ )*?\S+/EF ")
_ONE_OF_TWO = re.compile(r"^(?:(?:네|아|어|음)[,.]? )*(?:하나는|또 하나는|둘째는|다른 하나는|나머지는) ")
_SETTLED_ONCE = re.compile(r" 기/ETN 로/JKB 하/VV 었/EP (?:잖아요?|었|던|는데)")
_ONCE = re.compile(r"지난번|저번|지난주|예전|원래|작년|전에|잖아")
_MAY_BE_ORDER = re.compile(r"/(?:VV|VX|XSV) 어/EF $")  # 은지 씨가 내일 바로 신청해: told to her, or of her
# 그렇습니다, … 같아요, 말 자체가 뭐하거든요
_VAGUE_END = re.compile(
    r" (?:(?:그렇|이렇|그러|이러)/V\S|같/VA|뭐/(?:IC|NP) 하/V\S) (?:\S+/EP )*\S+/E[FC] (?:요/JX )?$"
)


@dataclass(frozen=True)
class Candidate:
    """A sentence in its written form with its rank: `score` 0 to 1, `topic` the ordinal of its topic."""

    utterance: Utterance
    written: Written
    score: float
    topic: int


def candidates(
    utterances: Sequence[Utterance],
    starts: Sequence[int],
    taken: frozenset[int],
    outcome: frozenset[str],
    doubts: Doubts | None = None,
) -> list[Candidate]:
    """The sentences that can stand as written lines, best first; those whose index is `taken` are left out.

    What shares a word with the `outcome` (decisions, tasks, questions) leads up to it and counts for more; what the
    `doubts` do not trust for less.
    """
    matter, lecturer = _Matter.of(utterances, outcome, doubts or Doubts(utterances)), lecturer_of(utterances)
    taken |= _said_by_others(utterances)
    found: list[Candidate] = []
    for topic, (start, end) in enumerate(zip(starts, [*starts[1:], len(utterances)], strict=True)):
        left = (u for u in utterances[start:end] if u.index not in taken and _is_eligible(utterances, u, lecturer))
        weighed = sorted((-matter.weight(u), u.index) for u in left if matter.holds(u))
        for weight, index in weighed[:_TRIED_A_TOPIC]:
            utterance, written = utterances[index], statement(utterances[index])
            if written is not None and _stands(utterance, written, matter.recurring, lecturer):
                score = -weight * _clarity(written) * _leaning(utterance, written, lecturer)
                found.append(Candidate(utterance, written, score, topic))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.utterance.index))


@dataclass(frozen=True)
class _Matter:
    """What a note is of: the content words of each sentence (`about`), those that recur, how central each sentence is."""

    about: Sequence[frozenset[str]]
    recurring: frozenset[str]
    central: Sequence[float]
    outcome: frozenset[str]
    doubts: Doubts

    @classmethod
    def of(cls, utterances: Sequence[Utterance], outcome: frozenset[str], doubts: Doubts) -> _Matter:
        about = bags(utterances)
        return cls(about, _recurring(about), centrality(about).tolist(), outcome, doubts)

    def holds(self, utterance: Utterance) -> bool:
        """Whether the sentence is of it: with a word that recurs, or with enough that it names."""
        own = self.about[utterance.index]
        return bool(own & self.recurring) or _names_enough(utterance, own)

    def weight(self, utterance: Utterance) -> float:
        """How much it says of it: central, leading to an outcome, trusted, called important; less for an aside."""
        own = self.about[utterance.index]
        bonus = (1 + _OUTCOME * min(len(own & self.outcome), 2)) * self.doubts.trust(utterance)
        return self.central[utterance.index] * bonus * _emphasis(utterance) * (1 if own & self.recurring else _ASIDE)


def _stands(utterance: Utterance, written: Written, recurring: frozenset[str], lecturer: str | None) -> bool:
    """Whether a line has enough words, and in a conversation does not begin by pointing back."""
    least = _FEWEST_OF_MATTER if _is_of_matter(utterance, recurring) else _FEWEST_WORDS
    return len(written.words) >= least and (lecturer is not None or not _POINTS_BACK.match(written.text))


def _leaning(utterance: Utterance, written: Written, lecturer: str | None) -> float:
    """Less, in a conversation, for a line that leans on who speaks (제가 봐도 …), or does not say what it tells of (요새는 받음)."""
    if lecturer is not None:
        return 1.0
    return (_LEANING if _LEANS.match(written.text) else 1.0) * (1.0 if _tells_of_something(utterance) else _OF_NOTHING)


def _tells_of_something(utterance: Utterance) -> bool:
    """Whether a thing or a matter is its topic, subject or object: 찬성이 반은 넘음; not 요새는 그룹웨어로만 받음, 통합본으로 만든다고 함."""
    named, general = False, word_list("general_nouns")
    for eojeol in utterance.eojeols:
        named = named or any(m.is_noun and m.form not in general for m in eojeol.morphemes)
        is_marked = any(m.tag in ("JKS", "JKO") or (m.tag == "JX" and m.form in _TOPICS) for m in eojeol.morphemes)
        if named and is_marked and "JKB" not in eojeol.tags:
            return True
        named = named and not any(m.tag[0] in "JE" for m in eojeol.morphemes)
    return False


def _said_by_others(utterances: Sequence[Utterance]) -> frozenset[int]:
    """The indices of sentences that leave their speaker's courtesy: quoted, or said to oneself."""
    polite = courteous(utterances)
    return frozenset(u.index for u in utterances if is_out_of_style(u, polite))


def _recurring(about: Sequence[frozenset[str]]) -> frozenset[str]:
    """What is said more than once: a sentence with nothing of it tells an aside. All words in a note of a few sentences."""
    counts = Counter(word for bag in about for word in bag)
    least = 2 if len(about) > _FEW_SENTENCES else 1
    return frozenset(word for word, count in counts.items() if count >= least)


def _is_of_matter(utterance: Utterance, recurring: frozenset[str]) -> bool:
    """과학관은 작년에 갔었음: short, but its subject is what the note speaks of."""
    return utterance.has(_HAS_TOPIC) and bool(utterance.nouns & recurring) and len(utterance.nouns) > 1


def _names_enough(utterance: Utterance, about: frozenset[str]) -> bool:
    """Whether a sentence with nothing that recurs may still be of the matter: it names several things, and not its speaker."""
    has_figure = any(m.tag in ("SN", "NR") for m in utterance.marks)
    return (len(about) > 1 or (bool(about) and has_figure)) and not PERSONAL.search(utterance.text)


def _clarity(written: Written) -> float:
    """How well a line stands alone: less for the first person, for words that point back, for very short or long ones."""
    text, value = written.text, 1.0
    value *= 0.7 if PERSONAL.search(text) else 1.0
    value *= 0.6 if _POINTS_BACK.match(text) else 1.0
    value *= 0.75 ** len(_POINTING.findall(text))
    value *= 0.85 ** max(len(_CLAUSES.findall(text)) - 2, 0)
    value *= math.sqrt(min(1.0, len(written.words) / _WISHED_WORDS))
    return value if len(text) <= _WISHED_LENGTH else 0.8 * value


def _is_eligible(utterances: Sequence[Utterance], utterance: Utterance, lecturer: str | None) -> bool:
    if len(utterance.words) < _FEWEST_OF_MATTER or utterance.is_taken_back or utterance.words & _COURTESY:
        return False
    if (
        utterance.has(_INTRODUCES_SELF)
        or is_question(utterance)
        or is_hypothetical_request(utterance)
        or _ANNOUNCES_SPEECH.search(utterance.tagged)
    ):
        return False
    if utterance.has(_MAY_BE_ORDER) and called_in(utterance) is not None:
        return False
    if utterance.has(_SAYS_NO_MORE) or sets_the_next(utterance):
        return False
    if is_laughed_at(utterances, utterance.index) or is_quoted(utterances, utterance.index):
        return False
    return not (is_own_will(utterance) or _is_no_report(utterances, utterance, lecturer))


def _is_no_report(utterances: Sequence[Utterance], utterance: Utterance, lecturer: str | None) -> bool:
    """What tells of nothing that is so: asked of somebody, proposed, exclaimed, laughed over, or settled once and now over."""
    if utterance.has(_ASKED_OR_EXCLAIMED) or _ONE_OF_TWO.match(utterance.text):
        return True
    if is_laughed_with(utterances, utterance.index) or (utterance.has(_SETTLED_ONCE) and _ONCE.search(utterance.text)):
        return True
    return utterance.speaker_id != lecturer and urges(utterance)


def _emphasis(utterance: Utterance) -> float:
    """More for what its speaker calls important, less for an end that says little ("그렇습니다", "… 같아요")."""
    return (
        (1.4 if utterance.has(WEIGHED) else 1.0)
        * (0.7 if utterance.has(_VAGUE_END) else 1.0)
        * (0.4 if utterance.has(_BROKEN) or utterance.has(_NO_VERB) else 1.0)
        * (0.6 if utterance.has(_ONLY_NAMED) and not utterance.has(_HAS_TOPIC) else 1.0)
        * (1.0 if _says_of_what(utterance) else 0.6)
    )


def _says_of_what(utterance: Utterance) -> bool:
    """그 부분에 대한 요약을 진행합니다, 사람마다 관점이 다릅니다: with one noun of its own, or none, it could stand in any minutes."""
    as_adverb = {noun.form for noun, after in pairwise(utterance.marks) if after.form == "적" and after.tag == "XSN"}
    own = utterance.nouns - word_list("general_nouns") - as_adverb
    return len(own) > 1 or any(m.tag in ("SN", "NR") for m in utterance.marks)
