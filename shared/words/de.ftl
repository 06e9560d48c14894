# Was Consentry sagt, auf Deutsch. Kurz, ruhig, konkret: was zu tun ist und warum.
# Microsofts Steuerelemente heißen wie in labels.toml.

language-name = Deutsch
language-direction = ltr
# Between the parts of a list, and between the last two of a choice.
list-and = { $one }, { $other }
list-or = { $one } oder { $other }

manifest-name = Consentry
manifest-description = Führt durch die Autorisierung von Microsoft 365-Apps: zeigt den nächsten Schritt, blockiert Fehlzustimmungen, prüft das Ergebnis.

# Roles as Microsoft names them.
role-cloud-application-administrator = Cloudanwendungsadministrator
role-application-administrator = Anwendungsadministrator
role-privileged-role-administrator = Administrator für privilegierte Rollen
role-global-administrator = Globaler Administrator
role-license-administrator = Lizenzadministrator
role-user-administrator = Benutzeradministrator
role-security-administrator = Sicherheitsadministrator
role-conditional-access-administrator = Administrator für bedingten Zugriff

step-connect-title = Anmelden und verbinden
step-connect-text = Verbinden Sie { $app } zuerst mit Ihrem eigenen Konto.
step-grant-title = Administratorzustimmung erteilen
step-grant-text = Die Administration erteilt { $app } im Portal die Berechtigungen.
step-load-title = In { $app } prüfen
step-load-text = Laden Sie den Connector in { $app }, um die gefundenen Websites und Benutzerkonten zu sehen.
step-assign-title = Festlegen, wer die App nutzen darf
step-assign-text = Weisen Sie sich selbst und alle an der Migration Beteiligten zu, bevor Sie den Zugriff einschränken.
step-require-title = Zugriff einschränken
step-require-text = Legen Sie fest, dass eine Zuweisung erforderlich ist. Dann können nur zugewiesene Personen { $app } nutzen.
step-progress = Schritt { $at } von { $of }
actor-starter = Sie

begin-title = { $app } autorisieren
begin-text = Es sind zwei Schritte: Sie melden sich an und stellen die Verbindung her; danach erteilt die Administration { $app } die Berechtigungen. Welche Rolle haben Sie?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint-Administrator
begin-needs = Rolle mit den geringsten Rechten für den zweiten Schritt: { $granter }. Die Rolle Globaler Administrator genügt immer. Quelle: { $source }
begin-asks = Die App fordert { $count ->
        [one] eine Berechtigung
       *[other] { $count } Berechtigungen
    } für Ihre Organisation an. Sie können jede einzeln prüfen, bevor Sie zustimmen.

at-authorize-new-connector-title = Neuen Connector beginnen
at-authorize-new-connector-text = Wählen Sie auf der Quell- oder der Zielseite „Authorize New Connector“ aus.
at-connector-row-title = Office 365 auswählen
at-connector-row-text = Wählen Sie in der Zeile „Office 365 (OneDrive/SharePoint Admin)“ die Schaltfläche „Authorize“ aus. Die Zeilen darunter betreffen nur die Dateien einer einzelnen Person.
at-authorize-title = Verbindung benennen (optional)
at-authorize-text = Geben Sie einen beliebigen Anzeigenamen ein. Wählen Sie dann „Authorize“ aus; Microsoft fordert Sie zur Anmeldung auf.
at-reauthorize-title = Erneut anmelden
at-reauthorize-text = Die Anmeldung für diesen Connector ist nicht mehr gültig. Wählen Sie „Reauthorize“ aus, um sich erneut anzumelden. Alles andere bleibt erhalten.
at-sign-in-account-title = Administratorkonto auswählen
at-sign-in-account-text = Verwenden Sie das Konto, das SharePoint in der zu verbindenden Organisation verwaltet. Persönliche Konten und Gastkonten funktionieren nicht.
at-sign-in-title = Anmelden
at-sign-in-text = Melden Sie sich mit Ihrem Administratorkonto an. Consentry liest nicht, was Sie hier eingeben.
at-consent-title = Nur für Sie selbst akzeptieren
at-consent-text = Prüfen Sie die Berechtigungen, und wählen Sie dann „Akzeptieren“ aus. Das gilt nur für Ihr Konto.
at-consent-with-tick-title = Nur für Sie selbst akzeptieren
at-consent-with-tick-text = Prüfen Sie die Berechtigungen, lassen Sie „Zustimmung im Namen Ihrer Organisation“ deaktiviert, und wählen Sie „Akzeptieren“ aus.

at-consent-with-box-title = Prüfen, dann akzeptieren
at-consent-with-box-text = Prüfen Sie die Berechtigungen, entscheiden Sie, ob Sie „Zustimmung im Namen Ihrer Organisation“ aktivieren, und wählen Sie dann „Akzeptieren“ aus.

at-needs-admin-title = Diese Meldung ist zu erwarten
at-needs-admin-text = Sie sind angemeldet. Jetzt muss die Administration noch im Portal zustimmen. Öffnen Sie mit diesem Link „Unternehmensanwendungen“.
at-hand-off-title = Sie wurden um Zustimmung gebeten
at-hand-off-text = Prüfen Sie, was { $app } anfordert und warum, und öffnen Sie die App dann im Portal. Bis Sie dort „Akzeptieren“ auswählen, wird nichts erteilt.
at-grant-account-title = Konto auswählen, das zustimmen kann
at-grant-account-text = Verwenden Sie ein Konto mit der Rolle { $granter } in derselben Organisation.
at-grant-sign-in-title = Anmelden
at-grant-sign-in-text = Melden Sie sich mit dem Konto an, das die Zustimmung erteilen kann. Consentry liest nicht, was Sie hier eingeben.
at-app-row-title = { $app } öffnen
at-app-row-text = Diese Zeile hat den richtigen Namen und die richtige Anwendungs-ID. Öffnen Sie sie.
at-app-search-title = Nach { $app } suchen
at-app-search-text = Geben Sie den Namen in das Suchfeld ein. Die Liste zeigt zunächst nur einen Teil Ihrer Anwendungen.
at-app-filter-title = Filter entfernen
at-app-filter-text = { $app } steht nicht in dieser Liste. Möglicherweise blendet der Filter für den Anwendungstyp die App aus. Entfernen Sie den Filter.
at-app-missing-title = { $app } steht nicht in der Liste
at-app-missing-text = Keine Zeile hat zugleich den richtigen Namen und die richtige Anwendungs-ID. Die App erscheint, sobald sich jemand aus dieser Organisation bei ihr angemeldet hat. Prüfen Sie, ob Sie in der richtigen Organisation sind.
at-app-wait-title = Die Liste wird geladen
at-app-wait-text = Warten Sie auf die Zeile mit dem richtigen Namen und der richtigen Anwendungs-ID.
at-menu-permissions-title = „Berechtigungen“ öffnen
at-menu-permissions-text = „Berechtigungen“ steht im Menü links unter „Sicherheit“. Dort erteilen Sie die Zustimmung.
at-menu-manage-title = „Verwalten“ aufklappen
at-menu-manage-text = Der nächste Eintrag steht in der zugeklappten Gruppe „Verwalten“.
at-menu-group-title = „Sicherheit“ aufklappen
at-menu-group-text = „Berechtigungen“ steht in der zugeklappten Gruppe „Sicherheit“.
at-grant-title = Administratorzustimmung erteilen
at-grant-text = Wählen Sie diese Schaltfläche aus. Ein Fenster mit den Berechtigungen wird geöffnet. Bis Sie dort akzeptieren, wird nichts erteilt.
at-portal-unsure-title = Diese Seite passt nicht zu ihrer Adresse
at-portal-unsure-text = Adresse und Seiteninhalt gehören zu verschiedenen Stellen. Wählen Sie links im Menü „Berechtigungen“ aus, oder verwenden Sie die Schaltfläche unten.
at-registration-title = Sie sind in „App-Registrierungen“
at-registration-text = { $app } ist nicht in Ihrer Organisation registriert; deshalb können Sie hier keine Zustimmung erteilen. Wechseln Sie zu „Unternehmensanwendungen“ > „Berechtigungen“.
at-registration-grant-title = Administratorzustimmung erteilen
at-registration-grant-text = { $app } ist in Ihrer Organisation registriert; deshalb können Sie hier die Zustimmung erteilen. Sie werden um eine Bestätigung gebeten.
at-registration-confirm-title = Zustimmung bestätigen
at-registration-confirm-text = Diese Bestätigung gilt für { $app }. Lesen Sie sie, und wählen Sie dann „Ja“ aus.
at-admin-consent-title = Prüfen, dann akzeptieren
at-admin-consent-text = Hier ist die organisationsweite Zustimmung richtig: { $app } benötigt sie. Vergleichen Sie die Liste mit den erwarteten Berechtigungen, und wählen Sie dann „Akzeptieren“ aus.
at-load-title = Connector laden
at-load-text = Die Zustimmung ist bestätigt. Laden Sie den Connector, um das Ergebnis auch hier zu sehen.
at-assign-people-title = Personen auswählen, dann zuweisen
at-assign-people-text = Wählen Sie alle aus, die Zugriff brauchen, auch sich selbst, und dann „Zuweisen“. Die Schaltfläche ist erst verfügbar, wenn jemand ausgewählt ist.
at-add-user-title = Personen zuweisen, die Zugriff brauchen
at-add-user-text = Fügen Sie sich selbst und alle an der Migration Beteiligten hinzu. Tun Sie das, bevor Sie den Zugriff einschränken, damit niemand ausgesperrt wird.
at-menu-users-title = „Benutzer und Gruppen“ öffnen
at-menu-users-text = Weisen Sie zuerst die Personen zu; den Zugriff schränken Sie danach ein.
at-assignment-yes-title = Zuweisung erforderlich machen
at-assignment-yes-text = Wählen Sie „Ja“ aus. Dann können nur zugewiesene Personen { $app } nutzen.
at-assignment-save-title = Änderung speichern
at-assignment-save-text = Wählen Sie „Speichern“ aus, um die Änderung zu übernehmen.
at-menu-properties-title = „Eigenschaften“ öffnen
at-menu-properties-text = „Zuweisung erforderlich?“ finden Sie unter „Eigenschaften“.

