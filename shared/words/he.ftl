# מה ש-Consentry אומר, בעברית. קצר, רגוע, מעשי: מה לעשות ולמה.
# Microsoft's pages are named as they are in English: no source of their Hebrew words was found.

language-name = עברית
language-direction = rtl
list-and = { $one }, { $other }
list-or = { $one } או { $other }

# In English: no source of Microsoft's Hebrew names was found.
role-cloud-application-administrator = Cloud Application Administrator
role-application-administrator = Application Administrator
role-privileged-role-administrator = Privileged Role Administrator
role-global-administrator = Global Administrator

step-connect-title = כניסה וחיבור
step-connect-text = תחילה יש לחבר את { $app } בחשבון שלך.
step-grant-title = מתן הסכמת מנהל
step-grant-text = מנהל נותן ל-{ $app } את ההרשאות בפורטל.
step-load-title = לראות זאת ב-{ $app }
step-load-text = יש לטעון את המחבר ב-{ $app } כדי לראות מה נמצא.
step-assign-title = לבחור מי רשאי להשתמש
step-assign-text = יש להקצות אותך ואת מי שמבצעים את ההעברה לפני שהגישה נסגרת בפני אחרים.
step-require-title = לסגור בפני כל השאר
step-require-text = יש לדרוש הקצאה, כדי שרק האנשים שנבחרו יוכלו להשתמש ב-{ $app }.
actor-starter = אני

begin-title = אישור { $app }
begin-text = נדרשים שני שלבים: כניסה וחיבור, ואחריהם מנהל נותן ל-{ $app } את ההרשאות. איזה תפקיד יש לך?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint Administrator
begin-needs = התפקיד המצומצם ביותר שמספיק לשלב השני: { $granter }. גם Global Administrator יכול תמיד. מקור: { $source }
begin-asks = מה יתבקש: { $count ->
        [one] הרשאה אחת
       *[other] { $count } הרשאות
    } עבור הארגון. כל אחת מוצגת לפני ההסכמה.

at-authorize-new-connector-title = להתחיל מחבר חדש
at-authorize-new-connector-text = יש ללחוץ על "Authorize New Connector", בצד שממנו מעתיקים או בצד שאליו מעתיקים.
at-connector-row-title = לבחור ב-Office 365
at-connector-row-text = יש ללחוץ על "Authorize" בשורה "Office 365 (OneDrive/SharePoint Admin)". השורות שמתחתיה מיועדות לקבצים של אדם אחד בלבד.
at-authorize-title = לתת שם, או להשאיר
at-authorize-text = שם התצוגה לבחירתך. לאחר לחיצה על "Authorize" תבקש Microsoft להיכנס.
at-reauthorize-title = להיכנס שוב
at-reauthorize-text = למחבר הזה אין כניסה בתוקף. יש ללחוץ על "Reauthorize" כדי להיכנס שוב; שום דבר אחר לא אובד.
at-sign-in-account-title = לבחור בחשבון הניהול שלך
at-sign-in-account-text = יש להשתמש בחשבון שמנהל את SharePoint בארגון שמחברים. חשבון אישי או חשבון אורח לא יתאים.
at-sign-in-title = כניסה
at-sign-in-text = יש להיכנס בחשבון הניהול שלך. Consentry לא קורא את מה שמוקלד כאן.
at-consent-title = לקבל, עבורך בלבד
at-consent-text = יש לקרוא מה מתבקש וללחוץ על "Accept". זה חל על החשבון שלך בלבד.
at-consent-with-tick-title = לקבל, עבורך בלבד
at-consent-with-tick-text = יש לקרוא מה מתבקש, להשאיר את התיבה של הארגון כולו ריקה, וללחוץ על "Accept".

at-consent-with-box-title = לקרוא ואז לקבל
at-consent-with-box-text = יש לקרוא מה מתבקש, להחליט אם לסמן את התיבה של הארגון כולו, וללחוץ על "Accept".

at-needs-admin-title = ההודעה הזאת צפויה
at-needs-admin-text = המחבר נכנס. חסרה הסכמת מנהל בפורטל. אפשר לפתוח את רשימת היישומים הארגוניים בקישור הזה.
at-hand-off-title = התבקשת לתת את ההסכמה הזאת
at-hand-off-text = יש לקרוא מה מתבקש ולמה, ואז לפתוח את { $app } בפורטל. שום דבר לא ניתן לפני לחיצה על "Accept" שם.
at-grant-account-title = לבחור בחשבון שרשאי לתת הסכמה
at-grant-account-text = יש להשתמש בחשבון בתפקיד { $granter } באותו ארגון.
at-grant-sign-in-title = כניסה
at-grant-sign-in-text = יש להיכנס בחשבון שרשאי לתת הסכמה. Consentry לא קורא את מה שמוקלד כאן.
at-app-row-title = לפתוח את { $app }
at-app-row-text = בשורה הזאת השם הנכון ומזהה היישום הנכון. יש לפתוח אותה.
at-app-search-title = לחפש את { $app }
at-app-search-text = יש להקליד את השם בתיבת החיפוש. הרשימה מציגה תחילה רק חלק מהיישומים.
at-app-filter-title = להסיר את המסנן
at-app-filter-text = { $app } אינו ברשימה. ייתכן שהוא מוסתר משום שהוא בבעלות Microsoft: יש להסיר את המסנן של סוג היישום.
at-app-missing-title = { $app } אינו ברשימה
at-app-missing-text = באף שורה אין גם השם וגם מזהה היישום. היישום מופיע לאחר שמישהו נכנס אליו כאן; כדאי לבדוק שזה הארגון הנכון.
at-app-wait-title = הרשימה נטענת
at-app-wait-text = יש להמתין לשורה עם השם הנכון ומזהה היישום הנכון.
at-menu-permissions-title = לפתוח את "Permissions"
at-menu-permissions-text = "Permissions" נמצא בתפריט שבצד, תחת "Security". שם נותנים את ההסכמה.
at-menu-manage-title = לפתוח את הקבוצה "Manage"
at-menu-manage-text = הפריט הבא נמצא בתוך הקבוצה "Manage", שמקופלת כעת. יש לפתוח אותה.
at-menu-group-title = לפתוח את הקבוצה "Security"
at-menu-group-text = "Permissions" נמצא בתוך הקבוצה "Security", שמקופלת כעת. יש לפתוח אותה.
at-grant-title = לתת הסכמת מנהל
at-grant-text = יש ללחוץ על הלחצן הזה. נפתח חלון שמציג מה ניתן; שום דבר לא ניתן לפני הקבלה שם.
at-portal-unsure-title = הדף אינו מה שכתובתו אומרת
at-portal-unsure-text = הכתובת והדף מציינים מקומות שונים. יש לבחור ב-"Permissions" בתפריט שבצד, או לעבור לשם בלחצן שלמטה.
at-registration-title = זהו "App registrations"
at-registration-text = { $app } אינו רשום בארגון שלך, ולכן אי אפשר לתת לו הסכמה כאן. ההסכמה ניתנת ב-"Enterprise applications", תחת "Permissions".
at-registration-grant-title = לתת הסכמת מנהל
at-registration-grant-text = { $app } הוא יישום של הארגון שלך, ולכן אפשר לתת לו הסכמה כאן. לאחר מכן מופיעה שאלה אחת בדף.
at-registration-confirm-title = לאשר את ההסכמה
at-registration-confirm-text = זו השאלה על { $app }. יש לקרוא אותה ואז לבחור "Yes".
at-admin-consent-title = לקרוא ואז לקבל
at-admin-consent-text = כאן הסכמה עבור הארגון כולו היא הנכונה: { $app } פועל רק איתה. יש להשוות את הרשימה למה שצפוי, ואז ללחוץ על "Accept".
at-load-title = לטעון את המחבר
at-load-text = ההסכמה הוכחה. יש לטעון את המחבר כדי לראות אותה גם כאן.
at-assign-people-title = לבחור ואז להקצות
at-assign-people-text = יש לבחור כאן את האנשים, גם את עצמך, ואז ללחוץ על „הקצה”. הלחצן נשאר אפור עד שמישהו נבחר.
at-add-user-title = להקצות את מי שצריך
at-add-user-text = יש להוסיף אותך ואת כל מי שמבצע את ההעברה. כדאי לעשות זאת לפני סגירת הגישה, כדי שאיש לא יינעל בחוץ.
at-menu-users-title = לפתוח את "Users and groups"
at-menu-users-text = תחילה מקצים אנשים. הגישה נסגרת בפני אחרים לאחר מכן.
at-assignment-yes-title = לדרוש הקצאה
at-assignment-yes-text = יש לבחור "Yes". מעתה רק מי שהוקצו יוכלו להשתמש ב-{ $app }.
at-assignment-save-title = לשמור
at-assignment-save-text = יש ללחוץ על "Save". השינוי לא חל לפני כן.
at-menu-properties-title = לפתוח את "Properties"
at-menu-properties-text = המתג לדרישת הקצאה נמצא ב-"Properties".

