//! The files of the repository, in a stable order. Nothing here writes.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold what tools put there, not what people write.
const BUILT: &[&str] = &[".git", ".venv", ".tools", "target", "node_modules", "dist", "__pycache__"];

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate lies in the repository")
}

/// Every file below a folder, sorted by path; folders that tools fill are left out. None when there is no such folder.
pub fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    walk(folder, &mut files);
    files.sort();
    files
}

/// Whether a file is JSON by its name.
pub fn is_json(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "json")
}

/// Every file below a folder of the repository whose name ends in one of the given endings.
pub fn ending(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = below(&root().join(folder));
    files.retain(|file| endings.iter().any(|ending| name(file).ends_with(ending)));
    files
}

/// The text of a file.
pub fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", shown(file)))
}

/// A file's name without its folder.
pub fn name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// A file's name without its folder and its last ending.
pub fn stem(file: &Path) -> &str {
    file.file_stem().and_then(|name| name.to_str()).unwrap_or_default()
}

/// A file as messages name it: from the root of the repository, with `/`.
pub fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && !BUILT.contains(&name(&path)) => walk(&path, files),
            Ok(kind) if kind.is_file() => files.push(path),
            _ => {}
        }
    }
}
