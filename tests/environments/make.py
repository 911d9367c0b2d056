"""Makes the example environments through real boto3 calls against moto, and writes what `collect` gathers of them.

usage: python tests/environments/make.py [--check]

`correct.py` then mends where the emulator departs from AWS, and `stable.py` makes ids and times the same in every run.
With `--check` nothing is written, and the status is 1 when a committed file is not what would be written.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from correct import correct
from emulator import ACCOUNT, client, emulator, session
from private_eks.collect import documents
from stable import stable

HERE = Path(__file__).parent
REGION = "ap-northeast-1"
CLUSTER = "prod"
ZONES = ("a", "c", "d")
NODE_BLOCKS = {"a": "10.0.16.0/20", "c": "10.0.32.0/20", "d": "10.0.48.0/20"}
CLUSTER_BLOCKS = {"a": "10.0.0.0/28", "c": "10.0.0.16/28", "d": "10.0.0.32/28"}
SERVICES = (
    "autoscaling",
    "ec2",
    "ec2messages",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "kms",
    "logs",
    "ssm",
    "ssmmessages",
    "sts",
)


@dataclass(frozen=True)
class Faults:
    """What is planted. Every fault is a way in which real clusters were found broken."""

    missing_services: tuple[str, ...] = ()
    unadmitted_zones: tuple[str, ...] = ()
    zones_without_s3: tuple[str, ...] = ()
    services_without_private_dns: tuple[str, ...] = ()
    dns_hostnames: bool = True
    private_access: bool = True


ENVIRONMENTS: Mapping[str, Faults] = {
    "sound": Faults(),
    "faulty": Faults(
        missing_services=("sts",),
        unadmitted_zones=("c",),
        zones_without_s3=("d",),
        services_without_private_dns=("ecr.dkr",),
        dns_hostnames=False,
        private_access=False,
    ),
}


def files() -> dict[Path, str]:
    """Every file that is committed, with its text."""
    made = {}
    for name, faults in ENVIRONMENTS.items():
        with emulator() as address:
            Environment(address, faults).build()
            collected = documents(CLUSTER, region=REGION, session=session(REGION), endpoint_url=address)
        made[HERE / name / "snapshot.json"] = text(stable(correct(json.loads(json.dumps(collected, default=str)))))
    made[HERE / "spec.json"] = json.dumps(SPEC, indent=2) + "\n"
    return made


SPEC = {
    "region": REGION,
    "name": CLUSTER,
    "nodes": ["al2023", "fargate"],
    "features": {"ebs-csi": {}, "irsa": {}},
}


class Environment:
    """A private cluster, its VPC and its nodes."""

    def __init__(self, address: str, faults: Faults) -> None:
        self.ec2 = client("ec2", REGION, address)
        self.eks = client("eks", REGION, address)
        self.faults = faults

    def build(self) -> None:
        self._remove_default_vpc()
        self._network()
        self._groups()
        self._endpoints()
        self._cluster()
        self._nodes()

    def _remove_default_vpc(self) -> None:
        """An account for production has none; calls without a filter by VPC would show it."""
        for vpc in self.ec2.describe_vpcs()["Vpcs"]:
            of_vpc = [{"Name": "vpc-id", "Values": [vpc["VpcId"]]}]
            for subnet in self.ec2.describe_subnets(Filters=of_vpc)["Subnets"]:
                self.ec2.delete_subnet(SubnetId=subnet["SubnetId"])
            attached = [{"Name": "attachment.vpc-id", "Values": [vpc["VpcId"]]}]
            for gateway in self.ec2.describe_internet_gateways(Filters=attached)["InternetGateways"]:
                self.ec2.detach_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"], VpcId=vpc["VpcId"])
                self.ec2.delete_internet_gateway(InternetGatewayId=gateway["InternetGatewayId"])
            self.ec2.delete_vpc(VpcId=vpc["VpcId"])

    def _network(self) -> None:
        self.vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16", **_tags("vpc", "prod"))["Vpc"]["VpcId"]
        self.ec2.associate_vpc_cidr_block(VpcId=self.vpc, CidrBlock="100.64.0.0/16")
        self.ec2.modify_vpc_attribute(VpcId=self.vpc, EnableDnsSupport={"Value": True})
        self.ec2.modify_vpc_attribute(VpcId=self.vpc, EnableDnsHostnames={"Value": self.faults.dns_hostnames})
        options = self.ec2.create_dhcp_options(
            DhcpConfigurations=[
                {"Key": "domain-name", "Values": [f"{REGION}.compute.internal"]},
                {"Key": "domain-name-servers", "Values": ["AmazonProvidedDNS"]},
            ]
        )["DhcpOptions"]["DhcpOptionsId"]
        self.ec2.associate_dhcp_options(DhcpOptionsId=options, VpcId=self.vpc)
        self.cluster_subnets = [self._subnet(zone, CLUSTER_BLOCKS[zone], f"cluster-{zone}") for zone in ZONES]
        self.node_subnets = {zone: self._subnet(zone, NODE_BLOCKS[zone], f"node-{zone}") for zone in ZONES}
        self.node_tables = {zone: self._table(f"node-{zone}", subnet) for zone, subnet in self.node_subnets.items()}

    def _subnet(self, zone: str, block: str, name: str) -> str:
        created = self.ec2.create_subnet(
            VpcId=self.vpc, CidrBlock=block, AvailabilityZone=f"{REGION}{zone}", **_tags("subnet", name)
        )
        subnet = str(created["Subnet"]["SubnetId"])
        self.ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": False})
        return subnet

    def _table(self, name: str, subnet: str) -> str:
        created = self.ec2.create_route_table(VpcId=self.vpc, **_tags("route-table", name))
        table = str(created["RouteTable"]["RouteTableId"])
        self.ec2.associate_route_table(RouteTableId=table, SubnetId=subnet)
        return table

    def _groups(self) -> None:
        self.cluster_group = self._group(f"eks-cluster-sg-{CLUSTER}", "The group that EKS makes with a cluster")
        own = {"UserId": ACCOUNT, "GroupId": self.cluster_group}
        self._admit(self.cluster_group, {"IpProtocol": "-1", "UserIdGroupPairs": [own]})
        self.node_group = self._group("nodes", "What the nodes add to the cluster's group")
        self.endpoint_group = self._group("endpoints", "Interface endpoints")
        admitted = [{"CidrIp": NODE_BLOCKS[zone]} for zone in ZONES if zone not in self.faults.unadmitted_zones]
        https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}
        self._admit(self.endpoint_group, {**https, "IpRanges": admitted})
        # The control plane's interfaces carry this group too: nodes call it, and it calls webhooks.
        self._admit(self.node_group, {**https, "UserIdGroupPairs": [{"UserId": ACCOUNT, "GroupId": self.node_group}]})

    def _group(self, name: str, description: str) -> str:
        created = self.ec2.create_security_group(
            GroupName=name, Description=description, VpcId=self.vpc, **_tags("security-group", name)
        )
        return str(created["GroupId"])

    def _admit(self, group: str, permission: dict[str, Any]) -> None:
        self.ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[permission])

    def _endpoints(self) -> None:
        for service in SERVICES:
            if service not in self.faults.missing_services:
                self.ec2.create_vpc_endpoint(
                    VpcEndpointType="Interface",
                    VpcId=self.vpc,
                    ServiceName=f"com.amazonaws.{REGION}.{service}",
                    SubnetIds=list(self.node_subnets.values()),
                    SecurityGroupIds=[self.endpoint_group],
                    PrivateDnsEnabled=service not in self.faults.services_without_private_dns,
                    **_tags("vpc-endpoint", service),
                )
        tables = [table for zone, table in self.node_tables.items() if zone not in self.faults.zones_without_s3]
        self.ec2.create_vpc_endpoint(
            VpcEndpointType="Gateway",
            VpcId=self.vpc,
            ServiceName=f"com.amazonaws.{REGION}.s3",
            RouteTableIds=tables,
            **_tags("vpc-endpoint", "s3"),
        )

    def _cluster(self) -> None:
        self.eks.create_cluster(
            name=CLUSTER,
            version="1.34",
            roleArn=f"arn:aws:iam::{ACCOUNT}:role/eks-cluster",
            resourcesVpcConfig={
                "subnetIds": self.cluster_subnets,
                "securityGroupIds": [self.node_group],
                "endpointPrivateAccess": self.faults.private_access,
                # AWS refuses a cluster whose endpoint is neither public nor private.
                "endpointPublicAccess": not self.faults.private_access,
            },
            kubernetesNetworkConfig={"serviceIpv4Cidr": "172.20.0.0/16", "ipFamily": "ipv4"},
        )
        for subnet in self.cluster_subnets:
            self.ec2.create_network_interface(
                SubnetId=subnet, Description=f"Amazon EKS {CLUSTER}", Groups=[self.cluster_group, self.node_group]
            )

    def _nodes(self) -> None:
        template = self.ec2.create_launch_template(
            LaunchTemplateName="nodes",
            LaunchTemplateData={
                "SecurityGroupIds": [self.cluster_group, self.node_group],
                "UserData": base64.b64encode(_node_config().encode()).decode(),
                "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 1},
            },
        )["LaunchTemplate"]
        self.eks.create_nodegroup(
            clusterName=CLUSTER,
            nodegroupName="general",
            subnets=list(self.node_subnets.values()),
            nodeRole=f"arn:aws:iam::{ACCOUNT}:role/eks-node",
            amiType="AL2023_x86_64_STANDARD",
            instanceTypes=["m6i.large"],
            scalingConfig={"minSize": 3, "maxSize": 6, "desiredSize": 3},
            launchTemplate={"id": template["LaunchTemplateId"], "version": "1"},
        )
        self.eks.create_fargate_profile(
            clusterName=CLUSTER,
            fargateProfileName="batch",
            podExecutionRoleArn=f"arn:aws:iam::{ACCOUNT}:role/eks-fargate",
            subnets=list(self.node_subnets.values()),
            selectors=[{"namespace": "batch"}],
        )
        for zone, subnet in self.node_subnets.items():
            of_group = {"eks:cluster-name": CLUSTER, "eks:nodegroup-name": "general"}
            self.ec2.run_instances(
                ImageId="ami-0123456789abcdef0",
                InstanceType="m6i.large",
                MinCount=1,
                MaxCount=1,
                SubnetId=subnet,
                SecurityGroupIds=[self.cluster_group, self.node_group],
                **_tags("instance", f"general-{zone}", **of_group),
            )


def _tags(kind: str, name: str, **more: str) -> dict[str, Any]:
    tags = [{"Key": key, "Value": value} for key, value in {"Name": name, **more}.items()]
    return {"TagSpecifications": [{"ResourceType": kind, "Tags": tags}]}


def _node_config() -> str:
    """What a node group adds to an AL2023 node that the rest comes to by itself."""
    kubelet = {"config": {"maxPods": 29}}
    config = {"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": {"kubelet": kubelet}}
    head = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="//"\n\n--//\n'
    head += "Content-Type: application/node.eks.aws\n"
    return f"{head}\n{json.dumps(config)}\n--//--\n"


def text(document: Mapping[str, Any]) -> str:
    """One line for each object, so that a difference shows what changed."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            items = ",\n".join(f"    {json.dumps(item)}" for item in value)
            lines.append(f"  {json.dumps(key)}: [\n{items}\n  ]")
        elif key in ("collection", "cluster"):
            lines.append(f"  {json.dumps(key)}: " + json.dumps(value, indent=2).replace("\n", "\n  "))
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str]) -> int:
    stale = []
    for path, content in files().items():
        if arguments == ["--check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                stale.append(path)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
    for path in stale:
        print(f"{path} is stale; run python tests/environments/make.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
