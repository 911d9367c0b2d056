"""User data, certificates and access entries, held against who else reads them: PyYAML, Python's own email package,
cloud-init, `cryptography` and openssl.
"""

from __future__ import annotations

import base64
import email
import email.message
import importlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import private_eks as pe
import pytest
import yaml
from conftest import Skip
from hypothesis import given, settings
from hypothesis import strategies as st
from private_eks import cli

AUTHORITY = Path(__file__).resolve().parents[2] / "tests" / "authority"
ROLE = "arn:aws:iam::111122223333:role/team/node"
MAPPED = "arn:aws:iam::111122223333:role/node"
CONFIG = "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster:\n    name: prod\n"


def encoded(*names: str) -> str:
    return base64.b64encode(b"".join((AUTHORITY / name).read_bytes() for name in names)).decode()


def bundle(data: str) -> pe.CertificateBundle:
    config = f"{CONFIG}    certificateAuthority: '{data}'\n"
    found = pe.inspect(user_data=config, as_of="2026-11-22").certificates
    assert found is not None
    return found


def merged(existing: str | None, kind: Any = "windows") -> str:
    answer = pe.access(
        cluster="prod",
        region="eu-west-1",
        authentication_mode="CONFIG_MAP",
        nodes=[pe.AccessNode(kind=kind, role=ROLE)],
        aws_auth=existing,
    )
    assert answer.aws_auth is not None
    return answer.aws_auth.text


# ---- the aws-auth ConfigMap ----


def test_a_new_config_map_is_read_by_another_parser_as_it_was_meant() -> None:
    document = yaml.safe_load(merged(None))
    assert document["metadata"] == {"name": "aws-auth", "namespace": "kube-system"}
    assert yaml.safe_load(document["data"]["mapRoles"]) == [
        {
            "rolearn": MAPPED,
            "username": "system:node:{{EC2PrivateDNSName}}",
            "groups": ["eks:kube-proxy-windows", "system:bootstrappers", "system:nodes"],
        }
    ]


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"username": _WORDS, "groups": st.lists(_WORDS, max_size=3)}), max_size=4),
    st.sampled_from([{}, {"default_flow_style": True}, {"default_style": '"'}, {"indent": 4, "width": 30}]),
    st.sampled_from(["yaml", "json", "flow"]),
)
def test_nothing_is_lost_whoever_wrote_the_config_map(
    items: list[dict[str, Any]], style: dict[str, Any], form: str
) -> None:
    roles = [{"rolearn": f"arn:aws:iam::111122223333:role/r{at}", **item} for at, item in enumerate(items)]
    before = {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "aws-auth", "namespace": "kube-system", "resourceVersion": "7"},
        "data": {"mapRoles": yaml.safe_dump(roles, allow_unicode=True, **style), "mapAccounts": "[]\n", "own": "x: y"},
    }
    if form == "json":
        text = json.dumps(before, indent=2)
    else:
        text = yaml.safe_dump(before, allow_unicode=True, default_flow_style=form == "flow")
    after = yaml.safe_load(merged(text))
    added = {
        "rolearn": MAPPED,
        "username": "system:node:{{EC2PrivateDNSName}}",
        "groups": ["eks:kube-proxy-windows", "system:bootstrappers", "system:nodes"],
    }
    assert yaml.safe_load(after["data"]["mapRoles"]) == [*roles, added]
    before["data"]["mapRoles"] = after["data"]["mapRoles"]
    assert after == before


def test_the_commands_are_words_for_a_shell() -> None:
    answer = pe.access(
        cluster="prod",
        region="eu-west-1",
        authentication_mode="API_AND_CONFIG_MAP",
        prefer_config_map=True,
        principals=[pe.AccessPrincipal(arn=ROLE, groups=["it's $(id) `id`"], username='a"b')],
    )
    assert answer.aws_auth is not None
    (step,) = answer.steps
    shells = [shell for shell in ("dash", "bash") if shutil.which(shell)]
    assert shells
    for shell in shells:
        script = f"kubectl() {{ cat; }}\n{step.command}"
        done = subprocess.run([shell, "-c", script], capture_output=True, check=True, timeout=30)
        assert done.stdout.decode() == answer.aws_auth.text


# ---- certificates ----


@pytest.mark.parametrize("names", [["first.pem"], ["second.pem", "first.pem"], ["server.pem"]])
def test_cryptography_reads_the_same_of_a_certificate(names: list[str], skip: Skip) -> None:
    try:
        x509 = importlib.import_module("cryptography.x509")
    except ImportError:
        skip("cryptography", "the package `cryptography` is not installed")
    found = bundle(encoded(*names))
    assert found.count == len(names)
    for name, ours in zip(names, found.certificates, strict=True):
        theirs = x509.load_pem_x509_certificate((AUTHORITY / name).read_bytes())
        extension = theirs.extensions.get_extension_for_class
        assert ours.subject == theirs.subject.rfc4514_string()
        assert ours.issuer == theirs.issuer.rfc4514_string()
        assert int(ours.serial, 16) == theirs.serial_number
        assert ours.not_before == theirs.not_valid_before_utc.strftime("%Y-%m-%dT%H:%M:%SZ")
        assert ours.not_after == theirs.not_valid_after_utc.strftime("%Y-%m-%dT%H:%M:%SZ")
        assert ours.is_authority == extension(x509.BasicConstraints).value.ca
        assert ours.subject_key_id == extension(x509.SubjectKeyIdentifier).value.digest.hex()