elsewhere-title = השלב הבא נמצא במקום אחר
elsewhere-text = { $step } הדף הזה אינו חלק ממנו.
elsewhere-go = לעבור לשם
straight = ישר אל היישום
dark-absent = זה לא נמצא בדף הזה, או שעדיין לא הופיע.
dark-unsure = משהו כאן דומה לזה, אבל לא בוודאות שמספיקה כדי להצביע עליו: { $why }.
dark-disabled = זה נמצא כאן, אבל מושבת: החשבון הזה אינו רשאי לתת הסכמה. יש להשתמש בחשבון בתפקיד { $granter }.

dark-greyed = זה נמצא כאן, אבל מושבת כרגע.
dark-behind = זה נמצא כאן, מאחורי משהו שפתוח מעליו. יש לסגור אותו תחילה.

handoff-make = ליצור קישור למי שרשאי לתת הסכמה
handoff-made = יש לשלוח את הקישור הזה למי שבתפקיד { $granter }. הוא פועל פעם אחת ותוקפו יממה.
handoff-label = קישור להעברה
handoff-wait-title = ממתינים להסכמה
handoff-wait-text = החלק שלך הושלם. מי שבתפקיד { $granter } נותן את השאר; הסימון הופך ירוק מעצמו כאשר Microsoft Graph מראה זאת.

done-title = אושר
done-text = Microsoft Graph עונה: { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } ו{ $users ->
        [one] משתמש אחד
       *[other] -{ $users } משתמשים
    }. המחבר מוכן.
done-back = לחזור אל { $app }
done-harden = להגביל לאנשים נבחרים

state-begun = עדיין לא מחובר
state-awaiting_sign_in = ממתינים לכניסה
state-needs_admin_consent = הכניסה בוצעה. חסרה הסכמת מנהל.
state-propagating = ההסכמה ניתנה. ל-Microsoft נדרש רגע כדי להראות זאת.
state-authorized = אושר: { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } ו{ $users ->
        [one] משתמש אחד
       *[other] -{ $users } משתמשים
    }
state-needs_reauthorization = נדרשת כניסה חדשה
state-blocked = נעצר: { $title }

propagating-title = ניתנה הסכמה, עדיין לא נראית
propagating-text = ל-Microsoft נדרש רגע כדי להפיץ את ההסכמה, לרוב פחות מדקה. אין מה לעשות עוד; הבדיקה חוזרת מעצמה.
waiting-text = { $reason }. הבדיקה הבאה בעוד רגע.
blocked-remedy = מה לעשות: { $remedy }
blocked-role = מי יכול: { $role }
reauthorize-do = להיכנס שוב
check-do = לבדוק שוב עכשיו
leave-do = לצאת
skip-do = לוותר על זה
assign-said = האנשים הוקצו
require-said = זה נדרש עכשיו
take-assign = להגביל לאנשים נבחרים
go-do = לפתוח את הדף של השלב הזה
backend-trouble = השרת בכתובת { $address } אינו עונה. ההדרכה ממשיכה, אבל אי אפשר להוכיח דבר עד שיענה.
step-proof = הוכח על ידי { $call }
step-page = נראה בדף, עדיין לא הוכח

wrong-declined-title = ההסכמה נדחתה
wrong-declined-text = לא ניתן דבר. אם זו הייתה טעות, יש להיכנס שוב וללחוץ על "Accept".
wrong-window-title = החלון נסגר
wrong-window-text = Consentry אינו יודע אם ההסכמה התקבלה, ולכן הוא שואל את Microsoft Graph. אם דבר לא משתנה, יש ללחוץ שוב על הלחצן.
wrong-returned-title = החלון הסתיים בלי הסכמה
wrong-returned-text = Microsoft מדווחת { $error }. יש ללחוץ שוב על "Grant admin consent" כשזה מתאים.
wrong-approval-title = נדרש אישור של מנהל
wrong-approval-text = החשבון הזה אינו רשאי להסכים ל-{ $app }. אם יש לך חשבון ניהול, יש לבחור בקישור המתאים בדף הזה; אחרת יש לפנות למי שיש לו.
wrong-approval-who = התפקיד המצומצם ביותר שרשאי לאשר: { $role }. גם Global Administrator יכול תמיד. מקור: { $source }
wrong-approval-form = אפשר לכתוב נימוק בטופס שבדף הזה: הבקשה מגיעה לאנשים שהארגון שלך בחר
wrong-approval-causes = אותו דף מופיע כאשר היישום דורש הקצאה ועדיין אין לו הסכמת מנהל, או כאשר Microsoft רואה בבקשה סיכון
wrong-approval-refused-title = לא לבקש את היישום הזה
wrong-approval-refused-text = מזהה היישום הזה דווח, או שהארגון שלך אינו מתיר אותו. יש לעזוב את הדף ולספר לאחראי על האבטחה איך הגעת לכאן.
wrong-requested-title = נשלחה בקשה למנהל
wrong-requested-text = Microsoft שלחה את הבקשה למי שרשאי לאשר. שום דבר לא ניתן עד שאחד מהם מאשר.
wrong-personal-title = זהו דף של חשבון אישי
wrong-personal-text = נדרש חשבון עבודה. יש לסגור את הדף ולהיכנס בחשבון של הארגון שלך.
wrong-error-title = Microsoft עצרה את הכניסה
wrong-error-text = בדף מצוין AADSTS{ $code }. { $advice }
wrong-error-plain = יש לחזור אל { $app } ולהתחיל שוב את הכניסה.
lookalike = ליישום אחר כאן יש כמעט אותו שם ומזהה יישום אחר. אין לגעת בו.

