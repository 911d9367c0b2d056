"""What the operations take and give: plain, frozen data.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Generic, Literal, NoReturn, TypeAlias, TypeVar

from ._errors import NotMetError
from ._inputs import FeatureId, Features
from ._wire import Model, Rendered

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterSpec(Model):
    """What a caller wants of a cluster without internet access. A region alone is a wish."""

    region: str
    """The region, such as `ap-northeast-1` or `cn-north-1`."""
    name: str | None = None
    """The name of the cluster."""
    kubernetes_version: str | None = None
    """The version of Kubernetes, such as `1.33`."""
    account: str | None = None
    """The account that owns the cluster, twelve digits. Endpoint policies are narrowed to it."""
    vpc: str | None = None
    """The VPC that the nodes are in, such as `vpc-0123456789abcdef0`."""
    vpc_cidrs: Sequence[str] | None = None
    """The CIDR blocks of the VPC."""
    subnets: Sequence[SubnetSpec] | None = None
    """The subnets, each with what is known of it. The other fields name them by id."""
    cluster_subnets: Sequence[str] | None = None
    """The ids of the subnets that the cluster is given, for the network interfaces of its control plane."""
    nodes: Sequence[NodeKind] | None = None
    """The kinds of node. Not stated: `al2023`, or what the documents show. An empty list is a wish only beside a
    feature that brings nodes of its own, `auto-mode` or `hybrid-nodes`.
    """
    node_subnets: Sequence[str] | None = None
    """The ids of the subnets that nodes run in. They may differ from the cluster's own subnets."""
    pod_subnets: Sequence[str] | None = None
    """The ids of the subnets that pods take addresses from, with custom networking. Not stated: those of the nodes."""
    node_security_groups: Sequence[str] | None = None
    """The ids of the security groups that nodes carry. Not stated: what node groups and instances show."""
    pod_security_groups: Sequence[str] | None = None
    """The ids of the security groups that pods carry, with security groups for pods or custom networking. Not stated:
    those of the nodes.
    """
    ip_family: IpFamily | None = None
    """The IP family of pods and services."""
    service_cidr: str | None = None
    """The CIDR block of services. It is never guessed."""
    remote_node_cidrs: Sequence[str] | None = None
    """The CIDR blocks of hybrid nodes."""
    remote_pod_cidrs: Sequence[str] | None = None
    """The CIDR blocks of pods on hybrid nodes."""
    fips: bool | None = None
    """Whether clients use the host names for FIPS. Not stated: no."""
    authentication_mode: AuthenticationMode | None = None
    """The authentication mode. Not stated: `API`, and `CONFIG_MAP` on days before access entries."""
    control_plane_egress_mode: ControlPlaneEgressMode | None = None
    """How what the control plane calls leaves it. Not stated: `AWS_MANAGED`, the default of EKS."""
    callers: Sequence[Caller] | None = None
    """The callers outside the cluster, such as a bastion, a peered VPC or a network on premises; an empty list says
    that there are none.
    """
    dns_servers: Sequence[str] | None = None
    """The name servers that the DHCP options list: addresses, and `AmazonProvidedDNS`. Not stated: `AmazonProvidedDNS`
    alone.
    """
    proxy: ProxySpec | None = None
    """The HTTP proxy that nodes and pods send requests through."""
    destinations: Sequence[DestinationSpec] | None = None
    """What is not of AWS and that the cluster calls, such as a registry or a Git server."""
    endpoint_vpc: EndpointVpcSpec | None = None
    """The VPC that holds the interface endpoints, where it is not that of the cluster."""
    features: Features | Sequence[FeatureId] | None = None
    """The features and add-ons by id, each with its options; a plain list of ids is the short form. Stated features are
    the whole wish: nothing is added from documents.
    """
    services: Sequence[str] | None = None
    """The AWS services that workloads call besides what the features need, by the suffix of their endpoint service,
    such as `sqs` or `bedrock-runtime`.
    """
    as_of: date | str | None = None
    """The day for which to answer. Not stated: the day of the newest knowledge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubnetSpec(Model):
    """A subnet that a wish describes."""

    id: str
    """The id, or a name of your own for one that does not exist yet."""
    cidr: str | None = None
    """The IPv4 CIDR block."""
    availability_zone: str | None = None
    """The Availability Zone by name, such as `eu-west-1a`."""
    availability_zone_id: str | None = None
    """The Availability Zone by id, such as `euw1-az1`: names differ from account to account, ids do not."""


NodeKind: TypeAlias = Literal["al2", "al2023", "bottlerocket", "windows", "fargate"]
"""A kind of node: its operating system, or what runs it.

- `al2`: Amazon Linux 2.
- `al2023`: Amazon Linux 2023.
- `bottlerocket`: Bottlerocket.
- `windows`: Windows Server.
- `fargate`: AWS Fargate, which has no nodes of yours.
"""


IpFamily: TypeAlias = Literal["ipv4", "ipv6"]
"""The IP family of pods and services.

- `ipv4`: IPv4.
- `ipv6`: IPv6.
"""


AuthenticationMode: TypeAlias = Literal["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]
"""How a cluster knows who may call its API server. A mode with access entries cannot be left again.

- `API`: Access entries.
- `API_AND_CONFIG_MAP`: Access entries, and the aws-auth ConfigMap.
- `CONFIG_MAP`: The aws-auth ConfigMap.
"""


ControlPlaneEgressMode: TypeAlias = Literal["AWS_MANAGED", "CUSTOMER_ISOLATED", "CUSTOMER_ROUTED"]
"""How what the control plane calls outside of itself leaves it.

- `AWS_MANAGED`: Through the network of AWS.
- `CUSTOMER_ISOLATED`: The API has this mode; no text that was read says what it means.
- `CUSTOMER_ROUTED`: Through the VPC of the cluster. It cannot be undone.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller(Model):
    """Callers outside the cluster."""

    cidr: str
    """Their CIDR block, such as that of a peered VPC or of a network on premises."""
    api_server: bool | None = None
    """Whether they call the API server. Not stated: yes."""
    endpoints: bool | None = None
    """Whether they use the interface endpoints. Not stated: no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxySpec(Model):
    """An HTTP proxy."""

    host: str
    """The host name or the address."""
    port: int
    """The TCP port."""
    cidrs: tuple[str, ...] | None = None
    """The CIDR blocks that it answers at. Not stated: the host, where it is an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestinationSpec(Model):
    """Something that is not of AWS and that the cluster calls, such as a registry or a Git server."""

    name: str
    """The host name, such as `registry.corp.example`."""
    cidrs: tuple[str, ...] | None = None
    """The CIDR blocks that it answers at. Not stated: no rule can be written for it."""
    port: int | None = None
    """The TCP port. Not stated: 443."""
    from_control_plane: bool | None = None
    """Whether the API server calls it, as it does webhooks and OIDC issuers. Not stated: no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointVpcSpec(Model):
    """A VPC that holds the interface endpoints for several others."""

    id: str | None = None
    """The id of the VPC."""
    cidrs: tuple[str, ...] | None = None
    """The CIDR blocks of the subnets that hold the endpoints, or of the whole VPC. Not stated: no rule can be written
    towards it.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Rendered):
    """Everything that must exist for a wish, as of a day. The answer of the operation `plan`."""

    spec: ResolvedSpec
    """The wish as it was understood: each value with where it comes from."""
    as_of: date
    """The day for which the answer holds."""
    findings: tuple[PlanFinding, ...]
    """What the wish contradicts, in order of claim. Empty is good."""
    endpoints: tuple[PlannedEndpoint, ...]
    """The endpoints that must exist, in order of service id."""
    undecided: tuple[PlannedEndpoint, ...]
    """The endpoints of which the wish does not say whether they are needed, each with the option that would settle it.
    """
    flows: tuple[PlannedFlow, ...]
    """Who must be able to talk to whom, in order of both ends."""
    security_groups: tuple[PlannedSecurityGroup, ...]
    """The security groups whose rules open exactly these flows."""
    settings: tuple[PlannedSetting, ...]
    """The settings of the VPC, the cluster, the nodes and the workloads."""
    no_proxy: NoProxy | None
    """What `NO_PROXY` must list, where the wish has a proxy."""
    images: tuple[PlannedImage, ...]
    """The images and where they must come from."""
    boot_calls: tuple[BootCall, ...]
    """What nodes still call while they boot."""
    order: tuple[Step, ...]
    """The order of creation that leaves no node waiting."""
    addresses: tuple[SubnetAddresses, ...]
    """What takes addresses in each subnet that the wish names."""
    support: tuple[SupportStatement, ...]
    """What is supported, unsupported or ended, one statement for each node kind and feature of the wish."""
    notes: tuple[Reason, ...]
    """What to mind beyond that, in order of what it is about."""
    text: str = field(repr=False)
    """The same as plain text: a checklist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedSpec(Model):
    """A wish as it was understood."""

    region: Sourced[str]
    """The region, such as `ap-northeast-1`."""
    partition: str
    """The partition of the region, such as `aws-cn`."""
    name: Sourced[str] | None
    """The name of the cluster, where it is known."""
    kubernetes_version: Sourced[str] | None
    """The version of Kubernetes, where the wish states it."""
    account: Sourced[str] | None
    """The account of the cluster, where the wish states it."""
    vpc: Sourced[str] | None
    """The VPC that the nodes are in, where it is known."""
    nodes: Sourced[tuple[NodeKind, ...]]
    """The node kinds."""
    node_subnets: Sourced[tuple[str, ...]] | None
    """The subnets that nodes run in, where they are known; never the cluster's own subnets."""
    node_security_groups: Sourced[tuple[str, ...]] | None
    """The security groups that nodes carry, where the wish states them."""
    ip_family: Sourced[IpFamily] | None
    """The IP family of the cluster, where it is known."""
    features: tuple[ResolvedFeature, ...]
    """The features, in order of id."""
    services: Sourced[tuple[str, ...]] | None
    """The AWS services that workloads call, where the wish states them, in order of suffix."""
    authentication_mode: Sourced[AuthenticationMode]
    """The authentication mode."""
    control_plane_egress_mode: Sourced[ControlPlaneEgressMode]
    """The egress mode of the control plane."""
    fips: Sourced[bool]
    """Whether the host names for FIPS are used."""
    vpc_cidrs: Sourced[tuple[str, ...]] | None
    """The CIDR blocks of the VPC, where the wish states them."""
    service_cidr: Sourced[str] | None
    """The service CIDR, where the wish states it."""
    subnets: tuple[SubnetSpec, ...]
    """The subnets that the wish describes."""
    cluster_subnets: Sourced[tuple[str, ...]] | None
    """The subnets of the cluster itself, where the wish states them."""
    pod_subnets: Sourced[tuple[str, ...]] | None
    """The subnets that pods take addresses from, where the wish states others than those of the nodes."""
    pod_security_groups: Sourced[tuple[str, ...]] | None
    """The security groups that pods carry, where the wish states some."""
    remote_node_cidrs: Sourced[tuple[str, ...]] | None
    """The CIDR blocks of hybrid nodes, where the wish states them."""
    remote_pod_cidrs: Sourced[tuple[str, ...]] | None
    """The CIDR blocks of pods on hybrid nodes, where the wish states them."""
    callers: Sourced[tuple[Caller, ...]] | None
    """The callers outside the cluster, where the wish states them."""
    dns_servers: Sourced[tuple[str, ...]] | None
    """The name servers of the DHCP options, where the wish states them."""
    proxy: Sourced[ProxySpec] | None
    """The HTTP proxy, where the wish states one."""
    destinations: Sourced[tuple[DestinationSpec, ...]] | None
    """What is not of AWS and is called, where the wish states it."""
    endpoint_vpc: Sourced[EndpointVpcSpec] | None
    """The VPC that holds the endpoints, where it is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Model, Generic[_T]):
    """A value and where it comes from."""

    value: _T
    """The value."""
    origin: Origin
    """Where it comes from."""
    from_: str
    """From what it was inferred, such as `Vpcs` or ``the ARN of the cluster``; empty when it was not."""


Origin: TypeAlias = Literal["given", "inferred", "default"]
"""Where a value comes from.

