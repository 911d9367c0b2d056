//! Lays the rows of AWS's page beside the editions that replay it. The rows are written out here from the page and its
//! history, in a few words and in the order of the page; the statements of an edition must answer to them one by one.

use std::collections::BTreeSet;

use private_eks::{Day, DiffAnswer, DiffRequest, EditionAnswer, KnowledgeRequest, StatementAnswer, diff, knowledge};

const SEED: &str = "2020-06-17";

/// A row of the page: the ids of the statements that replay it, words that they must say together, the condition that
/// the page put, whether it was right then, and words that a note must have.
struct Row {
    ids: &'static [&'static str],
    says: &'static [&'static str],
    condition: &'static str,
    held: bool,
    note: &'static str,
}

const fn row(ids: &'static [&'static str], says: &'static [&'static str]) -> Row {
    Row { ids, says, condition: "", held: true, note: "" }
}

const fn endpoint(ids: &'static [&'static str], service: &'static [&'static str], condition: &'static str) -> Row {
    Row { ids, says: service, condition, held: true, note: "" }
}

/// The page of 2020-06-17: five requirements, the considerations, the copying of images, nine rows of endpoints.
const FIRST: &[Row] = &[
    row(&["images-in-private-registry"], &["images", "ECR", "registry inside the VPC"]),
    row(&["private-endpoint-access"], &["private endpoint", "must be on", "public one may be on"]),
    row(&["vpc-endpoints"], &["some clusters", "VPC endpoints"]),
    Row {
        condition: "self-managed",
        ..row(&["bootstrap-arguments"], &["endpoint", "certificate authority", "EKS API"])
    },
    row(&["aws-auth-from-inside"], &["aws-auth", "inside the VPC"]),
    row(&["eksctl"], &["eksctl", "cannot"]),
    row(&["xray"], &["X-Ray", "cannot"]),
    row(&["cloudwatch-logs"], &["CloudWatch Logs", "endpoint"]),
    row(&["nodes"], &["self-managed", "managed node groups", "must reach the endpoints"]),
    Row {
        condition: "managed node groups",
        ..row(&["managed-node-groups-security-group"], &["CIDR", "security group"])
    },
    row(&["irsa"], &["IAM roles for service accounts", "STS endpoint"]),
    row(&["ebs-csi"], &["EBS CSI", "kustomization", "region"]),
    row(&["efs-csi"], &["EFS CSI", "kustomization", "region"]),
    row(&["fsx-lustre-csi"], &["FSx for Lustre", "cannot"]),
    row(&["alb-ingress-controller"], &["ALB Ingress Controller", "does not work"]),
    // The Japanese page says that Fargate is not supported and asks for its endpoint in the next sentence; the English
    // original says that it is.
    Row { note: "slip", ..row(&["fargate"], &["Fargate can be used", "STS endpoint"]) },
    Row { condition: "Fargate", ..row(&["fargate-ingress"], &["third party"]) },
    row(&["app-mesh"], &["App Mesh can be used", "Envoy"]),
    row(&["app-mesh-injector"], &["injector can be used"]),
    row(&["app-mesh-controller"], &["controller cannot"]),
    row(&["copy-images"], &["Docker Hub", "cannot be pulled", "copied to Amazon ECR"]),
    row(&["copy-tools"], &["Docker", "AWS CLI"]),
    row(&["copy-1-create-repository"], &["make a repository"]),
    row(&["copy-2-pull"], &["pull"]),
    row(&["copy-3-tag"], &["tag", "registry", "repository"]),
    row(&["copy-4-authenticate"], &["log Docker in"]),
    row(&["copy-5-push"], &["push"]),
    // It pulls `:v1.3.1-linux-amd64` and then tags the name without a tag, which Docker takes for `:latest`.
    Row { held: false, note: "tags it without one", ..row(&["copy-example"], &["Node Termination Handler v1.3.1"]) },
    endpoint(&["endpoint-ec2"], &["ec2"], ""),
    endpoint(&["endpoint-ecr-api"], &["ecr.api"], ""),
    endpoint(&["endpoint-ecr-dkr"], &["ecr.dkr"], ""),
    endpoint(&["endpoint-s3"], &["s3"], "images are pulled"),
    endpoint(&["endpoint-logs"], &["logs"], "CloudWatch Logs"),
    endpoint(&["endpoint-sts"], &["sts"], "AWS Fargate or IAM roles for service accounts"),
    endpoint(&["endpoint-elasticloadbalancing"], &["elasticloadbalancing"], "Application Load Balancers"),
    endpoint(&["endpoint-autoscaling"], &["autoscaling"], "Cluster Autoscaler"),
    endpoint(&["endpoint-appmesh-envoy-management"], &["appmesh-envoy-management"], "App Mesh"),
];

