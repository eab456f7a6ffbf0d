"""Which words before times name speakers, where no program's label does: 김민수 00:12, but not 휴식 10:30 or 네 0:12.

A name is told by its form and by how it recurs, for a reader knows no names: a talk goes to and fro between a few.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from processing.readers.labels import is_name, is_sentence, is_standard_label
from processing.turns.persons import SURNAMES, is_title

LATEST_BEGINNING = 300  # seconds; timetables begin at 9:00
LEAST_PERSONS = 0.6  # of the labels, where none recurs

# 감탄사 and answers (국립국어원, 표준국어대사전: 감탄사), and what agendas, timetables and lists of chapters are made of.
_ANSWERS = (
    "네|넵|넹|예|옙|응|음|어|아|오|와|자|글쎄|글쎄요|그래|그래요|그럼|그럼요|그렇죠|"
    "그쵸|맞아요|맞습니다|아니|아니요|아뇨|좋아요|좋습니다|알겠습니다|감사합니다|고맙습니다|안녕하세요|정말|정말요|진짜|진짜요|뭐|근데|그리고|그래서"
)
_AGENDA = (
    "개회|폐회|개회식|폐회식|개막|폐막|등록|접수|입장|퇴장|휴식|식사|점심|아침|저녁|오찬|만찬|회의|발표|질의|응답|질의응답|토론|토의|인사|인사말|소개|"
    "환영사|축사|기조연설|강연|강의|수업|공연|시상|시상식|인트로|아웃트로|오프닝|클로징|도입|본론|결론|서론|마무리|정리|목차|안건|주제|요약|시작|끝|종료|"
    "출발|도착|이동|집합|해산|뉴스|광고|날씨|예산|일정|공지|공지사항|기타|준비|재료|방법|결과|내용|시간|장소|행사"
)
_COMMON = frozenset(f"{_ANSWERS}|{_AGENDA}".split("|"))
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|도|에|의|만|로|으로)$")
_LONG = "남궁|황보|제갈|선우|독고|사공|서문|동방"
_WHOLE = re.compile(rf"(?:[{SURNAMES}]\s?[가-힣]{{2}}|(?:{_LONG})\s?[가-힣]{{1,2}})(?<![역팀점행])$")
_LATIN = re.compile(r"[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*){1,3}$")
# Syllables of which most given names are made (대법원 전자가족관계등록시스템, 출생신고 상위 이름); both must be of them.
_NAMED_WITH = frozenset(
    "가강건경고관광교권규균근기길나남다단담도동두라람래려련령록린림모무문미민바방배백범별병보복봄봉빈빛상새서석선설섭성세소솔송수숙순슬승시신아안애양언여연열"
    "영예오옥완요용우욱운웅원위유윤율은을의이인일자재전정제조종주준중지진찬창채천철초춘충치태택하학한해혁현형혜호홍화환회효후훈휘희"
)
_THINGS = frozenset(  # words of two such syllables that stand over parts of a recording
    "오전|오후|이전|이후|현재|이제|언제|여기|아주|문제|숙제|경제|전화|영화|영상|음성|수학|문학|화학|미술|전시|수영|운동|산책|여행|예배|기도|찬양|성경|"
    "서울|수원|인천|광주|전주|여수|제주|세종|진주|경주|원주|성남|안산|안양|오산|구미|남해|동해|서해|영주|나주|상주|정선|태안|이천|여주|용인".split(
        "|"
    )
)
_GIVEN = re.compile(r"[가-힣]{2}$")
_REMARK = re.compile(r"\s?[(\[][^()\[\]]*[)\]]$|\s?님$")


def is_common_word(label: str) -> bool:
    """Whether `label` is an answer or a word of agendas, with or without a particle.

    >>> [is_common_word(label) for label in ("네", "휴식", "안건은", "김하은")]
    [True, True, True, False]
    """
    return label in _COMMON or _PARTICLE.sub("", label) in _COMMON


def is_person(label: str) -> bool:
    """Whether `label` has the form of a whole name or ends in a title.

    >>> [is_person(label) for label in ("김민수", "박 제인 (A사)", "최 부장님", "Jane Park", "휴식", "서울역")]
    [True, True, True, True, False, False]
    """
    bare = _REMARK.sub("", label).strip()
    if not bare or is_common_word(bare):
        return False
    return bool(_WHOLE.match(bare) or _LATIN.match(bare)) or is_title(bare.split()[-1]) or is_standard_label(label)


def is_given_name(label: str) -> bool:
    """Whether `label` has the form of a given name that stands alone: 민수, 하준; 재료 and 발표 have not.

    >>> [is_given_name(label) for label in ("민수", "하준 님", "재료", "회의", "만들기")]
    [True, True, False, False, False]
    """
    bare = _REMARK.sub("", label).strip()
    return bool(_GIVEN.match(bare)) and set(bare) <= _NAMED_WITH and not is_common_word(bare) and bare not in _THINGS


def speakers_among(labels: Sequence[str], first_s: float) -> frozenset[str]:
    """The labels that name speakers, of those before times in their order; `first_s` is the first time, in seconds.

    Where a program's label, a whole name that recurs or two others that take turns are among them, what stands but
    once is a name as well; otherwise it must have a name's form, as most must, in a talk that begins near its start.
    A bare given name has too little of one, so that all the others must have a name's form then.
    """
    names = [label for label in labels if is_name(label) and not is_common_word(label)]
    counts = Counter(names)
    recur = {label for label, n in counts.items() if n > 1}
    if any(is_standard_label(label) or (label in recur and is_person(label)) for label in names) or len(recur) > 1:
        return frozenset(label for label, n in counts.items() if n > 1 or not is_sentence(label))
    if first_s > LATEST_BEGINNING:
        return frozenset()
    if set(labels) == counts.keys() and all(is_person(label) or is_given_name(label) for label in counts):
        return frozenset(counts)
    persons = frozenset(filter(is_person, counts))
    return persons if len(persons) >= LEAST_PERSONS * len(set(labels)) else frozenset()
