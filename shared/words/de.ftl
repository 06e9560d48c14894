# Was Consentry sagt, auf Deutsch. Kurz, ruhig, konkret: was zu tun ist und warum.
# Microsofts Steuerelemente heißen wie in labels.toml.

language-name = Deutsch
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } oder { $other }

# As Microsoft's documentation names them in this language.
role-cloud-application-administrator = Cloudanwendungsadministrator
role-application-administrator = Anwendungsadministrator
role-privileged-role-administrator = Administrator für privilegierte Rollen
role-global-administrator = Globaler Administrator

step-connect-title = Anmelden und verbinden
step-connect-text = Verbinden Sie { $app } zuerst mit Ihrem eigenen Konto.
step-grant-title = Administratorzustimmung erteilen
step-grant-text = Ein Administrator erteilt { $app } die Berechtigungen im Portal.
step-load-title = In { $app } ansehen
step-load-text = Laden Sie den Connector in { $app }, um zu sehen, was er gefunden hat.
step-assign-title = Auswählen, wer die App nutzen darf
step-assign-text = Weisen Sie sich selbst und die Personen zu, die migrieren, bevor der Zugang für andere geschlossen wird.
step-require-title = Für alle anderen schließen
step-require-text = Verlangen Sie eine Zuweisung, damit nur die ausgewählten Personen { $app } nutzen können.
actor-starter = Sie

begin-title = { $app } autorisieren
begin-text = Es sind zwei Schritte: Sie melden sich an und verbinden, danach erteilt ein Administrator { $app } die Berechtigungen. Welche Rolle haben Sie?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint-Administrator
begin-needs = Kleinste Rolle für den zweiten Schritt: { $granter }. Ein Globaler Administrator kann es immer. Quelle: { $source }
begin-asks = Was verlangt wird: { $count ->
        [one] eine Berechtigung
       *[other] { $count } Berechtigungen
    } für die Organisation. Sie sehen jede einzelne, bevor Sie zustimmen.

at-authorize-new-connector-title = Einen neuen Connector beginnen
at-authorize-new-connector-text = Drücken Sie „Authorize New Connector“, auf der Seite der Quelle oder auf der Seite des Ziels.
at-connector-row-title = Office 365 wählen
at-connector-row-text = Drücken Sie „Authorize“ in der Zeile „Office 365 (OneDrive/SharePoint Admin)“. Die Zeilen darunter gelten nur für die Dateien einer einzelnen Person.
at-authorize-title = Einen Namen geben oder ihn lassen
at-authorize-text = Der Anzeigename ist frei. Drücken Sie „Authorize“, und Microsoft bittet Sie, sich anzumelden.
at-reauthorize-title = Erneut anmelden
at-reauthorize-text = Dieser Connector hat keine gültige Anmeldung. Drücken Sie „Reauthorize“, um sich erneut anzumelden; sonst geht nichts verloren.
at-sign-in-account-title = Ihr Administratorkonto wählen
at-sign-in-account-text = Nehmen Sie das Konto, das SharePoint in der Organisation verwaltet, die Sie verbinden. Ein persönliches Konto oder ein Gastkonto genügt nicht.
at-sign-in-title = Anmelden
at-sign-in-text = Melden Sie sich mit Ihrem Administratorkonto an. Consentry liest nicht, was Sie hier eingeben.
at-consent-title = Akzeptieren, nur für Sie selbst
at-consent-text = Lesen Sie, was verlangt wird, und drücken Sie dann Akzeptieren. Es gilt nur für Ihr eigenes Konto.
at-consent-with-tick-title = Akzeptieren, nur für Sie selbst
at-consent-with-tick-text = Lesen Sie, was verlangt wird, lassen Sie das Kästchen „Zustimmung im Namen Ihrer Organisation“ leer, und drücken Sie Akzeptieren.

at-consent-with-box-title = Lesen, dann akzeptieren
at-consent-with-box-text = Lesen Sie, was verlangt wird, entscheiden Sie, ob das Kästchen „Zustimmung im Namen Ihrer Organisation“ gesetzt werden soll, und drücken Sie Akzeptieren.

at-needs-admin-title = Diese Meldung ist zu erwarten
at-needs-admin-text = Der Connector ist angemeldet. Es fehlt die Zustimmung eines Administrators im Portal. Öffnen Sie mit diesem Link die Liste der Unternehmensanwendungen.
at-hand-off-title = Sie wurden gebeten, dies zu erteilen
at-hand-off-text = Lesen Sie, was verlangt wird und warum, und öffnen Sie dann { $app } im Portal. Nichts wird erteilt, bevor Sie dort Akzeptieren drücken.
at-grant-account-title = Das Konto wählen, das zustimmen darf
at-grant-account-text = Nehmen Sie ein Konto derselben Organisation mit der Rolle { $granter }.
at-grant-sign-in-title = Anmelden
at-grant-sign-in-text = Melden Sie sich mit dem Konto an, das zustimmen darf. Consentry liest nicht, was Sie hier eingeben.
at-app-row-title = { $app } öffnen
at-app-row-text = Diese Zeile hat den richtigen Namen und die richtige Anwendungs-ID. Öffnen Sie sie.
at-app-search-title = Nach { $app } suchen
at-app-search-text = Geben Sie den Namen in das Suchfeld ein. Die Liste zeigt zunächst nur einige Ihrer Anwendungen.
at-app-filter-title = Den Filter entfernen
at-app-filter-text = { $app } ist nicht in dieser Liste. Vielleicht ist die App verborgen, weil sie Microsoft gehört: Entfernen Sie den Filter für den Anwendungstyp.
at-app-missing-title = { $app } ist nicht in der Liste
at-app-missing-text = Keine Zeile hat sowohl den Namen als auch die Anwendungs-ID. Die App erscheint, sobald sich jemand hier bei ihr angemeldet hat; prüfen Sie, ob dies die richtige Organisation ist.
at-app-wait-title = Die Liste wird geladen
at-app-wait-text = Warten Sie auf die Zeile mit dem richtigen Namen und der richtigen Anwendungs-ID.
at-menu-permissions-title = Berechtigungen öffnen
at-menu-permissions-text = Berechtigungen steht links im Menü, unter Sicherheit. Dort wird die Zustimmung erteilt.
at-menu-manage-title = Verwalten aufklappen
at-menu-manage-text = Der nächste Punkt steht in der Gruppe Verwalten, die zugeklappt ist. Öffnen Sie sie.
at-menu-group-title = Sicherheit aufklappen
at-menu-group-text = Berechtigungen steht in der Gruppe Sicherheit, die zugeklappt ist. Öffnen Sie sie.
at-grant-title = Administratorzustimmung erteilen
at-grant-text = Drücken Sie diese Schaltfläche. Ein Fenster öffnet sich und zeigt, was erteilt wird; nichts wird erteilt, bevor Sie dort akzeptieren.
at-portal-unsure-title = Diese Seite passt nicht zu ihrer Adresse
at-portal-unsure-text = Adresse und Seite nennen verschiedene Orte. Wählen Sie links im Menü Berechtigungen, oder gehen Sie mit der Schaltfläche unten dorthin.
at-registration-title = Dies ist „App registrations“
at-registration-text = { $app } ist in Ihrer Organisation nicht registriert, daher lässt sich hier nichts erteilen. Die Zustimmung wird in „Enterprise applications“ erteilt, unter Berechtigungen.
at-registration-grant-title = Administratorzustimmung erteilen
at-registration-grant-text = { $app } ist eine App Ihrer eigenen Organisation, daher kann hier zugestimmt werden. Danach folgt eine Frage auf der Seite.
at-registration-confirm-title = Die Zustimmung bestätigen
at-registration-confirm-text = Dies ist die Frage zu { $app }. Lesen Sie sie, und wählen Sie dann Ja.
at-admin-consent-title = Lesen, dann akzeptieren
at-admin-consent-text = Hier ist die Zustimmung für die ganze Organisation richtig: { $app } funktioniert nur damit. Vergleichen Sie die Liste mit dem, was zu erwarten ist, und drücken Sie dann Akzeptieren.
at-load-title = Den Connector laden
at-load-text = Die Zustimmung ist nachgewiesen. Laden Sie den Connector, um sie auch hier zu sehen.
at-assign-people-title = Auswählen, dann zuweisen
at-assign-people-text = Wählen Sie hier die Personen aus, auch sich selbst, und klicken Sie dann auf „Zuweisen“. Die Schaltfläche bleibt grau, bis jemand ausgewählt ist.
at-add-user-title = Die Personen zuweisen, die Zugang brauchen
at-add-user-text = Fügen Sie sich selbst und alle hinzu, die migrieren. Tun Sie das, bevor der Zugang geschlossen wird, damit niemand ausgesperrt wird.
at-menu-users-title = Benutzer und Gruppen öffnen
at-menu-users-text = Weisen Sie zuerst die Personen zu. Für andere wird der Zugang danach geschlossen.
at-assignment-yes-title = Zuweisung verlangen
at-assignment-yes-text = Wählen Sie Ja. Dann können nur die zugewiesenen Personen { $app } nutzen.
at-assignment-save-title = Speichern
at-assignment-save-text = Drücken Sie Speichern. Vorher gilt die Änderung nicht.
at-menu-properties-title = Eigenschaften öffnen
at-menu-properties-text = Der Schalter für die erforderliche Zuweisung steht in Eigenschaften.