/// The restructured page: cluster, nodes, pods, the table of endpoints, what works and what does not. What is not right
/// is what other sources of AWS contradict.
const NEWEST: &[Row] = &[
    row(&["images-in-private-registry"], &["images", "registry in the VPC", "ECR"]),
    row(&["private-endpoint-access"], &["private endpoint", "must be on", "public one may be on"]),
    Row {
        condition: "self-managed",
        held: false,
        note: "`cidr`",
        ..row(&["bootstrap-arguments"], &["NodeConfig", "name"])
    },
    Row {
        condition: "self-managed",
        held: false,
        note: "nowhere",
        ..row(&["bootstrap-script-link"], &["bootstrap script"])
    },
    Row { condition: "Windows", ..row(&["bootstrap-arguments-windows"], &["Windows", "certificate authority"]) },
    Row { condition: "Windows", ..row(&["windows-service-cidr"], &["service CIDR"]) },
    Row { note: "access entries", ..row(&["aws-auth-from-inside"], &["aws-auth", "inside the VPC"]) },
    row(&["irsa"], &["IAM roles for service accounts", "STS endpoint"]),
    Row { condition: "IAM roles", ..row(&["regional-sts"], &["global name of STS", "name of the region"]) },
    row(&["pod-identity"], &["EKS Pod Identity", "EKS Auth"]),
    row(&["vpc-endpoints"], &["every AWS service that pods call"]),
    row(&["private-dns"], &["private DNS"]),
    endpoint(&["endpoint-ec2"], &["ec2"], ""),
    endpoint(
        &["endpoint-ecr-api", "endpoint-ecr-dkr", "endpoint-s3"],
        &["ecr.api", "ecr.dkr", "s3"],
        "images are pulled",
    ),
    endpoint(&["endpoint-elasticloadbalancing"], &["elasticloadbalancing"], "Application or Network Load Balancers"),
    endpoint(&["endpoint-xray"], &["xray"], "optional"),
    endpoint(&["endpoint-logs"], &["logs"], "CloudWatch Logs"),
    endpoint(&["endpoint-sts"], &["sts"], "IAM roles for service accounts"),
    endpoint(&["endpoint-eks-auth"], &["eks-auth"], "EKS Pod Identity"),
    endpoint(&["endpoint-eks"], &["eks"], ""),
    endpoint(&["endpoint-ssm"], &["ssm"], "optional"),
    Row { condition: "self-managed", ..row(&["nodes"], &["subnets", "endpoints"]) },
    Row {
        condition: "managed node groups",
        ..row(&["managed-node-groups-security-group"], &["CIDR", "security group"])
    },
    Row { condition: "EFS", held: false, note: "add-on", ..row(&["efs-csi"], &["EFS CSI", "kustomization"]) },
    Row { held: false, note: "Route 53", ..row(&["external-dns"], &["Route 53 has no endpoint", "external-dns"]) },
    Row { condition: "AMI", ..row(&["ec2-node-name"], &["ec2", "DNS name"]) },
    row(&["load-balancer-controller"], &["Load Balancer Controller", "Shield", "WAFv2"]),
    Row {
        condition: "Load Balancer Controller",
        held: false,
        note: "acm",
        ..row(&["certificate-discovery"], &["host name", "Certificate Manager has no interface endpoint"])
    },
    Row { condition: "Fargate", ..row(&["fargate-ip-targets"], &["IP targets"]) },
    row(&["cluster-autoscaler"], &["static list", "STS", "Auto Scaling"]),
    Row { held: false, note: "metering-marketplace", ..row(&["marketplace-metering"], &["metering", "cannot"]) },
];

fn edition(day: &str) -> EditionAnswer {
    let request = KnowledgeRequest { edition: Some(Day::parse(day).unwrap()), ..KnowledgeRequest::default() };
    knowledge(&request).unwrap().edition.unwrap()
}

