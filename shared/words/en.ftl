# What Consentry says, in English. Short, calm, concrete: what to do and why.
# A key's dots in the code are hyphens here: Fluent's names have none (projectfluent.org, Syntax).
# $app the app's name, $tenant the organization's name, $account an account, $users $sites counts.

language-name = English
language-direction = ltr
# Between the parts of a list, and between the last two of a choice.
list-and = { $one }, { $other }
list-or = { $one } or { $other }

manifest-name = Consentry
manifest-description = Guides you through authorizing a Microsoft 365 app: highlights the next control, blocks accidental consent, and verifies the result.

# Roles as Microsoft names them.
role-cloud-application-administrator = Cloud Application Administrator
role-application-administrator = Application Administrator
role-privileged-role-administrator = Privileged Role Administrator
role-global-administrator = Global Administrator
role-license-administrator = License Administrator
role-user-administrator = User Administrator
role-security-administrator = Security Administrator
role-conditional-access-administrator = Conditional Access Administrator

step-connect-title = Sign in and connect
step-connect-text = Connect { $app } with your own account first.
step-grant-title = Grant admin consent
step-grant-text = An admin grants { $app } its permissions in the portal.
step-load-title = Check it in { $app }
step-load-text = Load the connector in { $app } to see the sites and users it found.
step-assign-title = Choose who can use it
step-assign-text = Assign yourself and everyone running the migration before you restrict access.
step-require-title = Restrict access
step-require-text = Require assignment so that only the people you assigned can use { $app }.
step-progress = Step { $at } of { $of }
actor-starter = You

begin-title = Authorize { $app }
begin-text = It takes two steps: you sign in and connect, then an admin grants { $app } its permissions. Which role do you have?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint Administrator
begin-needs = Least-privileged role for the second step: { $granter }. A Global Administrator can always do it. Source: { $source }
begin-asks = It will request { $count ->
        [one] one permission
       *[other] { $count } permissions
    } for your organization. You can review each one before you consent.

at-authorize-new-connector-title = Start a new connector
at-authorize-new-connector-text = Select Authorize New Connector on the source or the destination side.
at-connector-row-title = Select Office 365
at-connector-row-text = Select Authorize in the row Office 365 (OneDrive/SharePoint Admin). The rows below it cover only one person's files.
at-authorize-title = Name the connection (optional)
at-authorize-text = Choose any display name. Select Authorize, and Microsoft asks you to sign in.
at-reauthorize-title = Sign in again
at-reauthorize-text = The sign-in for this connector is no longer valid. Select Reauthorize to sign in again. Everything else is kept.
at-sign-in-account-title = Select your admin account
at-sign-in-account-text = Use the account that administers SharePoint in the organization you are connecting. Personal and guest accounts won't work.
at-sign-in-title = Sign in
at-sign-in-text = Sign in with your admin account. Consentry doesn't read what you type here.
at-consent-title = Accept for yourself only
at-consent-text = Review the permissions, then select Accept. This applies to your account only.
at-consent-with-tick-title = Accept for yourself only
at-consent-with-tick-text = Review the permissions, leave "Consent on behalf of your organization" cleared, and select Accept.

at-consent-with-box-title = Review, then accept
at-consent-with-box-text = Review the permissions, decide whether to select "Consent on behalf of your organization", then select Accept.

at-needs-admin-title = This message is expected
at-needs-admin-text = You're signed in. An admin still has to grant consent in the portal. Use this link to open Enterprise applications.
at-hand-off-title = You've been asked to grant admin consent
at-hand-off-text = Review what { $app } requests and why, then open it in the portal. Nothing is granted until you select Accept there.
at-grant-account-title = Select the account that can grant consent
at-grant-account-text = Use the account of a { $granter } in the same organization.
at-grant-sign-in-title = Sign in
at-grant-sign-in-text = Sign in with the account that can grant consent. Consentry doesn't read what you type here.
at-app-row-title = Open { $app }
at-app-row-text = This row has the right name and application ID. Open it.
at-app-search-title = Search for { $app }
at-app-search-text = Enter the name in the search box. At first, the list shows only some of your applications.
at-app-filter-title = Remove the filter
at-app-filter-text = { $app } isn't in this list. It may be hidden by the application type filter. Remove the filter.
at-app-missing-title = { $app } isn't in the list
at-app-missing-text = No row matches both the name and the application ID. The app appears after someone in this organization has signed in to it. Check that you are in the right organization.
at-app-wait-title = The list is loading
at-app-wait-text = Wait for the row with the right name and application ID.
at-menu-permissions-title = Open Permissions
at-menu-permissions-text = Permissions is in the menu on the left, under Security. You grant consent there.
at-menu-manage-title = Expand Manage
at-menu-manage-text = The next item is in the collapsed Manage group.
at-menu-group-title = Expand Security
at-menu-group-text = Permissions is in the collapsed Security group.
at-grant-title = Grant admin consent
at-grant-text = Select this button. A window opens and lists the permissions. Nothing is granted until you accept there.
at-portal-unsure-title = This page doesn't match its address
at-portal-unsure-text = The address and the page content refer to different places. Select Permissions in the menu on the left, or use the button below.
at-registration-title = This is App registrations
at-registration-text = { $app } isn't registered in your organization, so you can't grant consent here. Go to Enterprise applications > Permissions.
at-registration-grant-title = Grant admin consent
at-registration-grant-text = { $app } is registered in your organization, so you can grant consent here. You'll be asked to confirm.
at-registration-confirm-title = Confirm the consent
at-registration-confirm-text = This confirmation is for { $app }. Read it, then select Yes.
at-admin-consent-title = Review, then accept
at-admin-consent-text = Organization-wide consent is correct here: { $app } requires it. Compare the list with the expected permissions, then select Accept.
at-load-title = Load the connector
at-load-text = Consent is confirmed. Load the connector to see the result here, too.
at-assign-people-title = Select people, then assign
at-assign-people-text = Select the people who need access, including yourself, then select Assign. Assign is unavailable until you select someone.
at-add-user-title = Assign the people who need it
at-add-user-text = Add yourself and everyone running the migration. Do this before you restrict access, so that no one is locked out.
at-menu-users-title = Open Users and groups
at-menu-users-text = Assign people first; you restrict access afterward.
at-assignment-yes-title = Require assignment
at-assignment-yes-text = Select Yes. Then only the people you assigned can use { $app }.
at-assignment-save-title = Save the change
at-assignment-save-text = Select Save to apply the change.
at-menu-properties-title = Open Properties
at-menu-properties-text = "Assignment required?" is in Properties.

