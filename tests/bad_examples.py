"""One bad example for each code: a file of tests/samples/bad/, or a function where no file can hold the fault.

The table says on which line the fault is and what is found there; the files themselves are marked by nothing, so that
each is a good sample but for its one fault. They are checked outside docs/, where only their text counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conftest import ROOT, SAMPLE, Tree

FOLDER = ROOT / "tests" / "samples" / "bad"
Put = Callable[[Tree], list[str]]


@dataclass(frozen=True)
class Bad:
    """Where the fault of a code is and what is found; `put` puts the example into a project, and gives the paths
    that `kb check` is told."""

    file: str
    line: int
    found: str
    put: Put


def draft(code: str) -> Put:
    """Return what puts a bad sample beside docs/."""

    def put(tree: Tree) -> list[str]:
        tree.write({f"drafts/{code}.md": (FOLDER / f"{code}.md").read_bytes()})
        return [f"drafts/{code}.md"]

    return put


def written(files: dict[str, str | bytes]) -> Put:
    """Return what writes files into the project and checks them."""

    def put(tree: Tree) -> list[str]:
        tree.write(files)
        return list(files)

    return put


def in_place_of_spec(code: str, name: str) -> Put:
    """Return what puts a faulty file in the place of one of spec/: the one that its first line names."""

    def put(tree: Tree) -> list[str]:
        text = (FOLDER / f"{code}.yml").read_text(encoding="utf-8")
        assert text.startswith(f"# replaces: {name}\n")
        tree.write({f"spec/{name}": text})
        return []

    return put


def without_file(name: str) -> Put:
    """Return what takes a file away."""

    def put(tree: Tree) -> list[str]:
        (tree.root / name).unlink()
        return []

    return put


def in_gbk(name: str) -> Put:
    """Return what saves a file as older Windows programs do."""

    def put(tree: Tree) -> list[str]:
        tree.write({name: tree.read(name).encode("gb18030")})
        return []

    return put


DRAFTS = {
    "KB101": (2, "这里读不下去：“title: 乡镇总工会年度工作总结: 反例”（值里有冒号加空格，要给整个值加引号）"),
    "KB102": (10, "未知的键“author”"),
    "KB103": (1, "文件头缺少：for"),
    "KB104": (6, "span 写的是“quarter”，可用的是：year"),
    "KB107": (1, "没有结束文件头的 ---"),
    "KB108": (10, "键“for”写了两次"),
    "KB109": (11, "本文没有空格“村级工会、企业工会”"),
    "KB201": (14, "标题“抓建会，扩大覆盖”没有标主题"),
    "KB202": (14, "标题“抓建会，扩大覆盖”的主题是“organisation”；是不是“organization”？"),
    "KB203": (14, "“建会，扩大覆盖{: theme=organization }”里 {: 前面没有空格"),
    "KB204": (14, "标题“一、抓建会，扩大覆盖”开头有序号“一、”"),
    "KB205": (18, "标题“建立台账”用了 ####，上一级应是 ###"),
    "KB206": (14, "标题“抓建会，扩大覆盖”的 {: } 里有“class”"),
    "KB207": (18, "锚点“organization”用了2次"),
    "KB208": (11, "片段“抓建会，扩大覆盖”没有写 for"),
    "KB209": (18, "标题“抓调解，化解矛盾”下面没有正文"),
    "KB210": (14, "“##抓建会，扩大覆盖”的 # 号后面没有空格"),
    "KB211": (14, "标题“抓建会，扩大覆盖。”末尾有句号"),
    "KB301": (16, "“{{new_unions=12}家。”只有 {{，本行里没有配对的 }}"),
    "KB302": (16, "多出一个 }}，前面没有配对的 {{"),
    "KB303": (16, "“{{New Unions=12}}”的名称“New Unions”不合写法"),
    "KB304": (16, "“{{new_unions@next=15}}”里 @ 后面是“next”"),
    "KB305": (16, "“{{new_unions=}}”的示例值是空的"),
    "KB306": (16, "没有数据项“new_union”；是不是“new_unions”？"),
    "KB307": (18, "“new_unions”这里是“13”，第16行是“12”"),
    "KB308": (16, "代码里有“{{new_unions=12}}”"),
    "KB309": (16, "链接里有空格“{{new_unions=12}}”"),
    "KB310": (16, "“{{new_unions}}”全篇没有示例值"),
    "KB311": (16, "“next_year”由 year 算出，这里写了“2027”"),
    "KB312": (16, "“新建基层工会”是数据项 new_unions 的名称"),
    "KB313": (16, "“新建基层工会”的示例值是“12家”"),
    "KB314": (16, "“year”是身份项，写了 @last"),
    "KB315": (16, "正文有“新建基层工会【12】家。”"),
    "KB401": (16, "调解成功率写的是89.6，调解成功52÷受理劳动争议58＝89.7"),
    "KB402": (18, "新建基层工会写的是12，村级工会7＋企业工会6＝13"),
    "KB403": (16, "应约28大于发出协商要约25"),
    "KB404": (16, "参加培训90与职工培训18，平均5（每期一般15—300人次）"),
    "KB405": (16, "新建基层工会写的是300，经验范围是1—30家"),
    "KB406": (16, "换一组数后，其中的村级工会、企业工会加起来不等于新建基层工会"),
    "KB407": (19, "新建基层工会写的是31，村级工会31＋企业工会1＝32"),
    "KB503": (16, "还有注释 <!-- -->"),
    "KB504": (16, "有 HTML“<br>”"),
    "KB601": (16, "“…深入学习贯彻党的十九大精神，今年新…”：“党的十九大”用到2022年，后来的提法是“党的二十大”"),
    "KB602": (
        16,
        "“…对照劳动保护法，今年新建基…”：没有“劳动保护法”，应为安全生产法 / 职业病防治法（没有“劳动保护法”）",
    ),
    "KB603": (16, "“…12家，新签群众合同26份。…”：“群众”像是换词稿里的词，原词是“集体合同”"),
    "KB604": (16, "“…透过微信群收集诉…”：“透过”像是换词稿里的词，原词是“通过”"),
    "KB605": (16, "“…我校今年新建基层…”：地方工会的稿子里有“我校”"),
    "KB606": (16, "“…推进产改，新建基层工…”：社区一般不写“产改”"),
    "KB607": (16, "“…家，联系电话13800000000。…”：像是手机号“13800000000”"),
    "KB608": (16, "“…会12家，由王青石主任负责。…”：像是真实的人名“王青石”"),
}
IN_SPEC = {
    "KB902": ("writing.yml", 14, "parts_summary 第1项有未知的键“size”，可用的是：part、content、length、must"),
    "KB903": ("writing.yml", 11, "parts_summary 第1项缺少：content"),
    "KB904": ("writing.yml", 14, "parts_summary 第1项的 must 应为 true 或 false，写的是“是”"),
    "KB905": ("writing.yml", 14, "parts_summary 第1项里的键“length”写了两次"),
    "KB906": ("writing.yml", 12, "这里读不下去：“content: 总评: 一句”（值里有冒号加空格，要给整个值加引号）"),
    "KB908": ("laws.yml", 14, "“townships”在 spec 里没有定义；是不是“township”？"),
}
TWINS = "drafts/a.md", "drafts/b.md"
OTHER_TEXT = "秋收以后把外出回来的人请到村里坐下来算一算一年的工钱差了多少由谁去要什么时候要到。"
OTHER = f"{SAMPLE.partition('## ')[0]}## 建会 {{: theme=organization }}\n\n{OTHER_TEXT}\n"
SAME_TITLE = {TWINS[0]: SAMPLE, TWINS[1]: OTHER}
SAME_TEXT = {TWINS[0]: OTHER, TWINS[1]: OTHER.replace("试验用", "又一篇")}
BIG = SAMPLE + "某" * 350_000
# A snippet: samples in docs/ would also have to be long enough and the like.
SNIPPET = """---
title: 乡镇建会段落
unit: township
genre: snippet
source: original
written: 2026-11-20
---

