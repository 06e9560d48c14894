//! What crosses a boundary: types, and what reads and writes them.
//!
//! Between the extension and the backend [`api`] and [`record`]; between a page and the core [`sighting`] and [`mark`];
//! between the core and what a person looks at [`view`], with each [`text`] as a key until its words are chosen. Deliberately
//! absent: any judgement, and any table.

pub mod api;
pub mod graph_list;
pub mod record;
pub mod sighting;
pub mod mark;
pub mod text;
pub mod isolate;
pub mod language_spans;
pub mod journey;
pub mod recognition_case;
pub mod diagnosis;
pub mod view;
