//! What the server answers: the listening socket, every URL, and its own pages.

pub mod listen;
pub mod openapi;
pub mod page;
pub mod routes;
pub mod serve;
