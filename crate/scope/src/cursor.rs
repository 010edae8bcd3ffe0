//! Where the reader looks: under the pointer, or at a moment chosen by keys.

use crate::history::History;
use crate::layout::Layout;
use crate::view::View;

/// What the readout follows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Cursor {
    /// Nothing.
    #[default]
    Off,
    /// The pointer, at an x in CSS pixels from the canvas' left edge.
    Pointer(f64),
    /// A moment, in ms.
    Held(f64),
}

/// A step of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    Left,
    Right,
    PageLeft,
    PageRight,
    Home,
    End,
    Off,
}

impl Move {
    /// From the page's word.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "left" => Self::Left,
            "right" => Self::Right,
            "page-left" => Self::PageLeft,
            "page-right" => Self::PageRight,
            "home" => Self::Home,
            "end" => Self::End,
            "off" => Self::Off,
            _ => return None,
        })
    }
}

impl Cursor {
    /// The sample looked at, if any is on show.
    pub(crate) fn sample(self, history: &History, view: &View, layout: &Layout) -> Option<usize> {
        let time = match self {
            Self::Off => return None,
            Self::Held(time) => time,
            Self::Pointer(x) => {
                let column = x * layout.ratio - f64::from(layout.left());
                // Not `clamp`, which would print its bounds when it panics, and link the printing of floats for it.
                view.start() + column.max(0.0).min(view.width as f64) * view.step
            }
        };
        let (first, last) = shown(history, view)?;
        Some(history.nearest(time, last + 1)?.max(first))
    }

    /// The cursor after a key: left and right go to the next sample at least one CSS pixel away.
    #[must_use]
    pub(crate) fn after(self, step: Move, history: &History, view: &View, layout: &Layout) -> Self {
        let Some((first, last)) = shown(history, view) else {
            return Self::Off;
        };
        let times = history.times();
        let at = self.sample(history, view, layout);
        let pixel = view.step * layout.ratio;
        let page = (view.end() - view.start()) / 10.0;
        let by = |distance: f64| match at {
            None => last,
            Some(at) if distance < 0.0 => history
                .until(times[at] + distance)
                .saturating_sub(1)
                .min(at.saturating_sub(1))
                .max(first),
            Some(at) => history.before(times[at] + distance).max(at + 1).min(last),
        };
        let index = match step {
            Move::Off => return Self::Off,
            Move::Left => by(-pixel),
            Move::Right => by(pixel),
            Move::PageLeft => by(-page),
            Move::PageRight => by(page),
            Move::Home => first,
            Move::End => last,
        };
        Self::Held(times[index])
    }
}

/// First and last sample on show.
fn shown(history: &History, view: &View) -> Option<(usize, usize)> {
    let (first, end) = (history.before(view.start()), history.until(view.now));
    (first < end).then(|| (first, end - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Span;

    #[test]
    fn keys_walk_the_samples() {
        let mut history = History::new(1);
        (0..100).for_each(|at| history.push(f64::from(at) * 200.0, &[0.0]));
        let layout = Layout::new(380.0, 200.0, 1.0, &[1.0]);
        let view = View::new(Span::Last(10_000.0), 0.0, 19_800.0, layout.columns());
        let walk = |moves: &[Move]| {
            let end = moves.iter().fold(Cursor::Off, |at, &step| {
                at.after(step, &history, &view, &layout)
            });
            end.sample(&history, &view, &layout)
        };
        assert_eq!(walk(&[]), None);
        assert_eq!(walk(&[Move::Left]), Some(99));
        assert_eq!(walk(&[Move::Left, Move::Left]), Some(98));
        assert_eq!(
            walk(&[Move::End, Move::Left, Move::Right, Move::Right]),
            Some(99)
        );
        assert_eq!(walk(&[Move::Home]), walk(&[Move::Home, Move::Left]));
        assert_eq!(walk(&[Move::End, Move::PageLeft]), Some(93));
        assert_eq!(walk(&[Move::End, Move::Off]), None);
        assert_eq!(
            Cursor::Pointer(1e9).sample(&history, &view, &layout),
            Some(99)
        );
        assert!(Cursor::Pointer(-9.0).sample(&history, &view, &layout) >= Some(49));
        assert_eq!(
            Cursor::Pointer(9.0).sample(&History::new(1), &view, &layout),
            None
        );
    }
}
