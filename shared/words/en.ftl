# What Consentry says, in English. Short, calm, concrete: what to do and why.
# A key's dots in the code are hyphens here: Fluent's names have none (projectfluent.org, Syntax).
# $app the app's name, $tenant the organization's name, $account an account, $users $sites counts.

language-name = English
language-direction = ltr
# Between the parts of a list, and between the last two of a choice.
list-and = { $one }, { $other }
list-or = { $one } or { $other }

manifest-name = Consentry
manifest-description = Walks you through authorizing an Office 365 connector: lights the next control, guards against consent for all, proves the result.

# Roles as Microsoft names them.
role-cloud-application-administrator = Cloud Application Administrator
role-application-administrator = Application Administrator
role-privileged-role-administrator = Privileged Role Administrator
role-global-administrator = Global Administrator

step-connect-title = Sign in and connect
step-connect-text = Connect { $app } with your own account first.
step-grant-title = Grant admin consent
step-grant-text = An admin grants { $app } its permissions in the portal.
step-load-title = See it in { $app }
step-load-text = Load the connector in { $app } to see what it found.
step-assign-title = Choose who may use it
step-assign-text = Assign yourself and the people who migrate before access is closed to others.
step-require-title = Close it to everybody else
step-require-text = Require assignment, so that only the people you chose can use { $app }.
step-progress = Step { $at } of { $of }
actor-starter = You

begin-title = Authorize { $app }
begin-text = It takes two steps: you sign in and connect, then an admin grants { $app } its permissions. Which role do you hold?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint Administrator
begin-needs = Smallest role that can do the second step: { $granter }. A Global Administrator always can. Source: { $source }
begin-asks = What it will ask for: { $count ->
        [one] one permission
       *[other] { $count } permissions
    } for the organization. You see each one before you agree.

at-authorize-new-connector-title = Start a new connector
at-authorize-new-connector-text = Press Authorize New Connector, on the side you copy from or the side you copy to.
at-connector-row-title = Choose Office 365
at-connector-row-text = Press Authorize in the row Office 365 (OneDrive/SharePoint Admin). The rows below it are for one person's files only.
at-authorize-title = Give it a name, or leave it
at-authorize-text = The display name is up to you. Press Authorize, and Microsoft asks you to sign in.
at-reauthorize-title = Sign in again
at-reauthorize-text = This connector has no valid sign-in. Press Reauthorize to sign in again; nothing else is lost.
at-sign-in-account-title = Choose your admin account
at-sign-in-account-text = Use the account that administers SharePoint in the organization you connect. A personal or guest account will not do.
at-sign-in-title = Sign in
at-sign-in-text = Sign in with your admin account. Consentry does not read what you type here.
at-consent-title = Accept, for yourself only
at-consent-text = Read what is asked, then press Accept. It counts for your own account only.
at-consent-with-tick-title = Accept, for yourself only
at-consent-with-tick-text = Read what is asked, leave the box for the whole organization empty, and press Accept.

at-consent-with-box-title = Read, then accept
at-consent-with-box-text = Read what is asked, decide whether the box for the whole organization is to be set, and press Accept.

at-needs-admin-title = This message is expected
at-needs-admin-text = The connector is signed in. What is missing is an admin's grant in the portal. Open the list of enterprise applications with this link.
at-hand-off-title = You were asked to grant this
at-hand-off-text = Read what is asked and why, then open { $app } in the portal. Nothing is granted until you press Accept there.
at-grant-account-title = Choose the account that can grant
at-grant-account-text = Use the account of a { $granter } of the same organization.
at-grant-sign-in-title = Sign in
at-grant-sign-in-text = Sign in with the account that can grant. Consentry does not read what you type here.
at-app-row-title = Open { $app }
at-app-row-text = This row has the right name and the right application id. Open it.
at-app-search-title = Search for { $app }
at-app-search-text = Type the name into the search box. The list shows only some of your applications at first.
at-app-filter-title = Remove the filter
at-app-filter-text = { $app } is not in this list. It may be hidden because Microsoft owns it: remove the filter for the application type.
at-app-missing-title = { $app } is not in the list
at-app-missing-text = No row has both the name and the application id. The app appears once somebody has signed in to it here; check that this is the right organization.
at-app-wait-title = The list is loading
at-app-wait-text = Wait for the row with the right name and the right application id.
at-menu-permissions-title = Open Permissions
at-menu-permissions-text = Permissions is in the menu on the left, under Security. The grant is there.
at-menu-manage-title = Unfold Manage
at-menu-manage-text = What comes next is inside the group Manage, which is folded. Open it.
at-menu-group-title = Unfold Security
at-menu-group-text = Permissions is inside the group Security, which is folded. Open it.
at-grant-title = Grant admin consent
at-grant-text = Press this button. A window opens that shows what is granted; nothing is granted before you accept there.
at-portal-unsure-title = This page is not where its address says
at-portal-unsure-text = The address and the page name different places. Choose Permissions in the menu on the left, or go there with the button below.
at-registration-title = This is App registrations
at-registration-text = { $app } is not registered in your organization, so it cannot be granted here. The grant is in Enterprise applications, under Permissions.
at-registration-grant-title = Grant admin consent
at-registration-grant-text = { $app } is your organization's own app, so it can be granted here. One question follows in the page.
at-registration-confirm-title = Confirm the grant
at-registration-confirm-text = This is the question about { $app }. Read it, then choose Yes.
at-admin-consent-title = Read, then accept
at-admin-consent-text = Here consent for the whole organization is right: { $app } works only with it. Compare the list with what is expected, then press Accept.
at-load-title = Load the connector
at-load-text = The grant is proven. Load the connector to see it here too.
at-assign-people-title = Choose them, then assign
at-assign-people-text = Choose the people here, yourself too, then press Assign. Assign stays greyed out until somebody is chosen.
at-add-user-title = Assign the people who need it
at-add-user-text = Add yourself and everybody who migrates. Do this before access is closed, so that nobody is locked out.
at-menu-users-title = Open Users and groups
at-menu-users-text = Assign people first. Access is closed to others afterwards.
at-assignment-yes-title = Require assignment
at-assignment-yes-text = Choose Yes. Then only the people you assigned can use { $app }.
at-assignment-save-title = Save
at-assignment-save-text = Press Save. The change does not count before.
at-menu-properties-title = Open Properties
at-menu-properties-text = The switch for required assignment is in Properties.

