"""Writes the bulk tables of the knowledge from named versions of packages that know them: facts only, no code.

    make tables                                                 (all of them, with all that they take)
    python xtask/tables/generate.py [--check] [TABLE...]        (with what is installed)

With `--check` it writes nothing and ends with 1 when a table is not what it would write. A package that is not
installed, or in another version, ends it with 3 and a reason.
"""

import argparse
import gzip
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent.parent / "core" / "src" / "knowledge" / "tables"
VERSIONS = {"botocore": "1.44.5", "moto": "5.2.5", "aws-cdk-lib": "2.276.0"}
ORDINARY = "com.amazonaws.{region}.{service}"
STALE, ABSENT = 1, 3


class AbsentError(Exception):
    """A package is not installed, or in another version."""


def main() -> int:
    """Writes or compares the tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", metavar="TABLE", help=f"{', '.join(WRITERS)}; all when none is named")
    parser.add_argument("--check", action="store_true", help="compare only")
    asked = parser.parse_args()
    if unknown := [name for name in asked.tables if name not in WRITERS]:
        parser.error(f"`{unknown[0]}` is no table; there are {', '.join(WRITERS)}")
    stale = False
    for name in asked.tables or WRITERS:
        try:
            text = WRITERS[name]()
        except AbsentError as absent:
            print(f"{name}: {absent}", file=sys.stderr)
            return ABSENT
        place = TABLES / f"{name}.rs"
        if place.is_file() and place.read_text("utf-8") == text:
            print(f"{name} is as it should be")
        elif asked.check:
            stale = True
            print(f"{name} is stale; run `python xtask/tables/generate.py {name}`", file=sys.stderr)
        else:
            place.write_text(text, "utf-8")
            print(f"wrote {name}")
    return STALE if stale else 0


def regions() -> str:
    """Partitions with their DNS suffixes, and regions with their names and whether Amazon EKS is listed there."""
    data = installed("botocore") / "data"
    partitions = json.loads((data / "partitions.json").read_text("utf-8"))["partitions"]
    endpoints = json.loads((data / "endpoints.json").read_text("utf-8"))["partitions"]
    with_eks = {region for row in endpoints for region in row["services"].get("eks", {}).get("endpoints", {})}
    rows: list[tuple[str, str, str]] = []
    lines = ["partition_rows! {"]
    for row in sorted(partitions, key=lambda row: row["id"]):
        outputs = row["outputs"]
        values = quoted(row["id"], outputs["dnsSuffix"], outputs["dualStackDnsSuffix"])
        lines.append(f"    {constant(row['id'])} = {values};")
        # `aws-global` and its kin are no place where a cluster can be.
        places = {region: known for region, known in row["regions"].items() if not region.endswith("-global")}
        rows += [(region, known["description"], row["id"]) for region, known in places.items()]
    lines += ["}", "", "region_rows! {"]
    for region, title, partition in sorted(rows):
        eks = str(region in with_eks).lower()
        lines.append(f"    {constant(region)} = {quoted(region, title)}, {constant(partition)}, {eks};")
    lines.append("}")
    about = "The partitions with their DNS suffixes and the regions of each; whether Amazon EKS is listed there."
    uses = ["use crate::knowledge::partition::{partition_rows, region_rows};"]
    return page(about, "regions", ["botocore"], uses, lines)


def endpoint_services() -> str:
    """Endpoint services by AWS's own suffix: types, port and name, and the regions in which the name is another."""
    package = HERE / "node_modules" / "aws-cdk-lib" / "package.json"
    if not package.is_file():
        raise AbsentError("aws-cdk-lib is not installed; run `npm ci --prefix xtask/tables`")
    partitions = json.loads((installed("botocore") / "data" / "partitions.json").read_text("utf-8"))["partitions"]
    ids = sorted(id for row in partitions for id in row["regions"] if not id.endswith("-global"))
    command = ["node", str(HERE / "names.js"), str(package.parent.parent), *ids]
    if which("node") is None:
        raise AbsentError("Node is not installed")
    known = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    same_version("aws-cdk-lib", known["version"])
    services: dict[str, tuple[list[str], int, str]] = {}
    other: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in known["interfaces"]:
        id = row["id"]
        patterns = {region: pattern(name, region, id) for region, name in row["names"].items()}
        usual = patterns["us-east-1"]
        if services.setdefault(id, (["Interface"], row["port"], usual)) != (["Interface"], row["port"], usual):
            raise SystemExit(f"`{id}` is there twice, and differs")
        for region, found in patterns.items():
            if found != usual:
                other[region, found].add(id)
    for row in known["gateways"]:
        id = row["names"]["us-east-1"].rsplit(".", 1)[1]
        if any(pattern(name, region, id) != ORDINARY for region, name in row["names"].items()):
            raise SystemExit(f"the gateway of `{id}` has a name of its own in some region")
        types, port, usual = services.get(id, ([], 443, ORDINARY))
        services[id] = (["Gateway", *types], port, usual)
    lines = ["endpoint_service_rows! {"]
    for id, (types, port, usual) in sorted(services.items()):
        lines.append(f"    {quoted(id)}, [{', '.join(types)}], {port}, {quoted(usual)};")
    lines += ["}", "", "other_name_rows! {"]
    for (region, found), excepted in sorted(other.items()):
        lines += [f"    {quoted(region, found)}, [", *packed(sorted(excepted)), "    ];"]
    lines.append("}")
    about = "The endpoint services that the library offers: types, TCP port, name; and where the name is another."
    uses = ["use crate::knowledge::endpoint_service::{OtherNameRow, endpoint_service_rows, other_name_rows};"]
    return page(about, "endpoint_services", ["aws-cdk-lib", "botocore"], uses, lines)


