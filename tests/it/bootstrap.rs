//! Whatever stands in a field of a node, it stays in its place: the user data has as many lines as with an innocent
//! value, or the value is refused by name. What real readers make of it is held in Python.

use std::sync::OnceLock;

use private_eks::call;
use proptest::prelude::*;
use serde_json::{Value, json};
use tests::files;

/// A request of each system with every field that it reads.
fn requests() -> &'static [Value] {
    static REQUESTS: OnceLock<Vec<Value>> = OnceLock::new();
    REQUESTS.get_or_init(made)
}

fn made() -> Vec<Value> {
    let case = |name: &str| -> Value {
        let file = files::root().join(format!("tests/cases/bootstrap/{name}.json"));
        let case: Value = serde_json::from_str(&files::text(&file)).expect("a case");
        case["request"].clone()
    };
    let mut found: Vec<Value> = [
        "al2-everything",
        "al2-outpost",
        "al2023-everything",
        "al2023-proxy",
        "bottlerocket-everything",
        "windows-everything",
        "ubuntu-ipv4",
        "hybrid-ssm",
        "hybrid-roles-anywhere",
        "karpenter-al2023",
        "karpenter-ubuntu",
        "auto-mode",
    ]
    .into_iter()
    .map(case)
    .collect();
    let mut free = case("al2023-everything");
    free["kubelet"]["config"] = json!({"a": "b", "c": {"d": ["e", {"f": "g"}]}});
    free["kubelet"]["maxPodsExpression"] = json!("max_pods");
    free["instanceTypes"] = json!(["m5.large"]);
    free.as_object_mut().expect("an object").remove("prefixDelegation");
    found.push(free);
    for request in found.iter_mut().filter(|request| request["system"] == "bottlerocket") {
        // Taints of one key share a line.
        request["taints"][1]["key"] = json!("other");
    }
    found
}

/// The paths of every text in a value, and of every key of a map that the caller names.
fn places(value: &Value, path: &str, found: &mut Vec<(String, bool)>) {
    const MAPS: &[&str] = &["/labels", "/featureGates", "/environment", "/environment/default", "/kubelet/config"];
    match value {
        Value::String(_) => found.push((path.to_owned(), false)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| places(item, &format!("{path}/{at}"), found));
        }
        Value::Object(keys) => {
            for (key, inner) in keys {
                let inner_path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
                if MAPS.contains(&path) {
                    found.push((inner_path.clone(), true));
                }
                places(inner, &inner_path, found);
            }
        }
        _ => {}
    }
}

/// How many lines each text of an answer has that somebody gives to a node; nothing for a fault of the caller.
fn lines(request: &Value) -> Option<Vec<usize>> {
    let reply: Value = serde_json::from_str(&call("bootstrap", &request.to_string())).expect("a reply");
    let Some(answer) = reply.get("answer") else {
        let code = reply["error"]["code"].as_str().expect("a code");
        assert_ne!(code, "ERR_INTERNAL", "{request}: {reply}");
        assert!(!reply["error"]["path"].as_str().expect("a path").chars().any(char::is_control));
        return None;
    };
    for key in ["text", "mergedBy"] {
        let shown = answer[key].as_str().expect("a text");
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{request}: {shown:?}");
    }
    let documents = answer["documents"].as_array().expect("a list").iter().map(|document| &document["text"]);
    let texts = documents.chain([&answer["userData"]]).filter_map(Value::as_str);
    Some(texts.map(|text| text.split('\n').count()).collect())
}

fn hostile() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        ('\u{0}'..='\u{ff}')
            .chain("\u{2018}\u{2019}\u{201a}\u{201b}\u{2028}\u{2029}\u{202e}\u{feff}\u{fffe}\u{1f600}".chars())
            .collect::<Vec<_>>(),
    );
    let words = prop::sample::select(vec![
        "'; rm -rf / #",
        "\nspec:",
        "\n[settings]",
        "</powershell>",
        "$(id)",
        "`id`",
        "%n",
        "\r\n",
        "\" : \"",
        "---",
        "'''",
        "12345",
        "on",
        "null",
        "~",
        "--private-eks",
        "${Token[a]}",
        "\\",
        "\\\"",
        "EOF",
    ]);
    prop_oneof![
        prop::collection::vec(special, 1..6).prop_map(|chars| chars.into_iter().collect()),
        words.prop_map(str::to_owned),
        "\\PC{1,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2000), ..ProptestConfig::default() })]

    #[test]
    fn nothing_leaves_its_place(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), text in hostile(), how in 0..3) {
        let request = which.get(requests());
        let mut found = Vec::new();
        places(request, "", &mut found);
        let (path, is_key) = at.get(&found);
        let due = lines(request).expect("an answer");
        let mixed = |own: &str| match how {
            0 => text.clone(),
            1 => format!("{own}{text}"),
            _ => format!("{text}{own}"),
        };
        let mut changed = request.clone();
        if *is_key {
            let (outer, key) = path.rsplit_once('/').expect("a key");
            let key = key.replace("~1", "/").replace("~0", "~");
            let map = changed.pointer_mut(outer).and_then(Value::as_object_mut).expect("a map");
            let value = map.remove(&key).expect("a value");
            if map.contains_key(&mixed(&key)) {
                return Ok(());
            }
            map.insert(mixed(&key), value);
        } else {
            let place = changed.pointer_mut(path).expect("a place");
            *place = json!(mixed(place.as_str().expect("a text")));
        }
        if let Some(lines) = lines(&changed) {
            // An older maximum of pods, an unknown system: some values change what is given, and none adds a line.
            let is_choice = ["/system", "/instanceTypes/0", "/cluster/dnsAddress"].contains(&path.as_str());
            prop_assert!(is_choice || lines == due, "{path}: {lines:?} for {due:?}: {changed}");
        }
    }
}

/// The requests hold every text field of a node, so that none is left out of the law above.
#[test]
fn every_field_is_tried() {
    let mut found = Vec::new();
    for request in requests() {
        places(request, "", &mut found);
    }
    for field in [
        "/cluster/name",
        "/cluster/endpoint",
        "/cluster/certificateAuthority",
        "/cluster/serviceCidr",
        "/cluster/id",
        "/cluster/dnsAddress",
        "/labels/zone",
        "/taints/0/key",
        "/taints/0/value",
        "/kubelet/flags/0",
        "/containerd/config",
        "/environment/default/LANG",
        "/proxy/url",
        "/proxy/noProxy/0",
        "/localStorage/mountPath",
        "/nodeClass/name",
        "/nodeClass/roleArn",
        "/nodeClass/instanceProfile",
        "/nodeClass/amiAlias",
        "/windows/kubeProxyFlags/0",
        "/windows/excludedSnatCidrs/0",
        "/hybrid/ssm/activationCode",
        "/hybrid/iamRolesAnywhere/nodeName",
        "/amiId",
        "/bottlerocket/timeServers/0",
        "/bottlerocket/updates/metadataBaseUrl",
        "/bottlerocket/certificateBundles/0/name",
        "/kubelet/config/a",
        "/kubelet/maxPodsExpression",
    ] {
        assert!(found.iter().any(|(path, _)| path == field), "{field}");
    }
}
