"""The bundle: the same bytes again, nothing in it that nobody knows, and it works from a real nginx and from a disk."""

from __future__ import annotations

import gzip
import hashlib
import html
import http.client
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import SETTINGS
from browser.desk import start as begin
from browser.drafts import CHECK_PAGE, DRAFT, card, paste
from browser.driver import Site, Watch, button, open_sample
from browser.finding import box, panel
from building import mkdocs, site_tree
from conftest import ROOT, Run, Tree
from nginx import free_port, running

SAMPLE = "township/wage-bargaining-annual"
PAGES = [f"{SAMPLE}.md", "desk/index.md", "check/index.md"]
COMMITTED = 1_790_000_000  # 2026-09-21 in UTC, the 21st in China too
LABEL = "版本 9.8.7（2026年9月21日）"
NAME = "kb-9.8.7.zip"
PATH = "/gonghui/"
LONG, SHORT = "public, max-age=31536000, immutable", "no-cache"


def git(folder: Path, *arguments: str) -> None:
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "a"), ("EMAIL", "a@b"), ("DATE", f"{COMMITTED} +0000"))
    }
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | who, check=True, capture_output=True)


def commit(root: Path) -> Tree:
    """Return a project with one commit: a sample of the library, the desk, the check-up, and all about hosting."""
    tree = site_tree(root).write(
        {"pyproject.toml": '[project]\nversion = "9.8.7"\n', ".gitignore": "/.cache/\n/site/\n"}
    )
    tree.write({f"docs/{name}": (ROOT / "docs" / name).read_bytes() for name in PAGES})
    shutil.copytree(ROOT / "docs" / "about", root / "docs" / "about")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    return tree


def bundle(tree: Tree) -> Run:
    """Build a project and bundle it, as `make bundle` does."""
    done = mkdocs(tree.root, tree.root / "site", "--quiet")
    return done if done.code else tree.kb("bundle", "site")


@dataclass(frozen=True)
class Bundled:
    """Two bundles of one commit, made in folders of their own."""

    tree: Tree
    done: Run
    other: Path

    @property
    def zip(self) -> Path:
        return self.tree.root / "dist" / NAME


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Bundled:
    """Return what `kb bundle` made of one commit, twice."""
    folder = tmp_path_factory.mktemp("bundle")
    first, second = commit(folder / "one"), Tree(folder / "另一个 文件夹")
    git(folder, "clone", "-q", str(first.root), str(second.root))
    done, again = bundle(first), bundle(second)
    assert (done.code, again.code) == (0, 0), done.err + again.err
    return Bundled(first, done, second.root / "dist" / NAME)


