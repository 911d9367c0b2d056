//! A repair as data: one AWS call with its parameters. Nothing here decides what to repair, and nothing calls AWS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::shell;

/// One AWS call that mends something.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fix {
    /// A stable id within the report, such as `fix-1`.
    pub id: String,
    /// The AWS service as botocore names it, such as `ec2`.
    pub service: String,
    /// The operation as AWS names it, such as `AuthorizeSecurityGroupIngress`.
    pub operation: String,
    /// The parameters of the call, shaped as AWS takes them.
    #[schemars(extend("x-aws" = true))]
    pub parameters: Map<String, Value>,
    /// What it does, in a sentence.
    pub description: String,
    /// The ids of the findings that it helps to mend.
    #[serde(default)]
    pub mends: Vec<String>,
    /// The same call for the AWS CLI, quoted for a POSIX shell.
    #[serde(default)]
    pub command: String,
}

impl Fix {
    /// Makes a fix; its command follows from the call.
    pub(crate) fn new(
        id: String,
        service: &str,
        operation: &str,
        parameters: Map<String, Value>,
        description: String,
        mends: Vec<String>,
        region: &str,
    ) -> Self {
        let command = shell::aws(service, operation, &parameters, region);
        Self {
            id,
            service: service.to_owned(),
            operation: operation.to_owned(),
            parameters,
            description,
            mends,
            command,
        }
    }
}
