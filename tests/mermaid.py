"""Fetch the real Mermaid from the npm registry, once, for the tests; print its path."""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
import urllib.request
from pathlib import Path

VERSION = "12.3.0"
INTEGRITY = (
    "4113TdXeLAsMruJ79OpFL5O8+LTFXhQqZ260rF3tgUmiNAtRm4Uume04I+65PRN6yZ69J4f8rVYWW8zRk65UYw=="
)
KEPT = Path(sys.prefix) / "share" / f"mermaid-{VERSION}.min.js"


def fetch() -> Path:
    """Return the path of Mermaid's script, downloaded and verified if it is not there yet."""
    if not KEPT.is_file():
        url = f"https://registry.npmjs.org/mermaid/-/mermaid-{VERSION}.tgz"
        with urllib.request.urlopen(url, timeout=300) as answer:
            package = answer.read()
        digest = base64.b64encode(hashlib.sha512(package).digest()).decode()
        if digest != INTEGRITY:
            raise SystemExit(f"{url} is not the package that was tested")
        with tarfile.open(fileobj=io.BytesIO(package)) as archive:
            script = archive.extractfile("package/dist/mermaid.min.js")
            assert script is not None
            KEPT.parent.mkdir(parents=True, exist_ok=True)
            KEPT.write_bytes(script.read())
    return KEPT


if __name__ == "__main__":
    print(fetch())
