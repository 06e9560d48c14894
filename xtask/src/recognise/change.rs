//! How the page of a case differs from a base page.

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::ops::Range;

/// One difference, in one of four forms: text that is replaced, lines that are removed, lines that are put after a
/// line, and lines that are put before one.
///
/// A place in the page is named by a text that stands there and nowhere else in the base page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    replace: Option<String>,
    with: Option<String>,
    remove: Option<String>,
    /// The first place after the one that is replaced or removed, up to which all is.
    through: Option<String>,
    after: Option<String>,
    before: Option<String>,
    insert: Option<String>,
    /// The first and the last number for which `insert` is put in, with the number in the place of `{n}`.
    repeat: Option<[u32; 2]>,
}

/// What stands in a range of the base page instead.
struct Edit {
    range: Range<usize>,
    text: String,
}

/// The base page with all changes made.
pub(super) fn apply(base: &str, changes: &[Change]) -> Result<String> {
    let edits = changes.iter().map(|change| change.edit(base));
    let mut edits = edits.collect::<Result<Vec<Edit>>>()?;
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut page = String::new();
    let mut at = 0;
    for edit in edits {
        let Some(same) = base.get(at..edit.range.start) else {
            bail!("two changes are made to the same text: {:?}", edit.text);
        };
        page += same;
        page += &edit.text;
        at = edit.range.end;
    }
    Ok(page + &base[at..])
}

impl Change {
    fn edit(&self, base: &str) -> Result<Edit> {
        let forms = [&self.replace, &self.remove, &self.after, &self.before];
        if forms.into_iter().flatten().count() != 1 {
            bail!("a change has one of `replace`, `remove`, `after` and `before`");
        }
        if let Some(place) = &self.replace {
            let text = self.with.clone().context("`replace` needs `with`")?;
            let range = self.range(base, place)?;
            return Ok(Edit { range, text });
        }
        if let Some(place) = &self.remove {
            let range = lines(base, &self.range(base, place)?);
            let text = String::new();
            return Ok(Edit { range, text });
        }
        let text = self.inserted()?;
        let (place, is_after) = match (&self.after, &self.before) {
            (Some(place), _) => (place, true),
            (_, place) => (place.as_ref().context("no place")?, false),
        };
        let lines = lines(base, &once(base, place)?);
        let at = if is_after { lines.end } else { lines.start };
        Ok(Edit {
            range: at..at,
            text,
        })
    }

    /// Whole lines.
    fn inserted(&self) -> Result<String> {
        let insert = self
            .insert
            .as_ref()
            .context("`after` and `before` need `insert`")?;
        let line = |text: &str| format!("{text}\n");
        Ok(match self.repeat {
            Some([first, last]) => (first..=last)
                .map(|number| line(&insert.replace("{n}", &number.to_string())))
                .collect(),
            None => line(insert),
        })
    }

    fn range(&self, base: &str, place: &str) -> Result<Range<usize>> {
        let Range { start, mut end } = once(base, place)?;
        if let Some(through) = &self.through {
            let found = base[end..].find(through.as_str());
            end += found.with_context(|| format!("{through:?} is nowhere after {place:?}"))?
                + through.len();
        }
        Ok(start..end)
    }
}

/// Where a text is that must be there once.
fn once(base: &str, place: &str) -> Result<Range<usize>> {
    let mut found = base.match_indices(place);
    match (found.next(), found.next()) {
        (Some((start, _)), None) => Ok(start..start + place.len()),
        (None, _) => bail!("{place:?} is nowhere in the base page"),
        (Some(_), Some(_)) => {
            bail!("{place:?} is more than once in the base page; name more of what stands there")
        }
    }
}

/// The whole lines that hold a range, with the end of the last.
fn lines(base: &str, range: &Range<usize>) -> Range<usize> {
    let start = base[..range.start].rfind('\n').map_or(0, |end| end + 1);
    let end = base[range.end..]
        .find('\n')
        .map_or(base.len(), |end| range.end + end + 1);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n";

    fn changed(changes: &str) -> Result<String> {
        #[derive(Deserialize)]
        struct File {
            change: Vec<Change>,
        }
        let file: File = toml::from_str(changes)?;
        apply(BASE, &file.change)
    }

    #[test]
    fn text_is_replaced_and_lines_are_removed_and_inserted() -> Result<()> {
        let table = [
            (
                "replace = 'one'\nwith = '1'",
                "<ul>\n  <li>1</li>\n  <li>two</li>\n</ul>\n",
            ),
            (
                "replace = '<li>one'\nthrough = 'two</li>'\nwith = '-'",
                "<ul>\n  -\n</ul>\n",
            ),
            ("remove = 'one'", "<ul>\n  <li>two</li>\n</ul>\n"),
            ("remove = 'one'\nthrough = 'two'", "<ul>\n</ul>\n"),
            (
                "after = '<ul>'\ninsert = 'x'",
                "<ul>\nx\n  <li>one</li>\n  <li>two</li>\n</ul>\n",
            ),
            (
                "before = '</ul>'\ninsert = 'x'",
                "<ul>\n  <li>one</li>\n  <li>two</li>\nx\n</ul>\n",
            ),
            (
                "before = '</ul>'\ninsert = 'x{n}'\nrepeat = [9, 10]",
                "<ul>\n  <li>one</li>\n  <li>two</li>\nx9\nx10\n</ul>\n",
            ),
        ];
        for (change, page) in table {
            assert_eq!(changed(&format!("[[change]]\n{change}"))?, page, "{change}");
        }
        Ok(())
    }

    #[test]
    fn changes_are_made_to_the_base_page_whatever_their_order() -> Result<()> {
        let changes =
            "[[change]]\nreplace = 'two'\nwith = 'one'\n[[change]]\nreplace = 'one'\nwith = 'two'";
        assert_eq!(
            changed(changes)?,
            "<ul>\n  <li>two</li>\n  <li>one</li>\n</ul>\n"
        );
        Ok(())
    }

    #[test]
    fn a_change_whose_place_is_not_certain_is_refused() {
        let table = [
            ("replace = 'three'\nwith = ''", "nowhere in the base page"),
            ("replace = '<li>'\nwith = ''", "more than once"),
            (
                "replace = 'two'\nthrough = 'one'\nwith = ''",
                "nowhere after",
            ),
            ("replace = 'two'", "needs `with`"),
            ("after = 'two'", "need `insert`"),
            ("after = 'two'\nbefore = 'one'\ninsert = ''", "has one of"),
            ("insert = ''", "has one of"),
            (
                "replace = 'one'\nwith = ''\n[[change]]\nremove = 'one'",
                "the same text",
            ),
            ("replace = 'one'\nwith = ''\nwhat = ''", "unknown field"),
        ];
        for (change, says) in table {
            let error = changed(&format!("[[change]]\n{change}")).unwrap_err();
            assert!(format!("{error:#}").contains(says), "{change}: {error:#}");
        }
    }
}
