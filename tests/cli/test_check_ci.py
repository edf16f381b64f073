"""`check --ci` as a CI job runs it: in a clone, with the machine's environment, over several runners and days."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from web.fixtures import running_web, web

from .conftest import ROOT, Article, environ

__all__ = ["running_web", "web"]


class Job:
    """An article in a repository with a remote, and what a runner's environment says."""

    def __init__(self, folder: Path, web) -> None:
        self.folder = folder / "clone"
        git("init", "-q", "--bare", "-b", "main", "origin.git", folder=folder)
        git("clone", "-q", "origin.git", "clone", folder=folder)
        self.article = Article(self.folder)
        self.web = web
        settings = f'[links]\nca-file = "{web.ca_file}"\nresolve = "{" ".join(web.resolve)}"\n'
        self.settings = self.article.write("tipcite.toml", settings)
        self.article.write(".gitignore", "refs/library.db*\n")
        self.article("init")

    def __call__(self, *arguments: str, **how):
        return self.article(*arguments, **how)

    def cite(self, key: str, address: str) -> None:
        field = "--doi" if address.startswith("10.") else "--url"
        self.article("add", "--key", key, "--type", "webpage", "--title", f"Title of {key}", field, address)

    def commit(self, branch: str = "main") -> None:
        git("checkout", "-q", "-B", branch, folder=self.folder)
        git("add", "-A", folder=self.folder)
        git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "x", folder=self.folder)
        git("push", "-qf", "origin", branch, folder=self.folder)

    def asked(self) -> set[tuple[str, str]]:
        return {path for path in self.web.record.paths if path[0] not in ("doi.org", "api.crossref.org")}


def git(*arguments: str, folder: Path) -> str:
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(["git", *arguments], cwd=folder, env=kept, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def job(tmp_path, web) -> Job:
    return Job(tmp_path, web)


def test_in_a_pull_request_only_new_links_are_asked_for(job):
    job.cite("old", "http://good.test/gone-already")
    job("check", "--today", "2026-11-01", code=3)
    job.commit()
    job.cite("new", "http://good.test/utf8")
    job.commit("topic")
    job.web.record.clear()
    ended = job("check", "--ci", "--json", GITHUB_BASE_REF="main", GITHUB_ACTIONS="true")
    assert job.asked() == {("good.test", "/utf8")}
    found = {one["key"]: one for one in ended.json()}
    assert (found["new"]["new"], found["new"]["asked"], found["new"]["verdict"]) == (True, True, "ok")
    assert (found["old"]["new"], found["old"]["asked"], found["old"]["state"]) == (False, False, "suspect")


def test_a_new_dead_link_fails_at_once_with_its_line_and_an_old_one_when_its_state_is_dead(job, tmp_path):
    job.cite("old", "http://good.test/gone-already")
    job("check", "--today", "2026-11-01", code=3)
    job.commit()
    job.cite("new", "http://good.test/gone-now")
    job.commit("topic")
    summary = tmp_path / "summary.md"
    ended = job(
        "check", "--ci", "--today", "2026-11-02", code=3,
        GITHUB_BASE_REF="main", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary),
    )  # fmt: skip
    errors = [line for line in ended.err.splitlines() if line.startswith("::error")]
    line = (job.folder / "refs" / "references.json").read_text().splitlines().index('    "id": "new",')
    assert len(errors) == 1
    assert errors[0].startswith(
        f"::error file=refs/references.json,line={line},title=dead link::http://good.test/gone-now"
    )
    assert "gone-now" in summary.read_text("utf-8")
    assert "\x1b" not in ended.out + ended.err
    job("check", "--today", "2026-11-05", code=3)
    assert "dead since 2026-11-01" in job("check", "--ci", "--today", "2026-11-06", code=3).out


def test_an_old_link_that_fails_once_fails_no_scheduled_build(job):
    job.cite("a", "http://good.test/gone-already")
    job.commit()
    assert "suspect" in job("check", "--ci", "--today", "2026-11-01").out
    job("check", "--ci", "--today", "2026-11-04", code=3)


def test_a_scheduled_job_asks_for_what_is_due_and_histories_travel_in_git(job, tmp_path):
    job.cite("a", "http://good.test/utf8")
    job("check", "--ci", "--today", "2026-11-01")
    job.commit()
    git("clone", "-q", str(tmp_path / "origin.git"), "fresh", folder=tmp_path)
    fresh = Article(tmp_path / "fresh")
    job.web.record.clear()
    assert "0 of 1 link are due" in fresh("check", "--ci", "--today", "2026-11-03").err
    assert not job.asked()
    fresh("check", "--ci", "--today", "2026-11-09")
    assert job.asked() == {("good.test", "/utf8")}


