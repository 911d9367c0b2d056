//! The question of exits and its answer: plain data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::snapshot::{Settlement, Snapshot};
use crate::verdict::Verdict;

/// From where exits are looked for. The request of the operation `exits`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExitsRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// Where traffic starts: whatever `reach` takes as a source.
    pub source: String,
    /// The ids of gateways, connections and endpoints that may lead out and are no exits: the networks that are meant to
    /// be reached.
    #[serde(default)]
    pub named: Vec<String>,
    /// Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    #[serde(default)]
    pub strict: bool,
}

/// Every way out, or the proof that there is none. The answer of the operation `exits`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExitsAnswer {
    /// Met when there surely is no way out but those that were named, broken when there is one, else unknown.
    pub verdict: Verdict,
    /// The ways out: open ones first, then those of which the documents do not say, then those that lead out and let
    /// nothing through.
    pub exits: Vec<Exit>,
    /// Met when no endpoint lets data out to whom its policy does not name; a class of its own, for it needs
    /// credentials of AWS and no route.
    pub policy_verdict: Verdict,
    /// The endpoints whose policy lets data out, or may.
    pub policies: Vec<Exit>,
    /// The proof: for each subnet what its table does with every address of both families.
    pub tables: Vec<CoveredTable>,
    /// What would settle what is not known.
    pub settled_by: Vec<Settlement>,
    /// The same as plain text.
    pub text: String,
}

/// A way out.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exit {
    /// Broken when it surely leads out, unknown when it may, met when it lets nothing through.
    pub verdict: Verdict,
    /// What kind of way it is.
    pub kind: ExitKind,
    /// The gateway, connection, interface or endpoint.
    pub id: String,
    /// The subnet that it leads out of; empty for an endpoint of the VPC.
    pub subnet: String,
    /// The destinations that are sent there, as CIDR blocks.
    pub destinations: Vec<String>,
    /// Whether the request named it, so that it does not count.
    pub named: bool,
    /// Why, in sentences.
    pub says: Vec<String>,
}

/// The kinds of ways out. New kinds may be added.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ExitKind {
    /// To the internet, and back.
    InternetGateway,
    /// To the internet, outward only, for IPv6.
    EgressOnlyInternetGateway,
    /// Through an address translation.
    NatGateway,
    /// Into the VPC of a peer.
    PeeringConnection,
    /// To whatever is attached to a transit gateway.
    TransitGateway,
    /// To VPN connections and Direct Connect.
    VpnGateway,
    /// To an appliance or a firewall.
    Appliance,
    /// To a resource of another VPC or account.
    ResourceEndpoint,
    /// To a service network of VPC Lattice.
    ServiceNetworkEndpoint,
    /// To a service of AWS, under a policy.
    Endpoint,
    /// To something of another kind, or that is not known.
    Other,
}

/// What the table of a subnet does with every address.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CoveredTable {
    /// The subnet.
    pub subnet: String,
    /// The table that routes it; empty when it is not known.
    pub table: String,
    /// All addresses of both families, each in one row.
    pub rows: Vec<CoveredRow>,
}

/// Destinations that a table treats alike.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CoveredRow {
    /// The destinations, as CIDR blocks.
    pub destinations: Vec<String>,
    /// Where they are sent, in words.
    pub leads: String,
}