elsewhere-title = The next step is elsewhere
elsewhere-text = { $step } This page is not part of it.
elsewhere-go = Take me there
straight = Go straight to the app
dark-absent = It is not on this page, or it has not appeared yet.
dark-unsure = Something here looks like it, but not surely enough to point at: { $why }.
dark-disabled = It is there, but greyed out: this account may not grant. Use the account of a { $granter }.

dark-greyed = It is there, but greyed out for now.
dark-behind = It is there, behind something that is open above it. Close that first.

handoff-make = Make a link for who can grant
handoff-made = Send this link to a { $granter }. It works once and expires in a day.
handoff-label = Hand-off link
handoff-wait-title = Waiting for the grant
handoff-wait-text = You have done your part. A { $granter } grants the rest; this turns green by itself when Microsoft Graph shows it.

done-title = Authorized
done-text = Microsoft Graph answers: { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }. The connector is ready.
done-back = Go back to { $app }
done-harden = Limit it to chosen people

state-begun = Not connected yet
state-awaiting_sign_in = Waiting for the sign-in
state-needs_admin_consent = Signed in. An admin's grant is missing.
state-propagating = Granted. Microsoft takes a moment to show it.
state-authorized = Authorized: { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }
state-needs_reauthorization = A new sign-in is needed
state-blocked = Stopped: { $title }

propagating-title = Granted, not visible yet
propagating-text = Microsoft needs a moment to spread the grant, usually under a minute. Nothing more to do; this looks again by itself.
waiting-text = Consentry checks again shortly.
blocked-remedy = What to do: { $remedy }
blocked-role = Who can: { $role }
reauthorize-do = Sign in again
check-do = Look again now
leave-do = Leave
skip-do = Leave this out
assign-said = The people are assigned
require-said = It is required now
take-assign = Limit it to chosen people
go-do = Open the page for this step
backend-trouble = The backend at { $address } does not answer. The guide goes on, but nothing can be proven until it does.
step-proof = Proven by { $call }
step-page = Seen on a page, not proven yet

wrong-declined-title = Consent was declined
wrong-declined-text = Nothing was granted. If that was a mistake, sign in again and press Accept.
wrong-window-title = The window was closed
wrong-window-text = Consentry cannot tell whether the grant was accepted, so it asks Microsoft Graph. If nothing changes, press the button again.
wrong-returned-title = The window ended without a grant
wrong-returned-text = Microsoft reports { $error }. Press Grant admin consent again when you are ready.
wrong-approval-title = An admin must approve this
wrong-approval-text = This account may not agree to { $app }. If you have an admin account, choose the link for it on this page; otherwise ask somebody who has.
wrong-approval-who = Smallest role that can approve: { $role }. A Global Administrator always can. Source: { $source }
wrong-approval-form = You can write a reason into the form on this page: the request goes to the people your organization chose
wrong-approval-causes = The same page appears while the app requires assignment and has no admin consent yet, or when Microsoft holds the request to be risky
wrong-approval-each-time = Each sign-in to { $app } asks for consent again (prompt=consent in the address), so an admin's approval doesn't end this page. Only the vendor of the app can change that
wrong-approval-refused-title = Do not ask for this app
wrong-approval-refused-text = The application id of this app was reported, or your organization does not allow it. Leave this page, and tell whoever looks after security how you came here.
wrong-requested-title = An admin was asked
wrong-requested-text = Microsoft has sent your request to the people who can approve it. Nothing is granted until one of them does.
wrong-personal-title = This is a personal account's page
wrong-personal-text = The journey needs a work account. Close this page and sign in with the account of your organization.
wrong-error-title = Microsoft stopped the sign-in
wrong-error-app = this app
wrong-error-number = The page shows error code { $code }.
wrong-error-unnumbered = The page shows no error code. Read its message: it says what stopped the sign-in. If it names a policy or a device, contact your administrator.
wrong-error-unlisted = Consentry doesn't know this error code. Read the message on the page, and look up the code on Microsoft's page for it.
wrong-error-lookup = Microsoft's page for this error code
wrong-error-link = Where to fix it
wrong-error-portal-title = The app doesn't accept the portal's response address
wrong-error-portal-text = The registration of { $app } doesn't list the portal's address as a redirect URI, so the portal can't grant consent in this window. Grant it in App registrations > API permissions instead, or add https://entra.microsoft.com/TokenAuthorize as a redirect URI under App registrations > Authentication.
wrong-error-portal-role = an owner of the app registration, or a Cloud Application Administrator
wrong-grant-failed-title = The portal reports that the grant failed
wrong-grant-failed-text = Granting again will fail in the same way. Often the app's registration lists a permission that doesn't exist in this tenant or cloud: remove it under API permissions, then grant again. Microsoft Graph shows what was granted.
lookalike = Another app here has nearly the same name and another application id. Leave it alone.
device-code-title = Did you start this sign-in yourself?
device-code-text = A device code signs in another device. Whoever created the code gets the access, wherever they are.
device-code-sent = If someone sent you the code, don't enter it: it is the most common way to take over accounts
device-code-app = Nothing on this page proves which app asks