def instance_types() -> str:
    """Instance types: interfaces of the default network card, addresses of each, vCPUs and the hypervisor."""
    packed_rows = installed("moto") / "ec2" / "resources" / "instance_types.json.gz"
    with gzip.open(packed_rows) as file:
        rows: dict[str, dict[str, Any]] = json.load(file)
    lines = ["instance_type_rows! {"]
    for id, row in sorted(rows.items()):
        network = row["NetworkInfo"]
        default = network.get("DefaultNetworkCardIndex", 0)
        card = next(card for card in network["NetworkCards"] if card["NetworkCardIndex"] == default)
        enis, addresses = card["MaximumNetworkInterfaces"], network["Ipv4AddressesPerInterface"]
        hypervisor = {"nitro": "Nitro", "xen": "Xen", None: "BareMetal"}[row.get("Hypervisor")]
        if (hypervisor == "BareMetal") != row["BareMetal"]:
            raise SystemExit(f"`{id}` has no hypervisor and is not bare metal, or both")
        lines.append(f"    {quoted(id)}, {enis}, {addresses}, {row['VCpuInfo']['DefaultVCpus']}, {hypervisor};")
    lines.append("}")
    about = "The instance types: interfaces of the default network card, IPv4 addresses of each, vCPUs, hypervisor."
    return page(about, "instance_types", ["moto"], ["use crate::knowledge::instance_type::instance_type_rows;"], lines)


WRITERS: dict[str, Callable[[], str]] = {
    "endpoint_services": endpoint_services,
    "instance_types": instance_types,
    "regions": regions,
}


def installed(package: str) -> Path:
    """The folder of a Python package in the version that is read."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise AbsentError(f"{package} is not installed; {VERSIONS[package]} is read")
    same_version(package, metadata.version(package))
    return Path(spec.origin).parent


def same_version(package: str, found: str) -> None:
    """Refuses another version: the table names the one that it was made from."""
    if found != VERSIONS[package]:
        raise AbsentError(f"{package} is installed in version {found}; {VERSIONS[package]} is read")


def pattern(name: str, region: str, service: str) -> str:
    """A name with the region and the service left open."""
    before, found, after = name.rpartition(f".{service}")
    if not found:
        raise SystemExit(f"`{name}` does not hold `{service}`")
    return f"{before}.{{service}}{after}".replace(f".{region}.", ".{region}.")


def page(about: str, table: str, packages: list[str], uses: list[str], lines: list[str]) -> str:
    """A file of Rust: what it holds and from where, then the rows. The rows are a macro's, which rustfmt leaves."""
    sources = " and ".join(f"{package} {VERSIONS[package]}" for package in packages)
    head = [
        f"//! {about}",
        f"//! Made from {sources} by `xtask/tables/generate.py {table}`; do not edit.",
        "",
        *uses,
        "",
    ]
    return "\n".join([*head, *lines]) + "\n"


def constant(id: str) -> str:
    """The name of a static."""
    return id.upper().replace("-", "_")


def quoted(*words: str) -> str:
    """Words as Rust texts."""
    return ", ".join(json.dumps(word) for word in words)


def packed(words: Iterable[str]) -> list[str]:
    """Words as Rust texts in lines of at most 120 characters; a word is never split."""
    lines: list[str] = []
    line = ""
    for word in words:
        item = f"{json.dumps(word)},"
        if line and len(line) + 1 + len(item) > 112:
            lines.append(f"        {line}")
            line = ""
        line = f"{line} {item}".lstrip()
    return [*lines, f"        {line}"] if line else lines


if __name__ == "__main__":
    sys.exit(main())
