"""How callers write features and their options.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class NoOptions(TypedDict):
    """The options of a feature that has none: `{}`."""


class AccessEntriesOptions(TypedDict, total=False):
    """Options of `access-entries`: access entries."""

    authentication_mode: Literal["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]
    """The cluster's authentication mode. Not stated: taken as one with access entries."""
    from_inside: bool
    """Whether it is done from inside the VPC. Not stated: no."""


class AppMeshOptions(TypedDict, total=False):
    """Options of `app-mesh`: AWS App Mesh."""

    controller: bool
    """Whether the App Mesh controller is used, beside the sidecar injector. Not stated: no."""


class AwsLoadBalancerControllerOptions(TypedDict, total=False):
    """Options of `aws-load-balancer-controller`: AWS Load Balancer Controller."""

    certificate_discovery: bool
    """Whether certificates are found by host name instead of being named. Not stated: no."""
    certificate_management: bool
    """Whether the feature gate `EnableCertificateManagement` is on. Not stated: no."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    enable_shield: bool
    """Whether `--enable-shield` stays on. Not stated: no, as the plan asks."""
    enable_wafv2: bool
    """Whether `--enable-wafv2` stays on. Not stated: no, as the plan asks."""
    tagging_api: bool
    """Whether the feature gate `EnableRGTAPI` is on. Not stated: no."""


class CloudwatchLogsOptions(TypedDict, total=False):
    """Options of `cloudwatch-logs`: CloudWatch Logs from nodes and pods."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    output: Literal["cloudwatch", "firehose", "kinesis"]
    """Where Fluent Bit sends what it reads. Not stated: to CloudWatch Logs."""


class ClusterAutoscalerOptions(TypedDict, total=False):
    """Options of `cluster-autoscaler`: Kubernetes Cluster Autoscaler."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    scale_from_zero: bool
    """Whether managed node groups are scaled up from no node. Not stated: no."""


class ContainerInsightsOptions(TypedDict, total=False):
    """Options of `container-insights`: CloudWatch Observability add-on."""

    application_signals: bool
    """Whether Application Signals is on. Not stated: unknown."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    metrics: bool
    """Whether metrics are sent. Not stated: yes."""
    traces: bool
    """Whether traces are sent to X-Ray. Not stated: unknown."""


class EbsCsiOptions(TypedDict, total=False):
    """Options of `ebs-csi`: Amazon EBS CSI driver."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    hyper_pod: bool
    """Whether volumes are attached to SageMaker HyperPod nodes. Not stated: no."""
    installation: Literal["add-on", "chart", "manifest"]
    """How the driver is installed. Not stated: as an EKS add-on."""


class EfsCsiOptions(TypedDict, total=False):
    """Options of `efs-csi`: Amazon EFS CSI driver."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    dynamic_provisioning: bool
    """Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes."""
    installation: Literal["add-on", "chart", "manifest"]
    """How the driver is installed. Not stated: as an EKS add-on."""


class EksApiFromVpcOptions(TypedDict, total=False):
    """Options of `eks-api-from-vpc`: managing EKS from inside the VPC."""

    manage_iam: bool
    """Whether roles and providers of IAM are managed from inside as well. Not stated: no."""


class EksctlOptions(TypedDict, total=False):
    """Options of `eksctl`: eksctl."""

    cloud_watch_logging: bool
    """Whether CloudWatch logging is on in the configuration. Not stated: no."""
    from_inside: bool
    """Whether it is done from inside the VPC. Not stated: no."""


