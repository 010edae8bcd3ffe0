//! A small sign for each kind of event, so that colour is never the only difference.

use crate::colour::Colour;
use crate::frame::{Frame, Rect};
use crate::marks::Kind;

/// Cells a side.
pub const SIZE: i32 = 7;

fn rows(kind: Kind) -> [&'static str; 7] {
    match kind {
        Kind::Start => [
            "##     ", "####   ", "###### ", "#######", "###### ", "####   ", "##     ",
        ],
        Kind::Stop => [
            "       ", " ##### ", " ##### ", " ##### ", " ##### ", " ##### ", "       ",
        ],
        Kind::Step => [
            "   #   ", "   #   ", "   #   ", "#######", "   #   ", "   #   ", "   #   ",
        ],
        Kind::Collection => [
            "  ###  ", " #   # ", "#     #", "#     #", "#     #", " #   # ", "  ###  ",
        ],
        Kind::LetGo => [
            "       ", "#######", "#     #", " #   # ", "  # #  ", "   #   ", "       ",
        ],
        Kind::Reset => [
            "#     #", "##   ##", " ## ## ", "  ###  ", " ## ## ", "##   ##", "#     #",
        ],
        Kind::Budget => [
            "#######", "### ###", "### ###", "### ###", "#######", "### ###", "#######",
        ],
        Kind::Trap => [
            "   ####", "  ###  ", " ###   ", "###### ", "   ### ", "  ##   ", " #     ",
        ],
        Kind::Note => [
            "       ", "       ", "  ###  ", "  ###  ", "  ###  ", "       ", "       ",
        ],
    }
}

/// Draws an event's sign centred on column `x`, its last row above `bottom`, one cell `scale` device pixels wide.
pub fn draw(frame: &mut Frame, kind: Kind, x: i32, bottom: i32, scale: i32, colour: Colour) {
    let (left, top) = (x - SIZE * scale / 2, bottom - SIZE * scale);
    for (y, row) in (0..).zip(rows(kind)) {
        for (x, _) in (0..).zip(row.bytes()).filter(|&(_, cell)| cell == b'#') {
            let (left, top) = (left + x * scale, top + y * scale);
            frame.fill(
                Rect {
                    left,
                    top,
                    right: left + scale,
                    bottom: top + scale,
                },
                colour,
            );
        }
    }
}
