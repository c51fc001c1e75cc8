"""The content policy, the version and the 404 page that `kb finish` gives every page of whatever generator."""

from __future__ import annotations

import base64
import hashlib
import re
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

import pytest

from building import QUIET, mkdocs, site_tree
from conftest import KB, ROOT, SAMPLE, Tree
from kb.site import closing, missing, policy
from kb.version import Version

FIRST, SECOND = b"let a = 1", b"let b = '<p>'"
PAGE = (
    b'<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>a</title>\n<link rel="stylesheet" href="a.css">\n'
    b'<script>%s</script>\n</head>\n<body><header class="h"></header>\n<script src="b.js" defer></script>\n'
    b'<script type="application/json">{"a": 1}</script>\n<script type="module">\n%s</script>\n</body></html>\n'
)
PLAIN = PAGE % (FIRST, SECOND)
NEW_LINE = b"\n"
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def source(script: bytes) -> str:
    """Return how a policy names a script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def sealed(page: bytes) -> bytes:
    return policy.sealed(page, policy.hashes(page))


def test_a_page_gets_exactly_these_directives_after_its_encoding_and_before_all_that_it_loads():
    scripts = f"'self' {source(FIRST)} {source(NEW_LINE + SECOND)}"
    meta = (
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src 'self' data:; "
        f"script-src {scripts}; style-src 'self'; object-src 'none'; base-uri 'self'\">\n"
    ).encode()
    head = b'<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n'
    assert sealed(PLAIN) == head + meta + PLAIN.removeprefix(head)


def test_sealing_again_changes_nothing_and_follows_a_changed_script():
    once = sealed(PLAIN)
    assert sealed(once) == once
    assert sealed(once.replace(FIRST, b"let c")) == sealed(PLAIN.replace(FIRST, b"let c"))


def test_line_ends_count_as_a_browser_sees_them():
    assert policy.hashes(b"<script>a\r\nb</script>") == [source(b"a\nb")]


def test_a_page_without_an_encoding_or_a_head_gets_its_policy_first():
    assert sealed(b"<html><head>\n<title>").startswith(b"<html><head>\n<meta http-equiv=")
    assert sealed(b"<p>a").startswith(b"<meta http-equiv=")


def test_a_header_allows_the_scripts_of_all_pages_and_says_who_may_frame_them():
    assert policy.header(["'sha256-b'", "'sha256-a'"]) == (
        "default-src 'self'; img-src 'self' data:; script-src 'self' 'sha256-a' 'sha256-b'; style-src 'self'; "
        "object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
    )


@pytest.mark.parametrize(
    ("version", "label"),
    [
        (Version("1.2", 1_700_000_000), "版本 1.2（2023年11月15日）"),
        (Version("1.2", 1_700_000_000, True), "版本 1.2（2023年11月15日，有未提交的改动）"),
        (Version("1.2"), "版本 1.2"),
        (Version(), ""),
    ],
)
def test_version_as_readers_are_told(version: Version, label: str):
    assert version.label == label


def test_the_404_page_counts_from_the_folder_of_the_site():
    page = (
        b'<head>\n<a href="/index.html"><script src="/assets/kb.js">{"base": "/"}<h1>404 - Not found</h1><a href="//x">'
    )
    mended = missing.mended(page, "/some-repo/").decode()
    assert mended.startswith('<head><base href="/some-repo/">\n<a href="index.html"><script src="assets/kb.js">')
    assert "<h1>没有这一页</h1>" in mended
    assert '<a href="//x">' in mended
    assert missing.mended(mended.encode(), "/some-repo/").decode() == mended
    assert "<base" not in missing.mended(page, "").decode()


def test_the_settings_for_iis_are_xml_and_those_for_nginx_name_the_path_as_often_as_the_page_says():
    hosting = ROOT / "docs" / "about" / "hosting"
    settings = ElementTree.fromstring((hosting / "iis.conf").read_bytes())
    names = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"]
    assert [e.get("name") for e in settings.iterfind(".//customHeaders/add")] == names
    assert (hosting / "nginx.conf").read_text(encoding="utf-8").count("/gonghui/") == 4
    assert "四处 `/gonghui/`" in (hosting / "nginx.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Return a built project with a version and pages for those who run a server."""
    tree = site_tree(tmp_path_factory.mktemp("policy") / "project").write(
        {
            "docs/township/a.md": SAMPLE,
            "pyproject.toml": '[project]\nversion = "1.2.3"\n',
            "docs/about/index.md": "# 关于本站\n",
            "docs/about/hosting/nginx.md": "# 用 nginx\n\n<!-- kb:file nginx.conf -->\n",
            "docs/about/hosting/nginx.conf": 'server {\n    add_header X "kb:policy" always;  # <改>\n}\n',
        }
    )
    done = mkdocs(tree.root, tree.root / "site")
    assert done.code == 0, done.err
    return tree


