"""What is done to every built page at the end, whichever generator made it: version, 404 page, policy."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kb.site import missing, policy

VERSION = re.compile(rb'(<span class="kb-version">).*?(</span>)', re.S)
ABOUT = "about/index.html"
MISSING = "404.html"
HOSTING = "about/hosting"
HEADER = b"kb:policy"  # stands for the header in the hosting pages and in the files that they show


def close(site: Path, label: str, seal: bool = True) -> int:
    """Finish the pages of a built site in place, as often as one likes; returns how many there are.

    `label` tells the version. Without `seal` they get no policy: a server with live reload writes a script into them.
    """
    allowed: set[str] = set()
    found = sorted(site.rglob("*.html"))
    about = (site / ABOUT).is_file()
    for path in found:
        written = path.read_bytes()
        page = finished(written, path.relative_to(site).as_posix(), label, about)
        scripts = policy.hashes(page)
        allowed.update(scripts)
        page = policy.sealed(page, scripts) if seal else page
        if page != written:
            path.write_bytes(page)
    tell_servers(site / HOSTING, policy.header(allowed))
    return len(found)


def finished(page: bytes, place: str, label: str, about: bool) -> bytes:
    """Return the page at `place` in the site with all but its policy; `about` says whether there is a page about it."""
    page = with_version(page, label, place if about else "")
    return missing.mended(page, os.environ.get("KB_BASE_PATH", "")) if place == MISSING else page


def with_version(page: bytes, label: str, place: str) -> bytes:
    """Return a page with the version at its foot, and a link to what is said about the site when `place` is its own."""
    link = f'<a href="{"../" * place.count("/")}{ABOUT}">关于本站</a>' if place else ""
    said = " · ".join(filter(None, [label, link])).encode()
    return VERSION.sub(lambda m: m[1] + said + m[2], page)


def tell_servers(folder: Path, header: str) -> None:
    """Write the header into the pages and files for those who run a server."""
    for path in sorted(folder.glob("*.*")):
        text = path.read_bytes()
        if HEADER in text:
            path.write_bytes(text.replace(HEADER, header.encode()))
