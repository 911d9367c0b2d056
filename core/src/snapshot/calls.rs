//! The one table of AWS calls that collect every document an audit reads, and what is derived from it: the calls for a
//! collector in any language, the least policy that they need, a shell script of them, and the command and permission
//! that give a part. Nothing here calls AWS. Service, operation and parameter names are botocore's, resource types and
//! permissions those of AWS's Service Authorization Reference; a test holds every row against both.

mod policy;
mod rows;
mod script;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use self::rows::{CALLS, Call, Parameter, VPC};
use super::Part;
use crate::error::{Error, ErrorCode};
use crate::knowledge;
use crate::shell::quote;
use crate::text::filled;

/// The cluster whose documents are to be collected. The request of the operation `collection`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectionRequest {
    /// The name of the cluster. Not stated: the policy is for any, the script asks, and `{cluster}` remains in the calls.
    #[serde(default)]
    pub cluster: Option<String>,
    /// The region that it is in, such as `ap-northeast-1`. Not stated: as for `cluster`, with `{region}`.
    #[serde(default)]
    pub region: Option<String>,
}

/// How to collect what an audit reads. The answer of the operation `collection`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectionAnswer {
    /// The calls. One that is made for the answers of another comes after it.
    pub calls: Vec<CollectionCall>,
    /// Where the id of the cluster's VPC is found, which stands for `{vpc}` in other calls.
    pub vpc: CallSource,
    /// The least IAM policy that the calls need, as JSON.
    pub policy: String,
    /// A POSIX shell script that makes the calls with the AWS CLI and nothing else.
    pub script: String,
}

/// One call, with the values of the request filled in. `{vpc}`, `{1}` and `{2}` remain: the cluster's VPC, and the
/// values of the row that the call is made for.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectionCall {
    /// A name of its own, such as `describe-route-tables`.
    pub id: String,
    /// The key of the part that the answer belongs to, such as `RouteTables`; `null` when only other calls read it.
    pub part: Option<String>,
    /// The AWS service as botocore names it, such as `ec2`.
    pub service: String,
    /// The operation as AWS names it, such as `DescribeRouteTables`.
    pub operation: String,
    /// The operation as a method of boto3's client, such as `describe_route_tables`.
    pub method: String,
    /// The words of the same call for the AWS CLI, without the region.
    pub command: Vec<String>,
    /// The parameters, shaped as AWS takes them.
    #[schemars(extend("x-aws" = true))]
    pub parameters: Map<String, Value>,
    /// The names of the parameters that older clients do not know and that may then be left out.
    pub newer: Vec<String>,
    /// The key of the answer that holds what is wanted, such as `RouteTables`; empty when it is the answer as a whole.
    pub result: String,
    /// What becomes of the answer.
    pub keep: Keep,
    /// How the answer comes in pages; `null` when it is never more than one.
    pub pages: Option<Pages>,
    /// The key of an answer that says, when true, that there is more than was given; empty when there is none.
    pub truncated: String,
    /// What the call is made for, once for each row; `null` when it is made once.
    pub each: Option<CallSource>,
    /// The IAM permission that the call needs; empty when it needs none.
    pub permission: String,
}

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Keep {
    /// The result is a list, and its items belong to the part. An item that is a name gives way to the described object.
    List,
    /// The result is one object, an item of the part.
    Object,
    /// The answer as a whole is an item of the part.
    Answer,
    /// The result is the part.
    Single,
    /// The answer does not name its owner: it belongs to the part under the key `{1}`.
    Keyed,
    /// Other calls or the collector read it; no part has it.
    Nothing,
}

/// How an answer comes in pages.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pages {
    /// The parameter that asks for the next page; empty when there are several, and only a client library's paginator
    /// knows them.
    pub input_token: String,
    /// The key of the answer that holds its value.
    pub output_token: String,
}

/// A value, or rows of values, in the answer of another call.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CallSource {
    /// The id of the other call.
    pub call: String,
    /// A `JMESPath` expression over its answer, all pages together. For `each` it gives a list of rows, each a list of texts.
    pub query: String,
}

/// Says how to collect what an audit reads: the operation `collection`.
///
/// ```
/// use private_eks::{CollectionRequest, collection};
///
/// let request = CollectionRequest { cluster: Some("prod".into()), region: Some("ap-northeast-1".into()) };
/// let answer = collection(&request)?;
/// assert!(answer.policy.contains("ec2:DescribeVpcEndpoints"));
/// assert!(answer.script.starts_with("#!/bin/sh\n"));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// No partition has the region, or the text cannot be the name of a cluster.
pub fn collection(request: &CollectionRequest) -> Result<CollectionAnswer, Error> {
    let (cluster, region) = (request.cluster.as_deref(), request.region.as_deref());
    let partition = region.map_or(Ok(ANY.partition), |id| knowledge::region(id).map(|row| row.partition.id))?;
    cluster.map_or(Ok(()), check_name)?;
    let open =
        Place { cluster: cluster.unwrap_or(OPEN.cluster), region: region.unwrap_or(OPEN.region), partition, ..OPEN };
    let any = Place { cluster: cluster.unwrap_or(ANY.cluster), region: region.unwrap_or(ANY.region), partition, ..ANY };
    Ok(CollectionAnswer {
        calls: CALLS.iter().map(|call| call.answer(&open)).collect(),
        vpc: CallSource { call: VPC.call.to_owned(), query: VPC.query.to_owned() },
        policy: policy::policy(&any)?,
        script: script::script(cluster, region),
    })
}

