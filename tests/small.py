"""A knowledge base of the smallest size that has everything, as data to vary in tests."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

DAY = "2026-01-31"

_BASE: dict[str, Any] = {
    "name": "Small",
    "summary": "Errors of a small system.",
    "providers": [
        {"id": "maker", "name": "The Maker", "short": "Maker"},
        {"id": "seller", "name": "The Seller", "short": "Seller"},
    ],
    "roles": [{"id": "anyone", "label": "Anyone"}, {"id": "owner", "label": "The owner"}],
    "likelihoods": [
        {"id": "common", "label": "Common", "weight": 6},
        {"id": "rare", "label": "Rare", "weight": 1},
    ],
    "actors": [
        {"id": "client", "label": "Client", "text": "Asks"},
        {"id": "server", "label": "Server", "text": "Answers", "sends": True},
    ],
    "phases": [
        {"id": "connect", "label": "Connect", "text": "Opens.", "at": ["client", "server"]},
        {"id": "work", "label": "Work", "text": "Works.", "at": "server"},
    ],
    "placeholders": [
        {"id": "host", "label": "Host", "example": "www.example.com", "accepts": "[a-z.]+"}
    ],
    "terms": [{"id": "mode", "names": {"maker": "Plain", "seller": "Simple"}}],
    "evidence": [{"id": "log", "label": "A log"}],
    "risks": [
        {"id": "none", "label": "No risk", "tone": "none", "undo": False},
        {"id": "opens", "label": "Opens a door", "tone": "danger"},
    ],
    "visitor": {"heading": "Not yours?", "text": "Not your fault. Tell the owner {code}."},
    "support_intro": "Collect first.",
}

_FILES: dict[str, Any] = {
    "kb/base.yaml": _BASE,
    "kb/codes/10.yaml": {
        "id": "10",
        "title": "No answer",
        "aliases": ["silence"],
        "signatures": ["^lamp: off$"],
        "phases": ["connect"],
        "summary": "Nobody answers within {fact:wait}.",
        "emitter": {"who": "server", "tell": [{"text": "It says so.", "says": "server"}]},
        "causes": [
            {"cause": "unplugged", "likelihood": "common", "note": "Seen most."},
            {"cause": "asleep", "likelihood": "rare"},
        ],
        "workarounds": ["open-door"],
        "facts": ["wait"],
        "support": [{"item": "logs"}],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/causes/unplugged.yaml": {
        "id": "unplugged",
        "title": "The plug is out",
        "at": "server",
        "summary": "No power, see {check:look}.",
        "symptoms": ["it is dark"],
        "signs": ["The lamp is off."],
        "expects": {"look": "dark"},
        "resolutions": ["plug-in"],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/causes/asleep.yaml": {
        "id": "asleep",
        "title": "It sleeps",
        "at": "server",
        "summary": "It waits for a knock.",
        "signs": ["The lamp is on."],
        "expects": {"look": "lit"},
        "resolutions": ["plug-in"],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/checks/look.yaml": {
        "id": "look",
        "title": "Look at the lamp",
        "question": "Is the lamp on?",
        "summary": "The lamp shows power.",
        "minutes": 1,
        "who": "anyone",
        "where": "At the server",
        "steps": [{"text": "Look.", "run": "ping {host}"}],
        "outcomes": [
            {
                "id": "dark",
                "label": "No",
                "means": "No power.",
                "patterns": ["^lamp: off$"],
                "example": "lamp: off",
            },
            {"id": "lit", "label": "Yes", "means": "Power.", "example": "lamp: on"},
        ],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/resolutions/plug-in.yaml": {
        "id": "plug-in",
        "title": "Put the plug in",
        "summary": "Gives power.",
        "who": "owner",
        "risk": {"level": "none", "text": "None."},
        "steps": ["Put it in."],
        "proof": ["The lamp is on."],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/resolutions/open-door.yaml": {
        "id": "open-door",
        "title": "Leave the door open",
        "summary": "Lets people in.",
        "who": "owner",
        "temporary": True,
        "risk": {"level": "opens", "text": "Anybody can walk in."},
        "steps": ["Open it."],
        "proof": ["It is open."],
        "undo": ["Close it."],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/support/logs.yaml": {
        "id": "logs",
        "title": "The log",
        "why": "It tells.",
        "collect": ["Copy it."],
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/facts/wait.yaml": {
        "id": "wait",
        "title": "Wait",
        "topic": "Timers",
        "text": "How long one waits.",
        "unit": "s",
        "values": [
            {"provider": "maker", "value": 15, "source": "manual", "checked": DAY},
            {"provider": "seller", "value": 19, "source": "manual", "checked": DAY},
        ],
    },
    "kb/sources/manual.yaml": {
        "id": "manual",
        "title": "The manual",
        "publisher": "Maker",
        "kind": "documentation",
        "document": "Chapter one",
        "version": "1.0",
        "url": "https://example.com/manual",
    },
    "kb/cases/10-dark.yaml": {
        "id": "10-dark",
        "title": "A dark room",
        "code": "10",
        "emitted_by": "server",
        "causes": ["unplugged"],
        "evidence": [{"kind": "log", "text": "lamp: off"}],
        "description": "It is dark.",
        "story": "The plug was out.",
        "answers": {"look": "dark"},
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/signs/lamp-line.yaml": {
        "id": "lamp-line",
        "title": "The line of the lamp",
        "order": 10,
        "summary": "Only the server writes it.",
        "says": "server",
        "reads": "lamp",
        "supplies": ["logs"],
        "where": "A log",
        "patterns": ["^lamp: (on|off)"],
        "example": "lamp: on",
        "sources": ["manual"],
        "checked": DAY,
    },
    "kb/guides/start.yaml": {
        "id": "start",
        "title": "No code?",
        "summary": "From what is seen to a code.",
        "start": "Something is wrong",
        "steps": [
            {
                "id": "light",
                "question": "Is it dark?",
                "hint": "Look at the lamp",
                "answers": [
                    {"label": "Yes", "see": ["code:10"]},
                    {"label": "No", "next": "sound"},
                ],
            },
            {
                "id": "sound",
                "question": "Is it silent?",
                "answers": [
                    {"label": "Yes", "say": "It sleeps", "see": ["code:10", "cause:asleep"]},
                    {"label": "No", "say": "All is well"},
                ],
            },
        ],
        "sources": ["manual"],
        "checked": DAY,
    },
    "mkdocs.yml": {
        "site_name": "Small",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", "troubleshooter"],
        "markdown_extensions": ["admonition", "attr_list", "tables", "pymdownx.superfences"],
    },
    "docs/index.md": """\
# Small

<!-- troubleshooter: lookup -->

<!-- troubleshooter: path -->
""",
}


def files() -> dict[str, Any]:
    """Return a fresh copy of all files."""
    return deepcopy(_FILES)


def kb_files() -> dict[str, Any]:
    """Return a fresh copy of the knowledge base, without a site around it."""
    return {name: content for name, content in files().items() if name.startswith("kb/")}
