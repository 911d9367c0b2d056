//! What the operation `knowledge` is asked and says: plain data, row by row. How it is gathered is next door.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::knowledge::claim::{Cite, Confidence, Level, Support};
use crate::knowledge::conflict::Conflict;
use crate::knowledge::edition::StatementKind;
use crate::knowledge::instance_type::Hypervisor;
use crate::knowledge::service::EndpointType;
use crate::knowledge::setting::Place;

/// The request of the operation `knowledge`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnowledgeRequest {
    /// The day for which to answer with what was true then. Not stated: the day of the newest row.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// The day of the edition of AWS's page to replay, such as `2020-06-17`; then `asOf` is that day. An edition without
    /// a date goes by the day on which it was read.
    #[serde(default)]
    pub edition: Option<Day>,
    /// The region for which to list every endpoint service with its name there.
    #[serde(default)]
    pub region: Option<String>,
    /// The instance types of which to say how many pods a node takes, such as `m5.large`.
    #[serde(default)]
    pub instance_types: Vec<String>,
}

/// What was true on a day. The answer of the operation `knowledge`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeAnswer {
    /// The day for which it holds.
    pub as_of: Day,
    /// The day before which nothing is known.
    pub first: Day,
    /// The day of the newest row; later days are answered with what was known then.
    pub newest: Day,
    /// The claims that were true, in order of id.
    pub claims: Vec<ClaimAnswer>,
    /// The endpoints that the claims ask for, in order of claim.
    pub needs: Vec<NeedAnswer>,
    /// The endpoints that are not needed, although they are often made, in order of claim.
    pub not_needed: Vec<NotNeededAnswer>,
    /// What no endpoint serves, each with the setting that is the way round, in order of claim.
    pub no_endpoint: Vec<NoEndpointAnswer>,
    /// The settings that the claims ask for, in order of claim.
    pub settings: Vec<SettingAnswer>,
    /// What could be used and what not, in order of claim.
    pub support: Vec<SupportAnswer>,
    /// What to mind beyond settings, in order of claim.
    pub notes: Vec<NoteAnswer>,
    /// The services that the claims speak of, whatever the day, in order of id.
    pub services: Vec<ServiceAnswer>,
    /// The registries of add-on images that EKS keeps, in order of region, as of the day of the newest row.
    pub registries: Vec<RegistryAnswer>,
    /// The features that a wish can name, whatever the day, in order of id.
    pub features: Vec<FeatureAnswer>,
    /// Every region of every partition, in order of id.
    pub regions: Vec<RegionAnswer>,
    /// Every endpoint service that is on the list, in order of suffix, where a region was asked for; any of them can
    /// stand in the `services` of a wish.
    pub endpoint_services: Vec<EndpointServiceAnswer>,
    /// The instance types that were asked for, in the order of the question.
    pub instance_types: Vec<InstanceTypeAnswer>,
    /// The days of the editions that can be replayed.
    pub editions: Vec<Day>,
    /// The edition that was asked for.
    pub edition: Option<EditionAnswer>,
    /// The same as plain text.
    pub text: String,
}

/// Something that was true.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimAnswer {
    /// The id, such as `irsa-needs-sts`.
    pub id: String,
    /// What it is about: `base`, a node kind or a feature.
    pub about: String,
    /// The claim in a sentence.
    pub statement: String,
    /// The first day, or the day of the first source that is known to say so.
    pub since: Day,
    /// Whether `since` is only the day of the first known source.
    pub undated: bool,
    /// The first day on which it was no longer true.
    pub until: Option<Day>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Where it can be read.
    pub cites: Vec<Cite>,
    /// Why it is recommended where it is not required: our own judgement, for which no source is cited; empty when there
    /// is none.
    pub judgement: String,
    /// What another source says against it, and why we hold it all the same.
    pub conflict: Option<Conflict>,
}

