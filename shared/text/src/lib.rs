//! Texts in the words of a language: what the core and the backend say by key is rendered here, and nowhere else.

#![cfg_attr(not(test), warn(clippy::too_many_lines))]

pub mod words;