- `given`: The caller stated it.
- `inferred`: It follows from the documents.
- `default`: Nobody said; this is what a careful operator would choose.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedFeature(Model):
    """A feature of a wish as it was understood."""

    id: str
    """The id, such as `karpenter`."""
    origin: Origin
    """Where the feature comes from."""
    from_: str
    """From what it was inferred; empty when it was not."""
    options: tuple[ResolvedOption, ...]
    """The options that were stated or inferred, and those that are not but have a default, in order of name; each value
    in words.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedOption(Model):
    """An option of a feature as it was understood."""

    name: str
    """The name, such as `interruptionQueue`."""
    value: str
    """The value in words, such as `true` or `my-queue`."""
    origin: Origin
    """Whether it was stated, or is what is taken where nobody states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFinding(Model):
    """A contradiction in the wish, or something that may be one."""

    id: str
    """The id of the claim that the wish contradicts, such as `base-service-cidr-apart`."""
    verdict: Verdict
    """Broken where it is a contradiction, unknown where the wish does not state enough to say."""
    paths: tuple[str, ...]
    """The paths in the wish, such as `serviceCidr`."""
    message: str
    """What is wrong, and what would be right."""
    reasons: tuple[Reason, ...]
    """The claim behind it."""


class Verdict(str, Enum):
    """Whether a requirement holds.

    It equals its word and refuses to be used as a boolean.
    """

    BROKEN = "broken"
    """It surely does not hold."""
    UNKNOWN = "unknown"
    """The documents do not say."""
    MET = "met"
    """It surely holds."""

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict is broken, unknown or met, never a boolean; compare it with `Verdict.MET`")

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason(Model):
    """Why something is needed."""

    claim: str
    """The id of the claim, such as `irsa-needs-sts`."""
    by: str
    """Who asks for it: a feature or a node kind, such as `irsa`; `base` for every cluster; `services` for what the wish
    says that workloads call.
    """
    because: str
    """The claim in a sentence."""
    condition: str
    """The condition that made it apply, in words; empty when it always does."""
    level: Level
    """How strongly this reason asks."""
    confidence: Confidence
    """How sure the claim is."""
    cites: tuple[Cite, ...]
    """Where it can be read."""
    judgement: str
    """Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when there
    is none.
    """


Level: TypeAlias = Literal["required", "conditional", "recommended"]
"""How strongly something is needed.

- `required`: Always, for this feature.
- `conditional`: Because of an option or a condition that holds here.
- `recommended`: It works without; a careful operator would have it.
"""


Confidence: TypeAlias = Literal["read", "inferred", "unverified"]
"""How sure a claim is.

- `read`: Read at the named source.
- `inferred`: Follows from two or more facts that were read.
- `unverified`: Nobody checked it at a source.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(Model):
    """Where a claim can be read."""

    source: str
    """The id of the source, such as `user-guide-2025`."""
    title: str
    """Its title."""
    section: str
    """The page, section or file within it."""
    url: str
    """Its address."""
    revision: str | None
    """The commit or version that was read, where there is one."""
    read: date
    """The day on which it was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEndpoint(Model):
    """An endpoint that must exist."""

    service: str
    """AWS's own suffix, such as `ecr.api`."""
    service_name: str
    """The full name in the region, such as `com.amazonaws.ap-northeast-1.ecr.api`."""
    service_region: str | None
    """The region of the endpoint service, where it is not that of the cluster: the endpoint then crosses regions."""
    endpoint_type: EndpointType
    """Interface or gateway."""
    port: int
    """The TCP port that clients call."""
    private_dns: bool
    """Whether private DNS must be on, so that clients find the endpoint under the service's ordinary name."""
    private_dns_names: tuple[str, ...]
    """The names that private DNS makes resolve to the endpoint, where they are known."""
    vpc: EndpointPlace
    """Where it lies: in the VPC of the cluster, or in the one that holds the endpoints for several."""
    subnets: tuple[str, ...]
    """The subnets of the wish that it should lie in, one in each zone; empty where the wish does not describe enough,
    and for gateways, which lie in route tables.
    """
    security_group: Party | None
    """The security group of the plan that it carries; nothing for gateways."""
    policy: PlannedPolicy | None
    """The endpoint policy that lets through what is needed and no more, where one is advised."""
    level: Level
    """How strongly it is needed: the strongest of its reasons."""
    reasons: tuple[Reason, ...]
    """Why, at least one."""
    settled_by: tuple[str, ...]
    """Which statements would decide it, such as `features.karpenter.interruptionQueue`; empty when it is decided."""
    confidence: Confidence
    """The weakest confidence that the strongest reason rests on."""


EndpointType: TypeAlias = Literal["Interface", "Gateway"]
"""The type of a VPC endpoint.

- `Interface`: A network interface in a subnet, reached by its address.
- `Gateway`: A target in route tables.
"""


EndpointPlace: TypeAlias = Literal["cluster", "central"]
"""Where an endpoint lies.

- `cluster`: In the VPC of the cluster.
- `central`: In the VPC that holds the endpoints for several others.
"""


Party: TypeAlias = Literal[
    "callers",
    "cluster",
    "destinations",
    "endpoints",
    "fileSystems",
    "gateways",
    "lattice",
    "mountTargets",
    "nameServers",
    "nodes",
    "pods",
    "proxy",
    "remoteNodes",
    "remotePods",
]
"""Somebody that talks or is talked to.

- `callers`: Callers outside the cluster, such as a bastion or a peered network.
- `cluster`: The network interfaces of the control plane.
- `destinations`: What is not of AWS and not of the cluster, such as a registry or a Git server.
- `endpoints`: The interface endpoints.
- `fileSystems`: The file systems of Amazon FSx.
- `gateways`: The gateway endpoints, behind the prefix lists of their services.
- `lattice`: What Amazon VPC Lattice puts before services, behind its managed prefix lists.
- `mountTargets`: The mount targets of Amazon EFS and Amazon S3 Files.
- `nameServers`: Name servers of one's own.
- `nodes`: Nodes, and pods that carry no security group of their own.
- `pods`: Pods that carry security groups of their own.
- `proxy`: The HTTP proxy.
- `remoteNodes`: Hybrid nodes.
- `remotePods`: Pods on hybrid nodes.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPolicy(Model):
    """An endpoint policy."""

    document: str
    """The policy as JSON text, to be given to AWS as it is."""
    remark: str
    """What it does not narrow and why, or what must be added to it; empty when nothing."""
    settled_by: tuple[str, ...]
    """Which statements would narrow it; empty when none."""
    reasons: tuple[Reason, ...]
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFlow(Model):
    """Who must be able to talk to whom."""

    id: str
    """A stable id, such as `nodes-to-endpoints-tcp-443`."""
    from_: Party
    """Who begins."""
    to: Party
    """Who answers."""
    protocol: str
    """The protocol: `tcp`, `udp`, or `all`."""
    first_port: int | None
    """The lowest port; nothing with `all`."""
    last_port: int | None
    """The highest port; nothing with `all`."""
    level: Level
    """How strongly it is needed."""
    reasons: tuple[Reason, ...]
    """Why, at least one."""
    settled_by: tuple[str, ...]
    """Which statements would decide it; empty when it is decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSecurityGroup(Model):
    """A security group and the rules that it must have. With them all flows of the plan are open, and none of them can
    be left out.
    """

    id: Party
    """Who carries it, which is also its id within the plan."""
    title: str
    """What it is, in words."""
    group_ids: tuple[str, ...]
    """The ids of the groups that the wish states for it; empty where it states none."""
    rules: tuple[PlannedRule, ...]
    """The rules, inbound first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRule(Model):
    """A rule of a security group."""

    id: str
    """A stable id, such as `endpoints-in-tcp-443-nodes`."""
    direction: RuleDirection
    """Inbound or outbound."""
    protocol: str
    """The protocol as AWS writes it: `tcp`, `udp`, or `-1` for all."""
    from_port: int | None
    """The lowest port; nothing with `-1`."""
    to_port: int | None
    """The highest port; nothing with `-1`."""
    peer_group: Party | None
    """The group of the plan at the other end, where the rule refers to one."""
    peer_cidr: str | None
    """The CIDR block at the other end, where the rule refers to one."""
    peer_prefix_list: str | None
    """The name of the prefix list at the other end, such as `com.amazonaws.eu-west-1.s3`."""
    level: Level
    """How strongly it is needed: as the strongest of its flows."""
    flows: tuple[str, ...]
    """The ids of the flows that it carries."""
    settled_by: tuple[str, ...]
    """Which statements would complete it, such as `callers`; empty when it is complete."""


RuleDirection: TypeAlias = Literal["ingress", "egress"]
"""The direction of a rule.

- `ingress`: Inbound.
- `egress`: Outbound.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSetting(Model):
    """A setting that must be so."""

    id: str
    """A stable id, such as `private-endpoint-access`."""
    place: Place
    """Where it is set: the VPC, the cluster, the nodes, a workload."""
    name: str
    """The name of the setting as AWS or the program spells it, such as `enableDnsSupport`."""
    value: str
    """The value that it must have, such as `true`."""
    level: Level
    """How strongly it is needed."""
    reasons: tuple[Reason, ...]
    """Why, at least one."""
    settled_by: tuple[str, ...]
    """Which statements would decide it; empty when it is decided."""


Place: TypeAlias = Literal["vpc", "endpoint", "gateway", "cluster", "securityGroup", "node", "workload", "image", "iam"]
"""Where a setting is made.

- `vpc`: An attribute of the VPC or its DHCP options.
- `endpoint`: An interface endpoint: its subnets, names, address type or policy.
- `gateway`: A gateway endpoint: its route tables or policy.
- `cluster`: The configuration of the cluster.
- `securityGroup`: A security group.
- `node`: The bootstrap input of a node.
- `workload`: A workload's environment, flags or annotations.
- `image`: Where images come from.
- `iam`: An IAM policy.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProxy(Model):
    """What is reached without the HTTP proxy."""

    value: str
    """The value of `NO_PROXY`."""
    entries: tuple[BypassEntry, ...]
    """The same, entry by entry."""
    missing: tuple[str, ...]
    """What must be added and stands in no wish, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BypassEntry(Model):
    """An entry of `NO_PROXY`."""

    entry: str
    """The host, suffix or CIDR block."""
    because: str
    """What it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedImage(Model):
    """Images and where they must come from."""

    id: str
    """A stable id, such as `mirror-karpenter`."""
    images: str
    """The images, as their references or repositories are written."""
    source: str
    """What to do or where they come from, in words."""
    registry: str | None
    """The host of the registry that EKS keeps in the region, where they come from there and the account is known."""
    copy: bool
    """Whether they must be copied from a public registry."""
    level: Level
    """How strongly it is needed."""
    reasons: tuple[Reason, ...]
    """Why, at least one."""
    settled_by: tuple[str, ...]
    """Which statements would decide it; empty when it is decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BootCall(Model):
    """A call that a node still makes while it boots."""

    node: NodeKind
    """The kind of node."""
    service: str
    """The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata."""
    endpoints: tuple[str, ...]
    """The endpoints that it needs, by AWS's own suffix; empty where none serves it."""
    call: str
    """The call, such as `DescribeInstances`."""
    unanswered: str
    """What happens where it is not answered, and how it is avoided."""
    avoided_by: str
    """What of the node's own settings avoids it, in words; empty where nothing does."""
    reasons: tuple[Reason, ...]
    """Why, at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Model):
    """A step of the order of creation."""

    id: str
    """A stable id, such as `endpoints`."""
    title: str
    """What to do, in words."""
    after: tuple[str, ...]
    """The ids of the steps that must be done before."""
    because: str
    """What would go wrong otherwise."""
    items: tuple[str, ...]
    """What of the plan it makes: ids of endpoints, settings, images and groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubnetAddresses(Model):
    """What takes addresses in a subnet of the wish."""

    subnet: str
    """The subnet."""
    roles: tuple[str, ...]
    """What it is for: `cluster`, `nodes` and `pods`, as the wish states, and `endpoints`, as the plan places them."""
    size: int | None
    """How many IPv4 addresses the block has; nothing where the wish does not state the block."""
    reserved: int
    """How many of them AWS keeps: the first four and the last."""
    endpoints: int
    """How many the planned interface endpoints take, one each."""
    control_plane: int
    """How many to leave free for the network interfaces of the control plane."""
    left: int | None
    """How many are left for nodes and pods; nothing where the size is not known, and zero where there are too few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportStatement(Model):
    """Whether something can be used in a cluster without internet access."""

    subject: str
    """The feature or node kind, such as `app-mesh` or `al2`."""
    title: str
    """Its name in words."""
    support: Support
    """Whether it can be used."""
    statement: str
    """What that means, in a sentence."""
    reasons: tuple[Reason, ...]
    """The claims behind it."""


Support: TypeAlias = Literal["supported", "limited", "unsupported", "ended", "unknown"]
"""Whether something can be used in a cluster without internet access.

