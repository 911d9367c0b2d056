"""Writes the golden plan of each partition: what one wish needs in a region of it, worked out from the facts alone.

usage: PRIVATE_EKS_FACTS=FOLDER python tests/partitions/make.py [--check]

The facts say of each feature which endpoints it needs and when, of each endpoint service its name, and of each region
its registry. Nothing here asks the library: this is the second opinion that its plans are held against. With `--check`
nothing is written, and the status is 1 when a committed case is not what would be written.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases" / "plan" / "partitions"

# One region of each partition, and one whose registry no source names.
REGIONS: Mapping[str, str] = {
    "aws": "ap-northeast-1",
    "aws-cn": "cn-north-1",
    "aws-eusc": "eusc-de-east-1",
    "aws-iso": "us-iso-east-1",
    "aws-iso-b": "us-isob-east-1",
    "aws-iso-e": "eu-isoe-west-1",
    "aws-iso-f": "us-isof-south-1",
    "aws-us-gov": "us-gov-west-1",
    "registry-unknown": "sa-west-1",
}

# Every option that a condition of the facts turns on is stated, so that nothing is left to a default.
WISH: Mapping[str, Any] = {
    "nodes": ["al2023", "bottlerocket"],
    "features": {
        "aws-load-balancer-controller": {
            "certificateDiscovery": True,
            "certificateManagement": False,
            "credentials": "irsa",
            "enableShield": False,
            "enableWafv2": False,
            "taggingApi": True,
        },
        "cloudwatch-logs": {"credentials": "node-role", "output": "cloudwatch"},
        "cluster-autoscaler": {"credentials": "irsa", "scaleFromZero": True},
        "ebs-csi": {"credentials": "pod-identity", "hyperPod": False, "installation": "add-on"},
        "efs-csi": {"credentials": "irsa", "dynamicProvisioning": True, "installation": "add-on"},
        "external-dns": {"credentials": "irsa", "provider": "aws"},
        "irsa": {"createProviderInside": False},
        "karpenter": {
            "amiAlias": True,
            "clusterEndpoint": "",
            "credentials": "irsa",
            "instanceRole": True,
            "interruptionQueue": "interruptions",
            "isolatedVpc": True,
            "zonalShift": False,
        },
        "managed-node-groups": {"assumesRoles": False, "customAmi": False},
        "pod-identity": {},
        "secrets-store-csi-ascp": {"credentials": "irsa", "parameterStore": False, "secretsManager": True},
        "ssm-node-access": {
            "cloudwatchSessionLogs": False,
            "oldAgent": False,
            "s3SessionLogs": False,
            "sessionKey": False,
        },
        "vpc-cni": {"credentials": "node-role", "metricsHelper": True, "networkPolicyLogs": False},
        "xray": {"credentials": "node-role"},
    },
}

# What the facts say of every cluster, and of the kinds of node of the wish.
BASE = ("image-source", "private-endpoint-access", "vpc-endpoints", "bottlerocket")

# Conditions of the facts that hold for whoever has the feature.
ALWAYS = (
    "always",
    "always (ENI management)",
    "always (driver links the EC2 client, not EBS direct)",
    "image from private ECR (own or EKS regional)",
    "same; private DNS mandatory",
    "image layers",
    "EKS AMI with default node name (DescribeInstances)",
    "traces",
    "Session Manager; agent ≥ 3.3.40.0",
)

# Every other condition of the facts for the wish: feature, service and the condition's words, and whether it holds.
# Rows whose level is `not-required` ask for nothing and are not listed.
DECIDED: Mapping[tuple[str, str, str], bool] = {
    ("aws-load-balancer-controller", "sts", "IRSA"): True,
    ("aws-load-balancer-controller", "eks-auth", "Pod Identity"): False,
    # By host name, which the wish asks for.
    (
        "aws-load-balancer-controller",
        "acm",
        "certificate discovery by host name, or feature gate EnableCertificateManagement",
    ): True,
    ("aws-load-balancer-controller", "route53", "feature gate EnableCertificateManagement (default false)"): False,
    ("aws-load-balancer-controller", "wafv2", "--enable-wafv2=true"): False,
    ("aws-load-balancer-controller", "shield", "--enable-shield=true; endpoint seen only in CDK"): False,
    ("aws-load-balancer-controller", "tagging", "feature gate EnableRGTAPI"): True,
    # Session Manager reaches a Bottlerocket node through its control container.
    ("bottlerocket", "ssm", "control host container"): True,
    ("bottlerocket", "ssmmessages", "control host container"): True,
    # Managed node groups pass the settings.
    (
        "bottlerocket",
        "eks",
        "settings.kubernetes.cluster-dns-ip not given (DescribeCluster is tried for up to 5 minutes, then a guess)",
    ): False,
    ("cloudwatch-logs", "kinesis-firehose", "output firehose"): False,
    ("cloudwatch-logs", "kinesis-streams", "output kinesis"): False,
    ("cloudwatch-logs", "s3", "output s3"): False,
    ("cluster-autoscaler", "sts", "IRSA"): True,
    ("cluster-autoscaler", "ec2", "launch-template look-ups; instance types unless the static list is used"): True,
    ("cluster-autoscaler", "eks", "managed node groups scaled from 0 (DescribeNodegroup)"): True,
    ("ebs-csi", "sagemaker.api", "HyperPod nodes"): False,
    (
        "efs-csi",
        "elasticfilesystem",
        "controller: access points (dynamic provisioning), look-ups of file systems and mount targets",
    ): True,
    ("external-dns", "route53", "provider aws"): True,
    ("external-dns", "servicediscovery", "provider aws-sd"): False,
    ("irsa", "oidc-eks", "provider created or tokens verified from inside"): False,
    ("karpenter", "ssm", "AMI alias look-ups; avoidable with pinned AMI ids"): True,
    ("karpenter", "sts", "IRSA"): True,
    ("karpenter", "eks-auth", "Pod Identity"): False,
    ("karpenter", "sqs", "interruptionQueue set"): True,
    ("karpenter", "eks", "settings.clusterEndpoint not given; service CIDR discovery"): True,
    ("karpenter", "iam", "spec.role (managed instance profiles)"): True,
    ("karpenter", "pricing.api", "isolatedVPC=false"): False,
    ("karpenter", "arc-zonal-shift", "EnableZonalShift=true"): False,
    ("managed-node-groups", "sts", "a node or pod assumes roles"): False,
    ("secrets-store-csi-ascp", "secretsmanager", "Secrets Manager objects"): True,
    ("secrets-store-csi-ascp", "ssm", "Parameter Store objects"): False,
    ("ssm-node-access", "ec2messages", "agent < 3.3.40.0"): False,
    ("ssm-node-access", "kms", "session encryption with own key"): False,
    ("ssm-node-access", "s3", "session logs to S3"): False,
    ("ssm-node-access", "logs", "session logs to CloudWatch"): False,
    ("vpc-cni", "logs", "CloudWatch target"): False,
}

CREDENTIALS = {"credentials through IRSA": "irsa", "credentials through Pod Identity": "pod-identity"}

# Needs that the facts state in a caveat and in no row: feature, service, and a word of the caveat.
CAVEATS: Mapping[tuple[str, str], str] = {("vpc-cni", "monitoring"): "cni-metrics-helper additionally needs monitoring"}

# The strongest first: the six levels of the facts as the three of a plan.
LEVELS: Mapping[str, str] = {
    "required": "required",
    "recommended": "recommended",
    "conditional": "conditional",
    "optional": "conditional",
}
STRONGEST = ("required", "conditional", "recommended")

# The API that an endpoint serves is not everywhere: the list of a partition that says where.
REGIONS_OF = {"eks-auth": "eks_auth_regions"}

REGIONAL = "<EKS regional registry>"


# The surest first.
SUREST = ("read", "inferred", "unverified")


@dataclass(frozen=True)
class Need:
    """How strongly a service is needed, and how sure that is."""

    level: str
    confidence: str

    def rank(self) -> tuple[int, int]:
        """The strongest first, and of equally strong ones the surest."""
        return STRONGEST.index(self.level), SUREST.index(self.confidence)


@dataclass(frozen=True)
class Facts:
    """The three files, by what is looked up in them."""

    features: Mapping[str, Mapping[str, Any]]
    services: Mapping[str, Mapping[str, Any]]
    partitions: Mapping[str, Mapping[str, Any]]
    registries: Mapping[str, Mapping[str, Any]]

    @classmethod
    def read(cls, folder: Path) -> Facts:
        """The files of a folder."""
        endpoints, features, registries = (
            json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            for name in ("endpoints", "features", "registries")
        )
        return cls(
            features={row["key"]: row for row in features["features"]},
            services={row["key"]: row for row in endpoints["services"]},
            partitions={row["id"]: row for row in endpoints["partitions"]},
            registries={row["region"]: row for row in registries["eks_addon_registry_accounts"]},
        )

    def partition_of(self, region: str) -> Mapping[str, Any]:
        """The partition that a region is in."""
        return next(row for row in self.partitions.values() if region in row["regions"])


def files(facts: Facts) -> dict[Path, str]:
    """Every case with its text."""
    made = {}
    for name, region in REGIONS.items():
        made[CASES / f"{name}.json"] = json.dumps(case(facts, name, region), indent=2, ensure_ascii=False) + "\n"
    return made


def case(facts: Facts, name: str, region: str) -> dict[str, Any]:
    """The golden plan in a region. Lists that are plain are whole; sections that are not named stay free."""
    partition = facts.partition_of(region)
    if name == "registry-unknown":
        shows = f"no source names the registry of EKS in {region}: the plan says so and puts no other in its place"
    else:
        shows = f"everything that one rich wish needs in the partition {name}, as the facts say it, and nothing else"
    return {
        "shows": shows,
        "operation": "plan",
        "request": {"region": region, **WISH},
        "answer": {
            "spec": {"partition": partition["id"]},
            "endpoints": list(endpoints(facts, region)),
            "undecided": [],
            "images": {"$contains": list(images(facts, region))},
            "support": {"$contains": list(support(facts, region))},
        },
    }


def needs(facts: Facts) -> dict[str, Need]:
    """The services that the wish needs, each with the strongest of its levels and how sure that is."""
    found: dict[str, list[Need]] = {}
    for feature, service, row in rows(facts):
        if row["level"] != "not-required" and holds(feature, service, row["condition"]):
            found.setdefault(service, []).append(Need(LEVELS[row["level"]], sure(row.get("confidence", "read"))))
    for (feature, service), words in CAVEATS.items():
        about = facts.features[feature]
        if not any(words in caveat for caveat in about["caveats"]):
            raise SystemExit(f"no caveat of {feature} says: {words}")
        found.setdefault(service, []).append(Need("conditional", sure(about["confidence"])))
    return {service: min(needs, key=Need.rank) for service, needs in found.items()}


def rows(facts: Facts) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The rows about what the wish has: feature, service, row. First those of the features, then those that only the
    services have."""
    wished = (*BASE, *WISH["features"])
    seen = set()
    for feature in wished:
        for row in facts.features[feature]["endpoints_required"]:
            seen.add((feature, row["service"]))
            yield feature, row["service"], row
    for service, about in facts.services.items():
        for row in about["needed_by"]:
            if row["feature"] in wished and (row["feature"], service) not in seen:
                yield row["feature"], service, row


