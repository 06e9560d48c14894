use super::guess::guess as by_name;
use super::*;
use crate::data::Catalog;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn guess(name: &str) -> Risk {
    by_name(name, Kind::Delegated)
}

fn text(name: &str) -> Option<&'static Entry> {
    entry(Catalog::built_in(), None, name)
}

fn meanings(entry: &Entry) -> impl Iterator<Item = &Meaning> {
    [&entry.delegated, &entry.application].into_iter().flatten()
}

fn sentences(entry: &Entry) -> impl Iterator<Item = &String> {
    meanings(entry)
        .map(|meaning| &meaning.means)
        .chain(&entry.thief)
        .chain([&entry.because])
}

fn worst(entry: &Entry) -> Risk {
    meanings(entry).map(|meaning| meaning.risk).max().unwrap()
}

#[test]
fn the_catalogue_explains_what_connectors_ask_for() {
    let permissions = &Catalog::built_in().permissions;
    assert!(permissions.len() >= 120, "{}", permissions.len());
    for (name, text) in permissions {
        assert!(
            text.delegated.is_some() || text.application.is_some(),
            "{name} says nothing"
        );
    }
}

#[test]
fn a_risk_says_what_a_thief_could_do() {
    for (name, text) in &Catalog::built_in().permissions {
        assert!(text.thief.is_some() || worst(text) == Risk::Low, "{name}");
    }
}

#[test]
fn every_sentence_is_short_and_whole() {
    for (name, text) in &Catalog::built_in().permissions {
        for sentence in sentences(text) {
            assert!(sentence.chars().count() <= 140, "{name}: {sentence}");
            assert!(sentence.ends_with('.'), "{name}: {sentence}");
        }
    }
}

#[test]
fn a_name_differs_from_every_other_in_more_than_case() {
    let names: std::collections::BTreeSet<_> = Catalog::built_in()
        .permissions
        .keys()
        .map(|name| name.to_ascii_lowercase())
        .collect();
    assert_eq!(names.len(), Catalog::built_in().permissions.len());
}

#[test]
fn ways_to_more_rights_are_high() {
    let ways = "RoleManagement.ReadWrite.Directory AppRoleAssignment.ReadWrite.All \
        Application.ReadWrite.All Application.ReadWrite.OwnedBy Directory.ReadWrite.All \
        DelegatedPermissionGrant.ReadWrite.All UserAuthenticationMethod.ReadWrite.All \
        User-PasswordProfile.ReadWrite.All User.ReadWrite.All Group.ReadWrite.All \
        GroupMember.ReadWrite.All PrivilegedAccess.ReadWrite.AzureAD \
        PrivilegedAccess.ReadWrite.AzureADGroup RoleAssignmentSchedule.ReadWrite.Directory \
        RoleEligibilitySchedule.ReadWrite.Directory EntitlementManagement.ReadWrite.All \
        DeviceManagementConfiguration.ReadWrite.All Domain.ReadWrite.All \
        Organization.ReadWrite.All Policy.ReadWrite.ConditionalAccess \
        Policy.ReadWrite.PermissionGrant Synchronization.ReadWrite.All Exchange.ManageAsApp";
    for way in ways.split_whitespace() {
        assert!(text(way).map(worst) >= Some(Risk::High), "{way}");
    }
}

#[test]
fn nothing_high_in_the_catalogue_would_be_guessed_low() {
    for (name, text) in &Catalog::built_in().permissions {
        assert!(
            worst(text) < Risk::High || guess(name) > Risk::Low,
            "{name} would be guessed low"
        );
    }
}

#[test]
fn reading_what_is_managed_is_not_managing() {
    assert_eq!(guess("DeviceManagementCloudCA.Read.All"), Risk::Medium);
    assert_eq!(guess("DeviceManagementCloudCA.ReadWrite.All"), Risk::High);
}

#[test]
fn a_verb_the_guess_never_saw_is_not_low() {
    assert_eq!(guess("Device.Command"), Risk::High);
    assert_eq!(guess("LifecycleWorkflows-Workflow.Activate"), Risk::High);
    assert_eq!(guess("IndustryData-Run.Start"), Risk::Medium);
}

