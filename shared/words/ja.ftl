# Consentry が日本語で伝える言葉。短く、落ち着いて、具体的に: 何をするか、なぜか。
# Microsoft の画面の名前は labels.toml のとおり。

language-name = 日本語
language-direction = ltr
list-and = { $one }、{ $other }
list-or = { $one }または{ $other }

role-cloud-application-administrator = クラウド アプリケーション管理者
role-application-administrator = アプリケーション管理者
role-privileged-role-administrator = 特権ロール管理者
role-global-administrator = グローバル管理者

step-connect-title = サインインして接続する
step-connect-text = まず、ご自分のアカウントで { $app } を接続してください。
step-grant-title = 管理者の同意を与える
step-grant-text = 管理者がポータルで { $app } にアクセス許可を与えます。
step-load-title = { $app } で確認する
step-load-text = { $app } でコネクタを読み込み、見つかった内容を確認してください。
step-assign-title = 使用できる人を選ぶ
step-assign-text = ほかの人のアクセスを閉じる前に、ご自分と移行を行う人を割り当ててください。
step-require-title = ほかの人には閉じる
step-require-text = 割り当てを必須にすると、選んだ人だけが { $app } を使用できます。
actor-starter = あなた

begin-title = { $app } を承認する
begin-text = 手順は 2 つです。まずサインインして接続し、次に管理者が { $app } にアクセス許可を与えます。あなたのロールはどれですか?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint 管理者
begin-needs = 2 つ目の手順に必要な最小のロール: { $granter }。グローバル管理者はいつでも行えます。出典: { $source }
begin-asks = 求められるもの: 組織に対する { $count ->
       *[other] { $count } 件のアクセス許可
    }。同意する前に 1 件ずつ確認できます。

at-authorize-new-connector-title = 新しいコネクタを始める
at-authorize-new-connector-text = コピー元またはコピー先の側で「Authorize New Connector」を押してください。
at-connector-row-title = Office 365 を選ぶ
at-connector-row-text = 「Office 365 (OneDrive/SharePoint Admin)」の行の「Authorize」を押してください。その下の行は 1 人分のファイル専用です。
at-authorize-title = 名前を付けるか、そのままにする
at-authorize-text = 表示名は自由です。「Authorize」を押すと、Microsoft がサインインを求めます。
at-reauthorize-title = もう一度サインインする
at-reauthorize-text = このコネクタには有効なサインインがありません。「Reauthorize」を押してもう一度サインインしてください。ほかに失われるものはありません。
at-sign-in-account-title = 管理者アカウントを選ぶ
at-sign-in-account-text = 接続する組織の SharePoint を管理しているアカウントを使ってください。個人用アカウントやゲスト アカウントでは行えません。
at-sign-in-title = サインイン
at-sign-in-text = 管理者アカウントでサインインしてください。ここに入力する内容を Consentry は読み取りません。
at-consent-title = ご自分の分だけ承諾する
at-consent-text = 求められている内容を読み、「承諾」を押してください。有効なのはご自分のアカウントだけです。
at-consent-with-tick-title = ご自分の分だけ承諾する
at-consent-with-tick-text = 求められている内容を読み、「組織の代理として同意する」のチェックを入れずに「承諾」を押してください。

at-consent-with-box-title = 読んでから承諾する
at-consent-with-box-text = 求められている内容を読み、「組織の代理として同意する」にチェックを入れるかどうかを決めて「承諾」を押してください。

