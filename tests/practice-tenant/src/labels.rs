//! What Microsoft's pages say, by language: `data/labels.toml`.
//!
//! A table of the tenant's own, so that the extension's table is tested against a peer and not
//! against itself.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{error::Error, scenario::Language};

/// Every text that changes with the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Label {
    PickAnAccount,
    SignIn,
    SignInTitle,
    UseAnotherAccount,
    Next,
    PermissionsRequested,
    PermissionsRequestedOfTwo,
    AcceptForOrganization,
    ReviewForOrganization,
    GrantsForOrganization,
    AppWouldLikeTo,
    NotPublished,
    ConsentOnBehalf,
    Accept,
    Cancel,
    NeedAdminApproval,
    NeedsPermission,
    HaveAdminAccount,
    ReturnWithoutConsent,
    ApprovalRequired,
    RequestApproval,
    RequestSent,
    EnterpriseApplications,
    AllApplications,
    SearchApplications,
    FilterApplicationType,
    ApplicationType,
    EnterpriseApplicationsValue,
    Overview,
    Manage,
    Security,
    Activity,
    Troubleshooting,
    Toggle,
    Permissions,
    Properties,
    UsersAndGroups,
    GrantAdminConsent,
    AdminConsent,
    UserConsent,
    AssignmentRequired,
    EnabledForSignIn,
    VisibleToUsers,
    Yes,
    No,
    Save,
    Discard,
    Refresh,
    AddUserOrGroup,
    Assign,
    TroubleSigningIn,
    TroubleshootingDetails,
    Verified,
    Unverified,
    StaySignedIn,
    ApproveSignIn,
    MaybeLater,
    AppRegistrations,
    ApiPermissions,
    ConfiguredPermissions,
    GrantConfirmation,
    GrantedFor,
    NotGranted,
    Home,
}

/// The whole table.
pub(crate) struct Labels(BTreeMap<Label, BTreeMap<Language, String>>);

impl Labels {
    /// Parses the built-in table.
    pub(crate) fn load() -> Result<Self, Error> {
        let table = toml::from_str(include_str!("../data/labels.toml"));
        table.map(Self).map_err(|e| Error::Data {
            file: "labels.toml",
            reason: e.to_string(),
        })
    }

    /// The text in `language`, or in English.
    pub(crate) fn say(&self, language: Language, label: Label) -> Cow<'_, str> {
        let texts = self.0.get(&label);
        let text = texts
            .and_then(|t| t.get(&language).or_else(|| t.get(&Language::En)))
            .map_or("", String::as_str);
        if language == Language::Unknown {
            invented(text).into()
        } else {
            text.into()
        }
    }

    /// All texts in one language, for the portal's scripts.
    pub(crate) fn all(&self, language: Language) -> BTreeMap<Label, Cow<'_, str>> {
        self.0
            .keys()
            .map(|label| (*label, self.say(language, *label)))
            .collect()
    }
}

/// The words of a language nobody speaks: each letter becomes the next of its kind. What stands in
/// braces is a place for a name, and stays.
fn invented(text: &str) -> String {
    const VOWELS: &str = "aeiouaAEIOUA";
    const OTHERS: &str = "bcdfghjklmnpqrstvwxyzbBCDFGHJKLMNPQRSTVWXYZB";
    let next = |letter: char| {
        [VOWELS, OTHERS]
            .iter()
            .find_map(|row| row.chars().skip_while(|l| *l != letter).nth(1))
            .unwrap_or(letter)
    };
    text.chars().map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let labels = Labels::load().unwrap();
        assert_eq!(labels.say(Language::De, Label::Yes), "Ja");
        assert_eq!(labels.say(Language::Sv, Label::Yes), "Yes");
    }

    #[test]
    fn the_unknown_language_has_words_of_its_own_and_keeps_the_place_of_the_name() {
        let labels = Labels::load().unwrap();
        let said = labels.say(Language::Unknown, Label::GrantAdminConsent);
        assert_eq!(said, "Hsepv efnop duptipv gus {0}");
    }

    #[test]
    fn every_label_has_an_english_text() {
        let labels = Labels::load().unwrap();
        // `Home` is the last of the enumeration: the table holds one entry for each before it.
        assert_eq!(labels.0.len(), Label::Home as usize + 1);
        for label in labels.0.keys() {
            assert_ne!(labels.say(Language::En, *label), "", "{label:?}");
        }
    }
}
