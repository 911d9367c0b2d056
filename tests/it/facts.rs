//! Holds the knowledge against the facts that it rests on: through docs/facts.md, which says of each fact how it is
//! expressed or why it is left out. The facts lie in the folder that `PRIVATE_EKS_FACTS` names and never become part
//! of the repository; what the page claims of the library is held without them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use private_eks::call;
use serde_json::{Value, json};
use tests::{files, skip::skip};

/// A day on which the claims that have ended since were true: the last one of AWS App Mesh.
const BEFORE: &str = "2026-09-29";

/// The folder of the facts; says that it skips where there is none.
pub(crate) fn folder() -> Option<PathBuf> {
    match std::env::var_os("PRIVATE_EKS_FACTS") {
        Some(folder) if PathBuf::from(&folder).is_dir() => Some(PathBuf::from(folder)),
        Some(folder) => panic!("PRIVATE_EKS_FACTS names `{}`, which is no folder", PathBuf::from(folder).display()),
        None => {
            skip("facts", "PRIVATE_EKS_FACTS is not set");
            None
        }
    }
}

fn facts(folder: &Path, name: &str) -> Value {
    let file = folder.join(name);
    serde_json::from_str(&files::text(&file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn ask(operation: &str, request: &Value) -> Value {
    let reply: Value = serde_json::from_str(&call(operation, &request.to_string())).expect("a reply is JSON");
    assert!(reply.get("answer").is_some(), "{request}: {reply}");
    reply["answer"].clone()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is no list in {value}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is no text in {value}"))
}

/// The rows of a list of an answer by one of their texts; of today's answer, and of the day before what has ended.
fn by(key: &str, id: &str) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for request in [json!({ "asOf": BEFORE }), json!({})] {
        let answer = ask("knowledge", &request);
        found.extend(list(&answer, key).iter().map(|row| (text(row, id).to_owned(), row.clone())));
    }
    found
}

/// The rows of the table under a heading of docs/facts.md, without its head.
fn table(heading: &str) -> Vec<Vec<String>> {
    table_of("docs/facts.md", heading)
}

/// The rows of the tables under a heading of a page, without their heads.
pub(crate) fn table_of(page: &str, heading: &str) -> Vec<Vec<String>> {
    let page = files::text(&files::root().join(page));
    let (_, rest) = page.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no heading `{heading}`"));
    let section = rest.split("\n## ").next().unwrap_or_default();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |line: &str| {
        let inner = line.trim_matches('|').replace("\\|", "\u{1}");
        inner.split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect()
    };
    let rows: Vec<Vec<String>> = rows.map(cells).collect();
    assert!(!rows.is_empty(), "the table under `{heading}` is empty");
    rows
}

/// The claim that a cell names in backticks.
fn named(cell: &str) -> Option<&str> {
    cell.split('`').nth(1)
}

/// What a key of the facts is here: a feature under its own id, a kind of node, or the base.
fn here(feature: &str) -> String {
    let rows = table("Keys that are no features here");
    rows.iter().find(|row| row[0] == feature).map_or_else(|| feature.to_owned(), |row| row[1].clone())
}

/// How little a mark of confidence says; a mark may carry a remark behind its first word.
fn doubt(mark: &str) -> usize {
    let word = mark.split(' ').next().unwrap_or_default();
    ["read", "inferred", "unverified"].iter().position(|known| *known == word).unwrap_or_else(|| panic!("{mark}"))
}

const STANDARD: &[&str] =
    &["image from private ECR (own or EKS regional)", "same; private DNS mandatory", "image layers"];

/// A row of the facts about an endpoint: feature, service, level, condition.
type Row = (String, String, String, String);

/// Every row of the facts about an endpoint with its mark of confidence: those of the features, and those that only the
/// services have. What every puller of images needs is one row each.
fn rows(folder: &Path) -> BTreeMap<Row, String> {
    let mut rows = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    let mut add = |feature: &str, service: &str, fact: &Value| {
        let condition = text(fact, "condition");
        let feature = if STANDARD.contains(&condition) { "(any)" } else { feature };
        let row = (feature.to_owned(), service.to_owned(), text(fact, "level").to_owned(), condition.to_owned());
        rows.insert(row, fact["confidence"].as_str().unwrap_or("read").to_owned());
    };
    for feature in list(&facts(folder, "features.json"), "features") {
        for fact in list(feature, "endpoints_required") {
            pairs.insert((text(feature, "key").to_owned(), text(fact, "service").to_owned()));
            add(text(feature, "key"), text(fact, "service"), fact);
        }
    }
    for service in list(&facts(folder, "endpoints.json"), "services") {
        for fact in list(service, "needed_by") {
            if !pairs.contains(&(text(fact, "feature").to_owned(), text(service, "key").to_owned())) {
                add(text(fact, "feature"), text(service, "key"), fact);
            }
        }
    }
    rows
}

fn row(cells: &[String]) -> Row {
    (cells[0].clone(), cells[1].clone(), cells[2].clone(), cells[3].clone())
}

#[test]
fn the_page_says_what_the_library_holds() {
    let needs = by("needs", "claim");
    let levels: BTreeMap<_, _> = table("Levels").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let nodes = ["al2", "al2023", "bottlerocket", "windows", "fargate"];
    let mut faults = Vec::new();
    for cells in table("Endpoint rows that are held") {
        let claim = named(&cells[4]).unwrap_or_default();
        let Some(need) = needs.get(claim) else {
            faults.push(format!("`{claim}` is no claim about an endpoint"));
            continue;
        };
        let owner = text(need, "by");
        let condition = if cells[6] == "always" { "" } else { &cells[6] };
        for (holds, what) in [
            (text(need, "service") == cells[1], "is about another service"),
            (text(need, "level") == cells[5], "has another level"),
            (text(need, "condition") == condition, "has another condition"),
            (levels[&cells[2]].split(", ").any(|level| level == cells[5]), "has a level that the page does not allow"),
            (owner == "base" || nodes.contains(&owner) || owner == here(&cells[0]), "is about something else"),
        ] {
            if !holds {
                faults.push(format!("`{claim}` {what}: {need}"));
            }
        }
    }
    let claims = by("claims", "id");
    for cells in table("Endpoint rows that are left out") {
        assert!(!cells[4].is_empty(), "{cells:?}: no reason");
        if let Some(claim) = named(&cells[4]).filter(|claim| !claims.contains_key(*claim)) {
            faults.push(format!("{cells:?}: `{claim}` is no claim"));
        }
    }
    let lacking = by("noEndpoint", "claim");
    for cells in table("What has no endpoint") {
        if let Some(claim) = named(&cells[1]).filter(|claim| !lacking.contains_key(*claim)) {
            faults.push(format!("{cells:?}: `{claim}` says of nothing that it has no endpoint"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_row_about_an_endpoint_is_held_or_left_out_with_a_reason() {
    let Some(folder) = folder() else { return };
    let facts = rows(&folder);
    assert!(facts.len() > 150, "the facts are short: {} rows", facts.len());
    let claims = by("claims", "id");
    let (held, left) = (table("Endpoint rows that are held"), table("Endpoint rows that are left out"));
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for cells in held.iter().chain(&left) {
        if !facts.contains_key(&row(cells)) {
            faults.push(format!("{cells:?} is on the page and not in the facts"));
        }
        if !seen.insert(row(cells)) {
            faults.push(format!("{cells:?} is on the page twice"));
        }
    }
    for cells in &left {
        if cells[2] == "required" {
            faults.push(format!("{cells:?} is required and left out"));
        }
    }
    faults.extend(facts.keys().filter(|row| !seen.contains(row)).map(|row| format!("{row:?} is not on the page")));
    for cells in &held {
        let claim = &claims[named(&cells[4]).unwrap_or_default()];
        let fact = facts.get(&row(cells)).map_or("unverified", String::as_str);
        if doubt(text(claim, "confidence")) < doubt(fact) {
            faults.push(format!("`{}` is surer than the fact, which is {fact}", text(claim, "id")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_key_of_a_feature_is_known() {
    let Some(folder) = folder() else { return };
    let features = by("features", "id");
    let others: BTreeSet<_> = table("Keys that are no features here").into_iter().map(|row| row[0].clone()).collect();
    let facts = facts(&folder, "features.json");
    let keys: BTreeSet<_> = list(&facts, "features").iter().map(|feature| text(feature, "key").to_owned()).collect();
    for key in &keys {
        assert!(features.contains_key(key) != others.contains(key), "`{key}` is a feature, or says why it is none");
    }
    for id in features.keys().chain(&others) {
        assert!(keys.contains(id), "`{id}` is in no fact");
    }
}

/// Ports of security groups, and images with where they come from, are settings of the feature or of every cluster.
#[test]
fn every_flow_and_every_image_of_a_feature_is_a_setting() {
    let Some(folder) = folder() else { return };
    let settings = list(&ask("knowledge", &json!({})), "settings").to_vec();
    let mut faults = Vec::new();
    for feature in list(&facts(&folder, "features.json"), "features") {
        let own = here(text(feature, "key"));
        let names = |place: &str| -> Vec<String> {
            let asks = |row: &&Value| text(row, "by") == own || text(row, "by") == "base";
            let rows = settings.iter().filter(asks).filter(|row| text(row, "place") == place);
            rows.map(|row| text(row, "name").to_owned()).collect()
        };
        for rule in list(feature, "security_group_rules") {
            let Some(port) = rule["port"].as_u64() else { continue };
            let has = |name: &String| name.split(' ').any(|word| word == port.to_string());
            if !names("securityGroup").iter().any(has) {
                faults.push(format!("{own}: no setting opens {rule}"));
            }
        }
        for image in list(feature, "images") {
            // What stands for a file of a manifest is no repository; the setting about that file expresses it.
            let repository = text(image, "repository").split([' ', ',', '{']).next().unwrap_or_default();
            let repository = repository.trim_end_matches(['*', '/']);
            let copied = image["must_mirror"] == true;
            let wanted =
                if copied { format!("{}/{repository}", text(image, "registry")) } else { repository.to_owned() };
            if repository != "overlay" && !names("image").iter().any(|name| name.contains(&wanted)) {
                faults.push(format!("{own}: no setting says where {image} comes from"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_service_has_its_names_in_every_region() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    let services = by("services", "id");
    assert_eq!(services.len(), list(&facts, "services").len());
    let mut faults = Vec::new();
    let mut compared = 0;
    for fact in list(&facts, "services") {
        let key = text(fact, "key");
        let Some(ours) = services.get(key) else {
            faults.push(format!("`{key}` is not known"));
            continue;
        };
        let mut types = list(ours, "types").to_vec();
        let mut wanted = list(fact, "endpoint_types").to_vec();
        types.sort_by_key(ToString::to_string);
        wanted.sort_by_key(ToString::to_string);
        let ended = fact["status"].as_str().and_then(|status| status.strip_prefix("ended "));
        for (field, is, ours) in [
            ("types", json!(wanted), json!(types)),
            ("port", fact["port"].clone(), ours["port"].clone()),
            ("FIPS service", fact["fips_service_suffix"].clone(), ours["fipsService"].clone()),
            ("status", json!(ended), ours["ended"].clone()),
            ("policies", fact["endpoint_policy_supported"].clone(), ours["endpointPolicy"].clone()),
            ("service region", fact["service_names"]["aws"]["service_region"].clone(), ours["serviceRegion"].clone()),
        ] {
            if is != ours {
                faults.push(format!("`{key}`: {field} is {ours}, in the facts {is}"));
            }
        }
        // Gateway endpoints follow the pattern everywhere; a service with both types has a list of names for each.
        let names = &fact["service_names"];
        let (gateways, interfaces) = (&names["gateway"], &names["interface"]);
        let plain = gateways.is_null() && interfaces.is_null();
        let gateway_only = !list(fact, "endpoint_types").contains(&json!("Interface"));
        let lists: Vec<_> =
            if plain { vec![(names, !gateway_only)] } else { vec![(gateways, false), (interfaces, true)] };
        for (names, is_interface) in lists {
            for (region, name) in regions(names, &facts) {
                compared += 1;
                let ours = name_in(ours, &region, is_interface);
                if ours != name {
                    faults.push(format!("`{key}` in {region} is `{ours}`, in the facts `{name}`"));
                }
            }
        }
    }
    assert!(compared > 2000, "only {compared} names were compared");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every region of a list of names with its name: a pattern stands for each region of its partition.
fn regions(names: &Value, facts: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for partition in list(facts, "partitions") {
        let own = &names[text(partition, "id")];
        let ids = partition["regions"].as_object().expect("regions by id").keys();
        for region in ids.filter(|_| !own.is_null()) {
            let name = match (own["pattern"].as_str(), own["name"].as_str()) {
                (Some(pattern), _) => pattern.replace("{region}", region),
                (None, Some(name)) => name.to_owned(),
                (None, None) if own[region].is_null() => continue,
                (None, None) => text(&own[region], "name").to_owned(),
            };
            found.push((region.clone(), name));
        }
    }
    found
}

fn name_in(service: &Value, region: &str, is_interface: bool) -> String {
    let other = list(service, "otherNames").iter().find(|other| text(other, "region") == region);
    match other {
        Some(other) if is_interface => text(other, "serviceName").to_owned(),
        _ => text(service, "serviceName").replace("{region}", region),
    }
}

/// A plan writes the names out with the same care: a service of each partition, through the other operation.
#[test]
fn a_plan_has_the_names_of_the_facts() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    for partition in list(&facts, "partitions") {
        for region in list(partition, "eks_regions") {
            let plan = ask("plan", &json!({ "region": region, "features": ["eks-api-from-vpc", "irsa"] }));
            for endpoint in list(&plan, "endpoints") {
                let service = list(&facts, "services").iter().find(|row| row["key"] == endpoint["service"]);
                let names = &service.expect("a service of the facts")["service_names"];
                let names = if names["gateway"].is_null() { names } else { &names["gateway"] };
                let wanted = regions(names, &facts).into_iter().find(|(id, _)| json!(id) == *region);
                assert_eq!(endpoint["serviceName"], json!(wanted.expect("a name").1), "{region}");
            }
        }
    }
}

/// What the facts say of a feature beyond endpoints: each line of the three tables names claims that exist, or says why
/// there is none, and no line of the facts is missing.
#[test]
fn every_requirement_pair_and_caveat_of_a_feature_is_on_the_page() {
    let claims = by("claims", "id");
    let tables = [
        ("Further requirements", "extra_requirements"),
        ("Pairs that do not go together", "unsupported_on"),
        ("Caveats", "caveats"),
    ];
    for (heading, _) in tables {
        for cells in table(heading) {
            assert!(!cells[2].is_empty(), "{cells:?}: neither claim nor reason");
            // Names in backticks are ids of claims; one reason names a service.
            let names = cells[2].split('`').skip(1).step_by(2).filter(|name| *name != "oidc-eks");
            for name in names {
                assert!(claims.contains_key(name), "{heading}: `{name}` is no claim");
            }
        }
    }
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "features.json");
    for (heading, key) in tables {
        let mut theirs = Vec::new();
        for feature in list(&facts, "features") {
            for fact in list(feature, key) {
                let fact = fact.as_str().unwrap_or_else(|| text(fact, "fact"));
                theirs.push((text(feature, "key").to_owned(), fact.to_owned()));
            }
        }
        let rows = table(heading);
        assert_eq!(rows.len(), theirs.len(), "{heading}");
        for (cells, (feature, fact)) in rows.iter().zip(theirs) {
            assert_eq!(cells[0], feature, "{heading}");
            assert!(fact.starts_with(&cells[1]), "{heading}: `{}` stands for `{fact}`", cells[1]);
        }
    }
}

/// The rows of the network requirements, and the statements of the corrections: each with what it begins with.
fn requirements(folder: &Path) -> Vec<(String, String)> {
    let heads = ["#", "direction", "caller", "feature", "node kind", "phase"];
    let mut rows = Vec::new();
    let (mut section, mut at) = (String::new(), 0);
    for line in files::text(&folder.join("network_requirements.md")).lines().filter(|line| !line.is_empty()) {
        if let Some(heading) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            let number = heading.split(' ').next().unwrap_or_default().trim_end_matches('.');
            (section, at) = (number.to_owned(), 0);
            continue;
        }
        let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        let in_table = line.starts_with('|');
        if section.is_empty() || in_table && (heads.contains(&cells[0]) || line.starts_with("|---")) {
            continue;
        }
        let numbered = in_table && cells[0].split_once('.').is_some_and(|(first, _)| first.parse::<u8>().is_ok());
        if numbered && cells[0].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            rows.push((cells[0].to_owned(), cells[1].to_owned()));
        } else {
            at += 1;
            rows.push((format!("{section}:{at}"), if in_table { cells.join(" ") } else { line.to_owned() }));
        }
    }
    let text = files::text(&folder.join("corrections.md"));
    for (heading, kind) in [("Still", "imprecise"), ("Not", "unverifiable"), ("Facts", "missing")] {
        let (_, rest) =
            text.split_once(&format!("\n## {heading} ")).unwrap_or_else(|| panic!("no heading `{heading}`"));
        let lines = rest.split("\n## ").next().unwrap_or_default().lines().skip(1);
        let statements: Vec<String> = if kind == "unverifiable" {
            let prose = lines.collect::<Vec<_>>().join(" ");
            prose.split(';').map(|part| part.trim().to_owned()).collect()
        } else {
            lines.filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
        };
        rows.extend(statements.into_iter().enumerate().map(|(at, text)| (format!("{kind} {}", at + 1), text)));
    }
    rows
}

/// Every requirement of the network and every correction is on the page, in order, with claims or cases that exist, or
/// with a reason.
#[test]
fn every_requirement_of_the_network_is_on_the_page() {
    let claims = by("claims", "id");
    let cases = files::root().join("tests/cases");
    let rows = table("Network requirements and corrections, row by row");
    let mut faults = Vec::new();
    let mut held = 0;
    for cells in &rows {
        if cells[2].is_empty() {
            faults.push(format!("{cells:?}: neither claim nor reason"));
        }
        for name in cells[2].split('`').skip(1).step_by(2) {
            held += usize::from(claims.contains_key(name));
            if !claims.contains_key(name) && !cases.join(format!("{name}.json")).is_file() {
                faults.push(format!("{cells:?}: `{name}` is neither a claim nor a case"));
            }
        }
    }
    assert!(held > 100, "the page names {held} claims");
    if let Some(folder) = folder() {
        let theirs = requirements(&folder);
        let ids: Vec<_> = theirs.iter().map(|(id, _)| id.as_str()).collect();
        let ours: Vec<_> = rows.iter().map(|cells| cells[0].as_str()).collect();
        faults.extend(ids.iter().filter(|id| !ours.contains(id)).map(|id| format!("{id} is not on the page")));
        faults.extend(ours.iter().filter(|id| !ids.contains(id)).map(|id| format!("{id} is in no fact")));
        for (cells, (id, fact)) in rows.iter().zip(&theirs) {
            if cells[0] != *id || cells[1].is_empty() || !fact.starts_with(&cells[1]) {
                faults.push(format!("{id}: `{}` stands for `{fact}`", cells[1]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What clients call with FIPS is kept from a proxy, and where the facts give the ordinary name there is no endpoint
/// beside the ordinary one.
#[test]
fn host_names_for_fips_are_those_of_the_facts() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    let proxy = json!({ "host": "10.0.0.1", "port": 3128 });
    let mut compared = 0;
    for partition in list(&facts, "partitions") {
        for region in partition["regions"].as_object().expect("regions by id").keys() {
            let hosts = |fact: &Value| fact["public_hostnames_by_region"][region].clone();
            let told = |fact: &&Value| fact["key"] != "arc-zonal-shift" && hosts(fact)["default"].is_string();
            let services: Vec<_> = list(&facts, "services").iter().filter(told).collect();
            if services.is_empty() {
                continue;
            }
            let keys: Vec<_> = services.iter().map(|fact| text(fact, "key")).collect();
            let plan = ask("plan", &json!({ "region": region, "fips": true, "proxy": proxy, "services": keys }));
            let entries: BTreeSet<_> =
                list(&plan["noProxy"], "entries").iter().map(|entry| text(entry, "entry")).collect();
            let planned: BTreeSet<_> = list(&plan, "endpoints").iter().map(|own| text(own, "service")).collect();
            for fact in services {
                let hosts = hosts(fact);
                let ordinary = hosts["fips"] == hosts["default"];
                if let Some(own) = fact["fips_service_suffix"].as_str() {
                    let wanted = planned.contains(text(fact, "key")) && !ordinary;
                    assert_eq!(planned.contains(own), wanted, "{region}: `{own}`");
                }
                // What is not to be had in a region is not planned.
                let there = planned.contains(text(fact, "key"));
                if let Some(host) = hosts["fips"].as_str().filter(|_| there && !ordinary) {
                    assert!(entries.contains(host), "{region}: `{host}` is not among {entries:?}");
                    compared += 1;
                }
                let missing = hosts["fips"].is_null();
                let told = list(&plan, "findings").iter().any(|found| text(found, "id").starts_with("base-fips-"));
                assert!(!missing || told || fact["key"] != "s3", "{region}: S3 has no host name for FIPS");
            }
        }
    }
    assert!(compared > 250, "only {compared} names were compared");
}

/// The names that private DNS serves are those that the facts list for the endpoint, or else the host that the SDK
/// asks.
#[test]
fn private_names_are_names_of_the_service() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    let services = by("services", "id");
    let mut faults = Vec::new();
    let mut compared = 0;
    // A service for all regions has its names in its home partition, without a region in them.
    for fact in list(&facts, "services").iter().filter(|fact| fact["regionless"] != true) {
        let key = text(fact, "key");
        let hosts = list(&services[key], "privateDnsNames").iter().filter_map(Value::as_str);
        for (host, partition) in hosts.flat_map(|host| list(&facts, "partitions").iter().map(move |part| (host, part)))
        {
            let suffixes = [("{suffix}", "dns_suffix"), ("{dualstack}", "dualstack_dns_suffix")];
            let write = |host: &str| {
                suffixes.iter().fold(host.to_owned(), |host, (mark, key)| host.replace(mark, text(partition, key)))
            };
            let private = &fact["private_dns_names"];
            let private =
                if private["interface"].is_null() { &private[text(partition, "id")] } else { &private["interface"] };
            let private = private.as_array().into_iter().flatten().filter_map(Value::as_str);
            let mut known: BTreeSet<String> = private
                .filter_map(|name| name.split(' ').next())
                .map(|name| name.replace("<suffix>", text(partition, "dns_suffix")))
                .collect();
            if known.is_empty() {
                let ids = partition["regions"].as_object().expect("regions by id").keys();
                let of_sdk = |region: &String| {
                    let name = fact["public_hostnames_by_region"][region]["default"].as_str()?;
                    Some(name.replace(region, "{region}"))
                };
                known.extend(ids.filter_map(of_sdk));
            }
            if !known.is_empty() {
                compared += 1;
                if !known.contains(&write(host)) {
                    faults.push(format!("`{key}`: `{host}` is none of {known:?}"));
                }
            }
        }
    }
    assert!(compared > 200, "only {compared} names were compared");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_contradiction_is_told_with_what_is_held() {
    let claims = by("notes", "claim");
    let rows = table("Sources that contradict each other");
    for cells in &rows {
        let claim = named(&cells[1]).unwrap_or_default();
        assert!(claims.contains_key(claim), "`{claim}` is no note");
    }
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    let subject = |fact: &Value| fact["about"].as_str().or(fact["subject"].as_str()).map(str::to_owned);
    let theirs: BTreeSet<_> = list(&facts, "conflicts_between_sources").iter().filter_map(subject).collect();
    assert_eq!(rows.into_iter().map(|cells| cells[0].clone()).collect::<BTreeSet<_>>(), theirs);
}

#[test]
fn what_has_no_endpoint_is_on_the_page() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "endpoints.json");
    let claims = by("claims", "id");
    let rows = table("What has no endpoint");
    assert_eq!(rows.len(), list(&facts, "no_endpoint").len());
    for fact in list(&facts, "no_endpoint") {
        let cells = rows.iter().find(|cells| cells[0] == text(fact, "service"));
        let cells = cells.unwrap_or_else(|| panic!("`{}` is not on the page", text(fact, "service")));
        if let Some(claim) = named(&cells[1]) {
            let surer = doubt(text(&claims[claim], "confidence")) < doubt(text(fact, "confidence"));
            assert!(!surer, "`{claim}` is surer than the fact");
        }
    }
}

#[test]
fn registries_are_those_of_the_facts_and_unknown_ones_stay_unknown() {
    let Some(folder) = folder() else { return };
    let facts = facts(&folder, "registries.json");
    let ours = by("registries", "region");
    let theirs = list(&facts, "eks_addon_registry_accounts");
    assert_eq!(ours.len(), theirs.len());
    for fact in theirs {
        let row = &ours[text(fact, "region")];
        assert_eq!(row["account"], fact["account"], "{row}");
        assert_eq!(row["host"], fact["registry_host"], "{row}");
        let confidence = if fact["confidence"] == "unknown" { Value::Null } else { fact["confidence"].clone() };
        assert_eq!(row["confidence"], confidence, "{row}");
    }
}

/// A condition of the facts is typed here, or stands with its reason in one of two tables.
#[test]
fn every_condition_of_the_facts_is_typed_or_has_a_reason() {
    let mut excused: BTreeSet<(String, String)> = BTreeSet::new();
    for cells in table("Conditions that are no condition here") {
        assert!(!cells[2].is_empty(), "{cells:?}: no reason");
        assert!(excused.insert((cells[0].clone(), cells[1].clone())), "{cells:?} is on the page twice");
    }
    let (held, left) = (table("Endpoint rows that are held"), table("Endpoint rows that are left out"));
    let worded = |cells: &&Vec<String>| cells[6] == "always" && !cells[3].starts_with("always");
    let loose: BTreeSet<_> = held.iter().filter(worded).map(|cells| (cells[0].clone(), cells[3].clone())).collect();
    assert_eq!(excused, loose, "a condition is `always` here without a reason, or a reason is idle");
    let ours: BTreeSet<_> = held.iter().chain(&left).map(|cells| cells[3].as_str()).collect();
    let Some(folder) = folder() else { return };
    let features = facts(&folder, "features.json");
    let rows = list(&features, "features").iter().flat_map(|feature| list(feature, "endpoints_required"));
    let theirs: BTreeSet<_> = rows.map(|fact| text(fact, "condition")).collect();
    for condition in &theirs {
        assert!(ours.contains(condition), "`{condition}` is neither typed nor excused");
    }
    let page = files::text(&files::root().join("docs/facts.md"));
    let counted = format!("{} distinct conditions in their rows about endpoints, {} of them", ours.len(), theirs.len());
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&counted), "the page does not say `{counted}`");
}

#[test]
fn what_contradicts_the_newest_page_is_on_the_page() {
    let answer = ask("knowledge", &json!({}));
    let newest = list(&answer, "editions").last().expect("an edition").clone();
    let edition = ask("knowledge", &json!({ "edition": newest }))["edition"].clone();
    let ticked = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let rows = table("Statements of the page that other sources contradict");
    let mut told: BTreeMap<String, BTreeSet<String>> =
        rows.iter().map(|cells| (named(&cells[1]).unwrap_or_default().to_owned(), ticked(&cells[2]))).collect();
    for statement in list(&edition, "statements").iter().filter(|statement| statement["held"] == false) {
        let against = list(statement, "contradictedBy").iter().filter_map(Value::as_str).map(str::to_owned).collect();
        assert_eq!(told.remove(text(statement, "id")), Some(against), "{statement}");
    }
    assert!(told.is_empty(), "held after all, or no statement: {told:?}");
}

/// What nobody verified about the features that clusters commonly use is on the page, and a plan that asks for an
/// endpoint on such a claim alone says so before anything else.
#[test]
fn nobody_rests_on_the_unverified_unawares() {
    let rows = table("Features that clusters commonly use");
    assert_eq!(rows.len(), 20);
    let claims = by("claims", "id");
    let features = by("features", "id");
    let mut warned = 0;
    for cells in rows {
        let unverified: Vec<_> = claims
            .values()
            .filter(|claim| claim["about"] == json!(cells[0]) && claim["confidence"] == "unverified")
            .map(|claim| format!("`{}`", text(claim, "id")))
            .collect();
        let unverified = if unverified.is_empty() { "none".to_owned() } else { unverified.join(", ") };
        assert_eq!(cells[1], unverified, "{}", cells[0]);
        for options in options(&features[&cells[0]]) {
            let plan = ask("plan", &json!({ "region": "us-east-1", "features": { cells[0].as_str(): options } }));
            let head = text(&plan, "text").split("\n\n").next().unwrap_or_default();
            for endpoint in list(&plan, "endpoints").iter().filter(|endpoint| endpoint["confidence"] == "unverified") {
                let service = text(endpoint, "service");
                let said = head.lines().any(|line| line.contains("verified") && line.contains(service));
                assert!(said, "{}: nothing says that `{service}` is unverified: {head}", cells[0]);
                warned += 1;
            }
        }
    }
    assert!(warned > 0, "no plan had anything to warn of");
}

/// No option, and then each option with each of its values.
fn options(feature: &Value) -> Vec<Value> {
    let mut found = vec![json!({})];
    for option in list(feature, "options") {
        let values = match text(option, "kind") {
            "flag" => vec![json!(true), json!(false)],
            "text" => vec![json!("x"), json!("")],
            _ => list(option, "choices").to_vec(),
        };
        found.extend(values.into_iter().map(|value| json!({ text(option, "name"): value })));
    }
    found
}
