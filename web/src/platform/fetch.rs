//! Files beside the page.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The bytes of a file, or what went wrong.
pub(crate) async fn bytes(file: &str) -> Result<Vec<u8>, String> {
    let window = web_sys::window().ok_or_else(String::new)?;
    let answer = JsFuture::from(window.fetch_with_str(file))
        .await
        .map_err(said)?;
    let answer: Response = answer.dyn_into().map_err(said)?;
    if !answer.ok() {
        return Err(answer.status().to_string());
    }
    let body = answer.array_buffer().map_err(said)?;
    let body: ArrayBuffer = JsFuture::from(body)
        .await
        .map_err(said)?
        .dyn_into()
        .map_err(said)?;
    Ok(Uint8Array::new(&body).to_vec())
}

fn said(error: JsValue) -> String {
    js_sys::Error::from(error).message().into()
}