@pytest.fixture(scope="module")
def unpacked(bundled: Bundled, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder into which somebody has unpacked the bundle."""
    folder = tmp_path_factory.mktemp("www") / "gonghui"
    with zipfile.ZipFile(bundled.zip) as archive:
        archive.extractall(folder)
    return folder


def test_two_bundles_of_one_commit_are_the_same_bytes(bundled: Bundled):
    with zipfile.ZipFile(bundled.zip) as one, zipfile.ZipFile(bundled.other) as two:
        assert one.namelist() == two.namelist()
        assert [n for n in one.namelist() if one.read(n) != two.read(n)] == []
    assert bundled.zip.read_bytes() == bundled.other.read_bytes()


def test_what_is_said_and_the_sum_beside_it(bundled: Bundled):
    digest = hashlib.sha256(bundled.zip.read_bytes()).hexdigest()
    assert bundled.zip.with_name(f"{NAME}.sha256").read_text(encoding="utf-8") == f"{digest}  {NAME}\n"
    said = re.fullmatch(rf"写好了 dist/{NAME}：(\d+)个文件，\d\.\d MB，{LABEL}\nSHA-256 {digest}\n", bundled.done.out)
    assert said
    with zipfile.ZipFile(bundled.zip) as archive:
        assert len(archive.namelist()) == int(said[1])


def test_content_in_order_of_one_time_and_nothing_needless(bundled: Bundled):
    with zipfile.ZipFile(bundled.zip) as archive:
        entries = archive.infolist()
        read_me = archive.read("先读我.txt")
    names = [e.filename for e in entries]
    assert names == ["先读我.txt", *sorted(names[1:])]
    wanted = {"index.html", "404.html", "catalog.json", f"{SAMPLE}.html", f"skeletons/{SAMPLE}.docx", "assets/kb.js"}
    assert wanted <= set(names)
    assert [n for n in names if re.search(r"\.map$|lunr|sitemap|\.zip", n)] == []
    assert {(e.date_time, e.external_attr >> 16) for e in entries} == {((2026, 9, 21, 14, 13, 20), 0o100644)}
    text = read_me.decode("utf-8-sig")
    assert read_me.startswith(b"\xef\xbb\xbf")
    assert text.startswith(f"工会文稿模板库\r\n{LABEL}\r\n")
    assert "双击 index.html" in text
    assert f"certutil -hashfile {NAME} SHA256" in text


def test_every_page_tells_the_version(unpacked: Path):
    for page in unpacked.rglob("*.html"):
        assert f'<span class="kb-version">{LABEL} · ' in page.read_text(encoding="utf-8"), page


@pytest.fixture
def copy(bundled: Bundled, tmp_path: Path) -> Tree:
    """Return the built project once more, to spoil."""
    shutil.copytree(bundled.tree.root, tmp_path / "copy", symlinks=True, ignore=shutil.ignore_patterns("dist"))
    return Tree(tmp_path / "copy")


def test_a_file_that_nobody_knows_is_not_bundled(copy: Tree):
    copy.write({"site/about/旧稿.txt": "x", "site/report.html": "x", "site/township/a-01.md": "x"})
    done = copy.kb("bundle", "site")
    unknown = ("about/旧稿.txt", "report.html", "township/a-01.md")
    said = "".join(f"site/{name}：不是生成网站时写的文件，没有打包；移走它再来\n" for name in unknown)
    assert (done.code, done.err) == (1, said)
    assert not (copy.root / "dist").exists()


def test_private_data_and_leftovers_stop_the_bundle(copy: Tree):
    copy.write({"docs/about/a.md": "# 甲\n\n有事打13800000000。\n", "docs/about/report.json": "{}"})
    done = copy.kb("bundle", "site")
    assert (done.code, [line.partition("；")[0] for line in done.err.splitlines()]) == (
        1,
        [
            "docs/about/a.md:3 KB607 像是手机号“13800000000”",
            "docs/about/report.json:1 KB506 有.json的文件",
            "内容有2处错误，改好以后再生成。",
        ],
    )


def test_a_site_of_another_state_is_not_bundled_and_a_changed_one_says_so(copy: Tree):
    copy.write({"docs/index.md": "# 首页\n\n改过\n"})
    label = "版本 9.8.7（2026年9月21日，有未提交的改动）"
    done = copy.kb("bundle", "site")
    assert (done.code, done.err) == (1, f"site 不是由现在的内容（{label}）生成的，没有打包；先重新生成网站\n")
    assert copy.kb("finish", "site").code == 0
    done = copy.kb("bundle", "site")
    assert (done.code, "dist/kb-9.8.7-dirty.zip：" in done.out, label in done.out) == (0, True, True)


def test_no_site_and_no_version(tmp_path: Path):
    tree = site_tree(tmp_path / "project").write({"site/index.html": ""})
    assert tree.kb("bundle", "docs").err == "kb：docs 不是生成好的站点（没有 index.html）\n"
    done = tree.kb("bundle", "site")
    assert (done.code, done.err) == (1, "pyproject.toml 里没有 version，没有打包；先写上版本号\n")


@pytest.fixture(scope="module")
def served(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the bundle behind nginx, with the settings that its own page shows; only the three lines are changed."""
    port = free_port()
    config = (unpacked / "about/hosting/nginx.conf").read_text(encoding="utf-8")
    for line, own in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("server_name gonghui.example;", "server_name localhost;"),
        ("root /srv/www;", f"root {unpacked.parent};"),
    ):
        assert len(re.findall(rf"^ *{re.escape(line)} +# 改：", config, re.M)) == 1, line
        config = config.replace(line, own)
    with running(config, port, tmp_path_factory.mktemp("nginx")):
        address = f"http://localhost:{port}{PATH}"
        yield Site(unpacked, address, address)


def get(served: Site, place: str, **headers: str) -> tuple[int, Message, bytes]:
    """Return status, headers and content of a file, unpacked where it came packed."""
    host = served.url.split("/")[2]
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request("GET", place if place.startswith("/") else PATH + place, headers={"Host": host, **headers})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return answer.status, answer.headers, gzip.decompress(content) if packed else content


def one(folder: Path, pattern: str) -> str:
    """Return one of the files whose names are made by the build."""
    return sorted(folder.glob(pattern))[0].relative_to(folder).as_posix()


