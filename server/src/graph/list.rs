//! Reading a list of Microsoft Graph to its end, and saying whether that was all of it.
//!
//! Graph cuts lists short without an error: how many rows of `oauth2PermissionGrants` come depends on the page size,
//! and rows are missing without the advanced query parameters
//! (<https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/2469>). So a list is asked for with
//! [`LARGEST_PAGE`], `$count=true` and `ConsistencyLevel: eventual`, and what was read is compared with
//! `@odata.count`. A list that is not complete proves what is on it, and nothing about what is not.
//!
//! Deliberately absent: any knowledge of what is on the list, and of how a page is fetched.

use super::{Fault, Reading};
use crate::upstream::UpstreamUnavailable;
use serde::Deserialize;
use std::collections::HashSet;
use url::Url;

/// The largest page of directory objects that Graph serves
/// (<https://learn.microsoft.com/graph/paging>).
pub const LARGEST_PAGE: &str = "999";

/// Pages of one list: beyond this a list is taken for one without an end.
pub const MOST_PAGES: usize = 1000;

/// One page of a list.
#[derive(Debug, Deserialize)]
pub struct Page<T> {
    /// Its rows; a page in the middle may have none.
    pub value: Vec<T>,
    /// Where the next page is, to be used as it is.
    #[serde(default, rename = "@odata.nextLink")]
    pub next: Option<String>,
    /// How many rows the whole list has; on the first page, and only if it was asked for.
    #[serde(default, rename = "@odata.count")]
    pub count: Option<u64>,
}

/// Why a list was not read any further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The last page names no next one.
    Last,
    /// A page names one that was read before.
    Repeats,
    /// A page names one at another origin, or something that is no address. Nothing was sent there.
    Elsewhere,
    /// There are more than [`MOST_PAGES`].
    TooLong,
}

/// How much of a list was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Rows that came.
    pub read: u64,
    /// Rows that Graph says there are, if it says.
    pub stated: Option<u64>,
    /// Why reading ended.
    pub end: End,
}

impl Extent {
    /// Whether the list was read to its last page, with as many rows as Graph says there are. Where Graph does not say,
    /// the last page has to do.
    pub fn is_complete(&self) -> bool {
        self.end == End::Last && self.stated.is_none_or(|stated| stated == self.read)
    }
}

/// A list, and how much of it this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// What was read.
    pub items: Vec<T>,
    /// How much that is.
    pub extent: Extent,
}

impl<T> List<T> {
    /// Whether what is not on it does not exist.
    pub fn is_complete(&self) -> bool {
        self.extent.is_complete()
    }

    /// The same list of something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> List<U> {
        List {
            items: self.items.into_iter().map(change).collect(),
            extent: self.extent,
        }
    }
}

/// A list that was read whole; for tests and for what is asked for in one piece.
impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        let extent = Extent {
            read: items.len() as u64,
            stated: Some(items.len() as u64),
            end: End::Last,
        };
        Self { items, extent }
    }
}

/// Reads a list from its first page to its end and hands over each row. `@odata.nextLink` is followed as it is, and only
/// at the origin of `home`.
///
/// # Errors
///
/// That of the first page that could not be fetched: rows of earlier pages are then worth nothing.
pub async fn read_to_end<T, F>(
    first: Page<T>,
    home: &Url,
    mut fetch: impl FnMut(Url) -> F,
    mut each: impl FnMut(T),
) -> Reading<Extent>
where
    F: Future<Output = Reading<Page<T>>>,
{
    let mut extent = Extent {
        read: 0,
        stated: first.count,
        end: End::TooLong,
    };
    let (mut page, mut seen) = (first, HashSet::new());
    for _ in 0..MOST_PAGES {
        extent.read += page.value.len() as u64;
        page.value.into_iter().for_each(&mut each);
        let Some(next) = page.next else {
            extent.end = End::Last;
            return Ok(extent);
        };
        let Some(next) = Url::parse(&next)
            .ok()
            .filter(|next| next.origin() == home.origin())
        else {
            extent.end = End::Elsewhere;
            return Ok(extent);
        };
        if !seen.insert(next.clone()) {
            extent.end = End::Repeats;
            return Ok(extent);
        }
        page = fetch(next).await.map_err(in_the_middle)?;
    }
    Ok(extent)
}

/// Links to pages expire while a long list is read, and Graph then answers as if the request were wrong. The request was
/// its own, so that is no refusal: the list has to be begun anew
/// (<https://github.com/microsoft/zerotrustassessment/issues/1236>).
fn in_the_middle(fault: Fault) -> Fault {
    match fault {
        Fault::Refused {
            status: 400 | 404 | 410,
            ..
        } => Fault::Unavailable(UpstreamUnavailable::Unreadable),
        other => other,
    }
}

/// How a list is asked for, from the best way to the plainest: a service that does not know `$count` or so large a page
/// answers 400 (`Request_BadRequest`), and the next way is tried.
pub fn ways(bare: &Url) -> [Url; 3] {
    let with = |more: &[(&str, &str)]| {
        let mut url = bare.clone();
        url.query_pairs_mut().extend_pairs(more);
        url
    };
    [
        with(&[("$top", LARGEST_PAGE), ("$count", "true")]),
        with(&[("$top", LARGEST_PAGE)]),
        bare.clone(),
    ]
}

/// Whether an answer means that the service does not take the parameters.
pub fn is_parameter_refused<T>(reading: &Reading<T>) -> bool {
    matches!(reading, Err(Fault::Refused { status: 400, .. }))
}

/// The count of a list that is worth nothing unless it is whole.
///
/// # Errors
///
/// [`UpstreamUnavailable::Unreadable`] where the list is not complete.
pub fn whole(extent: Extent) -> Reading<u64> {
    if extent.is_complete() {
        Ok(extent.read)
    } else {
        Err(Fault::Unavailable(UpstreamUnavailable::Unreadable))
    }
}

#[cfg(test)]
mod tests;
