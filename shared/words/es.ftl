# Lo que dice Consentry, en español. Breve, tranquilo, concreto: qué hacer y por qué.
# Los controles de Microsoft se llaman como en labels.toml.

language-name = Español
language-direction = ltr
# Between the parts of a list, and between the last two of a choice.
list-and = { $one }, { $other }
list-or = { $one } o { $other }

manifest-name = Consentry
manifest-description = Guía la autorización de una aplicación de Microsoft 365: resalta el control siguiente, bloquea errores y verifica el resultado.

# Roles as Microsoft names them.
role-cloud-application-administrator = Administrador de aplicaciones en la nube
role-application-administrator = Administrador de aplicaciones
role-privileged-role-administrator = Administrador de roles con privilegios
role-global-administrator = Administrador global
role-license-administrator = Administrador de licencias
role-user-administrator = Administrador de usuarios
role-security-administrator = Administrador de seguridad
role-conditional-access-administrator = Administrador de acceso condicional

step-connect-title = Iniciar sesión y conectar
step-connect-text = Primero conecte { $app } con su propia cuenta.
step-grant-title = Conceder consentimiento de administrador
step-grant-text = Un administrador concede a { $app } sus permisos en el portal.
step-load-title = Comprobar en { $app }
step-load-text = Cargue el conector en { $app } para ver los sitios y usuarios que ha encontrado.
step-assign-title = Elegir quién puede usarla
step-assign-text = Asigne su cuenta y las de quienes realizan la migración antes de restringir el acceso.
step-require-title = Restringir el acceso
step-require-text = Exija la asignación para que solo las personas asignadas puedan usar { $app }.
step-progress = Paso { $at } de { $of }
actor-starter = Usted

begin-title = Autorizar { $app }
begin-text = Son dos pasos: usted inicia sesión y conecta la aplicación; después, un administrador concede a { $app } sus permisos. ¿Qué rol tiene?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrador de SharePoint
begin-needs = Rol con privilegios mínimos para el segundo paso: { $granter }. El rol Administrador global siempre sirve. Fuente: { $source }
begin-asks = La aplicación solicitará { $count ->
        [one] un permiso
       *[other] { $count } permisos
    } para su organización. Podrá revisar cada uno antes de dar su consentimiento.

at-authorize-new-connector-title = Iniciar un conector nuevo
at-authorize-new-connector-text = Seleccione «Authorize New Connector» en el lado de origen o en el de destino.
at-connector-row-title = Seleccionar Office 365
at-connector-row-text = Seleccione «Authorize» en la fila «Office 365 (OneDrive/SharePoint Admin)». Las filas de debajo solo abarcan los archivos de una persona.
at-authorize-title = Poner nombre a la conexión (opcional)
at-authorize-text = Elija cualquier nombre para mostrar. Seleccione «Authorize» y Microsoft le pedirá que inicie sesión.
at-reauthorize-title = Volver a iniciar sesión
at-reauthorize-text = El inicio de sesión de este conector ya no es válido. Seleccione «Reauthorize» para volver a iniciar sesión. Todo lo demás se conserva.
at-sign-in-account-title = Seleccionar su cuenta de administrador
at-sign-in-account-text = Use la cuenta que administra SharePoint en la organización que va a conectar. Las cuentas personales y de invitado no sirven.
at-sign-in-title = Iniciar sesión
at-sign-in-text = Inicie sesión con su cuenta de administrador. Consentry no lee lo que escribe aquí.
at-consent-title = Aceptar solo para usted
at-consent-text = Revise los permisos y seleccione «Aceptar». Solo se aplica a su cuenta.
at-consent-with-tick-title = Aceptar solo para usted
at-consent-with-tick-text = Revise los permisos, deje sin marcar «Consentimiento en nombre de la organización» y seleccione «Aceptar».

at-consent-with-box-title = Revisar y después aceptar
at-consent-with-box-text = Revise los permisos, decida si marca «Consentimiento en nombre de la organización» y seleccione «Aceptar».

at-needs-admin-title = Este mensaje es normal
at-needs-admin-text = Ha iniciado sesión. Un administrador aún debe dar su consentimiento en el portal. Use este vínculo para abrir «Aplicaciones empresariales».
at-hand-off-title = Le han pedido consentimiento de administrador
at-hand-off-text = Revise qué solicita { $app } y por qué, y después ábrala en el portal. No se concede nada hasta que seleccione «Aceptar» allí.
at-grant-account-title = Seleccionar la cuenta que puede conceder
at-grant-account-text = Use una cuenta de la misma organización con el rol { $granter }.
at-grant-sign-in-title = Iniciar sesión
at-grant-sign-in-text = Inicie sesión con la cuenta que puede conceder el consentimiento. Consentry no lee lo que escribe aquí.
at-app-row-title = Abrir { $app }
at-app-row-text = Esta fila tiene el nombre y el id. de aplicación correctos. Ábrala.
at-app-search-title = Buscar { $app }
at-app-search-text = Escriba el nombre en el cuadro de búsqueda. Al principio, la lista muestra solo algunas de sus aplicaciones.
at-app-filter-title = Quitar el filtro
at-app-filter-text = { $app } no está en esta lista. Puede que la oculte el filtro de tipo de aplicación. Quite el filtro.
at-app-missing-title = { $app } no está en la lista
at-app-missing-text = Ninguna fila coincide a la vez en el nombre y en el id. de aplicación. La aplicación aparece cuando alguien de esta organización ha iniciado sesión en ella. Compruebe que está en la organización correcta.
at-app-wait-title = La lista se está cargando
at-app-wait-text = Espere a que aparezca la fila con el nombre y el id. de aplicación correctos.
at-menu-permissions-title = Abrir «Permisos»
at-menu-permissions-text = «Permisos» está en el menú de la izquierda, en «Seguridad». Allí se concede el consentimiento.
at-menu-manage-title = Expandir «Administrar»
at-menu-manage-text = El siguiente elemento está en el grupo contraído «Administrar».
at-menu-group-title = Expandir «Seguridad»
at-menu-group-text = «Permisos» está en el grupo contraído «Seguridad».
at-grant-title = Conceder consentimiento de administrador
at-grant-text = Seleccione este botón. Se abre una ventana con la lista de permisos. No se concede nada hasta que acepte allí.
at-portal-unsure-title = Esta página no coincide con su dirección
at-portal-unsure-text = La dirección y el contenido de la página corresponden a lugares distintos. Seleccione «Permisos» en el menú de la izquierda o use el botón de abajo.
at-registration-title = Está en «Registros de aplicaciones»
at-registration-text = { $app } no está registrada en su organización, así que aquí no puede conceder el consentimiento. Vaya a «Aplicaciones empresariales» > «Permisos».
at-registration-grant-title = Conceder consentimiento de administrador
at-registration-grant-text = { $app } está registrada en su organización, así que aquí puede conceder el consentimiento. Se le pedirá una confirmación.
at-registration-confirm-title = Confirmar el consentimiento
at-registration-confirm-text = Esta confirmación es para { $app }. Léala y seleccione «Sí».
at-admin-consent-title = Revisar y después aceptar
at-admin-consent-text = Aquí el consentimiento para toda la organización es lo correcto: { $app } lo requiere. Compare la lista con los permisos esperados y seleccione «Aceptar».
at-load-title = Cargar el conector
at-load-text = El consentimiento está confirmado. Cargue el conector para ver el resultado también aquí.
at-assign-people-title = Seleccionar personas y asignar
at-assign-people-text = Seleccione a quienes necesitan acceso, su cuenta incluida, y después «Asignar». El botón no está disponible hasta que seleccione a alguien.
at-add-user-title = Asignar a quienes lo necesitan
at-add-user-text = Agregue su cuenta y las de quienes realizan la migración. Hágalo antes de restringir el acceso para que nadie se quede fuera.
at-menu-users-title = Abrir «Usuarios y grupos»
at-menu-users-text = Primero asigne a las personas; después restringirá el acceso.
at-assignment-yes-title = Exigir la asignación
at-assignment-yes-text = Seleccione «Sí». Entonces, solo las personas asignadas podrán usar { $app }.
at-assignment-save-title = Guardar el cambio
at-assignment-save-text = Seleccione «Guardar» para aplicar el cambio.
at-menu-properties-title = Abrir «Propiedades»
at-menu-properties-text = «¿Asignación requerida?» está en «Propiedades».

