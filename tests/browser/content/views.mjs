// Views as the core writes them (`shared/src/view.rs`), one for each thing a face can look like.

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
      text: "Press the lit button. A window opens and lists what the app may do.\n\nRead it there before you accept.",
      lines: [
        { tone: "good", text: "This is the app you began with" },
        { tone: "plain", text: "Granted to: Contoso" },
        { tone: "caution", text: "Permissions granted earlier for everybody may be replaced" },
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
      title: "Take this tick out before you accept",
      text: "With the tick, everybody in your organization would give this app access.",
      lines: [{ tone: "bad", text: "Consent on behalf of your organization is ticked" }],
      details: ["User.Read", "Sites.FullControl.All", "Files.Read.All", "Directory.Read.All"].map((name) =>
        permission(name),
      ),
      actions: [{ label: "I really want this", choice: { do: "ask_release", tab }, weight: "risky" }],
      progress: { at: 4, of: 8 },
    }),
  alarm: (tab) =>
    card({
      id: "consent-known",
      seed_step: null,
      kind: "alarm",
      title: "Do not accept this",
      glance: { tone: "bad", text: "This application id was reported as malicious." },
      text: "Reports name this application in attacks. Press Cancel, and tell your security team.",
      lines: [
        { tone: "bad", text: "Asks for 2 permissions of high risk" },
        { tone: "caution", text: "The answer goes to evil.example, which the profile does not know" },
      ],
      details: [permission("Mail.ReadWrite", "bad"), permission("offline_access", "caution")],
      checks: [
        { tone: "plain", text: "Whether the publisher is verified could not be told" },
        { tone: "good", text: "The tenant is yours" },
      ],
      actions: [
        { label: "Accept all the same", choice: { do: "release", tab }, weight: "risky" },
        { label: "Keep it held", choice: { do: "keep_hold", tab }, weight: "secondary" },
      ],
    }),
  approval: () =>
    card({
      id: "approval",
      seed_step: null,
      kind: "note",
      title: "An admin has to approve this",
      glance: { tone: "plain", text: "Office 365 Mover asks for 3 permissions" },
      text: "You cannot consent to this app yourself. Ask an admin with the link below.",
      copy: {
        label: "Link for the admin",
        text: "https://login.microsoftonline.com/common/adminconsent?client_id=d62121f3",
      },
      lines: [{ tone: "good", text: "This is the app you began with" }],
    }),
  typing: () =>
    card({
      id: "search",
      seed_step: "3",
      kind: "step",
      title: "Search for the app",
      text: "Type the name into the search box.",
      copy: { label: "Name", text: "Office 365 Mover" },
    }),
  note: () =>
    card({
      id: "propagating",
      seed_step: null,
      kind: "note",
      title: "The grant is on its way",
      text: "This can take some minutes.",
      actions: [{ label: "Check again", choice: { do: "check", journey: JOURNEY }, weight: "secondary" }],
    }),
  done: () =>
    card({
      id: "done",
      seed_step: "10",
      kind: "done",
      title: "Proven: 43 sites and 17 users",
      text: "Both counts were answered. Load the connector in the wizard.",
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
    waiting: { reason: "Graph asks for a pause", until: 1795470030000 },
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

/** A whole view with one card in one tab. */
export const view = (tab, card, more = {}) => ({
  tabs: { [tab]: { card, journey: JOURNEY, diagnosis } },
  journeys: [journey],
  profiles,
  backend: { address: "http://localhost:8080", trouble: null },
  ...more,
});

/** What the panel can look like besides. */
export const PANELS = {
  "nothing begun": (tab) => view(tab, null, { journeys: [] }),
  "a backend that does not answer": (tab) =>
    view(tab, null, { backend: { address: "http://localhost:8080", trouble: "The backend does not answer." } }),
};