elsewhere-title = Der nächste Schritt ist an anderer Stelle
elsewhere-text = { $step } Diese Seite brauchen Sie dafür nicht.
elsewhere-go = Dorthin wechseln
straight = Direkt zur App
dark-absent = Es ist nicht auf dieser Seite oder noch nicht geladen.
dark-unsure = Etwas hier sieht danach aus, aber nicht eindeutig genug, um es hervorzuheben: { $why }.
dark-disabled = Es ist vorhanden, aber nicht verfügbar: Dieses Konto kann keine Zustimmung erteilen. Verwenden Sie ein Konto mit der Rolle { $granter }.

dark-greyed = Es ist vorhanden, aber zurzeit nicht verfügbar.
dark-behind = Es liegt hinter einem anderen geöffneten Bereich oder Dialogfeld. Schließen Sie zuerst, was darüber liegt.

handoff-make = Link für die Administration erstellen
handoff-made = Senden Sie diesen Link an eine Person mit der Rolle { $granter }. Er funktioniert einmal und läuft nach einem Tag ab.
handoff-label = Übergabelink
handoff-wait-title = Warten auf die Administratorzustimmung
handoff-wait-text = Ihr Teil ist erledigt. Eine Person mit der Rolle { $granter } erteilt den Rest. Die Anzeige ändert sich automatisch, sobald Microsoft Graph die Zustimmung bestätigt.

done-title = Autorisiert
done-text = Microsoft Graph hat { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzerkonto
       *[other] { $users } Benutzerkonten
    } gefunden. Der Connector ist bereit.
done-back = Zurück zu { $app }
done-harden = Zugriff auf bestimmte Personen beschränken

state-begun = Noch nicht verbunden
state-awaiting_sign_in = Warten auf die Anmeldung
state-needs_admin_consent = Angemeldet. Die Administratorzustimmung fehlt noch.
state-propagating = Erteilt. Warten, bis Microsoft die Änderung übernimmt.
state-authorized = Autorisiert: { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzerkonto
       *[other] { $users } Benutzerkonten
    }
state-granted = Erteilt, wie Microsoft es aufführt
state-needs_reauthorization = Erneute Anmeldung erforderlich
state-blocked = Blockiert: { $title }

propagating-title = Erteilt, noch nicht wirksam
propagating-text = Microsoft übernimmt eine Zustimmung meist innerhalb einer Minute. Sie müssen nichts tun; Consentry prüft automatisch erneut.
waiting-text = Consentry prüft in Kürze erneut.
blocked-remedy = Was zu tun ist: { $remedy }
blocked-role = Wer das tun kann: { $role }
reauthorize-do = Erneut anmelden
check-do = Erneut prüfen
leave-do = Verlassen
skip-do = Diesen Schritt überspringen
assign-said = Ich habe Personen zugewiesen
require-said = Ich habe die Option aktiviert
take-assign = Zugriff auf bestimmte Personen beschränken
go-do = Seite für diesen Schritt öffnen
backend-trouble = Der Server unter { $address } antwortet nicht. Sie können fortfahren, aber bis er antwortet, lassen sich Ergebnisse nicht überprüfen.
step-proof = Überprüft durch { $call }
step-page = Auf einer Seite gesehen; noch nicht überprüft

wrong-declined-title = Die Zustimmung wurde abgelehnt
wrong-declined-text = Es wurde nichts erteilt. Wenn das ein Versehen war, melden Sie sich erneut an, und wählen Sie „Akzeptieren“ aus.
wrong-window-title = Das Fenster wurde geschlossen
wrong-window-text = Consentry kann nicht erkennen, ob die Zustimmung erteilt wurde, und fragt daher Microsoft Graph ab. Wenn sich nichts ändert, wählen Sie die Schaltfläche erneut aus.
wrong-returned-title = Die Zustimmung wurde nicht erteilt
wrong-returned-text = Microsoft hat { $error } zurückgegeben. Wählen Sie noch einmal „Administratorzustimmung erteilen“ aus, wenn Sie so weit sind.
wrong-approval-title = Das muss die Administration genehmigen
wrong-approval-text = Dieses Konto kann { $app } nicht zustimmen. Wenn Sie ein Administratorkonto haben, verwenden Sie den Link dafür auf dieser Seite; andernfalls fragen Sie Ihre Administration.
wrong-approval-who = Rolle mit den geringsten Rechten für die Genehmigung: { $role }. Die Rolle Globaler Administrator genügt immer. Quelle: { $source }
wrong-approval-form = Geben Sie auf dieser Seite eine Begründung ein, um eine Anforderung an die Prüfenden Ihrer Organisation zu senden
wrong-approval-causes = Diese Seite erscheint auch, wenn die App eine Zuweisung erfordert, aber noch keine Administratorzustimmung hat, oder wenn Microsoft die Anforderung als riskant einstuft
wrong-approval-each-time = Jede Anmeldung bei { $app } fordert die Zustimmung erneut an (prompt=consent in der Adresse). Diese Seite bleibt daher auch nach einer Genehmigung bestehen. Nur der Anbieter der App kann das ändern
wrong-approval-refused-title = Fordern Sie diese App nicht an
wrong-approval-refused-text = Die ID dieser App wurde gemeldet oder ist in Ihrer Organisation blockiert. Schließen Sie diese Seite, und teilen Sie Ihrem Sicherheitsteam mit, wie Sie hierhergekommen sind.
wrong-requested-title = Genehmigung angefordert
wrong-requested-text = Microsoft hat Ihre Anforderung an die Prüfenden gesendet. Bis jemand von ihnen sie genehmigt, wird nichts erteilt.
wrong-personal-title = Sie verwenden ein persönliches Konto
wrong-personal-text = Sie benötigen ein Geschäfts-, Schul- oder Unikonto. Schließen Sie diese Seite, und melden Sie sich mit dem Konto Ihrer Organisation an.
wrong-error-title = Microsoft hat die Anmeldung blockiert
wrong-error-app = diese App
wrong-error-number = Die Seite zeigt den Fehlercode { $code }.
wrong-error-unnumbered = Die Seite zeigt keinen Fehlercode. Lesen Sie in der Meldung, was die Anmeldung verhindert hat. Wenn sie eine Richtlinie oder ein Gerät nennt, wenden Sie sich an Ihre Administration.
wrong-error-unlisted = Consentry kennt diesen Fehlercode nicht. Lesen Sie die Meldung auf der Seite, und schlagen Sie den Code dann auf der Seite von Microsoft nach.
wrong-error-lookup = Seite von Microsoft zu diesem Fehlercode
wrong-error-link = Wo sich das beheben lässt
wrong-error-portal-title = Der App fehlt die Adresse des Portals
wrong-error-portal-text = Das Portal ist kein Umleitungs-URI von { $app }. Erteilen Sie die Zustimmung unter „App-Registrierungen“ > „API-Berechtigungen“, oder fügen Sie unter „Authentifizierung“ https://entra.microsoft.com/TokenAuthorize hinzu.
wrong-error-portal-role = eine Person, der die App-Registrierung gehört, oder die Rolle Cloudanwendungsadministrator
wrong-grant-failed-title = Das Portal meldet: Zustimmung fehlgeschlagen
wrong-grant-failed-text = Ein weiterer Versuch schlägt genauso fehl. Oft nennt die App eine Berechtigung, die es in diesem Mandanten oder dieser Cloud nicht gibt. Entfernen Sie sie unter „API-Berechtigungen“, und versuchen Sie es dann erneut.
lookalike = Eine andere App hier hat einen ähnlichen Namen, aber eine andere Anwendungs-ID. Verwenden Sie sie nicht.
device-code-title = Haben Sie diese Anmeldung selbst begonnen?
device-code-text = Ein Gerätecode meldet ein anderes Gerät an. Wer den Code erstellt hat, erhält den Zugriff, egal von wo.
device-code-sent = Wenn Ihnen jemand den Code geschickt hat, geben Sie ihn nicht ein. So werden Konten am häufigsten übernommen
device-code-app = Die Seite belegt nicht, welche App anfragt

