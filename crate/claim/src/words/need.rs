//! What it takes, in words.

use super::{Words, marked};
use crate::Need;

/// What the browser or the visitor must provide.
pub(super) fn sentence(need: Need) -> Words {
    marked(match need {
        Need::Isolation => {
            "The page must be cross-origin isolated: a server has to send COOP and COEP, as `xtask serve` does."
        }
        Need::WebGl => "The browser must offer WebGL.",
        Need::Audio => "The computer must have a sound device.",
        Need::Gesture => "The browser wants a click or a key from you first.",
        Need::Popups => "Windows must be allowed to open: see the address bar.",
        Need::DevTools => "DevTools must be open while the units are made.",
        Need::PreciseMemory => {
            "performance.memory must be exact: the page says whether it is, beside the meter."
        }
    })
}
