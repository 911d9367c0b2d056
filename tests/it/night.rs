//! What takes too long for every run: `make nightly` sets `PRIVATE_EKS_NIGHTLY`.

use std::fmt::Write;

use private_eks::{MergeRequest, NamedDocument, Snapshot, merge};
use tests::skip::skip;

const MEBIBYTE: usize = 1 << 20;

#[test]
fn a_document_of_200_megabytes_is_read() {
    if std::env::var_os("PRIVATE_EKS_NIGHTLY").is_none() {
        skip("nightly", "PRIVATE_EKS_NIGHTLY is not set");
        return;
    }
    let mut text = String::from(r#"{"SecurityGroups":["#);
    let mut groups = 0;
    while text.len() < 200 * MEBIBYTE {
        let comma = if groups == 0 { "" } else { "," };
        write!(text, r#"{comma}{{"GroupId":"sg-{groups:017x}","IpPermissions":["#).unwrap();
        for rule in 0..50 {
            let comma = if rule == 0 { "" } else { "," };
            write!(
                text,
                r#"{comma}{{"IpProtocol":"tcp","FromPort":{rule},"ToPort":443,"IpRanges":[{{"CidrIp":"10.{rule}.0.0/16"}}]}}"#
            )
            .unwrap();
        }
        text.push_str("]}");
        groups += 1;
    }
    text.push_str("]}");
    holds(&Snapshot::parse(&text).expect("the document is sound"), groups);
    // Files come this way, each with its name.
    let documents = vec![NamedDocument { name: "security-groups.json".to_owned(), text }];
    holds(&merge(&MergeRequest { documents }).expect("the document is sound"), groups);
}

fn holds(snapshot: &Snapshot, groups: usize) {
    let read = snapshot.security_groups.as_ref().expect("the part is there");
    assert_eq!(read.len(), groups);
    assert!(read.iter().all(|group| group.ip_permissions.as_ref().is_some_and(|rules| rules.len() == 50)));
}
