//! The program: hands the arguments to `cli` and its exit code to the shell.

fn main() {}
