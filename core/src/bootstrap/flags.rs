//! The operation `flags`: the two flags of the bootstrap script that keep a node from asking the EKS API, and nothing else.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::certificate::CertificateBundle;
use crate::bootstrap::endpoint;
use crate::bootstrap::fault::{finding, invalid};
use crate::bootstrap::word::{powershell, shell};
use crate::error::Error;
use crate::knowledge::NodeSystem;

/// A request for the two arguments.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FlagsRequest {
    /// The operating system: `al2`, `ubuntu` or `windows`; the others have no script with arguments.
    pub system: NodeSystem,
    /// The address of the API server.
    pub endpoint: String,
    /// The certificate authority in base64, as `certificateAuthority.data` has it.
    pub certificate_authority: String,
}

/// The two arguments.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FlagsAnswer {
    /// The arguments on one line, quoted for the shell of the system.
    pub arguments: String,
    /// The same word by word, unquoted.
    pub words: Vec<String>,
    /// What to mind.
    pub findings: Vec<BootstrapFinding>,
    /// The arguments as a line of text.
    pub text: String,
}

/// The plain text.
impl std::fmt::Display for FlagsAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

/// Gives the two flags of the bootstrap script that keep a node from asking the EKS API.
///
/// ```
/// use private_eks::{FlagsRequest, NodeSystem, flags};
///
/// # const AUTHORITY: &str = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJqekNDQVRXZ0F3SUJBZ0lVT3pxZDU5NVM4bHF2Z3l0UlNqWkVTRmpPbWZ3d0NnWUlLb1pJemowRUF3SXcKRlRFVE1CRUdBMVVFQXd3S2EzVmlaWEp1WlhSbGN6QWVGdzB5TmpFeE1qUXlNREl3TVRWYUZ3MHpOakV4TWpFeQpNREl3TVRWYU1CVXhFekFSQmdOVkJBTU1DbXQxWW1WeWJtVjBaWE13V1RBVEJnY3Foa2pPUFFJQkJnZ3Foa2pPClBRTUJCd05DQUFUeEk0ajd4czVsRUZTMFlXc2dsbGprTmFPcVgwazZZRzFRWGRKTzZuZ3VKamZZa0RiTTF2cGEKUEpQT1pKdWpqalhJUHgxVWRSNDhsWmxIQnpURnNHeU1vMk13WVRBZEJnTlZIUTRFRmdRVTFEWjN3N0Z3eHlDWApVWUNTNWNyQkExaXNDK013SHdZRFZSMGpCQmd3Rm9BVTFEWjN3N0Z3eHlDWFVZQ1M1Y3JCQTFpc0MrTXdEd1lEClZSMFRBUUgvQkFVd0F3RUIvekFPQmdOVkhROEJBZjhFQkFNQ0FxUXdDZ1lJS29aSXpqMEVBd0lEU0FBd1JRSWgKQU9kbXdZZ0dEOUExS0pqdjJsWUtsM2lZZ3dxL3ZxN2ZZaWR5dG8wK002bVlBaUJxMElCMC8zRlNaVUNCcFBocQpQZTVvTFd5V3B5ZHlqUTBpNjFWeGEveU1Fdz09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K";
/// let request = FlagsRequest {
///     system: NodeSystem::Al2,
///     endpoint: "https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com".to_owned(),
///     certificate_authority: AUTHORITY.to_owned(),
/// };
/// let line = flags(&request)?.arguments;
/// assert!(line.starts_with("--apiserver-endpoint https://0123456789abcdef0123456789abcdef.gr7.eu-west-1.eks.amazonaws.com --b64-cluster-ca LS0t"));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// The system has no script with arguments, or one of the two values is none.
pub fn flags(request: &FlagsRequest) -> Result<FlagsAnswer, Error> {
    let names = match request.system {
        NodeSystem::Al2 | NodeSystem::Ubuntu => ["--apiserver-endpoint", "--b64-cluster-ca"],
        NodeSystem::Windows => ["-APIServerEndpoint", "-Base64ClusterCA"],
        other => {
            let message = format!(
                "`{}` has no bootstrap script with arguments; ask for `bootstrap` in place of it",
                other.as_str()
            );
            return Err(invalid("system", message));
        }
    };
    let mut findings = Vec::new();
    let endpoint = endpoint::read("endpoint", &request.endpoint, None, &mut findings)?.url;
    let authority = &request.certificate_authority;
    let authority = CertificateBundle::told("certificateAuthority", authority, None, &mut findings)?.data;
    let message = "with both arguments the node asks nobody for the service CIDR and the IP family and guesses the address of \
        the DNS; add them, or ask for `bootstrap`";
    findings.push(finding("", "service-cidr-not-told", message));
    let [first, second] = names;
    let words = vec![first.to_owned(), endpoint, second.to_owned(), authority];
    let quoted = |(at, word): (usize, &String)| match (at % 2, request.system) {
        (0, _) => word.clone(),
        (_, NodeSystem::Windows) => powershell(word),
        _ => shell(word),
    };
    let arguments = words.iter().enumerate().map(quoted).collect::<Vec<_>>().join(" ");
    Ok(FlagsAnswer { text: format!("{arguments}\n"), arguments, words, findings })
}
