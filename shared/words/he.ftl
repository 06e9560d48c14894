# What Consentry says, in Hebrew. Short, calm, concrete: what to do and why. It addresses no gender: "יש ל" with an
# infinitive for what to do, a noun for titles and buttons.
# Microsoft's admin portals have no Hebrew, so their controls are named in English, in quotation marks.

language-name = עברית
language-direction = rtl
list-and = { $one }, { $other }
list-or = { $one } או { $other }

manifest-name = Consentry
manifest-description = הדרכה באישור יישום של Microsoft 365: הדגשת הפקד הבא, חסימת הסכמה בטעות ואימות התוצאה.

# In English, as Microsoft's admin portals show them.
role-cloud-application-administrator = Cloud Application Administrator
role-application-administrator = Application Administrator
role-privileged-role-administrator = Privileged Role Administrator
role-global-administrator = Global Administrator
role-license-administrator = License Administrator
role-user-administrator = User Administrator
role-security-administrator = Security Administrator
role-conditional-access-administrator = Conditional Access Administrator

step-connect-title = כניסה וחיבור
step-connect-text = תחילה יש לחבר את { $app } באמצעות החשבון שלך.
step-grant-title = הענקת הסכמת מנהל
step-grant-text = מנהל מעניק ל-{ $app } את ההרשאות בפורטל.
step-load-title = בדיקה ב-{ $app }
step-load-text = יש לטעון את המחבר ב-{ $app } כדי לראות אילו אתרים ומשתמשים נמצאו.
step-assign-title = בחירת המשתמשים המורשים
step-assign-text = יש להקצות את עצמך ואת כל מי שמבצע את ההעברה לפני הגבלת הגישה.
step-require-title = הגבלת הגישה
step-require-text = יש לדרוש הקצאה, כדי שרק מי שהוקצו יוכלו להשתמש ב-{ $app }.
step-progress = שלב { $at } מתוך { $of }
actor-starter = אני

begin-title = אישור { $app }
begin-text = התהליך כולל שני שלבים: כניסה וחיבור, ולאחר מכן מנהל מעניק ל-{ $app } את ההרשאות. מה התפקיד שלך?
begin-global-admin = { $granter }
begin-sharepoint-admin = SharePoint Administrator
begin-needs = התפקיד בעל ההרשאות המצומצמות ביותר לשלב השני: { $granter }. גם Global Administrator יכול תמיד לבצע אותו. מקור: { $source }
begin-asks = { $count ->
        [one] תתבקש הרשאה אחת
        [two] יתבקשו שתי הרשאות
       *[other] יתבקשו { $count } הרשאות
    } עבור הארגון שלך. אפשר לעיין בכל אחת לפני ההסכמה.

at-authorize-new-connector-title = התחלת מחבר חדש
at-authorize-new-connector-text = יש לבחור ב-"Authorize New Connector" בצד המקור או בצד היעד.
at-connector-row-title = בחירה ב-Office 365
at-connector-row-text = יש לבחור ב-"Authorize" בשורה "Office 365 (OneDrive/SharePoint Admin)". השורות שמתחתיה מיועדות לקבצים של אדם אחד בלבד.
at-authorize-title = מתן שם לחיבור (אופציונלי)
at-authorize-text = אפשר לבחור כל שם תצוגה. לאחר בחירה ב-"Authorize" תבקש Microsoft להיכנס.
at-reauthorize-title = כניסה מחדש
at-reauthorize-text = הכניסה של המחבר הזה אינה תקפה עוד. יש לבחור ב-"Reauthorize" כדי להיכנס שוב. כל השאר נשמר.
at-sign-in-account-title = בחירת חשבון הניהול שלך
at-sign-in-account-text = יש להשתמש בחשבון שמנהל את SharePoint בארגון שמחברים. חשבון אישי או חשבון אורח לא יתאים.
at-sign-in-title = כניסה
at-sign-in-text = יש להיכנס באמצעות חשבון הניהול שלך. Consentry אינו קורא את מה שמוקלד כאן.
at-consent-title = הסכמה עבור עצמך בלבד
at-consent-text = יש לעיין בהרשאות ואז לבחור ב-"Accept". ההסכמה חלה על החשבון שלך בלבד.
at-consent-with-tick-title = הסכמה עבור עצמך בלבד
at-consent-with-tick-text = יש לעיין בהרשאות, להשאיר את תיבת ההסכמה בשם הארגון ("Consent on behalf of your organization") לא מסומנת, ולבחור ב-"Accept".

at-consent-with-box-title = עיון ואז הסכמה
at-consent-with-box-text = יש לעיין בהרשאות, להחליט אם לסמן את תיבת ההסכמה בשם הארגון ("Consent on behalf of your organization"), ולבחור ב-"Accept".

at-needs-admin-title = ההודעה הזאת צפויה
at-needs-admin-text = הכניסה בוצעה. מנהל עדיין צריך להעניק הסכמה בפורטל. הקישור הזה פותח את "Enterprise applications".
at-hand-off-title = התבקשת להעניק הסכמת מנהל
at-hand-off-text = יש לעיין במה ש-{ $app } מבקש ומדוע, ואז לפתוח אותו בפורטל. דבר לא מוענק לפני בחירה ב-"Accept" שם.
at-grant-account-title = בחירת החשבון שיכול להעניק הסכמה
at-grant-account-text = יש להשתמש בחשבון בעל התפקיד { $granter } באותו ארגון.
at-grant-sign-in-title = כניסה
at-grant-sign-in-text = יש להיכנס באמצעות החשבון שיכול להעניק הסכמה. Consentry אינו קורא את מה שמוקלד כאן.
at-app-row-title = פתיחת { $app }
at-app-row-text = בשורה הזאת השם ומזהה היישום נכונים. יש לפתוח אותה.
at-app-search-title = חיפוש { $app }
at-app-search-text = יש להזין את השם בתיבת החיפוש. בתחילה הרשימה מציגה רק חלק מהיישומים שלך.
at-app-filter-title = הסרת המסנן
at-app-filter-text = { $app } אינו ברשימה הזאת. ייתכן שהמסנן של סוג היישום מסתיר אותו. יש להסיר את המסנן.
at-app-missing-title = { $app } אינו ברשימה
at-app-missing-text = אין שורה שבה גם השם וגם מזהה היישום תואמים. היישום מופיע לאחר שמישהו בארגון הזה נכנס אליו. כדאי לבדוק שזה הארגון הנכון.
at-app-wait-title = הרשימה נטענת
at-app-wait-text = יש להמתין לשורה עם השם ומזהה היישום הנכונים.
at-menu-permissions-title = פתיחת "Permissions"
at-menu-permissions-text = הפריט "Permissions" נמצא בתפריט שבצד, תחת "Security". שם מעניקים את ההסכמה.
at-menu-manage-title = הרחבת "Manage"
at-menu-manage-text = הפריט הבא נמצא בקבוצה "Manage", המכווצת כעת.
at-menu-group-title = הרחבת "Security"
at-menu-group-text = הפריט "Permissions" נמצא בקבוצה "Security", המכווצת כעת.
at-grant-title = הענקת הסכמת מנהל
at-grant-text = יש לבחור בלחצן הזה. נפתח חלון ובו רשימת ההרשאות. דבר לא מוענק לפני הסכמה באותו חלון.
at-portal-unsure-title = הדף אינו תואם לכתובת שלו
at-portal-unsure-text = הכתובת ותוכן הדף מתייחסים למקומות שונים. יש לבחור ב-"Permissions" בתפריט שבצד, או להשתמש בלחצן שלמטה.
at-registration-title = זה הדף "App registrations"
at-registration-text = { $app } אינו רשום בארגון שלך, ולכן אי אפשר להעניק כאן הסכמה. יש לעבור אל "Permissions" תחת "Enterprise applications".
at-registration-grant-title = הענקת הסכמת מנהל
at-registration-grant-text = { $app } רשום בארגון שלך, ולכן אפשר להעניק כאן הסכמה. לאחר מכן תופיע בקשת אישור.
at-registration-confirm-title = אישור ההסכמה
at-registration-confirm-text = האישור הזה מתייחס אל { $app }. יש לקרוא אותו ואז לבחור ב-"Yes".
at-admin-consent-title = עיון ואז הסכמה
at-admin-consent-text = הסכמה עבור כל הארגון נכונה כאן: { $app } מחייב אותה. יש להשוות את הרשימה להרשאות הצפויות ואז לבחור ב-"Accept".
at-load-title = טעינת המחבר
at-load-text = ההסכמה אומתה. יש לטעון את המחבר כדי לראות את התוצאה גם כאן.
at-assign-people-title = בחירת אנשים והקצאתם
at-assign-people-text = יש לבחור את מי שזקוקים לגישה, כולל עצמך, ואז לבחור ב-"Assign". הלחצן אינו זמין עד שמישהו נבחר.
at-add-user-title = הקצאת מי שזקוקים לגישה
at-add-user-text = יש להוסיף את עצמך ואת כל מי שמבצע את ההעברה. יש לעשות זאת לפני הגבלת הגישה, כדי שאיש לא יינעל בחוץ.
at-menu-users-title = פתיחת "Users and groups"
at-menu-users-text = תחילה מקצים אנשים; את הגישה מגבילים לאחר מכן.
at-assignment-yes-title = דרישת הקצאה
at-assignment-yes-text = יש לבחור ב-"Yes". מעתה רק מי שהוקצו יכולים להשתמש ב-{ $app }.
at-assignment-save-title = שמירת השינוי
at-assignment-save-text = יש לבחור ב-"Save" כדי להחיל את השינוי.
at-menu-properties-title = פתיחת "Properties"
at-menu-properties-text = האפשרות "Assignment required?" נמצאת ב-"Properties".

