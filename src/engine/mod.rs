//! Pure step machine.
