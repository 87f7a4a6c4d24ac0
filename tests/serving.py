"""A folder behind a small HTTP server on loopback, with the headers that a built site asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        # So that whatever is tested in a browser is tested under the site's own policy.
        headers = Path(self.directory, ".hosting/headers.txt")
        if headers.is_file():
            for line in headers.read_text("utf-8").splitlines():
                self.send_header(*line.split(": ", 1))
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
