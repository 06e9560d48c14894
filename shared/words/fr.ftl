# Ce que dit Consentry, en français. Bref, calme, concret : que faire et pourquoi.
# Les commandes de Microsoft portent les noms de labels.toml. En français, « one » vaut pour 0 et 1.

language-name = Français
language-direction = ltr
# Between the parts of a list, and between the last two of a choice.
list-and = { $one }, { $other }
list-or = { $one } ou { $other }

manifest-name = Consentry
manifest-description = Guide l’autorisation d’une application Microsoft 365 : montre la commande suivante, bloque les erreurs et vérifie le résultat.

# Roles as Microsoft names them.
role-cloud-application-administrator = Administrateur d’application cloud
role-application-administrator = Administrateur d’application
role-privileged-role-administrator = Administrateur de rôle privilégié
role-global-administrator = Administrateur général
role-license-administrator = Administrateur de licences
role-user-administrator = Administrateur d’utilisateurs
role-security-administrator = Administrateur de la sécurité
role-conditional-access-administrator = Administrateur de l’accès conditionnel

step-connect-title = Ouvrir une session et connecter l’application
step-connect-text = Connectez d’abord { $app } avec votre propre compte.
step-grant-title = Accorder le consentement administrateur
step-grant-text = Un administrateur accorde à { $app } ses autorisations dans le portail.
step-load-title = Vérifier dans { $app }
step-load-text = Chargez le connecteur dans { $app } pour voir les sites et les utilisateurs qu’il a trouvés.
step-assign-title = Choisir qui peut l’utiliser
step-assign-text = Affectez-vous, ainsi que toutes les personnes chargées de la migration, avant de restreindre l’accès.
step-require-title = Restreindre l’accès
step-require-text = Rendez l’affectation obligatoire : seules les personnes affectées pourront utiliser { $app }.
step-progress = Étape { $at } sur { $of }
actor-starter = Vous

begin-title = Autoriser { $app }
begin-text = Il y a deux étapes : vous ouvrez une session et connectez l’application, puis un administrateur accorde à { $app } ses autorisations. Quel rôle avez-vous ?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrateur SharePoint
begin-needs = Rôle le moins privilégié pour la deuxième étape : { $granter }. Le rôle Administrateur général convient toujours. Source : { $source }
begin-asks = L’application demandera { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } pour votre organisation. Vous pourrez examiner chaque autorisation avant de donner votre consentement.

at-authorize-new-connector-title = Créer un connecteur
at-authorize-new-connector-text = Sélectionnez « Authorize New Connector » du côté source ou du côté destination.
at-connector-row-title = Sélectionner Office 365
at-connector-row-text = Sélectionnez « Authorize » sur la ligne « Office 365 (OneDrive/SharePoint Admin) ». Les lignes suivantes ne concernent que les fichiers d’une seule personne.
at-authorize-title = Nommer la connexion (facultatif)
at-authorize-text = Choisissez un nom d’affichage. Sélectionnez « Authorize » ; Microsoft vous demande alors de vous connecter.
at-reauthorize-title = Se reconnecter
at-reauthorize-text = La connexion de ce connecteur n’est plus valide. Sélectionnez « Reauthorize » pour vous reconnecter. Tout le reste est conservé.
at-sign-in-account-title = Sélectionner votre compte d’administration
at-sign-in-account-text = Utilisez le compte qui administre SharePoint dans l’organisation que vous connectez. Les comptes personnels et invités ne conviennent pas.
at-sign-in-title = Se connecter
at-sign-in-text = Connectez-vous avec votre compte d’administration. Consentry ne lit pas ce que vous tapez ici.
at-consent-title = Accepter pour vous uniquement
at-consent-text = Examinez les autorisations, puis sélectionnez « Accepter ». Cela ne s’applique qu’à votre compte.
at-consent-with-tick-title = Accepter pour vous uniquement
at-consent-with-tick-text = Examinez les autorisations, ne cochez pas « Consentement au nom de votre organisation », puis sélectionnez « Accepter ».

at-consent-with-box-title = Examiner, puis accepter
at-consent-with-box-text = Examinez les autorisations, décidez si vous cochez « Consentement au nom de votre organisation », puis sélectionnez « Accepter ».

at-needs-admin-title = Ce message est normal
at-needs-admin-text = Votre session est ouverte. Un administrateur doit encore accorder son consentement dans le portail. Ouvrez « Applications d’entreprise » avec ce lien.
at-hand-off-title = On vous demande votre consentement
at-hand-off-text = Examinez ce que { $app } demande et pourquoi, puis ouvrez l’application dans le portail. Rien n’est accordé tant que vous n’y sélectionnez pas « Accepter ».
at-grant-account-title = Sélectionner le compte qui peut consentir
at-grant-account-text = Utilisez un compte de la même organisation qui a le rôle { $granter }.
at-grant-sign-in-title = Se connecter
at-grant-sign-in-text = Connectez-vous avec le compte qui peut accorder le consentement. Consentry ne lit pas ce que vous tapez ici.
at-app-row-title = Ouvrir { $app }
at-app-row-text = Cette ligne a le bon nom et le bon ID d’application. Ouvrez-la.
at-app-search-title = Rechercher { $app }
at-app-search-text = Entrez le nom dans la zone de recherche. Au départ, la liste n’affiche qu’une partie de vos applications.
at-app-filter-title = Supprimer le filtre
at-app-filter-text = { $app } ne figure pas dans cette liste. Le filtre sur le type d’application la masque peut-être. Supprimez le filtre.
at-app-missing-title = { $app } ne figure pas dans la liste
at-app-missing-text = Aucune ligne n’a à la fois le bon nom et le bon ID d’application. L’application apparaît après une première connexion depuis cette organisation. Vérifiez que vous êtes dans la bonne organisation.
at-app-wait-title = La liste se charge
at-app-wait-text = Attendez la ligne avec le bon nom et le bon ID d’application.
at-menu-permissions-title = Ouvrir « Autorisations »
at-menu-permissions-text = « Autorisations » se trouve dans le menu de gauche, sous « Sécurité ». C’est là que vous accordez le consentement.
at-menu-manage-title = Développer « Gérer »
at-menu-manage-text = L’élément suivant se trouve dans le groupe réduit « Gérer ».
at-menu-group-title = Développer « Sécurité »
at-menu-group-text = « Autorisations » se trouve dans le groupe réduit « Sécurité ».
at-grant-title = Accorder le consentement administrateur
at-grant-text = Sélectionnez ce bouton. Une fenêtre s’ouvre et affiche les autorisations. Rien n’est accordé tant que vous n’y acceptez pas.
at-portal-unsure-title = Cette page ne correspond pas à son adresse
at-portal-unsure-text = L’adresse et le contenu de la page désignent des emplacements différents. Sélectionnez « Autorisations » dans le menu de gauche ou utilisez le bouton ci-dessous.
at-registration-title = Page « Inscriptions d’applications »
at-registration-text = { $app } n’est pas inscrite dans votre organisation ; vous ne pouvez donc pas accorder le consentement ici. Accédez à « Applications d’entreprise » > « Autorisations ».
at-registration-grant-title = Accorder le consentement administrateur
at-registration-grant-text = { $app } est inscrite dans votre organisation ; vous pouvez donc accorder le consentement ici. Une confirmation vous sera demandée.
at-registration-confirm-title = Confirmer le consentement
at-registration-confirm-text = Cette confirmation concerne { $app }. Lisez-la, puis sélectionnez « Oui ».
at-admin-consent-title = Examiner, puis accepter
at-admin-consent-text = Ici, le consentement à l’échelle de l’organisation est correct : { $app } en a besoin. Comparez la liste aux autorisations attendues, puis sélectionnez « Accepter ».
at-load-title = Charger le connecteur
at-load-text = Le consentement est confirmé. Chargez le connecteur pour voir aussi le résultat ici.
at-assign-people-title = Sélectionner des personnes, puis affecter
at-assign-people-text = Sélectionnez les personnes qui ont besoin d’un accès, y compris vous-même, puis « Affecter ». Ce bouton n’est disponible qu’une fois quelqu’un sélectionné.
at-add-user-title = Affecter les personnes concernées
at-add-user-text = Ajoutez-vous, ainsi que toutes les personnes chargées de la migration. Faites-le avant de restreindre l’accès, pour que personne ne soit bloqué.
at-menu-users-title = Ouvrir « Utilisateurs et groupes »
at-menu-users-text = Affectez d’abord les personnes ; vous restreindrez l’accès ensuite.
at-assignment-yes-title = Rendre l’affectation obligatoire
at-assignment-yes-text = Sélectionnez « Oui ». Seules les personnes affectées pourront alors utiliser { $app }.
at-assignment-save-title = Enregistrer la modification
at-assignment-save-text = Sélectionnez « Enregistrer » pour appliquer la modification.
at-menu-properties-title = Ouvrir « Propriétés »
at-menu-properties-text = « Affectation requise ? » se trouve dans « Propriétés ».

