# O que o Consentry diz, em português do Brasil. Curto, calmo, concreto: o que fazer e por quê.
# Os controles da Microsoft têm os nomes de labels.toml.

language-name = Português (Brasil)
language-direction = ltr
list-and = { $one }, { $other }
list-or = { $one } ou { $other }

# As Microsoft's documentation names them in this language.
role-cloud-application-administrator = Administrador de Aplicativos de Nuvem
role-application-administrator = Administrador de Aplicativos
role-privileged-role-administrator = Administrador de Funções com Privilégios
role-global-administrator = Administrador Global

step-connect-title = Entrar e conectar
step-connect-text = Primeiro, conecte { $app } com a sua própria conta.
step-grant-title = Conceder consentimento do administrador
step-grant-text = Um administrador concede a { $app } as permissões no portal.
step-load-title = Ver em { $app }
step-load-text = Carregue o conector em { $app } para ver o que foi encontrado.
step-assign-title = Escolher quem pode usar
step-assign-text = Atribua a si mesmo e às pessoas que fazem a migração antes que o acesso seja fechado aos demais.
step-require-title = Fechar para todas as outras pessoas
step-require-text = Exija atribuição, para que só as pessoas escolhidas possam usar { $app }.
actor-starter = Você

begin-title = Autorizar { $app }
begin-text = São duas etapas: você entra e conecta, depois um administrador concede a { $app } as permissões. Qual função você tem?
begin-global-admin = { $granter }
begin-sharepoint-admin = Administrador do SharePoint
begin-needs = Menor função que pode fazer a segunda etapa: { $granter }. Um Administrador Global sempre pode. Fonte: { $source }
begin-asks = O que será pedido: { $count ->
        [one] { $count } permissão
       *[other] { $count } permissões
    } para a organização. Você vê cada uma antes de concordar.

at-authorize-new-connector-title = Iniciar um novo conector
at-authorize-new-connector-text = Pressione "Authorize New Connector", no lado de origem ou no lado de destino da cópia.
at-connector-row-title = Escolher o Office 365
at-connector-row-text = Pressione "Authorize" na linha "Office 365 (OneDrive/SharePoint Admin)". As linhas abaixo são só para os arquivos de uma pessoa.
at-authorize-title = Dar um nome, ou deixar como está
at-authorize-text = O nome de exibição é livre. Pressione "Authorize", e a Microsoft pedirá que você entre.
at-reauthorize-title = Entrar novamente
at-reauthorize-text = Este conector não tem uma entrada válida. Pressione "Reauthorize" para entrar novamente; nada mais se perde.
at-sign-in-account-title = Escolher a sua conta de administrador
at-sign-in-account-text = Use a conta que administra o SharePoint na organização que você conecta. Uma conta pessoal ou de convidado não serve.
at-sign-in-title = Entrar
at-sign-in-text = Entre com a sua conta de administrador. O Consentry não lê o que você digita aqui.
at-consent-title = Aceitar, só para você
at-consent-text = Leia o que é pedido e pressione Aceitar. Vale só para a sua própria conta.
at-consent-with-tick-title = Aceitar, só para você
at-consent-with-tick-text = Leia o que é pedido, deixe vazia a caixa "Consentir em nome da sua organização" e pressione Aceitar.

at-consent-with-box-title = Ler e depois aceitar
at-consent-with-box-text = Leia o que é pedido, decida se a caixa "Consentir em nome da sua organização" deve ser marcada e pressione Aceitar.

at-needs-admin-title = Esta mensagem é esperada
at-needs-admin-text = O conector já entrou. Falta a concessão de um administrador no portal. Abra a lista de aplicativos empresariais por este link.
at-hand-off-title = Pediram que você conceda isto
at-hand-off-text = Leia o que é pedido e por quê, depois abra { $app } no portal. Nada é concedido até que você pressione Aceitar lá.
at-grant-account-title = Escolher a conta que pode conceder
at-grant-account-text = Use a conta de um { $granter } da mesma organização.
at-grant-sign-in-title = Entrar
at-grant-sign-in-text = Entre com a conta que pode conceder. O Consentry não lê o que você digita aqui.
at-app-row-title = Abrir { $app }
at-app-row-text = Esta linha tem o nome certo e a ID de aplicativo certa. Abra-a.
at-app-search-title = Procurar { $app }
at-app-search-text = Digite o nome na caixa de pesquisa. No início, a lista mostra só alguns dos seus aplicativos.
at-app-filter-title = Remover o filtro
at-app-filter-text = { $app } não está nesta lista. Pode estar oculto porque pertence à Microsoft: remova o filtro do tipo de aplicativo.
at-app-missing-title = { $app } não está na lista
at-app-missing-text = Nenhuma linha tem o nome e também a ID de aplicativo. O aplicativo aparece depois que alguém entra nele aqui; verifique se esta é a organização certa.
at-app-wait-title = A lista está carregando
at-app-wait-text = Aguarde a linha com o nome certo e a ID de aplicativo certa.
at-menu-permissions-title = Abrir Permissões
at-menu-permissions-text = Permissões está no menu à esquerda, em Segurança. A concessão fica lá.
at-menu-manage-title = Expandir Gerenciar
at-menu-manage-text = O próximo item está dentro do grupo Gerenciar, que está recolhido. Abra-o.
at-menu-group-title = Expandir Segurança
at-menu-group-text = Permissões está dentro do grupo Segurança, que está recolhido. Abra-o.
at-grant-title = Conceder consentimento do administrador
at-grant-text = Pressione este botão. Abre-se uma janela que mostra o que é concedido; nada é concedido antes que você aceite lá.
at-portal-unsure-title = Esta página não é a que o endereço diz
at-portal-unsure-text = O endereço e a página indicam lugares diferentes. Escolha Permissões no menu à esquerda, ou vá até lá com o botão abaixo.
at-registration-title = Isto é "App registrations"
at-registration-text = { $app } não está registrado na sua organização, então não pode ser concedido aqui. A concessão está em "Enterprise applications", em Permissões.
at-registration-grant-title = Conceder consentimento do administrador
at-registration-grant-text = { $app } é um aplicativo da própria organização, então pode ser concedido aqui. Depois vem uma pergunta na página.
at-registration-confirm-title = Confirmar a concessão
at-registration-confirm-text = Esta é a pergunta sobre { $app }. Leia e depois escolha Sim.
at-admin-consent-title = Ler e depois aceitar
at-admin-consent-text = Aqui o consentimento para toda a organização é o certo: { $app } só funciona com ele. Compare a lista com o que é esperado e pressione Aceitar.
at-load-title = Carregar o conector
at-load-text = A concessão está comprovada. Carregue o conector para vê-la também aqui.
at-assign-people-title = Escolher e depois atribuir
at-assign-people-text = Escolha aqui as pessoas, inclusive você, e clique em “Atribuir”. O botão fica esmaecido até que alguém seja escolhido.
at-add-user-title = Atribuir as pessoas que precisam
at-add-user-text = Adicione a si mesmo e a todos que fazem a migração. Faça isso antes que o acesso seja fechado, para que ninguém fique de fora.
at-menu-users-title = Abrir Usuários e grupos
at-menu-users-text = Primeiro atribua as pessoas. O acesso dos demais é fechado depois.
at-assignment-yes-title = Exigir atribuição
at-assignment-yes-text = Escolha Sim. Então só as pessoas atribuídas podem usar { $app }.
at-assignment-save-title = Salvar
at-assignment-save-text = Pressione Salvar. A mudança não vale antes disso.
at-menu-properties-title = Abrir Propriedades
at-menu-properties-text = A opção de exigir atribuição está em Propriedades.

