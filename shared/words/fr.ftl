# Ce que dit Consentry, en français. Bref, calme, concret : que faire et pourquoi.
# Les commandes de Microsoft portent les noms de labels.toml. En français, « one » vaut pour 0 et 1.

language-name = Français
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } ou { $other }

# As Microsoft's documentation names them in this language.
role-cloud-application-administrator = Administrateur d’application cloud
role-application-administrator = Administrateur d’application
role-privileged-role-administrator = Administrateur de rôle privilégié
role-global-administrator = Administrateur général

step-connect-title = Se connecter et relier
step-connect-text = Reliez d’abord { $app } avec votre propre compte.
step-grant-title = Accorder le consentement administrateur
step-grant-text = Un administrateur accorde à { $app } ses autorisations dans le portail.
step-load-title = Le voir dans { $app }
step-load-text = Chargez le connecteur dans { $app } pour voir ce qu’il a trouvé.
step-assign-title = Choisir qui peut l’utiliser
step-assign-text = Affectez-vous vous-même et les personnes qui migrent avant que l’accès soit fermé aux autres.
step-require-title = La fermer à toutes les autres personnes
step-require-text = Exigez l’affectation, afin que seules les personnes choisies puissent utiliser { $app }.
actor-starter = Vous

begin-title = Autoriser { $app }
begin-text = Il y a deux étapes : vous vous connectez et reliez l’application, puis un administrateur accorde à { $app } ses autorisations. Quel rôle avez-vous ?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrateur SharePoint
begin-needs = Le plus petit rôle qui permet la deuxième étape : { $granter }. Un Administrateur général le peut toujours. Source : { $source }
begin-asks = Ce qui sera demandé : { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } pour l’organisation. Vous les voyez toutes avant d’accepter.

at-authorize-new-connector-title = Commencer un nouveau connecteur
at-authorize-new-connector-text = Appuyez sur « Authorize New Connector », du côté de la source ou du côté de la destination.
at-connector-row-title = Choisir Office 365
at-connector-row-text = Appuyez sur « Authorize » dans la ligne « Office 365 (OneDrive/SharePoint Admin) ». Les lignes en dessous ne concernent que les fichiers d’une seule personne.
at-authorize-title = Lui donner un nom, ou le laisser
at-authorize-text = Le nom affiché est libre. Appuyez sur « Authorize », et Microsoft vous demande de vous connecter.
at-reauthorize-title = Se reconnecter
at-reauthorize-text = Ce connecteur n’a pas de connexion valide. Appuyez sur « Reauthorize » pour vous reconnecter ; rien d’autre n’est perdu.
at-sign-in-account-title = Choisir votre compte d’administrateur
at-sign-in-account-text = Utilisez le compte qui administre SharePoint dans l’organisation que vous reliez. Un compte personnel ou invité ne convient pas.
at-sign-in-title = Se connecter
at-sign-in-text = Connectez-vous avec votre compte d’administrateur. Consentry ne lit pas ce que vous tapez ici.
at-consent-title = Accepter, pour vous seulement
at-consent-text = Lisez ce qui est demandé, puis appuyez sur Accepter. Cela ne vaut que pour votre propre compte.
at-consent-with-tick-title = Accepter, pour vous seulement
at-consent-with-tick-text = Lisez ce qui est demandé, laissez vide la case « Consentement au nom de votre organisation », et appuyez sur Accepter.

at-consent-with-box-title = Lire, puis accepter
at-consent-with-box-text = Lisez ce qui est demandé, décidez si la case « Consentement au nom de votre organisation » doit être cochée, et appuyez sur Accepter.

at-needs-admin-title = Ce message est attendu
at-needs-admin-text = Le connecteur est connecté. Il manque l’accord d’un administrateur dans le portail. Ouvrez la liste des applications d’entreprise avec ce lien.
at-hand-off-title = On vous a demandé d’accorder ceci
at-hand-off-text = Lisez ce qui est demandé et pourquoi, puis ouvrez { $app } dans le portail. Rien n’est accordé tant que vous n’y appuyez pas sur Accepter.
at-grant-account-title = Choisir le compte qui peut accorder
at-grant-account-text = Utilisez le compte d’un { $granter } de la même organisation.
at-grant-sign-in-title = Se connecter
at-grant-sign-in-text = Connectez-vous avec le compte qui peut accorder. Consentry ne lit pas ce que vous tapez ici.
at-app-row-title = Ouvrir { $app }
at-app-row-text = Cette ligne a le bon nom et le bon ID d’application. Ouvrez-la.
at-app-search-title = Rechercher { $app }
at-app-search-text = Tapez le nom dans la zone de recherche. Au début, la liste ne montre qu’une partie de vos applications.
at-app-filter-title = Retirer le filtre
at-app-filter-text = { $app } n’est pas dans cette liste. L’application est peut-être masquée parce qu’elle appartient à Microsoft : retirez le filtre sur le type d’application.
at-app-missing-title = { $app } n’est pas dans la liste
at-app-missing-text = Aucune ligne n’a à la fois le nom et l’ID d’application. L’application apparaît une fois que quelqu’un s’y est connecté ici ; vérifiez que c’est la bonne organisation.
at-app-wait-title = La liste se charge
at-app-wait-text = Attendez la ligne avec le bon nom et le bon ID d’application.
at-menu-permissions-title = Ouvrir Autorisations
at-menu-permissions-text = Autorisations se trouve dans le menu de gauche, sous Sécurité. C’est là que se fait l’accord.
at-menu-manage-title = Déplier Gérer
at-menu-manage-text = La suite se trouve dans le groupe Gérer, qui est replié. Ouvrez-le.
at-menu-group-title = Déplier Sécurité
at-menu-group-text = Autorisations se trouve dans le groupe Sécurité, qui est replié. Ouvrez-le.
at-grant-title = Accorder le consentement administrateur
at-grant-text = Appuyez sur ce bouton. Une fenêtre s’ouvre et montre ce qui est accordé ; rien n’est accordé avant que vous y acceptiez.
at-portal-unsure-title = Cette page n’est pas celle de son adresse
at-portal-unsure-text = L’adresse et la page désignent des endroits différents. Choisissez Autorisations dans le menu de gauche, ou allez-y avec le bouton ci-dessous.
at-registration-title = Ceci est « App registrations »
at-registration-text = { $app } n’est pas inscrite dans votre organisation : l’accord ne peut pas se faire ici. Il se fait dans « Enterprise applications », sous Autorisations.
at-registration-grant-title = Accorder le consentement administrateur
at-registration-grant-text = { $app } est une application de votre propre organisation : l’accord peut se faire ici. Une question suit dans la page.
at-registration-confirm-title = Confirmer l’accord
at-registration-confirm-text = Voici la question au sujet de { $app }. Lisez-la, puis choisissez Oui.
at-admin-consent-title = Lire, puis accepter
at-admin-consent-text = Ici, le consentement pour toute l’organisation est le bon choix : { $app } ne fonctionne qu’avec lui. Comparez la liste à ce qui est attendu, puis appuyez sur Accepter.
at-load-title = Charger le connecteur
at-load-text = L’accord est prouvé. Chargez le connecteur pour le voir ici aussi.
at-assign-people-title = Choisir, puis affecter
at-assign-people-text = Choisissez ici les personnes, vous compris, puis cliquez sur « Affecter ». Le bouton reste grisé tant que personne n’est choisi.
at-add-user-title = Affecter les personnes concernées
at-add-user-text = Ajoutez-vous vous-même et toutes les personnes qui migrent. Faites-le avant de fermer l’accès, pour que personne ne soit exclu.
at-menu-users-title = Ouvrir Utilisateurs et groupes
at-menu-users-text = Affectez d’abord les personnes. L’accès est fermé aux autres ensuite.
at-assignment-yes-title = Exiger l’affectation
at-assignment-yes-text = Choisissez Oui. Seules les personnes affectées peuvent alors utiliser { $app }.
at-assignment-save-title = Enregistrer
at-assignment-save-text = Appuyez sur Enregistrer. Le changement ne compte pas avant.
at-menu-properties-title = Ouvrir Propriétés
at-menu-properties-text = L’option d’affectation requise se trouve dans Propriétés.

