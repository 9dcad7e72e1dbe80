//! One window an attempt, and no claim outlives its holder.

use std::fs::{File, OpenOptions};

use super::{at, attempt, on_disk};
use crate::journal::claim::lock;
use crate::journal::{Held, claim};

#[test]
fn a_second_holder_is_told_who_and_since_when() {
    let (_folder, path) = on_disk();
    let Held::Ours(first) = claim(&path, attempt(0), at(3)).unwrap() else {
        panic!("free")
    };
    let Held::Elsewhere { process, since } = claim(&path, attempt(0), at(4)).unwrap() else {
        panic!("taken")
    };
    assert_eq!((process, since), (Some(std::process::id()), Some(at(3))));
    assert!(matches!(claim(&path, attempt(1), at(4)).unwrap(), Held::Ours(_)));
    drop(first);
    assert!(matches!(claim(&path, attempt(0), at(5)).unwrap(), Held::Ours(_)));
}

#[test]
fn nothing_is_left_behind() {
    let (folder, path) = on_disk();
    let held = [
        claim(&path, attempt(0), at(0)).unwrap(),
        claim(&path, attempt(1), at(0)).unwrap(),
    ];
    drop(held);
    if cfg!(unix) {
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

/// The file of a killed process: its content is there, its lock is not.
#[test]
fn a_claim_of_a_dead_process_is_taken_over() {
    let (folder, path) = on_disk();
    let file = folder.path().join("journal.db-open").join(attempt(0).to_string());
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "1 2026-01-01T00:00:00.000Z").unwrap();
    let Held::Ours(_held) = claim(&path, attempt(0), at(0)).unwrap() else {
        panic!("dead")
    };
    let again = OpenOptions::new().write(true).open(&file).unwrap();
    assert!(again.try_lock().is_err());
}

#[test]
fn of_many_at_once_exactly_one_holds_it() {
    let (_folder, path) = on_disk();
    for round in 0..20 {
        let held: Vec<Held> = std::thread::scope(|scope| {
            let asking: Vec<_> = (0..6)
                .map(|_| scope.spawn(|| claim(&path, attempt(round), at(0)).unwrap()))
                .collect();
            asking.into_iter().map(|asked| asked.join().unwrap()).collect()
        });
        assert_eq!(held.iter().filter(|held| matches!(held, Held::Ours(_))).count(), 1);
    }
}

/// Between opening a claim file and locking it, its holder may take it away, and someone else may make it anew.
#[cfg(unix)]
#[test]
fn a_lock_on_a_file_that_was_taken_away_claims_nothing() {
    let (folder, _) = on_disk();
    let path = folder.path().join("claim");
    // Keeps the folder, which goes with the last claim.
    std::fs::write(folder.path().join("other"), "").unwrap();
    let claimed = |file: File| lock(file, &path, at(0)).unwrap();
    assert!(matches!(claimed(File::create(&path).unwrap()), Some(Held::Ours(_))));
    let file = File::create(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert!(claimed(file.try_clone().unwrap()).is_none());
    let _other = File::create(&path).unwrap();
    assert!(claimed(file).is_none());
}

/// Letting go and asking at the same time never gives it to two.
#[test]
fn handing_over_never_gives_it_to_two() {
    let (_folder, path) = on_disk();
    let holders = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..200 {
                    if let Held::Ours(held) = claim(&path, attempt(0), at(0)).unwrap() {
                        let others = holders.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        assert_eq!(others, 0);
                        holders.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        drop(held);
                    }
                }
            });
        }
    });
}