consent-title = { $app } מבקש את הסכמתך
consent-text = Consentry מסביר מה מתבקש. הבחירה שלך.
consent-unknown-app = יישום
consent-held-title = עצירה: זה חל על כולם, לא רק עליך
consent-held-text = התיבה נותנת ל-{ $app } גישה עבור הארגון כולו. יש להסיר את הסימון; עד אז "Accept" אינו עושה דבר. { $why }
consent-forced-title = עצירה: זה חל על כולם, לא רק עליך
consent-forced-text = התיבה נותנת ל-{ $app } גישה עבור הארגון כולו, ומדיניות הארגון שלך אינה מתירה זאת כאן. יש להסיר את הסימון; עד אז "Accept" אינו עושה דבר. { $why }
consent-stopped = הלחיצה על "Accept" נעצרה. לא ניתנה הסכמה.
consent-warned-title = זו הסכמה עבור כולם
consent-warned-text = כשהתיבה מסומנת, היישום מקבל גישה עבור הארגון כולו, ואיש לא יישאל שוב. יש להסיר את הסימון, אלא אם מי שיש לך אמון בו ביקש לסמן.
consent-malicious-title = לא לקבל: היישום הזה גורם נזק
consent-malicious-text = מזהה היישום הזה דווח כזדוני. "Accept" אינו עושה דבר. יש ללחוץ על "Cancel" ולספר לאחראי על האבטחה איך הגעת לכאן.
consent-abused-title = עצירה: תוקפים משתמשים ביישום הזה
consent-abused-text = זו תוכנה כשרה, ומי שפורצים לחשבונות משתמשים בה כדי לשמור על הגישה. "Accept" אינו עושה דבר. אם איש שמוכר לך לא ביקש לחבר אותה, יש ללחוץ על "Cancel" ולספר לאחראי על האבטחה.
consent-forbidden-title = הארגון שלך אינו מתיר את היישום הזה
consent-forbidden-text = מדיניות קובעת לאילו יישומים מותר להסכים, וזה אינו אחד מהם. "Accept" אינו עושה דבר. יש ללחוץ על "Cancel"; האחראי על Consentry בארגון שלך יכול לשנות את המדיניות.
consent-astray-title = זו אינה ההסכמה שלשמה הגעת
consent-astray-text = משהו בהסכמה הזו אינו כצפוי; הפרטים למטה. יש ללחוץ על "Cancel" ולהתחיל שוב בחשבון ובארגון של החיבור הזה. אם זה מופיע שוב, יש לפנות ליצרן היישום.
consent-accept-unlit = "Accept": { $why }
consent-must-title = { $app } צריך את התיבה
consent-must-text = היישום הזה פועל רק כשההסכמה היא עבור הארגון כולו. יש לקרוא מה מתבקש; אם יש הסכמה עבור כולם, יש לסמן את התיבה בעצמך וללחוץ על "Accept".
consent-release = כוונתי להסכים עבור כולם
consent-release-title = הסכמה עבור הארגון כולו?
consent-release-text = { $app } יקבל את הגישה הזאת לכל חשבון, ואיש לא יישאל שוב. ההוראות של { $app } עצמן אומרות לא לעשות זאת.
consent-release-yes = כן, להניח לזה לעבור הפעם
consent-release-no = לא, להמשיך לעצור
consent-let = היישום מוכר לי וכוונתי להסכים
consent-let-title = להכניס יישום שדווח?
consent-let-text = הוא מקבל את הגישה שרשומה כאן, והיא נשארת בידיו גם אחרי החלפת סיסמאות. יש להניח לו לעבור רק אם ידוע בוודאות מי ביקש אותו ולמה.
consent-released = בחרת להניח להסכמה הזאת לעבור.
consent-tick-leave = להשאיר את התיבה של הארגון כולו ריקה
consent-tick-must = { $app } צריך את התיבה של הארגון כולו, והיא אינה מסומנת
consent-tick-set = התיבה של הארגון כולו מסומנת, כפי ש-{ $app } צריך
consent-tick-optional = אפשר לסמן את התיבה של הארגון כולו או להשאיר אותה ריקה: { $app } פועל כך וכך
consent-glance-app-right = היישום הנכון
consent-glance-app-entered = יישום לפי המזהה שהזנתם
consent-glance-app-microsofts = יישום של Microsoft עצמה
consent-glance-app-tool = כלי כללי של Microsoft
consent-glance-app-unknown = יישום לא מוכר
consent-glance-app-unseen = היישום לא צוין
consent-glance-app-forbidden = היישום אינו מותר כאן
consent-glance-app-malicious = יישום מזיק
consent-glance-app-abused = יישום שתוקפים משתמשים בו
consent-glance-app-elsewhere = יישום שרשום במקום אחר
consent-glance-organization-right = הארגון הנכון
consent-glance-organization-wrong = ארגון לא נכון
consent-glance-organization-personal = חשבון אישי
consent-glance-organization-unknown = הארגון לא צוין
consent-glance-account-right = החשבון הנכון
consent-glance-account-wrong = חשבון לא נכון
consent-glance-account-other = חשבון אחר
consent-glance-account-unseen = החשבון לא נראה
consent-app-known = מזהה היישום הוא של { $app }
consent-app-entered = מזהה היישום הוא זה שהזנתם עבור { $app }; הוא לא אומת
consent-app-microsofts = מזהה היישום הוא של { $app }, יישום של Microsoft עצמה
consent-app-tool = מזהה היישום הוא של { $app }: כלי של Microsoft שמבקש כל מה שהמשתמש בו רוצה. יש להסכים רק אם הפעלת אותו בעצמך
consent-app-unknown = ל-Consentry אין פרופיל של היישום הזה: מזהה היישום אינו אומר דבר
consent-app-unseen = הכתובת אינה אומרת איזה יישום זה
consent-app-forbidden = אסור לפי מדיניות הארגון שלך: מזהה יישום { $id }
consent-app-not-allowed = אינו בין היישומים שהארגון שלך מתיר: מזהה יישום { $id }
consent-app-reported = דווח בתור { $name }: { $says } מקור: { $source }, { $date }
consent-owner-right = הוא רשום היכן ש-{ $app } רשום
consent-owner-wrong = הוא רשום בארגון אחר מזה שבו { $app } רשום
consent-organization-right = ההסכמה היא עבור { $tenant }, כמו החיבור
consent-organization-wrong = הכתובת מציינת ארגון אחר מאשר { $tenant }, שעבורו החיבור
consent-organization-unknown = הכתובת אינה מציינת את הארגון; החיבור הוא עבור { $tenant }
consent-organization-personal = זה מיועד לחשבונות אישיים ולא לארגון
consent-account-right = הכניסה בוצעה בחשבון { $account }
consent-account-other = הכניסה בוצעה בחשבון { $account }; החיבור נוצר בחשבון { $known }
consent-account-foreign = הכניסה בוצעה בחשבון { $account }; החיבור נוצר בחשבון { $known }. אם זה ארגון אחר, ההסכמה לא תיחשב שם
consent-account-guest = { $account } הוא חשבון אורח כאן. הסכמה של אורח אינה מועילה לחיבור הזה
consent-account-personal = { $account } הוא חשבון אישי
consent-account-unseen = הדף אינו אומר באיזה חשבון בוצעה הכניסה; החיבור נוצר בחשבון { $account }
consent-redirect-known = התשובה נשלחת אל { $host }, כצפוי
consent-redirect-portal = התשובה חוזרת לפורטל בכתובת { $host }
consent-redirect-plain = התשובה נשלחת אל { $host }
consent-redirect-unexpected = התשובה נשלחת אל { $host }, שאינו מצוין בפרופיל של היישום
consent-publisher-same = הדף מציין את { $publisher } כמפרסם, כצפוי. שם אינו מוכיח דבר
consent-publisher-other = הדף מציין את { $publisher } כמפרסם; הצפוי היה { $wanted }
consent-publisher-shown = הדף מציין את { $publisher } כמפרסם. שם אינו מוכיח דבר
consent-publisher-verified = הדף מציג תג של מפרסם מאומת. תגים כאלה הושגו גם בהתחזות
consent-publisher-unverified = Microsoft לא אימתה מי מפרסם את היישום הזה
consent-publisher-unseen = לא נראה אם המפרסם מאומת
consent-scopes-expected = הוא מבקש את מה שצפוי
consent-scopes-unexpected = הוא מבקש יותר מהצפוי: { $scopes }
consent-scopes-missing = הוא אינו מבקש את מה שידוע ש-{ $app } צריך: { $scopes }
consent-for-all = זה עבור כולם בארגון
consent-by-prompt = זה הגיע ככניסה, ומבקש עבור כולם בארגון
consent-by-link = קישור של מישהו הוביל לכאן: זה עבור כולם בארגון, ואיש לא יישאל שוב
consent-asks = { $count ->
        [one] הרשאה אחת
       *[other] { $count } הרשאות
    }: { $risks }
