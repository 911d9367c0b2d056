//! Laws of finding and changing images: a generator that knows where it put them says what must come out, to the byte;
//! and whatever the text, nothing outside of the pieces that are told changes.

use std::collections::{BTreeMap, BTreeSet};

use private_eks::{
    FindConfidence, FindRequest, ManifestFile, RewriteRequest, Rewritten, RewrittenFile, Verdict, find, rewrite,
};
use proptest::prelude::*;
use tests::manifests::manifests;

const MIRROR: &str = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/mirror/";

/// A text, and the images that were put into it, in order.
fn made(seed: u64, documents: usize) -> (String, Vec<String>) {
    let mut images = Vec::new();
    let text = manifests(seed, documents, &mut |image| {
        images.push(image.to_owned());
        image.to_owned()
    });
    (text, images)
}

/// Another reference for each, and no two the same.
fn mirrored(image: &str) -> String {
    format!("{MIRROR}{}", image.replacen(":5000/", "-5000/", 1))
}

fn file(text: &str) -> Vec<ManifestFile> {
    vec![ManifestFile { name: "all.yaml".to_owned(), text: text.to_owned() }]
}

fn rewritten(text: &str, images: &BTreeMap<String, String>) -> Rewritten {
    let request = RewriteRequest { files: file(text), images: images.clone(), ..RewriteRequest::default() };
    rewrite(&request).expect("the pairs are sound")
}

fn one(answer: &Rewritten) -> &RewrittenFile {
    answer.files.first().expect("the file that was asked")
}

/// The text of a file put together from the text before and the pieces that are told.
fn from_pieces(before: &str, file: &RewrittenFile) -> String {
    let pieces: BTreeSet<_> =
        file.edits.iter().flat_map(|edit| &edit.pieces).map(|p| (p.start, p.end, &p.text)).collect();
    let (mut text, mut from) = (String::new(), 0);
    for (start, end, piece) in pieces {
        text += &before[from..start];
        text += piece;
        from = end;
    }
    text + &before[from..]
}

fn with_line_ends(text: &str, carriage: bool) -> String {
    if carriage { text.replace('\n', "\r\n") } else { text.to_owned() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_image_is_found_where_it_was_put_and_no_other(seed: u64, documents in 1_usize..40, carriage: bool) {
        let (text, images) = made(seed, documents);
        let text = with_line_ends(&text, carriage);
        let found = find(&FindRequest { files: file(&text), ..FindRequest::default() }).unwrap();
        prop_assert_eq!(&found.problems, &[]);
        let written: Vec<_> = found.images.iter().map(|image| image.written.clone()).collect();
        prop_assert_eq!(written, images);
        for image in &found.images {
            prop_assert_eq!(&text[image.start..image.end], image.written.as_str());
            prop_assert_eq!(image.line, text[..image.start].matches('\n').count() + 1);
            prop_assert!(image.editable, "{:?}", image);
            let is_certain = matches!(image.kind.as_deref(), Some("Deployment" | "CronJob" | "Pod"));
            let is_argument = image.path.contains("args");
            prop_assert_eq!(image.confidence == FindConfidence::Certain, is_certain && !is_argument);
        }
    }

    #[test]
    fn only_the_images_change_and_the_way_back_gives_the_same_bytes(seed: u64, documents in 1_usize..40, carriage: bool) {
        let (text, images) = made(seed, documents);
        let text = with_line_ends(&text, carriage);
        let there: BTreeMap<_, _> = images.iter().map(|image| (image.clone(), mirrored(image))).collect();
        let wanted = with_line_ends(&manifests(seed, documents, &mut mirrored), carriage);
        let answer = rewritten(&text, &there);
        prop_assert_eq!(answer.verdict, Verdict::Met, "{}", answer.text);
        prop_assert_eq!(&one(&answer).text, &wanted);
        prop_assert_eq!(one(&answer).edits.len(), images.len());
        prop_assert_eq!(from_pieces(&text, one(&answer)), wanted.clone());
        let again = rewritten(&wanted, &there);
        prop_assert_eq!((again.verdict, &one(&again).text, one(&again).edits.len()), (Verdict::Met, &wanted, 0));
        let back = there.into_iter().map(|(from, to)| (to, from)).collect();
        let back = rewritten(&wanted, &back);
        prop_assert_eq!(&one(&back).text, &text);
    }

    #[test]
    fn an_image_of_which_nothing_is_said_stays(seed: u64, documents in 1_usize..40) {
        let (text, images) = made(seed, documents);
        let told: BTreeMap<_, _> = images.iter().step_by(2).map(|image| (image.clone(), mirrored(image))).collect();
        let wanted = manifests(seed, documents, &mut |image| told.get(image).cloned().unwrap_or_else(|| image.to_owned()));
        let answer = rewritten(&text, &told);
        prop_assert_eq!(&one(&answer).text, &wanted);
        let left = images.iter().filter(|image| !told.contains_key(*image)).count();
        prop_assert_eq!(one(&answer).left.len(), left);
        prop_assert_eq!(answer.verdict, if left == 0 { Verdict::Met } else { Verdict::Unknown });
    }

    /// A sound text into which somebody typed: it may be anything then.
    #[test]
    fn whatever_the_text_nothing_but_the_pieces_changes(
        seed: u64,
        documents in 1_usize..6,
        typed in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, 0_usize..TYPED.len()), 0..8),
    ) {
        let (mut text, images) = made(seed, documents);
        for (at, cut, word) in typed {
            let floor = |text: &str, mut at: usize| {
                while !text.is_char_boundary(at) { at -= 1 }
                at
            };
            let start = floor(&text, at.index(text.len() + 1));
            let end = floor(&text, (start + cut).min(text.len())).max(start);
            text.replace_range(start..end, TYPED[word]);
        }
        let pairs = images.iter().map(|image| (image.clone(), mirrored(image))).collect();
        let found = find(&FindRequest { files: file(&text), ..FindRequest::default() }).unwrap();
        for image in &found.images {
            prop_assert!(text.get(image.start..image.end).is_some(), "{:?}", image);
            for part in &image.parts {
                prop_assert!(text.get(part.start..part.end).is_some(), "{:?}", image);
            }
        }
        let answer = rewritten(&text, &pairs);
        let file = one(&answer);
        prop_assert_eq!(&from_pieces(&text, file), &file.text);
        if file.refused {
            prop_assert!(file.edits.is_empty() && file.text == text && !answer.problems.is_empty());
        }
        let again = rewritten(&file.text, &pairs);
        prop_assert_eq!(&one(&again).text, &file.text);
    }

    #[test]
    fn no_text_is_too_strange(text in "(?s).{0,200}") {
        let pairs = BTreeMap::from([("a".to_owned(), "b/c".to_owned())]);
        let file = rewritten(&text, &pairs).files.remove(0);
        prop_assert_eq!(from_pieces(&text, &file), file.text);
    }
}

/// What somebody may type: signs that mean something in YAML, in templates and in references.
const TYPED: &[&str] = &[
    "",
    " ",
    "\n",
    "\t",
    "  - ",
    ": ",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "{{ .Values.a }}",
    "&a ",
    "*a",
    "<<: *a",
    "# ",
    "|\n",
    ">\n",
    "---\n",
    "\\",
    "@",
    "\u{feff}",
    "é",
    "!!str ",
    "image: ",
    "containers:\n",
    "? ",
    "%",
    "\r\n",
    "- image: *a\n",
];
