//! The permission tables against Microsoft's published list, where that lies beside the checkout; `cargo xtask test`
//! says where it does not.

#![expect(
    clippy::unwrap_used,
    reason = "a list that does not fit fails the test"
)]

use consentry_catalog::Catalog;
use consentry_catalog::permission::{Kind, Risk};
use consentry_catalog::permissions::guess;
use consentry_catalog::permissions::{entry, judge};
use consentry_catalog::resources;
use consentry_catalog::scope::Scope;
use std::collections::BTreeMap;

/// `(value, application, id)` of the published list beside the checkout.
fn published() -> Option<Vec<(String, Kind, String)>> {
    let list = test_published::read(test_published::PERMISSIONS)?;
    let kind = |entry: &serde_json::Value| match entry["type"].as_str() {
        Some("application") => Kind::Application,
        _ => Kind::Delegated,
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let entries = list["permissions"].as_array().unwrap();
    Some(
        entries
            .iter()
            .map(|entry| (text(&entry["value"]), kind(entry), text(&entry["id"])))
            .collect(),
    )
}

#[test]
fn every_graph_permission_of_the_table_is_published_with_that_id() {
    let Some(published) = published() else { return };
    let graph = consentry_catalog::resources::by_id(Catalog::built_in(), "graph").unwrap();
    for (value, ids) in &graph.permissions {
        for kind in [Kind::Delegated, Kind::Application] {
            let wanted = published
                .iter()
                .find(|(name, of, _)| name == value && *of == kind)
                .map(|(_, _, id)| id.as_str());
            assert_eq!(ids.of(kind), wanted, "{value} {kind:?}");
        }
    }
}

#[test]
fn the_rule_is_sane_over_every_published_name() {
    let Some(published) = published() else { return };
    let risk: BTreeMap<(&str, Kind), Risk> = published
        .iter()
        .map(|(name, kind, _)| ((name.as_str(), *kind), guess::guess(name, *kind)))
        .collect();
    // Rooms, printers and tabs, and what ends at the app itself or at what was picked for it.
    let minor = |name: &str| {
        guess::is_minor(&name.split('.').next().unwrap().to_lowercase())
            || ["Self", "Selected"].iter().any(|word| name.contains(word))
    };
    for ((name, kind), found) in &risk {
        if name.contains(".ReadWrite") && name.ends_with(".All") && !minor(name) {
            assert!(*found >= Risk::High, "{name} writes all and is {found:?}");
        }
        if name.contains(".ReadBasic") {
            assert!(
                *found <= Risk::Medium,
                "{name} reads basics and is {found:?}"
            );
        }
        if name.contains(".Read.") {
            let writes = name.replacen(".Read.", ".ReadWrite.", 1);
            if let Some(more) = risk.get(&(writes.as_str(), *kind)) {
                assert!(more >= found, "{writes} is less than {name}");
            }
        }
    }
}

/// Application permissions from which a path to Global Administrator is published: tier 0 of
/// <https://github.com/emiliensocchi/azure-tiering>, and what resets a proof of sign-in, adds a credential
/// or a trust, or runs a program on an administrator's device, by the same paths under newer names.
const WAYS_TO_GLOBAL_ADMINISTRATOR: &str = "AdministrativeUnit.ReadWrite.All \
    AgentIdentityBlueprint.AddRemoveCreds.All AgentIdentityBlueprint.ReadWrite.All \
    AgentIdentityBlueprint.UpdateAuthProperties.All AppCertTrustConfiguration.ReadWrite.All \
    AppRoleAssignment.ReadWrite.All Application.ReadUpdate.All Application.ReadWrite.All \
    Application.ReadWrite.OwnedBy DelegatedAdminRelationship.ReadWrite.All \
    DelegatedPermissionGrant.ReadWrite.All DeviceManagementApps.ReadWrite.All \
    DeviceManagementConfiguration.ReadWrite.All DeviceManagementRBAC.ReadWrite.All \
    DeviceManagementScripts.ReadWrite.All Directory.ReadWrite.All \
    Domain-InternalFederation.ReadWrite.All Domain.ReadWrite.All EntitlementManagement.ReadWrite.All \
    Group-OnPremisesSyncBehavior.ReadWrite.All Group.ReadWrite.All GroupMember.ReadWrite.All \
    MutualTlsOauthConfiguration.ReadWrite.All OnPremDirectorySynchronization.ReadWrite.All \
    Organization.ReadWrite.All Policy.ReadWrite.AuthenticationMethod Policy.ReadWrite.Authorization \
    Policy.ReadWrite.ConditionalAccess Policy.ReadWrite.CrossTenantAccess \
    Policy.ReadWrite.FedTokenValidation Policy.ReadWrite.PermissionGrant \
    PrivilegedAccess.ReadWrite.AzureAD PrivilegedAccess.ReadWrite.AzureADGroup \
    PrivilegedAccess.ReadWrite.AzureResources PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup \
    PrivilegedAssignmentSchedule.ReadWrite.EntraAppRole \
    PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup \
    PrivilegedEligibilitySchedule.ReadWrite.EntraAppRole PublicKeyInfrastructure.ReadWrite.All \
    RoleAssignmentSchedule.ReadWrite.Directory RoleEligibilitySchedule.ReadWrite.Directory \
    RoleManagement.ReadWrite.Directory RoleManagement.ReadWrite.Exchange \
    RoleManagementPolicy.ReadWrite.AzureADGroup RoleManagementPolicy.ReadWrite.Directory \
    SignInIdentifier.ReadWrite.All SpiffeTrustDomain.ReadWrite.All Synchronization.ReadWrite.All \
    SynchronizationData-User.Upload User-OnPremisesSyncBehavior.ReadWrite.All \
    User-PasswordProfile.ReadWrite.All User.ManageIdentities.All User.ReadUpdate.All \
    User.ReadWrite.All UserAuthMethod-Email.ReadWrite.All UserAuthMethod-External.ReadWrite.All \
    UserAuthMethod-HardwareOATH.ReadWrite.All UserAuthMethod-MicrosoftAuthApp.ReadWrite.All \
    UserAuthMethod-Passkey.ReadWrite.All UserAuthMethod-Password.ReadWrite.All \
    UserAuthMethod-Phone.ReadWrite.All UserAuthMethod-QR.ReadWrite.All \
    UserAuthMethod-SoftwareOATH.ReadWrite.All UserAuthMethod-TAP.ReadWrite.All \
    UserAuthMethod-WindowsHello.ReadWrite.All UserAuthenticationMethod.ReadWrite.All";

fn judged(name: &str, kind: Kind) -> Risk {
    judge(Catalog::built_in(), &Scope::parse(name), kind).risk
}

#[test]
fn an_application_permission_that_leads_to_global_administrator_is_critical() {
    for name in WAYS_TO_GLOBAL_ADMINISTRATOR.split_whitespace() {
        assert_eq!(judged(name, Kind::Application), Risk::Critical, "{name}");
        // The rule says so by itself, wherever the table has no entry.
        let known = entry(Catalog::built_in(), None, name).is_some();
        let guessed = guess::guess(name, Kind::Application);
        assert!(known || guessed == Risk::Critical, "{name}");
    }
}

#[test]
fn what_an_app_reads_names_or_draws_is_no_way_to_everything() {
    for name in
        "Application.Read.All Directory.Read.All Group.Read.All User.Read.All User.Invite.All \
        User.RevokeSessions.All User.ReadBasic.All Policy.Read.All RoleManagement.Read.All \
        Domain.Read.All Synchronization.Read.All UserAuthenticationMethod.Read.All \
        UserAuthMethod-Passkey.Read.All AgentIdentityBlueprint.UpdateBranding.All \
        AgentIdentityBlueprint.Read.All Application-RemoteDesktopConfig.ReadWrite.All \
        Policy.ReadWrite.AccessReview Policy.ReadWrite.DeviceConfiguration \
        GroupSettings.ReadWrite.All Group-Conversation.ReadWrite.All ProfilePhoto.ReadWrite.All \
        RoleAssignmentSchedule.Remove.Directory OrganizationalBranding.ReadWrite.All \
        Calendars.ReadWrite Files.ReadWrite.All Chat.ReadWrite.All Place.ReadWrite.All"
            .split_whitespace()
    {
        assert!(judged(name, Kind::Application) < Risk::Critical, "{name}");
    }
}

#[test]
fn every_published_permission_is_judged_and_an_app_alone_may_no_less_than_with_a_person() {
    let Some(published) = published() else { return };
    for (name, kind, id) in &published {
        let by_name = judged(name, *kind);
        let known =
            entry(Catalog::built_in(), None, name).is_some_and(|entry| entry.of(*kind).is_some());
        let ranked = guess::guess(name, *kind);
        assert!(known || by_name >= ranked, "{name}");
        if *kind == Kind::Application {
            let with_a_person = guess::guess(name, Kind::Delegated);
            assert!(ranked >= with_a_person, "{name}: {ranked:?} alone");
        }
        // An ID that the table knows is judged as its name is.
        if resources::by_permission_id(Catalog::built_in(), None, id, *kind).is_some() {
            assert_eq!(judged(id, *kind), by_name, "{name}");
        }
    }
}
