"""The command line: what it prints, where, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import private_eks as pe
import pytest
from aws import VPC, Aws
from private_eks import cli
from private_eks.collect import CollectError

ENVIRONMENTS = Path(__file__).resolve().parents[2] / "tests" / "environments"
SOUND = str(ENVIRONMENTS / "sound" / "snapshot.json")
FAULTY = str(ENVIRONMENTS / "faulty" / "snapshot.json")


def program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "private_eks", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=120, **options)


def test_the_status_of_an_audit_is_its_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    little = tmp_path / "vpcs.json"
    little.write_text(json.dumps({"Vpcs": [{"VpcId": VPC}], "collection": {"region": "ap-northeast-1"}}))
    assert cli.run(["audit", SOUND, "--spec", str(ENVIRONMENTS / "spec.json")]) == 0
    assert capsys.readouterr().out.startswith("met: ")
    assert cli.run(["audit", FAULTY]) == 1
    assert capsys.readouterr().out.startswith("broken: ")
    assert cli.run(["audit", str(tmp_path), "--spec", str(ENVIRONMENTS / "spec.json")]) in (1, 3)
    assert cli.run(["audit", str(little)]) in (1, 3)


def test_json_is_the_answer_on_the_wire(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["audit", FAULTY, "--format", "json"]) == 1
    text = capsys.readouterr().out
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    assert json.loads(text) == json.loads(pe.audit(pe.Snapshot.read(FAULTY)).to_json())


def test_a_plan_comes_from_options_or_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["plan", "--region", "ap-northeast-1", "--feature", "irsa", "--format", "json"]) == 0
    from_options = capsys.readouterr().out
    spec = tmp_path / "spec.json"
    spec.write_text('{"region": "ap-northeast-1", "features": {"irsa": {}}}')
    assert cli.run(["plan", "--spec", str(spec), "--format", "json"]) == 0
    assert capsys.readouterr().out == from_options
    services = {endpoint["service"] for endpoint in json.loads(from_options)["endpoints"]}
    assert "sts" in services


def test_reach_and_knowledge_answer(capsys: pytest.CaptureFixture[str]) -> None:
    subnet, endpoint = "subnet-00000000000000005", "vpce-00000000000000003"
    question = ["--source", subnet, "--destination", endpoint, "--port", "443"]
    assert cli.run(["reach", SOUND, *question]) == 0
    assert cli.run(["reach", FAULTY, *question]) == 1
    assert "sg-00000000000000004" in capsys.readouterr().out
    assert cli.run(["knowledge", "--edition", "2020-06-17"]) == 0
    assert capsys.readouterr().out != ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["plan"],
        ["plan", "--region", "ap-northeast-1", "--spec", "x"],
        ["plan", "--region", "ap-northeast-9"],
        ["plan", "--region", "ap-northeast-1", "--feature", "karpentr"],
        ["audit"],
        ["audit", SOUND, "--cluster", "prod"],
        ["audit", "--cluster", "prod"],
        ["audit", "/does/not/exist"],
        ["reach", SOUND, "--source", "eni-0a"],
        ["reach", SOUND, "--source", "eni-0a", "--destination", "eni-0b", "--port", "65536"],
        ["knowledge", "--as-of", "2024-03-01", "--edition", "2020-06-17"],
        ["knowledge", "--as-of", "yesterday"],
        ["collect"],
        ["collect", "--script", "--iam-policy"],
        ["collect", "--script", "--cluster", "a; b"],
        ["collect", "-o", "x.json"],
        ["redact", SOUND],
    ],
    ids=" ".join,
)
def test_bad_input_and_bad_usage_end_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err != ""
    assert "Traceback" not in output.err


def test_a_fault_of_ours_is_one_line_and_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr(pe, "plan", fails)
    assert cli.run(["plan", "--region", "ap-northeast-1"]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert "please report it" in line
    assert "ZeroDivisionError: division\\nby zero" in line

    def broken(*_: object, **__: object) -> None:
        raise pe.InternalError("ERR_INTERNAL", "", "a fault of this library")

    monkeypatch.setattr(pe, "plan", broken)
    assert cli.run(["plan", "--region", "ap-northeast-1"]) == 70


def test_what_would_steer_a_terminal_is_spelt_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["audit", "/none/\x1b[2Jx"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_colour_is_for_terminals_alone_and_markup_in_names_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    def printed(**environment: str) -> str:
        for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"TERM": "xterm-256color", **environment}.items():
            monkeypatch.setenv(name, value)
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        cli._print("broken: [red]a[/red] :smile: " + "x" * 300 + "\n", coloured=True)
        return terminal.getvalue()

    coloured = printed()
    assert coloured.startswith("\x1b[1;31mbroken\x1b[0m: [red]a[/red] :smile: ")
    assert "x" * 300 in coloured
    assert coloured.count("\n") == 1
    assert "\x1b" not in printed(NO_COLOR="1")
    assert b"\x1b" not in program("audit", SOUND).stdout


def test_a_reader_that_leaves_is_no_error() -> None:
    for arguments in (["collect", "--script"], ["--help"], ["audit", FAULTY]):
        process = subprocess.Popen(
            [sys.executable, "-m", "private_eks", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(timeout=60) == 141


def test_a_snapshot_may_come_from_standard_input() -> None:
    done = program("audit", "-", "--format", "json", input=Path(FAULTY).read_bytes())
    assert done.returncode == 1
    assert json.loads(done.stdout)["verdict"] == "broken"


def test_a_terminal_without_unicode_gets_it_spelt_out(tmp_path: Path) -> None:
    done = program("audit", str(tmp_path / "é"), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 2
    assert b"\\xe9" in done.stderr


def test_collect_writes_a_private_file_and_tells_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from aws import Denied
    from private_eks import collect as module

    aws = Aws({"DescribeRouteTables": Denied("UnauthorizedOperation")})

    def documents(cluster: str, **options: Any) -> dict[str, Any]:
        return original(cluster, region=options["region"], session=aws.session(), progress=options["progress"])

    original = sys.modules[module.__module__ if callable(module) else module.__name__].documents
    monkeypatch.setattr(cli, "documents", documents)
    target = tmp_path / "prod.json"
    assert cli.run(["collect", "--cluster", "prod", "--region", "eu-west-1", "-o", str(target)]) == 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert "RouteTables" not in json.loads(target.read_text())
    output = capsys.readouterr()
    assert output.out == ""
    assert "private-eks: RouteTables: denied: ec2:DescribeRouteTables: UnauthorizedOperation\n" in output.err
    assert "43 of 44 parts are complete" in output.err


def test_nothing_collected_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def documents(*_: object, **__: object) -> dict[str, Any]:
        raise CollectError("there is no such cluster")

    monkeypatch.setattr(cli, "documents", documents)
    target = tmp_path / "prod.json"
    assert cli.run(["collect", "--cluster", "prod", "--region", "eu-west-1", "-o", str(target)]) == 2
    assert capsys.readouterr().err == "private-eks: there is no such cluster\n"
    assert list(tmp_path.iterdir()) == []


def test_the_policy_and_the_script_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["collect", "--iam-policy", "--cluster", "prod", "--region", "eu-west-1"]) == 0
    assert json.loads(capsys.readouterr().out)["Version"] == "2012-10-17"
    assert cli.run(["collect", "--script"]) == 0
    assert capsys.readouterr().out == pe.collection().script


def test_redact_writes_a_private_file_that_can_be_audited(tmp_path: Path) -> None:
    target = tmp_path / "redacted.json"
    assert cli.run(["redact", SOUND, "-o", str(target)]) == 0
    assert target.stat().st_mode & 0o777 == 0o600
    assert cli.run(["audit", str(target)]) in (0, 1, 3)