elsewhere-title = Der nächste Schritt ist anderswo
elsewhere-text = { $step } Diese Seite gehört nicht dazu.
elsewhere-go = Dorthin gehen
straight = Direkt zur App gehen
dark-absent = Es ist nicht auf dieser Seite oder noch nicht erschienen.
dark-unsure = Etwas hier sieht danach aus, aber nicht sicher genug, um darauf zu zeigen: { $why }.
dark-disabled = Es ist da, aber abgeblendet: Dieses Konto darf nicht zustimmen. Nehmen Sie ein Konto mit der Rolle { $granter }.

dark-greyed = Es ist da, aber im Moment abgeblendet.
dark-behind = Es ist da, hinter etwas, das darüber geöffnet ist. Schließen Sie das zuerst.

handoff-make = Einen Link für die Person erstellen, die zustimmen darf
handoff-made = Senden Sie diesen Link an eine Person mit der Rolle { $granter }. Er gilt einmal und läuft nach einem Tag ab.
handoff-label = Link zur Übergabe
handoff-wait-title = Warten auf die Zustimmung
handoff-wait-text = Ihr Teil ist getan. Eine Person mit der Rolle { $granter } erteilt den Rest; dies wird von selbst grün, sobald Microsoft Graph es zeigt.

done-title = Autorisiert
done-text = Microsoft Graph antwortet: { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzer
       *[other] { $users } Benutzer
    }. Der Connector ist bereit.
done-back = Zurück zu { $app }
done-harden = Auf ausgewählte Personen beschränken

state-begun = Noch nicht verbunden
state-awaiting_sign_in = Warten auf die Anmeldung
state-needs_admin_consent = Angemeldet. Die Zustimmung eines Administrators fehlt.
state-propagating = Erteilt. Microsoft braucht einen Moment, um es zu zeigen.
state-authorized = Autorisiert: { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzer
       *[other] { $users } Benutzer
    }
state-needs_reauthorization = Eine neue Anmeldung ist nötig
state-blocked = Angehalten: { $title }

propagating-title = Erteilt, noch nicht sichtbar
propagating-text = Microsoft braucht einen Moment, um die Zustimmung zu verbreiten, meist weniger als eine Minute. Sie müssen nichts weiter tun; hier wird von selbst wieder nachgesehen.
waiting-text = { $reason }. In einem Moment wird wieder nachgesehen.
blocked-remedy = Was zu tun ist: { $remedy }
blocked-role = Wer es kann: { $role }
reauthorize-do = Erneut anmelden
check-do = Jetzt nachsehen
leave-do = Beenden
skip-do = Dies auslassen
assign-said = Die Personen sind zugewiesen
require-said = Es ist jetzt erforderlich
take-assign = Auf ausgewählte Personen beschränken
go-do = Die Seite für diesen Schritt öffnen
backend-trouble = Der Server unter { $address } antwortet nicht. Die Anleitung geht weiter, aber bis er antwortet, lässt sich nichts nachweisen.
step-proof = Nachgewiesen durch { $call }
step-page = Auf einer Seite gesehen, noch nicht nachgewiesen

wrong-declined-title = Die Zustimmung wurde abgelehnt
wrong-declined-text = Es wurde nichts erteilt. War das ein Versehen, melden Sie sich erneut an und drücken Sie Akzeptieren.
wrong-window-title = Das Fenster wurde geschlossen
wrong-window-text = Consentry kann nicht erkennen, ob die Zustimmung erteilt wurde, und fragt deshalb Microsoft Graph. Ändert sich nichts, drücken Sie die Schaltfläche noch einmal.
wrong-returned-title = Das Fenster endete ohne Zustimmung
wrong-returned-text = Microsoft meldet { $error }. Drücken Sie noch einmal „Administratorzustimmung erteilen“, wenn Sie so weit sind.
wrong-approval-title = Ein Administrator muss dies genehmigen
wrong-approval-text = Dieses Konto darf { $app } nicht zustimmen. Haben Sie ein Administratorkonto, wählen Sie auf dieser Seite den Link dafür; sonst bitten Sie jemanden, der eines hat.
wrong-approval-who = Kleinste Rolle, die genehmigen kann: { $role }. Ein Globaler Administrator kann es immer. Quelle: { $source }
wrong-approval-form = Sie können im Formular dieser Seite einen Grund angeben: Die Anforderung geht an die Personen, die Ihre Organisation bestimmt hat
wrong-approval-causes = Dieselbe Seite erscheint, solange die App eine Zuweisung verlangt und noch keine Administratorzustimmung hat, oder wenn Microsoft die Anforderung für riskant hält
wrong-approval-refused-title = Fordern Sie diese App nicht an
wrong-approval-refused-text = Die Anwendungs-ID dieser App wurde gemeldet, oder Ihre Organisation erlaubt sie nicht. Verlassen Sie diese Seite, und sagen Sie den Zuständigen für Sicherheit, wie Sie hierhergekommen sind.
wrong-requested-title = Ein Administrator wurde gefragt
wrong-requested-text = Microsoft hat Ihre Anforderung an die Personen gesendet, die sie genehmigen können. Nichts wird erteilt, bevor eine von ihnen es tut.
wrong-personal-title = Dies ist die Seite eines persönlichen Kontos
wrong-personal-text = Nötig ist ein Geschäftskonto. Schließen Sie diese Seite, und melden Sie sich mit dem Konto Ihrer Organisation an.
wrong-error-title = Microsoft hat die Anmeldung angehalten
wrong-error-text = Die Seite nennt AADSTS{ $code }. { $advice }
wrong-error-plain = Gehen Sie zurück zu { $app }, und beginnen Sie die Anmeldung von vorn.
lookalike = Eine andere App hat hier fast denselben Namen und eine andere Anwendungs-ID. Lassen Sie sie unberührt.

