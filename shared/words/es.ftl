# Lo que dice Consentry, en español. Breve, tranquilo, concreto: qué hacer y por qué.
# Los controles de Microsoft se llaman como en labels.toml.

language-name = Español
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } o { $other }

# As Microsoft's documentation names them in this language.
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
at-menu-manage-title = Desplegar Administrar
at-menu-manage-text = Lo siguiente está dentro del grupo Administrar, que está plegado. Ábralo.
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
at-assign-people-title = Elegir y luego asignar
at-assign-people-text = Elija aquí a las personas, usted incluido, y pulse «Asignar». El botón sigue atenuado hasta que se elige a alguien.
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
assign-said = Las personas están asignadas
require-said = Ya es obligatoria
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
consent-astray-text = Algo en este consentimiento no es lo esperado; abajo se dice qué. Pulse Cancelar y empiece de nuevo con la cuenta y la organización de esta conexión. Si vuelve a aparecer, pregunte al fabricante de la aplicación.
consent-accept-unlit = Aceptar: { $why }
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
consent-glance-app-entered = aplicación según el id. que usted indicó
consent-glance-app-microsofts = aplicación de la propia Microsoft
consent-glance-app-tool = herramienta general de Microsoft
consent-glance-app-unknown = aplicación desconocida
consent-glance-app-unseen = aplicación no indicada
consent-glance-app-forbidden = aplicación no permitida aquí
consent-glance-app-malicious = aplicación dañina
consent-glance-app-abused = aplicación que usan los atacantes
consent-glance-app-elsewhere = aplicación registrada en otro lugar
consent-glance-organization-right = organización correcta
consent-glance-organization-wrong = organización equivocada
consent-glance-organization-personal = cuenta personal
consent-glance-organization-unknown = organización no indicada
consent-glance-account-right = cuenta correcta
consent-glance-account-wrong = cuenta equivocada
consent-glance-account-other = otra cuenta
consent-glance-account-unseen = cuenta no vista
consent-app-known = El id. de aplicación es el de { $app }
consent-app-entered = El id. de aplicación es el que usted indicó para { $app }; no está verificado
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

manifest-name = Consentry
manifest-description = Guía la autorización de un conector de Office 365: ilumina el paso siguiente, retiene consentimientos por todos y lo prueba.
step-progress = Paso { $at } de { $of }

# Lo que dicen por sí mismos la tarjeta y el panel.
face-hide = Ocultar esta tarjeta
face-page = Página:
face-loading = todavía cargando
face-dark = No se ilumina nada:
face-consent = Página de consentimiento:
face-lit = Iluminado
face-looked-for = Buscado
face-diagnosis-copied = Copiado sin nombres
face-diagnosis-copy = Copiar sin nombres
face-case-copied = Copiado como caso de prueba, enmascarado
face-case-copy = Copiar esta página como caso de prueba
face-found = encontrado:
face-not-there = no está
face-none = ninguno
face-because = Porque
face-reasons = Motivos
face-signs-for = a favor:
face-signs-against = en contra:
face-state-done = Hecho
face-state-current = Ahora
face-state-later = Después
face-state-skipped = Omitido
face-next-try = Próximo intento:
face-missing = Aún sin conceder:
face-role-needed = Hace falta al menos:
face-assigned = Asignados:
face-for-everybody = Concedido para todos:
face-beyond = Concedido más allá de lo que declara la aplicación:
face-not-known = No se sabe:
face-needs = necesita
face-remedy = Qué hacer:
face-code = Su propio código:
face-open = Abrir la página correspondiente
face-guard-released = Usted dejó pasar la casilla para toda la organización
face-guard-held = Aceptar se retuvo mientras estaba marcada la casilla para toda la organización
face-guard-ticked = La casilla para toda la organización estuvo marcada un tiempo
face-guard-offered = La casilla para toda la organización se ofreció y quedó vacía
face-proof = Prueba
face-assigned-only = Solo las personas asignadas pueden usar la aplicación
face-everybody = Todos en la organización pueden usar la aplicación
face-exposure = Quién puede usarla
face-backend = Servidor:
face-settings = Configuración
face-begin = ¿Qué quiere conectar?
face-begin-more = Conectar otra cosa
face-diagnostics = Diagnóstico
face-nothing-seen = Aún no se ha mirado nada en esta página.
face-tone-good = Bien:
face-tone-caution = Atención:
face-tone-bad = Alto:
face-permissions = Qué permite cada permiso
face-checks = Qué más se comprobó
face-copied = Copiado
face-copy = Copiar

