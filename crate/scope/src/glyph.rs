//! A small sign for each type of event, so that color is never the only difference.

use crate::events::Type;
use raster::{Color, Frame, Rect};

/// Cells a side.
pub(crate) const SIZE: i32 = 7;

fn rows(what: Type) -> [&'static str; 7] {
    match what {
        Type::Start => [
            "##     ", "####   ", "###### ", "#######", "###### ", "####   ", "##     ",
        ],
        Type::Stop => [
            "       ", " ##### ", " ##### ", " ##### ", " ##### ", " ##### ", "       ",
        ],
        Type::Step => [
            "   #   ", "   #   ", "   #   ", "#######", "   #   ", "   #   ", "   #   ",
        ],
        Type::Collection => [
            "  ###  ", " #   # ", "#     #", "#     #", "#     #", " #   # ", "  ###  ",
        ],
        Type::LetGo => [
            "       ", "#######", "#     #", " #   # ", "  # #  ", "   #   ", "       ",
        ],
        Type::Reset => [
            "#     #", "##   ##", " ## ## ", "  ###  ", " ## ## ", "##   ##", "#     #",
        ],
        Type::Budget => [
            "#######", "### ###", "### ###", "### ###", "#######", "### ###", "#######",
        ],
        Type::Trap => [
            "   ####", "  ###  ", " ###   ", "###### ", "   ### ", "  ##   ", " #     ",
        ],
        Type::Failure => [
            "  ###  ", "  ###  ", "  ###  ", "  ###  ", "       ", "  ###  ", "  ###  ",
        ],
        Type::Note => [
            "       ", "       ", "  ###  ", "  ###  ", "  ###  ", "       ", "       ",
        ],
    }
}

/// Draws an event's sign centred on column `x`, its last row above `bottom`, one cell `scale` device pixels wide.
pub(crate) fn draw(frame: &mut Frame, what: Type, x: i32, bottom: i32, scale: i32, color: Color) {
    let (left, top) = (x - SIZE * scale / 2, bottom - SIZE * scale);
    for (y, row) in (0..).zip(rows(what)) {
        for (x, _) in (0..).zip(row.bytes()).filter(|&(_, cell)| cell == b'#') {
            let (left, top) = (left + x * scale, top + y * scale);
            frame.fill(
                Rect {
                    left,
                    top,
                    right: left + scale,
                    bottom: top + scale,
                },
                color,
            );
        }
    }
}
