"""404.html: a host shows it at the address that was asked for, in whatever folder that would be."""

from __future__ import annotations

import re

# What the generator writes when it does not know the site's address: everything from the host's root.
ROOTED = re.compile(rb'"base": ?"/"')
FROM_ROOT = re.compile(rb'((?:href|src)=")/(?!/)')
BASE = re.compile(rb"<base [^>]*>")
HEAD = re.compile(rb"<head\b[^>]*>")
ENGLISH = re.compile(rb"<h1>404 - Not found</h1>")
SAID = """<h1>没有这一页</h1>
<p>网址可能写错了，或者这一页已经改了名。请回<a href="index.html">首页</a>按单位类型找，或者用右上角的搜索。</p>"""


def mended(page: bytes, base: str) -> bytes:
    """Return the page in Chinese, with addresses that count from the site's folder.

    `base` is that folder's path on its host (/some-repo/), empty where only the host knows: it puts in a <base> itself.
    """
    page = ENGLISH.sub(SAID.encode(), page)
    if ROOTED.search(page):
        page = FROM_ROOT.sub(rb"\1", page)
    if base:
        page = HEAD.sub(lambda m: m[0] + f'<base href="{base}">'.encode(), BASE.sub(b"", page), count=1)
    return page
