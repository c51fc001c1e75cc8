"""All of a .docx but its text: styles, settings, page numbers, page setup, as python-docx makes them."""

from __future__ import annotations

import re
from html import escape

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer

from kb.word.layout import Layout, Look, twips

# Of python-docx's own template only the styles and the settings are of use, and those are made anew.
DROPPED = ("stylesWithEffects", "webSettings", "customXml", "numbering")
DROPPED_FROM_PACKAGE = ("extended-properties", "thumbnail")
COMPATIBILITY = "http://schemas.microsoft.com/office/word"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
WORD_ALIGN = {"justify": "both"}


def base(layout: Layout) -> DocumentObject:
    """Return a document without text in the layout."""
    document = Document()
    for owner, kinds in ((document.part, DROPPED), (document.part.package, DROPPED_FROM_PACKAGE)):
        for key in [k for k, rel in owner.rels.items() if rel.reltype.rpartition("/")[2] in kinds]:
            owner.rels.pop(key)
    put_styles(document, layout)
    put_fonts(document, layout)
    put_settings(document)
    put_section(document, layout)
    put_properties(document)
    return document


def xml(text: str) -> BaseOxmlElement:
    """Return an element of WordprocessingML written as text without its namespace."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda name: f"{name[0]} {nsdecls('w')}", text))


def put_styles(document: DocumentObject, layout: Layout) -> None:
    """Replace all styles by those of the layout."""
    element = document.styles.element
    for child in list(element):
        if child.tag in (qn("w:style"), qn("w:docDefaults")):
            element.remove(child)
    element.insert(0, defaults(layout))
    element.extend(xml(text) for text in styles(layout))


def defaults(layout: Layout) -> BaseOxmlElement:
    """Return what holds where no style says anything."""
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return xml(
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(layout.look('body'))}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


def styles(layout: Layout) -> list[str]:
    """Return the styles; ids and names are Word's own, so that its navigation pane and gallery know them."""
    found = [
        paragraph_style("Normal", "Normal", layout.look("body"), 'w:default="1"'),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        paragraph_style("Title", "Title", layout.look("title"), keep=True, grid=False),
    ]
    for level in range(1, 5):
        look = layout.look(f"heading{level}")
        found.append(paragraph_style(f"Heading{level}", f"heading {level}", look, keep=True, outline=level))
    found += [
        paragraph_style("Signature", "Signature", layout.look("signature")),
        paragraph_style("TableText", "表格文字", layout.cell(False), 'w:customStyle="1"', grid=False),
        paragraph_style("TableHead", "表头", layout.cell(True), 'w:customStyle="1"', grid=False),
        paragraph_style("Footer", "footer", layout.page_number(), grid=False),
        table_style(layout),
        '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/></w:style>',
    ]
    return found


def paragraph_style(
    style_id: str, name: str, look: Look, kind: str = "", *, keep: bool = False, outline: int = 0, grid: bool = True
) -> str:
    """Return a paragraph style; all but Normal are based on it. `keep`: with the next paragraph."""
    normal = style_id == "Normal"
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        + ("" if normal else '<w:basedOn w:val="Normal"/>')
        + ('<w:next w:val="Normal"/>' if keep else "")
        + "<w:qFormat/><w:pPr>"
        + ("<w:keepNext/>" if keep else "")
        + ('<w:widowControl w:val="0"/>' if normal else "")
        + ("" if grid else '<w:snapToGrid w:val="0"/>')
        + f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.pitch}" w:lineRule="exact"/>'
        + indent(look)
        + f'<w:jc w:val="{WORD_ALIGN.get(look.align, look.align)}"/>'
        + (f'<w:outlineLvl w:val="{outline - 1}"/>' if outline else "")
        + f'</w:pPr><w:rPr>{fonts(look)}<w:spacing w:val="{look.spacing}"/><w:sz w:val="{round(look.size_pt * 2)}"/>'
        + f'<w:szCs w:val="{round(look.size_pt * 2)}"/></w:rPr></w:style>'
    )


