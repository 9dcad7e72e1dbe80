//! Rows for spreadsheets. A cell that a spreadsheet would take for a formula gets a leading ' (OWASP, "CSV Injection").

use super::Fault;

pub(super) enum Cell {
    Text(String),
    Number(f64),
    Count(usize),
    Empty,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    pub(super) fn maybe(number: Option<f64>) -> Cell {
        number.map_or(Cell::Empty, Cell::Number)
    }

    fn written(&self) -> String {
        match self {
            Cell::Text(text) => defused(text),
            // Three places are more than any of these numbers carries.
            Cell::Number(number) => format!("{number:.3}"),
            Cell::Count(count) => count.to_string(),
            Cell::Empty => String::new(),
        }
    }
}

fn defused(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<Cell>>) -> Result<String, Fault> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.iter().map(Cell::written))?;
    }
    let bytes = writer.into_inner().map_err(|error| Fault(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Fault(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_stay_numbers() {
        let row = |cells: Vec<Cell>| table(&["a", "b"], [cells]).unwrap();
        for start in ["=", "+", "-", "@", "\t", "\r"] {
            let found = row(vec![Cell::text(format!("{start}cmd|x")), Cell::Number(-0.05)]);
            let line = found.split_once('\n').unwrap().1;
            assert!(
                line.trim_start_matches('"').starts_with(&format!("'{start}cmd|x")),
                "{found:?}"
            );
            assert!(line.trim_end().ends_with(",-0.050"), "{found:?}");
        }
    }

    #[test]
    fn quotes_and_line_breaks_survive() {
        let found = table(&["a"], [vec![Cell::text("she said \"no\",\nthen left")]]).unwrap();
        let mut reader = csv::Reader::from_reader(found.as_bytes());
        let back = reader.records().next().unwrap().unwrap();
        assert_eq!(&back[0], "she said \"no\",\nthen left");
    }
}