consent-asks-unlisted = הכתובת אינה אומרת מה מתבקש; הרשימה נמצאת בדף
consent-risk-low = סיכון נמוך
consent-risk-medium = סיכון בינוני
consent-risk-high = סיכון גבוה
consent-risk-critical = סיכון קריטי
consent-again-nothing = הכול ניתן כבר בעבר: שום דבר חדש אינו מתבקש
consent-again-adds = חלק ניתן כבר בעבר. חדש כאן: { $scopes }
consent-change-counts = ההסכמה מוסיפה { $adds ->
        [one] הרשאה אחת
       *[other] { $adds } הרשאות
    } ומשאירה { $keeps } שכבר ניתנו
consent-change-all-new = ההסכמה מוסיפה { $adds ->
        [one] הרשאה אחת, שעדיין לא ניתנה
       *[other] { $adds } הרשאות; אף אחת מהן עדיין לא ניתנה
    }
consent-change-nothing = ההסכמה אינה מוסיפה דבר: { $keeps ->
        [one] ההרשאה האחת כבר ניתנה
       *[other] כל { $keeps } ההרשאות כבר ניתנו
    }
consent-change-revokes = ניתן בעבר עבור כולם ואינו ברשימה הזאת, ולכן ההסכמה עלולה לבטל אותו: { $permissions }
consent-change-unknown = לא ידוע מה כבר ניתן ליישום, ולכן לא ידוע גם מה ההסכמה מוסיפה או מבטלת
consent-change-unknown-application = לא ידוע אילו הרשאות יישום כבר ניתנו
consent-change-unknown-delegated = לא ידוע אילו הרשאות מואצלות כבר ניתנו
consent-role-needed = התפקיד המצומצם ביותר שרשאי לעשות זאת: { $role }. גם Global Administrator יכול תמיד. מקור: { $source }
consent-role-oneself = לא נדרש תפקיד כדי להסכים בשם עצמך, ככל שהארגון שלך מתיר לאנשים להסכים ליישומים
consent-role-unless = לא נדרש תפקיד כדי להסכים בשם עצמך, אלא אם הארגון שלך משאיר זאת ל-Microsoft: במקרה כזה { $scopes } מצריך מנהל. מקור: { $source }
permission-title-application = { $name }, ליישום עצמו
permission-as-person = בשמך: { $means }
permission-on-its-own = בעצמו, בלי שאיש נכנס: { $means }
permission-thief = בידיים הלא נכונות: { $text }
permission-because = למה { $risk }: { $text }
permission-unknown = הוערך לפי שמו כ{ $risk }: הוא אינו ברשימה של Consentry.
permission-why = לשם מה זה נדרש: { $text }
dark-other-tenant = הלחצן כאן מיועד לארגון אחר מזה שבו בוצעה הכניסה. יש להעביר את הפורטל לארגון הנכון.
dark-off = Microsoft שינתה את הדף הזה, ולכן לא מצביעים כאן על דבר עד שיהיה מוכר שוב. יש לפעול לפי המילים.
dark-no-profile = לאף פרופיל אין היישום הזה, ולכן ההדרכה לא תצביע על דבר.
wrong-app-title = זה יישום אחר
wrong-app-text = מזהה היישום כאן אינו של { $app }, יהיה שמו אשר יהיה. יש לחזור לרשימה.
step-signed = הוכח בכניסה
connect-do = כניסה וחיבור
backend-garbled = מה שעונה בכתובת { $address } אינו שרת של Consentry. יש לבדוק את הכתובת.
returned-title = החלון חזר
returned-text = נאמר בו שההסכמה התקבלה. Consentry שואל את Microsoft Graph אם כך הוא.