- `supported`: It works, given what the plan lists.
- `limited`: It works in part, or in one way of several; the statement says which.
- `unsupported`: It does not work.
- `ended`: It no longer exists or is no longer published.
- `unknown`: No source says.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Rendered):
    """What exists, held against what must exist. The answer of the operation `audit`."""

    verdict: Verdict
    """Met only when every finding is met and every requirement that it rests on is verified."""
    counts: Counts
    """How many findings have each verdict."""
    spec: ResolvedSpec
    """The wish as it was understood: each value given, inferred (and from what) or default."""
    findings: tuple[Finding, ...]
    """The findings: broken first, then unknown, then met; within them by severity, rule and subject."""
    assumptions: tuple[str, ...]
    """What was taken for granted, such as that a document is complete."""
    not_assessed: tuple[str, ...]
    """What this audit does not look at."""
    fixes: tuple[Fix, ...]
    """The repairs, in an order in which they can be made."""
    knowledge: KnowledgeStamp
    """The knowledge that was used."""
    snapshot: SnapshotStamp
    """The documents that were used."""
    text: str = field(repr=False)
    """The same as plain text."""

    @property
    def broken(self) -> tuple[Finding, ...]:
        """The findings of what surely does not hold."""
        return tuple(item for item in self.findings if item.verdict == "broken")

    @property
    def unknown(self) -> tuple[Finding, ...]:
        """The findings of which the documents do not say whether they hold."""
        return tuple(item for item in self.findings if item.verdict == "unknown")

    @property
    def met(self) -> tuple[Finding, ...]:
        """The findings of what surely holds."""
        return tuple(item for item in self.findings if item.verdict == "met")

    def require_met(self) -> None:
        """Does nothing when the verdict is met, and stops a pipeline when it is broken or unknown.

        Raises `NotMetError`, which carries this report.
        """
        if self.verdict is not Verdict.MET:
            raise NotMetError(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Model):
    """How many findings have each verdict."""

    broken: int
    """Surely wrong."""
    unknown: int
    """The documents do not say."""
    met: int
    """Surely right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Model):
    """One requirement, held against what exists."""

    id: str
    """A stable id: the rule and the subject, such as `endpoint-missing:com.amazonaws.ap-northeast-1.sts`."""
    rule: str
    """The rule, such as `endpoint-missing`."""
    verdict: Verdict
    """Whether the requirement holds."""
    severity: Severity
    """How bad it is when it does not hold: our judgement, without a cite."""
    subject: str
    """What the finding is about: an id or a name."""
    message: str
    """What is so, in a sentence."""
    evidence: tuple[Evidence, ...]
    """What the verdict rests on, item by item."""
    reasons: tuple[Reason, ...]
    """Why the requirement exists."""
    cites: tuple[Cite, ...]
    """Where the reasons can be read."""
    confidence: Confidence
    """The best confidence among the reasons: a requirement stands when one claim behind it is verified."""
    settled_by: tuple[Settlement, ...]
    """What would settle what is not known of it; empty when it is met."""
    fixes: tuple[str, ...]
    """The ids of the fixes that mend it; empty when it is not broken or no call mends it."""


Severity: TypeAlias = Literal["critical", "high", "medium", "low"]
"""How bad it is when a requirement does not hold.

- `critical`: Nodes do not join or images do not pull.
- `high`: A feature does not work.
- `medium`: It works today and breaks on an ordinary event.
- `low`: It works; a careful operator would change it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Model):
    """One thing that a verdict rests on."""

    document: str
    """The document, such as `VpcEndpoints`."""
    id: str
    """The object in it, such as `sg-0123456789abcdef0`; empty when it is the document as a whole."""
    says: str
    """What it says there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement(Model):
    """The document, and the command and permission, that would settle an unknown verdict."""

    document: str
    """The missing document, such as `RouteTables`; a statement of the wish, such as `spec.nodeSubnets`; or what only a
    person can look at, in words.
    """
    command: str
    """The AWS CLI command that gives it; empty when no command does."""
    permission: str
    """The IAM permission that the command needs; empty when no command gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix(Model):
    """One AWS call that mends something."""

    id: str
    """A stable id within the report, such as `fix-1`."""
    service: str
    """The AWS service as botocore names it, such as `ec2`."""
    operation: str
    """The operation as AWS names it, such as `AuthorizeSecurityGroupIngress`."""
    parameters: Mapping[str, object]
    """The parameters of the call, shaped as AWS takes them."""
    description: str
    """What it does, in a sentence."""
    mends: tuple[str, ...] = ()
    """The ids of the findings that it helps to mend."""
    command: str = ""
    """The same call for the AWS CLI, quoted for a POSIX shell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeStamp(Model):
    """The knowledge that a report used."""

    as_of: date
    """The day for which it answered."""
    newest: date
    """The day of its newest row."""
    version: str
    """The version of the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotStamp(Model):
    """The documents that a report used."""

    account: str | None
    """The account, where the documents say."""
    region: str | None
    """The region, where the documents say."""
    time: str | None
    """When it was collected, as the collector wrote it."""
    parts: tuple[str, ...]
    """The parts that were read, in alphabetical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortSpan(Model):
    """A range of ports, both ends included."""

    first: int
    """The lowest."""
    last: int
    """The highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachAnswer(Rendered):
    """Whether one thing can talk to another, how, and if not, who stops it. The answer of the operation `reach`."""

    verdict: Verdict
    """Met when all that was asked is surely open, broken when some of it is surely shut, else unknown. Where a name was
    asked for, both it and the path have to be met.
    """
    path_verdict: Verdict
    """The path alone, whatever the name resolves to."""
    name: NameAnswer | None
    """What the name resolves to; `null` where none was asked for."""
    open: tuple[str, ...]
    """The source addresses that surely get through, as CIDR blocks."""
    shut: tuple[str, ...]
    """The source addresses that surely do not."""
    unknown: tuple[str, ...]
    """The source addresses of which the documents do not say."""
    path: tuple[Hop, ...]
    """The path, hop by hop, there and back."""
    blockers: tuple[Blocker, ...]
    """Everything that stops it or may stop it, not only the first."""
    fixes: tuple[Fix, ...]
    """What would open exactly what was asked."""
    settled_by: tuple[Settlement, ...]
    """What would settle what is not known of it; empty when it is met."""
    destinations: Destinations
    """The destination addresses: which of them all of the source reaches."""
    notes: tuple[str, ...]
    """What stops nothing and is worth knowing."""
    assumptions: tuple[str, ...]
    """What was taken for granted."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnswer(Model):
    """What a name resolves to from the VPC of the source."""

    name: str
    """The name."""
    verdict: Verdict
    """Met when it surely resolves, and to the destination where that was given by its id; broken when it surely does
    not; else unknown.
    """
    leads_to: tuple[str, ...]
    """What it resolves to: ids of endpoints, addresses, other names, `cluster` or `internet`."""
    says: tuple[str, ...]
    """Why, in sentences."""
    settled_by: tuple[Settlement, ...]
    """What would settle what is not known of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop(Model):
    """A place that the traffic crosses."""

    direction: Direction
    """There or back."""
    place: str
    """The kind of place, such as `security group egress`."""
    id: str
    """The object, such as `sg-0123456789abcdef0`."""
    says: str
    """What it decides, and by which rule."""
    asked: tuple[str, ...]
    """The addresses that the place is asked about, as CIDR blocks: those of the other side, as they are seen there.
    Empty where no rules decide.
    """
    remainder: tuple[str, ...]
    """Those of them that no rule surely lets through."""
    rules: tuple[DecidingRule, ...]
    """The rules that decide: together they let through all that is asked but the remainder."""


Direction: TypeAlias = Literal["forward", "reply"]
"""There or back.

- `forward`: From the source to the destination.
- `reply`: The replies.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingRule(Model):
    """A rule of a security group, an entry of a network ACL, or a route."""

    holder: str
    """The security group, network ACL or route table that holds it."""
    rule_id: str | None
    """Its own id, such as `sgr-0123456789abcdef0`, where the documents give one."""
    rule_number: int | None
    """The number of an entry of a network ACL."""
    allows: bool
    """Whether it lets through; of a route, whether it surely leads there."""
    services: str
    """What it speaks of, such as `tcp 443` or `all`."""
    peer: str
    """To or from whom: a block, a prefix list or a security group; of a route, its destination."""
    target: str | None
    """Where a route leads; `null` for anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker(Model):
    """Something that stops traffic, or may."""

    code: BlockerCode
    """A stable code, such as `GROUP_EGRESS`."""
    verdict: Verdict
    """Whether it surely stops something, or the documents do not say."""
    document: str
    """The document that says so, or that is missing."""
    id: str
    """The object; empty when it is a whole document that is missing."""
    says: str
    """What is so, in a sentence."""
    concerns: tuple[str, ...]
    """The source addresses that it concerns, as CIDR blocks."""
    remainder: tuple[str, ...]
    """The addresses of the other side that no rule surely lets through, where rules decide."""