elsewhere-title = El siguiente paso está en otro lugar
elsewhere-text = { $step } No necesita esta página para ello.
elsewhere-go = Llevarme allí
straight = Ir directamente a la aplicación
dark-absent = No está en esta página o todavía no se ha cargado.
dark-unsure = Algo aquí se le parece, pero no con claridad suficiente para resaltarlo: { $why }.
dark-disabled = Está ahí, pero no disponible: esta cuenta no puede conceder el consentimiento. Use una cuenta con el rol { $granter }.

dark-greyed = Está ahí, pero no disponible en este momento.
dark-behind = Está detrás de otro panel o cuadro de diálogo abierto. Primero cierre lo que lo tapa.

handoff-make = Crear un vínculo para un administrador
handoff-made = Envíe este vínculo a una persona con el rol { $granter }. Funciona una vez y caduca en un día.
handoff-label = Vínculo de traspaso
handoff-wait-title = Esperando el consentimiento de administrador
handoff-wait-text = Su parte está hecha. Una persona con el rol { $granter } concede el resto. Esto se actualiza automáticamente cuando Microsoft Graph confirma el consentimiento.

done-title = Autorizada
done-text = Microsoft Graph encontró { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }. El conector está listo.
done-back = Volver a { $app }
done-harden = Limitar el acceso a determinadas personas

state-begun = Todavía sin conectar
state-awaiting_sign_in = Esperando el inicio de sesión
state-needs_admin_consent = Sesión iniciada. Aún falta el consentimiento de administrador.
state-propagating = Consentimiento concedido. Esperando a que Microsoft lo aplique.
state-authorized = Autorizada: { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }
state-granted = Concedido, según lo muestra Microsoft
state-needs_reauthorization = Es necesario volver a iniciar sesión
state-blocked = Bloqueo: { $title }

propagating-title = Concedido, aún no activo
propagating-text = Microsoft suele aplicar un consentimiento en menos de un minuto. No tiene que hacer nada; Consentry lo vuelve a comprobar automáticamente.
waiting-text = Consentry volverá a comprobarlo en breve.
blocked-remedy = Qué hacer: { $remedy }
blocked-role = Quién puede hacerlo: { $role }
reauthorize-do = Volver a iniciar sesión
check-do = Comprobar de nuevo
leave-do = Salir
skip-do = Omitir este paso
assign-said = He asignado a las personas
require-said = He activado la opción
take-assign = Limitar el acceso a determinadas personas
go-do = Abrir la página de este paso
backend-trouble = El servidor en { $address } no responde. Puede continuar, pero los resultados no se pueden verificar hasta que responda.
step-proof = Verificado por { $call }
step-page = Visto en una página; aún sin verificar

wrong-declined-title = El consentimiento se rechazó
wrong-declined-text = No se concedió nada. Si fue un error, vuelva a iniciar sesión y seleccione «Aceptar».
wrong-window-title = La ventana se cerró
wrong-window-text = Consentry no puede saber si se concedió el consentimiento, así que lo comprueba en Microsoft Graph. Si no cambia nada, vuelva a seleccionar el botón.
wrong-returned-title = No se concedió el consentimiento
wrong-returned-text = Microsoft devolvió { $error }. Cuando quiera, vuelva a seleccionar «Conceder consentimiento de administrador».
wrong-approval-title = Un administrador debe aprobarlo
wrong-approval-text = Esta cuenta no puede dar su consentimiento a { $app }. Si tiene una cuenta de administrador, use el vínculo correspondiente de esta página; si no, consulte a un administrador.
wrong-approval-who = Rol con privilegios mínimos que puede aprobarlo: { $role }. El rol Administrador global siempre sirve. Fuente: { $source }
wrong-approval-form = Escriba una justificación en esta página para enviar una solicitud a los revisores de su organización
wrong-approval-causes = Esta página también aparece cuando la aplicación exige asignación y aún no tiene consentimiento de administrador, o cuando Microsoft considera arriesgada la solicitud
wrong-approval-each-time = Cada inicio de sesión en { $app } vuelve a pedir el consentimiento (prompt=consent en la dirección), así que esta página sigue apareciendo aunque un administrador lo apruebe. Solo el proveedor de la aplicación puede cambiarlo
wrong-approval-refused-title = No solicite esta aplicación
wrong-approval-refused-text = Se ha denunciado el id. de esta aplicación, o su organización lo bloquea. Cierre esta página y explique a su equipo de seguridad cómo llegó aquí.
wrong-requested-title = Aprobación solicitada
wrong-requested-text = Microsoft envió su solicitud a los revisores. No se concede nada hasta que uno de ellos la apruebe.
wrong-personal-title = Está usando una cuenta personal
wrong-personal-text = Necesita una cuenta profesional o educativa. Cierre esta página e inicie sesión con la cuenta de su organización.
wrong-error-title = Microsoft bloqueó el inicio de sesión
wrong-error-app = esta aplicación
wrong-error-number = La página muestra el código de error { $code }.
wrong-error-unnumbered = La página no muestra ningún código de error. Lea su mensaje para saber qué impidió el inicio de sesión. Si menciona una directiva o un dispositivo, póngase en contacto con su administrador.
wrong-error-unlisted = Consentry no reconoce este código de error. Lea el mensaje de la página y busque el código en la página de Microsoft.
wrong-error-lookup = Página de Microsoft sobre este código de error
wrong-error-link = Dónde solucionarlo
wrong-error-portal-title = La aplicación no incluye el portal
wrong-error-portal-text = El portal no es un URI de redirección de { $app }. Conceda el consentimiento en «Registros de aplicaciones» > «Permisos de API», o agregue https://entra.microsoft.com/TokenAuthorize en «Autenticación».
wrong-error-portal-role = un propietario del registro de la aplicación o un Administrador de aplicaciones en la nube
wrong-grant-failed-title = El portal informa de un error al conceder
wrong-grant-failed-text = Si vuelve a intentarlo, fallará igual. A menudo, la aplicación incluye un permiso que no existe en este inquilino o en esta nube. Quítelo en «Permisos de API» y vuelva a conceder el consentimiento.
lookalike = Otra aplicación tiene aquí un nombre parecido, pero otro id. de aplicación. No la use.
device-code-title = ¿Ha comenzado usted este inicio de sesión?
device-code-text = Un código de dispositivo inicia sesión en otro dispositivo. Quien creó el código obtiene el acceso, esté donde esté.
device-code-sent = Si alguien le envió el código, no lo escriba. Es la forma más habitual de apoderarse de cuentas
device-code-app = La página no demuestra qué aplicación lo pide

