//! A copy of the database while it is used.

use super::{Sqlite, StoreError, private};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

impl Sqlite {
    /// Writes a consistent copy of the database at `from` to a new file `to`. Servers go on reading
    /// and writing meanwhile; the copy holds what was committed when it began, and is on the disk
    /// when this returns. Nobody but its owner may read it, whatever the umask. A copy that fails leaves nothing
    /// behind.
    ///
    /// # Errors
    ///
    /// When the database cannot be read, or the new file cannot be written or exists.
    pub fn backup(from: &Path, to: &Path) -> Result<(), StoreError> {
        let io = |error: std::io::Error| StoreError::Database(format!("{}: {error}", to.display()));
        if to.exists() {
            return Err(StoreError::Database(format!(
                "{} is there already: name a new file",
                to.display()
            )));
        }
        // Never makes a database by mistake of a path.
        let database = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| StoreError::Database(format!("{}: {error}", from.display())))?;
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(".part");
        let part: PathBuf = to.with_file_name(name);
        let _ = std::fs::remove_file(&part);
        private::create(&part).map_err(io)?;
        let text = part
            .to_str()
            .ok_or_else(|| StoreError::Database("the name of the copy is not UTF-8".into()))?;
        let copied = database
            .execute("VACUUM INTO ?1", [text])
            .map_err(StoreError::from)
            .and_then(|_| {
                std::fs::File::open(&part)
                    .and_then(|file| file.sync_all())
                    .map_err(io)
            })
            .and_then(|()| std::fs::rename(&part, to).map_err(io));
        if copied.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        copied
    }
}
