//! Changes as they are written on a line: `meetings/nso/count/target=6`.

use crate::document::Change;
use serde_json::Value;

/// Why a line is no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenError {
    /// There is no `=` in it.
    NoValue,
    /// Nothing stands before the `=`.
    NoPath,
}

/// Reads a change: a path, `=` and a value as JSON; what is no JSON is a text. `null` takes the
/// field away. The slash before the path may be left out.
///
/// # Errors
/// When there is no path or no value.
///
/// # Example
/// ```
/// use planning_wheel::document::Change;
/// use planning_wheel::scenario::{WrittenError, read_change};
/// let set = |path: &str, value: serde_json::Value| Ok(Change::Set { path: path.into(), value });
/// assert_eq!(read_change("meetings/nso/count/target=6"), set("/meetings/nso/count/target", 6.into()));
/// assert_eq!(read_change("/meetings/nso/time=09:30"), set("/meetings/nso/time", "09:30".into()));
/// assert_eq!(read_change("last_year=null"), Ok(Change::Remove { path: "/last_year".into() }));
/// assert_eq!(read_change("last_year"), Err(WrittenError::NoValue));
/// ```
pub fn read_change(written: &str) -> Result<Change, WrittenError> {
    let (path, value) = written.split_once('=').ok_or(WrittenError::NoValue)?;
    let path = path.trim().trim_start_matches('/');
    if path.is_empty() {
        return Err(WrittenError::NoPath);
    }
    let path = format!("/{path}");
    Ok(match serde_json::from_str(value.trim()) {
        Ok(Value::Null) => Change::Remove { path },
        Ok(value) => Change::Set { path, value },
        Err(_) => Change::Set {
            path,
            value: Value::from(value.trim()),
        },
    })
}
