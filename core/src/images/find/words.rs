//! Whether a text that is not called an image is one: values of flags, variables and annotations. Better one too few than
//! a port or an address that is taken for an image.

use crate::images::classify::PUBLIC;
use crate::images::ecr;
use crate::images::reference::Reference;

/// Longer values are no references: 255 characters of a path, and host, tag and digest around it.
const LONGEST: usize = 1024;

/// Whether the value under a name is a reference: the name speaks of an image and the value has a registry, a tag or a
/// digest, or the registry is a known one and there is a tag or a digest.
pub(super) fn is_image(name: &str, value: &str) -> bool {
    if value.len() > LONGEST || !value.bytes().any(|byte| byte == b':' || byte == b'/') {
        return false;
    }
    let Ok(reference) = Reference::parse(value) else { return false };
    if speaks_of_image(name) {
        return is_told(&reference) && !is_address(&reference);
    }
    (reference.tag().is_some() || reference.digest().is_some()) && reference.parts().registry.is_some_and(is_known)
}

/// Whether a reference says more than a word: where it lies or which one it is.
pub(super) fn is_told(reference: &Reference<'_>) -> bool {
    reference.parts().registry.is_some() || reference.tag().is_some() || reference.digest().is_some()
}

/// Whether a key is called an image, such as `image`, `baseImage` or `helper-image`.
pub(super) fn is_image_key(key: &str) -> bool {
    let is_other = matches!(key, "osImage" | "vmImage" | "diskImage" | "machineImage" | "amiImage" | "backgroundImage");
    (key.ends_with("image") || key.ends_with("Image")) && !is_other
}

/// Whether a template stands in a text: Go's and Helm's braces, or another of the known signs.
pub(super) fn is_template(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'{' | b'$' | b'<')) && crate::images::classify::is_template(text)
}

fn speaks_of_image(name: &str) -> bool {
    name.as_bytes().windows(5).any(|word| word.eq_ignore_ascii_case(b"image"))
}

/// A host with a port reads as a name with a tag.
fn is_address(reference: &Reference<'_>) -> bool {
    let path = reference.parts().path;
    let is_port = reference.tag().is_some_and(|tag| tag.bytes().all(|byte| byte.is_ascii_digit()));
    reference.parts().registry.is_none() && is_port && (path.contains('.') || path == "localhost")
}

fn is_known(host: &str) -> bool {
    let is_in = |known: &&str| host == *known || (known.starts_with('.') && host.ends_with(*known));
    host == "public.ecr.aws" || PUBLIC.iter().any(is_in) || ecr::looks_like_one(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_told_from_what_looks_like_one() {
        for (name, value) in [
            ("--acme-http01-solver-image", "quay.io/jetstack/cert-manager-acmesolver:v1.16.1"),
            ("--prometheus-config-reloader", "quay.io/prometheus-operator/prometheus-config-reloader:v0.78.2"),
            ("RELATED_IMAGE_AGENT", "registry.example/agent:2"),
            ("--image", "busybox:1.36"),
        ] {
            assert!(is_image(name, value), "{name} {value}");
        }
        for (name, value) in [
            ("--image-pull-policy", "Always"),
            ("--image-gc-high-threshold", "85"),
            ("--image-service-endpoint", "unix:///run/containerd/containerd.sock"),
            ("--image-registry", "quay.io:443"),
            ("--image-proxy", "localhost:5000"),
            ("--metrics-addr", "127.0.0.1:8080/metrics"),
            ("--repository", "quay.io/jetstack/cert-manager"),
            ("--leader", "kube-system/lock:1"),
            ("--url", "https://quay.io/a/b:1"),
        ] {
            assert!(!is_image(name, value), "{name} {value}");
        }
    }
}
