"""The browser of the tests: $KB_CHROMIUM, else one on PATH, else installed. As a script: installs and prints it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])


class NoBrowser(Exception):
    """No browser and no way to get one; the text says what was tried."""


def find() -> str | None:
    """Return the program of the tests' browser, None when there is none yet."""
    if named := os.environ.get("KB_CHROMIUM"):
        return shutil.which(named)
    return next((found for name in ON_PATH if (found := shutil.which(name))), None) or bundled()


def bundled() -> str | None:
    """Return the browser that Playwright has installed for itself, if it has."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = playwright.chromium.executable_path
    return program if Path(program).is_file() else None


def install(tried: list[str]) -> str | None:
    """Try every way of installing a browser; adds each to `tried`."""
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get"):
        tried.append(" ".join([*sudo, *APT[1]]))
        if all(succeeds([*sudo, *command]) for command in APT) and (found := find()):
            return found
    playwright = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    tried.append("playwright install --with-deps chromium")
    return find() if succeeds(playwright) else None


def succeeds(command: list[str]) -> bool:
    """Run a command, its output on standard error; whether it could be run and exited with 0."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0
    except OSError:
        return False


def find_or_install() -> str:
    """Return the program of the tests' browser, installed if need be. Raises NoBrowser."""
    if found := find():
        return found
    tried = [f"KB_CHROMIUM={os.environ.get('KB_CHROMIUM', '')}", *ON_PATH]
    if not os.environ.get("KB_CHROMIUM"):
        print("没有找到 Chromium，正在安装……", file=sys.stderr, flush=True)
        if found := install(tried):
            return found
    raise NoBrowser(f"浏览器测试要用 Chromium，试过这些都不行：{'；'.join(tried)}")


if __name__ == "__main__":
    try:
        print(f"浏览器：{find_or_install()}")
    except NoBrowser as fault:
        # The browser tests themselves fail with this; the others still run.
        print(fault, file=sys.stderr)
