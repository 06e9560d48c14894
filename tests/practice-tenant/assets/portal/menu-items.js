// What stands in the left menus: groups by their label, and items by the segment of their route.
import { say } from "./config.js";

/** Items that lead nowhere here. */
export const DISABLED = ["CustomSecurityAttributes"];

const app = () => [
  [
    null,
    [
      ["Overview", say("overview")],
      ["DeploymentPlan", "Deployment Plan"],
      ["TroubleshootingMenu", "Diagnose and solve problems"],
    ],
  ],
  [
    "manage",
    [
      ["Properties", say("properties")],
      ["Owners", "Owners"],
      ["RolesAndAdministrators", "Roles and administrators"],
      ["Users", say("users-and-groups")],
      ["SignOn", "Single sign-on"],
      ["Provisioning", "Provisioning"],
      ["SelfService", "Self-service"],
      ["CustomSecurityAttributes", "Custom security attributes"],
    ],
  ],
  [
    "security",
    [
      ["ConditionalAccess", "Conditional Access"],
      ["Permissions", say("permissions")],
      ["TokenEncryption", "Token encryption"],
    ],
  ],
  [
    "activity",
    [
      ["SignIns", "Sign-in logs"],
      ["UsageInsights", "Usage & insights"],
      ["AuditLogs", "Audit logs"],
      ["ProvisioningActivity", "Provisioning logs"],
    ],
  ],
  ["troubleshooting", [["SupportRequest", "New support request"]]],
];

const registration = () => [
  [null, [["Overview", say("overview")]]],
  [
    "manage",
    [
      ["Authentication", "Authentication"],
      ["Credentials", "Certificates & secrets"],
      ["CallAnAPI", say("api-permissions")],
    ],
  ],
];

const list = () => [
  [
    null,
    [
      ["Overview", say("overview")],
      ["Diagnose", "Diagnose and solve problems"],
    ],
  ],
  [
    "manage",
    [
      ["AppAppsPreview", say("all-applications")],
      ["PrivateConnectors", "Private network connectors"],
      ["UserSettings", "User settings"],
      ["AppLaunchers", "App launchers"],
      ["CustomAuthenticationExtensions", "Custom authentication extensions"],
    ],
  ],
  [
    "security",
    [
      ["ConditionalAccess", "Conditional Access"],
      ["ConsentPolicies", "Consent and permissions"],
    ],
  ],
  [
    "activity",
    [
      ["SignIns", "Sign-in logs"],
      ["AccessRequests", "Admin consent requests"],
    ],
  ],
  ["troubleshooting", [["SupportRequest", "New support request"]]],
];

/** The groups of each menu: `[label, [[item, text]]]`, the first without a label. */
export const GROUPS = { app: app(), registration: registration(), list: list() };