elsewhere-title = השלב הבא נמצא במקום אחר
elsewhere-text = { $step } אין צורך בדף הזה בשבילו.
elsewhere-go = מעבר לשם
straight = מעבר ישיר ליישום
dark-absent = הפריט אינו בדף הזה, או שעדיין לא נטען.
dark-unsure = משהו כאן דומה לפריט, אבל לא באופן ברור מספיק כדי להדגיש אותו: { $why }.
dark-disabled = הפריט נמצא אך אינו זמין: החשבון הזה אינו יכול להעניק הסכמה. יש להשתמש בחשבון בעל התפקיד { $granter }.

dark-greyed = הפריט נמצא אך אינו זמין כרגע.
dark-behind = הפריט נמצא מאחורי חלונית או תיבת דו-שיח פתוחה אחרת. יש לסגור אותה תחילה.

handoff-make = יצירת קישור עבור מנהל
handoff-made = יש לשלוח את הקישור הזה לבעל התפקיד { $granter }. הוא פועל פעם אחת ופג תוקפו כעבור יממה.
handoff-label = קישור למנהל
handoff-wait-title = בהמתנה להסכמת מנהל
handoff-wait-text = החלק שלך הושלם. בעל התפקיד { $granter } מעניק את השאר. התצוגה מתעדכנת אוטומטית כאשר Microsoft Graph מאשר את ההענקה.

done-title = מאושר
done-text = ב-Microsoft Graph נמצאו { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } { $users ->
        [one] ומשתמש אחד
       *[other] ו-{ $users } משתמשים
    }. המחבר מוכן.
done-back = חזרה אל { $app }
done-harden = הגבלת הגישה לאנשים מסוימים

state-begun = עדיין לא מחובר
state-awaiting_sign_in = בהמתנה לכניסה
state-needs_admin_consent = הכניסה בוצעה. עדיין נדרשת הסכמת מנהל.
state-propagating = ההסכמה הוענקה. בהמתנה להחלה על ידי Microsoft.
state-authorized = מאושר: { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } { $users ->
        [one] ומשתמש אחד
       *[other] ו-{ $users } משתמשים
    }
state-granted = הוענק, כפי ש-Microsoft מציגה
state-needs_reauthorization = נדרשת כניסה מחדש
state-blocked = חסום: { $title }

propagating-title = הוענק, עדיין לא פעיל
propagating-text = בדרך כלל Microsoft מחילה הסכמה בתוך דקה. אין צורך לעשות דבר; Consentry בודק שוב אוטומטית.
waiting-text = Consentry יבדוק שוב בעוד רגע.
blocked-remedy = מה לעשות: { $remedy }
blocked-role = מי יכול לעשות זאת: { $role }
reauthorize-do = כניסה מחדש
check-do = בדיקה חוזרת
leave-do = סיום ההדרכה
skip-do = דילוג על השלב הזה
assign-said = הקציתי אנשים
require-said = הפעלתי את הדרישה
take-assign = הגבלת הגישה לאנשים מסוימים
go-do = פתיחת הדף של השלב הזה
backend-trouble = השרת בכתובת { $address } אינו מגיב. אפשר להמשיך, אבל אי אפשר לאמת תוצאות עד שיגיב.
step-proof = אומת באמצעות { $call }
step-page = נראה בדף; עדיין לא אומת

wrong-declined-title = ההסכמה נדחתה
wrong-declined-text = דבר לא הוענק. אם זו הייתה טעות, יש להיכנס שוב ולבחור ב-"Accept".
wrong-window-title = החלון נסגר
wrong-window-text = Consentry אינו יכול לדעת אם הוענקה הסכמה, ולכן הוא בודק מול Microsoft Graph. אם דבר לא משתנה, יש לבחור שוב בלחצן.
wrong-returned-title = ההסכמה לא הוענקה
wrong-returned-text = התקבלה מ-Microsoft התשובה { $error }. אפשר לבחור שוב ב-"Grant admin consent" בכל עת.
wrong-approval-title = נדרש אישור של מנהל
wrong-approval-text = החשבון הזה אינו יכול להסכים ל-{ $app }. אם יש לך חשבון ניהול, יש להשתמש בקישור המתאים בדף הזה; אחרת יש לפנות למנהל.
wrong-approval-who = התפקיד בעל ההרשאות המצומצמות ביותר שיכול לאשר: { $role }. גם Global Administrator יכול תמיד. מקור: { $source }
wrong-approval-form = אפשר להזין נימוק בדף הזה כדי לשלוח בקשה לבודקים בארגון שלך
wrong-approval-causes = הדף הזה מופיע גם כאשר היישום דורש הקצאה ועדיין אין לו הסכמת מנהל, או כאשר Microsoft רואה בבקשה סיכון
wrong-approval-each-time = כל כניסה ל-{ $app } מבקשת הסכמה מחדש (prompt=consent בכתובת), ולכן הדף הזה נשאר גם לאחר אישור של מנהל. רק ספק היישום יכול לשנות זאת
wrong-approval-refused-title = אין לבקש את היישום הזה
wrong-approval-refused-text = מזהה היישום הזה דווח, או נחסם על ידי הארגון שלך. יש לסגור את הדף הזה ולדווח לצוות האבטחה איך הגעת לכאן.
wrong-requested-title = נשלחה בקשה לאישור
wrong-requested-text = Microsoft שלחה את הבקשה שלך לבודקים. דבר לא מוענק עד שאחד מהם מאשר אותה.
wrong-personal-title = הכניסה בוצעה בחשבון אישי
wrong-personal-text = נדרש חשבון של מקום העבודה או של בית הספר. יש לסגור את הדף הזה ולהיכנס באמצעות החשבון של הארגון שלך.
wrong-error-title = Microsoft חסמה את הכניסה
wrong-error-app = היישום הזה
wrong-error-number = בדף מופיע קוד השגיאה { $code }.
wrong-error-unnumbered = בדף לא מופיע קוד שגיאה. יש לקרוא את ההודעה שבו כדי לראות מה עצר את הכניסה. אם היא מציינת מדיניות או מכשיר, יש לפנות למנהל המערכת.
wrong-error-unlisted = קוד השגיאה הזה אינו מוכר ל-Consentry. יש לקרוא את ההודעה שבדף ואז לחפש את הקוד בדף של Microsoft.
wrong-error-lookup = הדף של Microsoft על קוד השגיאה הזה
wrong-error-link = היכן לתקן
wrong-error-portal-title = כתובת הפורטל אינה רשומה ביישום
wrong-error-portal-text = הפורטל אינו כתובת URI להפניה של { $app }. יש להעניק הסכמה תחת "API permissions" ב-"App registrations", או להוסיף את https://entra.microsoft.com/TokenAuthorize תחת "Authentication".
wrong-error-portal-role = הבעלים של רישום היישום, או בעל התפקיד Cloud Application Administrator
wrong-grant-failed-title = הפורטל מדווח שההענקה נכשלה
wrong-grant-failed-text = הענקה חוזרת תיכשל באותו אופן. לעתים קרובות היישום כולל הרשאה שאינה קיימת בדייר או בענן הזה. יש להסיר אותה תחת "API permissions" ואז להעניק שוב.
lookalike = ליישום אחר כאן יש שם דומה אבל מזהה יישום שונה. אין להשתמש בו.
device-code-title = התחלת את הכניסה הזאת בעצמך?
device-code-text = קוד מכשיר מכניס מכשיר אחר. מי שיצר את הקוד מקבל גישה, בכל מקום שבו הוא נמצא.
device-code-sent = אם מישהו שלח לך את הקוד, אין להזין אותו. זו הדרך הנפוצה ביותר להשתלט על חשבונות
device-code-app = הדף אינו מוכיח איזה יישום מבקש