class FsxLustreCsiOptions(TypedDict, total=False):
    """Options of `fsx-lustre-csi`: Amazon FSx for Lustre CSI driver."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    dynamic_provisioning: bool
    """Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes."""
    installation: Literal["add-on", "chart", "manifest"]
    """How the driver is installed. Not stated: as an EKS add-on."""


class GuarddutyRuntimeMonitoringOptions(TypedDict, total=False):
    """Options of `guardduty-runtime-monitoring`: GuardDuty Runtime Monitoring."""

    automated_agent: bool
    """Whether GuardDuty manages its agent and the endpoint itself. Not stated: unknown."""


class IrsaOptions(TypedDict, total=False):
    """Options of `irsa`: IAM roles for service accounts."""

    create_provider_inside: bool
    """Whether the IAM OIDC provider is created, or tokens are verified, from inside the VPC. Not stated: no."""


class KarpenterOptions(TypedDict, total=False):
    """Options of `karpenter`: Karpenter."""

    ami_alias: bool
    """Whether an `EC2NodeClass` selects its image by alias rather than by AMI id. Not stated: yes."""
    cluster_endpoint: str
    """The value of `settings.clusterEndpoint`; an empty text says that it is not set. Not stated: not set."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    instance_role: bool
    """Whether an `EC2NodeClass` names `spec.role` rather than `spec.instanceProfile`. Not stated: no, as the plan asks.
    """
    interruption_queue: str
    """The name of the queue for interruption events; an empty text says that there is none. Not stated: unknown."""
    isolated_vpc: bool
    """The value of `settings.isolatedVPC`. Not stated: `true`, as the plan asks."""
    zonal_shift: bool
    """Whether `EnableZonalShift` is on. Not stated: no."""


class ManagedNodeGroupsOptions(TypedDict, total=False):
    """Options of `managed-node-groups`: managed node groups."""

    custom_ami: bool
    """Whether a launch template names an AMI of your own. Not stated: no."""


class MountpointS3CsiOptions(TypedDict, total=False):
    """Options of `mountpoint-s3-csi`: Mountpoint for Amazon S3 CSI driver."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    directory_buckets: bool
    """Whether directory buckets (S3 Express One Zone) are mounted. Not stated: no."""
    installation: Literal["add-on", "chart", "manifest"]
    """How the driver is installed. Not stated: as an EKS add-on."""


class NodeTerminationHandlerOptions(TypedDict, total=False):
    """Options of `node-termination-handler`: AWS Node Termination Handler."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    lifecycle_hooks: bool
    """Whether Auto Scaling lifecycle hooks are completed. Not stated: yes."""
    queue_mode: bool
    """Whether it reads a queue (queue processor) rather than instance metadata. Not stated: unknown."""


class PodIdentityOptions(TypedDict, total=False):
    """Options of `pod-identity`: EKS Pod Identity."""

    proxy: bool
    """Whether pods send requests through a proxy. Not stated: no."""


class SelfManagedNodesOptions(TypedDict, total=False):
    """Options of `self-managed-nodes`: self-managed nodes."""

    bootstrap_data: bool
    """Whether user data carries the API endpoint, the certificate authority and the service CIDR, as the plan asks. Not
    stated: yes.
    """


class SsmNodeAccessOptions(TypedDict, total=False):
    """Options of `ssm-node-access`: Session Manager access to nodes."""

    old_agent: bool
    """Whether agents older than 3.3.40.0 run. Not stated: no."""


class VpcCniOptions(TypedDict, total=False):
    """Options of `vpc-cni`: Amazon VPC CNI."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: from the role of the node."""
    network_policy_logs: bool
    """Whether network policy logs are sent to CloudWatch Logs. Not stated: no."""


class XrayOptions(TypedDict, total=False):
    """Options of `xray`: AWS X-Ray."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """


