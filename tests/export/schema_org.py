"""The vocabulary of schema.org as TypeScript types, and TypeScript's own compiler to hold them up.

A literal that has a property which its type does not know, or a value of another type, is an error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from py_mini_racer import MiniRacer

from tests.npm import SCHEMA_DTS, SCHEMA_DTS_LIB, TYPESCRIPT

_MODULES = "/node_modules"
_HOST = """
globalThis.compile = (source) => {
  const texts = { ...files, "/main.ts": source };
  const host = {
    getSourceFile: (name, version) =>
      texts[name] && ts.createSourceFile(name, texts[name], version, true),
    getDefaultLibFileName: () => "/lib.d.ts",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\\n",
    fileExists: (name) => name in texts,
    readFile: (name) => texts[name],
    directoryExists: () => true,
    getDirectories: () => [],
  };
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [],
    moduleResolution: ts.ModuleResolutionKind.Node10,
  };
  const program = ts.createProgram(["/main.ts"], options, host);
  return JSON.stringify(ts.getPreEmitDiagnostics(program).map((found) => {
    const line = found.file ? found.file.getLineAndCharacterOfPosition(found.start).line : -1;
    return [line, ts.flattenDiagnosticMessageText(found.messageText, " ")];
  }));
};
"""


class Vocabulary:
    """Checks documents against schema.org; slow to make, so made once."""

    def __init__(self) -> None:
        files = {
            "/lib.d.ts": TYPESCRIPT.fetch("lib/lib.es5.d.ts"),
            f"{_MODULES}/schema-dts/index.d.ts": SCHEMA_DTS.fetch("dist/schema.d.ts"),
            f"{_MODULES}/schema-dts-lib/index.d.ts": SCHEMA_DTS_LIB.fetch("dist/index.d.ts"),
        }
        texts = {name: path.read_text("utf-8") for name, path in files.items()}
        compiler = TYPESCRIPT.fetch("lib/typescript.js").read_text("utf-8")
        self._engine = MiniRacer()
        self._engine.eval("var module = { exports: {} };")
        self._engine.eval(f"{compiler}\nglobalThis.ts = module.exports; 0")
        self._engine.eval(f"globalThis.files = {json.dumps(texts)}; 0")
        self._engine.eval(_HOST)

    def find_wrong(self, documents: Mapping[str, Any]) -> dict[str, str]:
        """Return what is wrong with some documents, by their names.

        Of those that differ in nothing but their texts, one stands for all.
        """
        forms = {json.dumps(_outline(document)): name for name, document in documents.items()}
        lines, names = ['import type * as schema from "schema-dts";'], [""]
        for name in forms.values():
            document = documents[name]
            assert document.keys() == {"@context", "@graph"}, name
            for node in document["@graph"]:
                # Only a type of its own knows what a machine has to put into an action.
                action = node.get("potentialAction", {"@type": "Action"})
                plain = {key: value for key, value in node.items() if key != "potentialAction"}
                for kind, value in (
                    (
                        f"schema.WithContext<schema.{node['@type']}>",
                        {"@context": document["@context"], **plain},
                    ),
                    (f"schema.WithActionConstraints<schema.{action['@type']}>", action),
                ):
                    lines.append(f"const c{len(lines)}: {kind} = {json.dumps(value)};")
                    names.append(name)
        found = json.loads(str(self._engine.eval(f"compile({json.dumps(chr(10).join(lines))})")))
        return {names[line] if line >= 0 else "": message for line, message in found}


def _outline(value: Any, key: str = "") -> Any:
    """Return a value with its texts left out, but for the names of types."""
    if isinstance(value, dict):
        return {name: _outline(item, name) for name, item in value.items()}
    if isinstance(value, list):
        forms = {json.dumps(form): form for form in (_outline(item, key) for item in value)}
        return list(forms.values())
    return "" if isinstance(value, str) and not key.startswith("@") else value