elsewhere-title = L’étape suivante est ailleurs
elsewhere-text = { $step } Cette page ne sert pas pour cette étape.
elsewhere-go = Y aller
straight = Aller directement à l’application
dark-absent = L’élément n’est pas sur cette page ou n’est pas encore chargé.
dark-unsure = Quelque chose y ressemble ici, mais pas assez nettement pour être mis en évidence : { $why }.
dark-disabled = L’élément est là, mais indisponible : ce compte ne peut pas accorder le consentement. Utilisez un compte qui a le rôle { $granter }.

dark-greyed = L’élément est là, mais indisponible pour l’instant.
dark-behind = L’élément est derrière un autre volet ou une boîte de dialogue. Commencez par fermer ce qui le recouvre.

handoff-make = Créer un lien pour un administrateur
handoff-made = Envoyez ce lien à une personne qui a le rôle { $granter }. Il fonctionne une seule fois et expire au bout d’un jour.
handoff-label = Lien de transmission
handoff-wait-title = En attente du consentement administrateur
handoff-wait-text = Votre partie est terminée. Une personne qui a le rôle { $granter } accorde le reste. L’affichage s’actualise dès que Microsoft Graph confirme le consentement.

done-title = Autorisation terminée
done-text = Microsoft Graph a trouvé { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }. Le connecteur est prêt.
done-back = Revenir à { $app }
done-harden = Limiter l’accès à certaines personnes

state-begun = Pas encore de connexion
state-awaiting_sign_in = En attente de la connexion
state-needs_admin_consent = Session ouverte. Le consentement administrateur manque encore.
state-propagating = Consentement accordé. En attente de son application par Microsoft.
state-authorized = Autorisation terminée : { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }
state-granted = Accordé, selon la liste de Microsoft
state-needs_reauthorization = Nouvelle connexion requise
state-blocked = Blocage : { $title }

propagating-title = Accordé, pas encore actif
propagating-text = Microsoft applique généralement un consentement en moins d’une minute. Vous n’avez rien à faire ; Consentry vérifie de nouveau automatiquement.
waiting-text = Consentry vérifiera de nouveau dans un instant.
blocked-remedy = Que faire : { $remedy }
blocked-role = Qui peut le faire : { $role }
reauthorize-do = Se reconnecter
check-do = Vérifier de nouveau
leave-do = Quitter
skip-do = Ignorer cette étape
assign-said = J’ai affecté les personnes
require-said = J’ai activé l’option
take-assign = Limiter l’accès à certaines personnes
go-do = Ouvrir la page de cette étape
backend-trouble = Le serveur à l’adresse { $address } ne répond pas. Vous pouvez continuer, mais les résultats ne pourront pas être vérifiés avant qu’il réponde.
step-proof = Vérifié par { $call }
step-page = Vu sur une page ; pas encore vérifié

wrong-declined-title = Le consentement a été refusé
wrong-declined-text = Rien n’a été accordé. Si c’était une erreur, reconnectez-vous et sélectionnez « Accepter ».
wrong-window-title = La fenêtre a été fermée
wrong-window-text = Consentry ne peut pas savoir si le consentement a été accordé et interroge donc Microsoft Graph. Si rien ne change, sélectionnez de nouveau le bouton.
wrong-returned-title = Le consentement n’a pas été accordé
wrong-returned-text = Microsoft a renvoyé { $error }. Sélectionnez de nouveau « Accorder un consentement d’administrateur » le moment venu.
wrong-approval-title = Un administrateur doit donner son accord
wrong-approval-text = Ce compte ne peut pas donner son consentement à { $app }. Si vous avez un compte d’administration, utilisez le lien prévu sur cette page ; sinon, adressez-vous à un administrateur.
wrong-approval-who = Rôle le moins privilégié qui peut approuver : { $role }. Le rôle Administrateur général convient toujours. Source : { $source }
wrong-approval-form = Saisissez une justification sur cette page pour envoyer une demande aux réviseurs de votre organisation
wrong-approval-causes = Cette page apparaît aussi quand l’application exige une affectation mais n’a pas encore de consentement administrateur, ou quand Microsoft juge la demande risquée
wrong-approval-each-time = Chaque connexion à { $app } redemande le consentement (prompt=consent dans l’adresse) ; cette page reste donc affichée même après l’approbation d’un administrateur. Seul le fournisseur de l’application peut changer cela
wrong-approval-refused-title = Ne demandez pas cette application
wrong-approval-refused-text = L’ID de cette application a été signalé ou est bloqué par votre organisation. Fermez cette page et indiquez à votre équipe de sécurité comment vous avez abouti ici.
wrong-requested-title = Approbation demandée
wrong-requested-text = Microsoft a envoyé votre demande aux réviseurs. Rien n’est accordé tant que l’un d’eux ne l’a pas approuvée.
wrong-personal-title = Vous utilisez un compte personnel
wrong-personal-text = Il vous faut un compte professionnel ou scolaire. Fermez cette page et connectez-vous avec le compte de votre organisation.
wrong-error-title = Microsoft a bloqué la connexion
wrong-error-app = cette application
wrong-error-number = La page affiche le code d’erreur { $code }.
wrong-error-unnumbered = La page n’affiche aucun code d’erreur. Lisez son message pour savoir ce qui a bloqué la connexion. S’il mentionne une stratégie ou un appareil, contactez votre administrateur.
wrong-error-unlisted = Consentry ne reconnaît pas ce code d’erreur. Lisez le message affiché, puis recherchez le code sur la page de Microsoft.
wrong-error-lookup = Page de Microsoft sur ce code d’erreur
wrong-error-link = Où corriger le problème
wrong-error-portal-title = L’adresse du portail manque à l’application
wrong-error-portal-text = Le portail n’est pas un URI de redirection de { $app }. Consentez dans « Inscriptions d’applications » > « Autorisations de l’API », ou ajoutez https://entra.microsoft.com/TokenAuthorize dans « Authentification ».
wrong-error-portal-role = un propriétaire de l’inscription d’application ou un Administrateur d’application cloud
wrong-grant-failed-title = Le portail signale un échec du consentement
wrong-grant-failed-text = Une nouvelle tentative échouera de même. Souvent, l’application demande une autorisation inconnue de ce locataire ou de ce cloud. Supprimez-la dans « Autorisations de l’API », puis accordez de nouveau le consentement.
lookalike = Une autre application porte ici un nom semblable, mais a un autre ID d’application. Ne l’utilisez pas.
device-code-title = Avez-vous lancé cette connexion vous-même ?
device-code-text = Un code d’appareil connecte un autre appareil. La personne qui a créé le code obtient l’accès, où qu’elle soit.
device-code-sent = Si quelqu’un vous a envoyé le code, ne le saisissez pas. C’est la façon la plus courante de pirater des comptes
device-code-app = La page ne prouve pas quelle application fait la demande

