"""The command line: what it prints, where, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic
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


# Documents that prove nothing broken and leave almost everything open: a cluster of which no setting is known, and a
# VPC or two subnets alone.
LITTLE: dict[str, dict[str, object]] = {
    "cluster": {"cluster": {"name": "prod", "arn": "arn:aws:eks:ap-northeast-1:111122223333:cluster/prod"}},
    "vpc": {"Vpcs": [{"VpcId": VPC}], "collection": {"region": "ap-northeast-1"}},
    "subnets": {
        "Subnets": [
            {"SubnetId": "subnet-0a", "VpcId": VPC, "CidrBlock": "10.0.0.0/24"},
            {"SubnetId": "subnet-0b", "VpcId": VPC, "CidrBlock": "10.0.1.0/24"},
        ]
    },
}


@pytest.fixture
def little(tmp_path: Path) -> dict[str, str]:
    """A file of each document of `LITTLE`."""
    for name, document in LITTLE.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(document))
    return {name: str(tmp_path / f"{name}.json") for name in LITTLE}


def test_the_status_of_an_audit_is_its_verdict(little: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    spec = ["--spec", str(ENVIRONMENTS / "spec.json")]
    for arguments, status, verdict in [
        ([SOUND], 0, "met"),
        ([SOUND, *spec], 0, "met"),
        ([FAULTY], 1, "broken"),
        ([FAULTY, *spec], 1, "broken"),
        ([little["cluster"]], 3, "unknown"),
        ([little["vpc"]], 3, "unknown"),
        ([little["vpc"], *spec], 3, "unknown"),
        # Broken stays broken, however much is unknown beside it.
        ([FAULTY, "--strict"], 1, "broken"),
    ]:
        assert cli.run(["audit", *arguments]) == status, arguments
        assert capsys.readouterr().out.startswith(f"{verdict}: "), arguments


def test_the_status_of_reach_is_its_verdict(little: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    question = ["--source", "subnet-00000000000000005", "--destination", "vpce-00000000000000003", "--port", "443"]
    alone = ["--source", "subnet-0a", "--destination", "10.0.1.5", "--port", "443"]
    for arguments, status, verdict in [
        ([SOUND, *question], 0, "met"),
        ([FAULTY, *question], 1, "broken"),
        # Neither the groups nor the ACLs of the subnets are there.
        ([little["subnets"], *alone], 3, "unknown"),
    ]:
        assert cli.run(["reach", *arguments]) == status, arguments
        assert capsys.readouterr().out.startswith(f"{verdict}: "), arguments


def test_the_status_of_exits_is_its_verdict(little: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, status, verdict in [
        ([SOUND, "--source", "subnet-00000000000000005"], 0, "met"),
        # Which table routes the subnet is not there.
        ([little["subnets"], "--source", "subnet-0a"], 3, "unknown"),
    ]:
        assert cli.run(["exits", *arguments]) == status, arguments
        assert capsys.readouterr().out.startswith(f"{verdict}: "), arguments


IMAGES = ("images", "classify", "--region", "eu-west-1", "--account", "111122223333")
WAYS = ("--endpoint", "ecr.api", "--endpoint", "ecr.dkr", "--endpoint", "s3")
OWN = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((*IMAGES, *WAYS, OWN), 0),
        ((*IMAGES, OWN), 3),
        ((*IMAGES, "--no-endpoints", OWN), 1),
        ((*IMAGES, "nginx"), 1),
        ((*IMAGES, "registry.example/app:1"), 3),
        ((*IMAGES, "--no-registries", "registry.example/app:1"), 1),
        ((*IMAGES, "--registry", "registry.example", "registry.example/app:1"), 0),
        ((*IMAGES, "--no-endpoints", *WAYS, OWN), 2),
        ((*IMAGES, "--pull-through", "quay", OWN), 2),
        (IMAGES, 2),
    ],
)
def test_the_status_of_images_is_their_verdict(arguments: tuple[str, ...], status: int) -> None:
    assert cli.run(list(arguments)) == status


def test_images_may_come_from_a_list_and_through_the_cache(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# ours\n\n  quay.io/a/b:1\n")))
    assert cli.run([*IMAGES, "--pull-through", "quay=quay.io", "--format", "json", "-", "nginx"]) == 1
    found = json.loads(capsys.readouterr().out)["images"]
    assert [image["written"] for image in found] == ["quay.io/a/b:1", "nginx"]
    assert found[0]["instead"] == "111122223333.dkr.ecr.eu-west-1.amazonaws.com/quay/a/b:1"


def test_a_plan_of_copies_is_a_script(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
    assert cli.run(["images", "plan", "--registry", registry, "--tool", "docker", "nginx:1.27"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "set -eu"
    tag = f"docker tag docker.io/library/nginx:1.27 {registry}/docker.io/library/nginx:1.27"
    assert tag in lines
    assert subprocess.run(["sh", "-n"], input="\n".join(lines).encode(), check=False).returncode == 0
    assert cli.run(["images", "plan", "--registry", "https://example.com", "nginx"]) == 2


def test_who_interrupts_gets_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pe, "plan", interrupted)
    assert cli.run(["plan", "--region", "ap-northeast-1"]) == 130
    assert capsys.readouterr().err == "private-eks: interrupted; nothing was written\n"


if os.name == "posix":  # elsewhere a process cannot be sent Ctrl-C alone

    def test_who_interrupts_a_call_that_hangs_does_not_wait_for_it(tmp_path: Path) -> None:
        target = tmp_path / "prod.json"
        with socket.create_server(("127.0.0.1", 0)) as silent:
            silent.settimeout(60)
            endpoint = f"http://127.0.0.1:{silent.getsockname()[1]}"
            arguments = ["--cluster", "prod", "--region", "eu-west-1", "--endpoint-url", endpoint, "-o", str(target)]
            process = subprocess.Popen(
                [sys.executable, "-m", "private_eks", "collect", *arguments],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, "AWS_ACCESS_KEY_ID": "example", "AWS_SECRET_ACCESS_KEY": "example"},
            )
            connection, _ = silent.accept()
            with connection:
                started = monotonic()
                process.send_signal(signal.SIGINT)
                output, errors = process.communicate(timeout=60)
        # A call that hangs is given up after a minute, and asked again.
        assert monotonic() - started < 20
        assert (process.returncode, output) == (130, b"")
        assert errors == b"private-eks: interrupted; nothing was written\n"
        assert list(tmp_path.iterdir()) == []


def test_options_state_what_no_document_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "vpcs.json"
    document.write_text(json.dumps({"Vpcs": [{"VpcId": "vpc-0a"}, {"VpcId": "vpc-0b"}]}))
    spec = tmp_path / "spec.json"
    spec.write_text('{"region": "eu-west-1", "name": "prod"}')

    def stated(*arguments: str) -> dict[str, Any]:
        assert cli.run(["audit", str(document), *arguments, "--format", "json"]) in (1, 3)
        found: dict[str, Any] = json.loads(capsys.readouterr().out)["spec"]
        return found

    assert stated("--region", "eu-west-1")["region"] == {"value": "eu-west-1", "origin": "given", "from": ""}
    assert stated("--region", "eu-west-1", "--vpc", "vpc-0b")["vpc"]["value"] == "vpc-0b"
    both = stated("--spec", str(spec), "--region", "eu-west-1", "--vpc", "vpc-0a")
    assert (both["name"]["value"], both["vpc"]["value"]) == ("prod", "vpc-0a")
    for arguments, words in [
        ([], "state it with `--region REGION`"),
        (["--vpc", "vpc-0a"], "`--vpc` goes with `--region REGION` or `--spec FILE`"),
        (["--spec", str(spec), "--region", "eu-west-2"], "`--region` says `eu-west-2`, and the file of `--spec` says"),
        (["--region", "eu-west-1", "--profile", "prod"], "go with `--cluster NAME`"),
        (["--region", "eu-west-1", "--endpoint-url", "http://localhost"], "go with `--cluster NAME`"),
    ]:
        assert cli.run(["audit", str(document), *arguments]) == 2, arguments
        assert words in capsys.readouterr().err


def test_text_says_how_a_spec_is_stated_where_one_would_settle_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "vpcs.json"
    document.write_text(json.dumps({"Vpcs": [{"VpcId": "vpc-0a"}, {"VpcId": "vpc-0b"}]}))
    line = "\n`spec.…` is stated with --spec FILE; see README\n"
    assert cli.run(["audit", str(document), "--region", "eu-west-1"]) == 3
    text = capsys.readouterr().out
    assert "settle spec.vpc" in text
    assert text.endswith(line)
    assert cli.run(["audit", FAULTY]) == 1
    assert line not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "not JSON: "),
        ("null", "this must be an object with the keys of `ClusterSpec`"),
        ('{"region": "eu-west-1", "nodez": []}', "`ClusterSpec` has no `nodez`"),
        ('{"region": "eu-west-1", "features": {"irsa": {"x": 1}}}', "spec.features.irsa.x: "),
        ('{"region": "eu-west-9"}', "spec.region: `eu-west-9` is no region"),
    ],
)
def test_a_fault_of_a_spec_names_its_file_whoever_reads_it(
    text: str, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = tmp_path / "wish.json"
    spec.write_text(text)
    document = tmp_path / "vpcs.json"
    document.write_text('{"Vpcs": [{"VpcId": "vpc-0a"}]}')
    for command in (["plan"], ["audit", str(document)]):
        assert cli.run([*command, "--spec", str(spec)]) == 2
        assert capsys.readouterr().err.startswith(f"private-eks: {spec}: {fault}")
        done = program(*command, "--spec", "-", input=text.encode())
        assert done.returncode == 2
        assert done.stderr.decode().startswith(f"private-eks: standard input: {fault}")


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


def test_reach_names_what_is_in_the_way_and_knowledge_answers(capsys: pytest.CaptureFixture[str]) -> None:
    subnet, endpoint = "subnet-00000000000000005", "vpce-00000000000000003"
    assert cli.run(["reach", FAULTY, "--source", subnet, "--destination", endpoint, "--port", "443"]) == 1
    assert "sg-00000000000000004" in capsys.readouterr().out
    assert cli.run(["knowledge", "--edition", "2020-06-17"]) == 0
    assert capsys.readouterr().out != ""
    assert cli.run(["diff", "2020-06-17", "2021-09-10"]) == 0
    assert "xray-unsupported" in capsys.readouterr().out
    assert cli.run(["diff", "2025-02-12", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["later"] == "2026-11-24"


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
        ["audit", "-", "-"],
        ["audit", "-", "--spec", "-"],
        ["reach", "-", "-", "--source", "eni-0a", "--destination", "eni-0b"],
        ["audit", "--cluster", "prod"],
        ["audit", "/does/not/exist"],
        ["reach", SOUND, "--source", "eni-0a"],
        ["reach", SOUND, "--source", "eni-0a", "--destination", "eni-0b", "--port", "65536"],
        ["knowledge", "--as-of", "2024-03-01", "--edition", "2020-06-17"],
        ["knowledge", "--as-of", "yesterday"],
        ["diff"],
        ["diff", "2026-11-22", "2020-06-17"],
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
    done = program("audit", "-", input=b'{"Vpcs": 1}')
    assert done.returncode == 2
    assert done.stderr.startswith(b"private-eks: standard input.Vpcs: ")


def test_a_closed_stream_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for stream, words, arguments in [
        ("stdout", "standard output", ["audit", SOUND]),
        ("stdout", "standard output", ["redact", SOUND, "-o", "-"]),
        ("stdin", "standard input", ["audit", "-"]),
    ]:
        with monkeypatch.context() as patch:
            # As Python starts where the caller closed the stream.
            patch.setattr(sys, stream, None)
            assert cli.run(arguments) == 2
        assert capsys.readouterr().err == f"private-eks: {words}: it is closed\n"
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", None)
        assert cli.run(["audit", "/does/not/exist"]) == 2
    assert capsys.readouterr().out == ""


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
    assert "44 of 45 parts are complete" in output.err
    assert cli.run(["collect", "--cluster", "prod", "--region", "eu-west-1", "-o", "-"]) == 0
    output = capsys.readouterr()
    assert "RouteTables" not in json.loads(output.out)
    assert output.err.endswith("private-eks: 44 of 45 parts are complete\n")

    # Many parts are missing for one reason, which is said once.
    aws = Aws({"DescribeCluster": Denied("AccessDeniedException")})
    assert cli.run(["collect", "--cluster", "prod", "--region", "eu-west-1", "-o", str(target)]) == 0
    errors = capsys.readouterr().err
    assert errors.count("the VPC of the cluster is not known") == 1
    assert errors.count("name the VPC of the cluster with `--vpc ID`\n") == 1


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


def test_collect_asks_nothing_where_the_file_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []
    monkeypatch.setattr(cli, "documents", lambda *_, **__: asked.append("AWS"))
    missing = tmp_path / "missing"
    for target, message in [
        (missing / "prod.json", f"`{missing}`, where `prod.json` would go, is no folder; make it first"),
        (tmp_path, f"`{tmp_path}` is no regular file; name a file to write"),
    ]:
        assert cli.run(["collect", "--cluster", "prod", "--region", "eu-west-1", "-o", str(target)]) == 2
        assert capsys.readouterr().err == f"private-eks: {message}\n"
        assert cli.run(["redact", SOUND, "-o", str(target)]) == 2
        assert capsys.readouterr().err == f"private-eks: {message}\n"
    assert asked == []
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
    # As on standard output, and never over what was read.
    assert target.read_bytes() == program("redact", SOUND, "-o", "-").stdout
    kept = target.read_bytes()
    (tmp_path / "again.json").symlink_to(target)
    for arguments in ([str(tmp_path), "-o", str(target)], [str(target), "-o", str(tmp_path / "again.json")]):
        assert cli.run(["redact", *arguments]) == 2
        assert target.read_bytes() == kept
    # Ids and the relations of addresses stay, and with them every verdict but of the user data that is gone.
    assert cli.run(["audit", str(target)]) == 3
    report = pe.audit(pe.Snapshot.read(target))
    assert not report.broken
    assert {finding.rule for finding in report.unknown} == {"user-data-broken", "user-data-too-large"}
    assert cli.run(["redact", FAULTY, "-o", str(target)]) == 0
    assert cli.run(["audit", str(target)]) == 1


POD = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: 'nginx:1'  # é\r\n"


def test_images_are_found_in_files_and_fed_to_classify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pod, bad = tmp_path / "pod.yaml", tmp_path / "bad.yaml"
    pod.write_bytes(POD.encode())
    bad.write_text("a: [\n")
    assert cli.run(["images", "find", "--format", "list", str(pod), str(pod)]) == 0
    assert capsys.readouterr().out == "nginx:1\n"
    assert cli.run(["images", "find", str(pod), str(bad)]) == 1
    assert "pod.yaml:5 certain nginx:1" in capsys.readouterr().out
    assert cli.run(["images", "find", "--field", "Runner", str(pod)]) == 2


def test_images_are_changed_in_files_only_when_asked_and_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    pod, table = tmp_path / "pod.yaml", tmp_path / "images.json"
    pod.write_bytes(POD.encode())
    table.write_text('{"nginx:1": "registry.example/nginx:1"}')
    wanted = POD.replace("nginx:1", "registry.example/nginx:1").encode()
    assert cli.run(["images", "rewrite", "--images", str(table), "--format", "files", str(pod)]) == 0
    assert capsysbinary.readouterr().out == wanted
    assert pod.read_bytes() == POD.encode()
    assert cli.run(["images", "rewrite", "--image", "quay.io/a/b:1=registry.example/b:1", "--write", str(pod)]) == 3
    assert pod.read_bytes() == POD.encode()
    assert cli.run(["images", "rewrite", "--images", str(table), "--write", str(pod)]) == 0
    assert pod.read_bytes() == wanted
    assert cli.run(["images", "rewrite", "--images", str(table), "--write", "-"]) == 2
    assert cli.run(["images", "rewrite", str(pod)]) == 2
    pod.write_bytes(b"  {{- if .a }}\n" + POD.encode())
    assert cli.run(["images", "rewrite", "--images", str(table), "--write", str(pod)]) == 1
    assert pod.read_bytes() == b"  {{- if .a }}\n" + POD.encode()
