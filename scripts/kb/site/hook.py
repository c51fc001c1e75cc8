"""The MkDocs hook: checks the content, hands the pages over, writes the finished files. Nothing else knows MkDocs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kb import flow, report
from kb.paths import Project
from kb.rules.gate import Findings
from kb.site.finished import Held
from kb.site.web import BundleError

log = logging.getLogger("mkdocs.hooks.kb")


class Build:
    """What one build knows: the checked content and the pages made from it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.found: Findings = flow.check(project)
        for problem in self.found.errors:
            log.error(report.line(problem, self.found.spec))
        if self.found.errors:
            raise PluginError(f"内容有{len(self.found.errors)}处错误，没有生成网站；改好以后再来")
        self.begun = flow.begin(project, self.found)
        self.held = Held()
        self.pages = flow.pages(project, self.found, self.held)
        try:
            self.assets = flow.assets(project, self.found)
        except BundleError as fault:
            raise PluginError(str(fault)) from fault


current: list[Build] = []  # one at a time: MkDocs builds again and again under `serve`
serving: list[bool] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether `serve` shows the pages: its server writes a script into them, which no policy allows."""
    serving[:] = [command == "serve"]


def on_pre_build(config: MkDocsConfig) -> None:
    """Check everything and make the pages; what is wrong stops here, before MkDocs empties the site's folder."""
    current[:] = [Build(Project(Path(config.config_file_path).resolve().parent))]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the bundled script and style, and the pages that nobody wrote; MkDocs has emptied the site's folder."""
    current[0].begun.tell(Path(config.site_dir))
    for name, text in current[0].pages.items():
        if name not in files.src_uris:
            files.append(File.generated(config, name, content=text))
    for name, path in current[0].assets.items():
        files.append(File.generated(config, name, abs_src_path=str(path)))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Return the made page in place of its source; None leaves a page as it is written."""
    made = current[0].pages.pop(page.file.src_uri, None)
    return made and current[0].held.gathered(made)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put back the HTML that Markdown was spared.

    Only now, and nothing more is kept of a page: MkDocs has all pages in memory at once.
    """
    page.markdown = page.content = None
    return current[0].held.put_back(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Close the pages; write catalog, skeletons and the other finished files into the site."""
    build = current[0]
    flow.finish(build.project, Path(config.site_dir), build.found, build.begun, seal=serving != [True])
