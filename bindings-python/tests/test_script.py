"""The shell script of `collect --script`, run by real shells with a stand-in for the AWS CLI."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import private_eks as pe
import pytest
from aws import Aws
from private_eks.collect import collect

# What the stand-in prints: rows where text is asked for, else an empty part under the key of the query.
STUB = r"""#!/bin/sh
echo "$*" >>"$STUB_LOG"
query='' form=json last=''
for word in "$@"; do
    case $last in --query) query=$word ;; --output) form=$word ;; esac
    last=$word
done
case " $STUB_DENIED " in *" $2 "*)
    echo "An error occurred (AccessDeniedException) when calling the $2 operation: User is not allowed" >&2
    exit 254 ;;
esac
case " $STUB_HANG " in *" $2 "*) sleep 60 ;; esac
case "$1 $2 $form" in
    'sts get-caller-identity text') echo 111122223333 ;;
    'eks describe-cluster text') echo vpc-0123456789abcdef0 ;;
    'eks list-nodegroups text') printf 'a\nb\n' ;;
    'eks describe-nodegroup text') printf 'lt-0a\t3\n' ;;
    'ec2 describe-managed-prefix-lists text') echo pl-0a ;;
    *' text') ;;
    *)
        key=${query#'{'}
        key=${key%%:*}
        case $query in
            *': @}}') printf '{"%s": {"%s": {}}}' "$key" "$(echo "$query" | cut -d '"' -f 2)" ;;
            '{cluster: '* | *PublicAccessOptions'}') printf '{"%s": {"name": "prod"}}' "$key" ;;
            *) printf '{"%s": [], "NextToken": null}' "$key" ;;
        esac ;;
