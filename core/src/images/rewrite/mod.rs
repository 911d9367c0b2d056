//! Images changed in their place: the bytes of the scalars concerned and no other. What comes out is read again and held
//! against what was there, and a text of which one image cannot be changed stays as it was.

mod answer;
mod edit;
mod pairs;
mod shared;

use std::collections::BTreeMap;

pub use self::answer::{EditedPiece, ImageEdit, LeftImage, RewriteRequest, Rewritten, RewrittenFile};
use self::edit::{Edit, edits, spliced};
use self::pairs::Pairs;
use super::find::{self, At, FileProblem, FileProblemCode, Hit, Lines, ManifestFile, Problem, Scan, Setting, scan};
use crate::error::Error;

/// Puts images in the place of others: the operation `rewrite`.
///
/// ```
/// use private_eks::{ManifestFile, RewriteRequest, Verdict, rewrite};
///
/// let text = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: 'nginx:1.27'  # the web\n";
/// let mirrored = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/library/nginx:1.27";
/// let answer = rewrite(&RewriteRequest {
///     files: vec![ManifestFile { name: "pod.yaml".to_owned(), text: text.to_owned() }],
///     images: [("nginx:1.27".to_owned(), mirrored.to_owned())].into(),
///     ..RewriteRequest::default()
/// })?;
/// assert_eq!(answer.verdict, Verdict::Met);
/// assert_eq!(answer.files[0].text, text.replace("nginx:1.27", mirrored));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A key or a value of `images` that is no reference, two keys that pull one image and go to two places, or a field of
/// one's own without a kind or a way. A text that cannot be changed is a problem in the answer, not an error.
pub fn rewrite(request: &RewriteRequest) -> Result<Rewritten, Error> {
    let fields = find::check(request.fields.as_deref())?;
    let pairs = Pairs::of(&request.images)?;
    let mut problems = Vec::new();
    let files = request.files.iter().map(|file| {
        let scan = scan(&file.text, Setting { file: &file.name, fields, depth: 0 });
        let (file, of_file) = changed(file, &scan, &pairs);
        problems.extend(of_file);
        file
    });
    let files = files.collect();
    Ok(Rewritten::of(files, problems))
}

/// A text with its images changed, or as it was with the reasons.
fn changed(file: &ManifestFile, scan: &Scan<'_>, pairs: &Pairs<'_>) -> (RewrittenFile, Vec<FileProblem>) {
    let mut lines = Lines::of(&file.text);
    let mut hits: Vec<&Hit> = scan.hits.iter().collect();
    hits.sort_by_key(|hit| begin(hit));
    let mut faults = Vec::new();
    let (mut planned, mut left) = (Vec::new(), Vec::new());
    for hit in &hits {
        let target = if hit.templated { None } else { pairs.target(&hit.written) };
        let Some(target) = target else {
            if hit.templated || !pairs.is_wanted(&hit.written) {
                let reason = if hit.templated { "it is a template; render it first" } else { "nothing was said of it" };
                let (path, written) = (hit.path.clone(), hit.written.clone());
                left.push(LeftImage { path, line: lines.line(begin(hit)), written, reason: reason.to_owned() });
            }
            continue;
        };
        if target == hit.written || !hit.via.is_empty() {
            continue;
        }
        match edits(&scan.flat, hit, &target) {
            Ok(edits) => planned.push((*hit, target, edits)),
            Err(why) => faults.push(problem(hit, FileProblemCode::NotEditable, why)),
        }
    }
    faults.extend(shared::faults(scan, &hits, pairs, &planned));
    let is_unread = scan.flat.nodes().is_empty();
    if !faults.is_empty() || !planned.is_empty() || is_unread {
        faults.extend(scan.problems.iter().cloned());
    }
    let mut text = None;
    if faults.is_empty() {
        text = spliced_and_read(&file.text, scan, &planned);
        if text.is_none() {
            let says = "the changed text would not read the same in all other places".to_owned();
            let remedy = "write the images on lines of their own, in quotes";
            faults.push(Problem { at: At::Line(1), code: FileProblemCode::Changed, says, remedy });
        }
    }
    let problems: Vec<FileProblem> = faults.iter().map(|fault| find::told(&file.name, fault, &mut lines)).collect();
    let told = |(hit, after, edits): (&Hit, String, Vec<Edit>)| {
        let piece = |edit: Edit| EditedPiece { start: edit.span.start, end: edit.span.end, text: edit.text };
        ImageEdit {
            path: hit.path.clone(),
            line: lines.line(begin(hit)),
            before: hit.written.clone(),
            after,
            pieces: edits.into_iter().map(piece).collect(),
        }
    };
    let refused = text.is_none();
    let edits = if refused { Vec::new() } else { planned.into_iter().map(told).collect() };
    let text = text.unwrap_or_else(|| file.text.clone());
    (RewrittenFile { name: file.name.clone(), text, refused, edits, left }, problems)
}

/// An image with what it becomes and how.
type Planned<'s> = (&'s Hit, String, Vec<Edit>);

/// The new text, read again: nothing but the scalars that were meant may say something else.
fn spliced_and_read(text: &str, scan: &Scan<'_>, planned: &[Planned<'_>]) -> Option<String> {
    let mut edits: Vec<&Edit> = planned.iter().flat_map(|(_, _, edits)| edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup();
    if edits.is_empty() {
        return Some(text.to_owned());
    }
    let new = spliced(text, edits.iter().map(|edit| (&edit.span, edit.text.as_str())))?;
    if scan.flat.nodes().is_empty() {
        return Some(new);
    }
    let mut by_node: BTreeMap<usize, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_node.entry(edit.node).or_default().push(edit);
    }
    let mut says = BTreeMap::new();
    for (node, mut edits) in by_node {
        edits.sort_by_key(|edit| edit.range.start);
        says.insert(
            node,
            spliced(scan.flat.scalar(node)?, edits.iter().map(|edit| (&edit.range, edit.says.as_str())))?,
        );
    }
    scan.flat.is_same_but(&new, &says).then_some(new)
}

fn begin(hit: &Hit) -> usize {
    hit.parts.iter().map(|part| part.span.start).min().unwrap_or_default()
}

fn problem(hit: &Hit, code: FileProblemCode, says: &str) -> Problem {
    let says = format!("`{}` at {} cannot be changed in its place: {says}", crate::text::shown(&hit.written), hit.path);
    let remedy = "mend it by hand, or leave it out of `images`";
    Problem { at: At::Byte(begin(hit)), code, says, remedy }
}