at-needs-admin-title = このメッセージは想定どおりです
at-needs-admin-text = コネクタのサインインは済んでいます。足りないのは、ポータルでの管理者の同意です。このリンクからエンタープライズ アプリケーションの一覧を開いてください。
at-hand-off-title = 同意を与えるよう依頼されています
at-hand-off-text = 何がなぜ求められているかを読み、ポータルで { $app } を開いてください。そこで「承諾」を押すまで何も与えられません。
at-grant-account-title = 同意を与えられるアカウントを選ぶ
at-grant-account-text = 同じ組織の{ $granter }のアカウントを使ってください。
at-grant-sign-in-title = サインイン
at-grant-sign-in-text = 同意を与えられるアカウントでサインインしてください。ここに入力する内容を Consentry は読み取りません。
at-app-row-title = { $app } を開く
at-app-row-text = この行は名前もアプリケーション ID も正しいものです。開いてください。
at-app-search-title = { $app } を検索する
at-app-search-text = 検索ボックスに名前を入力してください。最初は一部のアプリケーションしか表示されません。
at-app-filter-title = フィルターを外す
at-app-filter-text = { $app } はこの一覧にありません。Microsoft が所有しているため隠れている可能性があります。アプリケーションの種類のフィルターを外してください。
at-app-missing-title = { $app } は一覧にありません
at-app-missing-text = 名前とアプリケーション ID の両方が合う行がありません。ここで誰かがサインインするとアプリが現れます。正しい組織かどうか確認してください。
at-app-wait-title = 一覧を読み込んでいます
at-app-wait-text = 名前とアプリケーション ID が正しい行が現れるまでお待ちください。
at-menu-permissions-title = 「アクセス許可」を開く
at-menu-permissions-text = 「アクセス許可」は左のメニューの「セキュリティ」の下にあります。同意はそこで与えます。
at-menu-group-title = 「セキュリティ」を展開する
at-menu-group-text = 「アクセス許可」は、折りたたまれている「セキュリティ」の中にあります。開いてください。
at-grant-title = 管理者の同意を与える
at-grant-text = このボタンを押してください。与えられる内容を示すウィンドウが開きます。そこで承諾するまで何も与えられません。
at-portal-unsure-title = アドレスとページが一致しません
at-portal-unsure-text = アドレスとページが別の場所を示しています。左のメニューで「アクセス許可」を選ぶか、下のボタンで移動してください。
at-registration-title = ここは「App registrations」です
at-registration-text = { $app } はあなたの組織に登録されていないため、ここでは同意を与えられません。同意は「Enterprise applications」の「アクセス許可」で与えます。
at-registration-grant-title = 管理者の同意を与える
at-registration-grant-text = { $app } はあなたの組織のアプリなので、ここで同意を与えられます。続いてページ内で 1 つ質問されます。
at-registration-confirm-title = 同意を確認する
at-registration-confirm-text = これは { $app } についての質問です。読んでから「はい」を選んでください。
at-admin-consent-title = 読んでから承諾する
at-admin-consent-text = ここでは組織全体への同意が正しい選択です。{ $app } はこの同意がないと動作しません。一覧を想定と比べてから「承諾」を押してください。
at-load-title = コネクタを読み込む
at-load-text = 同意は確認されました。ここでも見えるように、コネクタを読み込んでください。
at-add-user-title = 必要な人を割り当てる
at-add-user-text = ご自分と移行を行う全員を追加してください。誰も締め出されないよう、アクセスを閉じる前に行います。
at-menu-users-title = 「ユーザーとグループ」を開く
at-menu-users-text = 先に人を割り当てます。ほかの人のアクセスを閉じるのはその後です。
at-assignment-yes-title = 割り当てを必須にする
at-assignment-yes-text = 「はい」を選んでください。割り当てた人だけが { $app } を使用できるようになります。
at-assignment-save-title = 保存
at-assignment-save-text = 「保存」を押してください。それまで変更は有効になりません。
at-menu-properties-title = 「プロパティ」を開く
at-menu-properties-text = 割り当てを必須にするスイッチは「プロパティ」にあります。

elsewhere-title = 次の手順は別の場所です
elsewhere-text = { $step } このページはその手順に含まれません。
elsewhere-go = そこへ移動する
straight = アプリへ直接移動する
dark-absent = このページにはないか、まだ現れていません。
dark-unsure = 似たものがありますが、指し示せるほど確かではありません: { $why }。
dark-disabled = ありますが、淡色表示です。このアカウントでは同意を与えられません。{ $granter }のアカウントを使ってください。

dark-greyed = ありますが、今は淡色表示です。
dark-behind = ありますが、手前に開いているものの後ろにあります。先にそれを閉じてください。

handoff-make = 同意を与えられる人へのリンクを作る
handoff-made = このリンクを{ $granter }に送ってください。1 回だけ使え、1 日で期限が切れます。
handoff-label = 引き継ぎリンク
handoff-wait-title = 同意を待っています
handoff-wait-text = あなたの作業は終わりました。残りは{ $granter }が行います。Microsoft Graph で確認されると、自動的に緑色になります。

