//! The address of the API server: which texts are refused, and which shapes EKS is known to give.

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::fault::{finding, invalid, is_host, known};
use crate::error::Error;
use crate::knowledge::{RegionRow, region};

/// The address in its canonical form, with its host.
pub(super) struct Endpoint {
    pub(super) url: String,
    pub(super) host: String,
}

/// Reads an address; what is odd about it and no fault goes to the findings.
pub(super) fn read(
    path: &str,
    text: &str,
    stated: Option<&'static RegionRow>,
    findings: &mut Vec<BootstrapFinding>,
) -> Result<Endpoint, Error> {
    known(path, text)?;
    let wrong = |message: String| Err(invalid(path, message));
    let Some(rest) = text.strip_prefix("https://") else {
        return wrong(format!(
            "`{text}` does not begin with `https://`; give the endpoint as describe-cluster prints it"
        ));
    };
    let (authority, tail) = rest.split_once('/').map_or((rest, ""), |(authority, tail)| (authority, tail));
    if rest.contains(['?', '#']) || !tail.is_empty() {
        return wrong(format!("`{text}` has a path, a query or a fragment; the endpoint is scheme and host alone"));
    }
    if authority.contains('@') {
        return wrong(format!("`{text}` has a user before the host; the endpoint is scheme and host alone"));
    }
    let host = match authority.split_once(':') {
        None | Some((_, "443")) => authority.split(':').next().unwrap_or(authority),
        Some(_) => return wrong(format!("`{text}` names a port other than 443, where the API server listens")),
    };
    if !is_host(host) || !host.contains('.') {
        return wrong(format!("`{text}` has no host name that DNS could answer for"));
    }
    let host = host.to_ascii_lowercase();
    let Some((found, fits)) = shape(&host) else {
        let message = format!(
            "`{host}` has no shape that EKS is known to give, `<id>.<shard>.<region>.eks.<suffix>` or \
            `<id>.<shard>.eks-cluster.<region>.<suffix>`; check it unless the cluster is on an Outpost or has a name of its \
            own"
        );
        findings.push(finding(path, "endpoint-shape", message));
        return Ok(Endpoint { url: format!("https://{host}"), host });
    };
    if let Some(stated) = stated.filter(|stated| stated.id != found.id) {
        let message =
            format!("`{host}` lies in `{}`, and `cluster.region` is `{}`; one of them is wrong", found.id, stated.id);
        return Err(invalid(path, message));
    }
    if !fits {
        let message = format!("`{host}` does not end as names of EKS in `{}` do", found.id);
        findings.push(finding(path, "endpoint-shape", message));
    }
    Ok(Endpoint { url: format!("https://{host}"), host })
}

/// The region that a host of a known shape names, and whether it ends as names of that partition do.
fn shape(host: &str) -> Option<(&'static RegionRow, bool)> {
    let mut labels = host.split('.');
    let id = labels.next()?;
    if id.len() != 32 || !id.bytes().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let labels: Vec<&str> = labels.collect();
    let (name, suffix, is_dual) = match labels.as_slice() {
        [shard, name, "eks", suffix @ ..] if is_shard(shard) => (name, suffix, false),
        [shard, "eks-cluster", name, suffix @ ..] if is_shard(shard) => (name, suffix, true),
        ["eks-cluster", name, suffix @ ..] => (name, suffix, true),
        _ => return None,
    };
    let row = region(name).ok()?;
    let due = if is_dual { row.partition.dualstack_dns_suffix } else { row.partition.dns_suffix };
    Some((row, suffix.join(".") == due))
}

/// Two letters and a digit, such as `gr7`.
fn is_shard(label: &str) -> bool {
    matches!(label.as_bytes(), [a, b, c] if a.is_ascii_lowercase() && b.is_ascii_lowercase() && c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789ABCDEF0123456789ABCDEF";

    fn answered(url: &str, at: Option<&str>) -> Result<(String, usize), String> {
        let mut findings = Vec::new();
        let at = at.map(|id| region(id).unwrap());
        let found = read("endpoint", url, at, &mut findings).map_err(|error| error.message().to_owned())?;
        Ok((found.url, findings.len()))
    }

    #[test]
    fn the_shapes_of_every_partition_are_known() {
        for rest in [
            "gr7.us-east-1.eks.amazonaws.com",
            "yl4.cn-north-1.eks.amazonaws.com.cn",
            "sk1.eks-cluster.eu-west-1.api.aws",
            "eks-cluster.cn-north-1.api.amazonwebservices.com.cn",
            "eks-cluster.eusc-de-east-1.api.amazonwebservices.eu",
        ] {
            let url = format!("https://{ID}.{rest}");
            assert_eq!(answered(&format!("{url}/"), None).unwrap(), (url.to_lowercase(), 0), "{rest}");
            assert_eq!(answered(&format!("{url}:443"), None).unwrap().1, 0);
        }
        for odd in ["api.corp.example", "0123.gr7.us-east-1.eks.amazonaws.com"] {
            assert_eq!(answered(&format!("https://{odd}"), None).unwrap().1, 1, "{odd}");
        }
        assert_eq!(answered(&format!("https://{ID}.gr7.us-east-1.eks.amazonaws.com.cn"), None).unwrap().1, 1);
    }

    #[test]
    fn what_is_no_endpoint_is_refused() {
        for url in [
            "",
            "http://a.b",
            "a.b",
            "https://",
            "https://a",
            "https://a.b/x",
            "https://a.b?x",
            "https://a.b#x",
            "https://u@a.b",
            "https://a.b:6443",
            "https://a.b:443:443",
            "https://a,b.c",
            "https://a&b.c",
            "https://a b.c",
            "https://[::1]",
            "https://-a.b",
            "https://a..b",
            "https://a.b\n",
            "https://${Token[x]}",
        ] {
            assert!(answered(url, None).is_err(), "{url:?}");
        }
        let elsewhere = format!("https://{ID}.gr7.us-east-1.eks.amazonaws.com");
        assert!(answered(&elsewhere, Some("eu-west-1")).unwrap_err().contains("`cluster.region` is `eu-west-1`"));
        assert!(answered(&elsewhere, Some("us-east-1")).is_ok());
    }
}