consent-title = { $app } asks for your consent
consent-text = Consentry explains what is asked. The choice is yours.
consent-unknown-app = An app
consent-held-title = Stop: that is everybody, not only you
consent-held-text = The box grants { $app } access for your whole organization. Take the tick out again; until then Accept does nothing. { $why }
consent-forced-title = Stop: that is everybody, not only you
consent-forced-text = The box grants { $app } access for your whole organization, and your organization's policy does not allow that here. Take the tick out again; until then Accept does nothing. { $why }
consent-stopped = Accept was held back. No consent was given.
consent-warned-title = This consents for everybody
consent-warned-text = With the box ticked, the app gets access for your whole organization, and nobody is asked again. Take the tick out unless you were told to set it by somebody you trust.
consent-malicious-title = Do not accept: this app does harm
consent-malicious-text = The application id of this app was reported as malicious. Accept does nothing. Press Cancel, and tell whoever looks after security how you came here.
consent-abused-title = Stop: attackers use this app
consent-abused-text = It is an honest program, and people who break into accounts use it to keep their access. Accept does nothing. If nobody you know asked you to connect it, press Cancel and tell whoever looks after security.
consent-forbidden-title = Your organization does not allow this app
consent-forbidden-text = A policy decides which apps may be agreed to, and this is not one of them. Accept does nothing. Press Cancel; whoever looks after Consentry in your organization can change the policy.
consent-unnamed-title = Accept is blocked: this page doesn't show which app asks
consent-unnamed-text = The address names no app, so Consentry can't check it. Close this page and start the sign-in again from the app, so that its link opens this page directly. If the app still isn't named, ask its vendor to start the sign-in with a link instead of a form.
consent-unnamed-code-title = Accept is blocked: a code began this sign-in
consent-unnamed-code-text = Whoever created the code gets the access you consent to here, and nothing on this page proves which app asks. If someone sent you the code, select Cancel and tell your security team.
consent-unnamed-let = I started this sign-in and want to consent
consent-unnamed-let-title = Consent to an app that isn't named?
consent-unnamed-let-text = Consentry can't check which app this is or what it is known for. Continue only if you started this sign-in yourself, in an app you know.
consent-serious-title = Check who is asking before you accept
consent-serious-text = This consent gives far-reaching access, or applies to your whole organization, and you didn't start it from Consentry. If someone sent you the link, select Cancel and ask your security team.
consent-astray-title = Not the consent you came for
consent-astray-text = Something about this consent is not as expected: what, stands below. Press Cancel and start again with the account and the organization of this connection. If it still says so, ask the maker of the app.
consent-accept-unlit = Accept: { $why }
consent-must-title = { $app } needs the box
consent-must-text = This app works only when the consent is for the whole organization. Read what is asked; if you agree for everybody, set the box yourself and press Accept.
consent-release = I mean to consent for everybody
consent-release-title = Consent for the whole organization?
consent-release-text = { $app } will get this access for every account, and nobody will be asked again. { $app }'s own instructions say not to.
consent-release-yes = Yes, let it through this once
consent-release-no = No, keep holding
consent-let = I know this app and mean to consent
consent-let-title = Let a reported app in?
consent-let-text = It gets the access that is listed here, and it keeps it after passwords are changed. Let it through only if you know for certain who asked for it and why.
consent-released = You chose to let this consent through.
consent-tick-leave = Leave the box for the whole organization empty
consent-tick-must = { $app } needs the box for the whole organization, and it is not set
consent-tick-unsure = { $app } needs the box for the whole organization; which box that is, is not known here
consent-tick-set = The box for the whole organization is set, as { $app } needs it
consent-tick-optional = The box for the whole organization may be set or left: { $app } works with both
consent-glance-app-right = right app
consent-glance-app-entered = app by the id you entered
consent-glance-app-microsofts = Microsoft's own app
consent-glance-app-tool = Microsoft's tool for anything
consent-glance-app-unknown = unknown app
consent-glance-app-unseen = app not told
consent-glance-app-forbidden = app not allowed here
consent-glance-app-malicious = harmful app
consent-glance-app-abused = app that attackers use
consent-glance-app-elsewhere = app registered elsewhere
consent-glance-app-doubt = app in doubt
consent-glance-organization-right = right organization
consent-glance-organization-wrong = wrong organization
consent-glance-organization-personal = personal account
consent-glance-organization-unknown = organization not told
consent-glance-account-right = right account
consent-glance-account-wrong = wrong account
consent-glance-account-other = another account
consent-glance-account-unseen = account not seen
consent-app-known = The application id is { $app }'s
consent-app-entered = The application id is the one you entered for { $app }; it is not verified
consent-app-microsofts = The application id is that of { $app }, an app of Microsoft's own
consent-app-tool = The application id is that of { $app }: a tool of Microsoft's that asks for whatever its user wants. Agree only if you started it yourself
consent-app-unknown = Consentry has no profile of this app: the application id tells nothing
consent-app-unseen = The address does not tell which app this is
consent-app-by-code = A device code began this sign-in: nothing on this page proves which app asks
consent-app-unseen-listed = Your organization allows specific apps only, and the address doesn't show which app this is
consent-app-list-unreadable = Your organization's list of allowed apps can't be read, so no app is allowed. Your Consentry administrator can correct it
consent-app-forbidden = Forbidden by your organization's policy: application id { $id }
consent-app-not-allowed = Not among the apps your organization allows: application id { $id }
consent-app-reported = Reported as { $name }: { $says } Source: { $source }, { $date }
consent-doubt-apps = The address names two different apps
consent-doubt-not-an-id = What the address gives as the application ID is not an ID
consent-doubt-organizations = The address names two different organizations
consent-doubt-values = The address gives two different values where there can be only one
consent-doubt-page-id = The page shows the application ID { $page }; the address names { $address }
consent-doubt-page-name = The page calls the app { $page }; the application ID in the address belongs to { $app }
consent-doubt-several = This is one of several consent pages, each for a different app
consent-owner-right = It is registered where { $app } is registered
consent-owner-wrong = It is registered in another organization than { $app } is
consent-organization-right = The consent is for { $tenant }, as the connection is
consent-organization-wrong = The address names another organization than { $tenant }, which the connection is for
consent-organization-unknown = The address does not tell the organization; the connection is for { $tenant }
consent-organization-personal = This is for personal accounts, not for an organization
consent-account-right = Signed in as { $account }
consent-account-other = Signed in as { $account }; the connection was made by { $known }
consent-account-foreign = Signed in as { $account }; the connection was made by { $known }. If that is another organization, the consent will not count there
consent-account-guest = { $account } is a guest here. A guest's consent does not serve this connection
consent-account-personal = { $account } is a personal account
consent-account-unseen = The page does not tell who is signed in; the connection was made by { $account }
consent-redirect-known = The answer goes to { $host }, as expected
consent-redirect-portal = The answer goes back to the portal at { $host }
consent-redirect-plain = The answer goes to { $host }
consent-redirect-unexpected = The answer goes to { $host }, which the app's profile does not name
consent-publisher-same = The page names { $publisher } as the publisher, as expected. A name proves nothing
consent-publisher-other = The page names { $publisher } as the publisher; expected was { $wanted }
consent-publisher-shown = The page names { $publisher } as the publisher. A name proves nothing
consent-publisher-verified = The page shows the badge of a verified publisher. Badges have been got by pretence
consent-publisher-unverified = Microsoft has not verified who publishes this app
consent-publisher-unseen = Whether the publisher is verified was not seen
consent-scopes-expected = It asks for what is expected
consent-scopes-unexpected = It asks for more than expected: { $scopes }
consent-scopes-missing = It does not ask for what { $app } is known to need: { $scopes }
consent-for-all = This is for everybody in the organization
consent-by-prompt = It came as a sign-in and asks for everybody in the organization
consent-by-link = Somebody's link led here: it is for everybody in the organization, and nobody will be asked again
consent-asks = { $count ->
        [one] 1 permission
       *[other] { $count } permissions
    }: { $risks }
