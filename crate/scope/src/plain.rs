//! Plain objects of JavaScript, taken apart and put together field by field.
//!
//! By hand: a derived deserialiser would be a third of this module's bytes, and the page loads them first of all.

use js_sys::{Array, Object, Reflect};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Words of the page and what they stand for.
pub(crate) type Words<T> = [(&'static str, T)];

/// A field that is missing or not what it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wrong(pub(crate) &'static str);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is missing or wrong", self.0)
    }
}

/// What the page gave; of what is no object every field is missing.
#[derive(Debug)]
pub(crate) struct Given(JsValue);

impl Given {
    /// To be read.
    pub(crate) fn new(value: JsValue) -> Self {
        Self(value)
    }

    /// A field that may be missing.
    pub(crate) fn maybe<T>(
        &self,
        name: &'static str,
        read: impl Fn(&JsValue) -> Option<T>,
    ) -> Result<Option<T>, Wrong> {
        let value = Reflect::get(&self.0, &name.into()).unwrap_or_default();
        if value.is_undefined() || value.is_null() {
            return Ok(None);
        }
        read(&value).map(Some).ok_or(Wrong(name))
    }

    /// A field.
    pub(crate) fn field<T>(
        &self,
        name: &'static str,
        read: impl Fn(&JsValue) -> Option<T>,
    ) -> Result<T, Wrong> {
        self.maybe(name, read)?.ok_or(Wrong(name))
    }

    pub(crate) fn number(&self, name: &'static str) -> Result<f64, Wrong> {
        self.field(name, JsValue::as_f64)
    }

    pub(crate) fn text(&self, name: &'static str) -> Result<String, Wrong> {
        self.field(name, JsValue::as_string)
    }

    /// A field that is a list, each item read.
    pub(crate) fn list<T>(
        &self,
        name: &'static str,
        read: impl Fn(&Given) -> Result<T, Wrong>,
    ) -> Result<Vec<T>, Wrong> {
        items(&self.field(name, array)?, read)
    }
}

/// Reads each item of a list.
pub(crate) fn items<T>(
    list: &Array,
    read: impl Fn(&Given) -> Result<T, Wrong>,
) -> Result<Vec<T>, Wrong> {
    list.iter().map(|item| read(&Given(item))).collect()
}

/// A value that is a list.
pub(crate) fn array(value: &JsValue) -> Option<Array> {
    value.dyn_ref::<Array>().cloned()
}

/// What a value stands for that is one of some words.
pub(crate) fn one_of<T: Copy>(words: &Words<T>, value: &JsValue) -> Option<T> {
    let word = value.as_string()?;
    let (_, meant) = words.iter().find(|(known, _)| *known == word)?;
    Some(*meant)
}

/// The word that stands for something.
pub(crate) fn word<T: PartialEq>(words: &Words<T>, meant: &T) -> JsValue {
    let found = words.iter().find(|(_, known)| known == meant);
    found.map_or(JsValue::UNDEFINED, |(word, _)| (*word).into())
}

/// An object of fields; one that is `undefined` is left out.
pub(crate) fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        if !value.is_undefined() {
            // An object just made takes any field.
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
    }
    object.into()
}

/// A list.
pub(crate) fn list(items: impl Iterator<Item = JsValue>) -> JsValue {
    let list = Array::new();
    items.for_each(|item| {
        list.push(&item);
    });
    list.into()
}
