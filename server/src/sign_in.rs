//! A sign-in, from its start to an identity that was verified: OAuth 2.0 and OpenID Connect with the Microsoft identity
//! platform.

pub mod pending;
pub mod refresh_token;
pub mod cookie;
pub mod claims;
pub mod id_token;
pub mod discovery;
pub mod jwks;
pub mod microsoft;
