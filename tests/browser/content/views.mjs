// Views as the core writes them (`shared/wire/src/view.rs`), one for each thing a face can look like.

const JOURNEY = "j1";

const card = (more) => ({ copy: null, lines: [], details: [], actions: [], progress: null, ...more });

const permission = (title, tone = "plain") => ({ tone, title, text: `Lets it use ${title}.` });

/** One card of each kind. Each takes the tab it is for. */
export const CARDS = {
  step: () =>
    card({
      id: "grant-permissions",
      seed_step: "8",
      kind: "step",
      title: "Grant admin consent",
      text: "Select this button. A window opens and lists the permissions.\n\nRead it there before you accept.",
      lines: [
        { tone: "good", text: "This is the app you started with" },
        { tone: "plain", text: "Grants access to: Contoso" },
        { tone: "caution", text: "Permissions granted earlier for everyone may be replaced" },
      ],
      details: [permission("Sites.FullControl.All", "caution"), permission("User.Read")],
      actions: [
        { label: "Check again", choice: { do: "check", journey: JOURNEY }, weight: "secondary" },
        { label: "Skip this step", choice: { do: "skip", journey: JOURNEY, step: "x" }, weight: "secondary" },
      ],
      progress: { at: 6, of: 8 },
    }),
  warning: (tab) =>
    card({
      id: "consent-held",
      seed_step: "4",
      kind: "warning",
      title: "Stop: this would consent for everyone",
      text: "This checkbox grants the app access for your whole organization. Clear it.",
      lines: [{ tone: "bad", text: "Consent on behalf of your organization is selected" }],
      details: ["User.Read", "Sites.FullControl.All", "Files.Read.All", "Directory.Read.All"].map((name) =>
        permission(name),
      ),
      actions: [{ label: "I intend to consent for everyone", choice: { do: "ask_release", tab }, weight: "risky" }],
      progress: { at: 4, of: 8 },
    }),
  alarm: (tab) =>
    card({
      id: "consent-known",
      seed_step: null,
      kind: "alarm",
      title: "Do not accept this",
      glance: { tone: "bad", text: "This application ID was reported as malicious." },
      text: "Reports name this app in attacks. Select Cancel, and tell your security team.",
      lines: [
        { tone: "bad", text: "Requests 2 high-risk permissions" },
        { tone: "caution", text: "The answer goes to evil.example, which is not in the profile" },
      ],
      details: [permission("Mail.ReadWrite", "bad"), permission("offline_access", "caution")],
      checks: [
        { tone: "plain", text: "Publisher verification: not known" },
        { tone: "good", text: "The tenant is yours" },
      ],
      actions: [
        { label: "Accept anyway", choice: { do: "release", tab }, weight: "risky" },
        { label: "Keep it blocked", choice: { do: "keep_hold", tab }, weight: "secondary" },
      ],
    }),
  approval: () =>
    card({
      id: "approval",
      seed_step: null,
      kind: "note",
      title: "An admin has to approve this",
      glance: { tone: "plain", text: "Office 365 Mover asks for 3 permissions" },
      text: "You can't consent to this app yourself. Ask an admin with the link below.",
      copy: {
        label: "Link for the admin",
        text: "https://login.microsoftonline.com/common/adminconsent?client_id=d62121f3",
      },
      lines: [{ tone: "good", text: "This is the app you started with" }],
    }),
  typing: () =>
    card({
      id: "search",
      seed_step: "3",
      kind: "step",
      title: "Search for the app",
      text: "Enter the name in the search box.",
      copy: { label: "Name", text: "Office 365 Mover" },
    }),
  note: () =>
    card({
      id: "propagating",
      seed_step: null,
      kind: "note",
      title: "The grant is being applied",
      text: "This can take some minutes.",
      actions: [{ label: "Check again", choice: { do: "check", journey: JOURNEY }, weight: "secondary" }],
    }),
  done: () =>
    card({
      id: "done",
      seed_step: "10",
      kind: "done",
      title: "Authorized: 43 sites and 17 users",
      text: "Microsoft Graph answered both counts. Load the connector in the wizard.",
      lines: [{ tone: "good", text: "GET /users/$count answered 200" }],
      actions: [{ label: "Open the wizard", choice: { do: "go", journey: JOURNEY }, weight: "primary" }],
      progress: { at: 8, of: 8 },
    }),
};

