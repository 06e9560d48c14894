# Lo que dice Consentry, en español. Breve, tranquilo, concreto: qué hacer y por qué.
# Los controles de Microsoft se llaman como en labels.toml.

language-name = Español
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } o { $other }

role-cloud-application-administrator = Administrador de aplicaciones en la nube
role-application-administrator = Administrador de aplicaciones
role-privileged-role-administrator = Administrador de roles con privilegios
role-global-administrator = Administrador global

step-connect-title = Iniciar sesión y conectar
step-connect-text = Primero conecte { $app } con su propia cuenta.
step-grant-title = Conceder consentimiento de administrador
step-grant-text = Un administrador concede a { $app } sus permisos en el portal.
step-load-title = Verlo en { $app }
step-load-text = Cargue el conector en { $app } para ver qué ha encontrado.
step-assign-title = Elegir quién puede usarla
step-assign-text = Asígnese a sí mismo y a las personas que migran antes de cerrar el acceso a los demás.
step-require-title = Cerrarla a todos los demás
step-require-text = Exija la asignación, para que solo las personas elegidas puedan usar { $app }.
actor-starter = Usted

begin-title = Autorizar { $app }
begin-text = Son dos pasos: usted inicia sesión y conecta, y después un administrador concede a { $app } sus permisos. ¿Qué rol tiene?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrador de SharePoint
begin-needs = El rol más limitado que puede hacer el segundo paso: { $granter }. Un Administrador global siempre puede. Fuente: { $source }
begin-asks = Lo que se pedirá: { $count ->
        [one] un permiso
       *[other] { $count } permisos
    } para la organización. Verá cada uno antes de aceptar.

at-authorize-new-connector-title = Iniciar un conector nuevo
at-authorize-new-connector-text = Pulse "Authorize New Connector", en el lado de origen o en el lado de destino de la copia.
at-connector-row-title = Elegir Office 365
at-connector-row-text = Pulse "Authorize" en la fila "Office 365 (OneDrive/SharePoint Admin)". Las filas de debajo son solo para los archivos de una persona.
at-authorize-title = Poner un nombre, o dejarlo
at-authorize-text = El nombre para mostrar es libre. Pulse "Authorize" y Microsoft le pedirá que inicie sesión.
at-reauthorize-title = Volver a iniciar sesión
at-reauthorize-text = Este conector no tiene un inicio de sesión válido. Pulse "Reauthorize" para volver a iniciar sesión; no se pierde nada más.
at-sign-in-account-title = Elegir su cuenta de administrador
at-sign-in-account-text = Use la cuenta que administra SharePoint en la organización que conecta. Una cuenta personal o de invitado no sirve.
at-sign-in-title = Iniciar sesión
at-sign-in-text = Inicie sesión con su cuenta de administrador. Consentry no lee lo que escribe aquí.
at-consent-title = Aceptar, solo para usted
at-consent-text = Lea lo que se pide y pulse Aceptar. Solo cuenta para su propia cuenta.
at-consent-with-tick-title = Aceptar, solo para usted
at-consent-with-tick-text = Lea lo que se pide, deje vacía la casilla "Consentimiento en nombre de la organización" y pulse Aceptar.

at-consent-with-box-title = Leer y después aceptar
at-consent-with-box-text = Lea lo que se pide, decida si debe marcarse la casilla "Consentimiento en nombre de la organización" y pulse Aceptar.

