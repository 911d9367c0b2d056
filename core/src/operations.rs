//! The table of operations that other languages can call, and the one door to it: text in, text out. It decides
//! nothing; each row is a function of the library with its request and its answer.

use std::panic::{AssertUnwindSafe, catch_unwind};

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::access::{Access, AccessRequest, access};
use crate::audit::{AuditRequest, Report, audit};
use crate::bootstrap::{
    Bootstrap, FlagsAnswer, FlagsRequest, InspectRequest, Inspection, NodeSpec, bootstrap, flags, inspect,
};
use crate::error::{Error, ErrorCode, nearest};
use crate::images::{
    Classification, ClassifyRequest, FindRequest, FoundImages, MirrorPlan, MirrorRequest, RewriteRequest, Rewritten,
    classify, find, mirror, rewrite,
};
use crate::json;
use crate::knowledge::{DiffAnswer, DiffRequest, KnowledgeAnswer, KnowledgeRequest, diff, knowledge};
use crate::network::{
    ExitsAnswer, ExitsRequest, MatrixAnswer, MatrixRequest, ReachAnswer, ReachRequest, exits, matrix, reach,
};
use crate::plan::{ClusterSpec, Plan, plan};
use crate::snapshot::{
    ApplyRequest, CollectionAnswer, CollectionRequest, MergeRequest, RedactRequest, Snapshot, apply, collection, merge,
    redact,
};

/// An operation: what other languages call by name.
pub struct Operation {
    /// The name.
    pub name: &'static str,
    /// What it does, for the faces' documentation.
    pub doc: &'static str,
    /// Whether it looks at a snapshot: in the request's `snapshot`, or the handle's.
    pub takes_snapshot: bool,
    request: fn(&mut SchemaGenerator) -> Schema,
    answer: fn(&mut SchemaGenerator) -> Schema,
    run: fn(Option<&Snapshot>, &str) -> Result<String, Error>,
}

impl Operation {
    /// The schema of the request, as it is read.
    pub fn request_schema(&self) -> Schema {
        let mut generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
        finish((self.request)(&mut generator), &mut generator)
    }

    /// The schema of the answer, as it is written.
    pub fn answer_schema(&self) -> Schema {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        finish((self.answer)(&mut generator), &mut generator)
    }
}

fn finish(mut schema: Schema, generator: &mut SchemaGenerator) -> Schema {
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    schema
}

/// Declares the table. `on` rows look at a snapshot, `of` rows do not.
macro_rules! operations {
    ($( #[doc = $doc:literal] $name:literal: $kind:ident $request:ty => $answer:ty, $function:path; )*) => {
        /// Every operation, in the order in which the faces document them.
        pub static OPERATIONS: &[Operation] = &[ $( Operation {
            name: $name,
            doc: $doc,
            takes_snapshot: operations!(@takes $kind),
            request: |generator| generator.subschema_for::<$request>(),
            answer: |generator| generator.subschema_for::<$answer>(),
            run: operations!(@run $kind $request, $function),
        }, )* ];
    };
    (@takes on) => { true };
    (@takes of) => { false };
    (@run on $request:ty, $function:path) => { |snapshot, text| on::<$request, _>(snapshot, text, $function) };
    (@run of $request:ty, $function:path) => { |_, text| of::<$request, _>(text, $function) };
}

operations! {
    /// Says everything that must exist for a cluster without internet access, as of a day, with reasons and cites.
    "plan": of ClusterSpec => Plan, plan;
    /// Holds what exists against what must exist: what is missing, why, and what would mend it.
    "audit": on AuditRequest => Report, audit;
    /// Says whether one thing can talk to another on a port; if not, who stops it and what would open it.
    "reach": on ReachRequest => ReachAnswer, reach;
    /// Finds every way out of where something stands, or proves that there is none by what the tables do with every address.
    "exits": on ExitsRequest => ExitsAnswer, exits;
    /// Says which interfaces reach which endpoints on a port, all with all, by what they have in common; `reach` says why.
    "matrix": on MatrixRequest => MatrixAnswer, matrix;
    /// Gives what lets a node join its cluster without asking the EKS API, and says what it still calls at boot.
    "bootstrap": of NodeSpec => Bootstrap, bootstrap;
    /// Gives the two flags of the bootstrap script that keep a node from asking the EKS API, and nothing else.
    "flags": of FlagsRequest => FlagsAnswer, flags;
    /// Says what is true as of a day, or replays an edition of AWS's page, each statement with its cites.
    "knowledge": of KnowledgeRequest => KnowledgeAnswer, knowledge;
    /// Says what became true, what ended and what AWS's page reworded between two days, and why.
    "diff": of DiffRequest => DiffAnswer, diff;
    /// Says what user data would do when a node boots with it, and what is wrong with it.
    "inspect": of InspectRequest => Inspection, inspect;
    /// Says what lets nodes and people in, by access entries or the aws-auth ConfigMap, and from where it is made.
    "access": of AccessRequest => Access, access;
    /// Says where images lie as a cluster without internet access sees it, whether its nodes get there, and what would help.
    "classify": of ClassifyRequest => Classification, classify;
    /// Says what is to be done so that images lie in a registry that the cluster reaches, whole and under names that lead back.
    "mirror": of MirrorRequest => MirrorPlan, mirror;
    /// Finds the images that manifests, values of Helm, kustomizations and lists name, each with its place to the byte.
    "find": of FindRequest => FoundImages, find;
    /// Puts images in the place of others in manifests, values and kustomizations: the bytes of their scalars and no other.
    "rewrite": of RewriteRequest => Rewritten, rewrite;
    /// Says which calls collect what an audit reads, the least policy that they need, and a shell script of them.
    "collection": of CollectionRequest => CollectionAnswer, collection;
    /// Merges pages, files and folders of documents into one snapshot.
    "merge": of MergeRequest => Snapshot, merge;
    /// Gives the snapshot as it would be after fixes were made.
    "apply": on ApplyRequest => Snapshot, apply;
    /// Gives the snapshot without secrets: ids and the relations of addresses stay, names, tags and user data go.
    "redact": on RedactRequest => Snapshot, redact;
}

/// What the faces offer on an answer beside its fields.
pub struct Accessor {
    /// The type of the answer, such as `Report`.
    pub on: &'static str,
    /// The name, as it would stand on the wire.
    pub name: &'static str,
    /// What it gives, for the faces' documentation.
    pub doc: &'static str,
    /// How it is worked out.
    pub gives: Gives,
}

/// How an accessor is worked out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gives {
    /// The items of a list whose field has a value.
    Where {
        /// The list.
        list: &'static str,
        /// The field of its items.
        field: &'static str,
        /// The value.
        is: &'static str,
    },
    /// Nothing, or the answer as an exception when its verdict is not met: broken and unknown both stop a pipeline.
    RequireMet,
}

