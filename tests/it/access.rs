//! Merging into an aws-auth ConfigMap: nothing that was in it is lost, whatever its layout, and what is wanted is in it.

use private_eks::{AccessNode, AccessNodeKind, AccessRequest, AuthenticationMode, AwsAuth, access};
use proptest::prelude::*;

const ROLE: &str = "arn:aws:iam::111122223333:role/team/node";
const MAPPED: &str = "arn:aws:iam::111122223333:role/node";

fn request(kind: AccessNodeKind, aws_auth: Option<&str>) -> AccessRequest {
    AccessRequest {
        cluster: "prod".to_owned(),
        region: "eu-west-1".to_owned(),
        authentication_mode: AuthenticationMode::ConfigMap,
        account: None,
        nodes: Some(vec![AccessNode { kind, role: ROLE.to_owned(), managed: false, instance_id_name: false }]),
        principals: None,
        prefer_config_map: false,
        aws_auth: aws_auth.map(ToOwned::to_owned),
    }
}

fn merged(kind: AccessNodeKind, existing: &str) -> AwsAuth {
    let answer = access(&request(kind, Some(existing))).unwrap_or_else(|error| panic!("{error}\n{existing}"));
    answer.aws_auth.expect("a ConfigMap")
}

/// A ConfigMap with a text of `mapRoles`.
fn of(roles: &str) -> String {
    let lines: Vec<String> =
        roles.lines().map(|line| if line.is_empty() { String::new() } else { format!("    {line}") }).collect();
    format!(
        "# kept by hand\napiVersion: v1\ndata:\n  mapAccounts: |\n    - \"444455556666\"\n  mapRoles: |\n{}\n  other: x # why\nkind: ConfigMap\nmetadata:\n  name: aws-auth\n  namespace: kube-system\n  resourceVersion: \"7\"\n",
        lines.join("\n")
    )
}

#[test]
fn a_mapping_is_added_below_and_nothing_else_changes() {
    let roles = "# the old nodes\n- rolearn: arn:aws:iam::111122223333:role/old # 2019\n  username: system:node:{{EC2PrivateDNSName}}\n  groups:\n  - system:bootstrappers\n  - system:nodes\n  extra: [1, 2]\n# the end";
    let existing = of(roles);
    let auth = merged(AccessNodeKind::Al2023, &existing);
    let added = format!(
        "    - rolearn: \"{MAPPED}\"\n      username: \"system:node:{{{{EC2PrivateDNSName}}}}\"\n      groups:\n        - \"system:bootstrappers\"\n        - \"system:nodes\"\n"
    );
    let expected = existing.replace("    # the end\n", &format!("{added}    # the end\n"));
    assert_eq!(auth.text, expected);
    assert_eq!((auth.added.as_slice(), auth.kept, auth.changed), ([MAPPED.to_owned()].as_slice(), 1, true));
    assert_eq!(auth.notes, Vec::<String>::new());
    // Once it is in, there is nothing to do.
    let again = access(&request(AccessNodeKind::Al2023, Some(&auth.text))).expect("an answer");
    assert!(again.steps.is_empty());
    assert_eq!(again.aws_auth.expect("a ConfigMap").text, auth.text);
}

#[test]
fn groups_that_are_missing_are_put_into_the_mapping_that_is_there() {
    for (groups, expected) in [
        (
            "  groups:\n    - system:bootstrappers\n    - system:nodes # all",
            "    - system:nodes # all\n        - \"eks:kube-proxy-windows\"\n",
        ),
        (
            "  groups: [system:bootstrappers, system:nodes]",
            "[system:bootstrappers, system:nodes, \"eks:kube-proxy-windows\"]",
        ),
        ("  groups:", "groups: [\"eks:kube-proxy-windows\", \"system:bootstrappers\", \"system:nodes\"]"),
        (
            "  # none",
            "      groups:\n        - \"eks:kube-proxy-windows\"\n        - \"system:bootstrappers\"\n        - \"system:nodes\"\n",
        ),
    ] {
        let roles = format!(
            "- rolearn: {MAPPED}\n  username: system:node:{{{{EC2PrivateDNSName}}}}\n{groups}\n- rolearn: arn:aws:iam::111122223333:role/z\n  username: z"
        );
        let auth = merged(AccessNodeKind::Windows, &of(&roles));
        assert!(auth.text.contains(expected), "{groups}\n{}", auth.text);
        assert_eq!(auth.notes, Vec::<String>::new(), "{groups}");
        assert_eq!((auth.extended.len(), auth.added.len(), auth.kept), (1, 0, 2), "{groups}");
    }
}

