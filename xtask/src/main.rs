//! `cargo xtask generate [--check]`: writes what users of the other languages see from the table of operations. With
//! `--check` it writes nothing and fails when a file is not what it would write.

mod knowledge;
mod markdown;
mod model;
mod python;
mod schema;
mod text;
mod typescript;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use model::Model;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate"] => generate(false),
        ["generate", "--check"] => generate(true),
        _ => Err("usage: cargo xtask generate [--check]".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(check: bool) -> Result<(), String> {
    let root = root();
    let model = Model::read()?;
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    let example = |language: &str, name: &str| {
        fs::read_to_string(root.join("xtask/examples").join(language).join(format!("{name}.txt"))).ok()
    };
    for (name, text) in python::files(&model, &|name| example("python", name))? {
        files.push((Path::new("bindings-python/python/private_eks").join(name), text));
    }
    for (name, text) in typescript::files(&model, &|name| example("node", name))? {
        files.push((Path::new("bindings-node").join(name), text));
    }
    files.push((PathBuf::from("docs/generated/operations.md"), markdown::page(&model)));
    for (name, text) in knowledge::pages()? {
        files.push((Path::new("docs/generated").join(name), text));
    }
    let mut stale = Vec::new();
    for (path, text) in files {
        let place = root.join(&path);
        if fs::read_to_string(&place).is_ok_and(|known| known == text) {
            continue;
        }
        if check {
            stale.push(format!("{} is stale; run `cargo xtask generate`", path.display()));
            continue;
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        fs::write(&place, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {}", path.display());
    }
    if stale.is_empty() { Ok(()) } else { Err(stale.join("\n")) }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