elsewhere-title = L’étape suivante est ailleurs
elsewhere-text = { $step } Cette page n’en fait pas partie.
elsewhere-go = Y aller
straight = Aller directement à l’application
dark-absent = Ce n’est pas sur cette page, ou ce n’est pas encore apparu.
dark-unsure = Quelque chose ici y ressemble, mais pas assez sûrement pour le montrer : { $why }.
dark-disabled = C’est là, mais grisé : ce compte ne peut pas accorder. Utilisez le compte d’un { $granter }.

dark-greyed = C’est là, mais grisé pour l’instant.
dark-behind = C’est là, derrière quelque chose d’ouvert par-dessus. Fermez d’abord cela.

handoff-make = Créer un lien pour qui peut accorder
handoff-made = Envoyez ce lien à un { $granter }. Il fonctionne une fois et expire au bout d’un jour.
handoff-label = Lien de transmission
handoff-wait-title = En attente de l’accord
handoff-wait-text = Votre part est faite. Un { $granter } accorde le reste ; ceci passe au vert tout seul quand Microsoft Graph le montre.

done-title = Autorisé
done-text = Microsoft Graph répond : { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }. Le connecteur est prêt.
done-back = Revenir à { $app }
done-harden = Limiter à des personnes choisies

state-begun = Pas encore relié
state-awaiting_sign_in = En attente de la connexion
state-needs_admin_consent = Connecté. Il manque l’accord d’un administrateur.
state-propagating = Accordé. Microsoft met un moment à le montrer.
state-authorized = Autorisé : { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }
state-needs_reauthorization = Une nouvelle connexion est nécessaire
state-blocked = Arrêté : { $title }

propagating-title = Accordé, pas encore visible
propagating-text = Microsoft a besoin d’un moment pour diffuser l’accord, en général moins d’une minute. Il n’y a plus rien à faire ; la vérification se répète toute seule.
waiting-text = { $reason }. La prochaine vérification a lieu dans un instant.
blocked-remedy = Que faire : { $remedy }
blocked-role = Qui le peut : { $role }
reauthorize-do = Se reconnecter
check-do = Vérifier maintenant
leave-do = Quitter
skip-do = Laisser de côté
assign-said = Les personnes sont affectées
require-said = C’est maintenant exigé
take-assign = Limiter à des personnes choisies
go-do = Ouvrir la page de cette étape
backend-trouble = Le serveur à l’adresse { $address } ne répond pas. Le guide continue, mais rien ne peut être prouvé avant qu’il réponde.
step-proof = Prouvé par { $call }
step-page = Vu sur une page, pas encore prouvé

wrong-declined-title = Le consentement a été refusé
wrong-declined-text = Rien n’a été accordé. Si c’était une erreur, reconnectez-vous et appuyez sur Accepter.
wrong-window-title = La fenêtre a été fermée
wrong-window-text = Consentry ne peut pas savoir si l’accord a été accepté ; il le demande à Microsoft Graph. Si rien ne change, appuyez de nouveau sur le bouton.
wrong-returned-title = La fenêtre s’est terminée sans accord
wrong-returned-text = Microsoft signale { $error }. Appuyez de nouveau sur « Accorder un consentement d’administrateur » quand vous le souhaitez.
wrong-approval-title = Un administrateur doit approuver ceci
wrong-approval-text = Ce compte ne peut pas consentir à { $app }. Si vous avez un compte d’administrateur, choisissez son lien sur cette page ; sinon, demandez à quelqu’un qui en a un.
wrong-approval-who = Le plus petit rôle qui peut approuver : { $role }. Un Administrateur général le peut toujours. Source : { $source }
wrong-approval-form = Vous pouvez écrire un motif dans le formulaire de cette page : la demande va aux personnes que votre organisation a choisies
wrong-approval-causes = La même page apparaît tant que l’application exige une affectation sans avoir encore de consentement administrateur, ou quand Microsoft juge la demande risquée
wrong-approval-refused-title = Ne demandez pas cette application
wrong-approval-refused-text = L’ID de cette application a été signalé, ou votre organisation ne l’autorise pas. Quittez cette page et dites à la personne chargée de la sécurité comment vous y êtes arrivé.
wrong-requested-title = La demande est chez un administrateur
wrong-requested-text = Microsoft a envoyé votre demande aux personnes qui peuvent l’approuver. Rien n’est accordé avant que l’une d’elles le fasse.
wrong-personal-title = Ceci est la page d’un compte personnel
wrong-personal-text = Il faut un compte professionnel. Fermez cette page et connectez-vous avec le compte de votre organisation.
wrong-error-title = Microsoft a arrêté la connexion
wrong-error-text = La page indique AADSTS{ $code }. { $advice }
wrong-error-plain = Revenez à { $app } et recommencez la connexion.
lookalike = Une autre application porte ici presque le même nom et a un autre ID d’application. N’y touchez pas.