elsewhere-title = The next step is elsewhere
elsewhere-text = { $step } You don't need this page for it.
elsewhere-go = Take me there
straight = Go directly to the app
dark-absent = It isn't on this page, or it hasn't loaded yet.
dark-unsure = Something here looks like it, but not clearly enough to highlight: { $why }.
dark-disabled = It's there but unavailable: this account can't grant consent. Use the account of a { $granter }.

dark-greyed = It's there but unavailable right now.
dark-behind = It's behind another open pane or dialog. Close that first.

handoff-make = Create a link for an admin
handoff-made = Send this link to a { $granter }. It works once and expires in a day.
handoff-label = Hand-off link
handoff-wait-title = Waiting for admin consent
handoff-wait-text = Your part is done. A { $granter } grants the rest. This updates automatically when Microsoft Graph confirms the grant.

done-title = Authorized
done-text = Microsoft Graph found { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }. The connector is ready.
done-back = Go back to { $app }
done-harden = Limit access to specific people

state-begun = Not connected yet
state-awaiting_sign_in = Waiting for sign-in
state-needs_admin_consent = Signed in. Admin consent is still needed.
state-propagating = Granted. Waiting for Microsoft to apply it.
state-authorized = Authorized: { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }
state-granted = Granted, as Microsoft lists it
state-needs_reauthorization = Sign-in required again
state-blocked = Blocked: { $title }

propagating-title = Granted, not yet active
propagating-text = Microsoft usually applies a grant within a minute. You don't need to do anything; Consentry checks again automatically.
waiting-text = Consentry checks again shortly.
blocked-remedy = What to do: { $remedy }
blocked-role = Who can do it: { $role }
reauthorize-do = Sign in again
check-do = Check again
leave-do = Leave
skip-do = Skip this step
assign-said = I've assigned people
require-said = I've turned it on
take-assign = Limit access to specific people
go-do = Open the page for this step
backend-trouble = The backend at { $address } isn't responding. You can continue, but results can't be verified until it responds.
step-proof = Verified by { $call }
step-page = Seen on a page; not yet verified

wrong-declined-title = Consent was declined
wrong-declined-text = Nothing was granted. If that was a mistake, sign in again and select Accept.
wrong-window-title = The window was closed
wrong-window-text = Consentry can't tell whether consent was granted, so it's checking Microsoft Graph. If nothing changes, select the button again.
wrong-returned-title = Consent wasn't granted
wrong-returned-text = Microsoft returned { $error }. Select Grant admin consent again when you're ready.
wrong-approval-title = An admin must approve this
wrong-approval-text = This account can't consent to { $app }. If you have an admin account, use the link for it on this page; otherwise ask an admin.
wrong-approval-who = Least-privileged role that can approve: { $role }. A Global Administrator can always do it. Source: { $source }
wrong-approval-form = Enter a justification on this page to send a request to your organization's reviewers
wrong-approval-causes = You also see this page when the app requires assignment but has no admin consent yet, or when Microsoft considers the request risky
wrong-approval-each-time = Each sign-in to { $app } asks for consent again (prompt=consent in the address), so this page stays even after an admin approves. Only the vendor of the app can change that
wrong-approval-refused-title = Don't request this app
wrong-approval-refused-text = The ID of this app was reported, or is blocked by your organization. Close this page and tell your security team how you got here.
wrong-requested-title = Approval requested
wrong-requested-text = Microsoft sent your request to the reviewers. Nothing is granted until one of them approves it.
wrong-personal-title = You're signed in with a personal account
wrong-personal-text = You need a work or school account. Close this page and sign in with your organization's account.
wrong-error-title = Microsoft blocked the sign-in
wrong-error-app = this app
wrong-error-number = The page shows error code { $code }.
wrong-error-unnumbered = The page shows no error code. Read its message to see what stopped the sign-in. If it names a policy or a device, contact your administrator.
wrong-error-unlisted = Consentry doesn't recognize this error code. Read the message on the page, then look the code up on Microsoft's page.
wrong-error-lookup = Microsoft's page for this error code
wrong-error-link = Where to fix it
wrong-error-portal-title = The app doesn't list the portal's address
wrong-error-portal-text = The portal isn't a redirect URI of { $app }. Grant consent in App registrations > API permissions, or add https://entra.microsoft.com/TokenAuthorize under Authentication.
wrong-error-portal-role = an owner of the app registration, or a Cloud Application Administrator
wrong-grant-failed-title = The portal reports that the grant failed
wrong-grant-failed-text = Granting again fails the same way. Often the app lists a permission that doesn't exist in this tenant or cloud. Remove it under API permissions, then grant again.
lookalike = Another app here has a similar name but a different application ID. Don't use it.
device-code-title = Did you start this sign-in yourself?
device-code-text = A device code signs in another device. Whoever created the code gets access, wherever they are.
device-code-sent = If someone sent you the code, don't enter it. This is the most common way to take over accounts
device-code-app = The page doesn't prove which app is asking