elsewhere-title = A próxima etapa é em outro lugar
elsewhere-text = { $step } Esta página não faz parte dela.
elsewhere-go = Ir para lá
straight = Ir direto ao aplicativo
dark-absent = Não está nesta página, ou ainda não apareceu.
dark-unsure = Algo aqui parece ser isso, mas sem certeza suficiente para apontar: { $why }.
dark-disabled = Está aqui, mas esmaecido: esta conta não pode conceder. Use a conta de um { $granter }.

dark-greyed = Está aqui, mas esmaecido por enquanto.
dark-behind = Está aqui, atrás de algo aberto por cima. Feche isso primeiro.

handoff-make = Criar um link para quem pode conceder
handoff-made = Envie este link a um { $granter }. Ele funciona uma vez e expira em um dia.
handoff-label = Link de repasse
handoff-wait-title = Aguardando a concessão
handoff-wait-text = A sua parte está feita. Um { $granter } concede o restante; isto fica verde sozinho quando o Microsoft Graph o mostra.

done-title = Autorizado
done-text = O Microsoft Graph responde: { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }. O conector está pronto.
done-back = Voltar a { $app }
done-harden = Limitar a pessoas escolhidas

state-begun = Ainda não conectado
state-awaiting_sign_in = Aguardando a entrada
state-needs_admin_consent = A entrada foi feita. Falta a concessão de um administrador.
state-propagating = Concedido. A Microsoft leva um momento para mostrar.
state-authorized = Autorizado: { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }
state-needs_reauthorization = É preciso entrar novamente
state-blocked = Parado: { $title }

propagating-title = Concedido, ainda não visível
propagating-text = A Microsoft precisa de um momento para propagar a concessão, em geral menos de um minuto. Não há mais nada a fazer; a verificação se repete sozinha.
waiting-text = { $reason }. A próxima verificação é em instantes.
blocked-remedy = O que fazer: { $remedy }
blocked-role = Quem pode: { $role }
reauthorize-do = Entrar novamente
check-do = Verificar agora
leave-do = Sair
skip-do = Deixar isto de fora
assign-said = As pessoas estão atribuídas
require-said = Agora é obrigatória
take-assign = Limitar a pessoas escolhidas
go-do = Abrir a página desta etapa
backend-trouble = O servidor em { $address } não responde. O guia continua, mas nada pode ser comprovado até que responda.
step-proof = Comprovado por { $call }
step-page = Visto em uma página, ainda não comprovado

wrong-declined-title = O consentimento foi recusado
wrong-declined-text = Nada foi concedido. Se foi um engano, entre novamente e pressione Aceitar.
wrong-window-title = A janela foi fechada
wrong-window-text = O Consentry não sabe se a concessão foi aceita, por isso pergunta ao Microsoft Graph. Se nada mudar, pressione o botão novamente.
wrong-returned-title = A janela terminou sem concessão
wrong-returned-text = A Microsoft informa { $error }. Pressione "Conceder consentimento do administrador" novamente quando quiser.
wrong-approval-title = Um administrador precisa aprovar isto
wrong-approval-text = Esta conta não pode concordar com { $app }. Se você tem uma conta de administrador, escolha o link para ela nesta página; caso contrário, peça a quem tem.
wrong-approval-who = Menor função que pode aprovar: { $role }. Um Administrador Global sempre pode. Fonte: { $source }
wrong-approval-form = Você pode escrever um motivo no formulário desta página: o pedido vai para as pessoas que a sua organização escolheu
wrong-approval-causes = A mesma página aparece enquanto o aplicativo exige atribuição e ainda não tem consentimento do administrador, ou quando a Microsoft considera o pedido arriscado
wrong-approval-refused-title = Não peça este aplicativo
wrong-approval-refused-text = A ID deste aplicativo foi denunciada, ou a sua organização não o permite. Saia desta página e conte a quem cuida da segurança como você chegou aqui.
wrong-requested-title = O pedido foi enviado a um administrador
wrong-requested-text = A Microsoft enviou o seu pedido às pessoas que podem aprová-lo. Nada é concedido até que uma delas aprove.
wrong-personal-title = Esta é a página de uma conta pessoal
wrong-personal-text = É preciso uma conta corporativa. Feche esta página e entre com a conta da sua organização.
wrong-error-title = A Microsoft interrompeu a entrada
wrong-error-text = A página indica AADSTS{ $code }. { $advice }
wrong-error-plain = Volte a { $app } e comece a entrada novamente.
lookalike = Outro aplicativo aqui tem quase o mesmo nome e outra ID de aplicativo. Não mexa nele.

