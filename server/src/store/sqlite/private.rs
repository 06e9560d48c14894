//! Files that nobody but their owner may read.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

/// Makes an empty file, which SQLite then fills; its log and its index get the same rights (sqlite.org, "Write-Ahead
/// Logging"). Where there is one already it is an error.
pub(super) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        let file = options.mode(0o600).open(path)?;
        // A umask may have taken away too much.
        file.set_permissions(std::fs::Permissions::from_mode(0o600))?;
        Ok(file)
    }
    #[cfg(not(unix))]
    options.open(path)
}
