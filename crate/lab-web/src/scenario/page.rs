//! The page that scenarios put things in.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, window};

/// The page's document.
pub(super) fn document() -> Result<Document, JsValue> {
    let document = window().and_then(|window| window.document());
    document.ok_or_else(|| js_sys::Error::new("This page has no document.").into())
}

/// A place out of sight that is laid out all the same, made if it is not there.
pub(super) fn offstage(id: &str) -> Result<Element, JsValue> {
    let document = document()?;
    if let Some(place) = document.get_element_by_id(id) {
        return Ok(place);
    }
    let place = document.create_element("div")?;
    place.set_id(id);
    place.set_class_name("offstage");
    place.set_attribute("aria-hidden", "true")?;
    let body = document
        .body()
        .ok_or_else(|| JsValue::from(js_sys::Error::new("This page has no body.")))?;
    body.append_child(&place)?;
    Ok(place)
}

/// Takes such a place out of the page, with all that is in it.
pub(super) fn clear(id: &str) {
    if let Some(place) = document()
        .ok()
        .and_then(|document| document.get_element_by_id(id))
    {
        place.remove();
    }
}

/// An element of a kind that the caller knows.
pub(super) fn create<T: JsCast>(tag: &str) -> Result<T, JsValue> {
    Ok(document()?.create_element(tag)?.unchecked_into())
}