consent-asks-unlisted = The address does not tell what is asked; the page lists it
consent-risk-low = low risk
consent-risk-medium = medium risk
consent-risk-high = high risk
consent-risk-critical = critical risk
consent-again-nothing = All of it was granted before: nothing new is asked
consent-again-adds = Some of it was granted before. New is: { $scopes }
consent-change-counts = The grant adds { $adds ->
        [one] one permission
       *[other] { $adds } permissions
    } and keeps { $keeps } it holds already
consent-change-all-new = The grant adds { $adds ->
        [one] one permission, which it does not hold yet
       *[other] { $adds } permissions; of these it holds none yet
    }
consent-change-nothing = The grant adds nothing: { $keeps ->
        [one] the one permission is held already
       *[other] all { $keeps } are held already
    }
consent-change-revokes = Granted earlier for everybody and not in this list, so the grant may take it away: { $permissions }
consent-change-unlisted = Not all that it asks for is known here, so what a grant adds or takes away is not either
consent-change-unknown = What the app holds already is not known, so what a grant adds or takes away is not either
consent-change-unknown-application = Which application permissions it holds is not known
consent-change-unknown-delegated = Which delegated permissions it holds is not known
consent-role-needed = Smallest role that can do this: { $role }. A Global Administrator always can. Source: { $source }
consent-role-oneself = No role is needed to agree for yourself, as far as your organization lets people agree to apps
consent-role-unless = No role is needed to agree for yourself, unless your organization leaves that to Microsoft: then { $scopes } needs an admin. Source: { $source }
permission-title-application = { $name }, for the app itself
permission-as-person = As you: { $means }
permission-on-its-own = On its own, with nobody signed in: { $means }
permission-thief = In wrong hands: { $text }
permission-because = Why { $risk }: { $text }
permission-unknown = Judged by its name as { $risk }: it is not in Consentry's list.
permission-why = What it is needed for: { $text }
dark-other-tenant = The button here is for another organization than the one that signed in. Switch the portal to the right organization.
dark-off = Microsoft has changed this page, so nothing is pointed at here until it is known again. Follow the words.
dark-no-profile = No profile has this app, so a guide would not point at anything.
wrong-app-title = This is another app
wrong-app-text = The application id here is not { $app }'s, whatever it is called. Go back to the list.
step-signed = Proven by the sign-in
connect-do = Sign in and connect
backend-garbled = What answers at { $address } is not a Consentry backend. Check the address.
returned-title = The window came back
returned-text = It says that the grant was accepted. Consentry asks Microsoft Graph whether it is so.

