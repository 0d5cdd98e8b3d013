//! The output file, which is written beside an earlier one and replaces it when it is complete.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

use super::console::Stop;
use crate::intake::io_message;
use crate::text::Language;

/// A file that becomes the output file. It is removed if it does not.
pub(super) struct Draft {
    file: TempPath,
    /// Where it is put.
    to: PathBuf,
    /// The output file as it was named.
    path: PathBuf,
}

/// Opens the output. Only files are written beside the earlier one, not devices and pipes.
pub(super) fn destination(path: &Path, language: Language) -> Result<(File, Option<Draft>), Stop> {
    open(path).map_err(|error| failed(path, &error, language))
}

fn open(path: &Path) -> io::Result<(File, Option<Draft>)> {
    let earlier = match fs::metadata(path) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if let Some(earlier) = &earlier {
        if !earlier.is_file() {
            return Ok((File::create(path)?, None));
        }
        // A file that may not be written is not replaced either.
        File::options().write(true).open(path)?;
    }
    // A link stays a link.
    let to = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = to.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = new_file(folder)?;
    let (file, draft) = draft.into_parts();
    if let Some(earlier) = earlier {
        fs::set_permissions(&draft, earlier.permissions())?;
    }
    Ok((file, Some(Draft { file: draft, to, path: path.to_owned() })))
}

/// A file with the permissions that new files have.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".chanjiao-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

impl Draft {
    /// Replaces the output file.
    pub(super) fn keep(self, language: Language) -> Result<(), Stop> {
        let Self { file, to, path } = self;
        file.persist(to).map_err(|error| failed(&path, &error.error, language))
    }
}

/// The error of a file, with its path.
pub(super) fn failed(path: &Path, error: &io::Error, language: Language) -> Stop {
    let message = io_message(error.kind(), &error.to_string(), language);
    Stop::Said(format!("{}: {message}", path.display()))
}
