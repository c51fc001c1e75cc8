"""The whole flow, in order - read this first. Each step is one call; what it does is in the module that it names.

    docs/ + spec/ ──check──▶ samples ──stage──▶ pages ──generator──▶ site/ ──finish──▶ site/ with the finished files

`kb bundle` (kb.bundle) makes one zip of that.

The generator (MkDocs today) stands between `stage` and `finish` and knows nothing of samples: site/hook.py calls these
steps for MkDocs, `kb stage` and `kb finish` for a generator without hooks.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path

from kb import version
from kb.ahead import Ahead
from kb.paths import Project
from kb.publish import files, search
from kb.rules import gate
from kb.rules.gate import Findings
from kb.site import closing, stage, web
from kb.site.finished import Hand, as_it_is
from kb.word import skeletons

Begun = Ahead[Path, int]
MANY = 3_000  # samples; of more a second process would hold a gigabyte beside the generator's


def check(project: Project) -> Findings:
    """1. Read spec/ and every sample; hold all of it against the rules. Nothing goes on while there are errors."""
    return gate.check(project)


def pages(project: Project, found: Findings, hand: Hand = as_it_is) -> dict[str, str]:
    """2. Make the pages that are not handed over as written: samples as sheets, lists put into hand-written pages.

    `hand` takes the HTML that is finished already and returns what stands for it in the pages.
    """
    return stage.pages(project, found.samples, found.spec, hand)


def assets(project: Project, found: Findings) -> Mapping[str, Path]:
    """3. Bundle the browser side, with what it takes from spec/. Raises BundleError when that can't be done here."""
    return {f"assets/{path.name}": path for path in web.bundle(project, found.spec)}


def begin(project: Project, found: Findings) -> Begun:
    """Begin with the finished files, beside the generator: most of them need no built page.

    To be told the site's folder twice: when it is emptied, and when all pages are in it (`finish`).
    """

    def work() -> Generator[None, Path, int]:
        index = search.prepared(found.samples, found.spec, project.cache)
        # Written where they were made: handed over, those of ten thousand samples would be held four times.
        number = files.write_all((yield), files.of_samples(found.samples, found.spec))
        site = yield
        return number + files.write_all(site, index(files.hand_written(site, project.docs, found.samples)))

    return Ahead(work, beside=len(found.samples) <= MANY)


def finish(project: Project, site: Path, found: Findings, begun: Begun | None = None, seal: bool = True) -> int:
    """4. After the generator: close every page, write catalog, skeletons, outlines and search index into the site.

    Returns the number of files written. Without `seal` pages get no policy (kb.site.closing).
    """
    begun = begun or begin(project, found)
    if not begun.told:  # nobody said when the folder was emptied
        begun.tell(site)
    closing.close(site, version.of(project).label, seal)
    begun.tell(site)
    number = skeletons.write_all(site, project.cache, found.samples, found.spec)
    return number + begun.result()
