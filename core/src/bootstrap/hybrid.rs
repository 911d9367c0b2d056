//! Hybrid nodes: a NodeConfig for the nodeadm of EKS Hybrid Nodes, which reads a file and no user data.

use serde_json::{Map, json};

use crate::bootstrap::al2023;
use crate::bootstrap::answer::BootstrapDocument;
use crate::bootstrap::fault::{arn, invalid, is_uuid, one_word};
use crate::bootstrap::request::Request;
use crate::bootstrap::systems::{HybridSpec, RolesAnywhereSpec, SsmActivationSpec};
use crate::error::Error;
use crate::knowledge::IpFamily;

/// The file.
pub(super) fn document(request: &Request<'_>) -> Result<BootstrapDocument, Error> {
    if request.cluster.family == Some(IpFamily::Ipv6) {
        return Err(invalid("cluster.ipFamily", "`ipv6`, and hybrid nodes join clusters of IPv4 alone"));
    }
    let mut cluster = al2023::cluster(request)?;
    let Some(region) = request.cluster.region else {
        return Err(invalid("cluster.region", "it is missing: a machine outside AWS knows no region of its own"));
    };
    cluster.insert("region".to_owned(), region.id.into());
    let Some(own) = &request.spec.hybrid else {
        return Err(invalid(
            "hybrid",
            "it is missing: state `ssm` or `iamRolesAnywhere`, or the node has no credentials",
        ));
    };
    let mut inner = Map::new();
    inner.insert("cluster".to_owned(), cluster.into());
    inner.insert("hybrid".to_owned(), credentials(own)?.into());
    for (key, part) in [("kubelet", al2023::kubelet(request)), ("containerd", al2023::containerd(request)?)] {
        if !part.is_empty() {
            inner.insert(key.to_owned(), part.into());
        }
    }
    Ok(BootstrapDocument {
        name: "nodeConfig.yaml".to_owned(),
        media_type: "application/yaml",
        place: "a file on the machine: nodeadm init -c file://nodeConfig.yaml; it holds a secret where it has an activation",
        text: al2023::document(inner),
    })
}

fn credentials(own: &HybridSpec) -> Result<Map<String, serde_json::Value>, Error> {
    let mut hybrid = Map::new();
    match (&own.ssm, &own.iam_roles_anywhere) {
        (Some(ssm), None) => hybrid.insert("ssm".to_owned(), activation(ssm)?),
        (None, Some(anywhere)) => hybrid.insert("iamRolesAnywhere".to_owned(), roles_anywhere(anywhere)?),
        (Some(_), Some(_)) => {
            return Err(invalid("hybrid", "both `ssm` and `iamRolesAnywhere`; nodeadm takes exactly one"));
        }
        (None, None) => {
            return Err(invalid("hybrid", "neither `ssm` nor `iamRolesAnywhere`; nodeadm takes exactly one"));
        }
    };
    if let Some(writes) = own.enable_credentials_file {
        hybrid.insert("enableCredentialsFile".to_owned(), writes.into());
    }
    Ok(hybrid)
}

fn activation(ssm: &SsmActivationSpec) -> Result<serde_json::Value, Error> {
    let length = ssm.activation_code.chars().count();
    if !(20..=250).contains(&length) || ssm.activation_code.chars().any(|c| !c.is_ascii_graphic()) {
        // The code is a secret and is not repeated.
        return Err(invalid("hybrid.ssm.activationCode", "no code of an activation, which has 20 to 250 characters"));
    }
    if !is_uuid(&ssm.activation_id) {
        let message = format!("`{}` is no id of an activation, which is a UUID", ssm.activation_id);
        return Err(invalid("hybrid.ssm.activationId", message));
    }
    Ok(json!({"activationCode": ssm.activation_code, "activationId": ssm.activation_id}))
}

fn roles_anywhere(own: &RolesAnywhereSpec) -> Result<serde_json::Value, Error> {
    let path = |field: &str| format!("hybrid.iamRolesAnywhere.{field}");
    one_word(&path("nodeName"), &own.node_name)?;
    for (field, text, service) in [
        ("trustAnchorArn", &own.trust_anchor_arn, "rolesanywhere"),
        ("profileArn", &own.profile_arn, "rolesanywhere"),
        ("roleArn", &own.role_arn, "iam"),
    ] {
        arn(&path(field), text, service)?;
    }
    let mut found = Map::new();
    for (field, value) in [
        ("nodeName", Some(&own.node_name)),
        ("trustAnchorArn", Some(&own.trust_anchor_arn)),
        ("profileArn", Some(&own.profile_arn)),
        ("roleArn", Some(&own.role_arn)),
        ("certificatePath", own.certificate_path.as_ref()),
        ("privateKeyPath", own.private_key_path.as_ref()),
    ] {
        let Some(value) = value else { continue };
        if field.ends_with("Path") {
            one_word(&path(field), value)?;
            if !value.starts_with('/') {
                return Err(invalid(path(field), format!("`{value}` is no absolute path")));
            }
        }
        found.insert(field.to_owned(), value.as_str().into());
    }
    Ok(found.into())
}
