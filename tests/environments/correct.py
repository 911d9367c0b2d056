"""Mends a collected snapshot where the emulator departs from AWS. Each function says what departs and what AWS does.

What AWS does is read off its API reference and off recorded answers. Nothing here plants a fault.
"""

from __future__ import annotations

import base64
import ipaddress
import json
from collections.abc import Iterator
from typing import Any

Document = dict[str, Any]

# A self-signed certificate whose key was thrown away.
AUTHORITY = """-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIURwnQSDu4rGzjhIfEfil/nzS5/EIwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKa3ViZXJuZXRlczAeFw0yNjExMjQxNDIwMjZaFw0zNjExMjEx
NDIwMjZaMBUxEzARBgNVBAMMCmt1YmVybmV0ZXMwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS8f+1uVEDazYdpduTtAKLAp3vEn99WidsQPOGzwzPPUyAP7fb+e7hx
pwktzg9z+DZjN9/thvZClVtmPsLROowRo1MwUTAdBgNVHQ4EFgQUcJpTd7BZwnkK
896pI66PEsB03wAwHwYDVR0jBBgwFoAUcJpTd7BZwnkK896pI66PEsB03wAwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAkKFRO3Tz0kHsXC2oxrhO
LEWKS+rIaJLXY35Qy6vbgXwCIQC6mYXPUAlgS/2YMnYjRZB9fE/TQINmIYIRKC56
3M5gNg==
-----END CERTIFICATE-----
"""
ISSUER = "0123456789ABCDEF0123456789ABCDEF"
ZONE = "Z0123456789EXAMPLE"
TIME = "2026-11-01T00:00:00+00:00"
UUID = "0123abcd-0000-4000-8000-00000000000"
# Blocks of the region. AWS changes its lists, so they are examples of the kind.
PREFIX_LISTS = {
    "com.amazonaws.ap-northeast-1.s3": ["52.219.0.0/20", "52.219.16.0/22", "52.219.68.0/22"],
    "com.amazonaws.ap-northeast-1.dynamodb": ["52.94.8.0/24"],
}
UNANSWERED: dict[str, Any] = {
    "SecurityGroupVpcAssociations": [],
    "VpcBlockPublicAccessExclusions": [],
    "podIdentityAssociations": [],
    "ProfileSummaries": [],
    "ProfileAssociations": [],
    "ProfileResourceAssociations": [],
}


def correct(snapshot: Document) -> Document:
    """The snapshot as AWS would have given it."""
    region = snapshot["collection"]["region"]
    _cluster(snapshot, region)
    _node_groups(snapshot)
    _addons(snapshot, region)
    _access_entries(snapshot)
    _subnets(snapshot)
    _prefix_lists(snapshot, region)
    _endpoints(snapshot, region)
    _interfaces(snapshot, region)
    _instances(snapshot, region)
    _group_order(snapshot)
    _unanswered(snapshot)
    return _in_order(snapshot)


def _cluster(snapshot: Document, region: str) -> None:
    """The emulator gives no VPC, no cluster security group, no authentication mode, a certificate that is none, and
    names that are not of AWS's form."""
    cluster = snapshot["cluster"]
    vpc = snapshot["Vpcs"][0]["VpcId"]
    (group,) = (
        group for group in snapshot["SecurityGroups"] if group["GroupName"] == f"eks-cluster-sg-{cluster['name']}"
    )
    config = cluster["resourcesVpcConfig"]
    config["vpcId"] = vpc
    config["clusterSecurityGroupId"] = group["GroupId"]
    config["publicAccessCidrs"] = ["0.0.0.0/0"] if config["endpointPublicAccess"] else []
    cluster["accessConfig"] = {"authenticationMode": "API_AND_CONFIG_MAP"}
    cluster["certificateAuthority"] = {"data": base64.b64encode(AUTHORITY.encode()).decode()}
    cluster["endpoint"] = f"https://{ISSUER}.gr7.{region}.eks.amazonaws.com"
    cluster["identity"] = {"oidc": {"issuer": f"https://oidc.eks.{region}.amazonaws.com/id/{ISSUER}"}}
    del cluster["clientRequestToken"]


def _node_groups(snapshot: Document) -> None:
    """The emulator gives every node group its own version, a disk and an SSH key. AWS gives the cluster's version, and
    neither of the others beside a launch template."""
    for group in snapshot["nodegroups"]:
        group["version"] = snapshot["cluster"]["version"]
        for key in ("releaseVersion", "remoteAccess", "diskSize"):
            del group[key]
        del group["resources"]["remoteAccessSecurityGroup"]


