"""The tables of phrases (spec/phrases.yml) and laws (spec/laws.yml) for the reference pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from kb.model import Sample
from kb.site.reference import (
    BAR,
    Row,
    as_of,
    assets,
    confidence,
    day,
    grouped,
    is_unsure,
    join,
    main,
    paragraphs,
    small,
    table,
    unsure,
)
from kb.spec import Spec
from kb.spec.tree import entries, text, words
from kb.yaml_file import Node

PHRASE_KINDS = {
    "congress": "党代会",
    "plenum": "中央全会",
    "five-year-plan": "五年规划",
    "guiding-thought": "指导思想和目标",
    "union-congress": "中国工会代表大会",
    "campaign": "学习教育、工会品牌和行动",
    "law": "法律",
}
LAW_LEVELS = {
    "law": "法律",
    "administrative-regulation": "行政法规",
    "departmental-rule": "部门规章",
    "party-regulation": "党内法规",
    "policy": "政策文件",
    "union-charter": "章程",
    "acftu-rule": "全总文件",
    "accounting": "会计制度",
}


def phrases(_samples: Sequence[Sample], spec: Spec, page: str) -> str:
    """Return the table of phrases with their periods, and how an opening reads today."""
    tree = spec.trees["phrases.yml"]
    nodes, today = entries(tree, "phrases"), text(tree, "as_of")
    doubtful = {bare(text(n, "phrase")) for n in nodes if is_unsure(n)}
    groups = ((t, (phrase(n, today, doubtful) for n in found)) for t, found in grouped(nodes, "kind", PHRASE_KINDS))
    heads = ["提法", "时期", "现在怎么用", "说明", "把握和出处"]
    parts = [as_of(tree), opening(tree.get("opening")), BAR, table("phrases", heads, groups), unsure(nodes, "phrase")]
    return join([assets(page, "reference.js"), *parts])


def bare(words: str) -> str:
    """Return words without quotation marks, which a name is written with or without."""
    return words.replace("“", "").replace("”", "")


def phrase(node: Node, today: str, doubtful: Collection[str]) -> Row:
    """Return one phrase; the script filters by the years of its period. What came after it may itself be unsure."""
    ended = "" < text(node, "valid_to") < today
    open_end = text(node, "date_confidence") == "n/a"
    state = "" if open_end else '<i class="kb-past">已过</i>' if ended else '<i class="kb-now">现行</i>'
    since, until = text(node, "valid_from")[:4], text(node, "valid_to")[:4]
    years = {} if open_end else {"from": since, "to": until, "now": "" if ended else "1"}
    also = f"也写作：{'、'.join(words(node, 'aliases'))}" if words(node, "aliases") else ""
    after = text(node, "replaced_by")
    if any(name in bare(after) for name in doubtful):
        after = "待核"
    use = paragraphs(text(node, "advice_2026"), f"后来的提法：{after}" if after else "")
    cells = [main(text(node, "phrase"), also), state + period(node), use, escape(text(node, "note")), confidence(node)]
    return Row(cells, {"entry": "1", **years})


def period(node: Node) -> str:
    """Return from when to when a phrase was the current one; both ends are said to be rough where they are."""
    if text(node, "date_confidence") == "n/a":
        return "见说明"
    since, until = day(text(node, "valid_from")) or "起点不明", day(text(node, "valid_to"))
    rough = small("时间是约数") if text(node, "date_confidence") == "approx" else ""
    return escape(f"{since}—{until}" if until else f"{since}起") + rough


def opening(node: Node | None) -> str:
    """Return how the opening of this year's summary and next year's plan may read."""
    if node is None or text(node, "confidence") == "unsure":
        return ""
    texts = {"2026年总结的导语": "summary_2026", "2027年计划的总体要求": "plan_2027"}
    shown = "".join(f"<dt>{name}</dt><dd>{escape(text(node, key))}</dd>" for name, key in texts.items())
    notes = f"<dt>注意</dt><dd>{escape(text(node, 'note'))}</dd><dt>把握和出处</dt><dd>{confidence(node)}</dd>"
    title = f"<summary>{'、'.join(texts)}怎么写</summary>"
    return f'<details class="kb-opening">{title}<dl>{shown}{notes}</dl></details>'


def laws(_samples: Sequence[Sample], spec: Spec, page: str) -> str:
    """Return the table of laws and documents, and the names that do not exist."""
    tree = spec.trees["laws.yml"]
    nodes = entries(tree, "laws")
    groups = ((t, (law(n, spec) for n in found)) for t, found in grouped(nodes, "level", LAW_LEVELS))
    heads = ["名称", "现行文本", "什么时候引", "不要再引、说明", "把握和出处"]
    parts = [as_of(tree), BAR, table("laws", heads, groups), unsure(nodes, "name"), wrong_names(tree)]
    return join([assets(page, "reference.js"), *parts])


def law(node: Node, spec: Spec) -> Row:
    """Return one law or document."""
    short = text(node, "short")
    units = [spec.units[key].name for key in words(node, "unit_types") if key in spec.units]
    whom = "各类单位" if len(units) == len(spec.units) else "、".join(units)
    old = words(node, "outdated_versions")
    cells = [
        main(text(node, "name"), f"简称：{short}" if short != text(node, "name") else ""),
        paragraphs(*current_text(node)),
        escape(text(node, "cite_for")) + small(f"用得着的：{whom}"),
        paragraphs(f"不再引：{'；'.join(old)}" if old else "", text(node, "note")),
        confidence(node),
    ]
    return Row(cells, {"entry": "1", "units": " ".join(units)})


def current_text(node: Node) -> Iterator[str]:
    """Yield the text in force, and when it was published and came into force."""
    yield text(node, "latest_version")
    published, effective = text(node, "latest_date"), text(node, "effective")
    yield f"{day(published)}公布" if published else ""
    yield f"{day(effective)}施行" if effective else ""


def wrong_names(tree: Node) -> str:
    """Return the table of names that are written though there is no such law."""
    rows = [Row([escape(text(n, "wrong")), escape(text(n, "right"))]) for n in entries(tree, "wrong_names")]
    return join(["## 常见的误写", table("wrong", ["写成", "应当是"], [("", rows)])])