/// The AWS CLI commands that give a part, and the IAM permissions that they need.
pub(super) fn commands(part: Part, place: &Place<'_>) -> (Vec<String>, Vec<&'static str>) {
    let calls = || CALLS.iter().filter(|call| call.part == Some(part));
    let mut permissions: Vec<&str> = Vec::new();
    for call in calls() {
        if !permissions.contains(&call.permission) {
            permissions.push(call.permission);
        }
    }
    (calls().map(|call| call.readable(place)).collect(), permissions)
}

/// What a request says, and the partition that follows from it.
pub(super) struct Place<'a> {
    pub(super) cluster: &'a str,
    pub(super) region: &'a str,
    pub(super) partition: &'a str,
    pub(super) vpc: &'a str,
}

/// Any place, as a policy writes it.
const ANY: Place<'static> = Place { cluster: "*", region: "*", partition: "*", vpc: "*" };

/// A place that is only known when the calls are made.
const OPEN: Place<'static> = Place { cluster: "{cluster}", region: "{region}", partition: "*", vpc: "{vpc}" };

impl Place<'_> {
    fn fill(&self, text: &str) -> String {
        filled(text, |name| match name {
            "cluster" => Some(self.cluster),
            "region" => Some(self.region),
            "partition" => Some(self.partition),
            _ => None,
        })
    }
}

impl Call {
    fn answer(&self, place: &Place<'_>) -> CollectionCall {
        let mut parameters = Map::new();
        let mut newer = Vec::new();
        for parameter in self.parameters {
            let (key, value) = match parameter {
                Parameter::Text(key, text) => (key, json!(place.fill(text))),
                Parameter::List(key, text) => (key, json!([place.fill(text)])),
                Parameter::Filter(key, name, values) => {
                    let values: Vec<String> = values.iter().map(|value| place.fill(value)).collect();
                    (key, json!([{ "Name": name, "Values": values }]))
                }
                Parameter::Newer(key) => {
                    newer.push((*key).to_owned());
                    (key, json!(true))
                }
            };
            parameters.insert((*key).to_owned(), value);
        }
        CollectionCall {
            id: self.id.to_owned(),
            part: self.part.map(|part| part.as_str().to_owned()),
            service: self.service.to_owned(),
            operation: self.operation.to_owned(),
            method: words(self.operation, '_'),
            command: self.words(place),
            parameters,
            newer,
            result: self.result.to_owned(),
            keep: self.keep,
            pages: self
                .pages
                .map(|(input, output)| Pages { input_token: input.to_owned(), output_token: output.to_owned() }),
            truncated: self.truncated.to_owned(),
            each: self.each.map(|each| CallSource { call: each.call.to_owned(), query: each.query.to_owned() }),
            permission: self.permission.to_owned(),
        }
    }

    /// The words of the AWS CLI. What older versions do not know is left out.
    fn words(&self, place: &Place<'_>) -> Vec<String> {
        let mut command = vec!["aws".to_owned(), self.service.to_owned(), words(self.operation, '-')];
        for parameter in self.parameters {
            match parameter {
                Parameter::Text(key, text) | Parameter::List(key, text) => {
                    command.extend([format!("--{}", words(key, '-')), place.fill(text)]);
                }
                Parameter::Filter(key, name, values) => {
                    let value = format!("Name={name},Values={}", place.fill(&values.join(",")));
                    command.extend([format!("--{}", words(key, '-')), value]);
                }
                Parameter::Newer(_) => {}
            }
        }
        command
    }

    /// The command for a reader, with capitals for what is not known.
    fn readable(&self, place: &Place<'_>) -> String {
        let mut option = String::new();
        let mut command = Vec::new();
        for word in self.words(place) {
            let name = option.trim_start_matches('-').replace('-', "_").to_uppercase();
            // Each word is filled first and quoted then, so that no name can become a second word.
            let filled = word.replace("{1}", &name).replace("{2}", &name).replace("{vpc}", place.vpc);
            command.push(quote(&filled));
            option = word;
        }
        command.join(" ")
    }
}

/// An AWS name in small words, as botocore and the AWS CLI derive it: `ListHostedZonesByVPC` gives
/// `list-hosted-zones-by-vpc`.
fn words(name: &str, separator: char) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut text = String::new();
    for (at, char) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let begins = char.is_uppercase()
            && before.is_some_and(|before| !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase()));
        if begins {
            text.push(separator);
        }
        text.push(char.to_ascii_lowercase());
    }
    text
}

