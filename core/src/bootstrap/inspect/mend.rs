//! User data with what the cluster says in it, and all else as it is. Only forms in which a later value surely wins are
//! mended: a `NodeConfig`, to which another part is added, and one call of `bootstrap.sh`, to which arguments are.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::answer::{InspectRequest, NodeFamily};
use super::facts::Facts;
use super::mime::is_multipart;
use super::shell;
use super::unpack::unpack;
use crate::shell::quote;
use crate::yaml::quoted;

/// What a node is to be told of its cluster.
pub(crate) struct Told<'a> {
    pub(crate) name: &'a str,
    pub(crate) endpoint: &'a str,
    pub(crate) authority: &'a str,
    pub(crate) service_cidr: &'a str,
    pub(crate) dns: &'a str,
    /// Whether the addresses of the DNS that stand there are wrong, so that they have to be replaced.
    pub(crate) replace_dns: bool,
}

/// The user data with it, as base64; nothing where the form is none that is mended by itself.
pub(crate) fn mended(request: &InspectRequest, family: Option<NodeFamily>, told: &Told<'_>) -> Option<String> {
    let unpacked = unpack(&request.user_data, &mut Facts::default());
    if unpacked.layers.iter().any(|layer| layer == "gzip") || unpacked.layers.len() > 1 {
        return None;
    }
    let text = unpacked.text;
    let text = match family? {
        NodeFamily::Al2023 => node_config(&text, told)?,
        NodeFamily::Al2 => call(&text, told)?,
        NodeFamily::Bottlerocket | NodeFamily::Windows | NodeFamily::Ubuntu | NodeFamily::Hybrid => return None,
    };
    (text.len() <= super::LIMIT).then(|| STANDARD.encode(text))
}

fn node_config(text: &str, told: &Told<'_>) -> Option<String> {
    let mut config = format!(
        "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster:\n    name: {}\n    apiServerEndpoint: {}\n    \
         certificateAuthority: {}\n    cidr: {}\n",
        quoted(told.name),
        quoted(told.endpoint),
        quoted(told.authority),
        quoted(told.service_cidr),
    );
    if told.replace_dns {
        config += "  kubelet:\n    config:\n      clusterDNS:\n        - ";
        config += &quoted(told.dns);
        config.push('\n');
    }
    if is_multipart(text) {
        let line = text.trim_end().rsplit('\n').next()?.trim_end();
        let open = line.strip_suffix("--").filter(|open| open.starts_with("--") && open.len() > 2)?;
        let head = text.get(..text.rfind(line)?)?;
        return Some(format!("{head}{open}\nContent-Type: application/node.eks.aws\n\n{config}\n{line}\n"));
    }
    let mut boundary = "NODECONFIG".to_owned();
    while text.contains(&boundary) || config.contains(&boundary) {
        boundary.push('X');
    }
    let part = |body: &str| {
        format!("--{boundary}\nContent-Type: application/node.eks.aws\n\n{}\n", body.strip_suffix('\n').unwrap_or(body))
    };
    Some(format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\n\n{}{}--{boundary}--\n",
        part(text),
        part(&config)
    ))
}

/// Of a flag that is given twice `bootstrap.sh` takes the last.
fn call(text: &str, told: &Told<'_>) -> Option<String> {
    let end = shell::end_of_call(text)?;
    let mut arguments = vec!["--apiserver-endpoint", told.endpoint, "--b64-cluster-ca", told.authority];
    if told.dns.contains(':') {
        arguments.extend(["--ip-family", "ipv6", "--service-ipv6-cidr", told.service_cidr]);
    }
    arguments.extend(["--dns-cluster-ip", told.dns]);
    let words: Vec<String> = arguments.into_iter().map(quote).collect();
    Some(format!("{} {}{}", text.get(..end)?, words.join(" "), text.get(end..)?))
}
