"""How callers write features and their options.

Written by `cargo xtask generate` from the table of operations; do not edit.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict


class NoOptions(TypedDict):
    """The options of a feature that has none: `{}`."""


class AccessEntriesOptions(TypedDict, total=False):
    """Options of `access-entries`: access entries."""

    from_inside: bool
    """Whether it is done from inside the VPC. Not stated: no."""


class AdotAmpOptions(TypedDict, total=False):
    """Options of `adot-amp`: Prometheus metrics to Amazon Managed Service for Prometheus."""

    cloudwatch_export: bool
    """Whether logs or metrics are exported to CloudWatch Logs. Not stated: unknown."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    grafana: bool
    """Whether a private Amazon Managed Grafana workspace is used from inside the VPC. Not stated: unknown."""
    traces: bool
    """Whether traces are sent to X-Ray. Not stated: unknown."""
    workspace_management: bool
    """Whether workspaces are managed from inside the VPC. Not stated: unknown."""


class AppMeshOptions(TypedDict, total=False):
    """Options of `app-mesh`: AWS App Mesh."""

    controller: bool
    """Whether the App Mesh controller is used, beside the sidecar injector. Not stated: no."""


class AutoModeOptions(TypedDict, total=False):
    """Options of `auto-mode`: EKS Auto Mode."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """


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
    installation: Literal["chart", "manifest"]
    """How the controller is installed. Not stated: with its chart."""
    tagging_api: bool
    """Whether the feature gate `EnableRGTAPI` is on. Not stated: no."""


class CertManagerOptions(TypedDict, total=False):
    """Options of `cert-manager`: cert-manager."""

    acm_acme_issuer: bool
    """Whether an ACME issuer is backed by AWS Certificate Manager. Not stated: unknown."""
    acm_acme_management: bool
    """Whether ACME endpoints of AWS Certificate Manager are managed from inside the VPC. Not stated: no."""
    dns01_solver: bool
    """Whether a DNS01 solver writes to Amazon Route 53. Not stated: unknown."""
    private_ca_issuer: bool
    """Whether an issuer uses AWS Private CA. Not stated: unknown."""


class CloudwatchLogsOptions(TypedDict, total=False):
    """Options of `cloudwatch-logs`: CloudWatch Logs from nodes and pods."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    output: Literal["cloudwatch", "firehose", "kinesis", "s3"]
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
    tag_lookups: bool
    """Whether the agent looks up tags or volumes through the EC2 API. Not stated: unknown."""
    traces: bool
    """Whether traces are sent to X-Ray. Not stated: unknown."""


class ControlPlaneEgressOptions(TypedDict, total=False):
    """Options of `control-plane-egress`: control plane egress mode."""

    external_issuer: bool
    """Whether the API server trusts an OIDC issuer of another EKS cluster. Not stated: unknown."""


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


class EcrPublicOptions(TypedDict, total=False):
    """Options of `ecr-public`: images of Amazon ECR Public."""

    calls_api: bool
    """Whether its API is called from inside the VPC. Not stated: no."""


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

    describes_network: bool
    """Whether Terraform or another tool looks up network objects from inside the VPC. Not stated: unknown."""
    manage_iam: bool
    """Whether roles and providers of IAM are managed from inside as well. Not stated: no."""


class EksctlOptions(TypedDict, total=False):
    """Options of `eksctl`: eksctl."""

    autoscaling_endpoint: bool
    """Whether `additionalEndpointServices` lists `autoscaling`. Not stated: no."""
    cloud_watch_logging: bool
    """Whether CloudWatch logging is on in the configuration. Not stated: no."""
    from_inside: bool
    """Whether it is done from inside the VPC. Not stated: no."""


class EmrOnEksOptions(TypedDict, total=False):
    """Options of `emr-on-eks`: Amazon EMR on EKS."""

    cloudwatch_monitoring: bool
    """Whether jobs write their logs to CloudWatch Logs. Not stated: unknown."""
    submits_jobs: bool
    """Whether jobs are submitted from inside the VPC. Not stated: unknown."""


class ExternalDnsOptions(TypedDict, total=False):
    """Options of `external-dns`: ExternalDNS."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    provider: Literal["aws", "aws-sd"]
    """Where records are written: Amazon Route 53 or AWS Cloud Map. Not stated: to Amazon Route 53."""