def indent(look: Look) -> str:
    """Return the indents in characters, which Word and WPS follow, and in twips for all others."""
    left, first = (twips(count * look.size_pt) for count in (look.left, look.indent))
    return (
        f'<w:ind w:leftChars="{look.left * 100}" w:left="{left}" '
        f'w:firstLineChars="{look.indent * 100}" w:firstLine="{first}"/>'
    )


def fonts(look: Look) -> str:
    """Return the fonts of all four kinds of script; one that is left out Word takes from elsewhere."""
    latin = escape(look.latin)
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{escape(look.font)}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def table_style(layout: Layout) -> str:
    """Return the style of tables: single lines around every cell."""
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{borders(layout)}</w:tblPr></w:style>"
    )


def borders(layout: Layout) -> str:
    """Return the lines of a table; their width is given in eighths of a point."""
    size = round(layout.number("border_pt", "table") * 8)
    lines = (f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>' for side in SIDES)
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def put_fonts(document: DocumentObject, layout: Layout) -> None:
    """Replace the table of fonts: it tells what to take on a computer without 仿宋_GB2312 or 方正小标宋."""
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable"))
    listed = (
        f'<w:font w:name="{escape(name)}"><w:altName w:val="{escape(other)}"/><w:charset w:val="86"/></w:font>'
        for name, other in layout.fonts().items()
    )
    part._blob = f"<w:fonts {nsdecls('w')}>{''.join(listed)}</w:fonts>".encode()


def put_settings(document: DocumentObject) -> None:
    """Replace the settings: even and odd footers differ, punctuation is set as Chinese is."""
    element = document.settings.element
    for child in list(element):
        element.remove(child)
    element.extend(
        xml(text)
        for text in (
            '<w:zoom w:percent="100"/>',
            "<w:evenAndOddHeaders/>",
            '<w:characterSpacingControl w:val="compressPunctuation"/>',
            f'<w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="{COMPATIBILITY}" '
            'w:val="15"/></w:compat>',
            '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
        )
    )


def put_section(document: DocumentObject, layout: Layout) -> None:
    """Set paper, margins, grid and page numbers of the one section."""
    section = document.sections[0]
    put_page_number(section.footer, layout, "right")
    put_page_number(section.even_page_footer, layout, "left")
    element = section._sectPr
    for child in list(element):
        if child.tag != qn("w:footerReference"):
            element.remove(child)
    m = layout.margins
    element.extend(
        xml(text)
        for text in (
            f'<w:pgSz w:w="{layout.paper[0]}" w:h="{layout.paper[1]}"/>',
            f'<w:pgMar w:top="{m["top"]}" w:right="{m["right"]}" w:bottom="{m["bottom"]}" w:left="{m["left"]}" '
            f'w:header="{m["top"] // 2}" w:footer="{layout.footer}" w:gutter="0"/>',
            '<w:cols w:space="425"/>',
            f'<w:docGrid w:type="lines" w:linePitch="{layout.pitch}"/>',
        )
    )


def put_page_number(footer: _Footer, layout: Layout, side: str) -> None:
    """Write — 1 — into a footer, on one side, so many characters in."""
    part, look = layout.part("page_number"), layout.page_number()
    chars = int(layout.number("side_chars", "page_number"))
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    element.append(
        xml(
            f'<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:{side}Chars="{chars * 100}" '
            f'w:{side}="{twips(chars * look.size_pt)}"/><w:jc w:val="{side}"/></w:pPr>'
            f'<w:r><w:t xml:space="preserve">{escape(str(part["before"]))}</w:t></w:r>{mark.format("begin")}'
            f'<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{mark.format("separate")}'
            f"<w:r><w:t>1</w:t></w:r>{mark.format('end')}"
            f'<w:r><w:t xml:space="preserve">{escape(str(part["after"]))}</w:t></w:r></w:p>'
        )
    )


def put_properties(document: DocumentObject) -> None:
    """Drop who wrote the template and when: two builds are alike, and no name goes into a reader's file."""
    element = document.part.package.core_properties._element
    for child in list(element):
        element.remove(child)