consent-title = { $app } requests your consent
consent-text = Consentry explains the request. The decision is yours.
consent-unknown-app = An app
consent-held-title = Stop: this would consent for everyone
consent-held-text = This checkbox grants { $app } access for your whole organization. Clear it; until then Accept is blocked. { $why }
consent-forced-title = Stop: this would consent for everyone
consent-forced-text = This checkbox grants { $app } access for your whole organization, which your policy doesn't allow here. Clear it; until then Accept is blocked. { $why }
consent-stopped = Accept was blocked. No consent was given.
consent-warned-title = This consents for everyone
consent-warned-text = With this checkbox selected, the app gets access for your whole organization and no one is asked again. Clear it unless someone you trust asked you to select it.
consent-malicious-title = Don't accept: this app is malicious
consent-malicious-text = This application ID was reported as malicious. Accept is blocked. Select Cancel, and tell your security team how you got here.
consent-abused-title = Stop: attackers use this app
consent-abused-text = It's a legitimate app that attackers use to keep access to accounts. Accept is blocked. If no one you know asked you to connect it, select Cancel and tell your security team.
consent-forbidden-title = Your organization doesn't allow this app
consent-forbidden-text = Your organization's policy doesn't allow consent to this app. Accept is blocked. Select Cancel. Your Consentry administrator can change the policy.
consent-unnamed-title = Accept is blocked: the app isn't shown
consent-unnamed-text = The address names no app, so Consentry can't check it. Close this page and sign in again from the app. If this persists, ask its vendor to use a link, not a form.
consent-unnamed-code-title = Accept is blocked: started with a device code
consent-unnamed-code-text = Whoever created the code gets this access. The page doesn't prove which app is asking. If someone sent you the code, select Cancel and tell your security team.
consent-unnamed-let = I started this sign-in and want to consent
consent-unnamed-let-title = Consent to an app that isn't named?
consent-unnamed-let-text = Consentry can't check which app this is. Continue only if you started this sign-in yourself, in an app you know.
consent-serious-title = Check who is asking before you accept
consent-serious-text = You didn't start this in Consentry, and it gives far-reaching or organization-wide access. If someone sent you the link, select Cancel and ask your security team.
consent-astray-title = Not the consent you expected
consent-astray-text = Some details differ from what was expected (see below). Select Cancel and start again with this connection's account and organization. If this persists, contact the app's vendor.
consent-accept-unlit = Accept: { $why }
consent-must-title = { $app } needs organization-wide consent
consent-must-text = This app works only with organization-wide consent. Review the permissions. If you agree on behalf of everyone, select the checkbox yourself, then select Accept.
consent-release = I intend to consent for everyone
consent-release-title = Consent for the whole organization?
consent-release-text = { $app } will get this access for every account, and no one will be asked again. { $app }'s own instructions advise against it.
consent-release-yes = Allow this once
consent-release-no = Keep blocking
consent-let = I know this app and intend to consent
consent-let-title = Allow a reported app?
consent-let-text = It gets the access listed here and keeps it even after passwords change. Allow it only if you know who asked for it and why.
consent-released = You chose to allow this consent.
consent-tick-leave = Leave "Consent on behalf of your organization" cleared
consent-tick-must = { $app } needs "Consent on behalf of your organization" selected, and it isn't
consent-tick-unsure = { $app } needs "Consent on behalf of your organization" selected; Consentry can't tell which checkbox it is
consent-tick-set = "Consent on behalf of your organization" is selected, as { $app } requires
consent-tick-optional = "Consent on behalf of your organization" is optional: { $app } works either way
consent-glance-app-right = right app
consent-glance-app-entered = app with the ID you entered
consent-glance-app-microsofts = Microsoft app
consent-glance-app-tool = general-purpose Microsoft tool
consent-glance-app-unknown = unknown app
consent-glance-app-unseen = app not shown
consent-glance-app-forbidden = app not allowed here
consent-glance-app-malicious = malicious app
consent-glance-app-abused = app abused by attackers
consent-glance-app-elsewhere = app registered elsewhere
consent-glance-app-doubt = app unclear
consent-glance-organization-right = right organization
consent-glance-organization-wrong = wrong organization
consent-glance-organization-personal = personal account
consent-glance-organization-unknown = organization not shown
consent-glance-account-right = right account
consent-glance-account-wrong = wrong account
consent-glance-account-other = different account
consent-glance-account-unseen = account not shown
consent-app-known = The application ID belongs to { $app }
consent-app-entered = The application ID is the one you entered for { $app }; it isn't verified
consent-app-microsofts = The application ID belongs to { $app }, a Microsoft app
consent-app-tool = The application ID belongs to { $app }, a general-purpose Microsoft tool that can request any permission. Consent only if you started it yourself
consent-app-unknown = Consentry has no profile for this app, so the ID can't be checked
consent-app-unseen = The address doesn't show which app this is
consent-app-by-code = This sign-in started with a device code: the page doesn't prove which app is asking
consent-app-unseen-listed = Your organization allows only specific apps, and the address doesn't show which app this is
consent-app-list-unreadable = Your organization's list of allowed apps can't be read, so no app is allowed. Your Consentry administrator can fix this
consent-app-forbidden = Blocked by your organization's policy: application ID { $id }
consent-app-not-allowed = Not among the apps your organization allows: application ID { $id }
consent-app-reported = Reported as { $name }. { $says } Source: { $source }, { $date }
consent-doubt-apps = The address names two different apps
consent-doubt-not-an-id = The address has something other than an ID where the application ID belongs
consent-doubt-organizations = The address names two different organizations
consent-doubt-values = The address gives two different values where only one is allowed
consent-doubt-page-id = The page shows the application ID { $page }; the address names { $address }
consent-doubt-page-name = The page calls the app { $page }; the application ID in the address belongs to { $app }
consent-doubt-several = This is one of several consent pages, each for a different app
consent-owner-right = Registered in { $app }'s own organization
consent-owner-wrong = Not registered in { $app }'s organization
consent-organization-right = Consent is for { $tenant }, the same organization as this connection
consent-organization-wrong = The address names a different organization; this connection is for { $tenant }
consent-organization-unknown = The address doesn't show the organization; this connection is for { $tenant }
consent-organization-personal = This is for personal accounts, not for an organization
consent-account-right = Signed in as { $account }
consent-account-other = Signed in as { $account }; this connection was created by { $known }
consent-account-foreign = Signed in as { $account }; this connection was created by { $known }. If that account is in another organization, consent won't apply there
consent-account-guest = { $account } is a guest here. Consent from a guest doesn't work for this connection
consent-account-personal = { $account } is a personal account
consent-account-unseen = The page doesn't show who is signed in; this connection was created by { $account }
consent-redirect-known = The response is sent to { $host }, as expected
consent-redirect-portal = The response is sent back to the portal at { $host }
consent-redirect-plain = The response is sent to { $host }
consent-redirect-unexpected = The response is sent to { $host }, which is not in the app's profile
consent-publisher-same = The page names { $publisher } as the publisher, as expected. The name alone is not proof
consent-publisher-other = The page names { $publisher } as the publisher; expected { $wanted }
consent-publisher-shown = The page names { $publisher } as the publisher. The name alone is not proof
consent-publisher-verified = The page shows a verified publisher badge. Attackers have obtained such badges fraudulently
consent-publisher-unverified = Microsoft hasn't verified this app's publisher
consent-publisher-unseen = The page didn't show whether the publisher is verified
consent-scopes-expected = It requests the expected permissions
consent-scopes-unexpected = It requests more than expected: { $scopes }
consent-scopes-missing = It doesn't request permissions { $app } is known to need: { $scopes }
consent-for-all = This is for everyone in the organization
consent-by-prompt = It started as a sign-in but requests organization-wide consent
consent-by-link = You came here from a link. It is for the whole organization, and no one will be asked again
consent-asks = { $count ->
        [one] 1 permission
       *[other] { $count } permissions
    }: { $risks }