consent-title = { $app } solicita su consentimiento
consent-text = Consentry explica la solicitud. La decisión es suya.
consent-unknown-app = Una aplicación
consent-held-title = Alto: daría consentimiento por todos
consent-held-text = Esta casilla da a { $app } acceso para toda su organización. Desmárquela; hasta entonces, «Aceptar» está bloqueado. { $why }
consent-forced-title = Alto: daría consentimiento por todos
consent-forced-text = Esta casilla da a { $app } acceso para toda su organización, y su directiva no lo permite aquí. Desmárquela; hasta entonces, «Aceptar» está bloqueado. { $why }
consent-stopped = «Aceptar» se bloqueó. No se dio ningún consentimiento.
consent-warned-title = Esto da consentimiento por todos
consent-warned-text = Con esta casilla marcada, la aplicación obtiene acceso para toda su organización y no se pregunta a nadie más. Desmárquela, salvo que alguien de confianza le haya pedido que la marque.
consent-malicious-title = No acepte: esta aplicación es maliciosa
consent-malicious-text = Este id. de aplicación se ha denunciado como malicioso. «Aceptar» está bloqueado. Seleccione «Cancelar» y explique a su equipo de seguridad cómo llegó aquí.
consent-abused-title = Alto: los atacantes usan esta aplicación
consent-abused-text = Es una aplicación legítima que los atacantes usan para conservar el acceso a cuentas. «Aceptar» está bloqueado. Si nadie que conozca le pidió conectarla, seleccione «Cancelar» y avise a su equipo de seguridad.
consent-forbidden-title = Su organización no permite esta aplicación
consent-forbidden-text = La directiva de su organización no permite dar consentimiento a esta aplicación. «Aceptar» está bloqueado. Seleccione «Cancelar». El administrador de Consentry puede cambiar la directiva.
consent-unnamed-title = «Aceptar» bloqueado: no se indica aplicación
consent-unnamed-text = La dirección no indica ninguna aplicación, así que Consentry no puede comprobarla. Cierre esta página y vuelva a iniciar sesión desde la aplicación. Si persiste, pida a su proveedor que use un vínculo, no un formulario.
consent-unnamed-code-title = «Aceptar» bloqueado: código de dispositivo
consent-unnamed-code-text = Quien creó el código obtiene este acceso. La página no demuestra qué aplicación lo pide. Si alguien le envió el código, seleccione «Cancelar» y avise a su equipo de seguridad.
consent-unnamed-let = He comenzado este inicio de sesión y quiero dar mi consentimiento
consent-unnamed-let-title = ¿Consentir a una aplicación no indicada?
consent-unnamed-let-text = Consentry no puede comprobar qué aplicación es. Continúe solo si ha comenzado usted este inicio de sesión, en una aplicación que conoce.
consent-serious-title = Compruebe quién lo pide antes de aceptar
consent-serious-text = No lo ha comenzado en Consentry, y da un acceso amplio o para toda la organización. Si alguien le envió el vínculo, seleccione «Cancelar» y consulte a su equipo de seguridad.
consent-astray-title = No es el consentimiento esperado
consent-astray-text = Algunos datos difieren de lo esperado (consulte abajo). Seleccione «Cancelar» y empiece de nuevo con la cuenta y la organización de esta conexión. Si persiste, póngase en contacto con el proveedor de la aplicación.
consent-accept-unlit = «Aceptar»: { $why }
consent-must-title = { $app } requiere consentimiento por todos
consent-must-text = Esta aplicación solo funciona con consentimiento para toda la organización. Revise los permisos. Si está de acuerdo en nombre de todos, marque usted la casilla y después seleccione «Aceptar».
consent-release = Quiero dar consentimiento por todos
consent-release-title = ¿Consentir para toda la organización?
consent-release-text = { $app } obtendrá este acceso para todas las cuentas y no se preguntará a nadie más. Las propias instrucciones de { $app } lo desaconsejan.
consent-release-yes = Permitir esta vez
consent-release-no = Seguir bloqueando
consent-let = Conozco esta aplicación y quiero dar mi consentimiento
consent-let-title = ¿Permitir una aplicación denunciada?
consent-let-text = Obtiene el acceso que se indica aquí y lo conserva aunque cambien las contraseñas. Permítala solo si sabe quién la pidió y por qué.
consent-released = Ha elegido permitir este consentimiento.
consent-tick-leave = Deje sin marcar «Consentimiento en nombre de la organización»
consent-tick-must = { $app } necesita que se marque «Consentimiento en nombre de la organización», y no está marcado
consent-tick-unsure = { $app } necesita que se marque «Consentimiento en nombre de la organización»; Consentry no puede saber qué casilla es
consent-tick-set = «Consentimiento en nombre de la organización» está marcado, como requiere { $app }
consent-tick-optional = «Consentimiento en nombre de la organización» es opcional: { $app } funciona de ambas formas
consent-glance-app-right = aplicación correcta
consent-glance-app-entered = aplicación con el id. que usted escribió
consent-glance-app-microsofts = aplicación de Microsoft
consent-glance-app-tool = herramienta de Microsoft de uso general
consent-glance-app-unknown = aplicación desconocida
consent-glance-app-unseen = aplicación no indicada
consent-glance-app-forbidden = aplicación no permitida aquí
consent-glance-app-malicious = aplicación maliciosa
consent-glance-app-abused = aplicación que usan los atacantes
consent-glance-app-elsewhere = aplicación registrada en otro lugar
consent-glance-app-doubt = aplicación dudosa
consent-glance-organization-right = organización correcta
consent-glance-organization-wrong = organización incorrecta
consent-glance-organization-personal = cuenta personal
consent-glance-organization-unknown = organización no indicada
consent-glance-account-right = cuenta correcta
consent-glance-account-wrong = cuenta incorrecta
consent-glance-account-other = otra cuenta
consent-glance-account-unseen = cuenta no indicada
consent-app-known = El id. de aplicación es el de { $app }
consent-app-entered = El id. de aplicación es el que usted escribió para { $app }; no está verificado
consent-app-microsofts = El id. de aplicación es el de { $app }, una aplicación de Microsoft
consent-app-tool = El id. de aplicación es el de { $app }, una herramienta de Microsoft de uso general que puede solicitar cualquier permiso. Dé su consentimiento solo si la ha iniciado usted
consent-app-unknown = Consentry no tiene un perfil de esta aplicación, así que no se puede comprobar el identificador
consent-app-unseen = La dirección no muestra qué aplicación es
consent-app-by-code = Este inicio de sesión comenzó con un código de dispositivo: la página no demuestra qué aplicación lo pide
consent-app-unseen-listed = Su organización solo permite determinadas aplicaciones, y la dirección no muestra cuál es esta
consent-app-list-unreadable = La lista de aplicaciones permitidas de su organización no se puede leer, así que no se permite ninguna. El administrador de Consentry puede corregirlo
consent-app-forbidden = Bloqueada por la directiva de su organización: id. de aplicación { $id }
consent-app-not-allowed = No está entre las aplicaciones que permite su organización: id. de aplicación { $id }
consent-app-reported = Denunciada como { $name }. { $says } Fuente: { $source }, { $date }
consent-doubt-apps = La dirección indica dos aplicaciones distintas
consent-doubt-not-an-id = En el lugar del id. de aplicación, la dirección tiene algo que no es un identificador
consent-doubt-organizations = La dirección indica dos organizaciones distintas
consent-doubt-values = La dirección da dos valores distintos donde solo se permite uno
consent-doubt-page-id = La página muestra el id. de aplicación { $page }; la dirección indica { $address }
consent-doubt-page-name = La página llama a la aplicación { $page }; el id. de aplicación de la dirección es el de { $app }
consent-doubt-several = Esta es una de varias páginas de consentimiento, cada una para una aplicación distinta
consent-owner-right = Registrada en la propia organización de { $app }
consent-owner-wrong = No registrada en la organización de { $app }
consent-organization-right = El consentimiento es para { $tenant }, la misma organización que esta conexión
consent-organization-wrong = La dirección indica otra organización; esta conexión es para { $tenant }
consent-organization-unknown = La dirección no muestra la organización; esta conexión es para { $tenant }
consent-organization-personal = Es para cuentas personales, no para una organización
consent-account-right = Sesión iniciada como { $account }
consent-account-other = Sesión iniciada como { $account }; esta conexión la creó { $known }
consent-account-foreign = Sesión iniciada como { $account }; esta conexión la creó { $known }. Si esa cuenta es de otra organización, el consentimiento no se aplicará allí
consent-account-guest = { $account } es una cuenta de invitado aquí. El consentimiento de un invitado no sirve para esta conexión
consent-account-personal = { $account } es una cuenta personal
consent-account-unseen = La página no muestra quién ha iniciado sesión; esta conexión la creó { $account }
consent-redirect-known = La respuesta se envía a { $host }, como se esperaba
consent-redirect-portal = La respuesta se devuelve al portal en { $host }
consent-redirect-plain = La respuesta se envía a { $host }
consent-redirect-unexpected = La respuesta se envía a { $host }, que no está en el perfil de la aplicación
consent-publisher-same = La página indica { $publisher } como editor, como se esperaba. El nombre por sí solo no es una prueba
consent-publisher-other = La página indica { $publisher } como editor; se esperaba { $wanted }
consent-publisher-shown = La página indica { $publisher } como editor. El nombre por sí solo no es una prueba
consent-publisher-verified = La página muestra un distintivo de editor verificado. Hay atacantes que han obtenido esos distintivos de forma fraudulenta
consent-publisher-unverified = Microsoft no ha verificado al editor de esta aplicación
consent-publisher-unseen = La página no mostraba si el editor está verificado
consent-scopes-expected = Solicita los permisos esperados
consent-scopes-unexpected = Solicita más de lo esperado: { $scopes }
consent-scopes-missing = No solicita permisos que se sabe que { $app } necesita: { $scopes }
consent-for-all = Es para todas las personas de la organización
consent-by-prompt = Comenzó como un inicio de sesión, pero solicita consentimiento para toda la organización
consent-by-link = Llegó aquí desde un vínculo. Es para toda la organización y no se preguntará a nadie más
consent-asks = { $count ->
        [one] 1 permiso
       *[other] { $count } permisos
    }: { $risks }