consent-held-any = Accept was held back: a box is ticked, and it may be the one for the whole organization. Take the ticks out.
early-title = Select it again
early-text = You selected this before Consentry had finished checking the page, so nothing was sent. The check is complete and nothing is blocked now. Select it again.
offer-title = Add this { $app } connection?
offer-of = A connection of { $account } in { $tenant } wants to be added.
offer-of-tenant = A connection in { $tenant } wants to be added.
offer-of-nobody = A connection that no one has signed in to yet wants to be added.
offer-by-link = It came with a link. Add it only if you know who sent you the link and which organization it is for.
offer-unseen = Consentry did not see its sign-in begin in this tab. Add it only if you have just signed in with this account yourself.
offer-add = Add this connection
offer-decline = Don't add it
offer-full = Consentry keeps at most { $count } connections. Leave one that you no longer need, then try again.
unseen-title = Consentry stays out of this page
unseen-text = It is set to know this page by its address only. Nothing is lit here, and nothing is held: read the page yourself before you accept.
unseen-app-unknown = The address names an app that Consentry has no profile of: { $id }
unseen-tenant = The organization in the address: { $tenant }
unseen-tenant-any = The address names no organization: it will be the one of the account you choose
unseen-redirect = The answer goes to { $host }
unseen-scopes = The address asks for: { $scopes }
unseen-tick = Not seen: whether the box for the whole organization is there, and ticked
unseen-permissions = Not seen: the list of permissions on the page
unseen-account = Not seen: which account is signed in
access-withheld = The browser gives Consentry no access to the sign-in pages: it was taken away in the extension's site access. Nothing is lit or held there, and not even the address is known.
access-barred-title = Kept out of this page
access-barred-text = Your organization's browser policy lets no extension into this page. Consentry cannot see it, light anything or hold anything here. Microsoft Graph still tells whether a grant is there.
settings-from-package = A built-in setting
settings-from-own = A setting of yours
settings-from-policy = Your organization's policy
settings-refused = { $from } is not used: { $name }. { $why }
settings-unknown = There is no setting of that name.
settings-needs-backend = It must be an https address, or an http address on this machine.
settings-needs-portal = It must be an https address of the Azure portal or the Entra admin center.
settings-needs-tick = It must be warn, confirm or forbid.
settings-needs-language = It must be one of { $tags }.
settings-needs-yes-or-no = It must be true or false.
settings-needs-text = It must be a text.
settings-needs-clients = It must be a list of application ids.
settings-needs-client = { $count ->
        [one] One of its entries is no application id, and was left out.
       *[other] { $count } of its entries are no application ids, and were left out.
    }
data-pack = What Consentry knows of Microsoft's pages is of your organization's data pack { $serial }, over the { $built_in } that was shipped.
data-refused = Your organization's data pack was not taken up: { $why }.
settings-fixed = Set by your organization: { $names }
settings-zero-touch-on = Consentry stays out of the sign-in pages. It guides by their address and by Microsoft Graph.
settings-zero-touch-off = Consentry looks at the sign-in pages, lights the right control and holds a consent for everybody.
settings-zero-touch-begin = Stay out of the sign-in pages
settings-zero-touch-end = Look at the sign-in pages again

# The panel: several connections, ways through a journey, ways out of it.
label-granter = you were asked to grant this
side-source = Copy from
side-destination = Copy to
back-do = Back one step
back-here = You went back to a step that is done. Nothing is lost by that.
forward-do = Go on where you were
step-again = { $note }. You went back to it
leave-ask = Leave
start-over-ask = Start over
leave-title = Leave { $app }?
start-over-title = Start over with { $app }?
leave-nothing-changes = Nothing in your organization changes by this.
leave-lost-steps = The steps and what is known of them are taken out of this browser
leave-lost-again = You begin with the first step again; what is known of the others is lost
leave-lost-access = This browser loses its access to the connection: it can no longer watch it, and no longer delete it
leave-lost-bearer = This browser loses its access to the connection, and it was not made here: only who made it can delete it
leave-lost-reminder = The reminder you set is lost
leave-stays-handoff = A hand-off link that you sent stays good until it expires
leave-stays-grant = The grant stays: { $app } keeps what it was given until somebody takes it back, as shown under Undo
leave-delete-does = Deleting makes the backend forget the sign-in, what it read and its record, and revokes the sign-in where Microsoft takes that
leave-stay = Stay
leave-keep = Leave, and let the backend keep it
leave-delete = Leave, and delete what is stored
start-over-do = Start over
start-over-keep = Start over, and let the backend keep it
start-over-delete = Start over, and delete what is stored
deleted-title = Deleted: { $app }
deleted-text = The backend has forgotten this connection.
deleted-revoked = Revoked: { $what }
deleted-forgotten = Forgotten: { $what }
deleted-remains = Remains: { $what }
deleted-dismiss = Put this away