consent-title = { $app } demande votre consentement
consent-text = Consentry explique ce qui est demandé. Le choix vous appartient.
consent-unknown-app = Une application
consent-held-title = Stop : cela concerne tout le monde, pas seulement vous
consent-held-text = La case donne à { $app } l’accès à toute votre organisation. Décochez-la ; d’ici là, Accepter ne fait rien. { $why }
consent-forced-title = Stop : cela concerne tout le monde, pas seulement vous
consent-forced-text = La case donne à { $app } l’accès à toute votre organisation, et la stratégie de votre organisation ne le permet pas ici. Décochez-la ; d’ici là, Accepter ne fait rien. { $why }
consent-stopped = Accepter a été retenu. Aucun consentement n’a été donné.
consent-warned-title = Ceci consent pour tout le monde
consent-warned-text = Avec la case cochée, l’application obtient l’accès à toute votre organisation, et plus personne n’est consulté. Décochez-la, sauf si une personne de confiance vous a dit de la cocher.
consent-malicious-title = N’acceptez pas : cette application est nuisible
consent-malicious-text = L’ID de cette application a été signalé comme malveillant. Accepter ne fait rien. Appuyez sur Annuler et dites à la personne chargée de la sécurité comment vous êtes arrivé ici.
consent-abused-title = Stop : des attaquants utilisent cette application
consent-abused-text = C’est un programme honnête, et ceux qui s’introduisent dans des comptes l’utilisent pour garder leur accès. Accepter ne fait rien. Si personne de votre connaissance ne vous a demandé de le relier, appuyez sur Annuler et prévenez la personne chargée de la sécurité.
consent-forbidden-title = Votre organisation n’autorise pas cette application
consent-forbidden-text = Une stratégie décide à quelles applications on peut consentir, et celle-ci n’en fait pas partie. Accepter ne fait rien. Appuyez sur Annuler ; la personne chargée de Consentry dans votre organisation peut modifier la stratégie.
consent-astray-title = Ce n’est pas le consentement prévu
consent-astray-text = Quelque chose dans ce consentement n’est pas comme prévu ; le détail est ci-dessous. Appuyez sur Annuler et recommencez avec le compte et l’organisation de cette connexion. Si cela s’affiche encore, demandez à l’éditeur de l’application.
consent-accept-unlit = Accepter : { $why }
consent-must-title = { $app } a besoin de la case
consent-must-text = Cette application ne fonctionne que si le consentement vaut pour toute l’organisation. Lisez ce qui est demandé ; si vous êtes d’accord pour tout le monde, cochez vous-même la case et appuyez sur Accepter.
consent-release = Je veux consentir pour tout le monde
consent-release-title = Consentir pour toute l’organisation ?
consent-release-text = { $app } obtiendra cet accès pour tous les comptes, et plus personne ne sera consulté. Les propres instructions de { $app } disent de ne pas le faire.
consent-release-yes = Oui, laisser passer cette fois
consent-release-no = Non, continuer à retenir
consent-let = Je connais cette application et je veux consentir
consent-let-title = Laisser entrer une application signalée ?
consent-let-text = Elle obtient l’accès indiqué ici et le garde même après un changement de mot de passe. Ne la laissez passer que si vous savez avec certitude qui l’a demandée et pourquoi.
consent-released = Vous avez choisi de laisser passer ce consentement.
consent-tick-leave = Laissez vide la case pour toute l’organisation
consent-tick-must = { $app } a besoin de la case pour toute l’organisation, et elle n’est pas cochée
consent-tick-set = La case pour toute l’organisation est cochée, comme { $app } en a besoin
consent-tick-optional = La case pour toute l’organisation peut être cochée ou non : { $app } fonctionne dans les deux cas
consent-glance-app-right = bonne application
consent-glance-app-entered = application selon l’ID que vous avez indiqué
consent-glance-app-microsofts = application de Microsoft
consent-glance-app-tool = outil général de Microsoft
consent-glance-app-unknown = application inconnue
consent-glance-app-unseen = application non indiquée
consent-glance-app-forbidden = application non autorisée ici
consent-glance-app-malicious = application nuisible
consent-glance-app-abused = application utilisée par des attaquants
consent-glance-app-elsewhere = application inscrite ailleurs
consent-glance-organization-right = bonne organisation
consent-glance-organization-wrong = mauvaise organisation
consent-glance-organization-personal = compte personnel
consent-glance-organization-unknown = organisation non indiquée
consent-glance-account-right = bon compte
consent-glance-account-wrong = mauvais compte
consent-glance-account-other = autre compte
consent-glance-account-unseen = compte non vu
consent-app-known = L’ID d’application est celui de { $app }
consent-app-entered = L’ID d’application est celui que vous avez indiqué pour { $app } ; il n’est pas vérifié
consent-app-microsofts = L’ID d’application est celui de { $app }, une application de Microsoft
consent-app-tool = L’ID d’application est celui de { $app } : un outil de Microsoft qui demande tout ce que veut la personne qui s’en sert. N’acceptez que si vous l’avez lancé vous-même
consent-app-unknown = Consentry n’a pas de profil de cette application : l’ID d’application ne dit rien
consent-app-unseen = L’adresse n’indique pas de quelle application il s’agit
consent-app-forbidden = Interdite par la stratégie de votre organisation : ID d’application { $id }
consent-app-not-allowed = Absente des applications que votre organisation autorise : ID d’application { $id }
consent-app-reported = Signalée comme { $name } : { $says } Source : { $source }, { $date }
consent-owner-right = Elle est inscrite là où { $app } est inscrite
consent-owner-wrong = Elle est inscrite dans une autre organisation que { $app }
consent-organization-right = Le consentement est pour { $tenant }, comme la connexion
consent-organization-wrong = L’adresse désigne une autre organisation que { $tenant }, pour laquelle est la connexion
consent-organization-unknown = L’adresse n’indique pas l’organisation ; la connexion est pour { $tenant }
consent-organization-personal = Ceci est pour des comptes personnels, pas pour une organisation
consent-account-right = Connecté en tant que { $account }
consent-account-other = Connecté en tant que { $account } ; la connexion a été faite par { $known }
consent-account-foreign = Connecté en tant que { $account } ; la connexion a été faite par { $known }. S’il s’agit d’une autre organisation, le consentement n’y comptera pas
consent-account-guest = { $account } est un invité ici. Le consentement d’un invité ne sert pas cette connexion
consent-account-personal = { $account } est un compte personnel
consent-account-unseen = La page n’indique pas qui est connecté ; la connexion a été faite par { $account }
consent-redirect-known = La réponse va à { $host }, comme prévu
consent-redirect-portal = La réponse revient au portail à { $host }
consent-redirect-plain = La réponse va à { $host }
consent-redirect-unexpected = La réponse va à { $host }, que le profil de l’application ne mentionne pas
consent-publisher-same = La page nomme { $publisher } comme éditeur, comme prévu. Un nom ne prouve rien
consent-publisher-other = La page nomme { $publisher } comme éditeur ; { $wanted } était attendu
consent-publisher-shown = La page nomme { $publisher } comme éditeur. Un nom ne prouve rien
consent-publisher-verified = La page montre le badge d’un éditeur vérifié. Des badges ont été obtenus par tromperie
consent-publisher-unverified = Microsoft n’a pas vérifié qui publie cette application
consent-publisher-unseen = On n’a pas vu si l’éditeur est vérifié
consent-scopes-expected = Elle demande ce qui est attendu
consent-scopes-unexpected = Elle demande plus que prévu : { $scopes }
consent-scopes-missing = Elle ne demande pas ce dont { $app } a besoin, à ce qu’on sait : { $scopes }
consent-for-all = Ceci vaut pour tout le monde dans l’organisation
consent-by-prompt = Cela s’est présenté comme une connexion et demande pour tout le monde dans l’organisation
consent-by-link = Le lien de quelqu’un a mené ici : c’est pour tout le monde dans l’organisation, et plus personne ne sera consulté
consent-asks = { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } : { $risks }
consent-asks-unlisted = L’adresse ne dit pas ce qui est demandé ; la page en donne la liste
consent-risk-low = risque faible
consent-risk-medium = risque moyen
consent-risk-high = risque élevé
consent-risk-critical = risque critique
consent-again-nothing = Tout a déjà été accordé : rien de nouveau n’est demandé
consent-again-adds = Une partie a déjà été accordée. Nouveau : { $scopes }
consent-change-counts = L’accord ajoute { $adds ->
        [one] { $adds } autorisation
       *[other] { $adds } autorisations
    } et en garde { $keeps } déjà présentes
