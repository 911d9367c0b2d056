//! The large network of the benchmark, small: it has the shape that it says, and an audit of it comes to verdicts.

use private_eks::{AuditRequest, Snapshot, Verdict, audit};
use tests::large::{ENDPOINTS, group, network};

#[test]
fn has_as_much_of_everything_as_it_says() {
    let snapshot = Snapshot::parse(&network(4000)).unwrap();
    let permissions = |list: &Option<Vec<private_eks::IpPermission>>| {
        let rules = list.iter().flatten().map(|one| {
            one.ip_ranges.as_ref().map_or(0, Vec::len) + one.user_id_group_pairs.as_ref().map_or(0, Vec::len)
        });
        rules.sum::<usize>()
    };
    let groups = snapshot.security_groups.as_deref().unwrap();
    let rules: usize =
        groups.iter().map(|one| permissions(&one.ip_permissions) + permissions(&one.ip_permissions_egress)).sum();
    assert_eq!(snapshot.network_interfaces.as_ref().unwrap().len(), 4000);
    assert_eq!((snapshot.subnets.as_ref().unwrap().len(), groups.len(), rules), (40, 100, 6000));
    let endpoints = snapshot.vpc_endpoints.as_deref().unwrap();
    assert_eq!(endpoints.len(), ENDPOINTS);
    // Each stands in three zones, with interfaces that are its own.
    for endpoint in endpoints {
        let ids = endpoint.network_interface_ids.as_ref().unwrap();
        let mut own = snapshot.network_interfaces.iter().flatten().filter(|one| {
            one.description.as_ref().unwrap().ends_with(endpoint.vpc_endpoint_id.as_deref().unwrap())
                && one.groups.as_ref().unwrap()[0].group_id.as_deref() == Some(&group(1))
        });
        assert_eq!(ids.len(), 3);
        assert!(ids.iter().all(|id| own.next().unwrap().network_interface_id.as_ref() == Some(id)));
        assert!(own.next().is_none());
    }
}

#[test]
fn is_audited_to_verdicts() {
    let report = audit(&Snapshot::parse(&network(4000)).unwrap(), &AuditRequest::default()).unwrap();
    // The nodes carry the cluster's group, which lets everything out, and the endpoints let the VPC in.
    let reached: Vec<_> = report.findings.iter().filter(|finding| finding.rule == "endpoint-unreachable").collect();
    assert!(reached.len() >= 5, "{report}");
    assert!(reached.iter().all(|finding| finding.verdict == Verdict::Met), "{report}");
    // There is no way to S3.
    let s3 = report
        .findings
        .iter()
        .find(|finding| finding.rule == "s3-unreachable" || finding.subject == "com.amazonaws.eu-west-1.s3");
    assert_eq!(s3.map(|finding| finding.verdict), Some(Verdict::Broken), "{report}");
}