consent-title = { $app } bittet um Ihre Zustimmung
consent-text = Consentry erklärt, was verlangt wird. Die Entscheidung liegt bei Ihnen.
consent-unknown-app = Eine App
consent-held-title = Halt: Das gilt für alle, nicht nur für Sie
consent-held-text = Das Kästchen gibt { $app } Zugriff für Ihre ganze Organisation. Nehmen Sie den Haken wieder heraus; bis dahin bewirkt Akzeptieren nichts. { $why }
consent-forced-title = Halt: Das gilt für alle, nicht nur für Sie
consent-forced-text = Das Kästchen gibt { $app } Zugriff für Ihre ganze Organisation, und die Richtlinie Ihrer Organisation erlaubt das hier nicht. Nehmen Sie den Haken wieder heraus; bis dahin bewirkt Akzeptieren nichts. { $why }
consent-stopped = Akzeptieren wurde zurückgehalten. Es wurde keine Zustimmung erteilt.
consent-warned-title = Dies ist eine Zustimmung für alle
consent-warned-text = Mit dem Haken erhält die App Zugriff für Ihre ganze Organisation, und niemand wird mehr gefragt. Nehmen Sie den Haken heraus, außer jemand, dem Sie vertrauen, hat Ihnen gesagt, ihn zu setzen.
consent-malicious-title = Nicht akzeptieren: Diese App richtet Schaden an
consent-malicious-text = Die Anwendungs-ID dieser App wurde als bösartig gemeldet. Akzeptieren bewirkt nichts. Drücken Sie Abbrechen, und sagen Sie den Zuständigen für Sicherheit, wie Sie hierhergekommen sind.
consent-abused-title = Halt: Angreifer benutzen diese App
consent-abused-text = Sie ist ein ehrliches Programm, und wer in Konten einbricht, benutzt sie, um den Zugriff zu behalten. Akzeptieren bewirkt nichts. Hat niemand, den Sie kennen, Sie gebeten, sie zu verbinden, drücken Sie Abbrechen und informieren Sie die Zuständigen für Sicherheit.
consent-forbidden-title = Ihre Organisation erlaubt diese App nicht
consent-forbidden-text = Eine Richtlinie legt fest, welchen Apps zugestimmt werden darf; diese gehört nicht dazu. Akzeptieren bewirkt nichts. Drücken Sie Abbrechen; die Zuständigen für Consentry in Ihrer Organisation können die Richtlinie ändern.
consent-astray-title = Nicht die Zustimmung, um die es Ihnen ging
consent-astray-text = Etwas an dieser Zustimmung ist nicht wie erwartet; was, steht darunter. Drücken Sie Abbrechen, und beginnen Sie von vorn mit dem Konto und der Organisation dieser Verbindung. Steht es dann wieder da, fragen Sie den Hersteller der App.
consent-accept-unlit = Akzeptieren: { $why }
consent-must-title = { $app } braucht das Kästchen
consent-must-text = Diese App funktioniert nur, wenn die Zustimmung für die ganze Organisation gilt. Lesen Sie, was verlangt wird; wenn Sie für alle zustimmen, setzen Sie das Kästchen selbst und drücken Sie Akzeptieren.
consent-release = Ich will für alle zustimmen
consent-release-title = Zustimmung für die ganze Organisation?
consent-release-text = { $app } erhält diesen Zugriff für jedes Konto, und niemand wird mehr gefragt. Die eigene Anleitung von { $app } sagt, es nicht zu tun.
consent-release-yes = Ja, dieses eine Mal durchlassen
consent-release-no = Nein, weiter zurückhalten
consent-let = Ich kenne diese App und will zustimmen
consent-let-title = Eine gemeldete App hereinlassen?
consent-let-text = Sie erhält den Zugriff, der hier aufgeführt ist, und behält ihn auch nach einem Kennwortwechsel. Lassen Sie sie nur durch, wenn Sie sicher wissen, wer sie verlangt hat und warum.
consent-released = Sie haben entschieden, diese Zustimmung durchzulassen.
consent-tick-leave = Lassen Sie das Kästchen für die ganze Organisation leer
consent-tick-must = { $app } braucht das Kästchen für die ganze Organisation, und es ist nicht gesetzt
consent-tick-unsure = { $app } braucht das Kästchen für die ganze Organisation; welches das ist, ist hier nicht bekannt
consent-tick-set = Das Kästchen für die ganze Organisation ist gesetzt, wie { $app } es braucht
consent-tick-optional = Das Kästchen für die ganze Organisation kann gesetzt werden oder leer bleiben: { $app } funktioniert mit beidem
consent-glance-app-right = richtige App
consent-glance-app-entered = App nach der ID, die Sie eingetragen haben
consent-glance-app-microsofts = Microsofts eigene App
consent-glance-app-tool = Microsofts allgemeines Werkzeug
consent-glance-app-unknown = unbekannte App
consent-glance-app-unseen = App nicht genannt
consent-glance-app-forbidden = App hier nicht erlaubt
consent-glance-app-malicious = schädliche App
consent-glance-app-abused = App, die Angreifer benutzen
consent-glance-app-elsewhere = App anderswo registriert
consent-glance-organization-right = richtige Organisation
consent-glance-organization-wrong = falsche Organisation
consent-glance-organization-personal = persönliches Konto
consent-glance-organization-unknown = Organisation nicht genannt
consent-glance-account-right = richtiges Konto
consent-glance-account-wrong = falsches Konto
consent-glance-account-other = anderes Konto
consent-glance-account-unseen = Konto nicht gesehen
consent-app-known = Die Anwendungs-ID ist die von { $app }
consent-app-entered = Die Anwendungs-ID ist die, die Sie für { $app } eingetragen haben; sie ist nicht geprüft
consent-app-microsofts = Die Anwendungs-ID ist die von { $app }, einer App von Microsoft selbst
consent-app-tool = Die Anwendungs-ID ist die von { $app }: ein Werkzeug von Microsoft, das verlangt, was immer sein Benutzer will. Stimmen Sie nur zu, wenn Sie es selbst gestartet haben
consent-app-unknown = Consentry hat kein Profil dieser App: Die Anwendungs-ID sagt nichts aus
consent-app-unseen = Die Adresse sagt nicht, um welche App es geht
consent-app-forbidden = Von der Richtlinie Ihrer Organisation verboten: Anwendungs-ID { $id }
consent-app-not-allowed = Nicht unter den Apps, die Ihre Organisation erlaubt: Anwendungs-ID { $id }
consent-app-reported = Gemeldet als { $name }: { $says } Quelle: { $source }, { $date }
consent-owner-right = Sie ist dort registriert, wo { $app } registriert ist
consent-owner-wrong = Sie ist in einer anderen Organisation registriert als { $app }
consent-organization-right = Die Zustimmung gilt für { $tenant }, wie die Verbindung
consent-organization-wrong = Die Adresse nennt eine andere Organisation als { $tenant }, für die die Verbindung gilt
consent-organization-unknown = Die Adresse nennt die Organisation nicht; die Verbindung gilt für { $tenant }
consent-organization-personal = Dies ist für persönliche Konten, nicht für eine Organisation
consent-account-right = Angemeldet als { $account }
consent-account-other = Angemeldet als { $account }; die Verbindung wurde mit { $known } hergestellt
consent-account-foreign = Angemeldet als { $account }; die Verbindung wurde mit { $known } hergestellt. Ist das eine andere Organisation, zählt die Zustimmung dort nicht
consent-account-guest = { $account } ist hier ein Gast. Die Zustimmung eines Gasts nützt dieser Verbindung nicht
consent-account-personal = { $account } ist ein persönliches Konto
consent-account-unseen = Die Seite sagt nicht, wer angemeldet ist; die Verbindung wurde mit { $account } hergestellt
consent-redirect-known = Die Antwort geht an { $host }, wie zu erwarten
consent-redirect-portal = Die Antwort geht zurück ans Portal unter { $host }
consent-redirect-plain = Die Antwort geht an { $host }
consent-redirect-unexpected = Die Antwort geht an { $host }; das Profil der App nennt diese Adresse nicht
consent-publisher-same = Die Seite nennt { $publisher } als Herausgeber, wie zu erwarten. Ein Name beweist nichts
consent-publisher-other = Die Seite nennt { $publisher } als Herausgeber; zu erwarten war { $wanted }
consent-publisher-shown = Die Seite nennt { $publisher } als Herausgeber. Ein Name beweist nichts
consent-publisher-verified = Die Seite zeigt das Abzeichen eines verifizierten Herausgebers. Solche Abzeichen wurden schon erschlichen
consent-publisher-unverified = Microsoft hat nicht überprüft, wer diese App herausgibt
consent-publisher-unseen = Ob der Herausgeber verifiziert ist, war nicht zu sehen
consent-scopes-expected = Verlangt wird, was zu erwarten ist
consent-scopes-unexpected = Verlangt wird mehr als zu erwarten: { $scopes }
consent-scopes-missing = Nicht verlangt wird, was { $app } bekanntlich braucht: { $scopes }
consent-for-all = Dies gilt für alle in der Organisation
consent-by-prompt = Es kam als Anmeldung und verlangt die Zustimmung für alle in der Organisation
consent-by-link = Jemandes Link führte hierher: Es gilt für alle in der Organisation, und niemand wird mehr gefragt
consent-asks = { $count ->
        [one] 1 Berechtigung
       *[other] { $count } Berechtigungen
    }: { $risks }