# After the grant.
harden-done = { $what }: done, as Graph shows
harden-said = { $what }: done, as you said or the page showed; Graph may not tell this app
harden-open = { $what }: not done
harden-unknown = { $what }: not known
harden-grant = 1. Grant
harden-assign = 2. Assign people
harden-require = 3. Require assignment
harden-verify = 4. Verify
harden-closed = Only assigned people can use the app
harden-have = Assigned: { $names }
harden-keep = Would keep access: { $names }
harden-yourself = Graph tells names and not accounts. Look whether { $account }, who signed in here, is among them
harden-groups = Of an assigned group only its direct members count, not those of groups inside of it
harden-nobody = Nobody is assigned: if assignment were required now, everybody would be locked out, you too. Assign people first
harden-assigned-unknown = Who is assigned is not known: the app may not read it. Look it up before you close the app
harden-lose = Would lose access: everybody else, at their next sign-in (AADSTS50105), administrators too
harden-app-itself = What the app does on its own, with nobody signed in, is not touched by it
harden-sign-ins-unknown = Who has used the app lately is not known here: that takes the sign-in logs, which the app does not read
recipe-assigned-title = Look up who is assigned
recipe-assigned-text = Reads the list of people and groups; changes nothing.
recipe-assigned-step-1 = Open Users and groups of { $app }: the list is there.
recipe-sign-ins-title = Look up who used it lately
recipe-sign-ins-text = Reads the sign-in logs of the last 30 days; changes nothing. It takes Microsoft Entra ID P1 or P2 and, at least, the role Reports Reader.
recipe-sign-ins-step-1 = Open { $app } in Enterprise applications.
recipe-sign-ins-step-2 = Choose Sign-in logs in the menu, under Activity.
recipe-grant-title = Take back what was granted
recipe-grant-text = { $app } loses its permissions. Its connections stop with the next call, those of other people too.
recipe-grant-step-1 = Open Permissions of { $app }.
recipe-grant-step-2 = On the tab Admin consent, open the menu (…) of each permission and choose Revoke permission.
recipe-grant-step-3 = What people agreed to for themselves is on the tab User consent. The portal cannot revoke that: use Graph or PowerShell.
recipe-require-title = Open it to everybody again
recipe-require-text = Everybody in the organization can sign in to { $app } again. The people who are assigned stay assigned.
recipe-require-step-1 = Open Properties of { $app }.
recipe-require-step-2 = Set Assignment required? to No and press Save.
recipe-disable-title = Switch it off
recipe-disable-text = Nobody can sign in to { $app } any more, and it gets no new tokens. Its permissions stay, so it can be switched on again.
recipe-disable-step-1 = Open Properties of { $app }.
recipe-disable-step-2 = Set Enabled for users to sign in? to No and press Save.
recipe-delete-title = Remove it from the organization
recipe-delete-text = { $app } is deleted here, with its permissions and the people assigned to it. It comes back, without them, when somebody signs in to it and agrees again.
recipe-delete-step-1 = Open Properties of { $app }.
recipe-delete-step-2 = Choose Delete and confirm.
way-portal = In the portal
way-portal-open = Open the page for it
way-graph = With Microsoft Graph
way-graph-how = Needs the delegated permissions { $scopes }. An id in angle brackets is one of those that the request before answers with; send the request once for each.
way-graph-request = Request
way-powershell = With PowerShell
way-powershell-how = Needs the module Microsoft.Graph.
way-powershell-commands = Commands
undo-check = I have done this: look
undo-asking = Asking Microsoft Graph
undo-refused = Taken back: Microsoft Graph refuses what it allowed before
undo-gone = Gone: Microsoft does not know the app in this organization any more
undo-disabled = Switched off: Microsoft says so
undo-open = Open again: Microsoft Graph says that no assignment is required
undo-still = Not yet: Microsoft Graph still answers as before. A token that was given out already works for up to an hour or so; look again later
undo-unknown = Not known: what Microsoft answers does not tell. Look in the portal
state-taken-back = Taken back
taken-back-title = Taken back
taken-back-text = Microsoft shows that { $app } no longer has what was granted to it.
resume-do = Set it up again
reminder-title = Remind me to take it back
reminder-text = A copy is over one day, and then nobody needs the grant any more. The day is kept in this browser.
reminder-field = Day
reminder-set = Set the reminder
reminder-clear = Remove the reminder
reminder-waits = A reminder is set
reminder-due = The day has come on which this grant should be taken back. How that is done is under Undo
reminder-badge = Consentry: time to take back what was granted to { $apps }
record-json = Get the record as JSON
record-html = Get the record as a page

# The options page.
dark-reduced = Guidance is reduced: in pages only the guard speaks, and nothing is lit. The panel says what would be.
settings-title = Options of Consentry
settings-text = What you set here is kept in this browser. What your organization sets counts before it.
settings-save = Save
settings-more = All options
settings-reset = Back to what it was
settings-locked = Set by your organization. Whoever looks after Consentry there can change it.
settings-access = The browser does not yet tell Consentry when a page of { $host } is open. Without that a hand-off link of this backend begins nothing here.
settings-access-allow = Let Consentry see pages of { $host }
settings-needs-ids = Not an application id: { $wrong }. One looks like d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Backend
setting-backend-help = The address of the server that asks Microsoft Graph. Without one the guide goes on and proves nothing.
setting-portal-label = Portal
setting-portal-help = Where links lead: the Azure portal or the Entra admin center, of your cloud.
setting-language-label = Language
setting-language-help = The language of everything Consentry says. Microsoft’s pages keep their own.
setting-language-browser = As the browser
setting-tickPolicy-label = The box for the whole organization
setting-tickPolicy-help = What happens while it is set although the app must not have it.
setting-tickPolicy-warn = Say it, hold nothing
setting-tickPolicy-confirm = Hold Accept until I let it through
setting-tickPolicy-forbid = Hold Accept, let nothing through
setting-zeroTouch-label = Stay out of the sign-in pages
setting-zeroTouch-help = No script runs there. Consentry guides by addresses and by Microsoft Graph; nothing is lit and nothing is held.
setting-reducedGuidance-label = Reduced guidance
setting-reducedGuidance-help = In pages only the guard speaks. Everything else is in the panel.
setting-allowedClients-label = Apps that may be agreed to
setting-allowedClients-help = Application ids, one a line. Where any is named, every other app is held. Empty: all may.
setting-forbiddenClients-label = Apps that must not be agreed to
setting-forbiddenClients-help = Application ids, one a line.

