//! What a person does in the tenant by hand, as data.

use crate::guid::is_guid;
use consentry_wire::journey::Place;
use serde::Deserialize;
use url::Url;

/// One recipe, as data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Its id; its words are `recipe.<id>`.
    pub id: String,
    /// Whether it takes something back; otherwise it only looks something up.
    #[serde(default)]
    pub undoes: bool,
    /// Where it is done in the portal.
    pub place: Place,
    /// How many steps it takes there; each has words.
    pub steps: u8,
    /// What `Connect-MgGraph` asks for: the least that will do.
    pub scopes: Vec<String>,
    /// Requests to Graph, one after the other.
    pub graph: Vec<String>,
    /// Commands of the module Microsoft.Graph.
    pub powershell: Vec<String>,
}

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipes {
    /// In the order of the file.
    pub recipe: Vec<Recipe>,
}

/// The app in a tenant that a recipe is for.
pub struct Target<'a> {
    app: &'a str,
    object: Option<&'a str>,
    tenant: Option<&'a str>,
    graph: &'static str,
    environment: &'static str,
}

/// A recipe with the IDs of an app in it.
pub struct Commands {
    /// Requests to Graph, one after the other.
    pub graph: Vec<String>,
    /// Commands of PowerShell, a line each.
    pub powershell: String,
}

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

impl<'a> Target<'a> {
    /// Nothing, where the app's ID is none: what stands in a command must be an ID and nothing else. `portal` is the address
    /// of the cloud's portal.
    pub fn new(
        app: &'a str,
        object: Option<&'a str>,
        tenant: Option<&'a str>,
        portal: &str,
    ) -> Option<Self> {
        let is_id = |id: &&str| is_guid(id);
        let portal = Url::parse(portal).ok();
        let host = portal.as_ref().and_then(Url::host_str).unwrap_or_default();
        let (_, graph, environment) = CLOUDS
            .into_iter()
            .find(|(end, ..)| host.ends_with(end))
            .unwrap_or(CLOUDS[2]);
        Some(Self {
            app: Some(app).filter(is_id)?,
            object: object.filter(is_id),
            tenant: tenant.filter(is_id),
            graph,
            environment,
        })
    }
}

impl Recipe {
    /// Its requests and commands for an app.
    pub fn commands(&self, target: &Target<'_>) -> Commands {
        let app = target.app;
        let path = target.object.map_or_else(
            || format!("servicePrincipals(appId='{app}')"),
            |object| format!("servicePrincipals/{object}"),
        );
        let id = target.object.map_or_else(
            || format!("(Get-MgServicePrincipal -Filter \"appId eq '{app}'\").Id"),
            str::to_owned,
        );
        let fill = |text: &String| {
            text.replace("{graph}", target.graph)
                .replace("{sp}", &path)
                .replace("{id}", &id)
                .replace("{app}", app)
        };
        let whose = target
            .tenant
            .map_or_else(String::new, |tenant| format!(" -TenantId {tenant}"));
        let scopes: Vec<String> = self
            .scopes
            .iter()
            .map(|scope| format!("'{scope}'"))
            .collect();
        let connect = format!(
            "Connect-MgGraph{whose} -Scopes {}{}",
            scopes.join(","),
            target.environment
        );
        let commands: Vec<String> = std::iter::once(connect)
            .chain(self.powershell.iter().map(fill))
            .collect();
        Commands {
            graph: self.graph.iter().map(fill).collect(),
            powershell: commands.join("\n"),
        }
    }
}