consent-asks-unlisted = The address doesn't list the permissions; see the page
consent-risk-low = low risk
consent-risk-medium = medium risk
consent-risk-high = high risk
consent-risk-critical = critical risk
consent-again-nothing = Everything was granted before; nothing new is requested
consent-again-adds = Partly granted before. New: { $scopes }
consent-change-counts = Adds { $adds ->
        [one] one permission
       *[other] { $adds } permissions
    } and keeps { $keeps } existing
consent-change-all-new = Adds { $adds ->
        [one] one permission, not granted before
       *[other] { $adds } permissions, none granted before
    }
consent-change-nothing = Adds nothing: { $keeps ->
        [one] the one permission is already granted
       *[other] all { $keeps } are already granted
    }
consent-change-revokes = Granted earlier for everyone but not in this list, so it may be removed: { $permissions }
consent-change-unlisted = Consentry doesn't know all requested permissions, so it can't say what changes
consent-change-unknown = Consentry doesn't know the existing permissions, so it can't say what changes
consent-change-unknown-application = The application permissions it has are unknown
consent-change-unknown-delegated = The delegated permissions it has are unknown
consent-role-needed = Least-privileged role: { $role }. A Global Administrator can always do it. Source: { $source }
consent-role-oneself = You don't need a role to consent for yourself if your organization allows user consent
consent-role-unless = You don't need a role to consent for yourself, unless your organization uses Microsoft-managed consent settings; then an admin must approve { $scopes }. Source: { $source }
permission-title-application = { $name } (application permission)
permission-as-person = On your behalf: { $means }
permission-on-its-own = On its own, without a signed-in user: { $means }
permission-thief = If compromised: { $text }
permission-because = Why { $risk }: { $text }
permission-unknown = Not in Consentry's list; rated { $risk } by its name.
permission-why = Why it's needed: { $text }
dark-other-tenant = This button applies to a different organization than the one you connected. Switch directories in the portal.
dark-off = Microsoft has changed this page, so Consentry can't highlight controls here yet. Follow the written steps.
dark-no-profile = There is no profile for this app, so Consentry has nothing to highlight.
wrong-app-title = Wrong app
wrong-app-text = This application ID doesn't belong to { $app }, whatever its name. Go back to the list.
step-signed = Verified by the sign-in
connect-do = Sign in and connect
backend-garbled = { $address } is not a Consentry backend. Check the address.
returned-title = The consent window has closed
returned-text = It reports that consent was granted. Consentry is checking with Microsoft Graph.