# Practice.
practice-word = Practice
practice-sentence = This is a practice tenant on this computer. Nothing here touches a real organization.
practice-title = What to try
practice-text = Walk the journey once, and step into the trap on purpose.
practice-trap = Set the box for the whole organization on the consent page: Accept is held
practice-proof = Arrive: Microsoft Graph, or what stands in for it here, answers both counts
practice-try = Practice: set the box once and press Accept, to see what happens. Then take it out again
practice-begin-title = Practise first
practice-begin-text = This command, in the folder of Consentry's source, starts a practice tenant and a browser of its own that shows it under Microsoft's names. Everything there is marked as practice; in this browser nothing changes.
practice-command = Command

# What the parts of the panel are called.
head-connections = Your connections
head-guided = Guided here
head-side = Which side is it?
head-after = After the grant
head-harden = Limit who can use it
head-undo = Undo
head-record = Record
head-record-text = Who asked, who signed in, what the guard saw and what Microsoft Graph answered, each entry sealed, so that a change shows.
head-save-file = Save the file
head-record-copy = The record
settings-saved = Saved

# What card and panel say by themselves.
face-hide = Hide this card
face-page = Page:
face-loading = still loading
face-dark = Nothing is lit:
face-consent = Consent page:
face-lit = Lit
face-looked-for = Looked for
face-diagnosis-copied = Copied without names
face-diagnosis-copy = Copy without names
face-case-copied = Copied as a test case, masked
face-case-copy = Copy this page as a test case
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
face-state-skipped = Left out
face-next-try = Next try:
face-missing = Not granted yet:
face-role-needed = Needs at least:
face-assigned = Assigned:
face-for-everybody = Granted for everybody:
face-beyond = Granted beyond what the app declares:
face-not-known = Not known:
face-needs = needs
face-remedy = What to do:
face-code = Its own code:
face-open = Open the page for it
face-guard-released = You let the organization-wide tick through
face-guard-held = Accept was held while the organization-wide tick was in
face-guard-ticked = The organization-wide tick was in for a while
face-guard-offered = The organization-wide tick was offered and stayed out
face-proof = Proof
face-assigned-only = Only assigned people can use the app
face-everybody = Everybody in the organization can use the app
face-exposure = Who can use it
face-backend = Backend:
face-settings = Settings
face-begin = What would you like to connect?
face-begin-more = Connect something else
face-diagnostics = Diagnostics
face-nothing-seen = Nothing has been looked at on this page yet.
face-tone-good = Good:
face-tone-caution = Caution:
face-tone-bad = Stop:
face-permissions = What each permission lets it do
face-checks = What else was checked
face-copied = Copied
face-copy = Copy

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = It will ask for at least { $count ->
        [one] { $count } permission
       *[other] { $count } permissions
    } for the organization; not all of them are known here. You see each one before you agree.