consent-asks-unlisted = La dirección no enumera los permisos; consulte la página
consent-risk-low = riesgo bajo
consent-risk-medium = riesgo medio
consent-risk-high = riesgo alto
consent-risk-critical = riesgo crítico
consent-again-nothing = Todo se concedió antes; no se solicita nada nuevo
consent-again-adds = Concedido antes en parte. Nuevo: { $scopes }
consent-change-counts = Agrega { $adds ->
        [one] un permiso
       *[other] { $adds } permisos
    } y conserva { $keeps } existentes
consent-change-all-new = Agrega { $adds ->
        [one] un permiso que no se había concedido antes
       *[other] { $adds } permisos, ninguno concedido antes
    }
consent-change-nothing = No agrega nada: { $keeps ->
        [one] el único permiso ya está concedido
       *[other] los { $keeps } ya están concedidos
    }
consent-change-revokes = Concedidos antes para todos pero ausentes de esta lista, así que pueden quitarse: { $permissions }
consent-change-unlisted = Consentry no conoce todos los permisos solicitados, así que no puede decir qué cambia
consent-change-unknown = Consentry no conoce los permisos existentes, así que no puede decir qué cambia
consent-change-unknown-application = No se conocen los permisos de aplicación que tiene
consent-change-unknown-delegated = No se conocen los permisos delegados que tiene
consent-role-needed = Rol con privilegios mínimos: { $role }. El rol Administrador global siempre sirve. Fuente: { $source }
consent-role-oneself = No necesita ningún rol para dar consentimiento solo para su cuenta si su organización permite el consentimiento del usuario
consent-role-unless = No necesita ningún rol para dar consentimiento solo para su cuenta, salvo que su organización use la configuración de consentimiento administrada por Microsoft; en ese caso, un administrador debe aprobar { $scopes }. Fuente: { $source }
permission-title-application = { $name } (permiso de aplicación)
permission-as-person = En su nombre: { $means }
permission-on-its-own = Por su cuenta, sin que nadie haya iniciado sesión: { $means }
permission-thief = Si se ve comprometida: { $text }
permission-because = Por qué { $risk }: { $text }
permission-unknown = No está en la lista de Consentry; valorado por su nombre como { $risk }.
permission-why = Para qué se necesita: { $text }
dark-other-tenant = Este botón corresponde a una organización distinta de la que ha conectado. Cambie de directorio en el portal.
dark-off = Microsoft ha cambiado esta página, así que Consentry aún no puede resaltar controles aquí. Siga los pasos escritos.
dark-no-profile = No hay ningún perfil de esta aplicación, así que Consentry no tiene nada que resaltar.
wrong-app-title = Aplicación incorrecta
wrong-app-text = Este id. de aplicación no es el de { $app }, se llame como se llame. Vuelva a la lista.
step-signed = Verificado por el inicio de sesión
connect-do = Iniciar sesión y conectar
backend-garbled = { $address } no es un servidor de Consentry. Compruebe la dirección.
returned-title = La ventana de consentimiento se ha cerrado
returned-text = Indica que se concedió el consentimiento. Consentry lo está comprobando en Microsoft Graph.

