"""`kb check --publish`: what the daily check lets pass and nobody may hand out."""

from __future__ import annotations

from conftest import SAMPLE, Run, Tree
from intake_texts import TITLED

CLEAN = "查了2个文件：错误0处，请核对0处\n"
PAGE = "---\ntitle: 关于\n---\n\n# 关于\n\n{}\n"


def found(done: Run) -> list[str]:
    """Return where and what was found that stops publishing, without what is expected."""
    return [line.partition("；应当：")[0] for line in done.out.splitlines()[:-1] if "［请核对］" not in line]


def test_clean_content_passes(tree: Tree):
    tree.write({"docs/township/a.md": SAMPLE, "docs/about/index.md": PAGE.format("这里讲怎么放到网上。")})
    done = tree.kb("check", "--publish")
    assert (done.code, done.out, done.err) == (0, CLEAN, "")


STOPPING = {
    "由王青石主任负责，": "KB608 “…由王青石主任负责，今…”：像是真实的人名“王青石”",
    "推进产改，": "KB606 “…推进产改，今年新建基…”：社区一般不写“产改”",
    "透过微信群收集诉求，": "KB604 “…透过微信群收集诉…”：“透过”像是换词稿里的词，原词是“通过”",
    "（写：谁负责）": "KB503 还有1处提示语，第一处是“（写：谁负责）”",
}


def test_what_a_person_should_look_at_stops_publishing(tree: Tree):
    lines = "".join(f"{words}今年新建基层工会若干家。\n\n" for words in STOPPING)
    sample = SAMPLE.replace("township", "community").replace("今年新建", f"{lines}今年新建", 1)
    tree.write({"docs/community/a.md": sample})
    daily, strict = tree.kb("check"), tree.kb("check", "--publish")
    assert daily.code == 0
    for said in STOPPING.values():
        code, _, finding = said.partition(" ")
        assert f"{code} ［请核对］{finding}；" in daily.out
    wanted = [
        f"docs/community/a.md:{line} {said}" for line, said in zip((16, 18, 20, 22), STOPPING.values(), strict=True)
    ]
    assert (strict.code, found(strict)) == (1, wanted)


def test_a_figure_out_of_the_usual_range_does_not_stop_publishing(tree: Tree):
    tree.write({"docs/township/a.md": SAMPLE.replace("=12}}", "=31}}")})
    done = tree.kb("check", "--publish")
    assert (done.code, len(done.out.splitlines())) == (0, 2)
    assert "KB405 ［请核对］" in done.out


def test_pages_that_are_no_samples_name_nobody(tree: Tree):
    page = PAGE.format("有事打13800000000。\n\n由王青石主任负责。\n\n资料在www.some-body.cn。")
    tree.write({"docs/about/index.md": page, "docs/township/index.md": page})
    assert tree.kb("check").code == 0
    done = tree.kb("check", "--publish")
    said = ["7 KB607 像是手机号“13800000000”", "9 KB608 像是真实的人名“王青石”", "11 KB607 有网址“www.some-body.cn”"]
    places = [f"docs/{folder}/index.md:{line}" for folder in ("about", "township") for line in said]
    assert (done.code, found(done)) == (1, places)


def test_leftovers_of_intake_are_refused_one_by_one(tree: Tree):
    tree.write({"旧稿.html": "".join(f"<p>{line}</p>" for line in TITLED.split("\n"))})
    assert tree.kb("intake", "旧稿.html", "--out", "docs/township/drafts").code == 0
    made = sorted(p.name for p in (tree.root / "docs/township/drafts").iterdir())
    assert made == ["report.html", "report.json", "旧稿-01.md", "旧稿.txt"]
    done = tree.kb("check", "--publish")
    assert done.code == 1
    for name in made:
        folder = f"docs/township/drafts/{name}"
        code = "KB503 title 里还有“待审”" if name.endswith(".md") else "KB506 有."
        assert any(line.startswith(folder) and code in line for line in found(done)), name


def test_draft_outside_the_unit_types_and_raw_files_are_refused_hidden_files_are_not(tree: Tree):
    files = {"docs/guide/b.md": SAMPLE, "docs/原稿.docx": b"PK", "docs/说明": "x", "docs/about/a.raw": "x"}
    tree.write(files | {"docs/.nojekyll": "", "docs/about/nginx.conf": "# x\n", "docs/a.png": b"\x89PNG"})
    done = tree.kb("check", "--publish")
    assert (done.code, found(done)) == (
        1,
        [
            "docs/about/a.raw:1 KB506 有.raw的文件",
            "docs/guide/b.md:5 KB507 文件头有“genre: annual_summary”",
            "docs/原稿.docx:1 KB506 有.docx的文件",
            "docs/说明:1 KB506 有没有后缀的文件",
        ],
    )
    assert done.out.splitlines()[-1] == "查了1个文件：错误4处，请核对0处"
