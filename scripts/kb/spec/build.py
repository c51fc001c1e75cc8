"""Trees of spec files -> data classes; an entry without a key is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kb.model import Genre, Item, Relation, Rule, Severity, Theme, Unit
from kb.spec import checkup_rules, spun_families
from kb.spec.tree import entries, mapping, number, text, typed, words
from kb.yaml_file import Node


def fields(trees: Mapping[str, Node]) -> dict[str, object]:
    """Return the fields of a Spec by their names."""
    items = [identity(n) for n in entries(trees["data_items.yml"], "identity")]
    items += [data_item(n) for n in entries(trees["data_items.yml"], "items")]
    themes = [theme(n, False) for n in entries(trees["themes.yml"], "themes")]
    themes += [theme(n, True) for n in entries(trees["themes.yml"], "structural")]
    units = [unit(n) for n in entries(trees["units.yml"], "units")]
    genres = [
        Genre(text(n, "key"), text(n, "name"), words(n, "spans"), text(n, "heading"), text(n, "opening"))
        for n in entries(trees["genres.yml"], "genres")
    ]
    rules = [
        Rule(text(n, "code"), severity(n), text(n, "sentence"), text(n, "repair"), publish(n))
        for n in entries(trees["rules.yml"], "rules")
    ]
    return {
        "items": {i.key: i for i in items if i.key},
        "themes": {t.key: t for t in themes if t.key},
        "units": {u.key: u for u in units if u.key},
        "genres": {g.key: g for g in genres if g.key},
        "spans": {text(n, "key"): text(n, "name") for n in entries(trees["genres.yml"], "spans")},
        "sign_dates": {text(n, "key"): text(n, "sign_date") for n in entries(trees["genres.yml"], "spans")},
        "rules": {r.code: r for r in rules if r.code},
        "layout": {k: typed(v) for k, v in mapping(trees["layout.yml"]).items()},
        "parts": [
            {k: v.text for k, v in mapping(n).items()}
            for key in ("parts_summary", "parts_plan")
            for n in entries(trees["writing.yml"], key)
        ],
        "lengths": dict(lengths(trees)),
        "checkup": checkup_rules.build(trees),
        "spun_families": spun_families.build(trees["spun_families.yml"]),
    }


def lengths(trees: Mapping[str, Node]) -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    """Yield ((unit type, genre), usual characters): a unit type's length times the genre's share of it."""
    for one in entries(trees["units.yml"], "units"):
        for genre in entries(trees["genres.yml"], "genres"):
            size, share = one.get("length"), genre.get("length_share")
            if size and share and len(size.items) == len(share.items) == 2:
                low, high = (round(number(a) * number(b)) for a, b in zip(size.items, share.items, strict=True))
                yield (text(one, "key"), text(genre, "key")), (low, high)


def severity(node: Node) -> Severity:
    """Return the severity of an entry; one that can't be read is a check."""
    written = text(node, "severity")
    return Severity(written) if written in set(Severity) else Severity.CHECK


def publish(node: Node) -> Severity | None:
    """Return how grave a rule is for publishing, None where that is its severity."""
    return Severity.ERROR if text(node, "publish") == Severity.ERROR else None


def relation(node: Node, item: str) -> Relation:
    """Return a typed relation; `item` stands on its left unless the entry names another one."""
    bounds = [number(node.get(k)) if node.get(k) else None for k in ("low", "high")]
    return Relation(
        kind=text(node, "kind"),
        item=text(node, "item") or item,
        of=words(node, "of"),
        severity=severity(node),
        percent=text(node, "percent") == "true",
        scale=number(node.get("scale"), 1),
        low=bounds[0],
        high=bounds[1],
        text=text(node, "text"),
        line=node.line,
    )


def identity(node: Node) -> Item:
    """Return an identity item (year, unit_name …)."""
    formula = node.get("formula")
    return Item(
        key=text(node, "key"),
        label=text(node, "label"),
        kind=text(node, "kind"),
        examples={k: v.text for k, v in mapping(node.get("example")).items()},
        formula=(text(formula, "from"), int(number(formula.get("add")))) if formula else None,
        note=text(node, "note"),
    )


def data_item(node: Node) -> Item:
    """Return a data item with its ranges and relations."""
    key = text(node, "key")
    ranges = {k: v.items for k, v in mapping(node.get("range")).items() if len(v.items) == 2}
    return Item(
        key=key,
        label=text(node, "label"),
        kind=text(node, "kind"),
        unit=text(node, "unit"),
        theme=text(node, "theme"),
        also=words(node, "also"),
        unit_types=words(node, "unit_types"),
        ranges={k: (number(v[0]), number(v[1])) for k, v in ranges.items()},
        relations=tuple(relation(n, key) for n in entries(node, "relations")),
        note=text(node, "note"),
        aliases=words(node, "aliases"),
    )


def theme(node: Node, structural: bool) -> Theme:
    """Return a theme with what each unit type calls it."""
    used = mapping(node.get("used_by"))
    return Theme(
        key=text(node, "key"),
        name=text(node, "name"),
        description=text(node, "description"),
        structural=structural,
        keywords=(*words(node, "heading_keywords"), *words(node, "old_keywords")),
        local_names={u: text(n, "local_name") for u, n in used.items()},
        weights={u: text(n, "weight") for u, n in used.items()},
    )


def unit(node: Node) -> Unit:
    """Return a unit type with its outlines."""
    outlines = {k: tuple(i.text for i in v.items) for k, v in mapping(node.get("outlines")).items()}
    return Unit(text(node, "key"), text(node, "name"), outlines, words(node, "theme_order"))
