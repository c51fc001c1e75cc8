"""The command `kb`: parses arguments, calls one function for each subcommand, exits 0 / 1 problems / 2 usage."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kb import report
from kb.model import Problem, Severity
from kb.paths import Project, find_project

if TYPE_CHECKING:
    from kb.rules.gate import Findings
    from kb.spec import Spec


class UsageError(Exception):
    """A command that can't be carried out as it was given; the text is a Chinese sentence for the user."""


class Parser(argparse.ArgumentParser):
    """argparse with its messages in Chinese."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Print what is wrong with the arguments and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(report.USAGE, f"{self.prog}：参数不对（{message}）；用 {self.prog} --help 看用法\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all subcommands."""
    top = Parser(prog="kb", description="工会文稿模板库的命令")
    top.add_argument("--root", type=Path, help="模板库所在文件夹（默认从当前文件夹往上找）")
    commands = top.add_subparsers(dest="command", required=True, metavar="命令")
    check = commands.add_parser("check", help="检查 spec/ 和范文，列出全部问题")
    check.add_argument("paths", nargs="*", type=Path, metavar="文件或文件夹")
    check.add_argument("--hints", action="store_true", help="也列出建议：空格太少、长短、标题不齐")
    check.add_argument("--refill", type=int, default=0, metavar="N", help="再用 N 组随机数填一遍，看数字还对不对得上")
    check.add_argument("--publish", action="store_true", help="发布前的检查：个人信息、没审完的草稿、收稿报告一处不留")
    check.set_defaults(run=run_check)
    fill = commands.add_parser("fill", help="用一张数据表填好一份骨架")
    fill.add_argument("skeleton", type=Path, help="从网站下载的骨架（.md 或 .docx）")
    fill.add_argument("--data", type=Path, required=True, help="数据：.yml、.json 或 .csv（名称,值）")
    fill.add_argument("-o", "--output", type=Path, help="写到哪个文件：.md，或按公文版式的 .docx（默认显示在屏幕上）")
    fill.add_argument("--force", action="store_true", help="目标文件已存在时覆盖")
    fill.set_defaults(run=run_fill)
    new = commands.add_parser("new", help="按推荐提纲新建一篇范文")
    new.add_argument("unit", help="单位类型，如 township")
    new.add_argument("--genre", required=True, help="文种，如 annual_summary、plan")
    new.add_argument("--name", help="文件名（小写英文和连字符，不写 .md）")
    new.set_defaults(run=run_new)
    checkup = commands.add_parser("checkup", help="体检：看一份稿子里有哪些上级会挑出来的毛病")
    checkup.add_argument("paths", nargs="+", type=Path, metavar="文件或文件夹", help=".txt、.md、.docx")
    checkup.add_argument("--unit", default="", help="单位类型，如 township（不写就从文中看）")
    checkup.add_argument("--genre", default="", help="文种，如 annual_summary（不写就从文中看）")
    checkup.add_argument("--year", type=int, default=0, help="文稿的年份（不写就从文中看）")
    checkup.add_argument("--json", action="store_true", help="每份稿子一行 JSON")
    checkup.set_defaults(run=run_checkup)
    intake = commands.add_parser("intake", help="把真实的旧稿、网页收成隐去名称的草稿，供人审")
    intake.add_argument("paths", nargs="+", metavar="文件", help=".txt、.md、.html、.docx；- 是标准输入")
    intake.add_argument("--out", type=Path, required=True, metavar="文件夹", help="草稿和报告写到哪里（空文件夹）")
    intake.add_argument("--jobs", type=int, default=1, metavar="N", help="同时处理几个文件（默认1）")
    intake.add_argument("--simplify", action="store_true", help="繁体转成简体")
    intake.set_defaults(run=run_intake)
    stage = commands.add_parser("stage", help="把全部页面和 mkdocs.yml 写到一个文件夹，交给没有钩子的站点生成器")
    stage.add_argument("folder", type=Path, help="空文件夹")
    stage.set_defaults(run=run_stage)
    finish = commands.add_parser("finish", help="把目录、骨架等成品写进生成好的站点")
    finish.add_argument("site", type=Path, help="站点文件夹")
    finish.set_defaults(run=run_finish)
    bundle = commands.add_parser("bundle", help="把生成好的站点打成一个压缩包，旁边写上 SHA-256")
    bundle.add_argument("site", type=Path, help="站点文件夹")
    bundle.add_argument("--out", type=Path, default=Path("dist"), metavar="文件夹", help="写到哪里（默认 dist）")
    bundle.set_defaults(run=run_bundle)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; `argv` without the program's name. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except UsageError as fault:
        print(f"kb：{fault}", file=sys.stderr)
        return report.USAGE
    except OSError as fault:
        print(f"kb：读写 {fault.filename} 时出错：{fault.strerror}", file=sys.stderr)
        return report.PROBLEMS


