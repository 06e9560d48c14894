# What Consentry says, in Brazilian Portuguese. Short, calm, concrete: what to do and why.
# Microsoft's controls are named as in labels.toml and in Microsoft's documentation in this language.

language-name = Português (Brasil)
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } ou { $other }

manifest-name = Consentry
manifest-description = Orienta a autorizar um app do Microsoft 365: destaca o próximo controle, bloqueia consentimento acidental e verifica o resultado.

# Roles as Microsoft's documentation names them in this language.
role-cloud-application-administrator = Administrador de Aplicativos de Nuvem
role-application-administrator = Administrador de Aplicativos
role-privileged-role-administrator = Administrador de Funções com Privilégios
role-global-administrator = Administrador Global

step-connect-title = Entrar e conectar
step-connect-text = Primeiro, conecte { $app } com a sua própria conta.
step-grant-title = Conceder consentimento do administrador
step-grant-text = Um administrador concede as permissões a { $app } no portal.
step-load-title = Verificar em { $app }
step-load-text = Carregue o conector em { $app } para ver os sites e usuários encontrados.
step-assign-title = Escolher quem pode usar
step-assign-text = Atribua você e todos que executam a migração antes de restringir o acesso.
step-require-title = Restringir o acesso
step-require-text = Exija atribuição para que somente as pessoas atribuídas possam usar { $app }.
step-progress = Etapa { $at } de { $of }
actor-starter = Você

begin-title = Autorizar { $app }
begin-text = São duas etapas: você entra e conecta; depois, um administrador concede as permissões a { $app }. Qual é a sua função?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrador do SharePoint
begin-needs = Função com menos privilégios para a segunda etapa: { $granter }. Um Administrador Global sempre pode executá-la. Fonte: { $source }
begin-asks = { $count ->
        [one] Será solicitada { $count } permissão
       *[other] Serão solicitadas { $count } permissões
    } para a sua organização. Você pode examinar cada uma antes de consentir.

at-authorize-new-connector-title = Iniciar um novo conector
at-authorize-new-connector-text = Selecione "Authorize New Connector" no lado da origem ou do destino.
at-connector-row-title = Selecionar Office 365
at-connector-row-text = Selecione "Authorize" na linha "Office 365 (OneDrive/SharePoint Admin)". As linhas abaixo dela abrangem apenas os arquivos de uma pessoa.
at-authorize-title = Nomear a conexão (opcional)
at-authorize-text = Escolha qualquer nome de exibição. Selecione "Authorize" e a Microsoft pedirá que você entre.
at-reauthorize-title = Entrar novamente
at-reauthorize-text = A entrada deste conector não é mais válida. Selecione "Reauthorize" para entrar novamente. Todo o resto é mantido.
at-sign-in-account-title = Selecionar sua conta de administrador
at-sign-in-account-text = Use a conta que administra o SharePoint na organização que você está conectando. Contas pessoais e de convidado não funcionam.
at-sign-in-title = Entrar
at-sign-in-text = Entre com a sua conta de administrador. O Consentry não lê o que você digita aqui.
at-consent-title = Aceitar somente para você
at-consent-text = Examine as permissões e selecione Aceitar. Isso se aplica somente à sua conta.
at-consent-with-tick-title = Aceitar somente para você
at-consent-with-tick-text = Examine as permissões, deixe "Consentir em nome da sua organização" desmarcado e selecione Aceitar.

at-consent-with-box-title = Examinar e depois aceitar
at-consent-with-box-text = Examine as permissões, decida se deve marcar "Consentir em nome da sua organização" e selecione Aceitar.

at-needs-admin-title = Esta mensagem é esperada
at-needs-admin-text = Você entrou. Um administrador ainda precisa conceder consentimento no portal. Use este link para abrir Aplicativos empresariais.
at-hand-off-title = Pediram seu consentimento de administrador
at-hand-off-text = Examine o que { $app } solicita e por quê e depois abra-o no portal. Nada é concedido até que você selecione Aceitar lá.
at-grant-account-title = Selecionar a conta que pode conceder
at-grant-account-text = Use a conta de um { $granter } da mesma organização.
at-grant-sign-in-title = Entrar
at-grant-sign-in-text = Entre com a conta que pode conceder consentimento. O Consentry não lê o que você digita aqui.
at-app-row-title = Abrir { $app }
at-app-row-text = Esta linha tem o nome e a ID do aplicativo corretos. Abra-a.
at-app-search-title = Pesquisar { $app }
at-app-search-text = Digite o nome na caixa de pesquisa. No início, a lista mostra apenas alguns dos seus aplicativos.
at-app-filter-title = Remover o filtro
at-app-filter-text = { $app } não está nesta lista. Pode estar oculto pelo filtro de tipo de aplicativo. Remova o filtro.
at-app-missing-title = { $app } não está na lista
at-app-missing-text = Nenhuma linha corresponde ao nome e à ID do aplicativo. O aplicativo aparece depois que alguém desta organização entra nele. Verifique se você está na organização certa.
at-app-wait-title = A lista está sendo carregada
at-app-wait-text = Aguarde a linha com o nome e a ID do aplicativo corretos.
at-menu-permissions-title = Abrir Permissões
at-menu-permissions-text = Permissões está no menu à esquerda, em Segurança. É lá que você concede o consentimento.
at-menu-manage-title = Expandir Gerenciar
at-menu-manage-text = O próximo item está no grupo Gerenciar, que está recolhido.
at-menu-group-title = Expandir Segurança
at-menu-group-text = Permissões está no grupo Segurança, que está recolhido.
at-grant-title = Conceder consentimento do administrador
at-grant-text = Selecione este botão. Uma janela é aberta com a lista de permissões. Nada é concedido até que você aceite nela.
at-portal-unsure-title = Esta página não corresponde ao endereço
at-portal-unsure-text = O endereço e o conteúdo da página se referem a lugares diferentes. Selecione Permissões no menu à esquerda ou use o botão abaixo.
at-registration-title = Você está em Registros de aplicativo
at-registration-text = { $app } não está registrado na sua organização, por isso você não pode conceder consentimento aqui. Vá para Aplicativos empresariais > Permissões.
at-registration-grant-title = Conceder consentimento do administrador
at-registration-grant-text = { $app } está registrado na sua organização, por isso você pode conceder consentimento aqui. Será solicitada uma confirmação.
at-registration-confirm-title = Confirmar o consentimento
at-registration-confirm-text = Esta confirmação é para { $app }. Leia-a e selecione Sim.
at-admin-consent-title = Examinar e depois aceitar
at-admin-consent-text = O consentimento para toda a organização é correto aqui: { $app } o exige. Compare a lista com as permissões esperadas e selecione Aceitar.
at-load-title = Carregar o conector
at-load-text = O consentimento foi confirmado. Carregue o conector para ver o resultado aqui também.
at-assign-people-title = Selecionar as pessoas e atribuir
at-assign-people-text = Selecione as pessoas que precisam de acesso, inclusive você, e depois Atribuir. Atribuir só fica disponível quando alguém é selecionado.
at-add-user-title = Atribuir as pessoas que precisam
at-add-user-text = Adicione você e todos que executam a migração. Faça isso antes de restringir o acesso, para que ninguém fique sem acesso.
at-menu-users-title = Abrir Usuários e grupos
at-menu-users-text = Atribua as pessoas primeiro; depois você restringe o acesso.
at-assignment-yes-title = Exigir atribuição
at-assignment-yes-text = Selecione Sim. Assim, somente as pessoas atribuídas podem usar { $app }.
at-assignment-save-title = Salvar a alteração
at-assignment-save-text = Selecione Salvar para aplicar a alteração.
at-menu-properties-title = Abrir Propriedades
at-menu-properties-text = "Atribuição necessária?" está em Propriedades.

