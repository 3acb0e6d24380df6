//! The tests of what lives in Rust in the page, in Chromium.
use crate::failure::{Failure, Outcome};
use crate::program::{CHROMEDRIVER, CHROMIUM};
use crate::setup::{self, Need};
use crate::{debian, rust_tools, sys};

/// Where the runner reads how the browser is started.
const SETTINGS: &str = "target/webdriver.json";

/// A zone far from Greenwich: a day counted there is another for half of each day.
const ZONE: &str = "Pacific/Apia";

/// Runs `web/src/in_browser`, with the runner that comes with wasm-bindgen's command.
pub(crate) fn test() -> Outcome {
    setup::ensure(&[
        Need::WasmTarget,
        Need::WasmBindgen,
        Need::Program(&CHROMIUM),
        Need::Program(&CHROMEDRIVER),
    ])?;
    let browser = CHROMIUM.path()?;
    let settings = sys::root().join(SETTINGS);
    let is_root = debian::is_root();
    sys::write(&settings, webdriver(&browser.to_string_lossy(), is_root))?;
    let runner = rust_tools::wasm_bindgen()?
        .beside("wasm-bindgen-test-runner")
        .ok_or_else(|| Failure::new("wasm-bindgen has no wasm-bindgen-test-runner beside it."))?;
    let mut cargo = sys::cargo();
    cargo.args(["test", "--package", "planning-wheel-web", "--lib"]);
    cargo.args(["--target", rust_tools::WASM]);
    cargo.args(rust_tools::locked());
    cargo
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", CHROMEDRIVER.path()?)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .env("TZ", ZONE);
    sys::run(&mut cargo, "the page's own tests")
}

/// How the driver starts the browser; as root it refuses to build its sandbox.
fn webdriver(browser: &str, is_root: bool) -> String {
    let sandbox = if is_root { ", \"--no-sandbox\"" } else { "" };
    let browser = browser.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "{{ \"goog:chromeOptions\": {{ \"binary\": \"{browser}\", \
         \"args\": [\"--headless\", \"--disable-gpu\", \"--disable-dev-shm-usage\"{sandbox}] }} }}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::webdriver;

    #[test]
    fn a_path_with_odd_letters_stays_one_path() {
        let written = webdriver(r#"C:\a "b""#, true);
        assert!(written.contains(r#""binary": "C:\\a \"b\"","#), "{written}");
        assert!(written.contains("--no-sandbox"));
        assert!(!webdriver("/usr/bin/chromium", false).contains("sandbox"));
    }
}
