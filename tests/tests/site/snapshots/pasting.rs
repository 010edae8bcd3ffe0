//! What is pasted: files open, texts go where they are typed.

use leak_lab_tests::site;
use serde_json::json;

use super::{DOM, FILLED, choose, column, fixture, small};

/// Makes and sends what a browser sends when files are pasted, with a text beside them or not; says whether it is left to
/// the browser.
fn paste(at: &str, text: bool) -> String {
    let text = if text {
        "data.items.add('Window', 'text/plain');"
    } else {
        ""
    };
    format!(
        "(() => {{
           const data = new DataTransfer();
           data.items.add(new File([{}], 'pasted.heapsnapshot'));
           {text}
           return {at}.dispatchEvent(new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }}));
         }})()",
        json!(small())
    )
}

const FILES: &str = "document.querySelectorAll('.file').length";

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_pasted_in_this_room_is_opened() {
    site(async |page| {
        page.open_lab("").await;
        page.eval("location.hash = '#snapshots&view=summary'").await;
        page.until("document.querySelector('.invitation')?.checkVisibility()")
            .await;
        page.eval("location.hash = '#leak-classes'").await;
        page.until("!document.querySelector('.invitation').checkVisibility()")
            .await;
        assert_eq!(
            page.eval(&paste("document.body", false)).await,
            true,
            "this is another room"
        );
        page.eval("location.hash = '#snapshots&view=summary'").await;
        page.until("document.querySelector('.invitation').checkVisibility()")
            .await;
        assert_eq!(page.eval(FILES).await, 0);
        assert_eq!(page.eval(&paste("document.body", false)).await, false);
        page.until(FILLED).await;
        assert_eq!(page.text(".file-name").await, "pasted.heapsnapshot");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_is_pasted_goes_where_it_is_typed() {
    site(async |page| {
        page.go("#snapshots&view=summary").await;
        choose(page, &fixture(DOM)).await;
        page.until(FILLED).await;
        let field = "document.querySelector('[aria-label=\"Filter constructors\"]')";
        page.eval(&format!("{field}.focus()")).await;
        page.eval(&format!("{field}.value = 'StyleRule'; {field}.select(); document.execCommand('copy'); {field}.value = ''")).await;
        let key = json!({ "type": "rawKeyDown", "key": "v", "code": "KeyV", "modifiers": 2, "commands": ["paste"] });
        page.call("Input.dispatchKeyEvent", key).await;
        page.until(&format!("{field}.value === 'StyleRule'")).await;
        page.until(&format!("{}.every((name) => name.includes('StyleRule'))", column(0))).await;
        // Office programs put a picture beside the text.
        assert_eq!(page.eval(&paste(field, true)).await, true, "the text is meant");
        assert_eq!(page.eval(FILES).await, 1);
        // A text for nobody in particular is for nobody.
        page.eval(&format!("{field}.blur()")).await;
        let text = "document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true }))";
        assert_eq!(page.eval(text).await, true);
        assert_eq!((page.eval(FILES).await, page.text(".notices").await), (json!(1), String::new()));
        // Where only a file can be meant, it is taken, wherever the focus is.
        assert_eq!(page.eval(&paste(field, false)).await, false);
        page.until(&format!("{FILES} === 2")).await;
    })
    .await;
}