/// Drawn at random from the Graph names that the catalogue leaves out, and judged by the rule
/// at the top of `permissions.toml` before `guess` saw them. What it still
/// misses, it frightens about too much.
const HIGH: &str = "TeamsAppInstallation.ReadWriteAndConsentSelfForChat \
    TeamsAppInstallation.ReadWriteAndConsentSelfForUser \
    TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All \
    AgentIdentityBlueprintPrincipal.DeleteRestore.All VerifiedId-Profile.ReadWrite.All \
    User.ReadWrite.CrossCloud TeamMember.ReadWriteNonOwnerRole.All \
    AgentIdentityBlueprint.UpdateAuthProperties.All ShortNotes.Read.All \
    GroupSettings.ReadWrite.All SecurityIdentitiesActions.ReadWrite.All \
    Group-NestingSupport.ReadWrite.All UserAuthMethod-HardwareOATH.ReadWrite \
    AgentIdentityBlueprint.DeleteRestore.All AgentIdentityBlueprint.ReadWrite.All \
    UserAuthMethod-MicrosoftAuthApp.ReadWrite EduRoster.ReadWrite.All \
    CrossTenantUserProfileSharing.ReadWrite.All VirtualAppointment.ReadWrite.All \
    AgentCollection.ReadWrite.Quarantined";
const MEDIUM: &str = "UserAuthMethod-Phone.Read OrgSettings-Microsoft365Install.Read.All \
    CustomSecAttributeDefinition.Read.All VirtualAppointment.Read.All \
    TeamsAppInstallation.Read.User LearningProvider.ReadWrite \
    TenantGovernance-RelatedTenant.Read.All VirtualAppointmentNotification.Send \
    Policy.Read.Recovery IdentityNotifications.Read.All TeamSettings.Read.All \
    Presence.ReadWrite.All ProgramControl.Read.All UserAuthMethod-Email.Read.All \
    Policy.Read.OnPremAuthenticationPolicy UserAuthMethod-PlatformCred.Read.All \
    UserAuthMethod-MicrosoftAuthApp.Read.All AgreementAcceptance.Read.All \
    PrivilegedAccess.Read.AzureResources \
    PrivilegedAssignmentSchedule.Read.EntraAppRole EduReports-Reflect.Read.All \
    MultiTenantOrganization.Read.All BackupRestore-Search.Read.All \
    TeamsTab.ReadWriteForUser AgentRegistration.Read.All EngagementRole.Read.All \
    SecurityIdentitiesHealth.ReadWrite.All OrgSettings-Todo.Read.All \
    TeamsTab.ReadWriteSelfForChat.All TeamsTab.ReadWrite.Chat \
    TeamworkSection.ReadWrite UserTeamwork.Read.All WindowsUpdates.Read.All \
    UserAuthMethod-HardwareOATH.Read.All ThreatSubmission.Read.All \
    UserAuthMethod-Email.Read AgentCardManifest.ReadWrite.ManagedBy \
    AuditLogsQuery.Read.All Contracts.Read.All EduReports-Reading.ReadAnonymous.All \
    ChatMember.ReadWrite TeamsAppInstallation.ReadWriteForUser VirtualEvent.ReadWrite \
    MailboxConfigItem.ReadWrite OrgSettings-AppsAndServices.Read.All \
    ThreatIndicators.ReadWrite.OwnedBy OnlineMeetingRecording.Read.Chat \
    ThreatSubmission.ReadWrite.All AgentIdentityBlueprintPrincipal.Read.All \
    EduAssignments.ReadWriteBasic ChatSettings.ReadWrite.Chat \
    AgentCollection.Read.Global TeamworkTag.ReadWrite.All \
    Policy.Read.IdentityProtection CloudPC.Read.All TeamsTab.ReadWrite.All \
    MailboxItem.ReadWrite";
const LOW: &str = "TeamTemplates.Read TeamworkCustomEmoji.Read InformationProtectionConfig.Read";