consent-asks-unlisted = Die Adresse sagt nicht, was verlangt wird; die Seite führt es auf
consent-risk-low = geringes Risiko
consent-risk-medium = mittleres Risiko
consent-risk-high = hohes Risiko
consent-risk-critical = kritisches Risiko
consent-again-nothing = Alles wurde schon früher erteilt: Es wird nichts Neues verlangt
consent-again-adds = Ein Teil wurde schon früher erteilt. Neu ist: { $scopes }
consent-change-counts = Die Zustimmung fügt { $adds ->
        [one] eine Berechtigung
       *[other] { $adds } Berechtigungen
    } hinzu und behält { $keeps } schon vorhandene
consent-change-all-new = Die Zustimmung fügt { $adds ->
        [one] eine Berechtigung hinzu, die noch nicht vorhanden ist
       *[other] { $adds } Berechtigungen hinzu; davon ist noch keine vorhanden
    }
consent-change-nothing = Die Zustimmung fügt nichts hinzu: { $keeps ->
        [one] die eine Berechtigung ist schon vorhanden
       *[other] alle { $keeps } sind schon vorhanden
    }
consent-change-revokes = Früher für alle erteilt und nicht in dieser Liste; die Zustimmung kann es daher entziehen: { $permissions }
consent-change-unlisted = Nicht alles, was verlangt wird, ist hier bekannt; was eine Zustimmung hinzufügt oder entzieht, ist es darum auch nicht
consent-change-unknown = Was die App schon hat, ist nicht bekannt, also auch nicht, was eine Zustimmung hinzufügt oder entzieht
consent-change-unknown-application = Welche Anwendungsberechtigungen sie hat, ist nicht bekannt
consent-change-unknown-delegated = Welche delegierten Berechtigungen sie hat, ist nicht bekannt
consent-role-needed = Kleinste Rolle, die das kann: { $role }. Ein Globaler Administrator kann es immer. Quelle: { $source }
consent-role-oneself = Um für sich selbst zuzustimmen, braucht es keine Rolle, soweit Ihre Organisation ihre Mitglieder Apps zustimmen lässt
consent-role-unless = Um für sich selbst zuzustimmen, braucht es keine Rolle, außer Ihre Organisation überlässt das Microsoft: Dann braucht { $scopes } einen Administrator. Quelle: { $source }
permission-title-application = { $name }, für die App selbst
permission-as-person = In Ihrem Namen: { $means }
permission-on-its-own = Von sich aus, ohne dass jemand angemeldet ist: { $means }
permission-thief = In falschen Händen: { $text }
permission-because = Warum { $risk }: { $text }
permission-unknown = Nach dem Namen beurteilt als { $risk }: nicht in Consentrys Liste.
permission-why = Wofür es gebraucht wird: { $text }
dark-other-tenant = Die Schaltfläche hier gehört zu einer anderen Organisation als der, die sich angemeldet hat. Wechseln Sie im Portal zur richtigen Organisation.
dark-off = Microsoft hat diese Seite geändert; bis sie wieder bekannt ist, wird hier auf nichts gezeigt. Folgen Sie den Worten.
dark-no-profile = Kein Profil kennt diese App, daher würde eine Anleitung auf nichts zeigen.
wrong-app-title = Dies ist eine andere App
wrong-app-text = Die Anwendungs-ID hier ist nicht die von { $app }, wie auch immer sie heißt. Gehen Sie zurück zur Liste.
step-signed = Durch die Anmeldung nachgewiesen
connect-do = Anmelden und verbinden
backend-garbled = Was unter { $address } antwortet, ist kein Consentry-Server. Prüfen Sie die Adresse.
returned-title = Das Fenster ist zurück
returned-text = Es sagt, dass die Zustimmung erteilt wurde. Consentry fragt Microsoft Graph, ob das stimmt.