consent-title = { $app } demande votre consentement
consent-text = Consentry explique la demande. La décision vous appartient.
consent-unknown-app = Une application
consent-held-title = Stop : vous consentiriez pour tout le monde
consent-held-text = Cette case accorde à { $app } un accès pour toute votre organisation. Décochez-la ; d’ici là, « Accepter » est bloqué. { $why }
consent-forced-title = Stop : vous consentiriez pour tout le monde
consent-forced-text = Cette case accorde à { $app } un accès pour toute votre organisation, ce que votre stratégie n’autorise pas ici. Décochez-la ; d’ici là, « Accepter » est bloqué. { $why }
consent-stopped = « Accepter » a été bloqué. Aucun consentement n’a été donné.
consent-warned-title = Vous consentez pour tout le monde
consent-warned-text = Avec cette case cochée, l’application obtient un accès pour toute votre organisation et plus personne n’est consulté. Décochez-la, sauf si une personne de confiance vous a demandé de la cocher.
consent-malicious-title = N’acceptez pas : application malveillante
consent-malicious-text = Cet ID d’application a été signalé comme malveillant. « Accepter » est bloqué. Sélectionnez « Annuler » et indiquez à votre équipe de sécurité comment vous avez abouti ici.
consent-abused-title = Stop : application détournée par des pirates
consent-abused-text = Cette application légitime sert à des pirates pour garder l’accès à des comptes. « Accepter » est bloqué. Si personne de votre connaissance ne vous l’a demandé, sélectionnez « Annuler » et prévenez votre équipe de sécurité.
consent-forbidden-title = Votre organisation refuse cette application
consent-forbidden-text = La stratégie de votre organisation n’autorise pas le consentement à cette application. « Accepter » est bloqué. Sélectionnez « Annuler ». L’administrateur de Consentry peut modifier la stratégie.
consent-unnamed-title = « Accepter » bloqué : application inconnue
consent-unnamed-text = L’adresse ne désigne aucune application ; Consentry ne peut donc pas la vérifier. Fermez cette page et reconnectez-vous depuis l’application. Si cela persiste, demandez à son fournisseur d’utiliser un lien, pas un formulaire.
consent-unnamed-code-title = « Accepter » bloqué : code d’appareil
consent-unnamed-code-text = La personne qui a créé le code obtient cet accès. La page ne prouve pas quelle application le demande. Si quelqu’un vous a envoyé le code, sélectionnez « Annuler » et prévenez votre équipe de sécurité.
consent-unnamed-let = J’ai lancé cette connexion et je veux donner mon consentement
consent-unnamed-let-title = Consentir à une application non nommée ?
consent-unnamed-let-text = Consentry ne peut pas vérifier de quelle application il s’agit. Continuez uniquement si vous avez lancé vous-même cette connexion, dans une application que vous connaissez.
consent-serious-title = Vérifiez qui fait la demande avant d’accepter
consent-serious-text = Vous n’avez pas lancé cette demande dans Consentry, et elle donne un accès étendu ou pour toute l’organisation. Si quelqu’un vous a envoyé le lien, sélectionnez « Annuler » et consultez votre équipe de sécurité.
consent-astray-title = Ce n’est pas le consentement attendu
consent-astray-text = Certains détails diffèrent de ce qui était attendu (voir ci-dessous). Sélectionnez « Annuler » et recommencez avec le compte et l’organisation de cette connexion. Si cela persiste, contactez le fournisseur de l’application.
consent-accept-unlit = « Accepter » : { $why }
consent-must-title = { $app } exige le consentement pour tous
consent-must-text = Cette application ne fonctionne qu’avec un consentement à l’échelle de l’organisation. Examinez les autorisations. Si vous êtes d’accord au nom de tous, cochez vous-même la case, puis sélectionnez « Accepter ».
consent-release = Je souhaite consentir pour tout le monde
consent-release-title = Consentir pour toute l’organisation ?
consent-release-text = { $app } obtiendra cet accès pour tous les comptes et plus personne ne sera consulté. Les instructions de { $app } le déconseillent.
consent-release-yes = Autoriser cette fois
consent-release-no = Continuer à bloquer
consent-let = Je connais cette application et je veux donner mon consentement
consent-let-title = Autoriser une application signalée ?
consent-let-text = Elle obtient l’accès indiqué ici et le conserve même après un changement de mot de passe. Autorisez-la uniquement si vous savez qui l’a demandée et pourquoi.
consent-released = Vous avez choisi d’autoriser ce consentement.
consent-tick-leave = Ne cochez pas « Consentement au nom de votre organisation »
consent-tick-must = { $app } a besoin que « Consentement au nom de votre organisation » soit coché, et ce n’est pas le cas
consent-tick-unsure = { $app } a besoin que « Consentement au nom de votre organisation » soit coché ; Consentry ne peut pas déterminer de quelle case il s’agit
consent-tick-set = « Consentement au nom de votre organisation » est coché, comme { $app } l’exige
consent-tick-optional = « Consentement au nom de votre organisation » est facultatif : { $app } fonctionne dans les deux cas
consent-glance-app-right = bonne application
consent-glance-app-entered = application avec l’ID que vous avez saisi
consent-glance-app-microsofts = application de Microsoft
consent-glance-app-tool = outil Microsoft à usage général
consent-glance-app-unknown = application inconnue
consent-glance-app-unseen = application non indiquée
consent-glance-app-forbidden = application non autorisée ici
consent-glance-app-malicious = application malveillante
consent-glance-app-abused = application détournée par des pirates
consent-glance-app-elsewhere = application inscrite ailleurs
consent-glance-app-doubt = application incertaine
consent-glance-organization-right = bonne organisation
consent-glance-organization-wrong = mauvaise organisation
consent-glance-organization-personal = compte personnel
consent-glance-organization-unknown = organisation non indiquée
consent-glance-account-right = bon compte
consent-glance-account-wrong = mauvais compte
consent-glance-account-other = compte différent
consent-glance-account-unseen = compte non indiqué
consent-app-known = L’ID d’application est celui de { $app }
consent-app-entered = L’ID d’application est celui que vous avez saisi pour { $app } ; il n’est pas vérifié
consent-app-microsofts = L’ID d’application est celui de { $app }, une application de Microsoft
consent-app-tool = L’ID d’application est celui de { $app }, un outil Microsoft à usage général qui peut demander n’importe quelle autorisation. Donnez votre consentement uniquement si vous l’avez lancé vous-même
consent-app-unknown = Consentry n’a pas de profil pour cette application ; l’ID ne peut donc pas être vérifié
consent-app-unseen = L’adresse n’indique pas de quelle application il s’agit
consent-app-by-code = Cette connexion a commencé par un code d’appareil : la page ne prouve pas quelle application fait la demande
consent-app-unseen-listed = Votre organisation n’autorise que certaines applications, et l’adresse n’indique pas de laquelle il s’agit
consent-app-list-unreadable = La liste des applications autorisées par votre organisation est illisible ; aucune application n’est donc autorisée. L’administrateur de Consentry peut corriger cela
consent-app-forbidden = Bloquée par la stratégie de votre organisation : ID d’application { $id }
consent-app-not-allowed = Absente des applications autorisées par votre organisation : ID d’application { $id }
consent-app-reported = Signalée comme { $name }. { $says } Source : { $source }, { $date }
consent-doubt-apps = L’adresse désigne deux applications différentes
consent-doubt-not-an-id = À la place de l’ID d’application, l’adresse contient autre chose qu’un ID
consent-doubt-organizations = L’adresse désigne deux organisations différentes
consent-doubt-values = L’adresse donne deux valeurs différentes là où une seule est permise
consent-doubt-page-id = La page affiche l’ID d’application { $page } ; l’adresse indique { $address }
consent-doubt-page-name = La page appelle l’application { $page } ; l’ID d’application de l’adresse est celui de { $app }
consent-doubt-several = C’est l’une de plusieurs pages de consentement, chacune pour une application différente
consent-owner-right = Inscrite dans l’organisation même de { $app }
consent-owner-wrong = Non inscrite dans l’organisation de { $app }
consent-organization-right = Le consentement vaut pour { $tenant }, la même organisation que cette connexion
consent-organization-wrong = L’adresse désigne une autre organisation ; cette connexion est pour { $tenant }
consent-organization-unknown = L’adresse n’indique pas l’organisation ; cette connexion est pour { $tenant }
consent-organization-personal = Cela concerne des comptes personnels, pas une organisation
consent-account-right = Session ouverte avec { $account }
consent-account-other = Session ouverte avec { $account } ; cette connexion a été créée par { $known }
consent-account-foreign = Session ouverte avec { $account } ; cette connexion a été créée par { $known }. Si ce dernier compte est dans une autre organisation, le consentement ne s’y appliquera pas
consent-account-guest = { $account } est un compte invité ici. Le consentement d’un invité ne fonctionne pas pour cette connexion
consent-account-personal = { $account } est un compte personnel
consent-account-unseen = La page n’indique pas quel compte est connecté ; cette connexion a été créée par { $account }
consent-redirect-known = La réponse est envoyée à { $host }, comme prévu
consent-redirect-portal = La réponse est renvoyée au portail à l’adresse { $host }
consent-redirect-plain = La réponse est envoyée à { $host }
consent-redirect-unexpected = La réponse est envoyée à { $host }, qui ne figure pas dans le profil de l’application
consent-publisher-same = La page indique { $publisher } comme éditeur, comme prévu. Le nom seul n’est pas une preuve
consent-publisher-other = La page indique { $publisher } comme éditeur ; { $wanted } était attendu
consent-publisher-shown = La page indique { $publisher } comme éditeur. Le nom seul n’est pas une preuve
consent-publisher-verified = La page affiche un badge d’éditeur vérifié. Des pirates ont déjà obtenu de tels badges par fraude
consent-publisher-unverified = Microsoft n’a pas vérifié l’éditeur de cette application
consent-publisher-unseen = La page n’indiquait pas si l’éditeur est vérifié
consent-scopes-expected = Elle demande les autorisations attendues
consent-scopes-unexpected = Elle demande plus que prévu : { $scopes }
consent-scopes-missing = Elle ne demande pas des autorisations dont { $app } a besoin : { $scopes }
consent-for-all = Cela concerne tout le monde dans l’organisation
consent-by-prompt = Cela a commencé comme une connexion, mais demande un consentement à l’échelle de l’organisation
consent-by-link = Un lien vous a amené ici. Le consentement vaut pour toute l’organisation et plus personne ne sera consulté
consent-asks = { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } : { $risks }
consent-asks-unlisted = L’adresse n’énumère pas les autorisations ; consultez la page
consent-risk-low = risque faible
consent-risk-medium = risque moyen
consent-risk-high = risque élevé
consent-risk-critical = risque critique
consent-again-nothing = Tout a déjà été accordé ; rien de nouveau n’est demandé
consent-again-adds = Déjà accordé en partie. Nouveau : { $scopes }
consent-change-counts = Ajoute { $adds ->
        [one] { $adds } autorisation
       *[other] { $adds } autorisations
    } et en conserve { $keeps }