consent-held-any = הלחיצה על "Accept" נעצרה: תיבה מסומנת, וייתכן שזו התיבה של הארגון כולו. יש להסיר את הסימונים.
early-title = ללחוץ שוב
early-text = תיבה סומנה לפני ש-Consentry קרא את הדף, ולכן הלחיצה נעצרה. כעת הדף נקרא ושום דבר אינו נעצר: יש ללחוץ שוב.
unseen-title = Consentry נשאר מחוץ לדף הזה
unseen-text = נקבע שידע על הדף רק לפי כתובתו. שום דבר לא מואר כאן ושום דבר לא נעצר: יש לקרוא את הדף בעצמך לפני הקבלה.
unseen-app-unknown = הכתובת מציינת יישום שאין לו פרופיל ב-Consentry: { $id }
unseen-tenant = הארגון שבכתובת: { $tenant }
unseen-tenant-any = הכתובת אינה מציינת ארגון: זה יהיה הארגון של החשבון שייבחר
unseen-redirect = התשובה נשלחת אל { $host }
unseen-scopes = הכתובת מבקשת: { $scopes }
unseen-tick = לא נראה: אם התיבה של הארגון כולו נמצאת, ואם היא מסומנת
unseen-permissions = לא נראה: רשימת ההרשאות שבדף
unseen-account = לא נראה: באיזה חשבון בוצעה הכניסה
access-withheld = הדפדפן אינו נותן ל-Consentry גישה לדפי הכניסה: היא נלקחה בהגדרות הגישה לאתרים של ההרחבה. שום דבר לא מואר ולא נעצר שם, ואפילו הכתובת אינה ידועה.
access-barred-title = אין כניסה לדף הזה
access-barred-text = מדיניות הדפדפן של הארגון שלך אינה מתירה לשום הרחבה להיכנס לדף הזה. Consentry אינו יכול לראות אותו, להאיר בו או לעצור בו דבר. Microsoft Graph עדיין אומר אם ניתנה הסכמה.
settings-from-package = הגדרה מובנית
settings-from-own = הגדרה שלך
settings-from-policy = מדיניות הארגון שלך
settings-refused = { $from } אינה בשימוש: { $name }. { $why }
settings-unknown = אין הגדרה בשם הזה.
settings-needs-backend = זו צריכה להיות כתובת https, או כתובת http במחשב הזה.
settings-needs-portal = זו צריכה להיות כתובת https של הפורטל של Azure או של מרכז הניהול של Entra.
settings-needs-tick = הערך צריך להיות warn, ‏confirm או forbid.
settings-needs-language = הערך צריך להיות אחד מאלה: { $tags }.
settings-needs-yes-or-no = הערך צריך להיות true או false.
settings-needs-text = הערך צריך להיות טקסט.
settings-needs-clients = הערך צריך להיות רשימה של מזהי יישום.
settings-needs-client = { $count ->
        [one] פריט אחד ברשימה אינו מזהה יישום והושמט.
       *[other] { $count } פריטים ברשימה אינם מזהי יישום והושמטו.
    }
data-pack = מה ש-Consentry יודע על הדפים של Microsoft בא מחבילת הנתונים { $serial } של הארגון שלך, מעל { $built_in } שסופקה.
data-refused = חבילת הנתונים של הארגון שלך לא התקבלה: { $why }.
settings-fixed = נקבע על ידי הארגון שלך: { $names }
settings-zero-touch-on = Consentry נשאר מחוץ לדפי הכניסה. הוא מדריך לפי כתובתם ולפי Microsoft Graph.
settings-zero-touch-off = Consentry מסתכל על דפי הכניסה, מאיר את הפקד הנכון ועוצר הסכמה עבור כולם.
settings-zero-touch-begin = להישאר מחוץ לדפי הכניסה
settings-zero-touch-end = להסתכל שוב על דפי הכניסה

manifest-name = Consentry
manifest-description = מדריך באישור מחבר של Office 365: מאיר את הפקד הבא, מגן מפני הסכמה עבור הארגון כולו ומוכיח את התוצאה.
step-progress = שלב { $at } מתוך { $of }

# מה שהכרטיס והחלונית אומרים מעצמם.
face-hide = להסתיר את הכרטיס הזה
face-page = דף:
face-loading = עדיין נטען
face-dark = שום דבר לא מואר:
face-consent = דף הסכמה:
face-lit = מואר
face-looked-for = מה חיפשו
face-diagnosis-copied = הועתק בלי שמות
face-diagnosis-copy = להעתיק בלי שמות
face-case-copied = הועתק כמקרה בדיקה, ממוסך
face-case-copy = להעתיק את הדף הזה כמקרה בדיקה
face-found = נמצא:
face-not-there = לא נמצא
face-none = אין
face-because = משום
face-reasons = סיבות
face-signs-for = בעד:
face-signs-against = נגד:
face-state-done = בוצע
face-state-current = עכשיו
face-state-later = בהמשך
face-state-skipped = הושמט
face-next-try = הניסיון הבא:
face-missing = עדיין לא ניתן:
face-role-needed = נדרש לפחות:
face-assigned = הוקצו:
face-for-everybody = ניתן עבור כולם:
face-beyond = ניתן מעבר למה שהיישום מצהיר:
face-not-known = לא ידוע:
face-needs = נדרש
face-remedy = מה לעשות:
face-code = הקוד שלו:
face-open = לפתוח את הדף המתאים
face-guard-released = בחרת להניח לסימון של הארגון כולו לעבור
face-guard-held = הלחיצה על "Accept" נעצרה כל עוד התיבה של הארגון כולו הייתה מסומנת
face-guard-ticked = התיבה של הארגון כולו הייתה מסומנת זמן מה
face-guard-offered = התיבה של הארגון כולו הוצעה ונשארה ריקה
face-proof = הוכחה
face-assigned-only = רק מי שהוקצו יכולים להשתמש ביישום
face-everybody = כל מי שבארגון יכול להשתמש ביישום
face-exposure = מי יכול להשתמש
face-backend = שרת:
face-settings = הגדרות
face-begin = מה לחבר?
face-begin-more = לחבר משהו אחר
face-diagnostics = אבחון
face-nothing-seen = עדיין לא נבדק דבר בדף הזה.
face-tone-good = טוב:
face-tone-caution = זהירות:
face-tone-bad = עצירה:
face-permissions = מה מאפשרת כל הרשאה
face-checks = מה עוד נבדק
face-copied = הועתק
face-copy = להעתיק