def _addons(snapshot: Document, region: str) -> None:
    """The emulator has no add-ons. The CSI driver and the CNI take their roles through IRSA."""
    cluster = snapshot["cluster"]["name"]
    account = snapshot["collection"]["account"]
    versions = {
        "aws-ebs-csi-driver": ("v1.51.0-eksbuild.1", "eks-ebs-csi"),
        "coredns": ("v1.12.3-eksbuild.1", None),
        "kube-proxy": ("v1.34.0-eksbuild.2", None),
        "vpc-cni": ("v1.20.3-eksbuild.1", "eks-vpc-cni"),
    }
    snapshot["addons"] = [
        {
            "addonName": name,
            "clusterName": cluster,
            "status": "ACTIVE",
            "addonVersion": addon_version,
            "health": {"issues": []},
            "addonArn": f"arn:aws:eks:{region}:{account}:addon/{cluster}/{name}/{UUID}{at}",
            "createdAt": TIME,
            "modifiedAt": TIME,
            **({"serviceAccountRoleArn": f"arn:aws:iam::{account}:role/{role}"} if role else {}),
            "tags": {},
        }
        for at, (name, (addon_version, role)) in enumerate(versions.items(), start=1)
    ]


def _access_entries(snapshot: Document) -> None:
    """The emulator has no access entries. EKS makes one for the role of each managed node group and Fargate profile."""
    cluster = snapshot["cluster"]
    kinds = {group["nodeRole"]: "EC2_LINUX" for group in snapshot["nodegroups"]}
    kinds |= {profile["podExecutionRoleArn"]: "FARGATE_LINUX" for profile in snapshot["fargateProfiles"]}
    snapshot["accessEntries"] = [
        {
            "clusterName": cluster["name"],
            "principalArn": role,
            "kubernetesGroups": ["system:nodes"] if kind == "EC2_LINUX" else ["system:node-proxier"],
            "accessEntryArn": cluster["arn"].replace(":cluster/", ":access-entry/")
            + f"/role/{snapshot['collection']['account']}/{role.rsplit('/', 1)[1]}/{UUID}{at}",
            "createdAt": TIME,
            "modifiedAt": TIME,
            "tags": {},
            "username": "system:node:{{EC2PrivateDNSName}}" if kind == "EC2_LINUX" else "system:node:{{SessionName}}",
            "type": kind,
        }
        for at, (role, kind) in enumerate(sorted(kinds.items()), start=1)
    ]


def _subnets(snapshot: Document) -> None:
    """The emulator takes every subnet for a default one."""
    for subnet in snapshot["Subnets"]:
        subnet["DefaultForAz"] = False


def _prefix_lists(snapshot: Document, region: str) -> None:
    """The emulator gives describe-prefix-lists no blocks, shows lists there that no gateway endpoint has, takes the
    blocks of another region, and spells the owner in capitals where an ARN has small letters."""
    entries = snapshot["PrefixListEntries"]
    names = {
        prefix_list["PrefixListId"]: prefix_list["PrefixListName"] for prefix_list in snapshot["ManagedPrefixLists"]
    }
    for prefix_list, answer in entries.items():
        if names[prefix_list] in PREFIX_LISTS:
            answer["Entries"] = [{"Cidr": block} for block in PREFIX_LISTS[names[prefix_list]]]
        else:
            answer["Entries"] = [{"Cidr": entry["Cidr"]} for entry in answer["Entries"]]
    gateways = [prefix_list for prefix_list in snapshot["PrefixLists"] if prefix_list["PrefixListName"] in PREFIX_LISTS]
    for prefix_list in gateways:
        prefix_list["Cidrs"] = [entry["Cidr"] for entry in entries[prefix_list["PrefixListId"]]["Entries"]]
    snapshot["PrefixLists"] = gateways
    for prefix_list in snapshot["ManagedPrefixLists"]:
        prefix_list["PrefixListArn"] = f"arn:aws:ec2:{region}:aws:prefix-list/{prefix_list['PrefixListId']}"


def _endpoints(snapshot: Document, region: str) -> None:
    """The emulator names endpoints after the service instead of its DNS name, gives no private name, and leaves out the
    address type."""
    services = {
        (service["ServiceName"], kind["ServiceType"]): service
        for service in snapshot["ServiceDetails"]
        for kind in service["ServiceType"]
    }
    for endpoint in snapshot["VpcEndpoints"]:
        endpoint["RequesterManaged"] = False
        if endpoint["VpcEndpointType"] != "Interface":
            continue
        service = services[endpoint["ServiceName"], "Interface"]
        own = f"{endpoint['VpcEndpointId']}-0123abcd.{service['BaseEndpointDnsNames'][0]}"
        private = service["PrivateDnsNames"] if endpoint["PrivateDnsEnabled"] else []
        endpoint["DnsEntries"] = [
            {"DnsName": own, "HostedZoneId": ZONE},
            *({"DnsName": name["PrivateDnsName"], "HostedZoneId": "ZONEIDPENDING"} for name in private),
        ]
        endpoint["IpAddressType"] = "ipv4"
        endpoint["DnsOptions"] = {"DnsRecordIpType": "ipv4"}