consent-title = { $app } bittet um Ihre Zustimmung
consent-text = Consentry erklärt die Anforderung. Die Entscheidung liegt bei Ihnen.
consent-unknown-app = Eine App
consent-held-title = Halt: Das wäre eine Zustimmung für alle
consent-held-text = Dieses Kontrollkästchen gibt { $app } Zugriff für Ihre gesamte Organisation. Deaktivieren Sie es; bis dahin ist „Akzeptieren“ blockiert. { $why }
consent-forced-title = Halt: Das wäre eine Zustimmung für alle
consent-forced-text = Dieses Kontrollkästchen gibt { $app } Zugriff für Ihre gesamte Organisation; Ihre Richtlinie erlaubt das hier nicht. Deaktivieren Sie es; bis dahin ist „Akzeptieren“ blockiert. { $why }
consent-stopped = „Akzeptieren“ wurde blockiert. Es wurde keine Zustimmung erteilt.
consent-warned-title = Das ist eine Zustimmung für alle
consent-warned-text = Mit diesem Kontrollkästchen erhält die App Zugriff für Ihre gesamte Organisation, und niemand wird mehr gefragt. Deaktivieren Sie es, außer eine vertrauenswürdige Person hat Sie gebeten, es zu aktivieren.
consent-malicious-title = Nicht akzeptieren: Die App ist schädlich
consent-malicious-text = Diese Anwendungs-ID wurde als schädlich gemeldet. „Akzeptieren“ ist blockiert. Wählen Sie „Abbrechen“ aus, und teilen Sie Ihrem Sicherheitsteam mit, wie Sie hierhergekommen sind.
consent-abused-title = Halt: Diese App wird für Angriffe genutzt
consent-abused-text = Die App ist legitim, wird aber missbraucht, um Zugriff auf Konten zu behalten. „Akzeptieren“ ist blockiert. Wenn Sie niemand aus Ihrem Umfeld darum gebeten hat, wählen Sie „Abbrechen“ aus, und informieren Sie Ihr Sicherheitsteam.
consent-forbidden-title = Ihre Organisation erlaubt diese App nicht
consent-forbidden-text = Die Richtlinie Ihrer Organisation lässt keine Zustimmung zu dieser App zu. „Akzeptieren“ ist blockiert. Wählen Sie „Abbrechen“ aus. Ihre Consentry-Administration kann die Richtlinie ändern.
consent-unnamed-title = „Akzeptieren“ blockiert: App nicht angegeben
consent-unnamed-text = Die Adresse nennt keine App; daher kann Consentry sie nicht prüfen. Schließen Sie diese Seite, und melden Sie sich aus der App heraus neu an. Bleibt es dabei, bitten Sie den Anbieter, statt eines Formulars einen Link zu verwenden.
consent-unnamed-code-title = „Akzeptieren“ blockiert: Gerätecode
consent-unnamed-code-text = Wer den Code erstellt hat, erhält diesen Zugriff. Die Seite belegt nicht, welche App anfragt. Wenn Ihnen jemand den Code geschickt hat, wählen Sie „Abbrechen“ aus, und informieren Sie Ihr Sicherheitsteam.
consent-unnamed-let = Ich habe diese Anmeldung begonnen und möchte zustimmen
consent-unnamed-let-title = Einer nicht genannten App zustimmen?
consent-unnamed-let-text = Consentry kann nicht prüfen, welche App das ist. Fahren Sie nur fort, wenn Sie diese Anmeldung selbst in einer App begonnen haben, die Sie kennen.
consent-serious-title = Prüfen Sie vor dem Akzeptieren, wer anfragt
consent-serious-text = Sie haben das nicht in Consentry begonnen, und es gibt weitreichenden oder organisationsweiten Zugriff. Wenn Ihnen jemand den Link geschickt hat, wählen Sie „Abbrechen“ aus, und fragen Sie Ihr Sicherheitsteam.
consent-astray-title = Nicht die erwartete Zustimmung
consent-astray-text = Einige Angaben weichen vom Erwarteten ab (siehe unten). Wählen Sie „Abbrechen“ aus, und beginnen Sie mit Konto und Organisation dieser Verbindung neu. Bleibt es dabei, wenden Sie sich an den Anbieter der App.
consent-accept-unlit = „Akzeptieren“: { $why }
consent-must-title = { $app } braucht Zustimmung für alle
consent-must-text = Diese App funktioniert nur mit organisationsweiter Zustimmung. Prüfen Sie die Berechtigungen. Wenn Sie für alle zustimmen, aktivieren Sie das Kontrollkästchen selbst, und wählen Sie dann „Akzeptieren“ aus.
consent-release = Ich möchte bewusst für alle zustimmen
consent-release-title = Für die gesamte Organisation zustimmen?
consent-release-text = { $app } erhält diesen Zugriff für jedes Konto, und niemand wird mehr gefragt. Die Anleitung von { $app } rät selbst davon ab.
consent-release-yes = Dieses eine Mal zulassen
consent-release-no = Weiter blockieren
consent-let = Ich kenne diese App und möchte zustimmen
consent-let-title = Eine gemeldete App zulassen?
consent-let-text = Sie erhält den hier aufgeführten Zugriff und behält ihn auch nach Kennwortänderungen. Lassen Sie sie nur zu, wenn Sie wissen, wer sie angefordert hat und warum.
consent-released = Sie haben diese Zustimmung zugelassen.
consent-tick-leave = „Zustimmung im Namen Ihrer Organisation“ deaktiviert lassen
consent-tick-must = { $app } benötigt „Zustimmung im Namen Ihrer Organisation“, aber das Kontrollkästchen ist nicht aktiviert
consent-tick-unsure = { $app } benötigt „Zustimmung im Namen Ihrer Organisation“; Consentry kann nicht erkennen, welches Kontrollkästchen das ist
consent-tick-set = „Zustimmung im Namen Ihrer Organisation“ ist aktiviert, wie von { $app } benötigt
consent-tick-optional = „Zustimmung im Namen Ihrer Organisation“ ist optional: { $app } funktioniert mit und ohne
consent-glance-app-right = richtige App
consent-glance-app-entered = App mit der von Ihnen eingegebenen ID
consent-glance-app-microsofts = App von Microsoft
consent-glance-app-tool = universelles Tool von Microsoft
consent-glance-app-unknown = unbekannte App
consent-glance-app-unseen = App nicht angegeben
consent-glance-app-forbidden = App hier nicht erlaubt
consent-glance-app-malicious = schädliche App
consent-glance-app-abused = für Angriffe missbrauchte App
consent-glance-app-elsewhere = App anderswo registriert
consent-glance-app-doubt = App unklar
consent-glance-organization-right = richtige Organisation
consent-glance-organization-wrong = falsche Organisation
consent-glance-organization-personal = persönliches Konto
consent-glance-organization-unknown = Organisation nicht angegeben
consent-glance-account-right = richtiges Konto
consent-glance-account-wrong = falsches Konto
consent-glance-account-other = anderes Konto
consent-glance-account-unseen = Konto nicht angegeben
consent-app-known = Die Anwendungs-ID gehört zu { $app }
consent-app-entered = Die Anwendungs-ID ist die, die Sie für { $app } eingegeben haben; sie ist nicht überprüft
consent-app-microsofts = Die Anwendungs-ID gehört zu { $app }, einer App von Microsoft
consent-app-tool = Die Anwendungs-ID gehört zu { $app }, einem universellen Tool von Microsoft, das beliebige Berechtigungen anfordern kann. Stimmen Sie nur zu, wenn Sie es selbst gestartet haben
consent-app-unknown = Consentry hat kein Profil für diese App; die ID lässt sich daher nicht prüfen
consent-app-unseen = Die Adresse zeigt nicht, um welche App es sich handelt
consent-app-by-code = Diese Anmeldung begann mit einem Gerätecode: Die Seite belegt nicht, welche App anfragt
consent-app-unseen-listed = Ihre Organisation erlaubt nur bestimmte Apps, und die Adresse zeigt nicht, um welche App es sich handelt
consent-app-list-unreadable = Die Liste der erlaubten Apps Ihrer Organisation ist nicht lesbar; daher ist keine App erlaubt. Ihre Consentry-Administration kann das beheben
consent-app-forbidden = Durch die Richtlinie Ihrer Organisation blockiert: Anwendungs-ID { $id }
consent-app-not-allowed = Gehört nicht zu den Apps, die Ihre Organisation erlaubt: Anwendungs-ID { $id }
consent-app-reported = Gemeldet als { $name }. { $says } Quelle: { $source }, { $date }
consent-doubt-apps = Die Adresse nennt zwei verschiedene Apps
consent-doubt-not-an-id = An der Stelle der Anwendungs-ID steht in der Adresse etwas anderes als eine ID
consent-doubt-organizations = Die Adresse nennt zwei verschiedene Organisationen
consent-doubt-values = Die Adresse gibt zwei verschiedene Werte an, wo nur einer zulässig ist
consent-doubt-page-id = Die Seite zeigt die Anwendungs-ID { $page }; die Adresse nennt { $address }
consent-doubt-page-name = Die Seite nennt die App { $page }; die Anwendungs-ID in der Adresse gehört zu { $app }
consent-doubt-several = Das ist eine von mehreren Zustimmungsseiten, jede für eine andere App
consent-owner-right = In der eigenen Organisation von { $app } registriert
consent-owner-wrong = Nicht in der Organisation von { $app } registriert
consent-organization-right = Die Zustimmung gilt für { $tenant }, dieselbe Organisation wie bei dieser Verbindung
consent-organization-wrong = Die Adresse nennt eine andere Organisation; diese Verbindung gilt für { $tenant }
consent-organization-unknown = Die Adresse zeigt die Organisation nicht; diese Verbindung gilt für { $tenant }
consent-organization-personal = Das gilt für persönliche Konten, nicht für eine Organisation
consent-account-right = Angemeldet als { $account }
consent-account-other = Angemeldet als { $account }; diese Verbindung wurde von { $known } erstellt
consent-account-foreign = Angemeldet als { $account }; diese Verbindung wurde von { $known } erstellt. Wenn jenes Konto zu einer anderen Organisation gehört, gilt die Zustimmung dort nicht
consent-account-guest = { $account } ist hier ein Gast. Die Zustimmung eines Gastkontos funktioniert für diese Verbindung nicht
consent-account-personal = { $account } ist ein persönliches Konto
consent-account-unseen = Die Seite zeigt nicht, wer angemeldet ist; diese Verbindung wurde von { $account } erstellt
consent-redirect-known = Die Antwort geht an { $host }, wie erwartet
consent-redirect-portal = Die Antwort geht an das Portal unter { $host } zurück
consent-redirect-plain = Die Antwort geht an { $host }
consent-redirect-unexpected = Die Antwort geht an { $host }; diese Adresse steht nicht im Profil der App
consent-publisher-same = Die Seite nennt { $publisher } als Herausgeber, wie erwartet. Der Name allein ist kein Beleg
consent-publisher-other = Die Seite nennt { $publisher } als Herausgeber; erwartet wurde { $wanted }
consent-publisher-shown = Die Seite nennt { $publisher } als Herausgeber. Der Name allein ist kein Beleg
consent-publisher-verified = Die Seite zeigt das Abzeichen eines verifizierten Herausgebers. Solche Abzeichen wurden schon erschlichen
consent-publisher-unverified = Microsoft hat den Herausgeber dieser App nicht verifiziert
consent-publisher-unseen = Die Seite zeigte nicht, ob der Herausgeber verifiziert ist
consent-scopes-expected = Es werden die erwarteten Berechtigungen angefordert
consent-scopes-unexpected = Es wird mehr angefordert als erwartet: { $scopes }
consent-scopes-missing = Es fehlen Berechtigungen, die { $app } bekanntermaßen benötigt: { $scopes }
consent-for-all = Das gilt für alle in der Organisation
consent-by-prompt = Es begann als Anmeldung, fordert aber eine organisationsweite Zustimmung an
consent-by-link = Sie kamen über einen Link hierher. Die Zustimmung gilt für die gesamte Organisation, und niemand wird mehr gefragt
consent-asks = { $count ->
        [one] 1 Berechtigung
       *[other] { $count } Berechtigungen
    }: { $risks }