consent-change-all-new = L’accord ajoute { $adds ->
        [one] { $adds } autorisation, pas encore présente
       *[other] { $adds } autorisations ; aucune n’est encore présente
    }
consent-change-nothing = L’accord n’ajoute rien : { $keeps ->
        [one] l’unique autorisation est déjà présente
       *[other] les { $keeps } sont déjà présentes
    }
consent-change-revokes = Accordé plus tôt pour tout le monde et absent de cette liste, donc l’accord peut le retirer : { $permissions }
consent-change-unknown = On ne sait pas ce que l’application a déjà, ni donc ce qu’un accord ajoute ou retire
consent-change-unknown-application = On ne sait pas quelles autorisations d’application elle a
consent-change-unknown-delegated = On ne sait pas quelles autorisations déléguées elle a
consent-role-needed = Le plus petit rôle qui le permet : { $role }. Un Administrateur général le peut toujours. Source : { $source }
consent-role-oneself = Aucun rôle n’est nécessaire pour consentir pour soi-même, dans la mesure où votre organisation laisse les personnes consentir à des applications
consent-role-unless = Aucun rôle n’est nécessaire pour consentir pour soi-même, sauf si votre organisation s’en remet à Microsoft : alors { $scopes } demande un administrateur. Source : { $source }
permission-title-application = { $name }, pour l’application elle-même
permission-as-person = En votre nom : { $means }
permission-on-its-own = Seule, sans que personne soit connecté : { $means }
permission-thief = En de mauvaises mains : { $text }
permission-because = Pourquoi { $risk } : { $text }
permission-unknown = Jugé d’après son nom comme { $risk } : absent de la liste de Consentry.
permission-why = À quoi cela sert : { $text }
dark-other-tenant = Le bouton ici est celui d’une autre organisation que celle qui s’est connectée. Basculez le portail vers la bonne organisation.
dark-off = Microsoft a modifié cette page ; rien n’y est montré tant qu’elle n’est pas connue de nouveau. Suivez les mots.
dark-no-profile = Aucun profil n’a cette application ; un guide ne montrerait rien.
wrong-app-title = Ceci est une autre application
wrong-app-text = L’ID d’application ici n’est pas celui de { $app }, quel que soit son nom. Revenez à la liste.
step-signed = Prouvé par la connexion
connect-do = Se connecter et relier
backend-garbled = Ce qui répond à { $address } n’est pas un serveur Consentry. Vérifiez l’adresse.
returned-title = La fenêtre est revenue
returned-text = Elle dit que l’accord a été accepté. Consentry demande à Microsoft Graph si c’est le cas.