elsewhere-title = A próxima etapa é em outro lugar
elsewhere-text = { $step } Você não precisa desta página para isso.
elsewhere-go = Ir para lá
straight = Ir direto para o aplicativo
dark-absent = Não está nesta página ou ainda não foi carregado.
dark-unsure = Algo aqui se parece com isso, mas não com clareza suficiente para ser destacado: { $why }.
dark-disabled = Está aqui, mas indisponível: esta conta não pode conceder consentimento. Use a conta de um { $granter }.

dark-greyed = Está aqui, mas indisponível no momento.
dark-behind = Está atrás de outro painel ou caixa de diálogo. Feche-o primeiro.

handoff-make = Criar um link para um administrador
handoff-made = Envie este link a um { $granter }. Ele funciona uma vez e expira em um dia.
handoff-label = Link de encaminhamento
handoff-wait-title = Aguardando o consentimento do administrador
handoff-wait-text = Sua parte está concluída. Um { $granter } concede o restante. Isto é atualizado automaticamente quando o Microsoft Graph confirma a concessão.

done-title = Autorizado
done-text = O Microsoft Graph encontrou { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }. O conector está pronto.
done-back = Voltar para { $app }
done-harden = Limitar o acesso a pessoas específicas

state-begun = Ainda não conectado
state-awaiting_sign_in = Aguardando a entrada
state-needs_admin_consent = Você entrou. Ainda falta o consentimento do administrador.
state-propagating = Concedido. Aguardando a aplicação pela Microsoft.
state-authorized = Autorizado: { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }
state-needs_reauthorization = É necessário entrar novamente
state-blocked = Bloqueado: { $title }

propagating-title = Concedido, mas ainda não ativo
propagating-text = A Microsoft geralmente aplica uma concessão em até um minuto. Você não precisa fazer nada; o Consentry verifica novamente de forma automática.
waiting-text = O Consentry verifica novamente em instantes.
blocked-remedy = O que fazer: { $remedy }
blocked-role = Quem pode fazer: { $role }
reauthorize-do = Entrar novamente
check-do = Verificar novamente
leave-do = Encerrar
skip-do = Ignorar esta etapa
assign-said = Já atribuí as pessoas
require-said = Já ativei a exigência
take-assign = Limitar o acesso a pessoas específicas
go-do = Abrir a página desta etapa
backend-trouble = O servidor do Consentry em { $address } não está respondendo. Você pode continuar, mas os resultados não podem ser verificados até que ele responda.
step-proof = Verificado por { $call }
step-page = Visto em uma página; ainda não verificado

wrong-declined-title = O consentimento foi recusado
wrong-declined-text = Nada foi concedido. Se foi um engano, entre novamente e selecione Aceitar.
wrong-window-title = A janela foi fechada
wrong-window-text = O Consentry não sabe se o consentimento foi concedido e por isso está verificando no Microsoft Graph. Se nada mudar, selecione o botão novamente.
wrong-returned-title = O consentimento não foi concedido
wrong-returned-text = A Microsoft retornou { $error }. Quando quiser, selecione Conceder consentimento do administrador novamente.
wrong-approval-title = Um administrador precisa aprovar isto
wrong-approval-text = Esta conta não pode consentir com { $app }. Se você tem uma conta de administrador, use o link para ela nesta página; caso contrário, peça a um administrador.
wrong-approval-who = Função com menos privilégios que pode aprovar: { $role }. Um Administrador Global sempre pode aprovar. Fonte: { $source }
wrong-approval-form = Insira uma justificativa nesta página para enviar uma solicitação aos revisores da sua organização
wrong-approval-causes = Esta página também aparece quando o aplicativo exige atribuição e ainda não tem consentimento do administrador, ou quando a Microsoft considera a solicitação arriscada
wrong-approval-each-time = Cada entrada em { $app } solicita consentimento novamente (prompt=consent no endereço), por isso esta página continua aparecendo mesmo após a aprovação de um administrador. Só o fornecedor do aplicativo pode mudar isso
wrong-approval-refused-title = Não solicite este aplicativo
wrong-approval-refused-text = A ID deste aplicativo foi denunciada ou está bloqueada pela sua organização. Feche esta página e informe à sua equipe de segurança como você chegou aqui.
wrong-requested-title = Aprovação solicitada
wrong-requested-text = A Microsoft enviou sua solicitação aos revisores. Nada é concedido até que um deles aprove.
wrong-personal-title = Você entrou com uma conta pessoal
wrong-personal-text = Você precisa de uma conta corporativa ou de estudante. Feche esta página e entre com a conta da sua organização.
wrong-error-title = A Microsoft bloqueou a entrada
wrong-error-app = este aplicativo
wrong-error-number = A página mostra o código de erro { $code }.
wrong-error-unnumbered = A página não mostra um código de erro. Leia a mensagem para saber o que impediu a entrada. Se ela mencionar uma política ou um dispositivo, fale com o administrador.
wrong-error-unlisted = O Consentry não reconhece este código de erro. Leia a mensagem da página e consulte o código na página da Microsoft.
wrong-error-lookup = Página da Microsoft sobre este código de erro
wrong-error-link = Onde corrigir
wrong-error-portal-title = O aplicativo não lista o endereço do portal
wrong-error-portal-text = O portal não é um URI de redirecionamento de { $app }. Conceda o consentimento em Registros de aplicativo > Permissões de API ou adicione https://entra.microsoft.com/TokenAuthorize em Autenticação.
wrong-error-portal-role = um proprietário do registro do aplicativo ou um Administrador de Aplicativos de Nuvem
wrong-grant-failed-title = O portal informa que a concessão falhou
wrong-grant-failed-text = Uma nova tentativa falhará da mesma forma. Muitas vezes, o aplicativo lista uma permissão que não existe neste locatário ou nesta nuvem. Remova-a em Permissões de API e conceda novamente.
lookalike = Outro aplicativo aqui tem um nome parecido, mas uma ID diferente. Não o use.
device-code-title = Foi você quem iniciou esta entrada?
device-code-text = Um código de dispositivo permite a entrada em outro dispositivo. Quem criou o código recebe o acesso, onde quer que esteja.
device-code-sent = Se alguém enviou o código a você, não o insira. Esta é a forma mais comum de invadir contas
device-code-app = A página não comprova qual aplicativo está solicitando

