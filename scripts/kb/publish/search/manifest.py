"""index.js: what a search must know before anything else, small enough for every first query."""

from __future__ import annotations

import hashlib
import json

from kb.publish.search.fold import Folding
from kb.publish.search.guide import GENRE
from kb.publish.search.order import Ordered
from kb.publish.search.packing import pack
from kb.publish.search.postings import Shards
from kb.publish.search.texts import Bundles
from kb.spec import Spec


def version(shards: Shards, bundles: Bundles) -> str:
    """Return the name of the folder with all other files: it changes with their content, so none is ever stale."""
    found = hashlib.sha256()
    for part in (*shards.bodies, "\0", *bundles.bodies):
        found.update(part.encode())
    return found.hexdigest()[:10]


def build(folder: str, ordered: Ordered, shards: Shards, bundles: Bundles, fold: Folding, spec: Spec) -> str:
    """Return the manifest's data; `folder` is where the other files are."""
    data = {
        "folder": folder,
        "pairs": shards.pairs,
        "singles": shards.singles,
        "heavy": list(shards.heavy),
        "units": [[u.key, u.name] for u in spec.units.values()],
        "genres": [[g.key, g.name] for g in spec.genres.values()] + [[GENRE, "写法"]],
        "themes": [[t.key, t.name, *t.keywords] for t in spec.themes.values()],
        "structural": [t.key for t in spec.themes.values() if t.structural],
        "runs": pack(n for run in ordered.runs for n in run),
        "texts": pack(bundles.sizes),
        "traditional": "".join(t + s for t, s in sorted(fold.traditional.items())),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
