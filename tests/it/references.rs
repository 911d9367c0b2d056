//! Image references: what the public tests of distribution/reference (commit 0965666) hold of texts, as a table of our
//! own; a second reader that is made of splits; and laws over random texts.

use private_eks::{
    AnyReference, Error, ErrorCode, Reference, ReferenceFaultKind as Kind, ReferenceLintCode as Lint, ReferenceParts,
};
use proptest::prelude::*;

/// A digest of `sha256`, which stands for any.
const F: &str = "sha256:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

/// In the tables `{f}` is the digest above, `{a*n}` n letters and `{a/*n}` n segments of one letter.
fn written(row: &str) -> String {
    let mut text = row.replace("{f}", F);
    while let Some((before, rest)) = text.split_once('{') {
        let (inner, after) = rest.split_once('}').expect("a closed brace");
        let (what, times) = inner.split_once('*').expect("a number of times");
        text = format!("{before}{}{after}", what.repeat(times.parse().expect("a number")));
    }
    text
}

/// Text; registry, path, tag and digest by the grammar alone, `-` for none.
const BY_GRAMMAR: &[(&str, &str, &str, &str, &str)] = &[
    ("test_com", "-", "test_com", "-", "-"),
    ("test.com:tag", "-", "test.com", "tag", "-"),
    ("test.com:5000", "-", "test.com", "5000", "-"),
    ("test.com/repo:tag", "test.com", "repo", "tag", "-"),
    ("test:5000/repo", "test:5000", "repo", "-", "-"),
    ("test:5000/repo:tag", "test:5000", "repo", "tag", "-"),
    ("test:5000/repo@{f}", "test:5000", "repo", "-", "{f}"),
    ("test:5000/repo:tag@{f}", "test:5000", "repo", "tag", "{f}"),
    ("lowercase:Uppercase", "-", "lowercase", "Uppercase", "-"),
    ("{a/*127}a:tag-puts-this-over-max", "a", "{a/*126}a", "tag-puts-this-over-max", "-"),
    ("{a/*128}a", "a", "{a/*127}a", "-", "-"),
    ("sub-dom1.foo.com/bar/baz/quux", "sub-dom1.foo.com", "bar/baz/quux", "-", "-"),
    ("sub-dom1.foo.com/bar/baz/quux:some-long-tag", "sub-dom1.foo.com", "bar/baz/quux", "some-long-tag", "-"),
    (
        "b.gcr.io/test.example.com/my-app:test.example.com",
        "b.gcr.io",
        "test.example.com/my-app",
        "test.example.com",
        "-",
    ),
    ("xn--n3h.com/myimage:xn--n3h.com", "xn--n3h.com", "myimage", "xn--n3h.com", "-"),
    ("xn--7o8h.com/myimage:xn--7o8h.com@{f}", "xn--7o8h.com", "myimage", "xn--7o8h.com", "{f}"),
    ("foo_bar.com:8080", "-", "foo_bar.com", "8080", "-"),
    ("foo/foo_bar.com:8080", "foo", "foo_bar.com", "8080", "-"),
    ("192.168.1.1", "-", "192.168.1.1", "-", "-"),
    ("192.168.1.1:tag", "-", "192.168.1.1", "tag", "-"),
    ("192.168.1.1:5000", "-", "192.168.1.1", "5000", "-"),
    ("192.168.1.1/repo", "192.168.1.1", "repo", "-", "-"),
    ("192.168.1.1:5000/repo", "192.168.1.1:5000", "repo", "-", "-"),
    ("192.168.1.1:5000/repo:5050", "192.168.1.1:5000", "repo", "5050", "-"),
    ("[2001:db8::1]/repo", "[2001:db8::1]", "repo", "-", "-"),
    ("[2001:db8:1:2:3:4:5:6]/repo:tag", "[2001:db8:1:2:3:4:5:6]", "repo", "tag", "-"),
    ("[2001:db8::1]:5000/repo", "[2001:db8::1]:5000", "repo", "-", "-"),
    ("[2001:db8::1]:5000/repo:tag", "[2001:db8::1]:5000", "repo", "tag", "-"),
    ("[2001:db8::1]:5000/repo@{f}", "[2001:db8::1]:5000", "repo", "-", "{f}"),
    ("[2001:db8::1]:5000/repo:tag@{f}", "[2001:db8::1]:5000", "repo", "tag", "{f}"),
    ("[2001:db8::]:5000/repo", "[2001:db8::]:5000", "repo", "-", "-"),
    ("[::1]:5000/repo", "[::1]:5000", "repo", "-", "-"),
    ("example.com/{a*255}:tag", "example.com", "{a*255}", "tag", "-"),
    ("short", "-", "short", "-", "-"),
    ("simple/name", "simple", "name", "-", "-"),
    ("docker/stevvooe/app", "docker", "stevvooe/app", "-", "-"),
    ("aa/aa/aa/aa/aa/aa/aa/aa/aa/bb/bb/bb/bb/bb/bb", "aa", "aa/aa/aa/aa/aa/aa/aa/aa/bb/bb/bb/bb/bb/bb", "-", "-"),
    ("a/a/a/a", "a", "a/a/a", "-", "-"),
    ("foo.com", "-", "foo.com", "-", "-"),
    ("foo.com:8080/bar", "foo.com:8080", "bar", "-", "-"),
    ("localhost:8080/bar", "localhost:8080", "bar", "-", "-"),
    ("aa-a/a", "aa-a", "a", "-", "-"),
    ("foo_bar", "-", "foo_bar", "-", "-"),
    ("foo.com/foo_bar", "foo.com", "foo_bar", "-", "-"),
    ("example.com/xn--7o8h.com/myimage", "example.com", "xn--7o8h.com/myimage", "-", "-"),
    ("example.com/some_separator__underscore/myimage", "example.com", "some_separator__underscore/myimage", "-", "-"),
    ("do__cker/docker", "-", "do__cker/docker", "-", "-"),
    (
        "registry.io/foo/project--id.module--name.ver---sion--name",
        "registry.io",
        "foo/project--id.module--name.ver---sion--name",
        "-",
        "-",
    ),
    ("Asdf.com/foo/bar", "Asdf.com", "foo/bar", "-", "-"),
    ("LOCALDOMAIN/debian", "LOCALDOMAIN", "debian", "-", "-"),
    ("localhost:8080@{f}", "-", "localhost", "8080", "{f}"),
    ("localhost:8080/name@{f}", "localhost:8080", "name", "-", "{f}"),
    ("registry.com:8080/myapp:tag2@{f}", "registry.com:8080", "myapp", "tag2", "{f}"),
    ("192.168.1.1:750050/a", "192.168.1.1:750050", "a", "-", "-"),
    ("[fd00123123123]:75050/a", "[fd00123123123]:75050", "a", "-", "-"),
    ("a:{a*128}", "-", "a", "{a*128}", "-"),
    ("repo@sha512:{f*128}", "-", "repo", "-", "sha512:{f*128}"),
];

