//! What each tool is told, as words: to log in, to copy an image whole, to print a digest. What a tool cannot do is a
//! note. Those of skopeo and docker are run by `bindings-python/tests/test_mirror.py` (docker's by podman where docker is not
//! there); those of crane and regctl are written from their documentation and unverified.

use super::answer::{MirrorItem, MirrorNote};
use super::spec::MirrorTool;

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

impl MirrorTool {
    /// Reads a password from its input.
    pub(super) fn login(self, host: &str) -> Vec<String> {
        match self {
            Self::Docker => words(&["docker", "login", "--username", "AWS", "--password-stdin", host]),
            Self::Skopeo => words(&["skopeo", "login", "--username", "AWS", "--password-stdin", host]),
            Self::Crane => words(&["crane", "auth", "login", "--username", "AWS", "--password-stdin", host]),
            Self::Regctl => words(&["regctl", "registry", "login", "--user", "AWS", "--pass-stdin", host]),
        }
    }

    /// Copies one reference to another, with every platform that the tool can take along: one command after the other.
    pub(super) fn copy(self, from: &str, to: &str) -> Vec<Vec<String>> {
        match self {
            Self::Docker => {
                vec![
                    words(&["docker", "pull", from]),
                    words(&["docker", "tag", from, to]),
                    words(&["docker", "push", to]),
                ]
            }
            // A source by tag and digest together is refused; without `--all` one platform is copied, whatever else is said.
            Self::Skopeo => {
                let (from, to) = (format!("docker://{from}"), format!("docker://{to}"));
                vec![words(&["skopeo", "copy", "--all", "--preserve-digests", "--retry-times", "3", &from, &to])]
            }
            Self::Crane => vec![words(&["crane", "copy", from, to])],
            Self::Regctl => vec![words(&["regctl", "image", "copy", "--referrers", "--digest-tags", from, to])],
        }
    }

    /// Prints the digest of a reference, the digest itself or its hex digits; where it is known, prints that one alone and
    /// fails for any other. Nothing for Docker, whose copy has another one.
    pub(super) fn digest(self, of: &str, known: Option<&str>) -> Option<Vec<Vec<String>>> {
        let (algorithm, hex) = known.and_then(|digest| digest.split_once(':')).unwrap_or(("sha256", ""));
        let sum = format!("{hex}  -");
        let (mut commands, line) = match self {
            Self::Docker => return None,
            Self::Skopeo => {
                let inspect = words(&["skopeo", "inspect", "--raw", &format!("docker://{of}")]);
                (vec![inspect, vec![format!("{algorithm}sum")]], known.map(|_| sum.as_str()))
            }
            Self::Crane => (vec![words(&["crane", "digest", of])], known),
            Self::Regctl => (vec![words(&["regctl", "image", "digest", of])], known),
        };
        commands.extend(line.map(|line| words(&["grep", "-x", "-F", "-e", line])));
        Some(commands)
    }

    /// The tags on which attachments of an image hang, by the naming of cosign, where the tool does not find them itself.
    pub(super) fn attachment_tags(self, item: &MirrorItem) -> Vec<String> {
        let stem = item.digest.as_deref().map(|digest| digest.replace(':', "-"));
        match (self, stem) {
            (Self::Skopeo | Self::Crane, Some(stem)) => {
                ["sig", "att", "sbom"].map(|end| format!("{stem}.{end}")).into()
            }
            _ => Vec::new(),
        }
    }

    /// What the tool cannot do.
    pub(super) fn falls_short(self, attachments: bool) -> Vec<MirrorNote> {
        let mut notes = Vec::new();
        let mut note = |code: &str, says: &str| notes.push(MirrorNote { code: code.to_owned(), says: says.to_owned() });
        match self {
            Self::Docker => {
                note(
                    "single-platform",
                    "docker pull takes the platform of the machine that it runs on; nodes of another architecture find no image",
                );
                note(
                    "digest-changes",
                    "docker push makes another manifest, so the digest of the copy is not that of its source and cannot be pinned beforehand",
                );
                if attachments {
                    note(
                        "attachments-lost",
                        "docker copies no signatures, and those of the source do not fit the new digest",
                    );
                }
            }
            Self::Skopeo if attachments => {
                note(
                    "referrers-lost",
                    "skopeo finds no attachments by the referrers of an image; those on tags of their own are copied",
                );
            }
            Self::Crane if attachments => {
                note(
                    "referrers-lost",
                    "crane copy takes no referrers along; attachments on tags of their own are copied",
                );
            }
            _ => {}
        }
        notes
    }
}
