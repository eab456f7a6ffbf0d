"""What goes into the cells of tables that other programs calculate with."""

from __future__ import annotations

from processing.export.text import printable

# A cell that begins so is run as a formula by Excel, LibreOffice or Google Sheets (OWASP, CSV Injection);
# the wide forms are what a Korean keyboard types by accident.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def harmless(text: str) -> str:
    """`text` on one line for a CSV cell, with an apostrophe before what a spreadsheet would run.

    >>> harmless("=cmd|'/c calc'!A1"), harmless("보고서 작성")
    ("'=cmd|'/c calc'!A1", '보고서 작성')
    """
    flat = " ".join(printable(text).split())
    return f"'{flat}" if flat.startswith(_DANGEROUS) or text.startswith(_DANGEROUS) else flat