done-title = 承認済み
done-text = Microsoft Graph の回答: { $sites ->
       *[other] SharePoint サイト { $sites } 件
    }、{ $users ->
       *[other] ユーザー { $users } 人
    }。コネクタの準備ができました。
done-back = { $app } に戻る
done-harden = 選んだ人だけに限定する

state-begun = まだ接続されていません
state-awaiting_sign_in = サインインを待っています
state-needs_admin_consent = サインイン済みです。管理者の同意が足りません。
state-propagating = 同意されました。Microsoft に反映されるまで少しかかります。
state-authorized = 承認済み: { $sites ->
       *[other] SharePoint サイト { $sites } 件
    }、{ $users ->
       *[other] ユーザー { $users } 人
    }
state-needs_reauthorization = もう一度サインインが必要です
state-blocked = 停止しています: { $title }

propagating-title = 同意されましたが、まだ見えません
propagating-text = 同意の反映には、通常 1 分足らずですが少し時間がかかります。ほかにすることはありません。自動的にもう一度確認します。
waiting-text = { $reason }。まもなくもう一度確認します。
blocked-remedy = 対処方法: { $remedy }
blocked-role = 行える人: { $role }
reauthorize-do = もう一度サインインする
check-do = 今すぐ確認する
leave-do = 終了する
skip-do = これを省く
take-assign = 選んだ人だけに限定する
go-do = この手順のページを開く
backend-trouble = { $address } のサーバーが応答しません。案内は続きますが、応答があるまで何も証明できません。
step-proof = { $call } で証明済み
step-page = ページで確認、まだ証明されていません

wrong-declined-title = 同意は拒否されました
wrong-declined-text = 何も与えられていません。間違いだった場合は、もう一度サインインして「承諾」を押してください。
wrong-window-title = ウィンドウが閉じられました
wrong-window-text = 同意が承諾されたかどうか Consentry には分からないため、Microsoft Graph に確認します。何も変わらない場合は、もう一度ボタンを押してください。
wrong-returned-title = 同意がないままウィンドウが終了しました
wrong-returned-text = Microsoft から { $error } と報告されました。準備ができたら、もう一度「管理者の同意を与えます」を押してください。
wrong-approval-title = 管理者の承認が必要です
wrong-approval-text = このアカウントでは { $app } に同意できません。管理者アカウントをお持ちの場合は、このページのそのリンクを選んでください。お持ちでない場合は、持っている人に依頼してください。
wrong-approval-who = 承認に必要な最小のロール: { $role }。グローバル管理者はいつでも行えます。出典: { $source }
wrong-approval-form = このページのフォームに理由を書けます。要求は組織が選んだ担当者に届きます
wrong-approval-causes = アプリが割り当てを必須としていて管理者の同意がまだないとき、または Microsoft が要求を危険と判断したときにも、同じページが表示されます
wrong-approval-refused-title = このアプリを要求しないでください
wrong-approval-refused-text = このアプリのアプリケーション ID は報告されているか、組織で許可されていません。このページを離れ、どのようにここへ来たかをセキュリティ担当者に伝えてください。
wrong-requested-title = 管理者に依頼しました
wrong-requested-text = 承認できる人に Microsoft が要求を送りました。その 1 人が承認するまで何も与えられません。
wrong-personal-title = これは個人用アカウントのページです
wrong-personal-text = 職場のアカウントが必要です。このページを閉じ、組織のアカウントでサインインしてください。
wrong-error-title = Microsoft がサインインを止めました
wrong-error-text = ページに AADSTS{ $code } と表示されています。{ $advice }
wrong-error-plain = { $app } に戻り、もう一度サインインを始めてください。
lookalike = ここには、名前がほとんど同じでアプリケーション ID が異なる別のアプリがあります。触れないでください。