consent-title = { $app } pede o seu consentimento
consent-text = O Consentry explica o que é pedido. A escolha é sua.
consent-unknown-app = Um aplicativo
consent-held-title = Pare: isso vale para todos, não só para você
consent-held-text = A caixa dá a { $app } acesso a toda a sua organização. Desmarque-a; até lá, Aceitar não faz nada. { $why }
consent-forced-title = Pare: isso vale para todos, não só para você
consent-forced-text = A caixa dá a { $app } acesso a toda a sua organização, e a política da sua organização não permite isso aqui. Desmarque-a; até lá, Aceitar não faz nada. { $why }
consent-stopped = Aceitar foi retido. Nenhum consentimento foi dado.
consent-warned-title = Isto consente por todos
consent-warned-text = Com a caixa marcada, o aplicativo recebe acesso a toda a sua organização, e ninguém mais será consultado. Desmarque-a, a menos que alguém de confiança tenha dito para marcá-la.
consent-malicious-title = Não aceite: este aplicativo causa danos
consent-malicious-text = A ID deste aplicativo foi denunciada como maliciosa. Aceitar não faz nada. Pressione Cancelar e conte a quem cuida da segurança como você chegou aqui.
consent-abused-title = Pare: invasores usam este aplicativo
consent-abused-text = É um programa honesto, e quem invade contas o usa para manter o acesso. Aceitar não faz nada. Se ninguém conhecido pediu que você o conectasse, pressione Cancelar e avise quem cuida da segurança.
consent-forbidden-title = A sua organização não permite este aplicativo
consent-forbidden-text = Uma política decide com quais aplicativos se pode concordar, e este não é um deles. Aceitar não faz nada. Pressione Cancelar; quem cuida do Consentry na sua organização pode mudar a política.
consent-astray-title = Não é o consentimento que você procurava
consent-astray-text = Algo neste consentimento não é como o esperado; veja abaixo o quê. Pressione Cancelar e comece de novo com a conta e a organização desta conexão. Se aparecer de novo, pergunte ao fabricante do aplicativo.
consent-accept-unlit = Aceitar: { $why }
consent-must-title = { $app } precisa da caixa
consent-must-text = Este aplicativo só funciona quando o consentimento é para toda a organização. Leia o que é pedido; se concordar por todos, marque a caixa você mesmo e pressione Aceitar.
consent-release = Quero consentir por todos
consent-release-title = Consentimento para toda a organização?
consent-release-text = { $app } terá este acesso em todas as contas, e ninguém mais será consultado. As próprias instruções de { $app } dizem para não fazer isso.
consent-release-yes = Sim, deixar passar esta vez
consent-release-no = Não, continuar retendo
consent-let = Conheço este aplicativo e quero consentir
consent-let-title = Deixar entrar um aplicativo denunciado?
consent-let-text = Ele recebe o acesso listado aqui e o mantém mesmo depois que as senhas são trocadas. Deixe passar só se souber com certeza quem o pediu e por quê.
consent-released = Você decidiu deixar passar este consentimento.
consent-tick-leave = Deixe vazia a caixa para toda a organização
consent-tick-must = { $app } precisa da caixa para toda a organização, e ela não está marcada
consent-tick-set = A caixa para toda a organização está marcada, como { $app } precisa
consent-tick-optional = A caixa para toda a organização pode ficar marcada ou vazia: { $app } funciona dos dois modos
consent-glance-app-right = aplicativo certo
consent-glance-app-entered = aplicativo pela ID que você informou
consent-glance-app-microsofts = aplicativo da própria Microsoft
consent-glance-app-tool = ferramenta geral da Microsoft
consent-glance-app-unknown = aplicativo desconhecido
consent-glance-app-unseen = aplicativo não informado
consent-glance-app-forbidden = aplicativo não permitido aqui
consent-glance-app-malicious = aplicativo nocivo
consent-glance-app-abused = aplicativo usado por invasores
consent-glance-app-elsewhere = aplicativo registrado em outro lugar
consent-glance-organization-right = organização certa
consent-glance-organization-wrong = organização errada
consent-glance-organization-personal = conta pessoal
consent-glance-organization-unknown = organização não informada
consent-glance-account-right = conta certa
consent-glance-account-wrong = conta errada
consent-glance-account-other = outra conta
consent-glance-account-unseen = conta não vista
consent-app-known = A ID de aplicativo é a de { $app }
consent-app-entered = A ID de aplicativo é a que você informou para { $app }; não foi verificada
consent-app-microsofts = A ID de aplicativo é a de { $app }, um aplicativo da própria Microsoft
consent-app-tool = A ID de aplicativo é a de { $app }: uma ferramenta da Microsoft que pede o que o usuário quiser. Concorde só se foi você quem a iniciou
consent-app-unknown = O Consentry não tem um perfil deste aplicativo: a ID de aplicativo não diz nada
consent-app-unseen = O endereço não diz qual é o aplicativo
consent-app-forbidden = Proibido pela política da sua organização: ID de aplicativo { $id }
consent-app-not-allowed = Não está entre os aplicativos que a sua organização permite: ID de aplicativo { $id }
consent-app-reported = Denunciado como { $name }: { $says } Fonte: { $source }, { $date }
consent-owner-right = Está registrado onde { $app } está registrado
consent-owner-wrong = Está registrado em uma organização diferente da de { $app }
consent-organization-right = O consentimento é para { $tenant }, como a conexão
consent-organization-wrong = O endereço indica uma organização diferente de { $tenant }, para a qual é a conexão
consent-organization-unknown = O endereço não diz a organização; a conexão é para { $tenant }
consent-organization-personal = Isto é para contas pessoais, não para uma organização
consent-account-right = Conectado como { $account }
consent-account-other = Conectado como { $account }; a conexão foi feita por { $known }
consent-account-foreign = Conectado como { $account }; a conexão foi feita por { $known }. Se for outra organização, o consentimento não valerá lá
consent-account-guest = { $account } é um convidado aqui. O consentimento de um convidado não serve para esta conexão
consent-account-personal = { $account } é uma conta pessoal
consent-account-unseen = A página não diz quem está conectado; a conexão foi feita por { $account }
consent-redirect-known = A resposta vai para { $host }, como esperado
consent-redirect-portal = A resposta volta ao portal em { $host }
consent-redirect-plain = A resposta vai para { $host }
consent-redirect-unexpected = A resposta vai para { $host }, que o perfil do aplicativo não indica
consent-publisher-same = A página indica { $publisher } como editor, como esperado. Um nome não prova nada
consent-publisher-other = A página indica { $publisher } como editor; o esperado era { $wanted }
consent-publisher-shown = A página indica { $publisher } como editor. Um nome não prova nada
consent-publisher-verified = A página mostra o selo de editor verificado. Selos já foram obtidos por fraude
consent-publisher-unverified = A Microsoft não verificou quem publica este aplicativo
consent-publisher-unseen = Não se viu se o editor é verificado
consent-scopes-expected = Pede o que é esperado
consent-scopes-unexpected = Pede mais do que o esperado: { $scopes }
consent-scopes-missing = Não pede o que se sabe que { $app } precisa: { $scopes }
consent-for-all = Isto é para todos na organização
consent-by-prompt = Veio como uma entrada e pede por todos na organização
consent-by-link = O link de alguém levou até aqui: é para todos na organização, e ninguém mais será consultado
consent-asks = { $count ->
        [one] { $count } permissão
       *[other] { $count } permissões
    }: { $risks }
