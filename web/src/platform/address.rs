//! What the address says after `#`: plan, year, entry and screen.

use crate::state::{Address, Screen};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// What the address asks for.
pub(crate) fn read() -> Address {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    let asked = hash.trim_start_matches('#');
    let Ok(asked) = UrlSearchParams::new_with_str(asked) else {
        return Address::default();
    };
    Address {
        plan: asked.get("plan"),
        year: asked.get("year").and_then(|year| year.parse().ok()),
        entry: asked.get("entry"),
        screen: asked.get("view").and_then(|view| Screen::from_id(&view)),
    }
}

/// Writes the address without a new step in the history: stepping years is not going anywhere.
pub(crate) fn write(address: &Address) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let Ok(parts) = UrlSearchParams::new() else {
        return;
    };
    let year = address.year.map(|year| year.to_string());
    let screen = address.screen.filter(|screen| *screen != Screen::default());
    let named = [
        ("plan", address.plan.as_deref()),
        ("year", year.as_deref()),
        ("entry", address.entry.as_deref()),
        ("view", screen.map(Screen::id)),
    ];
    for (name, value) in named {
        if let Some(value) = value {
            parts.append(name, value);
        }
    }
    // Slashes are harmless after # and make ids readable.
    let hash = format!("#{}", String::from(parts.to_string()).replace("%2F", "/"));
    if let Ok(history) = window.history() {
        // A host may forbid it; the page works without.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&hash));
    }
}