consent-asks-unlisted = Die Adresse führt die Berechtigungen nicht auf; siehe Seite
consent-risk-low = geringes Risiko
consent-risk-medium = mittleres Risiko
consent-risk-high = hohes Risiko
consent-risk-critical = kritisches Risiko
consent-again-nothing = Alles wurde bereits früher erteilt; es wird nichts Neues angefordert
consent-again-adds = Teilweise bereits erteilt. Neu: { $scopes }
consent-change-counts = Fügt { $adds ->
        [one] eine Berechtigung
       *[other] { $adds } Berechtigungen
    } hinzu und behält { $keeps } vorhandene bei
consent-change-all-new = Fügt { $adds ->
        [one] eine Berechtigung hinzu, die noch nicht erteilt war
       *[other] { $adds } Berechtigungen hinzu, von denen noch keine erteilt war
    }
consent-change-nothing = Fügt nichts hinzu: { $keeps ->
        [one] die eine Berechtigung ist bereits erteilt
       *[other] alle { $keeps } sind bereits erteilt
    }
consent-change-revokes = Früher für alle erteilt, aber nicht in dieser Liste und daher möglicherweise widerrufen: { $permissions }
consent-change-unlisted = Consentry kennt nicht alle angeforderten Berechtigungen und kann daher nicht sagen, was sich ändert
consent-change-unknown = Consentry kennt die vorhandenen Berechtigungen nicht und kann daher nicht sagen, was sich ändert
consent-change-unknown-application = Die vorhandenen Anwendungsberechtigungen sind unbekannt
consent-change-unknown-delegated = Die vorhandenen delegierten Berechtigungen sind unbekannt
consent-role-needed = Rolle mit den geringsten Rechten: { $role }. Die Rolle Globaler Administrator genügt immer. Quelle: { $source }
consent-role-oneself = Um für sich selbst zuzustimmen, brauchen Sie keine Rolle, sofern Ihre Organisation die Benutzerzustimmung zulässt
consent-role-unless = Um für sich selbst zuzustimmen, brauchen Sie keine Rolle, außer Ihre Organisation verwendet die von Microsoft verwalteten Zustimmungseinstellungen; dann muss die Administration { $scopes } genehmigen. Quelle: { $source }
permission-title-application = { $name } (Anwendungsberechtigung)
permission-as-person = In Ihrem Namen: { $means }
permission-on-its-own = Eigenständig, ohne angemeldete Person: { $means }
permission-thief = Bei Kompromittierung: { $text }
permission-because = Warum { $risk }: { $text }
permission-unknown = Nicht in der Liste von Consentry; nach dem Namen eingestuft als { $risk }.
permission-why = Wofür sie benötigt wird: { $text }
dark-other-tenant = Diese Schaltfläche gilt für eine andere Organisation als die verbundene. Wechseln Sie im Portal das Verzeichnis.
dark-off = Microsoft hat diese Seite geändert; Consentry kann hier vorerst nichts hervorheben. Folgen Sie der schriftlichen Anleitung.
dark-no-profile = Für diese App gibt es kein Profil; Consentry kann daher nichts hervorheben.
wrong-app-title = Falsche App
wrong-app-text = Diese Anwendungs-ID gehört nicht zu { $app }, unabhängig vom angezeigten Namen. Gehen Sie zurück zur Liste.
step-signed = Durch die Anmeldung überprüft
connect-do = Anmelden und verbinden
backend-garbled = { $address } ist kein Consentry-Server. Prüfen Sie die Adresse.
returned-title = Das Zustimmungsfenster ist geschlossen
returned-text = Es meldet, dass die Zustimmung erteilt wurde. Consentry überprüft das bei Microsoft Graph.