def test_a_changed_title_is_a_change(job):
    job.cite("a", "http://good.test/utf8")
    job.commit()
    job("set", "a", "title=人口販運問題報告")
    job.commit("topic")
    job.web.record.clear()
    assert job("check", "--ci", "--json", GITHUB_BASE_REF="main").json()[0]["why"] == "title_match"
    assert job.asked() == {("good.test", "/utf8")}


def test_new_links_of_files_are_told_by_the_base_too(job):
    job.article.write("paper.md", "http://good.test/gone-already\n")
    job.commit()
    job.article.write("paper.md", "http://good.test/gone-already\nhttp://good.test/utf8\n")
    job.commit("topic")
    job.web.record.clear()
    found = job("check", "--base", "origin/main", "paper.md", "--json").json()
    assert job.asked() == {("good.test", "/utf8")}
    assert [one["verdict"] for one in found] == [None, "ok"]


def test_a_base_that_is_not_fetched_is_told_with_what_to_run(job):
    job.cite("a", "http://good.test/utf8")
    job.commit()
    ended = job("check", "--ci", code=1, GITHUB_BASE_REF="develop")
    assert "git fetch --depth=1 origin develop" in ended.err
    assert "no name of a commit" in job("check", "--base=--upload-pack=x", code=1).err
    assert not job.asked()


def test_offline_nothing_is_counted(job):
    for number in range(4):
        job.cite(f"a{number}", f"http://h{number}.test/")
    job.settings.write_text('[links]\nresolve = "*:80:127.0.0.1:9 *:443:127.0.0.1:9"\n')
    before = job.article.mirrors()
    assert "offline" in job("check", "--ci", code=1).err
    assert job.article.mirrors() == before


def test_shards_have_every_link_once_and_merge_to_one_report_with_histories(job, tmp_path):
    for number in range(12):
        job.cite(f"k{number}", f"http://h{number % 5}.test/{number}")
    job.cite("dead", "http://good.test/gone-already")
    job.commit()
    shards = []
    for number in (1, 2, 3):
        git("clone", "-q", str(tmp_path / "origin.git"), f"runner{number}", folder=tmp_path)
        runner = Article(tmp_path / f"runner{number}")
        runner(
            "check",
            "--ci",
            "--shard",
            f"{number}/3",
            "--report",
            f"json:../shard{number}.json",
            "--today",
            "2026-11-01",
        )
        shards.append({one["url"] for one in json.loads((tmp_path / f"shard{number}.json").read_text())})
    assert set.union(*shards) == {one["URL"] for one in job.article.items()}
    assert sum(map(len, shards)) == 13
    assert max(map(len, shards)) - min(map(len, shards)) <= 2
    hosts = [{address.split("/")[2] for address in shard} for shard in shards]
    assert not hosts[0] & hosts[1] | hosts[1] & hosts[2]
    files = [str(tmp_path / f"shard{number}.json") for number in (1, 2, 3)]
    ended = job("check", "merge", *files, "--json", "--report", "junit:all.xml", "--today", "2026-11-01")
    assert len(ended.json()) == 13
    assert "13 checks added" in ended.err
    before = job.article.mirrors()[1]
    assert "http://good.test/gone-already" in before
    assert "0 checks added" in job("check", "merge", *files, "--today", "2026-11-01").err
    assert job.article.mirrors()[1] == before


def test_a_merge_fails_for_what_its_shards_found(job, tmp_path):
    here = Article(tmp_path)
    here.write("a.md", "http://good.test/gone-already")
    options = [part for rule in job.web.resolve for part in ("--resolve", rule)]
    here("check", "a.md", "--report", "json:a.json", *options, code=3)
    assert "gone-already" in here("check", "merge", "a.json", code=3).out
    here("check", "merge", "a.json", "--fail-on", "none")


def test_after_its_time_a_job_ends_and_the_next_goes_on(job):
    for number in range(6):
        job.cite(f"s{number}", f"http://good.test/slow#{number}")
    job.commit()
    ended = job("check", "--ci", "--max-time", "1s")
    assert "not asked for in time" in ended.err
    job.web.record.clear()
    assert "going on" in job("check").err
    assert 0 < job.web.record.paths["good.test", "/slow"] < 6


