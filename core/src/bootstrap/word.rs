//! A word for a shell and for PowerShell: quoted so that neither reads anything into it.

/// A word for `sh`: as it is where nothing in it is obeyed, else in single quotes.
pub(super) fn shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,+@".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// A text for PowerShell in single quotes, where nothing is obeyed but the quote itself; PowerShell takes the curly ones
/// for the straight one.
pub(super) fn powershell(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(c);
        }
        quoted.push(c);
    }
    quoted.push('\'');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_nothing_into_a_word() {
        assert_eq!(shell("https://a.b/c=d"), "https://a.b/c=d");
        assert_eq!(shell(""), "''");
        assert_eq!(shell("a'b $c"), r"'a'\''b $c'");
        assert_eq!(shell("~"), "'~'");
    }

    #[test]
    fn powershell_reads_nothing_into_a_text() {
        assert_eq!(powershell("a$b`c\"d"), "'a$b`c\"d'");
        assert_eq!(powershell("a'b\u{2019}c"), "'a''b\u{2019}\u{2019}c'");
    }
}