label-granter = le han pedido que conceda esto
side-source = Copiar desde
side-destination = Copiar a
back-do = Un paso atrás
back-here = Ha vuelto a un paso ya hecho. No se pierde nada por eso.
forward-do = Seguir donde estaba
step-again = { $note }. Ha vuelto a él
leave-ask = Salir
start-over-ask = Empezar de nuevo
leave-title = ¿Salir de { $app }?
start-over-title = ¿Empezar de nuevo con { $app }?
leave-nothing-changes = En su organización no cambia nada por esto.
leave-lost-steps = Los pasos y lo que se sabe de ellos se quitan de este navegador
leave-lost-again = Vuelve a empezar por el primer paso; lo que se sabe de los demás se pierde
leave-lost-access = Este navegador pierde el acceso a la conexión: ya no puede seguirla ni eliminarla
leave-lost-bearer = Este navegador pierde el acceso a la conexión, y no se creó aquí: solo puede eliminarla quien la creó
leave-lost-reminder = Se pierde el recordatorio que estableció
leave-stays-handoff = Un enlace de entrega ya enviado vale hasta que caduque
leave-stays-grant = La concesión se mantiene: { $app } conserva lo que se le dio hasta que alguien lo retire, como se muestra en Deshacer
leave-delete-does = Al eliminar, el servidor olvida el inicio de sesión, lo que leyó y su registro, y revoca el inicio de sesión donde Microsoft lo admite
leave-stay = Quedarse
leave-keep = Salir, y que el servidor lo conserve
leave-delete = Salir y eliminar lo guardado
start-over-do = Empezar de nuevo
start-over-keep = Empezar de nuevo, y que el servidor lo conserve
start-over-delete = Empezar de nuevo y eliminar lo guardado
deleted-title = Eliminado: { $app }
deleted-text = El servidor ha olvidado esta conexión.
deleted-revoked = Revocado: { $what }
deleted-forgotten = Olvidado: { $what }
deleted-remains = Se mantiene: { $what }
deleted-dismiss = Ocultar
harden-done = { $what }: hecho, como muestra Graph
harden-said = { $what }: hecho, según usted o la página; Graph no puede decírselo a esta aplicación
harden-open = { $what }: sin hacer
harden-unknown = { $what }: no se sabe
harden-grant = 1. Conceder
harden-assign = 2. Asignar personas
harden-require = 3. Exigir la asignación
harden-verify = 4. Comprobar
harden-closed = Solo las personas asignadas pueden usar la aplicación
harden-have = Asignados: { $names }
harden-keep = Conservarían el acceso: { $names }
harden-yourself = Graph da nombres y no cuentas. Mire si { $account }, que inició sesión aquí, está entre ellos
harden-groups = De un grupo asignado solo cuentan los miembros directos, no los de los grupos que contiene
harden-nobody = No hay nadie asignado: si ahora se exigiera la asignación, todos quedarían fuera, usted también. Asigne primero a las personas
harden-assigned-unknown = No se sabe quién está asignado: la aplicación no puede leerlo. Compruébelo antes de cerrar la aplicación
harden-lose = Perderían el acceso: todos los demás, en su próximo inicio de sesión (AADSTS50105), también los administradores
harden-app-itself = Lo que la aplicación hace por sí sola, sin que nadie haya iniciado sesión, no se ve afectado
harden-sign-ins-unknown = Aquí no se sabe quién ha usado la aplicación últimamente: hacen falta los registros de inicio de sesión, que la aplicación no lee
recipe-assigned-title = Ver quién está asignado
recipe-assigned-text = Lee la lista de personas y grupos; no cambia nada.
recipe-assigned-step-1 = Abra Usuarios y grupos de { $app }: allí está la lista.
recipe-sign-ins-title = Ver quién la usó últimamente
recipe-sign-ins-text = Lee los registros de inicio de sesión de los últimos 30 días; no cambia nada. Hace falta Microsoft Entra ID P1 o P2 y, como mínimo, el rol "Reports Reader".
recipe-sign-ins-step-1 = Abra { $app } en "Enterprise applications".
recipe-sign-ins-step-2 = Elija "Sign-in logs" en el menú, en "Activity".
recipe-grant-title = Retirar lo concedido
recipe-grant-text = { $app } pierde sus permisos. Sus conexiones se detienen en la próxima llamada, también las de otras personas.
recipe-grant-step-1 = Abra Permisos de { $app }.
recipe-grant-step-2 = En la pestaña "Admin consent", abra el menú (…) de cada permiso y elija "Revoke permission".
recipe-grant-step-3 = Lo que las personas aceptaron para sí mismas está en la pestaña "User consent". El portal no puede revocarlo: use Graph o PowerShell.
recipe-require-title = Abrirla de nuevo a todos
recipe-require-text = Todos en la organización pueden volver a iniciar sesión en { $app }. Las personas asignadas siguen asignadas.
recipe-require-step-1 = Abra Propiedades de { $app }.
recipe-require-step-2 = Ponga "¿Asignación requerida?" en No y pulse Guardar.
recipe-disable-title = Desactivarla
recipe-disable-text = Nadie puede ya iniciar sesión en { $app }, y no recibe tokens nuevos. Sus permisos se mantienen, así que puede volver a activarse.
recipe-disable-step-1 = Abra Propiedades de { $app }.
recipe-disable-step-2 = Ponga "Enabled for users to sign in?" en No y pulse Guardar.
recipe-delete-title = Quitarla de la organización
recipe-delete-text = { $app } se elimina aquí, con sus permisos y las personas asignadas. Vuelve, sin ellos, cuando alguien inicia sesión en ella y acepta de nuevo.
recipe-delete-step-1 = Abra Propiedades de { $app }.
recipe-delete-step-2 = Elija "Delete" y confirme.
way-portal = En el portal
way-portal-open = Abrir la página correspondiente
way-graph = Con Microsoft Graph
way-graph-how = Necesita los permisos delegados { $scopes }. Un id. entre corchetes angulares es uno de los que devuelve la solicitud anterior; envíe la solicitud una vez por cada uno.
way-graph-request = Solicitud
way-powershell = Con PowerShell
way-powershell-how = Necesita el módulo Microsoft.Graph.
way-powershell-commands = Comandos
undo-check = Ya lo he hecho: comprobar
undo-asking = Se pregunta a Microsoft Graph
undo-refused = Retirado: Microsoft Graph rechaza lo que antes permitía
undo-gone = Ya no está: Microsoft no conoce la aplicación en esta organización
undo-disabled = Desactivada: lo dice Microsoft
undo-open = Abierta de nuevo: Microsoft Graph dice que no se exige asignación
undo-still = Todavía no: Microsoft Graph responde como antes. Un token ya entregado funciona aún cerca de una hora; vuelva a mirar después
undo-unknown = No se sabe: la respuesta de Microsoft no lo dice. Mire en el portal
state-taken-back = Retirado
taken-back-title = Retirado
taken-back-text = Microsoft muestra que { $app } ya no tiene lo que se le concedió.
resume-do = Configurarla de nuevo
reminder-title = Recordarme que lo retire
reminder-text = Una copia termina un día, y entonces ya nadie necesita la concesión. El día se guarda en este navegador.
reminder-field = Día
reminder-set = Establecer el recordatorio
reminder-clear = Quitar el recordatorio
reminder-waits = Hay un recordatorio establecido
reminder-due = Ha llegado el día en que debería retirarse esta concesión. Cómo hacerlo está en Deshacer
reminder-badge = Consentry: es hora de retirar lo concedido a { $apps }
record-json = Obtener el registro como JSON
record-html = Obtener el registro como página
dark-reduced = La guía está reducida: en las páginas solo habla la protección, y no se ilumina nada. El panel dice qué se iluminaría.
settings-title = Opciones de Consentry
settings-text = Lo que configure aquí se guarda en este navegador. Lo que establece su organización tiene prioridad.
settings-save = Guardar
settings-more = Todas las opciones
settings-reset = Volver a como estaba
settings-locked = Establecido por su organización. Quien se ocupa allí de Consentry puede cambiarlo.
settings-access = El navegador aún no dice a Consentry cuándo está abierta una página de { $host }. Sin eso, un enlace de entrega de este servidor no inicia nada aquí.
settings-access-allow = Permitir que Consentry vea las páginas de { $host }
settings-needs-ids = No es un id. de aplicación: { $wrong }. Tiene esta forma: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Servidor
setting-backend-help = La dirección del servidor que pregunta a Microsoft Graph. Sin él, la guía continúa y no prueba nada.
setting-portal-label = Portal
setting-portal-help = Adónde llevan los enlaces: Azure Portal o el centro de administración de Entra, de su nube.
setting-language-label = Idioma
setting-language-help = El idioma de todo lo que dice Consentry. Las páginas de Microsoft conservan el suyo.
setting-language-browser = Como el navegador
setting-tickPolicy-label = La casilla para toda la organización
setting-tickPolicy-help = Qué ocurre mientras está marcada aunque la aplicación no deba tenerla.
setting-tickPolicy-warn = Decirlo, no retener nada
setting-tickPolicy-confirm = Retener Aceptar hasta que lo deje pasar
setting-tickPolicy-forbid = Retener Aceptar, no dejar pasar nada
setting-zeroTouch-label = No entrar en las páginas de inicio de sesión
setting-zeroTouch-help = Allí no se ejecuta ningún script. Consentry guía por direcciones y por Microsoft Graph; no se ilumina ni se retiene nada.
setting-reducedGuidance-label = Guía reducida
setting-reducedGuidance-help = En las páginas solo habla la protección. Todo lo demás está en el panel.
setting-allowedClients-label = Aplicaciones que se pueden aceptar
setting-allowedClients-help = Identificadores de aplicación, uno por línea. Si hay alguno, se retiene cualquier otra aplicación. Vacío: todas.
setting-forbiddenClients-label = Aplicaciones que no se deben aceptar
setting-forbiddenClients-help = Identificadores de aplicación, uno por línea.
practice-word = Práctica
practice-sentence = Este es un inquilino de práctica en este equipo. Nada de aquí toca una organización real.
practice-title = Qué probar
practice-text = Recorra el camino una vez y caiga en la trampa a propósito.
practice-trap = Marque la casilla para toda la organización en la página de consentimiento: Aceptar se retiene
practice-proof = Llegue al final: Microsoft Graph, o lo que aquí lo representa, responde a los dos recuentos
practice-try = Práctica: marque la casilla una vez y pulse Aceptar, para ver qué ocurre. Después desmárquela
practice-begin-title = Practicar primero
practice-begin-text = Este comando, en la carpeta del código fuente de Consentry, inicia un inquilino de práctica y un navegador aparte que lo muestra con los nombres de Microsoft. Todo allí está marcado como práctica; en este navegador no cambia nada.
practice-command = Comando
head-connections = Sus conexiones
head-guided = Se guía aquí
head-side = ¿De qué lado se trata?
head-after = Después de la concesión
head-harden = Limitar quién puede usarla
head-undo = Deshacer
head-record = Registro
head-record-text = Quién lo pidió, quién inició sesión, qué vio la protección y qué respondió Microsoft Graph; cada entrada está sellada, de modo que un cambio se nota.
head-save-file = Guardar el archivo
head-record-copy = El registro
settings-saved = Guardado

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = Se pedirán al menos { $count ->
        [one] { $count } permiso
       *[other] { $count } permisos
    } para la organización; aquí no se conocen todos. Verá cada uno antes de aceptar.
