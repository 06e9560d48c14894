//! How many of the signs that a page and its controls are known by are there.

use crate::page::{Page, Recognised};
use consentry_catalog::Catalog;
use consentry_wire::diagnosis::{MissingSign, Search, SignsMet};
use consentry_wire::text::{Text, say};

/// The count for what was recognized; none where nothing was.
///
/// A control counts where it was found. What was not found may not be due yet, and is told elsewhere.
pub(super) fn signs_met(
    catalog: &Catalog,
    recognised: &Recognised,
    looked_for: &[Search],
    app: Option<&str>,
) -> Option<SignsMet> {
    if matches!(recognised.page, Page::Unknown(_)) || recognised.because.is_empty() {
        return None;
    }
    let of_page = recognised.missing.iter().map(|sign| MissingSign {
        sign: (*sign).to_owned(),
        ..MissingSign::default()
    });
    let winners = || {
        looked_for.iter().filter_map(|search| {
            let found = search.found.as_ref()?;
            let is_it = |candidate: &&consentry_wire::diagnosis::Candidate| {
                (candidate.frame, candidate.id) == (found.frame, found.id)
            };
            Some((search, search.candidates.iter().find(is_it)?))
        })
    };
    let of_controls = winners().flat_map(|(search, _)| {
        let step = app.and_then(|app| step(catalog, &search.control, recognised.page.name(), app));
        search.missing.iter().map(move |sign| MissingSign {
            sign: sign.clone(),
            control: Some(search.control.clone()),
            step: step.clone(),
        })
    });
    let missing: Vec<MissingSign> = of_page.chain(of_controls).collect();
    let met = recognised.because.len()
        + winners()
            .map(|(_, winner)| winner.signs.len())
            .sum::<usize>();
    let known = met + missing.len();
    let summary = say(
        "signs-met",
        &[("met", met.to_string()), ("known", known.to_string())],
    );
    Some(SignsMet {
        met,
        known,
        missing,
        summary,
    })
}

/// What the step is called that highlights this control on this page.
fn step(catalog: &Catalog, control: &str, page: &str, app: &str) -> Option<Text> {
    let guide = consentry_catalog::guides::authorize_connector(catalog);
    let step = guide.step.iter().find(|step| {
        step.at.iter().any(|at| {
            at.light.as_deref() == Some(control) && at.page.iter().any(|name| name == page)
        })
    })?;
    Some(say(&format!("step.{}.title", step.id), &[("app", app)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;
    use consentry_wire::diagnosis::{Candidate, Highlight};

    fn search(signs: &[&str], missing: &[&str], found: bool) -> Search {
        let owned =
            |of: &[&str]| -> Vec<String> { of.iter().map(|one| (*one).to_owned()).collect() };
        let candidate = Candidate {
            frame: 3,
            id: 7,
            role: "button".into(),
            name: "Grant".into(),
            signs: owned(signs),
            against: Vec::new(),
        };
        let lit = Highlight {
            control: "grant-admin-consent".into(),
            kind: "point".into(),
            frame: 3,
            id: 7,
            role: "button".into(),
            name: "Grant".into(),
        };
        Search {
            control: "grant-admin-consent".into(),
            candidates: vec![candidate],
            missing: owned(missing),
            found: found.then_some(lit),
            refused: None,
        }
    }

    fn permissions() -> Recognised {
        let sighting = consentry_wire::sighting::Sighting {
            url:
                "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions"
                    .into(),
            ..Default::default()
        };
        crate::page::recognise(Catalog::built_in(), &[(0, &sighting)], "")
    }

    #[test]
    fn a_sign_that_is_gone_is_counted_and_its_step_is_named() {
        let found = [search(&["role", "label"], &["place"], true)];
        let signs = signs_met(Catalog::built_in(), &permissions(), &found, Some("Contoso"))
            .expect("a known page");
        assert_eq!((signs.met, signs.known), (3, 6));
        let last = signs.missing.last().expect("the control's");
        assert_eq!(last.sign, "place");
        assert_eq!(
            last.step.as_ref().and_then(Text::key),
            Some("step.grant.title")
        );
        let of_page = &signs.missing[0];
        assert_eq!(
            (of_page.control.as_ref(), of_page.step.as_ref()),
            (None, None)
        );
        assert_eq!(signs.summary.english(), "Signs found on this page: 3 of 6");
    }

    #[test]
    fn a_control_that_was_not_found_counts_neither_way() {
        let none = [search(&["role"], &["label", "place"], false)];
        let signs = signs_met(Catalog::built_in(), &permissions(), &none, Some("Contoso"))
            .expect("a known page");
        assert_eq!((signs.met, signs.known), (1, 3));
    }

    #[test]
    fn an_unknown_page_has_no_count() {
        let sighting = consentry_wire::sighting::Sighting::default();
        let unknown = crate::page::recognise(Catalog::built_in(), &[(0, &sighting)], "");
        assert_eq!(
            signs_met(Catalog::built_in(), &unknown, &[], Some("Contoso")),
            None
        );
    }
}
