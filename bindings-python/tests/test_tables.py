"""The bulk tables of the core are what their packages say: each is made anew and compared."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ABSENT = 3


@pytest.mark.parametrize("table", ["endpoint_services", "instance_types", "regions"])
def test_table_is_what_its_package_says(table: str, capfd: pytest.CaptureFixture[str]) -> None:
    script = ROOT / "xtask" / "tables" / "generate.py"
    made = subprocess.run([sys.executable, str(script), "--check", table], capture_output=True, text=True, check=False)
    # botocore and moto are among the requirements of the tests; aws-cdk-lib is large and comes with `make nightly`.
    if made.returncode == ABSENT and table == "endpoint_services" and "PRIVATE_EKS_NIGHTLY" not in os.environ:
        with capfd.disabled():
            print(f"\nSKIP table-of-endpoint-services: {made.stderr.strip()}")
        return
    assert made.returncode == 0, made.stderr
    assert made.stdout == f"{table} is as it should be\n"
