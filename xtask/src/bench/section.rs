//! The parts of docs/benchmarks.md that a command writes. Each stands between two comments that bear
//! its name; what stands around them is written by people.

use crate::repo;
use anyhow::{Context, Result};
use std::path::Path;

/// Takes what was measured into its part, if that was enough: a short run leaves there what a full one found.
pub(super) fn take(name: &str, measured: &Path, enough: bool) -> Result<()> {
    if !enough {
        println!("Too little was measured for docs/benchmarks.md: it keeps what it has.");
        return Ok(());
    }
    write(
        name,
        &std::fs::read_to_string(measured).context("what was measured")?,
    )
}

/// Puts new text between the two comments of a part.
fn write(name: &str, text: &str) -> Result<()> {
    let path = repo::root().join("docs/benchmarks.md");
    let before = std::fs::read_to_string(&path).context("docs/benchmarks.md")?;
    let after = replaced(&before, name, text).with_context(|| {
        format!(
            "docs/benchmarks.md has no part between the comments `{name}: begin` and `{name}: end`"
        )
    })?;
    std::fs::write(path, after)?;
    Ok(())
}

fn replaced(whole: &str, name: &str, text: &str) -> Option<String> {
    let (begin, end) = (
        format!("<!-- {name}: begin -->"),
        format!("<!-- {name}: end -->"),
    );
    let (before, rest) = whole.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!(
        "{before}{begin}\n\n{}\n\n{end}{after}",
        text.trim()
    ))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_the_named_part_is_written_anew() {
        let whole = "A\n<!-- one: begin -->\nold\n<!-- one: end -->\nB <!-- two: begin -->kept<!-- two: end -->";
        let after = replaced(whole, "one", "new\n").unwrap();
        assert_eq!(
            after,
            "A\n<!-- one: begin -->\n\nnew\n\n<!-- one: end -->\nB <!-- two: begin -->kept<!-- two: end -->"
        );
        assert_eq!(
            replaced(&after, "one", "new").as_deref(),
            Some(after.as_str())
        );
    }

    #[test]
    fn a_part_that_is_not_marked_is_not_written() {
        assert_eq!(replaced("<!-- one: begin -->", "one", "new"), None);
        assert_eq!(replaced("", "two", "new"), None);
    }
}