@pytest.mark.parametrize(
    ("pattern", "kind", "cache"),
    [
        ("index.html", "text/html; charset=utf-8", SHORT),
        (f"{SAMPLE}.html", "text/html; charset=utf-8", SHORT),
        ("assets/kb.js", "application/javascript; charset=utf-8", SHORT),
        ("assets/kb.css", "text/css; charset=utf-8", SHORT),
        ("assets/javascripts/bundle.*.min.js", "application/javascript; charset=utf-8", LONG),
        ("assets/stylesheets/main.*.min.css", "text/css; charset=utf-8", LONG),
        ("assets/search/*/*.js", "application/javascript; charset=utf-8", LONG),
        ("assets/search/*.js", "application/javascript; charset=utf-8", SHORT),
        ("catalog.json", "application/json; charset=utf-8", SHORT),
        (f"skeletons/{SAMPLE}.md", "text/markdown; charset=utf-8", SHORT),
        (f"skeletons/{SAMPLE}.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", SHORT),
        ("llms.txt", "text/plain; charset=utf-8", SHORT),
    ],
)
def test_nginx_sends_each_kind_of_file_as_the_page_says(served: Site, pattern: str, kind: str, cache: str):
    name = one(served.folder, pattern)
    status, headers, content = get(served, name, **{"Accept-Encoding": "gzip"})
    assert (status, content) == (200, (served.folder / name).read_bytes())
    assert (headers["Content-Type"].replace("text/javascript", "application/javascript"), headers["Cache-Control"]) == (
        kind,
        cache,
    )
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
    packed = kind.endswith("utf-8") and len(content) >= 1024
    assert (headers.get("Content-Encoding") == "gzip") == packed
    again, _, nothing = get(served, name, **{"Accept-Encoding": "gzip", "If-None-Match": headers["ETag"]})
    assert (again, nothing) == (304, b"")


def test_nginx_sends_one_policy_that_allows_what_the_pages_allow(served: Site):
    (sent,) = get(served, "index.html")[1].get_all("Content-Security-Policy")
    assert sent.endswith("; frame-ancestors 'self'")
    for page in served.folder.rglob("*.html"):
        (own,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page.read_text(encoding="utf-8"))
        rest = own.split("script-src", 1)[0]
        assert sent.startswith(rest)
        assert set(re.findall(r"'sha256-[^']*'", own)) <= set(re.findall(r"'sha256-[^']*'", sent)), page


def test_nginx_shows_the_home_page_of_the_folder_and_a_404_page_that_finds_its_way(served: Site):
    assert get(served, PATH)[2] == (served.folder / "index.html").read_bytes()
    status, headers, content = get(served, "township/none/none.html")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (404, "text/html; charset=utf-8", None)
    assert headers["X-Content-Type-Options"] == "nosniff"
    text = content.decode()
    assert f'<head><base href="{PATH}">' in text
    assert "<h1>没有这一页</h1>" in text
    for link in set(re.findall(r'(?:href|src)="([^"#]+)"', text)) - {PATH}:
        assert get(served, PATH + link)[0] == 200, link


@pytest.mark.parametrize(("page", "name"), [("nginx", "nginx"), ("apache-iis", "apache"), ("apache-iis", "iis")])
def test_a_hosting_page_shows_the_file_that_lies_beside_it(unpacked: Path, page: str, name: str):
    text = (unpacked / f"about/hosting/{page}.html").read_text(encoding="utf-8")
    shown = [html.unescape(block) for block in re.findall(r"<pre><code>(.*?)</code></pre>", text, re.S)]
    file = (unpacked / f"about/hosting/{name}.conf").read_text(encoding="utf-8")
    assert file in shown
    assert "script-src 'self' 'sha256-" in file


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_bundle_does_everything_in_a_browser(browser: Browser, served: Site, way: str):
    start = served.url if way == "http" else f"{served.folder.as_uri()}/"
    context = browser.new_context(**SETTINGS)
    context.set_default_timeout(10_000)
    watch = Watch(context, served)
    page = context.new_page()
    page.goto(f"{start}index.html")
    expect(page.get_by_text(LABEL)).to_be_visible()
    box(page).fill("搬到车间")
    expect(panel(page).locator(".kb-hit").first).to_be_visible()
    open_sample(page, f"{start}{SAMPLE}.html", "填写")
    button(page, "复制全文").click()
    expect(page.get_by_text("已复制（含格式）").first).to_be_visible()
    page.goto(f"{start}desk/index.html")
    begin(page, "推荐提纲")
    with page.expect_download() as saved:
        button(page, "下载 Word 文件").click()
    assert zipfile.ZipFile(saved.value.path()).testzip() is None
    page.goto(f"{start}{CHECK_PAGE}")
    paste(page, DRAFT)
    expect(card(page, "女职工权益保护法")).to_be_visible()
    context.close()
    assert watch.faults == []
