//! Addresses of blobs that nobody revokes: bytes that are in no snapshot.

use contract::prelude::*;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use web_sys::{Blob, Url};

static ALIVE: Tally = Tally::new();

thread_local! {
    /// Only "let go" looks at these: the leak itself forgets its addresses.
    static ADDRESSES: RefCell<Vec<String>> = RefCell::default();
}

/// A picture gets an address, is shown, and is forgotten.
fn leaky() -> Unit {
    let picture = picture()?;
    let address = Url::create_object_url_with_blob(&picture)?;
    remember(address);
    Ok(JsValue::UNDEFINED)
}

/// A picture gets an address, is shown, and its address is revoked.
fn fixed() -> Unit {
    let picture = picture()?;
    let address = Url::create_object_url_with_blob(&picture)?;
    Url::revoke_object_url(&address)?;
    Ok(JsValue::UNDEFINED)
}

fn remember(address: String) {
    ALIVE.born();
    ADDRESSES.with_borrow_mut(|addresses| addresses.push(address));
}

fn picture() -> Result<Blob, JsValue> {
    let bytes = Uint8Array::new_with_length(100_000);
    Blob::new_with_u8_array_sequence(&Array::of1(&bytes))
}

fn let_go() {
    for address in ADDRESSES.take() {
        if Url::revoke_object_url(&address).is_ok() {
            ALIVE.died();
        }
    }
}

pub(crate) const CODE: Code = Code {
    leaky: Make::Object(leaky),
    fixed: Some(Make::Object(fixed)),
    let_go: LetGo::By(let_go),
    pace: Pace::Every(100),
    cost: Cost {
        other: 100_000,
        ..NOTHING
    },
    witness: Witness::Tally(&ALIVE),
};

pub(crate) const CARD: Card = Card {
    title: "Blob addresses never revoked",
    kind: Kind::Leak,
    summary: "keep making object URLs of blobs and never revoke one",
    words: &[
        "createObjectURL",
        "revokeObjectURL",
        "Blob",
        "object URL",
        "browser process",
        "image",
    ],
    unit: "one object URL of a Blob of 100,000 bytes",
    guide_units: 100,
    mechanism: "createObjectURL enters the blob in a table of the browser, under a new address, and the table keeps it \
                until the address is revoked or the page is left. The Blob object itself is collected; its bytes lie \
                in the browser's own process. So the snapshot shows nothing at all, and no meter of the page moves.",
    cure: "revokeObjectURL as soon as what uses the address has loaded.",
    needs: &[],
    phases: &[],
    javascript: r"setInterval(() => {
  const picture = new Blob([new Uint8Array(100_000)]);
  const address = URL.createObjectURL(picture);
  // the cure, once it is shown: URL.revokeObjectURL(address);
}, 100);",
    leaky: &[
        nothing(
            row("Blob"),
            WouldBe::planted("new Blob([new Uint8Array(100_000)])"),
        )
        .why("The objects are collected; their bytes are not."),
        process(Process::Browser, 5_000_000),
        still_within(
            Meter::JsUsed,
            bytes(100_000, "the page and the engine themselves"),
        ),
        counts(Meter::Alive, 1),
        still(Meter::Alive).after_let_go(),
    ],
    fixed: &[
        nothing(
            row("Blob"),
            WouldBe::planted("new Blob([new Uint8Array(100_000)])"),
        ),
        still(Meter::Alive),
    ],
};
