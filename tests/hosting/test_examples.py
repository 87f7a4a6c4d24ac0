"""The container image and the workflow that readers copy, run as far as that goes here."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from dockerfile_parse import DockerfileParser

from tests import nginx, small
from tests.conftest import ROOT, write_tree
from tests.programs import NGINX

EXAMPLES = ROOT / "docs/examples/hosting"
WORKFLOW = EXAMPLES / "github-pages.yml"
PINNED = re.compile(r"[\w./-]+:\d+\.\d+\.\d+[\w.-]*( AS \w+)?")
CONFIG = """\
site_name: Small
site_url: !ENV [SITE_URL, ""]
theme: {name: material, font: false}
plugins:
  - search
  - troubleshooter: {csp: !ENV [CSP, header]}
"""


@pytest.fixture(scope="module")
def container() -> list[dict[str, str]]:
    """Return the instructions of the container file, comments left out."""
    text = (EXAMPLES / "nginx.Containerfile").read_bytes()
    steps: list[dict[str, str]] = DockerfileParser(fileobj=io.BytesIO(text)).structure
    return [step for step in steps if step["instruction"] != "COMMENT"]


def values(container: list[dict[str, str]], instruction: str) -> list[str]:
    return [step["value"] for step in container if step["instruction"] == instruction]


def make_repository(root: Path) -> dict[str, str]:
    """Write a small site and commit it; return an environment in which commands find ours."""
    write_tree(root, {**small.files(), "mkdocs.yml": CONFIG, ".gitignore": "site/\n"})
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    who = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **who, "PATH": path, "GIT_COMMITTER_DATE": "2027-03-04T05:06:07Z"}
    for command in ("init -q", "add .", "commit -q -m x"):
        subprocess.run(["git", *command.split()], cwd=root, env=environment, check=True)
    return environment


def test_the_image_is_made_of_named_versions_and_of_files_that_are_there(
    container: list[dict[str, str]],
) -> None:
    assert {step["instruction"] for step in container} == {
        *("FROM", "ARG", "WORKDIR", "COPY", "RUN", "EXPOSE", "CMD")
    }
    images = values(container, "FROM")
    assert len(images) == 2
    assert [image for image in images if not PINNED.fullmatch(image)] == []
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)
    known = tracked.stdout.decode().splitlines()
    for value in values(container, "COPY"):
        sources = value.split()[:-1]
        if sources[0].startswith("--from=build"):
            assert sources[1:] == ["/srv"]
            continue
        for source in sources:
            assert any(file == source or file.startswith(f"{source}/") for file in known), source


def test_the_image_serves_with_the_tested_configuration_and_without_root(
    container: list[dict[str, str]], tmp_path: Path
) -> None:
    assert values(container, "COPY")[-1] == f"{nginx.CONFIG.relative_to(ROOT)} /srv/nginx.conf"
    assert "unprivileged" in values(container, "FROM")[-1]
    # What the build stage leaves in /srv, and nginx as the image starts it there.
    environment = make_repository(tmp_path / "src")
    environment |= {"SITE_URL": "https://example.com/guide/", "SOURCE_DATE_EPOCH": "1800000000"}
    srv = tmp_path / "srv"
    build = values(container, "RUN")[-1].replace("/srv", str(srv)).replace("--strict", "")
    subprocess.run(["sh", "-c", build], cwd=tmp_path / "src", env=environment, check=True)
    assert (srv / "www/guide/codes/10/index.html").is_file()
    assert list((srv / "www").rglob(".*")) == []
    assert '"/guide/10" "/guide/codes/10/";' in (srv / "hosting/nginx/redirects.map").read_text()
    shutil.copy(nginx.CONFIG, srv / "nginx.conf")
    command = json.loads(values(container, "CMD")[0].replace("/srv", str(srv)))
    command[0] = NGINX.path
    done = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert "test is successful" in done.stderr


@pytest.fixture(scope="module")
def workflow() -> dict[Any, Any]:
    """Return the workflow that publishes on GitHub Pages."""
    read: dict[Any, Any] = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    return read


def test_the_workflow_is_one_that_github_accepts() -> None:
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_workflow_pins_what_it_uses_and_may_do_no_more_than_it_needs(
    workflow: dict[Any, Any],
) -> None:
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(used) == 5
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", name)] == []
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_workflow_builds_pages_that_carry_their_policy_and_the_day_of_the_commit(
    workflow: dict[Any, Any], tmp_path: Path
) -> None:
    (step,) = [item for item in workflow["jobs"]["build"]["steps"] if item.get("name") == "Build"]
    environment = make_repository(tmp_path)
    environment.pop("SOURCE_DATE_EPOCH", None)
    assert step["env"]["SITE_URL"] == "${{ steps.pages.outputs.base_url }}"
    # Pages gives its address without a slash at the end.
    environment |= {"SITE_URL": "https://someone.github.io/guide", "CSP": step["env"]["CSP"]}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert '<meta http-equiv="Content-Security-Policy"' in home
    assert '<link rel="canonical" href="https://someone.github.io/guide/">' in home
    assert "<lastmod>2027-03-04</lastmod>" in (tmp_path / "site/sitemap.xml").read_text("utf-8")