consent-title = { $app } solicita seu consentimento
consent-text = O Consentry explica a solicitação. A decisão é sua.
consent-unknown-app = Um aplicativo
consent-held-title = Pare: isso consentiria por todos
consent-held-text = Esta caixa de seleção concede a { $app } acesso a toda a sua organização. Desmarque-a; até lá, Aceitar fica bloqueado. { $why }
consent-forced-title = Pare: isso consentiria por todos
consent-forced-text = Esta caixa de seleção concede a { $app } acesso a toda a sua organização, o que a política dela não permite aqui. Desmarque-a; até lá, Aceitar fica bloqueado. { $why }
consent-stopped = Aceitar foi bloqueado. Nenhum consentimento foi dado.
consent-warned-title = Isto consente por todos
consent-warned-text = Com esta caixa de seleção marcada, o aplicativo obtém acesso a toda a sua organização, sem perguntar a mais ninguém. Desmarque-a, a menos que alguém de sua confiança tenha pedido para marcá-la.
consent-malicious-title = Não aceite: este aplicativo é mal-intencionado
consent-malicious-text = Esta ID de aplicativo foi denunciada como mal-intencionada. Aceitar está bloqueado. Selecione Cancelar e informe à sua equipe de segurança como você chegou aqui.
consent-abused-title = Pare: invasores usam este aplicativo
consent-abused-text = É um aplicativo legítimo que invasores usam para manter o acesso a contas. Aceitar está bloqueado. Se ninguém que você conhece pediu para conectá-lo, selecione Cancelar e avise sua equipe de segurança.
consent-forbidden-title = Sua organização não permite este aplicativo
consent-forbidden-text = A política da sua organização não permite o consentimento para este aplicativo. Aceitar está bloqueado. Selecione Cancelar. O administrador do Consentry pode alterar a política.
consent-unnamed-title = Aceitar bloqueado: aplicativo não indicado
consent-unnamed-text = O endereço não indica nenhum aplicativo, por isso o Consentry não pode verificá-lo. Feche esta página e entre novamente a partir do aplicativo. Se o problema persistir, peça ao fornecedor que use um link, não um formulário.
consent-unnamed-code-title = Aceitar bloqueado: código de dispositivo
consent-unnamed-code-text = Quem criou o código recebe este acesso. A página não comprova qual aplicativo está solicitando. Se alguém enviou o código a você, selecione Cancelar e avise sua equipe de segurança.
consent-unnamed-let = Eu iniciei esta entrada e quero consentir
consent-unnamed-let-title = Consentir com um aplicativo não indicado?
consent-unnamed-let-text = O Consentry não pode verificar qual é este aplicativo. Continue somente se foi você quem iniciou esta entrada, em um aplicativo que conhece.
consent-serious-title = Verifique quem solicita antes de aceitar
consent-serious-text = Você não iniciou isto no Consentry, e o acesso concedido é amplo ou para toda a organização. Se alguém enviou o link a você, selecione Cancelar e consulte sua equipe de segurança.
consent-astray-title = Não é o consentimento esperado
consent-astray-text = Alguns detalhes diferem do esperado (veja abaixo). Selecione Cancelar e comece de novo com a conta e a organização desta conexão. Se o problema persistir, fale com o fornecedor do aplicativo.
consent-accept-unlit = Aceitar: { $why }
consent-must-title = { $app } exige consentimento da organização
consent-must-text = Este aplicativo só funciona com consentimento para toda a organização. Examine as permissões. Se você concordar em nome de todos, marque a caixa de seleção e depois selecione Aceitar.
consent-release = Pretendo consentir por todos
consent-release-title = Consentir para toda a organização?
consent-release-text = { $app } terá este acesso em todas as contas, sem perguntar a mais ninguém. As próprias instruções de { $app } não recomendam isso.
consent-release-yes = Permitir só desta vez
consent-release-no = Continuar bloqueando
consent-let = Conheço este aplicativo e pretendo consentir
consent-let-title = Permitir um aplicativo denunciado?
consent-let-text = Ele obtém o acesso listado aqui e o mantém mesmo depois da troca de senhas. Permita somente se você souber quem o solicitou e por quê.
consent-released = Você optou por permitir este consentimento.
consent-tick-leave = Deixe "Consentir em nome da sua organização" desmarcado
consent-tick-must = { $app } precisa de "Consentir em nome da sua organização" marcado, mas não está
consent-tick-unsure = { $app } precisa de "Consentir em nome da sua organização" marcado; o Consentry não sabe qual é a caixa de seleção
consent-tick-set = "Consentir em nome da sua organização" está marcado, como { $app } exige
consent-tick-optional = "Consentir em nome da sua organização" é opcional: { $app } funciona das duas formas
consent-glance-app-right = aplicativo certo
consent-glance-app-entered = aplicativo com a ID que você inseriu
consent-glance-app-microsofts = aplicativo da Microsoft
consent-glance-app-tool = ferramenta de uso geral da Microsoft
consent-glance-app-unknown = aplicativo desconhecido
consent-glance-app-unseen = aplicativo não mostrado
consent-glance-app-forbidden = aplicativo não permitido aqui
consent-glance-app-malicious = aplicativo mal-intencionado
consent-glance-app-abused = aplicativo usado por invasores
consent-glance-app-elsewhere = aplicativo registrado em outro lugar
consent-glance-app-doubt = aplicativo incerto
consent-glance-organization-right = organização certa
consent-glance-organization-wrong = organização errada
consent-glance-organization-personal = conta pessoal
consent-glance-organization-unknown = organização não mostrada
consent-glance-account-right = conta certa
consent-glance-account-wrong = conta errada
consent-glance-account-other = outra conta
consent-glance-account-unseen = conta não mostrada
consent-app-known = A ID do aplicativo pertence a { $app }
consent-app-entered = A ID do aplicativo é a que você inseriu para { $app }; ela não foi verificada
consent-app-microsofts = A ID do aplicativo pertence a { $app }, um aplicativo da Microsoft
consent-app-tool = A ID do aplicativo pertence a { $app }, uma ferramenta de uso geral da Microsoft que pode solicitar qualquer permissão. Consinta somente se foi você quem a iniciou
consent-app-unknown = O Consentry não tem um perfil para este aplicativo, por isso a ID não pode ser verificada
consent-app-unseen = O endereço não mostra qual é o aplicativo
consent-app-by-code = Esta entrada começou com um código de dispositivo: a página não comprova qual aplicativo está solicitando
consent-app-unseen-listed = Sua organização permite apenas aplicativos específicos, e o endereço não mostra qual é este
consent-app-list-unreadable = A lista de aplicativos permitidos da sua organização não pode ser lida, por isso nenhum aplicativo é permitido. O administrador do Consentry pode corrigir isso
consent-app-forbidden = Bloqueado pela política da sua organização: ID do aplicativo { $id }
consent-app-not-allowed = Não está entre os aplicativos que sua organização permite: ID do aplicativo { $id }
consent-app-reported = Denunciado como { $name }. { $says } Fonte: { $source }, { $date }
consent-doubt-apps = O endereço indica dois aplicativos diferentes
consent-doubt-not-an-id = O endereço tem outra coisa no lugar da ID do aplicativo
consent-doubt-organizations = O endereço indica duas organizações diferentes
consent-doubt-values = O endereço dá dois valores diferentes onde só um é permitido
consent-doubt-page-id = A página mostra a ID do aplicativo { $page }; o endereço indica { $address }
consent-doubt-page-name = A página chama o aplicativo de { $page }; a ID do aplicativo no endereço pertence a { $app }
consent-doubt-several = Esta é uma de várias páginas de consentimento, cada uma para um aplicativo diferente
consent-owner-right = Registrado na própria organização de { $app }
consent-owner-wrong = Não está registrado na organização de { $app }
consent-organization-right = O consentimento é para { $tenant }, a mesma organização desta conexão
consent-organization-wrong = O endereço indica outra organização; esta conexão é para { $tenant }
consent-organization-unknown = O endereço não mostra a organização; esta conexão é para { $tenant }
consent-organization-personal = Isto é para contas pessoais, não para uma organização
consent-account-right = Entrada feita como { $account }
consent-account-other = Entrada feita como { $account }; esta conexão foi criada por { $known }
consent-account-foreign = Entrada feita como { $account }; esta conexão foi criada por { $known }. Se essa conta for de outra organização, o consentimento não se aplicará a ela
consent-account-guest = { $account } é convidado aqui. O consentimento de um convidado não funciona para esta conexão
consent-account-personal = { $account } é uma conta pessoal
consent-account-unseen = A página não mostra quem entrou; esta conexão foi criada por { $account }
consent-redirect-known = A resposta é enviada para { $host }, como esperado
consent-redirect-portal = A resposta é enviada de volta ao portal em { $host }
consent-redirect-plain = A resposta é enviada para { $host }
consent-redirect-unexpected = A resposta é enviada para { $host }, que não está no perfil do aplicativo
consent-publisher-same = A página indica { $publisher } como editor, como esperado. O nome sozinho não é prova
consent-publisher-other = A página indica { $publisher } como editor; o esperado é { $wanted }
consent-publisher-shown = A página indica { $publisher } como editor. O nome sozinho não é prova
consent-publisher-verified = A página mostra um selo de editor verificado. Invasores já obtiveram esses selos de forma fraudulenta
consent-publisher-unverified = A Microsoft não verificou o editor deste aplicativo
consent-publisher-unseen = A página não mostrou se o editor é verificado
consent-scopes-expected = Ele solicita as permissões esperadas
consent-scopes-unexpected = Ele solicita mais do que o esperado: { $scopes }
consent-scopes-missing = Ele não solicita permissões de que { $app } reconhecidamente precisa: { $scopes }
consent-for-all = Isto é para todos na organização
consent-by-prompt = Começou como uma entrada, mas solicita consentimento para toda a organização
consent-by-link = Você chegou aqui por um link. É para toda a organização, e ninguém mais será consultado
consent-asks = { $count ->
        [one] { $count } permissão
       *[other] { $count } permissões
    }: { $risks }