const step = (id, state, actor = "You", note = null) => ({ id, title: `Do ${id}`, actor, state, note });

const journey = {
  id: JOURNEY,
  profile: "office-365-mover",
  app: "Office 365 Mover",
  headline: { tone: "caution", text: "Waiting for a global administrator to grant consent" },
  steps: [
    step("begin", "done", "You", "Seen at 10:12 in the wizard"),
    step("grant", "current", "Global Administrator"),
    step("require", "skipped", "Global Administrator"),
    step("load", "later"),
  ],
  status: {
    id: "c1",
    profile: "office-365-mover",
    display_name: "Destination",
    role: "sharepoint-admin",
    revision: 5,
    state: {
      kind: "blocked",
      problem: {
        code: "no-license",
        title: "No SharePoint license",
        detail: "The account has no SharePoint license, so the app sees no sites.",
        remedy: "Assign a license and check again.",
        role: "License Administrator",
        link: "https://admin.microsoft.com/",
        microsoft: "AADSTS50105",
      },
    },
    tenant: { id: "t", name: "Contoso" },
    account: "admin@contoso.com",
    exposure: {
      assignment_required: false,
      assigned: ["Ada", "Grace"],
      tenant_wide_delegated: ["User.Read"],
      beyond_profile: [],
      unknown: [{ what: "who is assigned", needs: "Application.Read.All" }],
    },
    missing: ["Sites.Read.All"],
    evidence: [
      { call: "GET /users/$count", status: 200, at: 1795470000000 },
      { call: "GET /sites/getAllSites", status: 403, at: 1795470002000 },
    ],
    checked_at: 1795470002000,
    waiting: { reason: "Microsoft Graph asks for a pause.", until: 1795470030000 },
  },
  guard: { offered: true, ticked: true, held: true, released: false },
  handoff: { label: "Link for the person who can grant", text: "https://consentry.example/h/7f3kq2v9x8w1m4n6" },
  actions: [
    { label: "Check again", choice: { do: "check", journey: JOURNEY }, weight: "primary" },
    { label: "Leave", choice: { do: "leave", journey: JOURNEY }, weight: "secondary" },
  ],
};

const profiles = [
  {
    id: "office-365-mover",
    name: "Office 365 Mover",
    about: "Moves files into OneDrive and SharePoint.",
    actions: [
      {
        label: "I am a Global Administrator",
        choice: { do: "begin", profile: "office-365-mover", role: "global-admin" },
        weight: "primary",
      },
    ],
  },
];

const found = { control: "grant-admin-consent", kind: "point", frame: 0, id: 12, role: "button", name: "Grant" };
const diagnosis = {
  page: "portal/enterprise-app/permissions",
  because: ["heading “Permissions” is there"],
  looked_for: [
    {
      control: "grant-admin-consent",
      candidates: [
        { frame: 0, id: 12, role: "button", name: "Grant", signs: ["label en", "role"], against: [] },
        { frame: 0, id: 15, role: "link", name: "Admin consent", signs: [], against: ["role"] },
      ],
      found,
      refused: null,
    },
    { control: "search", candidates: [], found: null, refused: null },
  ],
  would_light: [found],
  dark_because: null,
  consent: null,
  frames: 1,
  complete: true,
};

const lines = (...all) => all.map(([tone, text]) => ({ tone, text }));
const recipe = (id, undoes) => ({
  id,
  title: `Do ${id}`,
  text: "What it changes.",
  ways: [
    {
      title: "In the portal",
      steps: ["Open Properties.", "Select No, then Save."],
      copies: [],
      action: {
        label: "Open the page for it",
        choice: { do: "open", journey: JOURNEY, place: "properties" },
        weight: "secondary",
      },
    },
    {
      title: "With PowerShell",
      steps: ["Needs the module Microsoft.Graph."],
      copies: [
        {
          label: "Commands",
          text: "Connect-MgGraph -TenantId 0f5f7a4e-0000-4000-8000-000000000001 -Scopes 'Application.ReadWrite.All'\nUpdate-MgServicePrincipal -ServicePrincipalId 9b1d0f6e-0000-4000-8000-000000000007 -AccountEnabled:$false",
        },
      ],
      action: null,
    },
  ],
  check: undoes
    ? {
        label: "I've done this",
        choice: { do: "undone", journey: JOURNEY, recipe: id },
        weight: "secondary",
      }
    : null,
  found: undoes ? { tone: "good", text: "Revoked: Microsoft Graph refuses what it allowed before" } : null,
});

