"""Messy files composed from our own samples, with what is true of them: pieces, headings, junk.

`compose(seed)` gives one; everything in it is invented. `score(found, truth)` counts like the acceptance does.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kb.document import examples, printed
from kb.numbering import chinese
from kb.sample_file import parse_sample
from kb.spec import Spec, load

ROOT = Path(__file__).resolve().parent.parent
STYLES = {
    "official": ("{c}、", "（{c}）", "{n}.", "（{n}）"),
    "farm": ("{c}、", "{n}、", "({n})", "{n})"),
    "half": ("{c}、", "({c})", "{n}、", "({n})"),
    "dots": ("{c}．", "（{c}）", "{n}．", "①"),
    "plain": ("（{c}）", "{n}、", "（{n}）", "{n})"),
    "arabic": ("{n}、", "（{n}）", "{n})", "{n})"),
}
LEVELS = {"{c}、": 1, "{c}．": 1, "（{c}）": 2, "({c})": 2, "{n}.": 3, "{n}、": 3, "{n}．": 3, "（{n}）": 4, "({n})": 4}
LABELS = (
    "第{n}篇：{topic}",
    "第{c}篇 {topic}",
    "{topic}篇{c}",
    "【篇{n}】",
    "【篇{n}】{topic}",
    "范文{c}",
    "{topic}范文{n}",
    "{topic}（{c}）",
    "{topic}{n}",
    "{topic}{c}：",
    "篇{c}：{topic}",
    "{topic}(篇{n})",
)
HEADS = (
    "首页>范文大全>工作总结>工会工作总结",
    "{topic}（精选{k}篇）",
    "时间：2021-03-05 来源：网友投稿 作者：一叶",
    "工会工作千头万绪，怎样才能写好？下面是小编给大家整理的{topic}，仅供参考，希望能帮到大家！",
    "导语：总结是对一段工作的回顾。以下是为大家带来的{topic}{k}篇，欢迎阅读。",
)
TAILS = (
    "相关文章：\n\n1.街道工会个人工作总结\n\n2.企业工会主席述职报告\n\n3.工会委员年终工作总结范文",
    "看了{topic}的人还看了：\n★ 学校工会工作计划\n★ 公司工会活动方案\n★ 工会主席工作总结精选",
    "本文来源：https://www.xinghuofw.net/zongjie/8812.html",
    "热门工会工作总结推荐：",
    "【{topic}】相关文章：\n社区工会工作计划\n工会个人工作总结范文\n医院工会工作总结",
    "以上就是小编整理的{topic}全部内容，更多范文请关注星火范文网！",
)
SPLICED = (
    "星火范文网",
    "最全的范文参考写作网站",
    "思想汇报专题",
    "www.xinghuofw.net",
    "公文之家",
    "心得体会大全",
    "范文写作",
    "（转载于：星火范文网）",
    "(本文来自：网络整理)",
    "论文网http://www.xinghuofw.net",
)
FOREIGN = (
    (
        "幸福村村民委员会工作总结",
        "今年以来，村两委在镇党委、政府的领导下，围绕乡村建设，做了一些工作，现将情况总结如下：",
        (
            "整治人居环境，村容有了变化",
            "全村清理沟渠三公里，拆除旱厕二十处，发动村民每周清扫门前屋后，垃圾日产日清，路面硬化到户。",
        ),
        (
            "发展果树产业，村民有了收入",
            "引进脐橙苗木，组织农户参加剪枝培训，合作社统一收购，户均增收可观，土地流转有序推进。",
        ),
        (
            "抓好防汛防火，守住安全底线",
            "汛期安排干部值班巡查山塘水库，秋冬组织扑火演练，发放告知书到户，全年没有发生灾情。",
        ),
    ),
    (
        "某某中学德育工作总结",
        "本学期，学校德育工作以立德树人为根本，在全体班主任的努力下，较好地完成了任务，现将工作小结如下：",
        (
            "抓常规，养成良好习惯",
            "每周一升旗仪式，值周班级检查仪容和卫生，评选文明班级，学生行为规范有了明显进步，课间秩序井然。",
        ),
        (
            "抓活动，丰富校园生活",
            "举办读书节、运动会和元旦联欢，组织学生参观科技馆，社团课每周两节，学生个性得到发展。",
        ),
        (
            "抓家校，形成教育合力",
            "召开家长会两次，家访覆盖全部学生，开通热线，家长对学校工作表示满意，学生心理辅导有人管。",
        ),
    ),
)


@dataclass
class Document:
    """A text to put into a messy file: blocks are (level, text), level 0 a paragraph."""

    title: str
    blocks: list[tuple[int, str]]
    union: bool = True


@dataclass
class Truth:
    """What is true of a messy text."""

    pieces: list[tuple[int, int, bool]] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)  # level, start
    junk: list[tuple[int, int]] = field(default_factory=list)


@cache
def spec() -> Spec:
    """The real spec."""
    return load(ROOT / "spec")[0]


@cache
def documents() -> list[Document]:
    """Our samples as documents, then two that are not about union work."""
    found = []
    for unit in spec().units:
        for path in sorted((ROOT / "docs" / unit).glob("*.md")):
            if path.name != "index.md":
                found.append(document(path))
    for title, opening, *sections in FOREIGN:
        blocks = [(0, opening)] + [b for h, text in sections for b in ((1, h), (0, text))]
        found.append(Document(title, blocks, union=False))
    return found


def document(path: Path) -> Document:
    """A sample as a document."""
    sample, _ = parse_sample(path.read_text(encoding="utf-8"), f"docs/{path.parent.name}/{path.name}")
    values = examples(sample, spec())
    read = lambda text: printed(text, lambda i: values.get(i, ""))  # noqa: E731
    blocks = [(b.level if b.kind == "heading" else 0, read(b.text).replace("\n", "")) for b in sample.blocks]
    return Document(read(sample.get("heading")), [b for b in blocks if b[1]])


class Writer:
    """A text that grows, with the truth about it."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.text = ""
        self.truth = Truth()
        self.gap = rng.choice(("\n", "\n\n", "\n\n  ", "\n　　"))

    def line(self, text: str) -> int:
        """Add a line; returns where it begins."""
        self.text += self.gap if self.text else ""
        place = len(self.text)
        self.text += text
        return place

    def paragraph(self, text: str, spliced: float, broken: float) -> None:
        """Add a paragraph, with a watermark in it or a line broken, by chance."""
        if len(text) > 60 and self.rng.random() < spliced:
            places = [i + 1 for i, sign in enumerate(text) if sign in "，。"]
            cut, mark = self.rng.choice(places), self.rng.choice(SPLICED)
            at = self.line(text[:cut])
            self.truth.junk.append((at + cut, at + cut + len(mark)))
            self.text += mark + text[cut:]
        elif len(text) > 90 and self.rng.random() < broken:
            self.line(text[:50] + "\n\n" + text[50:])
        else:
            self.line(text)


