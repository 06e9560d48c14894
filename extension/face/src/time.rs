//! Moments as a person reads them, in the browser's own language and time zone.

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
    date.to_locale_string("default", &options).into()
}