consent-asks-unlisted = O endereço não lista as permissões; veja a página
consent-risk-low = risco baixo
consent-risk-medium = risco médio
consent-risk-high = risco alto
consent-risk-critical = risco crítico
consent-again-nothing = Tudo já foi concedido antes; nada de novo é solicitado
consent-again-adds = Concedido em parte antes. Novas: { $scopes }
consent-change-counts = Adiciona { $adds ->
        [one] { $adds } permissão
       *[other] { $adds } permissões
    } e mantém { $keeps } já existentes
consent-change-all-new = Adiciona { $adds ->
        [one] { $adds } permissão, ainda não concedida
       *[other] { $adds } permissões, nenhuma concedida antes
    }
consent-change-nothing = Não adiciona nada: { $keeps ->
        [one] a única permissão já foi concedida
       *[other] todas as { $keeps } já foram concedidas
    }
consent-change-revokes = Concedido antes para todos, mas ausente desta lista; por isso pode ser removido: { $permissions }
consent-change-unlisted = O Consentry não conhece todas as permissões solicitadas, por isso não sabe o que muda
consent-change-unknown = O Consentry não conhece as permissões existentes, por isso não sabe o que muda
consent-change-unknown-application = As permissões de aplicativo que ele tem são desconhecidas
consent-change-unknown-delegated = As permissões delegadas que ele tem são desconhecidas
consent-role-needed = Função com menos privilégios: { $role }. Um Administrador Global sempre pode. Fonte: { $source }
consent-role-oneself = Você não precisa de uma função para consentir por si mesmo se sua organização permite o consentimento do usuário
consent-role-unless = Você não precisa de uma função para consentir por si mesmo, a menos que sua organização use configurações de consentimento gerenciadas pela Microsoft; nesse caso, um administrador precisa aprovar { $scopes }. Fonte: { $source }
permission-title-application = { $name } (permissão de aplicativo)
permission-as-person = Em seu nome: { $means }
permission-on-its-own = Por conta própria, sem um usuário conectado: { $means }
permission-thief = Se for comprometido, um invasor pode: { $text }
permission-because = Por que { $risk }: { $text }
permission-unknown = Não está na lista do Consentry; classificado como { $risk } pelo nome.
permission-why = Por que é necessário: { $text }
dark-other-tenant = Este botão se aplica a uma organização diferente da que você conectou. Troque de diretório no portal.
dark-off = A Microsoft alterou esta página, por isso o Consentry ainda não pode destacar controles aqui. Siga as etapas escritas.
dark-no-profile = Não há um perfil para este aplicativo, por isso o Consentry não tem o que destacar.
wrong-app-title = Aplicativo errado
wrong-app-text = Esta ID de aplicativo não pertence a { $app }, seja qual for o nome. Volte para a lista.
step-signed = Verificado pela entrada
connect-do = Entrar e conectar
backend-garbled = { $address } não é um servidor do Consentry. Verifique o endereço.
returned-title = A janela de consentimento foi fechada
returned-text = Ela informa que o consentimento foi concedido. O Consentry está verificando no Microsoft Graph.