at-needs-admin-title = Este mensaje es lo esperado
at-needs-admin-text = El conector ya ha iniciado sesión. Falta la concesión de un administrador en el portal. Abra la lista de aplicaciones empresariales con este enlace.
at-hand-off-title = Le han pedido que conceda esto
at-hand-off-text = Lea qué se pide y por qué, y abra { $app } en el portal. No se concede nada hasta que pulse Aceptar allí.
at-grant-account-title = Elegir la cuenta que puede conceder
at-grant-account-text = Use la cuenta de un { $granter } de la misma organización.
at-grant-sign-in-title = Iniciar sesión
at-grant-sign-in-text = Inicie sesión con la cuenta que puede conceder. Consentry no lee lo que escribe aquí.
at-app-row-title = Abrir { $app }
at-app-row-text = Esta fila tiene el nombre correcto y el id. de aplicación correcto. Ábrala.
at-app-search-title = Buscar { $app }
at-app-search-text = Escriba el nombre en el cuadro de búsqueda. Al principio, la lista muestra solo algunas de sus aplicaciones.
at-app-filter-title = Quitar el filtro
at-app-filter-text = { $app } no está en esta lista. Puede estar oculta porque es propiedad de Microsoft: quite el filtro del tipo de aplicación.
at-app-missing-title = { $app } no está en la lista
at-app-missing-text = Ninguna fila tiene a la vez el nombre y el id. de aplicación. La aplicación aparece cuando alguien ha iniciado sesión en ella aquí; compruebe que esta es la organización correcta.
at-app-wait-title = La lista se está cargando
at-app-wait-text = Espere a la fila con el nombre correcto y el id. de aplicación correcto.
at-menu-permissions-title = Abrir Permisos
at-menu-permissions-text = Permisos está en el menú de la izquierda, en Seguridad. La concesión está allí.
at-menu-group-title = Desplegar Seguridad
at-menu-group-text = Permisos está dentro del grupo Seguridad, que está plegado. Ábralo.
at-grant-title = Conceder consentimiento de administrador
at-grant-text = Pulse este botón. Se abre una ventana que muestra lo que se concede; no se concede nada antes de que acepte allí.
at-portal-unsure-title = Esta página no es la que dice su dirección
at-portal-unsure-text = La dirección y la página indican lugares distintos. Elija Permisos en el menú de la izquierda o vaya allí con el botón de abajo.
at-registration-title = Esto es "App registrations"
at-registration-text = { $app } no está registrada en su organización, así que no se puede conceder aquí. La concesión está en "Enterprise applications", en Permisos.
at-registration-grant-title = Conceder consentimiento de administrador
at-registration-grant-text = { $app } es una aplicación de su propia organización, así que se puede conceder aquí. Después viene una pregunta en la página.
at-registration-confirm-title = Confirmar la concesión
at-registration-confirm-text = Esta es la pregunta sobre { $app }. Léala y elija Sí.
at-admin-consent-title = Leer y después aceptar
at-admin-consent-text = Aquí el consentimiento para toda la organización es lo correcto: { $app } solo funciona con él. Compare la lista con lo esperado y pulse Aceptar.
at-load-title = Cargar el conector
at-load-text = La concesión está probada. Cargue el conector para verla también aquí.
at-add-user-title = Asignar a quienes lo necesitan
at-add-user-text = Agréguese a sí mismo y a todos los que migran. Hágalo antes de cerrar el acceso, para que nadie se quede fuera.
at-menu-users-title = Abrir Usuarios y grupos
at-menu-users-text = Primero asigne a las personas. El acceso se cierra a los demás después.
at-assignment-yes-title = Exigir la asignación
at-assignment-yes-text = Elija Sí. Entonces solo las personas asignadas pueden usar { $app }.
at-assignment-save-title = Guardar
at-assignment-save-text = Pulse Guardar. El cambio no cuenta antes.
at-menu-properties-title = Abrir Propiedades
at-menu-properties-text = El interruptor de la asignación requerida está en Propiedades.

elsewhere-title = El siguiente paso está en otro lugar
elsewhere-text = { $step } Esta página no forma parte de él.
elsewhere-go = Ir allí
straight = Ir directamente a la aplicación
dark-absent = No está en esta página, o todavía no ha aparecido.
dark-unsure = Algo aquí se le parece, pero no con la certeza suficiente para señalarlo: { $why }.
dark-disabled = Está, pero atenuado: esta cuenta no puede conceder. Use la cuenta de un { $granter }.

dark-greyed = Está, pero atenuado por ahora.
dark-behind = Está, detrás de algo que hay abierto encima. Ciérrelo primero.

handoff-make = Crear un enlace para quien puede conceder
handoff-made = Envíe este enlace a un { $granter }. Funciona una vez y caduca en un día.
handoff-label = Enlace de entrega
handoff-wait-title = A la espera de la concesión
handoff-wait-text = Su parte está hecha. Un { $granter } concede el resto; esto se pone verde solo cuando Microsoft Graph lo muestra.

done-title = Autorizado
done-text = Microsoft Graph responde: { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }. El conector está listo.
done-back = Volver a { $app }
done-harden = Limitarla a personas elegidas