label-granter = התבקשת לתת את ההסכמה הזאת
side-source = להעתיק מכאן
side-destination = להעתיק לכאן
back-do = שלב אחד אחורה
back-here = חזרת לשלב שכבר בוצע. שום דבר לא אובד בשל כך.
forward-do = להמשיך מהמקום הקודם
step-again = { $note }. חזרת אליו
leave-ask = לצאת
start-over-ask = להתחיל מחדש
leave-title = לצאת מ-{ $app }?
start-over-title = להתחיל מחדש עם { $app }?
leave-nothing-changes = שום דבר בארגון שלך לא משתנה בשל כך.
leave-lost-steps = השלבים ומה שידוע עליהם מוסרים מהדפדפן הזה
leave-lost-again = מתחילים שוב מהשלב הראשון; מה שידוע על האחרים אובד
leave-lost-access = הדפדפן הזה מאבד את הגישה לחיבור: הוא לא יוכל עוד לעקוב אחריו או למחוק אותו
leave-lost-bearer = הדפדפן הזה מאבד את הגישה לחיבור, והחיבור לא נוצר כאן: רק מי שיצר אותו יכול למחוק אותו
leave-lost-reminder = התזכורת שנקבעה אובדת
leave-stays-handoff = קישור להעברה שכבר נשלח נשאר בתוקף עד שיפוג
leave-stays-grant = ההסכמה נשארת: { $app } שומר את מה שניתן לו עד שמישהו יבטל זאת, כפי שמוצג תחת "ביטול"
leave-delete-does = מחיקה גורמת לשרת לשכוח את הכניסה, את מה שקרא ואת הרישום, ומבטלת את הכניסה היכן ש-Microsoft מקבלת זאת
leave-stay = להישאר
leave-keep = לצאת, והשרת ישמור את הנתונים
leave-delete = לצאת ולמחוק את מה ששמור
start-over-do = להתחיל מחדש
start-over-keep = להתחיל מחדש, והשרת ישמור את הנתונים
start-over-delete = להתחיל מחדש ולמחוק את מה ששמור
deleted-title = נמחק: { $app }
deleted-text = השרת שכח את החיבור הזה.
deleted-revoked = בוטל: { $what }
deleted-forgotten = נשכח: { $what }
deleted-remains = נשאר: { $what }
deleted-dismiss = להסתיר
harden-done = { $what }: בוצע, כפי ש-Graph מראה
harden-said = { $what }: בוצע, לפי דבריך או לפי הדף; Graph אינו רשאי לומר זאת ליישום הזה
harden-open = { $what }: לא בוצע
harden-unknown = { $what }: לא ידוע
harden-grant = 1. לתת הסכמה
harden-assign = 2. להקצות אנשים
harden-require = 3. לדרוש הקצאה
harden-verify = 4. לאמת
harden-closed = רק מי שהוקצו יכולים להשתמש ביישום
harden-have = הוקצו: { $names }
harden-keep = הגישה תישאר בידי: { $names }
harden-yourself = Graph נותן שמות ולא חשבונות. כדאי לבדוק אם { $account }, החשבון שנכנס כאן, נמצא ביניהם
harden-groups = בקבוצה שהוקצתה נחשבים רק החברים הישירים, ולא חברים של קבוצות שבתוכה
harden-nobody = איש לא הוקצה: אם תידרש הקצאה עכשיו, כולם יינעלו בחוץ, והחשבון שלך ביניהם. יש להקצות אנשים תחילה
harden-assigned-unknown = לא ידוע מי הוקצה: היישום אינו רשאי לקרוא זאת. יש לבדוק לפני סגירת היישום
harden-lose = הגישה תילקח מכל השאר, בכניסה הבאה שלהם (AADSTS50105), גם ממנהלים
harden-app-itself = מה שהיישום עושה בעצמו, בלי שאיש נכנס, אינו מושפע מכך
harden-sign-ins-unknown = לא ידוע כאן מי השתמש ביישום לאחרונה: לשם כך נדרשים יומני הכניסה, שהיישום אינו קורא
recipe-assigned-title = לבדוק מי הוקצה
recipe-assigned-text = קורא את רשימת האנשים והקבוצות; אינו משנה דבר.
recipe-assigned-step-1 = יש לפתוח את "Users and groups" של { $app }: הרשימה נמצאת שם.
recipe-sign-ins-title = לבדוק מי השתמש לאחרונה
recipe-sign-ins-text = קורא את יומני הכניסה של 30 הימים האחרונים; אינו משנה דבר. נדרשים Microsoft Entra ID P1 או P2, ולפחות התפקיד "Reports Reader".
recipe-sign-ins-step-1 = יש לפתוח את { $app } ב-"Enterprise applications".
recipe-sign-ins-step-2 = יש לבחור "Sign-in logs" בתפריט, תחת "Activity".
recipe-grant-title = לבטל את מה שניתן
recipe-grant-text = { $app } מאבד את ההרשאות. החיבורים שלו נעצרים בקריאה הבאה, גם אלה של אנשים אחרים.
recipe-grant-step-1 = יש לפתוח את "Permissions" של { $app }.
recipe-grant-step-2 = בכרטיסייה "Admin consent" יש לפתוח את התפריט (…) של כל הרשאה ולבחור "Revoke permission".
recipe-grant-step-3 = מה שאנשים הסכימו לו בשם עצמם נמצא בכרטיסייה "User consent". הפורטל אינו יכול לבטל זאת: יש להשתמש ב-Graph או ב-PowerShell.
recipe-require-title = לפתוח שוב לכולם
recipe-require-text = כל מי שבארגון יכול להיכנס שוב אל { $app }. מי שהוקצו נשארים מוקצים.
recipe-require-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-require-step-2 = יש להעביר את "Assignment required?" למצב "No" וללחוץ על "Save".
recipe-disable-title = להשבית
recipe-disable-text = איש אינו יכול עוד להיכנס אל { $app }, והיישום אינו מקבל אסימונים חדשים. ההרשאות נשארות, ולכן אפשר להפעיל אותו שוב.
recipe-disable-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-disable-step-2 = יש להעביר את "Enabled for users to sign in?" למצב "No" וללחוץ על "Save".
recipe-delete-title = להסיר מהארגון
recipe-delete-text = { $app } נמחק כאן, עם ההרשאות וההקצאות שלו. הוא חוזר בלעדיהן כאשר מישהו נכנס אליו ומסכים שוב.
recipe-delete-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-delete-step-2 = יש לבחור "Delete" ולאשר.
way-portal = בפורטל
way-portal-open = לפתוח את הדף המתאים
way-graph = באמצעות Microsoft Graph
way-graph-how = נדרשות ההרשאות המואצלות { $scopes }. מזהה בסוגריים משולשים הוא אחד מאלה שהבקשה הקודמת מחזירה; יש לשלוח את הבקשה פעם אחת לכל אחד.
way-graph-request = בקשה
way-powershell = באמצעות PowerShell
way-powershell-how = נדרש המודול Microsoft.Graph.
way-powershell-commands = פקודות
undo-check = ביצעתי: לבדוק
undo-asking = שואלים את Microsoft Graph
undo-refused = בוטל: Microsoft Graph מסרב למה שהתיר קודם
undo-gone = הוסר: Microsoft אינה מכירה עוד את היישום בארגון הזה
undo-disabled = הושבת: כך אומרת Microsoft
undo-open = פתוח שוב: Microsoft Graph אומר שלא נדרשת הקצאה
undo-still = עדיין לא: Microsoft Graph עונה כמו קודם. אסימון שכבר ניתן פועל עד כשעה; כדאי לבדוק שוב מאוחר יותר
undo-unknown = לא ידוע: התשובה של Microsoft אינה אומרת זאת. יש לבדוק בפורטל
state-taken-back = בוטל
taken-back-title = בוטל
taken-back-text = Microsoft מראה שאין עוד בידי { $app } את מה שניתן לו.
resume-do = להגדיר מחדש
reminder-title = להזכיר לי לבטל
reminder-text = העתקה מסתיימת ביום מן הימים, ואז איש אינו צריך עוד את ההסכמה. היום נשמר בדפדפן הזה.
reminder-field = יום
reminder-set = לקבוע תזכורת
reminder-clear = להסיר את התזכורת
reminder-waits = נקבעה תזכורת
reminder-due = הגיע היום שבו יש לבטל את ההסכמה הזאת. הדרך לכך מוצגת תחת "ביטול"
reminder-badge = Consentry: הגיע הזמן לבטל את מה שניתן ל-{ $apps }
record-json = לקבל את הרישום כ-JSON
record-html = לקבל את הרישום כדף
dark-reduced = ההדרכה מצומצמת: בדפים רק ההגנה מדברת, ושום דבר לא מואר. החלונית אומרת מה היה מואר.
settings-title = האפשרויות של Consentry
settings-text = מה שנקבע כאן נשמר בדפדפן הזה. מה שהארגון שלך קובע קודם לו.
settings-save = לשמור
settings-more = כל האפשרויות
settings-reset = לחזור לערך הקודם
settings-locked = נקבע על ידי הארגון שלך. האחראי שם על Consentry יכול לשנות זאת.
settings-access = הדפדפן עדיין אינו אומר ל-Consentry מתי דף של { $host } פתוח. בלי זה, קישור להעברה של השרת הזה אינו מתחיל כאן דבר.
settings-access-allow = להתיר ל-Consentry לראות דפים של { $host }
settings-needs-ids = אינו מזהה יישום: { $wrong }. מזהה נראה כך: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = שרת
setting-backend-help = כתובת השרת ששואל את Microsoft Graph. בלעדיו ההדרכה ממשיכה ואינה מוכיחה דבר.
setting-portal-label = פורטל
setting-portal-help = לאן מובילים הקישורים: הפורטל של Azure או מרכז הניהול של Entra, בענן שלך.
setting-language-label = שפה
setting-language-help = השפה של כל מה ש-Consentry אומר. הדפים של Microsoft נשארים בשפתם.
setting-language-browser = כמו הדפדפן
setting-tickPolicy-label = התיבה של הארגון כולו
setting-tickPolicy-help = מה קורה כל עוד היא מסומנת אף שליישום אסור לקבל אותה.
setting-tickPolicy-warn = לומר זאת, לא לעצור דבר
setting-tickPolicy-confirm = לעצור את "Accept" עד שאניח לזה לעבור
setting-tickPolicy-forbid = לעצור את "Accept", לא להניח לדבר לעבור
setting-zeroTouch-label = להישאר מחוץ לדפי הכניסה
setting-zeroTouch-help = שום סקריפט אינו רץ שם. Consentry מדריך לפי כתובות ולפי Microsoft Graph; שום דבר לא מואר ושום דבר לא נעצר.
setting-reducedGuidance-label = הדרכה מצומצמת
setting-reducedGuidance-help = בדפים רק ההגנה מדברת. כל השאר נמצא בחלונית.
setting-allowedClients-label = יישומים שמותר להסכים להם
setting-allowedClients-help = מזהי יישום, אחד בכל שורה. אם רשום כאן אחד, כל יישום אחר נעצר. ריק: כולם מותרים.
setting-forbiddenClients-label = יישומים שאסור להסכים להם
setting-forbiddenClients-help = מזהי יישום, אחד בכל שורה.
practice-word = תרגול
practice-sentence = זהו דייר תרגול במחשב הזה. שום דבר כאן אינו נוגע בארגון אמיתי.
practice-title = מה לנסות
practice-text = כדאי לעבור את הדרך פעם אחת, וליפול במלכודת בכוונה.
practice-trap = לסמן את התיבה של הארגון כולו בדף ההסכמה: "Accept" נעצר
practice-proof = להגיע לסוף: Microsoft Graph, או מה שממלא כאן את מקומו, עונה על שני המספרים
practice-try = תרגול: כדאי לסמן את התיבה פעם אחת וללחוץ על "Accept", כדי לראות מה קורה. לאחר מכן יש להסיר את הסימון
practice-begin-title = לתרגל תחילה
practice-begin-text = הפקודה הזאת, בתיקיית קוד המקור של Consentry, מפעילה דייר תרגול ודפדפן משלו שמציג אותו תחת השמות של Microsoft. הכול שם מסומן כתרגול; בדפדפן הזה שום דבר לא משתנה.
practice-command = פקודה
head-connections = החיבורים שלך
head-guided = ההדרכה כאן
head-side = איזה צד זה?
head-after = אחרי ההסכמה
head-harden = להגביל מי יכול להשתמש
head-undo = ביטול
head-record = רישום
head-record-text = מי ביקש, מי נכנס, מה ראתה ההגנה ומה ענה Microsoft Graph; כל רשומה חתומה, כך ששינוי ניכר.
head-save-file = לשמור את הקובץ
head-record-copy = הרישום
settings-saved = נשמר

