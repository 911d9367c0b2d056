//! The edition of 2020-06-17, the first that was published: the English original of the Japanese page that this project
//! began with.

use crate::day::Day;
use crate::knowledge::edition::StatementKind::{Consideration, Endpoint, Procedure, Requirement};
use crate::knowledge::edition::{EditionRow, HELD, Printed, StatementRow};
use crate::knowledge::rows::{
    app_mesh, autoscaling, base, block_and_nfs, file_systems, identity, load_balancing, node_groups, nodes,
    observability, termination, tools, traces_and_runtime, vpc, windows_and_fargate,
};
use crate::knowledge::source::PRIVATE_CLUSTERS_2020;

pub(super) static EDITION: EditionRow = EditionRow {
    printed: Printed::On(Day::new(2020, 6, 17)),
    title: "Private clusters, as first published",
    cite: (&PRIVATE_CLUSTERS_2020, "whole page"),
    note: "",
    statements: STATEMENTS,
};

static STATEMENTS: &[StatementRow] = &[
    StatementRow {
        id: "images-in-private-registry",
        kind: Requirement,
        says: "images must lie in Amazon ECR or in a registry inside the VPC before nodes can pull them",
        claims: &[&base::BASE_IMAGES_PRIVATE],
        ..HELD
    },
    StatementRow {
        id: "private-endpoint-access",
        kind: Requirement,
        says: "the private endpoint of the API server must be on for nodes to register; the public one may be on or \
            off",
        claims: &[&base::BASE_PRIVATE_ENDPOINT_ACCESS, &base::BASE_PUBLIC_ACCESS_OPTIONAL],
        ..HELD
    },
    StatementRow {
        id: "vpc-endpoints",
        kind: Requirement,
        says: "some clusters need VPC endpoints from the list of this edition",
        claims: &[
            &base::BASE_NEEDS_ECR_API,
            &base::BASE_NEEDS_ECR_DKR,
            &base::BASE_NEEDS_S3,
            &base::BASE_NODES_NEED_EC2,
        ],
        note: "later editions are stricter: an endpoint for every AWS service that nodes and pods call",
        ..HELD
    },
    StatementRow {
        id: "bootstrap-arguments",
        kind: Requirement,
        says: "user data of self-managed nodes must pass the endpoint and the certificate authority of the cluster, \
            so that nodes need no access to the EKS API",
        condition: "nodes are self-managed",
        claims: &[&nodes::AL2_BOOTSTRAP_ARGUMENTS],
        note: "these arguments are of Amazon Linux 2; Amazon Linux 2023 takes a NodeConfig with four fields instead",
        ..HELD
    },
    StatementRow {
        id: "aws-auth-from-inside",
        kind: Requirement,
        says: "the aws-auth ConfigMap must be made from inside the VPC",
        claims: &[&base::BASE_AWS_AUTH_FROM_INSIDE],
        note: "access entries, since 2023-12-18, are made through the EKS API instead",
        ..HELD
    },
    StatementRow {
        id: "eksctl",
        kind: Consideration,
        says: "eksctl cannot be used for private clusters",
        claims: &[&tools::EKSCTL_UNSUPPORTED],
        ..HELD
    },
    StatementRow {
        id: "xray",
        kind: Consideration,
        says: "AWS X-Ray cannot be used in private clusters",
        claims: &[&traces_and_runtime::XRAY_UNSUPPORTED],
        ..HELD
    },
    StatementRow {
        id: "cloudwatch-logs",
        kind: Consideration,
        says: "CloudWatch Logs can be used, through its endpoint",
        claims: &[&observability::CLOUDWATCH_LOGS_SUPPORTED, &observability::CLOUDWATCH_LOGS_NEEDS_LOGS],
        ..HELD
    },
    StatementRow {
        id: "nodes",
        kind: Consideration,
        says: "self-managed nodes and managed node groups can be used, and their instances must reach the endpoints",
        claims: &[
            &node_groups::SELF_MANAGED_NODES_SUPPORTED,
            &node_groups::MANAGED_NODE_GROUPS_SUPPORTED,
            &vpc::BASE_ENDPOINT_SECURITY_GROUP,
        ],
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
        id: "irsa",
        kind: Consideration,
        says: "IAM roles for service accounts can be used, with an STS endpoint",
        claims: &[&identity::IRSA_SUPPORTED, &identity::IRSA_NEEDS_STS],
        ..HELD
    },
    StatementRow {
        id: "ebs-csi",
        kind: Consideration,
        says: "the Amazon EBS CSI driver can be used; its kustomization file must first name images of the region \
            of the cluster",
        claims: &[&block_and_nfs::EBS_CSI_SUPPORTED, &block_and_nfs::EBS_CSI_KUSTOMIZATION_2020],
        ..HELD
    },
    StatementRow {
        id: "efs-csi",
        kind: Consideration,
        says: "the Amazon EFS CSI driver can be used; its kustomization file must first name images of the region \
            of the cluster",
        claims: &[&block_and_nfs::EFS_CSI_SUPPORTED, &block_and_nfs::EFS_CSI_KUSTOMIZATION_2020],
        ..HELD
    },
    StatementRow {
        id: "fsx-lustre-csi",
        kind: Consideration,
        says: "the Amazon FSx for Lustre CSI driver cannot be used",
        claims: &[&file_systems::FSX_LUSTRE_CSI_UNSUPPORTED],
        ..HELD
    },
    StatementRow {
        id: "alb-ingress-controller",
        kind: Consideration,
        says: "the ALB Ingress Controller does not work in private clusters",
        claims: &[&load_balancing::ALB_INGRESS_CONTROLLER_V1_UNSUPPORTED],
        ..HELD
    },
    StatementRow {
        id: "fargate",
        kind: Consideration,
        says: "AWS Fargate can be used, with an STS endpoint",
        claims: &[&windows_and_fargate::FARGATE_SUPPORTED, &windows_and_fargate::FARGATE_NEEDS_STS],
        note: "the Japanese translation of this edition says that Fargate is not supported: a slip, since it asks \
            for the STS endpoint in the next sentence, and no edition in English ever said so",
        ..HELD
    },
    StatementRow {
        id: "fargate-ingress",
        kind: Consideration,
        says: "on Fargate the ingress controller must be one of a third party, since the ALB Ingress Controller \
            does not work and Classic and Network Load Balancers could not send traffic to pods there",
        condition: "pods on Fargate take traffic from outside the cluster",
        claims: &[
            &windows_and_fargate::FARGATE_THIRD_PARTY_INGRESS,
            &load_balancing::ALB_INGRESS_CONTROLLER_V1_UNSUPPORTED,
        ],
        ..HELD
    },
    StatementRow {
        id: "app-mesh",
        kind: Consideration,
        says: "App Mesh can be used, with the endpoint for Envoy",
        claims: &[&app_mesh::APP_MESH_SUPPORTED, &app_mesh::APP_MESH_NEEDS_ENVOY_MANAGEMENT],
        ..HELD
    },
    StatementRow {
        id: "app-mesh-injector",
        kind: Consideration,
        says: "the App Mesh sidecar injector can be used",
        claims: &[&app_mesh::APP_MESH_INJECTOR_SUPPORTED],
        ..HELD
    },
    StatementRow {
        id: "app-mesh-controller",
        kind: Consideration,
        says: "the App Mesh controller cannot be used",
        claims: &[&app_mesh::APP_MESH_CONTROLLER_UNSUPPORTED],
        note: "charts of the controller later documented private clusters",
        ..HELD
    },
    StatementRow {
        id: "copy-images",
        kind: Consideration,
        says: "images of public registries such as Docker Hub cannot be pulled; they are copied to Amazon ECR, \
            which also works from outside the VPC, or to another registry that the VPC reaches",
        claims: &[&base::BASE_COPY_IMAGES, &base::BASE_IMAGES_PRIVATE],
        ..HELD
    },
    StatementRow {
        id: "copy-tools",
        kind: Consideration,
        says: "the workstation that copies needs Docker and the AWS CLI",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-1-create-repository",
        kind: Procedure,
        says: "make a repository in Amazon ECR",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-2-pull",
        kind: Procedure,
        says: "pull the image from its public registry with Docker",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-3-tag",
        kind: Procedure,
        says: "tag the image with the ECR registry, the repository and, if wanted, a tag",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-4-authenticate",
        kind: Procedure,
        says: "log Docker in to the registry",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-5-push",
        kind: Procedure,
        says: "push the image to Amazon ECR, and let the resources name it where it now lies",
        claims: &[&base::BASE_COPY_STEPS],
        ..HELD
    },
    StatementRow {
        id: "copy-example",
        kind: Procedure,
        says: "an example copies the Node Termination Handler v1.3.1 from Docker Hub",
        claims: &[&termination::NODE_TERMINATION_HANDLER_DOCKER_HUB],
        held: false,
        note: "the example pulls the image with a tag but tags it without one, so that its `docker tag` finds no \
            image; name the tag in both",
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
        claims: &[&base::BASE_NEEDS_ECR_API],
        ..HELD
    },
    StatementRow {
        id: "endpoint-ecr-dkr",
        kind: Endpoint,
        says: "an endpoint for ecr.dkr",
        claims: &[&base::BASE_NEEDS_ECR_DKR],
        ..HELD
    },
    StatementRow {
        id: "endpoint-s3",
        kind: Endpoint,
        says: "an endpoint for s3",
        condition: "images are pulled",
        claims: &[&base::BASE_NEEDS_S3],
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
        condition: "AWS Fargate or IAM roles for service accounts are used",
        claims: &[&identity::IRSA_NEEDS_STS, &windows_and_fargate::FARGATE_NEEDS_STS],
        note: "AWS no longer ties STS to Fargate since 2021-09-07",
        ..HELD
    },
    StatementRow {
        id: "endpoint-elasticloadbalancing",
        kind: Endpoint,
        says: "an endpoint for elasticloadbalancing",
        condition: "Application Load Balancers are used",
        claims: &[&load_balancing::AWS_LOAD_BALANCER_CONTROLLER_NEEDS_ELASTICLOADBALANCING],
        note: "the only controller of its day did not work in private clusters; the AWS Load Balancer Controller \
            does",
        ..HELD
    },
    StatementRow {
        id: "endpoint-autoscaling",
        kind: Endpoint,
        says: "an endpoint for autoscaling",
        condition: "the Cluster Autoscaler is used",
        claims: &[&autoscaling::CLUSTER_AUTOSCALER_NEEDS_AUTOSCALING],
        ..HELD
    },
    StatementRow {
        id: "endpoint-appmesh-envoy-management",
        kind: Endpoint,
        says: "an endpoint for appmesh-envoy-management",
        condition: "App Mesh is used",
        claims: &[&app_mesh::APP_MESH_NEEDS_ENVOY_MANAGEMENT],
        ..HELD
    },
];