consent-asks-unlisted = O endereço não diz o que é pedido; a página lista
consent-risk-low = risco baixo
consent-risk-medium = risco médio
consent-risk-high = risco alto
consent-risk-critical = risco crítico
consent-again-nothing = Tudo já foi concedido antes: nada de novo é pedido
consent-again-adds = Uma parte já foi concedida antes. É novo: { $scopes }
consent-change-counts = A concessão acrescenta { $adds ->
        [one] { $adds } permissão
       *[other] { $adds } permissões
    } e mantém { $keeps } que já existem
consent-change-all-new = A concessão acrescenta { $adds ->
        [one] uma permissão, que ainda não existe
       *[other] { $adds } permissões; nenhuma delas existe ainda
    }
consent-change-nothing = A concessão não acrescenta nada: { $keeps ->
        [one] a única permissão já existe
       *[other] todas as { $keeps } já existem
    }
consent-change-revokes = Concedido antes para todos e ausente desta lista, então a concessão pode retirar: { $permissions }
consent-change-unknown = Não se sabe o que o aplicativo já tem, então também não se sabe o que uma concessão acrescenta ou retira
consent-change-unknown-application = Não se sabe quais permissões de aplicativo ele tem
consent-change-unknown-delegated = Não se sabe quais permissões delegadas ele tem
consent-role-needed = Menor função que pode fazer isto: { $role }. Um Administrador Global sempre pode. Fonte: { $source }
consent-role-oneself = Não é preciso função para concordar por si mesmo, até onde a sua organização deixa as pessoas concordarem com aplicativos
consent-role-unless = Não é preciso função para concordar por si mesmo, a menos que a sua organização deixe isso com a Microsoft: nesse caso { $scopes } exige um administrador. Fonte: { $source }
permission-title-application = { $name }, para o próprio aplicativo
permission-as-person = Como você: { $means }
permission-on-its-own = Por conta própria, sem ninguém conectado: { $means }
permission-thief = Em mãos erradas: { $text }
permission-because = Por que { $risk }: { $text }
permission-unknown = Avaliado pelo nome como { $risk }: não está na lista do Consentry.
permission-why = Para que é necessário: { $text }
dark-other-tenant = O botão aqui é de uma organização diferente daquela que entrou. Mude o portal para a organização certa.
dark-off = A Microsoft mudou esta página, por isso nada é apontado aqui até que ela seja conhecida de novo. Siga as palavras.
dark-no-profile = Nenhum perfil tem este aplicativo, então um guia não apontaria para nada.
wrong-app-title = Este é outro aplicativo
wrong-app-text = A ID de aplicativo aqui não é a de { $app }, seja qual for o nome. Volte para a lista.
step-signed = Comprovado pela entrada
connect-do = Entrar e conectar
backend-garbled = O que responde em { $address } não é um servidor do Consentry. Verifique o endereço.
returned-title = A janela voltou
returned-text = Ela diz que a concessão foi aceita. O Consentry pergunta ao Microsoft Graph se é verdade.

