//! The program: hands its arguments to `cli` and the exit code to the shell.

fn main() {}