def _interfaces(snapshot: Document, region: str) -> None:
    """The emulator gives an endpoint's interface an address outside its subnet, the VPC's default group, the type
    `interface` and nothing that says whose it is; and it names every interface as us-east-1 would."""
    endpoints = {
        interface: endpoint
        for endpoint in snapshot["VpcEndpoints"]
        for interface in endpoint.get("NetworkInterfaceIds", [])
    }
    free = {subnet["SubnetId"]: _addresses(subnet["CidrBlock"]) for subnet in snapshot["Subnets"]}
    taken: dict[str, int] = dict.fromkeys(free, 0)
    for at, interface in enumerate(snapshot["NetworkInterfaces"]):
        endpoint = endpoints.get(interface["NetworkInterfaceId"])
        if endpoint is not None:
            interface["Description"] = f"VPC Endpoint Interface {endpoint['VpcEndpointId']}"
            interface["Groups"] = endpoint["Groups"]
            interface["InterfaceType"] = "vpc_endpoint"
            _attach(interface, at, "amazon-aws")
        elif interface["Description"].startswith("Amazon EKS "):
            _attach(interface, at, "amazon-aws")
        if "InstanceId" not in interface.get("Attachment", {}):
            interface["RequesterManaged"] = True
            address = next(free[interface["SubnetId"]])
            interface["PrivateIpAddress"] = address
            interface["PrivateIpAddresses"] = [{"Primary": True, "PrivateIpAddress": address}]
        else:
            interface["Attachment"]["DeleteOnTermination"] = True
        _name(interface, region)
        interface.pop("RequesterId", None)
        taken[interface["SubnetId"]] += 1
    for subnet in snapshot["Subnets"]:
        # AWS keeps the first four addresses and the last.
        size = ipaddress.ip_network(subnet["CidrBlock"]).num_addresses
        subnet["AvailableIpAddressCount"] = size - 5 - taken[subnet["SubnetId"]]


def _addresses(block: str) -> Iterator[str]:
    """Addresses for interfaces of AWS, from the tenth up: the emulator gives instances the first ones."""
    return (str(ipaddress.ip_network(block)[at]) for at in range(10, 200))


def _attach(interface: Document, at: int, owner: str) -> None:
    interface["Attachment"] = {
        "AttachmentId": f"ela-attach-{at:017x}",
        "DeleteOnTermination": False,
        "DeviceIndex": 1,
        "InstanceOwnerId": owner,
        "Status": "attached",
    }
    interface["Status"] = "in-use"


def _name(interface: Document, region: str) -> None:
    for holder in (interface, *interface["PrivateIpAddresses"]):
        holder["PrivateDnsName"] = f"ip-{holder['PrivateIpAddress'].replace('.', '-')}.{region}.compute.internal"


def _instances(snapshot: Document, region: str) -> None:
    """The emulator ignores the metadata options of a launch template, and gives its own image's kernel and disk."""
    for reservation in snapshot["Reservations"]:
        for instance in reservation["Instances"]:
            for key in ("KernelId", "StateReason", "ClientToken"):
                instance.pop(key, None)
            instance["VirtualizationType"] = "hvm"
            instance["MetadataOptions"]["HttpTokens"] = "required"
            instance["RootDeviceName"] = "/dev/xvda"
            for disk in instance["BlockDeviceMappings"]:
                disk["DeviceName"] = "/dev/xvda"
            for interface in instance["NetworkInterfaces"]:
                interface.pop("Association", None)
                interface["Attachment"]["DeleteOnTermination"] = True
                _name(interface, region)


def _group_order(snapshot: Document) -> None:
    """The emulator gives an instance's groups in another order in every run."""
    instances = [instance for reservation in snapshot["Reservations"] for instance in reservation["Instances"]]
    inner = [interface for instance in instances for interface in instance["NetworkInterfaces"]]
    for instance in instances:
        instance["SecurityGroups"].sort(key=lambda group: str(group["GroupName"]))
    for interface in (*snapshot["NetworkInterfaces"], *inner):
        interface["Groups"].sort(key=lambda group: str(group["GroupName"]))


def _unanswered(snapshot: Document) -> None:
    """The emulator does not know these calls. The account has nothing of their kind, and nothing is blocked."""
    snapshot.update(json.loads(json.dumps(UNANSWERED)))
    snapshot["VpcBlockPublicAccessOptions"] = {
        "AwsAccountId": snapshot["collection"]["account"],
        "AwsRegion": snapshot["collection"]["region"],
        "State": "default-state",
        "InternetGatewayBlockMode": "off",
        "ManagedBy": "account",
        "ExclusionsAllowed": "allowed",
    }
    mended = {"SecurityGroups", "VpcBlockPublicAccessOptions", "accessEntries", "addons", *UNANSWERED}
    parts = snapshot["collection"]["parts"]
    for key in mended:
        parts[key] = {"state": "complete"}
    lacking = [key for key, part in parts.items() if part["state"] != "complete"]
    if lacking:
        raise RuntimeError(f"the emulator does not answer {lacking}, and nothing here stands in for it")


def _in_order(snapshot: Document) -> Document:
    """The parts in the order in which they were asked for."""
    return {"collection": snapshot["collection"], **{key: snapshot[key] for key in snapshot["collection"]["parts"]}}