consent-held-any = «Aceptar» se bloqueó porque una casilla marcada podría dar consentimiento para toda la organización. Desmarque todas las casillas.
early-title = Selecciónelo de nuevo
early-text = Lo seleccionó antes de que Consentry terminara de comprobar la página, así que no se envió nada. La comprobación ha terminado y ahora no hay nada bloqueado.
offer-title = ¿Agregar esta conexión de { $app }?
offer-of = Hay una conexión de { $account } en { $tenant } lista para agregar.
offer-of-tenant = Hay una conexión en { $tenant } lista para agregar.
offer-of-nobody = Hay una conexión lista para agregar en la que nadie ha iniciado sesión todavía.
offer-by-link = Procede de un vínculo. Agréguela solo si sabe quién le envió el vínculo y para qué organización es.
offer-unseen = Consentry no vio comenzar este inicio de sesión en esta pestaña. Agregue la conexión solo si acaba de iniciar sesión usted con esta cuenta.
offer-add = Agregar esta conexión
offer-decline = No agregarla
offer-full = Consentry conserva hasta { $count } conexiones. Salga de una que ya no necesite e inténtelo de nuevo.
unseen-title = Consentry no está activo en esta página
unseen-text = Modo sin acceso a las páginas: Consentry solo ve la dirección. No se resalta ni se bloquea nada; revise la página antes de aceptar.
unseen-app-unknown = La dirección indica una aplicación sin perfil de Consentry: { $id }
unseen-tenant = Organización en la dirección: { $tenant }
unseen-tenant-any = La dirección no indica ninguna organización; lo decide la cuenta que elija
unseen-redirect = La respuesta se envía a { $host }
unseen-scopes = La dirección solicita: { $scopes }
unseen-tick = Sin comprobar: si se ofrece o está marcado el consentimiento para toda la organización
unseen-permissions = Sin comprobar: la lista de permisos de la página
unseen-account = Sin comprobar: con qué cuenta se ha iniciado sesión
access-withheld = El acceso de Consentry a las páginas de inicio de sesión está desactivado en el acceso a sitios de la extensión. Allí no se resalta ni se bloquea nada.
access-barred-title = Acceso bloqueado en esta página
access-barred-text = La directiva de navegador de su organización no permite extensiones en esta página, así que aquí no se resalta ni se bloquea nada. Consentry puede seguir verificando el consentimiento con Microsoft Graph.
settings-from-package = Valor predeterminado
settings-from-own = Su configuración
settings-from-policy = Directiva de su organización
settings-refused = Se omitió ({ $from }): { $name }. { $why }
settings-unknown = Configuración desconocida.
settings-needs-backend = Debe ser una dirección https, o una dirección http de este equipo.
settings-needs-portal = Debe ser una dirección https de Azure Portal o del centro de administración de Entra.
settings-needs-tick = Debe ser warn, confirm o forbid.
settings-needs-language = Debe ser uno de estos valores: { $tags }.
settings-needs-yes-or-no = Debe ser true o false.
settings-needs-text = Debe ser texto.
settings-needs-clients = Debe ser una lista de identificadores de aplicación.
settings-needs-client = { $count ->
        [one] Una entrada no es un id. de aplicación válido y se omitió.
       *[other] { $count } entradas no son id. de aplicación válidos y se omitieron.
    }
data-pack = Se usa el paquete de datos { $serial } de su organización (versión integrada: { $built_in }).
data-refused = Se rechazó el paquete de datos de su organización: { $why }.
settings-fixed = Administrado por su organización: { $names }
settings-zero-touch-on = El modo sin acceso a las páginas está activado. En las páginas de inicio de sesión, Consentry solo usa las direcciones y Microsoft Graph.
settings-zero-touch-off = Consentry lee las páginas de inicio de sesión, resalta el control siguiente y bloquea un consentimiento para toda la organización.
settings-zero-touch-begin = Activar el modo sin acceso a las páginas
settings-zero-touch-end = Desactivar el modo sin acceso a las páginas

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = le han pedido que conceda el consentimiento
side-source = Origen
side-destination = Destino
back-do = Paso anterior
back-here = Está viendo un paso completado. No se ha perdido nada.
forward-do = Continuar donde lo dejó
step-again = { $note }. Ha vuelto a este paso
leave-ask = Salir
start-over-ask = Empezar de nuevo
leave-title = ¿Salir de { $app }?
start-over-title = ¿Empezar de nuevo con { $app }?
leave-nothing-changes = Esto no cambia nada en su organización.
leave-lost-steps = Los pasos y sus resultados se quitan de este navegador
leave-lost-again = Empieza por el primer paso; los demás resultados se pierden
leave-lost-access = Este navegador pierde el acceso a la conexión y ya no puede supervisarla ni eliminarla
leave-lost-bearer = Este navegador pierde el acceso a la conexión. Solo puede eliminarla quien la creó
leave-lost-reminder = Se quita su recordatorio
leave-stays-handoff = Un vínculo de traspaso enviado sigue siendo válido hasta que caduque
leave-stays-grant = El consentimiento se mantiene: { $app } conserva sus permisos hasta que alguien los revoque (consulte «Deshacer»)
leave-delete-does = Al eliminar se quitan del servidor el inicio de sesión, sus resultados y su registro, y se revoca el inicio de sesión donde Microsoft lo admite
leave-stay = Quedarse
leave-keep = Salir y conservar los datos
leave-delete = Salir y eliminar los datos
start-over-do = Empezar de nuevo
start-over-keep = Empezar de nuevo y conservar los datos
start-over-delete = Empezar de nuevo y eliminar los datos
deleted-title = Eliminado: { $app }
deleted-text = Esta conexión se eliminó del servidor.
deleted-revoked = Revocado: { $what }
deleted-forgotten = Eliminado: { $what }
deleted-remains = No eliminado: { $what }
deleted-dismiss = Cerrar