esac
"""

SHELLS = [shell for shell in ("dash", "bash") if shutil.which(shell)]


class Bastion:
    """A machine with a shell and the stand-in, and nothing else of AWS."""

    def __init__(self, folder: Path, shell: str) -> None:
        self.folder = folder
        self.shell = shell
        self.log = folder / "log"
        tools = folder / "tools"
        tools.mkdir()
        (tools / "aws").write_text(STUB)
        (tools / "aws").chmod(0o700)
        self.script = folder / "collect.sh"
        self.script.write_text(pe.collection(cluster="prod", region="eu-west-1").script)
        self.environment = {
            "PATH": f"{tools}:{os.environ['PATH']}",
            "STUB_LOG": str(self.log),
            "STUB_DENIED": "",
            "STUB_HANG": "",
        }

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.shell, str(self.script), *arguments],
            cwd=self.folder,
            env={**self.environment, **environment},
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **environment: str) -> tuple[int, str]:
        process = self.start(*arguments, **environment)
        _, errors = process.communicate(timeout=120)
        return process.returncode, errors


@pytest.fixture(params=SHELLS)
def bastion(request: pytest.FixtureRequest, tmp_path: Path) -> Bastion:
    return Bastion(tmp_path, request.param)


def test_every_part_is_collected_as_boto3_collects_it(bastion: Bastion) -> None:
    status, errors = bastion.run("out")
    assert (status, errors) == (0, "wrote out\n")
    document = pe.Snapshot.read(bastion.folder / "out").document
    collected = document["collection"]
    assert collected["account"] == "111122223333"
    with_boto3 = collect("prod", region="eu-west-1", session=Aws().session()).document["collection"]["parts"]
    assert collected["parts"] == {key: {"state": "complete"} for key in with_boto3}
    asked = bastion.log.read_text()
    assert "--launch-template-id lt-0a --versions 3 " in asked
    assert "--nodegroup-name b " in asked
    assert "--filters Name=vpc-id,Values=vpc-0123456789abcdef0 --include-managed-resources " in asked
    assert "NextToken" in asked
    assert "--prefix-list-id pl-0a " in asked
    assert document["PrefixListEntries"] == {"pl-0a": {}}
    assert document["TransitGatewayRoutes"] == {}


def test_only_its_owner_can_read_what_it_writes(bastion: Bastion) -> None:
    bastion.run("out")
    files = list((bastion.folder / "out").iterdir())
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert {file.suffix for file in files} == {".json"}
    for file in files:
        json.loads(file.read_text())


def test_a_denied_call_leaves_its_part_out_and_the_rest_goes_on(bastion: Bastion) -> None:
    status, errors = bastion.run("out", STUB_DENIED="describe-route-tables describe-nodegroup list-hosted-zones-by-vpc")
    assert status == 0
    assert "RouteTables: denied: ec2:DescribeRouteTables: AccessDeniedException\n" in errors
    document = pe.Snapshot.read(bastion.folder / "out").document
    parts = document["collection"]["parts"]
    assert "RouteTables" not in document
    assert parts["RouteTables"]["state"] == "denied"
    assert parts["nodegroups"] == {"state": "partial", "detail": "eks:DescribeNodegroup: AccessDeniedException"}
    assert parts["LaunchTemplateVersions"]["state"] == "failed"
    assert parts["ResourceRecordSets"]["state"] == "denied"
    assert parts["Subnets"]["state"] == "complete"


def test_without_the_cluster_a_caller_may_name_the_vpc(bastion: Bastion) -> None:
    bastion.run("out", STUB_DENIED="describe-cluster")
    parts = pe.Snapshot.read(bastion.folder / "out").document["collection"]["parts"]
    assert parts["Vpcs"] == {"state": "failed", "detail": "the VPC of the cluster is not known"}
    bastion.run("named", "vpc-0a", STUB_DENIED="describe-cluster")
    parts = pe.Snapshot.read(bastion.folder / "named").document["collection"]["parts"]
    assert parts["Vpcs"] == {"state": "complete"}


def test_what_was_interrupted_counts_as_whole_in_no_part(bastion: Bastion) -> None:
    process = bastion.start("out", STUB_HANG="describe-subnets")
    end = time.monotonic() + 60
    while "describe-subnets" not in (bastion.log.read_text() if bastion.log.exists() else ""):
        assert time.monotonic() < end
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode != 0
    out = bastion.folder / "out"
    assert not (out / "describe-subnets.json").exists()
    assert not (out / ".work").exists()
    document = pe.Snapshot.read(out).document
    assert "Vpcs" in document
    assert {part["state"] for part in document["collection"]["parts"].values()} == {"failed"}


def test_files_of_an_earlier_run_are_not_mixed_with_new_ones(bastion: Bastion) -> None:
    (bastion.folder / "out").mkdir()
    (bastion.folder / "out" / "old.json").write_text("{}")
    status, errors = bastion.run("out")
    assert status == 2
    assert "is not empty" in errors
    assert not bastion.log.exists()


@pytest.mark.parametrize("name", ["-n", "a b", "$(touch hacked)", "a'b\"c"])
def test_any_name_of_a_folder_is_only_a_name(bastion: Bastion, name: str) -> None:
    status, _ = bastion.run(name)
    assert status == 0
    assert (bastion.folder / name / "collection.json").exists()
    assert not (bastion.folder / "hacked").exists()


def test_without_the_aws_cli_it_says_so(bastion: Bastion) -> None:
    (bastion.folder / "tools" / "aws").unlink()
    for tool in ("sh", "date", "mkdir"):
        (bastion.folder / "tools" / tool).symlink_to(shutil.which(tool) or "")
    shell = shutil.which(bastion.shell)
    done = subprocess.run(
        [str(shell), str(bastion.script), "out"],
        cwd=bastion.folder,
        env={"PATH": str(bastion.folder / "tools")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "`aws`, is not on the path" in done.stderr


@pytest.mark.parametrize("name", ["collect", "collect prod", ".ci/run"])
def test_shellcheck_finds_nothing(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        reason = "shellcheck is not on the path"
        with capsys.disabled():
            print(f"\nSKIP shellcheck: {reason}")
        pytest.skip(reason)
    script = tmp_path / "collect.sh"
    if name == ".ci/run":
        script = Path(__file__).resolve().parents[2] / name
    elif name == "collect":
        script.write_text(pe.collection().script)
    else:
        script.write_text(pe.collection(cluster="prod", region="eu-west-1").script)
    # SC2016 takes the backticks around a word of a message for a command that is meant to run.
    done = subprocess.run(
        [shellcheck, "--severity=info", "--exclude=SC2016", str(script)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_cluster_it_asks(bastion: Bastion) -> None:
    bastion.script.write_text(pe.collection().script)
    status, errors = bastion.run("out")
    assert status != 0
    assert "CLUSTER" in errors
    status, _ = bastion.run("out", CLUSTER="prod", REGION="eu-west-1")
    assert status == 0
    assert "--region eu-west-1 " in bastion.log.read_text()