state-begun = Todavía sin conectar
state-awaiting_sign_in = A la espera del inicio de sesión
state-needs_admin_consent = Sesión iniciada. Falta la concesión de un administrador.
state-propagating = Concedido. Microsoft tarda un momento en mostrarlo.
state-authorized = Autorizado: { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }
state-needs_reauthorization = Hace falta iniciar sesión de nuevo
state-blocked = Detenido: { $title }

propagating-title = Concedido, todavía no visible
propagating-text = Microsoft necesita un momento para propagar la concesión, por lo general menos de un minuto. No hay nada más que hacer; se vuelve a comprobar solo.
waiting-text = { $reason }. La próxima comprobación es en un momento.
blocked-remedy = Qué hacer: { $remedy }
blocked-role = Quién puede: { $role }
reauthorize-do = Volver a iniciar sesión
check-do = Comprobar ahora
leave-do = Salir
skip-do = Omitir esto
take-assign = Limitarla a personas elegidas
go-do = Abrir la página de este paso
backend-trouble = El servidor en { $address } no responde. La guía continúa, pero no se puede probar nada hasta que responda.
step-proof = Probado por { $call }
step-page = Visto en una página, todavía sin probar

wrong-declined-title = El consentimiento se rechazó
wrong-declined-text = No se ha concedido nada. Si fue un error, vuelva a iniciar sesión y pulse Aceptar.
wrong-window-title = La ventana se cerró
wrong-window-text = Consentry no sabe si se aceptó la concesión, así que pregunta a Microsoft Graph. Si no cambia nada, vuelva a pulsar el botón.
wrong-returned-title = La ventana terminó sin concesión
wrong-returned-text = Microsoft informa de { $error }. Pulse de nuevo "Conceder consentimiento de administrador" cuando quiera.
wrong-approval-title = Un administrador debe aprobar esto
wrong-approval-text = Esta cuenta no puede dar su consentimiento a { $app }. Si tiene una cuenta de administrador, elija su enlace en esta página; si no, pídaselo a quien la tenga.
wrong-approval-who = El rol más limitado que puede aprobar: { $role }. Un Administrador global siempre puede. Fuente: { $source }
wrong-approval-form = Puede escribir un motivo en el formulario de esta página: la solicitud llega a las personas que eligió su organización
wrong-approval-causes = La misma página aparece mientras la aplicación exige asignación y aún no tiene consentimiento de administrador, o cuando Microsoft considera arriesgada la solicitud
wrong-approval-refused-title = No solicite esta aplicación
wrong-approval-refused-text = El id. de esta aplicación ha sido denunciado, o su organización no la permite. Salga de esta página y cuente a quien se ocupa de la seguridad cómo llegó aquí.
wrong-requested-title = Se ha pedido a un administrador
wrong-requested-text = Microsoft ha enviado su solicitud a las personas que pueden aprobarla. No se concede nada hasta que una de ellas lo haga.
wrong-personal-title = Esta es la página de una cuenta personal
wrong-personal-text = Hace falta una cuenta profesional. Cierre esta página e inicie sesión con la cuenta de su organización.
wrong-error-title = Microsoft ha detenido el inicio de sesión
wrong-error-text = La página indica AADSTS{ $code }. { $advice }
wrong-error-plain = Vuelva a { $app } y empiece de nuevo el inicio de sesión.
lookalike = Otra aplicación tiene aquí casi el mismo nombre y otro id. de aplicación. No la toque.

