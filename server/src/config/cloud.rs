//! Microsoft's clouds: each has hosts of its own (Graph page "National cloud deployments"; for the
//! sign-in host of China facts: protocol A1).

use super::wrong::{Wrong, wrong};

/// The hosts of one cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cloud {
    /// Its name in the configuration.
    pub name: &'static str,
    /// The identity platform.
    pub login: &'static str,
    /// Microsoft Graph.
    pub graph: &'static str,
    /// The portal.
    pub portal: &'static str,
    /// The Microsoft 365 admin center.
    pub admin: &'static str,
}

/// All clouds; the first is the default.
pub const CLOUDS: [Cloud; 4] = [
    Cloud {
        name: "global",
        login: "https://login.microsoftonline.com",
        graph: "https://graph.microsoft.com",
        portal: "https://portal.azure.com",
        admin: "https://admin.microsoft.com",
    },
    Cloud {
        name: "us-gov",
        login: "https://login.microsoftonline.us",
        graph: "https://graph.microsoft.us",
        portal: "https://portal.azure.us",
        admin: "https://portal.office365.us",
    },
    Cloud {
        name: "us-gov-dod",
        login: "https://login.microsoftonline.us",
        graph: "https://dod-graph.microsoft.us",
        portal: "https://portal.azure.us",
        admin: "https://portal.apps.mil",
    },
    Cloud {
        name: "china",
        login: "https://login.partner.microsoftonline.cn",
        graph: "https://microsoftgraph.chinacloudapi.cn",
        portal: "https://portal.azure.cn",
        admin: "https://portal.partner.microsoftonline.cn",
    },
];

impl Cloud {
    /// The cloud of that name.
    pub(super) fn named(name: &str) -> Result<Self, Wrong> {
        CLOUDS
            .into_iter()
            .find(|cloud| cloud.name == name)
            .ok_or_else(|| {
                let names = CLOUDS.map(|cloud| cloud.name).join(", ");
                wrong("microsoft.cloud", name, format!("one of: {names}"))
            })
    }
}