# After the grant.
harden-done = { $what }: hecho, verificado por Graph
harden-said = { $what }: hecho, según usted o la página (sin verificar por Graph)
harden-open = { $what }: sin hacer
harden-unknown = { $what }: se desconoce
harden-grant = 1. Conceder
harden-assign = 2. Asignar personas
harden-require = 3. Exigir la asignación
harden-verify = 4. Verificar
harden-closed = Solo las personas asignadas pueden usar la aplicación
harden-have = Con asignación: { $names }
harden-keep = Conservarían el acceso: { $names }
harden-yourself = Graph enumera nombres, no cuentas. Compruebe que { $account } esté en la lista
harden-groups = De un grupo asignado solo cuentan los miembros directos, no los de grupos anidados
harden-nobody = No hay nadie asignado. Exigir ahora la asignación dejaría fuera a todas las personas, también a usted. Asigne primero a las personas
harden-assigned-unknown = Se desconoce quién está asignado: la aplicación no puede leerlo. Compruébelo antes de restringir el acceso
harden-lose = Perderían el acceso: las demás personas, en su próximo inicio de sesión (AADSTS50105), incluidos los administradores
harden-app-itself = Esto no afecta a lo que la aplicación hace sin que nadie haya iniciado sesión
harden-sign-ins-unknown = Se desconoce quién la ha usado recientemente: la aplicación no tiene acceso a los registros de inicio de sesión
recipe-assigned-title = Ver quién está asignado
recipe-assigned-text = Lee la lista de personas y grupos; no cambia nada.
recipe-assigned-step-1 = Abra «Usuarios y grupos» de { $app }. Allí está la lista.
recipe-sign-ins-title = Ver quién la ha usado recientemente
recipe-sign-ins-text = Lee los registros de inicio de sesión de los últimos 30 días; no cambia nada. Requiere Microsoft Entra ID P1 o P2 y, como mínimo, el rol Lector de informes.
recipe-sign-ins-step-1 = Abra { $app } en «Aplicaciones empresariales».
recipe-sign-ins-step-2 = Seleccione «Registros de inicio de sesión» en el menú, en «Actividad».
recipe-grant-title = Revocar los permisos
recipe-grant-text = { $app } pierde sus permisos. Todas sus conexiones se detienen en la siguiente llamada, también las de otras personas.
recipe-grant-step-1 = Abra «Permisos» de { $app }.
recipe-grant-step-2 = En la pestaña «Consentimiento del administrador», abra el menú (…) de cada permiso y seleccione «Revocar permiso».
recipe-grant-step-3 = Lo que cada persona consintió para sí misma está en la pestaña «Consentimiento del usuario». El portal no puede revocarlo: use Graph o PowerShell.
recipe-require-title = Volver a abrir el acceso a todos
recipe-require-text = Todas las personas de la organización pueden volver a iniciar sesión en { $app }. Las asignadas siguen asignadas.
recipe-require-step-1 = Abra «Propiedades» de { $app }.
recipe-require-step-2 = Establezca «¿Asignación requerida?» en «No» y seleccione «Guardar».
recipe-disable-title = Deshabilitar el inicio de sesión
recipe-disable-text = Nadie puede iniciar sesión en { $app }, y la aplicación no recibe tokens nuevos. Sus permisos se mantienen, así que puede volver a habilitarla.
recipe-disable-step-1 = Abra «Propiedades» de { $app }.
recipe-disable-step-2 = Establezca «¿Habilitado para que los usuarios inicien sesión?» en «No» y seleccione «Guardar».
recipe-delete-title = Quitarla de la organización
recipe-delete-text = { $app } se elimina aquí, con sus permisos y asignaciones. Vuelve a aparecer, sin ellos, si alguien inicia sesión y da su consentimiento de nuevo.
recipe-delete-step-1 = Abra «Propiedades» de { $app }.
recipe-delete-step-2 = Seleccione «Eliminar» y confirme.
way-portal = En el portal
way-portal-open = Abrir la página
way-graph = Con Microsoft Graph
way-graph-how = Requiere los permisos delegados { $scopes }. Sustituya cada identificador entre corchetes angulares por uno de los que devuelve la solicitud anterior; repítalo para cada uno.
way-graph-request = Solicitud
way-powershell = Con PowerShell
way-powershell-how = Requiere el módulo Microsoft.Graph.
way-powershell-commands = Comandos
undo-check = Hecho. Comprobar ahora
undo-asking = Consultando Microsoft Graph
undo-refused = Revocado: Microsoft Graph deniega ahora el acceso
undo-gone = Quitada: Microsoft ya no muestra la aplicación en esta organización
undo-disabled = Deshabilitada: confirmado por Microsoft
undo-open = Abierta de nuevo: Microsoft Graph muestra que no se requiere asignación
undo-still = Todavía no. Los tokens existentes pueden seguir funcionando cerca de una hora; vuelva a comprobarlo más tarde
undo-unknown = La respuesta de Microsoft no lo aclara. Compruébelo en el portal
state-taken-back = Revocado
taken-back-title = Revocado
taken-back-text = { $app } ya no tiene los permisos que se le concedieron.
resume-do = Configurarla de nuevo
reminder-title = Recordarme que revoque el acceso
reminder-text = Cuando termina la migración, nadie necesita este acceso. La fecha se guarda en este navegador.
reminder-field = Fecha
reminder-set = Establecer recordatorio
reminder-clear = Quitar recordatorio
reminder-waits = Recordatorio establecido
reminder-due = Es hora de revocar este consentimiento. Consulte «Deshacer»
reminder-badge = Consentry: es hora de revocar el acceso de { $apps }
record-json = Obtener el registro como JSON
record-html = Obtener el registro como página

# The options page.
dark-reduced = La guía reducida está activada: en las páginas solo aparecen advertencias. Los pasos están en el panel.
settings-title = Opciones de Consentry
settings-text = La configuración se guarda en este navegador. La de su organización tiene prioridad.
settings-save = Guardar
settings-more = Todas las opciones
settings-reset = Restablecer el valor predeterminado
settings-locked = Administrado por su organización.
settings-access = Consentry necesita permiso para ver las páginas de { $host }; sin él, los vínculos de traspaso de este servidor no inician una guía.
settings-access-allow = Permitir el acceso a { $host }
settings-needs-ids = No es un id. de aplicación: { $wrong }. Un identificador tiene este aspecto: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Servidor
setting-backend-help = Dirección del servidor que consulta Microsoft Graph. Sin él, los resultados no se verifican.
setting-portal-label = Portal
setting-portal-help = Portal que abren los vínculos: Azure Portal o el centro de administración de Microsoft Entra de su nube.
setting-language-label = Idioma
setting-language-help = Idioma de la interfaz de Consentry. Las páginas de Microsoft no se ven afectadas.
setting-language-browser = Igual que el navegador
setting-tickPolicy-label = Consentimiento para toda la organización
setting-tickPolicy-help = Qué hacer cuando está marcado para una aplicación que no lo necesita.
setting-tickPolicy-warn = Solo advertir
setting-tickPolicy-confirm = Bloquear «Aceptar» hasta que yo lo confirme
setting-tickPolicy-forbid = Bloquear siempre «Aceptar»
setting-zeroTouch-label = Modo sin acceso a las páginas
setting-zeroTouch-help = No ejecuta ningún script en las páginas de inicio de sesión. La guía se basa en las direcciones y en Microsoft Graph. Allí no se resalta ni se bloquea nada.
setting-reducedGuidance-label = Guía reducida
setting-reducedGuidance-help = Las páginas solo muestran advertencias; la guía permanece en el panel.
setting-allowedClients-label = Aplicaciones permitidas
setting-allowedClients-help = Identificadores de aplicación, uno por línea. Si hay alguno, se bloquean todas las demás. Déjelo vacío para permitirlas todas.
setting-forbiddenClients-label = Aplicaciones bloqueadas
setting-forbiddenClients-help = Identificadores de aplicación, uno por línea.

# Practice.
practice-word = Práctica
practice-sentence = Este es un inquilino de práctica en este equipo. Nada de aquí afecta a una organización real.
practice-title = Qué probar
practice-text = Recórralo una vez y cometa el error a propósito.
practice-trap = Marque «Consentimiento en nombre de la organización» en la página de consentimiento: «Aceptar» se bloquea
practice-proof = Llegue al final: el Microsoft Graph simulado devuelve ambos recuentos
practice-try = Práctica: marque la casilla una vez y seleccione «Aceptar» para ver qué ocurre. Después desmárquela
practice-begin-title = Practicar primero
practice-begin-text = Ejecute este comando en la carpeta del código fuente de Consentry para iniciar un inquilino de práctica en un navegador aparte. Todo lo que hay allí está marcado como práctica. Este navegador no se ve afectado.
practice-command = Comando

# What the parts of the panel are called.
head-connections = Sus conexiones
head-guided = Guía actual
head-side = ¿Origen o destino?
head-after = Después del consentimiento
head-harden = Restringir el acceso
head-undo = Deshacer
head-record = Registro
head-record-text = Quién lo pidió, quién inició sesión, qué observó la protección y qué devolvió Microsoft Graph. Las entradas están encadenadas mediante hash, así que cualquier manipulación se detecta.
head-save-file = Guardar archivo
head-record-copy = Registro
settings-saved = Guardado

