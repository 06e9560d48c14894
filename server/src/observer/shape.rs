//! What a name looks like, so that names that cannot be told apart are found.

use consentry_catalog::Catalog;
use consentry_catalog::label;
use consentry_catalog::profile::{Profile, Registration};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;
use unicode_security::confusable_detection::skeleton;

/// Tenants that Microsoft registers its own apps in
/// (<https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in>).
const MICROSOFT: [&str; 2] = [
    "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
    "72f988bf-86f1-41af-91ab-2d7cd011db47",
];

/// A name that is said in a sentence is not longer.
const SAID: usize = 80;

/// More of a name than this nobody reads.
const LONGEST: usize = 256;

/// What a name looks like (Unicode Technical Standard 39, section 4), without case.
pub fn text(name: &str) -> String {
    let short: String = name.chars().take(LONGEST).collect();
    let visible = label::normalise(&short);
    skeleton(&visible).collect::<String>().to_lowercase()
}

/// Hash of what a name looks like: equal for names that cannot be told apart.
pub fn of(name: &str) -> u64 {
    hash(&text(name))
}

/// Hash of a name as it is compared.
pub fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    label::normalise(name).hash(&mut hasher);
    hasher.finish()
}

/// Whether a name has characters that nobody sees.
pub fn has_invisible(name: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    // Lowercase can lengthen a text; then nothing was hidden.
    plain(&label::normalise(name)) < plain(name)
}

/// An app whose name others may imitate.
struct Known {
    name: &'static str,
    ids: Vec<&'static str>,
    shape: String,
    /// Nothing but the very shape counts.
    exact: bool,
}

impl Known {
    fn is(&self, app_id: &str) -> bool {
        self.ids.iter().any(|id| id.eq_ignore_ascii_case(app_id))
    }
}

fn known_names() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let of_maker = |profile: &&Profile| {
            profile.registration == Registration::Maker && !profile.client_ids.is_empty()
        };
        let profiles = Catalog::built_in().profiles.iter().filter(of_maker);
        let known = profiles.map(|profile| Known {
            name: &profile.name,
            ids: profile.client_ids.iter().map(String::as_str).collect(),
            shape: text(&profile.name),
            exact: profile.name.chars().count() < 8,
        });
        known.collect()
    })
}

/// Whether two shapes are the same, or differ in one character where the name is long enough.
fn is_near(known: &str, shape: &str, exact: bool) -> bool {
    known == shape
        || (!exact
            && known.chars().count().abs_diff(shape.chars().count()) <= 1
            && strsim::osa_distance(known, shape) <= 1)
}

/// The known app that a name imitates: it looks like that, and has another application ID.
pub fn imitated(app_id: &str, name: &str) -> Option<&'static str> {
    let looks = text(name);
    let known = known_names()
        .iter()
        .find(|known| !known.is(app_id) && is_near(&known.shape, &looks, known.exact));
    known.map(|known| known.name)
}

/// Whether Microsoft registers its own apps in a tenant.
pub fn is_microsofts_tenant(owner: &str) -> bool {
    MICROSOFT.iter().any(|own| own.eq_ignore_ascii_case(owner))
}

/// What an app may be called in a sentence: its name, unless that hides something, is too long, or sounds like another's.
pub fn honest(app_id: &str, owner: Option<&str>, name: &str) -> Option<String> {
    let name = name.trim();
    let is_plain = !name.is_empty()
        && name.chars().count() <= SAID
        && !name.chars().any(char::is_control)
        && !has_invisible(name)
        && !label::has_direction_override(name);
    let is_microsofts = owner.is_some_and(is_microsofts_tenant);
    let sounds_like_microsofts = !is_microsofts && text(name).contains(&text("Microsoft"));
    let is_honest = is_plain && !sounds_like_microsofts && imitated(app_id, name).is_none();
    is_honest.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_unless_it_hides_something_or_sounds_like_anothers() {
        let said = |owner, name: &str| honest("1", owner, name);
        assert_eq!(
            said(None, " Contoso Backup ").as_deref(),
            Some("Contoso Backup")
        );
        assert_eq!(said(None, "גיבוי").as_deref(), Some("גיבוי"));
        for name in [
            "",
            "Office 365 Mover",
            "M\u{456}crosoft Teams",
            "Pay\u{200b}roll",
            "a\u{202e}b",
            "a\nb",
            &"n".repeat(81),
        ] {
            assert_eq!(said(None, name), None, "{name:?}");
        }
        let microsofts = Some("F8CDEF31-a31e-4b4a-93e4-5f571e91255a");
        assert!(said(microsofts, "Microsoft Teams").is_some());
    }
}
