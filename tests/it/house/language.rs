//! What the files say: each begins with what it holds, none speaks of unfinished work or of one machine, and the
//! versions in the papers agree with those in the code.

use std::path::PathBuf;

use tests::files;

/// The words that stand in no file, each split so that this file does not hold it, and why.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    ("TO", "DO", "finish it, or leave it out"),
    ("FIX", "ME", "mend it, or leave it out"),
    ("/wo", "rk/", "a path of one machine"),
    ("/tm", "p/", "a path of one machine; ask for a temporary folder"),
    ("issue", " #", "the project speaks only of itself"),
    ("index.", "crates.io", "a registry's host; clients know their own"),
    ("static.", "crates.io", "a registry's host; clients know their own"),
    ("pypi", ".org", "a registry's host; clients know their own"),
    ("files.python", "hosted.org", "a registry's host; clients know their own"),
    ("registry.", "npmjs.org", "a registry's host; clients know their own"),
];

/// Everything that people write, and what tools write for people to read; never lock files.
fn written() -> Vec<PathBuf> {
    let mut files = files::below(files::root());
    let endings = [".rs", ".py", ".pyi", ".js", ".mjs", ".cjs", ".ts", ".md", ".toml", ".json", ".sh", ".yaml", ".yml"];
    let plain = ["Makefile", "run", ".gitignore"];
    files.retain(|file| {
        let name = files::name(file);
        (endings.iter().any(|ending| name.ends_with(ending)) || plain.contains(&name)) && name != "package-lock.json"
    });
    files
}

#[test]
fn no_forbidden_word_stands_anywhere() {
    let files = written();
    assert!(files.len() > 40, "the repository is not where it should be: {} files", files.len());
    let mut faults = Vec::new();
    for file in files {
        let Ok(text) = std::fs::read_to_string(&file) else {
            faults.push(format!("{} is not UTF-8", files::shown(&file)));
            continue;
        };
        for (at, line) in text.lines().enumerate() {
            for (first, second, why) in FORBIDDEN {
                if line.contains(&format!("{first}{second}")) {
                    faults.push(format!("{}:{}: `{first}{second}`: {why}", files::shown(&file), at + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_begins_with_what_it_holds() {
    let faults: Vec<_> = written().into_iter().filter(|file| !tells(file)).map(|file| files::shown(&file)).collect();
    assert!(
        faults.is_empty(),
        "these files do not begin with a comment that says what they hold:\n{}",
        faults.join("\n")
    );
}

fn tells(file: &std::path::Path) -> bool {
    let openings: &[&str] = match file.extension().and_then(|ending| ending.to_str()) {
        Some("rs") => &["//!", "#![doc"],
        Some("py") => &["\"\"\"", "r\"\"\""],
        Some("js" | "mjs" | "cjs" | "ts") => &["/**", "// ", "/* "],
        _ => return true,
    };
    let text = files::text(file);
    let is_before = |line: &&str| line.starts_with("#!/") || *line == "'use strict';" || line.trim().is_empty();
    let first = text.lines().find(|line| !is_before(line)).unwrap_or_default();
    openings.iter().any(|opening| first.starts_with(opening))
}

#[test]
fn the_papers_agree_with_the_code() {
    let read = |path: &str| files::text(&files::root().join(path));
    let workspace = read("Cargo.toml");
    let rust = quoted_after(&workspace, "rust-version = ");
    let readme = read("README.md");
    for (needle, paper) in
        [(format!("Rust {rust}"), "README.md"), (quoted_after(&workspace, "version = ").to_owned(), "CHANGELOG.md")]
    {
        // The changelog may still have its next version under "Unreleased".
        let text = read(paper);
        assert!(
            text.contains(&needle) || (paper == "CHANGELOG.md" && text.contains("Unreleased")),
            "{paper}: `{needle}`"
        );
    }
    for (file, key, word) in [
        ("bindings-python/pyproject.toml", "requires-python = ", "Python "),
        ("bindings-node/package.json", "\"node\": ", "Node "),
    ] {
        let text = read(file);
        let version = quoted_after(&text, key).trim_start_matches(['>', '=', ' ']);
        assert!(
            readme.contains(&format!("{word}{version}")),
            "README.md does not say `{word}{version}`, which {file} asks"
        );
    }
}

#[test]
fn the_page_of_the_snapshot_names_every_part_in_order() {
    let page = files::text(&files::root().join("docs/snapshot.md"));
    let table = page.split("## The parts").nth(1).and_then(|rest| rest.split("\n\n").nth(1)).unwrap_or_default();
    let named: Vec<&str> = table.lines().skip(2).filter_map(|line| line.split('`').nth(1)).collect();
    let parts: Vec<&str> = private_eks::Part::ALL.iter().map(|part| part.as_str()).collect();
    assert_eq!(named, parts);
}

/// The quoted word after a key.
fn quoted_after<'a>(text: &'a str, key: &str) -> &'a str {
    let rest = text.split_once(key).unwrap_or_else(|| panic!("no `{key}`")).1;
    rest.split('"').nth(1).unwrap_or_else(|| panic!("`{key}` has no quoted word"))
}

#[test]
fn both_licences_are_there_whole() {
    let mit = files::text(&files::root().join("LICENSE-MIT"));
    assert!(mit.contains("Permission is hereby granted, free of charge"), "LICENSE-MIT");
    assert!(mit.contains("THE SOFTWARE IS PROVIDED \"AS IS\""), "LICENSE-MIT");
    let apache = files::text(&files::root().join("LICENSE-APACHE"));
    for clause in 1..=9 {
        assert!(apache.contains(&format!("\n   {clause}. ")), "LICENSE-APACHE lacks section {clause}");
    }
    assert!(apache.contains("END OF TERMS AND CONDITIONS"), "LICENSE-APACHE");
}