consent-held-any = Akzeptieren wurde zurückgehalten: Ein Kästchen ist gesetzt, und es kann das für die ganze Organisation sein. Nehmen Sie die Haken heraus.
early-title = Drücken Sie noch einmal
early-text = Ein Kästchen wurde gesetzt, bevor Consentry diese Seite gelesen hatte; deshalb wurde Ihr Klick zurückgehalten. Jetzt ist sie gelesen, und hier wird nichts zurückgehalten: Drücken Sie noch einmal.
unseen-title = Consentry hält sich aus dieser Seite heraus
unseen-text = Es ist so eingestellt, dass es diese Seite nur an ihrer Adresse kennt. Hier wird nichts beleuchtet und nichts zurückgehalten: Lesen Sie die Seite selbst, bevor Sie akzeptieren.
unseen-app-unknown = Die Adresse nennt eine App, von der Consentry kein Profil hat: { $id }
unseen-tenant = Die Organisation in der Adresse: { $tenant }
unseen-tenant-any = Die Adresse nennt keine Organisation: Es wird die des Kontos sein, das Sie wählen
unseen-redirect = Die Antwort geht an { $host }
unseen-scopes = Die Adresse verlangt: { $scopes }
unseen-tick = Nicht gesehen: ob das Kästchen für die ganze Organisation da und gesetzt ist
unseen-permissions = Nicht gesehen: die Liste der Berechtigungen auf der Seite
unseen-account = Nicht gesehen: welches Konto angemeldet ist
access-withheld = Der Browser gibt Consentry keinen Zugriff auf die Anmeldeseiten: Er wurde im Websitezugriff der Erweiterung entzogen. Dort wird nichts beleuchtet oder zurückgehalten, und nicht einmal die Adresse ist bekannt.
access-barred-title = Von dieser Seite ferngehalten
access-barred-text = Die Browserrichtlinie Ihrer Organisation lässt keine Erweiterung in diese Seite. Consentry kann sie nicht sehen und hier nichts beleuchten oder zurückhalten. Microsoft Graph sagt trotzdem, ob eine Zustimmung da ist.
settings-from-package = Eine mitgelieferte Einstellung
settings-from-own = Eine Einstellung von Ihnen
settings-from-policy = Die Richtlinie Ihrer Organisation
settings-refused = { $from } gilt nicht: { $name }. { $why }
settings-unknown = Es gibt keine Einstellung dieses Namens.
settings-needs-backend = Es muss eine https-Adresse sein oder eine http-Adresse auf diesem Computer.
settings-needs-portal = Es muss eine https-Adresse des Azure-Portals oder des Entra Admin Centers sein.
settings-needs-tick = Es muss warn, confirm oder forbid sein.
settings-needs-language = Es muss eines von diesen sein: { $tags }.
settings-needs-yes-or-no = Es muss true oder false sein.
settings-needs-text = Es muss ein Text sein.
settings-needs-clients = Es muss eine Liste von Anwendungs-IDs sein.
settings-needs-client = { $count ->
        [one] Einer der Einträge ist keine Anwendungs-ID und wurde ausgelassen.
       *[other] { $count } der Einträge sind keine Anwendungs-IDs und wurden ausgelassen.
    }
data-pack = Was Consentry über Microsofts Seiten weiß, kommt aus dem Datenpaket { $serial } Ihrer Organisation, über dem mitgelieferten { $built_in }.
data-refused = Das Datenpaket Ihrer Organisation wurde nicht übernommen: { $why }.
settings-fixed = Von Ihrer Organisation festgelegt: { $names }
settings-zero-touch-on = Consentry hält sich aus den Anmeldeseiten heraus. Es leitet nach ihrer Adresse und nach Microsoft Graph an.
settings-zero-touch-off = Consentry sieht sich die Anmeldeseiten an, beleuchtet das richtige Steuerelement und hält eine Zustimmung für alle zurück.
settings-zero-touch-begin = Aus den Anmeldeseiten heraushalten
settings-zero-touch-end = Die Anmeldeseiten wieder ansehen

manifest-name = Consentry
manifest-description = Führt durch die Autorisierung eines Office 365-Connectors: zeigt den nächsten Schritt, verhindert Zustimmung für alle, weist nach.
step-progress = Schritt { $at } von { $of }

# Was Karte und Seitenleiste von sich aus sagen.
face-hide = Diese Karte ausblenden
face-page = Seite:
face-loading = wird noch geladen
face-dark = Nichts ist beleuchtet:
face-consent = Zustimmungsseite:
face-lit = Beleuchtet
face-looked-for = Gesucht
face-diagnosis-copied = Ohne Namen kopiert
face-diagnosis-copy = Ohne Namen kopieren
face-case-copied = Als Testfall kopiert, maskiert
face-case-copy = Diese Seite als Testfall kopieren
face-found = gefunden:
face-not-there = nicht da
face-none = keine
face-because = Weil
face-reasons = Gründe
face-signs-for = dafür:
face-signs-against = dagegen:
face-state-done = Erledigt
face-state-current = Jetzt
face-state-later = Später
face-state-skipped = Ausgelassen
face-next-try = Nächster Versuch:
face-missing = Noch nicht erteilt:
face-role-needed = Nötig ist mindestens:
face-assigned = Zugewiesen:
face-for-everybody = Für alle erteilt:
face-beyond = Erteilt über das hinaus, was die App angibt:
face-not-known = Nicht bekannt:
face-needs = braucht
face-remedy = Was zu tun ist:
face-code = Eigener Code:
face-open = Die Seite dafür öffnen
face-guard-released = Sie haben den Haken für die ganze Organisation durchgelassen
face-guard-held = Akzeptieren wurde zurückgehalten, solange der Haken für die ganze Organisation gesetzt war
face-guard-ticked = Der Haken für die ganze Organisation war eine Zeit lang gesetzt
face-guard-offered = Der Haken für die ganze Organisation wurde angeboten und blieb draußen
face-proof = Nachweis
face-assigned-only = Nur zugewiesene Personen können die App nutzen
face-everybody = Alle in der Organisation können die App nutzen
face-exposure = Wer sie nutzen kann
face-backend = Server:
face-settings = Einstellungen
face-begin = Was möchten Sie verbinden?
face-begin-more = Etwas anderes verbinden
face-diagnostics = Diagnose
face-nothing-seen = Auf dieser Seite wurde noch nichts angesehen.
face-tone-good = Gut:
face-tone-caution = Vorsicht:
face-tone-bad = Halt:
face-permissions = Was jede Berechtigung erlaubt
face-checks = Was sonst geprüft wurde
face-copied = Kopiert
face-copy = Kopieren

