"""What is said beside the matter: greetings, sound checks, the weather, where to eat. None of it belongs in the minutes.

A sentence of that kind opens an exchange, and what follows in the next turns belongs to it until somebody comes back to the
matter (자, 그럼, 정리하면) or names what the note speaks of elsewhere. A word of the list that recurs is the matter itself: a
baker's meeting may speak of 빵. Source of what opens talk: 국립국어원 『표준 언어 예절』 (인사말), and "phatic" talk, Malinowski 1923.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from processing.summary.utterance import Utterance, lecturer_of
from processing.summary.word_lists import word_list
from processing.turns.persons import introduced

_RECURS = 3  # sentences in which a noun is said that is the matter
_TURNS = 3  # that an exchange goes on
_INTRODUCED_WITHIN = 15  # sentences
_OPENING, _CLOSING = 10, 14  # sentences
_SOUND_CHECK = re.compile(
    r"(?:(?:잘|소리|목소리|마이크|뒤에(?:서)?|제 말) ?(?:\S+ )?(?:들리|들려|들립|나오|나와|나옵))|^(?:네 |예 )?(?:잘 )?들(?:립니다|려요|리네요)"
    r"|들리(?:세요|시나요|시죠|십니까|나요)\?|화면 ?(?:이 |은 |잘 |다들 )*(?:보이|보여|보입)(?:시|세|나|시나|십|요|죠|니)"
    r"|마이크 ?(?:를 |가 |좀 |도 )*(?:되|켜|켰|꺼|껐|테스트|안 되)|음소거|(?:녹음|녹화) ?(?:을 |이 |은 |버튼 |좀 |지금 )*(?:되|됐|시작|켜|켰|눌|하고 있|돌)"
)
_GREETING = re.compile(
    r"안녕(?:하세요|하십니까|히)|반갑습니다|수고(?:하셨|하십|했|들|하세)|고생(?:하셨|하십|했|들|하세|많)|오시느라|와 ?주셔서|바쁘신데"
    r"|다들? (?:오셨|왔|모이|모였|계시)|다 ?(?:오셨|왔어|모였|모이)|맛있게|먹었(?:어|지|니|나)"
    r"|(?:식사|점심|저녁|밥)(?:은|는|들은|들)? ?(?:\S+ )?(?:드셨|하셨|먹었|드시)"
)
_WEATHER = re.compile(
    r"(?<![가-힣])(?:비|눈)(?:가|이)? ?(?:많이 |엄청 |너무 |또 |막 |계속 )*(?:오|와|왔|올|내리|쏟아|그쳤)(?![가-힣]*(?:류|픈))"
    r"|(?<![가-힣])(?:날|날씨)(?:이|가|도)? ?(?:너무 |많이 |참 |갑자기 )*(?:춥|추|덥|더|좋|흐리|풀|가물)"
    r"|(?<![가-힣])(?:오늘|밖에|밖이|요즘|여기|방이|아침에) ?(?:너무 |많이 |되게 |진짜 |좀 )*(?:춥|추워|덥|더워|쌀쌀|후덥)"
)
_EATS = re.compile(
    r" (?:먹/VV|드시/VV|들/VV 시/EP|맛있/VA|맛없/VA|배고프/VA|땡기/VV|당기/VV|시키/VV|생기/VV|얻어먹/VV|쏘/VV|좋/VA (?:죠|지|아요|어요)/EF"
    r"|가/VV (?:시/EP )?(?:죠|ᆯ까요?|ᆸ시다|자|ᆯ래요?)/EF|사/VV (?:어/EC 주|어/EC 드리|ᆯ게요?|다/EC 주)|썰/VV)"
)
_COMES_BACK = re.compile(
    r"^(?:네 |예 |아 |어 |자 |하하 |ㅎㅎ )*(?:자[ ,]|그럼|그러면|아무튼|어쨌든|하여튼|정리|다시|본론|이제|먼저|오늘|다음(?! 에)|그리고|근데 그|시작)"
)


def small_talk(said: Sequence[Utterance]) -> list[tuple[Utterance, ...]]:
    """The exchanges that are beside the matter, each the sentences of one; none in what a lecturer tells."""
    matter, lecturer = _matter(said), lecturer_of(said)
    found: list[list[Utterance]] = []
    since: int | None = None
    for utterance in said:
        if utterance.speaker_id != lecturer and _opens(utterance, matter):
            if since is None or utterance.turn - since > _TURNS:
                found.append([])
            found[-1].append(utterance)
            since = utterance.turn if _goes_on(utterance) else since
        elif since is not None and utterance.turn - since <= _TURNS and _belongs(utterance, matter):
            found[-1].append(utterance)
        else:
            since = None
    return [tuple(exchange) for exchange in found]


def before_or_after(
    said: Sequence[Utterance], exchanges: Sequence[tuple[Utterance, ...]] | None = None
) -> frozenset[int]:
    """The indices of the small talk (`exchanges`, where they are known) with which the talk begins or ends: there nothing is settled or asked in earnest."""
    last = len(said) - _CLOSING
    exchanges = small_talk(said) if exchanges is None else exchanges
    at_edge = (e for e in exchanges if e[-1].index < _OPENING or e[0].index >= last)
    return frozenset(u.index for exchange in at_edge for u in exchange)


def _matter(said: Sequence[Utterance]) -> frozenset[str]:
    counts = Counter(noun for u in said for noun in u.nouns)
    return frozenset(noun for noun, count in counts.items() if count >= _RECURS) - word_list("general_nouns")


def _opens(utterance: Utterance, matter: frozenset[str]) -> bool:
    if utterance.index < _INTRODUCED_WITHIN and introduced(utterance.sentence) is not None:
        return True
    if utterance.nouns & matter:
        return False
    text = utterance.text
    return bool(_SOUND_CHECK.search(text) or _GREETING.search(text)) or _goes_on(utterance)


def _goes_on(utterance: Utterance) -> bool:
    """Whether an exchange may follow: greetings and sound checks are over with the answer."""
    is_of_food = bool(utterance.nouns & word_list("small_talk")) and utterance.has(_EATS)
    return is_of_food or _WEATHER.search(utterance.text) is not None


def _belongs(utterance: Utterance, matter: frozenset[str]) -> bool:
    return not _COMES_BACK.match(utterance.text) and not utterance.nouns & matter
