//! Every rule by which paths are judged has a row in docs/reach.md, with the cases that show it or the reason why none
//! can; and every case that is named for a row stands in it.

use tests::files;

/// The rules: a letter, and how many there are.
const RULES: &[(&str, usize)] = &[("S", 19), ("N", 11), ("R", 13), ("E", 17), ("P", 12), ("V", 12)];

#[test]
fn every_row_has_its_cases_or_a_reason() {
    let page = files::text(&files::root().join("docs/reach.md"));
    let table = page.split("## The rows").nth(1).unwrap_or_default();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .skip(1)
        .map(|line| line.split(" | ").collect())
        .collect();
    let due: Vec<String> =
        RULES.iter().flat_map(|(letter, count)| (1..=*count).map(move |number| format!("{letter}{number}"))).collect();
    let named: Vec<&str> = rows.iter().filter_map(|row| row.first().copied()).collect();
    assert_eq!(named, due, "docs/reach.md does not have each row once and in order");
    let mut faults = Vec::new();
    for row in &rows {
        let [id, rule, cases] = row[..] else { panic!("a row of docs/reach.md has not three cells: {row:?}") };
        if rule.trim().is_empty() {
            faults.push(format!("{id} does not say what it is"));
        }
        if let Some(reason) = cases.strip_prefix("none: ") {
            if reason.len() < 20 {
                faults.push(format!("{id} has neither cases nor a reason"));
            }
            continue;
        }
        let cases: Vec<&str> = cases.split(", ").map(|case| case.trim_matches('`')).collect();
        for case in &cases {
            if !files::root().join(format!("tests/cases/{case}.json")).is_file() {
                faults.push(format!("{id}: there is no case tests/cases/{case}.json"));
            }
        }
        let prefix = format!("{}-", id.to_ascii_lowercase());
        for file in files::ending("tests/cases/reach", &[".json"]) {
            let stem = files::stem(&file).to_owned();
            if stem.starts_with(&prefix) && !cases.contains(&format!("reach/{stem}").as_str()) {
                faults.push(format!("{id} does not name its case reach/{stem}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
