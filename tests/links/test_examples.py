"""The files that people copy, and the page that shows them: valid, in step, and free of bad links.

`UPDATE_GOLDEN=1` puts the present flowchart into the runbook.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from mkdocs_troubleshooter.cli import main
from mkdocs_troubleshooter.export import INVENTORY, read_inventory
from mkdocs_troubleshooter.links import Directory, Surveyor, read_home
from tests.conftest import ROOT, BuiltSite
from tests.links.guide import SITE
from tests.programs import AMTOOL, PROMTOOL

EXAMPLES = ROOT / "docs/examples/links"
RUNBOOK = EXAMPLES / "runbook.md.txt"
PAGE = (ROOT / "docs/guide/link.md").read_text("utf-8")
BLOCKS = {
    match[2]: match[3]
    for match in re.finditer(r'^(`{3,})\w+ title="(.+)"\n((?s:.*?))^\1$', PAGE, re.MULTILINE)
}


def read(name: str) -> Any:
    # JSON is YAML.
    return yaml.safe_load((EXAMPLES / name).read_text("utf-8"))


def check(real_site: BuiltSite, *paths: object, strict: bool = True) -> Result:
    options = ["--inventory", real_site.folder, "--address", SITE, *["--strict"] * strict]
    return CliRunner().invoke(main, ["links", *map(str, (*options, *paths))])


def test_the_rules_are_valid() -> None:
    done = PROMTOOL.run("check", "rules", EXAMPLES / "prometheus-rules.yaml")
    assert done.returncode == 0, done.stderr
    assert "3 rules found" in done.stdout


def test_the_rules_fire_and_lead_to_the_page_of_what_they_found() -> None:
    done = PROMTOOL.run("test", "rules", Path(__file__).parent / "prometheus-rules-test.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_alertmanager_takes_the_link_to_the_pager() -> None:
    done = AMTOOL.run("check-config", EXAMPLES / "alertmanager.yaml")
    assert done.returncode == 0, done.stderr
    (receiver,) = read("alertmanager.yaml")["receivers"]
    (link,) = receiver["pagerduty_configs"][0]["links"]
    assert link["href"] == "{{ .CommonAnnotations.runbook_url }}"


def test_each_alert_of_prometheus_and_grafana_has_a_runbook() -> None:
    for name in ("prometheus-rules.yaml", "grafana-alert-rules.yaml"):
        for group in read(name)["groups"]:
            for rule in group["rules"]:
                assert rule["annotations"]["runbook_url"].startswith(SITE)


def test_both_ask_for_codes_that_have_a_page(real_site: BuiltSite) -> None:
    inventory = read_inventory(real_site.read(INVENTORY))
    known = {address.rstrip("/") for address in inventory.short}
    for name in ("prometheus-rules.yaml", "grafana-alert-rules.yaml"):
        (pattern,) = re.findall(r'edge_status=~"(.+?)"', (EXAMPLES / name).read_text("utf-8"))
        asked = {str(code) for code in range(1000) if re.fullmatch(pattern, str(code))}
        assert asked == {code for code in known if re.fullmatch(r"5\d\d", code)}


def test_the_dashboard_leads_from_each_line_to_its_status() -> None:
    dashboard = json.loads((EXAMPLES / "grafana-dashboard.json").read_text("utf-8"))
    (panel,) = dashboard["panels"]
    (link,) = panel["fieldConfig"]["defaults"]["links"]
    assert link["url"] == f"{SITE}${{__field.labels.edge_status}}/"
    assert [link["type"] for link in dashboard["links"]] == ["link"]


def test_the_event_has_what_pagerduty_demands() -> None:
    event = json.loads((EXAMPLES / "pagerduty-event.json").read_text("utf-8"))
    assert {"routing_key", "event_action", "payload"} <= event.keys()
    assert {"summary", "source", "severity"} <= event["payload"].keys()
    assert event["payload"]["severity"] in {"critical", "error", "warning", "info"}
    assert all(link.keys() == {"href", "text"} for link in event["links"])


@pytest.mark.parametrize(
    ("name", "schema"),
    [("github-links.yml", "github-workflows"), ("../../../action.yml", "github-actions")],
)
def test_what_github_reads_is_valid(name: str, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run(
        [*command, str(EXAMPLES / name)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_workflow_gives_the_action_inputs_that_it_has() -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    step = read("github-links.yml")["jobs"]["links"]["steps"][-1]
    assert step["with"].keys() <= inputs.keys()
    assert {name for name, value in inputs.items() if value.get("required")} <= step["with"].keys()


def test_pre_commit_knows_the_hook_that_is_configured() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config"]
    path = EXAMPLES / "pre-commit-config.yaml"
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = read("pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]


def test_the_runbook_has_the_flowchart_of_today(real_site: BuiltSite) -> None:
    chart = real_site.read("codes/522/flowchart.mmd").replace("https://example.com/guide/", SITE)
    runbook = RUNBOOK.read_text("utf-8")
    before, fence, after = re.split(r"(```mermaid\n(?s:.*?)\n```\n)", runbook)
    wanted = f"```mermaid\n{chart.rstrip()}\n```\n"
    if os.environ.get("UPDATE_GOLDEN"):
        RUNBOOK.write_text(before + wanted + after, "utf-8")
    else:
        assert fence == wanted


def test_all_links_lead_to_the_real_site_as_it_is(real_site: BuiltSite) -> None:
    done = check(real_site, ROOT / "docs/examples")
    assert done.exit_code == 0, done.output
    assert int(done.output.split(" ", 1)[0]) > 40


def test_the_page_shows_every_file_as_it_is() -> None:
    files = {path.name: path.read_text("utf-8") for path in EXAMPLES.iterdir()}
    assert BLOCKS.keys() == files.keys()
    for name, block in BLOCKS.items():
        # Of a long one only a part, with an ellipsis where something is left out.
        parts = block.split("…\n")
        assert all(part in files[name] for part in parts), name
        assert len(parts) > 1 or block == files[name], name


def test_the_page_s_links_lead_somewhere_but_for_those_that_show_mistakes(
    real_site: BuiltSite,
) -> None:
    inventory = read_inventory(real_site.read(INVENTORY))
    surveyor = Surveyor(Directory(inventory), [read_home(SITE)], strict=True)
    wrong = {problem.message.split(" ", 1)[0] for problem in surveyor.check("page", PAGE)[1]}
    assert wrong == {f"{SITE}causes/edge-ip-blocked/", f"{SITE}522/#cause"}


def test_the_page_shows_what_the_checker_says(
    real_site: BuiltSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = re.findall(r"^```console\n\$ (?:.*)\n((?s:.*?))^```$", PAGE, re.MULTILINE)
    (expected,) = block
    monkeypatch.chdir(tmp_path)
    for path, line, column, link in re.findall(
        r"^(\S+):(\d+):(\d+): (\S+)", expected, re.MULTILINE
    ):
        file = tmp_path / path
        file.parent.mkdir()
        file.write_text("\n" * (int(line) - 1) + " " * (int(column) - 1) + link, "utf-8")
    assert check(real_site, "alerts", "runbooks").output == expected


def test_every_rule_of_the_checker_is_documented() -> None:
    table = (Path(__file__).parent / "verdicts.txt").read_text("utf-8")
    said = set(re.findall(r"^    ([a-z-]+)\*?: ", table, re.MULTILINE)) | {"unread"}
    assert set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE)) == said