consent-change-all-new = Ajoute { $adds ->
        [one] { $adds } autorisation, pas encore accordée
       *[other] { $adds } autorisations, dont aucune n’était accordée
    }
consent-change-nothing = N’ajoute rien : { $keeps ->
        [one] la seule autorisation est déjà accordée
       *[other] les { $keeps } autorisations sont déjà accordées
    }
consent-change-revokes = Accordé auparavant pour tout le monde mais absent de cette liste, donc peut-être supprimé : { $permissions }
consent-change-unlisted = Consentry ne connaît pas toutes les autorisations demandées et ne peut donc pas indiquer ce qui change
consent-change-unknown = Consentry ne connaît pas les autorisations existantes et ne peut donc pas indiquer ce qui change
consent-change-unknown-application = Ses autorisations d’application actuelles sont inconnues
consent-change-unknown-delegated = Ses autorisations déléguées actuelles sont inconnues
consent-role-needed = Rôle le moins privilégié : { $role }. Le rôle Administrateur général convient toujours. Source : { $source }
consent-role-oneself = Aucun rôle n’est nécessaire pour consentir pour vous-même si votre organisation autorise le consentement de l’utilisateur
consent-role-unless = Aucun rôle n’est nécessaire pour consentir pour vous-même, sauf si votre organisation utilise les paramètres de consentement gérés par Microsoft ; un administrateur doit alors approuver { $scopes }. Source : { $source }
permission-title-application = { $name } (autorisation d’application)
permission-as-person = En votre nom : { $means }
permission-on-its-own = De façon autonome, sans utilisateur connecté : { $means }
permission-thief = En cas de compromission : { $text }
permission-because = Pourquoi { $risk } : { $text }
permission-unknown = Absente de la liste de Consentry ; évaluée d’après son nom : { $risk }.
permission-why = À quoi elle sert : { $text }
dark-other-tenant = Ce bouton concerne une autre organisation que celle que vous avez connectée. Changez d’annuaire dans le portail.
dark-off = Microsoft a modifié cette page ; Consentry ne peut pas encore y mettre de commandes en évidence. Suivez les étapes écrites.
dark-no-profile = Il n’existe pas de profil pour cette application ; Consentry n’a donc rien à mettre en évidence.
wrong-app-title = Mauvaise application
wrong-app-text = Cet ID d’application n’est pas celui de { $app }, quel que soit le nom affiché. Revenez à la liste.
step-signed = Vérifié par la connexion
connect-do = Ouvrir une session et connecter l’application
backend-garbled = { $address } n’est pas un serveur Consentry. Vérifiez l’adresse.
returned-title = La fenêtre de consentement s’est fermée
returned-text = Elle indique que le consentement a été accordé. Consentry le vérifie auprès de Microsoft Graph.