BlockerCode: TypeAlias = Literal[
    "ADDRESS_FAMILY",
    "ADDRESS_UNKNOWN",
    "GROUP_EGRESS",
    "ACL_EGRESS",
    "ROUTE",
    "ACL_INGRESS",
    "GROUP_INGRESS",
    "ACL_REPLY_EGRESS",
    "REPLY_ROUTE",
    "ACL_REPLY_INGRESS",
    "ENDPOINT_STATE",
    "ENDPOINT_PROTOCOL",
    "ENDPOINT_INTERFACES",
    "ENDPOINT_SOURCE",
    "ACL_ON_THE_WAY",
    "ROUTE_ON_THE_WAY",
    "PEERING_CONNECTION",
    "TRANSIT_GATEWAY",
    "TRANSIT_GATEWAY_ZONE",
    "TRANSIT_GATEWAY_ROUTE",
    "NAT_GATEWAY",
    "INTERNET_GATEWAY",
    "EGRESS_ONLY_INTERNET_GATEWAY",
    "VPN_GATEWAY",
    "PUBLIC_ADDRESS",
    "BLOCK_PUBLIC_ACCESS",
    "APPLIANCE",
    "TARGET",
    "ENCRYPTION_CONTROL",
    "RESOLVER",
    "CLUSTER_ENDPOINT",
    "SERVICE_ADDRESSES",
]
"""What kind of thing stops traffic. New kinds may be added.

- `ADDRESS_FAMILY`: The two ends have no IP family in common.
- `ADDRESS_UNKNOWN`: The addresses of the source are not known.
- `GROUP_EGRESS`: No group of the source lets it out.
- `ACL_EGRESS`: The network ACL of the source's subnet does not let it out.
- `ROUTE`: The route table of the source's subnet does not lead there.
- `ACL_INGRESS`: The network ACL of the destination's subnet does not let it in.
- `GROUP_INGRESS`: No group of the destination lets it in.
- `ACL_REPLY_EGRESS`: The network ACL of the destination's subnet does not let the replies out.
- `REPLY_ROUTE`: The route table of the destination's subnet does not lead back.
- `ACL_REPLY_INGRESS`: The network ACL of the source's subnet does not let the replies in.
- `ENDPOINT_STATE`: The endpoint is not in a state that works.
- `ENDPOINT_PROTOCOL`: The endpoint does not take this protocol.
- `ENDPOINT_INTERFACES`: The endpoint has no interface in any subnet.
- `ENDPOINT_SOURCE`: An endpoint answers calls and makes none.
- `ACL_ON_THE_WAY`: The network ACL of a subnet that lies on the way: of a transit gateway's attachment, or of a NAT
  gateway.
- `ROUTE_ON_THE_WAY`: A route table that lies on the way: of a transit gateway's attachment, or of a NAT gateway.
- `PEERING_CONNECTION`: The peering connection does not carry it.
- `TRANSIT_GATEWAY`: The transit gateway or an attachment to it does not work.
- `TRANSIT_GATEWAY_ZONE`: The transit gateway has no subnet in the sender's zone.
- `TRANSIT_GATEWAY_ROUTE`: The transit gateway's table does not lead there.
- `NAT_GATEWAY`: The NAT gateway does not take it.
- `INTERNET_GATEWAY`: The internet gateway does not carry it.
- `EGRESS_ONLY_INTERNET_GATEWAY`: The egress-only internet gateway does not carry it.
- `VPN_GATEWAY`: The virtual private gateway does not carry it, or what lies behind it is not known.
- `PUBLIC_ADDRESS`: There is no public address for an internet gateway.
- `BLOCK_PUBLIC_ACCESS`: VPC Block Public Access stops it.
- `APPLIANCE`: An appliance on the way, of which no document says what it lets through.
- `TARGET`: A route leads to a target of a kind that is not known here.
- `ENCRYPTION_CONTROL`: The VPC enforces encryption, and may refuse the path.
- `RESOLVER`: The VPC's resolver does not answer.
- `CLUSTER_ENDPOINT`: The private endpoint of the cluster does not answer.
- `SERVICE_ADDRESSES`: The cluster gives its services the same addresses, so that nodes keep the traffic to
  themselves.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destinations(Model):
    """Which addresses of the destination all of the source reaches, as CIDR blocks."""

    open: tuple[str, ...]
    """Those that are surely reached."""
    shut: tuple[str, ...]
    """Those that some of the source surely does not reach."""
    unknown: tuple[str, ...]
    """Those of which the documents do not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitsAnswer(Rendered):
    """Every way out, or the proof that there is none. The answer of the operation `exits`."""

    verdict: Verdict
    """Met when there surely is no way out but those that were named, broken when there is one, else unknown."""
    exits: tuple[Exit, ...]
    """The ways out: open ones first, then those of which the documents do not say, then those that lead out and let
    nothing through.
    """
    policy_verdict: Verdict
    """Met when no endpoint lets data out to whom its policy does not name; a class of its own, for it needs credentials
    of AWS and no route.
    """
    policies: tuple[Exit, ...]
    """The endpoints whose policy lets data out, or may."""
    tables: tuple[CoveredTable, ...]
    """The proof: for each subnet what its table does with every address of both families."""
    settled_by: tuple[Settlement, ...]
    """What would settle what is not known."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit(Model):
    """A way out."""

    verdict: Verdict
    """Broken when it surely leads out, unknown when it may, met when it lets nothing through."""
    kind: ExitKind
    """What kind of way it is."""
    id: str
    """The gateway, connection, interface or endpoint."""
    subnet: str
    """The subnet that it leads out of; empty for an endpoint of the VPC."""
    destinations: tuple[str, ...]
    """The destinations that are sent there, as CIDR blocks."""
    named: bool
    """Whether the request named it, so that it does not count."""
    says: tuple[str, ...]
    """Why, in sentences."""


ExitKind: TypeAlias = Literal[
    "internetGateway",
    "egressOnlyInternetGateway",
    "natGateway",
    "peeringConnection",
    "transitGateway",
    "vpnGateway",
    "appliance",
    "resourceEndpoint",
    "serviceNetworkEndpoint",
    "endpoint",
    "other",
]
"""The kinds of ways out. New kinds may be added.

- `internetGateway`: To the internet, and back.
- `egressOnlyInternetGateway`: To the internet, outward only, for IPv6.
- `natGateway`: Through an address translation.
- `peeringConnection`: Into the VPC of a peer.
- `transitGateway`: To whatever is attached to a transit gateway.
- `vpnGateway`: To VPN connections and Direct Connect.
- `appliance`: To an appliance or a firewall.
- `resourceEndpoint`: To a resource of another VPC or account.
- `serviceNetworkEndpoint`: To a service network of VPC Lattice.
- `endpoint`: To a service of AWS, under a policy.
- `other`: To something of another kind, or that is not known.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredTable(Model):
    """What the table of a subnet does with every address."""

    subnet: str
    """The subnet."""
    table: str
    """The table that routes it; empty when it is not known."""
    rows: tuple[CoveredRow, ...]
    """All addresses of both families, each in one row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredRow(Model):
    """Destinations that a table treats alike."""

    destinations: tuple[str, ...]
    """The destinations, as CIDR blocks."""
    leads: str
    """Where they are sent, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixAnswer(Model):
    """Which interfaces reach which endpoints. The answer of the operation `matrix`."""

    endpoints: tuple[str, ...]
    """The endpoints, in order of id."""
    classes: tuple[MatrixClass, ...]
    """All interfaces, those that are alike together: each is in one class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixClass(Model):
    """Interfaces of one subnet that carry the same groups and reach the same endpoints."""

    subnet: str | None
    """The subnet; `null` where the documents do not say."""
    groups: tuple[str, ...] | None
    """The security groups; `null` where the documents do not say, or where none apply."""
    interfaces: tuple[str, ...]
    """The interfaces, in order of id."""
    verdicts: tuple[Verdict, ...]
    """For each endpoint, in the order of `endpoints`, what `reach` says of each of these interfaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeSpec(Model):
    """A node that is to join a cluster."""

    system: NodeSystem
    """The operating system, or what runs the node."""
    launch: Launch | None = None
    """Who starts the instance. Not stated: you do, and nobody adds to the user data."""
    ami_id: str | None = None
    """The AMI of the launch template or the node class, such as `ami-0123456789abcdef0`. With one, EKS adds nothing to
    the user data of a managed node group.
    """
    form: Form | None = None
    """The form of the user data. Not stated: what the node reads with the least around it."""
    cluster: ClusterFacts | None = None
    """What is known of the cluster."""
    labels: Mapping[str, str] | None = None
    """The labels that the kubelet gives its node."""
    taints: Sequence[TaintSpec] | None = None
    """The taints that the kubelet registers its node with."""
    kubelet: KubeletSpec | None = None
    """What the kubelet is told."""
    containerd: ContainerdSpec | None = None
    """What containerd is told."""
    local_storage: LocalStorageSpec | None = None
    """What becomes of the disks of the instance."""
    environment: Mapping[str, Mapping[str, str]] | None = None
    """Variables by systemd unit, and `default` for all units, as nodeadm takes them."""
    proxy: NodeProxySpec | None = None
    """The HTTP proxy that the node sends requests through."""
    feature_gates: Mapping[str, bool] | None = None
    """The feature gates of nodeadm, such as `InstanceIdNodeName`."""
    instance_types: Sequence[str] | None = None
    """The instance types that the node may have."""
    prefix_delegation: bool | None = None
    """Whether the VPC CNI assigns prefixes in place of addresses. Not stated: no, and yes for IPv6."""
    custom_networking: bool | None = None
    """Whether pods take addresses from other subnets than the node. Not stated: no."""
    before: Sequence[PartSpec] | None = None
    """Your own parts that stand before what is generated; what is generated wins over them."""
    after: Sequence[PartSpec] | None = None
    """Your own parts that stand after what is generated; they win over it."""
    bottlerocket: BottlerocketSpec | None = None
    """What only Bottlerocket takes."""
    windows: WindowsSpec | None = None
    """What only Windows takes."""
    hybrid: HybridSpec | None = None
    """How a hybrid node gets its credentials."""
    node_class: NodeClassSpec | None = None
    """The node class of Karpenter or of EKS Auto Mode."""
    as_of: date | str | None = None
    """The day for which to answer. Not stated: the day of the newest knowledge."""


NodeSystem: TypeAlias = Literal["al2", "al2023", "bottlerocket", "windows", "ubuntu", "hybrid", "auto-mode", "fargate"]
"""What a node is started from: an operating system, or a service that starts nodes of its own.

- `al2`: Amazon Linux 2.
- `al2023`: Amazon Linux 2023.
- `bottlerocket`: Bottlerocket.
- `windows`: Windows Server.
- `ubuntu`: Ubuntu with the images for EKS.
- `hybrid`: A machine outside AWS, with EKS Hybrid Nodes.
- `auto-mode`: EKS Auto Mode.
- `fargate`: AWS Fargate.
"""


Launch: TypeAlias = Literal["selfManaged", "managedNodeGroup", "karpenter"]
"""Who starts the instance.

- `selfManaged`: You do, with an Auto Scaling group or by hand.
- `managedNodeGroup`: A managed node group.
- `karpenter`: Karpenter.
"""


Form: TypeAlias = Literal["plain", "mime", "base64", "launchTemplate"]
"""The form of the user data.

- `plain`: The one document as it is.
- `mime`: A MIME multipart archive.
- `base64`: Either of them in base64, as EC2's API takes it.
- `launchTemplate`: The data of a launch template as JSON.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterFacts(Model):
    """What is known of a cluster; `describe-cluster` prints all of it."""

    name: str | None = None
    """The name."""
    endpoint: str | None = None
    """The address of the API server, such as `https://….gr7.eu-west-1.eks.amazonaws.com`."""
    certificate_authority: str | None = None
    """The certificate authority in base64, as `certificateAuthority.data` has it; two certificates during a rotation.
    """
    service_cidr: str | None = None
    """The CIDR block of services: `serviceIpv4Cidr` or `serviceIpv6Cidr`. It is never guessed."""
    dns_address: str | None = None
    """The address of the cluster's DNS. Not stated: the tenth of the service CIDR."""
    ip_family: IpFamily | None = None
    """The IP family. Not stated: that of the service CIDR or of the DNS address."""
    id: str | None = None
    """The id of a local cluster on AWS Outposts, a UUID."""
    outpost: bool | None = None
    """Whether it is a local cluster on AWS Outposts. Not stated: no."""
    region: str | None = None
    """The region."""
    vpc_cidrs: Sequence[str] | None = None
    """The CIDR blocks of the VPC."""
    kubernetes_version: str | None = None
    """The version of Kubernetes, such as `1.33`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaintSpec(Model):
    """A taint."""

    key: str
    """The key."""
    value: str | None = None
    """The value. Not stated: none."""
    effect: TaintEffect
    """What it does."""


TaintEffect: TypeAlias = Literal["NoExecute", "NoSchedule", "PreferNoSchedule"]
"""What a taint does.

- `NoExecute`: Pods that do not tolerate it are not placed here, and those that run are evicted.
- `NoSchedule`: Pods that do not tolerate it are not placed here.
- `PreferNoSchedule`: Pods that do not tolerate it are placed elsewhere where that can be.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KubeletSpec(Model):
    """What the kubelet is told."""

    config: Mapping[str, object] | None = None
    """A fragment of a `KubeletConfiguration`, where the node reads one."""
    flags: Sequence[str] | None = None
    """Flags such as `--v=4`, one a value."""
    max_pods: int | None = None
    """The maximum of pods. Not stated: what the instance types allow."""
    max_pods_expression: str | None = None
    """An expression in CEL from which nodeadm works out the maximum of pods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerdSpec(Model):
    """What containerd is told."""

    config: str | None = None
    """The configuration as TOML, merged over that of the image."""
    base_runtime_spec: Mapping[str, object] | None = None
    """The base of every container's OCI specification."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStorageSpec(Model):
    """What becomes of the disks of an instance."""

    strategy: LocalStorageStrategy
    """How they are put together."""
    mount_path: str | None = None
    """Where they are mounted. Not stated: where the image mounts them."""
    disabled_mounts: Sequence[DisabledMount] | None = None
    """What does not move onto them."""


LocalStorageStrategy: TypeAlias = Literal["RAID0", "RAID10", "Mount"]
"""How the disks of an instance are put together.

- `RAID0`: One array without redundancy.
- `RAID10`: One array with redundancy.
- `Mount`: Each is mounted by itself.
"""


DisabledMount: TypeAlias = Literal["Containerd", "PodLogs", "SOCI"]
"""What nodeadm would move onto the disks of an instance.

- `Containerd`: The state of containerd.
- `PodLogs`: The logs of pods.
- `SOCI`: The state of the SOCI snapshotter.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeProxySpec(Model):
    """An HTTP proxy of a node."""

    url: str
    """The address, such as `http://proxy.corp.example:3128`."""
    no_proxy: Sequence[str] | None = None
    """What is reached without it, beside what every node reaches so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSpec(Model):
    """A part of your own."""

    kind: PartKind
    """What it is."""
    text: str
    """The text of it, with line feeds only."""


