//! Names and lines, as every face needs them. It knows neither schemas nor languages.

/// The longest line of a generated file.
pub(crate) const WIDTH: usize = 120;

/// `interruptionQueue` as `interruption_queue`. A name that would not come back the same is refused.
pub(crate) fn snake(name: &str) -> Result<String, String> {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    if camel(&snake) == name && !snake.starts_with('_') {
        Ok(snake)
    } else {
        Err(format!("`{name}` does not come back from `{snake}`"))
    }
}

/// `interruption_queue` as `interruptionQueue`.
pub(crate) fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut upper = false;
    for c in name.chars() {
        match (c, upper) {
            ('_', _) => upper = true,
            (_, true) => {
                camel.push(c.to_ascii_uppercase());
                upper = false;
            }
            (_, false) => camel.push(c),
        }
    }
    camel
}

/// `name` as `Name`.
pub(crate) fn upper_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// Breaks paragraphs (one a line) into lines that fit beside an indentation, with an empty line between paragraphs. The
/// items of a list, which begin with `- `, follow each other without one.
pub(crate) fn wrap(text: &str, indent: usize) -> Vec<String> {
    let width = WIDTH - indent;
    let mut lines = Vec::new();
    let mut in_list = false;
    for paragraph in text.lines() {
        let is_item = paragraph.starts_with("- ");
        let follows = lines.is_empty() || is_item && in_list;
        if !follows {
            lines.push(String::new());
        }
        in_list = is_item;
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::replace(&mut line, if is_item { " ".to_owned() } else { String::new() }));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A file that grows line by line.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// Adds a line at an indentation.
    pub(crate) fn line(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.0.extend(std::iter::repeat_n(' ', indent));
            self.0.push_str(text);
        }
        self.0.push('\n');
    }

    /// Adds empty lines.
    pub(crate) fn gap(&mut self, lines: usize) {
        (0..lines).for_each(|_| self.0.push('\n'));
    }

    /// Adds text that brings its own lines.
    pub(crate) fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    /// The file.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        assert_eq!(snake("interruptionQueue").as_deref(), Ok("interruption_queue"));
        assert_eq!(snake("ipv4Cidr").as_deref(), Ok("ipv4_cidr"));
        assert!(snake("Name").is_err());
        assert!(snake("a_b").is_err());
        assert_eq!(camel("as_of"), "asOf");
    }

    #[test]
    fn paragraphs_are_kept_apart() {
        let long = "word ".repeat(40);
        let lines = wrap(&format!("{long}\nnext"), 4);
        assert!(lines.iter().all(|line| line.len() <= WIDTH - 4));
        assert_eq!(lines.last().map(String::as_str), Some("next"));
        assert!(lines.contains(&String::new()));
    }
}