consent-title = { $app } מבקש את הסכמתך
consent-text = Consentry מסביר את הבקשה. ההחלטה שלך.
consent-unknown-app = יישום
consent-held-title = עצירה: זו הסכמה בשם כולם
consent-held-text = תיבת הסימון הזאת מעניקה ל-{ $app } גישה עבור כל הארגון שלך. יש להסיר את הסימון; עד אז "Accept" חסום. { $why }
consent-forced-title = עצירה: זו הסכמה בשם כולם
consent-forced-text = תיבת הסימון הזאת מעניקה ל-{ $app } גישה עבור כל הארגון שלך, והמדיניות שלו אינה מתירה זאת כאן. יש להסיר את הסימון; עד אז "Accept" חסום. { $why }
consent-stopped = "Accept" נחסם. לא ניתנה הסכמה.
consent-warned-title = זו הסכמה בשם כולם
consent-warned-text = כשתיבת הסימון הזאת מסומנת, היישום מקבל גישה עבור כל הארגון ואיש לא יישאל שוב. יש להסיר את הסימון, אלא אם מישהו שיש לך אמון בו ביקש לסמן אותה.
consent-malicious-title = אין להסכים: זה יישום זדוני
consent-malicious-text = מזהה היישום הזה דווח כזדוני. "Accept" חסום. יש לבחור ב-"Cancel" ולדווח לצוות האבטחה איך הגעת לכאן.
consent-abused-title = עצירה: תוקפים משתמשים ביישום הזה
consent-abused-text = זה יישום לגיטימי שתוקפים משתמשים בו כדי לשמור על גישה לחשבונות. "Accept" חסום. אם איש שמוכר לך לא ביקש לחבר אותו, יש לבחור ב-"Cancel" ולדווח לצוות האבטחה.
consent-forbidden-title = הארגון שלך אינו מתיר את היישום הזה
consent-forbidden-text = מדיניות הארגון שלך אינה מתירה הסכמה ליישום הזה. "Accept" חסום. יש לבחור ב-"Cancel". מנהל Consentry בארגון יכול לשנות את המדיניות.
consent-unnamed-title = "Accept" חסום: היישום אינו מוצג
consent-unnamed-text = הכתובת אינה מציינת יישום, ולכן Consentry אינו יכול לבדוק אותו. יש לסגור את הדף הזה ולהיכנס שוב מתוך היישום. אם זה חוזר, יש לבקש מהספק להשתמש בקישור ולא בטופס.
consent-unnamed-code-title = "Accept" חסום: הכניסה התחילה בקוד מכשיר
consent-unnamed-code-text = מי שיצר את הקוד מקבל את הגישה הזאת. הדף אינו מוכיח איזה יישום מבקש. אם מישהו שלח לך את הקוד, יש לבחור ב-"Cancel" ולדווח לצוות האבטחה.
consent-unnamed-let = התחלתי את הכניסה הזאת ובכוונתי להסכים
consent-unnamed-let-title = להסכים ליישום שאינו מצוין?
consent-unnamed-let-text = Consentry אינו יכול לבדוק איזה יישום זה. יש להמשיך רק אם התחלת את הכניסה הזאת בעצמך, ביישום שמוכר לך.
consent-serious-title = יש לבדוק מי מבקש לפני ההסכמה
consent-serious-text = הבקשה לא התחילה ב-Consentry, והיא מעניקה גישה נרחבת או גישה לכל הארגון. אם מישהו שלח לך את הקישור, יש לבחור ב-"Cancel" ולשאול את צוות האבטחה.
consent-astray-title = זו אינה ההסכמה הצפויה
consent-astray-text = חלק מהפרטים שונים מהצפוי (פירוט למטה). יש לבחור ב-"Cancel" ולהתחיל שוב באמצעות החשבון והארגון של החיבור הזה. אם זה חוזר, יש לפנות לספק היישום.
consent-accept-unlit = "Accept": { $why }
consent-must-title = { $app } מחייב הסכמה עבור כל הארגון
consent-must-text = היישום הזה פועל רק עם הסכמה עבור כל הארגון. יש לעיין בהרשאות. אם בכוונתך להסכים בשם כולם, יש לסמן את תיבת הסימון בעצמך ואז לבחור ב-"Accept".
consent-release = בכוונתי להסכים בשם כולם
consent-release-title = להסכים עבור כל הארגון?
consent-release-text = { $app } יקבל את הגישה הזאת לכל חשבון, ואיש לא יישאל שוב. ההוראות של { $app } עצמו ממליצות שלא לעשות זאת.
consent-release-yes = להתיר הפעם
consent-release-no = להמשיך לחסום
consent-let = היישום מוכר לי ובכוונתי להסכים
consent-let-title = להתיר יישום שדווח?
consent-let-text = הוא מקבל את הגישה המפורטת כאן ושומר עליה גם לאחר החלפת סיסמאות. יש להתיר אותו רק אם ידוע לך מי ביקש אותו ומדוע.
consent-released = בחרת להתיר את ההסכמה הזאת.
consent-tick-leave = יש להשאיר את תיבת ההסכמה בשם הארגון לא מסומנת
consent-tick-must = { $app } מחייב לסמן את תיבת ההסכמה בשם הארגון, והיא אינה מסומנת
consent-tick-unsure = { $app } מחייב לסמן את תיבת ההסכמה בשם הארגון; Consentry אינו יכול לדעת איזו תיבת סימון זו
consent-tick-set = תיבת ההסכמה בשם הארגון מסומנת, כפי ש-{ $app } מחייב
consent-tick-optional = תיבת ההסכמה בשם הארגון אופציונלית: { $app } פועל בשני המקרים
consent-glance-app-right = היישום הנכון
consent-glance-app-entered = היישום בעל המזהה שהוזן
consent-glance-app-microsofts = יישום של Microsoft
consent-glance-app-tool = כלי כללי של Microsoft
consent-glance-app-unknown = יישום לא מוכר
consent-glance-app-unseen = היישום אינו מוצג
consent-glance-app-forbidden = היישום אינו מותר כאן
consent-glance-app-malicious = יישום זדוני
consent-glance-app-abused = יישום שתוקפים מנצלים
consent-glance-app-elsewhere = יישום שרשום במקום אחר
consent-glance-app-doubt = היישום אינו ברור
consent-glance-organization-right = הארגון הנכון
consent-glance-organization-wrong = ארגון שגוי
consent-glance-organization-personal = חשבון אישי
consent-glance-organization-unknown = הארגון אינו מוצג
consent-glance-account-right = החשבון הנכון
consent-glance-account-wrong = חשבון שגוי
consent-glance-account-other = חשבון אחר
consent-glance-account-unseen = החשבון אינו מוצג
consent-app-known = מזהה היישום שייך ל-{ $app }
consent-app-entered = מזהה היישום הוא זה שהוזן עבור { $app }; הוא לא אומת
consent-app-microsofts = מזהה היישום שייך ל-{ $app }, יישום של Microsoft
consent-app-tool = מזהה היישום שייך ל-{ $app }, כלי כללי של Microsoft שיכול לבקש כל הרשאה. יש להסכים רק אם הפעלת אותו בעצמך
consent-app-unknown = ל-Consentry אין פרופיל של היישום הזה, ולכן אי אפשר לבדוק את המזהה
consent-app-unseen = הכתובת אינה מראה איזה יישום זה
consent-app-by-code = הכניסה הזאת התחילה בקוד מכשיר: הדף אינו מוכיח איזה יישום מבקש
consent-app-unseen-listed = הארגון שלך מתיר יישומים מסוימים בלבד, והכתובת אינה מראה איזה יישום זה
consent-app-list-unreadable = אי אפשר לקרוא את רשימת היישומים המותרים בארגון שלך, ולכן אף יישום אינו מותר. מנהל Consentry בארגון יכול לתקן זאת
consent-app-forbidden = חסום על ידי מדיניות הארגון שלך: מזהה יישום { $id }
consent-app-not-allowed = אינו בין היישומים שהארגון שלך מתיר: מזהה יישום { $id }
consent-app-reported = דווח בשם { $name }. { $says } מקור: { $source }, { $date }
consent-doubt-apps = הכתובת מציינת שני יישומים שונים
consent-doubt-not-an-id = בכתובת, במקום של מזהה היישום, מופיע משהו שאינו מזהה
consent-doubt-organizations = הכתובת מציינת שני ארגונים שונים
consent-doubt-values = הכתובת כוללת שני ערכים שונים במקום שבו מותר רק אחד
consent-doubt-page-id = הדף מציג את מזהה היישום { $page }; הכתובת מציינת את { $address }
consent-doubt-page-name = בדף היישום נקרא { $page }; מזהה היישום שבכתובת שייך ל-{ $app }
consent-doubt-several = זה אחד מכמה דפי הסכמה, כל אחד עבור יישום אחר
consent-owner-right = רשום בארגון של { $app } עצמו
consent-owner-wrong = אינו רשום בארגון של { $app }
consent-organization-right = ההסכמה היא עבור { $tenant }, אותו ארגון כמו של החיבור הזה
consent-organization-wrong = הכתובת מציינת ארגון אחר; החיבור הזה הוא עבור { $tenant }
consent-organization-unknown = הכתובת אינה מציגה את הארגון; החיבור הזה הוא עבור { $tenant }
consent-organization-personal = זה מיועד לחשבונות אישיים ולא לארגון
consent-account-right = הכניסה בוצעה בחשבון { $account }
consent-account-other = הכניסה בוצעה בחשבון { $account }; החיבור הזה נוצר בחשבון { $known }
consent-account-foreign = הכניסה בוצעה בחשבון { $account }; החיבור הזה נוצר בחשבון { $known }. אם החשבון ההוא נמצא בארגון אחר, ההסכמה לא תחול שם
consent-account-guest = { $account } הוא אורח כאן. הסכמה של אורח אינה מועילה לחיבור הזה
consent-account-personal = { $account } הוא חשבון אישי
consent-account-unseen = הדף אינו מראה מי נכנס; החיבור הזה נוצר בחשבון { $account }
consent-redirect-known = התגובה נשלחת אל { $host }, כצפוי
consent-redirect-portal = התגובה נשלחת בחזרה לפורטל ב-{ $host }
consent-redirect-plain = התגובה נשלחת אל { $host }
consent-redirect-unexpected = התגובה נשלחת אל { $host }, שאינו בפרופיל של היישום
consent-publisher-same = הדף מציין את { $publisher } כמפרסם, כצפוי. השם לבדו אינו הוכחה
consent-publisher-other = הדף מציין את { $publisher } כמפרסם; הצפוי הוא { $wanted }
consent-publisher-shown = הדף מציין את { $publisher } כמפרסם. השם לבדו אינו הוכחה
consent-publisher-verified = הדף מציג תג של מפרסם מאומת. תוקפים כבר השיגו תגים כאלה במרמה
consent-publisher-unverified = Microsoft לא אימתה את המפרסם של היישום הזה
consent-publisher-unseen = הדף לא הראה אם המפרסם מאומת
consent-scopes-expected = הוא מבקש את ההרשאות הצפויות
consent-scopes-unexpected = הוא מבקש יותר מהצפוי: { $scopes }
consent-scopes-missing = הוא אינו מבקש הרשאות שידוע ש-{ $app } צריך: { $scopes }
consent-for-all = זה עבור כולם בארגון
consent-by-prompt = זה התחיל ככניסה, אבל מבקש הסכמה עבור כל הארגון
consent-by-link = הגעת לכאן מקישור. זה עבור כל הארגון, ואיש לא יישאל שוב
consent-asks = { $count ->
        [one] הרשאה אחת
       *[other] { $count } הרשאות
    }: { $risks }
