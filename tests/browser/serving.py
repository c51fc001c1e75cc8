"""A built site over http."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from browser.driver import Site

# A name that no browser trusts as it trusts 127.0.0.1: the site as an intranet has it, over plain http.
INTRANET = "kb.intranet.test"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files as a web host does, to be kept for a while; without a line on the terminal for each."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A browser that closes may leave requests behind; that is no fault."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[Site]:
    """Serve a built site as a host of many projects does: under the name of its folder."""
    with Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"{server.server_port}/{folder.name}/"
        yield Site(folder, f"http://127.0.0.1:{place}", f"http://{INTRANET}:{place}")
        server.shutdown()