consent-title = { $app } pide su consentimiento
consent-text = Consentry explica lo que se pide. La decisión es suya.
consent-unknown-app = Una aplicación
consent-held-title = Alto: esto es para todos, no solo para usted
consent-held-text = La casilla da a { $app } acceso a toda su organización. Desmárquela; hasta entonces, Aceptar no hace nada. { $why }
consent-forced-title = Alto: esto es para todos, no solo para usted
consent-forced-text = La casilla da a { $app } acceso a toda su organización, y la directiva de su organización no lo permite aquí. Desmárquela; hasta entonces, Aceptar no hace nada. { $why }
consent-stopped = Aceptar se ha retenido. No se ha dado ningún consentimiento.
consent-warned-title = Esto consiente por todos
consent-warned-text = Con la casilla marcada, la aplicación obtiene acceso a toda su organización y no se pregunta a nadie más. Desmárquela, salvo que alguien de su confianza le haya dicho que la marque.
consent-malicious-title = No acepte: esta aplicación causa daño
consent-malicious-text = El id. de esta aplicación ha sido denunciado como malintencionado. Aceptar no hace nada. Pulse Cancelar y cuente a quien se ocupa de la seguridad cómo llegó aquí.
consent-abused-title = Alto: los atacantes usan esta aplicación
consent-abused-text = Es un programa honrado, y quienes entran en cuentas ajenas lo usan para conservar el acceso. Aceptar no hace nada. Si nadie que conozca le pidió conectarlo, pulse Cancelar y avise a quien se ocupa de la seguridad.
consent-forbidden-title = Su organización no permite esta aplicación
consent-forbidden-text = Una directiva decide qué aplicaciones se pueden aceptar, y esta no es una de ellas. Aceptar no hace nada. Pulse Cancelar; quien se ocupa de Consentry en su organización puede cambiar la directiva.
consent-astray-title = No es el consentimiento que buscaba
consent-astray-text = La aplicación es la correcta, pero no el lugar o la cuenta con que consentiría. Pulse Cancelar y empiece de nuevo con la cuenta y la organización de esta conexión.
consent-must-title = { $app } necesita la casilla
consent-must-text = Esta aplicación solo funciona cuando el consentimiento es para toda la organización. Lea lo que se pide; si está de acuerdo en nombre de todos, marque usted la casilla y pulse Aceptar.
consent-release = Quiero consentir por todos
consent-release-title = ¿Consentimiento para toda la organización?
consent-release-text = { $app } obtendrá este acceso para todas las cuentas y no se preguntará a nadie más. Las propias instrucciones de { $app } dicen que no se haga.
consent-release-yes = Sí, dejarlo pasar esta vez
consent-release-no = No, seguir reteniendo
consent-let = Conozco esta aplicación y quiero consentir
consent-let-title = ¿Dejar entrar una aplicación denunciada?
consent-let-text = Obtiene el acceso que figura aquí y lo conserva aunque se cambien las contraseñas. Déjela pasar solo si sabe con certeza quién la pidió y por qué.
consent-released = Ha decidido dejar pasar este consentimiento.
consent-tick-leave = Deje vacía la casilla para toda la organización
consent-tick-must = { $app } necesita la casilla para toda la organización, y no está marcada
consent-tick-set = La casilla para toda la organización está marcada, como necesita { $app }
consent-tick-optional = La casilla para toda la organización puede marcarse o dejarse: { $app } funciona de ambas formas
consent-glance-app-right = aplicación correcta
consent-glance-app-microsofts = aplicación de la propia Microsoft
consent-glance-app-tool = herramienta general de Microsoft
consent-glance-app-unknown = aplicación desconocida
consent-glance-app-unseen = aplicación no indicada
consent-glance-app-forbidden = aplicación no permitida aquí
consent-glance-app-malicious = aplicación dañina
consent-glance-app-abused = aplicación que usan los atacantes
consent-glance-organization-right = organización correcta
consent-glance-organization-wrong = organización equivocada
consent-glance-organization-personal = cuenta personal
consent-glance-organization-unknown = organización no indicada
consent-glance-account-right = cuenta correcta
consent-glance-account-wrong = cuenta equivocada
consent-glance-account-other = otra cuenta
consent-glance-account-unseen = cuenta no vista
consent-app-known = El id. de aplicación es el de { $app }
consent-app-microsofts = El id. de aplicación es el de { $app }, una aplicación de la propia Microsoft
consent-app-tool = El id. de aplicación es el de { $app }: una herramienta de Microsoft que pide lo que quiera quien la usa. Acepte solo si la ha iniciado usted
consent-app-unknown = Consentry no tiene un perfil de esta aplicación: el id. de aplicación no dice nada
consent-app-unseen = La dirección no dice de qué aplicación se trata
consent-app-forbidden = Prohibida por la directiva de su organización: id. de aplicación { $id }
consent-app-not-allowed = No está entre las aplicaciones que permite su organización: id. de aplicación { $id }
consent-app-reported = Denunciada como { $name }: { $says } Fuente: { $source }, { $date }
consent-owner-right = Está registrada donde está registrada { $app }
consent-owner-wrong = Está registrada en una organización distinta de la de { $app }
consent-organization-right = El consentimiento es para { $tenant }, igual que la conexión
consent-organization-wrong = La dirección indica una organización distinta de { $tenant }, para la que es la conexión
consent-organization-unknown = La dirección no indica la organización; la conexión es para { $tenant }
consent-organization-personal = Esto es para cuentas personales, no para una organización
consent-account-right = Sesión iniciada como { $account }
consent-account-other = Sesión iniciada como { $account }; la conexión la creó { $known }
consent-account-foreign = Sesión iniciada como { $account }; la conexión la creó { $known }. Si es otra organización, el consentimiento no contará allí
consent-account-guest = { $account } es un invitado aquí. El consentimiento de un invitado no sirve para esta conexión
consent-account-personal = { $account } es una cuenta personal
consent-account-unseen = La página no dice quién ha iniciado sesión; la conexión la creó { $account }
consent-redirect-known = La respuesta va a { $host }, como se esperaba
consent-redirect-portal = La respuesta vuelve al portal en { $host }
consent-redirect-plain = La respuesta va a { $host }
consent-redirect-unexpected = La respuesta va a { $host }, que el perfil de la aplicación no indica
consent-publisher-same = La página indica { $publisher } como editor, como se esperaba. Un nombre no prueba nada
consent-publisher-other = La página indica { $publisher } como editor; se esperaba { $wanted }
consent-publisher-shown = La página indica { $publisher } como editor. Un nombre no prueba nada
consent-publisher-verified = La página muestra el distintivo de editor comprobado. Se han obtenido distintivos con engaño
consent-publisher-unverified = Microsoft no ha comprobado quién publica esta aplicación
consent-publisher-unseen = No se ha visto si el editor está comprobado
consent-scopes-expected = Pide lo que se espera
consent-scopes-unexpected = Pide más de lo esperado: { $scopes }
consent-scopes-missing = No pide lo que se sabe que { $app } necesita: { $scopes }
consent-for-all = Esto es para todos en la organización
consent-by-prompt = Llegó como un inicio de sesión y pide por todos en la organización
consent-by-link = El enlace de alguien llevó hasta aquí: es para todos en la organización y no se preguntará a nadie más
consent-asks = { $count ->
        [one] 1 permiso
       *[other] { $count } permisos
    }: { $risks }
