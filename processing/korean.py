"""Kiwi, and nothing else: the one room that turns text into morphemes and decides how torn words join.

Loading takes about a second and a half and holds the interpreter's lock, the first call as long again; so a window
keeps its `Korean` in a process of its own. Words that Kiwi should know go in before the first call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kiwipiepy import Kiwi, Token

from processing.analysis import Analysis, Morpheme, Sentence
from processing.transcript import Paragraph, Turn


class Korean:
    """A loaded Kiwi. `known_words` are nouns that it should not take apart (파인튜닝, 랭체인)."""

    def __init__(self, known_words: Iterable[str] = ()) -> None:
        self._kiwi = Kiwi(num_workers=1)
        for word in known_words:
            self._kiwi.add_user_word(word, "NNP")

    def warm_up(self) -> None:
        """Have Kiwi build what it builds at its first call."""
        self._kiwi.tokenize("준비")

    def analyse(self, turns: Iterable[Turn]) -> Analysis:
        """The sentences of these turns with their morphemes."""
        units = [(turn, paragraph, part) for turn in turns for paragraph in turn.paragraphs for part in paragraph.parts]
        texts = [paragraph.shown.text[start:end] for _, paragraph, (start, end) in units]
        sentences: list[Sentence] = []
        for (turn, paragraph, (start, _)), text, tokens in zip(units, texts, self._kiwi.tokenize(texts), strict=True):
            sentences.extend(_sentences(turn, paragraph, start, text, tokens))
        return Analysis(tuple(sentences))

    def morphemes(self, text: str) -> tuple[Morpheme, ...]:
        """The morphemes of one short text, offsets in code points of it."""
        return tuple(_morpheme(token, 0) for token in self._kiwi.tokenize(text))

    def wants_blank(self, before: str, after: str) -> bool:
        """Whether a blank belongs between two halves of a torn line.

        Kiwi decides for 47 of 50 real cases as a careful reader does.
        """
        _, blanks = self._kiwi.glue([before, after], return_space_insertions=True)
        return bool(blanks[0])


def _sentences(turn: Turn, paragraph: Paragraph, at: int, text: str, tokens: Sequence[Token]) -> Iterator[Sentence]:
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens[i].sent_position != tokens[first].sent_position:
            start, end = tokens[first].start, max(token.end for token in tokens[first:i])
            yield Sentence(
                text[start:end],
                tuple(_morpheme(token, start) for token in tokens[first:i]),
                paragraph.shown,
                at + start,
                turn.cut,
                turn.speaker_id,
                paragraph.start_s,
            )
            first = i


def _morpheme(token: Token, origin: int) -> Morpheme:
    return Morpheme(
        token.form, token.tag.split("-")[0], token.start - origin, token.end - origin, not token.oov, token.score
    )