# Profiles of other apps, and journeys that no backend proves.
begin-asks-some = יתבקשו לפחות { $count ->
        [one] הרשאה { $count }
       *[other] { $count } הרשאות
    } עבור הארגון; לא כולן ידועות כאן. תראו כל אחת לפני שתסכימו.
begin-role = התיעוד של { $app } דורש: { $role }
begin-side-source = { $app } מקבל אישור בארגון שממנו מעתיקים
begin-side-destination = { $app } מקבל אישור בארגון שאליו מעתיקים
begin-side-both = { $app } מקבל אישור פעמיים: בארגון המקור ובארגון היעד
begin-clouds = { $app } מוצע עבור: { $clouds }
begin-cloud-global = הענן העולמי של Microsoft
begin-cloud-us-gov = הענן של Microsoft לממשל ארצות הברית
begin-cloud-china = הענן של Microsoft בסין
profile-unverified = לא אומת לגבי { $app }: { $fields }
profile-no-id = מזהה היישום של { $app } אינו ידוע כאן, ולכן לא מצביעים על דבר שרק מזהה מבחין בו. קחו את המזהה מהיצרן והזינו אותו בחלונית של Consentry.
profile-no-id-own = כל ארגון רושם את { $app } בעצמו. הזינו את מזהה היישום של הרישום שלכם בחלונית של Consentry; עד אז לא מצביעים על דבר שרק מזהה מבחין בו.
client-label = מזהה היישום של { $app }
client-help = אין מקור ציבורי שמוסר אותו. היצרן יכול לומר לכם, וגם הפורטל, אם { $app } כבר בארגון שלכם: היישומים הארגוניים, { $app }, מזהה יישום (לא מזהה אובייקט).
client-help-own = הפורטל מציג אותו: רישומי אפליקציות, הרישום שלכם של { $app }, מזהה יישום (לקוח) (לא מזהה אובייקט).
client-entered = הזנתם את מזהה היישום { $id } עבור { $app }. הוא לא אומת: השוו אותו למה שהיצרן אומר.
client-needs-form = אינו מזהה יישום: { $wrong }. העתיקו אותו במלואו, כמו d62121f3-e023-4972-b6b0-794190c0fd98, מהמקום שצוין למעלה.
client-needs-own = זה מזהה היישום של { $other }, ולא של { $app }. העתיקו אותו שוב מהמקום שצוין למעלה.
client-needs-harmless = מזהה היישום הזה דווח כמזיק: { $other }. אל תשתמשו בו, ובקשו מהיצרן של { $app } את שלו.
client-needs-allowed = הארגון שלכם אינו מתיר את היישום בעל המזהה הזה. פנו לאחראי שם על Consentry.
profile-source = מקור: { $source }
profile-field-client_ids = מזהה היישום
profile-field-owner_tenant = היכן הוא רשום
profile-field-publisher = מפרסם
profile-field-callback_hosts = לאן נשלחות התשובות
profile-field-tick = ההמלצה לגבי התיבה לכל הארגון
profile-field-role = התפקיד שהתיעוד דורש
profile-field-sides = היכן הוא מקבל אישור
profile-field-clouds = העננים שבהם הוא מוצע
profile-field-retired = האם הוא עדיין מוצע
profile-field-delegated = הרשאות מואצלות
profile-field-application = הרשאות יישום
profile-field-entry = הדפים שלו
consent-scopes-unlisted = אינו ברשימה של Consentry עבור { $app }, שאינה מלאה: { $scopes }
connect-without = להמשיך ללא הוכחה
connect-said = נכנסתי שם
grant-said = ההרשאה ניתנה
state-unproven = הדרכה ללא הוכחה: אין שרת ששואל את Microsoft Graph
step-person = לפי דבריכם; לא הוכח
done-unproven-title = הושלם, לא הוכח
done-unproven-text = השלבים של { $app } הושלמו ככל שהדפדפן הזה ואתם יכולים לדעת. איש לא שאל את Microsoft Graph: בדקו ב-{ $app } אם זה עובד.
handoff-wait-unproven = החלק שלכם הושלם. בקשו מ-{ $granter } להעניק ל-{ $app } את ההרשאות. כאן איש אינו שואל את Microsoft Graph: ציינו כשזה נעשה.
returned-unproven = נאמר שמתן ההרשאה התקבל. כאן איש אינו שואל את Microsoft Graph, ולכן הדבר לא הוכח.
wrong-window-unproven = Consentry אינו יודע אם ההרשאה התקבלה. לחצו שוב על הכפתור, או בדקו בפורטל.
settings-needs-profiles = חייב להיות אובייקט: לכל מזהה פרופיל, מה נוסף או משתנה.

