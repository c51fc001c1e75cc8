"""Where a sample lies and what its file is called."""

from __future__ import annotations

import pytest

from bad_examples import SNIPPET
from conftest import Tree


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("docs/township/a.md", None, id="sample"),
        pytest.param("docs/township/a-2026-b.md", None, id="name of words and digits"),
        pytest.param("docs/township/snippets/rights_law.md", None, id="snippets by their theme"),
        pytest.param(
            "docs/street/a.md", (3, "KB105 unit 是 township，文件在 street/ 里"), id="folder of another unit type"
        ),
        pytest.param(
            "docs/township/2026/a.md", (3, "KB105 unit 是 township，文件在 township/2026/ 里"), id="deeper folder"
        ),
        pytest.param(
            "docs/township/snippets/old/a.md",
            (3, "KB105 unit 是 township，文件在 township/snippets/old/ 里"),
            id="below the snippets",
        ),
        pytest.param("docs/township/A.md", (1, "KB106 文件名是“A.md”"), id="capital letter"),
        pytest.param("docs/township/a b.md", (1, "KB106 文件名是“a b.md”"), id="blank"),
        pytest.param("docs/township/总结.md", (1, "KB106 文件名是“总结.md”"), id="Chinese"),
        pytest.param("docs/township/a_b.md", (1, "KB106 文件名是“a_b.md”"), id="underscore"),
        pytest.param("docs/township/-a.md", (1, "KB106 文件名是“-a.md”"), id="hyphen first"),
        pytest.param("docs/township/a--b.md", (1, "KB106 文件名是“a--b.md”"), id="two hyphens"),
        pytest.param("docs/township/.a.md", (1, "KB106 文件名是“.a.md”"), id="hidden file"),
        pytest.param("docs/township/a.b.md", (1, "KB106 文件名是“a.b.md”"), id="point"),
    ],
)
def test_place_and_name(tree: Tree, path: str, expected: tuple[int, str] | None):
    done = tree.write({path: SNIPPET}).kb("check", "docs")
    *messages, _ = done.out.splitlines()
    found = [message.partition("；应当：")[0] for message in messages]
    assert found == ([f"{path}:{expected[0]} {expected[1]}"] if expected else [])
