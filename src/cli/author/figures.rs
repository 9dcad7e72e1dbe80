//! Numbers as people read them, and bars of plain characters.

/// `1,234,567`
pub(in crate::cli::author) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// How many ways there are; beyond a million only roughly.
pub(in crate::cli::author) fn ways(number: f64) -> String {
    if !number.is_finite() {
        return "endlessly many".to_owned();
    }
    if number < 1e6 {
        return count(number as usize);
    }
    let names = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
    if number >= 1e15 {
        return format!("about 10^{:.0}", number.log10().floor());
    }
    let name = names.iter().find(|(unit, _)| number >= *unit);
    name.map_or_else(String::new, |(unit, name)| format!("about {:.1} {name}", number / unit))
}

/// `12.3 %`; what is possible but rare is not called 0.
pub(in crate::cli::author) fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "0 %".to_owned(),
        small if small < 0.05 => "< 0.1 %".to_owned(),
        percent => format!("{percent:.1} %"),
    }
}

/// `+3.1`, `-0.4`
pub(in crate::cli::author) fn change(number: f64) -> String {
    // Minus zero would look like a fall.
    let rounded = (number * 10.0).round() / 10.0 + 0.0;
    format!("{rounded:+.1}")
}

const BAR: usize = 24;

/// A share from 0 to 1 as a bar with a space before it; nothing where bars are off.
pub(in crate::cli::author) fn bar(share: f64, bars: bool) -> String {
    if !bars {
        return String::new();
    }
    let full = (share.clamp(0.0, 1.0) * BAR as f64).round() as usize;
    format!("  [{}{}]", "#".repeat(full), ".".repeat(BAR - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped_and_huge_ones_named() {
        assert_eq!(count(7), "7");
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(ways(12_345.0), "12,345");
        assert_eq!(ways(3.2e9), "about 3.2 billion");
        assert_eq!(ways(4e40), "about 10^40");
        assert_eq!(ways(f64::INFINITY), "endlessly many");
    }

    #[test]
    fn rare_is_not_never() {
        assert_eq!(percent(0.0), "0 %");
        assert_eq!(percent(1e-9), "< 0.1 %");
        assert_eq!(percent(0.4213), "42.1 %");
        assert_eq!(change(-0.01), "+0.0");
    }

    #[test]
    fn bars_can_be_left_out() {
        assert_eq!(bar(0.5, true), "  [############............]");
        assert_eq!(bar(0.5, false), "");
    }
}
