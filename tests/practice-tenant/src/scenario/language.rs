//! Languages of Microsoft's pages.

use serde::{Deserialize, Serialize};

/// A language, by BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the tag says it")]
pub enum Language {
    #[serde(rename = "en")]
    En,
    #[serde(rename = "en-GB")]
    EnGb,
    #[serde(rename = "de")]
    De,
    #[serde(rename = "fr")]
    Fr,
    #[serde(rename = "es")]
    Es,
    #[serde(rename = "ja")]
    Ja,
    #[serde(rename = "pt-BR")]
    PtBr,
    #[serde(rename = "it")]
    It,
    #[serde(rename = "nl")]
    Nl,
    #[serde(rename = "ko")]
    Ko,
    #[serde(rename = "zh-Hans")]
    ZhHans,
    #[serde(rename = "sv")]
    Sv,
    /// A language nobody has written down: invented words.
    #[serde(rename = "unknown")]
    Unknown,
}

/// What the pages say of a language.
struct Names {
    /// BCP 47, as in `<html lang>` of the portal.
    tag: &'static str,
    /// Language and region, as in `LocLC` of the sign-in.
    culture: &'static str,
    /// The Windows language identifier of `culture`, as in `ReqLC` ([MS-LCID]).
    lcid: u16,
    /// `{language}.{format}`, as in `l=` of the portal's addresses.
    display: &'static str,
}

impl Language {
    fn names(self) -> Names {
        let (tag, culture, lcid, display) = match self {
            Self::En => ("en", "en-US", 1033, "en.en-us"),
            Self::EnGb => ("en-GB", "en-GB", 2057, "en.en-gb"),
            Self::De => ("de", "de-DE", 1031, "de.de-de"),
            Self::Fr => ("fr", "fr-FR", 1036, "fr.fr-fr"),
            Self::Es => ("es", "es-ES", 3082, "es.es-es"),
            Self::Ja => ("ja", "ja-JP", 1041, "ja.ja-jp"),
            Self::PtBr => ("pt-BR", "pt-BR", 1046, "pt-br.pt-br"),
            Self::It => ("it", "it-IT", 1040, "it.it-it"),
            Self::Nl => ("nl", "nl-NL", 1043, "nl.nl-nl"),
            Self::Ko => ("ko", "ko-KR", 1042, "ko.ko-kr"),
            Self::ZhHans => ("zh-Hans", "zh-CN", 2052, "zh-hans.zh-cn"),
            Self::Sv => ("sv", "sv-SE", 1053, "sv.sv-se"),
            // BCP 47: private use. The portal's own invented language is called `qps-ploc`
            // (Azure/portaldocs, portal-sdk/generated/portalfx-localization.md).
            Self::Unknown => ("qaa", "qps-ploc", 1281, "qps-ploc.en-us"),
        };
        Names {
            tag,
            culture,
            lcid,
            display,
        }
    }

    /// The tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        self.names().tag
    }

    /// Language and region, as the sign-in names them.
    pub(crate) fn culture(self) -> &'static str {
        self.names().culture
    }

    /// The number of [`Self::culture`].
    pub(crate) fn lcid(self) -> u16 {
        self.names().lcid
    }

    /// Language and format, as the portal's addresses name them.
    pub(crate) fn display(self) -> &'static str {
        self.names().display
    }
}
