//! A row of a view of the Memory tab.

use serde::{Deserialize, Serialize};

use crate::{Pattern, Text};

/// A row, and the cell to read in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Row {
    /// The view it is in.
    pub view: View,
    /// What has to be chosen for it to be shown.
    pub filter: Filter,
    /// Its first cell, exactly as `DevTools` prints it: a constructor, `(string)`, `Detached <div>`, a category of Statistics.
    pub constructor: Text,
    /// Only the objects of this name inside the row: `(object elements)` in `(array)`, `tick()` in `Function`; empty for all.
    #[serde(default)]
    pub object: Text,
    /// The cell.
    pub column: Column,
}

/// A view of the Memory tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum View {
    /// Constructors of one snapshot.
    Summary,
    /// Constructors of a snapshot against Snapshot 1.
    #[default]
    Comparison,
    /// Categories of one snapshot.
    Statistics,
    /// What the roots hold, by name.
    Containment,
    /// The profile *Detached elements*.
    DetachedElements,
    /// Functions of an allocation timeline.
    Allocation,
}

/// What has to be chosen for a row to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Filter {
    /// To be typed in *Filter by class*; empty for nothing.
    #[serde(default)]
    pub text: Text,
    /// To be chosen in the drop-down beside it.
    #[serde(default)]
    pub entry: Entry,
}

/// An entry of the Summary's drop-down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Entry {
    /// *All objects*.
    #[default]
    AllObjects,
    /// *Objects allocated before Snapshot 1*.
    AllocatedBefore,
    /// *Objects allocated between Snapshot 1 and Snapshot 2*.
    AllocatedBetween,
    /// *Duplicated strings*.
    DuplicatedStrings,
    /// *Objects retained by detached DOM nodes*.
    DetachedDom,
    /// *Objects retained by DevTools Console*.
    Console,
    /// *Objects retained by event handlers*.
    EventHandlers,
    /// *Objects retained by contexts*.
    Contexts,
}

/// A column of the Memory tab. Counts, and bytes of shallow size where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Column {
    /// Comparison: only in the later snapshot.
    New,
    /// Comparison: only in Snapshot 1.
    Deleted,
    /// Comparison: new less deleted.
    Delta,
    /// Comparison: bytes that are new.
    AllocSize,
    /// Comparison: bytes that are gone.
    FreedSize,
    /// Comparison: the difference of the two.
    SizeDelta,
    /// Elsewhere: how many, after the constructor's name (`×1,000`).
    Count,
    /// Elsewhere: bytes of the objects themselves.
    Shallow,
    /// Elsewhere: bytes that would be free without them.
    Retained,
    /// Elsewhere: the shortest way from the root, of the nearest object.
    Distance,
    /// Elsewhere: the same of the farthest object, which is first when the objects are sorted by it.
    Farthest,
}

impl Row {
    /// Whether a row with this in its first cell (WTF-8) is meant.
    pub fn is_called(&self, name: &[u8]) -> bool {
        Pattern::new(&self.constructor).matches(name)
    }
}

impl Entry {
    /// As `DevTools` prints it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::AllObjects => "All objects",
            Self::AllocatedBefore => "Objects allocated before Snapshot 1",
            Self::AllocatedBetween => "Objects allocated between Snapshot 1 and Snapshot 2",
            Self::DuplicatedStrings => "Duplicated strings",
            Self::DetachedDom => "Objects retained by detached DOM nodes",
            Self::Console => "Objects retained by DevTools Console",
            Self::EventHandlers => "Objects retained by event handlers",
            Self::Contexts => "Objects retained by contexts",
        }
    }
}

impl View {
    /// Its name in files and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Comparison => "comparison",
            Self::Statistics => "statistics",
            Self::Containment => "containment",
            Self::DetachedElements => "detachedElements",
            Self::Allocation => "allocation",
        }
    }

    /// As `DevTools` prints it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Comparison => "Comparison",
            Self::Statistics => "Statistics",
            Self::Containment => "Containment",
            Self::DetachedElements => "Detached elements",
            Self::Allocation => "Allocation",
        }
    }
}

impl Column {
    /// The column's heading in `DevTools`.
    pub const fn title(self) -> &'static str {
        match self {
            Self::New => "# New",
            Self::Deleted => "# Deleted",
            Self::Delta => "# Delta",
            Self::AllocSize => "Alloc. size",
            Self::FreedSize => "Freed size",
            Self::SizeDelta => "Size delta",
            Self::Count => "Constructor",
            Self::Shallow => "Shallow size",
            Self::Retained => "Retained size",
            Self::Distance | Self::Farthest => "Distance",
        }
    }

    /// Whether the Comparison has it; all other views have the others.
    pub const fn compares(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Deleted
                | Self::Delta
                | Self::AllocSize
                | Self::FreedSize
                | Self::SizeDelta
        )
    }
}