PartKind: TypeAlias = Literal["shell", "cloudConfig", "cloudBoothook", "nodeConfig", "toml", "powershell"]
"""What a part is.

- `shell`: A shell script, which begins with `#!`.
- `cloudConfig`: A configuration of cloud-init.
- `cloudBoothook`: A script that cloud-init runs early, at every boot.
- `nodeConfig`: A NodeConfig of nodeadm.
- `toml`: Settings of Bottlerocket in TOML.
- `powershell`: Commands of PowerShell, without the tags around them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BottlerocketSpec(Model):
    """What only Bottlerocket takes."""

    instance_id_hostname: bool | None = None
    """Whether the node is named for its instance id, so that it does not ask EC2. Not stated: no."""
    control_container: bool | None = None
    """Whether the control container runs, which is pulled from Amazon ECR. Not stated: yes, as the image has it."""
    admin_container: bool | None = None
    """Whether the admin container runs, which is pulled from Amazon ECR. Not stated: no, as the image has it."""
    send_metrics: bool | None = None
    """Whether metrics are sent to a public host. Not stated: yes, as the image has it."""
    time_servers: Sequence[str] | None = None
    """The time servers. Not stated: that of Amazon and a public pool, as the image has it."""
    updates: UpdatesSpec | None = None
    """The repository of updates. Not stated: a public host, as the image has it."""
    certificate_bundles: Sequence[CertificateBundleSpec] | None = None
    """Certificate authorities to trust by name, each a PEM in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesSpec(Model):
    """A repository of Bottlerocket's updates."""

    metadata_base_url: str
    """The address of the metadata."""
    targets_base_url: str
    """The address of the targets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateBundleSpec(Model):
    """Certificate authorities to trust."""

    name: str
    """A name of your own."""
    data: str
    """The certificates as PEM, in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowsSpec(Model):
    """What only Windows takes."""

    excluded_snat_cidrs: Sequence[str] | None = None
    """The CIDR blocks that pods reach under their own addresses."""
    kube_proxy_flags: Sequence[str] | None = None
    """Flags of kube-proxy, one a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HybridSpec(Model):
    """How a hybrid node gets its credentials: exactly one of the two."""

    ssm: SsmActivationSpec | None = None
    """A hybrid activation of Systems Manager."""
    iam_roles_anywhere: RolesAnywhereSpec | None = None
    """IAM Roles Anywhere."""
    enable_credentials_file: bool | None = None
    """Whether nodeadm writes the credentials into a file. Not stated: no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SsmActivationSpec(Model):
    """A hybrid activation of Systems Manager."""

    activation_code: str
    """The code, a secret."""
    activation_id: str
    """The id, a UUID."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesAnywhereSpec(Model):
    """Credentials from IAM Roles Anywhere."""

    node_name: str
    """The name of the node, which its certificate has as common name."""
    trust_anchor_arn: str
    """The ARN of the trust anchor."""
    profile_arn: str
    """The ARN of the profile."""
    role_arn: str
    """The ARN of the role."""
    certificate_path: str | None = None
    """The path of the certificate on the node."""
    private_key_path: str | None = None
    """The path of the private key on the node."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeClassSpec(Model):
    """A node class: `EC2NodeClass` of Karpenter, `NodeClass` of EKS Auto Mode."""

    name: str
    """The name."""
    role_arn: str
    """The ARN of the role of the nodes."""
    instance_profile: str | None = None
    """The name of an instance profile of that role. Not stated: one is made from the role, for which IAM is called."""
    subnets: Sequence[SelectorTerm]
    """The subnets of the nodes."""
    security_groups: Sequence[SelectorTerm]
    """The security groups of the nodes."""
    pod_subnets: Sequence[SelectorTerm] | None = None
    """The subnets of pods, with EKS Auto Mode. Not stated: those of the nodes."""
    pod_security_groups: Sequence[SelectorTerm] | None = None
    """The security groups of pods, with EKS Auto Mode. Not stated: those of the nodes."""
    ami_alias: str | None = None
    """The AMIs by alias, with Karpenter, such as `al2023@v20260720`."""
    certificate_bundles: Sequence[CertificateBundleSpec] | None = None
    """Certificate authorities to trust, with EKS Auto Mode."""
    metadata_hop_limit: int | None = None
    """How far the metadata service answers, in hops. Not stated: 1, so that pods get no credentials of the node."""
    tags: Mapping[str, str] | None = None
    """The tags of what is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectorTerm(Model):
    """What selects subnets or security groups: an id, or tags that all must fit."""

    id: str | None = None
    """The id."""
    tags: Mapping[str, str] | None = None
    """The tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bootstrap(Rendered):
    """What lets a node join its cluster. The answer of the operation `bootstrap`."""

    system: NodeSystem
    """The operating system, or what runs the node."""
    launch: Launch | None
    """Who starts the instance; nothing where no instance is yours to start."""
    as_of: date
    """The day for which the answer holds."""
    nothing_because: str | None
    """Why there is nothing to give; nothing where there is something."""
    user_data: str | None
    """The user data in the form that was wanted; nothing where the node takes none."""
    form: Form | None
    """The form of the user data: what was wanted, or what was chosen."""
    user_data_bytes: int
    """How many bytes EC2 counts: those before base64. At most 16,384 are taken."""
    documents: tuple[BootstrapDocument, ...]
    """Files and objects to give beside or in place of user data."""
    arguments: tuple[str, ...]
    """The words that the bootstrap script is called with, in order; empty where there is no script."""
    dns_address: str | None
    """The address of the cluster's DNS that the node is told or works out."""
    certificate_authority: CertificateBundle | None
    """The certificates that the node is told to trust its cluster by; how they stand on the day that was asked, where
    one was.
    """
    max_pods: MaximumPods | None
    """How many pods the node takes, where that is known."""
    merged_by: str
    """Who adds to the user data and who wins, in words."""
    access: tuple[NodeAccess, ...]
    """Who must be let in, and as what, so that the node may join."""
    calls: tuple[NodeCall, ...]
    """What the node still calls while it boots."""
    avoided: tuple[NodeCall, ...]
    """What the node would call and does not, because the request avoids it."""
    findings: tuple[BootstrapFinding, ...]
    """What to mind, in order of path. Empty is good."""
    text: str = field(repr=False)
    """The same as plain text; secrets and the user data are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BootstrapDocument(Rendered):
    """A file or an object of Kubernetes."""

    name: str
    """The name of a file for it, such as `nodeConfig.yaml`."""
    media_type: str
    """The media type."""
    place: str
    """Where it goes, in words."""
    text: str = field(repr=False)
    """The text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateBundle(Model):
    """The certificates of a cluster's authority."""

    count: int
    """How many certificates it holds."""
    certificates: tuple[BundledCertificate, ...]
    """The certificates, in the order in which they stand; while the authority is rotated the active one is first."""
    data: str
    """The same certificates as `certificateAuthority.data` should be written: standard base64 on one line."""
    doubts: tuple[str, ...]
    """What is odd about it, each in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledCertificate(Model):
    """One certificate of a cluster's authority."""

    subject: str
    """Whom it is of, such as `CN=kubernetes`."""
    issuer: str
    """Who signed it; an authority of a cluster signs its own."""
    serial: str
    """The serial number, in hexadecimal digits."""
    not_before: str
    """Since when it is valid, such as `2026-11-22T10:00:00Z`."""
    not_after: str
    """Until when it is valid."""
    validity: CertificateValidity | None
    """Whether it is valid on the day that was asked; `null` when no day was given."""
    days_left: int | None
    """The days from the day that was asked to the last one; negative when it has ended, `null` when no day was given.
    """
    subject_key_id: str | None
    """The identifier of its key, in hexadecimal digits; `null` when it states none."""
    authority_key_id: str | None
    """The identifier of the key that signed it, in hexadecimal digits; `null` when it states none."""
    is_authority: bool
    """Whether it may sign others, `CA:TRUE`."""