consent-held-any = Accept was blocked because a selected checkbox might grant organization-wide consent. Clear all checkboxes.
early-title = Select it again
early-text = You selected it before Consentry finished checking the page, so nothing was sent. The check is complete, and nothing is blocked now.
offer-title = Add this { $app } connection?
offer-of = A connection of { $account } in { $tenant } is waiting to be added.
offer-of-tenant = A connection in { $tenant } is waiting to be added.
offer-of-nobody = A connection that no one has signed in to yet is waiting to be added.
offer-by-link = It came from a link. Add it only if you know who sent you the link and which organization it is for.
offer-unseen = Consentry didn't see this sign-in start in this tab. Add it only if you have just signed in with this account yourself.
offer-add = Add this connection
offer-decline = Don't add it
offer-full = Consentry keeps up to { $count } connections. Leave one that you no longer need, then try again.
unseen-title = Consentry isn't active on this page
unseen-text = Zero-touch mode: Consentry sees only the address. Nothing is highlighted or blocked; review the page before you accept.
unseen-app-unknown = The address names an app without a Consentry profile: { $id }
unseen-tenant = Organization in the address: { $tenant }
unseen-tenant-any = The address names no organization; the account you choose decides
unseen-redirect = The response is sent to { $host }
unseen-scopes = The address requests: { $scopes }
unseen-tick = Not checked: whether organization-wide consent is offered or selected
unseen-permissions = Not checked: the list of permissions on the page
unseen-account = Not checked: which account is signed in
access-withheld = Consentry's access to the sign-in pages is turned off in the extension's site access. Nothing is highlighted or blocked there.
access-barred-title = Blocked on this page
access-barred-text = Your organization's browser policy doesn't allow extensions on this page, so nothing is highlighted or blocked here. Consentry can still verify the grant with Microsoft Graph.
settings-from-package = Default
settings-from-own = Your setting
settings-from-policy = Your organization's policy
settings-refused = { $from } was ignored: { $name }. { $why }
settings-unknown = Unknown setting.
settings-needs-backend = It must be an https address, or an http address on this machine.
settings-needs-portal = It must be an https address of the Azure portal or the Entra admin center.
settings-needs-tick = It must be warn, confirm or forbid.
settings-needs-language = It must be one of { $tags }.
settings-needs-yes-or-no = It must be true or false.
settings-needs-text = It must be text.
settings-needs-clients = It must be a list of application IDs.
settings-needs-client = { $count ->
        [one] One entry isn't a valid application ID and was ignored.
       *[other] { $count } entries aren't valid application IDs and were ignored.
    }
data-pack = Using your organization's data pack { $serial } (built-in version: { $built_in }).
data-refused = Your organization's data pack was rejected: { $why }.
settings-fixed = Managed by your organization: { $names }
settings-zero-touch-on = Zero-touch mode is on. Consentry uses only addresses and Microsoft Graph on the sign-in pages.
settings-zero-touch-off = Consentry reads the sign-in pages, highlights the next control and blocks organization-wide consent.
settings-zero-touch-begin = Turn on zero-touch mode
settings-zero-touch-end = Turn off zero-touch mode

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = you were asked to grant consent
side-source = Source
side-destination = Destination
back-do = Previous step
back-here = You're viewing a completed step. Nothing was lost.
forward-do = Continue where you left off
step-again = { $note }. You returned to this step
leave-ask = Leave
start-over-ask = Start over
leave-title = Leave { $app }?
start-over-title = Start over with { $app }?
leave-nothing-changes = This changes nothing in your organization.
leave-lost-steps = The steps and their results are removed from this browser
leave-lost-again = You start from the first step; other results are lost
leave-lost-access = This browser loses access to the connection and can no longer monitor or delete it
leave-lost-bearer = This browser loses access to the connection. Only the person who created it can delete it
leave-lost-reminder = Your reminder is removed
leave-stays-handoff = A hand-off link you sent stays valid until it expires
leave-stays-grant = The grant stays: { $app } keeps its permissions until someone revokes them (see Undo)
leave-delete-does = Deleting removes the sign-in, its results and its record from the backend, and revokes the sign-in where Microsoft supports that
leave-stay = Stay
leave-keep = Leave and keep data
leave-delete = Leave and delete data
start-over-do = Start over
start-over-keep = Start over and keep data
start-over-delete = Start over and delete data
deleted-title = Deleted: { $app }
deleted-text = This connection was deleted from the backend.
deleted-revoked = Revoked: { $what }
deleted-forgotten = Deleted: { $what }
deleted-remains = Not deleted: { $what }
deleted-dismiss = Dismiss

