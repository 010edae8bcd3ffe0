//! Rectangles by their edges, so that neighbours share theirs to the last bit.

/// A rectangle; `y` grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge, not less than the left one.
    pub right: f64,
    /// Lower edge, not less than the upper one.
    pub bottom: f64,
}

impl Area {
    pub(super) fn of(width: f64, height: f64) -> Self {
        Self {
            left: 0.0,
            top: 0.0,
            right: width.max(0.0),
            bottom: height.max(0.0),
        }
    }

    /// From left to right.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn area(&self) -> f64 {
        self.width() * self.height()
    }

    /// What a strip above and a rim around leave, if that is more than they take.
    pub(super) fn within(&self, strip: f64, rim: f64) -> Option<Self> {
        let inner = Self {
            left: self.left + rim,
            top: self.top + strip,
            right: self.right - rim,
            bottom: self.bottom - rim,
        };
        let has_room = inner.width() > strip.max(2.0 * rim) && inner.height() > strip + rim;
        has_room.then_some(inner)
    }
}
