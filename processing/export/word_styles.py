"""How a Word document of ours looks: page, fonts, styles, lists, header and footer.

It starts from the template that python-docx ships and changes what is not Korean office use: A4, 맑은 고딕 for Hangul
and Latin, black headings, thin grey lines, no compatibility mode.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from processing.export.wordml import NAMESPACES, paragraph, run, xml_safe

FONT = "맑은 고딕"
BLACK, GREY = RGBColor(0, 0, 0), RGBColor(0x76, 0x76, 0x76)
LINE_GREY = "A6A6A6"
LABEL_GREY = "F2F2F2"

MARGIN_MM = 22
PAGE_WIDTH_MM, PAGE_HEIGHT_MM = 210, 297
TEXT_WIDTH = round((PAGE_WIDTH_MM - 2 * MARGIN_MM) / 25.4 * 1440)  # twentieths of a point

NUMBERED, BULLETED, CHECKED = 1, 2, 3  # the abstract lists
_LISTS = (
    (NUMBERED, "decimal", "%1."),
    (BULLETED, "bullet", "•"),
    (CHECKED, "bullet", "☐"),
)


def new_document() -> Any:
    """An empty python-docx document with our page, styles and lists."""
    document = Document()
    _set_page(document)
    _set_defaults(document)
    _set_styles(document)
    _set_lists(document)
    _set_compatibility(document)
    for id_, relation in list(document.part.package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:  # a picture of somebody else's page
            del document.part.package.rels[id_]
    return document


def new_list(document: Any, kind: int) -> int:
    """The number of a fresh list of a kind, which counts from one again."""
    numbering = document.part.numbering_part.element
    number = 1 + max(int(num.get(qn("w:numId"))) for num in numbering.findall(qn("w:num")))
    numbering.append(
        parse_xml(
            f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return number


def describe(document: Any, title: str, subject: str, author: str) -> None:
    """Set the document's properties; who wrote it stays blank where that is unknown."""
    properties, now = document.core_properties, datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    properties.title, properties.subject = xml_safe(title)[:255], subject
    properties.author, properties.last_modified_by = xml_safe(author)[:255], "Malkkeum"
    properties.comments, properties.language = "", "ko-KR"
    properties.created = properties.modified = now