#[test]
fn names_the_catalogue_leaves_out_are_guessed_as_the_rule_judges_them() {
    let judged: Vec<(&str, Risk)> = [(HIGH, Risk::High), (MEDIUM, Risk::Medium), (LOW, Risk::Low)]
        .into_iter()
        .flat_map(|(names, risk)| names.split_whitespace().map(move |name| (name, risk)))
        .collect();
    let wrong: Vec<_> = judged
        .iter()
        .filter(|(name, risk)| guess(name) != *risk)
        .collect();
    assert!(wrong.len() * 10 <= judged.len(), "{wrong:?}");
    for (name, risk) in judged {
        assert!(text(name).is_none(), "{name} is in the catalogue");
        assert!(guess(name) >= risk, "{name} is guessed too low");
    }
}

#[test]
fn the_shortest_ways_to_everything_are_critical() {
    let ways = "RoleManagement.ReadWrite.Directory AppRoleAssignment.ReadWrite.All \
        Application.ReadWrite.All Directory.ReadWrite.All PrivilegedAccess.ReadWrite.AzureAD \
        Policy.ReadWrite.PermissionGrant Policy.ReadWrite.ConditionalAccess full_access_as_app \
        Sites.FullControl.All";
    for way in ways.split_whitespace() {
        assert_eq!(text(way).map(worst), Some(Risk::Critical), "{way}");
    }
}

#[test]
fn one_mailbox_is_less_than_all_of_them() {
    let risk = |kind| judge(Catalog::built_in(), &Scope::parse("Mail.Read"), kind).risk;
    assert_eq!(risk(Kind::Delegated), Risk::Medium);
    assert_eq!(risk(Kind::Application), Risk::High);
}

#[test]
fn every_id_is_one_and_every_name_with_an_id_is_explained() {
    for (id, resource) in &Catalog::built_in().resources {
        assert!(crate::guid::is_guid(&resource.app_id), "{id}");
        for (value, ids) in &resource.permissions {
            for kind in [Kind::Delegated, Kind::Application] {
                let Some(permission) = ids.of(kind) else {
                    continue;
                };
                assert!(crate::guid::is_guid(permission), "{id}/{value}");
                let known = entry(Catalog::built_in(), Some(resource), value)
                    .and_then(|entry| entry.of(kind));
                assert!(known.is_some(), "{id}/{value} has an id and no words");
            }
        }
    }
    let with_ids: usize = Catalog::built_in()
        .resources
        .values()
        .map(|resource| resource.permissions.len())
        .sum();
    assert!(with_ids >= 120, "{with_ids}");
}

proptest! {
    #[test]
    fn no_name_panics(name in "\\PC{0,40}") {
        for kind in [Kind::Delegated, Kind::Application] {
            judge(Catalog::built_in(), &Scope::parse(&name), kind);
        }
    }
}

#[test]
fn each_permission_of_the_catalogue_is_guessed_by_its_name_as_was_approved() {
    let names = Catalog::built_in().permissions.keys();
    let guessed: BTreeMap<_, _> = names
        .map(|name| {
            let kinds = [Kind::Delegated, Kind::Application];
            (
                name,
                kinds
                    .map(|kind| format!("{:?}", by_name(name, kind)))
                    .join(", "),
            )
        })
        .collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/snapshots");
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_yaml_snapshot!("guessed", guessed));
}

fn are_guessed(names: &[(&str, Risk)]) {
    for (name, risk) in names {
        assert_eq!(guess(name), *risk, "{name}");
    }
}

#[test]
fn a_name_without_a_dot_is_guessed_by_the_worst_word_in_it() {
    are_guessed(&[
        ("ManageThings", Risk::High),
        ("files_write", Risk::High),
        ("files", Risk::Medium),
        ("access", Risk::Low),
    ]);
}

#[test]
fn to_make_accounts_is_worse_than_to_make_things() {
    are_guessed(&[
        ("User.Create", Risk::High),
        ("User-Thing.Create", Risk::High),
        ("Thing.Create", Risk::Medium),
    ]);
}
