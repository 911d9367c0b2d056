"""Copies of images as `mirror` plans them, made by the tools that the commands are for, between registries on loopback.

The image is made here: an index of two platforms, with a layer each. What is compared are the bytes of the index and
everything that the registries store. The calls of Amazon ECR are read by botocore's model and made to moto.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import itertools
import json
import os
import shlex
import shutil
import subprocess
import tarfile
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import boto3
import botocore.session
import moto
import private_eks as pe
import pytest
from botocore import xform_name
from botocore.validate import ParamValidator
from conftest import Skip

INDEX = "application/vnd.oci.image.index.v1+json"
MANIFEST = "application/vnd.oci.image.manifest.v1+json"
CONFIG = "application/vnd.oci.image.config.v1+json"
LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
# What Amazon ECR calls its user, with the password `a secret`, in the one form that the registry reads: bcrypt.
PASSWORD = "a secret"
HTPASSWD = "AWS:$2b$04$g7iaSzBt.a32oTWzRogCGeZHfSmHPODI3hwAZviNQn6jvEdD7peYy"


# ---- the image ----


class Layout:
    """A folder in the OCI image layout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.blobs = folder / "blobs" / "sha256"
        self.blobs.mkdir(parents=True)
        (folder / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}')
        self.named: list[dict[str, Any]] = []

    def blob(self, kind: str, data: bytes) -> dict[str, Any]:
        hexed = hashlib.sha256(data).hexdigest()
        (self.blobs / hexed).write_bytes(data)
        return {"mediaType": kind, "digest": f"sha256:{hexed}", "size": len(data)}

    def document(self, kind: str, document: dict[str, Any]) -> dict[str, Any]:
        return self.blob(kind, json.dumps({"schemaVersion": 2, "mediaType": kind, **document}).encode())

    def manifest(self, architecture: str, text: str) -> dict[str, Any]:
        """An image of one platform, whose only file holds a text."""
        tar = io.BytesIO()
        with tarfile.open(fileobj=tar, mode="w") as archive:
            entry = tarfile.TarInfo("words")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
        layer = self.blob(LAYER, gzip.compress(tar.getvalue(), mtime=0))
        inner = f"sha256:{hashlib.sha256(tar.getvalue()).hexdigest()}"
        config = {"architecture": architecture, "os": "linux", "rootfs": {"type": "layers", "diff_ids": [inner]}}
        return self.document(MANIFEST, {"config": self.blob(CONFIG, json.dumps(config).encode()), "layers": [layer]})

    def index(self) -> dict[str, Any]:
        """An image of two platforms."""
        of = {architecture: self.manifest(architecture, f"for {architecture}") for architecture in ("amd64", "arm64")}
        platforms = [{**what, "platform": {"os": "linux", "architecture": name}} for name, what in of.items()]
        return self.document(INDEX, {"manifests": platforms})

    def name(self, tag: str, what: dict[str, Any]) -> str:
        """Names what lies here, and gives its digest."""
        self.named.append({**what, "annotations": {"org.opencontainers.image.ref.name": tag}})
        (self.folder / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": self.named}))
        return str(what["digest"])


# ---- the registries ----


class Registry:
    """A registry that listens on loopback, on a port that the system chooses, and ends with the block."""

    def __init__(self, folder: Path, *, password: bool = False) -> None:
        folder.mkdir()
        self.storage = folder / "storage"
        self.log = folder / "log"
        config: dict[str, Any] = {
            "version": "0.1",
            "log": {"level": "info"},
            "storage": {"filesystem": {"rootdirectory": str(self.storage)}},
            "http": {"addr": "127.0.0.1:0"},
        }
        if password:
            (folder / "htpasswd").write_text(HTPASSWD)
            config["auth"] = {"htpasswd": {"realm": "test", "path": str(folder / "htpasswd")}}
        self.config = folder / "config.yml"
        self.config.write_text(json.dumps(config))

    def __enter__(self) -> Registry:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(["docker-registry", "serve", str(self.config)], stdout=log, stderr=log)
        try:
            self.host = self.listens()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def listens(self) -> str:
        """The host and port, once it listens."""
        before = time.monotonic() + 60
        while time.monotonic() < before and self.process.poll() is None:
            _, said, rest = self.log.read_text().partition("listening on ")
            if said and rest[:1]:
                host = rest.split('"')[0].split()[0]
                if host.rpartition(":")[2].isdigit():
                    return host
            time.sleep(0.05)
        raise AssertionError(f"the registry does not listen: {self.log.read_text()}")

    def blobs(self) -> dict[str, bytes]:
        """Everything that is stored, by its digest: indexes, manifests, configurations and layers."""
        found = self.storage.glob("docker/registry/v2/blobs/sha256/*/*/data")
        return {path.parent.name: path.read_bytes() for path in found}

    def manifest(self, repository: str, tag: str) -> tuple[str, bytes]:
        """The type and the bytes of what a tag names."""
        kinds = [INDEX, MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"]
        request = urllib.request.Request(
            f"http://{self.host}/v2/{repository}/manifests/{tag}", headers={"Accept": ", ".join(kinds)}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return str(answer.headers["Content-Type"]), answer.read()


class Bastion:
    """Two registries, an image in the one of them, and a home folder that lets tools speak to both without TLS."""

    def __init__(self, folder: Path, inside: Registry, outside: Registry) -> None:
        self.folder = folder
        self.inside = inside
        self.outside = outside
        self.path = folder / "bin"
        self.path.mkdir()
        own = folder / "home" / ".config" / "containers"
        own.mkdir(parents=True)
        plain = [f'[[registry]]\nlocation = "{registry.host}"\ninsecure = true\n' for registry in (inside, outside)]
        (own / "registries.conf").write_text("\n".join(plain))
        (own / "policy.json").write_text('{"default":[{"type":"insecureAcceptAnything"}]}')
        (folder / "auth.json").write_text("{}")
        self.environment = {
            "HOME": str(folder / "home"),
            "PATH": f"{self.path}:{os.environ['PATH']}",
            "REGISTRY_AUTH_FILE": str(folder / "auth.json"),
            "TMPDIR": str(folder),
        }
        self.layout = Layout(folder / "layout")
        self.digest = self.layout.name("v1", self.layout.index())
        self.push("v1")

    def push(self, tag: str) -> None:
        to = f"docker://{self.outside.host}/upstream/app:{tag}"
        self.run([["skopeo", "copy", "--all", f"oci:{self.layout.folder}:{tag}", to]])

    def run(self, commands: Sequence[Sequence[str]], *, may_fail: bool = False) -> str:
        """Runs commands, each on the output of the one before it, and gives the last output."""
        data = b""
        for words in commands:
            done = subprocess.run(
                words, input=data, capture_output=True, env=self.environment, timeout=120, check=False
            )
            assert may_fail or done.returncode == 0, (words, done.stderr.decode())
            data = done.stdout
        return data.decode()

    def plan(self, **request: Any) -> pe.MirrorPlan:
        source = f"{self.outside.host}/upstream/app:v1"
        image = pe.MirrorImage(reference=source, digest=request.pop("digest", None))
        return pe.mirror(registry=self.inside.host, images=[image], prefix="mirror", **request)

    def follow(self, plan: pe.MirrorPlan) -> dict[str, list[str]]:
        """Does what a plan says, and gives what its steps print, by their phases."""
        printed: dict[str, list[str]] = {}
        for step in plan.steps:
            printed.setdefault(step.phase, []).append(self.run(step.commands, may_fail=step.may_fail))
        return printed


@pytest.fixture
def bastion(tmp_path: Path, skip: Skip) -> Iterator[Bastion]:
    for tool in ("skopeo", "docker-registry"):
        if shutil.which(tool) is None:
            skip(tool, f"{tool} is not on the path")
    with ExitStack() as stack:
        inside, outside = (stack.enter_context(Registry(tmp_path / name)) for name in ("inside", "outside"))
        yield Bastion(tmp_path, inside, outside)


# ---- skopeo ----


@pytest.mark.parametrize("is_known", [True, False], ids=["by-digest", "by-tag"])
def test_skopeo_copies_every_platform_and_keeps_the_digest(bastion: Bastion, is_known: bool) -> None:
    plan = bastion.plan(digest=bastion.digest if is_known else None)
    (item,) = plan.items
    assert item.source.endswith(f"@{bastion.digest}" if is_known else ":v1")
    printed = bastion.follow(plan)
    assert bastion.inside.manifest(item.repository, item.tag) == bastion.outside.manifest("upstream/app", "v1")
    # An index, two manifests, two configurations, two layers.
    assert len(bastion.outside.blobs()) == 7
    assert bastion.inside.blobs() == bastion.outside.blobs()
    hexed = bastion.digest.partition(":")[2]
    assert [line.split()[0] for line in printed["verify"]] == [hexed]
    verify = next(step for step in plan.steps if step.phase == "verify")
    assert (hexed if is_known else item.source) in verify.description
    # What is to be pulled by then is there.
    if is_known:
        name, _, digest = item.use.partition("@")
        raw = bastion.run([["skopeo", "inspect", "--raw", f"docker://{name.rpartition(':')[0]}@{digest}"]])
        assert hashlib.sha256(raw.encode()).hexdigest() == hexed


def test_the_text_of_a_plan_is_a_script_that_copies(bastion: Bastion) -> None:
    plan = bastion.plan(digest=bastion.digest)
    printed = bastion.run([["sh", "-c", plan.text]])
    assert printed.endswith(f"{bastion.digest.partition(':')[2]}  -\n")
    assert bastion.inside.blobs() == bastion.outside.blobs()


def test_signatures_are_copied_and_those_that_are_not_there_do_no_harm(bastion: Bastion) -> None:
    tag = f"{bastion.digest.replace(':', '-')}.sig"
    bastion.layout.name(tag, bastion.layout.manifest("amd64", "a signature"))
    bastion.push(tag)
    plan = bastion.plan(digest=bastion.digest, attachments=True)
    bastion.follow(plan)
    repository = plan.items[0].repository
    assert bastion.inside.manifest(repository, tag) == bastion.outside.manifest("upstream/app", tag)
    assert bastion.inside.blobs() == bastion.outside.blobs()


def test_a_plan_that_knows_what_is_there_has_nothing_to_do(bastion: Bastion) -> None:
    (item,) = bastion.plan(digest=bastion.digest).items
    bastion.follow(bastion.plan(digest=bastion.digest))
    _, raw = bastion.inside.manifest(item.repository, item.tag)
    held = pe.PresentImage(repository=item.repository, tag=item.tag, digest=f"sha256:{hashlib.sha256(raw).hexdigest()}")
    assert bastion.plan(digest=bastion.digest, present=[held]).steps == ()


def test_skopeo_takes_one_platform_along_when_it_is_not_told_otherwise(bastion: Bastion) -> None:
    plan = bastion.plan(digest=bastion.digest)
    (words,) = (step.commands[0] for step in plan.steps if step.phase == "copy")
    bastion.run([[word for word in words if word != "--all"]])
    (item,) = plan.items
    kind, _ = bastion.inside.manifest(item.repository, item.tag)
    assert kind == MANIFEST
    (verify,) = (step.commands for step in plan.steps if step.phase == "verify")
    # Another digest is not printed, and the check fails.
    with pytest.raises(AssertionError):
        bastion.run(verify)
    assert bastion.run(verify, may_fail=True) == ""


def test_the_password_goes_from_one_command_to_the_other(bastion: Bastion, tmp_path: Path) -> None:
    """The login of a plan for Amazon ECR, with a registry in its place that has the same user."""
    plan = pe.mirror(registry=ECR, images=[pe.MirrorImage(reference="quay.io/a/b:1")])
    (step,) = (step for step in plan.steps if step.phase == "login")
    aws = bastion.path / "aws"
    aws.write_text(f"#!/bin/sh\n[ \"$*\" = 'ecr get-login-password --region eu-west-1' ] && echo '{PASSWORD}'\n")
    aws.chmod(0o755)
    with Registry(tmp_path / "locked", password=True) as locked:
        conf = tmp_path / "home" / ".config" / "containers" / "registries.conf"
        conf.write_text(f'{conf.read_text()}\n[[registry]]\nlocation = "{locked.host}"\ninsecure = true\n')
        to = [f"docker://{locked.host}/app:v1"]
        copy = ["skopeo", "copy", "--all", f"oci:{bastion.layout.folder}:v1", *to]
        bastion.run([copy], may_fail=True)
        assert locked.blobs() == {}
        bastion.run([["sh", "-c", step.command.replace(ECR, locked.host)]])
        bastion.run([copy])
        assert locked.blobs() == bastion.outside.blobs()


# ---- docker ----


@pytest.fixture
def docker(bastion: Bastion, skip: Skip) -> Iterator[Bastion]:
    """A machine with docker, or with podman in its place, whose verbs are the same."""
    program = shutil.which("podman")
    if program is None and (shutil.which("docker") is None or subprocess.run(["docker", "info"]).returncode != 0):
        skip("docker", "neither podman nor a running docker is there")
    # podman takes no long path for what it keeps while it runs.
    with tempfile.TemporaryDirectory() as own:
        if program is not None:
            words = [program, f"--root={own}/root", f"--runroot={own}/run", "--storage-driver=vfs"]
            docker = bastion.path / "docker"
            docker.write_text(f'#!/bin/sh\nexec {shlex.join(words)} --cgroup-manager=cgroupfs "$@"\n')
            docker.chmod(0o755)
        yield bastion


def test_the_guides_recipe_loses_a_platform(docker: Bastion) -> None:
    plan = docker.plan(digest=docker.digest, tool="docker")
    docker.follow(plan)
    (item,) = plan.items
    kind, raw = docker.inside.manifest(item.repository, item.tag)
    assert kind != INDEX
    assert f"sha256:{hashlib.sha256(raw).hexdigest()}" != docker.digest
    # One layer of the two.
    layers = {layer["digest"] for layer in json.loads(raw)["layers"]}
    assert len(layers) == 1
    assert {note.code for note in plan.notes} >= {"single-platform", "digest-changes"}


# ---- Amazon ECR ----


def called(words: Sequence[str]) -> tuple[str, dict[str, Any], str]:
    """Method, parameters and region of a call of the AWS CLI, read by the model that the CLI reads it by."""
    assert words[:2] == ("aws", "ecr")
    model = botocore.session.get_session().get_service_model("ecr")
    methods = {xform_name(name): name for name in model.operation_names}
    shape = model.operation_model(methods[words[2].replace("-", "_")]).input_shape
    members = {xform_name(name, "-"): (name, member.type_name) for name, member in shape.members.items()}
    parameters: dict[str, Any] = {}
    region = ""
    at = 3
    while at < len(words):
        values = list(itertools.takewhile(lambda word: not word.startswith("--"), words[at + 1 :]))
        if words[at] == "--region":
            (region,) = values
        else:
            name, kind = members[words[at].removeprefix("--")]
            parameters[name] = values if kind == "list" else values[0]
        at += 1 + len(values)
    problems = ParamValidator().validate(parameters, shape)
    assert not problems.has_errors(), problems.generate_report()
    return words[2].replace("-", "_"), parameters, region


@moto.mock_aws
def test_repositories_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "example")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "example")
    references = ["quay.io/a/b:1", "nginx:1.27", "quay.io/a/b:2"]
    plan = pe.mirror(registry=ECR, images=[pe.MirrorImage(reference=text) for text in references])
    steps = [step for step in plan.steps if step.phase == "repositories"]
    ecr = boto3.client("ecr", region_name="eu-west-1")
    for step in steps:
        (words,) = step.commands
        method, parameters, region = called(words)
        assert region == "eu-west-1"
        getattr(ecr, method)(**parameters)
        # Once more is the fault that the step says is well.
        with pytest.raises(ecr.exceptions.RepositoryAlreadyExistsException):
            getattr(ecr, method)(**parameters)
        assert step.may_fail
        assert "RepositoryAlreadyExistsException" in step.description
    made = sorted(repository["repositoryName"] for repository in ecr.describe_repositories()["repositories"])
    assert made == list(plan.repositories) == ["docker.io/library/nginx", "quay.io/a/b"]


@pytest.mark.parametrize("prefix", ["mirror", None])
def test_the_template_is_a_call_that_amazon_ecr_knows(prefix: str | None) -> None:
    """moto has no such call, so it is held against the model alone."""
    image = pe.MirrorImage(reference="quay.io/a/b:1")
    plan = pe.mirror(registry=ECR, images=[image], prefix=prefix, repositories="template")
    (words,) = (step.commands[0] for step in plan.steps if step.phase == "repositories")
    assert called(words) == (
        "create_repository_creation_template",
        {"prefix": prefix or "ROOT", "appliedFor": ["CREATE_ON_PUSH"]},
        "eu-west-1",
    )
