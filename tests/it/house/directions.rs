//! One direction: a room imports what lies left of it, never back; and no file grows into a house of its own.

use std::path::Path;

use tests::files;

/// Each room of the core and the rooms that it may import besides the ground floor.
const ROOMS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("verdict", &[]),
    ("day", &[]),
    ("json", &[]),
    ("text", &[]),
    ("shell", &[]),
    ("yaml", &[]),
    ("net", &[]),
    ("knowledge", &["net"]),
    ("bootstrap", &["net", "knowledge"]),
    ("access", &["net", "knowledge"]),
    ("images", &["net", "knowledge"]),
    ("plan", &["net", "knowledge", "bootstrap", "access", "images"]),
    ("snapshot", &["net", "knowledge"]),
    ("network", &["net", "knowledge", "bootstrap", "access", "images", "plan", "snapshot"]),
    ("audit", &["net", "knowledge", "bootstrap", "access", "images", "plan", "snapshot", "network"]),
    ("operations", &["net", "knowledge", "bootstrap", "access", "images", "plan", "snapshot", "network", "audit"]),
];

/// What every room may import.
const GROUND: &[&str] = &["error", "verdict", "day", "json", "text", "shell", "yaml"];

/// Files of the core that may have more than 400 lines before their unit tests, each with its reason.
const LONG: &[(&str, &str)] = &[
    ("core/src/knowledge/tables/endpoint_services.rs", "a list of another package, row by row"),
    ("core/src/knowledge/tables/instance_types.rs", "a list of another package, row by row"),
    ("core/src/snapshot/calls/rows.rs", "one table, row by row, and no logic"),
    ("core/src/snapshot/ec2.rs", "one AWS object after the other, field by field, and no logic"),
];

#[test]
fn rooms_import_to_the_left_only() {
    let mut faults = Vec::new();
    for file in files::ending("core/src", &[".rs"]) {
        let modules = modules(&file);
        let Some(room) = modules.first().filter(|room| *room != "lib") else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(known, _)| known == room) else {
            faults.push(format!("{}: `{room}` is no room; give it its place in this test", files::shown(&file)));
            continue;
        };
        for name in imports(&files::text(&file), modules.len()) {
            let is_room = ROOMS.iter().any(|(known, _)| *known == name);
            if !is_room {
                faults.push(format!("{}: `crate::{name}` is no room; name the room", files::shown(&file)));
            } else if name != *room && !GROUND.contains(&name.as_str()) && !allowed.contains(&name.as_str()) {
                faults.push(format!("{}: `{room}` must not import `{name}`", files::shown(&file)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The modules that a file stands for: `core/src/plan/spec.rs` is `plan`, `spec`.
fn modules(file: &Path) -> Vec<String> {
    let inner = file.strip_prefix(files::root().join("core/src")).expect("a file of the core");
    let mut modules: Vec<String> = inner.with_extension("").iter().map(|part| part.to_string_lossy().into()).collect();
    modules.pop_if(|last| last == "mod");
    modules
}

/// The first name of every path that begins at the root of the crate, spelled `crate::` or with as many `super::` as
/// the file lies deep.
fn imports(text: &str, depth: usize) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let climb = "super::".repeat(depth);
    let starts = code.match_indices("crate::").map(|(at, found)| (at + found.len(), true));
    let climbs = code.match_indices(&climb).map(|(at, found)| (at + found.len(), false));
    let mut names = Vec::new();
    for (at, is_crate) in starts.chain(climbs) {
        let found = heads(&code[at..]);
        // A test module lies one deeper than its file, so a climb counts only where it ends in a room.
        names.extend(found.into_iter().filter(|name| is_crate || ROOMS.iter().any(|(room, _)| room == name)));
    }
    names
}

/// The first names after `crate::`: one, or those of the outermost braces.
fn heads(rest: &str) -> Vec<String> {
    let word =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    if !rest.starts_with('{') {
        return vec![word(rest)];
    }
    let mut depth = 0;
    let mut names = Vec::new();
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && matches!(c, '{' | ',') {
            names.push(word(&rest[at + 1..]));
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn imports_are_found_in_every_spelling() {
    let text = "use crate::error::Error;\n// crate::audit\nuse crate::{plan::{Plan, spec}, net,};\nfn f(_: super::super::audit::Report) {}";
    assert_eq!(imports(text, 2), ["error", "plan", "net", "audit"]);
    assert_eq!(imports("mod tests { use super::*; use super::Row; }", 1), Vec::<String>::new());
}

#[test]
fn no_file_grows_into_a_house() {
    let mut faults = Vec::new();
    for file in files::ending("core/src", &[".rs"]) {
        let shown = files::shown(&file);
        let lines = files::text(&file).lines().take_while(|line| *line != "#[cfg(test)]").count();
        let is_rule = shown.starts_with("core/src/audit/rules/") && !shown.ends_with("/mod.rs");
        let limit = if is_rule { 100 } else { 400 };
        let reason = LONG.iter().find(|(long, _)| *long == shown);
        match (lines > limit, reason) {
            (true, None) => faults.push(format!("{shown} has {lines} lines, more than {limit}; is it one room?")),
            (false, Some(_)) => faults.push(format!("{shown} is short again; take it off the list")),
            _ => {}
        }
    }
    let gone = LONG.iter().filter(|(long, _)| !files::root().join(long).is_file());
    faults.extend(gone.map(|(long, _)| format!("{long} is on the list and not there")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