# Die Seitenleiste: mehrere Verbindungen, Wege durch den Ablauf und hinaus.
label-granter = Sie wurden gebeten, dies zu erteilen
side-source = Kopieren von
side-destination = Kopieren nach
back-do = Einen Schritt zurück
back-here = Sie sind zu einem erledigten Schritt zurückgegangen. Dadurch geht nichts verloren.
forward-do = Dort weitermachen, wo Sie waren
step-again = { $note }. Sie sind zu ihm zurückgegangen
leave-ask = Beenden
start-over-ask = Von vorn beginnen
leave-title = { $app } beenden?
start-over-title = Mit { $app } von vorn beginnen?
leave-nothing-changes = In Ihrer Organisation ändert sich dadurch nichts.
leave-lost-steps = Die Schritte und was über sie bekannt ist, werden aus diesem Browser entfernt
leave-lost-again = Sie beginnen wieder mit dem ersten Schritt; was über die anderen bekannt ist, geht verloren
leave-lost-access = Dieser Browser verliert den Zugriff auf die Verbindung: Er kann sie nicht mehr beobachten und nicht mehr löschen
leave-lost-bearer = Dieser Browser verliert den Zugriff auf die Verbindung, und sie wurde nicht hier hergestellt: Löschen kann sie nur, wer sie hergestellt hat
leave-lost-reminder = Die Erinnerung, die Sie gesetzt haben, geht verloren
leave-stays-handoff = Ein gesendeter Link zur Übergabe gilt, bis er abläuft
leave-stays-grant = Die Zustimmung bleibt: { $app } behält, was erteilt wurde, bis es jemand zurücknimmt, wie unter Rückgängig gezeigt
leave-delete-does = Beim Löschen vergisst der Server die Anmeldung, was er gelesen hat und sein Protokoll, und widerruft die Anmeldung, wo Microsoft das annimmt
leave-stay = Bleiben
leave-keep = Beenden, und der Server behält die Daten
leave-delete = Beenden und Gespeichertes löschen
start-over-do = Von vorn beginnen
start-over-keep = Von vorn beginnen, und der Server behält die Daten
start-over-delete = Von vorn beginnen und Gespeichertes löschen
deleted-title = Gelöscht: { $app }
deleted-text = Der Server hat diese Verbindung vergessen.
deleted-revoked = Widerrufen: { $what }
deleted-forgotten = Vergessen: { $what }
deleted-remains = Bleibt: { $what }
deleted-dismiss = Ausblenden
harden-done = { $what }: erledigt, wie Graph zeigt
harden-said = { $what }: erledigt, wie Sie sagten oder die Seite zeigte; Graph darf es dieser App nicht sagen
harden-open = { $what }: nicht erledigt
harden-unknown = { $what }: nicht bekannt
harden-grant = 1. Zustimmung erteilen
harden-assign = 2. Personen zuweisen
harden-require = 3. Zuweisung verlangen
harden-verify = 4. Prüfen
harden-closed = Nur zugewiesene Personen können die App nutzen
harden-have = Zugewiesen: { $names }
harden-keep = Würden den Zugang behalten: { $names }
harden-yourself = Graph nennt Namen und keine Konten. Sehen Sie nach, ob { $account }, hier angemeldet, darunter ist
harden-groups = Von einer zugewiesenen Gruppe zählen nur die direkten Mitglieder, nicht die von Gruppen darin
harden-nobody = Niemand ist zugewiesen: Würde jetzt eine Zuweisung verlangt, wären alle ausgesperrt, auch Sie. Weisen Sie zuerst Personen zu
harden-assigned-unknown = Wer zugewiesen ist, ist nicht bekannt: Die App darf es nicht lesen. Sehen Sie nach, bevor Sie die App schließen
harden-lose = Würden den Zugang verlieren: alle anderen, bei ihrer nächsten Anmeldung (AADSTS50105), auch Administratoren
harden-app-itself = Was die App von sich aus tut, ohne dass jemand angemeldet ist, bleibt davon unberührt
harden-sign-ins-unknown = Wer die App zuletzt genutzt hat, ist hier nicht bekannt: Dazu braucht es die Anmeldeprotokolle, die die App nicht liest
recipe-assigned-title = Nachsehen, wer zugewiesen ist
recipe-assigned-text = Liest die Liste der Personen und Gruppen; ändert nichts.
recipe-assigned-step-1 = Öffnen Sie Benutzer und Gruppen von { $app }: Dort steht die Liste.
recipe-sign-ins-title = Nachsehen, wer sie zuletzt genutzt hat
recipe-sign-ins-text = Liest die Anmeldeprotokolle der letzten 30 Tage; ändert nichts. Dazu braucht es Microsoft Entra ID P1 oder P2 und mindestens die Rolle „Reports Reader“.
recipe-sign-ins-step-1 = Öffnen Sie { $app } in „Enterprise applications“.
recipe-sign-ins-step-2 = Wählen Sie im Menü „Sign-in logs“, unter „Activity“.
recipe-grant-title = Zurücknehmen, was erteilt wurde
recipe-grant-text = { $app } verliert die Berechtigungen. Die Verbindungen enden mit dem nächsten Aufruf, auch die anderer Personen.
recipe-grant-step-1 = Öffnen Sie Berechtigungen von { $app }.
recipe-grant-step-2 = Öffnen Sie auf der Registerkarte „Admin consent“ das Menü (…) jeder Berechtigung, und wählen Sie „Revoke permission“.
recipe-grant-step-3 = Was Personen für sich selbst erteilt haben, steht auf der Registerkarte „User consent“. Das Portal kann das nicht widerrufen: Nehmen Sie Graph oder PowerShell.
recipe-require-title = Wieder für alle öffnen
recipe-require-text = Alle in der Organisation können sich wieder bei { $app } anmelden. Wer zugewiesen ist, bleibt zugewiesen.
recipe-require-step-1 = Öffnen Sie Eigenschaften von { $app }.
recipe-require-step-2 = Stellen Sie „Zuweisung erforderlich?“ auf Nein, und drücken Sie Speichern.
recipe-disable-title = Ausschalten
recipe-disable-text = Niemand kann sich mehr bei { $app } anmelden, und die App erhält keine neuen Token. Ihre Berechtigungen bleiben; sie kann also wieder eingeschaltet werden.
recipe-disable-step-1 = Öffnen Sie Eigenschaften von { $app }.
recipe-disable-step-2 = Stellen Sie „Enabled for users to sign in?“ auf Nein, und drücken Sie Speichern.
recipe-delete-title = Aus der Organisation entfernen
recipe-delete-text = { $app } wird hier gelöscht, mit den Berechtigungen und den Zuweisungen. Die App kommt ohne sie zurück, wenn sich jemand bei ihr anmeldet und wieder zustimmt.
recipe-delete-step-1 = Öffnen Sie Eigenschaften von { $app }.
recipe-delete-step-2 = Wählen Sie „Delete“, und bestätigen Sie.
way-portal = Im Portal
way-portal-open = Die Seite dafür öffnen
way-graph = Mit Microsoft Graph
way-graph-how = Braucht die delegierten Berechtigungen { $scopes }. Eine ID in spitzen Klammern ist eine von denen, mit denen die Anfrage davor antwortet; senden Sie die Anfrage für jede einmal.
way-graph-request = Anfrage
way-powershell = Mit PowerShell
way-powershell-how = Braucht das Modul Microsoft.Graph.
way-powershell-commands = Befehle
undo-check = Ich habe es getan: nachsehen
undo-asking = Microsoft Graph wird gefragt
undo-refused = Zurückgenommen: Microsoft Graph verweigert, was vorher erlaubt war
undo-gone = Entfernt: Microsoft kennt die App in dieser Organisation nicht mehr
undo-disabled = Ausgeschaltet: Microsoft sagt es
undo-open = Wieder offen: Microsoft Graph sagt, dass keine Zuweisung verlangt wird
undo-still = Noch nicht: Microsoft Graph antwortet wie bisher. Ein schon ausgegebenes Token gilt bis zu etwa einer Stunde; sehen Sie später wieder nach
undo-unknown = Nicht bekannt: Microsofts Antwort lässt es nicht erkennen. Sehen Sie im Portal nach
state-taken-back = Zurückgenommen
taken-back-title = Zurückgenommen
taken-back-text = Microsoft zeigt, dass { $app } nicht mehr hat, was erteilt worden war.
resume-do = Wieder einrichten
reminder-title = An das Zurücknehmen erinnern
reminder-text = Eine Kopie ist eines Tages fertig, und dann braucht niemand mehr die Zustimmung. Der Tag wird in diesem Browser aufbewahrt.
reminder-field = Tag
reminder-set = Erinnerung setzen
reminder-clear = Erinnerung entfernen
reminder-waits = Eine Erinnerung ist gesetzt
reminder-due = Der Tag ist da, an dem diese Zustimmung zurückgenommen werden sollte. Wie das geht, steht unter Rückgängig
reminder-badge = Consentry: Zeit, zurückzunehmen, was { $apps } erteilt wurde
record-json = Das Protokoll als JSON
record-html = Das Protokoll als Seite
dark-reduced = Die Anleitung ist reduziert: Auf Seiten spricht nur der Wächter, und nichts wird beleuchtet. Was es wäre, sagt die Seitenleiste.
settings-title = Optionen von Consentry
settings-text = Was Sie hier einstellen, wird in diesem Browser aufbewahrt. Was Ihre Organisation festlegt, geht vor.
settings-save = Speichern
settings-more = Alle Optionen
settings-reset = Zurück zum bisherigen Wert
settings-locked = Von Ihrer Organisation festgelegt. Die Zuständigen für Consentry dort können es ändern.
settings-access = Der Browser sagt Consentry noch nicht, wenn eine Seite von { $host } offen ist. Ohne das beginnt ein Link zur Übergabe dieses Servers hier nichts.
settings-access-allow = Consentry Seiten von { $host } sehen lassen
settings-needs-ids = Keine Anwendungs-ID: { $wrong }. Eine sieht so aus: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Server
setting-backend-help = Die Adresse des Servers, der Microsoft Graph fragt. Ohne ihn geht die Anleitung weiter und weist nichts nach.
setting-portal-label = Portal
setting-portal-help = Wohin Links führen: zum Azure-Portal oder zum Entra Admin Center Ihrer Cloud.
setting-language-label = Sprache
setting-language-help = Die Sprache von allem, was Consentry sagt. Microsofts Seiten behalten ihre eigene.
setting-language-browser = Wie der Browser
setting-tickPolicy-label = Das Kästchen für die ganze Organisation
setting-tickPolicy-help = Was geschieht, solange es gesetzt ist, obwohl die App es nicht haben darf.
setting-tickPolicy-warn = Es sagen, nichts zurückhalten
setting-tickPolicy-confirm = Akzeptieren zurückhalten, bis ich es durchlasse
setting-tickPolicy-forbid = Akzeptieren zurückhalten, nichts durchlassen
setting-zeroTouch-label = Aus den Anmeldeseiten heraushalten
setting-zeroTouch-help = Dort läuft kein Skript. Consentry leitet nach Adressen und nach Microsoft Graph an; nichts wird beleuchtet und nichts zurückgehalten.
setting-reducedGuidance-label = Reduzierte Anleitung
setting-reducedGuidance-help = Auf Seiten spricht nur der Wächter. Alles andere steht in der Seitenleiste.
setting-allowedClients-label = Apps, denen zugestimmt werden darf
setting-allowedClients-help = Anwendungs-IDs, eine je Zeile. Steht hier eine, wird jede andere App zurückgehalten. Leer: alle dürfen.
setting-forbiddenClients-label = Apps, denen nicht zugestimmt werden darf
setting-forbiddenClients-help = Anwendungs-IDs, eine je Zeile.
practice-word = Übung
practice-sentence = Dies ist ein Übungsmandant auf diesem Computer. Nichts hier berührt eine echte Organisation.
practice-title = Was Sie ausprobieren können
practice-text = Gehen Sie den Weg einmal, und treten Sie absichtlich in die Falle.
practice-trap = Setzen Sie auf der Zustimmungsseite das Kästchen für die ganze Organisation: Akzeptieren wird zurückgehalten
practice-proof = Kommen Sie an: Microsoft Graph, oder was hier dafür steht, beantwortet beide Zahlen
practice-try = Übung: Setzen Sie das Kästchen einmal, und drücken Sie Akzeptieren, um zu sehen, was geschieht. Nehmen Sie es dann wieder heraus
practice-begin-title = Zuerst üben
practice-begin-text = Dieser Befehl, im Ordner mit dem Quelltext von Consentry, startet einen Übungsmandanten und einen eigenen Browser, der ihn unter Microsofts Namen zeigt. Alles dort ist als Übung gekennzeichnet; in diesem Browser ändert sich nichts.
practice-command = Befehl
head-connections = Ihre Verbindungen
head-guided = Hier angeleitet
head-side = Welche Seite ist es?
head-after = Nach der Zustimmung
head-harden = Einschränken, wer sie nutzen kann
head-undo = Rückgängig
head-record = Protokoll
head-record-text = Wer gebeten hat, wer sich angemeldet hat, was der Wächter gesehen hat und was Microsoft Graph geantwortet hat; jeder Eintrag ist versiegelt, sodass eine Änderung auffällt.
head-save-file = Datei speichern
head-record-copy = Das Protokoll
settings-saved = Gespeichert

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = Es verlangt mindestens { $count ->
        [one] { $count } Berechtigung
       *[other] { $count } Berechtigungen
    } für die Organisation; nicht alle sind hier bekannt. Sie sehen jede, bevor Sie zustimmen.