# Labels of the card and the panel.
face-hide = Ocultar esta tarjeta
face-page = Página:
face-loading = todavía cargando
signs-met = Indicios encontrados en esta página: { $met } de { $known }
face-signs-missing = Faltan:
face-signs-step = Paso que puede verse afectado:
face-dark = Nada resaltado:
face-consent = Página de consentimiento:
face-lit = Resaltado
face-looked-for = Controles esperados
face-diagnosis-copied = Copiado (con datos ocultos)
face-diagnosis-copy = Copiar (con datos ocultos)
face-case-copied = Copiado como caso de prueba (con datos ocultos)
face-case-copy = Copiar esta página como caso de prueba (con datos ocultos)
face-found = encontrado:
face-not-there = no está
face-none = ninguno
face-because = Porque
face-reasons = Motivos
face-signs-for = a favor:
face-signs-against = en contra:
face-state-done = Hecho
face-state-current = Ahora
face-state-later = Más tarde
face-state-skipped = Omitido
face-next-try = Próximo intento:
face-missing = Aún sin conceder:
face-role-needed = Requiere como mínimo:
face-assigned = Con asignación:
face-for-everybody = Concedido para todos:
face-beyond = Concedido, pero no solicitado por la aplicación:
face-not-known = Se desconoce:
face-remedy = Qué hacer:
face-code = Código de error:
face-open = Abrir la página
face-guard-released = Ha permitido el consentimiento para toda la organización
face-guard-held = «Aceptar» estuvo bloqueado mientras estaba marcado el consentimiento para toda la organización
face-guard-ticked = El consentimiento para toda la organización estuvo marcado un tiempo
face-guard-offered = El consentimiento para toda la organización se ofreció y no se marcó
face-proof = Prueba
face-assigned-only = Solo las personas asignadas pueden usar la aplicación
face-everybody = Todas las personas de la organización pueden usar la aplicación
face-exposure = Quién puede usarla
face-backend = Servidor:
face-settings = Configuración
face-begin = ¿Qué quiere conectar?
face-begin-more = Conectar otra cosa
face-diagnostics = Diagnóstico
face-nothing-seen = Consentry todavía no ha leído esta página.
face-tone-good = Bien:
face-tone-caution = Atención:
face-tone-bad = Alto:
face-permissions = Qué permite cada permiso
face-checks = Otras comprobaciones
face-copied = Copiado
face-copy = Copiar

# Profiles of other apps, and guides without a backend.
begin-asks-some = La aplicación solicitará al menos { $count ->
        [one] { $count } permiso
       *[other] { $count } permisos
    } para su organización. Consentry no conoce la lista completa. Podrá revisar cada uno antes de dar su consentimiento.
begin-asks-unknown = Consentry no sabe qué permisos solicitará. Podrá revisar cada uno antes de dar su consentimiento.
begin-role = La documentación de { $app } requiere: { $role }
begin-side-source = Autoriza { $app } en la organización de origen
begin-side-destination = Autoriza { $app } en la organización de destino
begin-side-both = Autoriza { $app } dos veces: en la organización de origen y en la de destino
begin-clouds = { $app } está disponible en: { $clouds }
begin-cloud-global = Microsoft 365 (todo el mundo)
begin-cloud-us-gov = Microsoft 365 Government (Estados Unidos)
begin-cloud-china = Microsoft 365 operado por 21Vianet (China)
profile-unverified = Sin verificar para { $app }: { $fields }
profile-no-id = No se conoce el id. de aplicación de { $app }, así que Consentry no puede identificarla en las páginas. Pida el identificador al proveedor y escríbalo en el panel de Consentry.
profile-no-id-own = Cada organización registra su propia aplicación { $app }. Escriba el id. de aplicación de su registro en el panel de Consentry; hasta entonces, Consentry no puede identificarla en las páginas.
client-label = Id. de aplicación de { $app }
client-help = No está publicado. Pregunte al proveedor o búsquelo en un portal donde { $app } ya exista: «Aplicaciones empresariales», { $app }, «Id. de aplicación» (no «Id. de objeto»).
client-help-own = El portal lo muestra: «Registros de aplicaciones», su registro de { $app }, «Id. de aplicación (cliente)» (no «Id. de objeto»).
client-entered = Ha escrito el id. de aplicación { $id } para { $app }. No está verificado. Compárelo con la documentación del proveedor.
client-needs-form = No es un id. de aplicación: { $wrong }. Cópielo entero, como d62121f3-e023-4972-b6b0-794190c0fd98, del lugar indicado arriba.
client-needs-own = Este es el id. de aplicación de { $other }, no el de { $app }. Cópielo de nuevo del lugar indicado arriba.
client-needs-harmless = Este id. de aplicación se ha denunciado como malicioso: { $other }. No lo use. Pida el correcto al proveedor de { $app }.
client-needs-allowed = Su organización no permite la aplicación con este identificador. Consulte al administrador de Consentry.
profile-source = Fuente: { $source }
profile-field-client_ids = id. de aplicación
profile-field-owner_tenant = dónde está registrada
profile-field-publisher = editor
profile-field-callback_hosts = hosts de redirección
profile-field-tick = recomendación sobre el consentimiento para toda la organización
profile-field-role = rol que requiere su documentación
profile-field-sides = dónde se autoriza
profile-field-clouds = nubes
profile-field-retired = disponibilidad
profile-field-delegated = permisos delegados
profile-field-application = permisos de aplicación
profile-field-entry = páginas de la aplicación
consent-scopes-unlisted = No está en la lista (incompleta) de Consentry para { $app }: { $scopes }
connect-without = Continuar sin verificación
connect-said = He iniciado sesión
grant-said = Se ha concedido el consentimiento
state-unproven = Guía sin verificación: no se ha definido ningún servidor
step-person = Marcado como hecho por usted; sin verificar
done-unproven-title = Hecho, pero sin verificar
done-unproven-text = Los pasos para { $app } están hechos hasta donde Consentry puede saber. No se consultó Microsoft Graph; confirme en { $app } que funciona.
handoff-wait-unproven = Su parte está hecha. Pida a una persona con el rol { $granter } que conceda a { $app } sus permisos. Consentry no puede consultar Microsoft Graph aquí, así que marque usted este paso como hecho.
returned-unproven = Indica que se concedió el consentimiento. No hay ningún servidor que consulte Microsoft Graph, así que no está verificado.
wrong-window-unproven = Consentry no puede saber si se concedió el consentimiento. Vuelva a seleccionar el botón o compruébelo en el portal.
settings-needs-profiles = Debe ser un objeto que asigne valores de reemplazo a identificadores de perfil.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry solo lee. Nunca concede nada y nunca pide una contraseña.
page-error-remedy = Qué hacer
page-error-role = Quién puede hacerlo
page-error-link = Abrir la página para solucionarlo
page-error-code = Código de Microsoft
page-nothing-title = Puede cerrar esta página.
page-nothing-text = Aquí no queda nada por hacer.
page-nobody-title = Todavía no ha iniciado sesión nadie.
page-nobody-text = Vuelva a donde empezó e inténtelo de nuevo.
page-missing-title = Sesión iniciada; queda un paso.
page-missing-text = Un administrador de su organización aún debe conceder a { $app } sus propios permisos. Es lo esperado. Vuelva a donde empezó; allí se muestra el siguiente paso.
page-spreading-title = Ya casi está.
page-spreading-text = El consentimiento se está aplicando en los servicios de Microsoft. Puede tardar unos minutos.
page-done-title = { $app } está totalmente autorizada.
page-done-text = Microsoft Graph encontró { $sites ->
        [one] un sitio de SharePoint
       *[other] { $sites } sitios de SharePoint
    } y { $users ->
        [one] un usuario
       *[other] { $users } usuarios
    }.