consent-held-any = Aceitar foi retido: há uma caixa marcada, e pode ser a de toda a organização. Desmarque as caixas.
early-title = Pressione novamente
early-text = Uma caixa foi marcada antes que o Consentry lesse esta página, por isso o seu clique foi retido. Agora a página foi lida e nada aqui é retido: pressione novamente.
unseen-title = O Consentry fica fora desta página
unseen-text = Está configurado para conhecer esta página só pelo endereço. Nada é destacado aqui e nada é retido: leia a página antes de aceitar.
unseen-app-unknown = O endereço indica um aplicativo de que o Consentry não tem perfil: { $id }
unseen-tenant = A organização no endereço: { $tenant }
unseen-tenant-any = O endereço não indica organização: será a da conta que você escolher
unseen-redirect = A resposta vai para { $host }
unseen-scopes = O endereço pede: { $scopes }
unseen-tick = Não visto: se a caixa para toda a organização existe e está marcada
unseen-permissions = Não vista: a lista de permissões na página
unseen-account = Não visto: qual conta está conectada
access-withheld = O navegador não dá ao Consentry acesso às páginas de entrada: ele foi retirado no acesso a sites da extensão. Nada é destacado nem retido lá, e nem o endereço é conhecido.
access-barred-title = Sem acesso a esta página
access-barred-text = A política de navegador da sua organização não deixa nenhuma extensão entrar nesta página. O Consentry não pode vê-la, nem destacar ou reter algo aqui. O Microsoft Graph ainda diz se há uma concessão.
settings-from-package = Uma configuração incluída
settings-from-own = Uma configuração sua
settings-from-policy = A política da sua organização
settings-refused = { $from } não é usada: { $name }. { $why }
settings-unknown = Não há configuração com esse nome.
settings-needs-backend = Precisa ser um endereço https, ou um endereço http neste computador.
settings-needs-portal = Precisa ser um endereço https do portal do Azure ou do centro de administração do Entra.
settings-needs-tick = Precisa ser warn, confirm ou forbid.
settings-needs-language = Precisa ser um destes: { $tags }.
settings-needs-yes-or-no = Precisa ser true ou false.
settings-needs-text = Precisa ser um texto.
settings-needs-clients = Precisa ser uma lista de IDs de aplicativo.
settings-needs-client = { $count ->
        [one] Um dos itens não é uma ID de aplicativo e foi deixado de fora.
       *[other] { $count } dos itens não são IDs de aplicativo e foram deixados de fora.
    }
data-pack = O que o Consentry sabe das páginas da Microsoft vem do pacote de dados { $serial } da sua organização, sobre o { $built_in } que veio incluído.
data-refused = O pacote de dados da sua organização não foi adotado: { $why }.
settings-fixed = Definido pela sua organização: { $names }
settings-zero-touch-on = O Consentry fica fora das páginas de entrada. Ele guia pelo endereço delas e pelo Microsoft Graph.
settings-zero-touch-off = O Consentry olha as páginas de entrada, destaca o controle certo e retém um consentimento por todos.
settings-zero-touch-begin = Ficar fora das páginas de entrada
settings-zero-touch-end = Voltar a olhar as páginas de entrada

manifest-name = Consentry
manifest-description = Guia a autorização de um conector do Office 365: destaca o próximo passo, retém o consentimento por todos, comprova o resultado.
step-progress = Etapa { $at } de { $of }

# O que o cartão e o painel dizem por si.
face-hide = Ocultar este cartão
face-page = Página:
face-loading = ainda carregando
face-dark = Nada está destacado:
face-consent = Página de consentimento:
face-lit = Destacado
face-looked-for = Procurado
face-diagnosis-copied = Copiado sem nomes
face-diagnosis-copy = Copiar sem nomes
face-case-copied = Copiado como caso de teste, mascarado
face-case-copy = Copiar esta página como caso de teste
face-found = encontrado:
face-not-there = ausente
face-none = nenhum
face-because = Porque
face-reasons = Motivos
face-signs-for = a favor:
face-signs-against = contra:
face-state-done = Feito
face-state-current = Agora
face-state-later = Depois
face-state-skipped = Deixado de fora
face-next-try = Próxima tentativa:
face-missing = Ainda não concedido:
face-role-needed = É preciso ao menos:
face-assigned = Atribuídos:
face-for-everybody = Concedido para todos:
face-beyond = Concedido além do que o aplicativo declara:
face-not-known = Não se sabe:
face-needs = precisa de
face-remedy = O que fazer:
face-code = Código próprio:
face-open = Abrir a página para isso
face-guard-released = Você deixou passar a caixa para toda a organização
face-guard-held = Aceitar foi retido enquanto a caixa para toda a organização estava marcada
face-guard-ticked = A caixa para toda a organização ficou marcada por um tempo
face-guard-offered = A caixa para toda a organização foi oferecida e ficou vazia
face-proof = Comprovação
face-assigned-only = Só as pessoas atribuídas podem usar o aplicativo
face-everybody = Todos na organização podem usar o aplicativo
face-exposure = Quem pode usar
face-backend = Servidor:
face-settings = Configurações
face-begin = O que você quer conectar?
face-begin-more = Conectar outra coisa
face-diagnostics = Diagnóstico
face-nothing-seen = Nada foi olhado nesta página ainda.
face-tone-good = Bom:
face-tone-caution = Cuidado:
face-tone-bad = Pare:
face-permissions = O que cada permissão permite
face-checks = O que mais foi verificado
face-copied = Copiado
face-copy = Copiar

