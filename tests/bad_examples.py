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
    "KB503": (16, "还有注释 <!-- -->"),
    "KB504": (16, "有 HTML“<br>”"),
}
IN_SPEC = {
    "KB902": ("writing.yml", 14, "parts_summary 第1项有未知的键“size”，可用的是：part、content、length、must"),
    "KB903": ("writing.yml", 11, "parts_summary 第1项缺少：content"),
    "KB904": ("writing.yml", 14, "parts_summary 第1项的 must 应为 true 或 false，写的是“是”"),
    "KB905": ("writing.yml", 14, "parts_summary 第1项里的键“length”写了两次"),
    "KB906": ("writing.yml", 12, "这里读不下去：“content: 总评: 一句”（值里有冒号加空格，要给整个值加引号）"),
    "KB908": ("laws.yml", 14, "“townships”在 spec 里没有定义；是不是“township”？"),
}
OTHER_TEXT = "docs/township/2026 nian.md"
TWINS = "docs/township/a.md", "docs/township/b.md"
BIG = SAMPLE + "某" * 350_000

EXAMPLES = {code: Bad(f"drafts/{code}.md", *rest, draft(code)) for code, rest in DRAFTS.items()}
EXAMPLES |= {
    code: Bad(f"spec/{name}", line, found, in_place_of_spec(code, name))
    for code, (name, line, found) in IN_SPEC.items()
}
EXAMPLES |= {
    "KB105": Bad("docs/street/a.md", 4, "unit 是 township，文件在 street/ 里", written({"docs/street/a.md": SAMPLE})),
    "KB106": Bad(OTHER_TEXT, 1, "文件名是“2026 nian.md”", written({OTHER_TEXT: SAMPLE})),
    "KB501": Bad("a.md", 2, "这里开始不是 UTF-8（像是 GBK）", written({"a.md": SAMPLE.encode("gbk")})),
    "KB502": Bad("a.md", 1, "文件有 1,026 KB", written({"a.md": BIG})),
    "KB505": Bad(TWINS[1], 2, f"title 与 {TWINS[0]} 相同", written(dict.fromkeys(TWINS, SAMPLE))),
    "KB901": Bad("spec/laws.yml", 1, "没有这个文件", without_file("spec/laws.yml")),
    "KB907": Bad("spec/laws.yml", 1, "不是 UTF-8 编码", in_gbk("spec/laws.yml")),
}
