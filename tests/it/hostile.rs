//! Hostile input at the one door: whatever comes in, one JSON object goes out, and the fault in it is the caller's.

use std::path::PathBuf;
use std::sync::OnceLock;

use private_eks::{ErrorCode, OPERATIONS, Snapshot, call, call_on};
use proptest::prelude::*;
use serde_json::Value;
use tests::files;

/// Holds a reply against what the door promises.
pub(crate) fn promised(operation: &str, request: &str) -> Value {
    let reply = call(operation, request);
    let shown: String = request.chars().take(200).collect();
    let value: Value = serde_json::from_str(&reply).unwrap_or_else(|error| panic!("{operation} {shown}: {error}"));
    let object = value.as_object().unwrap_or_else(|| panic!("{operation} {shown}: {reply}"));
    assert_eq!(object.len(), 1, "{operation} {shown}: {reply}");
    if object.contains_key("answer") {
        return value;
    }
    let text = |key: &str| value["error"][key].as_str().unwrap_or_else(|| panic!("{operation} {shown}: {reply}"));
    let code = text("code");
    assert!(ErrorCode::ALL.iter().any(|known| known.as_str() == code), "{operation} {shown}: {reply}");
    assert_ne!(code, "ERR_INTERNAL", "{operation} {shown}: {reply}");
    assert!(!text("message").is_empty(), "{operation} {shown}: {reply}");
    for key in ["path", "message"] {
        let control = text(key).chars().find(|c| c.is_control());
        assert_eq!(control, None, "`{key}` could break a terminal: {operation} {shown}");
    }
    value
}

fn operations() -> impl Iterator<Item = &'static str> {
    OPERATIONS.iter().map(|row| row.name)
}

fn nested(open: &str, close: &str, levels: usize) -> String {
    format!("{}1{}", open.repeat(levels), close.repeat(levels))
}

#[test]
fn what_is_not_json_is_said_to_be_so() {
    for operation in operations() {
        for request in ["", " ", "{", "}", "nul", "'a'", "\u{feff}{}"] {
            let reply = promised(operation, request);
            assert_eq!(reply["error"]["code"], "ERR_INVALID_JSON", "{operation} {request:?}: {reply}");
        }
        // Here a reader may stumble over the shape first.
        for request in ["{} {}", "{\"a\":}", "{\"a\":1,}", "{\"a\":\"\u{1}\"}"] {
            let reply = promised(operation, request);
            assert!(reply.get("error").is_some(), "{operation} {request:?}: {reply}");
        }
    }
}

