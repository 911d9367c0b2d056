//! Images found in texts: manifests, values of Helm, kustomizations, lists; each with its bytes. It changes nothing and
//! reads no file.

mod answer;
mod kinds;
mod lines;
mod note;
mod path;
mod pods;
mod scan;
mod split;
mod walk;
mod words;

pub(super) use self::answer::problems_text;
pub use self::answer::{
    FileProblem, FileProblemCode, FindConfidence, FindRequest, FoundImage, FoundImages, ImageField, ImagePart,
    ImageRole, ManifestFile,
};
pub(super) use self::scan::{At, Hit, Object, Part, Problem, Scan, Setting, scan};
use super::reference::Reference;
use crate::error::{Error, ErrorCode};
use crate::text::shown;

/// Finds the images that texts name: the operation `find`.
///
/// ```
/// use private_eks::{FindConfidence, FindRequest, ManifestFile, find};
///
/// let text = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: nginx:1.27  # the web\n";
/// let files = vec![ManifestFile { name: "pod.yaml".to_owned(), text: text.to_owned() }];
/// let found = find(&FindRequest { files, ..FindRequest::default() })?;
/// let image = &found.images[0];
/// assert_eq!((image.path.as_str(), image.line), ("spec.containers[0].image", 5));
/// assert_eq!(&text[image.start..image.end], "nginx:1.27");
/// assert_eq!(image.confidence, FindConfidence::Certain);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A field of one's own without a kind or a way. A text that cannot be read is a problem in the answer, not an error.
pub fn find(request: &FindRequest) -> Result<FoundImages, Error> {
    let fields = check(request.fields.as_deref())?;
    let (mut images, mut problems) = (Vec::new(), Vec::new());
    for file in &request.files {
        let scan = scan(&file.text, Setting { file: &file.name, fields, depth: 0 });
        let mut lines = Lines::of(&file.text);
        problems.extend(scan.problems.iter().map(|problem| told(&file.name, problem, &mut lines)));
        let begin = images.len();
        images.extend(scan.hits.into_iter().map(|hit| found(&file.name, &scan.objects, hit, &mut lines)));
        if let Some(of_file) = images.get_mut(begin..) {
            of_file.sort_by_key(|image| (image.start, image.end));
        }
    }
    Ok(FoundImages::of(images, problems))
}

/// Fields of one's own, each of which has a kind and a way.
pub(super) fn check(fields: Option<&[ImageField]>) -> Result<&[ImageField], Error> {
    let fields = fields.unwrap_or_default();
    for (at, field) in fields.iter().enumerate() {
        let is_way = |step: &str| !step.is_empty() && !step.trim_end_matches("[]").contains(['[', ']']);
        if field.kind.is_empty() {
            let says = "no kind; name the one of the resource, such as `Runner`";
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("fields[{at}].kind"), says));
        }
        if !field.path.split('.').all(is_way) {
            let says = format!("`{}` is no way to a field; write it as `spec.workers[].image`", shown(&field.path));
            return Err(Error::new(ErrorCode::ErrInvalidInput, format!("fields[{at}].path"), says));
        }
    }
    Ok(fields)
}

/// A problem with its file and line.
pub(super) fn told(file: &str, problem: &Problem, lines: &mut Lines<'_>) -> FileProblem {
    let line = match problem.at {
        At::Line(line) => line,
        At::Byte(byte) => lines.line(byte),
    };
    let (says, remedy) = (problem.says.clone(), problem.remedy.to_owned());
    FileProblem { file: file.to_owned(), line, code: problem.code, says, remedy }
}

fn found(file: &str, objects: &[Object], hit: Hit, lines: &mut Lines<'_>) -> FoundImage {
    let object = objects.get(hit.object).cloned().unwrap_or_default();
    let start = hit.parts.iter().map(|part| part.span.start).min().unwrap_or_default();
    let end = hit.parts.iter().map(|part| part.span.end).max().unwrap_or_default();
    let reference = Reference::parse(&hit.written).ok().filter(|_| !hit.templated && !hit.is_partial);
    let no_reference = "it is no reference";
    let note = hit.fixed.or(hit.note).or((reference.is_none() && !hit.templated).then_some(no_reference));
    let part = |part: &Part| ImagePart { role: part.role, start: part.span.start, end: part.span.end };
    FoundImage {
        file: file.to_owned(),
        document: object.document,
        kind: object.kind,
        name: object.name,
        namespace: object.namespace,
        path: hit.path,
        line: lines.line(start),
        start,
        end,
        canonical: reference.map(|reference| reference.canonical()),
        written: hit.written,
        confidence: hit.confidence,
        templated: hit.templated,
        editable: hit.fixed.is_none() && hit.via.is_empty(),
        parts: hit.parts.iter().map(part).collect(),
        note: note.map(str::to_owned),
    }
}

/// Lines of a text by its bytes: cheap where it is asked in order.
pub(super) struct Lines<'t> {
    text: &'t str,
    byte: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub(super) const fn of(text: &'t str) -> Self {
        Self { text, byte: 0, line: 1 }
    }

    /// The line in which a byte stands, from 1 on.
    pub(super) fn line(&mut self, byte: usize) -> usize {
        let (from, to) = (self.byte.min(byte), self.byte.max(byte).min(self.text.len()));
        let passed = self.text.as_bytes().get(from..to).unwrap_or_default();
        let breaks: usize = passed.iter().map(|byte| usize::from(*byte == b'\n')).sum();
        self.line = if byte < self.byte { self.line - breaks } else { self.line + breaks };
        self.byte = byte.min(self.text.len());
        self.line
    }
}
