"""The part that someone plays in a meeting, read off what they say: the one who leads it, or one who came to ask.

Signs are phrases of Korean meetings and classes in general, each a regular expression over the shown words of a
stretch of speech. One sign proves nothing; the rules that use them ask for several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GATHERING = "강의|강좌|수업|회의|행사|포럼|세미나|토론회?|좌담회|특강|멘토링|간담회|교육|조회|설명회|발표회|워크숍|인터뷰|시간|순서"
_TITLE = "선생님|교수님|강사님|멘토님|변호사님|대표님|박사님|작가님|원장님|위원님|의원님|연사님|코치님|감독님|이사님"

_LEADING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_GATHERING})[가-힣]*(?: [^\s.?!]+){{0,5}} ?(?:시작|진행|마무리|종료|마감)?(?:하|마치|끝내)겠습니다",
        rf"(?:{_GATHERING})[가-힣]*(?: [^\s.?!]+){{0,5}} (?:마칩니다|시작합니다|마무리합니다)",
        r"(?:진행|사회)[를을]? ?맡은|사회자입니다",
        r"(?:질문|의견|발언)[을를이가]?(?: [^\s.?!]+){0,3} (?:받겠습니다|받아 ?보겠습니다|받을게요|있으신 분|있으시면|하실 분)",
        r"손(?:을)? ?(?:들어|드신)|마이크(?:를)? ?(?:넘기|드리|전달)",
        r"박수(?:를|로)? ?(?:부탁|한번|쳐|맞이|보내)",
        r"다음 (?:발표자|발제자|순서|연사|분)[^.?!]*(?:모시|넘기|듣|부탁|소개)",
        r"(?:모시겠습니다|모셔 ?보겠습니다|소개해 ?드리겠습니다|소개하겠습니다)",
        r"(?:참석|참여|함께)해 ?주신|와 ?주신 (?:모든|여러)|자리해 ?주신",
        r"(?:설문지?|만족도|출석|수료증|이수증|후기|안내 데스크)[^.?!]*(?:작성|제출|부탁|내 ?주|나눠 ?드리|보내 ?드리|확인)",
        r"다음 (?:조|반|팀|차시|회차|시간)[은는에까]?[^.?!]*(?:기다려|오시면|모이|뵙겠|만나|시작하겠|진행하겠|준비해)",
        r"(?:잠시|조금) 쉬었다가|쉬는 시간(?:을|은) ?",
    )
)
_ASKING = tuple(
    re.compile(pattern)
    for pattern in (
        r"여쭤 ?(?:보|볼)(?:고 싶|려고|게 있|고자)|여쭙고 싶",
        r"질문(?:이|을)? ?(?:있는데|있습니다|있어요|드리고|드려도|하나|하고 싶)",
        rf"(?:^|[.?!] |네 )(?:{_TITLE}) (?:혹시 )?(?:저는|저희|제가|그럼|안녕하세요)",
        r"궁금(?:합니다|해서|한 ?게|한 ?점이|했습니다|해요)",
        r"저는[^.?!]*(?:학생|수강생|대학생|취준생|신입|초보|다니(?:는|고 있)|준비하(?:는|고 있)|배우(?:는|고 있)|전공하)"
        r"[^.?!]*(?:인데요|입니다|이에요|는데요|있습니다|있어요)",
        r"저는[^.?!]*(?:거든요|는데요?)[.] [^.]*(?:되나요|될까요|좋을까요|하나요|해요|돼요)[?]",
    )
)

_OPENS_FLOOR = re.compile(
    r"(?:방청|객석|청중|관객|플로어|현장|참석하신 분|참석자)[^.?!]*(?:질문|의견|말씀|발언)"
    r"|손(?:을)? ?(?:들어|드신|드시)|질문[을를]? ?(?:받겠습니다|받아 ?보겠습니다|받을게요)|질문(?:이|도)? ?있으신 분"
)

LEADER, ASKER = "진행", "질문자"


def opens_floor(text: str) -> bool:
    """Whether the one who leads lets the audience ask: 방청석 질문을 받겠습니다, 손드신 분 말씀해 주세요."""
    return _OPENS_FLOOR.search(text) is not None


@dataclass(frozen=True)
class Signs:
    """How many different signs of leading and of asking a stretch of speech shows."""

    leading: int
    asking: int

    @property
    def part(self) -> str | None:
        """The part that is certain enough to tell people apart by: two signs more than of the other, or None."""
        if self.leading >= 2 and not self.asking:
            return LEADER
        if self.asking and not self.leading:
            return ASKER
        return None


def signs_of(text: str) -> Signs:
    """The signs in a stretch of speech.

    >>> signs_of("네 그럼 오늘 강의는 여기서 마치겠습니다. 강사님께 박수 부탁드립니다.")
    Signs(leading=2, asking=0)
    >>> signs_of("멘토님 저는 취업을 준비하고 있는데요. 하나 여쭤보고 싶습니다.").part
    '질문자'
    """
    return Signs(
        sum(pattern.search(text) is not None for pattern in _LEADING),
        sum(pattern.search(text) is not None for pattern in _ASKING),
    )