consent-held-any = Accepter a été retenu : une case est cochée, et ce peut être celle de toute l’organisation. Décochez les cases.
early-title = Appuyez de nouveau
early-text = Une case a été cochée avant que Consentry ait lu cette page ; il a donc retenu votre appui. La page est lue maintenant, et rien n’est retenu ici : appuyez de nouveau.
unseen-title = Consentry reste hors de cette page
unseen-text = Il est réglé pour ne connaître cette page que par son adresse. Rien n’est éclairé ni retenu ici : lisez vous-même la page avant d’accepter.
unseen-app-unknown = L’adresse désigne une application dont Consentry n’a pas de profil : { $id }
unseen-tenant = L’organisation dans l’adresse : { $tenant }
unseen-tenant-any = L’adresse ne désigne aucune organisation : ce sera celle du compte que vous choisissez
unseen-redirect = La réponse va à { $host }
unseen-scopes = L’adresse demande : { $scopes }
unseen-tick = Non vu : si la case pour toute l’organisation est là, et cochée
unseen-permissions = Non vu : la liste des autorisations sur la page
unseen-account = Non vu : quel compte est connecté
access-withheld = Le navigateur ne donne pas à Consentry l’accès aux pages de connexion : il a été retiré dans l’accès aux sites de l’extension. Rien n’y est éclairé ni retenu, et même l’adresse n’est pas connue.
access-barred-title = Pas d’accès à cette page
access-barred-text = La stratégie de navigateur de votre organisation ne laisse entrer aucune extension dans cette page. Consentry ne peut ni la voir, ni y éclairer ou retenir quoi que ce soit. Microsoft Graph dit toujours si un accord existe.
settings-from-package = Un paramètre intégré
settings-from-own = Un paramètre à vous
settings-from-policy = La stratégie de votre organisation
settings-refused = { $from }, { $name }, n’est pas pris en compte. { $why }
settings-unknown = Il n’y a pas de paramètre de ce nom.
settings-needs-backend = Il faut une adresse https, ou une adresse http sur cet ordinateur.
settings-needs-portal = Il faut une adresse https du portail Azure ou du centre d’administration Entra.
settings-needs-tick = Il faut warn, confirm ou forbid.
settings-needs-language = Il faut l’une de ces valeurs : { $tags }.
settings-needs-yes-or-no = Il faut true ou false.
settings-needs-text = Il faut un texte.
settings-needs-clients = Il faut une liste d’ID d’application.
settings-needs-client = { $count ->
        [one] Une des entrées n’est pas un ID d’application et a été laissée de côté.
       *[other] { $count } des entrées ne sont pas des ID d’application et ont été laissées de côté.
    }
data-pack = Ce que Consentry sait des pages de Microsoft vient du paquet de données { $serial } de votre organisation, par-dessus { $built_in } fourni d’origine.
data-refused = Le paquet de données de votre organisation n’a pas été adopté : { $why }.
settings-fixed = Défini par votre organisation : { $names }
settings-zero-touch-on = Consentry reste hors des pages de connexion. Il guide d’après leur adresse et Microsoft Graph.
settings-zero-touch-off = Consentry regarde les pages de connexion, éclaire la bonne commande et retient un consentement pour tout le monde.
settings-zero-touch-begin = Rester hors des pages de connexion
settings-zero-touch-end = Regarder de nouveau les pages de connexion

manifest-name = Consentry
manifest-description = Guide l’autorisation d’un connecteur Office 365 : éclaire l’étape suivante, retient le consentement pour tous, prouve le résultat.
step-progress = Étape { $at } sur { $of }

# Ce que la carte et le panneau disent d’eux-mêmes.
face-hide = Masquer cette carte
face-page = Page :
face-loading = chargement en cours
face-dark = Rien n’est éclairé :
face-consent = Page de consentement :
face-lit = Éclairé
face-looked-for = Recherché
face-diagnosis-copied = Copié sans les noms
face-diagnosis-copy = Copier sans les noms
face-case-copied = Copié comme cas de test, masqué
face-case-copy = Copier cette page comme cas de test
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
face-state-skipped = Laissé de côté
face-next-try = Prochain essai :
face-missing = Pas encore accordé :
face-role-needed = Il faut au moins :
face-assigned = Affectés :
face-for-everybody = Accordé pour tout le monde :
face-beyond = Accordé au-delà de ce que l’application déclare :
face-not-known = Non connu :
face-needs = demande
face-remedy = Que faire :
face-code = Son propre code :
face-open = Ouvrir la page prévue
face-guard-released = Vous avez laissé passer la case pour toute l’organisation
face-guard-held = Accepter a été retenu tant que la case pour toute l’organisation était cochée
face-guard-ticked = La case pour toute l’organisation a été cochée un moment
face-guard-offered = La case pour toute l’organisation a été proposée et est restée vide
face-proof = Preuve
face-assigned-only = Seules les personnes affectées peuvent utiliser l’application
face-everybody = Tout le monde dans l’organisation peut utiliser l’application
face-exposure = Qui peut l’utiliser
face-backend = Serveur :
face-settings = Paramètres
face-begin = Que souhaitez-vous relier ?
face-begin-more = Relier autre chose
face-diagnostics = Diagnostic
face-nothing-seen = Rien n’a encore été regardé sur cette page.
face-tone-good = Bien :
face-tone-caution = Attention :
face-tone-bad = Stop :
face-permissions = Ce que permet chaque autorisation
face-checks = Ce qui a été vérifié d’autre
face-copied = Copié
face-copy = Copier