consent-held-any = „Akzeptieren“ wurde blockiert, weil ein aktiviertes Kontrollkästchen eine organisationsweite Zustimmung erteilen könnte. Deaktivieren Sie alle Kontrollkästchen.
early-title = Noch einmal auswählen
early-text = Sie haben die Schaltfläche ausgewählt, bevor Consentry die Seite geprüft hatte; daher wurde nichts gesendet. Die Prüfung ist abgeschlossen, und jetzt ist nichts blockiert.
offer-title = Diese Verbindung für { $app } hinzufügen?
offer-of = Eine Verbindung von { $account } in { $tenant } kann hinzugefügt werden.
offer-of-tenant = Eine Verbindung in { $tenant } kann hinzugefügt werden.
offer-of-nobody = Eine Verbindung, bei der sich noch niemand angemeldet hat, kann hinzugefügt werden.
offer-by-link = Sie stammt von einem Link. Fügen Sie sie nur hinzu, wenn Sie wissen, wer Ihnen den Link geschickt hat und für welche Organisation er gilt.
offer-unseen = Consentry hat nicht gesehen, dass diese Anmeldung in diesem Tab begann. Fügen Sie die Verbindung nur hinzu, wenn Sie sich gerade selbst mit diesem Konto angemeldet haben.
offer-add = Diese Verbindung hinzufügen
offer-decline = Nicht hinzufügen
offer-full = Consentry bewahrt bis zu { $count } Verbindungen auf. Verlassen Sie eine, die Sie nicht mehr brauchen, und versuchen Sie es dann erneut.
unseen-title = Consentry ist auf dieser Seite nicht aktiv
unseen-text = Modus ohne Seitenzugriff: Consentry sieht nur die Adresse. Nichts wird hervorgehoben oder blockiert; prüfen Sie die Seite, bevor Sie akzeptieren.
unseen-app-unknown = Die Adresse nennt eine App ohne Consentry-Profil: { $id }
unseen-tenant = Organisation in der Adresse: { $tenant }
unseen-tenant-any = Die Adresse nennt keine Organisation; das von Ihnen gewählte Konto entscheidet
unseen-redirect = Die Antwort geht an { $host }
unseen-scopes = Die Adresse fordert an: { $scopes }
unseen-tick = Nicht geprüft: ob die organisationsweite Zustimmung angeboten oder aktiviert ist
unseen-permissions = Nicht geprüft: die Liste der Berechtigungen auf der Seite
unseen-account = Nicht geprüft: welches Konto angemeldet ist
access-withheld = Der Zugriff von Consentry auf die Anmeldeseiten ist im Websitezugriff der Erweiterung deaktiviert. Dort wird nichts hervorgehoben oder blockiert.
access-barred-title = Auf dieser Seite gesperrt
access-barred-text = Die Browserrichtlinie Ihrer Organisation lässt auf dieser Seite keine Erweiterungen zu; daher wird hier nichts hervorgehoben oder blockiert. Consentry kann die Zustimmung trotzdem mit Microsoft Graph überprüfen.
settings-from-package = Standardwert
settings-from-own = Ihre Einstellung
settings-from-policy = Richtlinie Ihrer Organisation
settings-refused = Ignoriert ({ $from }): { $name }. { $why }
settings-unknown = Unbekannte Einstellung.
settings-needs-backend = Es muss eine https-Adresse oder eine http-Adresse auf diesem Computer sein.
settings-needs-portal = Es muss eine https-Adresse des Azure-Portals oder des Entra Admin Centers sein.
settings-needs-tick = Es muss warn, confirm oder forbid sein.
settings-needs-language = Es muss einer dieser Werte sein: { $tags }.
settings-needs-yes-or-no = Es muss true oder false sein.
settings-needs-text = Es muss Text sein.
settings-needs-clients = Es muss eine Liste von Anwendungs-IDs sein.
settings-needs-client = { $count ->
        [one] Ein Eintrag ist keine gültige Anwendungs-ID und wurde ignoriert.
       *[other] { $count } Einträge sind keine gültigen Anwendungs-IDs und wurden ignoriert.
    }
data-pack = Das Datenpaket { $serial } Ihrer Organisation wird verwendet (integrierte Version: { $built_in }).
data-refused = Das Datenpaket Ihrer Organisation wurde abgelehnt: { $why }.
settings-fixed = Von Ihrer Organisation verwaltet: { $names }
settings-zero-touch-on = Der Modus ohne Seitenzugriff ist aktiviert. Auf den Anmeldeseiten verwendet Consentry nur Adressen und Microsoft Graph.
settings-zero-touch-off = Consentry liest die Anmeldeseiten, hebt das nächste Steuerelement hervor und blockiert eine organisationsweite Zustimmung.
settings-zero-touch-begin = Modus ohne Seitenzugriff aktivieren
settings-zero-touch-end = Modus ohne Seitenzugriff deaktivieren

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = Sie wurden um Zustimmung gebeten
side-source = Quelle
side-destination = Ziel
back-do = Vorheriger Schritt
back-here = Sie sehen einen abgeschlossenen Schritt. Es ist nichts verloren gegangen.
forward-do = Dort fortfahren, wo Sie aufgehört haben
step-again = { $note }. Sie sind zu diesem Schritt zurückgekehrt
leave-ask = Verlassen
start-over-ask = Neu beginnen
leave-title = { $app } verlassen?
start-over-title = Mit { $app } neu beginnen?
leave-nothing-changes = In Ihrer Organisation ändert sich dadurch nichts.
leave-lost-steps = Die Schritte und ihre Ergebnisse werden aus diesem Browser entfernt
leave-lost-again = Sie beginnen beim ersten Schritt; die anderen Ergebnisse gehen verloren
leave-lost-access = Dieser Browser verliert den Zugriff auf die Verbindung und kann sie nicht mehr überwachen oder löschen
leave-lost-bearer = Dieser Browser verliert den Zugriff auf die Verbindung. Löschen kann sie nur, wer sie erstellt hat
leave-lost-reminder = Ihre Erinnerung wird entfernt
leave-stays-handoff = Ein gesendeter Übergabelink bleibt gültig, bis er abläuft
leave-stays-grant = Die Zustimmung bleibt bestehen: { $app } behält die Berechtigungen, bis jemand sie widerruft (siehe „Rückgängig machen“)
leave-delete-does = Beim Löschen werden die Anmeldung, ihre Ergebnisse und ihr Protokoll vom Server entfernt; die Anmeldung wird widerrufen, sofern Microsoft das unterstützt
leave-stay = Bleiben
leave-keep = Verlassen und Daten behalten
leave-delete = Verlassen und Daten löschen
start-over-do = Neu beginnen
start-over-keep = Neu beginnen und Daten behalten
start-over-delete = Neu beginnen und Daten löschen
deleted-title = Gelöscht: { $app }
deleted-text = Diese Verbindung wurde vom Server gelöscht.
deleted-revoked = Widerrufen: { $what }
deleted-forgotten = Gelöscht: { $what }
deleted-remains = Nicht gelöscht: { $what }
deleted-dismiss = Schließen

