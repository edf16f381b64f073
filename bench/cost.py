"""Run a command to its end and print what it cost, as JSON: `cost.py LIMIT OUT ERR COMMAND…`.

A process of its own because Linux counts what the parent held at the fork as the child's memory: this one holds
next to nothing. LIMIT is in seconds of CPU time.
"""

import json
import os
import resource
import signal
import sys


def main() -> int:
    limit, out, err, *command = sys.argv[1:]
    child = os.fork()
    if not child:
        start(int(limit), out, err, command)
    _, status, usage = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    cost = {
        "cpu": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
        "code": code,
        "stopped": code == -signal.SIGXCPU,
    }
    print(json.dumps(cost))
    return 0


def start(limit: int, out: str, err: str, command: list[str]) -> None:
    """Become the command."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 10))
    for stream, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    os.execvp(command[0], command)


if __name__ == "__main__":
    sys.exit(main())