CertificateValidity: TypeAlias = Literal["notYet", "valid", "endsSoon", "ended"]
"""Whether a certificate is valid on a day.

- `notYet`: It begins later.
- `valid`: It is valid.
- `endsSoon`: It is valid, and ends within 90 days.
- `ended`: It has ended.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaximumPods(Model):
    """How many pods a node takes."""

    value: int
    """The number that the kubelet is told or works out; the smallest where instance types differ."""
    stated: bool
    """Whether the user data says it; where not, the node works it out."""
    instance_types: tuple[MaximumPodsOfType, ...]
    """The same for each instance type of the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MaximumPodsOfType(Model):
    """How many pods a node of an instance type takes."""

    instance_type: str
    """The instance type."""
    addresses: int
    """How many pods have addresses."""
    value: int
    """The number to tell the kubelet."""
    because: str
    """How it comes about, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeAccess(Model):
    """Who must be let in so that a node may join."""

    principal_arn: str | None
    """The ARN of the role, where the request has it."""
    entry_type: str
    """The type of the access entry, such as `EC2_LINUX`."""
    policy_arn: str | None
    """The access policy to associate with it for the whole cluster; nothing where none is needed."""
    because: str
    """Why, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeCall(Model):
    """A call of a booting node."""

    service: str
    """The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata."""
    endpoints: tuple[str, ...]
    """The endpoints that it needs, by AWS's own suffix; empty where none serves it."""
    call: str
    """The call, such as `DescribeInstances`."""
    sure: bool
    """Whether it is surely made; otherwise that depends on what is not known here, such as the image."""
    unanswered: str
    """What happens where it is not answered."""
    avoided_by: str
    """What avoids it, in words; empty where nothing does."""
    claim: str
    """The id of the claim."""
    because: str
    """The claim in a sentence."""
    confidence: Confidence
    """How sure the claim is."""
    cites: tuple[Cite, ...]
    """Where it can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BootstrapFinding(Model):
    """Something to mind that is no error."""

    path: str
    """The path in the request, such as `cluster.endpoint`."""
    id: str
    """A stable id, such as `endpoint-shape`."""
    message: str
    """What it is, and what would be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsAnswer(Rendered):
    """The two arguments."""

    arguments: str
    """The arguments on one line, quoted for the shell of the system."""
    words: tuple[str, ...]
    """The same word by word, unquoted."""
    findings: tuple[BootstrapFinding, ...]
    """What to mind."""
    text: str = field(repr=False)
    """The arguments as a line of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeAnswer(Rendered):
    """What was true on a day. The answer of the operation `knowledge`."""

    as_of: date
    """The day for which it holds."""
    first: date
    """The day before which nothing is known."""
    newest: date
    """The day of the newest row; later days are answered with what was known then."""
    claims: tuple[ClaimAnswer, ...]
    """The claims that were true, in order of id."""
    needs: tuple[NeedAnswer, ...]
    """The endpoints that the claims ask for, in order of claim."""
    not_needed: tuple[NotNeededAnswer, ...]
    """The endpoints that are not needed, although they are often made, in order of claim."""
    no_endpoint: tuple[NoEndpointAnswer, ...]
    """What no endpoint serves, each with the setting that is the way round, in order of claim."""
    settings: tuple[SettingAnswer, ...]
    """The settings that the claims ask for, in order of claim."""
    support: tuple[SupportAnswer, ...]
    """What could be used and what not, in order of claim."""
    notes: tuple[NoteAnswer, ...]
    """What to mind beyond settings, in order of claim."""
    services: tuple[ServiceAnswer, ...]
    """The services that the claims speak of, whatever the day, in order of id."""
    registries: tuple[RegistryAnswer, ...]
    """The registries of add-on images that EKS keeps, in order of region, as of the day of the newest row."""
    features: tuple[FeatureAnswer, ...]
    """The features that a wish can name, whatever the day, in order of id."""
    regions: tuple[RegionAnswer, ...]
    """Every region of every partition, in order of id."""
    endpoint_services: tuple[EndpointServiceAnswer, ...]
    """Every endpoint service that is on the list, in order of suffix, where a region was asked for; any of them can
    stand in the `services` of a wish.
    """
    instance_types: tuple[InstanceTypeAnswer, ...]
    """The instance types that were asked for, in the order of the question."""
    editions: tuple[date, ...]
    """The days of the editions that can be replayed."""
    edition: EditionAnswer | None
    """The edition that was asked for."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer(Model):
    """Something that was true."""

    id: str
    """The id, such as `irsa-needs-sts`."""
    about: str
    """What it is about: `base`, a node kind or a feature."""
    statement: str
    """The claim in a sentence."""
    since: date
    """The first day, or the day of the first source that is known to say so."""
    undated: bool
    """Whether `since` is only the day of the first known source."""
    until: date | None
    """The first day on which it was no longer true."""
    confidence: Confidence
    """How sure it is."""
    cites: tuple[Cite, ...]
    """Where it can be read."""
    judgement: str
    """Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when there
    is none.
    """
    conflict: Conflict | None
    """What another source says against it, and why we hold it all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Model):
    """A contradiction between sources."""

    held: str
    """What we hold."""
    other: str
    """What the other source says."""
    because: str
    """Why we hold it, or what would settle it."""
    cites: tuple[Cite, ...]
    """Where the other source says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAnswer(Model):
    """An endpoint that a claim asks for."""

    claim: str
    """The id of the claim."""
    by: str
    """What needs it: `base`, a node kind or a feature."""
    service: str
    """The service, such as `sts`."""
    endpoint_type: EndpointType
    """The type of endpoint that serves the need."""
    level: Level
    """How strongly."""
    condition: str
    """When, in words; empty when always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNeededAnswer(Model):
    """An endpoint that is not needed, although it is often made."""

    claim: str
    """The id of the claim."""
    by: str
    """What does not need it: `base`, a node kind or a feature."""
    service: str
    """The service, such as `kms`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEndpointAnswer(Model):
    """Something that no endpoint serves."""

    claim: str
    """The id of the claim."""
    by: str
    """What would call it: `base`, a node kind or a feature."""
    what: str
    """What cannot be reached, as its host or its API is called, such as `public.ecr.aws`."""
    setting: str
    """The id of the setting that is the way round."""
    condition: str
    """When, in words; empty when always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingAnswer(Model):
    """A setting that a claim asks for."""

    claim: str
    """The id of the claim."""
    by: str
    """What needs it: `base`, a node kind or a feature."""
    id: str
    """The id of the setting, such as `private-endpoint-access`."""
    place: Place
    """Where it is made."""
    name: str
    """Its name."""
    value: str
    """Its value; `{region}` stands for the region."""
    level: Level
    """How strongly."""
    condition: str
    """When, in words; empty when always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportAnswer(Model):
    """Whether something could be used."""

    claim: str
    """The id of the claim."""
    subject: str
    """A node kind or a feature, or `base`."""
    support: Support
    """How far."""
    condition: str
    """When, in words; empty when always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAnswer(Model):
    """Something to mind that no setting settles. The statement is the claim's."""

    claim: str
    """The id of the claim."""
    by: str
    """What it is about: `base`, a node kind or a feature."""
    condition: str
    """When, in words; empty when always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAnswer(Model):
    """A service that an endpoint can be made for."""

    id: str
    """AWS's own suffix, such as `ecr.api`."""
    types: tuple[EndpointType, ...]
    """The types of endpoint, the usual one first."""
    service_name: str
    """The pattern of the service name in regions with ordinary names; a plan says the name for its region."""
    other_names: tuple[RegionalName, ...]
    """The names of interface endpoint services that do not follow the pattern, in order of region."""
    service_region: str | None
    """The region of the endpoint service, where there is one for all regions and a source names it."""
    cross_region: bool
    """Whether a VPC in another region can reach it across regions."""
    fips_service: str | None
    """The suffix of the endpoint service of its own for FIPS, where one is listed, such as `ec2-fips`."""
    port: int | None
    """The TCP port of interface endpoints; gateway endpoints have none."""
    endpoint_policy: bool | None
    """Whether endpoints take a policy, where a source says so."""
    listed: bool
    """Whether a list of endpoint services that was read has it. What is not listed is never planned."""
    ended: date | None
    """The day on which the service ended."""
    private_dns_names: tuple[str, ...]
    """The patterns of the names that private DNS serves, where they are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalName(Model):
    """The name of an endpoint service in a region."""

    region: str
    """The region, such as `cn-north-1`."""
    service_name: str
    """The name, such as `cn.com.amazonaws.cn-north-1.ec2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryAnswer(Model):
    """The registry of add-on images that EKS keeps in a region."""

    region: str
    """The region."""
    account: str | None
    """The account, such as `602401143452`; nothing where no source that was read names it. It is never guessed."""
    dns_suffix: str
    """The DNS suffix of the region's partition, such as `amazonaws.com.cn`."""
    host: str | None
    """The host, where the account is known."""
    confidence: Confidence | None
    """How sure it is; nothing where the account is not known."""
    note: str
    """What a reader should mind; empty when there is nothing."""
    cites: tuple[Cite, ...]
    """Where it can be read; empty where the account is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureAnswer(Model):
    """A feature that a wish can name."""

    id: str
    """The id, such as `ebs-csi`."""
    title: str
    """The name in words."""
    addons: tuple[str, ...]
    """AWS's own names of add-ons that are this feature."""
    options: tuple[OptionAnswer, ...]
    """The options, in order of name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionAnswer(Model):
    """An option of a feature."""

    name: str
    """The name, such as `interruptionQueue`."""
    kind: str
    """`flag`, `text` or `choice`."""
    choices: tuple[str, ...]
    """The words to choose from; empty unless it is a choice."""
    doc: str
    """What it means, and what is taken where it is not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAnswer(Model):
    """A region."""

    id: str
    """The id, such as `ap-northeast-1`."""
    title: str
    """AWS's name of it, such as `Asia Pacific (Tokyo)`."""
    partition: str
    """The partition that it is in, such as `aws-cn`."""
    dns_suffix: str
    """The DNS suffix of services there, such as `amazonaws.com.cn`."""
    dualstack_dns_suffix: str
    """The DNS suffix of services with IPv4 and IPv6 there, such as `api.aws`."""
    eks: bool
    """Whether the list of regions has Amazon EKS there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointServiceAnswer(Model):
    """An endpoint service in a region. Whether the region has it only the region can say."""

    id: str
    """AWS's own suffix, such as `bedrock-runtime`."""
    port: int
    """The TCP port that it listens on."""
    names: tuple[EndpointNameAnswer, ...]
    """Its name for each type of endpoint, the usual type first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointNameAnswer(Model):
    """The name of an endpoint service."""

    endpoint_type: EndpointType
    """The type of endpoint."""
    service_name: str
    """The name in the region, such as `cn.com.amazonaws.cn-north-1.sqs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceTypeAnswer(Model):
    """How many pods a node of an instance type takes."""

    id: str
    """The name, such as `m5.large`."""
    interfaces: int
    """How many network interfaces the default network card takes."""
    addresses: int
    """How many IPv4 addresses each interface takes, its own included."""
    vcpus: int
    """How many virtual CPUs it has."""
    hypervisor: Hypervisor
    """What runs it."""
    maximum_pods: int
    """How many pods it has addresses for, one address a pod."""
    maximum_pods_custom_networking: int
    """The same with custom networking, which leaves the first interface to the node."""
    maximum_pods_prefixes: int | None
    """The same where the VPC CNI assigns prefixes and not addresses; nothing where that is not known to work."""
    recommended_pods: int
    """How many pods a node with prefixes should have at most, whatever its addresses."""


Hypervisor: TypeAlias = Literal["nitro", "xen", "bareMetal"]
"""What runs an instance.

- `nitro`: The Nitro hypervisor.
- `xen`: Xen.
- `bareMetal`: None: the instance is the machine.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionAnswer(Model):
    """What an edition of AWS's page printed, in our own words."""

    day: date
    """The day on which it was printed, or the day on which it was read where it has no date."""
    undated: bool
    """Whether it has no date of its own."""
    after: date | None
    """The day of the newest dated text that an undated edition is later than."""
    title: str
    """What it is, in words."""
    cite: Cite
    """Where it can be read."""
    note: str
    """What a reader of the whole edition should mind; empty when there is nothing."""
    statements: tuple[StatementAnswer, ...]
    """What it said, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAnswer(Model):
    """A statement of an edition."""

    id: str
    """The id within the edition, such as `endpoint-sts`."""
    kind: StatementKind
    """What kind of statement it is."""
    says: str
    """What it said, in our own words."""
    condition: str
    """The condition that it put; empty when it put none."""
    claims: tuple[str, ...]
    """The ids of the claims behind it."""
    contradicted_by: tuple[str, ...]
    """The ids of the claims of other sources that contradict it on the day of the edition; their cites are the claims'.
    """
    held: bool
    """Whether it was right on the day of the edition."""
    holds: bool
    """Whether it was right then and all its claims are still true on the day of the newest row."""
    note: str
    """What a reader should mind; empty when there is nothing."""


StatementKind: TypeAlias = Literal["requirement", "consideration", "procedure", "endpoint"]
"""What kind of statement it is.

- `requirement`: What a private cluster must have.
- `consideration`: What works, what does not, and what to mind.
- `procedure`: A step of the copying of images.
- `endpoint`: A row of the list of endpoints.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffAnswer(Rendered):
    """What changed between two days. The answer of the operation `diff`."""

    earlier: date
    """The earlier day."""
    later: date
    """The later day."""
    became_true: tuple[ClaimAnswer, ...]
    """The claims that are true on the later day and were not on the earlier one, in order of id. An undated one may
    have been true before; no source that was read said so.
    """
    ended: tuple[EndedClaim, ...]
    """The claims that were true on the earlier day and are not on the later one, in order of id."""
    came_and_went: tuple[EndedClaim, ...]
    """The claims that came and went in between, in order of id."""
    earlier_edition: date | None
    """The day of the newest edition of AWS's page on the earlier day; nothing where none had been read of that time."""
    later_edition: date | None
    """The day of the newest edition on the later day."""
    statements: tuple[StatementChange, ...]
    """What the later edition says otherwise than the earlier one, in the order of the earlier page; then what it added.
    A statement that stayed word for word and stayed right is not listed.
    """
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedClaim(Model):
    """A claim that is no longer true."""

    claim: ClaimAnswer
    """The claim."""
    replaced_by: tuple[str, ...]
    """The ids of the claims that took its place: those that began since and say something of the same kind about the
    same thing.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange(Model):
    """What became of a statement of AWS's page."""

    id: str
    """The id of the statement, the same in both editions."""
    change: Change
    """What became of it."""
    holds_later: bool
    """Whether what it says is right on the later day. A page can drop what stays true and keep what has ended."""
    because: str
    """Why, in words."""
    earlier: StatementAnswer | None
    """The statement as the earlier edition had it."""
    later: StatementAnswer | None
    """The statement as the later edition has it."""


Change: TypeAlias = Literal["added", "dropped", "changed", "reworded", "kept"]
"""What became of a statement between two editions.

- `added`: Only the later edition has it.
- `dropped`: Only the earlier edition has it.
- `changed`: Both have it, and it rests on other claims now.
- `reworded`: Both have it on the same claims, in other words or under another condition.
- `kept`: Both have it word for word, and it is no longer right.
"""