consent-title = { $app } が同意を求めています
consent-text = 何が求められているかを Consentry が説明します。選ぶのはあなたです。
consent-unknown-app = アプリ
consent-held-title = 止まってください: ご自分だけでなく全員が対象です
consent-held-text = このチェックは、組織全体へのアクセスを { $app } に与えます。チェックを外してください。外すまで「承諾」は動作しません。{ $why }
consent-forced-title = 止まってください: ご自分だけでなく全員が対象です
consent-forced-text = このチェックは、組織全体へのアクセスを { $app } に与えます。組織のポリシーはここでそれを許可していません。チェックを外してください。外すまで「承諾」は動作しません。{ $why }
consent-stopped = 「承諾」を止めました。同意は与えられていません。
consent-warned-title = これは全員分の同意です
consent-warned-text = チェックを入れると、アプリは組織全体へのアクセスを得て、以後は誰にも確認されません。信頼する人からチェックを入れるよう言われた場合を除き、外してください。
consent-malicious-title = 承諾しないでください: 有害なアプリです
consent-malicious-text = このアプリのアプリケーション ID は悪意のあるものとして報告されています。「承諾」は動作しません。「キャンセル」を押し、どのようにここへ来たかをセキュリティ担当者に伝えてください。
consent-abused-title = 止まってください: 攻撃者が使うアプリです
consent-abused-text = 正当なプログラムですが、アカウントに侵入した者がアクセスを保つために使います。「承諾」は動作しません。知っている人から接続を頼まれたのでなければ、「キャンセル」を押してセキュリティ担当者に伝えてください。
consent-forbidden-title = 組織はこのアプリを許可していません
consent-forbidden-text = 同意できるアプリはポリシーで決まっており、これは含まれていません。「承諾」は動作しません。「キャンセル」を押してください。ポリシーは組織の Consentry 担当者が変更できます。
consent-astray-title = 目的の同意ではありません
consent-astray-text = アプリは正しいものですが、同意する場所またはアカウントが違います。「キャンセル」を押し、この接続のアカウントと組織でやり直してください。
consent-must-title = { $app } にはチェックが必要です
consent-must-text = このアプリは、組織全体への同意がある場合にだけ動作します。求められている内容を読み、全員分に同意する場合は、ご自分でチェックを入れて「承諾」を押してください。
consent-release = 全員分に同意するつもりです
consent-release-title = 組織全体に同意しますか?
consent-release-text = { $app } はすべてのアカウントに対してこのアクセスを得て、以後は誰にも確認されません。{ $app } 自身の手順書は、そうしないよう求めています。
consent-release-yes = はい、今回だけ通します
consent-release-no = いいえ、止めたままにします
consent-let = このアプリを知っていて、同意するつもりです
consent-let-title = 報告されたアプリを通しますか?
consent-let-text = ここに示すアクセスを得て、パスワードを変更した後も持ち続けます。誰がなぜ求めたかを確実に知っている場合にだけ通してください。
consent-released = この同意を通すことを選びました。
consent-tick-leave = 組織全体のチェックは入れないでください
consent-tick-must = { $app } には組織全体のチェックが必要ですが、入っていません
consent-tick-set = { $app } に必要な組織全体のチェックが入っています
consent-tick-optional = 組織全体のチェックは入れても入れなくてもかまいません: { $app } はどちらでも動作します
consent-glance-app-right = 正しいアプリ
consent-glance-app-microsofts = Microsoft 自身のアプリ
consent-glance-app-tool = Microsoft の汎用ツール
consent-glance-app-unknown = 不明なアプリ
consent-glance-app-unseen = アプリが示されていない
consent-glance-app-forbidden = 許可されていないアプリ
consent-glance-app-malicious = 有害なアプリ
consent-glance-app-abused = 攻撃者が使うアプリ
consent-glance-organization-right = 正しい組織
consent-glance-organization-wrong = 違う組織
consent-glance-organization-personal = 個人用アカウント
consent-glance-organization-unknown = 組織が示されていない
consent-glance-account-right = 正しいアカウント
consent-glance-account-wrong = 違うアカウント
consent-glance-account-other = 別のアカウント
consent-glance-account-unseen = アカウントが見えない
consent-app-known = アプリケーション ID は { $app } のものです
consent-app-microsofts = アプリケーション ID は、Microsoft 自身のアプリ { $app } のものです
consent-app-tool = アプリケーション ID は { $app } のものです。使う人が望むものを何でも求める Microsoft のツールです。ご自分で起動した場合にだけ同意してください
consent-app-unknown = Consentry にはこのアプリのプロファイルがないため、アプリケーション ID からは何も分かりません
consent-app-unseen = アドレスからはどのアプリか分かりません
consent-app-forbidden = 組織のポリシーで禁止されています: アプリケーション ID { $id }
consent-app-not-allowed = 組織が許可するアプリに含まれていません: アプリケーション ID { $id }
consent-app-reported = { $name } として報告されています: { $says } 出典: { $source }、{ $date }
consent-owner-right = { $app } と同じ組織に登録されています
consent-owner-wrong = { $app } とは別の組織に登録されています
consent-organization-right = 同意の対象は、接続と同じ { $tenant } です
consent-organization-wrong = アドレスが示す組織は、接続の対象である { $tenant } ではありません
consent-organization-unknown = アドレスは組織を示していません。接続の対象は { $tenant } です
consent-organization-personal = これは組織ではなく個人用アカウント向けです
consent-account-right = { $account } としてサインインしています
consent-account-other = { $account } としてサインインしています。接続は { $known } が作成しました
consent-account-foreign = { $account } としてサインインしています。接続は { $known } が作成しました。別の組織である場合、この同意はそこでは有効になりません
consent-account-guest = { $account } はここではゲストです。ゲストの同意はこの接続の役に立ちません
consent-account-personal = { $account } は個人用アカウントです
consent-account-unseen = 誰がサインインしているかページからは分かりません。接続は { $account } が作成しました
consent-redirect-known = 応答は想定どおり { $host } に送られます
consent-redirect-portal = 応答は { $host } のポータルに戻ります
consent-redirect-plain = 応答は { $host } に送られます
consent-redirect-unexpected = 応答は { $host } に送られます。アプリのプロファイルにはない送り先です
consent-publisher-same = ページは発行元として想定どおり { $publisher } を示しています。名前は何の証明にもなりません
consent-publisher-other = ページは発行元として { $publisher } を示しています。想定は { $wanted } でした
consent-publisher-shown = ページは発行元として { $publisher } を示しています。名前は何の証明にもなりません
consent-publisher-verified = ページに確認済み発行元のバッジがあります。バッジが偽って取得された例もあります
consent-publisher-unverified = このアプリの発行元を Microsoft は確認していません
consent-publisher-unseen = 発行元が確認済みかどうかは見えませんでした
consent-scopes-expected = 求められているのは想定どおりの内容です
consent-scopes-unexpected = 想定より多く求められています: { $scopes }
consent-scopes-missing = { $app } に必要とされるものが求められていません: { $scopes }
consent-for-all = これは組織の全員が対象です
consent-by-prompt = サインインとして届き、組織の全員分の同意を求めています
consent-by-link = 誰かのリンクからここへ来ました。組織の全員が対象で、以後は誰にも確認されません
consent-asks = { $count ->
       *[other] アクセス許可 { $count } 件
    }: { $risks }