# After the grant.
harden-done = { $what }: done, verified by Graph
harden-said = { $what }: done, according to you or the page (not verified by Graph)
harden-open = { $what }: not done
harden-unknown = { $what }: unknown
harden-grant = 1. Grant
harden-assign = 2. Assign people
harden-require = 3. Require assignment
harden-verify = 4. Verify
harden-closed = Only assigned people can use the app
harden-have = Assigned: { $names }
harden-keep = Would keep access: { $names }
harden-yourself = Graph lists names, not accounts. Check that { $account } is included
harden-groups = For an assigned group, only direct members count, not members of nested groups
harden-nobody = No one is assigned. Requiring assignment now would lock out everyone, including you. Assign people first
harden-assigned-unknown = Who is assigned is unknown: the app can't read it. Check before you restrict access
harden-lose = Would lose access: everyone else, at their next sign-in (AADSTS50105), including administrators
harden-app-itself = This doesn't affect what the app does without a signed-in user
harden-sign-ins-unknown = Recent users are unknown: sign-in logs aren't available to the app
recipe-assigned-title = See who is assigned
recipe-assigned-text = Reads the list of people and groups; changes nothing.
recipe-assigned-step-1 = Open Users and groups of { $app }. The list is there.
recipe-sign-ins-title = See who used it recently
recipe-sign-ins-text = Reads the sign-in logs of the last 30 days; changes nothing. Requires Microsoft Entra ID P1 or P2 and at least the Reports Reader role.
recipe-sign-ins-step-1 = Open { $app } in Enterprise applications.
recipe-sign-ins-step-2 = Select Sign-in logs in the menu, under Activity.
recipe-grant-title = Revoke the permissions
recipe-grant-text = { $app } loses its permissions. All its connections stop at the next call, including other people's.
recipe-grant-step-1 = Open Permissions of { $app }.
recipe-grant-step-2 = On the Admin consent tab, open the menu (…) of each permission and select Revoke permission.
recipe-grant-step-3 = What people consented to for themselves is on the User consent tab. The portal can't revoke that: use Graph or PowerShell.
recipe-require-title = Open access to everyone again
recipe-require-text = Everyone in the organization can sign in to { $app } again. The assigned people stay assigned.
recipe-require-step-1 = Open Properties of { $app }.
recipe-require-step-2 = Set Assignment required? to No and select Save.
recipe-disable-title = Disable sign-in
recipe-disable-text = No one can sign in to { $app } anymore, and it gets no new tokens. Its permissions stay, so you can enable it again.
recipe-disable-step-1 = Open Properties of { $app }.
recipe-disable-step-2 = Set Enabled for users to sign in? to No and select Save.
recipe-delete-title = Remove it from the organization
recipe-delete-text = { $app } is deleted here, with its permissions and assignments. It reappears, without them, if someone signs in and consents again.
recipe-delete-step-1 = Open Properties of { $app }.
recipe-delete-step-2 = Select Delete and confirm.
way-portal = In the portal
way-portal-open = Open the page
way-graph = With Microsoft Graph
way-graph-how = Requires the delegated permissions { $scopes }. Replace each ID in angle brackets with one returned by the previous request; repeat for each.
way-graph-request = Request
way-powershell = With PowerShell
way-powershell-how = Requires the module Microsoft.Graph.
way-powershell-commands = Commands
undo-check = Done. Check now
undo-asking = Checking Microsoft Graph
undo-refused = Revoked: Microsoft Graph now denies access
undo-gone = Removed: Microsoft no longer lists the app in this organization
undo-disabled = Disabled: confirmed by Microsoft
undo-open = Open again: Microsoft Graph shows that no assignment is required
undo-still = Not yet. Existing tokens can keep working for about an hour; check again later
undo-unknown = Unclear from Microsoft's response. Check in the portal
state-taken-back = Revoked
taken-back-title = Revoked
taken-back-text = { $app } no longer has the permissions it was granted.
resume-do = Set it up again
reminder-title = Remind me to revoke access
reminder-text = When the migration is finished, no one needs this access. The date is stored in this browser.
reminder-field = Date
reminder-set = Set reminder
reminder-clear = Remove reminder
reminder-waits = Reminder set
reminder-due = It's time to revoke this grant. See Undo
reminder-badge = Consentry: time to revoke access for { $apps }
record-json = Get the record as JSON
record-html = Get the record as a page

# The options page.
dark-reduced = Reduced guidance is on: only warnings appear on pages. See the panel for the steps.
settings-title = Consentry options
settings-text = Settings are stored in this browser. Your organization's settings take precedence.
settings-save = Save
settings-more = All options
settings-reset = Reset to default
settings-locked = Managed by your organization.
settings-access = Consentry needs permission to see pages on { $host }; without it, hand-off links from this backend won't start a guide.
settings-access-allow = Allow access to { $host }
settings-needs-ids = Not an application ID: { $wrong }. An ID looks like d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Backend
setting-backend-help = Address of the server that queries Microsoft Graph. Without one, results aren't verified.
setting-portal-label = Portal
setting-portal-help = Portal that links open: the Azure portal or the Microsoft Entra admin center for your cloud.
setting-language-label = Language
setting-language-help = Language of Consentry's interface. Microsoft's pages are not affected.
setting-language-browser = Same as browser
setting-tickPolicy-label = Organization-wide consent
setting-tickPolicy-help = What to do when it's selected for an app that doesn't need it.
setting-tickPolicy-warn = Warn only
setting-tickPolicy-confirm = Block Accept until I confirm
setting-tickPolicy-forbid = Always block Accept
setting-zeroTouch-label = Zero-touch mode
setting-zeroTouch-help = Runs no script on sign-in pages. Guidance comes from addresses and Microsoft Graph. Nothing is highlighted or blocked there.
setting-reducedGuidance-label = Reduced guidance
setting-reducedGuidance-help = Pages show only warnings; guidance stays in the panel.
setting-allowedClients-label = Allowed apps
setting-allowedClients-help = Application IDs, one per line. If any are listed, all others are blocked. Leave empty to allow all.
setting-forbiddenClients-label = Blocked apps
setting-forbiddenClients-help = Application IDs, one per line.

# Practice.
practice-word = Practice
practice-sentence = This is a practice tenant on this computer. Nothing here touches a real organization.
practice-title = What to try
practice-text = Walk through it once, and try the mistake on purpose.
practice-trap = Select "Consent on behalf of your organization" on the consent page: Accept is blocked
practice-proof = Finish: the simulated Microsoft Graph returns both counts
practice-try = Practice: select the checkbox once and select Accept to see what happens. Then clear it
practice-begin-title = Practice first
practice-begin-text = Run this command in Consentry's source folder to start a practice tenant in a separate browser. Everything there is marked as practice. This browser isn't affected.
practice-command = Command

# What the parts of the panel are called.
head-connections = Your connections
head-guided = Current guide
head-side = Source or destination?
head-after = After consent
head-harden = Restrict access
head-undo = Undo
head-record = Record
head-record-text = Who asked, who signed in, what the guard observed and what Microsoft Graph returned. Entries are hash-chained, so tampering is detectable.
head-save-file = Save file
head-record-copy = Record
settings-saved = Saved

