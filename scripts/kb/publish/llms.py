"""llms.txt: a short list of what is where, for programs that read text."""

from __future__ import annotations

from kb.publish.catalog import Entry
from kb.spec import Spec

MOST_OF_A_UNIT = 20  # the file is to be read whole

INTRO = """# 工会文稿模板库

> 基层工会写工作总结和计划用的范文、骨架和数据项。范文里的单位和数字都是虚构的示例。

- [catalog.json](catalog.json)：全部范文和段落的目录
"""


def build(catalog: dict[str, list[Entry]], spec: Spec) -> str:
    """Return the list: each unit type with its first samples' pages and skeletons; the catalog has all."""
    parts = [INTRO]
    for unit in spec.units.values():
        own = [e for e in catalog["samples"] if e["unit"] == unit.key and e["genre"] != "snippet"]
        if own:
            lines = [line(e) for e in own[:MOST_OF_A_UNIT]]
            if len(own) > MOST_OF_A_UNIT:
                lines.append(f"- 另有{len(own) - MOST_OF_A_UNIT}篇：[{unit.name}]({unit.key}/index.html)")
            parts.append(f"## {unit.name}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def line(entry: Entry) -> str:
    """Return one sample's line."""
    skeleton = f"skeletons/{str(entry['path']).removesuffix('.html')}.md"
    return f"- [{entry['title']}]({entry['path']})：{entry['for']}；骨架 [{skeleton}]({skeleton})"