begin-role = La documentación de { $app } pide: { $role }
begin-side-source = { $app } se autoriza en la organización desde la que copia
begin-side-destination = { $app } se autoriza en la organización a la que copia
begin-side-both = { $app } se autoriza dos veces: en la organización de origen y en la de destino
begin-clouds = { $app } se ofrece para: { $clouds }
begin-cloud-global = la nube mundial de Microsoft
begin-cloud-us-gov = la nube de Microsoft para el gobierno de EE. UU.
begin-cloud-china = la nube de Microsoft en China
profile-unverified = Sin verificar de { $app }: { $fields }
profile-no-id = Aquí no se conoce el id. de aplicación de { $app }, por lo que no se señala nada que solo un id. permita reconocer. Tome el id. del fabricante e indíquelo en el panel de Consentry.
profile-no-id-own = Cada organización registra { $app } por su cuenta. Indique el id. de aplicación de su registro en el panel de Consentry; hasta entonces no se señala nada que solo un id. permita reconocer.
client-label = Id. de aplicación de { $app }
client-help = Ninguna fuente pública lo da. El fabricante puede decírselo, y también el portal si { $app } ya está en su organización: Aplicaciones empresariales, { $app }, Id. de aplicación (no Id. de objeto).
client-help-own = El portal lo muestra: Registros de aplicaciones, su registro de { $app }, Id. de aplicación (cliente) (no Id. de objeto).
client-entered = Usted indicó el id. de aplicación { $id } para { $app }. No está verificado: compárelo con lo que dice el fabricante.
client-needs-form = No es un id. de aplicación: { $wrong }. Cópielo entero, como d62121f3-e023-4972-b6b0-794190c0fd98, del lugar indicado arriba.
client-needs-own = Este es el id. de aplicación de { $other }, no el de { $app }. Cópielo de nuevo del lugar indicado arriba.
client-needs-harmless = Este id. de aplicación fue denunciado como dañino: { $other }. No lo use y pida el suyo al fabricante de { $app }.
client-needs-allowed = Su organización no permite la aplicación con este id. Pregunte a quien se ocupa allí de Consentry.
profile-source = Fuente: { $source }
profile-field-client_ids = id. de aplicación
profile-field-owner_tenant = dónde está registrada
profile-field-publisher = editor
profile-field-callback_hosts = adónde van las respuestas
profile-field-tick = consejo sobre la casilla para la organización
profile-field-role = rol que pide la documentación
profile-field-sides = dónde se autoriza
profile-field-clouds = nubes para las que se ofrece
profile-field-retired = si todavía se ofrece
profile-field-delegated = permisos delegados
profile-field-application = permisos de aplicación
profile-field-entry = sus propias páginas
consent-scopes-unlisted = No está en la lista de Consentry para { $app }, que no está completa: { $scopes }
connect-without = Continuar sin prueba
connect-said = He iniciado sesión allí
grant-said = Se ha concedido
state-unproven = Guía sin prueba: ningún servidor pregunta a Microsoft Graph
step-person = Lo ha indicado usted; sin probar
done-unproven-title = Hecho, sin probar
done-unproven-text = Los pasos para { $app } están hechos, hasta donde este navegador y usted pueden saber. Nadie ha preguntado a Microsoft Graph: compruebe en { $app } si funciona.
handoff-wait-unproven = Su parte está hecha. Pida a un { $granter } que conceda a { $app } sus permisos. Aquí nadie pregunta a Microsoft Graph: indique cuándo está hecho.
returned-unproven = Indica que la concesión se aceptó. Aquí nadie pregunta a Microsoft Graph, así que no está probado.
wrong-window-unproven = Consentry no puede saber si la concesión se aceptó. Pulse el botón de nuevo o mire en el portal.
settings-needs-profiles = Debe ser un objeto: para cada id. de perfil, lo que se añade o cambia.

