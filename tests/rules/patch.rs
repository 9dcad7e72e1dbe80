//! Examples as patches: each top-level line names a place in the base scenario or key and gives what stands there.

/// `nodes/hall/hint: Look.` replaces (or adds) what stands at that place; `~` takes it out; `key/…` means the key.
pub(crate) struct Files {
    pub(crate) scenario: String,
    /// `None` when taken out with `key: ~`.
    pub(crate) key: Option<String>,
}

pub(crate) fn apply(base: &Files, example: &str) -> Files {
    let mut scenario = base.scenario.clone();
    let mut key = base.key.clone();
    for (path, value) in pieces(example) {
        match path.strip_prefix("key/") {
            Some(path) => key = key.map(|key| put(&key, path, &value)),
            None if path == "key" => key = None,
            None => scenario = put(&scenario, &path, &value),
        }
    }
    Files { scenario, key }
}

/// Every top-level entry: its path, and what follows the colon with all deeper lines.
fn pieces(example: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in example.lines() {
        if line.starts_with([' ', '#', '-']) || line.is_empty() {
            if let Some((_, value)) = found.last_mut() {
                value.push('\n');
                value.push_str(line);
            }
            continue;
        }
        let (path, value) = line.split_once(':').unwrap_or((line, ""));
        found.push((path.to_owned(), value.to_owned()));
    }
    found
}

fn put(text: &str, path: &str, value: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let segments: Vec<&str> = path.split('/').collect();
    let (mut start, mut end, mut indent) = (0, lines.len(), 0);
    for (depth, segment) in segments.iter().enumerate() {
        let last = depth + 1 == segments.len();
        let Some(at) = (start..end).find(|at| is_key(lines[*at], segment, indent)) else {
            assert!(last, "the base has no `{segment}` of `{path}`");
            return splice(&lines, end, end, &block(segment, value, indent));
        };
        let after = (at + 1..end).find(|line| depth_of(lines[*line]).is_some_and(|deep| deep <= indent));
        let after = after.unwrap_or(end);
        if last {
            let new = if value.trim() == "~" {
                Vec::new()
            } else {
                block(segment, value, indent)
            };
            return splice(&lines, at, after, &new);
        }
        let flow = lines[at].trim_end().ends_with('}') && after == at + 1;
        if flow {
            let opened = open(lines[at], segment, indent);
            let opened: Vec<&str> = opened.iter().map(String::as_str).collect();
            let widened = splice_ref(&lines, at, after, &opened);
            return put(&widened, path, value);
        }
        (start, end, indent) = (at + 1, after, indent + 2);
    }
    unreachable!("a path has segments")
}

fn is_key(line: &str, segment: &str, indent: usize) -> bool {
    depth_of(line) == Some(indent)
        && line[indent..]
            .strip_prefix(segment)
            .is_some_and(|rest| rest.starts_with(':'))
}

/// `None` for empty lines.
fn depth_of(line: &str) -> Option<usize> {
    (!line.trim().is_empty()).then(|| line.len() - line.trim_start().len())
}

fn block(segment: &str, value: &str, indent: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let mut lines = value.split('\n');
    let mut block = vec![format!("{pad}{segment}:{}", lines.next().unwrap_or(""))];
    block.extend(lines.map(|line| format!("{pad}{line}")));
    block
}

/// `plan: {rating: 2, shows: {A1: 4}}` as a block, one level.
fn open(line: &str, segment: &str, indent: usize) -> Vec<String> {
    let inside = line[indent + segment.len() + 1..].trim();
    let inside = &inside[1..inside.len() - 1];
    let mut fields = vec![String::new()];
    let (mut depth, mut quoted) = (0, false);
    for letter in inside.chars() {
        match letter {
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                fields.push(String::new());
                continue;
            }
            _ => {}
        }
        fields.last_mut().unwrap().push(letter);
    }
    let pad = " ".repeat(indent);
    let mut lines = vec![format!("{pad}{segment}:")];
    lines.extend(fields.iter().map(|field| format!("{pad}  {}", field.trim())));
    lines
}

fn splice(lines: &[&str], from: usize, to: usize, new: &[String]) -> String {
    let new: Vec<&str> = new.iter().map(String::as_str).collect();
    splice_ref(lines, from, to, &new)
}

fn splice_ref(lines: &[&str], from: usize, to: usize, new: &[&str]) -> String {
    let all: Vec<&str> = lines[..from].iter().chain(new).chain(&lines[to..]).copied().collect();
    all.join("\n") + "\n"
}