consent-asks-unlisted = הכתובת אינה מפרטת את ההרשאות; הן מופיעות בדף
consent-risk-low = סיכון נמוך
consent-risk-medium = סיכון בינוני
consent-risk-high = סיכון גבוה
consent-risk-critical = סיכון קריטי
consent-again-nothing = הכול הוענק כבר בעבר; דבר חדש אינו מתבקש
consent-again-adds = חלק הוענק בעבר. חדש: { $scopes }
consent-change-counts = { $adds ->
        [one] נוספת הרשאה אחת
        [two] נוספות שתי הרשאות
       *[other] נוספות { $adds } הרשאות
    }, { $keeps ->
        [one] והרשאה קיימת אחת נשמרת
        [two] ושתי הרשאות קיימות נשמרות
       *[other] ו-{ $keeps } הרשאות קיימות נשמרות
    }
consent-change-all-new = { $adds ->
        [one] נוספת הרשאה אחת, שלא הוענקה בעבר
        [two] נוספות שתי הרשאות, ששתיהן לא הוענקו בעבר
       *[other] נוספות { $adds } הרשאות, שאף אחת מהן לא הוענקה בעבר
    }
consent-change-nothing = לא נוסף דבר: { $keeps ->
        [one] ההרשאה היחידה כבר הוענקה
        [two] שתי ההרשאות כבר הוענקו
       *[other] כל { $keeps } ההרשאות כבר הוענקו
    }
consent-change-revokes = הוענק בעבר עבור כולם אבל אינו ברשימה הזאת, ולכן עשוי להיות מוסר: { $permissions }
consent-change-unlisted = Consentry אינו מכיר את כל ההרשאות המבוקשות, ולכן אינו יכול לומר מה ישתנה
consent-change-unknown = Consentry אינו מכיר את ההרשאות הקיימות, ולכן אינו יכול לומר מה ישתנה
consent-change-unknown-application = הרשאות היישום הקיימות אינן ידועות
consent-change-unknown-delegated = ההרשאות המואצלות הקיימות אינן ידועות
consent-role-needed = התפקיד בעל ההרשאות המצומצמות ביותר: { $role }. גם Global Administrator יכול תמיד. מקור: { $source }
consent-role-oneself = לא נדרש תפקיד כדי להסכים עבור עצמך, אם הארגון שלך מתיר הסכמת משתמש
consent-role-unless = לא נדרש תפקיד כדי להסכים עבור עצמך, אלא אם הארגון שלך משתמש בהגדרות הסכמה המנוהלות על ידי Microsoft; במקרה כזה מנהל צריך לאשר את { $scopes }. מקור: { $source }
permission-title-application = { $name } (הרשאת יישום)
permission-as-person = בשמך: { $means }
permission-on-its-own = בעצמו, ללא משתמש מחובר: { $means }
permission-thief = אם ייפרץ, תוקף יוכל: { $text }
permission-because = למה { $risk }: { $text }
permission-unknown = אינה ברשימה של Consentry; דורגה לפי שמה: { $risk }.
permission-why = למה זה נדרש: { $text }
dark-other-tenant = הלחצן הזה מתייחס לארגון אחר מזה שחיברת. יש לעבור בפורטל לדייר הנכון.
dark-off = Microsoft שינתה את הדף הזה, ולכן Consentry עדיין אינו יכול להדגיש בו פקדים. יש לפעול לפי השלבים הכתובים.
dark-no-profile = אין פרופיל ליישום הזה, ולכן ל-Consentry אין מה להדגיש.
wrong-app-title = יישום שגוי
wrong-app-text = מזהה היישום הזה אינו שייך ל-{ $app }, יהיה שמו אשר יהיה. יש לחזור לרשימה.
step-signed = אומת באמצעות הכניסה
connect-do = כניסה וחיבור
backend-garbled = הכתובת { $address } אינה של שרת Consentry. יש לבדוק אותה.
returned-title = חלון ההסכמה נסגר
returned-text = הוא מדווח שהוענקה הסכמה. Consentry בודק מול Microsoft Graph.