def project(arguments: argparse.Namespace) -> Project:
    """Return the project that --root names or the current folder lies in. Raises UsageError when there is none."""
    start = arguments.root or Path.cwd()
    found = find_project(start)
    if found is None:
        raise UsageError(
            f"在 {start} 和它的上级文件夹里找不到模板库（要有 spec/ 和 mkdocs.yml）；请到模板库里运行，或用 --root 指明"
        )
    return found


def home_of_spec(arguments: argparse.Namespace) -> Project:
    """Return the project whose spec/ counts; outside of any it is this program's own. UsageError without one."""
    found = find_project(arguments.root or Path.cwd()) or find_project(Path(__file__))
    if found is None:
        raise UsageError("找不到模板库的 spec/；请到模板库里运行，或用 --root 指明")
    return found


def run_check(arguments: argparse.Namespace) -> int:
    """Print every problem of spec/ and the content."""
    from kb.rules import gate  # here and below: a command loads only what it needs

    for path in arguments.paths:
        if not path.exists():
            raise UsageError(f"没有 {path}")
    here = project(arguments)
    found = gate.check(here, arguments.paths, arguments.refill)
    if arguments.publish:
        found = gate.for_publishing(here, found)
    shown = [p for p in found.problems if arguments.hints or gate.severity(p, found.spec) is not Severity.HINT]
    for problem in shown:
        print(report.line(problem, found.spec))
    print(report.summary(shown, found.spec, found.files_read))
    return report.exit_code(len(found.errors))


def run_fill(arguments: argparse.Namespace) -> int:
    """Fill a skeleton; say what is still blank and which figures contradict each other."""
    from kb import fill

    for path in (arguments.skeleton, arguments.data):
        if not path.is_file():
            raise UsageError(f"没有文件 {path}")
    refuse_overwriting(arguments)
    home = home_of_spec(arguments)
    try:
        filled = fill.run(arguments.skeleton, arguments.data, home, arguments.output)
    except fill.FillError as fault:
        print("\n".join(fault.lines), file=sys.stderr)
        print("没有写出任何文件。", file=sys.stderr)
        return report.PROBLEMS
    if filled.word:
        arguments.output.write_bytes(filled.word)
    elif arguments.output:
        arguments.output.write_text(filled.text, encoding="utf-8", newline="\n")
    else:
        print(filled.text, end="")
    print(filled.account(arguments.output), file=sys.stderr)
    return report.PROBLEMS if filled.contradictions else report.OK


def run_checkup(arguments: argparse.Namespace) -> int:
    """Print what a superior would object to in drafts; 1 when something must be changed or a file can't be read."""
    from kb.checkup import checkup, command
    from kb.checkup.read import Unreadable, read
    from kb.spec import load

    if missing := [str(path) for path in arguments.paths if not path.exists()]:
        raise UsageError(f"没有 {'、'.join(missing)}")
    home = home_of_spec(arguments)
    spec, faults = load(home.spec)
    if not spec.is_complete:
        return refused(spec, faults)
    for name, known in ((arguments.unit, spec.units), (arguments.genre, spec.genres)):
        if name and name not in known:
            raise UsageError(f"没有“{name}”；可用的是：{'、'.join(known)}")
    if arguments.year and not 1949 <= arguments.year <= 2100:
        raise UsageError(f"年份“{arguments.year}”不对，应当像 2026")
    worst = report.OK
    for path in command.drafts(arguments.paths):
        try:
            text = read(path)
        except Unreadable as fault:
            print(f"{path}：{fault}", file=sys.stderr)
            worst = report.PROBLEMS
            continue
        found = checkup(text, spec.checkup, arguments.unit, arguments.genre, arguments.year)
        lines = [command.as_json(path, found)] if arguments.json else command.as_text(path, text, found, spec)
        print("\n".join(lines))
        if any(f.severity == "must" for f in found.findings):
            worst = report.PROBLEMS
    return worst


def run_intake(arguments: argparse.Namespace) -> int:
    """Write drafts and reports of raw documents; 1 when a file gave none."""
    from kb.intake import command
    from kb.spec import load

    home = home_of_spec(arguments)
    if arguments.jobs < 1:
        raise UsageError(f"--jobs 写的是 {arguments.jobs}，应为1以上的整数")
    if arguments.out.exists() and (not arguments.out.is_dir() or any(arguments.out.iterdir())):
        print(f"{arguments.out} 里已有文件，没有改动；请给一个空文件夹", file=sys.stderr)
        return report.PROBLEMS
    spec, bad = load(home.spec)
    if not spec.is_complete:
        return refused(spec, bad)
    taken = command.run(arguments.paths, arguments.out, home, spec, arguments.jobs, arguments.simplify)
    print("\n".join(command.account(taken, arguments.out)))
    faults = [t for t in taken if t.fault]
    for one in faults:
        print(f"{one.path}：{one.fault}", file=sys.stderr)
    return report.PROBLEMS if faults else report.OK