class ExternalSecretsOptions(TypedDict, total=False):
    """Options of `external-secrets`: External Secrets Operator."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    parameter_store: bool
    """Whether objects are read from Parameter Store. Not stated: unknown."""
    secrets_manager: bool
    """Whether objects are read from AWS Secrets Manager. Not stated: unknown."""


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


class FsxOpenzfsOntapOptions(TypedDict, total=False):
    """Options of `fsx-openzfs-ontap`: FSx for OpenZFS and FSx for NetApp ONTAP drivers."""

    calls_api: bool
    """Whether its API is called from inside the VPC. Not stated: unknown."""


class GpuEfaPluginsOptions(TypedDict, total=False):
    """Options of `gpu-efa-plugins`: device plugins of NVIDIA, Neuron and EFA."""

    efa: bool
    """Whether the EFA device plugin is installed. Not stated: unknown."""
    neuron: bool
    """Whether the Neuron device plugin is installed. Not stated: unknown."""
    nvidia: bool
    """Whether the NVIDIA device plugin is installed. Not stated: unknown."""


class GuarddutyRuntimeMonitoringOptions(TypedDict, total=False):
    """Options of `guardduty-runtime-monitoring`: GuardDuty Runtime Monitoring."""

    automated_agent: bool
    """Whether GuardDuty manages its agent and the endpoint itself. Not stated: unknown."""
    calls_api: bool
    """Whether its API is called from inside the VPC. Not stated: no."""


class HybridNodesOptions(TypedDict, total=False):
    """Options of `hybrid-nodes`: EKS Hybrid Nodes."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    install: bool
    """Whether nodes are installed over this network, which asks the EKS API. Not stated: yes."""
    provider: Literal["iam-roles-anywhere", "ssm"]
    """Where hybrid nodes get their credentials. Not stated: unknown."""


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
    eks_control_plane: bool
    """Whether `settings.eksControlPlane` is `true`. Not stated: no."""
    instance_role: bool
    """Whether an `EC2NodeClass` names `spec.role` rather than `spec.instanceProfile`. Not stated: no, as the plan asks.
    """
    interruption_queue: str
    """The name of the queue for interruption events; an empty text says that there is none. Not stated: unknown."""
    isolated_vpc: bool
    """The value of `settings.isolatedVPC`. Not stated: `true`, as the plan asks."""
    zonal_shift: bool
    """Whether `EnableZonalShift` is on. Not stated: no."""


class KedaOptions(TypedDict, total=False):
    """Options of `keda`: KEDA with scalers of AWS."""

    cloudwatch_scaler: bool
    """Whether a scaler reads CloudWatch metrics. Not stated: unknown."""
    kinesis_scaler: bool
    """Whether a scaler reads Kinesis streams. Not stated: unknown."""
    sqs_scaler: bool
    """Whether a scaler reads SQS queues. Not stated: unknown."""


class ManagedNodeGroupsOptions(TypedDict, total=False):
    """Options of `managed-node-groups`: managed node groups."""

    assumes_roles: bool
    """Whether nodes or pods assume roles beyond what other features of the wish do. Not stated: no."""
    custom_ami: bool
    """Whether a launch template names an AMI of your own. Not stated: no."""


class MetricsServerOptions(TypedDict, total=False):
    """Options of `metrics-server`: Kubernetes Metrics Server."""

    installation: Literal["add-on", "chart", "manifest"]
    """How the Metrics Server is installed. Not stated: as an EKS add-on."""


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


class NetworkFlowMonitorOptions(TypedDict, total=False):
    """Options of `network-flow-monitor`: Network Flow Monitor agent."""

    calls_api: bool
    """Whether its API is called from inside the VPC. Not stated: unknown."""


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


