//! The calls as a POSIX shell script for a machine with the AWS CLI and nothing else. Each answer becomes a file of its
//! own, whole or not at all; what was denied or failed is recorded beside them. Every file is a document that a
//! snapshot takes as it is.

use std::fmt::Write as _;

use super::rows::{CALLS, Call, VPC};
use super::{Keep, OPEN, Parameter, Part};
use crate::shell::quote;

/// What stands before the calls.
const HEAD: &str = r#"set -uf
umask 077
folder=${1:-"$cluster-snapshot"}
vpc=${2:-}
case $folder in -*) folder=./$folder ;; esac
export AWS_PAGER='' AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=3

say() { printf '%s\n' "$*" >&2; }

command -v aws >/dev/null 2>&1 || { say 'the AWS CLI, `aws`, is not on the path'; exit 2; }
mkdir -p -- "$folder" || exit 2
# The files of an earlier run would mix with those of this one.
[ -z "$(ls -A -- "$folder")" ] || { say "\`$folder\` is not empty; name an empty or a new folder"; exit 2; }
work=$folder/.work
mkdir -- "$work" || exit 2
trap 'rm -rf -- "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

call() { aws "$@" --region "$region" --cli-connect-timeout 10 --cli-read-timeout 60 </dev/null; }

# miss STATE DETAIL: notes that something of the part is missing. DETAIL holds nothing that JSON would escape.
miss() {
    bad=1
    worst=${worst:-$1}
    case "; $detail; " in *"; $2; "*) return ;; esac
    detail=${detail:+"$detail; "}$2
}

# blame: notes why the last call gave no answer.
blame() {
    code=$(sed -n 's/.*An error occurred (\([A-Za-z0-9.]*\)).*/\1/p' "$work/error" | sed q)
    case $code in
        *AccessDenied* | *Unauthorized* | *NotAuthorized*) miss denied "$need: $code" ;;
        '') miss failed "$need: the AWS CLI could not make the call" ;;
        *) miss failed "$need: $code" ;;
    esac
}

# place FILE: puts an answer where it belongs, whole. The work folder is on the same file system.
place() {
    mv -f -- "$work/answer" "$folder/$1.json" || exit 1
}

# ask FILE WORD...: makes a call and keeps its answer.
ask() {
    file=$1
    shift
    if call "$@" --output json >"$work/answer" 2>"$work/error"; then
        place "$file"
        good=1
    else
        blame
        : >"$work/$id.failed"
    fi
}

# rows WORD...: makes a call and keeps the rows that other calls are made for.
rows() {
    if call "$@" --output text >"$work/answer" 2>"$work/error"; then
        cat -- "$work/answer" >>"$work/$id.rows"
    else
        blame
        : >"$work/$id.failed"
    fi
}

# source_of ID [same]: opens the rows that the answers of a call gave; a call of the same part has told its fault itself.
source_of() {
    [ ! -e "$work/$1.failed" ] || [ "${2:-}" = same ] || miss failed "the answer to $1 is not whole"
    : >>"$work/$1.rows"
    sort -u -- "$work/$1.rows" >"$work/source"
}

# none FILE KEY VALUE: says that a part has nothing so far, unless that is not known.
none() {
    [ "$bad" = 0 ] || return 0
    printf '{"%s": %s}\n' "$2" "$3" >"$work/answer"
    place "$1"
}

in_vpc() {
    [ -z "$vpc" ] || return 0
    miss failed 'the VPC of the cluster is not known'
    return 1
}

begin() { good=0 bad=0 worst='' detail=''; }

# note KEY: notes how a part was collected.
note() {
    case $good$bad in
        ?0) state=complete ;;
        11) state=partial ;;
        *) state=$worst ;;
    esac
    parts=${parts:+"$parts, "}"\"$1\": {\"state\": \"$state\", \"detail\": \"$detail\"}"
}

# record KEY: notes it and tells it.
record() {
    note "$1"
    [ "$state" = complete ] || { lacking=$((lacking + 1)); say "$1: $state: $detail"; }
}

# collection PARTS: writes whose documents these are and which parts are whole.
collection() {
    printf '{"collection": {%s"region": "%s", "time": "%s", "parts": {%s}}}\n' \
        "$owner" "$region" "$now" "$1" >"$work/answer"
    place collection
}

parts='' lacking=0 owner='' managed='' now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
# The probe makes no call to AWS: it only asks whether this version of the AWS CLI knows the option.
if call ec2 describe-instances --include-managed-resources --generate-cli-skeleton output >/dev/null 2>&1; then
    managed=--include-managed-resources
fi
"#;

/// What stands after them.
const FOOT: &str = r#"
collection "$parts"
[ "$lacking" = 0 ] || say "$lacking parts are not whole; collection.json says why"
say "wrote $folder"
"#;

/// The script.
pub(super) fn script(cluster: Option<&str>, region: Option<&str>) -> String {
    let given = |name: &str, value: Option<&str>| value.map_or_else(|| format!("${{{name}:?is not set}}"), quote);
    let mut text = format!(
        "#!/bin/sh\n\
         # Collects every document that an audit of an Amazon EKS cluster reads, with the AWS CLI alone. It only reads.\n\
         # usage: sh collect.sh [FOLDER [VPC]]\n\
         #   FOLDER  where the files go, empty or new; not given: the cluster's name and `-snapshot`\n\
         #   VPC     the id of the cluster's VPC, for a caller who may not describe the cluster\n\
         # A denied call leaves its part out; collection.json says so. The files hold secrets: only you can read them.\n\
         cluster={}\nregion={}\n{HEAD}",
        given("CLUSTER", cluster),
        given("REGION", region),
    );
    let keys: Vec<&str> = parts().map(Part::as_str).collect();
    let _ = write!(
        text,
        "# Until the end, nothing counts as whole.\nfor key in {}; do\n    begin\n    miss failed 'not asked for'\n    \
         note \"$key\"\ndone\ncollection \"$parts\"\nparts=''\n",
        keys.join(" ")
    );
    let mut part = None;
    for call in CALLS {
        if call.part != part {
            record(&mut text, part);
            part = call.part;
            text.push_str("\nbegin\n");
        }
        make(&mut text, call);
    }
    record(&mut text, part);
    text.push_str(FOOT);
    text
}

