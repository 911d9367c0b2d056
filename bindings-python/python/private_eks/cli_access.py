"""The command `access`: who may join and administer. It reads a file, asks the library and prints; it decides
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import click

import private_eks as pe

from . import cli as _cli

_MODES = ("API", "API_AND_CONFIG_MAP", "CONFIG_MAP")
_FILE = click.Path(path_type=Path)


@click.command()
@click.option("--cluster", metavar="NAME", required=True, help="The name of the cluster.")
@click.option("--region", metavar="REGION", required=True, help="The region of the cluster.")
@click.option("--mode", type=click.Choice(_MODES), required=True, help="The authentication mode of the cluster.")
@click.option(
    "--node", "nodes", metavar="KIND=ROLE", multiple=True, help="A kind of node and the ARN of its role; repeatable."
)
@click.option(
    "--admin", "admins", metavar="ARN", multiple=True, help="A role or user that administers the cluster; repeatable."
)
@click.option("--aws-auth", metavar="FILE", type=_FILE, help="The aws-auth ConfigMap that is there; `-` is stdin.")
@click.option("--prefer-config-map", is_flag=True, help="Use the ConfigMap where the mode has both.")
@click.option(
    "--print",
    "part",
    type=click.Choice(["answer", "aws-auth"]),
    default="answer",
    show_default=True,
    help="What to print: the answer, or the ConfigMap alone.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def access(
    cluster: str,
    region: str,
    mode: str,
    nodes: Sequence[str],
    admins: Sequence[str],
    aws_auth: Path | None,
    prefer_config_map: bool,
    part: str,
    form: str,
) -> None:
    """Say what lets nodes and people in, and from where it is made.

    KIND is al2, al2023, bottlerocket, ubuntu, windows, hybrid, karpenter, auto-mode or fargate.
    """
    wanted = []
    for node in nodes:
        kind, equals, role = node.partition("=")
        if not equals:
            raise click.UsageError(f"`--node {node}` has no role; write it as `--node al2023=arn:aws:iam::…:role/…`")
        wanted.append(pe.AccessNode(kind=cast("pe.AccessNodeKind", kind), role=role))
    policy = pe.AccessPolicy(name="AmazonEKSClusterAdminPolicy")
    answer = pe.access(
        cluster=cluster,
        region=region,
        authentication_mode=cast("pe.AuthenticationMode", mode),
        nodes=wanted,
        principals=[
            pe.AccessPrincipal(arn=arn, policies=[policy], username=_name(arn, mode, prefer_config_map))
            for arn in admins
        ],
        prefer_config_map=prefer_config_map,
        aws_auth=None if aws_auth is None else _cli._written(str(aws_auth)),
    )
    if part == "answer":
        _cli._show(answer, form)
        return
    if answer.aws_auth is None:
        raise click.ClickException("nothing is let in through the aws-auth ConfigMap; print `answer`")
    _cli._print(answer.aws_auth.text)


def _name(arn: str, mode: str, prefer_config_map: bool) -> str | None:
    """A mapping of the ConfigMap needs a user name, and an access entry has one of its own."""
    maps = mode == "CONFIG_MAP" or (mode == "API_AND_CONFIG_MAP" and prefer_config_map)
    return arn.rsplit("/", 1)[-1] if maps else None
