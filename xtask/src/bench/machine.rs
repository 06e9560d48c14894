//! The machine that a table was measured on.

use std::process::Command;

/// When it is, processor, cores, memory, system and how busy it is, in a line. What a system does not tell
/// is a question mark.
pub(super) fn described() -> String {
    let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let (processor, memory) = (read("/proc/cpuinfo"), read("/proc/meminfo"));
    let gib = value(&memory, "MemTotal")
        .and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok())
        .map_or_else(|| "?".to_owned(), |kib| (kib / (1024 * 1024)).to_string());
    let cores = std::thread::available_parallelism()
        .map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    let load = read("/proc/loadavg");
    format!(
        "{}, {}, {cores} cores, {gib} GiB, {}; load before: {}",
        said("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        value(&processor, "model name").unwrap_or("?"),
        said("uname", &["-sr"]),
        load.split_whitespace().next().unwrap_or("?"),
    )
}

fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim())
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map_or_else(
        |_| "?".to_owned(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    )
}