Features = TypedDict(
    "Features",
    {
        "access-entries": AccessEntriesOptions,  # access entries
        "alb-ingress-controller-v1": NoOptions,  # ALB Ingress Controller v1
        "app-mesh": AppMeshOptions,  # AWS App Mesh
        "aws-load-balancer-controller": AwsLoadBalancerControllerOptions,  # AWS Load Balancer Controller
        "cloudwatch-logs": CloudwatchLogsOptions,  # CloudWatch Logs from nodes and pods
        "cluster-autoscaler": ClusterAutoscalerOptions,  # Kubernetes Cluster Autoscaler
        "container-insights": ContainerInsightsOptions,  # CloudWatch Observability add-on
        "amazon-cloudwatch-observability": ContainerInsightsOptions,  # CloudWatch Observability add-on
        "coredns": NoOptions,  # CoreDNS
        "ebs-csi": EbsCsiOptions,  # Amazon EBS CSI driver
        "aws-ebs-csi-driver": EbsCsiOptions,  # Amazon EBS CSI driver
        "efs-csi": EfsCsiOptions,  # Amazon EFS CSI driver
        "aws-efs-csi-driver": EfsCsiOptions,  # Amazon EFS CSI driver
        "eks-api-from-vpc": EksApiFromVpcOptions,  # managing EKS from inside the VPC
        "eksctl": EksctlOptions,  # eksctl
        "fsx-lustre-csi": FsxLustreCsiOptions,  # Amazon FSx for Lustre CSI driver
        "aws-fsx-csi-driver": FsxLustreCsiOptions,  # Amazon FSx for Lustre CSI driver
        "guardduty-runtime-monitoring": GuarddutyRuntimeMonitoringOptions,  # GuardDuty Runtime Monitoring
        "aws-guardduty-agent": GuarddutyRuntimeMonitoringOptions,  # GuardDuty Runtime Monitoring
        "irsa": IrsaOptions,  # IAM roles for service accounts
        "karpenter": KarpenterOptions,  # Karpenter
        "kube-proxy": NoOptions,  # kube-proxy
        "managed-node-groups": ManagedNodeGroupsOptions,  # managed node groups
        "metrics-server": NoOptions,  # Kubernetes Metrics Server
        "mountpoint-s3-csi": MountpointS3CsiOptions,  # Mountpoint for Amazon S3 CSI driver
        "aws-mountpoint-s3-csi-driver": MountpointS3CsiOptions,  # Mountpoint for Amazon S3 CSI driver
        "node-monitoring-agent": NoOptions,  # EKS node monitoring agent
        "eks-node-monitoring-agent": NoOptions,  # EKS node monitoring agent
        "node-termination-handler": NodeTerminationHandlerOptions,  # AWS Node Termination Handler
        "oidc-provider-from-vpc": NoOptions,  # creating the IAM OIDC provider from inside the VPC
        "pod-identity": PodIdentityOptions,  # EKS Pod Identity
        "eks-pod-identity-agent": PodIdentityOptions,  # EKS Pod Identity
        "self-managed-nodes": SelfManagedNodesOptions,  # self-managed nodes
        "ssm-node-access": SsmNodeAccessOptions,  # Session Manager access to nodes
        "vpc-cni": VpcCniOptions,  # Amazon VPC CNI
        "xray": XrayOptions,  # AWS X-Ray
    },
    total=False,
)
"""The features of a wish by id, each with its options."""

FeatureId: TypeAlias = Literal[
    "access-entries",
    "alb-ingress-controller-v1",
    "app-mesh",
    "aws-load-balancer-controller",
    "cloudwatch-logs",
    "cluster-autoscaler",
    "container-insights",
    "amazon-cloudwatch-observability",
    "coredns",
    "ebs-csi",
    "aws-ebs-csi-driver",
    "efs-csi",
    "aws-efs-csi-driver",
    "eks-api-from-vpc",
    "eksctl",
    "fsx-lustre-csi",
    "aws-fsx-csi-driver",
    "guardduty-runtime-monitoring",
    "aws-guardduty-agent",
    "irsa",
    "karpenter",
    "kube-proxy",
    "managed-node-groups",
    "metrics-server",
    "mountpoint-s3-csi",
    "aws-mountpoint-s3-csi-driver",
    "node-monitoring-agent",
    "eks-node-monitoring-agent",
    "node-termination-handler",
    "oidc-provider-from-vpc",
    "pod-identity",
    "eks-pod-identity-agent",
    "self-managed-nodes",
    "ssm-node-access",
    "vpc-cni",
    "xray",
]
"""An id, for the short form: a list of ids without options."""
