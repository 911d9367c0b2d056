"""The command `inspect`: what user data would do. It reads a file, asks the library and prints; it decides nothing."""

from __future__ import annotations

from typing import cast

import click

import private_eks as pe

from . import cli as _cli

_FAMILIES = ("al2", "al2023", "bottlerocket", "windows", "hybrid")


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--family", type=click.Choice(_FAMILIES), help="The operating system of the image, where it is known.")
@click.option("--merged-by-eks", is_flag=True, help="It is of a managed node group whose launch template names no AMI.")
@click.option("--as-of", metavar="DAY", help="The day for which to say how certificates stand, such as 2026-11-22.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def inspect(file: str, family: str | None, merged_by_eks: bool, as_of: str | None, form: str) -> int:
    """Say what user data would do when a node boots with it, and what is wrong with it.

    FILE holds it as it was written, or as a launch template has it in base64; `-` is stdin. The status is 1 where
    something fails or misleads.
    """
    text = _cli._written(file)
    answer = pe.inspect(
        user_data=text, family=cast("pe.NodeFamily | None", family), merged_by_eks=merged_by_eks, as_of=as_of
    )
    _cli._show(answer, form)
    effects = {finding.effect for finding in answer.findings}
    if effects & {"fails", "misleads"}:
        return _cli.BROKEN
    return _cli.UNKNOWN if "unknown" in effects else _cli.MET