consent-held-any = "Accept" נחסם משום שתיבת סימון מסומנת עשויה להעניק הסכמה עבור כל הארגון. יש להסיר את הסימון מכל תיבות הסימון.
early-title = יש לבחור שוב
early-text = הבחירה נעשתה לפני ש-Consentry סיים לבדוק את הדף, ולכן דבר לא נשלח. הבדיקה הסתיימה, ודבר אינו חסום כעת.
offer-title = להוסיף את החיבור הזה של { $app }?
offer-of = חיבור של { $account } ב-{ $tenant } ממתין להוספה.
offer-of-tenant = חיבור ב-{ $tenant } ממתין להוספה.
offer-of-nobody = חיבור שאיש עדיין לא נכנס אליו ממתין להוספה.
offer-by-link = הוא הגיע מקישור. יש להוסיף אותו רק אם ידוע לך מי שלח את הקישור ולאיזה ארגון הוא מיועד.
offer-unseen = Consentry לא ראה את תחילת הכניסה הזאת בכרטיסייה הזאת. יש להוסיף את החיבור רק אם נכנסת זה עתה בעצמך באמצעות החשבון הזה.
offer-add = הוספת החיבור הזה
offer-decline = ללא הוספה
offer-full = Consentry שומר עד { $count } חיבורים. יש לסיים חיבור שאין בו עוד צורך ואז לנסות שוב.
unseen-title = Consentry אינו פעיל בדף הזה
unseen-text = מצב ללא מגע: Consentry רואה רק את הכתובת. דבר אינו מודגש או נחסם; יש לעיין בדף לפני ההסכמה.
unseen-app-unknown = הכתובת מציינת יישום ללא פרופיל ב-Consentry: { $id }
unseen-tenant = הארגון שבכתובת: { $tenant }
unseen-tenant-any = הכתובת אינה מציינת ארגון; החשבון שייבחר קובע
unseen-redirect = התגובה נשלחת אל { $host }
unseen-scopes = הכתובת מבקשת: { $scopes }
unseen-tick = לא נבדק: אם מוצעת או מסומנת הסכמה עבור כל הארגון
unseen-permissions = לא נבדק: רשימת ההרשאות שבדף
unseen-account = לא נבדק: באיזה חשבון בוצעה הכניסה
access-withheld = הגישה של Consentry לדפי הכניסה כבויה בהגדרות הגישה לאתרים של ההרחבה. דבר אינו מודגש או נחסם שם.
access-barred-title = חסום בדף הזה
access-barred-text = מדיניות הדפדפן של הארגון שלך אינה מתירה הרחבות בדף הזה, ולכן דבר אינו מודגש או נחסם כאן. Consentry עדיין יכול לאמת את ההענקה מול Microsoft Graph.
settings-from-package = ברירת מחדל
settings-from-own = הגדרה שלך
settings-from-policy = מדיניות הארגון שלך
settings-refused = הגדרה שלא הוחלה ({ $from }): { $name }. { $why }
settings-unknown = הגדרה לא מוכרת.
settings-needs-backend = הערך צריך להיות כתובת https, או כתובת http במחשב הזה.
settings-needs-portal = הערך צריך להיות כתובת https של הפורטל של Azure או של מרכז הניהול של Entra.
settings-needs-tick = הערך צריך להיות warn,‏ confirm או forbid.
settings-needs-language = הערך צריך להיות אחד מאלה: { $tags }.
settings-needs-yes-or-no = הערך צריך להיות true או false.
settings-needs-text = הערך צריך להיות טקסט.
settings-needs-clients = הערך צריך להיות רשימה של מזהי יישומים.
settings-needs-client = { $count ->
        [one] ערך אחד אינו מזהה יישום תקין, והמערכת התעלמה ממנו.
        [two] שני ערכים אינם מזהי יישומים תקינים, והמערכת התעלמה מהם.
       *[other] { $count } ערכים אינם מזהי יישומים תקינים, והמערכת התעלמה מהם.
    }
data-pack = בשימוש: חבילת הנתונים { $serial } של הארגון שלך (הגרסה המובנית: { $built_in }).
data-refused = חבילת הנתונים של הארגון שלך נדחתה: { $why }.
settings-fixed = מנוהל על ידי הארגון שלך: { $names }
settings-zero-touch-on = מצב ללא מגע מופעל. בדפי הכניסה Consentry משתמש רק בכתובות וב-Microsoft Graph.
settings-zero-touch-off = Consentry קורא את דפי הכניסה, מדגיש את הפקד הבא וחוסם הסכמה עבור כל הארגון.
settings-zero-touch-begin = הפעלת מצב ללא מגע
settings-zero-touch-end = כיבוי מצב ללא מגע

# The panel: several connections, how to go through a guide and how to leave it.
label-granter = התבקשת להעניק הסכמה
side-source = מקור
side-destination = יעד
back-do = השלב הקודם
back-here = מוצג שלב שכבר הושלם. דבר לא אבד.
forward-do = המשך מהמקום שבו הפסקת
step-again = { $note }. חזרת לשלב הזה
leave-ask = סיום ההדרכה
start-over-ask = התחלה מחדש
leave-title = לסיים את ההדרכה של { $app }?
start-over-title = להתחיל מחדש עם { $app }?
leave-nothing-changes = זה אינו משנה דבר בארגון שלך.
leave-lost-steps = השלבים והתוצאות שלהם מוסרים מהדפדפן הזה
leave-lost-again = מתחילים מהשלב הראשון; שאר התוצאות אובדות
leave-lost-access = הדפדפן הזה מאבד את הגישה לחיבור ולא יוכל עוד לעקוב אחריו או למחוק אותו
leave-lost-bearer = הדפדפן הזה מאבד את הגישה לחיבור. רק מי שיצר אותו יכול למחוק אותו
leave-lost-reminder = התזכורת שלך מוסרת
leave-stays-handoff = קישור ששלחת למנהל נשאר בתוקף עד שיפוג
leave-stays-grant = ההסכמה נשארת: { $app } שומר על ההרשאות שלו עד שמישהו מבטל אותן (תחת "ביטול והסרה")
leave-delete-does = מחיקה מסירה מהשרת את הכניסה, את התוצאות ואת התיעוד, ומבטלת את הכניסה היכן ש-Microsoft תומכת בכך
leave-stay = להמשיך
leave-keep = סיום ושמירת הנתונים
leave-delete = סיום ומחיקת הנתונים
start-over-do = התחלה מחדש
start-over-keep = התחלה מחדש ושמירת הנתונים
start-over-delete = התחלה מחדש ומחיקת הנתונים
deleted-title = נמחק: { $app }
deleted-text = החיבור הזה נמחק מהשרת.
deleted-revoked = בוטל: { $what }
deleted-forgotten = נמחק: { $what }
deleted-remains = לא נמחק: { $what }
deleted-dismiss = סגירה