begin-asks-unknown = Which permissions it will ask for is not known here. You see each one before you agree.
begin-role = The documentation of { $app } asks for: { $role }
begin-side-source = { $app } is authorized in the organization you copy from
begin-side-destination = { $app } is authorized in the organization you copy to
begin-side-both = { $app } is authorized twice: in the organization you copy from and in the one you copy to
begin-clouds = { $app } is offered for: { $clouds }
begin-cloud-global = Microsoft's worldwide cloud
begin-cloud-us-gov = Microsoft's cloud for US government
begin-cloud-china = Microsoft's cloud in China
profile-unverified = Not verified of { $app }: { $fields }
profile-no-id = The application id of { $app } is not known here, so nothing that only an id can tell is pointed at. Take the id from the maker, and enter it in Consentry's panel.
profile-no-id-own = Each organization registers { $app } for itself. Enter your registration's application id in Consentry's panel; until then nothing that only an id can tell is pointed at.
client-label = Application id of { $app }
client-help = No public source gives it. Its maker can tell you, and so can the portal where { $app } is in your organization already: Enterprise applications, { $app }, Application ID (not Object ID).
client-help-own = The portal shows it: App registrations, your registration for { $app }, Application (client) ID (not Object ID).
client-entered = You entered the application id { $id } for { $app }. It is not verified: compare it with what the maker says.
client-needs-form = Not an application id: { $wrong }. Copy it whole, like d62121f3-e023-4972-b6b0-794190c0fd98, from the place named above.
client-needs-own = This is the application id of { $other }, not of { $app }. Copy it again from the place named above.
client-needs-harmless = This application id was reported as harmful: { $other }. Do not use it, and ask the maker of { $app } for theirs.
client-needs-allowed = Your organization does not allow the app with this id. Ask who looks after Consentry there.
profile-source = Source: { $source }
profile-field-client_ids = application id
profile-field-owner_tenant = where it is registered
profile-field-publisher = publisher
profile-field-callback_hosts = where answers go
profile-field-tick = advice about the box for the organization
profile-field-role = role its documentation asks for
profile-field-sides = where it is authorized
profile-field-clouds = clouds it is offered for
profile-field-retired = whether it is still offered
profile-field-delegated = delegated permissions
profile-field-application = application permissions
profile-field-entry = its own pages
consent-scopes-unlisted = Not in Consentry's list for { $app }, which is not complete: { $scopes }
connect-without = Go on without proof
connect-said = I have signed in there
grant-said = It has been granted
state-unproven = Guided without proof: no backend asks Microsoft Graph
step-person = You said so; not proven
done-unproven-title = Done, and not proven
done-unproven-text = The steps for { $app } are done as far as this browser and you can tell. Nobody has asked Microsoft Graph: see in { $app } whether it works.
handoff-wait-unproven = You have done your part. Ask a { $granter } to grant { $app } its permissions. Nobody asks Microsoft Graph here: say when it is done.
returned-unproven = It says that the grant was accepted. Nobody asks Microsoft Graph here, so this is not proven.
wrong-window-unproven = Consentry cannot tell whether the grant was accepted. Press the button again, or look in the portal.
settings-needs-profiles = It must be an object: for each profile's id what is to be added or changed.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry only reads. It never grants anything, and it never asks for a password.
page-error-remedy = What to do
page-error-role = Who can
page-error-link = Open the place where to do it
page-error-code = Microsoft's code
page-nothing-title = You can close this page.
page-nothing-text = There is nothing left to do here.
page-nobody-title = Nobody has signed in yet.
page-nobody-text = Go back to where you began and start again.
page-missing-title = You are signed in.
page-missing-text = One thing is missing, and that is expected: an admin of your organization has to grant { $app } its own permissions. Go back to where you began; it shows the next step.
page-spreading-title = Almost there.
page-spreading-text = A grant was made and is spreading through Microsoft's services. That takes up to a few minutes.
page-done-title = { $app } is fully authorized.
page-done-text = Microsoft Graph answers: { $sites ->
        [one] one SharePoint site
       *[other] { $sites } SharePoint sites
    } and { $users ->
        [one] one user
       *[other] { $users } users
    }.
page-close = You can close this page.
page-thanks-title = Thank you.
page-thanks-text = Consentry now asks Microsoft Graph whether the grant for { $app } has arrived. The person who sent you the link sees the answer, mostly within a minute.
page-start-title = Sign in to connect { $app }?
page-start-lead = Someone started this connection and is asking for a sign-in. Continue only if you started it yourself, or if you know who sent you here.
page-start-who = Who is asking
page-start-name = Connection name
page-start-name-unverified = Entered by the person who started the connection. Consentry can't verify it.
page-start-name-none = No name was entered.
page-start-app = App
page-start-return = Returns you to
page-start-return-here = A page of this server
page-start-see = What they can see
page-start-see-text = After you sign in, whoever started the connection can see the following until the connection is deleted:
page-start-see-account = Your account name, and the name and ID of your organization
page-start-see-counts = How many users and SharePoint sites your organization has
page-start-see-access = The permissions granted to { $app }, and the names of the people and groups assigned to it
page-start-see-settings = Your organization's consent settings, and the record of every check
page-start-see-not = You enter your password on Microsoft's page only. Consentry doesn't read files or mail.
page-start-continue = Continue to Microsoft
page-start-stop = If you don't recognize this request, close this page. Nothing has been shared.
page-elsewhere-title = An admin's grant came back.
page-elsewhere-text = An admin's grant may have been made. Go back to where you began: Consentry asks Microsoft Graph there, and only that answer counts. You can close this page.
page-grant-title = Grant { $app } its permissions
page-grant-lead = Somebody in your organization began to connect it and needs you for one step.
page-grant-already = This is done already.
page-who = Who asks
page-who-account = Signed in as
page-who-label = Their name for it
page-who-organization = Organization
page-who-app = Application id
page-who-publisher = Publisher
page-how = How
page-how-role = You need the role { $role } or Global Administrator. The portal asks you to sign in; this page never does.
page-how-open = Open { $app } in the portal
page-how-here = There, choose Permissions and then Grant admin consent.
page-how-list = There, open { $app } in the list (compare the application id), choose Permissions and then Grant admin consent.
page-how-else = If the portal does not open
page-how-address = Microsoft's own page for the same grant has this address. Check that it begins with the name of Microsoft's sign-in host before you open it:
page-what = What will be granted
page-what-application = { $app } gets these permissions for itself, for everybody's data, without anybody signed in:
page-what-delegated = Microsoft's page also lists these, for the person who is signed in:
page-what-repeated = It may repeat what the sign-in asked for: { $scopes }.
page-what-more = If Microsoft's page shows anything else, do not accept, and ask the person who sent you this.

# The panel and its three places

face-places = Parts of the panel
face-place-guide = Guide
face-place-app = App
face-place-activity = Activity
face-more = More
face-details = Details
face-evidence = Who does each step, and the evidence
face-app-unknown = Nothing is known about this app in your organization yet. Sign in to connect it, and Microsoft Graph tells.
face-app-none = No app is being authorized. Start with one under Guide.
face-no-activity = No verification call has been made for this connection yet.
face-fold = Show less
no-backend-title = No backend is set
no-backend-text = Consentry guides you and blocks an organization-wide consent. Only a backend can ask Microsoft Graph whether the app is authorized.
no-backend-set = Set your organization’s backend
