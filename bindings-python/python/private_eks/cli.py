"""The command line. It reads files, asks the library and prints; it decides nothing.

Exit status: 0 all met, 1 something broken, 2 bad input or usage, 3 nothing broken but something unknown, 70 a fault of
ours.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.metadata import metadata, version
from pathlib import Path
from typing import Any, Protocol, TextIO, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

import private_eks as pe

from . import cli_access, cli_bootstrap, cli_images, cli_inspect
from .collect import VPC_NOT_KNOWN, CollectError, documents, printed, writable, write
from .snapshot import _documents, _merge, _text

MET, BROKEN, BAD_INPUT, UNKNOWN, FAULT = 0, 1, 2, 3, 70
# What a shell gives for a program that SIGINT or SIGPIPE ended.
INTERRUPTED, PIPE_CLOSED = 130, 141
STANDARD_INPUT, STANDARD_OUTPUT = "standard input", "standard output"

_F = TypeVar("_F", bound=Callable[..., Any])


class _Interrupted(Exception):
    """Somebody pressed Ctrl-C. click would print an empty line of its own."""


class _PipeClosed(Exception):
    """Nobody reads standard output any more. click would take a `BrokenPipeError` for its own and end with 1."""


class _Answer(Protocol):
    """What every answer offers."""

    @property
    def text(self) -> str: ...

    def to_json(self) -> str: ...


def _format(command: _F) -> _F:
    option = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people, or the answer as JSON.",
    )
    return option(command)


def _snapshots(*, required: bool) -> Callable[[_F], _F]:
    return click.argument("snapshots", metavar="SNAPSHOT...", nargs=-1, required=required)


def _aws(command: _F) -> _F:
    command = click.option("--profile", metavar="NAME", help="The profile of the AWS configuration.")(command)
    command = click.option("--endpoint-url", metavar="URL", help="The address of an emulator of AWS.")(command)
    return click.option("--vpc", metavar="ID", help="The cluster's VPC, where you may not describe the cluster.")(
        command
    )


class _Commands(click.Group):
    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            raise _Interrupted from None


@click.group(
    cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=(__doc__ or "").split("\n\n", 1)[1]
)
@click.version_option(version("private-eks"), prog_name="private-eks")
def cli() -> None:
    """Plans and audits Amazon EKS clusters without internet access."""


@cli.command()
@click.option("--spec", metavar="FILE", type=click.Path(path_type=Path), help="What is wanted, as JSON; `-` is stdin.")
@click.option("--region", metavar="REGION", help="The region, such as ap-northeast-1.")
@click.option("--feature", "features", metavar="ID", multiple=True, help="A feature or add-on; give it once for each.")
@_format
def plan(spec: Path | None, region: str | None, features: Sequence[str], form: str) -> None:
    """Say everything that must exist, with reasons and cites."""
    if (spec is None) == (region is None):
        raise click.UsageError("give either `--spec FILE` or `--region REGION`")
    if spec is not None and features:
        raise click.UsageError("`--feature` goes with `--region`; the file of `--spec` names its own features")
    wish = _spec(spec) if spec is not None else pe.ClusterSpec.from_json(_wish(region, features))
    with _naming(spec, ""):
        answer = pe.plan(wish)
    _show(answer, form)


@cli.command()
@_snapshots(required=False)
@click.option("--spec", metavar="FILE", type=click.Path(path_type=Path), help="What is wanted, as JSON; `-` is stdin.")
@click.option("--cluster", metavar="NAME", help="Collect from this cluster instead of reading files.")
@click.option("--region", metavar="REGION", help="The region of the cluster, where no document names it.")
@click.option("--strict", is_flag=True, help="Let a document prove nothing unless it says that it is complete.")
@_aws
@_format
def audit(
    snapshots: Sequence[str],
    spec: Path | None,
    cluster: str | None,
    region: str | None,
    strict: bool,
    profile: str | None,
    endpoint_url: str | None,
    vpc: str | None,
    form: str,
) -> int:
    """Hold what exists against what must exist.

    SNAPSHOT is a file or a folder of describe-* documents, or `-` for stdin. What neither --spec nor an option states
    is inferred from the documents.
    """
    if bool(snapshots) == (cluster is not None):
        raise click.UsageError("give either SNAPSHOT files and folders, or `--cluster NAME --region REGION`")
    if cluster is None and (profile is not None or endpoint_url is not None):
        raise click.UsageError("`--profile` and `--endpoint-url` go with `--cluster NAME`; files ask nothing of AWS")
    if [*snapshots, str(spec)].count("-") > 1:
        raise click.UsageError("`-` can be given once: standard input is read to its end")
    wish = _stated(_spec(spec) if spec is not None else None, region, vpc)
    if cluster is not None:
        snapshot = pe.Snapshot(_collected(cluster, region, vpc, profile, endpoint_url))
    else:
        snapshot = _merged(_read(snapshots))
    try:
        with _naming(spec, "spec"):
            report = pe.audit(snapshot, wish, strict=strict)
    except pe.InvalidInputError as error:
        if wish is None and error.path == "spec.region":
            raise click.UsageError("no document names the region; state it with `--region REGION`") from None
        raise
    _show(report, form)
    named = (settlement.document for finding in report.findings for settlement in finding.settled_by)
    if form == "text" and any(document.startswith("spec.") for document in named):
        _print("\n`spec.…` is stated with --spec FILE; see README")
    return _status(report.verdict)


@cli.command()
@_snapshots(required=True)
@click.option(
    "--source", metavar="END", required=True, help="Who calls: an id, a block, an address, cluster, internet."
)
@click.option("--destination", metavar="END|NAME", required=True, help="Who is called: the same, or a service's name.")
@click.option("--name", metavar="NAME", help="The name by which a destination that is given by its id is called.")
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), help="The destination port.")
@click.option("--protocol", metavar="P", help="tcp (the default), udp, icmp, icmpv6, a number, or -1 for all.")
@click.option("--strict", is_flag=True, help="Let a document prove nothing unless it says that it is complete.")
@_format
def reach(
    snapshots: Sequence[str],
    source: str,
    destination: str,
    name: str | None,
    port: int | None,
    protocol: str | None,
    strict: bool,
    form: str,
) -> int:
    """Say whether one thing can talk to another, and who stops it if not."""
    snapshot = _merged(_read(snapshots))
    answer = pe.reach(
        snapshot, source=source, destination=destination, name=name, port=port, protocol=protocol, strict=strict
    )
    _show(answer, form)
    return _status(answer.verdict)


@cli.command()
@_snapshots(required=True)
@click.option(
    "--source", metavar="END", required=True, help="Where traffic starts: an id, a block, an address, cluster."
)
@click.option(
    "--named", metavar="ID", multiple=True, help="A gateway, connection or endpoint that is meant to lead out."
)
@click.option("--strict", is_flag=True, help="Let a document prove nothing unless it says that it is complete.")
@_format
def exits(snapshots: Sequence[str], source: str, named: Sequence[str], strict: bool, form: str) -> int:
    """Find every way out of where something stands, or prove that there is none."""
    answer = pe.exits(_merged(_read(snapshots)), source=source, named=list(named), strict=strict)
    _show(answer, form)
    return _status(answer.verdict)


@cli.command()
@click.option("--as-of", metavar="DAY", help="What was true on that day, such as 2024-03-01.")
@click.option("--edition", metavar="DAY", help="What AWS's page said on that day, such as 2020-06-17.")
@_format
def knowledge(as_of: str | None, edition: str | None, form: str) -> None:
    """Say what AWS demands of a cluster without internet access."""
    if as_of is not None and edition is not None:
        raise click.UsageError("give `--as-of` or `--edition`, not both")
    _show(pe.knowledge(as_of=as_of, edition=edition), form)


@cli.command()
@click.argument("earlier", metavar="EARLIER")
@click.argument("later", metavar="[LATER]", required=False)
@_format
def diff(earlier: str, later: str | None, form: str) -> None:
    """Say what AWS demands otherwise on one day than on an earlier one, and what its page says otherwise."""
    _show(pe.diff(earlier=earlier, later=later), form)


@cli.command()
@click.option("--cluster", metavar="NAME", help="The name of the cluster.")
@click.option("--region", metavar="REGION", help="The region of the cluster.")
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where the documents go; `-` is stdout."
)
@click.option("--iam-policy", is_flag=True, help="Print the least IAM policy that collecting needs, and stop.")
@click.option("--script", is_flag=True, help="Print a shell script that collects with the AWS CLI alone, and stop.")
@_aws
def collect(
    cluster: str | None,
    region: str | None,
    output: Path | None,
    iam_policy: bool,
    script: bool,
    profile: str | None,
    endpoint_url: str | None,
    vpc: str | None,
) -> None:
    """Gather every document that an audit reads into one file, which only you can read.

    A call that is denied leaves its part out, and the file says so; the status is then 0 all the same. Nothing is
    changed in AWS.
    """
    if sum([iam_policy, script, output is not None]) != 1:
        raise click.UsageError("give one of `-o FILE`, `--iam-policy` and `--script`")
    if output is None:
        answer = pe.collection(cluster=cluster, region=region)
        _print(answer.policy if iam_policy else answer.script)
        return
    if cluster is None:
        raise click.UsageError("`-o FILE` needs `--cluster NAME`")
    _ready(output)
    document = _collected(cluster, region, vpc, profile, endpoint_url)
    _deliver(document, output)
    parts = document["collection"]["parts"]
    whole = sum(part["state"] == "complete" for part in parts.values())
    wrote = "" if str(output) == "-" else f"wrote {output}: "
    _tell(f"{wrote}{whole} of {len(parts)} parts are complete")


@cli.command()
@_snapshots(required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    required=True,
    help="Where it goes; `-` is stdout.",
)
def redact(snapshots: Sequence[str], output: Path) -> None:
    """Drop secrets, names and tags; keep ids and the relations of addresses."""
    _ready(output)
    read = _read(snapshots)
    if any(os.path.exists(name) and output.exists() and os.path.samefile(name, output) for name, _ in read):
        raise click.UsageError(f"`{output}` is one of the documents, and what is redacted cannot be had back")
    _deliver(pe.redact(_merged(read)).document, output)
    if str(output) != "-":
        _tell(f"wrote {output}")


cli.add_command(cli_bootstrap.bootstrap)
cli.add_command(cli_bootstrap.flags)
cli.add_command(cli_inspect.inspect)
cli.add_command(cli_access.access)
cli.add_command(cli_images.images)


def main() -> None:
    """Runs the command line and ends the process."""
    status = run(sys.argv[1:])
    if status == INTERRUPTED:
        # At its end Python would wait for the threads whose calls hang, for minutes. Nothing else is left to do: what
        # was half written has been removed on the way here.
        if sys.stderr is not None:
            sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; the answer is the exit status."""
    try:
        status = cli.main(args=list(arguments), prog_name="private-eks", standalone_mode=False)
        return status if isinstance(status, int) else MET
    except (click.Abort, _Interrupted, KeyboardInterrupt):
        _tell("interrupted; nothing was written")
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except pe.PrivateEksError as error:
        if error.code == "ERR_INTERNAL":
            return _fault(str(error))
        _tell(str(error))
        return BAD_INPUT
    except CollectError as error:
        _tell(str(error))
        return BAD_INPUT
    except (_PipeClosed, SystemExit):
        # click ends the process itself, with 1, where a pipe is closed below its own help.
        return _leave()
    except OSError as error:
        _tell(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return BAD_INPUT
    except Exception as error:
        return _fault(f"{type(error).__name__}: {error}")


def _fault(what: str) -> int:
    home = next((url.split(", ", 1)[1] for url in metadata("private-eks").get_all("Project-URL") or []), None)
    where = f" at {home}" if home else ""
    _tell(f"a fault of private-eks {version('private-eks')}, please report it{where}: {what}")
    return FAULT


def _leave() -> int:
    """Nobody reads on. What Python still holds for standard output would only raise again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _status(verdict: object) -> int:
    return {"met": MET, "broken": BROKEN}.get(str(verdict), UNKNOWN)


def _wish(region: str | None, features: Sequence[str]) -> str:
    return json.dumps({"region": region, **({"features": {id: {} for id in features}} if features else {})})


def _spec(path: Path) -> pe.ClusterSpec:
    text = _stdin() if str(path) == "-" else path.read_bytes()
    with _naming(path, ""):
        return pe.ClusterSpec.from_json(text)


@contextmanager
def _naming(spec: Path | None, root: str, option: str = "spec") -> Iterator[None]:
    """Names the file of an option in what is wrong with it. `root` is the path at which the library was given it."""
    try:
        yield
    except pe.PrivateEksError as error:
        inside = not root or error.path == root or error.path.startswith(f"{root}.")
        if spec is None or not inside or error.code == "ERR_INTERNAL":
            raise
        below = error.path.removeprefix(root).removeprefix(".")
        name = STANDARD_INPUT if str(spec) == "-" else str(spec)
        path = f"{name}: {option}.{below}" if below else name
        raise type(error)(error.code, path, error.message) from None


def _stated(wish: pe.ClusterSpec | None, region: str | None, vpc: str | None) -> pe.ClusterSpec | None:
    """The wish with what options state."""
    if wish is None:
        if region is None and vpc is not None:
            raise click.UsageError("`--vpc` goes with `--region REGION` or `--spec FILE`")
        return None if region is None else pe.ClusterSpec(region=region, vpc=vpc)
    for option, stated, wanted in (("--region", region, wish.region), ("--vpc", vpc, wish.vpc)):
        if stated is not None and wanted is not None and stated != wanted:
            raise click.UsageError(f"`{option}` says `{stated}`, and the file of `--spec` says `{wanted}`")
    return replace(wish, vpc=wish.vpc if vpc is None else vpc)


def _read(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Name and text of each document."""
    if list(paths).count("-") > 1:
        raise click.UsageError("`-` can be given once: standard input is read to its end")
    documents: list[tuple[str, str]] = []
    for path in paths:
        if path == "-":
            documents.append((STANDARD_INPUT, _text(STANDARD_INPUT, _stdin())))
        else:
            documents.extend(_documents(Path(path)))
    return documents


def _merged(documents: list[tuple[str, str]]) -> pe.Snapshot:
    return pe.Snapshot._of(_merge(documents))


def _written(path: str) -> str:
    """The text of a file that is no document of AWS. Bytes that are no text, such as gzip, become base64."""
    data = _stdin() if path == "-" else Path(path).read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return b64encode(data).decode()


def _stdin() -> bytes:
    # Python has none where the caller closed it.
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed", STANDARD_INPUT)
    return sys.stdin.buffer.read()


def _stdout() -> TextIO:
    # Python has none where the caller closed it.
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed", STANDARD_OUTPUT)
    return sys.stdout


def _ready(output: Path) -> None:
    """Refuses what cannot be written before anything is asked of AWS."""
    if str(output) == "-":
        _stdout()
    else:
        writable(output)


def _deliver(document: dict[str, Any], output: Path) -> None:
    if str(output) == "-":
        _print(printed(document))
    else:
        write(document, output)


def _collected(
    cluster: str, region: str | None, vpc: str | None, profile: str | None, endpoint_url: str | None
) -> dict[str, Any]:
    """Collects, with a bar on a terminal, and says what is missing."""
    if region is None:
        raise click.UsageError("`--cluster NAME` needs `--region REGION`")
    with _bar() as tell:
        document = documents(cluster, region=region, vpc=vpc, profile=profile, endpoint_url=endpoint_url, progress=tell)
    missing: dict[str, list[str]] = {}
    for key, part in document["collection"]["parts"].items():
        if part["state"] != "complete":
            missing.setdefault(f"{part['state']}: {part['detail']}", []).append(key)
    for why, keys in missing.items():
        _tell(f"{', '.join(keys)}: {why}")
    if any(VPC_NOT_KNOWN in why for why in missing):
        _tell("name the VPC of the cluster with `--vpc ID`")
    return document


@contextmanager
def _bar() -> Iterator[Callable[[int, int, str], None]]:
    console = Console(stderr=True)
    columns = (
        TextColumn("collecting"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[call]}", markup=False),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("collecting", total=None, call="")
        yield lambda done, known, call: progress.update(task, completed=done, total=known, call=call)


def _show(answer: _Answer, form: str) -> None:
    if form == "json":
        _print(json.dumps(json.loads(answer.to_json()), indent=2, ensure_ascii=False) + "\n")
    else:
        _print(answer.text, coloured=True)


def _print(text: str, *, coloured: bool = False) -> None:
    """Prints to standard output. Colour marks the words of a verdict, on a terminal only and never against NO_COLOR."""
    text = text if text.endswith("\n") else text + "\n"
    stdout = _stdout()
    _lenient(stdout)
    console = Console()
    try:
        if coloured and console.is_terminal and not console.no_color:
            # `Text`, because markup in a name must stay what it is.
            shown = Text(text, end="")
            shown.highlight_regex(r"\bmet\b", "green")
            shown.highlight_regex(r"\bbroken\b", "bold red")
            shown.highlight_regex(r"\bunknown\b", "yellow")
            console.print(shown, soft_wrap=True, highlight=False, end="")
        else:
            stdout.write(text)
        stdout.flush()
    except BrokenPipeError:
        raise _PipeClosed from None


def _print_as_it_is(text: str) -> None:
    """Prints what a program reads: the bytes of the text in UTF-8, nothing added and nothing spelt out."""
    stdout = _stdout()
    try:
        stdout.flush()
        stdout.buffer.write(text.encode())
        stdout.buffer.flush()
    except BrokenPipeError:
        raise _PipeClosed from None


def _tell(text: str) -> None:
    """Prints a line to standard error. What would steer a terminal is spelt out."""
    if sys.stderr is None:
        return
    _lenient(sys.stderr)
    line = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
    print(f"private-eks: {line}", file=sys.stderr)


def _lenient(stream: TextIO) -> None:
    """A terminal that cannot show a character gets it spelt out."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
