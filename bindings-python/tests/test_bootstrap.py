"""What `bootstrap` gives, held against what really reads it: shells, parsers, cloud-init, nodeadm."""

from __future__ import annotations

import email
import email.policy
import importlib
import io
import json
import os
import shutil
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import private_eks as pe
import pytest
import ruamel.yaml
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "bootstrap").glob("*.json"))
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "nodeconfig.schema.json").read_text("utf-8"))
SHELLS = [shell for shell in ("dash", "bash") if shutil.which(shell)]
CLUSTER: dict[str, Any] = json.loads((ROOT / "tests/cases/bootstrap/al2023-ipv4.json").read_text())["request"][
    "cluster"
]
ENDPOINT = CLUSTER["endpoint"].lower()

# Legal names of clusters that YAML of one age or the other reads as something else than a text.
ODD_NAMES = [
    "12345",
    "0123",
    "1e5",
    "0x1F",
    "0b11",
    "1_000",
    "true",
    "yes",
    "on",
    "off",
    "n",
    "y",
    "null",
    "2024-01-01",
]

# A stand-in for the bootstrap script: it writes down each word that it was called with, and a byte of zero after it.
STUB = '#!/bin/sh\nprintf \'%s\\0\' "$@" >"$0.words"\n'

names = st.one_of(
    st.sampled_from(ODD_NAMES),
    st.from_regex(r"[0-9A-Za-z][A-Za-z0-9_-]{0,30}", fullmatch=True),
)
label_names = st.from_regex(r"[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?", fullmatch=True)
label_keys = st.one_of(label_names, label_names.map(lambda name: f"corp.example/{name}"))
label_values = st.one_of(st.just(""), st.sampled_from(ODD_NAMES), label_names)
labels = st.dictionaries(label_keys, label_values, max_size=4)
taints = st.lists(
    st.fixed_dictionaries(
        {
            "key": label_keys,
            "value": label_values,
            "effect": st.sampled_from(["NoSchedule", "NoExecute", "PreferNoSchedule"]),
        }
    ),
    max_size=3,
    unique_by=lambda taint: (taint["key"], taint["effect"]),
)
# Every character that JSON can carry, control characters first, surrogates left out, for no text has them.
texts = st.text(
    st.one_of(
        st.sampled_from([*map(chr, range(0x20)), *string.punctuation, *"\x7f\x85\u2028\u2029\ufeff\ufffe\U0001f600é"]),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)


def ask(**request: Any) -> pe.Bootstrap:
    return pe.bootstrap(pe.NodeSpec.from_json(json.dumps({"cluster": CLUSTER, **request})))


def user_data(**request: Any) -> str:
    found = ask(**request).user_data
    assert found is not None
    return found


def skip(capsys: pytest.CaptureFixture[str], name: str, reason: str) -> None:
    with capsys.disabled():
        print(f"\nSKIP {name}: {reason}")
    pytest.skip(reason)


# ---- shell ----


def words_of(text: str, shell: str, **environment: str) -> list[str]:
    """The words that the script is called with when a real shell runs the text."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stub = folder / "bootstrap.sh"
        stub.write_text(STUB)
        stub.chmod(0o700)
        (folder / "systemctl").write_text("#!/bin/sh\n")
        (folder / "systemctl").chmod(0o700)
        moved = text.replace("/etc/eks/bootstrap.sh", str(stub)).replace("/etc/systemd", str(folder / "systemd"))
        done = subprocess.run(
            [shell, "-s"],
            input=moved.encode(),
            capture_output=True,
            check=False,
            timeout=30,
            env={"PATH": f"{folder}:{os.environ['PATH']}", **environment},
        )
        assert (done.returncode, done.stderr) == (0, b""), text
        written = (folder / "bootstrap.sh.words").read_bytes().decode()
        assert {file.name for file in folder.iterdir()} <= {
            "bootstrap.sh",
            "bootstrap.sh.words",
            "systemctl",
            "systemd",
        }
        return written.split("\0")[:-1]


def due_words(name: str, labels: Mapping[str, str], taints: list[dict[str, str]], flags: list[str]) -> list[str]:
    """The words as the reference of the script has them: name first, each flag before its value."""
    due = [name, "--apiserver-endpoint", ENDPOINT, "--b64-cluster-ca", CLUSTER["certificateAuthority"]]
    due += ["--dns-cluster-ip", "172.20.0.10"]
    extra = []
    if labels:
        extra.append("--node-labels=" + ",".join(f"{key}={value}" for key, value in sorted(labels.items())))
    if taints:
        each = (f"{taint['key']}={taint['value']}:{taint['effect']}" for taint in taints)
        extra.append("--register-with-taints=" + ",".join(each))
    extra += flags
    return [*due, "--kubelet-extra-args", " ".join(extra)] if extra else due


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("system", ["al2", "ubuntu"])
@settings(max_examples=25, deadline=None)
@given(
    name=names,
    labels=labels,
    taints=taints,
    flag=st.from_regex(r"--[a-z][a-z-]{2,10}=[A-Za-z0-9!#&()*+,./:;<=>?@^_{|}~-]{1,12}", fullmatch=True),
)
@example(name="0123", labels={"a": "on"}, taints=[], flag="--vmodule=*;rm&|(<>){}~#!?=1")
def test_a_shell_passes_on_every_word_as_it_is(
    shell: str, system: str, name: str, labels: dict[str, str], taints: list[dict[str, str]], flag: str
) -> None:
    answer = ask(
        system=system,
        cluster={**CLUSTER, "name": name},
        labels=labels,
        taints=taints,
        kubelet={"flags": [flag]},
    )
    assert answer.user_data is not None
    found = words_of(answer.user_data, shell)
    assert found == due_words(name, labels, taints, [flag])
    assert found == list(answer.arguments)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_proxy_reaches_the_units_and_the_script(shell: str) -> None:
    cluster = {**CLUSTER, "region": "eu-west-1", "vpcCidrs": ["10.0.0.0/16"]}
    text = user_data(system="al2", cluster=cluster, proxy={"url": "http://me:p@10.0.0.9:3128"})
    found = words_of(text, shell)
    assert found == due_words("prod", {}, [], [])
    printed = text.replace("/etc/systemd/system/$unit.service.d/http-proxy.conf", "/dev/stdout").replace(
        "mkdir -p", "true"
    )
    printed = printed.split("/etc/eks/bootstrap.sh")[0].replace("systemctl", "true")
    out = subprocess.run([shell, "-s"], input=printed, capture_output=True, text=True, check=True).stdout
    assert out.count('Environment="HTTPS_PROXY=http://me:p@10.0.0.9:3128"\n') == 3
    assert out.count("172.20.0.0/16") == 3


@pytest.mark.parametrize(
    "file", [file for file in CASES if file.stem.startswith(("al2-", "ubuntu-"))], ids=lambda file: file.stem
)
def test_shellcheck_finds_nothing(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        skip(capsys, "shellcheck", "shellcheck is not on the path")
    case = json.loads(file.read_text("utf-8"))
    if "answer" not in case:
        return
    for at, part in enumerate(shell_parts(pe.bootstrap(pe.NodeSpec.from_json(json.dumps(case["request"]))).user_data)):
        script = tmp_path / f"{at}.sh"
        script.write_text(part)
        for dialect in ("bash", "dash"):
            done = subprocess.run(
                [str(shellcheck), f"--shell={dialect}", str(script)], capture_output=True, text=True, check=False
            )
            assert (done.returncode, done.stdout, done.stderr) == (0, "", ""), part


def shell_parts(text: str | None) -> list[str]:
    if text is None:
        return []
    if not text.startswith("MIME"):
        return [text]
    return [body for kind, body in mime_parts(text) if kind == "text/x-shellscript"]


# ---- MIME ----


def mime_parts(text: str) -> list[tuple[str, str]]:
    """The parts as Python's email package reads them."""
    message = email.message_from_bytes(text.encode(), policy=email.policy.compat32)
    assert message.is_multipart()
    assert not message.defects
    found = []
    for part in message.walk():
        if part.is_multipart():
            continue
        assert not part.defects
        body = part.get_payload(decode=True)
        assert isinstance(body, bytes)
        found.append((part.get_content_type(), body.decode()))
    return found


def with_cloud_init(text: str) -> list[tuple[str, str]]:
    """The parts as cloud-init reads them."""
    read = importlib.import_module("cloudinit.user_data")
    helpers = importlib.import_module("cloudinit.helpers")
    message = read.UserDataProcessor(helpers.Paths({})).process(text.encode())
    parts = (part for part in message.walk() if not part.is_multipart())
    return [(part.get_content_type(), part.get_payload(decode=True).decode()) for part in parts]


@pytest.fixture
def cloud_init(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """cloud-init is no package of Python's index: `.ci/run` unpacks it beside the other tools where it may."""
    places = [ROOT / ".tools" / "cloud-init" / "usr/lib/python3/dist-packages", Path("/usr/lib/python3/dist-packages")]
    place = next((place for place in places if (place / "cloudinit").is_dir()), None)
    if place is None:
        skip(capsys, "cloud-init", "cloud-init is not there")
    sys.path.append(str(place))
    try:
        importlib.import_module("cloudinit.user_data")
    except ImportError as error:
        skip(capsys, "cloud-init", f"cloud-init cannot be imported: {error}")
    yield
    sys.path.remove(str(place))


# A NodeConfig part is read before it is taken, so that it is one; letters beyond ASCII stand in it as in the others.
NODE_CONFIG_PART = "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  containerd:\n    config: {}\n# é\n"
parts = st.lists(
    st.one_of(
        texts.map(lambda text: {"kind": "shell", "text": "#!/bin/sh\n" + text}),
        texts.map(lambda text: {"kind": "cloudConfig", "text": "#cloud-config\n" + text}),
        texts.map(lambda text: {"kind": "nodeConfig", "text": NODE_CONFIG_PART.format(json.dumps(text))}),
    ).filter(lambda part: "\r" not in part["text"] and "\0" not in part["text"]),
    min_size=1,
    max_size=3,
)
TYPES = {
    "shell": "text/x-shellscript",
    "cloudConfig": "text/cloud-config",
    "nodeConfig": "application/node.eks.aws",
}


def check_archive(read: Any, before: list[dict[str, str]], after: list[dict[str, str]]) -> None:
    text = user_data(system="al2023", before=before, after=after)
    own = user_data(system="al2023")
    due = [(TYPES[part["kind"]], part["text"]) for part in before]
    due += [("application/node.eks.aws", own)]
    due += [(TYPES[part["kind"]], part["text"]) for part in after]
    assert read(text) == due
    assert "\r" not in text
    assert text.startswith('MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="')


@settings(max_examples=100, deadline=None)
@given(before=parts, after=parts)
@example(
    before=[{"kind": "shell", "text": "#!/bin/sh\n--private-eks--\n\n--private-eks-x\n"}],
    after=[{"kind": "shell", "text": "#!x"}],
)
def test_an_archive_comes_apart_as_it_was_put_together(
    before: list[dict[str, str]], after: list[dict[str, str]]
) -> None:
    check_archive(mime_parts, before, after)


def test_cloud_init_reads_the_same_parts(cloud_init: None) -> None:
    @settings(max_examples=50, deadline=None)
    @given(before=parts, after=parts)
    def check(before: list[dict[str, str]], after: list[dict[str, str]]) -> None:
        check_archive(with_cloud_init, before, after)

    check()


# ---- YAML ----


def read_twice(text: str) -> Any:
    """One document as two parsers read it, of YAML 1.1 and of YAML 1.2; they must agree."""
    first = yaml.safe_load(text)
    second = ruamel.yaml.YAML(typ="safe", pure=True).load(io.StringIO(text))
    assert first == second, text
    return first


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_stays_a_text(name: str) -> None:
    document = read_twice(user_data(system="al2023", cluster={**CLUSTER, "name": name}, labels={"a": name, name: "b"}))
    assert document["spec"]["cluster"]["name"] == name
    assert document["spec"]["kubelet"]["flags"] == [
        "--node-labels=" + ",".join(f"{key}={value}" for key, value in sorted({"a": name, name: "b"}.items()))
    ]


json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**53), 2**53),
        st.floats(allow_nan=False, allow_infinity=False, width=32),
        texts,
        st.sampled_from(ODD_NAMES),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None)
