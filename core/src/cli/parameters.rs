//! The file of parameters that an option names.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::console::Stop;
use crate::intake::Error;
use crate::json::MAX_TEXT;
use crate::parameters::Parameters;
use crate::text::Language;

/// Reads the parameters of a file; those of the policy if there is none.
pub(super) fn of_file(path: Option<&Path>, language: Language) -> Result<Parameters, Stop> {
    let Some(path) = path else {
        return Ok(Parameters::default());
    };
    let failed = |text: &str| Stop::Said(format!("{}: {text}", path.display()));
    let text = read_parameters(path).map_err(|error| failed(&error.message(language)))?;
    Parameters::from_json(&text).map_err(|faults| {
        let lines = faults.iter().map(|fault| {
            let parts =
                [Some(fault.pointer.clone()), Some(fault.message(language)), fault.help(language)];
            let parts = parts.into_iter().flatten().filter(|it| !it.is_empty());
            parts.collect::<Vec<_>>().join(" ")
        });
        failed(&lines.collect::<Vec<_>>().join("\n"))
    })
}

/// Reads a file of parameters, but no more of it than shows that it is too long.
fn read_parameters(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT + 1).unwrap_or(u64::MAX);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    if MAX_TEXT < bytes.len() {
        return Ok(String::from_utf8_lossy(&bytes).into_owned());
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::NotUtf8)?;
    // Some editors begin every text with a byte order mark.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
