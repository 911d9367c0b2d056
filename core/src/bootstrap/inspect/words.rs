//! The words of a shell script: quotes, escapes, comments, here-documents, separators. Variables and commands are not
//! worked out: a word that holds one is not known.

/// The script that joins a node, wherever it lies.
pub(super) const SCRIPT: &str = "bootstrap.sh";

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
    pub(super) joint: Joint,
    /// Whether what it prints goes on, to a file or a command.
    pub(super) leads: bool,
}

/// What parts a command from the one before it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Joint {
    #[default]
    Next,
    /// `&&`.
    And,
    /// `||`.
    Or,
    /// `|`.
    Pipe,
    /// `(`.
    Open,
    /// `name()`, before the body of a function.
    Function,
    /// No command: a list within an assignment, or what a here-document holds.
    Data,
}

/// The commands of a script, in the order in which they are written.
pub(super) fn commands(script: &str) -> Vec<Command> {
    let mut reader = Reader {
        rest: script,
        whole: script.len(),
        before: 0,
        line: 1,
        command: Command::default(),
        joint: Joint::Next,
        commands: Vec::new(),
        word: None,
        heredocs: Vec::new(),
        redirects: false,
    };
    reader.read();
    reader.commands
}

struct Reader<'s> {
    rest: &'s str,
    whole: usize,
    /// The byte behind the character before the one that was read last.
    before: usize,
    line: usize,
    command: Command,
    joint: Joint,
    commands: Vec<Command>,
    word: Option<Word>,
    /// The ends of here-documents whose bodies follow the line.
    heredocs: Vec<String>,
    /// Whether the next word is the target of a redirection.
    redirects: bool,
}

impl Reader<'_> {
    fn at(&self) -> usize {
        self.whole - self.rest.len()
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut rest = self.rest.chars();
        let c = rest.next()?;
        self.before = self.at();
        self.rest = rest.as_str();
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn push(&mut self, c: char) {
        self.word.get_or_insert_default().text.push(c);
    }

    /// Takes what stands before the first byte that means something, as it is.
    fn run(&mut self, means: impl Fn(u8) -> bool) {
        let length = self.rest.bytes().take_while(|byte| byte.is_ascii() && *byte != b'\n' && !means(*byte)).count();
        if let Some((run, rest)) = self.rest.split_at_checked(length).filter(|(run, _)| !run.is_empty()) {
            self.word.get_or_insert_default().text.push_str(run);
            self.rest = rest;
        }
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
        if self.command.words.is_empty() {
            self.command.leads = false;
        } else {
            self.command.joint = std::mem::take(&mut self.joint);
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
                ';' | '|' | '&' | '(' | ')' => self.separator(c),
                '#' if self.word.is_none() => {
                    self.rest = self.rest.find('\n').and_then(|end| self.rest.get(end..)).unwrap_or_default();
                }
                '<' | '>' => self.redirect(c),
                '*' | '?' | '[' => {
                    self.push(c);
                    self.mark(false);
                }
                _ => {
                    self.push(c);
                    self.run(|byte| !byte.is_ascii_alphanumeric() && !b"-_./:=,@%+".contains(&byte));
                }
            }
        }
        self.before = self.at();
        self.end_command();
    }

    fn separator(&mut self, c: char) {
        // In `2>&1` the ampersand belongs to the redirection.
        if c == '&' && self.redirects && self.word.is_none() {
            return;
        }
        let is_list = c == '(' && self.word.as_ref().is_some_and(|word| word.text.ends_with('='));
        let is_doubled = matches!(c, '&' | '|') && self.peek() == Some(c);
        let is_empty = self.command.words.is_empty() && self.word.is_none();
        self.end_command();
        if is_doubled {
            self.next();
        }
        self.joint = match c {
            '&' if is_doubled => Joint::And,
            '|' if is_doubled => Joint::Or,
            '|' => {
                if let Some(before) = self.commands.last_mut() {
                    before.leads = true;
                }
                Joint::Pipe
            }
            '(' if is_list => Joint::Data,
            '(' => Joint::Open,
            ')' if is_empty && self.joint == Joint::Open => Joint::Function,
            _ => Joint::Next,
        };
    }

    fn mark(&mut self, splits: bool) {
        let word = self.word.get_or_insert_default();
        word.unknown = true;
        word.splits |= splits;
    }

    fn single(&mut self) {
        self.word.get_or_insert_default();
        loop {
            self.run(|byte| byte == b'\'');
            match self.next() {
                None | Some('\'') => return,
                Some(c) => self.push(c),
            }
        }
    }

    fn double(&mut self) {
        self.word.get_or_insert_default();
        loop {
            self.run(|byte| matches!(byte, b'"' | b'\\' | b'$' | b'`'));
            let Some(c) = self.next() else { return };
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
        let close = match self.peek() {
            Some('(') => ')',
            Some('{') => '}',
            Some(c) if c.is_ascii_alphanumeric() || "_@*#?!-$".contains(c) => {
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
        self.command.leads |= c == '>';
        let doubled = self.peek() == Some(c);
        if doubled {
            self.next();
        }
        if c == '<' && doubled {
            if self.peek() == Some('<') {
                self.next();
                self.redirects = true;
                return;
            }
            if self.peek() == Some('-') {
                self.next();
            }
            while self.peek().is_some_and(|c| matches!(c, ' ' | '\t')) {
                self.next();
            }
            let mut end = String::new();
            while self.peek().is_some_and(|c| !c.is_whitespace() && !";|&<>()".contains(c)) {
                end.extend(self.next().filter(|c| !matches!(c, '\'' | '"' | '\\')));
            }
            self.heredocs.push(end);
            return;
        }
        self.redirects = true;
    }

    /// The bodies of here-documents are no commands; one that names the script may become some.
    fn skip_heredocs(&mut self) {
        for end in std::mem::take(&mut self.heredocs) {
            let first = self.line;
            let mut body = String::new();
            while !self.rest.is_empty() {
                let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
                self.rest = rest;
                self.line += 1;
                if line.trim_start_matches('\t').trim_end_matches('\r') == end {
                    break;
                }
                body.extend([line, "\n"]);
            }
            if body.contains(SCRIPT) {
                let words = vec![Word { text: body, unknown: true, splits: true }];
                let joint = Joint::Data;
                self.commands.push(Command { line: first, end: self.at(), words, joint, leads: true });
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
        assert_eq!(words("cat <<'EOF' >f\n/etc/eks/x.sh y\nEOF\nafter"), [vec!["cat"], vec!["after"]]);
        let data = commands("cat <<'EOF' >f\n/etc/eks/bootstrap.sh x\nEOF\nafter").remove(1);
        assert_eq!((data.joint, data.line), (Joint::Data, 2));
        assert_eq!(words("a#b ''"), [vec!["a#b", ""]]);
    }

    #[test]
    fn what_joins_commands_is_known() {
        use Joint::{And, Data, Function, Next, Open, Or, Pipe};
        let joints = |script: &str| commands(script).iter().map(|command| command.joint).collect::<Vec<_>>();
        assert_eq!(joints("a &&\n b || c | d; e & f\ng"), [Next, And, Or, Pipe, Next, Next, Next]);
        assert_eq!(joints("f() {\n a\n}\n(b)\nx=(c d)"), [Next, Function, Next, Next, Open, Next, Data]);
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
