//! How a control is known, and what is known of the things it is named after.

/// What is known beforehand about the things a control is named after.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The app's name.
    pub app: Option<&'a str>,
    /// Its application ids.
    pub client_ids: &'a [String],
    /// The tenant's display name.
    pub tenant: Option<&'a str>,
    /// The tenant's id.
    pub directory: Option<&'a str>,
    /// Whether the page is about that app.
    pub here: Here,
}

/// Whether a page is about the app that is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Here {
    /// It is, or it is no page about one app.
    #[default]
    Right,
    /// It does not say.
    Unsaid,
}