consent-asks-unlisted = アドレスは求める内容を示していません。ページに一覧があります
consent-risk-low = 低いリスク
consent-risk-medium = 中程度のリスク
consent-risk-high = 高いリスク
consent-risk-critical = 重大なリスク
consent-again-nothing = すべて以前に与えられています。新しく求められるものはありません
consent-again-adds = 一部は以前に与えられています。新しいもの: { $scopes }
consent-change-counts = この同意で { $adds ->
       *[other] { $adds } 件のアクセス許可
    }が加わり、既にある { $keeps } 件はそのまま残ります
consent-change-all-new = この同意で { $adds ->
       *[other] { $adds } 件のアクセス許可
    }が加わります。既に持っているものはありません
consent-change-nothing = この同意で加わるものはありません。{ $keeps ->
       *[other] { $keeps } 件すべてを既に持っています
    }
consent-change-revokes = 以前に全員分として与えられ、この一覧にないため、この同意で取り消される可能性があります: { $permissions }
consent-change-unknown = アプリが既に何を持っているか分からないため、同意で何が加わり何がなくなるかも分かりません
consent-change-unknown-application = どのアプリケーション許可を持っているか分かりません
consent-change-unknown-delegated = どの委任されたアクセス許可を持っているか分かりません
consent-role-needed = これを行える最小のロール: { $role }。グローバル管理者はいつでも行えます。出典: { $source }
consent-role-oneself = 組織がアプリへの同意を認めている範囲では、ご自分の分に同意するのにロールは必要ありません
consent-role-unless = ご自分の分に同意するのにロールは必要ありません。ただし組織が判断を Microsoft に委ねている場合、{ $scopes } には管理者が必要です。出典: { $source }
permission-title-application = { $name } (アプリ自身)
permission-as-person = あなたとして: { $means }
permission-on-its-own = 誰もサインインしていない状態で、アプリ単独で: { $means }
permission-thief = 悪用された場合: { $text }
permission-because = { $risk }である理由: { $text }
permission-unknown = 名前から{ $risk }と判断しました。Consentry の一覧にはありません。
permission-why = 必要な理由: { $text }
dark-other-tenant = ここのボタンは、サインインした組織とは別の組織のものです。ポータルを正しい組織に切り替えてください。
dark-off = Microsoft がこのページを変更したため、再び把握できるまでここでは何も指し示しません。言葉に従ってください。
dark-no-profile = このアプリのプロファイルがないため、案内は何も指し示しません。
wrong-app-title = これは別のアプリです
wrong-app-text = 名前が何であれ、ここのアプリケーション ID は { $app } のものではありません。一覧に戻ってください。
step-signed = サインインで証明済み
connect-do = サインインして接続する
backend-garbled = { $address } で応答しているのは Consentry のサーバーではありません。アドレスを確認してください。
returned-title = ウィンドウが戻りました
returned-text = 同意が承諾されたと示しています。Consentry は Microsoft Graph に確認しています。