page-close = Puede cerrar esta página.
page-thanks-title = Gracias.
page-thanks-text = Consentry está comprobando en Microsoft Graph si ha llegado el consentimiento para { $app }. Quien le envió el vínculo ve el resultado, normalmente en menos de un minuto.
page-granted-text = El observador de la organización ha leído en Microsoft Graph lo que se ha concedido a { $app }. No se sabe si alguien lo ha usado.
page-start-title = ¿Iniciar sesión para conectar { $app }?
page-start-lead = Alguien inició esta conexión y necesita que usted inicie sesión. Continúe solo si la inició usted o si sabe quién le envió aquí.
page-start-who = Solicitado por
page-start-name = Nombre de la conexión
page-start-name-unverified = Lo escribió la persona que inició la conexión. Consentry no puede verificarlo.
page-start-name-none = No se escribió ningún nombre.
page-start-app = Aplicación
page-start-return = Después vuelve a
page-start-return-here = Una página de este servidor
page-start-see = Qué puede ver esa persona
page-start-see-text = Después de que usted inicie sesión, quien inició la conexión puede ver lo siguiente hasta que se elimine la conexión:
page-start-see-account = El nombre de su cuenta, y el nombre y el id. de su organización
page-start-see-counts = El número de usuarios y de sitios de SharePoint de su organización
page-start-see-access = Los permisos concedidos a { $app } y los nombres de las personas y los grupos asignados
page-start-see-settings = La configuración de consentimiento de su organización y el registro de cada comprobación
page-start-see-not = Su contraseña solo se escribe en la página de Microsoft. Consentry no lee archivos ni correo.
page-start-observer = Inicia sesión en
page-start-observer-see = Qué se lee y quién lo ve
page-start-observer-text = Cuando inicie sesión, el observador de su organización lee lo siguiente de Microsoft Graph. Se muestra en este navegador y a quienes traspase la conexión. Quien comenzó la conexión no lo ve.
page-start-continue = Continuar a Microsoft
page-start-stop = Si no reconoce esta solicitud, cierre esta página. No se ha compartido nada.
page-elsewhere-title = Ha llegado la respuesta de un administrador.
page-elsewhere-text = Es posible que un administrador haya dado su consentimiento. Vuelva a donde empezó: allí Consentry consulta Microsoft Graph, y solo cuenta ese resultado. Puede cerrar esta página.
page-grant-title = Conceder a { $app } sus permisos
page-grant-lead = Alguien de su organización la está conectando y le necesita para un paso.
page-grant-already = Esto ya está hecho.
page-who = Solicitado por
page-who-account = Sesión iniciada como
page-who-label = Nombre de la conexión
page-who-organization = Organización
page-who-app = Id. de aplicación
page-who-publisher = Editor
page-how = Cómo hacerlo
page-how-role = Necesita el rol { $role } o Administrador global. Solo el portal le pide que inicie sesión; esta página no lo hace nunca.
page-how-open = Abrir { $app } en el portal
page-how-here = Seleccione allí «Permisos» y después «Conceder consentimiento de administrador».
page-how-list = Abra allí { $app } en la lista (compare el id. de aplicación), seleccione «Permisos» y después «Conceder consentimiento de administrador».
page-how-else = Si el portal no se abre
page-how-address = La página de Microsoft para este mismo consentimiento tiene esta dirección. Antes de abrirla, compruebe que empieza por el nombre del host de inicio de sesión de Microsoft:
page-what = Qué se concederá
page-what-application = { $app } obtiene estos permisos de aplicación. Se aplican a los datos de todos los usuarios y no requieren que nadie haya iniciado sesión:
page-what-delegated = La página de Microsoft muestra también estos permisos delegados:
page-what-repeated = Puede repetir lo que solicitó el inicio de sesión: { $scopes }.
page-what-more = Si la página de Microsoft muestra otra cosa, no acepte; pregunte a quien le envió esto.

# The panel and its three places

face-places = Partes del panel
face-place-guide = Guía
face-place-app = Aplicación
face-place-activity = Actividad
face-more = Más
face-details = Detalles
face-evidence = Quién realiza cada paso y las pruebas
face-app-unknown = Aún no se sabe nada de esta aplicación en su organización. Inicie sesión para conectarla y Consentry consultará Microsoft Graph.
face-app-none = No se está autorizando ninguna aplicación. Empiece con una en «Guía».
face-no-activity = Aún no se ha realizado ninguna llamada de verificación para esta conexión.
face-fold = Mostrar menos
no-backend-title = No se ha definido ningún servidor
no-backend-text = Consentry le guía y bloquea un consentimiento para toda la organización. Solo un servidor puede preguntar a Microsoft Graph si la aplicación está autorizada.
no-backend-set = Definir el servidor de su organización
face-incomplete = Incompleto:
face-incomplete-why = Microsoft Graph devolvió solo una parte, por lo que puede haber más de lo que se muestra.
face-at-least = al menos
face-known-by = El observador de su organización puede leerlo. Si no, la aplicación necesita:
first-run-with = Con su servidor, el resultado se comprueba con Microsoft Graph.
first-run-without = También funciona sin servidor. En ese caso no se comprueba nada.
first-run-asks = Comprobando { $address }
first-run-answers = En { $address } responde un servidor de Consentry.
face-first-title = Le damos la bienvenida a Consentry
face-first-picture = Dibujo de una página de consentimiento: el botón siguiente está resaltado y una casilla está señalada para que quede desmarcada
face-first-does-1 = Resalta el control siguiente en las páginas de Microsoft y lo explica en una frase.
face-first-does-2 = Bloquea un consentimiento accidental para toda su organización.
face-first-does-3 = Comprueba el resultado con Microsoft Graph a través del servidor de su organización.
face-first-sees-title = Qué puede ver
face-first-sees-1 = Los controles de las páginas de inicio de sesión de Microsoft, de los portales y de las páginas de configuración de una aplicación: botones, casillas y nombres.
face-first-sees-2 = En las páginas que ningún paso necesita: solo la dirección y el sitio que llevó hasta ella.
face-first-sees-3 = De su servidor: lo que Microsoft Graph muestra sobre la aplicación que usted autoriza.
face-first-never-title = Qué no hace nunca
face-first-never-1 = Nunca selecciona, escribe ni concede nada. Eso lo hace usted.
face-first-never-2 = Nunca lee lo que usted escribe.
face-first-never-3 = Nunca envía datos a nadie, salvo al servidor que usted o su organización hayan definido.
face-first-ways-title = ¿Por dónde quiere empezar?
face-first-begin-title = Autorizar una aplicación ahora
face-first-begin-text = Elija su aplicación en el panel y siga los pasos resaltados.
face-first-begin-do = Abrir el panel
face-first-begin-later = Más adelante, ábralo con el botón de Consentry de la barra de herramientas del explorador.
face-first-backend-title = Usar el servidor de su organización
face-first-backend-text = Su organización o el proveedor de la aplicación le facilita la dirección. Consentry la comprueba de inmediato.
face-first-backend-do = Comprobar y usar
face-first-practice-get = El inquilino de práctica forma parte del código fuente de Consentry. También necesita Rust y Node.js 20 o posterior.
badge-step = Consentry: paso siguiente en esta página. { $title }
badge-warning = Consentry: advertencia en esta página. { $title }
