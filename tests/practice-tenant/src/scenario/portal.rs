//! The values that keys about the portal's pages take.
//!
//! What the shell is built of was seen in a saved page of the Azure portal of November 2025
//! (weixian-zhang/azure-portal-use, `misc_tests/test_playwright/raw_html_as_rag.txt`). What no
//! public page shows is left to these keys.

use serde::{Deserialize, Serialize};

/// Where a portal's addresses name the tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PortalAddress {
    /// Nowhere.
    Plain,
    /// As the first segment of the path.
    Path,
    /// As `@tenant` at the head of the fragment.
    Fragment,
}

/// Where the app's own link for administrators leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdminLink {
    /// To the portal's list of applications.
    List,
    /// To the admin consent page.
    Direct,
}

/// Colors of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How the portal's shell is nested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shell {
    /// One `main` around breadcrumb, menu and blade; frames beside the blade, laid over it.
    Panorama,
    /// `main` around the blade's content alone; frames in it.
    Plain,
}

/// What the left menu of a blade is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Menu {
    /// A list of groups; the telemetry name is on an element inside the link.
    Service,
    /// Groups with a heading that opens and closes them.
    Groups,
    /// One list.
    Flat,
    /// Groups of `treeitem`s.
    Tree,
}

/// The filter over the list of applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Key, operator and value, and a button beside them that removes it.
    Pill,
    /// One button that removes it.
    Chip,
}

/// Which of the two Permissions blades the portal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PermissionsBlade {
    /// The one since 2024, made with Fluent UI.
    React,
    /// The one before: in the shell, with a button as wide as the blade.
    Classic,
}

/// Plausible forms of the grant control: no public page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GrantControl {
    /// A button in the blade; in the new blade one of Fluent UI 8.
    Button,
    /// The same of Fluent UI 9.
    Button9,
    /// An item of the command bar.
    Command,
    /// A link in the text.
    Link,
}

/// The Yes/No questions of Properties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Two list items, as a group of radio buttons.
    Picker,
    /// Two list items without roles.
    PickerWithoutRoles,
    /// Two buttons, as a group of radio buttons.
    Radio,
    /// One switch.
    Switch,
}

/// What lies over a portal at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overlay {
    /// Nothing.
    None,
    /// A dialog over the content, with "Maybe later".
    Nag,
    /// A small window beside the menu that shows around; what is under it stays usable.
    Tour,
    /// A teaching bubble that quotes an item of the menu; what is under it stays usable.
    Bubble,
    /// A message box over everything.
    MessageBox,
}

/// A pane that is open at the right of the portal at first; each quotes controls of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pane {
    /// None.
    None,
    /// Earlier notifications.
    Notifications,
    /// A chat.
    Copilot,
    /// Help in a context pane.
    Context,
}

/// What becomes of the window that the grant opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Popup {
    /// It opens.
    Opens,
    /// The browser refuses it the first time.
    Blocked,
}