consent-held-any = Aceitar foi bloqueado porque uma caixa de seleção marcada pode conceder consentimento para toda a organização. Desmarque todas as caixas de seleção.
early-title = Selecione novamente
early-text = Você fez a seleção antes que o Consentry terminasse de verificar a página, por isso nada foi enviado. A verificação foi concluída e nada está bloqueado agora.
offer-title = Adicionar esta conexão de { $app }?
offer-of = Uma conexão de { $account } em { $tenant } aguarda para ser adicionada.
offer-of-tenant = Uma conexão em { $tenant } aguarda para ser adicionada.
offer-of-nobody = Uma conexão em que ninguém entrou ainda aguarda para ser adicionada.
offer-by-link = Ela veio de um link. Adicione-a somente se você souber quem enviou o link e para qual organização ele é.
offer-unseen = O Consentry não viu esta entrada começar nesta guia. Adicione a conexão somente se foi você quem acabou de entrar com esta conta.
offer-add = Adicionar esta conexão
offer-decline = Não adicionar
offer-full = O Consentry mantém até { $count } conexões. Encerre uma de que não precisa mais e tente novamente.
unseen-title = O Consentry não está ativo nesta página
unseen-text = Modo sem intervenção: o Consentry vê somente o endereço. Nada é destacado nem bloqueado; examine a página antes de aceitar.
unseen-app-unknown = O endereço indica um aplicativo sem perfil no Consentry: { $id }
unseen-tenant = Organização no endereço: { $tenant }
unseen-tenant-any = O endereço não indica uma organização; a conta que você escolher decide
unseen-redirect = A resposta é enviada para { $host }
unseen-scopes = O endereço solicita: { $scopes }
unseen-tick = Não verificado: se o consentimento para toda a organização é oferecido ou está marcado
unseen-permissions = Não verificado: a lista de permissões na página
unseen-account = Não verificado: qual conta entrou
access-withheld = O acesso do Consentry às páginas de entrada está desativado no acesso a sites da extensão. Nada é destacado nem bloqueado nelas.
access-barred-title = Bloqueado nesta página
access-barred-text = A política de navegador da sua organização não permite extensões nesta página, por isso nada é destacado nem bloqueado aqui. O Consentry ainda pode verificar a concessão no Microsoft Graph.
settings-from-package = Padrão
settings-from-own = Sua configuração
settings-from-policy = Política da sua organização
settings-refused = Configuração ignorada ({ $from }): { $name }. { $why }
settings-unknown = Configuração desconhecida.
settings-needs-backend = Deve ser um endereço https ou um endereço http neste computador.
settings-needs-portal = Deve ser um endereço https do portal do Azure ou do centro de administração do Entra.
settings-needs-tick = Deve ser warn, confirm ou forbid.
settings-needs-language = Deve ser um destes: { $tags }.
settings-needs-yes-or-no = Deve ser true ou false.
settings-needs-text = Deve ser um texto.
settings-needs-clients = Deve ser uma lista de IDs de aplicativo.
settings-needs-client = { $count ->
        [one] { $count } entrada não é uma ID de aplicativo válida e foi ignorada.
       *[other] { $count } entradas não são IDs de aplicativo válidas e foram ignoradas.
    }
data-pack = Usando o pacote de dados { $serial } da sua organização (versão interna: { $built_in }).
data-refused = O pacote de dados da sua organização foi rejeitado: { $why }.
settings-fixed = Gerenciado pela sua organização: { $names }
settings-zero-touch-on = O modo sem intervenção está ativado. Nas páginas de entrada, o Consentry usa somente os endereços e o Microsoft Graph.
settings-zero-touch-off = O Consentry lê as páginas de entrada, destaca o próximo controle e bloqueia o consentimento para toda a organização.
settings-zero-touch-begin = Ativar o modo sem intervenção
settings-zero-touch-end = Desativar o modo sem intervenção

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = pediram que você conceda consentimento
side-source = Origem
side-destination = Destino
back-do = Etapa anterior
back-here = Você está vendo uma etapa concluída. Nada foi perdido.
forward-do = Continuar de onde parou
step-again = { $note }. Você voltou a esta etapa
leave-ask = Encerrar
start-over-ask = Recomeçar
leave-title = Encerrar a orientação de { $app }?
start-over-title = Recomeçar com { $app }?
leave-nothing-changes = Isso não muda nada na sua organização.
leave-lost-steps = As etapas e os resultados são removidos deste navegador
leave-lost-again = Você recomeça na primeira etapa; os outros resultados são perdidos
leave-lost-access = Este navegador perde o acesso à conexão e não pode mais monitorá-la nem excluí-la
leave-lost-bearer = Este navegador perde o acesso à conexão. Somente a pessoa que a criou pode excluí-la
leave-lost-reminder = Seu lembrete é removido
leave-stays-handoff = Um link de encaminhamento já enviado continua válido até expirar
leave-stays-grant = A concessão permanece: { $app } mantém as permissões até que alguém as revogue (consulte Desfazer)
leave-delete-does = A exclusão remove do servidor a entrada, os resultados e o registro, e revoga a entrada onde a Microsoft permite
leave-stay = Continuar
leave-keep = Encerrar e manter os dados
leave-delete = Encerrar e excluir os dados
start-over-do = Recomeçar
start-over-keep = Recomeçar e manter os dados
start-over-delete = Recomeçar e excluir os dados
deleted-title = Excluído: { $app }
deleted-text = Esta conexão foi excluída do servidor.
deleted-revoked = Revogado: { $what }
deleted-forgotten = Excluído: { $what }
deleted-remains = Não excluído: { $what }
deleted-dismiss = Ignorar

