//! Builds again when a scenario file comes or goes; the files themselves are noticed without it.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=scenarios");
    println!("cargo::rerun-if-changed=scoring");
}
