//! The portals of every cloud, and the sign-in that belongs to each (Azure portal, "Allow the URLs on your firewall").

use serde::{Deserialize, Serialize};

/// A portal that shows the blades of enterprise applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portal {
    /// portal.azure.com.
    Azure,
    /// entra.microsoft.com.
    Entra,
    /// One of the Azure portal's other names.
    AzureMs,
    /// The Azure portal behind a session proxy.
    AzureProxied,
    /// The Azure portal for the government of the United States.
    AzureUs,
    /// The same cloud's admin center.
    EntraUs,
    /// The Azure portal in China.
    AzureCn,
    /// The same cloud's admin center.
    EntraCn,
}

impl Portal {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Azure,
        Self::Entra,
        Self::AzureMs,
        Self::AzureProxied,
        Self::AzureUs,
        Self::EntraUs,
        Self::AzureCn,
        Self::EntraCn,
    ];

    /// Its host name.
    pub fn host(self) -> &'static str {
        match self {
            Self::Azure => "portal.azure.com",
            Self::Entra => "entra.microsoft.com",
            Self::AzureMs => "ms.portal.azure.com",
            Self::AzureProxied => "portal.azure.com.mcas.ms",
            Self::AzureUs => "portal.azure.us",
            Self::EntraUs => "entra.microsoft.us",
            Self::AzureCn => "portal.azure.cn",
            Self::EntraCn => "entra.microsoftonline.cn",
        }
    }

    /// Host of the sign-in that its users are sent to.
    pub(crate) fn login(self) -> &'static str {
        match self {
            Self::Azure | Self::Entra | Self::AzureMs | Self::AzureProxied => {
                "login.microsoftonline.com"
            }
            Self::AzureUs | Self::EntraUs => "login.microsoftonline.us",
            Self::AzureCn | Self::EntraCn => "login.partner.microsoftonline.cn",
        }
    }

    /// Its origin.
    pub(crate) fn origin(self) -> String {
        format!("https://{}", self.host())
    }

    /// The portal of a host name.
    pub(crate) fn of(host: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|portal| portal.host() == host)
    }

    /// Whether it is the admin center of its cloud.
    pub(crate) fn is_entra(self) -> bool {
        matches!(self, Self::Entra | Self::EntraUs | Self::EntraCn)
    }
}
