//! The sources that were read: what each is, where it lies, which revision was read and when.

use crate::day::Day;
use crate::knowledge::claim::Cite;

/// A source that was read.
pub(crate) struct SourceRow {
    /// The id, such as `user-guide-2025`.
    pub(crate) id: &'static str,
    /// The title.
    pub(crate) title: &'static str,
    /// The address.
    pub(crate) url: &'static str,
    /// The commit or version that was read, where there is one.
    pub(crate) revision: Option<&'static str>,
    /// The day on which it was read.
    pub(crate) read: Day,
}

impl SourceRow {
    /// A cite of a place in it.
    pub(crate) const fn cite(&self, section: &'static str) -> Cite {
        Cite { source: self.id, title: self.title, section, url: self.url, revision: self.revision, read: self.read }
    }
}

/// The day of the reading in which every source below was read that names no other.
const READ: Day = Day::new(2026, 11, 22);

const fn read(other: &[Day]) -> Day {
    match other {
        [day, ..] => *day,
        [] => READ,
    }
}

macro_rules! sources {
    ($($name:ident = $id:literal, $title:literal, $url:literal, $revision:expr $(, $read:expr)?;)*) => {
        $( pub(crate) static $name: SourceRow =
            SourceRow { id: $id, title: $title, url: $url, revision: $revision, read: read(&[$($read)?]) }; )*

        /// Every source, in order of id.
        #[cfg(test)]
        pub(crate) static SOURCES: &[&SourceRow] = &[$(&$name),*];
    };
}