/// The rule for a cluster's name is AWS's own: the pattern and length of `CreateCluster`. It keeps everything out that
/// a shell or a policy could read as more than a name.
fn check_name(name: &str) -> Result<(), Error> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    if begins && name.len() <= 100 && name.bytes().all(allowed) {
        return Ok(());
    }
    let shown: String = name.chars().take(120).flat_map(char::escape_debug).collect();
    let message = format!(
        "`{shown}` is no name of a cluster; it has 1 to 100 letters, digits, `-` and `_`, and begins with a letter or digit"
    );
    Err(Error::new(ErrorCode::ErrInvalidInput, "cluster", message))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(cluster: &str, region: &str) -> Result<CollectionAnswer, Error> {
        collection(&CollectionRequest { cluster: Some(cluster.to_owned()), region: Some(region.to_owned()) })
    }

    #[test]
    fn a_call_comes_after_the_one_that_it_is_made_for_and_the_calls_of_a_part_stand_together() {
        let mut seen: Vec<&str> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        for call in CALLS {
            assert!(!seen.contains(&call.id), "{} twice", call.id);
            seen.push(call.id);
            if let Some(source) = call.each {
                assert!(seen.contains(&source.call), "{} comes before {}", call.id, source.call);
                let queries = CALLS.iter().filter_map(|other| other.each).filter(|each| each.call == source.call);
                assert!(queries.into_iter().all(|each| each.query == source.query), "{}", source.call);
            }
            if let Some(part) = call.part
                && parts.last() != Some(&part)
            {
                assert!(!parts.contains(&part), "{} comes back", part.as_str());
                parts.push(part);
            }
        }
    }

    #[test]
    fn names_are_those_of_botocore() {
        assert_eq!(words("DescribeVpcs", '_'), "describe_vpcs");
        assert_eq!(words("ListHostedZonesByVPC", '-'), "list-hosted-zones-by-vpc");
        assert_eq!(words("VPCRegion", '-'), "vpc-region");
        assert_eq!(words("nodegroupName", '-'), "nodegroup-name");
    }

    #[test]
    fn the_policy_allows_the_calls_and_nothing_else() {
        let answer = ask("prod", "cn-north-1").unwrap();
        let policy: Value = serde_json::from_str(&answer.policy).unwrap();
        let mut allowed: Vec<&str> = Vec::new();
        for statement in policy["Statement"].as_array().unwrap() {
            assert_eq!(statement["Effect"], "Allow");
            allowed.extend(statement["Action"].as_array().unwrap().iter().map(|action| action.as_str().unwrap()));
        }
        allowed.sort_unstable();
        let mut needed: Vec<&str> = answer.calls.iter().map(|call| call.permission.as_str()).collect();
        needed.retain(|permission| !permission.is_empty());
        needed.sort_unstable();
        needed.dedup();
        assert_eq!(allowed, needed);
        assert!(!answer.policy.contains("{"[..].repeat(2).as_str()));
        assert!(answer.policy.contains(r#""arn:aws-cn:eks:cn-north-1:*:nodegroup/prod/*/*""#));
        for verb in ["Create", "Delete", "Modify", "Put", "Update", ":*\""] {
            assert!(!answer.policy.contains(verb), "{verb}");
        }
    }

    #[test]
    fn a_text_that_no_cluster_can_have_as_a_name_is_refused() {
        for name in ["", "-a", "a b", "$(id)", "a'b", "a\nb", "é", &"a".repeat(101)] {
            let error = ask(name, "ap-northeast-1").unwrap_err();
            assert_eq!((error.code(), error.path()), (ErrorCode::ErrInvalidInput, "cluster"), "{name}");
            assert!(error.message().chars().all(|char| !char.is_control()));
        }
        assert!(ask("0_a-B", "ap-northeast-1").is_ok());
    }

    #[test]
    fn what_the_request_says_is_filled_in_everywhere() {
        for call in ask("prod", "ap-northeast-1").unwrap().calls {
            let text = serde_json::to_string(&call).unwrap();
            assert!(
                !text.contains("{cluster}") && !text.contains("{region}") && !text.contains("{partition}"),
                "{text}"
            );
        }
    }

    #[test]
    fn without_a_cluster_and_a_region_the_policy_is_for_any_and_the_script_asks() {
        let answer = collection(&CollectionRequest::default()).unwrap();
        assert!(answer.policy.contains(r#""arn:*:eks:*:*:cluster/*""#));
        assert!(!answer.policy.contains("aws:RequestedRegion"));
        assert!(answer.script.contains("\ncluster=${CLUSTER:?"));
        let cluster = answer.calls.iter().find(|call| call.id == "describe-cluster").unwrap();
        assert_eq!(cluster.command, ["aws", "eks", "describe-cluster", "--name", "{cluster}"]);
    }
}