label-granter = pediram que você conceda isto
side-source = Copiar de
side-destination = Copiar para
back-do = Voltar uma etapa
back-here = Você voltou a uma etapa já feita. Nada se perde com isso.
forward-do = Continuar de onde estava
step-again = { $note }. Você voltou a ela
leave-ask = Sair
start-over-ask = Recomeçar
leave-title = Sair de { $app }?
start-over-title = Recomeçar com { $app }?
leave-nothing-changes = Nada muda na sua organização com isso.
leave-lost-steps = As etapas e o que se sabe delas são retirados deste navegador
leave-lost-again = Você recomeça na primeira etapa; o que se sabe das outras se perde
leave-lost-access = Este navegador perde o acesso à conexão: não pode mais acompanhá-la nem excluí-la
leave-lost-bearer = Este navegador perde o acesso à conexão, e ela não foi feita aqui: só quem a fez pode excluí-la
leave-lost-reminder = O lembrete que você definiu se perde
leave-stays-handoff = Um link de repasse já enviado vale até expirar
leave-stays-grant = A concessão fica: { $app } mantém o que recebeu até que alguém retire, como mostrado em Desfazer
leave-delete-does = A exclusão faz o servidor esquecer a entrada, o que leu e o registro, e revoga a entrada onde a Microsoft aceita
leave-stay = Ficar
leave-keep = Sair e deixar o servidor manter os dados
leave-delete = Sair e excluir o que está armazenado
start-over-do = Recomeçar
start-over-keep = Recomeçar e deixar o servidor manter os dados
start-over-delete = Recomeçar e excluir o que está armazenado
deleted-title = Excluído: { $app }
deleted-text = O servidor esqueceu esta conexão.
deleted-revoked = Revogado: { $what }
deleted-forgotten = Esquecido: { $what }
deleted-remains = Permanece: { $what }
deleted-dismiss = Ocultar
harden-done = { $what }: feito, como o Graph mostra
harden-said = { $what }: feito, segundo você ou a página; o Graph não pode dizer isso a este aplicativo
harden-open = { $what }: não feito
harden-unknown = { $what }: não se sabe
harden-grant = 1. Conceder
harden-assign = 2. Atribuir pessoas
harden-require = 3. Exigir atribuição
harden-verify = 4. Verificar
harden-closed = Só as pessoas atribuídas podem usar o aplicativo
harden-have = Atribuídos: { $names }
harden-keep = Manteriam o acesso: { $names }
harden-yourself = O Graph informa nomes e não contas. Veja se { $account }, que entrou aqui, está entre eles
harden-groups = De um grupo atribuído contam só os membros diretos, não os dos grupos dentro dele
harden-nobody = Ninguém está atribuído: se a atribuição fosse exigida agora, todos ficariam de fora, você também. Atribua pessoas primeiro
harden-assigned-unknown = Não se sabe quem está atribuído: o aplicativo não pode ler isso. Verifique antes de fechar o aplicativo
harden-lose = Perderiam o acesso: todas as outras pessoas, na próxima entrada (AADSTS50105), administradores também
harden-app-itself = O que o aplicativo faz por conta própria, sem ninguém conectado, não é afetado
harden-sign-ins-unknown = Não se sabe aqui quem usou o aplicativo recentemente: isso exige os logs de entrada, que o aplicativo não lê
recipe-assigned-title = Ver quem está atribuído
recipe-assigned-text = Lê a lista de pessoas e grupos; não muda nada.
recipe-assigned-step-1 = Abra Usuários e grupos de { $app }: a lista está lá.
recipe-sign-ins-title = Ver quem usou recentemente
recipe-sign-ins-text = Lê os logs de entrada dos últimos 30 dias; não muda nada. Exige o Microsoft Entra ID P1 ou P2 e, no mínimo, a função "Reports Reader".
recipe-sign-ins-step-1 = Abra { $app } em "Enterprise applications".
recipe-sign-ins-step-2 = Escolha "Sign-in logs" no menu, em "Activity".
recipe-grant-title = Retirar o que foi concedido
recipe-grant-text = { $app } perde as permissões. As conexões param na próxima chamada, as de outras pessoas também.
recipe-grant-step-1 = Abra Permissões de { $app }.
recipe-grant-step-2 = Na guia "Admin consent", abra o menu (…) de cada permissão e escolha "Revoke permission".
recipe-grant-step-3 = O que as pessoas aceitaram para si está na guia "User consent". O portal não pode revogar isso: use o Graph ou o PowerShell.
recipe-require-title = Abrir para todos novamente
recipe-require-text = Todos na organização podem entrar em { $app } novamente. As pessoas atribuídas continuam atribuídas.
recipe-require-step-1 = Abra Propriedades de { $app }.
recipe-require-step-2 = Defina "Atribuição necessária?" como Não e pressione Salvar.
recipe-disable-title = Desativar
recipe-disable-text = Ninguém mais pode entrar em { $app }, e o aplicativo não recebe novos tokens. As permissões ficam, então ele pode ser ativado novamente.
recipe-disable-step-1 = Abra Propriedades de { $app }.
recipe-disable-step-2 = Defina "Enabled for users to sign in?" como Não e pressione Salvar.
recipe-delete-title = Remover da organização
recipe-delete-text = { $app } é excluído aqui, com as permissões e as pessoas atribuídas. Ele volta, sem elas, quando alguém entra nele e concorda novamente.
recipe-delete-step-1 = Abra Propriedades de { $app }.
recipe-delete-step-2 = Escolha "Delete" e confirme.
way-portal = No portal
way-portal-open = Abrir a página para isso
way-graph = Com o Microsoft Graph
way-graph-how = Exige as permissões delegadas { $scopes }. Uma ID entre os sinais de menor e maior é uma das que a solicitação anterior devolve; envie a solicitação uma vez para cada uma.
way-graph-request = Solicitação
way-powershell = Com o PowerShell
way-powershell-how = Exige o módulo Microsoft.Graph.
way-powershell-commands = Comandos
undo-check = Já fiz isto: verificar
undo-asking = Perguntando ao Microsoft Graph
undo-refused = Retirado: o Microsoft Graph recusa o que antes permitia
undo-gone = Removido: a Microsoft não conhece mais o aplicativo nesta organização
undo-disabled = Desativado: a Microsoft confirma
undo-open = Aberto novamente: o Microsoft Graph diz que nenhuma atribuição é exigida
undo-still = Ainda não: o Microsoft Graph responde como antes. Um token já emitido funciona por até cerca de uma hora; verifique mais tarde
undo-unknown = Não se sabe: a resposta da Microsoft não diz. Veja no portal
state-taken-back = Retirado
taken-back-title = Retirado
taken-back-text = A Microsoft mostra que { $app } não tem mais o que foi concedido.
resume-do = Configurar novamente
reminder-title = Lembrar-me de retirar
reminder-text = Uma cópia termina um dia, e então ninguém mais precisa da concessão. O dia fica guardado neste navegador.
reminder-field = Dia
reminder-set = Definir o lembrete
reminder-clear = Remover o lembrete
reminder-waits = Há um lembrete definido
reminder-due = Chegou o dia em que esta concessão deve ser retirada. Como fazer isso está em Desfazer
reminder-badge = Consentry: hora de retirar o que foi concedido a { $apps }
record-json = Obter o registro como JSON
record-html = Obter o registro como página
dark-reduced = A orientação está reduzida: nas páginas só a proteção fala, e nada é destacado. O painel diz o que seria.
settings-title = Opções do Consentry
settings-text = O que você define aqui fica neste navegador. O que a sua organização define vale antes.
settings-save = Salvar
settings-more = Todas as opções
settings-reset = Voltar ao valor anterior
settings-locked = Definido pela sua organização. Quem cuida do Consentry lá pode mudar.
settings-access = O navegador ainda não diz ao Consentry quando uma página de { $host } está aberta. Sem isso, um link de repasse deste servidor não inicia nada aqui.
settings-access-allow = Deixar o Consentry ver as páginas de { $host }
settings-needs-ids = Não é uma ID de aplicativo: { $wrong }. Uma tem esta forma: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = Servidor
setting-backend-help = O endereço do servidor que pergunta ao Microsoft Graph. Sem ele, o guia continua e não comprova nada.
setting-portal-label = Portal
setting-portal-help = Para onde os links levam: o portal do Azure ou o centro de administração do Entra, da sua nuvem.
setting-language-label = Idioma
setting-language-help = O idioma de tudo o que o Consentry diz. As páginas da Microsoft mantêm o delas.
setting-language-browser = Como o navegador
setting-tickPolicy-label = A caixa para toda a organização
setting-tickPolicy-help = O que acontece enquanto ela está marcada embora o aplicativo não deva tê-la.
setting-tickPolicy-warn = Avisar, não reter nada
setting-tickPolicy-confirm = Reter Aceitar até eu deixar passar
setting-tickPolicy-forbid = Reter Aceitar, não deixar passar nada
setting-zeroTouch-label = Ficar fora das páginas de entrada
setting-zeroTouch-help = Nenhum script roda lá. O Consentry guia por endereços e pelo Microsoft Graph; nada é destacado e nada é retido.
setting-reducedGuidance-label = Orientação reduzida
setting-reducedGuidance-help = Nas páginas só a proteção fala. Todo o resto está no painel.
setting-allowedClients-label = Aplicativos com que se pode concordar
setting-allowedClients-help = IDs de aplicativo, uma por linha. Se houver alguma, qualquer outro aplicativo é retido. Vazio: todos podem.
setting-forbiddenClients-label = Aplicativos com que não se deve concordar
setting-forbiddenClients-help = IDs de aplicativo, uma por linha.
practice-word = Prática
practice-sentence = Este é um locatário de prática neste computador. Nada aqui toca uma organização real.
practice-title = O que experimentar
practice-text = Percorra o caminho uma vez e caia na armadilha de propósito.
practice-trap = Marque a caixa para toda a organização na página de consentimento: Aceitar é retido
practice-proof = Chegue ao fim: o Microsoft Graph, ou o que o representa aqui, responde as duas contagens
practice-try = Prática: marque a caixa uma vez e pressione Aceitar, para ver o que acontece. Depois desmarque-a
practice-begin-title = Praticar primeiro
practice-begin-text = Este comando, na pasta do código-fonte do Consentry, inicia um locatário de prática e um navegador próprio que o mostra com os nomes da Microsoft. Tudo lá está marcado como prática; neste navegador nada muda.
practice-command = Comando
head-connections = As suas conexões
head-guided = Guiado aqui
head-side = Que lado é este?
head-after = Depois da concessão
head-harden = Limitar quem pode usar
head-undo = Desfazer
head-record = Registro
head-record-text = Quem pediu, quem entrou, o que a proteção viu e o que o Microsoft Graph respondeu; cada entrada é selada, para que uma mudança apareça.
head-save-file = Salvar o arquivo
head-record-copy = O registro
settings-saved = Salvo

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = Serão pedidas pelo menos { $count ->
        [one] { $count } permissão
       *[other] { $count } permissões
    } para a organização; nem todas são conhecidas aqui. Você vê cada uma antes de aceitar.
