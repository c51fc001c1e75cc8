"""A folder over http, as a plain host serves it, noting what is asked for."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Host(ThreadingHTTPServer):
    """Knows the files that were asked for since `asked` was last emptied, and what they weigh."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        self.folder = folder
        self.asked: list[str] = []
        self.sizes: dict[str, int] = {}

    @property
    def url(self) -> str:
        """The address of the folder."""
        return f"http://127.0.0.1:{self.server_port}/"

    def weight(self, name: str) -> int:
        """Return the bytes of a file as gzip -6 makes them; servers use that level."""
        if name not in self.sizes:
            path = self.folder / name
            self.sizes[name] = len(gzip.compress(path.read_bytes(), 6)) if path.is_file() else 0
        return self.sizes[name]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes may leave requests behind."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, without a line on the terminal for each; may be kept by the browser."""

    protocol_version = "HTTP/1.1"  # as hosts do: a connection serves many files

    def send_head(self) -> object:  # type: ignore[override]
        """Note the file that is asked for."""
        assert isinstance(self.server, Host)
        self.server.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
        return super().send_head()

    def end_headers(self) -> None:
        """Let the browser keep what it has."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path) -> Iterator[Host]:
    """Serve a folder until the block ends."""
    with Host(folder) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()
