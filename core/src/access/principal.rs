//! The ARN of a role or a user that is to be let in: what AWS takes for one, and what it does not.

use crate::error::{Error, ErrorCode};
use crate::text::{is_token, shown};

/// A role or a user.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Principal {
    pub(super) arn: String,
    pub(super) account: String,
    pub(super) is_role: bool,
}

impl Principal {
    /// Reads an ARN of the partition.
    pub(super) fn parse(arn: &str, partition: &str) -> Result<Self, Error> {
        let wrong = |says: String| Err(Error::new(ErrorCode::ErrInvalidInput, "", format!("`{}` {says}", shown(arn))));
        if is_token(arn) {
            let says = format!("`{}` is known only at deployment; give the ARN itself", shown(arn));
            return Err(Error::new(ErrorCode::ErrUnresolvedToken, "", says));
        }
        let example = format!("write it as `arn:{partition}:iam::111122223333:role/NAME`");
        let fields: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", of, service, "", account, resource] = fields.as_slice() else {
            return wrong(format!("is no ARN of a role or a user; {example}"));
        };
        if *of != partition {
            return wrong(format!("is of the partition `{}`, and the region is of `{partition}`", shown(of)));
        }
        if *service == "sts" {
            let role = resource.strip_prefix("assumed-role/").and_then(|rest| rest.split('/').next());
            let role = role.map(|name| format!("`arn:{partition}:iam::{account}:role/{}`", shown(name)));
            let right = role.map_or_else(String::new, |role| format!("; give the role, such as {role}, with its path"));
            return wrong(format!("is a session, which ends{right}"));
        }
        let number = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
        let is_role = resource.starts_with("role/");
        let name = resource.strip_prefix("role/").or_else(|| resource.strip_prefix("user/"));
        let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c);
        let named = name.is_some_and(|name| name.split('/').all(|part| !part.is_empty() && part.chars().all(allowed)));
        if *service != "iam" || !number || !named {
            return wrong(format!("is no ARN of a role or a user; {example}"));
        }
        Ok(Self { arn: arn.to_owned(), account: (*account).to_owned(), is_role })
    }

    /// The ARN as the aws-auth ConfigMap must have it: that of a role without its path, or it never matches.
    pub(super) fn mapped(&self) -> String {
        if self.is_role { without_path(&self.arn) } else { self.arn.clone() }
    }
}

/// The ARN of a role without its path.
pub(super) fn without_path(arn: &str) -> String {
    match arn.split_once(":role/") {
        Some((head, role)) => format!("{head}:role/{}", role.rsplit('/').next().unwrap_or_default()),
        None => arn.to_owned(),
    }
}