class OwnWorkloadsOptions(TypedDict, total=False):
    """Options of `own-workloads`: workloads of your own that call AWS."""

    bedrock_runtime: bool
    """Whether workloads call Amazon Bedrock. Not stated: no."""
    cloudfront: bool
    """Whether workloads call Amazon CloudFront. Not stated: no."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    dynamodb: bool
    """Whether workloads call Amazon DynamoDB. Not stated: no."""
    events: bool
    """Whether workloads call Amazon EventBridge. Not stated: no."""
    iam: bool
    """Whether workloads call the IAM API. Not stated: no."""
    lambda_: bool
    """Whether workloads call AWS Lambda. Not stated: no."""
    s3_tables: bool
    """Whether workloads call Amazon S3 Tables. Not stated: no."""
    sagemaker_api: bool
    """Whether workloads call the SageMaker API. Not stated: no."""
    sagemaker_runtime: bool
    """Whether workloads call SageMaker endpoints for inference. Not stated: no."""
    sns: bool
    """Whether workloads call Amazon SNS. Not stated: no."""
    sqs: bool
    """Whether workloads call Amazon SQS. Not stated: no."""


class PodIdentityOptions(TypedDict, total=False):
    """Options of `pod-identity`: EKS Pod Identity."""

    proxy: bool
    """Whether pods send requests through a proxy. Not stated: no."""


class SecretsStoreCsiAscpOptions(TypedDict, total=False):
    """Options of `secrets-store-csi-ascp`: Secrets Store CSI driver with the AWS provider."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    parameter_store: bool
    """Whether objects are read from Parameter Store. Not stated: unknown."""
    secrets_manager: bool
    """Whether objects are read from AWS Secrets Manager. Not stated: unknown."""


class SelfManagedNodesOptions(TypedDict, total=False):
    """Options of `self-managed-nodes`: self-managed nodes."""

    bootstrap_data: bool
    """Whether user data carries the API endpoint, the certificate authority and the service CIDR, as the plan asks. Not
    stated: yes.
    """


class SsmNodeAccessOptions(TypedDict, total=False):
    """Options of `ssm-node-access`: Session Manager access to nodes."""

    cloudwatch_session_logs: bool
    """Whether session logs go to CloudWatch Logs. Not stated: no."""
    old_agent: bool
    """Whether agents older than 3.3.40.0 run. Not stated: no."""
    s3_session_logs: bool
    """Whether session logs go to Amazon S3. Not stated: no."""
    session_key: bool
    """Whether sessions are encrypted with a key of your own. Not stated: no."""


class VeleroOptions(TypedDict, total=False):
    """Options of `velero`: Velero."""

    client_keys: bool
    """Whether it uses keys of AWS KMS itself. Not stated: unknown."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    snapshots: bool
    """Whether snapshots of EBS volumes are made. Not stated: unknown."""


class VpcCniOptions(TypedDict, total=False):
    """Options of `vpc-cni`: Amazon VPC CNI."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: from the role of the node."""
    metrics_helper: bool
    """Whether `cni-metrics-helper` runs. Not stated: no."""
    network_policy_logs: bool
    """Whether network policy logs are sent to CloudWatch Logs. Not stated: no."""


