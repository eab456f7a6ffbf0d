"""Safe writing under injected faults, and file names for three systems."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.errors import UnwritableResult
from processing.files import result_name, safe_name, stamp_of, write_whole


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "회의록.docx", b"new")
    assert (tmp_path / "회의록.docx").read_bytes() == b"new"
    assert names_in(tmp_path) == {"회의록.docx"}


def test_what_a_killed_program_left_half_written_goes_with_the_next_save(tmp_path: Path) -> None:
    left, young, another = (tmp_path / name for name in (".malkkeum-0a.tmp", ".malkkeum-0b.tmp", ".malkkeum.txt"))
    for file in (left, young, another):
        file.write_bytes(b"half")
    for file in (left, another):
        os.utime(file, (0, 0))
    write_whole(tmp_path / "a.md", b"new")
    assert names_in(tmp_path) == {"a.md", young.name, another.name}


FAULTS = [
    ("write", errno.ENOSPC, "공간"),
    ("fsync", errno.ENOSPC, "공간"),
    ("fsync", errno.EIO, "저장하지 못했습니다"),
    ("replace", errno.EACCES, "열려 있으면"),
    ("replace", errno.EPERM, "열려 있으면"),
    ("open", errno.EACCES, "권한|열려"),
    ("open", errno.EROFS, "읽기 전용"),
    ("open", errno.ENAMETOOLONG, "너무 길어"),
    ("open", errno.EDQUOT, "공간"),
]


@pytest.mark.parametrize(("call", "number", "said"), FAULTS)
def test_a_failed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    target = tmp_path / "회의록.docx"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        if call == "write":
            patched.setattr(os, "fdopen", lambda handle, mode: FullFile(handle, number))
        else:
            patched.setattr(os, call, fail)
        with pytest.raises(UnwritableResult, match=said) as caught:
            write_whole(target, b"new")
    assert caught.value.target == str(target)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == {"회의록.docx"}


class FullFile:
    """A file on a disk that has no room left."""

    def __init__(self, handle: int, number: int) -> None:
        self.handle, self.number = handle, number

    def __enter__(self) -> FullFile:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    def write(self, _: bytes) -> None:
        raise OSError(self.number, os.strerror(self.number))


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.md", b"new")
    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("lock", ["~$의록.docx", "~$회의록.docx", ".~lock.회의록.docx#"])
def test_a_document_open_elsewhere_is_left_alone(tmp_path: Path, lock: str) -> None:
    (tmp_path / "회의록.docx").write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(UnwritableResult, match="열려 있어"):
        write_whole(tmp_path / "회의록.docx", b"new")
    assert (tmp_path / "회의록.docx").read_bytes() == b"old"


def test_a_missing_folder_and_a_folder_as_target_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnwritableResult, match="찾지 못해"):
        write_whole(tmp_path / "없음" / "a.md", b"")
    (tmp_path / "폴더").mkdir()
    with pytest.raises(UnwritableResult, match="폴더라서"):
        write_whole(tmp_path / "폴더", b"")
    assert names_in(tmp_path) == {"폴더"}


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old")
    target.chmod(stat.S_IRUSR)
    with pytest.raises(UnwritableResult, match="읽기 전용"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_itself_is_told_and_left(tmp_path: Path) -> None:
    one, other = tmp_path / "a.md", tmp_path / "b.md"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(UnwritableResult, match="되돌아오는 링크"):
        write_whole(one, b"new")
    assert one.is_symlink()
    assert names_in(tmp_path) == {"a.md", "b.md"}


@pytest.mark.skipif(sys.platform == "win32", reason="counts letters, not bytes")
def test_a_name_that_is_too_long_is_told_and_one_that_just_fits_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableResult, match="너무 길어"):
        write_whole(tmp_path / ("가" * 200 + ".md"), b"new")
    write_whole(tmp_path / ("가" * 84 + ".md"), b"new")  # 255 bytes, its lock would have more
    assert names_in(tmp_path) == {"가" * 84 + ".md"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes, and links need a right")
def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "a.md", tmp_path / "b.md"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", 0o640)


def test_a_stamp_tells_a_changed_file(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    assert stamp_of(target) is None
    write_whole(target, b"one")
    before = stamp_of(target)
    write_whole(target, b"three")
    assert stamp_of(target) != before


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("주간 회의", "주간 회의"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("..\\..\\etc", "etc"),
        ("CON", "_CON"),
        ("lpt1.최종", "_lpt1.최종"),
        ("끝에 점...", "끝에 점"),
        ("줄\n바꿈\t탭", "줄 바꿈 탭"),
        ("\u202efdp.exe", "fdp.exe"),
        ("\u1112\u116c\u110b\u1174", "회의"),
        ("👨‍👩‍👧 가족 회의", "👨‍👩‍👧 가족 회의"),
        ("", "제목 없음"),
        ("???", "제목 없음"),
    ],
)
def test_a_title_becomes_a_name_for_every_system(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(st.text(max_size=300))
def test_any_title_gives_a_name_that_can_be_written(title: str) -> None:
    name = result_name(title, "2026-04-28", "docx")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert len(name.encode()) <= 240
    assert name.endswith("_20260428.docx")
    assert name == name.strip()


def test_a_long_title_is_shortened_in_whole_characters() -> None:
    name = safe_name("가" * 300)
    assert set(name) == {"가"}
    assert len(name.encode()) <= 180
