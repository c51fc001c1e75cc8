"""The Content-Security-Policy of finished pages: what a page may load, and the hashes of the scripts inside it.

It stands in every page, so that it holds on a host without settings and from a disk, and once more as a header where
there is a server: a browser keeps to both, so the header allows the scripts of all pages.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache

DIRECTIVES = (
    "default-src 'self'; img-src 'self' data:; script-src {scripts}; style-src 'self'; "
    "object-src 'none'; base-uri 'self'"
)
# Only a header may say who is allowed to frame a page.
OF_A_SERVER = "; frame-ancestors 'self'"
META = b'<meta http-equiv="Content-Security-Policy" content="%s">'
WRITTEN = re.compile(META.replace(b"%s", b'[^"]*') + rb"\n?")
SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script>", re.S | re.I)
NOT_RUN = re.compile(rb"""\bsrc\s*=|\btype\s*=\s*["']?[\w/+-]*json""", re.I)
# The encoding has to be told within a page's first kilobyte, so nothing is put before it.
BEFORE = re.compile(rb"<meta charset=[^>]*>\s*|<head\b[^>]*>\s*", re.I)


def hashes(page: bytes) -> list[str]:
    """Return the sources that allow the scripts written into a page, each once, in order."""
    return list(dict.fromkeys(of_script(m[2]) for m in SCRIPT.finditer(page) if not NOT_RUN.search(m[1])))


@cache
def of_script(text: bytes) -> str:
    """Return the source that allows a script; a browser sees its line ends as one kind."""
    digest = hashlib.sha256(text.replace(b"\r\n", b"\n")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(allowed: Iterable[str]) -> str:
    """Return the policy of a page with these scripts inside."""
    return DIRECTIVES.format(scripts=" ".join(["'self'", *allowed]))


def header(allowed: Iterable[str]) -> str:
    """Return the policy that a server sends with every file: `allowed` are the scripts of all pages."""
    return policy(sorted(allowed)) + OF_A_SERVER


def sealed(page: bytes, allowed: Iterable[str]) -> bytes:
    """Return a page with its policy before all that it loads, in place of one that it has."""
    bare = WRITTEN.sub(b"", page)
    found = max(BEFORE.finditer(bare[:2048]), key=lambda m: m.end(), default=None)
    place = found.end() if found else 0
    return bare[:place] + META % policy(allowed).encode() + b"\n" + bare[place:]
