//! Two snapshots: DevTools' Comparison view.

use std::{borrow::Borrow, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    changed::{Side, changed},
    group::groups,
    label::Labels,
    merge::Merge,
    row::ComparisonRow,
};
use crate::{ClassNames, Code, Error, NodeIx, Page, Snapshot, Sort, wtf8};

/// What came and what went, by constructor (DevTools: `calculateSnapshotDiff`).
///
/// Plain objects of both are told apart by the interfaces of the later one. An object that is in both counts as
/// unchanged, even if its size is not the same; one whose constructor reads differently counts as gone and come. The snapshots
/// must be of one process: ids, by which objects are known, are given anew in each.
///
/// `S` is `&Snapshot`, or an `Rc` or `Arc` of one.
#[derive(Clone, Debug)]
pub struct Comparison<S> {
    before: S,
    after: S,
    rows: Vec<ComparisonRow>,
    added: Vec<NodeIx>,
    removed: Vec<NodeIx>,
}

impl<S: Borrow<Snapshot>> Comparison<S> {
    /// Compares; neither snapshot is changed.
    pub fn new(before: S, after: S) -> Self {
        let (base, later) = (before.borrow(), after.borrow());
        let base_labels = Labels::under(base, &later.interfaces);
        let later_labels = Labels::own(later);
        let base_groups = groups(base, &base_labels);
        let later_groups = groups(later, &later_labels);
        let mut unpaired: FxHashMap<&[u8], usize> = later_groups
            .iter()
            .enumerate()
            .map(|(place, group)| (group.key.as_slice(), place))
            .collect();
        let paired = base_groups.iter();
        let pairs: Vec<Option<usize>> = paired
            .map(|group| unpaired.remove(group.key.as_slice()))
            .collect();
        let (base_members, later_members) = changed(
            &Side::new(base, &base_labels, &base_groups),
            &Side::new(later, &later_labels, &later_groups),
            &pairs,
        );
        let mut merge = Merge::new(base, later);
        for ((place, group), pair) in base_groups.iter().enumerate().zip(pairs) {
            let gone = base_members.of(place);
            match pair {
                Some(pair) => merge.add(&later_groups[pair], gone, later_members.of(pair), false),
                None => merge.add(group, gone, &[], true),
            }
        }
        for (place, group) in later_groups.iter().enumerate() {
            if unpaired.contains_key(group.key.as_slice()) {
                merge.add(group, &[], later_members.of(place), false);
            }
        }
        let (rows, added, removed) = merge.finish();
        Self {
            before,
            after,
            rows,
            added,
            removed,
        }
    }

    /// The earlier snapshot.
    pub fn before(&self) -> &Snapshot {
        self.before.borrow()
    }

    /// The later snapshot.
    pub fn after(&self) -> &Snapshot {
        self.after.borrow()
    }

    /// Constructors of which objects came or went: those of the earlier snapshot in its order, then new ones.
    pub fn rows(&self) -> &[ComparisonRow] {
        &self.rows
    }

    /// A part of the list of objects that came, as nodes of the later snapshot.
    ///
    /// # Errors
    /// [`Code::NoSuchClass`] if no row has this key.
    pub fn added(
        &self,
        key: &[u8],
        sort: Sort,
        range: Range<usize>,
    ) -> Result<Page<NodeIx>, Error> {
        self.added_of(&[key], sort, range)
    }

    /// A part of the list of objects that went, as nodes of the earlier snapshot.
    ///
    /// # Errors
    /// [`Code::NoSuchClass`] if no row has this key.
    pub fn removed(
        &self,
        key: &[u8],
        sort: Sort,
        range: Range<usize>,
    ) -> Result<Page<NodeIx>, Error> {
        self.removed_of(&[key], sort, range)
    }

    /// As [`Comparison::added`], of several rows together.
    ///
    /// # Errors
    /// [`Code::NoSuchClass`] if no row has one of these keys.
    pub fn added_of(
        &self,
        keys: &[&[u8]],
        sort: Sort,
        range: Range<usize>,
    ) -> Result<Page<NodeIx>, Error> {
        let nodes = self.of_rows(keys, &self.added, |row| &row.added)?;
        Ok(self.after().sorted(nodes, sort, range))
    }

    /// As [`Comparison::removed`], of several rows together.
    ///
    /// # Errors
    /// [`Code::NoSuchClass`] if no row has one of these keys.
    pub fn removed_of(
        &self,
        keys: &[&[u8]],
        sort: Sort,
        range: Range<usize>,
    ) -> Result<Page<NodeIx>, Error> {
        let nodes = self.of_rows(keys, &self.removed, |row| &row.removed)?;
        Ok(self.before().sorted(nodes, sort, range))
    }

    /// Names of the rows that tell them apart.
    pub fn class_names(&self) -> ClassNames {
        let rows = self.rows.iter();
        ClassNames::new(
            self.after().graph(),
            rows.map(|row| (&row.key[..], &row.name[..])),
        )
    }

    /// The pieces of a list that belong to rows.
    fn of_rows(
        &self,
        keys: &[&[u8]],
        list: &[NodeIx],
        piece: impl Fn(&ComparisonRow) -> &Range<usize>,
    ) -> Result<Vec<NodeIx>, Error> {
        let mut nodes = Vec::new();
        for key in keys {
            nodes.extend(&list[piece(self.row(key)?).clone()]);
        }
        Ok(nodes)
    }

    fn row(&self, key: &[u8]) -> Result<&ComparisonRow, Error> {
        let row = self.rows.iter().find(|row| row.key == key);
        row.ok_or_else(|| {
            let is_known = |snapshot: &Snapshot| {
                let mut rows = snapshot.rows().iter();
                rows.any(|row| row.key == key || row.name == key)
            };
            if !is_known(self.before()) && !is_known(self.after()) {
                return self.after().no_class(&wtf8::lossy(key));
            }
            let what = format!("nothing of `{}` came or went", wtf8::lossy(key));
            Error::new(Code::NoSuchClass, what)
        })
    }
}