NodeFamily: TypeAlias = Literal["al2", "al2023", "bottlerocket", "windows", "ubuntu", "hybrid"]
"""The operating system of a node, as far as its user data goes.

- `al2`: Amazon Linux 2: a shell script that calls `bootstrap.sh`.
- `al2023`: Amazon Linux 2023: a `NodeConfig`.
- `bottlerocket`: Bottlerocket: settings in TOML.
- `windows`: Windows Server: PowerShell.
- `ubuntu`: Ubuntu: a shell script that calls a `bootstrap.sh` with fewer flags. Nothing in the script tells it from
  that of Amazon Linux 2, so it has to be stated.
- `hybrid`: Hybrid nodes: a `NodeConfig` with `spec.hybrid`, as a file.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Rendered):
    """What user data would do. The answer of the operation `inspect`."""

    family: NodeFamily | None
    """The operating system that it is for; `null` when nothing in it says."""
    layers: tuple[str, ...]
    """What it is wrapped in, from outside: `base64`, `gzip`, `mime`."""
    bytes: int
    """Its size in bytes, as EC2 counts them: 16,384 is the most."""
    parts: tuple[UserDataPart, ...]
    """The parts, in the order in which they run."""
    cluster_name: str | None
    """The name of the cluster; `null` when it is not given, or not known."""
    endpoint: str | None
    """The endpoint of the Kubernetes API."""
    certificates: CertificateBundle | None
    """The certificates that the node trusts."""
    service_cidr: str | None
    """The CIDR block of services."""
    dns_addresses: tuple[str, ...]
    """The addresses of the cluster's DNS that are given; empty when the node works them out, or asks."""
    labels: tuple[NamedValue, ...]
    """The labels that the node gives itself."""
    taints: tuple[str, ...]
    """The taints that it gives itself, as kubelet writes them: `key=value:effect`."""
    max_pods: int | None
    """The most pods that it takes; `null` when that follows from its type, or is not known."""
    kubelet_flags: tuple[str, ...]
    """The flags of kubelet."""
    proxy: tuple[NamedValue, ...]
    """The variables of a proxy."""
    undecided: tuple[str, ...]
    """The fields of this answer that depend on a variable or a command, so that nothing can be said of them."""
    calls: tuple[NodeCall, ...]
    """What the node would still call while it boots."""
    findings: tuple[UserDataFinding, ...]
    """What is wrong with it by itself."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDataPart(Model):
    """A part of user data."""

    number: int
    """Its place in the text, from 1 on."""
    kind: UserDataPartKind
    """What it is."""
    runs: str
    """When it runs, in words."""
    bytes: int
    """Its size in bytes."""


UserDataPartKind: TypeAlias = Literal[
    "bootHook",
    "cloudConfig",
    "nodeConfig",
    "shell",
    "powerShell",
    "settings",
    "other",
]
"""What a part of user data is.

- `bootHook`: A boot hook of cloud-init.
- `cloudConfig`: Settings of cloud-init.
- `nodeConfig`: A `NodeConfig`.
- `shell`: A script with `#!`.
- `powerShell`: `PowerShell`.
- `settings`: Settings of Bottlerocket.
- `other`: Something that nothing here reads.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedValue(Model):
    """A name with its value."""

    name: str
    """The name."""
    value: str
    """The value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UserDataFinding(Model):
    """Something that is wrong with user data by itself."""

    code: str
    """A stable code, such as `flag-swallowed`."""
    effect: UserDataEffect
    """How bad it is."""
    place: str
    """Where, such as `part 2, line 4`; empty for the whole."""
    says: str
    """What is wrong, and what would be right."""


UserDataEffect: TypeAlias = Literal["fails", "misleads", "unknown", "fragile"]
"""How bad a finding is.

- `fails`: The node does not join, or its input is not taken.
- `misleads`: The node joins and something is not as it is written.
- `unknown`: What it does cannot be told from what stands there.
- `fragile`: It works; on some images or after a change it would not.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNode(Model):
    """Nodes of one kind, and the role that they have."""

    kind: AccessNodeKind
    """What the nodes are."""
    role: str
    """The ARN of their role, with its path; of a Fargate profile the pod execution role."""
    managed: bool = False
    """Whether EKS runs them as a managed node group, or as a Fargate profile: then it lets them in by itself."""
    instance_id_name: bool = False
    """Whether nodes are named for their instance, with the feature gate `InstanceIdNodeName` of nodeadm or
    `hostname-override-source = "instance-id"` of Bottlerocket.
    """


AccessNodeKind: TypeAlias = Literal[
    "al2",
    "al2023",
    "bottlerocket",
    "ubuntu",
    "windows",
    "hybrid",
    "karpenter",
    "auto-mode",
    "fargate",
]
"""What nodes are, as far as access goes.

- `al2`: Amazon Linux 2.
- `al2023`: Amazon Linux 2023.
- `bottlerocket`: Bottlerocket.
- `ubuntu`: Ubuntu.
- `windows`: Windows Server.
- `hybrid`: Hybrid nodes, outside of AWS.
- `karpenter`: Nodes that Karpenter makes, of Linux.
- `auto-mode`: Nodes of EKS Auto Mode with a node class and a role of your own.
- `fargate`: AWS Fargate.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPrincipal(Model):
    """Somebody who is let in and is no node."""

    arn: str
    """The ARN of the role or user."""
    policies: Sequence[AccessPolicy] | None = None
    """What EKS allows them, by the name of an access policy such as `AmazonEKSViewPolicy`."""
    groups: Sequence[str] = ()
    """The groups of Kubernetes that they are in. What these may do is said by role bindings of yours."""
    username: str | None = None
    """The user name in Kubernetes. Not stated: AWS's own for access entries; the ConfigMap needs one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPolicy(Model):
    """An access policy, and where it holds."""

    name: str
    """The name, such as `AmazonEKSClusterAdminPolicy`."""
    namespaces: Sequence[str] = ()
    """The namespaces that it holds in. Not stated: the whole cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access(Rendered):
    """What lets nodes and people in. The answer of the operation `access`."""

    authentication_mode: AuthenticationMode
    """The mode for which this is right."""
    entries: tuple[PlannedEntry, ...]
    """The access entries, in the order in which they were asked."""
    aws_auth: AwsAuth | None
    """The aws-auth ConfigMap; `null` when the mode or the wish has no use for one."""
    made_by_eks: tuple[str, ...]
    """What EKS lets in by itself, and nobody should take out."""
    steps: tuple[AccessStep, ...]
    """What is to be done, in an order in which it can be done."""
    notes: tuple[AccessNote, ...]
    """What to know, each with its source."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEntry(Model):
    """An access entry."""

    principal_arn: str
    """The ARN of the role or user, with its path."""
    type: str
    """The type, such as `EC2_LINUX`."""
    kubernetes_groups: tuple[str, ...]
    """The groups of Kubernetes; of nodes EKS puts them in by itself."""
    username: str | None
    """The user name; `null` where EKS makes it."""
    policies: tuple[PlannedAccessPolicy, ...]
    """The policies, and where they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAccessPolicy(Model):
    """An access policy of an entry."""

    policy_arn: str
    """The ARN of the policy."""
    namespaces: tuple[str, ...]
    """The namespaces that it holds in; empty for the whole cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsAuth(Rendered):
    """The aws-auth ConfigMap."""

    text: str = field(repr=False)
    """The whole text, as a file for kubectl."""
    changed: bool
    """Whether it differs from the one that was given."""
    added: tuple[str, ...]
    """The ARNs that were not in it."""
    extended: tuple[str, ...]
    """The ARNs whose mapping lacked groups."""
    kept: int
    """How many mappings it had; all of them are still there."""
    notes: tuple[str, ...]
    """What was found in the one that was given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessStep(Model):
    """Something to do."""

    description: str
    """What it does, in a sentence."""
    from_: AccessFrom
    """From where it can be done."""
    call: AccessCall | None
    """The call, when it is one of AWS; `null` when it is one of Kubernetes."""
    command: str
    """The command, quoted for a POSIX shell."""


AccessFrom: TypeAlias = Literal["eksApi", "insideVpc"]
"""From where something can be done.

- `eksApi`: From wherever the EKS API is reached: any network with internet access, or an interface endpoint for
  `eks`. Nobody must stand in the VPC.
- `insideVpc`: From where the private endpoint of the cluster is reached: the VPC, or a network that is connected to
  it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessCall(Model):
    """A call of AWS as data."""

    service: str
    """The AWS service as botocore names it, `eks`."""
    operation: str
    """The operation as AWS names it, such as `CreateAccessEntry`."""
    parameters: Mapping[str, object]
    """The parameters, shaped as AWS takes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNote(Model):
    """Something to know."""

    says: str
    """What is so, in a sentence."""
    confidence: Confidence
    """How sure that is."""
    cites: tuple[Cite, ...]
    """Where it can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCluster(Model):
    """The cluster for which images are judged, and what it reaches. It is taken to have no way to the internet."""

    region: str
    """The region that it is in, such as `ap-northeast-1`."""
    account: str | None = None
    """The account that it is in, twelve digits. Not stated: images in Amazon ECR may be of any account."""
    endpoints: Sequence[str] | None = None
    """The services of its region that have an endpoint in its VPC, such as `ecr.api`, `ecr.dkr` and `s3`. Not stated:
    unknown; an empty list: none.
    """
    pull_through_cache_rules: Sequence[PullThroughCacheRule] | None = None
    """The rules of its pull-through cache, as `DescribePullThroughCacheRules` prints them. Not stated: unknown."""
    registries_in_vpc: Sequence[str] | None = None
    """The hosts of registries that its nodes reach in the VPC or through it, each with its port where it has one. Not
    stated: unknown; an empty list: none.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class PullThroughCacheRule(Model):
    """A rule of the pull-through cache of Amazon ECR."""

    ecr_repository_prefix: str
    """What the names of the cached repositories begin with, such as `quay`; `ROOT` for nothing."""
    upstream_registry_url: str
    """The registry that it caches, such as `quay.io` or `registry-1.docker.io`."""
    upstream_repository_prefix: str | None = None
    """What the names there begin with; not stated or `ROOT` for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Rendered):
    """Where the images lie and whether the cluster gets there. The answer of the operation `classify`."""

    verdict: Verdict
    """Whether the way to all of them is open."""
    images: tuple[ClassifiedImage, ...]
    """Each image, in the order in which it was asked."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifiedImage(Model):
    """An image, where it lies, and whether a node gets there."""

    written: str
    """The reference as it was given."""
    canonical: str | None
    """What a runtime pulls for it; `null` where the text is no reference."""
    class_: ImageClass
    """Where it lies."""
    verdict: Verdict
    """Whether nodes get to the registry, by what was stated. That the image is there, and that the role of the nodes
    may read it, is not looked at.
    """
    reason: str
    """Why, in a sentence."""
    needs: tuple[str, ...]
    """What would make it reachable, or settle whether it is; empty where nothing is missing."""
    missing_endpoints: tuple[str, ...]
    """The services whose endpoint is missing on the way."""
    instead: str | None
    """The reference to use instead, once the image lies there; `null` where none follows from what was stated."""
    fault_at: int | None
    """The byte at which the text is no reference; `null` where it is one."""
    lints: tuple[ReferenceLint, ...]
    """What to mind about the reference itself."""
    cites: tuple[Cite, ...]
    """Where the reason can be read."""


ImageClass: TypeAlias = Literal[
    "own-ecr",
    "eks-ecr",
    "other-region-ecr",
    "other-account-ecr",
    "ecr-public",
    "pull-through",
    "in-vpc",
    "on-node",
    "internet",
    "templated",
    "invalid",
    "unknown",
]
"""Where an image lies, as a cluster sees it.

- `own-ecr`: Amazon ECR, in the account and the region of the cluster.
- `eks-ecr`: The registry of add-on images that EKS keeps in the region.
- `other-region-ecr`: Amazon ECR in another region.
- `other-account-ecr`: Amazon ECR in the region, in another account.
- `ecr-public`: Amazon ECR Public.
- `pull-through`: Amazon ECR of the cluster, filled from another registry by a rule of the pull-through cache.
- `in-vpc`: A registry that the caller says is reached in the VPC.
- `on-node`: The node itself.
- `internet`: A registry on the internet.
- `templated`: A template that was not rendered, or a value that is known only at deployment.
- `invalid`: The text is no image reference.
- `unknown`: What was stated does not say.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceLint(Model):
    """Something to mind about a reference, and what to write instead where that is known."""

    code: ReferenceLintCode
    """What it is."""
    says: str
    """The same in a sentence."""
    instead: str | None
    """The reference to write instead; `null` where only its owner knows one."""


ReferenceLintCode: TypeAlias = Literal[
    "implicit-registry",
    "implicit-tag",
    "latest",
    "moving-tag",
    "tag-without-digest",
    "digest-without-tag",
    "retired-host",
    "unqualified-host",
    "rate-limit",
]
"""What there is to mind about a reference.

- `implicit-registry`: No registry is written; runtimes take Docker Hub.
- `implicit-tag`: Neither tag nor digest is written; runtimes take `latest`.
- `latest`: The tag `latest` is written.
- `moving-tag`: The tag is a word that is moved from release to release, such as `stable`.
- `tag-without-digest`: A tag without a digest: who owns the repository can move it.
- `digest-without-tag`: A digest without a tag: nothing says which release it is, and a copy needs a tag.
- `retired-host`: The repository has moved, and nothing new comes to the old place.
- `unqualified-host`: The registry is a word without a dot, which resolves only where a search domain completes it.
- `rate-limit`: Docker Hub limits how often an address pulls without logging in.
"""


