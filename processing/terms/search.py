"""The search for misheard terms: from the sentences of a note to edits that are applied and edits that are proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from processing.analysis import Analysis, Sentence
from processing.collector import collector_paused
from processing.note import Edit, EditKind
from processing.particles import agreeing
from processing.proposals import PROPOSE, Proposal
from processing.terms.candidates import Candidate, Scanned, candidates, scan
from processing.terms.context import RightForms, Topic
from processing.terms.glossary import USER, Term
from processing.terms.judgement import Judged, Verdict, judged, reason, settled
from processing.terms.lexicon import everyday_words
from processing.terms.sound_index import SoundIndex
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
        scanned = [
            scan(number, sentence, self._right, self._index, self._everyday)
            for number, sentence in enumerate(analysis.sentences)
        ]
        topic = Topic(occurrence for one in scanned for occurrence in one.occurrences)
        spelling = Spelling(occurrence for one in scanned for occurrence in one.occurrences)
        found: list[Proposal] = []
        by_sentence = [
            _without_overlaps(_of_no_person(_judged(candidates(one, self._index, topic)), one, people))
            for one in scanned
        ]
        for one, chosen in zip(scanned, settled(by_sentence), strict=True):
            found.extend(_proposal(candidate, verdict, spelling) for candidate, verdict in chosen)
            taken = [(candidate.span.start, candidate.span.end) for candidate, _ in chosen]
            found.extend(style_proposals(one, spelling, taken))
        return sorted(found, key=lambda proposal: (proposal.edit.start, proposal.edit.end))


def _judged(found: Iterable[Candidate]) -> Iterator[tuple[Candidate, Verdict]]:
    for candidate in found:
        verdict = judged(candidate)
        if verdict.decision:
            yield candidate, verdict


def _of_no_person(found: Iterable[Judged], scanned: Scanned, people: People) -> list[Judged]:
    """Those that touch nobody's name; a sentence is asked for names only where there is something to lose."""
    chosen = list(found)
    places = people.places(scanned.sentence, scanned.words) if chosen else []
    return [
        (candidate, verdict)
        for candidate, verdict in chosen
        if not any(candidate.span.start < end and start < candidate.span.end for start, end in places)
    ]


def _without_overlaps(judgements: Iterable[tuple[Candidate, Verdict]]) -> list[tuple[Candidate, Verdict]]:
    """The likeliest of those that share words."""
    chosen: list[tuple[Candidate, Verdict]] = []
    for candidate, verdict in sorted(judgements, key=lambda one: -one[1].confidence):
        span = candidate.span
        if not any(span.start < other.span.end and other.span.start < span.end for other, _ in chosen):
            chosen.append((candidate, verdict))
    return chosen


def _proposal(candidate: Candidate, verdict: Verdict, spelling: Spelling) -> Proposal:
    reading = candidate.match.reading
    form = spelling.of(reading.term)
    rivals = dict.fromkeys(spelling.of(rival.reading.term) for rival in candidate.rivals)
    edit = replace(
        _edit(candidate.sentence, candidate.span.start, candidate.span.end, candidate.span.suffix, form, reading.said),
        source="glossary" if reading.term.origin == USER else "sound",
        confidence=round(verdict.confidence, 3),
        reason=reason(candidate),
    )
    tail = edit.after[len(form) :]
    return Proposal(edit, verdict.decision, form, candidate.span.text, tuple(rival + tail for rival in rivals))


def _edit(sentence: Sentence, start: int, end: int, suffix: str, form: str, said: str) -> Edit:
    """The edit that puts `form` for the stem at [start, end); a particle that changes with it is taken in."""
    agreed = agreeing(suffix, said)
    stop = end + len(suffix) if agreed != suffix else end
    place = sentence.place_of(start, stop)
    before = sentence.shown.source_text[place.start : place.end]
    after = form + (agreed if stop > end else "")
    return Edit(place.start, place.end, before, after, EditKind.TERM)


def applied(proposals: Sequence[Proposal]) -> list[Edit]:
    """The edits of those that the program applies by itself."""
    return [proposal.edit for proposal in proposals if proposal.decision != PROPOSE]
