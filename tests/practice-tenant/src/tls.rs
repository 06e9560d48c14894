//! A throw-away certificate authority and one leaf for every host the tenant answers for.
//!
//! The authority's private key is never written anywhere and ends with the process.

use std::sync::Arc;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, PublicKeyData as _,
};
use rustls::pki_types::PrivateKeyDer;
use sha2::{Digest as _, Sha256};

use crate::error::Error;

/// Hosts this program stands in for, as patterns of Chromium's `--host-resolver-rules`.
pub(crate) const HOSTS: [&str; 17] = [
    "login.microsoftonline.com",
    "login.microsoftonline.us",
    "login.partner.microsoftonline.cn",
    "portal.azure.com",
    "ms.portal.azure.com",
    "portal.azure.com.mcas.ms",
    "portal.azure.us",
    "portal.azure.cn",
    "entra.microsoft.com",
    "entra.microsoft.us",
    "entra.microsoftonline.cn",
    "*.reactblade.portal.azure.net",
    "graph.microsoft.com",
    "app.mover.io",
    "aka.ms",
    "login.live.com",
    "aadcdn.msauth.net",
];

/// What the server presents, and what a client must trust.
pub(crate) struct Identity {
    pub(crate) config: Arc<rustls::ServerConfig>,
    pub(crate) ca_pem: String,
    /// Base64 of SHA-256 over the leaf's `SubjectPublicKeyInfo` (RFC 7469 section 2.4).
    pub(crate) spki_sha256: String,
}

/// Makes authority and leaf anew.
pub(crate) fn identity() -> Result<Identity, Error> {
    let mut ca = CertificateParams::default();
    ca.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    ca.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    ca.distinguished_name
        .push(DnType::CommonName, "Practice tenant, throw-away authority");
    let ca_key = KeyPair::generate()?;
    let ca_pem = ca.self_signed(&ca_key)?.pem();
    let issuer = Issuer::new(ca, ca_key);

    let mut leaf = CertificateParams::new(HOSTS.map(str::to_owned))?;
    leaf.distinguished_name
        .push(DnType::CommonName, "Practice tenant");
    leaf.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    leaf.use_authority_key_identifier_extension = true;
    let leaf_key = KeyPair::generate()?;
    let spki = leaf_key.subject_public_key_info();
    let certificate = leaf.signed_by(&leaf_key, &issuer)?;

    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::Pkcs8(leaf_key.serialize_der().into()),
        )?;
    // One protocol, one connection per host: what a test sees does not depend on coalescing.
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Identity {
        config: Arc::new(config),
        ca_pem,
        spki_sha256: BASE64_STANDARD.encode(Sha256::digest(spki)),
    })
}
