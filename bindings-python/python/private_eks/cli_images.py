"""The commands below `images`. They read files and lists, ask the library and print; they decide nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import click

import private_eks as pe

from . import cli as _cli

_F = TypeVar("_F", bound=Callable[..., Any])


@click.group()
def images() -> None:
    """Find, judge, copy and change the images that a cluster pulls."""


def _cluster(command: _F) -> _F:
    """The options that state a cluster. What is not given is not known, which is not the same as none."""
    for option in (
        click.option("--region", metavar="REGION", required=True, help="The region of the cluster."),
        click.option("--account", metavar="ID", help="The account of the cluster."),
        click.option(
            "--endpoint", "endpoints", metavar="SERVICE", multiple=True, help="A service with an endpoint in the VPC."
        ),
        click.option("--no-endpoints", is_flag=True, help="No service has an endpoint in the VPC."),
        click.option(
            "--registry", "registries", metavar="HOST", multiple=True, help="A registry that nodes reach in the VPC."
        ),
        click.option("--no-registries", is_flag=True, help="No registry is reached in the VPC but Amazon ECR."),
        click.option(
            "--pull-through",
            "rules",
            metavar="PREFIX=REGISTRY",
            multiple=True,
            help="A rule of the pull-through cache, such as quay=quay.io.",
        ),
    ):
        command = option(command)
    return command


def _fields(command: _F) -> _F:
    return click.option(
        "--field",
        "fields",
        metavar="KIND=PATH",
        multiple=True,
        help="A field of a custom resource that names an image, such as Runner=spec.workers[].image.",
    )(command)


@images.command()
@click.argument("references", metavar="REFERENCE...", nargs=-1, required=True)
@_cluster
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def classify(references: Sequence[str], form: str, **stated: Any) -> int:
    """Say where images lie as the cluster sees it, and whether its nodes get there.

    REFERENCE is what stands in `image:`; `-` reads a list from stdin, one a line, and passes over lines that begin
    with `#`. A cluster is taken to have no way to the internet.
    """
    answer = pe.classify(cluster=_stated(**stated), references=list(_listed(references)))
    _cli._show(answer, form)
    return _cli._status(answer.verdict)


@images.command()
@click.argument("references", metavar="REFERENCE...", nargs=-1, required=True)
@click.option("--registry", metavar="HOST", required=True, help="The registry that the cluster reaches.")
@click.option("--prefix", metavar="NAME", help="What the names of the copies begin with.")
@click.option(
    "--naming",
    type=click.Choice(["host-in-path", "familiar", "path-only"]),
    default="host-in-path",
    show_default=True,
    help="How a copy is named after its source.",
)
@click.option(
    "--repositories",
    type=click.Choice(["create-each", "template", "assume"]),
    default="create-each",
    show_default=True,
    help="How repositories of Amazon ECR come to be.",
)
@click.option(
    "--tool",
    type=click.Choice(["docker", "skopeo", "crane", "regctl"]),
    default="skopeo",
    show_default=True,
    help="The tool whose commands are printed.",
)
@click.option("--attachments", is_flag=True, help="Copy signatures and what else hangs on an image too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def plan(
    references: Sequence[str],
    registry: str,
    prefix: str | None,
    naming: str,
    repositories: str,
    tool: str,
    attachments: bool,
    form: str,
) -> None:
    """Print the commands that copy images to a registry that the cluster reaches.

    REFERENCE is what stands in `image:`, best with the digest of what the tag names; `-` reads a list from stdin.
    Nothing is run: the text is a script for a POSIX shell.
    """
    answer = pe.mirror(
        registry=registry,
        prefix=prefix,
        naming=cast("pe.MirrorNaming", naming),
        repositories=cast("pe.MirrorRepositories", repositories),
        tool=cast("pe.MirrorTool", tool),
        attachments=attachments,
        images=[pe.MirrorImage(reference=reference) for reference in _listed(references)],
    )
    if form == "json":
        _cli._show(answer, form)
    else:
        _cli._print_as_it_is(answer.text)


def _stated(
    region: str,
    account: str | None,
    endpoints: Sequence[str],
    no_endpoints: bool,
    registries: Sequence[str],
    no_registries: bool,
    rules: Sequence[str],
) -> pe.ImageCluster:
    """The cluster, as far as options state it."""
    for some, none, name in ((endpoints, no_endpoints, "endpoint"), (registries, no_registries, "registry")):
        if some and none:
            raise click.UsageError(f"`--{name}` names one, and another option says that there is none")
    caches = []
    for rule in rules:
        prefix, equals, upstream = rule.partition("=")
        if not equals:
            raise click.UsageError(
                f"`--pull-through {rule}` has no registry; write it as `--pull-through quay=quay.io`"
            )
        caches.append(pe.PullThroughCacheRule(ecr_repository_prefix=prefix, upstream_registry_url=upstream))
    return pe.ImageCluster(
        region=region,
        account=account,
        endpoints=list(endpoints) if endpoints or no_endpoints else None,
        registries_in_vpc=list(registries) if registries or no_registries else None,
        pull_through_cache_rules=caches or None,
    )


def _listed(references: Sequence[str]) -> list[str]:
    """The references, those of stdin in the place of `-`."""
    found: list[str] = []
    for reference in references:
        if reference != "-":
            found.append(reference)
            continue
        lines = (line.strip() for line in _cli._written("-").splitlines())
        found.extend(line for line in lines if line and not line.startswith("#"))
    return found


@images.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_fields
@click.option("--format", "form", type=click.Choice(["text", "json", "list"]), default="text", show_default=True)
def find(files: Sequence[str], fields: Sequence[str], form: str) -> int:
    """Find the images that manifests, values of Helm, kustomizations and lists name.

    FILE is YAML, JSON or a list; `-` is stdin. `--format list` prints each reference once, one a line. The exit status
    is 1 where a file could not be read.
    """
    answer = pe.find(files=_manifests(files), fields=_own(fields))
    if form == "list":
        told = sorted({image.written for image in answer.images if image.canonical is not None})
        _cli._print("".join(f"{reference}\n" for reference in told))
    else:
        _cli._show(answer, form)
    return _cli.BROKEN if answer.problems else _cli.MET


def _manifests(files: Sequence[str]) -> list[pe.ManifestFile]:
    """The files as they are, with their line ends."""
    names = (_cli.STANDARD_INPUT if file == "-" else file for file in files)
    return [pe.ManifestFile(name=name, text=_cli._written(file)) for name, file in zip(names, files, strict=True)]


def _own(fields: Sequence[str]) -> list[pe.ImageField]:
    """Fields of one's own, each as `KIND=PATH`."""
    own = []
    for field in fields:
        kind, equals, path = field.partition("=")
        if not equals:
            raise click.UsageError(f"`--field {field}` has no way; write it as `--field Runner=spec.workers[].image`")
        own.append(pe.ImageField(kind=kind, path=path))
    return own


