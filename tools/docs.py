"""Write docs/commands, docs/formats.md, docs/sites.md, and what other pages and the READMEs show, or check them.

A page holds the command's help, its options, and examples that were run: `docs/examples.toml` names the lines of
each page, which run one after another in a fresh folder holding the example library's text; those under `terminal`
come first and see a terminal, 100 columns wide, those under `run` a pipe. Where `web` is true they see the tests'
loopback web. A page may have several parts, each with a title and a sentence. With `--check` nothing is written; the
exit code is 1 when a page differs.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import click
from engine_page import engine_page
from formats_page import formats_page
from sites_page import sites_page

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "commands"
WIDTH = "100"
READMES = ("README.md", "README.zh-TW.md")
GUIDES = ("docs/chinese.md",)
BLOCK = r"^```console\n(.*?)^```"
NO_NETWORK: Final[Mapping[str, str]] = MappingProxyType({})
ENGINE = ROOT / "docs" / "engine.md"
FORMATS = ROOT / "docs" / "formats.md"
SITES = ROOT / "docs" / "sites.md"


def main() -> int:
    """Write or check; 1 when a page is not what the program does."""
    examples = tomllib.loads((ROOT / "docs" / "examples.toml").read_text(encoding="utf-8"))
    pages = {f"{name}.md": page(name, command, examples.get(name, {})) for name, command in commands().items()}
    pages["README.md"] = index()
    texts = {PAGES / name: text for name, text in pages.items()}
    texts |= {ROOT / name: readme((ROOT / name).read_text(encoding="utf-8")) for name in READMES}
    texts |= {ROOT / name: guide((ROOT / name).read_text(encoding="utf-8")) for name in GUIDES}
    texts[ENGINE] = engine_page(ENGINE.read_text(encoding="utf-8"))
    texts[FORMATS] = formats_page()
    texts[SITES] = sites_page()
    if "--check" in sys.argv[1:]:
        return check(texts)
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in set(PAGES.glob("*.md")) - set(texts):
        old.unlink()
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(texts)} pages written")
    return 0


def check(texts: dict[Path, str]) -> int:
    """Name every page that is missing, superfluous or not what the program does now."""
    there = {path: path.read_text(encoding="utf-8") for path in {*PAGES.glob("*.md"), *texts} if path.exists()}
    wrong = sorted(path for path in {*there, *texts} if there.get(path) != texts.get(path))
    for path in wrong:
        print(f"{path.relative_to(ROOT)} is not what the program does now; run 'make docs'", file=sys.stderr)
    return 1 if wrong else 0


def readme(text: str) -> str:
    """Run every `$` line of a README's console blocks, in one folder, and put what it prints below it."""
    with example_folder() as folder:
        return re.sub(BLOCK, lambda match: console(match[1], folder), text, flags=re.MULTILINE | re.DOTALL)


def guide(text: str) -> str:
    """Run the console blocks of another page, each in a folder of its own with an empty library."""

    def block(match: re.Match[str]) -> str:
        with example_folder() as folder:
            run("tipcite init", folder)
            return console(match[1], folder)

    return re.sub(BLOCK, block, text, flags=re.MULTILINE | re.DOTALL)


def console(block: str, folder: str) -> str:
    """Run the `$` lines of a block, and write it anew with what they print."""
    lines = re.findall(r"^\$ (.*)$", block, flags=re.MULTILINE)
    shown = "\n".join(f"$ {line}\n{run(line, folder)}".rstrip() for line in lines)
    return f"```console\n{shown}\n```"


def commands() -> dict[str, click.Command]:
    """Return every command under the name that its page has."""
    from tipcite.cli.program import SECTIONS, cli

    context = click.Context(cli, info_name="tipcite")
    found = {name: cli.get_command(context, name) for rows in SECTIONS.values() for name in rows}
    return {name: command for name, command in found.items() if command is not None}


def index() -> str:
    """Make the list of all pages, by the sections of `tipcite --help`."""
    from tipcite.cli.program import SECTIONS

    lines = ["# Commands", "", "Every page is made from the program (`make docs`) and checked against it."]
    for title, rows in SECTIONS.items():
        lines += ["", f"## {title}", ""]
        lines += [f"- [`tipcite {name}`]({name}.md): {row.summary}" for name, row in rows.items()]
    return "\n".join(lines) + "\n"


