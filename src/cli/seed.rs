//! A seed when none is given.

/// From the operating system's randomness. Kept to 32 bits, so that it can be read out and typed in.
pub(super) fn fresh() -> u64 {
    // The last 62 bits of a version 7 UUID are random.
    let bits = uuid::Uuid::now_v7().as_u128();
    u64::try_from(bits & u128::from(u32::MAX)).unwrap_or_default()
}
