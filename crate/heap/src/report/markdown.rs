//! Markdown that says what the text says, whatever is in it.

#[derive(Default)]
pub(super) struct Page {
    text: String,
    was_block: Block,
}

/// What stands last: blocks of different kinds need an empty line between.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Block {
    #[default]
    Nothing,
    Heading,
    Row,
    Line,
    Item,
}

impl Page {
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.begin(Block::Heading);
        self.line(&[&"#".repeat(level), " ", text]);
    }

    pub(super) fn text_line(&mut self, text: &str) {
        self.begin(Block::Line);
        self.line(&[text]);
    }

    pub(super) fn row(&mut self, cells: &[String]) {
        self.begin(Block::Row);
        self.line(&["| ", &cells.join(" | "), " |"]);
    }

    pub(super) fn item(&mut self, level: usize, text: &str) {
        self.begin(Block::Item);
        self.line(&[&"  ".repeat(level), "- ", text]);
    }

    pub(super) fn text(self) -> String {
        self.text
    }

    fn line(&mut self, parts: &[&str]) {
        self.text.extend(parts.iter().copied().chain(["\n"]));
    }

    fn begin(&mut self, block: Block) {
        let goes_on = self.was_block == block && matches!(block, Block::Row | Block::Item);
        if self.was_block != Block::Nothing && !goes_on {
            self.text.push('\n');
        }
        self.was_block = block;
    }
}

/// A text of the file in running text: no markup, no HTML, no link, one line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            // Addresses, names of people and numbers of issues are links on some pages.
            ':' if chars.peek() == Some(&'/') => out += "&#58;",
            '@' => out += "&#64;",
            '#' => out += "&#35;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(char);
            }
            char if char.is_control() || matches!(char, '\u{2028}' | '\u{2029}') => out.push(' '),
            // They turn the direction of what follows.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            char => out.push(char),
        }
    }
    out
}

/// The same as code: a run of backticks around it is longer than any within.
pub(super) fn code(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect();
    let longest = text.split(|char| char != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}
