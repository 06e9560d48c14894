//! The server process. Everything is in the library; its commands are in `cli`.

use std::process::ExitCode;

/// For an event stream it holds a third less than the system's of glibc, and it is quicker (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    consentry_server::cli::run()
}