label-granter = on vous a demandé d’accorder ceci
side-source = Copier depuis
side-destination = Copier vers
back-do = Revenir d’une étape
back-here = Vous êtes revenu à une étape déjà faite. Rien n’est perdu pour autant.
forward-do = Reprendre là où vous étiez
step-again = { $note }. Vous y êtes revenu
leave-ask = Quitter
start-over-ask = Recommencer
leave-title = Quitter { $app } ?
start-over-title = Recommencer avec { $app } ?
leave-nothing-changes = Rien ne change dans votre organisation.
leave-lost-steps = Les étapes et ce qu’on en sait sont retirés de ce navigateur
leave-lost-again = Vous repartez de la première étape ; ce qu’on sait des autres est perdu
leave-lost-access = Ce navigateur perd son accès à la connexion : il ne peut plus la suivre ni la supprimer
leave-lost-bearer = Ce navigateur perd son accès à la connexion, et elle n’a pas été faite ici : seul son auteur peut la supprimer
leave-lost-reminder = Le rappel que vous avez défini est perdu
leave-stays-handoff = Un lien de transmission déjà envoyé reste valable jusqu’à son expiration
leave-stays-grant = L’accord reste : { $app } garde ce qui a été donné jusqu’à ce que quelqu’un le reprenne, comme indiqué sous Annulation
leave-delete-does = La suppression fait oublier au serveur la connexion, ce qu’il a lu et son registre, et révoque la connexion là où Microsoft l’accepte
leave-stay = Rester
leave-keep = Quitter, et laisser le serveur garder les données
leave-delete = Quitter, et supprimer ce qui est stocké
start-over-do = Recommencer
start-over-keep = Recommencer, et laisser le serveur garder les données
start-over-delete = Recommencer, et supprimer ce qui est stocké
deleted-title = Supprimé : { $app }
deleted-text = Le serveur a oublié cette connexion.
deleted-revoked = Révoqué : { $what }
deleted-forgotten = Oublié : { $what }
deleted-remains = Reste : { $what }
deleted-dismiss = Masquer
harden-done = { $what } : fait, comme Graph le montre
harden-said = { $what } : fait, selon vous ou la page ; Graph ne peut pas le dire à cette application
harden-open = { $what } : pas fait
harden-unknown = { $what } : non connu
harden-grant = 1. Accorder
harden-assign = 2. Affecter des personnes
harden-require = 3. Exiger l’affectation
harden-verify = 4. Vérifier
harden-closed = Seules les personnes affectées peuvent utiliser l’application
harden-have = Affectés : { $names }
harden-keep = Garderaient l’accès : { $names }
harden-yourself = Graph donne des noms et non des comptes. Regardez si { $account }, connecté ici, en fait partie
harden-groups = D’un groupe affecté, seuls comptent les membres directs, pas ceux des groupes qu’il contient
harden-nobody = Personne n’est affecté : si l’affectation était exigée maintenant, tout le monde serait exclu, vous aussi. Affectez d’abord des personnes
harden-assigned-unknown = On ne sait pas qui est affecté : l’application n’a pas le droit de le lire. Vérifiez-le avant de la fermer
harden-lose = Perdraient l’accès : toutes les autres personnes, à leur prochaine connexion (AADSTS50105), les administrateurs aussi
harden-app-itself = Ce que l’application fait seule, sans que personne soit connecté, n’en est pas touché
harden-sign-ins-unknown = On ne sait pas ici qui a utilisé l’application récemment : il faut pour cela les journaux de connexion, que l’application ne lit pas
recipe-assigned-title = Voir qui est affecté
recipe-assigned-text = Lit la liste des personnes et des groupes ; ne change rien.
recipe-assigned-step-1 = Ouvrez Utilisateurs et groupes de { $app } : la liste s’y trouve.
recipe-sign-ins-title = Voir qui l’a utilisée récemment
recipe-sign-ins-text = Lit les journaux de connexion des 30 derniers jours ; ne change rien. Il faut Microsoft Entra ID P1 ou P2 et, au moins, le rôle « Reports Reader ».
recipe-sign-ins-step-1 = Ouvrez { $app } dans « Enterprise applications ».
recipe-sign-ins-step-2 = Choisissez « Sign-in logs » dans le menu, sous « Activity ».
recipe-grant-title = Reprendre ce qui a été accordé
recipe-grant-text = { $app } perd ses autorisations. Ses connexions s’arrêtent au prochain appel, celles d’autres personnes aussi.
recipe-grant-step-1 = Ouvrez Autorisations de { $app }.
recipe-grant-step-2 = Sous l’onglet « Admin consent », ouvrez le menu (…) de chaque autorisation et choisissez « Revoke permission ».
recipe-grant-step-3 = Ce que les personnes ont accepté pour elles-mêmes est sous l’onglet « User consent ». Le portail ne peut pas le révoquer : utilisez Graph ou PowerShell.
recipe-require-title = La rouvrir à tout le monde
recipe-require-text = Tout le monde dans l’organisation peut de nouveau se connecter à { $app }. Les personnes affectées le restent.
recipe-require-step-1 = Ouvrez Propriétés de { $app }.
recipe-require-step-2 = Mettez « Affectation requise ? » sur Non et appuyez sur Enregistrer.
recipe-disable-title = La désactiver
recipe-disable-text = Plus personne ne peut se connecter à { $app }, et elle ne reçoit plus de jetons. Ses autorisations restent ; elle peut donc être réactivée.
recipe-disable-step-1 = Ouvrez Propriétés de { $app }.
recipe-disable-step-2 = Mettez « Enabled for users to sign in? » sur Non et appuyez sur Enregistrer.
recipe-delete-title = La retirer de l’organisation
recipe-delete-text = { $app } est supprimée ici, avec ses autorisations et les personnes affectées. Elle revient, sans elles, quand quelqu’un s’y connecte et accepte de nouveau.
recipe-delete-step-1 = Ouvrez Propriétés de { $app }.
recipe-delete-step-2 = Choisissez « Delete » et confirmez.
way-portal = Dans le portail
way-portal-open = Ouvrir la page prévue
way-graph = Avec Microsoft Graph
way-graph-how = Demande les autorisations déléguées { $scopes }. Un ID entre chevrons est l’un de ceux que renvoie la requête précédente ; envoyez la requête une fois pour chacun.
way-graph-request = Requête
way-powershell = Avec PowerShell
way-powershell-how = Demande le module Microsoft.Graph.
way-powershell-commands = Commandes
undo-check = C’est fait : vérifier
undo-asking = Microsoft Graph est interrogé
undo-refused = Repris : Microsoft Graph refuse ce qu’il permettait avant
undo-gone = Disparue : Microsoft ne connaît plus l’application dans cette organisation
undo-disabled = Désactivée : Microsoft le dit
undo-open = De nouveau ouverte : Microsoft Graph dit qu’aucune affectation n’est exigée
undo-still = Pas encore : Microsoft Graph répond comme avant. Un jeton déjà donné vaut encore environ une heure ; revenez vérifier plus tard
undo-unknown = Non connu : la réponse de Microsoft ne le dit pas. Regardez dans le portail
state-taken-back = Repris
taken-back-title = Repris
taken-back-text = Microsoft montre que { $app } n’a plus ce qui lui avait été accordé.
resume-do = La remettre en place
reminder-title = Me rappeler de le reprendre
reminder-text = Une copie finit un jour, et plus personne n’a alors besoin de l’accord. Le jour est gardé dans ce navigateur.
reminder-field = Jour
reminder-set = Définir le rappel
reminder-clear = Retirer le rappel
reminder-waits = Un rappel est défini
reminder-due = Le jour est venu où cet accord devrait être repris. La marche à suivre est sous Annulation
reminder-badge = Consentry : il est temps de reprendre ce qui a été accordé à { $apps }
record-json = Obtenir le registre en JSON
record-html = Obtenir le registre comme page
dark-reduced = L’aide est réduite : dans les pages, seul le garde parle, et rien n’est éclairé. Le panneau dit ce qui le serait.
settings-title = Options de Consentry
settings-text = Ce que vous réglez ici est gardé dans ce navigateur. Ce que votre organisation définit passe avant.
settings-save = Enregistrer
settings-more = Toutes les options
settings-reset = Revenir à la valeur précédente
settings-locked = Défini par votre organisation. La personne chargée de Consentry peut le modifier.
settings-access = Le navigateur ne dit pas encore à Consentry quand une page de { $host } est ouverte. Sans cela, un lien de transmission de ce serveur ne lance rien ici.
settings-access-allow = Laisser Consentry voir les pages de { $host }
settings-needs-ids = Pas un ID d’application : { $wrong }. En voici la forme : d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Serveur
setting-backend-help = L’adresse du serveur qui interroge Microsoft Graph. Sans lui, le guide continue et ne prouve rien.
setting-portal-label = Portail
setting-portal-help = Où mènent les liens : le portail Azure ou le centre d’administration Entra de votre cloud.
setting-language-label = Langue
setting-language-help = La langue de tout ce que dit Consentry. Les pages de Microsoft gardent la leur.
setting-language-browser = Comme le navigateur
setting-tickPolicy-label = La case pour toute l’organisation
setting-tickPolicy-help = Ce qui se passe tant qu’elle est cochée alors que l’application ne doit pas l’avoir.
setting-tickPolicy-warn = Le dire, ne rien retenir
setting-tickPolicy-confirm = Retenir Accepter jusqu’à ce que je le laisse passer
setting-tickPolicy-forbid = Retenir Accepter, ne rien laisser passer
setting-zeroTouch-label = Rester hors des pages de connexion
setting-zeroTouch-help = Aucun script n’y tourne. Consentry guide d’après les adresses et Microsoft Graph ; rien n’est éclairé ni retenu.
setting-reducedGuidance-label = Aide réduite
setting-reducedGuidance-help = Dans les pages, seul le garde parle. Tout le reste est dans le panneau.
setting-allowedClients-label = Applications auxquelles on peut consentir
setting-allowedClients-help = Des ID d’application, un par ligne. S’il y en a, toute autre application est retenue. Vide : toutes sont permises.
setting-forbiddenClients-label = Applications auxquelles on ne doit pas consentir
setting-forbiddenClients-help = Des ID d’application, un par ligne.
practice-word = Exercice
practice-sentence = Ceci est un locataire d’exercice sur cet ordinateur. Rien ici ne touche une véritable organisation.
practice-title = À essayer
practice-text = Faites le parcours une fois, et tombez exprès dans le piège.
practice-trap = Cochez la case pour toute l’organisation sur la page de consentement : Accepter est retenu
practice-proof = Arrivez au bout : Microsoft Graph, ou ce qui le remplace ici, répond aux deux nombres
practice-try = Exercice : cochez la case une fois et appuyez sur Accepter, pour voir ce qui se passe. Puis décochez-la
practice-begin-title = S’exercer d’abord
practice-begin-text = Cette commande, dans le dossier des sources de Consentry, lance un locataire d’exercice et un navigateur à part qui le montre sous les noms de Microsoft. Tout y est marqué comme exercice ; rien ne change dans ce navigateur.
practice-command = Commande
head-connections = Vos connexions
head-guided = Guidé ici
head-side = De quel côté s’agit-il ?
head-after = Après l’accord
head-harden = Limiter qui peut l’utiliser
head-undo = Annulation
head-record = Registre
head-record-text = Qui a demandé, qui s’est connecté, ce que le garde a vu et ce que Microsoft Graph a répondu ; chaque entrée est scellée, de sorte qu’un changement se voit.
head-save-file = Enregistrer le fichier
head-record-copy = Le registre
settings-saved = Enregistré

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = Il sera demandé au moins { $count ->
        [one] { $count } autorisation
       *[other] { $count } autorisations
    } pour l’organisation ; toutes ne sont pas connues ici. Vous voyez chacune avant d’accepter.