begin-asks-unknown = Welche Berechtigungen verlangt werden, ist hier nicht bekannt. Sie sehen jede, bevor Sie zustimmen.
begin-role = Die Dokumentation von { $app } verlangt: { $role }
begin-side-source = { $app } wird in der Organisation autorisiert, aus der Sie kopieren
begin-side-destination = { $app } wird in der Organisation autorisiert, in die Sie kopieren
begin-side-both = { $app } wird zweimal autorisiert: in der Organisation, aus der Sie kopieren, und in der, in die Sie kopieren
begin-clouds = { $app } wird angeboten für: { $clouds }
begin-cloud-global = Microsofts weltweite Cloud
begin-cloud-us-gov = Microsofts Cloud für US-Behörden
begin-cloud-china = Microsofts Cloud in China
profile-unverified = Bei { $app } nicht geprüft: { $fields }
profile-no-id = Die Anwendungs-ID von { $app } ist hier nicht bekannt; deshalb wird auf nichts gezeigt, was nur an einer ID zu erkennen ist. Nehmen Sie die ID vom Hersteller und tragen Sie sie in der Seitenleiste von Consentry ein.
profile-no-id-own = Jede Organisation registriert { $app } selbst. Tragen Sie die Anwendungs-ID Ihrer Registrierung in der Seitenleiste von Consentry ein; bis dahin wird auf nichts gezeigt, was nur an einer ID zu erkennen ist.
client-label = Anwendungs-ID von { $app }
client-help = Keine öffentliche Quelle nennt sie. Der Hersteller kann sie Ihnen sagen und, wenn { $app } schon in Ihrer Organisation ist, auch das Portal: Unternehmensanwendungen, { $app }, Anwendungs-ID (nicht Objekt-ID).
client-help-own = Das Portal zeigt sie: App-Registrierungen, Ihre Registrierung für { $app }, Anwendungs-ID (Client) (nicht Objekt-ID).
client-entered = Sie haben für { $app } die Anwendungs-ID { $id } eingetragen. Sie ist nicht geprüft: Vergleichen Sie sie mit der Angabe des Herstellers.
client-needs-form = Keine Anwendungs-ID: { $wrong }. Kopieren Sie sie ganz, wie d62121f3-e023-4972-b6b0-794190c0fd98, von der oben genannten Stelle.
client-needs-own = Das ist die Anwendungs-ID von { $other }, nicht die von { $app }. Kopieren Sie sie noch einmal von der oben genannten Stelle.
client-needs-harmless = Diese Anwendungs-ID wurde als schädlich gemeldet: { $other }. Verwenden Sie sie nicht und fragen Sie den Hersteller von { $app } nach seiner.
client-needs-allowed = Ihre Organisation erlaubt die App mit dieser ID nicht. Fragen Sie die Zuständigen für Consentry dort.
profile-source = Quelle: { $source }
profile-field-client_ids = Anwendungs-ID
profile-field-owner_tenant = wo sie registriert ist
profile-field-publisher = Herausgeber
profile-field-callback_hosts = wohin Antworten gehen
profile-field-tick = Rat zum Kästchen für die Organisation
profile-field-role = Rolle, die die Dokumentation verlangt
profile-field-sides = wo sie autorisiert wird
profile-field-clouds = Clouds, für die sie angeboten wird
profile-field-retired = ob sie noch angeboten wird
profile-field-delegated = delegierte Berechtigungen
profile-field-application = Anwendungsberechtigungen
profile-field-entry = ihre eigenen Seiten
consent-scopes-unlisted = Nicht in Consentrys Liste für { $app }, die nicht vollständig ist: { $scopes }
connect-without = Ohne Nachweis weiter
connect-said = Ich habe mich dort angemeldet
grant-said = Es wurde erteilt
state-unproven = Führung ohne Nachweis: Kein Backend fragt Microsoft Graph
step-person = Von Ihnen angegeben; nicht nachgewiesen
done-unproven-title = Erledigt, nicht nachgewiesen
done-unproven-text = Die Schritte für { $app } sind erledigt, soweit dieser Browser und Sie es sagen können. Niemand hat Microsoft Graph gefragt: Sehen Sie in { $app } nach, ob es funktioniert.
handoff-wait-unproven = Ihr Teil ist erledigt. Bitten Sie einen { $granter }, { $app } die Berechtigungen zu erteilen. Hier fragt niemand Microsoft Graph: Geben Sie an, wenn es geschehen ist.
returned-unproven = Es meldet, dass die Erteilung angenommen wurde. Hier fragt niemand Microsoft Graph, deshalb ist das nicht nachgewiesen.
wrong-window-unproven = Consentry kann nicht erkennen, ob die Erteilung angenommen wurde. Drücken Sie die Schaltfläche erneut, oder sehen Sie im Portal nach.
settings-needs-profiles = Es muss ein Objekt sein: zu jeder Profil-ID, was hinzukommt oder sich ändert.

