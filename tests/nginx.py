"""An nginx that serves a built site with the shipped configuration."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.programs import NGINX

CONFIG = Path(__file__).parent.parent / "docs/examples/hosting/nginx.conf"


@contextmanager
def serve(site: Path, folder: Path, prefix: str = "") -> Iterator[str]:
    """Serve a built site with the shipped configuration, and give its address.

    `folder` is an empty one for nginx, `prefix` where the site lies below the root, such as guide/.
    """
    place = folder / "www" / prefix
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(site, target_is_directory=True)
    (folder / "hosting").symlink_to(site / ".hosting", target_is_directory=True)
    # Workers of root give up their rights, and could not read pytest's folders then.
    more = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        ours = {"listen 8080;": f"listen 127.0.0.1:{port};", "/tmp/": f"{folder}/"}  # noqa: S108 - not used
        text = CONFIG.read_text("utf-8")
        for shipped, changed in ours.items():
            assert shipped in text
            text = text.replace(shipped, changed)
        (folder / "nginx.conf").write_text(text, "utf-8")
        command = [NGINX.path, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr", "-g", more]
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log)
        try:
            if _answers(process, port):
                yield f"http://127.0.0.1:{port}/{prefix}"
                return
        finally:
            process.terminate()
            process.wait()
        said = (folder / "log").read_text("utf-8")
        if "Address already in use" not in said:
            raise RuntimeError(said)
    raise RuntimeError("no port was left free for long enough")


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    while process.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.02)
    return False