@images.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--image",
    "pairs",
    metavar="FROM=TO",
    multiple=True,
    help="An image and what goes in its place; without tags all of a repository.",
)
@click.option(
    "--images",
    "tables",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The same as JSON: an object of references.",
)
@_fields
@click.option("--write", is_flag=True, help="Write the files; without it the new texts are printed or described.")
@click.option("--format", "form", type=click.Choice(["text", "json", "files"]), default="text", show_default=True)
def rewrite(
    files: Sequence[str],
    pairs: Sequence[str],
    tables: Sequence[Path],
    fields: Sequence[str],
    write: bool,
    form: str,
) -> int:
    """Put images in the place of others: the bytes of their scalars and no other.

    FILE is YAML, JSON or a list; `-` is stdin, whose new text goes to stdout with `--format files`. Nothing is written
    without `--write`, and no file of which one image could not be changed.
    """
    if write and "-" in files:
        raise click.UsageError("`--write` writes files; standard input goes with `--format files`")
    answer = pe.rewrite(files=_manifests(files), images=_pairs(pairs, tables), fields=_own(fields))
    if write:
        for path, before, file in zip(files, _manifests(files), answer.files, strict=True):
            if file.text != before.text:
                Path(path).write_bytes(file.text.encode())
    if form == "files":
        for file in answer.files:
            sys.stdout.buffer.write(file.text.encode())
        sys.stdout.buffer.flush()
    else:
        _cli._show(answer, form)
    return _cli._status(answer.verdict)


def _pairs(pairs: Sequence[str], tables: Sequence[Path]) -> dict[str, str]:
    """What goes in the place of what; of two under one name the later counts."""
    images: dict[str, str] = {}
    for table in tables:
        read = json.loads(table.read_bytes())
        if not isinstance(read, dict) or not all(isinstance(to, str) for to in read.values()):
            raise click.UsageError(f"`{table}` is no object of references")
        images.update(read)
    for pair in pairs:
        source, equals, target = pair.partition("=")
        if not equals:
            raise click.UsageError(
                f"`--image {pair}` has no target; write it as `--image nginx:1=registry.example/nginx:1`"
            )
        images[source] = target
    if not images:
        raise click.UsageError("give `--image FROM=TO` or `--images FILE`")
    return images