begin-role = La documentation de { $app } demande : { $role }
begin-side-source = { $app } est autorisé dans l’organisation à partir de laquelle vous copiez
begin-side-destination = { $app } est autorisé dans l’organisation vers laquelle vous copiez
begin-side-both = { $app } est autorisé deux fois : dans l’organisation d’origine et dans celle de destination
begin-clouds = { $app } est proposé pour : { $clouds }
begin-cloud-global = le cloud mondial de Microsoft
begin-cloud-us-gov = le cloud de Microsoft pour le gouvernement des États-Unis
begin-cloud-china = le cloud de Microsoft en Chine
profile-unverified = Non vérifié pour { $app } : { $fields }
profile-no-id = L’ID d’application de { $app } n’est pas connu ici ; rien de ce que seul un ID permet de reconnaître n’est donc montré. Prenez l’ID chez l’éditeur et indiquez-le dans le panneau de Consentry.
profile-no-id-own = Chaque organisation inscrit { $app } elle-même. Indiquez l’ID d’application de votre inscription dans le panneau de Consentry ; d’ici là, rien de ce que seul un ID permet de reconnaître n’est montré.
client-label = ID d’application de { $app }
client-help = Aucune source publique ne le donne. L’éditeur peut vous le dire, et le portail aussi si { $app } est déjà dans votre organisation : Applications d’entreprise, { $app }, ID d’application (pas ID d’objet).
client-help-own = Le portail le montre : Inscriptions d’applications, votre inscription pour { $app }, ID d’application (client) (pas ID d’objet).
client-entered = Vous avez indiqué l’ID d’application { $id } pour { $app }. Il n’est pas vérifié : comparez-le à ce que dit l’éditeur.
client-needs-form = Pas un ID d’application : { $wrong }. Copiez-le en entier, comme d62121f3-e023-4972-b6b0-794190c0fd98, à l’endroit indiqué ci-dessus.
client-needs-own = C’est l’ID d’application de { $other }, pas celui de { $app }. Copiez-le de nouveau à l’endroit indiqué ci-dessus.
client-needs-harmless = Cet ID d’application a été signalé comme nuisible : { $other }. Ne l’utilisez pas et demandez le sien à l’éditeur de { $app }.
client-needs-allowed = Votre organisation n’autorise pas l’application qui a cet ID. Demandez à la personne chargée de Consentry.
profile-source = Source : { $source }
profile-field-client_ids = ID d’application
profile-field-owner_tenant = où elle est inscrite
profile-field-publisher = éditeur
profile-field-callback_hosts = où vont les réponses
profile-field-tick = conseil sur la case pour l’organisation
profile-field-role = rôle demandé par la documentation
profile-field-sides = où elle est autorisée
profile-field-clouds = clouds pour lesquels elle est proposée
profile-field-retired = si elle est encore proposée
profile-field-delegated = autorisations déléguées
profile-field-application = autorisations d’application
profile-field-entry = ses propres pages
consent-scopes-unlisted = Absent de la liste de Consentry pour { $app }, qui n’est pas complète : { $scopes }
connect-without = Continuer sans preuve
connect-said = Je m’y suis connecté
grant-said = C’est accordé
state-unproven = Guidage sans preuve : aucun serveur n’interroge Microsoft Graph
step-person = Indiqué par vous ; non prouvé
done-unproven-title = Terminé, sans preuve
done-unproven-text = Les étapes pour { $app } sont terminées, pour autant que ce navigateur et vous puissiez le dire. Personne n’a interrogé Microsoft Graph : vérifiez dans { $app } si cela fonctionne.
handoff-wait-unproven = Votre part est faite. Demandez à un { $granter } d’accorder à { $app } ses autorisations. Ici, personne n’interroge Microsoft Graph : indiquez quand c’est fait.
returned-unproven = Elle indique que l’octroi a été accepté. Ici, personne n’interroge Microsoft Graph : ce n’est donc pas prouvé.
wrong-window-unproven = Consentry ne peut pas savoir si l’octroi a été accepté. Appuyez de nouveau sur le bouton, ou regardez dans le portail.
settings-needs-profiles = Il doit s’agir d’un objet : pour chaque ID de profil, ce qui est ajouté ou modifié.

