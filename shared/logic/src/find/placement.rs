//! What a control stands within, and how far that counts.
//!
//! A landmark is where an author put a part of a page, and says little about a single control: the
//! portal has its service menu in `main`. So each exclusion names the structure it rests on
//! (`placement.toml`), and gives way to signs that name the control itself.

use consentry_catalog::Catalog;
use consentry_catalog::control::ControlSpec;
use consentry_wire::sighting::Control;

/// What the role of a control and what it stands within say.
#[derive(Debug, Default)]
pub(super) struct Placed {
    /// Signs that speak for it.
    pub(super) signs: Vec<&'static str>,
    /// Signs that speak against it.
    pub(super) against: Vec<String>,
}

/// The role, and what it stands within.
///
/// The items of a command bar may have no role of their own, and may be items of a list: within a
/// toolbar that is neither for nor against (`li[role=presentation]` in the portal's command bar).
pub(super) fn judge(
    catalog: &Catalog,
    spec: &ControlSpec,
    control: &Control,
    naming: usize,
    own: usize,
) -> Placed {
    let mut placement_says = Placed::default();
    let at = |is: &dyn Fn(&str) -> bool| {
        let mut roles = control.within.iter();
        roles.position(|role| spec.place.contains(role) && is(role))
    };
    let placed = at(&|_| true);
    let in_bar = at(&|role| matches!(role, "toolbar" | "menubar"));
    let in_menu = at(&|role| matches!(role, "navigation" | "tree" | "menu"));
    let roleless = matches!(
        control.role.as_str(),
        "generic" | "presentation" | "none" | "listitem"
    );
    if spec.roles.contains(&control.role) {
        placement_says.signs.push("role");
    } else if !(roleless && in_bar.is_some()) {
        placement_says
            .against
            .push(format!("role {}", control.role));
    }
    if placed.is_some() {
        placement_says.signs.push("place");
    }
    // The items of a bar may be a list, and a list of buttons is one. A menu may stand in the
    // main part of a page.
    let excused = |at: usize, role: &str| match role {
        "list" | "listitem" if control.role == "button" => true,
        "list" | "listitem" | "menu" => in_bar.is_some_and(|bar| at < bar),
        "main" => in_menu.is_some_and(|menu| menu < at),
        _ => false,
    };
    let overruled = |role: &str| {
        let placement = catalog.placement.get(role);
        placement.is_some_and(|placement| {
            let signs = if placement.holds_names { own } else { naming };
            placement.yields_to.is_some_and(|enough| signs >= enough)
        })
    };
    let mut around = control.within.iter().enumerate();
    if let Some((_, role)) = around
        .find(|(at, role)| spec.outside.contains(role) && !excused(*at, role) && !overruled(role))
    {
        placement_says.against.push(format!("stands within {role}"));
    }
    placement_says
}
