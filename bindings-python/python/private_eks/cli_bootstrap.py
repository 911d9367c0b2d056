"""The commands about nodes that join: `bootstrap` and `flags`. They read files, ask the library and print; they
decide nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import cast

import click

import private_eks as pe

from . import cli as _cli

_SYSTEMS = ("al2", "al2023", "bottlerocket", "windows", "ubuntu", "hybrid", "auto-mode", "fargate")
_FILE = click.Path(path_type=Path)


@click.command()
@click.option("--node", metavar="FILE", type=_FILE, help="The node as JSON, as the library takes it; `-` is stdin.")
@click.option("--system", type=click.Choice(_SYSTEMS), help="The operating system, or what runs the node.")
@click.option("--name", metavar="NAME", help="The name of the cluster.")
@click.option("--endpoint", metavar="URL", help="The address of the API server.")
@click.option(
    "--certificate-authority", metavar="BASE64", help="The certificate authority, as describe-cluster has it."
)
@click.option("--service-cidr", metavar="CIDR", help="The CIDR block of services. It is never guessed.")
@click.option("--dns-address", metavar="ADDRESS", help="The address of the cluster's DNS, where it is another.")
@click.option("--region", metavar="REGION", help="The region of the cluster.")
@click.option(
    "--print",
    "part",
    type=click.Choice(["answer", "user-data", "documents"]),
    default="answer",
    show_default=True,
    help="What to print: the answer, or what is to be given as it is.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def bootstrap(node: Path | None, system: str | None, part: str, form: str, **facts: str | None) -> None:
    """Give what lets a node join without asking the EKS API, and say what it still calls."""
    stated = {key: value for key, value in facts.items() if value is not None}
    if (node is None) == (system is None):
        raise click.UsageError("give either `--node FILE` or `--system SYSTEM`")
    if node is not None and stated:
        option = next(iter(stated)).replace("_", "-")
        raise click.UsageError(f"`--{option}` goes with `--system`; the file of `--node` names its own cluster")
    text: str | bytes
    if node is None:
        words = {
            "certificate_authority": "certificateAuthority",
            "service_cidr": "serviceCidr",
            "dns_address": "dnsAddress",
        }
        cluster = {words.get(key, key): value for key, value in stated.items()}
        text = json.dumps({"system": system, **({"cluster": cluster} if cluster else {})})
    else:
        text = _cli._stdin() if str(node) == "-" else node.read_bytes()
    with _cli._naming(node, "", "node"):
        answer = pe.bootstrap(pe.NodeSpec.from_json(text))
    if part == "answer":
        _cli._show(answer, form)
    elif part == "user-data":
        if answer.user_data is None:
            raise click.ClickException(answer.nothing_because or "the node takes no user data; print `documents`")
        _cli._print_as_it_is(answer.user_data)
    else:
        _cli._print_as_it_is("---\n".join(document.text for document in answer.documents))


@click.command()
@click.option("--system", type=click.Choice(["al2", "ubuntu", "windows"]), default="al2", show_default=True)
@click.option("--endpoint", metavar="URL", required=True, help="The address of the API server.")
@click.option("--certificate-authority", metavar="BASE64", required=True, help="As describe-cluster has it.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def flags(system: str, endpoint: str, certificate_authority: str, form: str) -> None:
    """Give the two flags of the bootstrap script that keep a node from asking the EKS API."""
    answer = pe.flags(cast(pe.NodeSystem, system), endpoint=endpoint, certificate_authority=certificate_authority)
    _cli._show(answer, form)
