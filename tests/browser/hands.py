"""A reader without a mouse: goes through a page by keys, and must see at every step where he is."""

from __future__ import annotations

from playwright.sync_api import Page

# What has the focus: its name as a screen reader says it, and what keeps a reader from seeing that it has it.
HERE = """() => {
    const node = document.activeElement;
    if (!node || node === document.body) return { name: "", unseen: "nothing has the focus" };
    const labels = [...(node.labels || [])].map(label => label.textContent.trim()).join(" ");
    const name = node.getAttribute("aria-label") || labels || node.textContent.trim() || node.placeholder || node.title;
    const outlined = ({ outlineStyle, outlineWidth, outlineColor }) =>
        outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/, 0\\)$/.test(outlineColor);
    const around = [node, node.parentElement, node.parentElement.parentElement];
    const { top, bottom, left, right } = node.getBoundingClientRect();
    const off = bottom < 0 || top > innerHeight || right < 0 || left > innerWidth;
    const unseen = off ? "out of sight" : around.some(one => outlined(getComputedStyle(one))) ? "" : "no outline";
    return { name, unseen };
}"""
MOST_STEPS = 150


class Hands:
    """Keys on a page. Every step fails when the reader can't see what has the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def at(self) -> str:
        """The name of what has the focus, which must be seen to have it."""
        here: dict[str, str] = self.page.evaluate(HERE)
        assert here["unseen"] == "", here
        return here["name"]

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type into what has the focus."""
        self.page.keyboard.insert_text(text)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Go on from control to control until one has a name that begins so."""
        seen = []
        for _ in range(MOST_STEPS):
            self.press(key)
            if self.page.evaluate("document.activeElement === document.body"):
                break  # the end of the page
            seen.append(self.at)
            if seen[-1].startswith(name):
                return
        raise AssertionError(f"{name} is not reached: {seen}")

    def use(self, name: str, key: str = "Tab") -> None:
        """Go to a control and press it."""
        self.tab_to(name, key)
        self.press("Enter")
