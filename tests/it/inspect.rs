//! What user data would do: one text for each operating system and each way in which it goes wrong, as the reference of
//! each image's scripts tells it, and whatever else comes in.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::GzEncoder};
use private_eks::{InspectRequest, Inspection, NodeFamily, UserDataEffect, UserDataPartKind, inspect};
use proptest::prelude::*;
use tests::files;

fn of(text: &str) -> Inspection {
    inspect(&InspectRequest { user_data: text.to_owned(), ..InspectRequest::default() }).expect("an answer")
}

fn for_family(text: &str, family: NodeFamily, merged_by_eks: bool) -> Inspection {
    let request =
        InspectRequest { user_data: text.to_owned(), family: Some(family), merged_by_eks, ..InspectRequest::default() };
    inspect(&request).expect("an answer")
}

fn codes(inspection: &Inspection) -> Vec<&str> {
    inspection.findings.iter().map(|finding| finding.code.as_str()).collect()
}

/// Whether the EKS API is surely asked; nothing where it is not asked.
fn asks_eks(inspection: &Inspection) -> Option<bool> {
    inspection.calls.iter().find(|call| call.service == "eks").map(|call| call.sure)
}

fn authority() -> String {
    STANDARD.encode(files::text(&files::root().join("tests/authority/first.pem")))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

const ENDPOINT: &str = "https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com";

fn script(arguments: &str) -> String {
    format!("#!/bin/bash\nset -ex\n/etc/eks/bootstrap.sh {arguments}\n")
}

#[test]
fn the_call_of_bootstrap_is_read_word_by_word() {
    let text = script(&format!(
        "prod --apiserver-endpoint '{ENDPOINT}' --b64-cluster-ca {} \\\n  --dns-cluster-ip 172.20.0.10 --use-max-pods false --kubelet-extra-args '--max-pods=17 --node-labels=a=b,c/d=e --register-with-taints=k=v:NoSchedule,x=:NoExecute'",
        authority()
    ));
    let answer = of(&STANDARD.encode(&text));
    assert_eq!(codes(&answer), [""; 0]);
    assert_eq!((answer.family, answer.layers.as_slice()), (Some(NodeFamily::Al2), ["base64".to_owned()].as_slice()));
    assert_eq!(answer.bytes, text.len());
    assert_eq!((answer.cluster_name.as_deref(), answer.endpoint.as_deref()), (Some("prod"), Some(ENDPOINT)));
    assert_eq!(answer.certificates.as_ref().map(|bundle| bundle.count), Some(1));
    assert_eq!((answer.dns_addresses.as_slice(), answer.max_pods), (["172.20.0.10".to_owned()].as_slice(), Some(17)));
    assert_eq!(answer.taints, ["k=v:NoSchedule", "x=:NoExecute"]);
    assert_eq!(answer.labels.iter().map(|label| label.name.as_str()).collect::<Vec<_>>(), ["a", "c/d"]);
    assert_eq!(asks_eks(&answer), None);
    assert!(answer.undecided.is_empty());
}

#[test]
fn what_bootstrap_does_not_know_is_swallowed() {
    for (arguments, expected, name) in [
        ("--max-pods=20 prod", vec!["flag-as-name", "word-swallowed"], "--max-pods=20"),
        ("prod --apiserver-endpoint=https://a", vec!["flag-swallowed"], "prod"),
        ("prod --use-maxpods false", vec!["flag-swallowed", "word-swallowed"], "prod"),
        ("--use-max-pods false prod", vec!["name-not-first"], "prod"),
        ("prod --service-ipv4-cidr 10.1.0.0/16", vec!["flag-of-newer-images"], "prod"),
        ("prod --dns-cluster-ip", vec!["flag-without-value"], "prod"),
        ("prod --ip-family ipv6 --service-ipv4-cidr 10.1.0.0/16", vec!["ip-family", "flag-of-newer-images"], "prod"),
        ("prod --ip-family ipv6", vec!["ip-family"], "prod"),
        ("prod --ip-family ipv5", vec!["ip-family"], "prod"),
        ("prod --container-runtime dockerd", vec!["container-runtime"], "prod"),
        ("prod --kubelet-extra-args \"--node-labels=a='b'\"", vec!["systemd-quoting"], "prod"),
        ("prod --kubelet-extra-args '--a=50%'", vec!["systemd-specifier"], "prod"),
        (
            "prod --apiserver-endpoint https://a,b --b64-cluster-ca !",
            vec!["endpoint-characters", "certificate-authority"],
            "prod",
        ),
        ("prod --apiserver-endpoint http://a", vec!["endpoint-not-https"], "prod"),
    ] {
        let answer = of(&script(arguments));
        assert_eq!(codes(&answer), expected, "{arguments}");
        assert_eq!(answer.cluster_name.as_deref(), Some(name), "{arguments}");
    }
    assert_eq!(codes(&of(&script(""))), ["no-cluster-name"]);
}

#[test]
fn variables_are_not_guessed() {
    let answer = of(&script("\"$NAME\" --apiserver-endpoint \"$URL\" --b64-cluster-ca $(cat /ca)"));
    assert_eq!(answer.undecided, ["clusterName", "endpoint", "certificates"]);
    assert_eq!(asks_eks(&answer), Some(false));
    let answer = of(&script("prod $ARGUMENTS"));
    assert_eq!(answer.undecided, ["endpoint", "certificates", "serviceCidr", "dnsAddresses", "maxPods"]);
    let answer = of(&script("prod"));
    assert_eq!((answer.undecided.len(), asks_eks(&answer)), (0, Some(true)));
    let exported = "#!/bin/bash\nexport DNS_CLUSTER_IP=10.9.0.10 HTTPS_PROXY=http://10.0.0.9:3128\nSERVICE_IPV4_CIDR=10.9.0.0/16 /etc/eks/bootstrap.sh prod\n";
    let answer = of(exported);
    assert_eq!(
        (answer.dns_addresses, answer.service_cidr.as_deref()),
        (vec!["10.9.0.10".to_owned()], Some("10.9.0.0/16"))
    );
    assert_eq!(answer.proxy[0].value, "http://10.0.0.9:3128");
    // A script that only speaks of a call calls nothing; whether one that is written runs is not known.
    let quiet = "#!/bin/bash\necho /etc/eks/bootstrap.sh x\n# /etc/eks/bootstrap.sh z\n";
    assert_eq!((of(quiet).cluster_name, of(quiet).family), (None, None));
    let written = of("#!/bin/bash\ncat <<EOF >/x\n/etc/eks/bootstrap.sh y\nEOF\n");
    assert_eq!((written.cluster_name, written.findings[0].code.as_str()), (None, "call-not-read"));
}

fn node_config(cluster: &str) -> String {
    format!("apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster:\n{cluster}")
}

fn whole() -> String {
    node_config(&format!(
        "    name: prod\n    apiServerEndpoint: {ENDPOINT}\n    certificateAuthority: {}\n    cidr: 10.100.0.0/16\n",
        authority()
    ))
}

#[test]
fn a_node_config_is_read_by_name_and_type() {
    let text = whole()
        + "  featureGates: {InstanceIdNodeName: true}\n  instance:\n    environment:\n      default: {HTTPS_PROXY: 'http://p:1'}\n  kubelet:\n    flags: ['--node-labels=a=b']\n    config:\n      clusterDNS: [10.100.0.10]\n      maxPods: 30\n      registerWithTaints: [{key: k, value: v, effect: NoSchedule}]\n";
    let answer = of(&text);
    assert_eq!(codes(&answer), [""; 0]);
    assert_eq!((answer.cluster_name.as_deref(), answer.service_cidr.as_deref()), (Some("prod"), Some("10.100.0.0/16")));
    assert_eq!((answer.max_pods, answer.taints), (Some(30), vec!["k=v:NoSchedule".to_owned()]));
    assert_eq!((answer.dns_addresses, answer.proxy.len()), (vec!["10.100.0.10".to_owned()], 1));
    let calls: Vec<_> = answer.calls.iter().map(|call| (call.claim, call.sure)).collect();
    let expected = [("al2023-calls-ec2-types", false), ("al2023-calls-imds", true), ("al2023-calls-kubernetes", true)];
    assert_eq!(calls, expected);
    // The same in JSON.
    let json = serde_json::json!({"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": {"cluster": {
        "name": "prod", "apiServerEndpoint": ENDPOINT, "certificateAuthority": authority(), "cidr": "10.100.0.0/16"}}});
    let answer = of(&json.to_string());
    assert_eq!((codes(&answer), answer.cluster_name.as_deref()), (vec![], Some("prod")));
    assert!(answer.calls.iter().any(|call| call.claim == "al2023-calls-ec2" && call.sure));
}

#[test]
fn what_nodeadm_would_pass_over_or_refuse_is_said() {
    let missing = |field: &str| {
        let text = whole();
        let kept: Vec<&str> = text.split_inclusive('\n').filter(|line| !line.trim().starts_with(field)).collect();
        kept.concat()
    };
    for (text, expected) in [
        (missing("cidr"), vec!["no-service-cidr"]),
        (missing("certificateAuthority"), vec!["no-certificate-authority"]),
        (missing("apiServerEndpoint"), vec!["no-endpoint"]),
        (whole().replace("certificateAuthority: ", "certificateAuthority: '' # "), vec!["no-certificate-authority"]),
        (whole().replace("name: prod", "Name: prod"), vec!["no-cluster-name", "unknown-field"]),
        (whole().replace("name: prod", "name: 12345"), vec!["yaml-unquoted", "no-cluster-name"]),
        (whole().replace("name: prod", "name: on"), vec!["yaml-unquoted", "no-cluster-name"]),
        (whole().replace("name: prod", "name: '12345'"), vec![]),
        (whole().replace("v1alpha1", "v1"), vec!["node-config-kind"]),
        (whole() + "---\na: b\n", vec!["node-config-documents"]),
        (whole() + "  kubelet:\n    flags: ['--node-labels=\"a=b\"']\n", vec!["kubelet-quoting"]),
        (whole() + "  kubelet:\n    flags: ['--a b']\n", vec!["kubelet-blank"]),
        (whole() + "  kubelet:\n    flags: ['--a=$b']\n", vec!["systemd-specifier"]),
        (whole() + "  instance:\n    localStorage: {strategy: raid0}\n", vec!["local-storage"]),
        (whole() + "  instance:\n    environment: {kubelet: {A: 'x\"'}}\n", vec!["systemd-quoting"]),
        (whole() + "  unknown: 1\n", vec!["unknown-field"]),
        (whole() + " bad\n", vec!["node-config-unread"]),
    ] {
        assert_eq!(codes(&of(&text)), expected, "{text}");
    }
    let merged = for_family(&node_config("    name: prod\n"), NodeFamily::Al2023, true);
    assert_eq!(codes(&merged), ["plain-for-managed"]);
    assert_eq!(codes(&for_family(&script("prod"), NodeFamily::Al2023, false)), ["family-mismatch"]);
    let hybrid = whole() + "  hybrid:\n    ssm: {activationCode: a, activationId: b}\n";
    assert_eq!(of(&hybrid).family, Some(NodeFamily::Hybrid));
    assert_eq!(codes(&for_family(&hybrid, NodeFamily::Al2023, false)), ["hybrid-ignored"]);
}

fn multipart(parts: &[(&str, &str)]) -> String {
    let mut text = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"//\"\n\n".to_owned();
    for (kind, body) in parts {
        text += &["--//\nContent-Type: ", kind, "\n\n", body, "\n"].concat();
    }
    text + "--//--\n"
}

#[test]
fn parts_are_merged_and_told_in_the_order_in_which_they_run() {
    let more = "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster: {name: other, cidr: ''}\n  kubelet:\n    flags: ['--b=2']\n";
    let first = whole() + "  kubelet:\n    flags: ['--a=1']\n";
    let text = multipart(&[
        ("text/x-shellscript; charset=\"us-ascii\"", "#!/bin/bash\necho hello"),
        ("application/node.eks.aws", &first),
        ("Application/Node.EKS.aws", more),
        ("text/cloud-boothook", "#cloud-boothook\ntrue"),
    ]);
    let answer = of(&text);
    assert_eq!(codes(&answer), [""; 0]);
    assert_eq!(
        (answer.cluster_name.as_deref(), answer.service_cidr.as_deref()),
        (Some("other"), Some("10.100.0.0/16"))
    );
    assert_eq!(answer.kubelet_flags, ["--a=1", "--b=2"]);
    let order: Vec<(usize, UserDataPartKind)> = answer.parts.iter().map(|part| (part.number, part.kind)).collect();
    assert_eq!(
        order,
        [
            (4, UserDataPartKind::BootHook),
            (2, UserDataPartKind::NodeConfig),
            (3, UserDataPartKind::NodeConfig),
            (1, UserDataPartKind::Shell)
        ]
    );
}

#[test]
fn where_the_readers_of_mime_part_ways_is_said() {
    let good = multipart(&[("application/node.eks.aws", &whole())]);
    let encoded = STANDARD.encode(whole());
    for (text, expected) in [
        (good.clone(), vec![]),
        (good.replace('\n', "\r\n"), vec![]),
        (format!("\n{good}"), vec!["mime-preceded"]),
        (good.replace("\"//\"", "//"), vec!["mime-boundary-unquoted"]),
        (good.replace("--//--", ""), vec!["mime-unclosed"]),
        (good.replace("MIME-Version: 1.0\n", ""), vec!["mime-version-missing"]),
        (good.replace("; boundary=\"//\"", ""), vec!["mime-boundary-missing"]),
        (good.replacen("\n\n", "\n", 1), vec!["mime-headers-unended"]),
        (good.replace("aws\n\napi", "aws\napi"), vec!["mime-part-headers", "no-cluster-name"]),
        (multipart(&[("application/node.eks.aws\nContent-Transfer-Encoding: base64", &encoded)]), vec![]),
        (multipart(&[("application/node.eks.aws", &encoded)]), vec!["mime-base64-undeclared"]),
    ] {
        let found = of(&text);
        assert_eq!(codes(&found).first(), expected.first(), "{text}\n{:?}", found.findings);
    }
    let quoted = multipart(&[(
        "application/node.eks.aws\nContent-Transfer-Encoding: quoted-printable",
        &whole().replace('=', "=3D"),
    )]);
    assert_eq!(codes(&of(&quoted)), [""; 0]);
}

#[test]
fn settings_of_bottlerocket_are_read() {
    let text = format!(
        "[settings.kubernetes]\napi-server = \"{ENDPOINT}\"\ncluster-name = \"prod\"\ncluster-certificate = \"{}\"\ncluster-dns-ip = \"172.20.0.10\"\nmax-pods = 20\nhostname-override-source = \"instance-id\"\n\n[settings.kubernetes.node-labels]\n\"a.b/c\" = \"d\"\n\n[settings.kubernetes.node-taints]\ndedicated = [\"x:NoSchedule\", \":NoExecute\"]\n\n[settings.metrics]\nsend-metrics = false\n\n[settings.host-containers.control]\nenabled = false\n\n[settings.network]\nhttps-proxy = \"http://p:1\"\nno-proxy = [\"a\", \"b\"]\n",
        authority()
    );
    let answer = of(&text);
    assert_eq!(codes(&answer), [""; 0]);
    // What the settings spare is gone; updates and time come from the internet unless the settings say otherwise.
    let claims: Vec<_> = answer.calls.iter().map(|call| (call.claim, call.sure)).collect();
    let due = ["imds", "kubernetes", "ntp", "updates"].map(|call| (format!("bottlerocket-calls-{call}"), true));
    assert_eq!(claims, due.iter().map(|(claim, sure)| (claim.as_str(), *sure)).collect::<Vec<_>>());
    let near = text.clone()
        + "\n[settings.ntp]\ntime-servers = [\"169.254.169.123\"]\n\n[settings.updates]\nmetadata-base-url = \"https://mirror/m\"\ntargets-base-url = \"https://mirror/t\"\n";
    let claims: Vec<_> = of(&near).calls.iter().map(|call| call.claim).collect();
    assert_eq!(claims, ["bottlerocket-calls-imds", "bottlerocket-calls-kubernetes"]);
    assert_eq!((answer.cluster_name.as_deref(), answer.max_pods), (Some("prod"), Some(20)));
    assert_eq!(answer.taints, ["dedicated=x:NoSchedule", "dedicated=:NoExecute"]);
    assert_eq!((answer.labels[0].name.as_str(), answer.proxy.len()), ("a.b/c", 2));
    for (changed, expected) in [
        (format!("\u{feff}{text}"), vec!["bom"]),
        (text.replace(ENDPOINT, "x.eks.amazonaws.com"), vec!["endpoint-not-https"]),
        (text.replace("\"a.b/c\"", "a.b"), vec!["name-unquoted"]),
        (text.replace("\"a.b/c\"", "a/b"), vec!["toml-unread"]),
        (text.replace("\":NoExecute\"", "\"NoExecute\""), vec!["taint-form"]),
        (text.clone() + "[settings.kubernetes]\n", vec!["toml-unread"]),
        (text.clone() + "[other]\na = 1\n", vec!["not-settings"]),
        (text.clone() + "[settings.aws]\nregion = \"x\"\n", vec!["region-set"]),
    ] {
        assert_eq!(codes(&of(&changed)), expected, "{changed}");
    }
    let bare = of("[settings.kubernetes]\ncluster-name = \"prod\"\n");
    assert_eq!(asks_eks(&bare), Some(true));
    let mime = multipart(&[("text/plain", &text)]);
    assert!(codes(&for_family(&mime, NodeFamily::Bottlerocket, false)).contains(&"mime-for-family"));
    assert_eq!(codes(&for_family("hello", NodeFamily::Bottlerocket, false)), ["not-settings"]);
}

#[test]
fn powershell_is_read() {
    let text = format!(
        "<powershell>\n[string]$EKSBootstrapScriptFile = \"$env:ProgramFiles\\Amazon\\EKS\\Start-EKSBootstrap.ps1\"\n& $EKSBootstrapScriptFile -EKSClusterName 'prod' -APIServerEndpoint '{ENDPOINT}' `\r\n  -Base64ClusterCA \"{}\" -DNSClusterIP 10.100.0.10 -ServiceCIDR:10.100.0.0/16 -KubeletExtraArgs '--node-labels=a=b' 3>&1\n</powershell>\n",
        authority()
    );
    let answer = of(&text);
    assert_eq!((codes(&answer), answer.family), (vec![], Some(NodeFamily::Windows)));
    assert_eq!((answer.cluster_name.as_deref(), answer.endpoint.as_deref()), (Some("prod"), Some(ENDPOINT)));
    assert_eq!((answer.service_cidr.as_deref(), answer.labels.len()), (Some("10.100.0.0/16"), 1));
    assert_eq!(asks_eks(&answer), None);
    let live = of(&text.replace("'prod'", "\"$Name\""));
    assert_eq!(live.undecided, ["clusterName"]);
    assert_eq!(codes(&of(&text.replace("<powershell>", ""))), ["powershell-tags"]);
}

#[test]
fn size_gzip_and_broken_bytes_are_said() {
    let answer = of(&STANDARD.encode(gzip(whole().as_bytes())));
    assert_eq!(
        (codes(&answer), answer.layers.as_slice()),
        (vec![], ["base64".to_owned(), "gzip".to_owned()].as_slice())
    );
    assert!(answer.bytes < whole().len());
    let exactly = script("prod") + &"#".repeat(16_384 - script("prod").len());
    assert_eq!(codes(&of(&STANDARD.encode(&exactly))), [""; 0]);
    assert_eq!(codes(&of(&STANDARD.encode(exactly + "#"))), ["too-large"]);
    let bomb = of(&STANDARD.encode(gzip(&vec![b'#'; 20 << 20])));
    assert!(codes(&bomb).contains(&"gzip-too-large"));
    let mut short = gzip(whole().as_bytes());
    short.truncate(short.len() / 2);
    assert!(codes(&of(&STANDARD.encode(short))).contains(&"gzip-broken"));
    assert!(codes(&of(&format!("{}\0", script("prod")))).contains(&"nul"));
    assert!(codes(&of(&script("prod").replace('\n', "\r\n"))).contains(&"crlf"));
    assert_eq!(codes(&of("/etc/eks/bootstrap.sh prod\n")), ["no-interpreter"]);
    assert!(
        inspect(&InspectRequest { user_data: "${Token[TOKEN.7]}".to_owned(), ..InspectRequest::default() }).is_err()
    );
    assert_eq!(of("").findings.len(), 0);
    let fails = of(&script("--a=b prod")).findings.into_iter().next().expect("a finding");
    assert_eq!((fails.effect, fails.place.as_str()), (UserDataEffect::Fails, "part 1, line 3"));
}

#[test]
fn a_bomb_of_aliases_is_no_bomb() {
    let mut text = whole() + "  x: &a [1, 1, 1, 1, 1, 1, 1, 1]\n";
    for (from, to) in "abcdefghi".chars().zip("bcdefghij".chars()) {
        let aliases = vec![format!("*{from}"); 8].join(", ");
        text += &["  ", &to.to_string(), ": &", &to.to_string(), " [", &aliases, "]\n"].concat();
    }
    assert!(codes(&of(&text)).contains(&"node-config-unread"));
    let _ = of(&STANDARD.encode("[".repeat(1 << 20)));
    let _ = of(&format!("[settings]\na = {}", "[".repeat(100_000)));
}

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("#!/bin/bash\n".to_owned()),
        Just("/etc/eks/bootstrap.sh ".to_owned()),
        Just("--//\n".to_owned()),
        Just("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"//\"\n\n".to_owned()),
        Just("Content-Type: application/node.eks.aws\n\n".to_owned()),
        Just("--//--".to_owned()),
        Just("apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n".to_owned()),
        Just("  cluster: &a {name: *a}\n".to_owned()),
        Just("[settings.kubernetes]\n".to_owned()),
        Just("<powershell>-EKSClusterName ".to_owned()),
        Just("=\r\n".to_owned()),
        Just("$(".to_owned()),
        Just("<<EOF\n".to_owned()),
        Just("--kubelet-extra-args '".to_owned()),
        Just("\u{feff}".to_owned()),
        "\\PC{0,8}",
        "[ -~\n\0]{0,8}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_comes_in_something_is_said(text in pieces(), bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for given in [text.clone(), STANDARD.encode(&text), STANDARD.encode(gzip(text.as_bytes())), STANDARD.encode(&bytes)] {
            for family in [None, Some(NodeFamily::Al2), Some(NodeFamily::Al2023), Some(NodeFamily::Bottlerocket), Some(NodeFamily::Windows)] {
                let request = InspectRequest { user_data: given.clone(), family, ..InspectRequest::default() };
                let answer = inspect(&request);
                prop_assert_eq!(&answer, &inspect(&request));
                if let Ok(answer) = answer {
                    prop_assert!(answer.text.chars().all(|c| c == '\n' || !c.is_control()));
                }
            }
        }
    }
}