def add_header_and_footer(document: Any, left: str, right: str) -> None:
    """A running head from the second page on, and the page's number of all pages on every page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    _fill(head, paragraph(run(f"{left}\t{right}" if right else left), "Header", _tab_at_right()))
    for footer in (section.footer, section.first_page_footer):
        pages = f"{_field('PAGE')}{run(' / ')}{_field('NUMPAGES')}"
        _fill(footer.paragraphs[0], paragraph(pages, "Footer", '<w:jc w:val="center"/>'))


def _fill(old: Any, xml: str) -> None:
    new = parse_xml(xml.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))
    old._p.getparent().replace(old._p, new)


def _tab_at_right() -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(PAGE_WIDTH_MM), Mm(PAGE_HEIGHT_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def _set_defaults(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_fonts(defaults)
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:eastAsia"), "ko-KR")
    language.set(qn("w:bidi"), "ar-SA")


def _set_fonts(properties: Any) -> None:
    """Name the font for all scripts; a theme's font would win over a named one, so it goes."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _set_styles(document: Any) -> None:
    styles = document.styles
    for style in styles:  # every style that names a theme font would fall back to a Latin one
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            properties = style.element.find(qn("w:rPr"))
            if properties is not None and properties.find(qn("w:rFonts")) is not None:
                _set_fonts(properties)
    _paragraph_style(styles["Normal"], 10.5, after=3, line=1.2)
    _paragraph_style(styles["Title"], 20, bold=True, after=10, align=WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph_style(styles["Subtitle"], 10, after=10, align=WD_ALIGN_PARAGRAPH.CENTER, colour=GREY)
    _paragraph_style(styles["Heading 1"], 12.5, bold=True, before=14, after=5, keep=True)
    _paragraph_style(styles["Heading 2"], 11, bold=True, before=8, after=3, keep=True)
    _paragraph_style(styles["Header"], 8.5, colour=GREY)
    _paragraph_style(styles["Footer"], 8.5, colour=GREY)
    for name in ("List Number", "List Bullet"):
        _paragraph_style(styles[name], 10.5, after=2, line=1.2)
    _paragraph_style(_added(styles, "Lead"), 11, bold=True, after=5, line=1.2)
    _paragraph_style(_added(styles, "Question"), 10.5, bold=True, before=5, after=1, line=1.2, keep=True)
    _paragraph_style(_added(styles, "Answer"), 10.5, after=4, line=1.2, indent_mm=6)
    _paragraph_style(_added(styles, "Cell"), 10, line=1.15)
    _paragraph_style(_added(styles, "Cell Label"), 10, bold=True, line=1.15, align=WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph_style(_added(styles, "Speaker"), 9.5, bold=True, before=7, after=1, keep=True)
    _paragraph_style(_added(styles, "Speech"), 9.5, after=3, line=1.2)
    _paragraph_style(_added(styles, "Note"), 8.5, before=12, colour=GREY)
    time = styles.add_style("Evidence Time", WD_STYLE_TYPE.CHARACTER)
    time.font.size, time.font.bold, time.font.color.rgb = Pt(8), False, GREY
    _close_gaps(styles["Normal"])
    for old_stops in list(styles["Header"].element.iter(qn("w:tabs"))):
        old_stops.getparent().remove(old_stops)
    _draw_line_under(styles["Heading 1"])
    _set_table_lines(styles["Table Grid"])


def _added(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = styles["Normal"], True
    return style


def _paragraph_style(
    style: Any,
    size: float,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    align: Any = None,
    colour: RGBColor = BLACK,
    keep: bool = False,
    indent_mm: float | None = None,
) -> None:
    for border in style.element.iter(qn("w:pBdr"), qn("w:spacing"), qn("w:kern"), qn("w:ind")):
        border.getparent().remove(border)
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, False, colour
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.alignment, shape.keep_with_next = align, keep or None
    if indent_mm is not None:
        shape.left_indent = Mm(indent_mm)
    _set_fonts(style.element.get_or_add_rPr())


def _close_gaps(style: Any) -> None:
    """No extra space between Hangul and Latin or digits: "RAG 를" and "4 월" look like spelling mistakes."""
    properties = style.element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        off = OxmlElement(name)
        off.set(qn("w:val"), "0")
        properties.insert_element_before(off, "w:spacing", "w:ind", "w:jc")


def _draw_line_under(style: Any) -> None:
    border = parse_xml(
        f'<w:pBdr {NAMESPACES}><w:bottom w:val="single" w:sz="4" w:space="2" w:color="{LINE_GREY}"/></w:pBdr>'
    )
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _set_table_lines(style: Any) -> None:
    for borders in style.element.iter(qn("w:tblBorders")):
        for line in borders:
            line.set(qn("w:color"), LINE_GREY)
    properties = style.element.find(qn("w:tblPr"))
    for margins in properties.findall(qn("w:tblCellMar")):
        properties.remove(margins)
    sides = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 45), ("left", 100), ("bottom", 45), ("right", 100))
    )
    properties.append(parse_xml(f"<w:tblCellMar {NAMESPACES}>{sides}</w:tblCellMar>"))


def _set_lists(document: Any) -> None:
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for number, format_, text in _LISTS:
        numbering.append(
            parse_xml(
                f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/>'
                '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="380" w:hanging="300"/></w:pPr></w:lvl></w:abstractNum>'
            )
        )
    for number, _, _ in _LISTS:
        numbering.append(
            parse_xml(f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
    for name, number in (("List Number", NUMBERED), ("List Bullet", BULLETED)):
        for id_ in document.styles[name].element.iter(qn("w:numId")):
            id_.set(qn("w:val"), str(number))


def _set_compatibility(document: Any) -> None:
    """Say that the file is of today's Word, so that its title bar does not speak of a compatibility mode."""
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "ko-KR")
