"""Find an nginx for the hosting tests, or get one; print its path.

Looked for in this order: $NGINX, the system's programs, the one that was unpacked before. If there
is none, the package of the system is downloaded and unpacked. It is not installed, so no server
starts with it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CONFIG = Path(__file__).parent.parent / "docs/examples/hosting/nginx.conf"
KEPT = Path(sys.prefix) / "share" / "nginx"
PROGRAM = Path("usr/sbin/nginx")


def find() -> str | None:
    """Return the path of an nginx that starts."""
    for path in _candidates():
        if path and Path(path).is_file() and _starts(path):
            return path
    return None


def fetch() -> None:
    """Unpack the system's package, whatever it is called there, and keep the program."""
    apt = "apt-get -qq"
    root = "" if os.geteuid() == 0 else "sudo --non-interactive "
    for before in ("", f"{root}{apt} update && "):
        for package in ("nginx", "nginx-light", "nginx-core"):
            way = f"{before}{apt} download {package} && dpkg-deb -x *.deb ."
            print("nginx:", way, file=sys.stderr)
            with tempfile.TemporaryDirectory() as folder:
                subprocess.run(["sh", "-c", way], cwd=folder, stdout=sys.stderr, check=False)
                if _starts(str(Path(folder, PROGRAM))):
                    KEPT.mkdir(parents=True, exist_ok=True)
                    shutil.copy(Path(folder, PROGRAM), KEPT / PROGRAM.name)
                    return


@contextmanager
def serve(site: Path, folder: Path, prefix: str = "") -> Iterator[str]:
    """Serve a built site with the shipped configuration, and give its address.

    `folder` is an empty one for nginx, `prefix` where the site lies below the root, such as guide/.
    """
    program = os.environ.get("NGINX") or find()
    if program is None:
        raise LookupError("no nginx: run `make test`, which finds or fetches one")
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
        command = [program, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr", "-g", more]
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


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("NGINX")
    yield shutil.which("nginx")
    yield "/usr/sbin/nginx"
    yield str(KEPT / PROGRAM.name)


def _starts(path: str) -> bool:
    try:
        done = subprocess.run([path, "-v"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    if find() is None:
        fetch()
    found = find()
    if found is None:
        sys.exit("No nginx found or fetched: install one, or name it in NGINX.")
    print(found)
