"""LibreOffice without a window: .docx -> PDF, .docx -> .docx, in batches and with a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

PACKAGES = ("libreoffice-writer-nogui", "fonts-noto-cjk")
BATCH = 20
LONGEST = 600  # seconds that one batch may take
# As form fields the blanks would not be text of the page.
FILTERS = {"pdf": 'pdf:writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"false"}}', "docx": "docx"}


class NoOffice(Exception):
    """LibreOffice is missing or does not work; the text is a Chinese sentence for the user."""


def program() -> str:
    """Return LibreOffice, installed first where it is missing and we may. Raises NoOffice."""
    if not shutil.which("soffice"):
        install()
    found = shutil.which("soffice")
    if not found:
        raise NoOffice(f"没有 LibreOffice；请先安装：sudo apt-get install {' '.join(PACKAGES)}")
    return found


def install() -> None:
    """Install LibreOffice by apt-get; without it, or without the right to, nothing happens."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    print(f"没有 LibreOffice，正在安装 {'、'.join(PACKAGES)}（约几分钟）……", flush=True)
    for arguments in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", *arguments], stdout=subprocess.DEVNULL, check=False)


def convert(files: Sequence[Path], kind: str, folder: Path) -> Iterator[int]:
    """Write each file as `kind` into a folder, by its number (0.pdf, 1.pdf …); yields how many are done.

    Raises NoOffice when a file does not come out.
    """
    soffice = program()
    given = folder / f"given-{kind}"
    given.mkdir(parents=True)
    copies = [given / f"{number}.docx" for number in range(len(files))]
    for file, copy in zip(files, copies, strict=True):
        shutil.copyfile(file, copy)
    done = 0
    for batch in (copies[at : at + BATCH] for at in range(0, len(copies), BATCH)):
        run(soffice, batch, kind, folder)
        done += len(batch)
        yield done


def run(soffice: str, batch: Sequence[Path], kind: str, folder: Path) -> None:
    """Convert one batch, with patience for others on this machine. Raises NoOffice."""
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", FILTERS[kind], "--outdir", str(folder), *map(str, batch)]
    nice = ["nice"] if shutil.which("nice") else []
    done = subprocess.run([*nice, *command], capture_output=True, text=True, timeout=LONGEST, check=False)
    missing = [copy.name for copy in batch if not (folder / f"{copy.stem}.{kind}").is_file()]
    if missing:
        raise NoOffice(f"LibreOffice 没有转出 {'、'.join(missing)}：{done.stderr.strip()[-300:]}")
