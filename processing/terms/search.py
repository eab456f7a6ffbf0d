"""The search for misheard terms: from the sentences of a note to edits that are applied and edits that are proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import prod

from processing.analysis import Analysis
from processing.collector import collector_paused
from processing.note import Edit, EditKind
from processing.phonetics import spoken
from processing.proposals import APPLY, PROPOSE, Proposal
from processing.terms.candidates import Candidate, candidates
from processing.terms.context import RightForms, Topic
from processing.terms.doubts import Vocabulary, doubted
from processing.terms.faint import is_faint
from processing.terms.glossary import USER, Term
from processing.terms.judgement import Judged, Verdict, judged, reason
from processing.terms.letters import is_titled
from processing.terms.lexicon import everyday_words
from processing.terms.liaison import Place, carried_over
from processing.terms.own_words import OwnWords
from processing.terms.readings import Match
from processing.terms.rewriting import rewritten
from processing.terms.scanning import Scanned, scanned
from processing.terms.settling import settled
from processing.terms.sound_index import SoundIndex
from processing.terms.spans import meets
from processing.terms.speaker_names import People
from processing.terms.style import Spelling, style_proposals


class TermSearch:
    """Terms ready to be searched for: their sounds indexed, their right forms known.

    `words` are right words that are no terms: they are left alone.
    """

    def __init__(self, terms: Iterable[Term], words: Sequence[str] = ()) -> None:
        self._terms = tuple(terms)
        self._index = SoundIndex(self._terms, words)
        self._right = RightForms(self._terms, words)
        self._everyday = everyday_words()

    def proposals(self, analysis: Analysis, names: Iterable[str] = ()) -> list[Proposal]:
        """What should read otherwise in these sentences, in order, never overlapping; each decided: apply or propose.

        `names` are those of the note's own people, who are never taken for a term.
        """
        with collector_paused():
            return self._proposals(analysis, People(names))

    def _proposals(self, analysis: Analysis, people: People) -> list[Proposal]:
        sentences = scanned(analysis.sentences, self._right, self._index, self._everyday)
        topic = Topic(occurrence for one in sentences for occurrence in one.occurrences)
        spelling = Spelling(occurrence for one in sentences for occurrence in one.occurrences)
        vocabulary = Vocabulary(analysis.sentences)
        by_sentence = [
            _without_overlaps(_of_no_person(_judged(candidates(one, self._index, topic), vocabulary), one, people))
            for one in sentences
        ]
        decided = settled(by_sentence)
        own = OwnWords(sentences, decided, self._right, spelling)
        found: list[Proposal] = []
        for one, chosen in zip(sentences, decided, strict=True):
            found.extend(self._in_sentence(one, chosen, own, spelling, people))
        return sorted(found, key=lambda proposal: (proposal.edit.start, proposal.edit.end))

    def _in_sentence(
        self, scanned: Scanned, chosen: Sequence[Judged], own: OwnWords, spelling: Spelling, people: People
    ) -> Iterator[Proposal]:
        """The proposals of a sentence; what the note itself or the particle tells stands before a likeness to some term."""
        told = [(span.at, proposal) for span, proposal in own.proposals(scanned, chosen)]
        applied_at = [one.span.at for one, verdict in chosen if verdict.decision == APPLY]
        told += carried_over(scanned, self._right, spelling, [*applied_at, *(place for place, _ in told)])
        told = _of_nobody(told, scanned, people)
        yield from (proposal for _, proposal in told)
        taken = [place for place, _ in told]
        kept = [(candidate, verdict) for candidate, verdict in chosen if not meets(candidate.span.at, taken)]
        yield from (_proposal(candidate, verdict, spelling) for candidate, verdict in kept)
        taken.extend(candidate.span.at for candidate, _ in kept)
        yield from style_proposals(scanned, spelling, taken)


def _judged(found: Iterable[Candidate], vocabulary: Vocabulary) -> Iterator[Judged]:
    everything = [(candidate, judged(candidate)) for candidate in found]
    for candidate, verdict in doubted(everything, vocabulary):
        if verdict.decision and not (verdict.decision == PROPOSE and is_faint(candidate, verdict.confidence)):
            yield candidate, verdict


def _of_no_person(found: Iterable[Judged], scanned: Scanned, people: People) -> list[Judged]:
    """Those that touch nobody's name; a sentence is asked for names only where there is something to lose.

    Who is only called so (피오 씨) may be an acronym, unless the note knows the name.
    """
    chosen = list(found)
    places = people.places(scanned.sentence, scanned.words) if chosen else []
    return [
        (candidate, verdict)
        for candidate, verdict in chosen
        if not meets(candidate.span.at, people.own_places(scanned.words) if _is_titled(candidate) else places)
    ]


def _is_titled(candidate: Candidate) -> bool:
    return candidate.is_spelled and is_titled(candidate.span.text)


def _of_nobody(
    found: Sequence[tuple[Place, Proposal]], scanned: Scanned, people: People
) -> list[tuple[Place, Proposal]]:
    names = people.places(scanned.sentence, scanned.words) if found else []
    return [one for one in found if not meets(one[0], names)]


def _without_overlaps(judgements: Iterable[Judged]) -> list[Judged]:
    """The likeliest of those that share words; of equals the longest, GPT-4o before GPT.

    One that explains several misheard words at once stands before them where they are less likely together.
    """
    chosen: list[Judged] = []
    longer: list[Judged] = []
    for one in sorted(judgements, key=lambda one: (-one[1].confidence, -len(one[0].span.text))):
        if not meets(one[0].span.at, (other.span.at for other, _ in chosen)):
            chosen.append(one)
        elif len(one[0].span.eojeols) > 1:
            longer.append(one)
    for one in longer:
        parts = [other for other in chosen if meets(one[0].span.at, [other[0].span.at])]
        if _explains_all(one, parts):
            chosen = [*(other for other in chosen if other not in parts), one]
    return chosen


def _explains_all(longer: Judged, parts: Sequence[Judged]) -> bool:
    """Whether a stretch has several unknown words in it, which are less likely together: 에이치의 프록스 is HAProxy.

    A known word need not be misheard at all, so it stands for itself.
    """
    start, end = longer[0].span.at
    if len(parts) < 2 or longer[1].decision != APPLY:
        return False
    is_all = all(start <= one.span.start and one.span.end <= end and one.is_odd for one, _ in parts)
    return is_all and longer[1].confidence > prod(verdict.confidence for _, verdict in parts)


def _proposal(candidate: Candidate, verdict: Verdict, spelling: Spelling) -> Proposal:
    """The candidate as an edit; a particle that changes with the term, or with one of its rivals, is taken in."""
    span, reading = candidate.span, candidate.match.reading
    form = spelling.of(reading.term)
    rivals = {
        spelling.of(one.reading.term): one.reading.said for one in reversed(candidate.rivals) if _fits(one, candidate)
    }
    rivals.pop(form, None)
    place, before, (after, *others) = rewritten(
        candidate.sentence, span, {form: reading.said, **dict(reversed(rivals.items()))}
    )
    source = "glossary" if reading.term.origin == USER else "sound"
    confidence = round(verdict.confidence, 3)
    edit = Edit(place.start, place.end, before, after, EditKind.TERM, source, confidence, reason(candidate))
    return Proposal(edit, verdict.decision, form, span.text, tuple(others))


def _fits(rival: Match, candidate: Candidate) -> bool:
    """Whether a rival may be put at the place: not if it says a neighbouring word once more (온 온프레미스)."""
    text, span = candidate.sentence.text, candidate.span
    heard, said = spoken(span.text), rival.reading.said
    before = spoken("".join(text[: span.start].split()[-1:]))
    after = spoken("".join(text[span.end :].split()[:1])) if not span.suffix else ""
    doubles_before = before and said.startswith(before) and not heard.startswith(before)
    doubles_after = after and said.endswith(after) and not heard.endswith(after)
    return not (doubles_before or doubles_after)


def applied(proposals: Sequence[Proposal]) -> list[Edit]:
    """The edits of those that the program applies by itself."""
    return [proposal.edit for proposal in proposals if proposal.decision != PROPOSE]