sources! {
    ACM_ACME_GUIDE = "acm-acme-guide", "AWS Certificate Manager User Guide: ACME endpoints with AWS PrivateLink",
        "https://docs.aws.amazon.com/acm/latest/userguide/acm-acme-privatelink.html", None;
    EKS_AMI = "amazon-eks-ami", "Amazon EKS AMI build specification",
        "https://github.com/awslabs/amazon-eks-ami", Some("81fec2e8");
    VPC_CNI_REPOSITORY = "amazon-vpc-cni-k8s", "Amazon VPC CNI plugin for Kubernetes",
        "https://github.com/aws/amazon-vpc-cni-k8s", Some("b52188387");
    APP_MESH_END = "app-mesh-end-of-support", "AWS App Mesh User Guide, end-of-support notice",
        "https://docs.amazonaws.cn/en_us/app-mesh/latest/userguide/tooling.md", None;
    LATTICE_CONTROLLER = "aws-application-networking-k8s", "AWS Gateway API Controller",
        "https://github.com/aws/aws-application-networking-k8s", Some("03d6abec");
    AWS_CDK = "aws-cdk-lib", "AWS CDK library, interface endpoint services",
        "https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts", Some("2.276.0");
    EBS_DRIVER = "aws-ebs-csi-driver", "Amazon EBS CSI driver",
        "https://github.com/kubernetes-sigs/aws-ebs-csi-driver", Some("429e202e");
    EFS_DRIVER = "aws-efs-csi-driver", "Amazon EFS CSI driver",
        "https://github.com/kubernetes-sigs/aws-efs-csi-driver", Some("a4fc6760");
    FSX_DRIVER = "aws-fsx-csi-driver", "Amazon FSx for Lustre CSI driver",
        "https://github.com/kubernetes-sigs/aws-fsx-csi-driver", Some("5b227125");
    LOAD_BALANCER_CONTROLLER = "aws-load-balancer-controller", "AWS Load Balancer Controller",
        "https://github.com/kubernetes-sigs/aws-load-balancer-controller", Some("225f44568");
    TERMINATION_HANDLER = "aws-node-termination-handler", "AWS Node Termination Handler",
        "https://github.com/aws/aws-node-termination-handler", Some("62a8761");
    BOTOCORE = "botocore", "botocore, partitions and endpoint rule sets",
        "https://github.com/boto/botocore", Some("1.44.5");
    BOTTLEROCKET = "bottlerocket", "Bottlerocket",
        "https://github.com/bottlerocket-os/bottlerocket", Some("91632ff5");
    CERT_MANAGER_CODE = "cert-manager", "cert-manager chart",
        "https://github.com/cert-manager/cert-manager/blob/2d0d7f7f7/deploy/charts/cert-manager/values.yaml", Some("2d0d7f7f7");
    CLUSTER_AUTOSCALER_README = "cluster-autoscaler-readme", "Cluster Autoscaler on AWS",
        "https://github.com/kubernetes/autoscaler/blob/55c37cd5eb/cluster-autoscaler/cloudprovider/aws/README.md", Some("55c37cd5eb");
    CLUSTER_ENDPOINT = "cluster-endpoint", "Amazon EKS User Guide: cluster API server endpoint",
        "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html", None;
    CNI_IPV6 = "cni-ipv6", "Amazon EKS User Guide: IPv6 addresses to clusters, pods and services",
        "https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html", None, Day::new(2026, 11, 24);
    CONTAINER_INSIGHTS_GUIDE = "container-insights-guide", "Amazon CloudWatch User Guide: Container Insights on Amazon EKS",
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-setup-EKS-addon.html", None;
    CONTROL_PLANE_EGRESS_PAGE = "control-plane-egress", "Amazon EKS User Guide: control plane egress",
        "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-egress.html", None;
    EC2_API = "ec2-api-reference", "Amazon EC2 API Reference",
        "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptionsSpecification.html", None, Day::new(2026, 11, 24);
    ECR_GUIDE = "ecr-user-guide", "Amazon ECR User Guide: interface VPC endpoints (newest text)",
        "https://docs.amazonaws.cn/AmazonECR/latest/userguide/vpc-endpoints.html", None;
    ECR_GUIDE_2022 = "ecr-user-guide-2022", "Amazon ECR User Guide: interface VPC endpoints",
        "https://github.com/awsdocs/amazon-ecr-user-guide/blob/1e8d7c3/doc_source/vpc-endpoints.md", Some("1e8d7c3");
    EKS_API = "eks-api-reference", "Amazon EKS API Reference",
        "https://docs.aws.amazon.com/eks/latest/APIReference/API_ActivateCertificateAuthority.html", None, Day::new(2026, 11, 24);
    BEST_PRACTICES = "eks-best-practices", "Amazon EKS Best Practices Guide",
        "https://github.com/aws/aws-eks-best-practices", Some("dc0243a");
    EKS_CHARTS = "eks-charts", "Amazon EKS Helm charts",
        "https://github.com/aws/eks-charts", Some("5239609");
    FARGATE_GROUPS = "eks-fargate-security-groups", "AWS re:Post: security groups of pods on AWS Fargate",
        "https://repost.aws/knowledge-center/eks-configure-fargate-pod-security-group", None, Day::new(2026, 11, 24);
    PROXY_ARTICLE = "eks-http-proxy", "AWS re:Post: HTTP proxy of Amazon EKS nodes",
        "https://repost.aws/knowledge-center/eks-http-proxy-configuration-automation", None, Day::new(2026, 11, 24);
    EKS_HYBRID = "eks-hybrid", "Amazon EKS Hybrid Nodes tools",
        "https://github.com/aws/eks-hybrid", Some("e5f42ca4");
    EKSCTL_CODE = "eksctl", "eksctl: fully private clusters",
        "https://github.com/eksctl-io/eksctl", Some("99984adb6");
    EMR_IMAGES = "emr-on-eks-images", "Amazon EMR on EKS Development Guide: base image URIs",
        "https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/docker-custom-images-tag.html", None, Day::new(2026, 11, 24);
    EXTERNAL_DNS_CODE = "external-dns", "ExternalDNS",
        "https://github.com/kubernetes-sigs/external-dns", Some("2bf1bf8af");
    GUARDDUTY_GUIDE = "guardduty-guide", "Amazon GuardDuty User Guide: Runtime Monitoring on Amazon EKS",
        "https://docs.aws.amazon.com/guardduty/latest/ug/eksrunmon-prereq-deploy-security-agent.html", None;
    HYBRID_OVERVIEW = "hybrid-nodes-overview", "Amazon EKS User Guide: EKS Hybrid Nodes overview (a public copy, undated)",
        "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-overview.html", None, Day::new(2026, 11, 24);
    ACCESS_ARTICLE = "iam-restrict-access", "AWS re:Post: access by region, source address or VPC",
        "https://repost.aws/knowledge-center/iam-restrict-access-policy", None, Day::new(2026, 11, 24);
    IAM_GUIDE = "iam-user-guide", "IAM User Guide: interface VPC endpoint",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam_vpc_endpoint_create.html", None;
    KARPENTER_DOCS = "karpenter", "Karpenter provider for AWS",
        "https://github.com/aws/karpenter-provider-aws", Some("1d927085d");
    KUBERNETES_VERSIONS = "kubernetes-versions-extended", "Amazon EKS User Guide: Kubernetes versions on extended support",
        "https://docs.aws.amazon.com/en_en/eks/latest/userguide/kubernetes-versions-extended.html", None, Day::new(2026, 11, 24);
    MARKETPLACE_GUIDE = "marketplace-seller-guide", "AWS Marketplace seller guide: metering of container products",
        "https://docs.aws.amazon.com/marketplace/latest/userguide/container-metering-meterusage.html", None;
    MOUNTPOINT_DRIVER = "mountpoint-s3-csi-driver", "Mountpoint for Amazon S3 CSI driver",
        "https://github.com/awslabs/mountpoint-s3-csi-driver", Some("57c6bed");
    MULTI_VPC_PAPER = "multi-vpc-whitepaper", "AWS whitepaper: multi-VPC network infrastructure, centralized access to private endpoints",
        "https://docs.aws.amazon.com/ja_jp/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html", None, Day::new(2026, 11, 24);
    OIDC_NEWS = "oidc-endpoint-news", "What's New: Amazon EKS OIDC endpoint with AWS PrivateLink",
        "https://aws.amazon.com/about-aws/whats-new/2026/07/amazon-eks-oidc-endpoint-privatelink", None;
    PRICE_LIST_NEWS = "price-list-news", "What's New: AWS Price List API with AWS PrivateLink",
        "https://aws.amazon.com/cn/about-aws/whats-new/2025/02/aws-price-list-api-privatelink", None;
    PRIVATE_CLUSTERS = "private-clusters", "Amazon EKS User Guide: private clusters (a copy, later than February 2025)",
        "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html", None;
    PRIVATE_CLUSTERS_2020 = "private-clusters-2020", "Amazon EKS User Guide: private clusters (2020-06-17)",
        "https://github.com/awsdocs/amazon-eks-user-guide/blob/9777ee24/doc_source/private-clusters.md", Some("9777ee24");
    PRIVATE_CLUSTERS_2025 = "private-clusters-2025", "Amazon EKS User Guide: private clusters (2025-02-12, in a public copy)",
        "https://github.com/nambinayagan/amazon-eks-user-guide/blob/1f0f1b6b/latest/ug/clusters/private-clusters.adoc", Some("6d7be178");
    PRIVATELINK = "privatelink-guide", "AWS PrivateLink guide",
        "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html", None;
    ROUTE53_PROFILES = "route53-profiles", "Amazon Route 53 Developer Guide: interface endpoints in a Profile",
        "https://docs.amazonaws.cn/en_us/Route53/latest/DeveloperGuide/profile-associate-vpc-endpoints.html", None, Day::new(2026, 11, 24);
    S3_EXPRESS = "s3-express-guide", "Amazon S3 User Guide: networking for directory buckets",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-az-networking.html", None;
    SECRETS_STORE_PROVIDER = "secrets-store-csi-driver-provider-aws", "AWS provider of the Secrets Store CSI driver, pull request 110",
        "https://github.com/aws/secrets-store-csi-driver-provider-aws/pull/110", None;
    SSM_AGENT_NOTE = "ssm-agent-note", "Classmethod: ec2messages is no longer required (quotes the AWS Systems Manager User Guide)",
        "https://dev.classmethod.jp/articles/vpcendpoint-ec2messages-not-required", None;
    STS_POLICIES = "sts-endpoint-policies", "IAM User Guide: endpoint policies for AWS STS",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_policies.html", None, Day::new(2026, 11, 24);
    TERRAFORM_EKS = "terraform-aws-eks", "Terraform module for Amazon EKS: node group rules",
        "https://github.com/terraform-aws-modules/terraform-aws-eks/blob/bef29c4d/node_groups.tf", Some("bef29c4d");
    TERRAFORM_BLUEPRINTS = "terraform-aws-eks-blueprints", "Amazon EKS Blueprints for Terraform: fully private cluster",
        "https://github.com/aws-ia/terraform-aws-eks-blueprints/tree/98d0eb406/patterns/fully-private-cluster", Some("98d0eb406");
    TERRAFORM_AWS = "terraform-provider-aws", "Terraform provider for AWS: acceptance test of a cross-region endpoint",
        "https://github.com/hashicorp/terraform-provider-aws", None;
    USER_GUIDE_2025 = "user-guide-2025", "Amazon EKS User Guide, February 2025 (a public copy)",
        "https://github.com/nambinayagan/amazon-eks-user-guide", Some("1f0f1b6b");
    USER_GUIDE_HISTORY = "user-guide-history", "Amazon EKS User Guide, history of the private clusters page",
        "https://github.com/awsdocs/amazon-eks-user-guide", None;
    VPC_INTERFACE_ENDPOINTS = "vpc-interface-endpoints", "Amazon EKS User Guide: interface endpoints (as a note of a third party of 2026-09-03 quotes it)",
        "https://docs.aws.amazon.com/eks/latest/userguide/vpc-interface-endpoints.html", None;
}