class VpcLatticeControllerOptions(TypedDict, total=False):
    """Options of `vpc-lattice-controller`: AWS Gateway API Controller for VPC Lattice."""

    certificate_discovery: bool
    """Whether certificates are found by host name instead of being named. Not stated: no."""
    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """
    tagging_service: bool
    """Whether the tagging API stays in use. Not stated: no."""


class XrayOptions(TypedDict, total=False):
    """Options of `xray`: AWS X-Ray."""

    credentials: Literal["irsa", "node-role", "pod-identity"]
    """How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown when
    it uses neither.
    """


class ZonalShiftOptions(TypedDict, total=False):
    """Options of `zonal-shift`: zonal shift of EKS."""

    in_cluster_caller: bool
    """Whether something in the cluster calls the zonal shift API. Not stated: no."""


Features = TypedDict(
    "Features",
    {
        "access-entries": AccessEntriesOptions,  # access entries
        "adot-amp": AdotAmpOptions,  # Prometheus metrics to Amazon Managed Service for Prometheus
        "alb-ingress-controller-v1": NoOptions,  # ALB Ingress Controller v1
        "app-mesh": AppMeshOptions,  # AWS App Mesh
        "auto-mode": AutoModeOptions,  # EKS Auto Mode
        "aws-load-balancer-controller": AwsLoadBalancerControllerOptions,  # AWS Load Balancer Controller
        "cert-manager": CertManagerOptions,  # cert-manager
        "cloudwatch-logs": CloudwatchLogsOptions,  # CloudWatch Logs from nodes and pods
        "cluster-autoscaler": ClusterAutoscalerOptions,  # Kubernetes Cluster Autoscaler
        "console-resource-view": NoOptions,  # the view of Kubernetes resources in the AWS console
        "container-insights": ContainerInsightsOptions,  # CloudWatch Observability add-on
        "amazon-cloudwatch-observability": ContainerInsightsOptions,  # CloudWatch Observability add-on
        "control-plane-egress": ControlPlaneEgressOptions,  # control plane egress mode
        "control-plane-logging": NoOptions,  # control plane logs in CloudWatch
        "coredns": NoOptions,  # CoreDNS
        "ebs-csi": EbsCsiOptions,  # Amazon EBS CSI driver
        "aws-ebs-csi-driver": EbsCsiOptions,  # Amazon EBS CSI driver
        "ebs-direct-apis": NoOptions,  # EBS direct APIs
        "ecr-public": EcrPublicOptions,  # images of Amazon ECR Public
        "ecr-pull-through-cache": NoOptions,  # pull-through cache of Amazon ECR
        "efs-csi": EfsCsiOptions,  # Amazon EFS CSI driver
        "aws-efs-csi-driver": EfsCsiOptions,  # Amazon EFS CSI driver
        "eks-api-from-vpc": EksApiFromVpcOptions,  # managing EKS from inside the VPC
        "eks-capabilities": NoOptions,  # EKS Capabilities
        "eksctl": EksctlOptions,  # eksctl
        "emr-on-eks": EmrOnEksOptions,  # Amazon EMR on EKS
        "external-dns": ExternalDnsOptions,  # ExternalDNS
        "external-secrets": ExternalSecretsOptions,  # External Secrets Operator
        "fsx-lustre-csi": FsxLustreCsiOptions,  # Amazon FSx for Lustre CSI driver
        "aws-fsx-csi-driver": FsxLustreCsiOptions,  # Amazon FSx for Lustre CSI driver
        "fsx-openzfs-ontap": FsxOpenzfsOntapOptions,  # FSx for OpenZFS and FSx for NetApp ONTAP drivers
        "gpu-efa-plugins": GpuEfaPluginsOptions,  # device plugins of NVIDIA, Neuron and EFA
        "guardduty-runtime-monitoring": GuarddutyRuntimeMonitoringOptions,  # GuardDuty Runtime Monitoring
        "aws-guardduty-agent": GuarddutyRuntimeMonitoringOptions,  # GuardDuty Runtime Monitoring
        "hybrid-nodes": HybridNodesOptions,  # EKS Hybrid Nodes
        "irsa": IrsaOptions,  # IAM roles for service accounts
        "karpenter": KarpenterOptions,  # Karpenter
        "keda": KedaOptions,  # KEDA with scalers of AWS
        "kube-proxy": NoOptions,  # kube-proxy
        "managed-node-groups": ManagedNodeGroupsOptions,  # managed node groups
        "marketplace-metering": NoOptions,  # metered containers of AWS Marketplace
        "metrics-server": MetricsServerOptions,  # Kubernetes Metrics Server
        "mountpoint-s3-csi": MountpointS3CsiOptions,  # Mountpoint for Amazon S3 CSI driver
        "aws-mountpoint-s3-csi-driver": MountpointS3CsiOptions,  # Mountpoint for Amazon S3 CSI driver
        "network-flow-monitor": NetworkFlowMonitorOptions,  # Network Flow Monitor agent
        "node-monitoring-agent": NoOptions,  # EKS node monitoring agent
        "eks-node-monitoring-agent": NoOptions,  # EKS node monitoring agent
        "node-termination-handler": NodeTerminationHandlerOptions,  # AWS Node Termination Handler
        "oidc-provider-from-vpc": NoOptions,  # creating the IAM OIDC provider from inside the VPC
        "outposts-local-cluster": NoOptions,  # local cluster on AWS Outposts
        "own-workloads": OwnWorkloadsOptions,  # workloads of your own that call AWS
        "pod-identity": PodIdentityOptions,  # EKS Pod Identity
        "eks-pod-identity-agent": PodIdentityOptions,  # EKS Pod Identity
        "pods-calling-kms": NoOptions,  # pods that call AWS KMS
        "s3-files": NoOptions,  # Amazon S3 Files through the Amazon EFS CSI driver
        "secrets-envelope-encryption": NoOptions,  # envelope encryption of Kubernetes secrets
        "secrets-store-csi-ascp": SecretsStoreCsiAscpOptions,  # Secrets Store CSI driver with the AWS provider
        "self-managed-nodes": SelfManagedNodesOptions,  # self-managed nodes
        "ssm-node-access": SsmNodeAccessOptions,  # Session Manager access to nodes
        "velero": VeleroOptions,  # Velero
        "vertical-pod-autoscaler": NoOptions,  # Vertical Pod Autoscaler
        "vpc-cni": VpcCniOptions,  # Amazon VPC CNI
        "vpc-lattice-controller": VpcLatticeControllerOptions,  # AWS Gateway API Controller for VPC Lattice
        "xray": XrayOptions,  # AWS X-Ray
        "zonal-shift": ZonalShiftOptions,  # zonal shift of EKS
    },
    total=False,
)
"""The features of a wish by id, each with its options."""

FeatureId: TypeAlias = Literal[
    "access-entries",
    "adot-amp",
    "alb-ingress-controller-v1",
    "app-mesh",
    "auto-mode",
    "aws-load-balancer-controller",
    "cert-manager",
    "cloudwatch-logs",
    "cluster-autoscaler",
    "console-resource-view",
    "container-insights",
    "amazon-cloudwatch-observability",
    "control-plane-egress",
    "control-plane-logging",
    "coredns",
    "ebs-csi",
    "aws-ebs-csi-driver",
    "ebs-direct-apis",
    "ecr-public",
    "ecr-pull-through-cache",
    "efs-csi",
    "aws-efs-csi-driver",
    "eks-api-from-vpc",
    "eks-capabilities",
    "eksctl",
    "emr-on-eks",
    "external-dns",
    "external-secrets",
    "fsx-lustre-csi",
    "aws-fsx-csi-driver",
    "fsx-openzfs-ontap",
    "gpu-efa-plugins",
    "guardduty-runtime-monitoring",
    "aws-guardduty-agent",
    "hybrid-nodes",
    "irsa",
    "karpenter",
    "keda",
    "kube-proxy",
    "managed-node-groups",
    "marketplace-metering",
    "metrics-server",
    "mountpoint-s3-csi",
    "aws-mountpoint-s3-csi-driver",
    "network-flow-monitor",
    "node-monitoring-agent",
    "eks-node-monitoring-agent",
    "node-termination-handler",
    "oidc-provider-from-vpc",
    "outposts-local-cluster",
    "own-workloads",
    "pod-identity",
    "eks-pod-identity-agent",
    "pods-calling-kms",
    "s3-files",
    "secrets-envelope-encryption",
    "secrets-store-csi-ascp",
    "self-managed-nodes",
    "ssm-node-access",
    "velero",
    "vertical-pod-autoscaler",
    "vpc-cni",
    "vpc-lattice-controller",
    "xray",
    "zonal-shift",
]
"""An id, for the short form: a list of ids without options."""