# After the grant.
harden-done = { $what }: concluído, verificado pelo Graph
harden-said = { $what }: concluído, segundo você ou a página (não verificado pelo Graph)
harden-open = { $what }: não concluído
harden-unknown = { $what }: desconhecido
harden-grant = 1. Conceder
harden-assign = 2. Atribuir pessoas
harden-require = 3. Exigir atribuição
harden-verify = 4. Verificar
harden-closed = Somente as pessoas atribuídas podem usar o aplicativo
harden-have = Atribuídos: { $names }
harden-keep = Manteriam o acesso: { $names }
harden-yourself = O Graph lista nomes, não contas. Verifique se { $account } está incluído
harden-groups = Em um grupo atribuído, contam somente os membros diretos, não os de grupos aninhados
harden-nobody = Ninguém está atribuído. Exigir atribuição agora bloquearia todos, inclusive você. Atribua as pessoas primeiro
harden-assigned-unknown = Não se sabe quem está atribuído: o aplicativo não pode ler isso. Verifique antes de restringir o acesso
harden-lose = Perderiam o acesso: todos os demais, na próxima entrada (AADSTS50105), inclusive administradores
harden-app-itself = Isso não afeta o que o aplicativo faz sem um usuário conectado
harden-sign-ins-unknown = Os usuários recentes são desconhecidos: o aplicativo não tem acesso aos logs de entrada
recipe-assigned-title = Ver quem está atribuído
recipe-assigned-text = Lê a lista de pessoas e grupos; não altera nada.
recipe-assigned-step-1 = Abra Usuários e grupos de { $app }. A lista está lá.
recipe-sign-ins-title = Ver quem usou recentemente
recipe-sign-ins-text = Lê os logs de entrada dos últimos 30 dias; não altera nada. Exige o Microsoft Entra ID P1 ou P2 e, no mínimo, a função Leitor de Relatórios.
recipe-sign-ins-step-1 = Abra { $app } em Aplicativos empresariais.
recipe-sign-ins-step-2 = Selecione Logs de entrada no menu, em Atividade.
recipe-grant-title = Revogar as permissões
recipe-grant-text = { $app } perde as permissões. Todas as conexões param na próxima chamada, inclusive as de outras pessoas.
recipe-grant-step-1 = Abra Permissões de { $app }.
recipe-grant-step-2 = Na guia Consentimento do administrador, abra o menu (…) de cada permissão e selecione Revogar permissão.
recipe-grant-step-3 = O que as pessoas consentiram por si mesmas está na guia Consentimento do usuário. O portal não pode revogar isso: use o Graph ou o PowerShell.
recipe-require-title = Abrir o acesso a todos novamente
recipe-require-text = Todos na organização podem entrar em { $app } novamente. As pessoas atribuídas continuam atribuídas.
recipe-require-step-1 = Abra Propriedades de { $app }.
recipe-require-step-2 = Defina "Atribuição necessária?" como Não e selecione Salvar.
recipe-disable-title = Desabilitar a entrada
recipe-disable-text = Ninguém mais pode entrar em { $app }, e ele não obtém novos tokens. As permissões permanecem, para que você possa habilitá-lo novamente.
recipe-disable-step-1 = Abra Propriedades de { $app }.
recipe-disable-step-2 = Defina "Habilitado para os usuários entrarem?" como Não e selecione Salvar.
recipe-delete-title = Remover da organização
recipe-delete-text = { $app } é excluído daqui, com as permissões e as atribuições. Ele reaparece, sem elas, se alguém entrar e consentir novamente.
recipe-delete-step-1 = Abra Propriedades de { $app }.
recipe-delete-step-2 = Selecione Excluir e confirme.
way-portal = No portal
way-portal-open = Abrir a página
way-graph = Com o Microsoft Graph
way-graph-how = Exige as permissões delegadas { $scopes }. Substitua cada ID entre colchetes angulares por uma retornada pela solicitação anterior; repita para cada uma.
way-graph-request = Solicitação
way-powershell = Com o PowerShell
way-powershell-how = Exige o módulo Microsoft.Graph.
way-powershell-commands = Comandos
undo-check = Concluído. Verificar agora
undo-asking = Verificando no Microsoft Graph
undo-refused = Revogado: o Microsoft Graph agora nega o acesso
undo-gone = Removido: a Microsoft não lista mais o aplicativo nesta organização
undo-disabled = Desabilitado: confirmado pela Microsoft
undo-open = Aberto novamente: o Microsoft Graph mostra que nenhuma atribuição é exigida
undo-still = Ainda não. Os tokens existentes podem continuar funcionando por cerca de uma hora; verifique novamente mais tarde
undo-unknown = A resposta da Microsoft não é clara. Verifique no portal
state-taken-back = Revogado
taken-back-title = Revogado
taken-back-text = { $app } não tem mais as permissões que foram concedidas.
resume-do = Configurar novamente
reminder-title = Lembrar-me de revogar o acesso
reminder-text = Quando a migração terminar, ninguém mais precisará deste acesso. A data é armazenada neste navegador.
reminder-field = Data
reminder-set = Definir lembrete
reminder-clear = Remover lembrete
reminder-waits = Lembrete definido
reminder-due = Está na hora de revogar esta concessão. Consulte Desfazer
reminder-badge = Consentry: hora de revogar o acesso de { $apps }
record-json = Obter o registro como JSON
record-html = Obter o registro como página

# The options page.
dark-reduced = A orientação reduzida está ativada: somente avisos aparecem nas páginas. Consulte as etapas no painel.
settings-title = Opções do Consentry
settings-text = As configurações são armazenadas neste navegador. As da sua organização têm precedência.
settings-save = Salvar
settings-more = Todas as opções
settings-reset = Restaurar o padrão
settings-locked = Gerenciado pela sua organização.
settings-access = O Consentry precisa de permissão para ver as páginas de { $host }; sem ela, os links de encaminhamento deste servidor não iniciam a orientação.
settings-access-allow = Permitir acesso a { $host }
settings-needs-ids = Não é uma ID de aplicativo: { $wrong }. Uma ID tem este formato: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Servidor
setting-backend-help = Endereço do servidor que consulta o Microsoft Graph. Sem ele, os resultados não são verificados.
setting-portal-label = Portal
setting-portal-help = Portal que os links abrem: o portal do Azure ou o centro de administração do Microsoft Entra da sua nuvem.
setting-language-label = Idioma
setting-language-help = Idioma da interface do Consentry. As páginas da Microsoft não são afetadas.
setting-language-browser = O mesmo do navegador
setting-tickPolicy-label = Consentimento para toda a organização
setting-tickPolicy-help = O que fazer quando ele está marcado para um aplicativo que não precisa dele.
setting-tickPolicy-warn = Apenas avisar
setting-tickPolicy-confirm = Bloquear Aceitar até que eu confirme
setting-tickPolicy-forbid = Sempre bloquear Aceitar
setting-zeroTouch-label = Modo sem intervenção
setting-zeroTouch-help = Não executa scripts nas páginas de entrada. A orientação vem dos endereços e do Microsoft Graph. Nada é destacado nem bloqueado nelas.
setting-reducedGuidance-label = Orientação reduzida
setting-reducedGuidance-help = As páginas mostram apenas avisos; a orientação fica no painel.
setting-allowedClients-label = Aplicativos permitidos
setting-allowedClients-help = IDs de aplicativo, uma por linha. Se houver alguma, todos os outros são bloqueados. Deixe em branco para permitir todos.
setting-forbiddenClients-label = Aplicativos bloqueados
setting-forbiddenClients-help = IDs de aplicativo, uma por linha.

