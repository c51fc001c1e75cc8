"""Printed documents as Word files: the same form and the same layout as the desk's export in the browser.

    skeleton text ──blocks.py──▶ Blocks (form.py) ──writer.py──▶ .docx

What both writers, this one and scripts/web/desk/docx.ts, hold to (every number is in spec/layout.yml):

- Paper and margins; a document grid of type `lines`. 28 characters of 16 pt are wider than 156 mm, so every style of
  that size has a character spacing of -5 twips (the room of a line over its characters, less 320, rounded down). Not
  a grid `linesAndChars` with a negative charSpace: LibreOffice gives a character wider than its cell two cells,
  which leaves 14 on a line.
- `Normal` (正文) is the body: what a reader types is right without choosing a style. Title, Heading 1-4, Signature,
  TableText, TableHead and Footer are based on it and take its indent back where they have none.
- rFonts ascii, hAnsi and cs are Times New Roman, eastAsia is the first font of the style; the page number is all in its
  own font. Every run of text says `hint=eastAsia`, else Word sets “” … — in the Latin font.
- Lines are exactly the line pitch high, the title's too (`snapToGrid` 0: LibreOffice would give it two grid lines).
  No widow control, so that a page has its 22 lines.
- Headings keep with the next paragraph, and the lines of a signature keep together. The paragraph before a signature
  does not: LibreOffice moves all of it to the next page, which leaves half a page empty.
- Indents are given twice: in characters, which Word and WPS follow, and in twips (characters × 16 pt).
- The line under the title and the one above the signature are space after and before, no empty paragraphs.
- The signature is centred in the room right of `signature_block.left_chars`; a longer name takes more room (`room`).
- Enumerators are text. A list item is a body paragraph with its number in front.
- Characters that XML cannot hold are dropped.
- An open blank is highlighted yellow and reads 【label】. Where its id is known Python makes it a content control.
- A control is one of rich text: of a plain-text one (w:text) LibreOffice 7.4 drops the highlight and, saving the file
  as .docx, writes the text four times.
- A table is as wide as the text, with single borders; its first row is repeated on every page.
- Page numbers: even and odd footers, each one paragraph with the field PAGE between the marks.
- Blanks are not bound to a custom XML part. LibreOffice does not write what is typed back into that part, and WPS is
  not known to; Word would then show the empty part when it opens the file, and what was typed would be gone.
"""

from importlib.util import find_spec


def available() -> bool:
    """Whether python-docx is there; all else works without it."""
    return find_spec("docx") is not None
