"""The nginx of the tests: one on PATH, else Debian's, unpacked and not installed, so that no service starts here."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromium import succeeds
from conftest import ROOT

UNPACKED = ROOT / ".cache" / "nginx"
# Debian has the program in the first, older Ubuntu in the second; the last has the table of content types.
PACKAGES = ("nginx", "nginx-core", "nginx-common")
TYPES = "etc/nginx/mime.types"
AROUND = """daemon off;
{user}
worker_processes 1;
pid {work}/pid;
error_log {work}/error.log;
events {{ }}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    {folders}
    include {work}/site.conf;
}}
"""
KEPT = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class NoServer(Exception):
    """No nginx and no way to get one; the text says what was tried."""


def find() -> tuple[str, Path] | None:
    """Return the program and its table of content types, None when there is none yet."""
    installed = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    for program, root in ((installed, Path("/")), (str(UNPACKED / "usr/sbin/nginx"), UNPACKED)):
        if program and Path(program).is_file() and (root / TYPES).is_file():
            return program, root / TYPES
    return None


def unpack() -> None:
    """Fetch Debian's packages and unpack them in .cache; needs no rights but for a first list of packages."""
    UNPACKED.mkdir(parents=True, exist_ok=True)
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not all([download(name) for name in PACKAGES]) and succeeds([*sudo, "apt-get", "update", "-qq"]):
        [download(name) for name in PACKAGES]
    for package in UNPACKED.glob("*.deb"):
        succeeds(["dpkg", "-x", str(package), str(UNPACKED)])


def download(name: str) -> bool:
    """Fetch a package; whether that could be done. A system need not have all of them."""
    command = ["apt-get", "download", "-qq", name]
    try:
        return subprocess.run(command, cwd=UNPACKED, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def find_or_unpack() -> tuple[str, Path]:
    """Return the program and its table of content types. Raises NoServer."""
    if found := find():
        return found
    unpack()
    if found := find():
        return found
    raise NoServer(f"托管的测试要用 nginx：PATH 和 /usr/sbin 里没有，apt-get download {' '.join(PACKAGES)} 也没有取到")


@contextmanager
def running(config: str, port: int, work: Path) -> Iterator[None]:
    """Serve with a configuration of the http block, which listens on `port` of this computer."""
    program, types = find_or_unpack()
    folders = " ".join(f"{name}_temp_path {work}/{name};" for name in KEPT)
    user = "user root;" if os.geteuid() == 0 else ""
    (work / "site.conf").write_text(config, encoding="utf-8")
    around = AROUND.format(user=user, work=work, types=types, folders=folders)
    (work / "nginx.conf").write_text(around, encoding="utf-8")
    server = subprocess.Popen([program, "-p", work, "-c", work / "nginx.conf", "-e", work / "error.log"])
    try:
        wait_for(port, server, work / "error.log")
        yield
    finally:
        server.terminate()
        server.wait(10)


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when somebody listens on a port."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise NoServer(log.read_text(encoding="utf-8") if log.is_file() else "nginx 没有开起来")


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