# Practice.
practice-word = Prática
practice-sentence = Este é um locatário de prática neste computador. Nada aqui afeta uma organização real.
practice-title = O que experimentar
practice-text = Percorra tudo uma vez e cometa o erro de propósito.
practice-trap = Marque "Consentir em nome da sua organização" na página de consentimento: Aceitar é bloqueado
practice-proof = Conclua: o Microsoft Graph simulado retorna as duas contagens
practice-try = Prática: marque a caixa de seleção uma vez e selecione Aceitar para ver o que acontece. Depois, desmarque-a
practice-begin-title = Praticar primeiro
practice-begin-text = Execute este comando na pasta do código-fonte do Consentry para iniciar um locatário de prática em um navegador separado. Tudo lá está marcado como prática. Este navegador não é afetado.
practice-command = Comando

# What the parts of the panel are called.
head-connections = Suas conexões
head-guided = Orientação atual
head-side = Origem ou destino?
head-after = Após o consentimento
head-harden = Restringir o acesso
head-undo = Desfazer
head-record = Registro
head-record-text = Quem solicitou, quem entrou, o que a proteção observou e o que o Microsoft Graph retornou. As entradas são encadeadas por hash, para que adulterações sejam detectáveis.
head-save-file = Salvar arquivo
head-record-copy = Registro
settings-saved = Salvo

# Labels of the card and the panel.
face-hide = Ocultar este cartão
face-page = Página:
face-loading = ainda carregando
face-dark = Nada destacado:
face-consent = Página de consentimento:
face-lit = Destacado
face-looked-for = Controles esperados
face-diagnosis-copied = Copiado (sem dados confidenciais)
face-diagnosis-copy = Copiar (sem dados confidenciais)
face-case-copied = Copiado como caso de teste (sem dados confidenciais)
face-case-copy = Copiar esta página como caso de teste (sem dados confidenciais)
face-found = encontrado:
face-not-there = ausente
face-none = nenhum
face-because = Porque
face-reasons = Motivos
face-signs-for = a favor:
face-signs-against = contra:
face-state-done = Concluído
face-state-current = Agora
face-state-later = Depois
face-state-skipped = Ignorado
face-next-try = Próxima tentativa:
face-missing = Ainda não concedido:
face-role-needed = Exige no mínimo:
face-assigned = Atribuídos:
face-for-everybody = Concedido para todos:
face-beyond = Concedido, mas não solicitado pelo aplicativo:
face-not-known = Desconhecido:
face-needs = exige
face-remedy = O que fazer:
face-code = Código de erro:
face-open = Abrir a página
face-guard-released = Você permitiu o consentimento para toda a organização
face-guard-held = Aceitar foi bloqueado enquanto o consentimento para toda a organização estava marcado
face-guard-ticked = O consentimento para toda a organização ficou marcado por um tempo
face-guard-offered = O consentimento para toda a organização foi oferecido e não foi marcado
face-proof = Evidências
face-assigned-only = Somente as pessoas atribuídas podem usar o aplicativo
face-everybody = Todos na organização podem usar o aplicativo
face-exposure = Quem pode usar
face-backend = Servidor:
face-settings = Configurações
face-begin = O que você quer conectar?
face-begin-more = Conectar outra coisa
face-diagnostics = Diagnóstico
face-nothing-seen = O Consentry ainda não leu esta página.
face-tone-good = Bom:
face-tone-caution = Cuidado:
face-tone-bad = Pare:
face-permissions = O que cada permissão permite
face-checks = Outras verificações
face-copied = Copiado
face-copy = Copiar

# Profiles of other apps, and guides without a backend.
begin-asks-some = { $count ->
        [one] Será solicitada pelo menos { $count } permissão
       *[other] Serão solicitadas pelo menos { $count } permissões
    } para a sua organização. O Consentry não conhece a lista completa. Você pode examinar cada uma antes de consentir.
begin-asks-unknown = O Consentry não sabe quais permissões serão solicitadas. Você pode examinar cada uma antes de consentir.
begin-role = A documentação de { $app } exige: { $role }
begin-side-source = Você autoriza { $app } na organização de origem
begin-side-destination = Você autoriza { $app } na organização de destino
begin-side-both = Você autoriza { $app } duas vezes: na organização de origem e na organização de destino
begin-clouds = { $app } está disponível em: { $clouds }
begin-cloud-global = Microsoft 365 (mundial)
begin-cloud-us-gov = Microsoft 365 Governamental (EUA)
begin-cloud-china = Microsoft 365 operado pela 21Vianet (China)
profile-unverified = Não verificado para { $app }: { $fields }
profile-no-id = A ID do aplicativo { $app } não é conhecida, por isso o Consentry não pode identificá-lo nas páginas. Obtenha a ID com o fornecedor e insira-a no painel do Consentry.
profile-no-id-own = Cada organização registra seu próprio { $app }. Insira a ID do aplicativo do seu registro no painel do Consentry; até lá, o Consentry não pode identificá-lo nas páginas.
client-label = ID do aplicativo { $app }
client-help = Ela não é publicada. Pergunte ao fornecedor ou procure em um portal onde { $app } já exista: Aplicativos empresariais, { $app }, ID do aplicativo (não ID do objeto).
client-help-own = O portal a mostra: Registros de aplicativo, seu registro de { $app }, ID do aplicativo (cliente) (não ID do objeto).
client-entered = Você inseriu a ID do aplicativo { $id } para { $app }. Ela não foi verificada. Compare-a com a documentação do fornecedor.
client-needs-form = Não é uma ID de aplicativo: { $wrong }. Copie-a inteira, como d62121f3-e023-4972-b6b0-794190c0fd98, do local indicado acima.
client-needs-own = Esta é a ID do aplicativo { $other }, não de { $app }. Copie-a novamente do local indicado acima.
client-needs-harmless = Esta ID de aplicativo foi denunciada como mal-intencionada: { $other }. Não a use. Peça a correta ao fornecedor de { $app }.
client-needs-allowed = Sua organização não permite o aplicativo com esta ID. Fale com o administrador do Consentry.
profile-source = Fonte: { $source }
profile-field-client_ids = ID do aplicativo
profile-field-owner_tenant = onde está registrado
profile-field-publisher = editor
profile-field-callback_hosts = hosts de redirecionamento
profile-field-tick = recomendação sobre o consentimento para toda a organização
profile-field-role = função exigida pela documentação
profile-field-sides = onde é autorizado
profile-field-clouds = nuvens
profile-field-retired = disponibilidade
profile-field-delegated = permissões delegadas
profile-field-application = permissões de aplicativo
profile-field-entry = páginas do aplicativo
consent-scopes-unlisted = Fora da lista (incompleta) do Consentry para { $app }: { $scopes }
connect-without = Continuar sem verificação
connect-said = Já entrei
grant-said = O consentimento foi concedido
state-unproven = Orientação sem verificação: nenhum servidor definido
step-person = Marcado por você como concluído; não verificado
done-unproven-title = Concluído, mas não verificado
done-unproven-text = As etapas de { $app } estão concluídas, até onde o Consentry sabe. O Microsoft Graph não foi consultado; confirme em { $app } se funciona.
handoff-wait-unproven = Sua parte está concluída. Peça a um { $granter } que conceda as permissões a { $app }. O Consentry não pode verificar no Microsoft Graph aqui, por isso marque esta etapa como concluída quando isso acontecer.
returned-unproven = Ela informa que o consentimento foi concedido. Não há um servidor para verificar no Microsoft Graph, por isso isto não foi verificado.
wrong-window-unproven = O Consentry não sabe se o consentimento foi concedido. Selecione o botão novamente ou verifique no portal.
settings-needs-profiles = Deve ser um objeto que associe IDs de perfil a substituições.

