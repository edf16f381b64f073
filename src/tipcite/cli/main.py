"""The program's entry: how a call ends, in one line and an exit code (ARCHITECTURE, "Promises")."""

from __future__ import annotations

import os
import sys
from typing import Final, NoReturn

from tipcite.errors import TipciteError, UsageError

_STOPPED: Final = "stopped; a change is made whole or not at all: 'tipcite log' shows the last one"


def main() -> NoReturn:
    """Run the program; every error that is expected becomes one line on stderr."""
    try:
        _listen()
        code = run(_arguments())
        _stop_listening()
    except KeyboardInterrupt:
        # Before click has taken over (its import is half of a short run), or while streams are closed.
        code = _fail(_STOPPED, 130)
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one call and return its exit code."""
    from tipcite.cli.streams import hush, prepare_streams

    prepare_streams()
    code = _run(arguments)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            hush(stream)
    return code


def _run(arguments: list[str]) -> int:
    import click

    from tipcite.cli.program import cli
    from tipcite.cli.streams import hush

    try:
        _require_utf8(arguments)
        if "_TIPCITE_COMPLETE" in os.environ:
            from tipcite.cli.bash import use_in_bash

            use_in_bash()
        code = cli.main(arguments, prog_name="tipcite", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as error:
        return _fail(str(error), 2)
    except TipciteError as error:
        return _fail(str(error), 1)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        hint = f"; see 'tipcite {error.ctx.info_name} --help'" if error.ctx and error.ctx.parent else ""
        return _fail(_one_line(error.format_message()) + hint, 2)
    except click.ClickException as error:
        return _fail(_one_line(error.format_message()), 1)
    except (KeyboardInterrupt, click.Abort):
        return _fail(_STOPPED, 130)
    except RuntimeError as error:
        # Python 3.11 wraps so what interrupts the making of an enumeration, while a module is imported.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        return _fail(_STOPPED, 130)
    except BrokenPipeError:
        hush(sys.stdout)  # the reader (`| head`) has gone, which is its right
        return 1
    except OSError as error:
        return _fail(os_error_line(error), 1)
    return code if isinstance(code, int) else 0


def os_error_line(error: OSError) -> str:
    """Say in one line which file could not be used, and why; only the output has no name."""
    reason = (error.strerror or str(error)).lower()
    place = repr(str(error.filename)) if error.filename else "the output can't be written"
    return f"{place}: {reason}"


def _arguments() -> list[str]:
    """Return the words of the call; where the locale knows ASCII only, start again in UTF-8 to read them."""
    if sys.getfilesystemencoding() == "ascii" and not all(word.isascii() for word in sys.argv):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "tipcite", *sys.argv[1:]])
    return sys.argv[1:]


def _require_utf8(arguments: list[str]) -> None:
    """Refuse words that are not UTF-8, for what they would store is unreadable; a file may be named so.

    Raises:
        UsageError: there is one.
    """
    for word in arguments:
        if any("\ud800" <= char <= "\udfff" for char in word) and not os.path.lexists(word):
            raise UsageError(f"{word!r} is not UTF-8, nor is there a file of that name; set the terminal to UTF-8")


def _fail(message: str, code: int) -> int:
    from tipcite.cli.output import style, write_error

    write_error(f"{style('tipcite:', 'red')} {message}")
    return code


def _one_line(message: str) -> str:
    line = " ".join(message.split()).removesuffix(".")
    return line[:1].lower() + line[1:] if line[1:2].islower() else line


def _listen() -> None:
    """Let a request to end (SIGTERM, as `timeout`, systemd and CI send it) stop the program as Ctrl-C does."""
    import signal

    def as_ctrl_c(number: int, frame: object) -> None:
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGTERM, as_ctrl_c)


def _stop_listening() -> None:
    """Ignore Ctrl-C from here on: the call has ended, and only the interpreter is left to end."""
    import signal

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    main()