const headings = {
  connections: "Your connections",
  guided: "Guided here",
  side: "Which side is it?",
  after: "After the grant",
  harden: "Limit who can use it",
  undo: "Undo",
  record: "Record",
  record_text: "Who asked and what was answered.",
  save_file: "Save the file",
  record_copy: "The record",
};

/** A journey with all that comes after the grant. */
const whole = {
  ...journey,
  label: ["Copy from", "Contoso", "admin@contoso.com"],
  sides: [
    [{ label: "Copy from", choice: { do: "side", journey: JOURNEY, side: null }, weight: "secondary" }, true],
    [{ label: "Copy to", choice: { do: "side", journey: JOURNEY, side: "destination" }, weight: "secondary" }, false],
  ],
  ways: [
    { label: "Back one step", choice: { do: "back", journey: JOURNEY }, weight: "secondary" },
    { label: "Leave", choice: { do: "ask_leave", journey: JOURNEY }, weight: "secondary" },
  ],
  news: lines(["caution", "Today is the day to revoke this grant"]),
  question: {
    id: "leave",
    title: "Leave Office 365 Mover?",
    text: "This changes nothing in your organization.",
    lines: lines(["caution", "The grant stays"], ["plain", "Your reminder is deleted"]),
    actions: [
      { label: "Stay", choice: { do: "stay" }, weight: "primary" },
      { label: "Leave", choice: { do: "leave", journey: JOURNEY, delete: false }, weight: "secondary" },
      {
        label: "Leave and delete stored data",
        choice: { do: "leave", journey: JOURNEY, delete: true },
        weight: "risky",
      },
    ],
  },
  after: {
    harden: {
      order: lines(["good", "1. Grant: done"], ["plain", "2. Assign people: not done"]),
      lines: lines(["bad", "Nobody is assigned"], ["caution", "Would lose access: everybody else"]),
      lookups: [recipe("assigned", false)],
      actions: [
        { label: "Limit access", choice: { do: "take", journey: JOURNEY, step: "require" }, weight: "secondary" },
      ],
    },
    undo: [recipe("grant", true), recipe("delete", true)],
    reminder: {
      title: "Remind me to revoke it",
      text: "Set a day on which the app should no longer have access.",
      field: "Day",
      set: "Set the reminder",
      at: 1795470000000,
      line: { tone: "plain", text: "A reminder is set" },
      clear: {
        label: "Remove the reminder",
        choice: { do: "remind", journey: JOURNEY, at: null },
        weight: "secondary",
      },
    },
    record: [{ label: "As JSON", choice: { do: "record", journey: JOURNEY, readable: false }, weight: "secondary" }],
    again: [{ label: "Sign in again", choice: { do: "reauthorize", journey: JOURNEY }, weight: "secondary" }],
  },
};

/** Practice, with all its lessons. */
const practice = {
  banner: ["Practice", "This is a practice tenant. Nothing here touches a real organization."],
  about: {
    id: "practice",
    title: "What to try",
    text: "Walk the journey once.",
    lines: lines(["good", "Accept is blocked"], ["plain", "Finish the journey"]),
    actions: [],
  },
  copy: null,
};

const field = (name, kind, more = {}) => ({
  name,
  label: `The ${name}`,
  help: "What it does.",
  kind,
  text: "",
  locked: null,
  error: null,
  reset: null,
  ...more,
});

/** Every kind of setting, in every state. */
export const SETTINGS = {
  title: "Options of Consentry",
  text: "These settings are stored in this browser.",
  save: "Save",
  saved: "Saved",
  news: lines(["caution", "Your organization's policy is not used: nonsense."]),
  lines: [],
  actions: [],
  access: {
    text: "The browser hasn't allowed this address yet.",
    label: "Allow",
    pattern: "https://consentry.example/*",
  },
  fields: [
    field("backend", "text", {
      text: "http://consentry.example",
      error: "It must be an https address.",
      reset: { label: "Restore the default", choice: { do: "set", name: "backend", text: null }, weight: "secondary" },
    }),
    field("portal", "text", { text: "https://portal.azure.com", locked: "Set by your organization." }),
    field(
      "tickPolicy",
      {
        choice: [
          ["warn", "Warn"],
          ["forbid", "Block"],
        ],
      },
      { text: "forbid" },
    ),
    field("zeroTouch", "switch", { text: "true" }),
    field("reducedGuidance", "switch", { text: "false", locked: "Set by your organization." }),
    field("allowedClients", "lines", { text: "d62121f3-e023-4972-b6b0-794190c0fd98" }),
  ],
};

