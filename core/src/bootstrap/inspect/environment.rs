//! The variables of a script that `bootstrap.sh` would find in its environment.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::invocation::assignment;
use super::words::Word;

/// The variables.
#[derive(Default)]
pub(super) struct Environment {
    /// Those of the shell alone.
    own: BTreeMap<String, Word>,
    exported: BTreeMap<String, Word>,
    /// Whether whatever is set is exported.
    all: bool,
    /// Whether something may have set any that cannot be read.
    pub(super) open: bool,
}

impl Environment {
    /// The exported ones with those that stand before a call; all are unknown where they may not come through.
    pub(super) fn of_call(&self, facts: &mut Facts, before: &[Word], passes: bool) -> BTreeMap<String, Word> {
        let mut all = self.exported.clone();
        for value in all.values_mut() {
            value.unknown |= !passes;
        }
        for (name, value) in before.iter().filter_map(assignment) {
            told(facts, name, &value);
            all.insert(name.to_owned(), value);
        }
        all
    }

    /// Takes what a command sets, which surely runs or not.
    pub(super) fn take(&mut self, facts: &mut Facts, words: &[Word], sure: bool) {
        let Some(first) = words.first() else { return };
        let rest = words.get(1..).unwrap_or_default();
        match first.text.as_str() {
            "export" => self.export(facts, rest, sure),
            "declare" | "typeset" if rest.iter().any(|word| word.text.starts_with('-') && word.text.contains('x')) => {
                self.export(facts, rest, sure);
            }
            "declare" | "typeset" | "local" | "readonly" => self.set(facts, rest, sure),
            "set" => self.switch(rest, sure),
            "unset" => {
                for name in rest.iter().map(|word| word.text.as_str()) {
                    for variables in [&mut self.own, &mut self.exported] {
                        match variables.get_mut(name) {
                            Some(value) if !sure => value.unknown = true,
                            _ => _ = variables.remove(name),
                        }
                    }
                }
            }
            "source" | "." | "eval" => self.open = true,
            _ if words.iter().all(|word| assignment(word).is_some()) => self.set(facts, words, sure),
            _ => {}
        }
    }

    fn export(&mut self, facts: &mut Facts, words: &[Word], sure: bool) {
        for word in words {
            match assignment(word) {
                Some((name, value)) => {
                    let value = Word { unknown: value.unknown || !sure, ..value };
                    told(facts, name, &value);
                    self.exported.insert(name.to_owned(), value);
                }
                None if word.unknown => self.open = true,
                None => {
                    if let Some(value) = self.own.get(&word.text) {
                        let value = Word { unknown: value.unknown || !sure, ..value.clone() };
                        told(facts, &word.text, &value);
                        self.exported.insert(word.text.clone(), value);
                    }
                }
            }
        }
    }

    fn set(&mut self, facts: &mut Facts, words: &[Word], sure: bool) {
        for (name, value) in words.iter().filter_map(assignment) {
            let value = Word { unknown: value.unknown || !sure, ..value };
            if self.all || self.exported.contains_key(name) {
                told(facts, name, &value);
                self.exported.insert(name.to_owned(), value.clone());
            }
            self.own.insert(name.to_owned(), value);
        }
    }

    /// `set -a` and `set -o allexport`, also among other letters.
    fn switch(&mut self, words: &[Word], sure: bool) {
        let mut words = words.iter().map(|word| word.text.as_str());
        while let Some(word) = words.next() {
            let (Some(sign @ ('-' | '+')), Some(letters)) = (word.chars().next(), word.get(1..)) else { continue };
            let named = letters.ends_with('o') && words.next() == Some("allexport");
            if named || !letters.starts_with('-') && letters.contains('a') {
                // In a branch it may be on, and what is exported for nothing is not known.
                self.all = sign == '-';
                self.open |= !sure;
            }
        }
    }
}

/// A variable that is known, if it is one of a proxy.
fn told(facts: &mut Facts, name: &str, value: &Word) {
    if !value.unknown {
        facts.variable(name, &value.text);
    }
}