begin-role = A documentação de { $app } pede: { $role }
begin-side-source = { $app } é autorizado na organização de onde você copia
begin-side-destination = { $app } é autorizado na organização para onde você copia
begin-side-both = { $app } é autorizado duas vezes: na organização de origem e na de destino
begin-clouds = { $app } é oferecido para: { $clouds }
begin-cloud-global = a nuvem mundial da Microsoft
begin-cloud-us-gov = a nuvem da Microsoft para o governo dos EUA
begin-cloud-china = a nuvem da Microsoft na China
profile-unverified = Não verificado de { $app }: { $fields }
profile-no-id = A ID do aplicativo de { $app } não é conhecida aqui; por isso nada que só uma ID permita reconhecer é apontado. Obtenha a ID com o fabricante e informe-a no painel do Consentry.
profile-no-id-own = Cada organização registra { $app } por conta própria. Informe a ID do aplicativo do seu registro no painel do Consentry; até lá, nada que só uma ID permita reconhecer é apontado.
client-label = ID do aplicativo de { $app }
client-help = Nenhuma fonte pública a informa. O fabricante pode dizê-la, e o portal também, se { $app } já estiver na sua organização: Aplicativos empresariais, { $app }, ID do aplicativo (não ID do objeto).
client-help-own = O portal a mostra: Registros de aplicativo, o seu registro de { $app }, ID do aplicativo (cliente) (não ID do objeto).
client-entered = Você informou a ID do aplicativo { $id } para { $app }. Ela não foi verificada: compare-a com o que diz o fabricante.
client-needs-form = Não é uma ID de aplicativo: { $wrong }. Copie-a inteira, como d62121f3-e023-4972-b6b0-794190c0fd98, do lugar indicado acima.
client-needs-own = Esta é a ID do aplicativo de { $other }, não a de { $app }. Copie-a de novo do lugar indicado acima.
client-needs-harmless = Esta ID de aplicativo foi denunciada como nociva: { $other }. Não a use e peça a correta ao fabricante de { $app }.
client-needs-allowed = Sua organização não permite o aplicativo com esta ID. Fale com quem cuida do Consentry lá.
profile-source = Fonte: { $source }
profile-field-client_ids = ID do aplicativo
profile-field-owner_tenant = onde está registrado
profile-field-publisher = editor
profile-field-callback_hosts = para onde vão as respostas
profile-field-tick = conselho sobre a caixa para a organização
profile-field-role = função que a documentação pede
profile-field-sides = onde é autorizado
profile-field-clouds = nuvens para as quais é oferecido
profile-field-retired = se ainda é oferecido
profile-field-delegated = permissões delegadas
profile-field-application = permissões de aplicativo
profile-field-entry = as próprias páginas
consent-scopes-unlisted = Fora da lista do Consentry para { $app }, que não está completa: { $scopes }
connect-without = Continuar sem prova
connect-said = Já entrei lá
grant-said = Foi concedido
state-unproven = Orientação sem prova: nenhum servidor consulta o Microsoft Graph
step-person = Você informou; não provado
done-unproven-title = Concluído, sem prova
done-unproven-text = As etapas de { $app } estão concluídas, até onde este navegador e você sabem. Ninguém consultou o Microsoft Graph: veja em { $app } se funciona.
handoff-wait-unproven = Sua parte está feita. Peça a um { $granter } que conceda as permissões a { $app }. Aqui ninguém consulta o Microsoft Graph: informe quando estiver feito.
returned-unproven = Ela informa que a concessão foi aceita. Aqui ninguém consulta o Microsoft Graph; por isso não está provado.
wrong-window-unproven = O Consentry não sabe se a concessão foi aceita. Pressione o botão de novo ou veja no portal.
settings-needs-profiles = Deve ser um objeto: para cada ID de perfil, o que é adicionado ou alterado.

