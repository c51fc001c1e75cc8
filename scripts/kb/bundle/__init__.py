"""A finished site -> one zip for any host and any disk; two bundles of one commit are the same, byte for byte.

Only what a build is known to write goes in; a file that nobody knows stops it.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from kb import version
from kb.paths import Project
from kb.rules.publishing import PAGE, visible
from kb.site.closing import MISSING
from kb.version import Version

READ_ME = "先读我.txt"
# What `finish` and the generator write beside pages.
KNOWN = re.compile(r"catalog\.json|llms\.txt|skeletons/.+\.(md|docx)|assets/.+\.(js|css|png|svg)")
# Maps of Material's scripts, its search that is switched off, and a sitemap that would need the site's address.
NEEDLESS = re.compile(r"assets/.+\.map|assets/javascripts/(lunr|workers)/.+|sitemap\.xml(\.gz)?")
EPOCH = 315532800  # 1980, the first year that a zip knows
MODE = 0o100644 << 16
UNIX = 3


class Refused(Exception):
    """A site that is not bundled; the text is a Chinese sentence for each reason."""


@dataclass(frozen=True)
class Made:
    """What was written."""

    path: Path
    number: int
    sha256: str
    version: Version


def write(project: Project, site: Path, folder: Path, made_pages: Iterable[str]) -> Made:
    """Write the bundle of a built site and its SHA-256 into a folder. Raises Refused.

    `made_pages` are the generated pages by their path in docs/.
    """
    current = version.of(project)
    names = contents(project, site, made_pages)
    refuse_other_version(site, current)
    path = folder / f"{stem(current)}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    pack(path, {READ_ME: read_me(current, path.name), **{n: (site / n).read_bytes() for n in names}}, current.time)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="ascii", newline="\n")
    return Made(path, len(names) + 1, digest, current)


def contents(project: Project, site: Path, made_pages: Iterable[str]) -> list[str]:
    """Return the files of a site that belong into its bundle, in order. Raises Refused when there are others."""
    sources = {p.relative_to(project.docs).as_posix() for p in visible(project.docs)} | set(made_pages)
    expected = {re.sub(rf"\{PAGE}$", ".html", name) for name in sources} | {MISSING}
    found = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file())
    wanted = [n for n in found if not NEEDLESS.fullmatch(n)]
    unknown = [n for n in wanted if n not in expected and not KNOWN.fullmatch(n)]
    if unknown:
        raise Refused("\n".join(f"{site / n}：不是生成网站时写的文件，没有打包；移走它再来" for n in unknown))
    return wanted


def refuse_other_version(site: Path, current: Version) -> None:
    """Raise Refused when a site does not say that it is of this version."""
    if not current.number:
        raise Refused("pyproject.toml 里没有 version，没有打包；先写上版本号")
    if current.label not in (site / "index.html").read_text(encoding="utf-8"):
        raise Refused(f"{site} 不是由现在的内容（{current.label}）生成的，没有打包；先重新生成网站")


def stem(current: Version) -> str:
    """Return the file name of a version's bundle: kb-0.1.0."""
    return f"kb-{current.number}" + ("-dirty" if current.changed else "")


def read_me(current: Version, name: str) -> bytes:
    """Return what lies at the top of the bundle, as Notepad of every Windows reads it."""
    text = files(__package__).joinpath("read_me.txt").read_text(encoding="utf-8")
    return text.format(label=current.label, name=name).replace("\n", "\r\n").encode("utf-8-sig")


def pack(path: Path, content: dict[str, bytes], time: int | None) -> None:
    """Write a zip with these files in order, all of one time and with the same rights."""
    moment = datetime.datetime.fromtimestamp(max(time or 0, EPOCH), datetime.UTC)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = MODE
            archive.writestr(entry, data, compresslevel=9)