/// Every accessor.
pub static ACCESSORS: &[Accessor] = &[
    Accessor {
        on: "Report",
        name: "broken",
        doc: "The findings of what surely does not hold.",
        gives: Gives::Where { list: "findings", field: "verdict", is: "broken" },
    },
    Accessor {
        on: "Report",
        name: "unknown",
        doc: "The findings of which the documents do not say whether they hold.",
        gives: Gives::Where { list: "findings", field: "verdict", is: "unknown" },
    },
    Accessor {
        on: "Report",
        name: "met",
        doc: "The findings of what surely holds.",
        gives: Gives::Where { list: "findings", field: "verdict", is: "met" },
    },
    Accessor {
        on: "Report",
        name: "requireMet",
        doc: "Does nothing when the verdict is met, and stops a pipeline when it is broken or unknown.",
        gives: Gives::RequireMet,
    },
];

/// Calls an operation: a request in, `{"answer": …}` or `{"error": {"code", "path", "message"}}` out. It never panics.
///
/// ```
/// let reply = private_eks::call("plan", r#"{"region": "ap-northeast-9"}"#);
/// assert!(reply.starts_with(r#"{"error":{"code":"ERR_UNKNOWN_REGION","path":"region""#));
/// ```
pub fn call(operation: &str, request: &str) -> String {
    reply(operation, None, request)
}

/// Calls an operation on a snapshot that is already parsed; the request then has no `snapshot`.
pub fn call_on(snapshot: &Snapshot, operation: &str, request: &str) -> String {
    reply(operation, Some(snapshot), request)
}

/// A request that may carry the snapshot that it asks about.
trait Asks {
    /// Takes the snapshot out of the request.
    fn snapshot(&mut self) -> Option<Snapshot>;
}

macro_rules! asks {
    ($($request:ty),*) => { $( impl Asks for $request {
        fn snapshot(&mut self) -> Option<Snapshot> {
            self.snapshot.take()
        }
    } )* };
}

asks!(AuditRequest, ReachRequest, ExitsRequest, MatrixRequest, ApplyRequest, RedactRequest);

fn of<R: DeserializeOwned, A: Serialize>(text: &str, function: fn(&R) -> Result<A, Error>) -> Result<String, Error> {
    json::encode(&function(&json::decode(text)?)?)
}

fn on<R: DeserializeOwned + Asks, A: Serialize>(
    handle: Option<&Snapshot>,
    text: &str,
    function: fn(&Snapshot, &R) -> Result<A, Error>,
) -> Result<String, Error> {
    let mut request: R = json::decode(text)?;
    let own = request.snapshot();
    let snapshot = match (&own, handle) {
        (Some(snapshot), None) | (None, Some(snapshot)) => snapshot,
        (Some(_), Some(_)) => return Err(asked("the handle has its own snapshot; leave `snapshot` out")),
        (None, None) => return Err(asked("`snapshot` is missing; give the documents")),
    };
    json::encode(&function(snapshot, &request)?)
}

fn asked(message: &str) -> Error {
    Error::new(ErrorCode::ErrInvalidInput, "snapshot", message)
}

fn reply(operation: &str, snapshot: Option<&Snapshot>, request: &str) -> String {
    match guarded(|| run(operation, snapshot, request)) {
        Ok(answer) => format!(r#"{{"answer":{answer}}}"#),
        Err(failure) => failure,
    }
}

/// Does any work of the library the way [`call`] does it, for bindings that hold a [`Snapshot`]: an error or a panic
/// comes back as the text `{"error": {"code", "path", "message"}}`.
///
/// # Errors
/// The work fails or panics.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, String> {
    let fault = || Error::new(ErrorCode::ErrInternal, "", "a fault of this library; please report it with its input");
    // What the work touches is its own, or shared and never changed, so nothing half done is seen after it unwinds.
    let outcome = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(fault()));
    outcome.map_err(|error| {
        json::encode(&Failure { error }).unwrap_or_else(|_| {
            r#"{"error":{"code":"ERR_INTERNAL","path":"","message":"a fault that could not be written"}}"#.to_owned()
        })
    })
}

#[derive(Serialize)]
struct Failure {
    error: Error,
}

fn run(operation: &str, snapshot: Option<&Snapshot>, request: &str) -> Result<String, Error> {
    let Some(row) = OPERATIONS.iter().find(|row| row.name == operation) else {
        let near = nearest(operation, OPERATIONS.iter().map(|row| row.name));
        return Err(Error::new(ErrorCode::ErrUnknownOperation, "", format!("`{operation}` is no operation{near}")));
    };
    (row.run)(snapshot, request)
}