## 抓建会，扩大覆盖 {: theme=organization for="企业多" }

今年新建基层工会{{new_unions=12}}家。
"""
STREET, SPACES = "docs/street/snippets/a.md", "docs/township/snippets/jian hui.md"
# What a finished sample has: twelve blanks and more, 1,500 characters, headings of one length.
BLANKS = "、".join(
    f"{name}社{{{{{name}社新入会={number}}}}}人" for number, name in enumerate("东南西北中前后左右上下", 20)
)
LONG = "今年的工作是一家一家走出来的，听到的难处都记在本子上，回来一条一条办。" * 50


def finished(blanks: str, text: str, second_heading: str) -> Put:
    """Return what puts a sample into docs/ that is finished but for one thing."""
    front, _, _ = SAMPLE.partition("## ")
    first = f"## 抓建会，扩大覆盖 {{: theme=organization }}\n\n新入会：{blanks}。\n\n"
    second = f"## {second_heading} {{: theme=rights_law }}\n\n{text}\n\n"
    return written(
        {"docs/township/a.md": f"{front}{first}{second}## 抓帮扶，办好实事 {{: theme=assistance }}\n\n还有难处。\n"}
    )


EXAMPLES = {code: Bad(f"drafts/{code}.md", *rest, draft(code)) for code, rest in DRAFTS.items()}
EXAMPLES |= {
    code: Bad(f"spec/{name}", line, found, in_place_of_spec(code, name))
    for code, (name, line, found) in IN_SPEC.items()
}
EXAMPLES |= {
    "KB105": Bad(STREET, 3, "unit 是 township，文件在 street/snippets/ 里", written({STREET: SNIPPET})),
    "KB106": Bad(SPACES, 1, "文件名是“jian hui.md”", written({SPACES: SNIPPET})),
    "KB501": Bad("a.md", 2, "这里开始不是 UTF-8（像是 GBK）", written({"a.md": SAMPLE.encode("gbk")})),
    "KB502": Bad("a.md", 1, "文件有 1,025 KB", written({"a.md": BIG})),
    "KB505": Bad(TWINS[1], 2, f"title 与 {TWINS[0]} 相同", written(SAME_TITLE)),
    "KB701": Bad("docs/township/a.md", 1, "全篇只有3个空格", finished("11人", LONG, "抓协调，化解矛盾")),
    "KB702": Bad(
        "docs/township/a.md",
        1,
        "正文124字，这类单位的这个文种常见1500—4500字",
        finished(BLANKS, "还有难处。", "抓协调，化解矛盾"),
    ),
    "KB703": Bad(
        "docs/township/a.md",
        18,
        "标题“抓协调，把一年里遇到的矛盾一件一件化解在”有22字，其他标题多是8字",
        finished(BLANKS, LONG, "抓协调，把一年里遇到的矛盾一件一件化解在基层"),
    ),
    "KB801": Bad(TWINS[1], 1, f"与 {TWINS[0]} 有100%相同", written(SAME_TEXT)),
    "KB901": Bad("spec/laws.yml", 1, "没有这个文件", without_file("spec/laws.yml")),
    "KB907": Bad("spec/laws.yml", 1, "不是 UTF-8 编码", in_gbk("spec/laws.yml")),
}
