//! A session over heap files.

use heap::{Analysis, Reader, Snapshot};
use wasm_bindgen::prelude::*;

/// A file on its way.
#[wasm_bindgen]
#[derive(Default)]
pub struct Loading {
    reader: Option<Reader>,
    analysis: Option<Analysis>,
    snapshot: Option<Snapshot>,
}

#[wasm_bindgen]
impl Loading {
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Option<f64>) -> Self {
        Self { reader: Some(Reader::new(bytes.map(|bytes| bytes as u64))), ..Self::default() }
    }
    pub fn feed(&mut self, chunk: &[u8]) -> Result<(), JsError> {
        Ok(self.reader.as_mut().unwrap().feed(chunk)?)
    }
    pub fn end(&mut self) -> Result<(), JsError> {
        self.analysis = Some(Analysis::new(self.reader.take().unwrap().finish()?));
        Ok(())
    }
    pub fn phase(&self) -> String {
        self.analysis.as_ref().unwrap().phase().title().into()
    }
    pub fn step(&mut self) -> bool {
        self.analysis.as_mut().unwrap().step()
    }
    pub fn finish(&mut self) -> f64 {
        self.snapshot = Some(self.analysis.take().unwrap().finish());
        let s = self.snapshot.as_ref().unwrap();
        s.rows().len() as f64 + s.total_size() as f64
    }
}