/// Texts that the grammar alone refuses; the kind of fault and its byte.
const NOT_BY_GRAMMAR: &[(&str, Kind, usize)] = &[
    ("", Kind::Empty, 0),
    (":justtag", Kind::Path, 0),
    ("@{f}", Kind::Path, 0),
    ("repo@sha256:{f*34}", Kind::DigestLength, 46),
    ("repo@sha256:{f*65}", Kind::DigestLength, 76),
    ("validname@invaliddigest:{f*64}", Kind::DigestAlgorithm, 10),
    ("registry.com:8080/myapp@sha256:badbadbadbad", Kind::Digest, 43),
    ("repo@sha256:F{f*63}", Kind::Digest, 12),
    ("repo@256:{f*64}", Kind::Digest, 5),
    ("repo@sha256{f*64}", Kind::Digest, 75),
    ("Uppercase:tag", Kind::Uppercase, 0),
    ("test:5000/Uppercase/lowercase:tag", Kind::Uppercase, 10),
    ("Foo/FarB", Kind::Uppercase, 4),
    ("domain/{a*256}:tag", Kind::PathTooLong, 262),
    ("aa/asdf$$^/aa", Kind::Path, 7),
    ("asdf$$^/aa", Kind::Path, 4),
    ("a^a", Kind::Path, 1),
    ("[2001:db8::1]", Kind::Path, 0),
    ("[2001:db8::1]:5000", Kind::Path, 0),
    ("[2001:db8::1]:tag", Kind::Path, 0),
    ("[fe80::1%eth0]:5000/repo", Kind::Path, 0),
    ("[fe80::1%@invalidzone]:5000/repo", Kind::Path, 0),
    ("[fd00:1:2::3]75050/a", Kind::Path, 0),
    ("[fd00:1:2::3]::75050/a", Kind::Path, 0),
    ("a/a/a/a/", Kind::Path, 8),
    ("a//a/a", Kind::Path, 2),
    ("foo.com/", Kind::Path, 8),
    ("foo.com:http/bar", Kind::Tag, 12),
    ("a-/a/a/a", Kind::Path, 2),
    ("foo.com/a-/a/a", Kind::Path, 10),
    ("-foo/bar", Kind::Path, 0),
    ("foo/bar-", Kind::Path, 8),
    ("foo-/bar", Kind::Path, 4),
    ("foo/-bar", Kind::Path, 4),
    ("_foo/bar", Kind::Path, 0),
    ("foo_bar.com:8080/app", Kind::Tag, 16),
    ("____/____", Kind::Path, 0),
    ("docker_/docker_", Kind::Path, 7),
    ("example.com/__underscore/myimage", Kind::Path, 12),
    ("example.com/..dots/myimage", Kind::Path, 12),
    ("example.com/nodouble..dots/myimage", Kind::Path, 21),
    ("docker./docker", Kind::Path, 7),
    ("do..cker/docker", Kind::Path, 3),
    ("a___b", Kind::Path, 3),
    ("registry.com:8080/myapp:invalid~tag", Kind::Tag, 31),
    ("bad_hostname.com:8080/myapp:tag", Kind::Tag, 21),
    ("a:", Kind::Tag, 2),
    ("a:-b", Kind::Tag, 2),
    ("a:{a*129}", Kind::TagTooLong, 130),
    ("a@", Kind::Digest, 2),
    ("añb", Kind::Path, 1),
];

