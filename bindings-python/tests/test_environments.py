"""The example environments: made anew they are what is committed, and an audit finds in them what was planted."""

from __future__ import annotations

import json
import re
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import private_eks as pe
import pytest
from private_eks.collect import collect

HERE = Path(__file__).resolve().parents[2] / "tests" / "environments"
VERSIONS = {"moto": "5.2.5", "boto3": "1.44.5"}


@pytest.fixture
def make(capsys: pytest.CaptureFixture[str]) -> ModuleType:
    """The script that makes the environments, or a skip that says why it cannot run."""
    reason = ""
    for name, wanted in VERSIONS.items():
        try:
            found = version(name)
            if found != wanted:
                reason = f"{name} is {found}; the example environments are made with {wanted}"
        except PackageNotFoundError:
            reason = f"{name} {wanted} is not installed"
    if not reason and find_spec("flask") is None:
        reason = "moto's server is not installed; install moto[server]"
    if reason:
        with capsys.disabled():
            print(f"\nSKIP environments: {reason}")
        pytest.skip(reason)
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))
    return import_module("make")


def planted() -> set[tuple[str, str]]:
    """Rule and subject of each fault, as the README lists them."""
    rows = re.findall(
        r"^\| .+ \| `([a-z0-9-]+)` \| `([^`]+)` \|$", (HERE / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == 6
    return set(rows)


def audited(name: str) -> pe.Report:
    spec = pe.ClusterSpec.from_json((HERE / "spec.json").read_bytes())
    return pe.audit(pe.Snapshot.read(HERE / name / "snapshot.json"), spec)


def test_the_committed_files_are_what_the_emulator_gives(make: ModuleType) -> None:
    for path, text in make.files().items():
        assert path.read_text(encoding="utf-8") == text, f"{path} is stale; run python tests/environments/make.py"


@pytest.mark.parametrize("name", ["sound", "faulty"])
def test_every_part_is_there_and_complete(name: str) -> None:
    document = json.loads((HERE / name / "snapshot.json").read_text(encoding="utf-8"))
    parts = document["collection"]["parts"]
    assert parts == {key: {"state": "complete"} for key in parts}
    assert set(document) - {"collection"} == set(parts)
    assert set(parts) == {call.part for call in pe.collection().calls if call.part is not None}


def test_the_sound_environment_has_neither_broken_nor_unknown() -> None:
    report = audited("sound")
    assert [finding.id for finding in report.findings if finding.verdict.value != "met"] == []
    assert report.counts.met > 0


def test_the_faulty_environment_has_exactly_the_planted_faults() -> None:
    report = audited("faulty")
    broken = {(finding.rule, finding.subject) for finding in report.findings if finding.verdict.value == "broken"}
    assert broken == planted()
    assert report.counts.unknown == 0


def test_what_is_collected_from_an_emulator_can_be_audited(make: ModuleType) -> None:
    """No corrections: what the emulator cannot answer stays unknown, and nothing of it reads as safe."""
    with make.emulator() as address:
        make.Environment(address, make.ENVIRONMENTS["faulty"]).build()
        session = make.session(make.REGION)
        snapshot = collect(make.CLUSTER, region=make.REGION, session=session, endpoint_url=address)
    document = snapshot.document
    assert document["collection"]["account"] == make.ACCOUNT
    assert document["collection"]["parts"]["addons"]["state"] == "failed"
    report = pe.audit(snapshot)
    assert report.spec.region.value == make.REGION
    broken = {finding.rule for finding in report.findings if finding.verdict.value == "broken"}
    # What these three rest on, the emulator gives as AWS does. It has no add-ons, from which IRSA would be inferred.
    assert {"private-access-off", "private-dns-off", "vpc-dns-off"} <= broken
    assert str(report.verdict) == "broken"
