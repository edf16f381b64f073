"""The small web as a process: what the command's own tests and the demonstration start."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

from tipcite.net import NetSettings, get, parse_resolve
from web.pages import AIT_PATH

SERVER = Path(__file__).with_name("server.py")


def test_the_server_says_where_it_is_and_ends_when_told(tmp_path):
    port_file = tmp_path / "web.json"
    process = subprocess.Popen([sys.executable, str(SERVER), "--port-file", str(port_file)])
    try:
        deadline = time.monotonic() + 10
        while not port_file.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        told = json.loads(port_file.read_text())
        settings = NetSettings(ca_file=told["ca_file"], resolve=tuple(map(parse_resolve, told["resolve"])))
        assert "人口販運問題報告".encode() in get(f"https://www.ait.org.tw{AIT_PATH}", settings).body
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=5) == 0