/// An endpoint that a claim asks for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NeedAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What needs it: `base`, a node kind or a feature.
    pub by: String,
    /// The service, such as `sts`.
    pub service: String,
    /// The type of endpoint that serves the need.
    pub endpoint_type: EndpointType,
    /// How strongly.
    pub level: Level,
    /// When, in words; empty when always.
    pub condition: String,
}

/// An endpoint that is not needed, although it is often made.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NotNeededAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What does not need it: `base`, a node kind or a feature.
    pub by: String,
    /// The service, such as `kms`.
    pub service: String,
}

/// Something that no endpoint serves.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NoEndpointAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What would call it: `base`, a node kind or a feature.
    pub by: String,
    /// What cannot be reached, as its host or its API is called, such as `public.ecr.aws`.
    pub what: String,
    /// The id of the setting that is the way round.
    pub setting: String,
    /// When, in words; empty when always.
    pub condition: String,
}

/// Something to mind that no setting settles. The statement is the claim's.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NoteAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What it is about: `base`, a node kind or a feature.
    pub by: String,
    /// When, in words; empty when always.
    pub condition: String,
}

/// A setting that a claim asks for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SettingAnswer {
    /// The id of the claim.
    pub claim: String,
    /// What needs it: `base`, a node kind or a feature.
    pub by: String,
    /// The id of the setting, such as `private-endpoint-access`.
    pub id: String,
    /// Where it is made.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Its value; `{region}` stands for the region.
    pub value: String,
    /// How strongly.
    pub level: Level,
    /// When, in words; empty when always.
    pub condition: String,
}

/// Whether something could be used.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SupportAnswer {
    /// The id of the claim.
    pub claim: String,
    /// A node kind or a feature, or `base`.
    pub subject: String,
    /// How far.
    pub support: Support,
    /// When, in words; empty when always.
    pub condition: String,
}

/// A service that an endpoint can be made for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAnswer {
    /// AWS's own suffix, such as `ecr.api`.
    pub id: String,
    /// The types of endpoint, the usual one first.
    pub types: Vec<EndpointType>,
    /// The pattern of the service name in regions with ordinary names; a plan says the name for its region.
    pub service_name: String,
    /// The names of interface endpoint services that do not follow the pattern, in order of region.
    pub other_names: Vec<RegionalName>,
    /// The region of the endpoint service, where there is one for all regions and a source names it.
    pub service_region: Option<String>,
    /// Whether a VPC in another region can reach it across regions.
    pub cross_region: bool,
    /// The suffix of the endpoint service of its own for FIPS, where one is listed, such as `ec2-fips`.
    pub fips_service: Option<String>,
    /// The TCP port of interface endpoints; gateway endpoints have none.
    pub port: Option<u16>,
    /// Whether endpoints take a policy, where a source says so.
    pub endpoint_policy: Option<bool>,
    /// Whether a list of endpoint services that was read has it. What is not listed is never planned.
    pub listed: bool,
    /// The day on which the service ended.
    pub ended: Option<Day>,
    /// The patterns of the names that private DNS serves, where they are known.
    pub private_dns_names: Vec<String>,
}

/// The name of an endpoint service in a region.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RegionalName {
    /// The region, such as `cn-north-1`.
    pub region: String,
    /// The name, such as `cn.com.amazonaws.cn-north-1.ec2`.
    pub service_name: String,
}

/// The registry of add-on images that EKS keeps in a region.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RegistryAnswer {
    /// The region.
    pub region: String,
    /// The account, such as `602401143452`; nothing where no source that was read names it. It is never guessed.
    pub account: Option<String>,
    /// The DNS suffix of the region's partition, such as `amazonaws.com.cn`.
    pub dns_suffix: String,
    /// The host, where the account is known.
    pub host: Option<String>,
    /// How sure it is; nothing where the account is not known.
    pub confidence: Option<Confidence>,
    /// What a reader should mind; empty when there is nothing.
    pub note: String,
    /// Where it can be read; empty where the account is not known.
    pub cites: Vec<Cite>,
}