# Les pages du serveur : le lien à transmettre, et la fin d’une connexion

page-footer = Consentry ne fait que lire. Il n’accorde jamais rien et ne demande jamais de mot de passe.
page-error-remedy = Que faire
page-error-role = Qui le peut
page-error-link = Ouvrir l’endroit où le faire
page-error-code = Code de Microsoft
page-nothing-title = Vous pouvez fermer cette page.
page-nothing-text = Il n’y a plus rien à faire ici.
page-nobody-title = Personne ne s’est encore connecté.
page-nobody-text = Revenez là où vous avez commencé et recommencez.
page-missing-title = Vous êtes connecté.
page-missing-text = Il manque une chose, et c’est normal : un administrateur de votre organisation doit accorder à { $app } ses propres autorisations. Revenez là où vous avez commencé ; l’étape suivante y est indiquée.
page-spreading-title = Vous y êtes presque.
page-spreading-text = Le consentement a été accordé et se propage dans les services de Microsoft. Cela prend jusqu’à quelques minutes.
page-done-title = { $app } est entièrement autorisée.
page-done-text = Microsoft Graph répond : { $sites ->
        [one] { $sites } site SharePoint
       *[other] { $sites } sites SharePoint
    } et { $users ->
        [one] { $users } utilisateur
       *[other] { $users } utilisateurs
    }.
page-close = Vous pouvez fermer cette page.
page-thanks-title = Merci.
page-thanks-text = Consentry demande maintenant à Microsoft Graph si le consentement pour { $app } est arrivé. La personne qui vous a envoyé le lien voit la réponse, le plus souvent en moins d’une minute.
page-grant-title = Accorder à { $app } ses autorisations
page-grant-lead = Quelqu’un de votre organisation a commencé à la relier et a besoin de vous pour une étape.
page-grant-already = C’est déjà fait.
page-who = Qui demande
page-who-account = Connecté en tant que
page-who-label = Nommé ainsi
page-who-organization = Organisation
page-who-app = ID d’application
page-who-publisher = Éditeur
page-how = Comment
page-how-role = Il vous faut le rôle { $role } ou Administrateur général. Le portail vous demande de vous connecter ; cette page, jamais.
page-how-open = Ouvrir { $app } dans le portail
page-how-here = Choisissez-y « Autorisations », puis « Accorder un consentement d’administrateur ».
page-how-list = Ouvrez-y { $app } dans la liste (comparez l’ID d’application), choisissez « Autorisations », puis « Accorder un consentement d’administrateur ».
page-how-else = Si le portail ne s’ouvre pas
page-how-address = La page de Microsoft pour le même consentement a cette adresse. Vérifiez avant de l’ouvrir qu’elle commence par le nom d’hôte de la connexion de Microsoft :
page-what = Ce qui sera accordé
page-what-application = { $app } reçoit ces autorisations pour elle-même, sur les données de tous, sans que personne ne soit connecté :
page-what-delegated = La page de Microsoft indique aussi celles-ci, pour la personne connectée :
page-what-repeated = Elle peut répéter ce que la connexion a demandé : { $scopes }.
page-what-more = Si la page de Microsoft montre autre chose, n’acceptez pas et interrogez la personne qui vous a envoyé ceci.