consent-held-any = 「承諾」を止めました。チェックが入っており、組織全体のチェックかもしれません。チェックを外してください。
early-title = もう一度押してください
early-text = Consentry がページを読む前にチェックが入ったため、押した操作を止めました。今は読み終わり、何も止めていません。もう一度押してください。
unseen-title = Consentry はこのページに立ち入りません
unseen-text = アドレスだけでページを知る設定です。何も強調せず、何も止めません。承諾する前にご自分でページを読んでください。
unseen-app-unknown = アドレスが示すアプリのプロファイルは Consentry にありません: { $id }
unseen-tenant = アドレスにある組織: { $tenant }
unseen-tenant-any = アドレスは組織を示していません。選んだアカウントの組織になります
unseen-redirect = 応答は { $host } に送られます
unseen-scopes = アドレスが求めるもの: { $scopes }
unseen-tick = 見ていません: 組織全体のチェックがあるか、入っているか
unseen-permissions = 見ていません: ページのアクセス許可の一覧
unseen-account = 見ていません: サインインしているアカウント
access-withheld = ブラウザーが Consentry にサインイン ページへのアクセスを与えていません。拡張機能のサイトへのアクセスで外されています。そこでは何も強調も停止もせず、アドレスも分かりません。
access-barred-title = このページには入れません
access-barred-text = 組織のブラウザー ポリシーが、このページへの拡張機能の立ち入りを禁じています。Consentry は見ることも、強調することも、止めることもできません。同意があるかどうかは Microsoft Graph から分かります。
settings-from-package = 組み込みの設定
settings-from-own = ご自分の設定
settings-from-policy = 組織のポリシー
settings-refused = { $from }は使用されません: { $name }。{ $why }
settings-unknown = その名前の設定はありません。
settings-needs-backend = https のアドレス、またはこのコンピューターの http のアドレスにしてください。
settings-needs-portal = Azure portal または Entra 管理センターの https のアドレスにしてください。
settings-needs-tick = warn、confirm、forbid のいずれかにしてください。
settings-needs-language = 次のいずれかにしてください: { $tags }。
settings-needs-yes-or-no = true または false にしてください。
settings-needs-text = テキストにしてください。
settings-needs-clients = アプリケーション ID の一覧にしてください。
settings-needs-client = { $count ->
       *[other] { $count } 件の項目はアプリケーション ID ではないため、除かれました。
    }
data-pack = Microsoft のページについての知識は、同梱の { $built_in } に組織のデータ パック { $serial } を重ねたものです。
data-refused = 組織のデータ パックは取り込まれませんでした: { $why }。
settings-fixed = 組織による設定: { $names }
settings-zero-touch-on = Consentry はサインイン ページに立ち入りません。アドレスと Microsoft Graph をもとに案内します。
settings-zero-touch-off = Consentry はサインイン ページを見て、正しいコントロールを強調し、全員分の同意を止めます。
settings-zero-touch-begin = サインイン ページに立ち入らない
settings-zero-touch-end = サインイン ページを再び見る
