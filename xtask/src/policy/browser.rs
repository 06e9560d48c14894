//! Where each browser keeps the policies of its extensions.
//!
//! Sources: chromium.org, administrators, "Configuring Apps and Extensions by Policy" (registry, Linux,
//! macOS); learn.microsoft.com, Edge policy `ExtensionSettings` and its reference guide.

/// A browser that an organization manages.
pub(super) struct Browser {
    /// In names of files.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    /// Its policies in the registry, below a root.
    pub(super) registry: &'static str,
    /// Its domain of preferences on macOS.
    pub(super) domain: &'static str,
    /// Where its store hands out extensions and their updates.
    pub(super) update_url: &'static str,
    /// The id its store gave the extension.
    pub(super) id: String,
}

impl Browser {
    /// Both browsers, with the ids of the extension there.
    pub(super) fn both(chrome: String, edge: String) -> [Self; 2] {
        [
            Self {
                name: "chrome",
                title: "Google Chrome",
                registry: r"Software\Policies\Google\Chrome",
                domain: "com.google.Chrome",
                update_url: "https://clients2.google.com/service/update2/crx",
                id: chrome,
            },
            Self {
                name: "edge",
                title: "Microsoft Edge",
                registry: r"Software\Policies\Microsoft\Edge",
                domain: "com.microsoft.Edge",
                update_url: "https://edge.microsoft.com/extensionwebstorebase/v1/crx",
                id: edge,
            },
        ]
    }

    /// The registry key of the extension's own settings.
    pub(super) fn settings_key(&self) -> String {
        format!(r"{}\3rdparty\extensions\{}\policy", self.registry, self.id)
    }

    /// The registry key that says how the extension is installed.
    pub(super) fn install_key(&self) -> String {
        format!(r"{}\ExtensionSettings\{}", self.registry, self.id)
    }
}

/// What has the browser install the extension by itself, name and value.
pub(super) fn install(browser: &Browser) -> [(&'static str, &'static str); 2] {
    [
        ("installation_mode", "force_installed"),
        ("update_url", browser.update_url),
    ]
}

/// An id is 32 letters from a to p: the hash of a key, spelled so.
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|letter| (b'a'..=b'p').contains(&letter))
}
