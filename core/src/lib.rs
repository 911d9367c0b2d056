//! What AWS demands of an Amazon EKS cluster without internet access, as dated and cited data; functions that turn a
//! wish into everything that must exist; and functions that hold what does exist against it.
//!
//! ```
//! use private_eks::{AuditRequest, ClusterSpec, Snapshot, Verdict, audit, plan};
//!
//! // What must exist.
//! let plan = plan(&ClusterSpec::new("ap-northeast-1")?.feature("irsa")?)?;
//! assert!(plan.endpoints.iter().any(|endpoint| endpoint.service == "sts"));
//!
//! // What does exist, as AWS prints it, held against it.
//! let snapshot = Snapshot::parse(r#"{
//!     "cluster": {
//!         "name": "prod", "arn": "arn:aws:eks:ap-northeast-1:111122223333:cluster/prod",
//!         "resourcesVpcConfig": {"vpcId": "vpc-0a", "endpointPrivateAccess": false}
//!     },
//!     "VpcEndpoints": []
//! }"#)?;
//! let report = audit(&snapshot, &AuditRequest::default())?;
//! assert_eq!(report.verdict, Verdict::Broken);
//! println!("{report}");
//! # Ok::<(), private_eks::Error>(())
//! ```
//!
//! The nouns: a [`ClusterSpec`] is a wish, [`plan()`] answers with a [`Plan`]; a [`Snapshot`] is what exists as
//! documents give it, [`audit()`] answers with a [`Report`] of [`Finding`]s, each with a [`Verdict`], its evidence, its
//! reasons with cites, and the [`Fix`]es that mend it; [`apply()`] gives the snapshot as it would be after them, and
//! [`reach()`] says who can talk to whom, [`exits()`] every way out. [`knowledge()`] tells what all of it rests on.
//!
//! A verdict is met, broken or unknown, never a boolean: what no document says is unknown, and the answer names the
//! document, the command and the permission that would settle it.
//!
//! What it does not do: call AWS, make a fix, read a file or a clock, or guess. Everything is a function of its input,
//! to the byte. [`call()`] is the same for other languages: JSON in, JSON out.

mod access;
mod audit;
mod bootstrap;
mod day;
mod error;
mod images;
mod json;
mod knowledge;
pub mod net;
mod network;
mod operations;
mod plan;
mod shell;
mod snapshot;
mod text;
mod verdict;
mod yaml;

pub use access::{
    Access, AccessCall, AccessFrom, AccessNode, AccessNodeKind, AccessNote, AccessPolicy, AccessPrincipal,
    AccessRequest, AccessStep, AwsAuth, PlannedAccessPolicy, PlannedEntry, access,
};
pub use audit::{AuditRequest, Counts, Evidence, Finding, KnowledgeStamp, Report, Severity, SnapshotStamp, audit};
pub use bootstrap::*;
pub use day::Day;
pub use error::{Error, ErrorCode};
pub use images::*;
pub use knowledge::*;
pub use network::{
    Blocker, BlockerCode, CoveredRow, CoveredTable, DecidingRule, Destinations, Direction, Exit, ExitKind, ExitsAnswer,
    ExitsRequest, Hop, Matrix, MatrixAnswer, MatrixClass, MatrixRequest, NameAnswer, Network, PortSpan, ReachAnswer,
    ReachRequest, exits, matrix, reach,
};
pub use operations::{ACCESSORS, Accessor, Gives, OPERATIONS, Operation, call, call_on, guarded};
pub use plan::{
    BootCall, BypassEntry, Caller, ClusterSpec, DestinationSpec, EndpointPlace, EndpointVpcSpec, FeatureOptions,
    Features, NoProxy, Origin, Plan, PlanFinding, PlannedEndpoint, PlannedFlow, PlannedImage, PlannedPolicy,
    PlannedRule, PlannedSecurityGroup, PlannedSetting, ProxySpec, Reason, ResolvedFeature, ResolvedOption,
    ResolvedSpec, RuleDirection, Sourced, Step, SubnetAddresses, SubnetSpec, SupportStatement, plan,
};
pub use snapshot::*;
pub use verdict::Verdict;