def started(job: Job, *arguments: str) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "tipcite", "check", *arguments],
        cwd=job.folder, env=environ(job.folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def wait_for(condition, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_check_that_is_stopped_keeps_what_it_had_and_the_next_goes_on(job, number):
    for index in range(8):
        job.cite(f"q{index}", f"http://h{index}.test/page")
    for index in range(10):  # ten seconds' work: a busy machine may wake late
        job.cite(f"s{index}", f"http://good.test/slow#{index}")
    process = started(job)
    checks = job.folder / "refs" / "library.db"

    def kept() -> int:
        with sqlite3.connect(f"file:{checks}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM retrievals").fetchone()[0]

    wait_for(lambda: kept() >= 8)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert b"the next check goes on" in err
        assert b"h0.test" in out
    assert b"Traceback" not in err
    job.web.record.clear()
    found = job("check", "--json").json()
    assert len(found) == 18
    assert {host for host, _ in job.asked()} == {"good.test"}
    job.web.record.clear()
    job("check")
    assert len({host for host, _ in job.asked()}) == 9, "a check that has ended is not gone on with"


def steps(file: str) -> dict[str, dict]:
    action = YAML(typ="safe").load((ROOT / file).read_text("utf-8"))
    return {step["name"]: step for step in action["runs"]["steps"]}


def run_step(step: dict, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess:
    """Run a step's script as GitHub's runner does: bash, stop at the first failure."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_action_fetches_the_base_and_reports(job, tmp_path):
    job.cite("old", "http://good.test/utf8")
    job.commit()
    job.cite("new", "http://good.test/gone-now")
    job.commit("topic")
    origin = (tmp_path / "origin.git").as_uri()
    git("clone", "-q", "--depth=1", "-b", "topic", origin, "runner", folder=tmp_path)
    runner = tmp_path / "runner"
    (tmp_path / "tipcite" / "bin").mkdir(parents=True)
    program = tmp_path / "tipcite" / "bin" / "tipcite"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tipcite "$@"\n')
    program.chmod(0o755)
    environment = environ(tmp_path) | {
        "GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main", "GITHUB_WORKSPACE": str(runner),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "RUNNER_TEMP": str(tmp_path),
    }  # fmt: skip
    inputs = {
        name: value["default"]
        for name, value in YAML(typ="safe").load((ROOT / "action.yml").read_text())["inputs"].items()
    }
    chosen = inputs | {"arguments": "--today\n2026-11-02\n"}
    environment |= {f"INPUT_{name.upper().replace('-', '_')}": value for name, value in chosen.items()}
    found = steps("action.yml")
    declared = found["Check links"]["env"]
    assert set(declared) == {name for name in environment if name.startswith("INPUT_")}
    fetched = run_step(found["Fetch the base of the pull request"], runner, environment)
    assert fetched.returncode == 0, fetched.stderr
    done = run_step(found["Check links"], runner, environment)
    assert done.returncode == 3, done.stderr
    assert "::error file=refs/references.json" in done.stderr
    outputs = dict(line.split("=", 1) for line in (tmp_path / "output").read_text().splitlines())
    assert outputs["exit-code"] == "3"
    assert {file.name for file in Path(outputs["reports"]).iterdir()} == {
        "links.json", "links.xml", "links.sarif", "links.html",
    }  # fmt: skip
    assert "gone-now" in (tmp_path / "summary").read_text("utf-8")


def test_the_files_for_ci_are_valid(tmp_path):
    for schema, file in (("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environ(tmp_path))
        assert done.returncode == 0, done.stdout + done.stderr


def test_gitlabs_jobs_run(job, tmp_path):
    job.cite("old", "http://good.test/utf8")
    job.commit()
    base = git("rev-parse", "HEAD", folder=job.folder).strip()
    job.cite("new", "http://good.test/gone-now")
    job.commit("topic")
    jobs = YAML(typ="safe").load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    (bin_folder / "tipcite").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tipcite "$@"\n')
    (bin_folder / "tipcite").chmod(0o755)
    environment = environ(job.folder) | {"CI_PROJECT_DIR": str(job.folder), "TIPCITE_FILES": ""}
    environment["PATH"] = f"{bin_folder}:{environment['PATH']}"
    merge = environment | {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    job.web.record.clear()
    done = run_step({"run": "\n".join(jobs["links"]["script"])}, job.folder, merge)
    assert done.returncode == 3, done.stderr
    assert job.asked() >= {("good.test", "/gone-now")}
    assert ("good.test", "/utf8") not in job.asked()
    assert (job.folder / "links.xml").exists()
    done = run_step({"run": "\n".join(jobs["links-due"]["script"])}, job.folder, environment)
    assert done.returncode == 0, done.stderr + done.stdout


def test_the_hooks_run_without_the_network(job):
    hooks = {hook["id"]: hook for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    job.article.write("a.md", "See http://good.test/utf8 and [x](http://exa mple.org/).\n")
    job.article.write("b.bib", "@online{b, title={x}, url={htps://x.org}}\n")
    job.cite("a", "http://good.test/utf8")
    job.web.record.clear()
    entry = hooks["tipcite-links"]["entry"].split()[1:]
    ended = job(*entry, "a.md", "b.bib", "refs/references.json", code=3)
    assert "b.bib:1" in ended.out
    assert "utf8" not in ended.out
    job(*entry, "a.md")
    job(*hooks["tipcite-lint"]["entry"].split()[1:])
    assert not job.web.record.paths