# After the grant.
harden-done = { $what }: בוצע, אומת על ידי Graph
harden-said = { $what }: בוצע, לפי דיווח שלך או לפי הדף (לא אומת על ידי Graph)
harden-open = { $what }: לא בוצע
harden-unknown = { $what }: לא ידוע
harden-grant = 1. הענקת הסכמה
harden-assign = 2. הקצאת אנשים
harden-require = 3. דרישת הקצאה
harden-verify = 4. אימות
harden-closed = רק מי שהוקצו יכולים להשתמש ביישום
harden-have = הוקצו: { $names }
harden-keep = הגישה תישמר עבור: { $names }
harden-yourself = Graph מציג שמות ולא חשבונות. יש לבדוק שהחשבון { $account } כלול
harden-groups = בקבוצה שהוקצתה נחשבים רק החברים הישירים, ולא חברים בקבוצות מקוננות
harden-nobody = איש לא הוקצה. דרישת הקצאה כעת תנעל את כולם בחוץ, כולל אותך. יש להקצות אנשים תחילה
harden-assigned-unknown = לא ידוע מי הוקצה: היישום אינו יכול לקרוא זאת. יש לבדוק לפני הגבלת הגישה
harden-lose = הגישה תילקח מכל השאר, בכניסה הבאה שלהם (AADSTS50105), כולל ממנהלים
harden-app-itself = זה אינו משפיע על מה שהיישום עושה ללא משתמש מחובר
harden-sign-ins-unknown = לא ידוע מי השתמש ביישום לאחרונה: יומני הכניסה אינם זמינים ליישום
recipe-assigned-title = הצגת מי שהוקצו
recipe-assigned-text = קריאת רשימת האנשים והקבוצות; דבר לא משתנה.
recipe-assigned-step-1 = יש לפתוח את "Users and groups" של { $app }. הרשימה נמצאת שם.
recipe-sign-ins-title = הצגת מי שהשתמשו לאחרונה
recipe-sign-ins-text = קריאת יומני הכניסה של 30 הימים האחרונים; דבר לא משתנה. נדרש Microsoft Entra ID P1 או P2, ולפחות התפקיד Reports Reader.
recipe-sign-ins-step-1 = יש לפתוח את { $app } ב-"Enterprise applications".
recipe-sign-ins-step-2 = יש לבחור ב-"Sign-in logs" בתפריט, תחת "Activity".
recipe-grant-title = ביטול ההרשאות
recipe-grant-text = { $app } מאבד את ההרשאות שלו. כל החיבורים שלו נעצרים בקריאה הבאה, כולל אלה של אנשים אחרים.
recipe-grant-step-1 = יש לפתוח את "Permissions" של { $app }.
recipe-grant-step-2 = בכרטיסייה "Admin consent" יש לפתוח את התפריט (…) של כל הרשאה ולבחור ב-"Revoke permission".
recipe-grant-step-3 = מה שאנשים הסכימו לו עבור עצמם נמצא בכרטיסייה "User consent". הפורטל אינו יכול לבטל זאת: יש להשתמש ב-Graph או ב-PowerShell.
recipe-require-title = פתיחת הגישה לכולם מחדש
recipe-require-text = כולם בארגון יכולים להיכנס שוב אל { $app }. מי שהוקצו נשארים מוקצים.
recipe-require-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-require-step-2 = יש להעביר את "Assignment required?" למצב "No" ולבחור ב-"Save".
recipe-disable-title = השבתת הכניסה
recipe-disable-text = איש אינו יכול עוד להיכנס אל { $app }, והוא אינו מקבל אסימונים חדשים. ההרשאות שלו נשארות, ולכן אפשר להפעיל אותו שוב.
recipe-disable-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-disable-step-2 = יש להעביר את "Enabled for users to sign in?" למצב "No" ולבחור ב-"Save".
recipe-delete-title = הסרה מהארגון
recipe-delete-text = { $app } נמחק כאן, עם ההרשאות וההקצאות שלו. הוא יופיע שוב, בלעדיהן, אם מישהו ייכנס ויסכים מחדש.
recipe-delete-step-1 = יש לפתוח את "Properties" של { $app }.
recipe-delete-step-2 = יש לבחור ב-"Delete" ולאשר.
way-portal = בפורטל
way-portal-open = פתיחת הדף
way-graph = באמצעות Microsoft Graph
way-graph-how = נדרשות ההרשאות המואצלות { $scopes }. יש להחליף כל מזהה בסוגריים משולשים באחד שהוחזר בבקשה הקודמת, ולחזור על כך עבור כל אחד.
way-graph-request = בקשה
way-powershell = באמצעות PowerShell
way-powershell-how = נדרש המודול Microsoft.Graph.
way-powershell-commands = פקודות
undo-check = בוצע. בדיקה כעת
undo-asking = מתבצעת בדיקה מול Microsoft Graph
undo-refused = בוטל: Microsoft Graph דוחה כעת את הגישה
undo-gone = הוסר: היישום אינו מופיע עוד אצל Microsoft בארגון הזה
undo-disabled = הושבת: אושר על ידי Microsoft
undo-open = פתוח שוב: Microsoft Graph מראה שלא נדרשת הקצאה
undo-still = עדיין לא. אסימונים קיימים עשויים לפעול עוד כשעה; יש לבדוק שוב מאוחר יותר
undo-unknown = לא ברור מהתגובה של Microsoft. יש לבדוק בפורטל
state-taken-back = בוטל
taken-back-title = בוטל
taken-back-text = ל-{ $app } אין עוד ההרשאות שהוענקו לו.
resume-do = הגדרה מחדש
reminder-title = תזכורת לביטול הגישה
reminder-text = כשההעברה מסתיימת, איש אינו זקוק עוד לגישה הזאת. התאריך נשמר בדפדפן הזה.
reminder-field = תאריך
reminder-set = קביעת תזכורת
reminder-clear = הסרת התזכורת
reminder-waits = נקבעה תזכורת
reminder-due = הגיע הזמן לבטל את ההסכמה הזאת, תחת "ביטול והסרה"
reminder-badge = Consentry: הגיע הזמן לבטל את הגישה של { $apps }
record-json = קבלת התיעוד כ-JSON
record-html = קבלת התיעוד כדף

# The options page.
dark-reduced = הדרכה מצומצמת מופעלת: בדפים מופיעות רק אזהרות. השלבים מופיעים בחלונית.
settings-title = אפשרויות Consentry
settings-text = ההגדרות נשמרות בדפדפן הזה. להגדרות הארגון שלך יש קדימות.
settings-save = שמירה
settings-more = כל האפשרויות
settings-reset = איפוס לברירת המחדל
settings-locked = מנוהל על ידי הארגון שלך.
settings-access = Consentry צריך הרשאה לראות דפים ב-{ $host }; בלעדיה, קישורים למנהל מהשרת הזה לא יתחילו הדרכה.
settings-access-allow = התרת גישה אל { $host }
settings-needs-ids = אינו מזהה יישום: { $wrong }. מזהה נראה כך: d62121f3-e023-4972-b6b0-794190c0fd98.
setting-backend-label = שרת
setting-backend-help = כתובת השרת שפונה אל Microsoft Graph. בלעדיו התוצאות אינן מאומתות.
setting-portal-label = פורטל
setting-portal-help = הפורטל שקישורים פותחים: הפורטל של Azure או מרכז הניהול של Microsoft Entra בענן שלך.
setting-language-label = שפה
setting-language-help = שפת הממשק של Consentry. הדפים של Microsoft אינם מושפעים.
setting-language-browser = כמו בדפדפן
setting-tickPolicy-label = הסכמה עבור כל הארגון
setting-tickPolicy-help = מה לעשות כשהיא מסומנת עבור יישום שאינו זקוק לה.
setting-tickPolicy-warn = אזהרה בלבד
setting-tickPolicy-confirm = חסימת "Accept" עד לאישור שלי
setting-tickPolicy-forbid = חסימת "Accept" תמיד
setting-zeroTouch-label = מצב ללא מגע
setting-zeroTouch-help = שום סקריפט אינו פועל בדפי הכניסה. ההדרכה מבוססת על כתובות ועל Microsoft Graph. דבר אינו מודגש או נחסם שם.
setting-reducedGuidance-label = הדרכה מצומצמת
setting-reducedGuidance-help = בדפים מופיעות רק אזהרות; ההדרכה נשארת בחלונית.
setting-allowedClients-label = יישומים מותרים
setting-allowedClients-help = מזהי יישומים, אחד בכל שורה. אם רשום ולו אחד, כל השאר נחסמים. יש להשאיר ריק כדי להתיר את כולם.
setting-forbiddenClients-label = יישומים חסומים
setting-forbiddenClients-help = מזהי יישומים, אחד בכל שורה.

# Practice.
practice-word = תרגול
practice-sentence = זהו דייר תרגול במחשב הזה. דבר כאן אינו משפיע על ארגון אמיתי.
practice-title = מה לנסות
practice-text = כדאי לעבור על התהליך פעם אחת, ולבצע את הטעות בכוונה.
practice-trap = סימון תיבת ההסכמה בשם הארגון בדף ההסכמה: "Accept" נחסם
practice-proof = השלמת התהליך: ה-Microsoft Graph המדומה מחזיר את שני המספרים
practice-try = תרגול: כדאי לסמן פעם אחת את תיבת הסימון ולבחור ב-"Accept" כדי לראות מה קורה. לאחר מכן יש להסיר את הסימון
practice-begin-title = תרגול תחילה
practice-begin-text = הפעלת הפקודה הזאת בתיקיית קוד המקור של Consentry מתחילה דייר תרגול בדפדפן נפרד. הכול שם מסומן כתרגול. הדפדפן הזה אינו מושפע.
practice-command = פקודה

# What the parts of the panel are called.
head-connections = החיבורים שלך
head-guided = ההדרכה הנוכחית
head-side = מקור או יעד?
head-after = לאחר ההסכמה
head-harden = הגבלת הגישה
head-undo = ביטול והסרה
head-record = תיעוד
head-record-text = מי ביקש, מי נכנס, מה ראתה ההגנה ומה החזיר Microsoft Graph. הרשומות משורשרות ב-hash, כך שאפשר לגלות שינוי בהן.
head-save-file = שמירת קובץ
head-record-copy = תיעוד
settings-saved = נשמר