@given(
    config=st.dictionaries(texts, json_values, max_size=3),
    containerd=texts,
    variable=texts,
    name=names,
)
def test_whatever_is_put_into_a_node_config_comes_out_of_it(
    config: dict[str, Any], containerd: str, variable: str, name: str
) -> None:
    toml = f"# {''.join(c for c in containerd if c.isprintable())}\na = 1\n"
    request = {
        "cluster": {**CLUSTER, "name": name},
        "kubelet": {"config": config},
        "containerd": {"config": toml},
        "environment": {"default": {"A": variable}},
    }
    try:
        text = user_data(system="al2023", **request)
    except pe.PrivateEksError as error:
        refused = any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in variable) or variable.endswith('"')
        if not refused and not config.keys() & {"kind", "apiVersion"}:
            raise error
        return
    document = read_twice(text)
    cluster = document["spec"].pop("cluster")
    assert cluster["name"] == name
    assert document["spec"].pop("containerd") == {"config": toml}
    assert document["spec"].pop("instance") == {"environment": {"default": {"A": variable}}}
    assert document["spec"].pop("kubelet", {"config": {}}) == {"config": config}
    assert document["spec"] == {}


def node_configs() -> Iterator[tuple[str, str]]:
    """Every NodeConfig that the cases give."""
    for file in CASES:
        case = json.loads(file.read_text("utf-8"))
        if "answer" not in case or case["request"].get("form") in ("base64", "launchTemplate"):
            continue
        answer = pe.bootstrap(pe.NodeSpec.from_json(json.dumps(case["request"])))
        texts = [document.text for document in answer.documents]
        if answer.user_data is not None:
            mime = answer.user_data.startswith("MIME")
            texts += [body for _, body in mime_parts(answer.user_data)] if mime else [answer.user_data]
        for text in texts:
            if text.startswith('apiVersion: "node.eks.aws'):
                yield file.stem, text