consent-asks-unlisted = La dirección no dice qué se pide; la página lo enumera
consent-risk-low = riesgo bajo
consent-risk-medium = riesgo medio
consent-risk-high = riesgo alto
consent-risk-critical = riesgo crítico
consent-again-nothing = Todo se concedió antes: no se pide nada nuevo
consent-again-adds = Una parte se concedió antes. Es nuevo: { $scopes }
consent-change-counts = La concesión agrega { $adds ->
        [one] un permiso
       *[other] { $adds } permisos
    } y conserva { $keeps } que ya tiene
consent-change-all-new = La concesión agrega { $adds ->
        [one] un permiso, que aún no tiene
       *[other] { $adds } permisos; aún no tiene ninguno de ellos
    }
consent-change-nothing = La concesión no agrega nada: { $keeps ->
        [one] ya tiene el único permiso
       *[other] ya tiene los { $keeps }
    }
consent-change-revokes = Concedido antes para todos y ausente de esta lista, así que la concesión puede retirarlo: { $permissions }
consent-change-unknown = No se sabe qué tiene ya la aplicación, así que tampoco qué agrega o retira una concesión
consent-change-unknown-application = No se sabe qué permisos de aplicación tiene
consent-change-unknown-delegated = No se sabe qué permisos delegados tiene
consent-role-needed = El rol más limitado que puede hacerlo: { $role }. Un Administrador global siempre puede. Fuente: { $source }
consent-role-oneself = No hace falta ningún rol para consentir por uno mismo, en la medida en que su organización deje a las personas consentir aplicaciones
consent-role-unless = No hace falta ningún rol para consentir por uno mismo, salvo que su organización lo deje en manos de Microsoft: entonces { $scopes } necesita un administrador. Fuente: { $source }
permission-title-application = { $name }, para la propia aplicación
permission-as-person = En su nombre: { $means }
permission-on-its-own = Por sí sola, sin que nadie haya iniciado sesión: { $means }
permission-thief = En malas manos: { $text }
permission-because = Por qué { $risk }: { $text }
permission-unknown = Valorado por su nombre como { $risk }: no está en la lista de Consentry.
permission-why = Para qué hace falta: { $text }
dark-other-tenant = El botón de aquí es de una organización distinta de la que inició sesión. Cambie el portal a la organización correcta.
dark-off = Microsoft ha cambiado esta página, así que aquí no se señala nada hasta que se conozca de nuevo. Siga las palabras.
dark-no-profile = Ningún perfil tiene esta aplicación, así que una guía no señalaría nada.
wrong-app-title = Esta es otra aplicación
wrong-app-text = El id. de aplicación de aquí no es el de { $app }, se llame como se llame. Vuelva a la lista.
step-signed = Probado por el inicio de sesión
connect-do = Iniciar sesión y conectar
backend-garbled = Lo que responde en { $address } no es un servidor de Consentry. Compruebe la dirección.
returned-title = La ventana ha vuelto
returned-text = Dice que la concesión se aceptó. Consentry pregunta a Microsoft Graph si es así.

