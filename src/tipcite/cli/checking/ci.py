"""What the machine of a CI job says of itself, and what git says of the base of a pull request."""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tipcite.errors import TipciteError


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A CI job: where its base is ("" outside pull and merge requests), and where GitHub takes a summary."""

    base: str = ""
    is_github: bool = False
    summary: str = ""


def machine_of(environment: Mapping[str, str]) -> Machine:
    """Read what GitHub Actions or GitLab CI say.

    A pull request's base is the branch that it goes to (`GITHUB_BASE_REF`); a merge request's the commit that it
    branched off (`CI_MERGE_REQUEST_DIFF_BASE_SHA`), else its target branch.
    """
    branch = environment.get("GITHUB_BASE_REF", "")
    if branch:
        base = f"origin/{branch}"
    else:
        target = environment.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
        base = environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "") or (f"origin/{target}" if target else "")
    is_github = environment.get("GITHUB_ACTIONS") == "true"
    return Machine(base=base, is_github=is_github, summary=environment.get("GITHUB_STEP_SUMMARY", ""))


class Base:
    """The state of the repository that new links are told by.

    Raises:
        TipciteError: this is no repository, or it does not have the base.
    """

    def __init__(self, reference: str) -> None:
        self.reference = reference
        _require_plain(reference)
        done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
        if done.returncode == 0:
            self.commit = done.stdout.decode().strip()
            return
        if _git("rev-parse", "--git-dir").returncode:
            raise TipciteError(f"there is no git repository here, so nothing is known of the base {reference!r}")
        branch = reference.removeprefix("origin/")
        raise TipciteError(
            f"the base {reference!r} is not in this clone; run 'git fetch --depth=1 origin {branch}:refs/remotes/"
            f"origin/{branch}' first, or name another with --base"
        )

    def read(self, path: str | Path) -> bytes | None:
        """Return a file as the base has it, None when it has none."""
        file = Path(path)
        folder = file.parent if file.parent.is_dir() else Path()
        done = _git("show", f"{self.commit}:./{file.name}", folder=folder)
        return done.stdout if done.returncode == 0 else None


@dataclass(frozen=True, slots=True)
class Root:
    """The folder that places are told from: the repository's in CI, else the one where the user is."""

    folder: Path

    def shown(self, name: str) -> str:
        """Return how a file is called in reports."""
        if name == "<stdin>":
            return name
        path = Path(os.path.abspath(name))
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else name


def article_root() -> Root:
    """Return the folder that places are told from: GitHub and GitLab want them from the repository's."""
    workspace = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    here = Path.cwd()
    if workspace and here.is_relative_to(Path(workspace).resolve()):
        return Root(Path(workspace).resolve())
    return Root(here)


def _require_plain(reference: str) -> None:
    if reference.startswith("-") or not reference.strip():
        raise TipciteError(f"{reference!r} is no name of a commit or branch")


def _git(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [_program(), *arguments], cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
    except OSError as error:
        raise TipciteError(f"git can't be run: {(error.strerror or str(error)).lower()}") from None


@functools.cache
def _program() -> str:
    import shutil

    return shutil.which("git") or "git"
