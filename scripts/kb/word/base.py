"""All of a .docx but its text and styles: settings, fonts, page numbers, page setup, as python-docx makes them."""

from __future__ import annotations

from html import escape

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import nsdecls, qn
from docx.section import _Footer

from kb.word.layout import Layout, twips
from kb.word.styles import put_styles, xml

# Of python-docx's own template only the styles and the settings are of use, and those are made anew.
DROPPED = ("stylesWithEffects", "webSettings", "customXml", "numbering")
DROPPED_FROM_PACKAGE = ("extended-properties", "thumbnail")
COMPATIBILITY = "http://schemas.microsoft.com/office/word"


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