#[test]
fn the_grammar_takes_texts_apart() {
    let part = |part: Option<&str>| part.unwrap_or("-").to_owned();
    for (row, registry, path, tag, digest) in BY_GRAMMAR {
        let text = written(row);
        let parts = ReferenceParts::parse(&text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        let found = [part(parts.registry), parts.path.to_owned(), part(parts.tag), part(parts.digest)];
        assert_eq!(found, [registry, path, tag, digest].map(|wanted| written(wanted)), "{text}");
        assert_eq!(parts.to_string(), text);
    }
    for (row, kind, at) in NOT_BY_GRAMMAR {
        let text = written(row);
        let fault = ReferenceParts::parse(&text).expect_err(&text);
        assert_eq!((fault.kind, fault.at), (*kind, *at), "{text}");
    }
}

/// Texts that name one repository: the registry, the path, the shortest form, and other ways to write it.
const NAMES: &[(&str, &str, &str, &[&str])] = &[
    ("localhost", "fooo", "localhost/fooo", &[]),
    ("localhost", "fooo/bar", "localhost/fooo/bar", &[]),
    ("LOCALDOMAIN", "fooo", "LOCALDOMAIN/fooo", &[]),
    ("LOCALDOMAIN", "fooo/bar", "LOCALDOMAIN/fooo/bar", &[]),
    ("docker.io", "fooo/bar", "fooo/bar", &["index.docker.io/fooo/bar"]),
    ("docker.io", "library/ubuntu", "ubuntu", &["library/ubuntu", "docker.io/ubuntu", "index.docker.io/ubuntu"]),
    ("docker.io", "nonlibrary/ubuntu", "nonlibrary/ubuntu", &[]),
    ("docker.io", "other/library", "other/library", &[]),
    ("127.0.0.1:8000", "private/moonbase", "127.0.0.1:8000/private/moonbase", &[]),
    ("127.0.0.1:8000", "privatebase", "127.0.0.1:8000/privatebase", &[]),
    ("example.com", "private/moonbase", "example.com/private/moonbase", &[]),
    ("example.com", "privatebase", "example.com/privatebase", &[]),
    ("example.com:8000", "private/moonbase", "example.com:8000/private/moonbase", &[]),
    ("docker.io", "library/ubuntu-12.04-base", "ubuntu-12.04-base", &["index.docker.io/library/ubuntu-12.04-base"]),
    ("docker.io", "library/foo", "foo", &["docker.io/foo"]),
    ("docker.io", "library/foo/bar", "library/foo/bar", &[]),
    ("docker.io", "store/foo/bar", "store/foo/bar", &[]),
    ("Foo", "bar", "Foo/bar", &[]),
    ("FOO", "bar", "FOO/bar", &[]),
    ("docker.io", "test_com/foo", "test_com/foo", &[]),
    ("docker.io", "docker/migrator", "docker/migrator", &[]),
    ("test-com:8080", "foo", "test-com:8080/foo", &[]),
    ("xn--n3h.com:18080", "foo", "xn--n3h.com:18080/foo", &[]),
    // One segment is never a registry, whatever it looks like.
    ("docker.io", "library/localhost", "localhost", &[]),
    ("docker.io", "library/example.com", "example.com", &[]),
    ("docker.io", "library/192.168.0.1", "192.168.0.1", &[]),
    ("docker.io", "d/docker", "d/docker", &[]),
    ("docker.io", "docker---rules/docker", "docker---rules/docker", &[]),
    ("docker.io", "dock__er/docker", "dock__er/docker", &[]),
    ("[fc00::1]:5000", "docker/docker", "[fc00::1]:5000/docker/docker", &[]),
    // The short form of these would be read as something else.
    ("docker.io", "foo.bar/app", "docker.io/foo.bar/app", &[]),
    ("docker.io", "localhost/app", "docker.io/localhost/app", &[]),
];

#[test]
fn names_are_completed_as_runtimes_do() {
    for (registry, path, familiar, others) in NAMES {
        let full = format!("{registry}/{path}");
        for text in others.iter().copied().chain([*familiar, full.as_str()]) {
            let reference = Reference::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
            assert_eq!((reference.registry(), reference.repository().as_str()), (*registry, *path), "{text}");
            assert_eq!((reference.familiar().as_str(), reference.name()), (*familiar, full.clone()), "{text}");
            assert_eq!(reference.to_string(), text);
        }
    }
}

const ID: &str = "1a3f5e7d9c1b3a5f7e9d1c3b5a7f9e1d3c5b7a9f1e3d5d7c9b1a3f5e7d9c1b3a";

#[test]
fn what_runtimes_refuse_is_refused_at_its_place() {
    for (row, kind, at) in [
        ("https://github.com/docker/docker", Kind::Scheme, 6),
        ("docker/Docker", Kind::Uppercase, 7),
        ("-docker", Kind::Path, 0),
        ("-docker/docker", Kind::Path, 0),
        ("-docker.io/docker/docker", Kind::Registry, 0),
        ("docker///docker", Kind::Path, 7),
        ("docker.io/docker/Docker", Kind::Uppercase, 17),
        ("docker.io/docker///docker", Kind::Path, 17),
        ("[fc00::1]", Kind::Path, 0),
        ("[fc00::1]:5000", Kind::Path, 0),
        ("fc00::1:5000/debian", Kind::Registry, 5),
        ("[fe80::1%eth0]:5000/debian", Kind::Registry, 8),
        ("[2001:db8:3:4::192.0.2.33]:5000/debian", Kind::Registry, 18),
        // Without `.`, `:` or a capital letter it is no registry.
        ("[]/debian", Kind::Path, 0),
        ("[]:1/debian", Kind::Registry, 1),
        ("[::1/debian", Kind::Registry, 4),
        ("host:/debian", Kind::Registry, 5),
        ("ab-.com/debian", Kind::Registry, 3),
        ("ab.com-/debian", Kind::Registry, 7),
        (ID, Kind::Id, 0),
        ("docker-/docker", Kind::Path, 7),
        ("____/____", Kind::Path, 0),
        ("dock..er/docker", Kind::Registry, 5),
        ("dock_.er/docker", Kind::Registry, 4),
        ("docker/", Kind::Path, 7),
        // Eight characters of the longest path are `library/`.
        ("{a*248}", Kind::PathTooLong, 247),
        ("foo_bar.com/app", Kind::Registry, 3),
    ] {
        let text = written(row);
        let fault = Reference::parse(&text).expect_err(&text);
        assert_eq!((fault.kind, fault.at), (kind, at), "{text}: {fault}");
        let error = Error::from(fault);
        assert_eq!(error.code(), ErrorCode::ErrInvalidReference);
        assert!(error.message().starts_with(&format!("at byte {at}: ")), "{error}");
    }
    assert!(Reference::parse(&written("{a*247}")).is_ok());
    assert_eq!(Reference::parse(&format!("docker.io/{ID}")).map(|id| id.repository()), Ok(format!("library/{ID}")));
}

#[test]
fn what_is_pulled_has_a_digest_or_a_tag() {
    for (row, canonical) in [
        ("busybox", "docker.io/library/busybox:latest"),
        ("busybox:latest", "docker.io/library/busybox:latest"),
        ("busybox@{f}", "docker.io/library/busybox@{f}"),
        ("library/busybox", "docker.io/library/busybox:latest"),
        ("docker.io/busybox", "docker.io/library/busybox:latest"),
        ("docker.io/busybox:1", "docker.io/library/busybox:1"),
        ("gcr.io/library/busybox", "gcr.io/library/busybox:latest"),
        ("busybox:latest@{f}", "docker.io/library/busybox@{f}"),
    ] {
        let (text, wanted) = (written(row), written(canonical));
        assert_eq!(Reference::parse(&text).map(|reference| reference.canonical()), Ok(wanted));
    }
    let both = written("busybox:latest@{f}");
    let both = Reference::parse(&both).unwrap();
    assert_eq!(both.normalized(), written("docker.io/library/busybox:latest@{f}"));
    assert_eq!(both.familiar(), both.written());
}

#[test]
fn ids_and_digests_are_names_of_their_own() {
    let digest = format!("sha256:{ID}");
    assert_eq!(AnyReference::parse(ID), Ok(AnyReference::Id(ID)));
    assert_eq!(AnyReference::parse(&digest), Ok(AnyReference::Digest(&digest)));
    for (text, name) in [
        ("redis:latest", "docker.io/library/redis:latest"),
        ("dmcgowan/myapp", "docker.io/dmcgowan/myapp"),
        (&ID[1..], &format!("docker.io/library/{}", &ID[1..])),
        ("sha256:short", "docker.io/library/sha256:short"),
    ] {
        assert_eq!(AnyReference::parse(text).map(|any| any.to_string()), Ok(name.to_owned()));
    }
}

#[test]
fn a_tag_or_a_digest_can_be_put_to_a_reference() {
    let app = Reference::parse("nginx:1").unwrap();
    assert_eq!(app.with_tag("2").as_deref(), Ok("nginx:2"));
    assert_eq!(app.with_digest(F), Ok(format!("nginx:1@{F}")));
    for (tag, at) in [("", 0), ("-a", 0), ("a b", 1), ("a@b", 1)] {
        assert_eq!(app.with_tag(tag).map_err(|fault| (fault.kind, fault.at)), Err((Kind::Tag, at)), "{tag}");
    }
    assert_eq!(app.with_digest("foo").map_err(|fault| fault.kind), Err(Kind::Digest));
}

#[test]
fn one_repository_is_known_by_all_its_names() {
    let same = |a: &str, b: &str| {
        let (a, b) = (Reference::parse(a).unwrap(), Reference::parse(b).unwrap());
        (a.same_repository(&b), a.same_image(&b))
    };
    assert_eq!(same("nginx", "registry-1.docker.io/library/nginx:latest"), (true, true));
    assert_eq!(same("nginx", "registry-1.docker.io/nginx"), (false, false));
    assert_eq!(same("nginx:1", "index.docker.io/nginx:2"), (true, false));
    assert_eq!(same("Quay.io/a/b:1", "quay.io/a/b:1"), (true, true));
    let (tagged, pinned) = (written("nginx:1@{f}"), written("nginx:2@{f}"));
    assert_eq!(same(&tagged, &pinned), (true, true));
    assert_eq!(same("nginx:1", &tagged), (true, false));
}

#[test]
fn lints_say_what_to_mind_and_what_to_write() {
    let lints = |row: &str| {
        let text = written(row);
        let lints = Reference::parse(&text).unwrap().lints();
        lints.into_iter().map(|lint| (lint.code, lint.instead.unwrap_or_default())).collect::<Vec<_>>()
    };
    let none = String::new;
    assert_eq!(
        lints("nginx"),
        [
            (Lint::ImplicitRegistry, "docker.io/library/nginx".to_owned()),
            (Lint::ImplicitTag, "nginx:latest".to_owned()),
            (Lint::TagWithoutDigest, none()),
            (Lint::RateLimit, none()),
        ]
    );
    assert_eq!(lints("quay.io/a/b:latest"), [(Lint::Latest, none()), (Lint::TagWithoutDigest, none())]);
    assert_eq!(lints("quay.io/a/b:stable@{f}"), [(Lint::MovingTag, none())]);
    assert_eq!(lints("quay.io/a/b@{f}"), [(Lint::DigestWithoutTag, none())]);
    assert_eq!(lints("quay.io/a/b:1@{f}"), []);
    assert_eq!(lints("REGISTRY/b:1@{f}"), [(Lint::UnqualifiedHost, none())]);
    assert_eq!(lints("localhost/b:1@{f}"), []);
    for (old, new) in [
        ("k8s.gcr.io/pause:3.2@{f}", "registry.k8s.io/pause:3.2@{f}"),
        ("gcr.io/google-containers/pause:3.2@{f}", "registry.k8s.io/pause:3.2@{f}"),
        ("gcr.io/google_containers/pause:3.2@{f}", "registry.k8s.io/pause:3.2@{f}"),
        ("quay.io/k8scsi/csi-attacher:v3@{f}", "registry.k8s.io/sig-storage/csi-attacher:v3@{f}"),
    ] {
        assert_eq!(lints(old), [(Lint::RetiredHost, written(new))]);
    }
    assert_eq!(lints("gcr.io/google-containers-of-ours/pause:3.2@{f}"), []);
}

/// The same grammar once more, made of splits: what it says of a text, without places.
fn by_splits(text: &str) -> Option<[Option<&str>; 4]> {
    let (rest, digest) = text.split_once('@').map_or((text, None), |(rest, digest)| (rest, Some(digest)));
    let slash = rest.rfind('/').map_or(0, |at| at + 1);
    let (name, tag) = match rest[slash..].split_once(':') {
        Some((last, tag)) => (&rest[..slash + last.len()], Some(tag)),
        None => (rest, None),
    };
    let (registry, path) = match name.split_once('/') {
        Some((first, path)) if is_host(first) => (Some(first), path),
        _ => (None, name),
    };
    let fine = path.len() <= 255
        && path.split('/').all(is_segment)
        && tag.is_none_or(|tag| {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            tag.len() <= 128 && tag.starts_with(word) && tag.chars().all(|c| word(c) || c == '.' || c == '-')
        })
        && digest.is_none_or(|digest| {
            let hex = |hex: &str, length| hex.len() == length && hex.chars().all(|c| "0123456789abcdef".contains(c));
            [("sha256:", 64), ("sha384:", 96), ("sha512:", 128)]
                .iter()
                .any(|(name, length)| digest.strip_prefix(name).is_some_and(|rest| hex(rest, *length)))
        });
    fine.then_some([registry, Some(path), tag, digest])
}

fn is_host(text: &str) -> bool {
    let (host, port) = match text.rfind(']').map_or(text.find(':'), |at| text[at..].find(':').map(|colon| at + colon)) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let bracketed = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_six = bracketed.is_some_and(|six| !six.is_empty() && six.chars().all(|c| c.is_ascii_hexdigit() || c == ':'));
    (is_six || host.split('.').all(label))
        && port.is_none_or(|port| !port.is_empty() && port.chars().all(|c| c.is_ascii_digit()))
}

fn is_segment(segment: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let separator = |between: &str| ["", ".", "_", "__"].contains(&between) || between.chars().all(|c| c == '-');
    segment.starts_with(small) && segment.ends_with(small) && segment.split(small).all(separator)
}

/// Pieces that make odd references when they are put beside each other.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-z0-9]{1,4}",
        3 => prop::sample::select(vec!["/", ":", "@", ".", "_", "-", "__", "--", "..", "//"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["localhost", "docker.io", "index.docker.io/", "library/", "[::1]:5000/", "A", "é", "["])
            .prop_map(str::to_owned),
        1 => Just(format!("@{F}")),
        1 => (120usize..270).prop_map(|times| "a".repeat(times)),
    ];
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

/// References that are right by construction.
fn references() -> impl Strategy<Value = String> {
    let registry = prop_oneof![
        "([a-z][a-z0-9]{0,5}\\.){1,3}[a-z]{2,3}(:[0-9]{1,5})?/",
        Just(String::new()),
        Just("localhost/".to_owned())
    ];
    // A first segment with a dot would be a registry.
    let path = "[a-z0-9]{1,6}((_|__|-{1,3})[a-z0-9]{1,4}){0,2}(/[a-z0-9]{1,6}(\\.[a-z0-9]{1,3})?){0,3}";
    let digest = prop_oneof![Just(String::new()), Just(format!("@{F}"))];
    (registry, path, "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,20})?", digest)
        .prop_map(|(registry, path, tag, digest)| format!("{registry}{path}{tag}{digest}"))
}

/// What holds of every reference that is read.
fn lawful(text: &str, reference: &Reference<'_>) {
    let parts = reference.parts();
    assert_eq!((reference.to_string().as_str(), parts.to_string().as_str()), (text, text));
    assert_eq!(Reference::parse(&reference.to_string()).as_ref(), Ok(reference));
    let at = |span: Option<std::ops::Range<usize>>| span.map(|span| &text[span]);
    assert_eq!(at(parts.registry_span()), parts.registry);
    assert_eq!(&text[parts.path_span()], parts.path);
    assert_eq!((at(parts.tag_span()), at(parts.digest_span())), (parts.tag, parts.digest));
    let (normalized, canonical) = (reference.normalized(), reference.canonical());
    for form in [normalized.clone(), reference.familiar()] {
        let again = Reference::parse(&form).unwrap_or_else(|fault| panic!("{text} as {form}: {fault}"));
        assert_eq!((again.normalized(), again.familiar()), (normalized.clone(), reference.familiar()), "{text}");
        assert!(again.same_image(reference), "{text}");
    }
    assert_eq!(Reference::parse(&canonical).map(|again| again.canonical()), Ok(canonical));
    let strict = ReferenceParts::parse(&normalized).expect("what is completed keeps to the grammar");
    assert_eq!((strict.registry, strict.path), (Some(reference.registry()), reference.repository().as_str()));
}

proptest! {
    #[test]
    fn odd_texts_are_read_as_the_splits_say(text in pieces()) {
        let parts = ReferenceParts::parse(&text);
        let told = parts.ok().map(|parts| [parts.registry, Some(parts.path), parts.tag, parts.digest]);
        prop_assert_eq!(told, by_splits(&text), "{}", text);
        match Reference::parse(&text) {
            Ok(reference) => lawful(&text, &reference),
            Err(fault) => prop_assert!(fault.at <= text.len() && text.is_char_boundary(fault.at), "{}: {}", text, fault),
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        if let Ok(reference) = Reference::parse(&text) {
            lawful(&text, &reference);
        }
        let _ = AnyReference::parse(&text);
    }

    #[test]
    fn right_references_are_read(text in references()) {
        let reference = Reference::parse(&text);
        prop_assert!(reference.is_ok(), "{}: {:?}", text, reference);
        lawful(&text, &reference.unwrap());
    }
}
