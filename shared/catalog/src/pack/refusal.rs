//! Why a data pack is not taken up.

/// The newest form of a pack that is understood.
pub const FORMAT: u32 = 1;

/// Why a pack is not taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no compact JWS with a JSON payload.
    Malformed(String),
    /// It is not signed with ES256, or asks for what is not understood.
    Header(String),
    /// It is of a form that a later version understands.
    Format(u32),
    /// Something newer, or the same, is in force already.
    NotNewer {
        /// The pack's serial.
        serial: u64,
        /// What is in force.
        known: u64,
    },
    /// The policy asks for a newer one.
    TooOld {
        /// The pack's serial.
        serial: u64,
        /// The lowest that the policy takes.
        lowest: u64,
    },
    /// Its last day is over.
    Ended {
        /// That day, as YYYYMMDD.
        until: u64,
    },
    /// It changes a table that packs may not change.
    Table(String),
    /// What it makes of the data does not fit.
    Unfit(String),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed(why) => write!(f, "it is not a signed pack: {why}"),
            Self::Header(why) => write!(f, "its signature is of another kind: {why}"),
            Self::Format(format) => write!(
                f,
                "it has format {format}; this version understands {FORMAT}"
            ),
            Self::NotNewer { serial, known } => {
                write!(
                    f,
                    "its serial {serial} is not higher than {known}, which is in force"
                )
            }
            Self::TooOld { serial, lowest } => write!(
                f,
                "its serial {serial} is lower than {lowest}, the lowest that your organization allows"
            ),
            Self::Ended { until } => write!(f, "it ended on {until}"),
            Self::Table(table) => write!(f, "it may not change {table}"),
            Self::Unfit(why) => write!(f, "its tables do not fit: {why}"),
        }
    }
}
