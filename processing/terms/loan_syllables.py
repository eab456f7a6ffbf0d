"""English sounds as Hangul syllables, after 외래어 표기법 제3장 제1절 (영어의 표기)."""

from __future__ import annotations

from processing.phonetics import CODAS, ONSETS, VOWELS

ONSET = dict(zip("pbtdkgfvszSCJhmnlr", "ㅍㅂㅌㄷㅋㄱㅍㅂㅅㅈㅅㅊㅈㅎㅁㄴㄹㄹ", strict=True))
CLOSING = {"m": "ㅁ", "n": "ㄴ", "N": "ㅇ", "l": "ㄹ"}
STOPS = {"p": "ㅂ", "t": "ㅅ", "k": "ㄱ"}  # 제1항: after a short vowel they close the syllable
_GLIDES = {
    "w": {"ㅏ": "ㅘ", "ㅐ": "ㅙ", "ㅔ": "ㅞ", "ㅣ": "ㅟ", "ㅗ": "ㅝ", "ㅓ": "ㅝ", "ㅜ": "ㅜ"},
    "y": {"ㅏ": "ㅑ", "ㅐ": "ㅒ", "ㅓ": "ㅕ", "ㅔ": "ㅖ", "ㅗ": "ㅛ", "ㅜ": "ㅠ", "ㅣ": "ㅣ"},
}
_LONG = {"ㅣㅣ": "ㅣ", "ㅜㅜ": "ㅜ", "ㅗㅗ": "ㅗ", "ㅓㅓ": "ㅓ", "ㅏㅏ": "ㅏ", "ㅠㅠ": "ㅠ"}


def in_hangul(sounds: str) -> str:
    """The sounds, as `reading_guess.sounds_of` tells them, in Hangul.

    >>> in_hangul("prㅗmpt"), in_hangul("kㅣt"), in_hangul("klㅏㅜd"), in_hangul("Cㅔㅣn"), in_hangul("sㅗkㅔt")
    ('프롬프트', '킷', '클라우드', '체인', '소켓')
    """
    return "".join(_Syllables(sounds).made())


class _Syllables:
    """Sounds on their way into syllables, each [onset, vowel, coda]."""

    def __init__(self, sounds: str) -> None:
        self._sounds = sounds
        self._made: list[list[str]] = []
        self._is_short = False  # whether the vowel before is a short one, which a stop may close

    def made(self) -> list[str]:
        """The syllables, whole."""
        i = 0
        while i < len(self._sounds):
            i = self._vowel(i, "") if self._sounds[i] in VOWELS else self._consonant(i)
        return [_syllable(*parts) for parts in self._made]

    def _vowel(self, i: int, onset: str, glide: str = "") -> int:
        """Take the vowel at `i` in with what stands before it; a second letter makes it long or a diphthong."""
        pair = self._sounds[i : i + 2]
        self._is_short = pair not in _LONG and not (len(pair) == 2 and pair[1] in VOWELS)
        vowel = _LONG.get(pair, pair[0])
        self._made.append([onset, _GLIDES.get(glide, {}).get(vowel, vowel), ""])
        return i + (2 if pair in _LONG else 1)

    def _consonant(self, i: int) -> int:
        sound = self._sounds[i]
        after = self._sounds[i + 1 : i + 2]
        if sound in "wy" or (after == "w" and sound in "kgh"):
            return self._glide(i)
        if after in VOWELS and after:
            return self._before_vowel(i)
        if sound in CLOSING and self._closes(CLOSING[sound]):
            return i + 1
        if sound in STOPS and self._is_short and after not in (*"lrmn",) and self._closes(STOPS[sound]):
            return i + 1
        if sound not in ONSET:  # ㅇ, or N with nothing to close
            return i + 1
        vowel = "ㅣ" if sound in "SCJ" else "ㅡ"
        self._made.append([ONSET[sound], "ㅠ" if sound == "S" and after else vowel, ""])
        self._is_short = False
        return i + 1

    def _glide(self, i: int) -> int:
        at = i + (self._sounds[i] not in "wy")
        if at + 1 < len(self._sounds) and self._sounds[at + 1] in VOWELS:
            return self._vowel(at + 1, ONSET.get(self._sounds[i], "") if at > i else "", self._sounds[at])
        self._made.append([ONSET.get(self._sounds[i], ""), "ㅜ", ""])
        return at + 1

    def _before_vowel(self, i: int) -> int:
        sound = self._sounds[i]
        if sound == "N":
            self._closes("ㅇ")
            return self._vowel(i + 1, "")
        if sound == "l" and self._made:
            self._closes("ㄹ")  # 제6항: l before a vowel is written ㄹㄹ
        glide = "y" if sound == "S" else ""
        return self._vowel(i + 1, ONSET.get(sound, ""), glide)

    def _closes(self, coda: str) -> bool:
        """Put a coda under the last syllable; False if there is none or it has one."""
        if not self._made or self._made[-1][2]:
            return False
        self._made[-1][2] = coda
        self._is_short = False
        return True


def _syllable(onset: str, vowel: str, coda: str) -> str:
    return chr(0xAC00 + ONSETS.index(onset or "ㅇ") * 588 + VOWELS.index(vowel) * 28 + CODAS.index(coda))