NODE_CONFIGS = list(node_configs())


@pytest.mark.parametrize(("name", "text"), NODE_CONFIGS, ids=[name for name, _ in NODE_CONFIGS])
def test_every_node_config_fits_the_schema(name: str, text: str) -> None:
    document = read_twice(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    if "managed" not in name and "karpenter" not in name:
        assert "cluster" in document["spec"]
    elif "ami" not in name:
        assert "cluster" not in document["spec"]


def test_the_schema_refuses_what_nodeadm_would_drop_or_refuse() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    sound = read_twice(user_data(system="al2023"))
    for change in [
        {"cluster": {**sound["spec"]["cluster"], "cidr": None}},
        {"cluster": {key: value for key, value in sound["spec"]["cluster"].items() if key != "cidr"}},
        {"cluster": {**sound["spec"]["cluster"], "name": 12345}},
        {"Cluster": sound["spec"]["cluster"]},
        {"instance": {"localStorage": {"strategy": "raid0"}}},
        {"instance": {"environment": {"default": {"A": 'b"'}}}},
        {"kubelet": {"flags": ['--node-labels="a=b"']}},
    ]:
        assert not validator.is_valid({**sound, "spec": change}), change
    assert validator.is_valid(sound)


def test_nodeadm_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nodeadm = shutil.which("nodeadm")
    if nodeadm is None:
        skip(capsys, "nodeadm", "nodeadm is not on the path")
    for name, text in NODE_CONFIGS:
        if "cluster:" not in text or "hybrid:" in text:
            continue
        file = tmp_path / "config.yaml"
        file.write_text(text)
        done = subprocess.run(
            [str(nodeadm), "config", "check", "--config-source", f"file://{file}"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{name}: {done.stderr}"


# ---- TOML ----


@settings(max_examples=200, deadline=None)
@given(labels=labels, taints=taints, key=texts, value=texts)
def test_settings_come_out_as_they_were_put_in(
    labels: dict[str, str], taints: list[dict[str, str]], key: str, value: str
) -> None:
    extra = f"[settings.motd]\n{quoted(key)} = {quoted(value)}\n"
    assert tomllib.loads(extra) == {"settings": {"motd": {key: value}}}
    own = [{"kind": "toml", "text": extra}]
    found = tomllib.loads(user_data(system="bottlerocket", labels=labels, taints=taints, after=own))
    due: dict[str, Any] = {
        "cluster-name": "prod",
        "api-server": ENDPOINT,
        "cluster-certificate": CLUSTER["certificateAuthority"],
        "cluster-dns-ip": "172.20.0.10",
    }
    if labels:
        due["node-labels"] = labels
    for taint in taints:
        due.setdefault("node-taints", {}).setdefault(taint["key"], []).append(f"{taint['value']}:{taint['effect']}")
    assert found == {"settings": {"kubernetes": due, "motd": {key: value}}}


def quoted(text: str) -> str:
    """A text of TOML with every character escaped that is no letter or digit."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'


# ---- PowerShell ----


@settings(max_examples=100, deadline=None)
@given(labels=labels, name=names)
def test_windows_puts_every_value_into_single_quotes(labels: dict[str, str], name: str) -> None:
    text = user_data(system="windows", cluster={**CLUSTER, "name": name}, labels=labels)
    lines = text.splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("<powershell>", "</powershell>", 3)
    call = lines[1].removeprefix('& "$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1"')
    pieces = call.split("'")
    flags, values = pieces[0::2], pieces[1::2]
    due = ["-EKSClusterName", "-APIServerEndpoint", "-Base64ClusterCA", "-ServiceCIDR", "-DNSClusterIP"]
    due += ["-KubeletExtraArgs"] if labels else []
    assert [flag.strip() for flag in flags] == [*due, ""]
    assert values[0] == name


# ---- the command line ----


def program(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "private_eks", *arguments]
    return subprocess.run(command, capture_output=True, check=False, timeout=60, **options)


def test_the_command_prints_user_data_as_it_is() -> None:
    node = json.dumps({"system": "al2023", "cluster": CLUSTER}).encode()
    done = program("bootstrap", "--node", "-", "--print", "user-data", input=node)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == user_data(system="al2023").encode()
    facts = ["--name", "prod", "--endpoint", CLUSTER["endpoint"], "--service-cidr", "172.20.0.0/16"]
    facts += ["--certificate-authority", CLUSTER["certificateAuthority"]]
    assert program("bootstrap", "--system", "al2023", *facts, "--print", "user-data").stdout == done.stdout
    told = program("bootstrap", "--node", "-", input=node).stdout.decode()
    assert "Still called while it boots:\n  ec2: DescribeInstances (ec2)\n" in told
    assert CLUSTER["certificateAuthority"] not in told
    as_json = program("bootstrap", "--node", "-", "--format", "json", input=node).stdout
    assert json.loads(as_json)["dnsAddress"] == "172.20.0.10"


def test_the_command_names_the_file_of_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "node.json"
    file.write_text('{"system": "al2023", "labels": {"a": "b c"}}')
    done = program("bootstrap", "--node", str(file))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"private-eks: {file}: node.labels.a: `b c` is no value")
    for arguments in ([], ["--node", str(file), "--system", "al2"], ["--node", str(file), "--name", "x"]):
        assert program("bootstrap", *arguments).returncode == 2


def test_the_command_says_why_there_is_nothing() -> None:
    done = program("bootstrap", "--system", "fargate", "--print", "user-data")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"they take no user data" in done.stderr


def test_the_flags_alone() -> None:
    facts = ["--endpoint", CLUSTER["endpoint"], "--certificate-authority", CLUSTER["certificateAuthority"]]
    due = f"--apiserver-endpoint {ENDPOINT} --b64-cluster-ca {CLUSTER['certificateAuthority']}\n"
    assert program("flags", *facts).stdout.decode() == due
    windows = program("flags", "--system", "windows", *facts).stdout.decode()
    assert windows == f"-APIServerEndpoint '{ENDPOINT}' -Base64ClusterCA '{CLUSTER['certificateAuthority']}'\n"