consent-held-any = « Accepter » a été bloqué, car une case cochée pourrait accorder un consentement à l’échelle de l’organisation. Décochez toutes les cases.
early-title = Sélectionnez de nouveau le bouton
early-text = Vous avez sélectionné le bouton avant que Consentry ait fini de vérifier la page ; rien n’a donc été envoyé. La vérification est terminée et rien n’est bloqué maintenant.
offer-title = Ajouter cette connexion { $app } ?
offer-of = Une connexion de { $account } dans { $tenant } est prête à être ajoutée.
offer-of-tenant = Une connexion dans { $tenant } est prête à être ajoutée.
offer-of-nobody = Une connexion pour laquelle personne n’a encore ouvert de session est prête à être ajoutée.
offer-by-link = Elle provient d’un lien. Ajoutez-la uniquement si vous savez qui vous a envoyé le lien et pour quelle organisation.
offer-unseen = Consentry n’a pas vu cette session s’ouvrir dans cet onglet. Ajoutez la connexion uniquement si vous venez de vous connecter vous-même avec ce compte.
offer-add = Ajouter cette connexion
offer-decline = Ne pas l’ajouter
offer-full = Consentry conserve jusqu’à { $count } connexions. Quittez-en une dont vous n’avez plus besoin, puis réessayez.
unseen-title = Consentry n’est pas actif sur cette page
unseen-text = Mode sans accès aux pages : Consentry ne voit que l’adresse. Rien n’est mis en évidence ni bloqué ; examinez la page avant d’accepter.
unseen-app-unknown = L’adresse désigne une application sans profil Consentry : { $id }
unseen-tenant = Organisation dans l’adresse : { $tenant }
unseen-tenant-any = L’adresse ne désigne aucune organisation ; le compte que vous choisissez en décide
unseen-redirect = La réponse est envoyée à { $host }
unseen-scopes = L’adresse demande : { $scopes }
unseen-tick = Non vérifié : si le consentement à l’échelle de l’organisation est proposé ou coché
unseen-permissions = Non vérifié : la liste des autorisations sur la page
unseen-account = Non vérifié : le compte connecté
access-withheld = L’accès de Consentry aux pages de connexion est désactivé dans l’accès aux sites de l’extension. Rien n’y est mis en évidence ni bloqué.
access-barred-title = Accès bloqué sur cette page
access-barred-text = La stratégie de navigateur de votre organisation n’autorise aucune extension sur cette page ; rien n’y est donc mis en évidence ni bloqué. Consentry peut toujours vérifier le consentement avec Microsoft Graph.
settings-from-package = Valeur par défaut
settings-from-own = Votre paramètre
settings-from-policy = Stratégie de votre organisation
settings-refused = Ignoré ({ $from }) : { $name }. { $why }
settings-unknown = Paramètre inconnu.
settings-needs-backend = La valeur doit être une adresse https, ou une adresse http sur cet ordinateur.
settings-needs-portal = La valeur doit être une adresse https du portail Azure ou du centre d’administration Entra.
settings-needs-tick = La valeur doit être warn, confirm ou forbid.
settings-needs-language = La valeur doit être l’une des suivantes : { $tags }.
settings-needs-yes-or-no = La valeur doit être true ou false.
settings-needs-text = La valeur doit être du texte.
settings-needs-clients = La valeur doit être une liste d’ID d’application.
settings-needs-client = { $count ->
        [one] { $count } entrée n’est pas un ID d’application valide et a été ignorée.
       *[other] { $count } entrées ne sont pas des ID d’application valides et ont été ignorées.
    }
data-pack = Le pack de données { $serial } de votre organisation est utilisé (version intégrée : { $built_in }).
data-refused = Le pack de données de votre organisation a été rejeté : { $why }.
settings-fixed = Gérés par votre organisation : { $names }
settings-zero-touch-on = Le mode sans accès aux pages est activé. Sur les pages de connexion, Consentry n’utilise que les adresses et Microsoft Graph.
settings-zero-touch-off = Consentry lit les pages de connexion, met en évidence la commande suivante et bloque un consentement à l’échelle de l’organisation.
settings-zero-touch-begin = Activer le mode sans accès aux pages
settings-zero-touch-end = Désactiver le mode sans accès aux pages

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = on vous a demandé d’accorder le consentement
side-source = Source
side-destination = Destination
back-do = Étape précédente
back-here = Vous consultez une étape terminée. Rien n’a été perdu.
forward-do = Reprendre là où vous en étiez
step-again = { $note }. Retour à cette étape
leave-ask = Quitter
start-over-ask = Recommencer
leave-title = Quitter { $app } ?
start-over-title = Recommencer avec { $app } ?
leave-nothing-changes = Cela ne change rien dans votre organisation.
leave-lost-steps = Les étapes et leurs résultats sont supprimés de ce navigateur
leave-lost-again = Vous repartez de la première étape ; les autres résultats sont perdus
leave-lost-access = Ce navigateur perd l’accès à la connexion et ne peut plus la surveiller ni la supprimer
leave-lost-bearer = Ce navigateur perd l’accès à la connexion. Seule la personne qui l’a créée peut la supprimer
leave-lost-reminder = Votre rappel est supprimé
leave-stays-handoff = Un lien de transmission envoyé reste valide jusqu’à son expiration
leave-stays-grant = Le consentement demeure : { $app } garde ses autorisations jusqu’à leur révocation (voir « Annulation »)
leave-delete-does = La suppression retire du serveur la session, ses résultats et son journal, et révoque la session là où Microsoft le permet
leave-stay = Rester
leave-keep = Quitter et conserver les données
leave-delete = Quitter et supprimer les données
start-over-do = Recommencer
start-over-keep = Recommencer et conserver les données
start-over-delete = Recommencer et supprimer les données
deleted-title = Supprimé : { $app }
deleted-text = Cette connexion a été supprimée du serveur.
deleted-revoked = Révoqué : { $what }
deleted-forgotten = Supprimé : { $what }
deleted-remains = Non supprimé : { $what }
deleted-dismiss = Fermer

