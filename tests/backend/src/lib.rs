//! Tests of the backend from outside: the real server process against the practice tenant.