def sure(mark: str) -> str:
    """The first word of a mark of confidence; behind it a remark may stand."""
    return mark.split(" ")[0]


def holds(feature: str, service: str, condition: str) -> bool:
    """Whether the condition of a row holds for the wish. A condition that nobody decided stops the run."""
    if condition in ALWAYS:
        return True
    if condition in CREDENTIALS:
        return WISH["features"][feature]["credentials"] == CREDENTIALS[condition]
    decided = DECIDED.get((feature, service, condition))
    if decided is None:
        raise SystemExit(f"nobody decided whether this holds: {feature}, {service}, {condition}")
    return decided


def endpoints(facts: Facts, region: str) -> Iterator[dict[str, Any]]:
    """The endpoints in order of service. Where the facts know no endpoint service in the partition there is none."""
    partition = facts.partition_of(region)
    for service, need in sorted(needs(facts).items()):
        served = REGIONS_OF.get(service)
        # The facts list an API by its regions with EKS; a region without EKS says nothing of the partition.
        if served is not None and not partition[served]:
            continue
        row = facts.services[service]
        # Callers are in the VPC, and for those the gateway is the usual type.
        kind = "Gateway" if "Gateway" in row["endpoint_types"] else "Interface"
        names = names_of(facts, service).get(partition["id"])
        if names is None:
            continue
        name = names.get("pattern", "").replace("{region}", region) or names.get("name") or names[region]["name"]
        home = names.get("service_region")
        endpoint = {
            "service": service,
            "serviceName": name,
            "serviceRegion": None if home == region else home,
            "endpointType": kind,
            "port": row["port"],
            "privateDns": kind == "Interface",
            "level": need.level,
            "confidence": max(need.confidence, sure_of_name(names, region), key=SUREST.index),
        }
        hosts = private_names(row, partition, region)
        if kind == "Gateway":
            endpoint["privateDnsNames"] = []
        elif len(hosts) == 1:
            endpoint["privateDnsNames"] = hosts
        elif hosts:
            # Some of several names are doubted; the first is the one that clients call.
            endpoint["privateDnsNames"] = {"$contains": hosts[:1]}
        yield endpoint