MirrorNaming: TypeAlias = Literal["host-in-path", "familiar", "path-only"]
"""How a copy is named after its source.

- `host-in-path`: The host of the source, then its whole path: `quay.io/a/b`, `docker.io/library/nginx`. The `:` of a
  port becomes `-`, and capital letters small ones.
- `familiar`: The shortest form, as the guide of AWS copies images: `nginx` of Docker Hub, `quay.io/a/b` of another
  host.
- `path-only`: The path alone: `a/b`. Images of two hosts may claim one name, which is an error.
"""


MirrorRepositories: TypeAlias = Literal["create-each", "template", "assume"]
"""How repositories of Amazon ECR come to be.

- `create-each`: Each is made by a call.
- `template`: A repository creation template makes them when something is pushed.
- `assume`: They are there.
"""


MirrorTool: TypeAlias = Literal["docker", "skopeo", "crane", "regctl"]
"""A tool that copies images.

- `docker`: Docker: pull, tag, push. It copies one platform, and the digest changes.
- `skopeo`: Skopeo.
- `crane`: Crane of go-containerregistry.
- `regctl`: Regctl of regclient.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorImage(Model):
    """An image that is to be copied."""

    reference: str
    """The reference, as it stands in `image:`."""
    digest: str | None = None
    """The digest of what the tag names today, index or manifest, where it was asked. A copy by digest is what was
    meant, whoever moves the tag.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentImage(Model):
    """An image that the registry holds."""

    repository: str
    """The repository, without the host."""
    tag: str
    """The tag."""
    digest: str
    """The digest of index or manifest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorPlan(Rendered):
    """What is to be done so that images lie where the cluster reaches them. The answer of the operation `mirror`."""

    items: tuple[MirrorItem, ...]
    """The copies, in order of their destination. What `image:` should say is `use`."""
    repositories: tuple[str, ...]
    """The repositories that copies lie in, in order."""
    steps: tuple[MirrorStep, ...]
    """What is to be done, in an order in which it can be done."""
    notes: tuple[MirrorNote, ...]
    """What to know before it is done."""
    text: str = field(repr=False)
    """The same as plain text: a script for a POSIX shell, with the notes as comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorItem(Model):
    """A copy of an image."""

    written: tuple[str, ...]
    """The references that this copy is for, as they were given. The way back from a copy to its source."""
    source: str
    """What is read: by digest where one is known, else by tag."""
    destination: str
    """Where it goes, with a tag."""
    repository: str
    """The repository there, without the host."""
    tag: str
    """The tag there."""
    digest: str | None
    """The digest that the copy must have; `null` where none is known."""
    use: str
    """What `image:` should say: with the digest where it is known and the tool keeps it."""
    state: MirrorState
    """Whether there is anything to do."""


MirrorState: TypeAlias = Literal["copy", "same", "differs", "there"]
"""Whether a copy is to be made.

- `copy`: It is to be made.
- `same`: The registry holds it, by the digest.
- `differs`: The registry holds another digest under the tag; what is immutable refuses the copy.
- `there`: The reference names the registry already.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorStep(Model):
    """Something to do."""

    phase: MirrorPhase
    """What kind of step it is."""
    description: str
    """What it does, and how to read what comes of it."""
    commands: tuple[tuple[str, ...], ...]
    """The commands, each as its words; of several, each reads what the one before it prints. No word is a secret."""
    command: str
    """The same for a POSIX shell."""
    may_fail: bool
    """Whether it may fail and all is well: a repository that is there, an attachment that is not."""


MirrorPhase: TypeAlias = Literal["repositories", "login", "copy", "attachments", "verify"]
"""The kinds of steps, in their order.

- `repositories`: Repositories are made.
- `login`: Tools log in.
- `copy`: Images are copied.
- `attachments`: Signatures and what else hangs on an image is copied.
- `verify`: The copies are held against their sources.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorNote(Model):
    """Something to know."""

    code: str
    """The stable name of it, such as `single-platform`."""
    says: str
    """What is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFile(Model):
    """A text with the name by which answers speak of it."""

    name: str
    """The name, such as the path of the file. `kustomization.yaml` is known by it where its kind is not written."""
    text: str
    """The text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageField(Model):
    """A field of a custom resource that names an image."""

    kind: str
    """The kind of the resource."""
    path: str
    """The way to the field, such as `spec.workers[].runtime`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundImages(Rendered):
    """The images that texts name. The answer of the operation `find`."""

    images: tuple[FoundImage, ...]
    """Each image, in the order of the texts."""
    problems: tuple[FileProblem, ...]
    """What kept a text from being read, or would keep it from being changed."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundImage(Model):
    """An image that a text names, and where."""

    file: str
    """The name of the text."""
    document: int
    """The document in the text, from 0 on."""
    kind: str | None
    """The kind of the object; `null` where the document is none, such as values of Helm."""
    name: str | None
    """The name of the object."""
    namespace: str | None
    """Its namespace, where one is written."""
    path: str
    """The way to it in the object, such as `spec.containers[0].image`; a document within a text follows a ` > `."""
    line: int
    """The line, from 1 on."""
    start: int
    """The byte at which it begins."""
    end: int
    """The byte behind it."""
    written: str
    """The reference as it is written; where it is written in parts, the reference that they make."""
    canonical: str | None
    """What a runtime pulls for it; `null` where the text is a template or no reference."""
    confidence: FindConfidence
    """How sure it is that this is an image."""
    templated: bool
    """Whether it is a template that was not rendered, or stands in one."""
    editable: bool
    """Whether `rewrite` can change it in its place."""
    parts: tuple[ImagePart, ...]
    """The scalars that it is written in, or the pieces of them."""
    note: str | None
    """What to mind; `null` for nothing."""


FindConfidence: TypeAlias = Literal["certain", "structural", "key-rule", "argument", "text"]
"""How sure it is that something is an image, the surest first.

- `certain`: The schema of the kind says so.
- `structural`: It is the image of something that is built as a container, or every line of the text is a reference.
- `key-rule`: The name of the field says so, and the value is a reference.
- `argument`: A flag or a variable of a container whose value is a reference.
- `text`: A text that holds a document or a reference of its own.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagePart(Model):
    """A piece of the text that gives an image, or a part of it."""

    role: ImageRole
    """What it gives."""
    start: int
    """The byte at which it begins."""
    end: int
    """The byte behind it."""


ImageRole: TypeAlias = Literal["reference", "registry", "repository", "tag", "digest", "sha", "matched"]
"""What a piece of a text gives of an image.

- `reference`: The whole reference.
- `registry`: The host of the registry.
- `repository`: The name without tag and digest: with its registry where no other part gives it.
- `tag`: The tag.
- `digest`: The digest with its algorithm.
- `sha`: The hex digits of a SHA-256 digest alone.
- `matched`: The name that an entry of a kustomization looks for, where it gives no other. It is not changed.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblem(Model):
    """What is wrong with a text as a place of images."""

    file: str
    """The name of the text."""
    line: int
    """The line, from 1 on."""
    code: FileProblemCode
    """What it is."""
    says: str
    """The same as a sentence."""
    remedy: str
    """What to do."""


FileProblemCode: TypeAlias = Literal[
    "templated",
    "tab",
    "not-yaml",
    "duplicate-key",
    "alias",
    "not-editable",
    "changed",
]
"""What is wrong with a text as a place of images.

- `templated`: It is a template that was not rendered.
- `tab`: A tab where YAML takes spaces only.
- `not-yaml`: The text is no YAML and no JSON.
- `duplicate-key`: One key stands twice in a mapping.
- `alias`: An alias asks for more than is read, or for what it stands in.
- `not-editable`: An image stands where it cannot be changed in its place.
- `changed`: The changed text would not say the same in all other places.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten(Rendered):
    """The texts as they are now. The answer of the operation `rewrite`."""

    verdict: Verdict
    """Met when every image that was found is one that was wanted; broken when a text could not be changed; unknown when
    images are left of which nothing was said, or templates.
    """
    files: tuple[RewrittenFile, ...]
    """Each text, in the order in which it was given."""
    problems: tuple[FileProblem, ...]
    """What kept texts from being changed."""
    text: str = field(repr=False)
    """The same as plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RewrittenFile(Rendered):
    """A text after the change."""

    name: str
    """Its name."""
    text: str = field(repr=False)
    """The text: with all edits, or, where one of them cannot be made, as it was given."""
    refused: bool
    """Whether it could not be changed."""
    edits: tuple[ImageEdit, ...]
    """What was changed, in the order of the text; empty where it was refused."""
    left: tuple[LeftImage, ...]
    """The images that stay as they are, because nothing was said of them or because they are templates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageEdit(Model):
    """An image that was changed in its place."""

    path: str
    """The way to it, as `find` gives it."""
    line: int
    """The line, from 1 on."""
    before: str
    """The reference before."""
    after: str
    """The reference after."""
    pieces: tuple[EditedPiece, ...]
    """The pieces of the text before, and what stands there now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedPiece(Rendered):
    """A piece of a text, and what stands there now."""

    start: int
    """The byte at which it began in the text before."""
    end: int
    """The byte behind it in the text before."""
    text: str = field(repr=False)
    """What stands there now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftImage(Model):
    """An image that stays as it is."""

    path: str
    """The way to it, as `find` gives it."""
    line: int
    """The line, from 1 on."""
    written: str
    """The reference as it is written."""
    reason: str
    """Why it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionAnswer(Model):
    """How to collect what an audit reads. The answer of the operation `collection`."""

    calls: tuple[CollectionCall, ...]
    """The calls. One that is made for the answers of another comes after it."""
    vpc: CallSource
    """Where the id of the cluster's VPC is found, which stands for `{vpc}` in other calls."""
    policy: str
    """The least IAM policy that the calls need, as JSON."""
    script: str
    """A POSIX shell script that makes the calls with the AWS CLI and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionCall(Model):
    """One call, with the values of the request filled in. `{vpc}`, `{1}` and `{2}` remain: the cluster's VPC, and the
    values of the row that the call is made for.
    """

    id: str
    """A name of its own, such as `describe-route-tables`."""
    part: str | None
    """The key of the part that the answer belongs to, such as `RouteTables`; `null` when only other calls read it."""
    service: str
    """The AWS service as botocore names it, such as `ec2`."""
    operation: str
    """The operation as AWS names it, such as `DescribeRouteTables`."""
    method: str
    """The operation as a method of boto3's client, such as `describe_route_tables`."""
    command: tuple[str, ...]
    """The words of the same call for the AWS CLI, without the region."""
    parameters: Mapping[str, object]
    """The parameters, shaped as AWS takes them."""
    newer: tuple[str, ...]
    """The names of the parameters that older clients do not know and that may then be left out."""
    result: str
    """The key of the answer that holds what is wanted, such as `RouteTables`; empty when it is the answer as a whole.
    """
    keep: Keep
    """What becomes of the answer."""
    pages: Pages | None
    """How the answer comes in pages; `null` when it is never more than one."""
    truncated: str
    """The key of an answer that says, when true, that there is more than was given; empty when there is none."""
    each: CallSource | None
    """What the call is made for, once for each row; `null` when it is made once."""
    permission: str
    """The IAM permission that the call needs; empty when it needs none."""


Keep: TypeAlias = Literal["list", "object", "answer", "single", "keyed", "nothing"]
"""What becomes of an answer.

- `list`: The result is a list, and its items belong to the part. An item that is a name gives way to the described
  object.
- `object`: The result is one object, an item of the part.
- `answer`: The answer as a whole is an item of the part.
- `single`: The result is the part.
- `keyed`: The answer does not name its owner: it belongs to the part under the key `{1}`.
- `nothing`: Other calls or the collector read it; no part has it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages(Model):
    """How an answer comes in pages."""

    input_token: str
    """The parameter that asks for the next page; empty when there are several, and only a client library's paginator
    knows them.
    """
    output_token: str
    """The key of the answer that holds its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSource(Model):
    """A value, or rows of values, in the answer of another call."""

    call: str
    """The id of the other call."""
    query: str
    """A `JMESPath` expression over its answer, all pages together. For `each` it gives a list of rows, each a list of
    texts.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDocument(Model):
    """A document and the name under which a fault in it is reported, such as its file name."""

    name: str
    """The name."""
    text: str
    """The text: one JSON object."""
