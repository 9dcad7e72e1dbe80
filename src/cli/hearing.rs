//! Lines from standard input, with the time each took; bounded, so that an endless line cannot fill the memory.

use std::io::{self, BufRead, Read};
use std::time::Instant;

use crate::plain::Heard;

/// A longer line is cut here; nobody types this much.
const LONGEST_LINE: u64 = 16 * 1024;

/// The next line, or the end. Bytes that are no text become replacement characters.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line is the one place that reads the clock"
)]
pub(super) fn hear(input: &mut impl BufRead) -> io::Result<Heard> {
    let asked = Instant::now();
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
        return Ok(Heard::End);
    }
    Ok(Heard::Typed {
        line: String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned(),
        took_ms: u32::try_from(asked.elapsed().as_millis()).ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_line_is_cut_and_the_rest_comes_next() {
        let mut input = io::Cursor::new([vec![b'x'; 20_000], b"\r\n1".to_vec()].concat());
        let lengths: Vec<usize> = std::iter::from_fn(|| match hear(&mut input).unwrap() {
            Heard::Typed { line, .. } => Some(line.len()),
            _ => None,
        })
        .collect();
        assert_eq!(lengths, [16_384, 3_616, 1]);
    }
}
