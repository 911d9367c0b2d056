//! Reads real answers of AWS: every document below the folder that `PRIVATE_EKS_INPUTS` names. They are looked at
//! where they lie and never become part of the repository.

use std::path::PathBuf;

use private_eks::{ErrorCode, MergeRequest, NamedDocument, Part, Snapshot, merge};
use serde_json::{Map, Value};
use tests::{files, pattern, skip::skip};

/// The folder; says that it skips where there is none.
fn folder() -> Option<PathBuf> {
    match std::env::var_os("PRIVATE_EKS_INPUTS") {
        Some(folder) if PathBuf::from(&folder).is_dir() => Some(PathBuf::from(folder)),
        Some(folder) => panic!("PRIVATE_EKS_INPUTS names `{}`, which is no folder", PathBuf::from(folder).display()),
        None => {
            skip("inputs", "PRIVATE_EKS_INPUTS is not set");
            None
        }
    }
}

#[test]
fn every_document_is_read_and_nothing_is_dropped_in_silence() {
    let Some(folder) = folder() else { return };
    let mut files = files::below(&folder);
    files.retain(|file| files::is_json(file));
    assert!(!files.is_empty(), "{} has no document", folder.display());
    let faults: Vec<String> = files
        .iter()
        .filter_map(|file| Some(format!("{}: {}", file.display(), read(&files::text(file)).err()?)))
        .collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), files.len(), faults.join("\n"));
}

fn read(text: &str) -> Result<(), String> {
    let raw: Map<String, Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let parsed = Snapshot::parse(text);
    if raw.contains_key("Error") {
        return match parsed {
            Err(error) if error.code() == ErrorCode::ErrAwsError => Ok(()),
            other => Err(format!("AWS's error was read as {other:?}")),
        };
    }
    let snapshot = parsed.map_err(|error| error.to_string())?;
    let written = snapshot.to_json().map_err(|error| error.to_string())?;
    let written: Map<String, Value> = serde_json::from_str(&written).map_err(|error| error.to_string())?;
    let unread = snapshot.collection.map(|collection| collection.unread).unwrap_or_default();
    for (key, value) in &raw {
        kept(key, value, &written, &unread, &raw)?;
    }
    Ok(())
}

/// Where a value of a document must be found again: in its part, in the part of its kind, or among the unread keys.
fn kept(
    key: &str,
    value: &Value,
    written: &Map<String, Value>,
    unread: &[String],
    raw: &Map<String, Value>,
) -> Result<(), String> {
    if ["ResponseMetadata", "NextToken", "nextToken", "NextMarker"].contains(&key) {
        return Ok(());
    }
    if unread.iter().any(|unread| unread == key) {
        return Ok(());
    }
    let (part, wanted) = match key {
        "nodegroup" => ("nodegroups", Value::Array(vec![value.clone()])),
        "fargateProfile" => ("fargateProfiles", Value::Array(vec![value.clone()])),
        "addon" => ("addons", Value::Array(vec![value.clone()])),
        "accessEntry" => ("accessEntries", Value::Array(vec![value.clone()])),
        "VpcId" | "EnableDnsSupport" | "EnableDnsHostnames" => {
            ("VpcAttributes", Value::Array(vec![Value::Object(raw.clone())]))
        }
        // The answer of describe-managed-prefix-lists uses the key of describe-prefix-lists.
        "PrefixLists" if written.contains_key("ManagedPrefixLists") => ("ManagedPrefixLists", value.clone()),
        part if Part::ALL.iter().any(|known| known.as_str() == part) => (part, value.clone()),
        _ => return Err(format!("`{key}` is neither kept nor listed as unread")),
    };
    let Some(found) = written.get(part) else { return Err(format!("`{key}` is dropped")) };
    // What is written must stand in the document just so: as many items, and each field as AWS printed it.
    pattern::check(found, &wanted).map_err(|miss| format!("`{key}` {miss}"))
}

#[test]
fn documents_of_one_environment_are_one_snapshot() {
    let Some(folder) = folder() else { return };
    for name in ["emulated-boto3", "emulated-awscli"] {
        let files = files::below(&folder.join(name));
        assert!(!files.is_empty(), "`{name}` has no document");
        let mut documents: Vec<NamedDocument> = files
            .iter()
            .filter(|file| files::name(file).contains("describe"))
            .map(|file| NamedDocument { name: files::name(file).to_owned(), text: files::text(file) })
            .collect();
        let merged = merge(&MergeRequest { documents: documents.clone() }).expect(name);
        for part in ["Vpcs", "Subnets", "RouteTables", "SecurityGroups", "VpcEndpoints", "cluster", "nodegroups"] {
            assert!(merged.parts().contains(&part), "`{name}` lost `{part}`");
        }
        documents.reverse();
        let reversed = merge(&MergeRequest { documents }).expect(name);
        assert_eq!(merged.parts(), reversed.parts(), "the order of the files decides what is there");
        let request = format!(r#"{{"snapshot":{}}}"#, merged.to_json().expect(name));
        let reply = private_eks::call("audit", &request);
        assert!(!reply.contains("ERR_INTERNAL"), "{name}: {reply}");
    }
}