/** A whole view with one card in one tab. */
export const view = (tab, card, more = {}) => ({
  tabs: { [tab]: { card, journey: JOURNEY, diagnosis } },
  journeys: [journey],
  profiles,
  backend: { address: "http://localhost:8080", trouble: null },
  headings,
  ...more,
});

/** What the panel can look like besides. */
const anyApp = (field, lines = [], actions = []) => ({
  title: "Another app",
  go: "Continue",
  field: {
    name: "app",
    label: "Application ID, consent link, or portal address",
    help: "The portal shows the application ID on the app's Overview page.",
    kind: "text",
    text: "",
    locked: null,
    error: null,
    reset: null,
    ...field,
  },
  lines,
  actions,
});

/** A connection to decide on: two of one app have the same name. */
const offer = (id) => ({
  id: `offer-${id}`,
  title: "Add this Office 365 Mover connection?",
  text: "It came from a link.",
  lines: [],
  actions: [{ label: "Add this connection", choice: { do: "add_connection", connection: id }, weight: "primary" }],
});

export const PANELS = {
  "an app to be named, and what was typed names none": (tab) =>
    view(tab, null, {
      journeys: [],
      any_app: anyApp({ text: "Contoso Backup", error: "This doesn't name one app." }),
    }),
  "an app that is named by its ID": (tab) =>
    view(tab, null, {
      journeys: [],
      any_app: anyApp(
        {
          text: "11111111-2222-4333-8444-555555555555",
          reset: { label: "Choose another app", choice: { do: "name_app" }, weight: "secondary" },
        },
        lines(["caution", "Consentry has no profile for this app."], ["plain", "Which role do you have?"]),
        [
          {
            label: "Privileged Role Administrator",
            choice: { do: "begin", profile: "app:11111111-2222-4333-8444-555555555555", role: "global-admin" },
            weight: "primary",
          },
        ],
      ),
    }),
  "two offers of one name, and the card of one of them": (tab) =>
    view(tab, { ...CARDS.note(tab), id: "offer", title: offer("a").title }, { offers: [offer("a"), offer("b")] }),
  "nothing begun": (tab) => view(tab, null, { journeys: [] }),
  "a backend that does not answer": (tab) =>
    view(tab, null, { backend: { address: "http://localhost:8080", trouble: "The backend does not answer." } }),
  "two connections, and one about to be left": (tab) =>
    view(tab, null, {
      journeys: [whole, { ...journey, id: "j2", label: ["Copy to", "Fabrikam"], steps: [] }],
    }),
  "a connection that was deleted": (tab) =>
    view(tab, null, {
      told: {
        id: "deleted",
        title: "Deleted: Office 365 Mover",
        text: "The backend has forgotten this connection.",
        lines: lines(["good", "Forgotten: the sign-in"], ["caution", "Remains: the grant"]),
        actions: [{ label: "Put this away", choice: { do: "dismiss" }, weight: "secondary" }],
      },
    }),
  practice: (tab) => view(tab, CARDS.step(tab), { practice }),
};

/** A card in practice. */
export const PRACTICE = (tab) => view(tab, CARDS.warning(tab), { practice });

const firstRun = (tab, verifies, backend, access = null) =>
  view(tab, null, {
    journeys: [],
    settings: { ...SETTINGS, news: [], access, fields: [field("backend", "text")] },
    first_run: { verifies, backend },
    practice: {
      banner: null,
      about: { id: "practice", title: "Practice first", text: "Run this command.", lines: [], actions: [] },
      copy: { label: "Command", text: "cargo xtask demo" },
    },
  });

/** What the page that opens once can look like. */
export const FIRST_RUN = {
  "no backend": (tab) => firstRun(tab, "Nothing is verified.", null),
  "a backend that does not answer": (tab) =>
    firstRun(
      tab,
      "The result is verified.",
      { tone: "caution", text: "The backend does not answer." },
      SETTINGS.access,
    ),
};