/// The parts that have a call, in the order of the table.
fn parts() -> impl Iterator<Item = Part> {
    let mut last = None;
    CALLS.iter().filter_map(|call| call.part).filter(move |part| last.replace(*part) != Some(*part))
}

fn record(text: &mut String, part: Option<Part>) {
    if let Some(part) = part {
        let _ = writeln!(text, "record {}", part.as_str());
    }
}

/// Writes one call, once or for each row of its source.
fn make(text: &mut String, call: &Call) {
    let mut command: Vec<String> = call.words(&OPEN).iter().skip(1).map(|word| shell(word)).collect();
    // The variable is empty where the AWS CLI does not know the option; unquoted, it then is no word.
    command
        .extend(call.parameters.iter().filter(|one| matches!(one, Parameter::Newer(_))).map(|_| "$managed".to_owned()));
    let command = command.join(" ");
    let _ =
        writeln!(text, "id={} need={}", call.id, if call.permission.is_empty() { call.id } else { call.permission });
    let mut lines = Vec::new();
    if let (Some(part), false) = (call.part, call.keep == Keep::Nothing) {
        let file = if call.each.is_some() { format!(r#""{}-$number""#, call.id) } else { call.id.to_owned() };
        lines.push(format!("ask {file} {command} --query {}", shell(&kept(call, part))));
    }
    if let Some(source) = CALLS.iter().filter_map(|other| other.each).find(|source| source.call == call.id) {
        lines.push(format!("rows {command} --query {}", quote(source.query)));
    }
    if call.id == "get-caller-identity" {
        lines.push(format!("account=$(call {command} --query {} --output text 2>/dev/null)", call.result));
        lines.push(r#"case $account in '' | *[!0-9]*) ;; *) owner="\"account\": \"$account\", " ;; esac"#.to_owned());
    }
    if call.id == VPC.call {
        lines.push(format!(
            "[ -n \"$vpc\" ] || vpc=$(call {command} --query {} --output text 2>/dev/null)",
            quote(VPC.query)
        ));
        lines.push("case $vpc in *[!0-9a-z-]*) vpc='' ;; esac".to_owned());
    }
    let (before, after) = match call.each {
        Some(source) => {
            let same = CALLS.iter().any(|other| other.id == source.call && other.part == call.part);
            let _ = writeln!(text, "source_of {}{}", source.call, if same { " same" } else { "" });
            // The part may come out empty, which is not the same as unknown.
            if let (Some(part), true) = (call.part, is_alone(call)) {
                let nothing = if call.keep == Keep::Keyed { "'{}'" } else { "'[]'" };
                let _ = writeln!(text, "none {} {} {nothing}", call.id, part.as_str());
            }
            let head = "number=0\nwhile IFS='\t' read -r one two; do\n    number=$((number + 1))\n";
            (head, "done <\"$work/source\"\n")
        }
        None if command.contains("$vpc") => ("if in_vpc; then\n", "else\n    : >\"$work/$id.failed\"\nfi\n"),
        None => ("", ""),
    };
    text.push_str(before);
    let indent = if before.is_empty() { "" } else { "    " };
    for line in lines {
        let _ = writeln!(text, "{indent}{line}");
    }
    text.push_str(after);
}

/// Whether no other call gives its part anything.
fn is_alone(call: &Call) -> bool {
    !CALLS.iter().any(|other| other.part == call.part && other.keep != Keep::Nothing && other.id != call.id)
}

/// The `JMESPath` expression that gives an answer the shape of a snapshot.
fn kept(call: &Call, part: Part) -> String {
    let (key, result) = (part.as_str(), call.result);
    match call.keep {
        // Where the AWS CLI does not page by itself, the token stays and says that there is more.
        Keep::List => format!("{{{key}: {result}, NextToken: NextToken}}"),
        Keep::Object => format!("{{{key}: [{result}]}}"),
        Keep::Answer => format!("{{{key}: [@]}}"),
        Keep::Single | Keep::Nothing => format!("{{{key}: {result}}}"),
        Keep::Keyed => format!("{{{key}: {{\"{{1}}\": @}}}}"),
    }
}

/// A word with its variables, quoted.
fn shell(word: &str) -> String {
    let variables =
        [("{vpc}", "vpc"), ("{cluster}", "cluster"), ("{region}", "region"), ("{1}", "one"), ("{2}", "two")];
    let mut rest = word;
    let mut text = String::new();
    while let Some((at, (token, name))) =
        variables.iter().filter_map(|variable| rest.find(variable.0).map(|at| (at, variable))).min_by_key(|(at, _)| *at)
    {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            text.push_str(&quote(before));
        }
        let _ = write!(text, "\"${name}\"");
        rest = after.strip_prefix(token).unwrap_or_default();
    }
    if text.is_empty() || !rest.is_empty() {
        text.push_str(&quote(rest));
    }
    text
}
