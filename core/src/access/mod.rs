//! Who may join and administer: access entries and the aws-auth ConfigMap, by authentication mode, and from where each
//! of them is made. It makes nothing itself.

mod answer;
mod config_map;
mod edit;
mod kinds;
mod principal;
mod spec;
mod steps;

pub use answer::{Access, AccessCall, AccessFrom, AccessNote, AccessStep, AwsAuth, PlannedAccessPolicy, PlannedEntry};
pub use spec::{AccessNode, AccessNodeKind, AccessPolicy, AccessPrincipal, AccessRequest};

use self::config_map::Mapping;
use self::kinds::{CLUSTER_ADMIN, Kind, POLICIES, kind};
use self::principal::Principal;
use crate::error::{Error, ErrorCode, nearest};
use crate::knowledge::{self, AuthenticationMode};
use crate::text::{is_token, shown};

/// Says what lets nodes and people in: the operation `access`.
///
/// ```
/// use private_eks::{AccessFrom, AccessNode, AccessNodeKind, AccessRequest, AuthenticationMode, access};
///
/// let role = "arn:aws:iam::111122223333:role/eks/node".to_owned();
/// let answer = access(&AccessRequest {
///     cluster: "prod".to_owned(),
///     region: "ap-northeast-1".to_owned(),
///     authentication_mode: AuthenticationMode::ConfigMap,
///     account: None,
///     nodes: Some(vec![AccessNode { kind: AccessNodeKind::Al2023, role, managed: false, instance_id_name: false }]),
///     principals: None,
///     prefer_config_map: false,
///     aws_auth: None,
/// })?;
/// // The ConfigMap takes roles without their path, and is written from inside the VPC.
/// assert!(answer.aws_auth.unwrap().text.contains("arn:aws:iam::111122223333:role/node"));
/// assert_eq!(answer.steps[0].from, AccessFrom::InsideVpc);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A text that is no name, region, ARN or policy; a role that two types of entries would need; what the mode cannot do;
/// a ConfigMap that is none, or that maps a role to another user name.
pub fn access(request: &AccessRequest) -> Result<Access, Error> {
    check_name(&request.cluster)?;
    let partition = knowledge::region(&request.region)?.partition.id;
    let mut wish = Wish { request, partition, entries: Vec::new(), mappings: Vec::new(), made_by_eks: Vec::new() };
    for (at, node) in request.nodes.iter().flatten().enumerate() {
        wish.node(node).map_err(|error| error.under(&format!("nodes[{at}]")))?;
    }
    for (at, principal) in request.principals.iter().flatten().enumerate() {
        wish.principal(principal).map_err(|error| error.under(&format!("principals[{at}]")))?;
    }
    let Wish { entries, mappings, made_by_eks, .. } = wish;
    let aws_auth = match (&request.aws_auth, mappings.is_empty()) {
        (_, true) => None,
        (Some(existing), false) => Some(config_map::merged(existing, &mappings)?),
        (None, false) => Some(config_map::anew(&mappings)),
    };
    steps::answer(request, partition, entries, aws_auth, made_by_eks)
}

/// What is wished, as far as it has been read.
struct Wish<'r> {
    request: &'r AccessRequest,
    partition: &'static str,
    entries: Vec<PlannedEntry>,
    mappings: Vec<Mapping>,
    made_by_eks: Vec<String>,
}

fn fault(path: &str, says: impl Into<String>) -> Error {
    Error::new(ErrorCode::ErrInvalidInput, path, says)
}