# Labels of the card and the panel.
face-hide = Hide this card
face-page = Page:
face-loading = still loading
signs-met = Signs found on this page: { $met } of { $known }
face-signs-missing = Missing:
face-signs-step = Step that can be affected:
face-dark = Nothing highlighted:
face-consent = Consent page:
face-lit = Highlighted
face-looked-for = Expected controls
face-diagnosis-copied = Copied (redacted)
face-diagnosis-copy = Copy (redacted)
face-case-copied = Copied as a test case (redacted)
face-case-copy = Copy this page as a test case (redacted)
face-found = found:
face-not-there = not there
face-none = none
face-because = Because
face-reasons = Reasons
face-signs-for = for:
face-signs-against = against:
face-state-done = Done
face-state-current = Now
face-state-later = Later
face-state-skipped = Skipped
face-next-try = Next try:
face-missing = Not granted yet:
face-role-needed = Requires at least:
face-assigned = Assigned:
face-for-everybody = Granted for everyone:
face-beyond = Granted but not requested by the app:
face-not-known = Unknown:
face-remedy = What to do:
face-code = Error code:
face-open = Open the page
face-guard-released = You allowed organization-wide consent
face-guard-held = Accept was blocked while organization-wide consent was selected
face-guard-ticked = Organization-wide consent was selected for a while
face-guard-offered = Organization-wide consent was offered and not selected
face-proof = Evidence
face-assigned-only = Only assigned people can use the app
face-everybody = Everyone in the organization can use the app
face-exposure = Who can use it
face-backend = Backend:
face-settings = Settings
face-begin = What would you like to connect?
face-begin-more = Connect something else
face-diagnostics = Diagnostics
face-nothing-seen = Consentry hasn't read this page yet.
face-tone-good = Good:
face-tone-caution = Caution:
face-tone-bad = Stop:
face-permissions = What each permission allows
face-checks = Other checks
face-copied = Copied
face-copy = Copy

# Profiles of other apps, and guides without a backend.
begin-asks-some = It will request at least { $count ->
        [one] { $count } permission
       *[other] { $count } permissions
    } for your organization. Consentry doesn't know the complete list. You can review each one before you consent.
begin-asks-unknown = Consentry doesn't know which permissions it will request. You can review each one before you consent.
begin-role = { $app }'s documentation requires: { $role }
begin-side-source = You authorize { $app } in the source organization
begin-side-destination = You authorize { $app } in the destination organization
begin-side-both = You authorize { $app } twice: in the source organization and in the destination organization
begin-clouds = { $app } is available in: { $clouds }
begin-cloud-global = Microsoft 365 (worldwide)
begin-cloud-us-gov = Microsoft 365 Government (US)
begin-cloud-china = Microsoft 365 operated by 21Vianet (China)
profile-unverified = Not verified for { $app }: { $fields }
profile-no-id = The application ID of { $app } isn't known, so Consentry can't identify it on pages. Get the ID from the vendor and enter it in Consentry's panel.
profile-no-id-own = Each organization registers its own { $app }. Enter your registration's application ID in Consentry's panel; until then Consentry can't identify it on pages.
client-label = Application ID of { $app }
client-help = It isn't published. Ask the vendor, or look in a portal where { $app } already exists: Enterprise applications, { $app }, Application ID (not Object ID).
client-help-own = The portal shows it: App registrations, your registration for { $app }, Application (client) ID (not Object ID).
client-entered = You entered the application ID { $id } for { $app }. It isn't verified. Compare it with the vendor's documentation.
client-needs-form = Not an application ID: { $wrong }. Copy all of it, like d62121f3-e023-4972-b6b0-794190c0fd98, from the place named above.
client-needs-own = This is the application ID of { $other }, not of { $app }. Copy it again from the place named above.
client-needs-harmless = This application ID was reported as malicious: { $other }. Don't use it. Ask the vendor of { $app } for the right one.
client-needs-allowed = Your organization doesn't allow the app with this ID. Ask your Consentry administrator.
profile-source = Source: { $source }
profile-field-client_ids = application ID
profile-field-owner_tenant = where it is registered
profile-field-publisher = publisher
profile-field-callback_hosts = redirect hosts
profile-field-tick = organization-wide consent advice
profile-field-role = role required by its documentation
profile-field-sides = where it is authorized
profile-field-clouds = clouds
profile-field-retired = availability
profile-field-delegated = delegated permissions
profile-field-application = application permissions
profile-field-entry = the app's pages
consent-scopes-unlisted = Not in Consentry's (incomplete) list for { $app }: { $scopes }
connect-without = Continue without verification
connect-said = I've signed in
grant-said = Consent has been granted
state-unproven = Guided without verification: no backend is set
step-person = Marked done by you; not verified
done-unproven-title = Done, but not verified
done-unproven-text = The steps for { $app } are done as far as Consentry can tell. Microsoft Graph wasn't checked; confirm in { $app } that it works.
handoff-wait-unproven = Your part is done. Ask a { $granter } to grant { $app } its permissions. Consentry can't check Microsoft Graph here, so mark this step done yourself.
returned-unproven = It reports that consent was granted. There's no backend to check Microsoft Graph, so this isn't verified.
wrong-window-unproven = Consentry can't tell whether consent was granted. Select the button again, or check in the portal.
settings-needs-profiles = It must be an object that maps profile IDs to overrides.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry only reads. It never grants anything, and it never asks for a password.
page-error-remedy = What to do
page-error-role = Who can do it
page-error-link = Open the page to fix this
page-error-code = Microsoft's code
page-nothing-title = You can close this page.
page-nothing-text = There is nothing left to do here.
page-nobody-title = No one has signed in yet.
page-nobody-text = Go back to where you started and try again.
page-missing-title = Signed in; one step left.
page-missing-text = An admin of your organization still has to grant { $app } its own permissions. This is expected. Go back to where you started; it shows the next step.
page-spreading-title = Almost there.
page-spreading-text = The grant is being applied across Microsoft's services. That can take a few minutes.
page-done-title = { $app } is fully authorized.
page-done-text = Microsoft Graph found { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }.
page-close = You can close this page.
page-thanks-title = Thank you.
page-thanks-text = Consentry is checking with Microsoft Graph whether the grant for { $app } has arrived. The person who sent you the link sees the result, usually within a minute.
page-granted-text = The organization's observer has read from Microsoft Graph what is granted to { $app }. Whether anyone has used it isn't known.
page-start-title = Sign in to connect { $app }?
page-start-lead = Someone started this connection and needs you to sign in. Continue only if you started it yourself or know who sent you here.
page-start-who = Requested by
page-start-name = Connection name
page-start-name-unverified = Entered by the person who started the connection. Consentry can't verify it.
page-start-name-none = No name was entered.
page-start-app = App
page-start-return = Returns you to
page-start-return-here = A page of this server
page-start-see = What they can see
page-start-see-text = After you sign in, whoever started the connection can see the following until the connection is deleted:
page-start-see-account = Your account name, and the name and ID of your organization
page-start-see-counts = The number of users and SharePoint sites in your organization
page-start-see-access = The permissions granted to { $app }, and the names of the people and groups assigned to it
page-start-see-settings = Your organization's consent settings, and the record of every check
page-start-see-not = You enter your password only on Microsoft's page. Consentry doesn't read files or mail.
page-start-observer = Signs you in to
page-start-observer-see = What is read, and who sees it
page-start-observer-text = Your organization's observer reads the following. It is shown in this browser and to those you hand off the connection to. Whoever started the connection doesn't see it.
page-start-continue = Continue to Microsoft
page-start-stop = If you don't recognize this request, close this page. Nothing has been shared.
page-elsewhere-title = An admin's response came back.
page-elsewhere-text = An admin may have granted consent. Go back to where you started: Consentry checks Microsoft Graph there, and only that result counts. You can close this page.
page-grant-title = Grant { $app } its permissions
page-grant-lead = Someone in your organization is connecting it and needs you for one step.
page-grant-already = This is already done.
page-who = Requested by
page-who-account = Signed in as
page-who-label = Connection name
page-who-organization = Organization
page-who-app = Application ID
page-who-publisher = Publisher
page-how = How
page-how-role = You need the { $role } or Global Administrator role. Only the portal asks you to sign in; this page never does.
page-how-open = Open { $app } in the portal
page-how-here = There, select Permissions, then Grant admin consent.
page-how-list = There, open { $app } in the list (compare the application ID), select Permissions, then Grant admin consent.
page-how-else = If the portal doesn't open
page-how-address = Microsoft's own page for the same grant has this address. Check that it begins with the name of Microsoft's sign-in host before you open it:
page-what = What will be granted
page-what-application = { $app } gets these application permissions. They apply to all users' data and need no signed-in user:
page-what-delegated = Microsoft's page also lists these delegated permissions:
page-what-repeated = It may repeat what the sign-in requested: { $scopes }.
page-what-more = If Microsoft's page shows anything else, don't accept; ask the person who sent you this.

