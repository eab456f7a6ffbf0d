"""What the worst files take: each is read or refused in ten seconds of CPU and 400 MB beyond an ordinary file's reading.

Each is read by a process of its own, which tells both. The limits in `refusals` and `containers` come from here.
"""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from containers import excel_file, replaced, word_file, word_xml

ROOT = Path(__file__).parents[3]
MOST_SECONDS = 10
MOST_MB = 400
READ = (
    "import sys; from pathlib import Path; from processing.errors import UnreadableFile\n"
    "from processing.readers.files import read_file\n"
    "try: print(read_file(Path(sys.argv[1])).report.sentence)\n"
    "except UnreadableFile as error: print(error.sentence)\n"
    "import time; print(time.process_time())\n"
    "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM:')).split()[1])\n"
)
SHEETS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRINGS = "openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def workbook(rows: str, **parts: bytes) -> bytes:
    sheet = f"<worksheet {SHEETS}><sheetData>{rows}</sheetData></worksheet>"
    return replaced(excel_file([("네",)]), {"xl/worksheets/sheet1.xml": sheet.encode(), **parts})


def with_shared_strings(rows: str, strings: str) -> bytes:
    plain = zipfile.ZipFile(io.BytesIO(workbook(rows)))
    relation = f'<Relationship Id="rS" Type="http://schemas.{STRINGS}" Target="sharedStrings.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    parts = {
        "xl/sharedStrings.xml": f"<sst {SHEETS}>{strings}</sst>".encode(),
        "xl/_rels/workbook.xml.rels": plain.read("xl/_rels/workbook.xml.rels").replace(
            b"</Relationships>", relation.encode()
        ),
        "[Content_Types].xml": plain.read("[Content_Types].xml").replace(b"</Types>", override.encode()),
    }
    return workbook(rows, **parts)


def turns(number: int) -> bytes:
    return "".join(
        f"참석자 {n % 7 + 1} {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}\n네.\n\n" for n in range(number)
    ).encode()


def relations(number: int) -> bytes:
    one = '<Relationship Id="r{}" Type="t" Target="http://a" TargetMode="External"/>'
    many = "".join(map(one.format, range(number)))
    return f'<Relationships xmlns="{RELATIONS}">{many}</Relationships>'.encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a line of 199 MB": lambda: b"a" * (199 * 1024 * 1024),
    "random bytes": lambda: random.Random(1).randbytes(63 * 1024 * 1024),
    "CP949 without end": lambda: "가나다 ".encode("cp949") * (8 * 1024 * 1024),
    "as many turns as are read": lambda: turns(99_000),
    "labels that never recur": lambda: "".join(f"가{n}: 네.\n" for n in range(299_000)).encode(),
    "names in time that never recur": lambda: "".join(f"가{n} 00:01\n\n" for n in range(149_000)).encode(),
    "voices in one cue": lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v a>b" * 900_000,
    "JSON of small objects": lambda: b'{"segments": [' + b'{"a":1},' * 1_490_000 + b'{"text":"b"}]}',
    "JSON of segments": lambda: b'{"segments": [' + b'{"text":"ab","a":{"b":[1]}},' * 149_000 + b'{"text":"b"}]}',
    "a document of empty paragraphs": lambda: word_xml("<w:p/>" * 1_900_000),
    "a document of relations": lambda: replaced(
        word_file(["네"]), {"word/_rels/document.xml.rels": relations(290_000)}
    ),
    "a document with many unread parts": lambda: replaced(
        word_file(["네"]), {f"word/x{n}.xml": b"<a>" + b"<b/>" * 3_000_000 + b"</a>" for n in range(5)}
    ),
    "a workbook of shared strings": lambda: with_shared_strings(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "<si><t>가</t></si>" * 490_000
    ),
    "one long string in every cell": lambda: with_shared_strings(
        "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 200_000)),
        f"<si><t>{'가나다 ' * 9000}</t></si>",
    ),
    "a workbook of cells": lambda: workbook("".join(f'<row r="{n}">{"<c><v>1</v></c>" * 63}</row>' for n in range(1, 7500))),
    "a workbook of empty rows": lambda: workbook("<row/>" * 1_900_000),
    "a far cell in every row": lambda: workbook(
        "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 200_000))
    ),
    "a row beyond the last": lambda: workbook('<row r="999999999"><c r="A1"><v>1</v></c></row>'),
    "a workbook of styles": lambda: workbook(
        "<row/>", **{"xl/styles.xml": f"<styleSheet {SHEETS}><cellXfs>{'<xf/>' * 290_000}</cellXfs></styleSheet>".encode()}
    ),
}  # fmt: skip


def taken_by(path: Path) -> tuple[float, float, str]:
    """CPU seconds, the most memory in MB, and what was said."""
    command = [sys.executable, "-c", READ, str(path)]
    reading = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    told, seconds, kilobytes = reading.stdout.decode("utf-8").rstrip().rsplit("\n", 2)
    return float(seconds), int(kilobytes) / 1024, told


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> float:
    """The memory in MB that reading a page takes."""
    path = tmp_path_factory.mktemp("ordinary") / "note.txt"
    path.write_bytes(turns(10))
    return taken_by(path)[1]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("name", HOSTILE)
def test_the_worst_files_are_bounded(name: str, tmp_path: Path, ordinary: float) -> None:
    path = tmp_path / "note"
    path.write_bytes(HOSTILE[name]())
    seconds, megabytes, told = taken_by(path)
    print(f"{name}: {seconds:.1f} s, {megabytes - ordinary:.0f} MB, {told.strip()}")
    assert told.strip()
    assert seconds < MOST_SECONDS
    assert megabytes - ordinary < MOST_MB