impl Wish<'_> {
    fn through_entries(&self) -> bool {
        match self.request.authentication_mode {
            AuthenticationMode::Api => true,
            AuthenticationMode::ApiAndConfigMap => !self.request.prefer_config_map,
            AuthenticationMode::ConfigMap => false,
        }
    }

    fn node(&mut self, node: &AccessNode) -> Result<(), Error> {
        let role = Principal::parse(&node.role, self.partition).map_err(|error| error.under("role"))?;
        let kind = kind(node);
        if !role.is_role {
            return Err(fault("role", format!("`{}` is a user; nodes have a role", shown(&node.role))));
        }
        if let Some(account) = self.request.account.as_ref().filter(|account| **account != role.account) {
            let says = format!("`{}` is not of the account of the cluster, `{}`", shown(&node.role), shown(account));
            return Err(fault("role", says));
        }
        if node.instance_id_name && !matches!(kind.entry_type, "EC2" | "EC2_LINUX") {
            return Err(fault("instanceIdName", format!("{} have no such switch; leave it out", kind.words)));
        }
        let no_entries = self.request.authentication_mode == AuthenticationMode::ConfigMap;
        if no_entries && matches!(node.kind, AccessNodeKind::Hybrid | AccessNodeKind::AutoMode) {
            let says = format!(
                "{} need a mode with access entries; the cluster has `CONFIG_MAP`, change it to `API_AND_CONFIG_MAP`",
                kind.words
            );
            return Err(fault("kind", says));
        }
        if node.managed {
            let what = if node.kind == AccessNodeKind::Fargate { "Fargate profile" } else { "managed node group" };
            self.made_by_eks.push(format!("`{}`: EKS lets it in when the {what} is made", shown(&node.role)));
            return Ok(());
        }
        match (self.through_entries(), kind.mapping) {
            (false, Some((groups, username))) => self.map(&role, groups, username),
            _ => self.entry(&role, &kind),
        }
    }

    fn entry(&mut self, role: &Principal, kind: &Kind) -> Result<(), Error> {
        if let Some(known) = self.entries.iter().find(|entry| entry.principal_arn == role.arn) {
            if known.entry_type == kind.entry_type {
                return Ok(());
            }
            let says = format!(
                "`{}` would need an entry of type `{}` and one of `{}`, and a role has one entry; give {} a role of \
                 their own",
                shown(&role.arn),
                known.entry_type,
                kind.entry_type,
                kind.words
            );
            return Err(fault("role", says));
        }
        let policies = kind.policy.map(|name| self.policy(name, &[])).into_iter().collect();
        self.entries.push(PlannedEntry {
            principal_arn: role.arn.clone(),
            entry_type: kind.entry_type.to_owned(),
            kubernetes_groups: Vec::new(),
            username: None,
            policies,
        });
        Ok(())
    }

    fn policy(&self, name: &str, namespaces: &[String]) -> PlannedAccessPolicy {
        PlannedAccessPolicy {
            policy_arn: format!("arn:{}:eks::aws:cluster-access-policy/{name}", self.partition),
            namespaces: namespaces.to_vec(),
        }
    }

    fn map(&mut self, principal: &Principal, groups: &[&str], username: &str) -> Result<(), Error> {
        let arn = principal.mapped();
        if let Some(known) = self.mappings.iter_mut().find(|mapping| mapping.arn == arn) {
            if known.username != username {
                let says = format!(
                    "`{}` would need the user names `{}` and `{username}`, and one principal has one mapping; roles that \
                     differ only in their path are one here; give these a role of their own",
                    shown(&arn),
                    known.username
                );
                return Err(fault("role", says));
            }
            for group in groups.iter().filter(|group| !known.groups.iter().any(|has| has == *group)).collect::<Vec<_>>()
            {
                known.groups.push((*group).to_owned());
            }
            return Ok(());
        }
        self.mappings.push(Mapping {
            key: if principal.is_role { "rolearn" } else { "userarn" },
            arn,
            username: username.to_owned(),
            groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        });
        Ok(())
    }

    fn principal(&mut self, wanted: &AccessPrincipal) -> Result<(), Error> {
        let principal = Principal::parse(&wanted.arn, self.partition).map_err(|error| error.under("arn"))?;
        for (at, policy) in wanted.policies.iter().flatten().enumerate() {
            if !POLICIES.contains(&policy.name.as_str()) {
                let near = nearest(&policy.name, POLICIES.iter().copied());
                let says = format!("`{}` is no access policy that is known here{near}", shown(&policy.name));
                return Err(fault(&format!("policies[{at}].name"), says));
            }
            if let Some(bad) = policy.namespaces.iter().position(|name| !is_namespace(name)) {
                let says = "no name of a namespace: small letters, digits and `-`, or with `*` at its end";
                return Err(fault(&format!("policies[{at}].namespaces[{bad}]"), says));
            }
        }
        if let Some(at) = wanted.groups.iter().position(|group| group.is_empty() || group.chars().any(char::is_control))
        {
            return Err(fault(&format!("groups[{at}]"), "no name of a group"));
        }
        if wanted.policies.iter().flatten().next().is_none() && wanted.groups.is_empty() {
            return Err(fault("", "lets somebody in who may do nothing; give `policies` or `groups`"));
        }
        if self.through_entries() {
            return self.standard(&principal, wanted);
        }
        let mut groups: Vec<&str> = wanted.groups.iter().map(String::as_str).collect();
        for (at, policy) in wanted.policies.iter().flatten().enumerate() {
            if policy.name != CLUSTER_ADMIN || !policy.namespaces.is_empty() {
                let says = "the ConfigMap knows no access policies; give `groups`, and bind roles to them";
                return Err(fault(&format!("policies[{at}]"), says));
            }
            groups.push("system:masters");
        }
        let name =
            wanted.username.as_deref().ok_or_else(|| fault("username", "missing; a mapping needs a user name"))?;
        self.map(&principal, &groups, name)
    }

    fn standard(&mut self, principal: &Principal, wanted: &AccessPrincipal) -> Result<(), Error> {
        if let Some(at) = wanted.groups.iter().position(|group| group.starts_with("system:")) {
            let says = "access entries take no group that begins with `system:`; give a policy instead";
            return Err(fault(&format!("groups[{at}]"), says));
        }
        if self.entries.iter().any(|entry| entry.principal_arn == principal.arn) {
            let says = format!("`{}` has an entry already, and a principal has one", shown(&wanted.arn));
            return Err(fault("arn", says));
        }
        self.entries.push(PlannedEntry {
            principal_arn: principal.arn.clone(),
            entry_type: "STANDARD".to_owned(),
            kubernetes_groups: wanted.groups.clone(),
            username: wanted.username.clone(),
            policies: wanted
                .policies
                .iter()
                .flatten()
                .map(|policy| self.policy(&policy.name, &policy.namespaces))
                .collect(),
        });
        Ok(())
    }
}

/// AWS takes a pattern too.
fn is_namespace(name: &str) -> bool {
    let body = name.strip_suffix('*').unwrap_or(name);
    !name.is_empty()
        && name.len() <= 63
        && body.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The pattern and length of `CreateCluster`.
fn check_name(name: &str) -> Result<(), Error> {
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if is_token(name) {
        let says = format!("`{}` is known only at deployment; give the name itself", shown(name));
        return Err(Error::new(ErrorCode::ErrUnresolvedToken, "cluster", says));
    }
    if begins && name.len() <= 100 && name.bytes().all(allowed) {
        return Ok(());
    }
    let kept: String = name.chars().take(120).collect();
    let says = format!("`{}` is no name of a cluster; it has 1 to 100 letters, digits, `-` and `_`", shown(&kept));
    Err(fault("cluster", says))
}
