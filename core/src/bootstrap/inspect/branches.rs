//! Which commands of a script surely run: those in no branch, no loop and no function. Nothing is worked out: a condition
//! that always holds is a condition.

use super::words::{Command, Joint};

/// Commands that are asked rather than told, so that what follows them by `&&` is a branch. Behind any other command
/// `&&` only says what `set -e` says.
const QUESTIONS: &[&str] = &["[", "[[", "!", "command", "egrep", "false", "grep", "pgrep", "test", "type", "which"];

/// The blocks that are open where a command stands.
#[derive(Default)]
pub(super) struct Branches {
    /// For each block whether what stands in it may not run.
    blocks: Vec<bool>,
    /// Whether a chain of `&&` and `||` has come to a branch.
    in_branch: bool,
    /// Whether the command before asked something.
    asked: bool,
    /// Whether the block that opens next is the body of a function.
    function: bool,
}

impl Branches {
    /// The place of the first word that is no word of the shell itself, and whether the command surely runs.
    pub(super) fn enter(&mut self, command: &Command) -> (usize, bool) {
        match command.joint {
            Joint::And => self.in_branch |= self.asked,
            Joint::Or | Joint::Data => self.in_branch = true,
            Joint::Pipe => {}
            Joint::Function => self.function = true,
            Joint::Next | Joint::Open => self.in_branch = false,
        }
        let mut first = 0;
        self.asked = false;
        for word in &command.words {
            match word.text.as_str() {
                // What is asked runs; what follows from it may not.
                "if" | "while" | "until" => self.blocks.push(false),
                "for" | "select" | "case" => {
                    self.blocks.push(true);
                    break;
                }
                "then" | "do" | "else" | "elif" => self.blocks.last_mut().into_iter().for_each(|block| *block = true),
                "fi" | "done" | "esac" | "}" => _ = self.blocks.pop(),
                "{" => self.blocks.push(std::mem::take(&mut self.function)),
                "function" => {
                    // The body opens on the same line or the next one.
                    match command.words.last() {
                        Some(last) if last.text == "{" => self.blocks.push(true),
                        _ => self.function = true,
                    }
                    return (command.words.len(), false);
                }
                "!" | "time" => self.asked |= word.text == "!",
                other => {
                    self.asked |= QUESTIONS.contains(&other);
                    break;
                }
            }
            first += 1;
        }
        (first, !self.in_branch && !self.blocks.contains(&true))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::commands;
    use super::*;

    /// The first words of the commands that surely run.
    fn sure(script: &str) -> Vec<String> {
        let mut branches = Branches::default();
        let commands = commands(script);
        let mut sure = Vec::new();
        for command in &commands {
            let (first, runs) = branches.enter(command);
            sure.extend(command.words.get(first).filter(|_| runs).map(|word| word.text.clone()));
        }
        sure
    }

    #[test]
    fn what_stands_in_a_branch_may_not_run() {
        assert_eq!(sure("if a; then b; elif c; then d; else e; fi; f"), ["a", "f"]);
        assert_eq!(sure("until a\ndo b\ndone\nwhile c; do d; done; e"), ["a", "c", "e"]);
        assert_eq!(sure("for x in y; do a; done; b"), ["b"]);
        assert_eq!(sure("case $x in\n a) b;;\n *) c;;\nesac\nd"), ["d"]);
        assert_eq!(sure("f() {\n a\n}\nfunction g {\n b\n}\nf"), ["f", "f"]);
        assert_eq!(sure("{ a; }; (b; c)"), ["a", "b", "c"]);
    }

    #[test]
    fn a_chain_is_a_branch_behind_a_question() {
        assert_eq!(sure("a && b; c || d && e; f"), ["a", "b", "c", "f"]);
        assert_eq!(sure("[ -f x ] && a && b\n! c && d\ngrep e f | g"), ["[", "c", "grep", "g"]);
        assert_eq!(sure("x=(a b) c"), ["x=", "c"]);
    }
}
