//! Why a practice tenant does not start.

/// What can go wrong before the first page is served.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The scenario cannot be read; the text names key and line.
    #[error("the scenario is not valid: {0}")]
    Scenario(String),
    /// One of the crate's own data files is broken.
    #[error("{file} is not valid: {reason}")]
    Data {
        /// Name of the file.
        file: &'static str,
        /// What the parser says.
        reason: String,
    },
    /// Keys or certificates could not be made.
    #[error("no certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The TLS library refused its configuration.
    #[error("TLS refused its configuration: {0}")]
    Tls(#[from] rustls::Error),
    /// The key that signs tokens could not be used.
    #[error("no signing key: {0}")]
    SigningKey(#[from] jsonwebtoken::errors::Error),
    /// The HTTP client towards the backend could not be built.
    #[error("no HTTP client: {0}")]
    Client(#[from] reqwest::Error),
    /// A file or a socket.
    #[error("{what}: {source}")]
    Io {
        /// What was tried.
        what: String,
        /// What the system answered.
        source: std::io::Error,
    },
}
