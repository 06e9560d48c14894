//! `app.mover.io`: the application's own wizard, as far as connectors go (the guide's pictures).
//!
//! Deliberately absent: transfers. A connector is authorized and loaded here, nothing else.

mod backend;
mod connector;
mod pages;
mod routes;
mod shown;

pub(crate) use connector::Connectors;
pub(crate) use routes::router;
