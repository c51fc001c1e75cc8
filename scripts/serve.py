"""`make serve`: MkDocs' own server with live reload, on a port that is free, opened in the browser."""

import os
import socket
import sys

FIRST, LAST = 8000, 8020


def is_free(port: int) -> bool:
    """Whether nothing on this machine listens on `port`."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def main(wanted: str) -> int:
    """Serve on the wanted port, or on the first free one; does not return while serving."""
    ports = [int(wanted)] if wanted.isdecimal() else list(range(FIRST, LAST))
    port = next((p for p in ports if is_free(p)), None)
    if port is None:
        print(f"端口 {ports[0]} 已被占用；用 make serve PORT=9000 换一个", file=sys.stderr)
        return 1
    print(f"网站马上在 http://localhost:{port}/ 打开；按 Ctrl+C 停止", flush=True)
    os.execvp("mkdocs", ["mkdocs", "serve", "--open", "--dev-addr", f"localhost:{port}"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
