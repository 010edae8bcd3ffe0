//! The same JSON with blanks around everything.

pub(super) fn spaced(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut inside, mut escaped) = (false, false);
    for char in json.chars() {
        let structural = !inside && "[]{},:".contains(char);
        out.push_str(if structural { " \t" } else { "" });
        out.push(char);
        out.push_str(if structural { "\r\n " } else { "" });
        if char == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && char == '\\' && !escaped;
    }
    out
}
