//! The words of a shell script: quotes, escapes, comments, here-documents, separators. Variables and commands are not
//! worked out: a word that holds one is not known.

/// A word of a command.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    /// Whether a variable, a command or a pattern stands in it.
    pub(super) unknown: bool,
    /// Whether the shell may make several words of it, or none.
    pub(super) splits: bool,
}

/// A command: its words, without redirections.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Command {
    pub(super) line: usize,
    /// The byte behind its last word.
    pub(super) end: usize,
    pub(super) words: Vec<Word>,
}

/// The commands of a script, in the order in which they are written.
pub(super) fn commands(script: &str) -> Vec<Command> {
    let mut reader = Reader {
        rest: script.chars().peekable(),
        at: 0,
        before: 0,
        line: 1,
        command: Command::default(),
        commands: Vec::new(),
        word: None,
        heredocs: Vec::new(),
        redirects: false,
    };
    reader.read();
    reader.commands
}

struct Reader<'s> {
    rest: std::iter::Peekable<std::str::Chars<'s>>,
    /// The byte behind the character that was read last, and the one before it.
    at: usize,
    before: usize,
    line: usize,
    command: Command,
    commands: Vec<Command>,
    word: Option<Word>,
    /// The ends of here-documents whose bodies follow the line.
    heredocs: Vec<String>,
    /// Whether the next word is the target of a redirection.
    redirects: bool,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        self.before = self.at;
        self.at += c.len_utf8();
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn push(&mut self, c: char) {
        self.word.get_or_insert_default().text.push(c);
    }

    fn end_word(&mut self) {
        let Some(word) = self.word.take() else { return };
        if std::mem::take(&mut self.redirects) {
            return;
        }
        if self.command.words.is_empty() {
            self.command.line = self.line;
        }
        self.command.words.push(word);
        self.command.end = self.before;
    }

    fn end_command(&mut self) {
        self.end_word();
        self.redirects = false;
        if !self.command.words.is_empty() {
            self.commands.push(std::mem::take(&mut self.command));
        }
    }

    fn read(&mut self) {
        while let Some(c) = self.next() {
            match c {
                '\\' => match self.next() {
                    Some('\n') | None => {}
                    Some(escaped) => self.push(escaped),
                },
                '\'' => self.single(),
                '"' => self.double(),
                '$' | '`' => self.variable(c, true),
                ' ' | '\t' | '\r' => self.end_word(),
                '\n' => {
                    self.line -= 1;
                    self.end_command();
                    self.line += 1;
                    self.skip_heredocs();
                }
                ';' | '|' | '&' | '(' | ')' => {
                    // In `2>&1` the ampersand belongs to the redirection.
                    if c == '&' && self.redirects && self.word.is_none() {
                        continue;
                    }
                    self.end_command();
                }
                '#' if self.word.is_none() => {
                    while self.rest.peek().is_some_and(|c| *c != '\n') {
                        self.next();
                    }
                }
                '<' | '>' => self.redirect(c),
                '*' | '?' | '[' => {
                    self.push(c);
                    self.mark(false);
                }
                _ => self.push(c),
            }
        }
        self.before = self.at;
        self.end_command();
    }

    fn mark(&mut self, splits: bool) {
        let word = self.word.get_or_insert_default();
        word.unknown = true;
        word.splits |= splits;
    }

    fn single(&mut self) {
        self.word.get_or_insert_default();
        while let Some(c) = self.next() {
            if c == '\'' {
                return;
            }
            self.push(c);
        }
    }

    fn double(&mut self) {
        self.word.get_or_insert_default();
        while let Some(c) = self.next() {
            match c {
                '"' => return,
                '\\' => match self.next() {
                    Some('\n') | None => {}
                    Some(escaped @ ('$' | '`' | '"' | '\\')) => self.push(escaped),
                    Some(other) => {
                        self.push('\\');
                        self.push(other);
                    }
                },
                '$' | '`' => self.variable(c, false),
                _ => self.push(c),
            }
        }
    }

    /// A variable or a command, whose text stays in the word so that it can be shown.
    fn variable(&mut self, opening: char, splits: bool) {
        self.push(opening);
        if opening == '`' {
            self.mark(splits);
            while let Some(c) = self.next() {
                self.push(c);
                if c == '`' {
                    return;
                }
            }
            return;
        }
        let close = match self.rest.peek() {
            Some('(') => ')',
            Some('{') => '}',
            Some(c) if c.is_ascii_alphanumeric() || "_@*#?!-$".contains(*c) => {
                self.mark(splits);
                return;
            }
            // A lone dollar is a dollar.
            _ => return,
        };
        self.mark(splits);
        let mut depth = 0_usize;
        while let Some(c) = self.next() {
            self.push(c);
            match c {
                '(' | '{' => depth += 1,
                ')' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && c == close {
                return;
            }
        }
    }

    fn redirect(&mut self, c: char) {
        // The number of a descriptor belongs to the redirection.
        if self.word.as_ref().is_some_and(|word| word.text.chars().all(|c| c.is_ascii_digit())) {
            self.word = None;
        }
        self.end_word();
        let doubled = self.rest.peek() == Some(&c);
        if doubled {
            self.next();
        }
        if c == '<' && doubled {
            if self.rest.peek() == Some(&'<') {
                self.next();
                self.redirects = true;
                return;
            }
            if self.rest.peek() == Some(&'-') {
                self.next();
            }
            while self.rest.peek().is_some_and(|c| matches!(c, ' ' | '\t')) {
                self.next();
            }
            let mut end = String::new();
            while self.rest.peek().is_some_and(|c| !c.is_whitespace() && !";|&<>()".contains(*c)) {
                end.extend(self.next().filter(|c| !matches!(c, '\'' | '"' | '\\')));
            }
            self.heredocs.push(end);
            return;
        }
        self.redirects = true;
    }

    /// The bodies of here-documents are no commands.
    fn skip_heredocs(&mut self) {
        for end in std::mem::take(&mut self.heredocs) {
            loop {
                let mut line = String::new();
                let mut more = false;
                while let Some(c) = self.next() {
                    if c == '\n' {
                        more = true;
                        break;
                    }
                    line.push(c);
                }
                if line.trim_start_matches('\t').trim_end_matches('\r') == end || !more {
                    break;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(script: &str) -> Vec<Vec<String>> {
        let texts = |command: &Command| command.words.iter().map(|word| word.text.clone()).collect();
        commands(script).iter().map(texts).collect()
    }

    #[test]
    fn quotes_join_and_separators_part() {
        assert_eq!(
            words(r#"a 'b c'"d \"e\" \x"f\ g; h&&i|j # k"#),
            [vec!["a", r#"b cd "e" \xf g"#], vec!["h"], vec!["i"], vec!["j"]]
        );
        assert_eq!(words("a \\\n  b\nc >>/x/y 2>&1 d </z"), [vec!["a", "b"], vec!["c", "d"]]);
        assert_eq!(words("cat <<'EOF' >f\n/etc/eks/bootstrap.sh x\nEOF\nafter"), [vec!["cat"], vec!["after"]]);
        assert_eq!(words("a#b ''"), [vec!["a#b", ""]]);
    }

    #[test]
    fn variables_are_not_known() {
        let unknown = |script: &str| {
            let word = commands(script).remove(0).words.remove(1);
            (word.unknown, word.splits)
        };
        assert_eq!(unknown("a $b"), (true, true));
        assert_eq!(unknown("a \"$b\""), (true, false));
        assert_eq!(unknown("a x$(cat \"f g\")y"), (true, true));
        assert_eq!(unknown("a \"${b:-c d}\""), (true, false));
        assert_eq!(unknown("a '$b'"), (false, false));
        assert_eq!(unknown("a \\$b"), (false, false));
        assert_eq!(unknown("a 5$"), (false, false));
    }
}