def compose(seed: int, number: int = 4, **fixed: object) -> tuple[str, Truth]:
    """Return a messy text and the truth about it; `fixed` holds what chance would choose."""
    rng = random.Random(seed)
    chosen = rng.sample(documents(), number)
    topic = rng.choice(("工会工作总结", "乡镇工会工作总结", "2020年企业工会工作计划", "基层工会半年工作总结"))
    between = str(fixed.get("between") or rng.choice(("label", "label", "title", "signed", "bare")))
    style = str(fixed.get("style") or rng.choice(sorted(STYLES)))
    dirt = float(fixed.get("dirt", rng.choice((0, 0.1, 0.3))))  # type: ignore[arg-type]
    writer = Writer(rng)
    if between == "label" or rng.random() < 0.5:
        for head in rng.sample(HEADS, rng.randint(1, 3)):
            writer.line(head.format(topic=topic, k=chinese(number)))
    label = rng.choice(LABELS)
    for count, doc in enumerate(chosen, 1):
        if between == "label":
            writer.line(label.format(n=count, c=chinese(count), topic=topic))
        titled = between in ("title", "signed") or (between == "label" and rng.random() < 0.5)
        add(writer, doc, STYLES[style], titled, between == "signed", dirt)
        if rng.random() < (0.3 if between != "bare" else 0) or (count == number and rng.random() < 0.5):
            writer.line(rng.choice(TAILS).format(topic=topic))
    return writer.text, writer.truth


def add(writer: Writer, doc: Document, style: tuple[str, ...], titled: bool, signed: bool, dirt: float) -> None:
    """Add a document to a text."""
    first = len(writer.text)
    start = writer.line(doc.title) if titled else -1
    inline = writer.rng.random() < 0.3
    counts: Counter[int] = Counter()
    held = ""
    for level, text in doc.blocks:
        at = -1
        if level:
            counts = Counter({k: v for k, v in counts.items() if k <= level})
            counts[level] += 1
            mark = style[level - 1].format(c=chinese(counts[level]), n=counts[level])
            at = writer.line(mark + text)
            if kind := LEVELS.get(style[level - 1]):
                writer.truth.headings.append((kind, at + len(mark)))
            held = "。" if inline else ""
        elif held:
            at = len(writer.text)
            writer.text += held + text
            held = ""
        else:
            at = len(writer.text) + (len(writer.gap) if writer.text else 0)
            writer.paragraph(text, dirt, dirt)
        start = at if start < 0 else start
    if signed:
        writer.line("某某总工会")
        writer.line("2020年12月20日")
    assert start >= first
    writer.truth.pieces.append((start, len(writer.text), doc.union))