fn beside(edition: &EditionAnswer, page: &[Row]) {
    let ours: Vec<_> = edition.statements.iter().map(|statement| statement.id.as_str()).collect();
    let rows: Vec<_> = page.iter().flat_map(|row| row.ids).copied().collect();
    assert_eq!(ours, rows, "the statements of {} are not the rows of the page, in their order", edition.day);
    let find = |id: &&str| edition.statements.iter().find(|statement| statement.id == *id).unwrap();
    for row in page {
        let statements: Vec<&StatementAnswer> = row.ids.iter().map(find).collect();
        let said: Vec<_> = statements.iter().map(|statement| statement.says.as_str()).collect();
        let said = said.join(" ");
        for part in row.says {
            assert!(said.contains(part), "{:?} does not say `{part}`: {said}", row.ids);
        }
        for statement in statements {
            assert_eq!(statement.condition.is_empty(), row.condition.is_empty(), "{}", statement.id);
            assert!(statement.condition.contains(row.condition), "{}: {}", statement.id, statement.condition);
            assert_eq!(statement.held, row.held, "{}", statement.id);
            assert!(statement.note.contains(row.note), "{}: {}", statement.id, statement.note);
            assert!(!statement.claims.is_empty(), "{} rests on nothing", statement.id);
        }
    }
}

#[test]
fn the_first_edition_is_the_page_row_by_row() {
    let edition = edition(SEED);
    assert!(!edition.undated);
    beside(&edition, FIRST);
    assert_eq!(FIRST.iter().filter(|row| row.ids[0].starts_with("endpoint-")).count(), 9);
}

#[test]
fn the_newest_edition_is_the_page_row_by_row() {
    let days = knowledge(&KnowledgeRequest::default()).unwrap().editions;
    let edition = edition(&days.last().unwrap().to_string());
    assert!(edition.undated, "the copy that was read has no date");
    assert_eq!(edition.after, Some(Day::parse("2025-02-12").unwrap()));
    beside(&edition, NEWEST);
    // Whoever says that AWS's page is wrong names the claims, and so the sources, that say so.
    for statement in edition.statements.iter().filter(|statement| !statement.held) {
        assert!(!statement.contradicted_by.is_empty(), "{} is wrong by nobody's word", statement.id);
    }
}

fn between(earlier: &str, later: &str) -> DiffAnswer {
    let day = |text| Day::parse(text).unwrap();
    diff(&DiffRequest { earlier: day(earlier), later: Some(day(later)) }).unwrap()
}

/// What holds for any two days, whatever the rows: the later truth is the earlier one, less what ended, and what began.
#[test]
fn a_diff_leads_from_one_day_to_the_other() {
    let truth = |day: &str| -> BTreeSet<String> {
        let request = KnowledgeRequest { as_of: Some(Day::parse(day).unwrap()), ..KnowledgeRequest::default() };
        knowledge(&request).unwrap().claims.into_iter().map(|claim| claim.id).collect()
    };
    let days = ["2019-12-31", "2020-06-17", "2020-10-23", "2021-09-07", "2024-02-05", "2025-02-12", "2026-11-22"];
    for (at, earlier) in days.iter().enumerate() {
        for later in &days[at + 1..] {
            let answer = between(earlier, later);
            let mut then = truth(earlier);
            for row in &answer.ended {
                assert!(then.remove(&row.claim.id), "{} was not true on {earlier}", row.claim.id);
            }
            for claim in &answer.became_true {
                assert!(then.insert(claim.id.clone()), "{} was true on {earlier} already", claim.id);
            }
            assert_eq!(then, truth(later), "{earlier} to {later}");
            for row in &answer.came_and_went {
                assert!(!truth(earlier).contains(&row.claim.id) && !truth(later).contains(&row.claim.id));
            }
        }
    }
}

/// Every statement of both pages is told, but those that stand word for word in both and are still right.
#[test]
fn a_diff_tells_every_statement_that_differs() {
    let (earlier, later) = (edition(SEED), edition("2026-11-22"));
    let told = between(SEED, "2026-11-22").statements;
    let ids: BTreeSet<_> = told.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), told.len());
    for statement in earlier.statements.iter().chain(&later.statements) {
        let find = |edition: &EditionAnswer| edition.statements.iter().find(|row| row.id == statement.id).cloned();
        let same = match (find(&earlier), find(&later)) {
            (Some(one), Some(other)) => {
                let claims = |row: &StatementAnswer| row.claims.iter().cloned().collect::<BTreeSet<_>>();
                one.says == other.says
                    && one.condition == other.condition
                    && claims(&one) == claims(&other)
                    && one.held == other.held
            }
            _ => false,
        };
        assert_eq!(ids.contains(statement.id.as_str()), !same, "{}", statement.id);
    }
    assert!(told.iter().all(|row| !row.because.is_empty()));
}