def refused(spec: Spec, faults: Sequence[Problem]) -> int:
    """Say why nothing can be done with this spec/."""
    print("\n".join(report.line(fault, spec) for fault in faults), file=sys.stderr)
    print("spec/ 不全或用不了，什么也没有做；改好以后再来。", file=sys.stderr)
    return report.PROBLEMS


def refuse_overwriting(arguments: argparse.Namespace) -> None:
    """Raise UsageError when the output file exists and --force is not given, or its folder does not."""
    output = arguments.output
    if output and output.exists() and not arguments.force:
        raise UsageError(f"{output} 已经存在，没有改动它；换一个文件名，或加 --force 覆盖")
    if output and not output.resolve().parent.is_dir():
        raise UsageError(f"没有文件夹 {output.parent}；先建好它")


def refuse_unbuilt(site: Path) -> None:
    """Raise UsageError when a folder is no built site."""
    if not (site / "index.html").is_file():
        raise UsageError(f"{site} 不是生成好的站点（没有 index.html）")


def run_new(arguments: argparse.Namespace) -> int:
    """Write a new sample file."""
    from kb import new
    from kb.rules.front_matter import SLUG
    from kb.spec import load

    here = project(arguments)
    spec, _ = load(here.spec)
    genres = [g for g in spec.genres.values() if g.heading]
    unit = spec.units.get(arguments.unit)
    genre = next((g for g in genres if g.key == arguments.genre), None)
    if unit is None:
        raise UsageError(f"没有单位类型“{arguments.unit}”；可用的是：{'、'.join(spec.units)}")
    if genre is None:
        raise UsageError(f"没有文种“{arguments.genre}”；可用的是：{'、'.join(g.key for g in genres)}")
    if arguments.name and not SLUG.fullmatch(arguments.name):
        raise UsageError(f"文件名“{arguments.name}”应为小写英文单词、数字和连字符，如 wage-bargaining-annual")
    folder = here.docs / unit.key
    path = folder / (f"{arguments.name}.md" if arguments.name else new.file_name(genre, folder))
    if path.exists():
        raise UsageError(f"{here.relative(path)} 已经存在，没有改动它；换一个 --name")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(new.template(unit, genre, spec, datetime.date.today().isoformat()), encoding="utf-8", newline="\n")
    print(f"写好了 {here.relative(path)}：把（写：……）换成正文，改好 title 和 for，再运行 kb check")
    return report.OK


def checked(here: Project, publish: bool = False) -> Findings | None:
    """Return the checked content; None, with every problem on standard error, when it has errors.

    With `publish` also what must not be handed out is an error.
    """
    from kb import flow
    from kb.rules import gate

    found = flow.check(here)
    if publish:
        found = gate.for_publishing(here, found)
    for problem in found.errors:
        print(report.line(problem, found.spec), file=sys.stderr)
    if found.errors:
        print(f"内容有{len(found.errors)}处错误，改好以后再生成。", file=sys.stderr)
    return None if found.errors else found


def run_stage(arguments: argparse.Namespace) -> int:
    """Write a project with every page, the generated ones too, into a folder."""
    from kb import flow
    from kb.site import stage
    from kb.site.web import BundleError

    here = project(arguments)
    if arguments.folder.resolve().is_relative_to(here.docs):
        raise UsageError(f"{arguments.folder} 在 docs/ 里面；请给一个别处的空文件夹")
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        raise UsageError(f"{arguments.folder} 里已有文件，没有改动；请给一个空文件夹")
    found = checked(here)
    if found is None:
        return report.PROBLEMS
    try:
        assets = flow.assets(here, found)
    except BundleError as fault:
        print(f"kb：{fault}", file=sys.stderr)
        return report.PROBLEMS
    number = stage.write(here, arguments.folder, flow.pages(here, found), assets)
    print(f"写好了 {arguments.folder}：{number}个文件。在那里生成网站，再运行 kb finish {arguments.folder / 'site'}")
    return report.OK


def run_bundle(arguments: argparse.Namespace) -> int:
    """Write the bundle of a built site; 1 when something in it must not be handed out."""
    from kb import bundle, flow

    refuse_unbuilt(arguments.site)
    here = project(arguments)
    found = checked(here, publish=True)
    if found is None:
        return report.PROBLEMS
    try:
        made = bundle.write(here, arguments.site, arguments.out, flow.pages(here, found))
    except bundle.Refused as fault:
        print(fault, file=sys.stderr)
        return report.PROBLEMS
    size = f"{made.path.stat().st_size / 1_000_000:.1f} MB"
    print(f"写好了 {made.path}：{made.number}个文件，{size}，{made.version.label}\nSHA-256 {made.sha256}")
    return report.OK


def run_finish(arguments: argparse.Namespace) -> int:
    """Write the finished files into a built site."""
    from kb import flow

    refuse_unbuilt(arguments.site)
    here = project(arguments)
    found = checked(here)
    if found is None:
        return report.PROBLEMS
    number = flow.finish(here, arguments.site, found)
    print(f"写进 {arguments.site}：{number}个文件")
    return report.OK