# Labels of the card and the panel.
face-hide = הסתרת הכרטיס הזה
face-page = דף:
face-loading = עדיין נטען
signs-met = סימנים שנמצאו בדף זה: { $met } מתוך { $known }
face-signs-missing = חסרים:
face-signs-step = השלב שעלול להיות מושפע:
face-dark = דבר אינו מודגש:
face-consent = דף הסכמה:
face-lit = מודגש
face-looked-for = פקדים צפויים
face-diagnosis-copied = הועתק (ללא פרטים מזהים)
face-diagnosis-copy = העתקה (ללא פרטים מזהים)
face-case-copied = הועתק כמקרה בדיקה (ללא פרטים מזהים)
face-case-copy = העתקת הדף הזה כמקרה בדיקה (ללא פרטים מזהים)
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
face-state-skipped = שלב שדולג
face-next-try = הניסיון הבא:
face-missing = עדיין לא הוענק:
face-role-needed = נדרש לפחות:
face-assigned = הוקצו:
face-for-everybody = הוענק עבור כולם:
face-beyond = הוענק אבל לא התבקש על ידי היישום:
face-not-known = לא ידוע:
face-remedy = מה לעשות:
face-code = קוד שגיאה:
face-open = פתיחת הדף
face-guard-released = התרת הסכמה עבור כל הארגון
face-guard-held = "Accept" נחסם כל עוד סומנה הסכמה עבור כל הארגון
face-guard-ticked = הסכמה עבור כל הארגון הייתה מסומנת לזמן מה
face-guard-offered = הסכמה עבור כל הארגון הוצעה ולא סומנה
face-proof = אסמכתאות
face-assigned-only = רק מי שהוקצו יכולים להשתמש ביישום
face-everybody = כולם בארגון יכולים להשתמש ביישום
face-exposure = מי יכול להשתמש
face-backend = שרת:
face-settings = הגדרות
face-begin = מה לחבר?
face-begin-more = חיבור של משהו אחר
face-diagnostics = אבחון
face-nothing-seen = Consentry עדיין לא קרא את הדף הזה.
face-tone-good = תקין:
face-tone-caution = זהירות:
face-tone-bad = עצירה:
face-permissions = מה כל הרשאה מאפשרת
face-checks = בדיקות נוספות
face-copied = הועתק
face-copy = העתקה

# Profiles of other apps, and guides without a backend.
begin-asks-some = { $count ->
        [one] תתבקש לפחות הרשאה אחת
        [two] יתבקשו לפחות שתי הרשאות
       *[other] יתבקשו לפחות { $count } הרשאות
    } עבור הארגון שלך. הרשימה המלאה אינה ידועה ל-Consentry. אפשר לעיין בכל אחת לפני ההסכמה.
begin-asks-unknown = Consentry אינו יודע אילו הרשאות יתבקשו. אפשר לעיין בכל אחת לפני ההסכמה.
begin-role = התיעוד של { $app } דורש: { $role }
begin-side-source = את { $app } מאשרים בארגון המקור
begin-side-destination = את { $app } מאשרים בארגון היעד
begin-side-both = את { $app } מאשרים פעמיים: בארגון המקור ובארגון היעד
begin-clouds = { $app } זמין בעננים: { $clouds }
begin-cloud-global = Microsoft 365 (ברחבי העולם)
begin-cloud-us-gov = Microsoft 365 Government (ארצות הברית)
begin-cloud-china = Microsoft 365 בהפעלת 21Vianet (סין)
profile-unverified = לא אומת עבור { $app }: { $fields }
profile-no-id = מזהה היישום של { $app } אינו ידוע, ולכן Consentry אינו יכול לזהות אותו בדפים. יש לקבל את המזהה מהספק ולהזין אותו בחלונית של Consentry.
profile-no-id-own = כל ארגון רושם את { $app } בעצמו. יש להזין את מזהה היישום מהרישום שלך בחלונית של Consentry; עד אז Consentry אינו יכול לזהות אותו בדפים.
client-label = מזהה היישום של { $app }
client-help = הוא אינו מפורסם. אפשר לשאול את הספק, או לחפש בפורטל שבו { $app } כבר קיים: "Enterprise applications", { $app }, "Application ID" (ולא "Object ID").
client-help-own = הוא מוצג בפורטל: "App registrations", הרישום שלך של { $app }, "Application (client) ID" (ולא "Object ID").
client-entered = הוזן מזהה היישום { $id } עבור { $app }. הוא לא אומת. יש להשוות אותו לתיעוד של הספק.
client-needs-form = אינו מזהה יישום: { $wrong }. יש להעתיק אותו במלואו, כמו d62121f3-e023-4972-b6b0-794190c0fd98, מהמקום שצוין למעלה.
client-needs-own = זה מזהה היישום של { $other }, ולא של { $app }. יש להעתיק אותו שוב מהמקום שצוין למעלה.
client-needs-harmless = מזהה היישום הזה דווח כזדוני: { $other }. אין להשתמש בו. יש לבקש מהספק של { $app } את המזהה הנכון.
client-needs-allowed = הארגון שלך אינו מתיר את היישום בעל המזהה הזה. יש לפנות למנהל Consentry בארגון.
profile-source = מקור: { $source }
profile-field-client_ids = מזהה היישום
profile-field-owner_tenant = היכן הוא רשום
profile-field-publisher = מפרסם
profile-field-callback_hosts = מארחים להפניה
profile-field-tick = המלצה לגבי הסכמה עבור כל הארגון
profile-field-role = התפקיד שהתיעוד דורש
profile-field-sides = היכן מאשרים אותו
profile-field-clouds = עננים
profile-field-retired = זמינות
profile-field-delegated = הרשאות מואצלות
profile-field-application = הרשאות יישום
profile-field-entry = הדפים של היישום
consent-scopes-unlisted = אינו ברשימה (החלקית) של Consentry עבור { $app }: { $scopes }
connect-without = המשך ללא אימות
connect-said = נכנסתי
grant-said = ההסכמה הוענקה
state-unproven = הדרכה ללא אימות: לא הוגדר שרת
step-person = סומן כבוצע על ידך; לא אומת
done-unproven-title = בוצע, אבל לא אומת
done-unproven-text = השלבים של { $app } הושלמו ככל הידוע ל-Consentry. לא בוצעה בדיקה מול Microsoft Graph; יש לוודא ב-{ $app } שהוא פועל.
handoff-wait-unproven = החלק שלך הושלם. יש לבקש מבעל התפקיד { $granter } להעניק ל-{ $app } את ההרשאות. Consentry אינו יכול לבדוק כאן מול Microsoft Graph, ולכן יש לסמן את השלב הזה כבוצע בעצמך.
returned-unproven = הוא מדווח שהוענקה הסכמה. אין שרת שיבדוק מול Microsoft Graph, ולכן זה לא אומת.
wrong-window-unproven = Consentry אינו יכול לדעת אם הוענקה הסכמה. יש לבחור שוב בלחצן, או לבדוק בפורטל.
settings-needs-profiles = הערך צריך להיות אובייקט הממפה מזהי פרופילים לערכים עוקפים.

# The pages of the backend: the hand-off link, and where a sign-in ends.
page-footer = Consentry רק קורא. הוא לעולם אינו מעניק דבר, ולעולם אינו מבקש סיסמה.
page-error-remedy = מה לעשות
page-error-role = מי יכול לעשות זאת
page-error-link = פתיחת הדף לתיקון
page-error-code = הקוד של Microsoft
page-nothing-title = אפשר לסגור את הדף הזה.
page-nothing-text = לא נשאר כאן מה לעשות.
page-nobody-title = איש עדיין לא נכנס.
page-nobody-text = יש לחזור למקום שבו התחלת ולנסות שוב.
page-missing-title = הכניסה בוצעה; נשאר שלב אחד.
page-missing-text = מנהל בארגון שלך עדיין צריך להעניק ל-{ $app } את ההרשאות שלו עצמו. זה צפוי. יש לחזור למקום שבו התחלת; שם מוצג השלב הבא.
page-spreading-title = כמעט סיימנו.
page-spreading-text = ההסכמה מוחלת בשירותים של Microsoft. זה עשוי להימשך כמה דקות.
page-done-title = { $app } מאושר במלואו.
page-done-text = ב-Microsoft Graph נמצאו { $sites ->
        [one] אתר SharePoint אחד
       *[other] { $sites } אתרי SharePoint
    } { $users ->
        [one] ומשתמש אחד
       *[other] ו-{ $users } משתמשים
    }.