# The pages of the backend: the hand-off link, and where a sign-in ends

page-footer = Consentry רק קורא. הוא לעולם אינו מעניק דבר ולעולם אינו מבקש סיסמה.
page-error-remedy = מה לעשות
page-error-role = מי יכול
page-error-link = לפתוח את המקום שבו עושים זאת
page-error-code = הקוד של Microsoft
page-nothing-title = אפשר לסגור את הדף הזה.
page-nothing-text = לא נשאר כאן מה לעשות.
page-nobody-title = עדיין לא נכנס אף אחד.
page-nobody-text = יש לחזור למקום שבו התחלת ולהתחיל מחדש.
page-missing-title = נכנסת.
page-missing-text = חסר דבר אחד, וזה צפוי: מנהל בארגון שלך צריך להעניק אל { $app } את ההרשאות שלו. יש לחזור למקום שבו התחלת; שם מוצג השלב הבא.
page-spreading-title = כמעט סיימנו.
page-spreading-text = ההסכמה ניתנה והיא מתפשטת בשירותים של Microsoft. זה נמשך עד כמה דקות.
page-done-title = { $app } מאושר במלואו.
page-done-text = Microsoft Graph עונה: { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } ו{ $users ->
        [one] משתמש אחד
       *[other] -{ $users } משתמשים
    }.
page-close = אפשר לסגור את הדף הזה.
page-thanks-title = תודה.
page-thanks-text = Consentry שואל עכשיו את Microsoft Graph אם ההסכמה עבור { $app } הגיעה. מי ששלח לך את הקישור רואה את התשובה, לרוב בתוך דקה.
page-grant-title = להעניק אל { $app } את ההרשאות שלו
page-grant-lead = מישהו בארגון שלך התחיל לחבר אותו וזקוק לך לשלב אחד.
page-grant-already = זה כבר נעשה.
page-who = מי מבקש
page-who-account = נכנס בתור
page-who-label = השם שניתן לו
page-who-organization = ארגון
page-who-app = מזהה היישום
page-who-publisher = מפרסם
page-how = איך
page-how-role = נדרש התפקיד { $role } או Global Administrator. הפורטל מבקש ממך להיכנס; הדף הזה לעולם לא.
page-how-open = לפתוח את { $app } בפורטל
page-how-here = שם יש לבחור "Permissions" ואחר כך "Grant admin consent".
page-how-list = שם יש לפתוח את { $app } ברשימה (כדאי להשוות את מזהה היישום), לבחור "Permissions" ואחר כך "Grant admin consent".
page-how-else = אם הפורטל אינו נפתח
page-how-address = לדף של Microsoft לאותה הסכמה יש הכתובת הזאת. לפני שפותחים אותה יש לבדוק שהיא מתחילה בשם המארח של הכניסה של Microsoft:
page-what = מה יינתן
page-what-application = { $app } מקבל את ההרשאות האלה לעצמו, על הנתונים של כולם, בלי שמישהו נכנס:
page-what-delegated = הדף של Microsoft מציג גם את אלה, עבור מי שנכנס:
page-what-repeated = הוא עשוי לחזור על מה שהכניסה ביקשה: { $scopes }.
page-what-more = אם הדף של Microsoft מציג משהו אחר, אין לאשר, ויש לשאול את מי ששלח לך את זה.
