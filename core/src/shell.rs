//! Words for a POSIX shell, and an AWS call as a line of the AWS CLI. It runs nothing.

use serde_json::{Map, Value};

/// One word. Nothing inside single quotes is special, and a single quote is written outside of them.
pub(crate) fn quote(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Words as a line that a shell reads as these words.
pub(crate) fn line(words: &[String]) -> String {
    words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ")
}

/// The call for the AWS CLI as a line, quoted for the shell.
pub(crate) fn aws(service: &str, operation: &str, parameters: &Map<String, Value>, region: &str) -> String {
    line(&aws_words(service, operation, parameters, region))
}

/// The call for the AWS CLI: operation and parameters become words with hyphens.
pub(crate) fn aws_words(service: &str, operation: &str, parameters: &Map<String, Value>, region: &str) -> Vec<String> {
    let mut words = vec!["aws".to_owned(), service.to_owned(), hyphenated(operation)];
    for (name, value) in parameters {
        match value {
            Value::Bool(true) => words.push(format!("--{}", hyphenated(name))),
            // The CLI names the other direction of an entry instead of negating it.
            Value::Bool(false) if name == "Egress" => words.push("--ingress".to_owned()),
            Value::Bool(false) => words.push(format!("--no-{}", hyphenated(name))),
            Value::String(text) => words.extend([format!("--{}", hyphenated(name)), text.clone()]),
            Value::Array(items) if items.iter().all(Value::is_string) => {
                words.push(format!("--{}", hyphenated(name)));
                words.extend(items.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            other => words.extend([format!("--{}", hyphenated(name)), other.to_string()]),
        }
    }
    words.extend(["--region".to_owned(), region.to_owned()]);
    words
}

fn hyphenated(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push('-');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_value_stays_one_word() {
        assert_eq!(quote("sg-0a"), "sg-0a");
        assert_eq!(quote("a'; rm -rf /"), r"'a'\''; rm -rf /'");
        assert_eq!(quote(""), "''");
        assert_eq!(quote("$(id)"), "'$(id)'");
    }

    #[test]
    fn the_command_line_is_the_call() {
        let Value::Object(parameters) = serde_json::json!({
            "NetworkAclId": "acl-0a", "Egress": false, "PortRange": {"From": 1, "To": 2}, "SubnetIds": ["a", "b c"],
        }) else {
            unreachable!()
        };
        assert_eq!(
            aws("ec2", "CreateNetworkAclEntry", &parameters, "eu-west-1"),
            r#"aws ec2 create-network-acl-entry --network-acl-id acl-0a --ingress --port-range '{"From":1,"To":2}' --subnet-ids a 'b c' --region eu-west-1"#
        );
    }
}
