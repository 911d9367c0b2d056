//! What is to be done to let nodes and people in, each step with the place from where it can be done.

use serde_json::{Map, Value, json};

use super::answer::{
    Access, AccessCall, AccessFrom, AccessNote, AccessStep, AwsAuth, PlannedAccessPolicy, PlannedEntry,
};
use super::spec::AccessRequest;
use crate::error::Error;
use crate::knowledge::{AuthenticationMode, Confidence, Index, USER_GUIDE};
use crate::shell;
use crate::text::{plain, shown};

/// The whole answer.
pub(super) fn answer(
    request: &AccessRequest,
    partition: &str,
    entries: Vec<PlannedEntry>,
    aws_auth: Option<AwsAuth>,
    made_by_eks: Vec<String>,
) -> Result<Access, Error> {
    let mut steps = Vec::new();
    for entry in &entries {
        steps.push(create(request, entry));
        steps.extend(entry.policies.iter().map(|policy| associate(request, entry, policy)));
    }
    if let Some(auth) = aws_auth.as_ref().filter(|auth| auth.changed) {
        steps.push(write(request, auth));
    }
    let notes = notes(request, partition, &entries, aws_auth.as_ref(), &made_by_eks)?;
    let mut access = Access {
        authentication_mode: request.authentication_mode,
        entries,
        aws_auth,
        made_by_eks,
        steps,
        notes,
        text: String::new(),
    };
    access.text = text(request, &access);
    Ok(access)
}

fn call(request: &AccessRequest, operation: &str, parameters: Value, description: String) -> AccessStep {
    let parameters = match parameters {
        Value::Object(parameters) => parameters,
        _ => Map::new(),
    };
    let command = shell::aws("eks", operation, &parameters, &request.region);
    AccessStep {
        description,
        from: AccessFrom::EksApi,
        call: Some(AccessCall { service: "eks".to_owned(), operation: operation.to_owned(), parameters }),
        command,
    }
}