# After the grant.
harden-done = { $what }: erledigt, durch Graph überprüft
harden-said = { $what }: erledigt laut Ihnen oder der Seite (nicht durch Graph überprüft)
harden-open = { $what }: nicht erledigt
harden-unknown = { $what }: unbekannt
harden-grant = 1. Zustimmung erteilen
harden-assign = 2. Personen zuweisen
harden-require = 3. Zuweisung erforderlich machen
harden-verify = 4. Überprüfen
harden-closed = Nur zugewiesene Personen können die App nutzen
harden-have = Zugewiesen: { $names }
harden-keep = Würden den Zugriff behalten: { $names }
harden-yourself = Graph listet Namen auf, keine Konten. Prüfen Sie, ob { $account } enthalten ist
harden-groups = Bei einer zugewiesenen Gruppe zählen nur direkte Mitglieder, nicht die Mitglieder geschachtelter Gruppen
harden-nobody = Niemand ist zugewiesen. Jetzt eine Zuweisung zu verlangen, würde alle aussperren, auch Sie. Weisen Sie zuerst Personen zu
harden-assigned-unknown = Wer zugewiesen ist, ist unbekannt: Die App kann es nicht lesen. Prüfen Sie das, bevor Sie den Zugriff einschränken
harden-lose = Würden den Zugriff verlieren: alle anderen bei der nächsten Anmeldung (AADSTS50105), auch die Administration
harden-app-itself = Was die App ohne angemeldete Person tut, ist davon nicht betroffen
harden-sign-ins-unknown = Wer die App zuletzt genutzt hat, ist unbekannt: Die App hat keinen Zugriff auf die Anmeldeprotokolle
recipe-assigned-title = Anzeigen, wer zugewiesen ist
recipe-assigned-text = Liest die Liste der Personen und Gruppen; ändert nichts.
recipe-assigned-step-1 = Öffnen Sie „Benutzer und Gruppen“ von { $app }. Dort steht die Liste.
recipe-sign-ins-title = Anzeigen, wer die App zuletzt genutzt hat
recipe-sign-ins-text = Liest die Anmeldeprotokolle der letzten 30 Tage; ändert nichts. Erfordert Microsoft Entra ID P1 oder P2 und mindestens die Rolle Berichtleseberechtigter.
recipe-sign-ins-step-1 = Öffnen Sie { $app } unter „Unternehmensanwendungen“.
recipe-sign-ins-step-2 = Wählen Sie im Menü unter „Aktivität“ den Eintrag „Anmeldeprotokolle“ aus.
recipe-grant-title = Berechtigungen widerrufen
recipe-grant-text = { $app } verliert die Berechtigungen. Alle Verbindungen enden beim nächsten Aufruf, auch die anderer Personen.
recipe-grant-step-1 = Öffnen Sie „Berechtigungen“ von { $app }.
recipe-grant-step-2 = Öffnen Sie auf der Registerkarte „Administratorzustimmung“ das Menü (…) jeder Berechtigung, und wählen Sie „Berechtigung widerrufen“ aus.
recipe-grant-step-3 = Was Personen für sich selbst zugelassen haben, steht auf der Registerkarte „Benutzerzustimmung“. Das Portal kann das nicht widerrufen: Verwenden Sie Graph oder PowerShell.
recipe-require-title = Zugriff wieder für alle öffnen
recipe-require-text = Alle in der Organisation können sich wieder bei { $app } anmelden. Zugewiesene Personen bleiben zugewiesen.
recipe-require-step-1 = Öffnen Sie „Eigenschaften“ von { $app }.
recipe-require-step-2 = Legen Sie „Zuweisung erforderlich?“ auf „Nein“ fest, und wählen Sie „Speichern“ aus.
recipe-disable-title = Anmeldung deaktivieren
recipe-disable-text = Niemand kann sich mehr bei { $app } anmelden, und die App erhält keine neuen Token. Ihre Berechtigungen bleiben erhalten; Sie können sie also wieder aktivieren.
recipe-disable-step-1 = Öffnen Sie „Eigenschaften“ von { $app }.
recipe-disable-step-2 = Legen Sie „Aktiviert für die Benutzeranmeldung?“ auf „Nein“ fest, und wählen Sie „Speichern“ aus.
recipe-delete-title = Aus der Organisation entfernen
recipe-delete-text = { $app } wird hier gelöscht, samt Berechtigungen und Zuweisungen. Die App erscheint ohne sie wieder, wenn sich jemand anmeldet und erneut zustimmt.
recipe-delete-step-1 = Öffnen Sie „Eigenschaften“ von { $app }.
recipe-delete-step-2 = Wählen Sie „Löschen“ aus, und bestätigen Sie.
way-portal = Im Portal
way-portal-open = Seite öffnen
way-graph = Mit Microsoft Graph
way-graph-how = Erfordert die delegierten Berechtigungen { $scopes }. Ersetzen Sie jede ID in spitzen Klammern durch eine, die die vorherige Anforderung zurückgibt; wiederholen Sie das für jede.
way-graph-request = Anforderung
way-powershell = Mit PowerShell
way-powershell-how = Erfordert das Modul Microsoft.Graph.
way-powershell-commands = Befehle
undo-check = Erledigt. Jetzt prüfen
undo-asking = Microsoft Graph wird abgefragt
undo-refused = Widerrufen: Microsoft Graph verweigert jetzt den Zugriff
undo-gone = Entfernt: Microsoft führt die App in dieser Organisation nicht mehr auf
undo-disabled = Deaktiviert: von Microsoft bestätigt
undo-open = Wieder offen: Laut Microsoft Graph ist keine Zuweisung erforderlich
undo-still = Noch nicht. Vorhandene Token können noch etwa eine Stunde gültig sein; prüfen Sie später erneut
undo-unknown = Aus der Antwort von Microsoft nicht ersichtlich. Prüfen Sie im Portal
state-taken-back = Widerrufen
taken-back-title = Widerrufen
taken-back-text = { $app } hat die erteilten Berechtigungen nicht mehr.
resume-do = Erneut einrichten
reminder-title = An das Widerrufen des Zugriffs erinnern
reminder-text = Wenn die Migration abgeschlossen ist, braucht niemand diesen Zugriff. Das Datum wird in diesem Browser gespeichert.
reminder-field = Datum
reminder-set = Erinnerung festlegen
reminder-clear = Erinnerung entfernen
reminder-waits = Erinnerung festgelegt
reminder-due = Es ist Zeit, diese Zustimmung zu widerrufen. Siehe „Rückgängig machen“
reminder-badge = Consentry: Zeit, den Zugriff für { $apps } zu widerrufen
record-json = Protokoll als JSON abrufen
record-html = Protokoll als Seite abrufen

# The options page.
dark-reduced = Die reduzierte Anleitung ist aktiviert: Auf Seiten erscheinen nur Warnungen. Die Schritte stehen in der Seitenleiste.
settings-title = Optionen von Consentry
settings-text = Einstellungen werden in diesem Browser gespeichert. Die Einstellungen Ihrer Organisation haben Vorrang.
settings-save = Speichern
settings-more = Alle Optionen
settings-reset = Auf Standardwert zurücksetzen
settings-locked = Von Ihrer Organisation verwaltet.
settings-access = Consentry braucht die Berechtigung, Seiten auf { $host } zu sehen; ohne sie starten Übergabelinks dieses Servers keine Anleitung.
settings-access-allow = Zugriff auf { $host } zulassen
settings-needs-ids = Keine Anwendungs-ID: { $wrong }. Eine ID sieht so aus: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Server
setting-backend-help = Adresse des Servers, der Microsoft Graph abfragt. Ohne Server werden Ergebnisse nicht überprüft.
setting-portal-label = Portal
setting-portal-help = Portal, das Links öffnen: das Azure-Portal oder das Microsoft Entra Admin Center für Ihre Cloud.
setting-language-label = Sprache
setting-language-help = Sprache der Oberfläche von Consentry. Die Seiten von Microsoft sind nicht betroffen.
setting-language-browser = Wie im Browser
setting-tickPolicy-label = Organisationsweite Zustimmung
setting-tickPolicy-help = Was geschieht, wenn sie für eine App aktiviert ist, die sie nicht benötigt.
setting-tickPolicy-warn = Nur warnen
setting-tickPolicy-confirm = „Akzeptieren“ blockieren, bis ich bestätige
setting-tickPolicy-forbid = „Akzeptieren“ immer blockieren
setting-zeroTouch-label = Modus ohne Seitenzugriff
setting-zeroTouch-help = Auf Anmeldeseiten wird kein Skript ausgeführt. Die Anleitung beruht auf Adressen und Microsoft Graph. Dort wird nichts hervorgehoben oder blockiert.
setting-reducedGuidance-label = Reduzierte Anleitung
setting-reducedGuidance-help = Auf Seiten erscheinen nur Warnungen; die Anleitung bleibt in der Seitenleiste.
setting-allowedClients-label = Erlaubte Apps
setting-allowedClients-help = Anwendungs-IDs, eine pro Zeile. Ist mindestens eine angegeben, werden alle anderen blockiert. Leer lassen, um alle zu erlauben.
setting-forbiddenClients-label = Blockierte Apps
setting-forbiddenClients-help = Anwendungs-IDs, eine pro Zeile.

# Practice.
practice-word = Übung
practice-sentence = Das ist ein Übungsmandant auf diesem Computer. Nichts hier betrifft eine echte Organisation.
practice-title = Was Sie ausprobieren können
practice-text = Gehen Sie alles einmal durch, und machen Sie den Fehler absichtlich.
practice-trap = Aktivieren Sie auf der Zustimmungsseite „Zustimmung im Namen Ihrer Organisation“: „Akzeptieren“ wird blockiert
practice-proof = Gehen Sie bis zum Ende: Das simulierte Microsoft Graph gibt beide Anzahlen zurück
practice-try = Übung: Aktivieren Sie das Kontrollkästchen einmal, und wählen Sie „Akzeptieren“ aus, um zu sehen, was geschieht. Deaktivieren Sie es dann wieder
practice-begin-title = Zuerst üben
practice-begin-text = Führen Sie diesen Befehl im Quellordner von Consentry aus, um einen Übungsmandanten in einem separaten Browser zu starten. Dort ist alles als Übung gekennzeichnet. Dieser Browser ist nicht betroffen.
practice-command = Befehl

# What the parts of the panel are called.
head-connections = Ihre Verbindungen
head-guided = Aktuelle Anleitung
head-side = Quelle oder Ziel?
head-after = Nach der Zustimmung
head-harden = Zugriff einschränken
head-undo = Rückgängig machen
head-record = Protokoll
head-record-text = Wer angefragt und wer sich angemeldet hat, was der Schutz beobachtet und was Microsoft Graph zurückgegeben hat. Die Einträge sind per Hash verkettet; Manipulationen sind daher erkennbar.
head-save-file = Datei speichern
head-record-copy = Protokoll
settings-saved = Gespeichert

