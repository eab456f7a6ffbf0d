"""Names given to speakers: a name heard slightly otherwise is offered, an ordinary word never."""

from __future__ import annotations

from pathlib import Path

from marked_notes import analysed

from processing.korean import Korean
from processing.note import Speaker, State
from processing.proposals import PROPOSE
from processing.terms.speaker_names import name_proposals, names_of

CLEAN = sorted((Path(__file__).parents[2] / "cases" / "clean").glob("*.txt"))
NAMES = "김민수 이서연 박지훈 최유진 정하은 강도윤 조수아 윤지호 장예린 임시우 한소희 오지우 서하준 신은우 권나윤 황주원 안지안 송현우 류다은 홍지민".split()


def offered(text: str, names: list[str], korean: Korean) -> list[str]:
    note = analysed(f"회의\n\n참석자 1 00:00\n{text}\n".encode(), "note.txt", korean)
    found = name_proposals(note.analysis, names)
    assert all(p.decision == PROPOSE for p in found)
    return [f"{p.edit.before}>{p.edit.after}" for p in found]


def test_near_names_are_offered_with_their_particles(korean: Korean) -> None:
    text = "현주 씨가 말했습니다. 현주가 보냅니다. 김현중 팀장님이 봅니다. 현준이 옵니다."
    assert offered(text, ["박현준", "김현준"], korean) == ["현주>현준", "현주가>현준이", "김현중>김현준"]


def test_a_surname_apart_from_its_given_name_is_joined(korean: Korean) -> None:
    text = "한 용재 교수님께 여쭤볼게요. 그건 한 용재가 압니다. 한 용기에 담았어요. 한용재 님이 옵니다."
    assert offered(text, ["한용재"], korean) == ["한 용재>한용재", "한 용재>한용재"]
    assert offered("이 현준 씨가 한 일입니다.", ["박현준"], korean) == []


def test_words_of_a_dictionary_are_a_name_only_before_a_title(korean: Korean) -> None:
    assert offered("한사람 과장이 옵니다.", ["한사랑"], korean) == ["한사람>한사랑"]
    assert offered("한사람이 옵니다.", ["한사랑"], korean) == []


def test_the_name_of_another_is_right(korean: Korean) -> None:
    assert offered("현주 씨가 현준 씨에게 말했습니다.", ["박현준", "이현주"], korean) == []


def test_ordinary_words_are_no_names(korean: Korean) -> None:
    assert offered("현재 현장에 현금이 없고 현주소를 씁니다. 지수가 올랐습니다.", ["박현준", "이지우"], korean) == []
    found, characters = 0, 0
    for path in CLEAN:
        note = analysed(path.read_bytes(), path.name, korean)
        characters += len(note.source.text)
        found += len(name_proposals(note.analysis, NAMES))
    assert found <= characters / 10_000  # with twenty names, more than any meeting has


def test_only_names_are_taken_from_the_note() -> None:
    speakers = {
        "s1": Speaker("참석자 1", "박현준"),
        "s2": Speaker("참석자 2", "", "멘토"),
        "s3": Speaker("참석자 3", "Kim"),
    }
    assert names_of(State(speakers=speakers, info={"attendees": ("이서연", "개발팀 전체")})) == ["박현준", "이서연"]