def page(name: str, command: click.Command, example: dict[str, Any]) -> str:
    """Make one page: what the command is for, its usage and options, and its examples.

    Of a command that has others below it, the examples come first, for those are what it is for.
    """
    parts = [f"# tipcite {name}", "```text\n" + help_text(name, command) + "\n```", *shown_examples(example)]
    parts += [
        f"## tipcite {name} {sub}\n\n```text\n{help_text(f'{name} {sub}', one)}\n```"
        for sub, one in getattr(command, "commands", {}).items()
    ]
    return "\n\n".join(parts) + "\n"


def shown_examples(example: dict[str, Any]) -> Iterator[str]:
    """Run a page's examples; yield what stands on the page: one part, or several with titles."""
    parts = example.get("part", [example] if "run" in example else [])
    with example_folder() as folder, example_web(example) as network:
        for line in example.get("before", []) if "part" in example else ():
            run(line, folder, network)
        for part in parts:
            for line in part.get("before", []):
                run(line, folder, network)
            yield f"## {part.get('title', 'Example')}"
            if "text" in part:
                yield part["text"]
            yield "```console\n" + run_example(part, folder, network) + "\n```"


def help_text(name: str, command: click.Command) -> str:
    """Return the help as the program prints it, at a fixed width."""
    from tipcite.cli.program import cli

    parent = click.Context(cli, info_name="tipcite")
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=int(WIDTH),
        max_content_width=100,
        help_option_names=["-h", "--help"],
    )
    return "\n".join(line.rstrip() for line in command.get_help(context).splitlines())


def run_example(example: dict[str, Any], folder: str, network: Mapping[str, str]) -> str:
    """Run the lines of a part and return what a user would see, both streams in order."""
    shown = [(line, run(line, folder, network, terminal=True)) for line in example.get("terminal", [])]
    shown += [(line, run(line, folder, network)) for line in example.get("run", [])]
    return "\n".join(f"$ {line}\n{text}".rstrip() for line, text in shown)


@contextlib.contextmanager
def example_web(example: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the environment that leads `tipcite` to the loopback web, an empty one for examples without it."""
    if not example.get("web"):
        yield {}
        return
    from demo import started_web

    with tempfile.TemporaryDirectory() as folder, started_web(Path(folder)) as about:
        yield {"TIPCITE_LINKS_CA_FILE": about["ca_file"], "TIPCITE_LINKS_RESOLVE": " ".join(about["resolve"])}


@contextlib.contextmanager
def example_folder() -> Iterator[str]:
    """Make a folder that holds the example library's text."""
    with tempfile.TemporaryDirectory() as folder:
        seed = (ROOT / "refs" / "references.txt").read_text(encoding="utf-8")
        (Path(folder) / "references.txt").write_text(seed, encoding="utf-8")
        yield folder


def run(line: str, folder: str, network: Mapping[str, str] = NO_NETWORK, *, terminal: bool = False) -> str:
    """Run one shell line with this `tipcite`; times, paths and hashes that change are made alike."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8",
        "COLUMNS": WIDTH, "NO_COLOR": "1", "TZ": "UTC", "EDITOR": "true", "TERM": "xterm",
    }  # fmt: skip
    output = os.openpty() if terminal else os.pipe()
    process = subprocess.Popen(
        ["bash", "-c", line], cwd=folder, env={**environment, **_inherited(), **network},
        stdout=output[1], stderr=output[1], stdin=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(output[1])
    text = _read(output[0]).replace("\r\n", "\n")
    text = text.replace(str(Path(folder).resolve()), "~/article").replace(folder, "~/article")
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", "2026-01-01T00:00:00Z", text)
    if process.wait(timeout=60) not in (0, 3):
        raise SystemExit(f"example {line!r} ended with {process.returncode}:\n{text}")
    return text


def _read(descriptor: int) -> str:
    """Read until the process has closed its output."""
    parts = []
    with contextlib.suppress(OSError):  # Linux's end of a terminal
        while part := os.read(descriptor, 65536):
            parts.append(part)
    os.close(descriptor)
    return b"".join(parts).decode()


def _inherited() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE") if name in os.environ}


if __name__ == "__main__":
    sys.exit(main())