fn create(request: &AccessRequest, entry: &PlannedEntry) -> AccessStep {
    let mut parameters = json!({
        "clusterName": request.cluster, "principalArn": entry.principal_arn, "type": entry.entry_type,
    });
    let groups = (!entry.kubernetes_groups.is_empty()).then(|| json!(entry.kubernetes_groups));
    let stated = [("kubernetesGroups", groups), ("username", entry.username.as_ref().map(|name| json!(name)))];
    if let Some(object) = parameters.as_object_mut() {
        object.extend(stated.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    }
    let words = format!("make an access entry of type {} for {}", entry.entry_type, shown(&entry.principal_arn));
    call(request, "CreateAccessEntry", parameters, words)
}

fn associate(request: &AccessRequest, entry: &PlannedEntry, policy: &PlannedAccessPolicy) -> AccessStep {
    let scope = if policy.namespaces.is_empty() {
        json!({ "type": "cluster" })
    } else {
        json!({ "type": "namespace", "namespaces": policy.namespaces })
    };
    let parameters = json!({
        "clusterName": request.cluster, "principalArn": entry.principal_arn, "policyArn": policy.policy_arn,
        "accessScope": scope,
    });
    let name = policy.policy_arn.rsplit('/').next().unwrap_or_default();
    let words = format!("give {} the policy {name}", shown(&entry.principal_arn));
    call(request, "AssociateAccessPolicy", parameters, words)
}

/// What is there is replaced as it was read: with its resource version, so that a change made meanwhile is refused.
fn write(request: &AccessRequest, auth: &AwsAuth) -> AccessStep {
    let (verb, words) = if request.aws_auth.is_some() {
        (
            "replace",
            format!("replace the aws-auth ConfigMap: {} new, {} extended", auth.added.len(), auth.extended.len()),
        )
    } else {
        ("create", "make the aws-auth ConfigMap; where there is one this fails, and nothing of it is lost".to_owned())
    };
    AccessStep {
        description: words,
        from: AccessFrom::InsideVpc,
        call: None,
        command: format!("printf %s {} | kubectl {verb} --filename -", shell::quote(&auth.text)),
    }
}

fn notes(
    request: &AccessRequest,
    partition: &str,
    entries: &[PlannedEntry],
    aws_auth: Option<&AwsAuth>,
    made_by_eks: &[String],
) -> Result<Vec<AccessNote>, Error> {
    let mut notes = Vec::new();
    let index = Index::of_rows()?;
    let of_claim = |id: &str| {
        let claim = index.claims().find(|claim| claim.id == id)?;
        Some(AccessNote { says: claim.statement.to_owned(), confidence: claim.confidence, cites: claim.cites() })
    };
    let mut note = |says: &str, confidence, section: &'static str| {
        notes.push(AccessNote { says: says.to_owned(), confidence, cites: vec![USER_GUIDE.cite(section)] });
    };
    let mode = request.authentication_mode;
    if aws_auth.is_some() {
        note(
            "the ConfigMap takes ARNs of roles without their path: with it they never match",
            Confidence::Read,
            "creating-access-entries",
        );
        if request.aws_auth.is_none() {
            note(
                "whether the cluster has an aws-auth ConfigMap is not known: read it with `kubectl get configmap aws-auth \
                 --namespace kube-system --output yaml` and give it, so that it is merged",
                Confidence::Inferred,
                "auth-configmap",
            );
        }
    }
    if mode == AuthenticationMode::Api && request.aws_auth.is_some() {
        note("in the mode `API` EKS does not read the aws-auth ConfigMap", Confidence::Inferred, "grant-k8s-access");
    }
    if mode == AuthenticationMode::ApiAndConfigMap {
        note(
            "where a principal has both an access entry and a mapping, the entry counts",
            Confidence::Inferred,
            "grant-k8s-access",
        );
    }
    if entries.iter().any(|entry| entry.entry_type != "STANDARD") {
        note(
            "a role of nodes must be of the account of the cluster, and has one entry of one type, which cannot be changed",
            Confidence::Read,
            "creating-access-entries",
        );
    }
    if entries.iter().any(|entry| entry.entry_type == "EC2" && entry.policies.is_empty()) {
        note(
            "nodes that are named for their instance need an entry of type `EC2`, whose user name is the session",
            Confidence::Inferred,
            "creating-access-entries",
        );
    }
    if !made_by_eks.is_empty() {
        let says = "EKS lets in the roles of managed node groups and Fargate profiles by itself; do not take them out";
        note(says, Confidence::Read, "creating-access-entries");
    }
    if partition == "aws-cn" && !entries.is_empty() {
        note("policies of EKS have the partition `aws-cn` in their ARN", Confidence::Inferred, "access-policies");
    }
    if aws_auth.is_some() {
        notes.extend(of_claim("base-aws-auth-from-inside"));
    }
    if !entries.is_empty() {
        notes.extend(of_claim("access-entries-supported"));
    }
    Ok(notes)
}

fn text(request: &AccessRequest, access: &Access) -> String {
    let mut lines = vec![format!("access to {} in the mode {}", request.cluster, request.authentication_mode.as_str())];
    for (from, title) in [
        (AccessFrom::EksApi, "from wherever the EKS API is reached; nobody must stand in the VPC:"),
        (AccessFrom::InsideVpc, "from inside the VPC, where the private endpoint of the cluster is reached:"),
    ] {
        let steps: Vec<&AccessStep> = access.steps.iter().filter(|step| step.from == from).collect();
        if steps.is_empty() {
            continue;
        }
        lines.extend([String::new(), title.to_owned()]);
        for step in steps {
            lines.push(format!("  {}", step.description));
            lines.extend(step.command.lines().map(|line| format!("    {line}")));
        }
    }
    if access.steps.is_empty() {
        lines.extend([String::new(), "nothing is to be done".to_owned()]);
    }
    let found = access.aws_auth.iter().flat_map(|auth| auth.notes.iter().map(String::as_str));
    let notes: Vec<&str> = access
        .made_by_eks
        .iter()
        .map(String::as_str)
        .chain(found)
        .chain(access.notes.iter().map(|note| note.says.as_str()))
        .collect();
    if !notes.is_empty() {
        lines.extend([String::new(), "to know:".to_owned()]);
        lines.extend(notes.iter().map(|says| format!("  {says}")));
    }
    plain(&lines.join("\n"))
}