# Labels of the card and the panel.
face-hide = Diese Karte ausblenden
face-page = Seite:
face-loading = wird noch geladen
signs-met = Auf dieser Seite gefundene Merkmale: { $met } von { $known }
face-signs-missing = Fehlend:
face-signs-step = Möglicherweise betroffener Schritt:
face-dark = Nichts hervorgehoben:
face-consent = Zustimmungsseite:
face-lit = Hervorgehoben
face-looked-for = Erwartete Steuerelemente
face-diagnosis-copied = Kopiert (geschwärzt)
face-diagnosis-copy = Kopieren (geschwärzt)
face-case-copied = Als Testfall kopiert (geschwärzt)
face-case-copy = Diese Seite als Testfall kopieren (geschwärzt)
face-found = gefunden:
face-not-there = nicht vorhanden
face-none = keine
face-because = Weil
face-reasons = Gründe
face-signs-for = dafür:
face-signs-against = dagegen:
face-state-done = Erledigt
face-state-current = Jetzt
face-state-later = Später
face-state-skipped = Übersprungen
face-next-try = Nächster Versuch:
face-missing = Noch nicht erteilt:
face-role-needed = Mindestens erforderlich:
face-assigned = Zugewiesen:
face-for-everybody = Für alle erteilt:
face-beyond = Erteilt, aber nicht von der App angefordert:
face-not-known = Unbekannt:
face-remedy = Was zu tun ist:
face-code = Fehlercode:
face-open = Seite öffnen
face-guard-released = Sie haben die organisationsweite Zustimmung zugelassen
face-guard-held = „Akzeptieren“ war blockiert, solange die organisationsweite Zustimmung aktiviert war
face-guard-ticked = Die organisationsweite Zustimmung war eine Zeit lang aktiviert
face-guard-offered = Die organisationsweite Zustimmung wurde angeboten und nicht aktiviert
face-proof = Nachweis
face-assigned-only = Nur zugewiesene Personen können die App nutzen
face-everybody = Alle in der Organisation können die App nutzen
face-exposure = Wer sie nutzen kann
face-backend = Server:
face-settings = Einstellungen
face-begin = Was möchten Sie verbinden?
face-begin-more = Etwas anderes verbinden
face-diagnostics = Diagnose
face-nothing-seen = Consentry hat diese Seite noch nicht gelesen.
face-tone-good = Gut:
face-tone-caution = Vorsicht:
face-tone-bad = Halt:
face-permissions = Was jede Berechtigung erlaubt
face-checks = Weitere Prüfungen
face-copied = Kopiert
face-copy = Kopieren

# Profiles of other apps, and guides without a backend.
begin-asks-some = Die App fordert mindestens { $count ->
        [one] { $count } Berechtigung
       *[other] { $count } Berechtigungen
    } für Ihre Organisation an. Consentry kennt die vollständige Liste nicht. Sie können jede einzeln prüfen, bevor Sie zustimmen.
begin-asks-unknown = Consentry weiß nicht, welche Berechtigungen angefordert werden. Sie können jede einzeln prüfen, bevor Sie zustimmen.
begin-role = Die Dokumentation von { $app } verlangt: { $role }
begin-side-source = Sie autorisieren { $app } in der Quellorganisation
begin-side-destination = Sie autorisieren { $app } in der Zielorganisation
begin-side-both = Sie autorisieren { $app } zweimal: in der Quell- und in der Zielorganisation
begin-clouds = { $app } ist verfügbar in: { $clouds }
begin-cloud-global = Microsoft 365 (weltweit)
begin-cloud-us-gov = Microsoft 365 Government (USA)
begin-cloud-china = Microsoft 365, betrieben von 21Vianet (China)
profile-unverified = Für { $app } nicht überprüft: { $fields }
profile-no-id = Die Anwendungs-ID von { $app } ist nicht bekannt; daher kann Consentry die App auf Seiten nicht erkennen. Fragen Sie den Anbieter nach der ID, und geben Sie sie in der Seitenleiste von Consentry ein.
profile-no-id-own = Jede Organisation registriert ihre eigene App { $app }. Geben Sie die Anwendungs-ID Ihrer Registrierung in der Seitenleiste von Consentry ein; bis dahin kann Consentry sie auf Seiten nicht erkennen.
client-label = Anwendungs-ID von { $app }
client-help = Sie ist nicht veröffentlicht. Fragen Sie den Anbieter, oder sehen Sie in einem Portal nach, in dem { $app } bereits vorhanden ist: „Unternehmensanwendungen“, { $app }, „Anwendungs-ID“ (nicht „Objekt-ID“).
client-help-own = Das Portal zeigt sie an: „App-Registrierungen“, Ihre Registrierung für { $app }, „Anwendungs-ID (Client)“ (nicht „Objekt-ID“).
client-entered = Sie haben für { $app } die Anwendungs-ID { $id } eingegeben. Sie ist nicht überprüft. Vergleichen Sie sie mit der Dokumentation des Anbieters.
client-needs-form = Keine Anwendungs-ID: { $wrong }. Kopieren Sie sie vollständig, wie d62121f3-e023-4972-b6b0-794190c0fd98, von der oben genannten Stelle.
client-needs-own = Das ist die Anwendungs-ID von { $other }, nicht von { $app }. Kopieren Sie sie noch einmal von der oben genannten Stelle.
client-needs-harmless = Diese Anwendungs-ID wurde als schädlich gemeldet: { $other }. Verwenden Sie sie nicht. Fragen Sie den Anbieter von { $app } nach der richtigen.
client-needs-allowed = Ihre Organisation erlaubt die App mit dieser ID nicht. Fragen Sie Ihre Consentry-Administration.
profile-source = Quelle: { $source }
profile-field-client_ids = Anwendungs-ID
profile-field-owner_tenant = Ort der Registrierung
profile-field-publisher = Herausgeber
profile-field-callback_hosts = Hosts der Umleitung
profile-field-tick = Empfehlung zur organisationsweiten Zustimmung
profile-field-role = laut Dokumentation erforderliche Rolle
profile-field-sides = Ort der Autorisierung
profile-field-clouds = Clouds
profile-field-retired = Verfügbarkeit
profile-field-delegated = delegierte Berechtigungen
profile-field-application = Anwendungsberechtigungen
profile-field-entry = Seiten der App
consent-scopes-unlisted = Nicht in der (unvollständigen) Liste von Consentry für { $app }: { $scopes }
connect-without = Ohne Überprüfung fortfahren
connect-said = Ich habe mich angemeldet
grant-said = Die Zustimmung wurde erteilt
state-unproven = Anleitung ohne Überprüfung: Es ist kein Server festgelegt
step-person = Von Ihnen als erledigt markiert; nicht überprüft
done-unproven-title = Erledigt, aber nicht überprüft
done-unproven-text = Die Schritte für { $app } sind erledigt, soweit Consentry das erkennen kann. Microsoft Graph wurde nicht abgefragt; prüfen Sie in { $app }, ob es funktioniert.
handoff-wait-unproven = Ihr Teil ist erledigt. Bitten Sie eine Person mit der Rolle { $granter }, { $app } die Berechtigungen zu erteilen. Consentry kann Microsoft Graph hier nicht abfragen; markieren Sie diesen Schritt daher selbst als erledigt.
returned-unproven = Es meldet, dass die Zustimmung erteilt wurde. Kein Server fragt Microsoft Graph ab; daher ist das nicht überprüft.
wrong-window-unproven = Consentry kann nicht erkennen, ob die Zustimmung erteilt wurde. Wählen Sie die Schaltfläche erneut aus, oder prüfen Sie im Portal.
settings-needs-profiles = Es muss ein Objekt sein, das Profil-IDs Anpassungen zuordnet.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry liest nur. Es erteilt nie etwas und fragt nie nach einem Kennwort.
page-error-remedy = Was zu tun ist
page-error-role = Wer das tun kann
page-error-link = Seite zum Beheben öffnen
page-error-code = Code von Microsoft
page-nothing-title = Sie können diese Seite schließen.
page-nothing-text = Hier ist nichts mehr zu tun.
page-nobody-title = Es hat sich noch niemand angemeldet.
page-nobody-text = Gehen Sie dorthin zurück, wo Sie begonnen haben, und versuchen Sie es erneut.
page-missing-title = Angemeldet; ein Schritt fehlt noch.
page-missing-text = Die Administration Ihrer Organisation muss { $app } noch die eigenen Berechtigungen erteilen. Das ist zu erwarten. Gehen Sie dorthin zurück, wo Sie begonnen haben; dort steht der nächste Schritt.
page-spreading-title = Fast geschafft.
page-spreading-text = Die Zustimmung wird gerade in den Diensten von Microsoft übernommen. Das kann einige Minuten dauern.
page-done-title = { $app } ist vollständig autorisiert.
page-done-text = Microsoft Graph hat { $sites ->
        [one] eine SharePoint-Website
       *[other] { $sites } SharePoint-Websites
    } und { $users ->
        [one] ein Benutzerkonto
       *[other] { $users } Benutzerkonten
    } gefunden.
