//! Moments as a person reads them, in the page's language and the browser's time zone.

use js_sys::{Date, Object, Reflect};

/// Unix time in milliseconds as day and time of day.
pub(crate) fn moment(millis: u64) -> String {
    // Exact up to the year 287396.
    #[expect(clippy::cast_precision_loss, reason = "a date has 53 bits")]
    let date = Date::new(&(millis as f64).into());
    let options = Object::new();
    for (key, value) in [("dateStyle", "medium"), ("timeStyle", "medium")] {
        drop(Reflect::set(&options, &key.into(), &value.into()));
    }
    date.to_locale_string(&language(), &options).into()
}

/// The page's language: that of the words around. `default` is the browser's.
fn language() -> String {
    let root = web_sys::window()
        .and_then(|window| window.document()?.document_element())
        .and_then(|root| root.get_attribute("lang"));
    root.filter(|tag| !tag.is_empty())
        .unwrap_or_else(|| "default".to_owned())
}

/// The hour of the day at which a reminder is due, in the person's own time zone.
const HOUR: i32 = 9;

/// A day as a date field has it (`YYYY-MM-DD`), as Unix time in milliseconds: in the morning, where
/// the person is.
pub(crate) fn moment_of_day(day: &str) -> Option<u64> {
    let mut parts = day.splitn(3, '-').map(str::parse::<u32>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        i32::try_from(parts.next()?.ok()?).ok()?,
        i32::try_from(parts.next()?.ok()?).ok()?,
    );
    let date = Date::new_with_year_month_day_hr(year, month - 1, day, HOUR);
    format!("{}", date.get_time()).parse().ok()
}

/// The day of a moment, as a date field has it.
pub(crate) fn day(millis: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a date has 53 bits")]
    let date = Date::new(&(millis as f64).into());
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year:04}-{month:02}-{day:02}")
}
