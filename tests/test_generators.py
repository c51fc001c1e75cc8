"""The site does not hang on its generator.

mkdocs by the hook, and mkdocs, properdocs and zensical from what `kb stage` wrote, give the same documents and files.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from building import QUIET, mkdocs, site_tree, without
from conftest import KB, Tree
from page import content, read, sheet, texts
from published import SNIPPETS, TEA

# zensical takes the two links of a sample's page to .md files for links to pages and warns, but leaves them alone.
GENERATORS = {"mkdocs": ["--strict"], "properdocs": ["--strict"], "zensical": []}
WARNED = re.compile(r"(\d+) issues? found")
PAGES = ("township/tea.html", "township/snippets/assistance.html")
GUIDE = """# 怎么写

先摸底。

## 数字

- 写明截至哪一天
- 人和人次分清

| 宜写 | 不宜写 |
| --- | --- |
| 职工 | 民工 |
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Return a project with a sample, a snippet file and hand-written pages, built by the hook into by-hook/."""
    tree = site_tree(tmp_path_factory.mktemp("generators") / "项目 1")
    tree.write(
        {
            "docs/township/tea.md": TEA,
            "docs/township/snippets/assistance.md": SNIPPETS,
            "docs/guide/index.md": GUIDE,
            "docs/index.md": "# 首页\n\n<!-- kb:chooser -->\n\n<!-- kb:matrix -->\n",
        }
    )
    done = mkdocs(tree.root, tree.root / "by-hook", "--strict")
    assert done.code == 0, done.err
    return tree


@pytest.fixture(scope="module", params=GENERATORS)
def site(project: Tree, request: pytest.FixtureRequest) -> Path:
    """Return the site that a generator made of what `kb stage` wrote, finished by `kb finish`."""
    folder = project.root / f"by {request.param}"
    assert project.kb("stage", folder.name).code == 0
    command = [KB.with_name(request.param), "build", *GENERATORS[request.param]]
    done = subprocess.run(command, cwd=folder, env=QUIET, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert WARNED.findall(done.stdout + done.stderr) in ([], ["2"]), done.stdout
    assert project.kb("finish", f"{folder.name}/site").code == 0
    return folder / "site"


@pytest.fixture
def expected(project: Tree) -> Path:
    """Return the site that the hook made."""
    return project.root / "by-hook"


def test_documents_are_the_same(site: Path, expected: Path):
    for page in PAGES:
        assert texts(sheet(site / page)) == texts(sheet(expected / page))
        found, wanted = ([(e.tag, e.attributes) for e in sheet(s / page).all()] for s in (site, expected))
        assert found == wanted


def test_lists_and_hand_written_pages_have_the_same_text(site: Path, expected: Path):
    pages = sorted(p.relative_to(expected) for p in expected.rglob("*.html"))
    assert sorted(p.relative_to(site) for p in site.rglob("*.html")) == pages
    for page in pages:
        assert texts(content(site / page)) == texts(content(expected / page)), page


def finished(site: Path) -> dict[str, bytes]:
    """Return the finished files."""
    found = [*site.glob("*.json"), *site.glob("*.txt"), *(site / "skeletons").rglob("*.*")]
    found += [*(site / "assets/search").rglob("*.js"), *(site / "assets/desk").rglob("*.js"), *site.glob("assets/*.*")]
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in found if p.name != "search.json"}  # zensical's own


def test_finished_files_are_the_same(site: Path, expected: Path):
    found, wanted = finished(site), finished(expected)
    assert sorted(found) == sorted(wanted)
    assert [name for name, data in wanted.items() if found[name] != data] == []
    kinds = {re.sub(r"[0-9a-f]{10}/([pt])\d+", r"…/\1", re.sub(r"township/tea", "…", name)) for name in wanted}
    assert {"catalog.json", "llms.txt", "skeletons/….docx", "assets/search/…/p.js", "assets/kb.js"} <= kinds


def test_downloads_lead_to_files(site: Path):
    (downloads,) = content(site / PAGES[0]).find("p", "kb-downloads")
    links = [a.attributes["href"].replace("%2E", ".") for a in downloads.find("a")]
    assert [link.rpartition("tea")[2] for link in links] == [".docx", ".md", ".outline.md"]
    assert [link for link in links if not (site / "township" / link).is_file()] == []


def test_no_page_carries_the_search_of_the_generator(site: Path):
    for page in site.rglob("*.html"):
        assert read(page).find("div", "md-search") == [], page


def test_inline_scripts_are_those_that_material_writes_by_itself(project: Tree, expected: Path):
    assert project.kb("stage", "plain").code == 0
    plain = project.root / "plain"
    config = without((plain / "mkdocs.yml").read_text(encoding="utf-8"), "extra_css", "extra_javascript")
    (plain / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = mkdocs(plain, plain / "site")
    assert done.code == 0, done.err

    def inline(page: Path) -> list[str]:
        return [
            e.text() for e in read(page).all() if e.tag == "style" or (e.tag == "script" and "src" not in e.attributes)
        ]

    for page in expected.rglob("*.html"):
        assert inline(page) == inline(plain / "site" / page.relative_to(expected)), page