page-close = Sie können diese Seite schließen.
page-thanks-title = Vielen Dank.
page-thanks-text = Consentry fragt bei Microsoft Graph ab, ob die Zustimmung für { $app } angekommen ist. Wer Ihnen den Link geschickt hat, sieht das Ergebnis, meist innerhalb einer Minute.
page-granted-text = Der Beobachter der Organisation hat aus Microsoft Graph gelesen, was { $app } erteilt wurde. Ob es jemand verwendet hat, ist nicht bekannt.
page-start-title = Anmelden, um { $app } zu verbinden?
page-start-lead = Jemand hat diese Verbindung begonnen und braucht Ihre Anmeldung. Fahren Sie nur fort, wenn Sie sie selbst begonnen haben oder wissen, wer Sie hierher geschickt hat.
page-start-who = Angefragt von
page-start-name = Name der Verbindung
page-start-name-unverified = Von der Person eingegeben, die die Verbindung begonnen hat. Consentry kann den Namen nicht überprüfen.
page-start-name-none = Es wurde kein Name eingegeben.
page-start-app = App
page-start-return = Führt Sie zurück zu
page-start-return-here = Eine Seite dieses Servers
page-start-see = Was diese Person sehen kann
page-start-see-text = Nach Ihrer Anmeldung kann die Person, die die Verbindung begonnen hat, Folgendes sehen, bis die Verbindung gelöscht wird:
page-start-see-account = Ihren Kontonamen sowie Name und ID Ihrer Organisation
page-start-see-counts = Die Anzahl der Benutzerkonten und SharePoint-Websites in Ihrer Organisation
page-start-see-access = Die Berechtigungen, die { $app } erteilt wurden, und die Namen der zugewiesenen Personen und Gruppen
page-start-see-settings = Die Zustimmungseinstellungen Ihrer Organisation und das Protokoll jeder Prüfung
page-start-see-not = Ihr Kennwort geben Sie nur auf der Seite von Microsoft ein. Consentry liest weder Dateien noch E-Mails.
page-start-observer = Meldet Sie an bei
page-start-observer-see = Was gelesen wird und wer es sieht
page-start-observer-text = Nach Ihrer Anmeldung liest der Beobachter Ihrer Organisation Folgendes aus Microsoft Graph. Es wird in diesem Browser gezeigt und denen, an die Sie die Verbindung übergeben. Wer die Verbindung begonnen hat, sieht es nicht.
page-start-continue = Weiter zu Microsoft
page-start-stop = Wenn Sie diese Anfrage nicht zuordnen können, schließen Sie diese Seite. Es wurde nichts weitergegeben.
page-elsewhere-title = Die Administration hat geantwortet.
page-elsewhere-text = Möglicherweise hat die Administration zugestimmt. Gehen Sie dorthin zurück, wo Sie begonnen haben: Dort fragt Consentry Microsoft Graph ab, und nur dieses Ergebnis zählt. Sie können diese Seite schließen.
page-grant-title = { $app } die Berechtigungen erteilen
page-grant-lead = Jemand in Ihrer Organisation verbindet die App und braucht Sie für einen Schritt.
page-grant-already = Das ist bereits erledigt.
page-who = Angefragt von
page-who-account = Angemeldet als
page-who-label = Name der Verbindung
page-who-organization = Organisation
page-who-app = Anwendungs-ID
page-who-publisher = Herausgeber
page-how = So geht es
page-how-role = Sie brauchen die Rolle { $role } oder Globaler Administrator. Nur das Portal fordert Sie zur Anmeldung auf; diese Seite tut das nie.
page-how-open = { $app } im Portal öffnen
page-how-here = Wählen Sie dort „Berechtigungen“ und dann „Administratorzustimmung erteilen“ aus.
page-how-list = Öffnen Sie dort { $app } in der Liste (vergleichen Sie die Anwendungs-ID), und wählen Sie „Berechtigungen“ und dann „Administratorzustimmung erteilen“ aus.
page-how-else = Wenn sich das Portal nicht öffnet
page-how-address = Die Seite von Microsoft für dieselbe Zustimmung hat diese Adresse. Prüfen Sie vor dem Öffnen, dass sie mit dem Namen des Anmeldehosts von Microsoft beginnt:
page-what = Was erteilt wird
page-what-application = { $app } erhält diese Anwendungsberechtigungen. Sie gelten für die Daten aller Benutzerkonten und erfordern keine angemeldete Person:
page-what-delegated = Die Seite von Microsoft führt auch diese delegierten Berechtigungen auf:
page-what-repeated = Sie kann wiederholen, was die Anmeldung angefordert hat: { $scopes }.
page-what-more = Wenn die Seite von Microsoft etwas anderes zeigt, akzeptieren Sie nicht; fragen Sie die Person, die Ihnen das geschickt hat.

# The panel and its three places

face-places = Bereiche der Seitenleiste
face-place-guide = Anleitung
face-place-app = App
face-place-activity = Aktivität
face-more = Mehr
face-details = Details
face-evidence = Wer welchen Schritt ausführt, und der Nachweis
face-app-unknown = Über diese App in Ihrer Organisation ist noch nichts bekannt. Melden Sie sich an, um sie zu verbinden; dann fragt Consentry Microsoft Graph ab.
face-app-none = Zurzeit wird keine App autorisiert. Beginnen Sie unter „Anleitung“ mit einer.
face-no-activity = Für diese Verbindung wurde noch keine Überprüfung durchgeführt.
face-fold = Weniger anzeigen
no-backend-title = Kein Server festgelegt
no-backend-text = Consentry leitet Sie an und blockiert eine organisationsweite Zustimmung. Ob die App autorisiert ist, kann nur ein Server bei Microsoft Graph abfragen.
no-backend-set = Server Ihrer Organisation festlegen
face-incomplete = Unvollständig:
face-incomplete-why = Microsoft Graph hat nur einen Teil zurückgegeben; es kann mehr geben, als hier steht.
face-at-least = mindestens
face-known-by = Der Beobachter (Observer) Ihrer Organisation kann dies lesen. Andernfalls benötigt die App:
first-run-with = Mit Ihrem Server wird das Ergebnis mit Microsoft Graph überprüft.
first-run-without = Das geht auch ohne Server. Dann wird nichts überprüft.
first-run-asks = { $address } wird geprüft
first-run-answers = Unter { $address } antwortet ein Consentry-Server.
face-first-title = Willkommen bei Consentry
face-first-picture = Zeichnung einer Zustimmungsseite: Die nächste Schaltfläche ist hervorgehoben, und ein Kontrollkästchen, das deaktiviert bleiben soll, ist markiert
face-first-does-1 = Consentry hebt auf Microsofts Seiten das nächste Steuerelement hervor und erklärt es in einem Satz.
face-first-does-2 = Consentry blockiert eine versehentliche Zustimmung für Ihre gesamte Organisation.
face-first-does-3 = Consentry überprüft das Ergebnis mit Microsoft Graph, über den Server Ihrer Organisation.
face-first-sees-title = Was Consentry sehen kann
face-first-sees-1 = Steuerelemente auf Microsofts Anmeldeseiten, in den Portalen und auf den Einrichtungsseiten einer App: Schaltflächen, Kontrollkästchen und Namen.
face-first-sees-2 = Auf Seiten, die kein Schritt braucht: nur die Adresse und die Website, die dorthin geführt hat.
face-first-sees-3 = Von Ihrem Server: was Microsoft Graph zu der App zeigt, die Sie autorisieren.
face-first-never-title = Was Consentry nie tut
face-first-never-1 = Consentry wählt nichts aus, gibt nichts ein und erteilt nichts. Das tun nur Sie.
face-first-never-2 = Consentry liest nie, was Sie eingeben.
face-first-never-3 = Consentry sendet Daten nur an den Server, den Sie oder Ihre Organisation festgelegt haben.
face-first-ways-title = Womit möchten Sie beginnen?
face-first-begin-title = Jetzt eine App autorisieren
face-first-begin-text = Wählen Sie in der Seitenleiste Ihre App aus, und folgen Sie dann den hervorgehobenen Schritten.
face-first-begin-do = Seitenleiste öffnen
face-first-begin-later = Später öffnen Sie sie mit der Consentry-Schaltfläche in der Symbolleiste des Browsers.
face-first-backend-title = Server Ihrer Organisation verwenden
face-first-backend-text = Die Adresse erhalten Sie von Ihrer Organisation oder vom Anbieter der App. Consentry prüft sie sofort.
face-first-backend-do = Prüfen und verwenden
face-first-practice-get = Der Übungsmandant gehört zum Quellcode von Consentry. Sie benötigen außerdem Rust und Node.js ab Version 20.
badge-step = Consentry: nächster Schritt auf dieser Seite. { $title }
badge-warning = Consentry: Warnung auf dieser Seite. { $title }
