"""Sections and sentences that say nothing: no figure, no action, only words that fit anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kb.checkup.figures import SENTENCE
from kb.checkup.finding import Finding
from kb.checkup.left_empty import left_empty
from kb.checkup.lines import PROBLEM, Line
from kb.checkup.rulebook import Rules, regex
from kb.checkup.view import View

LED_IN = 30  # characters, with the mark
BASIS, LEVEL = "每段至少有一个可核对的数或一件具体的事", "通行做法"


def find(view: View) -> Iterator[Finding]:
    """Yield sections, and sentences in other sections, that are made of phrases."""
    rules = view.rules["empty"]
    lines = unsigned(view.lines, rules)
    bodies = [body_of(lines, number) for number in range(len(lines))]
    empty = left_empty(lines, rules)
    told: set[int] = set()
    guided = solid = False
    for number, line in enumerate(lines):
        body = bodies[number]
        if line.heading:
            # 指导思想 has no figures anywhere.
            guided = regex(rules["guiding"]).search(line.text) is not None
            solid = any(regex(rules["substance"]).search(part.text) for part in body)
        title = view.text[line.mark_end : line.end]
        if line.start in empty:
            yield section(view, line, line.end, f"“{title}”下面没有内容")
        elif body and (stub := put_off(view, body, rules)):
            told |= {b.start for b in body}
            yield section(view, line, body[0].end, f"“{title}”下面只写了“{stub}”")
        elif body and not goes_on(lines, number, len(body)) and says_nothing(line, body, rules):
            told |= {b.start for b in body}
            yield section(view, line, body[0].end, f"“{title}”这一节没有数字，也没有具体做了什么")
        elif not line.heading and not guided and line.start not in told:
            yield from sentences(view, line, rules, solid)


def unsigned(lines: list[Line], rules: Rules) -> list[Line]:
    """Return the written lines without signature and date: names are text where neither a date nor the end is near."""
    written = [line for line in lines if line.text.strip(" \u3000\t")]
    signed = [regex(rules["signature"]).search(line.text) is not None for line in written]
    dated = [sign and line.text.rstrip(" \u3000\t").endswith("日") for line, sign in zip(written, signed, strict=True)]
    ends = [any(dated[max(0, n - 1) : n + 2]) or n == len(written) - 1 for n in range(len(written))]
    return [line for line, sign, end in zip(written, signed, ends, strict=True) if not (sign and end)]


def section(view: View, line: Line, end: int, message: str) -> Finding:
    """Return a finding about a section, from its heading to `end`."""
    return Finding(line.mark_end, end, view.text[line.mark_end : end], "empty", "should", message, BASIS, LEVEL)


def body_of(lines: list[Line], number: int) -> list[Line]:
    """Return the lines under a heading up to the next one; none for a line that is no heading."""
    if not (lines[number].heading and lines[number].level):
        return []
    found: list[Line] = []
    for place in range(number + 1, len(lines)):
        if lines[place].heading or lines[place].level in (1, 2):
            break
        found.append(lines[place])
    return found


def goes_on(lines: list[Line], number: int, size: int) -> bool:
    """Whether points follow the body of a section, which then only leads to them."""
    after = number + 1 + size
    return after < len(lines) and lines[after].level > lines[number].level


def put_off(view: View, body: list[Line], rules: Rules) -> str:
    """Return what stands in place of a section (略, 另有材料); empty when nothing does, or when it is attached."""
    text = body[0].text.strip(" \u3000\t")
    stub = len(body) == 1 and regex(rules["stub"]).search(text) is not None
    return text if stub and not regex(rules["attached"]).search(view.shown) else ""


def says_nothing(line: Line, body: list[Line], rules: Rules) -> bool:
    """Whether a section has no figure and no action, and phrases enough: one will do in a short one."""
    text = "\n".join(part.text for part in body)
    if line.part == PROBLEM or regex(rules["exempt"]).search(line.text) or regex(rules["actions"]).search(text):
        return False
    return is_bare(text, rules, 1 if len(text) <= rules["short"] else rules["least"])


def is_bare(text: str, rules: Rules, least: int) -> bool:
    """Whether a text has nothing that can be counted or seen, and phrases enough."""
    return not regex(rules["substance"]).search(text) and len(regex(rules["phrases"]).findall(text)) >= least


def is_thick(text: str, rules: Rules, share: int) -> bool:
    """Whether phrases make up a share of a text, in percent: what was done with whom leaves less room for them."""
    phrases = sum(len(match[0]) for match in regex(rules["phrases"]).finditer(text))
    return 100 * phrases >= share * len(text.strip(" \u3000\t"))


def is_led_in(line: Line, end: int, start: int) -> bool:
    """Whether the first sentence of a point is its heading: short, and more follows it."""
    return start == 0 and end <= LED_IN and len(line.text.rstrip(" \u3000\t")) > end + 1


def sentences(view: View, line: Line, rules: Rules, solid: bool) -> Iterator[Finding]:
    """Yield the sentences of a line that say nothing; beside solid ones a topic or a close may have some phrases."""
    beside = rules["beside"] if solid or regex(rules["substance"]).search(line.text) else 0
    for match in SENTENCE.finditer(line.text):
        start = line.start + match.start()
        weak = view.part_at(start) != PROBLEM and not regex(rules["actions"]).search(match[0])
        least, share = (rules["alone"], rules["share"]) if weak else (rules["outweighs"], rules["acted_share"])
        title = line.level > 0 and (match.end() == len(line.text) or is_led_in(line, match.end(), match.start()))
        if title or regex(rules["opening"]).search(match[0]):
            continue
        if is_bare(match[0], rules, least) and is_thick(match[0], rules, max(share, beside)):
            end = line.start + match.end()
            message = "这一句没有数字，也没有具体的事，放到哪里都通"
            yield Finding(start, end, view.text[start:end], "empty", "check", message, BASIS, LEVEL)