consent-held-any = Aceptar se ha retenido: hay una casilla marcada, y puede ser la de toda la organización. Desmarque las casillas.
early-title = Pulse de nuevo
early-text = Se marcó una casilla antes de que Consentry leyera esta página, así que retuvo su pulsación. Ya la ha leído y aquí no se retiene nada: pulse de nuevo.
unseen-title = Consentry no entra en esta página
unseen-text = Está configurado para conocer esta página solo por su dirección. Aquí no se ilumina ni se retiene nada: lea usted la página antes de aceptar.
unseen-app-unknown = La dirección indica una aplicación de la que Consentry no tiene perfil: { $id }
unseen-tenant = La organización de la dirección: { $tenant }
unseen-tenant-any = La dirección no indica ninguna organización: será la de la cuenta que elija
unseen-redirect = La respuesta va a { $host }
unseen-scopes = La dirección pide: { $scopes }
unseen-tick = No visto: si la casilla para toda la organización está y está marcada
unseen-permissions = No vista: la lista de permisos de la página
unseen-account = No visto: qué cuenta ha iniciado sesión
access-withheld = El navegador no da a Consentry acceso a las páginas de inicio de sesión: se retiró en el acceso a sitios de la extensión. Allí no se ilumina ni se retiene nada, y ni siquiera se conoce la dirección.
access-barred-title = Sin acceso a esta página
access-barred-text = La directiva de navegador de su organización no deja entrar ninguna extensión en esta página. Consentry no puede verla, ni iluminar o retener nada aquí. Microsoft Graph sigue diciendo si hay una concesión.
settings-from-package = Una configuración incluida
settings-from-own = Una configuración suya
settings-from-policy = La directiva de su organización
settings-refused = { $from } no se usa: { $name }. { $why }
settings-unknown = No hay ninguna configuración con ese nombre.
settings-needs-backend = Debe ser una dirección https, o una dirección http en este equipo.
settings-needs-portal = Debe ser una dirección https de Azure Portal o del centro de administración de Entra.
settings-needs-tick = Debe ser warn, confirm o forbid.
settings-needs-language = Debe ser uno de estos: { $tags }.
settings-needs-yes-or-no = Debe ser true o false.
settings-needs-text = Debe ser un texto.
settings-needs-clients = Debe ser una lista de identificadores de aplicación.
settings-needs-client = { $count ->
        [one] Una de sus entradas no es un id. de aplicación y se ha omitido.
       *[other] { $count } de sus entradas no son id. de aplicación y se han omitido.
    }
data-pack = Lo que Consentry sabe de las páginas de Microsoft viene del paquete de datos { $serial } de su organización, sobre el { $built_in } incluido.
data-refused = El paquete de datos de su organización no se ha adoptado: { $why }.
settings-fixed = Establecido por su organización: { $names }
settings-zero-touch-on = Consentry no entra en las páginas de inicio de sesión. Guía por su dirección y por Microsoft Graph.
settings-zero-touch-off = Consentry mira las páginas de inicio de sesión, ilumina el control correcto y retiene un consentimiento para todos.
settings-zero-touch-begin = No entrar en las páginas de inicio de sesión
settings-zero-touch-end = Volver a mirar las páginas de inicio de sesión
