"""The styles of a document in the layout, with Word's own ids and names."""

from __future__ import annotations

import re
from html import escape

from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kb.word.layout import Layout, Look, twips

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
WORD_ALIGN = {"justify": "both"}


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