def sure_of_name(names: Mapping[str, Any], region: str) -> str:
    """A name that only the common prefix gives was never seen listed for that region."""
    return "inferred" if names.get(region, {}).get("prefix_from") == "default" else "read"


def private_names(row: Mapping[str, Any], partition: Mapping[str, Any], region: str) -> list[str]:
    """The names that private DNS serves: as listed for the endpoint, or else the host that the SDK asks by default."""
    listed = (row.get("private_dns_names") or {}).get(partition["id"])
    if listed:
        # Behind the name a remark may stand.
        return [name.split(" ")[0].replace("{region}", region) for name in listed]
    for known, hosts in row.get("public_hostnames_by_region", {}).items():
        if known in partition["regions"] and hosts["default"]:
            return [hosts["default"].replace(known, region)]
    return []


def images(facts: Facts, region: str) -> Iterator[dict[str, Any]]:
    """Where the images lie that EKS keeps in the region: the host, or that no source names it."""
    host = facts.registries[region]["registry_host"]
    for feature in WISH["features"]:
        # What does not work there needs no image.
        if said_of(facts, feature, region) == "unsupported":
            continue
        for image in facts.features[feature]["images"]:
            repository = image["repository"].split(" ")[0].rstrip(",")
            if image["registry"] == REGIONAL and not image["must_mirror"] and repository != "overlay":
                value = [host] if host else [region, "no source names"]
                yield {"images": {"$has": [repository]}, "source": {"$has": value}, "registry": host, "copy": False}


