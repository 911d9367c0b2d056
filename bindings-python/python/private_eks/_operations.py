"""The operations. Each takes at most two arguments by position.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ._ask import ask
from ._models import (
    Access,
    AccessNode,
    AccessPrincipal,
    AuthenticationMode,
    Bootstrap,
    Classification,
    ClusterSpec,
    CollectionAnswer,
    DiffAnswer,
    ExitsAnswer,
    Fix,
    FlagsAnswer,
    FoundImages,
    ImageCluster,
    ImageField,
    Inspection,
    KnowledgeAnswer,
    ManifestFile,
    MatrixAnswer,
    MirrorImage,
    MirrorNaming,
    MirrorPlan,
    MirrorRepositories,
    MirrorTool,
    NamedDocument,
    NodeFamily,
    NodeSpec,
    NodeSystem,
    Plan,
    PortSpan,
    PresentImage,
    ReachAnswer,
    Report,
    Rewritten,
)
from .snapshot import Snapshot


def plan(spec: ClusterSpec) -> Plan:
    """Says everything that must exist for a cluster without internet access, as of a day, with reasons and cites.

    Args:
        spec: What a caller wants of a cluster without internet access. A region alone is a wish.

    >>> import private_eks as pe
    >>> plan = pe.plan(pe.ClusterSpec(region="ap-northeast-1", features=["irsa"]))
    >>> [endpoint.service_name for endpoint in plan.endpoints if endpoint.service == "sts"]
    ['com.amazonaws.ap-northeast-1.sts']
    """
    return ask("plan", Plan, spec)


def audit(
    snapshot: Snapshot | Mapping[str, object],
    spec: ClusterSpec | None = None,
    *,
    strict: bool = False,
) -> Report:
    """Holds what exists against what must exist: what is missing, why, and what would mend it.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
        spec: What is wanted. What it does not state is inferred from the documents, and the report says from
            what.
        strict: Whether a document without a word on its completeness proves nothing. Not stated: `false`.

    >>> import private_eks as pe
    >>> snapshot = pe.Snapshot({"Vpcs": [{"VpcId": "vpc-0a"}]}, {"VpcEndpoints": []})
    >>> report = pe.audit(snapshot, pe.ClusterSpec(region="ap-northeast-1", vpc="vpc-0a"))
    >>> report.verdict is pe.Verdict.MET
    False
    """
    return ask("audit", Report, {"spec": spec, "strict": strict}, snapshot)


def reach(
    snapshot: Snapshot | Mapping[str, object],
    *,
    source: str,
    destination: str,
    protocol: str | None = None,
    name: str | None = None,
    port: int | None = None,
    source_groups: Sequence[str] | None = None,
    client_ports: PortSpan | None = None,
    strict: bool = False,
) -> ReachAnswer:
    """Says whether one thing can talk to another on a port; if not, who stops it and what would open it.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
        source: Who opens the connection: the id of an interface, an instance, a subnet, a security group or an
            endpoint, a CIDR block, an address, `cluster` for the control plane, or `internet`.
        destination: Who is called: any of these, or the name of a service as a client calls it.
        protocol: `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`.
        name: The name by which the client calls a destination that is given by its id: whether it leads there
            is a verdict of its own. Not stated: none, or the destination itself where that is a name.
        port: The destination port, for `tcp` and `udp`.
        source_groups: The groups that the source carries. Not stated: those of the interfaces that the
            documents show.
        client_ports: The ports from which the client may call, to which replies come back. Not stated: 32768 to
            60999, the range of Linux.
        strict: Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    """
    return ask(
        "reach",
        ReachAnswer,
        {
            "source": source,
            "destination": destination,
            "protocol": protocol,
            "name": name,
            "port": port,
            "sourceGroups": source_groups,
            "clientPorts": client_ports,
            "strict": strict,
        },
        snapshot,
    )


def exits(
    snapshot: Snapshot | Mapping[str, object],
    *,
    source: str,
    named: Sequence[str] = (),
    strict: bool = False,
) -> ExitsAnswer:
    """Finds every way out of where something stands, or proves that there is none by what the tables do with every
    address.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
        source: Where traffic starts: whatever `reach` takes as a source.
        named: The ids of gateways, connections and endpoints that may lead out and are no exits: the networks
            that are meant to be reached.
        strict: Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    """
    return ask("exits", ExitsAnswer, {"source": source, "named": named, "strict": strict}, snapshot)


def matrix(
    snapshot: Snapshot | Mapping[str, object],
    *,
    protocol: str | None = None,
    port: int | None = None,
    client_ports: PortSpan | None = None,
    strict: bool = False,
) -> MatrixAnswer:
    """Says which interfaces reach which endpoints on a port, all with all, by what they have in common; `reach` says
    why.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
        protocol: `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. Not stated: `tcp`.
        port: The destination port, for `tcp` and `udp`. Not stated: 443 for `tcp`.
        client_ports: The ports from which clients may call, to which replies come back. Not stated: 32768 to
            60999, the range of Linux.
        strict: Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    """
    return ask(
        "matrix",
        MatrixAnswer,
        {
            "protocol": protocol,
            "port": port,
            "clientPorts": client_ports,
            "strict": strict,
        },
        snapshot,
    )


def bootstrap(spec: NodeSpec) -> Bootstrap:
    """Gives what lets a node join its cluster without asking the EKS API, and says what it still calls at boot.

    Args:
        spec: A node that is to join a cluster.
    """
    return ask("bootstrap", Bootstrap, spec)


def flags(system: NodeSystem, *, endpoint: str, certificate_authority: str) -> FlagsAnswer:
    """Gives the two flags of the bootstrap script that keep a node from asking the EKS API, and nothing else.

    Args:
        system: The operating system: `al2`, `ubuntu` or `windows`; the others have no script with arguments.
        endpoint: The address of the API server.
        certificate_authority: The certificate authority in base64, as `certificateAuthority.data` has it.
    """
    return ask(
        "flags",
        FlagsAnswer,
        {
            "system": system,
            "endpoint": endpoint,
            "certificateAuthority": certificate_authority,
        },
    )


def knowledge(
    *,
    as_of: date | str | None = None,
    edition: date | str | None = None,
    region: str | None = None,
    instance_types: Sequence[str] = (),
) -> KnowledgeAnswer:
    """Says what is true as of a day, or replays an edition of AWS's page, each statement with its cites.

    Args:
        as_of: The day for which to answer with what was true then. Not stated: the day of the newest row.
        edition: The day of the edition of AWS's page to replay, such as `2020-06-17`; then `asOf` is that day.
            An edition without a date goes by the day on which it was read.
        region: The region for which to list every endpoint service with its name there.
        instance_types: The instance types of which to say how many pods a node takes, such as `m5.large`.

    >>> from datetime import date
    >>> import private_eks as pe
    >>> pe.knowledge(as_of=date(2020, 6, 17)).as_of
    datetime.date(2020, 6, 17)
    """
    return ask(
        "knowledge",
        KnowledgeAnswer,
        {
            "asOf": as_of,
            "edition": edition,
            "region": region,
            "instanceTypes": instance_types,
        },
    )


def diff(*, earlier: date | str, later: date | str | None = None) -> DiffAnswer:
    """Says what became true, what ended and what AWS's page reworded between two days, and why.

    Args:
        earlier: The earlier day, such as `2020-06-17`.
        later: The later day. Not stated: the day of the newest row.
    """
    return ask("diff", DiffAnswer, {"earlier": earlier, "later": later})


def inspect(
    *,
    user_data: str,
    family: NodeFamily | None = None,
    merged_by_eks: bool = False,
    as_of: date | str | None = None,
) -> Inspection:
    """Says what user data would do when a node boots with it, and what is wrong with it.

    Args:
        user_data: The user data: base64, as AWS prints it, or the text itself.
        family: The operating system of the image, where it is known. Not stated: what the user data shows.
        merged_by_eks: Whether it is of a managed node group whose launch template names no AMI, so that EKS
            merges its own part into it.
        as_of: The day for which to say how certificates stand. Not stated: nothing is said.

    >>> import private_eks as pe
    >>> answer = pe.inspect(user_data="#!/bin/bash\\n/etc/eks/bootstrap.sh --max-pods=20 prod\\n")
    >>> [finding.code for finding in answer.findings]
    ['flag-as-name', 'word-swallowed']
    """
    return ask(
        "inspect",
        Inspection,
        {
            "userData": user_data,
            "family": family,
            "mergedByEks": merged_by_eks,
            "asOf": as_of,
        },
    )


def access(
    *,
    cluster: str,
    region: str,
    authentication_mode: AuthenticationMode,
    account: str | None = None,
    nodes: Sequence[AccessNode] | None = None,
    principals: Sequence[AccessPrincipal] | None = None,
    prefer_config_map: bool = False,
    aws_auth: str | None = None,
) -> Access:
    """Says what lets nodes and people in, by access entries or the aws-auth ConfigMap, and from where it is made.

    Args:
        cluster: The name of the cluster.
        region: The region that it is in, such as `ap-northeast-1`.
        authentication_mode: The authentication mode, as describe-cluster prints it. It is never guessed: what
            is right in one is nothing in another.
        account: The account of the cluster, twelve digits. Roles of nodes must be in it.
        nodes: The nodes, each with its role.
        principals: The people and tools that are let in.
        prefer_config_map: Whether the aws-auth ConfigMap is used where the mode has both. Not stated: access
            entries are.
        aws_auth: The aws-auth ConfigMap that is there, as `kubectl get --output yaml` or `json` prints it. Not
            stated: nothing is replaced, and the command fails where there is one.

    >>> import private_eks as pe
    >>> node = pe.AccessNode(kind="al2023", role="arn:aws:iam::111122223333:role/node")
    >>> answer = pe.access(cluster="prod", region="eu-west-1", authentication_mode="API", nodes=[node])
    >>> [(step.call.operation, step.from_) for step in answer.steps]
    [('CreateAccessEntry', 'eksApi')]
    """
    return ask(
        "access",
        Access,
        {
            "cluster": cluster,
            "region": region,
            "authenticationMode": authentication_mode,
            "account": account,
            "nodes": nodes,
            "principals": principals,
            "preferConfigMap": prefer_config_map,
            "awsAuth": aws_auth,
        },
    )


def classify(cluster: ImageCluster, *, references: Sequence[str]) -> Classification:
    """Says where images lie as a cluster without internet access sees it, whether its nodes get there, and what would
    help.

    Args:
        cluster: The cluster.
        references: The image references, as they stand in `image:`.
    """
    return ask("classify", Classification, {"cluster": cluster, "references": references})


def mirror(
    *,
    registry: str,
    prefix: str | None = None,
    naming: MirrorNaming | None = None,
    repositories: MirrorRepositories | None = None,
    tool: MirrorTool | None = None,
    attachments: bool = False,
    images: Sequence[MirrorImage],
    present: Sequence[PresentImage] | None = None,
) -> MirrorPlan:
    """Says what is to be done so that images lie in a registry that the cluster reaches, whole and under names that
    lead back.

    Args:
        registry: The host of the registry that the cluster reaches, such as
            `111122223333.dkr.ecr.eu-west-1.amazonaws.com`.
        prefix: What the names of the copies begin with, such as `mirror`. Not stated: nothing.
        naming: How a copy is named after its source. Not stated: `host-in-path`.
        repositories: How repositories of Amazon ECR come to be. Not stated: `create-each`.
        tool: The tool whose commands are given. Not stated: `skopeo`.
        attachments: Whether signatures, attestations and lists of contents that hang on a tag of their own are
            copied too.
        images: The images.
        present: What the registry holds already, for what remains to be done. Not stated: unknown, so
            everything is copied.
    """
    return ask(
        "mirror",
        MirrorPlan,
        {
            "registry": registry,
            "prefix": prefix,
            "naming": naming,
            "repositories": repositories,
            "tool": tool,
            "attachments": attachments,
            "images": images,
            "present": present,
        },
    )


def find(files: Sequence[ManifestFile], *, fields: Sequence[ImageField] | None = None) -> FoundImages:
    """Finds the images that manifests, values of Helm, kustomizations and lists name, each with its place to the byte.

    Args:
        files: The texts: manifests as YAML or JSON, values of Helm, kustomizations, or plain lists of
            references.
        fields: Fields of custom resources that name images, beside those that are known. Not stated: none.
    """
    return ask("find", FoundImages, {"files": files, "fields": fields})


def rewrite(
    files: Sequence[ManifestFile],
    *,
    images: Mapping[str, str],
    fields: Sequence[ImageField] | None = None,
) -> Rewritten:
    """Puts images in the place of others in manifests, values and kustomizations: the bytes of their scalars and no
    other.

    Args:
        files: The texts, as for `find`.
        images: From each image to the one in its place. An image is meant by the reference as it is written, or
            else by another that pulls the same. Where neither side has a tag or a digest all of the repository are
            meant, and keep theirs.
        fields: Fields of custom resources that name images, beside those that are known. Not stated: none.
    """
    return ask("rewrite", Rewritten, {"files": files, "images": images, "fields": fields})


def collection(*, cluster: str | None = None, region: str | None = None) -> CollectionAnswer:
    """Says which calls collect what an audit reads, the least policy that they need, and a shell script of them.

    Args:
        cluster: The name of the cluster. Not stated: the policy is for any, the script asks, and `{cluster}`
            remains in the calls.
        region: The region that it is in, such as `ap-northeast-1`. Not stated: as for `cluster`, with
            `{region}`.
    """
    return ask("collection", CollectionAnswer, {"cluster": cluster, "region": region})


def merge(documents: Sequence[NamedDocument]) -> Snapshot:
    """Merges pages, files and folders of documents into one snapshot.

    Args:
        documents: The documents: pages, files, whole snapshots.

    >>> import private_eks as pe
    >>> page = pe.NamedDocument(name="vpcs.json", text='{"Vpcs": [{"VpcId": "vpc-0a"}]}')
    >>> pe.merge([page]).document
    {'Vpcs': [{'VpcId': 'vpc-0a'}]}
    """
    return ask("merge", Snapshot, {"documents": documents})


def apply(snapshot: Snapshot | Mapping[str, object], fixes: Sequence[Fix]) -> Snapshot:
    """Gives the snapshot as it would be after fixes were made.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
        fixes: The fixes, made one after the other.
    """
    return ask("apply", Snapshot, {"fixes": fixes}, snapshot)


def redact(snapshot: Snapshot | Mapping[str, object]) -> Snapshot:
    """Gives the snapshot without secrets: ids and the relations of addresses stay, names, tags and user data go.

    Args:
        snapshot: What exists: a `Snapshot`, or one object whose keys are AWS's own response keys.
    """
    return ask("redact", Snapshot, {}, snapshot)