# As páginas do servidor: o link para entregar, e o fim de uma entrada

page-footer = O Consentry só lê. Ele nunca concede nada e nunca pede uma senha.
page-error-remedy = O que fazer
page-error-role = Quem pode
page-error-link = Abrir o lugar onde se faz
page-error-code = Código da Microsoft
page-nothing-title = Você pode fechar esta página.
page-nothing-text = Não há mais nada a fazer aqui.
page-nobody-title = Ninguém entrou ainda.
page-nobody-text = Volte para onde você começou e comece de novo.
page-missing-title = Você entrou.
page-missing-text = Falta uma coisa, e isso é esperado: um administrador da sua organização precisa conceder a { $app } as próprias permissões. Volte para onde você começou; lá aparece o próximo passo.
page-spreading-title = Quase lá.
page-spreading-text = O consentimento foi concedido e está se espalhando pelos serviços da Microsoft. Isso leva até alguns minutos.
page-done-title = { $app } está totalmente autorizado.
page-done-text = O Microsoft Graph responde: { $sites ->
        [one] { $sites } site do SharePoint
       *[other] { $sites } sites do SharePoint
    } e { $users ->
        [one] { $users } usuário
       *[other] { $users } usuários
    }.
page-close = Você pode fechar esta página.
page-thanks-title = Obrigado.
page-thanks-text = O Consentry agora pergunta ao Microsoft Graph se o consentimento para { $app } chegou. Quem enviou o link vê a resposta, quase sempre em menos de um minuto.
page-grant-title = Conceder a { $app } as permissões
page-grant-lead = Alguém da sua organização começou a conectá-lo e precisa de você para um passo.
page-grant-already = Isto já está feito.
page-who = Quem pede
page-who-account = Entrou como
page-who-label = Nome que deram
page-who-organization = Organização
page-who-app = ID do aplicativo
page-who-publisher = Fornecedor
page-how = Como
page-how-role = Você precisa da função { $role } ou Administrador Global. O portal pede que você entre; esta página, nunca.
page-how-open = Abrir { $app } no portal
page-how-here = Lá, escolha "Permissões" e depois "Conceder consentimento do administrador".
page-how-list = Lá, abra { $app } na lista (compare a ID do aplicativo), escolha "Permissões" e depois "Conceder consentimento do administrador".
page-how-else = Se o portal não abrir
page-how-address = A página da Microsoft para o mesmo consentimento tem este endereço. Antes de abrir, verifique se ele começa com o nome do host de entrada da Microsoft:
page-what = O que será concedido
page-what-application = { $app } recebe estas permissões para si mesmo, sobre os dados de todos, sem ninguém conectado:
page-what-delegated = A página da Microsoft também lista estas, para a pessoa que entrou:
page-what-repeated = Ela pode repetir o que a entrada pediu: { $scopes }.
page-what-more = Se a página da Microsoft mostrar outra coisa, não aceite e pergunte a quem enviou isto.