#[test]
fn other_layouts_keep_all_that_they_hold() {
    let item = "rolearn: arn:aws:iam::111122223333:role/old, username: old, groups: [a]";
    let inner = "- rolearn: arn:aws:iam::111122223333:role/old\\n  username: old\\n";
    for existing in [
        format!("kind: ConfigMap\nmetadata: {{name: aws-auth}}\ndata:\n  mapRoles: \"{inner}\"\n"),
        format!("kind: ConfigMap\nmetadata: {{name: aws-auth}}\ndata:\n  mapRoles: '[{{{item}}}]'\n"),
        format!(
            "kind: ConfigMap\nmetadata: {{name: aws-auth}}\ndata:\n  mapRoles: >\n    [{{{item}}}]\n  mapUsers: ''\n"
        ),
        format!("kind: ConfigMap\nmetadata: {{name: aws-auth}}\ndata: {{mapRoles: '[{{{item}}}]', mapUsers: a}}\n"),
        format!(
            "{{\"kind\": \"ConfigMap\", \"metadata\": {{\"name\": \"aws-auth\", \"uid\": \"u\"}}, \"data\": {{\"mapRoles\": \"{inner}\"}}}}"
        ),
        format!("kind: ConfigMap\r\nmetadata:\r\n  name: aws-auth\r\ndata:\r\n  mapRoles: |\r\n    - {{{item}}}\r\n"),
        format!("data:\n  mapRoles: |-\n    - {{{item}}}\nkind: ConfigMap\nmetadata:\n  name: aws-auth"),
        format!(
            "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n  mapRoles: |+\n    - {{{item}}}\n\n\n  mapUsers: ''\n"
        ),
    ] {
        if existing.contains("mapUsers: a") {
            let error = access(&request(AccessNodeKind::Al2, Some(&existing))).unwrap_err();
            assert_eq!(error.path(), "awsAuth.data.mapUsers");
            continue;
        }
        let auth = merged(AccessNodeKind::Al2, &existing);
        assert!(auth.text.contains("role/old") && auth.text.contains(MAPPED), "{existing}\n{}", auth.text);
        assert_eq!((auth.kept, auth.added.len()), (1, 1), "{existing}");
        let again = merged(AccessNodeKind::Al2, &auth.text);
        assert_eq!((again.changed, again.kept), (false, 2), "{existing}\n{}", auth.text);
    }
}

#[test]
fn a_map_without_roles_gets_some() {
    for existing in [
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\n",
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n",
        "kind: ConfigMap\ndata: {}\nmetadata:\n  name: aws-auth\n",
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n  # people\n  mapUsers: |\n    []\n",
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n  mapRoles: |\n    []\n",
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n  mapRoles: ''\n",
        "kind: ConfigMap\nmetadata:\n  name: aws-auth\ndata:\n  mapRoles:\n  mapUsers: ''\n",
    ] {
        let auth = merged(AccessNodeKind::Al2, existing);
        assert_eq!(auth.notes, Vec::<String>::new(), "{existing}\n{}", auth.text);
        assert!(!merged(AccessNodeKind::Al2, &auth.text).changed, "{existing}\n{}", auth.text);
        for line in
            existing.lines().filter(|line| !line.contains("mapRoles") && !line.contains("data") && !line.contains("[]"))
        {
            assert!(auth.text.contains(line), "{line} is lost\n{}", auth.text);
        }
    }
}

#[test]
fn what_is_no_aws_auth_is_refused_with_its_path() {
    for (existing, path) in [
        ("", "awsAuth"),
        ("a: [", "awsAuth"),
        ("kind: Secret\nmetadata: {name: aws-auth}", "awsAuth.kind"),
        ("kind: ConfigMap\nmetadata: {name: other}", "awsAuth.metadata.name"),
        ("kind: ConfigMap\nmetadata: {name: aws-auth, namespace: default}", "awsAuth.metadata.namespace"),
        ("kind: ConfigMap\nmetadata: {name: aws-auth}\ndata: [1]", "awsAuth.data"),
        ("kind: ConfigMap\nmetadata: {name: aws-auth}\ndata: {mapRoles: [1]}", "awsAuth.data.mapRoles"),
        ("kind: ConfigMap\nmetadata: {name: aws-auth}\ndata: {mapRoles: 'a: b'}", "awsAuth.data.mapRoles"),
        ("kind: ConfigMap\nmetadata: {name: aws-auth}\n---\nkind: ConfigMap", "awsAuth"),
    ] {
        let error = access(&request(AccessNodeKind::Al2, Some(existing))).expect_err(existing);
        assert_eq!(error.path(), path, "{existing}");
    }
    let other = format!("- rolearn: {MAPPED}\n  username: system:node:{{{{SessionName}}}}");
    let error = access(&request(AccessNodeKind::Al2, Some(&of(&other)))).unwrap_err();
    assert_eq!(error.path(), "awsAuth.data.mapRoles[0].username");
    let with_path = format!("- rolearn: {ROLE}\n  username: system:node:{{{{EC2PrivateDNSName}}}}");
    let auth = merged(AccessNodeKind::Al2, &of(&with_path));
    assert!(auth.notes[0].contains("never matches"));
    assert_eq!((auth.kept, auth.added.len()), (1, 1));
}

proptest! {
    #[test]
    fn any_text_is_merged_or_refused(text in "\\PC{0,200}", roles in "[-\\[\\]{}:#|>'\" a-z\n]{0,120}") {
        let _ = access(&request(AccessNodeKind::Windows, Some(&text)));
        let existing = of(&roles);
        if let Ok(answer) = access(&request(AccessNodeKind::Windows, Some(&existing))) {
            let auth = answer.aws_auth.expect("a ConfigMap");
            // What is written is read again, and is whole.
            let again = merged(AccessNodeKind::Windows, &auth.text);
            prop_assert!(!again.changed, "{}\n{}", existing, auth.text);
            prop_assert_eq!(again.kept, auth.kept + auth.added.len());
        }
    }

    #[test]
    fn mappings_with_any_names_stay(names in proptest::collection::vec("[^\\p{C}]{0,12}", 0..5)) {
        let items: Vec<String> = names.iter().enumerate().map(|(at, name)| {
            let name = serde_json::Value::from(name.as_str());
            format!("- rolearn: arn:aws:iam::111122223333:role/r{at}\n  username: {name}\n  groups:\n  - {name}")
        }).collect();
        let auth = merged(AccessNodeKind::Fargate, &of(&items.join("\n")));
        prop_assert_eq!(auth.kept, names.len());
        for item in items.iter().flat_map(|item| item.lines()) {
            prop_assert!(auth.text.contains(item), "{item}");
        }
    }
}