def test_openssl_reads_the_same_of_a_certificate(skip: Skip) -> None:
    if shutil.which("openssl") is None:
        skip("openssl", "the program `openssl` is not on the path")
    ours = bundle(encoded("first.pem")).certificates[0]
    command = ["openssl", "x509", "-in", str(AUTHORITY / "first.pem"), "-noout", "-serial", "-subject", "-dates"]
    told = subprocess.run(command, capture_output=True, check=True, timeout=30, text=True).stdout
    facts = dict(line.split("=", 1) for line in told.splitlines())
    assert int(facts["serial"], 16) == int(ours.serial, 16)
    assert facts["subject"].replace(" ", "") == ours.subject
    assert (facts["notBefore"], facts["notAfter"]) == ("Jan  1 00:00:00 2024 GMT", "Jan  1 00:00:00 2034 GMT")
    assert (ours.not_before, ours.not_after) == ("2024-01-01T00:00:00Z", "2034-01-01T00:00:00Z")


# ---- MIME ----

_BODIES = {
    "text/x-shellscript": "#!/bin/bash\necho one\n",
    "application/node.eks.aws": CONFIG,
    "text/cloud-boothook": "#cloud-boothook\ntrue\n",
    "text/cloud-config": "#cloud-config\nruncmd: []\n",
}
_KINDS = {
    "text/x-shellscript": "shell",
    "application/node.eks.aws": "nodeConfig",
    "text/cloud-boothook": "bootHook",
    "text/cloud-config": "cloudConfig",
}


def multipart(kinds: list[str], boundary: str, end: str) -> str:
    parts = "".join(f"--{boundary}\nContent-Type: {kind}\n\n{_BODIES[kind]}\n" for kind in kinds)
    head = f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{boundary}"\n\n'
    return f"{head}{parts}--{boundary}--\n".replace("\n", end)


def theirs(text: str) -> list[tuple[str, int]]:
    """Type and size of each part, as Python's own package reads them."""
    message = email.message_from_string(text)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return [(_KINDS[part.get_content_type()], len(str(part.get_payload()))) for part in leaves]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(_BODIES)), min_size=1, max_size=6),
    st.sampled_from(["//", "==BOUNDARY==", "a b", "x'y"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_the_email_package_finds_the_same_parts(kinds: list[str], boundary: str, end: str) -> None:
    text = multipart(kinds, boundary, end)
    answer = pe.inspect(user_data=text)
    ours = sorted(answer.parts, key=lambda part: part.number)
    assert [(part.kind, part.bytes) for part in ours] == theirs(text)


def test_cloud_init_finds_the_same_parts(skip: Skip) -> None:
    try:
        user_data = importlib.import_module("cloudinit.user_data")
    except ImportError:
        skip("cloud-init", "the package `cloudinit` is not installed")
    text = multipart(sorted(_BODIES), "==BOUNDARY==", "\n")
    message = user_data.convert_string(text)
    found = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    answer = pe.inspect(user_data=text)
    assert [_KINDS[kind] for kind in found] == [
        part.kind for part in sorted(answer.parts, key=lambda part: part.number)
    ]


# ---- the papers ----


@pytest.mark.parametrize("paper", ["access.md", "images.md", "inspect.md"])
def test_the_examples_of_the_papers_run(paper: str) -> None:
    text = (AUTHORITY.parents[1] / "docs" / paper).read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, paper, "exec"), {"__name__": paper})


# ---- the command line ----


def run(*arguments: str) -> int:
    return cli.run(arguments)


def test_inspect_reads_text_base64_and_gzip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import gzip

    script = "#!/bin/bash\n/etc/eks/bootstrap.sh prod\n"
    files = {
        "plain": script.encode(),
        "base64": base64.b64encode(script.encode()),
        "gzip": gzip.compress(script.encode()),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        assert run("inspect", str(tmp_path / name), "--format", "json") == 0
        assert json.loads(capsys.readouterr().out)["clusterName"] == "prod", name
    (tmp_path / "bad").write_text(script.replace("prod", "--name=prod"))
    assert run("inspect", str(tmp_path / "bad")) == 1
    assert "flag-as-name" in capsys.readouterr().out
    assert run("inspect", str(tmp_path / "nothing")) == 2
    assert run("inspect", str(tmp_path / "plain"), "--as-of", "soon") == 2


def test_access_prints_the_answer_or_the_config_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["access", "--cluster", "prod", "--region", "eu-west-1", "--node", f"al2023={ROLE}"]
    assert run(*words, "--mode", "API") == 0
    assert "aws eks create-access-entry" in capsys.readouterr().out
    assert run(*words, "--mode", "CONFIG_MAP", "--print", "aws-auth") == 0
    first = capsys.readouterr().out
    (tmp_path / "aws-auth.yaml").write_text(first)
    existing = ["--aws-auth", str(tmp_path / "aws-auth.yaml")]
    assert run(*words, "--mode", "CONFIG_MAP", *existing, "--admin", ROLE.replace("node", "ops")) == 0
    assert "kubectl replace" in capsys.readouterr().out
    assert run(*words, "--mode", "CONFIG_MAP", *existing, "--print", "aws-auth") == 0
    assert capsys.readouterr().out == first
    assert run(*words, "--mode", "API", "--print", "aws-auth") == 2
    assert run(*words[:-1], "al2023", "--mode", "API") == 2
    assert run(*words[:-1], f"al2022={ROLE}", "--mode", "API") == 2
    assert "nodes[0].kind" in capsys.readouterr().err