# After the grant.
harden-done = { $what } : fait, vérifié par Graph
harden-said = { $what } : fait, selon vous ou la page (non vérifié par Graph)
harden-open = { $what } : pas fait
harden-unknown = { $what } : inconnu
harden-grant = 1. Accorder
harden-assign = 2. Affecter des personnes
harden-require = 3. Rendre l’affectation obligatoire
harden-verify = 4. Vérifier
harden-closed = Seules les personnes affectées peuvent utiliser l’application
harden-have = Personnes affectées : { $names }
harden-keep = Conserveraient l’accès : { $names }
harden-yourself = Graph fournit des noms, pas des comptes. Vérifiez que { $account } y figure
harden-groups = Pour un groupe affecté, seuls comptent les membres directs, pas ceux des groupes imbriqués
harden-nobody = Personne n’est affecté. Rendre l’affectation obligatoire maintenant bloquerait tout le monde, y compris vous. Affectez d’abord des personnes
harden-assigned-unknown = On ignore qui est affecté : l’application ne peut pas le lire. Vérifiez avant de restreindre l’accès
harden-lose = Perdraient l’accès : toutes les autres personnes, à leur prochaine connexion (AADSTS50105), y compris les administrateurs
harden-app-itself = Cela ne change rien à ce que l’application fait sans utilisateur connecté
harden-sign-ins-unknown = On ignore qui l’a utilisée récemment : l’application n’a pas accès aux journaux de connexion
recipe-assigned-title = Voir qui est affecté
recipe-assigned-text = Lit la liste des personnes et des groupes ; ne modifie rien.
recipe-assigned-step-1 = Ouvrez « Utilisateurs et groupes » de { $app }. La liste s’y trouve.
recipe-sign-ins-title = Voir qui l’a utilisée récemment
recipe-sign-ins-text = Lit les journaux de connexion des 30 derniers jours ; ne modifie rien. Nécessite Microsoft Entra ID P1 ou P2 et au moins le rôle Lecteur de rapports.
recipe-sign-ins-step-1 = Ouvrez { $app } dans « Applications d’entreprise ».
recipe-sign-ins-step-2 = Sélectionnez « Journaux de connexion » dans le menu, sous « Activité ».
recipe-grant-title = Révoquer les autorisations
recipe-grant-text = { $app } perd ses autorisations. Toutes ses connexions s’arrêtent au prochain appel, y compris celles d’autres personnes.
recipe-grant-step-1 = Ouvrez « Autorisations » de { $app }.
recipe-grant-step-2 = Sous l’onglet « Consentement administrateur », ouvrez le menu (…) de chaque autorisation et sélectionnez « Révoquer l’autorisation ».
recipe-grant-step-3 = Les consentements donnés à titre individuel figurent sous l’onglet « Consentement de l’utilisateur ». Le portail ne peut pas les révoquer : utilisez Graph ou PowerShell.
recipe-require-title = Rouvrir l’accès à tout le monde
recipe-require-text = Tout le monde dans l’organisation peut de nouveau se connecter à { $app }. Les personnes affectées le restent.
recipe-require-step-1 = Ouvrez « Propriétés » de { $app }.
recipe-require-step-2 = Définissez « Affectation requise ? » sur « Non » et sélectionnez « Enregistrer ».
recipe-disable-title = Désactiver la connexion
recipe-disable-text = Plus personne ne peut se connecter à { $app }, qui ne reçoit plus de nouveaux jetons. Ses autorisations demeurent ; vous pouvez donc la réactiver.
recipe-disable-step-1 = Ouvrez « Propriétés » de { $app }.
recipe-disable-step-2 = Définissez « Connexion permise pour les utilisateurs ? » sur « Non » et sélectionnez « Enregistrer ».
recipe-delete-title = Supprimer de l’organisation
recipe-delete-text = { $app } est supprimée ici, avec ses autorisations et ses affectations. Elle réapparaît sans elles si quelqu’un se connecte et donne de nouveau son consentement.
recipe-delete-step-1 = Ouvrez « Propriétés » de { $app }.
recipe-delete-step-2 = Sélectionnez « Supprimer » et confirmez.
way-portal = Dans le portail
way-portal-open = Ouvrir la page
way-graph = Avec Microsoft Graph
way-graph-how = Nécessite les autorisations déléguées { $scopes }. Remplacez chaque ID entre chevrons par un ID renvoyé par la requête précédente ; répétez pour chacun.
way-graph-request = Requête
way-powershell = Avec PowerShell
way-powershell-how = Nécessite le module Microsoft.Graph.
way-powershell-commands = Commandes
undo-check = C’est fait. Vérifier maintenant
undo-asking = Interrogation de Microsoft Graph
undo-refused = Révoqué : Microsoft Graph refuse maintenant l’accès
undo-gone = Supprimée : Microsoft ne répertorie plus l’application dans cette organisation
undo-disabled = Désactivée : confirmé par Microsoft
undo-open = Accès rouvert : Microsoft Graph indique qu’aucune affectation n’est requise
undo-still = Pas encore. Les jetons existants peuvent fonctionner encore une heure environ ; vérifiez de nouveau plus tard
undo-unknown = La réponse de Microsoft ne permet pas de le savoir. Vérifiez dans le portail
state-taken-back = Révoqué
taken-back-title = Révoqué
taken-back-text = { $app } n’a plus les autorisations qui lui avaient été accordées.
resume-do = Configurer de nouveau
reminder-title = Me rappeler de révoquer l’accès
reminder-text = Une fois la migration terminée, plus personne n’a besoin de cet accès. La date est stockée dans ce navigateur.
reminder-field = Date
reminder-set = Définir un rappel
reminder-clear = Supprimer le rappel
reminder-waits = Rappel défini
reminder-due = Il est temps de révoquer ce consentement. Voir « Annulation »
reminder-badge = Consentry : il est temps de révoquer l’accès de { $apps }
record-json = Obtenir le journal au format JSON
record-html = Obtenir le journal sous forme de page

# The options page.
dark-reduced = Le guidage réduit est activé : seuls les avertissements apparaissent sur les pages. Les étapes sont dans le panneau.
settings-title = Options de Consentry
settings-text = Les paramètres sont stockés dans ce navigateur. Ceux de votre organisation sont prioritaires.
settings-save = Enregistrer
settings-more = Toutes les options
settings-reset = Rétablir la valeur par défaut
settings-locked = Géré par votre organisation.
settings-access = Consentry a besoin de l’autorisation de voir les pages de { $host } ; sans elle, les liens de transmission de ce serveur ne lancent pas de guide.
settings-access-allow = Autoriser l’accès à { $host }
settings-needs-ids = Ceci n’est pas un ID d’application : { $wrong }. Un ID ressemble à d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Serveur
setting-backend-help = Adresse du serveur qui interroge Microsoft Graph. Sans serveur, les résultats ne sont pas vérifiés.
setting-portal-label = Portail
setting-portal-help = Portail ouvert par les liens : le portail Azure ou le centre d’administration Microsoft Entra de votre cloud.
setting-language-label = Langue
setting-language-help = Langue de l’interface de Consentry. Les pages de Microsoft ne sont pas concernées.
setting-language-browser = Celle du navigateur
setting-tickPolicy-label = Consentement à l’échelle de l’organisation
setting-tickPolicy-help = Que faire quand il est coché pour une application qui n’en a pas besoin.
setting-tickPolicy-warn = Avertir seulement
setting-tickPolicy-confirm = Bloquer « Accepter » jusqu’à ma confirmation
setting-tickPolicy-forbid = Toujours bloquer « Accepter »
setting-zeroTouch-label = Mode sans accès aux pages
setting-zeroTouch-help = N’exécute aucun script sur les pages de connexion. Le guidage s’appuie sur les adresses et Microsoft Graph. Rien n’y est mis en évidence ni bloqué.
setting-reducedGuidance-label = Guidage réduit
setting-reducedGuidance-help = Les pages n’affichent que les avertissements ; le guidage reste dans le panneau.
setting-allowedClients-label = Applications autorisées
setting-allowedClients-help = ID d’application, un par ligne. Si au moins un est indiqué, toutes les autres applications sont bloquées. Laissez vide pour tout autoriser.
setting-forbiddenClients-label = Applications bloquées
setting-forbiddenClients-help = ID d’application, un par ligne.

# Practice.
practice-word = Exercice
practice-sentence = Ceci est un locataire d’exercice sur cet ordinateur. Rien ici ne touche une véritable organisation.
practice-title = À essayer
practice-text = Faites le parcours une fois et commettez l’erreur exprès.
practice-trap = Cochez « Consentement au nom de votre organisation » sur la page de consentement : « Accepter » est bloqué
practice-proof = Allez jusqu’au bout : le Microsoft Graph simulé renvoie les deux nombres
practice-try = Exercice : cochez la case une fois et sélectionnez « Accepter » pour voir ce qui se passe. Puis décochez-la
practice-begin-title = S’exercer d’abord
practice-begin-text = Exécutez cette commande dans le dossier source de Consentry pour démarrer un locataire d’exercice dans un navigateur séparé. Tout y est signalé comme exercice. Ce navigateur n’est pas concerné.
practice-command = Commande

# What the parts of the panel are called.
head-connections = Vos connexions
head-guided = Guide en cours
head-side = Source ou destination ?
head-after = Après le consentement
head-harden = Restreindre l’accès
head-undo = Annulation
head-record = Journal
head-record-text = Qui a fait la demande, qui s’est connecté, ce que la protection a observé et ce que Microsoft Graph a renvoyé. Les entrées sont chaînées par hachage ; toute falsification est détectable.
head-save-file = Enregistrer le fichier
head-record-copy = Journal
settings-saved = Enregistré

