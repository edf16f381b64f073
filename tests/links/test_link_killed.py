"""A run that is killed, stopped or out of time, as a process that commits what it is given to SQLite."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections import Counter

import pytest

IN_FLIGHT = 50
NUMBER = 10_000

PROGRAM = textwrap.dedent(
    """
    import json, sqlite3, sys
    from datetime import UTC, datetime
    from tipcite.links import Services, Target, check_links
    from tipcite.net import NetSettings, parse_resolve

    port, path, number = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("CREATE TABLE IF NOT EXISTS seen (target TEXT PRIMARY KEY, status INTEGER)")
    database.commit()
    known = {target for target, in database.execute("SELECT target FROM seen")}

    def keep(batch):
        with database:
            database.executemany("INSERT INTO seen VALUES (?, ?)", [(one.target, one.status) for one in batch])
        for one in batch:
            print(one.target)
        sys.stdout.flush()

    addresses = [f"http://h{n % 50}.test/{n}" for n in range(number)]
    settings = NetSettings(resolve=(parse_resolve(f"*:80:127.0.0.1:{port}"),), interval=0.02)
    check_links([Target(value=one) for one in addresses if one not in known], settings, Services(),
                now=lambda: datetime.now(UTC), on_batch=keep)
    """
)


class Program:
    def __init__(self, load, folder, number=NUMBER):
        script = folder / "program.py"
        script.write_text(PROGRAM)
        self.database = folder / "seen.db"
        self.command = [sys.executable, str(script), str(load.port), str(self.database), str(number)]

    def run_until(self, shown, number):
        """Run it until it has shown so many more lines, and send it a signal; return what it showed."""
        with subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
            lines = []
            for line in process.stdout:
                lines.append(line.strip())
                if len(lines) == shown:
                    os.kill(process.pid, number)
        return lines

    def kept(self):
        with sqlite3.connect(self.database) as database:
            return {target for (target,) in database.execute("SELECT target FROM seen")}


@pytest.mark.slow
def test_after_a_sigkill_nothing_shown_is_lost_and_only_what_was_under_way_is_asked_again(load, tmp_path):
    program = Program(load, tmp_path)
    shown = program.run_until(NUMBER // 2, signal.SIGKILL)
    kept = program.kept()
    assert set(shown) <= kept
    assert len(kept) < NUMBER
    done = subprocess.run(program.command, capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & kept
    assert len(program.kept()) == NUMBER
    told = load.told()
    assert Counter(told["repeated"].values()).keys() <= {2}
    assert told["requests"] == NUMBER + len(told["repeated"])
    # What had been answered and waited for its batch was under way too: a tenth of a second's worth.
    assert len(told["repeated"]) <= IN_FLIGHT + 300


def test_ctrl_c_keeps_what_was_done(load, tmp_path):
    program = Program(load, tmp_path, 1000)
    shown = program.run_until(300, signal.SIGINT)
    kept = program.kept()
    assert set(shown) == kept
    assert 300 <= len(kept) < 1000
    asked = load.told()["requests"]
    assert asked <= len(kept) + IN_FLIGHT