def support(facts: Facts, region: str) -> Iterator[dict[str, Any]]:
    """What is said of each feature."""
    for feature in WISH["features"]:
        yield {"subject": feature, "support": said_of(facts, feature, region)}


def said_of(facts: Facts, feature: str, region: str) -> str:
    """What the facts say of a feature, except where the API behind it is not in the partition."""
    partition = facts.partition_of(region)
    about = facts.features[feature]
    needed = [row["service"] for row in about["endpoints_required"] if row["level"] == "required"]
    if any(service in REGIONS_OF and not partition[REGIONS_OF[service]] for service in needed):
        return "unsupported"
    if about["status_now"]["status"] == "supported":
        return "supported"
    # Possible, says the fact, and nobody has shown it; without an endpoint service nobody knows.
    named = all(partition["id"] in names_of(facts, service) for service in needed)
    return "limited" if named else "unknown"


def names_of(facts: Facts, service: str) -> Mapping[str, Any]:
    """The names of an endpoint service by partition; those of its gateway where it has one."""
    listed = facts.services[service]["service_names"]
    return listed.get("gateway", listed)


def main() -> int:
    """Writes the cases, or says which are stale."""
    folder = os.environ.get("PRIVATE_EKS_FACTS")
    if not folder:
        print("PRIVATE_EKS_FACTS must name the folder of the facts", file=sys.stderr)
        return 2
    made = files(Facts.read(Path(folder)))
    if sys.argv[1:] == ["--check"]:
        stale = [path for path, text in made.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
        stale += [path for path in CASES.glob("*.json") if path not in made]
        for path in stale:
            print(f"{path.name} is not what the facts say; run tests/partitions/make.py", file=sys.stderr)
        return 1 if stale else 0
    CASES.mkdir(parents=True, exist_ok=True)
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
