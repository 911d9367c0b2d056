"""Runs moto's server on 127.0.0.1, on a free port, and ends exactly the process that it started."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.config import Config

ACCOUNT = "111122223333"


@contextmanager
def emulator() -> Iterator[str]:
    """Gives the address of a fresh emulator."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        env={**os.environ, "MOTO_ACCOUNT_ID": ACCOUNT},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def session(region: str) -> boto3.Session:
    """A session with made-up credentials, so that nothing of the machine's own is used."""
    return boto3.Session(aws_access_key_id="example", aws_secret_access_key="example", region_name=region)


def client(service: str, region: str, address: str) -> Any:
    """A client of the emulator."""
    config = Config(retries={"total_max_attempts": 1})
    return session(region).client(service, endpoint_url=address, config=config)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Waits for the server; a minute is far more than it needs."""
    end = time.monotonic() + 60
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/moto-api/data.json", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("moto's server did not start")
