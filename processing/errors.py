"""Two families of errors: what the world did to us, and what we did wrong.

A `UserError` is nobody's bug: the file is a picture, the disk is full, the key is refused. It carries one Korean
sentence that says what happened and what to do, and is shown as it is. A `Bug` is ours; only the one place that
shows it turns it into words.
"""


class UserError(Exception):
    """Something outside the program went wrong, told in `sentence` (Korean, what happened and what to do)."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Bug(Exception):
    """The program broke a promise of its own."""


class UnreadableFile(UserError):
    """A file that cannot become a note; `name` is the file's name without its folder."""

    def __init__(self, sentence: str, name: str = "") -> None:
        super().__init__(sentence)
        self.name = name


class UnwritableResult(UserError):
    """A result that could not be written; `target` is where it should have gone."""

    def __init__(self, sentence: str, target: str = "") -> None:
        super().__init__(sentence)
        self.target = target


class BrokenGlossary(UserError):
    """A glossary file that does not follow its header; `row` is 1-based and counts the header, 0 for the whole file."""

    def __init__(self, sentence: str, row: int = 0) -> None:
        super().__init__(sentence)
        self.row = row