# The pages of the backend: the hand-off link, and where a sign-in ends.
page-footer = O Consentry apenas lê. Ele nunca concede nada nem pede uma senha.
page-error-remedy = O que fazer
page-error-role = Quem pode fazer
page-error-link = Abrir a página para corrigir isto
page-error-code = Código da Microsoft
page-nothing-title = Você pode fechar esta página.
page-nothing-text = Não há mais nada a fazer aqui.
page-nobody-title = Ninguém entrou ainda.
page-nobody-text = Volte para onde você começou e tente novamente.
page-missing-title = Entrada feita; falta uma etapa.
page-missing-text = Um administrador da sua organização ainda precisa conceder a { $app } as próprias permissões. Isso é esperado. Volte para onde você começou; a próxima etapa aparece lá.
page-spreading-title = Quase pronto.
page-spreading-text = A concessão está sendo aplicada nos serviços da Microsoft. Isso pode levar alguns minutos.
page-done-title = { $app } está totalmente autorizado.
page-done-text = O Microsoft Graph encontrou { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }.
page-close = Você pode fechar esta página.
page-thanks-title = Agradecemos.
page-thanks-text = O Consentry está verificando no Microsoft Graph se a concessão para { $app } chegou. A pessoa que enviou o link vê o resultado, geralmente em até um minuto.
page-start-title = Entrar para conectar { $app }?
page-start-lead = Alguém iniciou esta conexão e precisa que você entre. Continue somente se foi você quem a iniciou ou se sabe quem enviou você para cá.
page-start-who = Solicitado por
page-start-name = Nome da conexão
page-start-name-unverified = Inserido pela pessoa que iniciou a conexão. O Consentry não pode verificá-lo.
page-start-name-none = Nenhum nome foi inserido.
page-start-app = Aplicativo
page-start-return = Depois você volta para
page-start-return-here = Uma página deste servidor
page-start-see = O que essa pessoa pode ver
page-start-see-text = Depois que você entrar, quem iniciou a conexão poderá ver o seguinte até que a conexão seja excluída:
page-start-see-account = O nome da sua conta e o nome e a ID da sua organização
page-start-see-counts = O número de usuários e de sites do SharePoint da sua organização
page-start-see-access = As permissões concedidas a { $app } e os nomes das pessoas e dos grupos atribuídos
page-start-see-settings = As configurações de consentimento da sua organização e o registro de cada verificação
page-start-see-not = Você insere sua senha somente na página da Microsoft. O Consentry não lê arquivos nem emails.
page-start-continue = Continuar para a Microsoft
page-start-stop = Se você não reconhece esta solicitação, feche esta página. Nada foi compartilhado.
page-elsewhere-title = A resposta de um administrador chegou.
page-elsewhere-text = Um administrador pode ter concedido consentimento. Volte para onde você começou: lá o Consentry verifica no Microsoft Graph, e só esse resultado conta. Você pode fechar esta página.
page-grant-title = Conceder as permissões a { $app }
page-grant-lead = Alguém da sua organização está conectando este aplicativo e precisa de você para uma etapa.
page-grant-already = Isto já está feito.
page-who = Solicitado por
page-who-account = Entrou como
page-who-label = Nome da conexão
page-who-organization = Organização
page-who-app = ID do aplicativo
page-who-publisher = Editor
page-how = Como
page-how-role = Você precisa da função { $role } ou Administrador Global. Somente o portal pede que você entre; esta página nunca pede.
page-how-open = Abrir { $app } no portal
page-how-here = No portal, selecione Permissões e depois Conceder consentimento do administrador.
page-how-list = No portal, abra { $app } na lista (compare a ID do aplicativo), selecione Permissões e depois Conceder consentimento do administrador.
page-how-else = Se o portal não abrir
page-how-address = A página da Microsoft para a mesma concessão tem este endereço. Antes de abri-lo, verifique se ele começa com o nome do host de entrada da Microsoft:
page-what = O que será concedido
page-what-application = { $app } obtém estas permissões de aplicativo. Elas se aplicam aos dados de todos os usuários e não exigem um usuário conectado:
page-what-delegated = A página da Microsoft também lista estas permissões delegadas:
page-what-repeated = Ela pode repetir o que a entrada solicitou: { $scopes }.
page-what-more = Se a página da Microsoft mostrar algo diferente, não aceite; pergunte a quem enviou isto a você.

# The panel and its three places.
face-places = Partes do painel
face-place-guide = Orientação
face-place-app = Aplicativo
face-place-activity = Atividade
face-more = Mais
face-details = Detalhes
face-evidence = Quem executa cada etapa e as evidências
face-app-unknown = Ainda não se sabe nada sobre este aplicativo na sua organização. Entre para conectá-lo e o Consentry verificará no Microsoft Graph.
face-app-none = Nenhum aplicativo está sendo autorizado. Comece com um em Orientação.
face-no-activity = Nenhuma chamada de verificação foi feita para esta conexão ainda.
face-fold = Mostrar menos
no-backend-title = Nenhum servidor definido
no-backend-text = O Consentry orienta você e bloqueia o consentimento para toda a organização. Somente um servidor pode consultar o Microsoft Graph para saber se o aplicativo está autorizado.
no-backend-set = Definir o servidor da sua organização
