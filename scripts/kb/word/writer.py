"""Blocks -> the bytes of a .docx, the same bytes for the same blocks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from docx.oxml.ns import nsdecls

from kb.word.base import base
from kb.word.body import Body, clean
from kb.word.form import Block
from kb.word.layout import Layout

BODY = "word/document.xml"
CORE = "docProps/core.xml"
FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can name
SECTION = "<w:sectPr"
PROPERTIES = "><dc:identifier>{}</dc:identifier><dc:title>{}</dc:title></cp:coreProperties>"


class Writer:
    """Writes documents in one layout. All that is the same in every document is made once."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self.layout = Layout(data)
        stream = io.BytesIO()
        base(self.layout).save(stream)
        with zipfile.ZipFile(stream) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        written = self.parts[BODY].decode()
        self.section = written[written.index(SECTION) : written.index("</w:body>")]

    def write(self, blocks: Sequence[Block], name: str = "") -> bytes:
        """Return the .docx of a document. The title is kept as the file's own, too; `name` says which sample it is."""
        body = "".join(Body(self.layout).write(blocks))
        text = f"<w:document {nsdecls('w', 'r')}><w:body>{body}{self.section}</w:body></w:document>"
        title = "".join(block.text for block in blocks if block.kind == "title")
        core = self.parts[CORE].decode().replace("/>", PROPERTIES.format(clean(name), clean(title)))
        return zipped(self.parts | {BODY: declared(text), CORE: core.encode()})


def declared(text: str) -> bytes:
    """Return XML with the declaration that Word writes."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of some files that holds no date."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, FIRST_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
    return stream.getvalue()
