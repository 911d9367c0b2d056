//! The newest edition that could be read in whole: restructured into requirements of the cluster, of nodes and of pods,
//! with a NodeConfig in place of the arguments of Amazon Linux 2. The copy has no date.

use crate::day::Day;
use crate::knowledge::edition::StatementKind::{Consideration, Endpoint};
use crate::knowledge::edition::{EditionRow, HELD, Printed, StatementRow};
use crate::knowledge::rows::{
    autoscaling, base, block_and_nfs, conflicts, identity, lattice_and_dns, load_balancing, load_balancing_settings,
    marketplace_and_emr, node_groups, nodes, observability, tools, traces_and_runtime, vpc, windows_and_fargate,
    workloads,
};
use crate::knowledge::source::PRIVATE_CLUSTERS;

pub(super) static EDITION: EditionRow = EditionRow {
    printed: Printed::Undated { after: Day::new(2025, 2, 12), read: Day::new(2026, 11, 22) },
    title: "Deploy private clusters with limited internet access, restructured",
    cite: (&PRIVATE_CLUSTERS, "whole page"),
    note: "the copy that was read is undated and later than 2025-02-12; of a newer text only the beginning could be read, \
        which adds that egress of the control plane has a page of its own",
    statements: STATEMENTS,
};

static STATEMENTS: &[StatementRow] = &[
    StatementRow {
        id: "images-in-private-registry",
        says: "images must be pulled from a registry in the VPC; Amazon ECR can be one, and images are copied to it",
        claims: &[&base::BASE_IMAGES_PRIVATE],
        note: "images of EKS add-ons lie in the registry that EKS keeps in each region, and need no copy",
        ..HELD
    },
    StatementRow {
        id: "private-endpoint-access",
        says: "the private endpoint of the API server must be on for nodes to register; the public one may be on or \
            off",
        claims: &[&base::BASE_PRIVATE_ENDPOINT_ACCESS, &base::BASE_PUBLIC_ACCESS_OPTIONAL],
        ..HELD
    },
    StatementRow {
        id: "bootstrap-arguments",
        says: "a NodeConfig for self-managed Linux nodes must give the name, the endpoint and the certificate authority \
            of the cluster, so that nodes need no access to the EKS API",
        condition: "nodes are self-managed",
        claims: &[&nodes::AL2023_SUPPORTED],
        against: &[&nodes::AL2023_NODE_CONFIG],
        held: false,
        note: "a fourth field is missing: nodeadm rejects a NodeConfig without `cidr`, the service CIDR",
        ..HELD
    },
    StatementRow {
        id: "bootstrap-script-link",
        says: "further arguments are found in the bootstrap script of Amazon Linux 2 in the repository of the EKS AMIs",
        condition: "nodes are self-managed",
        claims: &[&nodes::AL2_BOOTSTRAP_ARGUMENTS],
        against: &[&nodes::AL2_BOOTSTRAP_SCRIPT_GONE, &nodes::AL2_ENDED],
        held: false,
        note: "the link leads nowhere, and no image of Amazon Linux 2 has been published since 2025-11-26",
        ..HELD
    },
    StatementRow {
        id: "bootstrap-arguments-windows",
        says: "self-managed Windows nodes must be given the endpoint and the certificate authority of the cluster",
        condition: "Windows nodes are self-managed",
        claims: &[&windows_and_fargate::WINDOWS_BOOTSTRAP_ARGUMENTS],
        ..HELD
    },
    StatementRow {
        id: "windows-service-cidr",
        says: "a service CIDR of your own must be passed to Windows nodes, or names do not resolve in pods there",
        condition: "Windows nodes are used and the service CIDR is your own",
        claims: &[&windows_and_fargate::WINDOWS_SERVICE_CIDR],
        ..HELD
    },
    StatementRow {
        id: "aws-auth-from-inside",
        says: "the aws-auth ConfigMap must be made from inside the VPC; eksctl can add entries to it",
        claims: &[&base::BASE_AWS_AUTH_FROM_INSIDE],
        note: "only where the authentication mode includes the ConfigMap; access entries are made through the EKS API",
        ..HELD
    },
    StatementRow {
        id: "irsa",
        says: "IAM roles for service accounts can be used, with an STS endpoint",
        claims: &[&identity::IRSA_SUPPORTED, &identity::IRSA_NEEDS_STS],
        ..HELD
    },
    StatementRow {
        id: "regional-sts",
        says: "SDKs of the first generation mostly ask the global name of STS, which the endpoint does not serve, and \
            may have to be told to use the name of the region",
        condition: "IAM roles for service accounts are used",
        claims: &[&identity::IRSA_REGIONAL_STS],
        ..HELD
    },
    StatementRow {
        id: "pod-identity",
        says: "EKS Pod Identity can be used, with an EKS Auth endpoint",
        claims: &[&identity::POD_IDENTITY_SUPPORTED, &identity::POD_IDENTITY_NEEDS_EKS_AUTH],
        ..HELD
    },
    StatementRow {
        id: "vpc-endpoints",
        says: "the subnets must have an interface endpoint for every AWS service that pods call",
        claims: &[&workloads::WORKLOADS_NEED_ENDPOINTS],
        ..HELD
    },
    StatementRow {
        id: "private-dns",
        says: "private DNS names of the endpoints should be on, so that workloads keep the ordinary names",
        claims: &[&vpc::BASE_ENDPOINT_PRIVATE_DNS],
        ..HELD
    },
    StatementRow {
        id: "endpoint-ec2",
        kind: Endpoint,
        says: "an endpoint for ec2",
        claims: &[&base::BASE_NODES_NEED_EC2],
        ..HELD
    },
    StatementRow {
        id: "endpoint-ecr-api",
        kind: Endpoint,
        says: "an endpoint for ecr.api",
        condition: "images are pulled from Amazon ECR",
        claims: &[&base::BASE_NEEDS_ECR_API],
        ..HELD
    },
    StatementRow {
        id: "endpoint-ecr-dkr",
        kind: Endpoint,
        says: "an endpoint for ecr.dkr",
        condition: "images are pulled from Amazon ECR",
        claims: &[&base::BASE_NEEDS_ECR_DKR],
        ..HELD
    },
    StatementRow {
        id: "endpoint-s3",
        kind: Endpoint,
        says: "an endpoint for s3",
        condition: "images are pulled from Amazon ECR",
        claims: &[&base::BASE_NEEDS_S3],
        ..HELD
    },
    StatementRow {
        id: "endpoint-elasticloadbalancing",
        kind: Endpoint,
        says: "an endpoint for elasticloadbalancing",
        condition: "Application or Network Load Balancers are used",
        claims: &[&load_balancing::AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ELASTICLOADBALANCING],
        ..HELD
    },
    StatementRow {
        id: "endpoint-xray",
        kind: Endpoint,
        says: "an endpoint for xray",
        condition: "AWS X-Ray is used; the row calls it optional",
        claims: &[&traces_and_runtime::XRAY_NEEDS_XRAY],
        ..HELD
    },
    StatementRow {
        id: "endpoint-logs",
        kind: Endpoint,
        says: "an endpoint for logs",
        condition: "CloudWatch Logs is used",
        claims: &[&observability::CLOUDWATCH_LOGS_NEEDS_LOGS],
        ..HELD
    },
    StatementRow {
        id: "endpoint-sts",
        kind: Endpoint,
        says: "an endpoint for sts",
        condition: "IAM roles for service accounts are used",
        claims: &[&identity::IRSA_NEEDS_STS],
        ..HELD
    },
    StatementRow {
        id: "endpoint-eks-auth",
        kind: Endpoint,
        says: "an endpoint for eks-auth",
        condition: "EKS Pod Identity is used",
        claims: &[&identity::POD_IDENTITY_NEEDS_EKS_AUTH],
        ..HELD
    },
    StatementRow {
        id: "endpoint-eks",
        kind: Endpoint,
        says: "an endpoint for eks",
        claims: &[&tools::EKS_API_FROM_VPC_NEEDS_EKS],
        note: "the row puts no condition; only what calls the EKS API from inside the VPC needs it",
        ..HELD
    },
    StatementRow {
        id: "endpoint-ssm",
        kind: Endpoint,
        says: "an endpoint for ssm",
        condition: "AWS Systems Manager is used; the row calls it optional",
        claims: &[&node_groups::SSM_NODE_ACCESS_NEEDS_SSM],
        note: "Session Manager needs ssmmessages as well, which the table does not have",
        ..HELD
    },
    StatementRow {
        id: "nodes",
        kind: Consideration,
        says: "self-managed nodes must run in subnets that have the endpoints that they need",
        condition: "nodes are self-managed",
        claims: &[&node_groups::SELF_MANAGED_NODES_SUPPORTED, &vpc::BASE_ENDPOINT_SECURITY_GROUP],
        ..HELD
    },
    StatementRow {
        id: "managed-node-groups-security-group",
        kind: Consideration,
        says: "for a managed node group the security group of the endpoints must admit the CIDR of the subnets, or \
            the security group of the nodes must be added to it",
        condition: "managed node groups are used",
        claims: &[&node_groups::MANAGED_NODE_GROUPS_ENDPOINT_SECURITY_GROUP],
        ..HELD
    },
    StatementRow {
        id: "efs-csi",
        kind: Consideration,
        says: "the Amazon EFS CSI driver can be used; its kustomization file must first name images of the region \
            of the cluster",
        condition: "pods use Amazon EFS volumes",
        claims: &[&block_and_nfs::EFS_CSI_SUPPORTED, &block_and_nfs::EFS_CSI_KUSTOMIZATION_2020],
        against: &[&block_and_nfs::EFS_CSI_KUSTOMIZATION],
        held: false,
        note: "only the ecr overlay of the manifest names images of one region; as an EKS add-on nothing is edited",
    },
    StatementRow {
        id: "external-dns",
        kind: Consideration,
        says: "Route 53 has no endpoint, so that external-dns cannot manage records from a private cluster",
        claims: &[&lattice_and_dns::EXTERNAL_DNS_UNSUPPORTED],
        against: &[&lattice_and_dns::EXTERNAL_DNS_LIMITED],
        held: false,
        note: "the list of endpoint services has one of Route 53, in us-east-1 and reached across regions",
        ..HELD
    },
    StatementRow {
        id: "ec2-node-name",
        kind: Consideration,
        says: "nodes with an EKS-optimized AMI need the ec2 endpoint, through which they learn their DNS name, unless \
            the name is set by hand",
        condition: "nodes run an EKS-optimized AMI",
        claims: &[&base::BASE_NODES_NEED_EC2],
        ..HELD
    },
    StatementRow {
        id: "load-balancer-controller",
        kind: Consideration,
        says: "the AWS Load Balancer Controller makes Application and Network Load Balancers; its flags for Shield, \
            WAF and WAFv2 should be off",
        claims: &[
            &load_balancing::AWS_LOAD_BALANCER_CONTROLLER_SUPPORTED,
            &load_balancing_settings::AWS_LOAD_BALANCER_CONTROLLER_SHIELD,
            &load_balancing_settings::AWS_LOAD_BALANCER_CONTROLLER_WAF,
            &load_balancing_settings::AWS_LOAD_BALANCER_CONTROLLER_WAFV2,
        ],
        ..HELD
    },
    StatementRow {
        id: "certificate-discovery",
        kind: Consideration,
        says: "certificates cannot be discovered by host name, since AWS Certificate Manager has no interface endpoint",
        condition: "the AWS Load Balancer Controller is used",
        claims: &[&load_balancing_settings::AWS_LOAD_BALANCER_CONTROLLER_CERTIFICATE_ARN],
        against: &[
            &conflicts::AWS_LOAD_BALANCER_CONTROLLER_ACM_DOUBTED,
            &load_balancing::AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ACM,
        ],
        held: false,
        note: "the lists of endpoint services have acm; with its endpoint certificates are discovered",
    },
    StatementRow {
        id: "fargate-ip-targets",
        kind: Consideration,
        says: "AWS Fargate needs Network Load Balancers with IP targets, which the controller makes",
        condition: "AWS Fargate is used",
        claims: &[&windows_and_fargate::FARGATE_IP_TARGETS],
        ..HELD
    },
    StatementRow {
        id: "cluster-autoscaler",
        kind: Consideration,
        says: "the Cluster Autoscaler can be used with its static list of instance types and with endpoints for STS \
            and Auto Scaling",
        claims: &[
            &autoscaling::CLUSTER_AUTOSCALER_SUPPORTED,
            &autoscaling::CLUSTER_AUTOSCALER_STATIC_INSTANCE_LIST,
            &autoscaling::CLUSTER_AUTOSCALER_NEEDS_STS,
            &autoscaling::CLUSTER_AUTOSCALER_NEEDS_AUTOSCALING,
        ],
        ..HELD
    },
    StatementRow {
        id: "marketplace-metering",
        kind: Consideration,
        says: "containers that report to the metering service of AWS Marketplace cannot be used",
        claims: &[&marketplace_and_emr::MARKETPLACE_METERING_UNSUPPORTED],
        against: &[&marketplace_and_emr::MARKETPLACE_METERING_LIMITED],
        held: false,
        note: "the list of endpoint services has metering-marketplace",
        ..HELD
    },
];
