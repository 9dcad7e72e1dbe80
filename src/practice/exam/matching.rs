//! Things into slots: fills as many slots as can be filled at all (augmenting paths; Kuhn 1955, Berge 1957).

/// How much a thing is wanted (smallest first) given what was taken so far.
pub(super) type Prefer<'a> = dyn Fn(usize, &[Option<usize>]) -> (usize, u64) + 'a;

/// For each slot the thing it got. `fits(slot, thing)`; among free things that fit, `prefer` decides.
pub(super) fn assign(
    slots: usize,
    things: usize,
    fits: &dyn Fn(usize, usize) -> bool,
    prefer: &Prefer<'_>,
) -> Vec<Option<usize>> {
    let mut got: Vec<Option<usize>> = vec![None; slots];
    let mut owner: Vec<Option<usize>> = vec![None; things];
    for slot in 0..slots {
        let free = (0..things).filter(|thing| owner[*thing].is_none() && fits(slot, *thing));
        match free.min_by_key(|thing| prefer(*thing, &got)) {
            Some(thing) => {
                got[slot] = Some(thing);
                owner[thing] = Some(slot);
            }
            None => {
                let mut tried = vec![false; things];
                augment(slot, fits, &mut got, &mut owner, &mut tried);
            }
        }
    }
    got
}

fn augment(
    slot: usize,
    fits: &dyn Fn(usize, usize) -> bool,
    got: &mut [Option<usize>],
    owner: &mut [Option<usize>],
    tried: &mut [bool],
) -> bool {
    for thing in 0..owner.len() {
        if tried[thing] || !fits(slot, thing) {
            continue;
        }
        tried[thing] = true;
        let free = match owner[thing] {
            None => true,
            Some(other) => augment(other, fits, got, owner, tried),
        };
        if free {
            got[slot] = Some(thing);
            owner[thing] = Some(slot);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slot 0 likes thing 0 best, but slot 1 can have nothing else.
    #[test]
    fn makes_room_where_there_is_room() {
        let fits = |slot: usize, thing: usize| slot == 0 || thing == 0;
        let got = assign(2, 2, &fits, &|thing, _| (thing, 0));
        assert_eq!(got, [Some(1), Some(0)]);
    }

    #[test]
    fn leaves_open_what_cannot_be_filled() {
        let got = assign(3, 2, &|_, _| true, &|thing, _| (thing, 0));
        assert_eq!(got.iter().flatten().count(), 2);
    }
}
