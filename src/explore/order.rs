//! Strongly connected components in topological order (Tarjan 1972, without recursion).

/// Groups of places that lead back to each other, sources first; only places that some root leads to.
pub(crate) fn components(
    count: usize,
    roots: &[usize],
    mut next: impl FnMut(usize, &mut Vec<usize>),
) -> Vec<Vec<usize>> {
    const NEW: u32 = u32::MAX;
    let mut number = vec![NEW; count];
    let mut lowest = vec![0_u32; count];
    let mut open = vec![false; count];
    let mut stack: Vec<usize> = Vec::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut counter = 0;
    // A place and where its unseen followers begin and end in `followers`.
    let mut walk: Vec<(usize, usize)> = Vec::new();
    let mut followers: Vec<usize> = Vec::new();
    let mut enter = |at: usize,
                     number: &mut Vec<u32>,
                     lowest: &mut Vec<u32>,
                     walk: &mut Vec<(usize, usize)>,
                     followers: &mut Vec<usize>| {
        number[at] = counter;
        lowest[at] = counter;
        counter += 1;
        walk.push((at, followers.len()));
        next(at, followers);
    };
    for root in roots {
        if *root >= count || number[*root] != NEW {
            continue;
        }
        open[*root] = true;
        stack.push(*root);
        enter(*root, &mut number, &mut lowest, &mut walk, &mut followers);
        while let Some((at, begin)) = walk.last().copied() {
            if followers.len() > begin {
                let Some(to) = followers.pop() else { break };
                if to >= count {
                    continue;
                }
                if number[to] == NEW {
                    open[to] = true;
                    stack.push(to);
                    enter(to, &mut number, &mut lowest, &mut walk, &mut followers);
                } else if open[to] {
                    lowest[at] = lowest[at].min(number[to]);
                }
                continue;
            }
            walk.pop();
            if let Some((above, _)) = walk.last() {
                lowest[*above] = lowest[*above].min(lowest[at]);
            }
            if lowest[at] == number[at] {
                let mut group = Vec::new();
                while let Some(member) = stack.pop() {
                    open[member] = false;
                    group.push(member);
                    if member == at {
                        break;
                    }
                }
                group.reverse();
                groups.push(group);
            }
        }
    }
    groups.reverse();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(edges: &[(usize, usize)], count: usize) -> Vec<Vec<usize>> {
        let next = |at: usize, found: &mut Vec<usize>| {
            found.extend(edges.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to));
        };
        let mut groups = components(count, &[0], next);
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups
    }

    #[test]
    fn sources_come_first_and_rounds_stay_together() {
        let edges = [(0, 1), (1, 2), (2, 1), (2, 3), (0, 3), (4, 0)];
        assert_eq!(of(&edges, 5), [vec![0], vec![1, 2], vec![3]]);
    }

    #[test]
    fn a_long_chain_does_not_recurse() {
        let groups = components(200_000, &[0], |at, found| found.push(at + 1));
        assert_eq!(groups.len(), 200_000);
        assert_eq!(groups[199_999], [199_999]);
    }
}