# The panel and its three places

face-places = Parts of the panel
face-place-guide = Guide
face-place-app = App
face-place-activity = Activity
face-more = More
face-details = Details
face-evidence = Who does each step, and the evidence
face-app-unknown = Nothing is known about this app in your organization yet. Sign in to connect it, then Consentry checks Microsoft Graph.
face-app-none = No app is being authorized. Start with one under Guide.
face-no-activity = No verification call has been made for this connection yet.
face-fold = Show less
no-backend-title = No backend is set
no-backend-text = Consentry guides you and blocks organization-wide consent. Only a backend can ask Microsoft Graph whether the app is authorized.
no-backend-set = Set your organization's backend

# Lists that were cut short, and what is not known.
face-incomplete = Incomplete:
face-incomplete-why = Microsoft Graph returned only part of this, so there can be more than is shown.
face-at-least = at least
face-known-by = Your organization's observer can read this. Otherwise the app requires:

# The page that opens once after a person installed the extension.
first-run-with = With your backend, the result is verified with Microsoft Graph.
first-run-without = This works without a backend, too. Then nothing is verified.
first-run-asks = Checking { $address }
first-run-answers = A Consentry backend answers at { $address }.
face-first-title = Welcome to Consentry
face-first-picture = Drawing of a consent page: the next button is highlighted, and a checkbox is marked to stay cleared
face-first-does-1 = It highlights the next control on Microsoft's pages and explains it in one sentence.
face-first-does-2 = It blocks accidental consent for your whole organization.
face-first-does-3 = It verifies the result with Microsoft Graph, through your organization's backend.
face-first-sees-title = What it can see
face-first-sees-1 = Controls on Microsoft's sign-in pages, in the portals, and on an app's setup pages: buttons, checkboxes, and names.
face-first-sees-2 = On pages that no step needs: only the address and the site that led there.
face-first-sees-3 = From your backend: what Microsoft Graph shows about the app you authorize.
face-first-never-title = What it never does
face-first-never-1 = It never selects, types, or grants anything. You do.
face-first-never-2 = It never reads what you type.
face-first-never-3 = It never sends data to anyone except the backend that you or your organization set.
face-first-ways-title = Where would you like to start?
face-first-begin-title = Authorize an app now
face-first-begin-text = Choose your app in the panel, then follow the highlighted steps.
face-first-begin-do = Open the panel
face-first-begin-later = Later, open it with the Consentry button in the browser's toolbar.
face-first-backend-title = Use your organization's backend
face-first-backend-text = Your organization or the app's vendor gives you its address. Consentry checks it at once.
face-first-backend-do = Check and use
face-first-practice-get = The practice tenant is part of Consentry's source code. You also need Rust and Node.js 20 or newer.

# What the extension's button says of a page.
badge-step = Consentry: next step on this page. { $title }
badge-warning = Consentry: warning on this page. { $title }
