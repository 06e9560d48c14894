//! Pages of the Azure portal and the Entra admin center: the fragment tells.

use super::{Page, PortalPage, Recognised};
use crate::{address, data};
use serde::Deserialize;
use url::Url;

/// One line of `routes.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Route {
    page: String,
    blade: String,
    #[serde(default)]
    items: Vec<String>,
}

pub(super) fn recognise(url: &Url) -> Recognised {
    if url
        .path()
        .trim_start_matches('/')
        .to_ascii_lowercase()
        .starts_with("tokenauthorize")
    {
        let error = url
            .query_pairs()
            .find(|(key, _)| key == "error")
            .map(|(_, value)| value.into_owned());
        return Recognised {
            page: Page::ConsentReturn { error },
            because: vec!["the address is the portal's landing page".to_owned()],
        };
    }
    let other = |why: &str| Recognised {
        page: Page::Portal(PortalPage {
            name: "portal-other",
            object_id: None,
            app_id: None,
        }),
        because: vec![why.to_owned()],
    };
    let Some(fragment) = url.fragment() else {
        return other("the address names no page of the portal");
    };
    let Some(route) = address::route(fragment) else {
        return other("the address leads to no blade");
    };
    let known = data::get().routes.route.iter().find(|known| {
        known.blade.eq_ignore_ascii_case(&route.blade)
            && (known.items.is_empty()
                || known
                    .items
                    .iter()
                    .any(|item| item.eq_ignore_ascii_case(&route.item)))
    });
    let Some(known) = known else {
        return other("no guide knows this blade");
    };
    Recognised {
        because: vec![
            format!("the route is {} {}", route.blade, route.item)
                .trim_end()
                .to_owned(),
        ],
        page: Page::Portal(PortalPage {
            name: &known.page,
            object_id: route.object_id,
            app_id: route.app_id,
        }),
    }
}
