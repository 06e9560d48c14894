//! Recipes: what a person does in the tenant by hand, shown three ways with the app's own ids in it.
//! None of them is run or sent from here.

use crate::model::{Journey, Settings};
use crate::portal_link;
use consentry_catalog::data;
use consentry_catalog::recipes::Recipe;
use consentry_wire::text::{message, say};
use consentry_wire::view::{Action, Choice, Copy, Recipe as Shown, Way, Weight};

/// A cloud as its portal's address names it: the end of the portal's host, the host of Graph, and
/// what `Connect-MgGraph` needs (Graph page "National cloud deployments").
const CLOUDS: [(&str, &str, &str); 3] = [
    (".us", "graph.microsoft.us", " -Environment USGov"),
    (
        ".cn",
        "microsoftgraph.chinacloudapi.cn",
        " -Environment China",
    ),
    ("", "graph.microsoft.com", ""),
];

/// The recipes that take something back, or those that look something up.
pub(crate) fn all(undoes: bool) -> impl Iterator<Item = &'static Recipe> {
    data::get()
        .recipes
        .recipe
        .iter()
        .filter(move |recipe| recipe.undoes == undoes)
}

/// A recipe with this journey's ids in it. Nothing, where the app's id is not known for certain:
/// what stands in a command must be an id and nothing else.
pub(crate) fn shown(recipe: &Recipe, journey: &Journey, settings: &Settings) -> Option<Shown> {
    let app = journey
        .app_id()
        .filter(|id| consentry_catalog::guid::is_guid(id))?;
    let object = journey
        .object_id()
        .filter(|id| consentry_catalog::guid::is_guid(id));
    let tenant = journey
        .status
        .as_ref()
        .and_then(|status| status.tenant.as_ref())
        .map(|tenant| tenant.id.as_str())
        .filter(|id| consentry_catalog::guid::is_guid(id));
    let portal = url::Url::parse(&settings.portal).ok();
    let host = portal
        .as_ref()
        .and_then(url::Url::host_str)
        .unwrap_or_default();
    let (_, graph, environment) = CLOUDS
        .into_iter()
        .find(|(end, ..)| host.ends_with(end))
        .unwrap_or(CLOUDS[2]);
    let path = object.map_or_else(
        || format!("servicePrincipals(appId='{app}')"),
        |object| format!("servicePrincipals/{object}"),
    );
    let id = object.map_or_else(
        || format!("(Get-MgServicePrincipal -Filter \"appId eq '{app}'\").Id"),
        str::to_owned,
    );
    let fill = |text: &String| {
        text.replace("{graph}", graph)
            .replace("{sp}", &path)
            .replace("{id}", &id)
            .replace("{app}", &app)
    };
    let whose = tenant.map_or_else(String::new, |tenant| format!(" -TenantId {tenant}"));
    let connect = format!(
        "Connect-MgGraph{whose} -Scopes {}{environment}",
        recipe
            .scopes
            .iter()
            .map(|scope| format!("'{scope}'"))
            .collect::<Vec<_>>()
            .join(",")
    );
    let name = journey.app().map_or("", |app| app.name.as_str());
    let word = |part: &str| say(&format!("recipe.{}.{part}", recipe.id), &[("app", name)]);
    let copy = |label: &str, text: String| Copy {
        label: message(label),
        text,
    };
    let scopes = recipe.scopes.join(", ");
    Some(Shown {
        id: recipe.id.clone(),
        title: word("title"),
        text: word("text"),
        ways: vec![
            Way {
                title: message("way.portal"),
                steps: (1..=recipe.steps)
                    .map(|n| word(&format!("step.{n}")))
                    .collect(),
                copies: Vec::new(),
                action: portal_link::link(recipe.place, journey, settings).map(|_| Action {
                    label: message("way.portal.open"),
                    choice: Choice::Open {
                        journey: journey.id.clone(),
                        place: recipe.place,
                    },
                    weight: Weight::Secondary,
                }),
            },
            Way {
                title: message("way.graph"),
                steps: vec![say("way.graph.how", &[("scopes", &scopes)])],
                copies: recipe
                    .graph
                    .iter()
                    .map(|request| copy("way.graph.request", fill(request)))
                    .collect(),
                action: None,
            },
            Way {
                title: message("way.powershell"),
                steps: vec![message("way.powershell.how")],
                copies: vec![copy(
                    "way.powershell.commands",
                    std::iter::once(connect)
                        .chain(recipe.powershell.iter().map(fill))
                        .collect::<Vec<_>>()
                        .join("\n"),
                )],
                action: None,
            },
        ],
        check: recipe.undoes.then(|| Action {
            label: message("undo.check"),
            choice: Choice::Undone {
                journey: journey.id.clone(),
                recipe: recipe.id.clone(),
            },
            weight: Weight::Secondary,
        }),
        found: None,
    })
}