# Las páginas del servidor: el enlace para entregar, y el final de un inicio de sesión

page-footer = Consentry solo lee. Nunca concede nada y nunca pide una contraseña.
page-error-remedy = Qué hacer
page-error-role = Quién puede
page-error-link = Abrir el lugar donde se hace
page-error-code = Código de Microsoft
page-nothing-title = Puede cerrar esta página.
page-nothing-text = Aquí no queda nada por hacer.
page-nobody-title = Todavía no ha iniciado sesión nadie.
page-nobody-text = Vuelva a donde empezó y comience de nuevo.
page-missing-title = Ha iniciado sesión.
page-missing-text = Falta una cosa, y es lo esperado: un administrador de su organización tiene que conceder a { $app } sus propios permisos. Vuelva a donde empezó; allí se ve el paso siguiente.
page-spreading-title = Ya casi está.
page-spreading-text = El consentimiento se ha concedido y se está extendiendo por los servicios de Microsoft. Tarda hasta unos minutos.
page-done-title = { $app } está totalmente autorizada.
page-done-text = Microsoft Graph responde: { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }.
page-close = Puede cerrar esta página.
page-thanks-title = Gracias.
page-thanks-text = Consentry pregunta ahora a Microsoft Graph si ha llegado el consentimiento para { $app }. Quien le envió el enlace ve la respuesta, casi siempre en menos de un minuto.
page-grant-title = Conceder a { $app } sus permisos
page-grant-lead = Alguien de su organización ha empezado a conectarla y le necesita para un paso.
page-grant-already = Esto ya está hecho.
page-who = Quién lo pide
page-who-account = Sesión iniciada como
page-who-label = Nombre que le dieron
page-who-organization = Organización
page-who-app = Id. de aplicación
page-who-publisher = Editor
page-how = Cómo
page-how-role = Necesita el rol { $role } o Administrador global. El portal le pide que inicie sesión; esta página, nunca.
page-how-open = Abrir { $app } en el portal
page-how-here = Elija allí "Permisos" y luego "Conceder consentimiento de administrador".
page-how-list = Abra allí { $app } en la lista (compare el id. de aplicación), elija "Permisos" y luego "Conceder consentimiento de administrador".
page-how-else = Si el portal no se abre
page-how-address = La página de Microsoft para el mismo consentimiento tiene esta dirección. Compruebe antes de abrirla que empieza por el nombre de host del inicio de sesión de Microsoft:
page-what = Qué se concederá
page-what-application = { $app } recibe estos permisos para sí misma, sobre los datos de todos, sin que nadie haya iniciado sesión:
page-what-delegated = La página de Microsoft muestra también estos, para la persona que ha iniciado sesión:
page-what-repeated = Puede repetir lo que pidió el inicio de sesión: { $scopes }.
page-what-more = Si la página de Microsoft muestra otra cosa, no acepte y pregunte a quien le envió esto.