#[test]
fn wrong_shapes_are_the_callers_fault() {
    for operation in operations() {
        for request in ["null", "true", "1", "\"a\"", "[]", "[[]]", "{\"noSuchOption\":1}", "{\"\":1}"] {
            let reply = promised(operation, request);
            assert_eq!(reply["error"]["code"], "ERR_INVALID_INPUT", "{operation} {request:?}: {reply}");
        }
        let schema = serde_json::to_value(row(operation).request_schema()).unwrap();
        let properties = resolve(&schema, &schema)["properties"].as_object().unwrap().clone();
        for name in properties.keys() {
            for value in
                ["-1", "1e400", "[[[]]]", "{\"a\":{\"b\":[null]}}", "\"\\u0000\\u001b[2J\"", "\"${Token[x.1]}\""]
            {
                promised(operation, &format!(r#"{{"{name}":{value}}}"#));
            }
        }
    }
}

fn row(operation: &str) -> &'static private_eks::Operation {
    OPERATIONS.iter().find(|row| row.name == operation).unwrap()
}

fn resolve<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

#[test]
fn deep_nesting_ends_in_an_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"Vpcs\":[", "]}"), ("{\"snapshot\":", "}")] {
        let deep = nested(open, close, 10_000);
        for operation in operations() {
            promised(operation, &deep);
            // What a document holds beside its parts is passed over, however deep it lies.
            for key in ["snapshot", "fixes", "documents", "spec", "features", "region"] {
                promised(operation, &format!(r#"{{"{key}":{deep}}}"#));
            }
        }
    }
    let deep = nested("[", "]", 10_000);
    let reply = promised(
        "apply",
        &format!(r#"{{"fixes":[{{"id":"a","service":"ec2","operation":"A","parameters":{{"a":{deep}}}}}]}}"#),
    );
    assert_eq!(reply["error"]["code"], "ERR_NESTING_TOO_DEEP", "{reply}");
}

#[test]
fn numbers_beyond_every_range_are_no_crash() {
    for number in ["1e400", "-1e400", "99999999999999999999999999", "-9223372036854775809", "0.1", "65536", "-1"] {
        for path in [
            r#""Subnets":[{"SubnetId":"subnet-0a","AvailableIpAddressCount":@}]"#,
            r#""NetworkAcls":[{"NetworkAclId":"acl-0a","Entries":[{"RuleNumber":@,"PortRange":{"From":@,"To":@}}]}]"#,
            r#""SecurityGroups":[{"GroupId":"sg-0a","IpPermissions":[{"IpProtocol":"tcp","FromPort":@,"ToPort":@}]}]"#,
        ] {
            let document = path.replace('@', number);
            promised("audit", &format!(r#"{{"snapshot":{{{document}}}}}"#));
            let reach = r#""source":"subnet-0a","destination":"10.0.0.1","port":443"#;
            promised("reach", &format!(r#"{{{reach},"snapshot":{{{document}}}}}"#));
        }
    }
}

#[test]
fn doubled_keys_are_never_a_silent_choice() {
    for (operation, request) in [
        ("plan", r#"{"region":"eu-west-1","region":"us-east-1"}"#),
        ("audit", r#"{"snapshot":{"Vpcs":[]},"snapshot":{"Vpcs":[]}}"#),
        ("audit", r#"{"snapshot":{"Vpcs":[],"Vpcs":[{"VpcId":"vpc-0a"}]}}"#),
        ("audit", r#"{"snapshot":{"Vpcs":[{"VpcId":"vpc-0a","VpcId":"vpc-0b"}]}}"#),
        ("audit", r#"{"snapshot":{"cluster":{"name":"a"},"cluster":{"name":"b"}}}"#),
        ("audit", r#"{"snapshot":{"nodegroup":{"nodegroupName":"a"},"nodegroup":{"nodegroupName":"b"}}}"#),
        ("plan", r#"{"region":"eu-west-1","features":{"irsa":{},"irsa":{}}}"#),
    ] {
        let reply = promised(operation, request);
        assert_eq!(reply["error"]["code"], "ERR_INVALID_INPUT", "{request}: {reply}");
    }
}

#[test]
fn an_unknown_operation_names_the_nearest() {
    let reply = promised("audti", "{}");
    assert_eq!(reply["error"]["code"], "ERR_UNKNOWN_OPERATION");
    assert!(reply["error"]["message"].as_str().unwrap().contains("did you mean `audit`?"), "{reply}");
    promised("", "{}");
    promised("\u{1b}[2J", "{}");
}

#[test]
fn a_handle_keeps_the_same_promise() {
    let snapshot = Snapshot::parse(r#"{"Vpcs":[{"VpcId":"vpc-0a"}]}"#).unwrap();
    for row in OPERATIONS.iter().filter(|row| row.takes_snapshot) {
        let reply: Value = serde_json::from_str(&call_on(&snapshot, row.name, r#"{"snapshot":{}}"#)).unwrap();
        assert_eq!(reply["error"]["code"], "ERR_INVALID_INPUT", "{}: {reply}", row.name);
    }
}

/// The requests of the cases of reach, exits and the matrix.
fn networks() -> &'static [(String, String)] {
    static NETWORKS: OnceLock<Vec<(String, String)>> = OnceLock::new();
    NETWORKS.get_or_init(|| {
        let files = ["reach", "exits", "matrix"]
            .map(|operation| files::ending(&format!("tests/cases/{operation}"), &[".json"]));
        let read = |file: PathBuf| {
            let case: Value = serde_json::from_str(&files::text(&file)).expect("a case is JSON");
            (case["operation"].as_str().unwrap_or_default().to_owned(), case["request"].to_string())
        };
        files.into_iter().flatten().map(read).collect()
    })
}

/// A document with something of everything, so that a random change to it reaches far into the library.
const DOCUMENT: &str = r#"{"snapshot":{"Vpcs":[{"VpcId":"vpc-0a","CidrBlock":"10.0.0.0/16"}],"Subnets":[{"SubnetId":"subnet-0a","VpcId":"vpc-0a","CidrBlock":"10.0.0.0/24"}],"RouteTables":[{"RouteTableId":"rtb-0a","VpcId":"vpc-0a","Associations":[{"Main":true}],"Routes":[{"DestinationCidrBlock":"10.0.0.0/16","GatewayId":"local"}]}],"SecurityGroups":[{"GroupId":"sg-0a","IpPermissions":[{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"10.0.0.0/16"}]}],"IpPermissionsEgress":[]}],"VpcEndpoints":[{"VpcEndpointId":"vpce-0a","VpcEndpointType":"Interface","VpcId":"vpc-0a","ServiceName":"com.amazonaws.eu-west-1.sts","State":"available","Groups":[{"GroupId":"sg-0a"}],"SubnetIds":["subnet-0a"],"PrivateDnsEnabled":true}],"cluster":{"name":"c","arn":"arn:aws:eks:eu-west-1:111122223333:cluster/c","resourcesVpcConfig":{"vpcId":"vpc-0a","endpointPrivateAccess":true}},"nodegroups":[{"nodegroupName":"n","subnets":["subnet-0a"],"amiType":"AL2023_x86_64_STANDARD"}]}}"#;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let request = String::from_utf8_lossy(&bytes);
        for operation in operations() {
            promised(operation, &request);
        }
    }

    #[test]
    fn random_changes_to_a_document_are_answered(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\"{}\\[\\],:0-9/.-]{0,3}"), 1..4),
    ) {
        let mut request: Vec<char> = DOCUMENT.chars().collect();
        for (at, text) in changes {
            let at = at.index(request.len());
            request.splice(at..=at, text.chars());
        }
        let request: String = request.into_iter().collect();
        promised("audit", &request);
        promised("redact", &request);
    }

    #[test]
    fn random_changes_to_networks_are_answered(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\"{}\\[\\],:0-9/.-]{0,3}"), 1..4),
    ) {
        let files = networks();
        let (operation, request) = &files[file.index(files.len())];
        let mut request: Vec<char> = request.chars().collect();
        for (at, text) in changes {
            let at = at.index(request.len());
            request.splice(at..=at, text.chars());
        }
        let request: String = request.into_iter().collect();
        promised(operation, &request);
    }

    #[test]
    fn random_values_are_answered(value in "[\\PC\u{0}-\u{1f}]{0,40}") {
        let text = Value::String(value).to_string();
        promised("plan", &format!(r#"{{"region":{text}}}"#));
        promised("plan", &format!(r#"{{"region":"eu-west-1","features":{{{text}:{{}}}}}}"#));
        promised("plan", &format!(r#"{{"region":"eu-west-1","features":{{"irsa":{{{text}:true}}}}}}"#));
        promised("knowledge", &format!(r#"{{"asOf":{text}}}"#));
        promised("collection", &format!(r#"{{"cluster":{text},"region":{text}}}"#));
        promised("merge", &format!(r#"{{"documents":[{{"name":{text},"text":{text}}}]}}"#));
        promised("audit", &DOCUMENT.replace("\"10.0.0.0/24\"", &text).replace("\"sg-0a\"", &text));
        promised("reach", &DOCUMENT.replacen('{', &format!(r#"{{"source":{text},"destination":{text},"#), 1));
    }
}