# Die Seiten des Backends: der Link zum Weitergeben, und wo eine Anmeldung endet

page-footer = Consentry liest nur. Es erteilt nie etwas und fragt nie nach einem Kennwort.
page-error-remedy = Was zu tun ist
page-error-role = Wer es kann
page-error-link = Die Stelle öffnen, an der es geht
page-error-code = Code von Microsoft
page-nothing-title = Sie können diese Seite schließen.
page-nothing-text = Hier ist nichts mehr zu tun.
page-nobody-title = Noch hat sich niemand angemeldet.
page-nobody-text = Gehen Sie dorthin zurück, wo Sie begonnen haben, und fangen Sie neu an.
page-missing-title = Sie sind angemeldet.
page-missing-text = Eines fehlt noch, und das ist zu erwarten: Ein Administrator Ihrer Organisation muss { $app } die eigenen Berechtigungen erteilen. Gehen Sie dorthin zurück, wo Sie begonnen haben; dort steht der nächste Schritt.
page-spreading-title = Fast geschafft.
page-spreading-text = Die Zustimmung wurde erteilt und verbreitet sich in den Diensten von Microsoft. Das dauert bis zu einigen Minuten.
page-done-title = { $app } ist vollständig autorisiert.
page-done-text = Microsoft Graph antwortet: { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzer
       *[other] { $users } Benutzer
    }.
page-close = Sie können diese Seite schließen.
page-thanks-title = Danke.
page-thanks-text = Consentry fragt jetzt Microsoft Graph, ob die Zustimmung für { $app } angekommen ist. Wer Ihnen den Link geschickt hat, sieht die Antwort meist innerhalb einer Minute.
page-elsewhere-title = Die Zustimmung eines Administrators ist zurückgekommen.
page-elsewhere-text = Möglicherweise hat ein Administrator zugestimmt. Kehren Sie dorthin zurück, wo Sie begonnen haben: Dort fragt Consentry Microsoft Graph, und nur diese Antwort zählt. Sie können diese Seite schließen.
page-grant-title = { $app } die Berechtigungen erteilen
page-grant-lead = Jemand in Ihrer Organisation hat begonnen, die App zu verbinden, und braucht Sie für einen Schritt.
page-grant-already = Das ist schon erledigt.
page-who = Wer fragt
page-who-account = Angemeldet als
page-who-label = Dort so genannt
page-who-organization = Organisation
page-who-app = Anwendungs-ID
page-who-publisher = Herausgeber
page-how = Wie
page-how-role = Sie brauchen die Rolle { $role } oder „Globaler Administrator“. Das Portal bittet Sie, sich anzumelden; diese Seite tut das nie.
page-how-open = { $app } im Portal öffnen
page-how-here = Wählen Sie dort „Berechtigungen“ und dann „Administratorzustimmung erteilen“.
page-how-list = Öffnen Sie dort { $app } in der Liste (vergleichen Sie die Anwendungs-ID), und wählen Sie „Berechtigungen“ und dann „Administratorzustimmung erteilen“.
page-how-else = Wenn sich das Portal nicht öffnet
page-how-address = Die Seite von Microsoft für dieselbe Zustimmung hat diese Adresse. Prüfen Sie vor dem Öffnen, dass sie mit dem Namen von Microsofts Anmeldung beginnt:
page-what = Was erteilt wird
page-what-application = { $app } erhält diese Berechtigungen für sich selbst, für die Daten aller, ohne dass jemand angemeldet ist:
page-what-delegated = Die Seite von Microsoft nennt auch diese, für die angemeldete Person:
page-what-repeated = Sie kann wiederholen, worum die Anmeldung gebeten hat: { $scopes }.
page-what-more = Zeigt die Seite von Microsoft etwas anderes, dann akzeptieren Sie nicht, und fragen Sie nach bei dem, der Ihnen das geschickt hat.
