"""Fetch single files from packages of the npm registry, once, for the tests; print their paths."""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
import urllib.request
from pathlib import Path
from typing import NamedTuple


class Package(NamedTuple):
    """A package as it was tested."""

    name: str
    version: str
    integrity: str
    """The SHA-512 of its archive."""

    def fetch(self, member: str) -> Path:
        """Return the path of one of its files, downloaded and verified if it is not there yet."""
        kept = Path(sys.prefix) / "share" / f"{self.name}-{self.version}" / Path(member).name
        if not kept.is_file():
            with tarfile.open(fileobj=io.BytesIO(self._download())) as archive:
                file = archive.extractfile(f"package/{member}")
                assert file is not None, member
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(file.read())
        return kept

    def _download(self) -> bytes:
        url = f"https://registry.npmjs.org/{self.name}/-/{self.name}-{self.version}.tgz"
        with urllib.request.urlopen(url, timeout=300) as answer:
            package: bytes = answer.read()
        digest = base64.b64encode(hashlib.sha512(package).digest()).decode()
        if digest != self.integrity:
            raise SystemExit(f"{url} is not the package that was tested")
        return package


MERMAID = Package(
    "mermaid",
    "12.3.0",
    "4113TdXeLAsMruJ79OpFL5O8+LTFXhQqZ260rF3tgUmiNAtRm4Uume04I+65PRN6yZ69J4f8rVYWW8zRk65UYw==",
)
TYPESCRIPT = Package(
    "typescript",
    "5.9.3",
    "jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw==",
)
SCHEMA_DTS = Package(
    "schema-dts",
    "2.1.0",
    "Y/NvOvuJUZwrm+EmNqJF3M+bRufERJs1h5GJPLilUuK5D5b53ttU+XZgIjEFaAVRToh+ib+cQawFmxKC5Jt9ow==",
)
SCHEMA_DTS_LIB = Package(
    "schema-dts-lib",
    "1.1.0",
    "Nx00FDPHDimSENMznVpADeYUJDsqlMiO9wcs2S+giggNTm5+ruNkM4m9z9qCk6xUJT+ThDM3NxxpwfHfFk1G+Q==",
)
SITEMAP = Package(
    "sitemap",
    "9.0.1",
    "S6hzjGJSG3d6if0YoF5kTyeRJvia6FSTBroE5fQ0bu1QNxyJqhhinfUsXi9fH3MgtXODWvwo2BDyQSnhPQ88uQ==",
)
FILES = (
    (MERMAID, "dist/mermaid.min.js"),
    (TYPESCRIPT, "lib/typescript.js"),
    (TYPESCRIPT, "lib/lib.es5.d.ts"),
    (SCHEMA_DTS, "dist/schema.d.ts"),
    (SCHEMA_DTS_LIB, "dist/index.d.ts"),
    (SITEMAP, "schema/sitemap.xsd"),
)

if __name__ == "__main__":
    for package, member in FILES:
        print(package.fetch(member))