# Labels of the card and the panel.
face-hide = Masquer cette carte
face-page = Page :
face-loading = chargement en cours
signs-met = Signes trouvés sur cette page : { $met } sur { $known }
face-signs-missing = Manquants :
face-signs-step = Étape peut-être concernée :
face-dark = Rien n’est mis en évidence :
face-consent = Page de consentement :
face-lit = Mis en évidence
face-looked-for = Commandes attendues
face-diagnosis-copied = Copié (données masquées)
face-diagnosis-copy = Copier (données masquées)
face-case-copied = Copié comme cas de test (données masquées)
face-case-copy = Copier cette page comme cas de test (données masquées)
face-found = trouvé :
face-not-there = absent
face-none = aucun
face-because = Parce que
face-reasons = Raisons
face-signs-for = pour :
face-signs-against = contre :
face-state-done = Fait
face-state-current = Maintenant
face-state-later = Plus tard
face-state-skipped = Ignoré
face-next-try = Prochain essai :
face-missing = Pas encore accordé :
face-role-needed = Nécessite au moins :
face-assigned = Personnes affectées :
face-for-everybody = Accordé pour tout le monde :
face-beyond = Accordé, mais non demandé par l’application :
face-not-known = Inconnu :
face-remedy = Que faire :
face-code = Code d’erreur :
face-open = Ouvrir la page
face-guard-released = Vous avez autorisé un consentement à l’échelle de l’organisation
face-guard-held = « Accepter » est resté bloqué tant que le consentement à l’échelle de l’organisation était coché
face-guard-ticked = Le consentement à l’échelle de l’organisation a été coché pendant un moment
face-guard-offered = Le consentement à l’échelle de l’organisation a été proposé et n’a pas été coché
face-proof = Preuve
face-assigned-only = Seules les personnes affectées peuvent utiliser l’application
face-everybody = Tout le monde dans l’organisation peut utiliser l’application
face-exposure = Qui peut l’utiliser
face-backend = Serveur :
face-settings = Paramètres
face-begin = Que souhaitez-vous connecter ?
face-begin-more = Connecter autre chose
face-diagnostics = Diagnostic
face-nothing-seen = Consentry n’a pas encore lu cette page.
face-tone-good = Bien :
face-tone-caution = Attention :
face-tone-bad = Stop :
face-permissions = Ce que permet chaque autorisation
face-checks = Autres vérifications
face-copied = Copié
face-copy = Copier

# Profiles of other apps, and guides without a backend.
begin-asks-some = L’application demandera au moins { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } pour votre organisation. Consentry ne connaît pas la liste complète. Vous pourrez examiner chaque autorisation avant de donner votre consentement.
begin-asks-unknown = Consentry ne sait pas quelles autorisations seront demandées. Vous pourrez examiner chaque autorisation avant de donner votre consentement.
begin-role = La documentation de { $app } exige : { $role }
begin-side-source = Vous autorisez { $app } dans l’organisation source
begin-side-destination = Vous autorisez { $app } dans l’organisation de destination
begin-side-both = Vous autorisez { $app } deux fois : dans l’organisation source et dans l’organisation de destination
begin-clouds = { $app } est disponible dans : { $clouds }
begin-cloud-global = Microsoft 365 (monde entier)
begin-cloud-us-gov = Microsoft 365 Government (États-Unis)
begin-cloud-china = Microsoft 365 géré par 21Vianet (Chine)
profile-unverified = Non vérifié pour { $app } : { $fields }
profile-no-id = L’ID d’application de { $app } n’est pas connu ; Consentry ne peut donc pas reconnaître l’application sur les pages. Demandez l’ID au fournisseur et saisissez-le dans le panneau de Consentry.
profile-no-id-own = Chaque organisation inscrit sa propre application { $app }. Saisissez l’ID d’application de votre inscription dans le panneau de Consentry ; d’ici là, Consentry ne peut pas la reconnaître sur les pages.
client-label = ID d’application de { $app }
client-help = Il n’est pas publié. Demandez-le au fournisseur ou cherchez dans un portail où { $app } existe déjà : « Applications d’entreprise », { $app }, « ID d’application » (pas « ID d’objet »).
client-help-own = Le portail l’affiche : « Inscriptions d’applications », votre inscription pour { $app }, « ID d’application (client) » (pas « ID d’objet »).
client-entered = Vous avez saisi l’ID d’application { $id } pour { $app }. Il n’est pas vérifié. Comparez-le à la documentation du fournisseur.
client-needs-form = Ceci n’est pas un ID d’application : { $wrong }. Copiez-le en entier, comme d62121f3-e023-4972-b6b0-794190c0fd98, à l’endroit indiqué ci-dessus.
client-needs-own = C’est l’ID d’application de { $other }, pas celui de { $app }. Copiez-le de nouveau à l’endroit indiqué ci-dessus.
client-needs-harmless = Cet ID d’application a été signalé comme malveillant : { $other }. Ne l’utilisez pas. Demandez le bon au fournisseur de { $app }.
client-needs-allowed = Votre organisation n’autorise pas l’application qui a cet ID. Adressez-vous à l’administrateur de Consentry.
profile-source = Source : { $source }
profile-field-client_ids = ID d’application
profile-field-owner_tenant = lieu d’inscription
profile-field-publisher = éditeur
profile-field-callback_hosts = hôtes de redirection
profile-field-tick = conseil sur le consentement à l’échelle de l’organisation
profile-field-role = rôle exigé par sa documentation
profile-field-sides = lieu d’autorisation
profile-field-clouds = clouds
profile-field-retired = disponibilité
profile-field-delegated = autorisations déléguées
profile-field-application = autorisations d’application
profile-field-entry = pages de l’application
consent-scopes-unlisted = Absent de la liste (incomplète) de Consentry pour { $app } : { $scopes }
connect-without = Continuer sans vérification
connect-said = J’ai ouvert une session
grant-said = Le consentement a été accordé
state-unproven = Guidage sans vérification : aucun serveur n’est défini
step-person = Marqué comme fait par vous ; non vérifié
done-unproven-title = Terminé, mais non vérifié
done-unproven-text = Les étapes pour { $app } sont terminées, pour autant que Consentry puisse le savoir. Microsoft Graph n’a pas été interrogé ; vérifiez dans { $app } que tout fonctionne.
handoff-wait-unproven = Votre partie est terminée. Demandez à une personne qui a le rôle { $granter } d’accorder à { $app } ses autorisations. Consentry ne peut pas interroger Microsoft Graph ici ; marquez donc vous-même cette étape comme faite.
returned-unproven = Elle indique que le consentement a été accordé. Aucun serveur n’interroge Microsoft Graph ; ce n’est donc pas vérifié.
wrong-window-unproven = Consentry ne peut pas savoir si le consentement a été accordé. Sélectionnez de nouveau le bouton ou vérifiez dans le portail.
settings-needs-profiles = La valeur doit être un objet qui associe des ID de profil à des remplacements.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry ne fait que lire. Il n’accorde jamais rien et ne demande jamais de mot de passe.
page-error-remedy = Que faire
page-error-role = Qui peut le faire
page-error-link = Ouvrir la page pour corriger le problème
page-error-code = Code de Microsoft
page-nothing-title = Vous pouvez fermer cette page.
page-nothing-text = Il n’y a plus rien à faire ici.
page-nobody-title = Personne ne s’est encore connecté.
page-nobody-text = Revenez là où vous avez commencé et réessayez.
page-missing-title = Session ouverte ; il reste une étape.
page-missing-text = Un administrateur de votre organisation doit encore accorder à { $app } ses propres autorisations. C’est normal. Revenez là où vous avez commencé ; l’étape suivante y est indiquée.
page-spreading-title = Vous y êtes presque.
page-spreading-text = Le consentement est en cours d’application dans les services de Microsoft. Cela peut prendre quelques minutes.
page-done-title = { $app } est entièrement autorisée.
page-done-text = Microsoft Graph a trouvé { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }.
page-close = Vous pouvez fermer cette page.
page-thanks-title = Merci.
page-thanks-text = Consentry vérifie auprès de Microsoft Graph si le consentement pour { $app } est arrivé. La personne qui vous a envoyé le lien voit le résultat, généralement en moins d’une minute.
page-granted-text = L’observateur de l’organisation a lu dans Microsoft Graph ce qui est accordé à { $app }. On ne sait pas si quelqu’un s’en est servi.
page-start-title = Ouvrir une session pour connecter { $app } ?
page-start-lead = Quelqu’un a commencé cette connexion et a besoin que vous ouvriez une session. Continuez uniquement si vous l’avez commencée vous-même ou si vous savez qui vous a envoyé ici.
page-start-who = Demandé par
page-start-name = Nom de la connexion
page-start-name-unverified = Saisi par la personne qui a commencé la connexion. Consentry ne peut pas le vérifier.
page-start-name-none = Aucun nom n’a été saisi.
page-start-app = Application
page-start-return = Vous ramène à
page-start-return-here = Une page de ce serveur
page-start-see = Ce que cette personne peut voir
page-start-see-text = Une fois votre session ouverte, la personne qui a commencé la connexion peut voir ce qui suit jusqu’à la suppression de la connexion :
page-start-see-account = Le nom de votre compte, ainsi que le nom et l’ID de votre organisation
page-start-see-counts = Le nombre d’utilisateurs et de sites SharePoint de votre organisation
page-start-see-access = Les autorisations accordées à { $app } et les noms des personnes et des groupes qui y sont affectés
page-start-see-settings = Les paramètres de consentement de votre organisation et le journal de chaque vérification
page-start-see-not = Vous n’entrez votre mot de passe que sur la page de Microsoft. Consentry ne lit ni fichiers ni courrier.
page-start-observer = Vous connecte à
page-start-observer-see = Ce qui est lu, et qui le voit
page-start-observer-text = Après votre connexion, l’observateur de votre organisation lit ce qui suit dans Microsoft Graph. Cela est montré dans ce navigateur et à ceux à qui vous transmettez la connexion. Qui a commencé la connexion ne le voit pas.
page-start-continue = Continuer vers Microsoft
page-start-stop = Si vous ne reconnaissez pas cette demande, fermez cette page. Rien n’a été partagé.
page-elsewhere-title = La réponse d’un administrateur est arrivée.
page-elsewhere-text = Un administrateur a peut-être accordé son consentement. Revenez là où vous avez commencé : Consentry y interroge Microsoft Graph, et seul ce résultat compte. Vous pouvez fermer cette page.
page-grant-title = Accorder à { $app } ses autorisations
page-grant-lead = Quelqu’un de votre organisation connecte cette application et a besoin de vous pour une étape.
page-grant-already = C’est déjà fait.
page-who = Demandé par
page-who-account = Session ouverte avec
page-who-label = Nom de la connexion
page-who-organization = Organisation
page-who-app = ID d’application
page-who-publisher = Éditeur
page-how = Comment faire
page-how-role = Il vous faut le rôle { $role } ou Administrateur général. Seul le portail vous demande de vous connecter ; cette page ne le fait jamais.
page-how-open = Ouvrir { $app } dans le portail
page-how-here = Sélectionnez-y « Autorisations », puis « Accorder un consentement d’administrateur ».
page-how-list = Ouvrez-y { $app } dans la liste (comparez l’ID d’application), sélectionnez « Autorisations », puis « Accorder un consentement d’administrateur ».
page-how-else = Si le portail ne s’ouvre pas
page-how-address = La page de Microsoft pour ce même consentement a l’adresse suivante. Avant de l’ouvrir, vérifiez qu’elle commence par le nom de l’hôte de connexion de Microsoft :
page-what = Ce qui sera accordé
page-what-application = { $app } obtient ces autorisations d’application. Elles portent sur les données de tous les utilisateurs et ne nécessitent pas d’utilisateur connecté :
page-what-delegated = La page de Microsoft énumère aussi ces autorisations déléguées :
page-what-repeated = Elle peut répéter ce que la connexion a demandé : { $scopes }.
page-what-more = Si la page de Microsoft affiche autre chose, n’acceptez pas ; interrogez la personne qui vous a envoyé ceci.

