"""What was found -> docs/about/audit.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from audit.states import SCHEMES, SIZES, Audited

HEAD = """<!-- 由 make audit 生成，不要手改 -->
# 无障碍、速度和旧浏览器

{day}量的，浏览器是 Chromium {browser}，axe-core {axe}，Lighthouse {lighthouse}。网页经 gzip 压缩，
从本机的一个子路径读。
"""
AXE = """
## 无障碍

每种页面、每种状态，浅色和深色、电脑（1366×768）和手机（390×844）各查一遍，
依据是 WCAG 2.1 的 A 级和 AA 级。共{states}种状态，查了{runs}次，不合的{found}处。
"""
LIGHTHOUSE = """
## Lighthouse

手机一栏是 Lighthouse 默认的慢速网络和慢四倍的处理器，各跑三次，取速度居中的一次。“处理器”是 Lighthouse 当时给这台
机器量的快慢（benchmarkIndex）：1500以上是普通电脑，低了就是机器正忙，“卡住”和“速度”会偏差。

| 页面 | 设备 | 速度 | 无障碍 | 良好实践 | 首次显示 | 最大内容 | 卡住 | 移位 | 首次下载 KB | 处理器 |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""
OLD = """
## 旧浏览器

本站自己的脚本和样式按 Chromium 86（2020年10月）打包；`make test` 查打包出来的文件，
里面没有它还没有的功能。下面是 Material 主题的文件里用到、而 Chromium 86 没有的，
浏览器会略过它们，或由主题自己补上：

"""
DEVICES = {"phone": "手机", "desktop": "电脑"}
PAGES = {"index.html": "首页", "wage-bargaining-annual.html": "范文", "desk/index.html": "组稿台"}


def page_name(url: str) -> str:
    """Return what a page is called in the table."""
    return next(name for end, name in reversed(PAGES.items()) if url.endswith(end))


def axe(audited: Sequence[Audited]) -> Iterator[str]:
    """Yield the part about axe-core."""
    states = dict.fromkeys(one.state for one in audited)
    yield AXE.format(states=len(states), runs=len(audited), found=sum(len(one.violations) for one in audited))
    yield "\n" + "、".join(states) + "。\n"
    wrong = [one for one in audited if one.violations]
    if wrong:
        yield "\n| 状态 | 颜色 | 大小 | 不合 |\n| --- | --- | --- | --- |\n"
    for one in wrong:
        found = "；".join(f"`{text}`" for text in one.violations).replace("|", "\\|")
        yield f"| {one.state} | {SCHEMES[one.scheme]} | {SIZES[one.size]['width']} | {found} |\n"


def lighthouse(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the part about Lighthouse."""
    yield LIGHTHOUSE
    for row in rows:
        cells = [
            page_name(row["url"]),
            DEVICES[row["device"]],
            *row["scores"],
            *row["metrics"],
            round(row["bytes"] / 1000),
            row["power"],
        ]
        yield "| " + " | ".join(str(cell).replace("\xa0", " ") for cell in cells) + " |\n"
    for row in rows:
        if row["short"]:
            names = "、".join(f"`{name}`" for name in row["short"])
            yield f"\n{page_name(row['url'])}（{DEVICES[row['device']]}）没有得满分的：{names}\n".replace("\xa0", " ")


def old_browsers(found: Sequence[str]) -> Iterator[str]:
    """Yield the part about old browsers: what the theme's files use."""
    yield OLD
    yield "".join(f"- `{line}`\n" for line in found) or "- 没有\n"


def report(head: dict[str, str], audited: Sequence[Audited], rows: Sequence[dict[str, Any]], old: Sequence[str]) -> str:
    """Return the page."""
    return HEAD.format(**head) + "".join([*axe(audited), *lighthouse(rows), *old_browsers(old)])