page-close = אפשר לסגור את הדף הזה.
page-thanks-title = תודה.
page-thanks-text = Consentry בודק מול Microsoft Graph אם ההסכמה עבור { $app } הגיעה. מי ששלח לך את הקישור רואה את התוצאה, בדרך כלל בתוך דקה.
page-granted-text = המשקיף של הארגון קרא מ-Microsoft Graph מה הוענק ל-{ $app }. לא ידוע אם מישהו השתמש בזה.
page-start-title = להיכנס כדי לחבר את { $app }?
page-start-lead = מישהו התחיל את החיבור הזה, ונדרשת כניסה שלך. יש להמשיך רק אם התחלת אותו בעצמך, או אם ידוע לך מי שלח אותך לכאן.
page-start-who = מי מבקש
page-start-name = שם החיבור
page-start-name-unverified = הוזן על ידי מי שהתחיל את החיבור. Consentry אינו יכול לאמת אותו.
page-start-name-none = לא הוזן שם.
page-start-app = יישום
page-start-return = לאחר מכן חוזרים אל
page-start-return-here = דף בשרת הזה
page-start-see = מה יהיה גלוי לאחרים
page-start-see-text = לאחר הכניסה, מי שהתחיל את החיבור יוכל לראות את הפרטים הבאים עד למחיקת החיבור:
page-start-see-account = שם החשבון שלך, ושם הארגון שלך והמזהה שלו
page-start-see-counts = מספר המשתמשים ואתרי SharePoint בארגון שלך
page-start-see-access = ההרשאות שהוענקו ל-{ $app }, ושמות האנשים והקבוצות שהוקצו לו
page-start-see-settings = הגדרות ההסכמה של הארגון שלך, והתיעוד של כל בדיקה
page-start-see-not = את הסיסמה מזינים רק בדף של Microsoft. Consentry אינו קורא קבצים או דואר.
page-start-observer = הכניסה היא אל
page-start-observer-see = מה נקרא ומי רואה זאת
page-start-observer-text = אחרי שתיכנסו, המשקיף של הארגון שלכם קורא את הדברים הבאים מ-Microsoft Graph. הם מוצגים בדפדפן הזה ולמי שתמסרו לו את החיבור. מי שהתחיל את החיבור אינו רואה אותם.
page-start-continue = המשך אל Microsoft
page-start-stop = אם הבקשה אינה מוכרת לך, יש לסגור את הדף הזה. דבר לא שותף.
page-elsewhere-title = התקבלה תגובה של מנהל.
page-elsewhere-text = ייתכן שמנהל העניק הסכמה. יש לחזור למקום שבו התחלת: שם Consentry בודק מול Microsoft Graph, ורק התוצאה הזאת קובעת. אפשר לסגור את הדף הזה.
page-grant-title = הענקת הרשאות ל-{ $app }
page-grant-lead = מישהו בארגון שלך מחבר אותו וזקוק לך לשלב אחד.
page-grant-already = זה כבר בוצע.
page-who = מי מבקש
page-who-account = החשבון שנכנס
page-who-label = שם החיבור
page-who-organization = ארגון
page-who-app = מזהה היישום
page-who-publisher = מפרסם
page-how = איך
page-how-role = נדרש התפקיד { $role } או Global Administrator. רק הפורטל מבקש להיכנס; הדף הזה לעולם לא.
page-how-open = פתיחת { $app } בפורטל
page-how-here = שם יש לבחור ב-"Permissions" ואז ב-"Grant admin consent".
page-how-list = שם יש לפתוח את { $app } ברשימה (תוך השוואת מזהה היישום), לבחור ב-"Permissions" ואז ב-"Grant admin consent".
page-how-else = אם הפורטל אינו נפתח
page-how-address = זו הכתובת של הדף של Microsoft עצמה לאותה הענקה. לפני הפתיחה יש לבדוק שהיא מתחילה בשם המארח של הכניסה של Microsoft:
page-what = מה יוענק
page-what-application = { $app } מקבל את הרשאות היישום האלה. הן חלות על הנתונים של כל המשתמשים ואינן מצריכות משתמש מחובר:
page-what-delegated = הדף של Microsoft מציג גם את ההרשאות המואצלות האלה:
page-what-repeated = הוא עשוי לחזור על מה שהכניסה ביקשה: { $scopes }.
page-what-more = אם הדף של Microsoft מציג משהו אחר, אין להסכים; יש לשאול את מי ששלח לך את זה.

# The panel and its three places.
face-places = חלקי החלונית
face-place-guide = הדרכה
face-place-app = יישום
face-place-activity = פעילות
face-more = עוד
face-details = פרטים
face-evidence = מי מבצע כל שלב, והאסמכתאות
face-app-unknown = עדיין לא ידוע דבר על היישום הזה בארגון שלך. יש להיכנס כדי לחבר אותו, ואז Consentry בודק מול Microsoft Graph.
face-app-none = כעת לא מאשרים אף יישום. אפשר להתחיל באחד תחת "הדרכה".
face-no-activity = עדיין לא בוצעה קריאת אימות עבור החיבור הזה.
face-fold = הצגת פחות
no-backend-title = לא הוגדר שרת
no-backend-text = Consentry מדריך אותך וחוסם הסכמה עבור כל הארגון. רק שרת יכול לשאול את Microsoft Graph אם היישום מאושר.
no-backend-set = הגדרת השרת של הארגון שלך
face-incomplete = חלקי:
face-incomplete-why = Microsoft Graph החזיר רק חלק מזה, ולכן ייתכן שיש יותר ממה שמוצג.
face-at-least = לפחות
face-known-by = המשקיף (observer) של הארגון יכול לקרוא זאת. אחרת, היישום זקוק להרשאות:
first-run-with = עם השרת שלך, התוצאה מאומתת מול Microsoft Graph.
first-run-without = זה פועל גם בלי שרת. במקרה כזה שום דבר אינו מאומת.
first-run-asks = מתבצעת בדיקה של { $address }
first-run-answers = שרת של Consentry עונה בכתובת { $address }.
face-first-title = ברוכים הבאים אל Consentry
face-first-picture = ציור של דף הסכמה: הלחצן הבא מודגש, ותיבת סימון מסומנת בציור כתיבה שיש להשאיר ריקה
face-first-does-1 = Consentry מדגיש את הפקד הבא בדפים של Microsoft ומסביר אותו במשפט אחד.
face-first-does-2 = Consentry חוסם הסכמה בטעות עבור הארגון כולו.
face-first-does-3 = Consentry מאמת את התוצאה מול Microsoft Graph, דרך השרת של הארגון שלך.
face-first-sees-title = מה הוא יכול לראות
face-first-sees-1 = פקדים בדפי הכניסה של Microsoft, בפורטלים ובדפי ההגדרה של יישום: לחצנים, תיבות סימון ושמות.
face-first-sees-2 = בדפים ששום שלב אינו זקוק להם: רק הכתובת והאתר שהוביל אליה.
face-first-sees-3 = מהשרת שלך: מה ש-Microsoft Graph מציג על היישום שמאשרים.
face-first-never-title = מה הוא לעולם אינו עושה
face-first-never-1 = הוא לעולם אינו בוחר, מקליד או מעניק דבר. רק האדם שמול המסך עושה זאת.
face-first-never-2 = הוא לעולם אינו קורא את מה שמוקלד.
face-first-never-3 = הוא לעולם אינו שולח נתונים לאיש, מלבד השרת שהוגדר כאן או על ידי הארגון.
face-first-ways-title = מאיפה להתחיל?
face-first-begin-title = לאשר יישום עכשיו
face-first-begin-text = יש לבחור את היישום בחלונית, ואז לבצע את השלבים המודגשים.
face-first-begin-do = לפתוח את החלונית
face-first-begin-later = בהמשך אפשר לפתוח אותה בלחצן של Consentry בסרגל הכלים של הדפדפן.
face-first-backend-title = להשתמש בשרת של הארגון
face-first-backend-text = הכתובת מתקבלת מהארגון או מספק היישום. Consentry בודק אותה מיד.
face-first-backend-do = לבדוק ולהשתמש
face-first-practice-get = דייר התרגול הוא חלק מקוד המקור של Consentry. נדרשים גם Rust ו-Node.js 20 או גרסה חדשה יותר.
badge-step = Consentry: השלב הבא נמצא בדף זה. { $title }
badge-warning = Consentry: אזהרה בדף זה. { $title }
