//! Tiles as square as can be (Bruls, Huizing, van Wijk: Squarified Treemaps).

use super::Area;

/// Places for parts of these areas, the largest first; together they have at most the area of the room.
pub(super) fn squarify(parts: &[f64], mut room: Area) -> Vec<Area> {
    let mut laid = Vec::with_capacity(parts.len());
    let mut left = parts;
    while !left.is_empty() {
        let (row, others) = left.split_at(row(left, room.width().min(room.height())));
        room = lay(row, room, &mut laid);
        left = others;
    }
    laid
}

/// How many parts stand together along a side: as long as another one does not make the row's worst part longer.
fn row(parts: &[f64], side: f64) -> usize {
    let (mut sum, mut worst) = (0.0, f64::INFINITY);
    let is_better = |&part: &f64| {
        sum += part;
        // The worst is the first or the last.
        let square = (side / sum) * (side / sum);
        let now = (square * parts[0]).max(1.0 / (square * part));
        let better = now <= worst;
        worst = now;
        better
    };
    parts.iter().copied().take_while(is_better).count().max(1)
}

/// Lays a row along the room's shorter side; what is left of the room.
fn lay(row: &[f64], room: Area, laid: &mut Vec<Area>) -> Area {
    let sum: f64 = row.iter().sum();
    let is_wide = room.width() >= room.height();
    let (start, limit, end) = if is_wide {
        let end = (room.left + sum / room.height()).min(room.right);
        (room.top, room.bottom, end)
    } else {
        let end = (room.top + sum / room.width()).min(room.bottom);
        (room.left, room.right, end)
    };
    let mut before = 0.0;
    let mut from = start;
    for part in row {
        before += part;
        let to = (start + (limit - start) * (before / sum)).min(limit);
        laid.push(if is_wide {
            Area {
                right: end,
                top: from,
                bottom: to,
                ..room
            }
        } else {
            Area {
                bottom: end,
                left: from,
                right: to,
                ..room
            }
        });
        from = to;
    }
    if is_wide {
        Area { left: end, ..room }
    } else {
        Area { top: end, ..room }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the paper.
    #[test]
    fn rows_are_those_of_the_paper() {
        let parts = [6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0];
        let laid = squarify(&parts, Area::of(6.0, 4.0));
        let about = |value: f64| (value * 100.0).round() / 100.0;
        let found: Vec<[f64; 4]> = laid
            .iter()
            .map(|area| [area.left, area.top, area.right, area.bottom].map(about))
            .collect();
        let expected = [
            [0.0, 0.0, 3.0, 2.0],
            [0.0, 2.0, 3.0, 4.0],
            [3.0, 0.0, 4.71, 2.33],
            [4.71, 0.0, 6.0, 2.33],
            [3.0, 2.33, 4.2, 4.0],
            [4.2, 2.33, 5.4, 4.0],
            [5.4, 2.33, 6.0, 4.0],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_room_that_is_used_up_is_no_crash() {
        for room in [Area::of(0.0, 5.0), Area::of(0.0, 0.0)] {
            let laid = squarify(&[3.0, 1.0, 1e-300], room);
            assert_eq!(laid.len(), 3);
            for area in laid {
                assert!(area.width() == 0.0 || area.height() == 0.0, "{area:?}");
            }
        }
    }
}