def test_every_built_page_has_its_policy_before_its_first_script(built: Tree):
    pages = sorted((built.root / "site").rglob("*.html"))
    assert "404.html" in [p.name for p in pages]
    for path in pages:
        text = path.read_text(encoding="utf-8")
        (written,) = META.findall(text)
        assert text.index("http-equiv") < min(text.index("<script"), text.index("<link")), path
        inline = [m[1].encode() for m in re.finditer(r"<script>(.*?)</script>", text, re.S)]
        assert inline
        assert f"script-src 'self' {' '.join(map(source, inline))};" in written, path


def test_every_page_tells_the_version_and_leads_to_what_is_said_about_the_site(built: Tree):
    said = '<span class="kb-version">版本 1.2.3 · <a href="{}about/index.html">关于本站</a></span>'
    for place, up in (("index.html", ""), ("township/a.html", "../"), ("about/hosting/nginx.html", "../../")):
        assert said.format(up) in built.read(f"site/{place}")


def test_servers_are_told_the_scripts_of_all_pages_in_the_file_and_on_the_page_that_shows_it(built: Tree):
    pages = [p.read_text(encoding="utf-8") for p in (built.root / "site").rglob("*.html")]
    every = {h for text in pages for h in re.findall(r"'sha256-[^']*'", META.findall(text)[0])}
    assert len(every) > 3  # pages in folders of other depths begin with other scripts
    line = f'    add_header X "{policy.header(every)}" always;  # <改>'
    assert built.read("site/about/hosting/nginx.conf") == f"server {{\n{line}\n}}\n"
    assert line.replace("<改>", "&lt;改&gt;") in built.read("site/about/hosting/nginx.html")


def test_finishing_again_changes_nothing(built: Tree):
    pages = sorted(p for p in (built.root / "site").rglob("*.*") if p.suffix in (".html", ".conf"))
    before = [p.read_bytes() for p in pages]
    assert built.kb("finish", "site").code == 0
    assert [p.read_bytes() for p in pages] == before


def test_two_hundred_pages_are_closed_within_half_a_second(tmp_path: Path):
    padding = b"<p>x</p>" * 5_000
    for number in range(200):
        (tmp_path / f"{number}.html").write_bytes(PLAIN.replace(b"</body>", padding + b"</body>"))
    started = time.process_time()
    assert closing.close(tmp_path, "版本 1") == 200
    assert time.process_time() - started < 0.5


def test_pages_of_serve_have_live_reload_and_no_policy(built: Tree):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [KB.with_name("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=built.root, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        text = fetched(f"http://127.0.0.1:{port}/township/a.html")
    finally:
        server.terminate()
        server.wait(10)
    assert "livereload(" in text
    assert "Content-Security-Policy" not in text
    assert "版本 1.2.3" in text


def fetched(address: str) -> str:
    """Return a page of a server that is starting."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nobody answers at {address}")