# The panel and its three places

face-places = Parties du panneau
face-place-guide = Guide
face-place-app = Application
face-place-activity = Activité
face-more = Plus
face-details = Détails
face-evidence = Qui effectue chaque étape, et les preuves
face-app-unknown = On ne sait encore rien de cette application dans votre organisation. Ouvrez une session pour la connecter ; Consentry interrogera alors Microsoft Graph.
face-app-none = Aucune application n’est en cours d’autorisation. Commencez-en une sous « Guide ».
face-no-activity = Aucun appel de vérification n’a encore été effectué pour cette connexion.
face-fold = Afficher moins
no-backend-title = Aucun serveur n’est défini
no-backend-text = Consentry vous guide et bloque un consentement à l’échelle de l’organisation. Seul un serveur peut demander à Microsoft Graph si l’application est autorisée.
no-backend-set = Définir le serveur de votre organisation
face-incomplete = Incomplet :
face-incomplete-why = Microsoft Graph n’en a renvoyé qu’une partie ; il peut donc y en avoir plus que ce qui est affiché.
face-at-least = au moins
face-known-by = L’observateur de votre organisation peut le lire. Sinon, l’application a besoin de :
first-run-with = Avec votre serveur, le résultat est vérifié auprès de Microsoft Graph.
first-run-without = Cela fonctionne aussi sans serveur. Dans ce cas, rien n’est vérifié.
first-run-asks = Vérification de { $address }
first-run-answers = Un serveur Consentry répond à l’adresse { $address }.
face-first-title = Bienvenue dans Consentry
face-first-picture = Dessin d’une page de consentement : le bouton suivant est mis en évidence et une case à cocher est signalée pour rester décochée
face-first-does-1 = Consentry met en évidence le contrôle suivant sur les pages de Microsoft et l’explique en une phrase.
face-first-does-2 = Consentry bloque un consentement accidentel pour toute votre organisation.
face-first-does-3 = Consentry vérifie le résultat auprès de Microsoft Graph, par le serveur de votre organisation.
face-first-sees-title = Ce que Consentry peut voir
face-first-sees-1 = Les contrôles des pages de connexion de Microsoft, des portails et des pages de configuration d’une application : boutons, cases à cocher et noms.
face-first-sees-2 = Sur les pages dont aucune étape n’a besoin : seulement l’adresse et le site qui y a mené.
face-first-sees-3 = De votre serveur : ce que Microsoft Graph montre de l’application que vous autorisez.
face-first-never-title = Ce que Consentry ne fait jamais
face-first-never-1 = Consentry ne sélectionne, ne saisit et n’accorde jamais rien. C’est vous qui le faites.
face-first-never-2 = Consentry ne lit jamais ce que vous saisissez.
face-first-never-3 = Consentry n’envoie jamais de données à personne, sauf au serveur que vous ou votre organisation avez défini.
face-first-ways-title = Par où souhaitez-vous commencer ?
face-first-begin-title = Autoriser une application maintenant
face-first-begin-text = Choisissez votre application dans le panneau, puis suivez les étapes mises en évidence.
face-first-begin-do = Ouvrir le panneau
face-first-begin-later = Plus tard, ouvrez-le avec le bouton Consentry de la barre d’outils du navigateur.
face-first-backend-title = Utiliser le serveur de votre organisation
face-first-backend-text = Votre organisation ou le fournisseur de l’application vous en donne l’adresse. Consentry la vérifie aussitôt.
face-first-backend-do = Vérifier et utiliser
face-first-practice-get = Le locataire d’exercice fait partie du code source de Consentry. Il vous faut aussi Rust et Node.js 20 ou version ultérieure.
badge-step = Consentry : étape suivante sur cette page. { $title }
badge-warning = Consentry : avertissement sur cette page. { $title }
