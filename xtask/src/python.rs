//! Python and what comes through pip, in a folder of its own: nobody's own packages are touched.
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Outcome, fail};
use crate::{debian, setup, sys};

const NAMES: [&str; 2] = ["python3", "python"];
/// The system's own, which stands behind others on some people's `PATH`.
const SYSTEM: &str = "/usr/bin/python3";

/// The Python that has the packages of the folder's requirements.txt.
pub(crate) fn with_packages(folder: &str) -> PathBuf {
    let bin = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    environment(folder).join(bin)
}

/// Whether the folder's packages are those of its requirements.txt.
pub(crate) fn has_packages(folder: &str) -> bool {
    let wanted = fs::read(requirements(folder));
    let stamp = fs::read(stamp(folder));
    let works = || sys::output(Command::new(with_packages(folder)).arg("--version")).is_some();
    matches!((wanted, stamp), (Ok(wanted), Ok(stamp)) if wanted == stamp) && works()
}

/// Installs the folder's packages, exactly as its requirements.txt names them.
pub(crate) fn install_packages(folder: &str) -> Outcome {
    let python = match find() {
        Some(python) => python,
        None => install()?,
    };
    let environment = environment(folder);
    // What an older Python or older packages left would be mixed in.
    let _ = fs::remove_dir_all(&environment);
    let mut venv = sys::command(python);
    venv.args(["-m", "venv"]).arg(&environment);
    sys::install(&mut venv, "python -m venv")?;
    let mut pip = sys::command(with_packages(folder));
    pip.args(["-m", "pip", "install", "--quiet", "--no-input"]);
    pip.args(["--disable-pip-version-check", "--require-hashes"]);
    pip.arg("--requirement").arg(requirements(folder));
    sys::install(&mut pip, &format!("pip install in {folder}"))?;
    let wanted = sys::read(&requirements(folder))?;
    sys::write(&stamp(folder), wanted)
}

/// A Python that can make environments; Debian keeps that part in a package of its own.
fn find() -> Option<PathBuf> {
    let named = NAMES.into_iter().filter_map(sys::which);
    named.chain([PathBuf::from(SYSTEM)]).find(|python| {
        let mut probe = Command::new(python);
        probe.args([
            "-c",
            "import ensurepip, sys, venv; print(sys.version_info >= (3, 10))",
        ]);
        sys::output(&mut probe).as_deref() == Some("True")
    })
}

fn install() -> Outcome<PathBuf> {
    debian::install(
        &["python3", "python3-venv"],
        "Python 3.10 or newer with venv is missing: install it from your system's packages.",
    )?;
    match find() {
        Some(python) => Ok(python),
        None => fail("This Python is too old: install Python 3.10 or newer with venv."),
    }
}

fn requirements(folder: &str) -> PathBuf {
    sys::root().join(folder).join("requirements.txt")
}

fn environment(folder: &str) -> PathBuf {
    setup::tools().join(format!("python-{}", folder.replace('/', "-")))
}

/// A copy of the list that was installed, beside what it brought.
fn stamp(folder: &str) -> PathBuf {
    environment(folder).join("installed.txt")
}