/// A feature that a wish can name.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FeatureAnswer {
    /// The id, such as `ebs-csi`.
    pub id: String,
    /// The name in words.
    pub title: String,
    /// AWS's own names of add-ons that are this feature.
    pub addons: Vec<String>,
    /// The options, in order of name.
    pub options: Vec<OptionAnswer>,
}

/// An option of a feature.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptionAnswer {
    /// The name, such as `interruptionQueue`.
    pub name: String,
    /// `flag`, `text` or `choice`.
    pub kind: String,
    /// The words to choose from; empty unless it is a choice.
    pub choices: Vec<String>,
    /// What it means, and what is taken where it is not stated.
    pub doc: String,
}

/// A region.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RegionAnswer {
    /// The id, such as `ap-northeast-1`.
    pub id: String,
    /// AWS's name of it, such as `Asia Pacific (Tokyo)`.
    pub title: String,
    /// The partition that it is in, such as `aws-cn`.
    pub partition: String,
    /// The DNS suffix of services there, such as `amazonaws.com.cn`.
    pub dns_suffix: String,
    /// The DNS suffix of services with IPv4 and IPv6 there, such as `api.aws`.
    pub dualstack_dns_suffix: String,
    /// Whether the list of regions has Amazon EKS there.
    pub eks: bool,
}

/// An endpoint service in a region. Whether the region has it only the region can say.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointServiceAnswer {
    /// AWS's own suffix, such as `bedrock-runtime`.
    pub id: String,
    /// The TCP port that it listens on.
    pub port: u16,
    /// Its name for each type of endpoint, the usual type first.
    pub names: Vec<EndpointNameAnswer>,
}

/// The name of an endpoint service.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EndpointNameAnswer {
    /// The type of endpoint.
    pub endpoint_type: EndpointType,
    /// The name in the region, such as `cn.com.amazonaws.cn-north-1.sqs`.
    pub service_name: String,
}

/// How many pods a node of an instance type takes.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstanceTypeAnswer {
    /// The name, such as `m5.large`.
    pub id: String,
    /// How many network interfaces the default network card takes.
    pub interfaces: u16,
    /// How many IPv4 addresses each interface takes, its own included.
    pub addresses: u16,
    /// How many virtual CPUs it has.
    pub vcpus: u16,
    /// What runs it.
    pub hypervisor: Hypervisor,
    /// How many pods it has addresses for, one address a pod.
    pub maximum_pods: u32,
    /// The same with custom networking, which leaves the first interface to the node.
    pub maximum_pods_custom_networking: u32,
    /// The same where the VPC CNI assigns prefixes and not addresses; nothing where that is not known to work.
    pub maximum_pods_prefixes: Option<u32>,
    /// How many pods a node with prefixes should have at most, whatever its addresses.
    pub recommended_pods: u32,
}

/// What an edition of AWS's page printed, in our own words.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EditionAnswer {
    /// The day on which it was printed, or the day on which it was read where it has no date.
    pub day: Day,
    /// Whether it has no date of its own.
    pub undated: bool,
    /// The day of the newest dated text that an undated edition is later than.
    pub after: Option<Day>,
    /// What it is, in words.
    pub title: String,
    /// Where it can be read.
    pub cite: Cite,
    /// What a reader of the whole edition should mind; empty when there is nothing.
    pub note: String,
    /// What it said, in the order of the page.
    pub statements: Vec<StatementAnswer>,
}

/// A statement of an edition.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementAnswer {
    /// The id within the edition, such as `endpoint-sts`.
    pub id: String,
    /// What kind of statement it is.
    pub kind: StatementKind,
    /// What it said, in our own words.
    pub says: String,
    /// The condition that it put; empty when it put none.
    pub condition: String,
    /// The ids of the claims behind it.
    pub claims: Vec<String>,
    /// The ids of the claims of other sources that contradict it on the day of the edition; their cites are the claims'.
    pub contradicted_by: Vec<String>,
    /// Whether it was right on the day of the edition.
    pub held: bool,
    /// Whether it was right then and all its claims are still true on the day of the newest row.
    pub holds: bool,
    /// What a reader should mind; empty when there is nothing.
    pub note: String,
}
