//! What becomes of each text of a file.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    AllowList, Names, Options,
    address::address,
    filler::Fillers,
    kept::KeptName,
    making::Making,
    piece::Piece,
    role::{Role, Roles, attached},
    tag::Tag,
    telling::telling,
    v8::{is_of_v8, is_scope, is_v8},
    weak::weak_names,
    word::is_plain,
};
use crate::{
    Error, Graph, Strings,
    figure::analysis::{
        Texts,
        interface::{infer, interface_name},
    },
    wtf8,
};

/// Stands for a text that stays.
const KEPT: u32 = u32::MAX;
const UNDECIDED: u32 = u32::MAX - 1;

/// Decides, text by text. Texts that are made of others (`Detached <div>`, `{a, b}`, entries of a `WeakMap`) are made of
/// what the others become.
pub(super) struct Renaming<'a> {
    names: Names,
    keep: AllowList,
    /// Names of the program that stay.
    telling: FxHashSet<Vec<u8>>,
    roles: Roles<'a>,
    fillers: Fillers,
    /// What becomes of texts that are parts of others and not in the table by themselves.
    parts: FxHashMap<Vec<u8>, Vec<u8>>,
    /// Names of the interfaces that the file suggests, and what becomes of them.
    interfaces: FxHashMap<Vec<u8>, Vec<u8>>,
    new: NewTexts,
}

/// The new table: for each string, whether it stays or what it becomes.
#[derive(Debug, Default)]
pub(super) struct NewTexts {
    places: Vec<u32>,
    texts: Strings,
}

impl NewTexts {
    /// How many strings the table has.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// What a string becomes, unless it stays.
    pub(super) fn get(&self, index: usize) -> Option<&[u8]> {
        let place = *self.places.get(index)?;
        (place != KEPT).then(|| self.texts.get(place))
    }
}

impl<'a> Renaming<'a> {
    pub(super) fn new(graph: &'a Graph, options: &'a Options) -> Result<Self, Error> {
        let roles = Roles::new(graph);
        let places = vec![UNDECIDED; graph.strings().len()];
        let mut renaming = Self {
            names: options.names,
            keep: options.keep.clone(),
            telling: match options.names {
                Names::Telling => telling(graph),
                Names::Kept | Names::Allowed => FxHashSet::default(),
            },
            roles,
            fillers: Fillers::default(),
            parts: FxHashMap::default(),
            interfaces: FxHashMap::default(),
            new: NewTexts {
                places,
                texts: Strings::default(),
            },
        };
        for text in graph.strings().iter() {
            renaming.take_kept(text);
        }
        // Before other texts, so that no filler reads like an interface.
        for interface in infer(graph, &Texts::new(graph)) {
            let properties = interface.properties.iter();
            let properties: Result<Vec<_>, Error> =
                properties.map(|text| renaming.text(text)).collect();
            let name = interface_name(&properties?);
            renaming.fillers.take(&name);
            renaming.interfaces.insert(interface.name, name);
        }
        for (index, text) in (0_u32..).zip(graph.strings().iter()) {
            let first = renaming.roles.first[text];
            renaming.text(text)?;
            renaming.new.places[index as usize] = renaming.new.places[first as usize];
        }
        Ok(renaming)
    }

    /// What becomes of the texts, and the program's names among those that stay, the most used first.
    pub(super) fn finish(self) -> (NewTexts, Vec<KeptName>) {
        let mut kept: Vec<KeptName> = Vec::new();
        for (&text, &first) in &self.roles.first {
            let role = self.roles.of(first);
            let is_name = role.intersects(Role::NODE | Role::EDGE) && !text.is_empty();
            let of_v8 = is_v8(text) || is_of_v8(text, role) || text.starts_with(b"system / ");
            // A short name may be its own filler.
            let is_kept = self.new.places[first as usize] == KEPT && !self.fills(text, role);
            if is_name && is_kept && !of_v8 && !self.keep.has(text) {
                let (name, uses) = (text.to_vec(), self.roles.uses(first));
                kept.push(KeptName { name, uses });
            }
        }
        kept.sort_by(|a, b| b.uses.cmp(&a.uses).then_with(|| a.name.cmp(&b.name)));
        (self.new, kept)
    }

    /// Texts that stay must be known before the first filler is made.
    fn take_kept(&mut self, text: &[u8]) {
        let role = self.role(text);
        let base = attached(text)
            .filter(|_| role.intersects(Role::NODE))
            .unwrap_or(text);
        if let Some(tag) = Tag::of(base).filter(|_| role.intersects(Role::TAG)) {
            if self.keeps_tag(&tag) {
                self.fillers.take(&tag.alone());
            }
        } else if stays(&self.pieces(text, role)) {
            self.fillers.take(text);
        }
    }

    fn role(&self, text: &[u8]) -> Role {
        let first = self.roles.first.get(text);
        first.map_or_else(Role::default, |&first| self.roles.of(first))
    }

    /// What a text becomes; decided once. What it is made of comes first, on a list and not by calls: a file nests them as deep
    /// as it likes. Each is shorter than what is made of it, so this ends.
    fn text(&mut self, text: &[u8]) -> Result<Vec<u8>, Error> {
        let mut open = vec![text];
        while let Some(&text) = open.last() {
            let Some(index) = self.undecided(text) else {
                open.pop();
                continue;
            };
            let role = self.roles.of(index);
            let parts = self.making(text, role).parts(text);
            let waiting = open.len();
            open.extend(parts.filter(|part| self.undecided(part).is_some()));
            if open.len() == waiting {
                let new = self.make(text, role)?;
                self.new.places[index as usize] = if new == text {
                    KEPT
                } else {
                    self.new.texts.push(&new)
                };
                open.pop();
            }
        }
        self.decided(text, Role::default())
    }

    /// The number of a text in the table of which it is not known yet what it becomes.
    fn undecided(&self, text: &[u8]) -> Option<u32> {
        let first = *self.roles.first.get(text)?;
        (self.new.places[first as usize] == UNDECIDED).then_some(first)
    }

    /// What a text of the table became, or a part becomes.
    fn decided(&mut self, text: &[u8], role: Role) -> Result<Vec<u8>, Error> {
        match self.roles.first.get(text) {
            None => self.part(text, role),
            Some(&first) => Ok(match self.new.places[first as usize] {
                KEPT => text.to_vec(),
                place => self.new.texts.get(place).to_vec(),
            }),
        }
    }

    /// A text that is not in the table by itself.
    fn part(&mut self, text: &[u8], role: Role) -> Result<Vec<u8>, Error> {
        if let Some(known) = self.parts.get(text) {
            return Ok(known.clone());
        }
        let pieces = self.pieces(text, role);
        let new = if let Some(tag) = Tag::of(text).filter(|_| role.intersects(Role::TAG)) {
            self.tag(&tag, role)?
        } else {
            self.fillers.fill(&pieces)?
        };
        self.parts.insert(text.to_vec(), new.clone());
        Ok(new)
    }

    /// The order of the cases is that of how much they depend on others.
    fn making(&self, text: &[u8], role: Role) -> Making {
        if text.is_empty() || role.intersects(Role::VALUE) {
            return Making::Kept;
        }
        if let Some([key, value]) = weak_names(text) {
            return Making::WeakPair { key, value };
        }
        if self.interfaces.contains_key(text) {
            return Making::Interface;
        }
        match attached(text).filter(|_| role.intersects(Role::NODE)) {
            Some(rest) => Making::Detached {
                before: text.len() - rest.len(),
            },
            None => Making::Alone,
        }
    }

    /// All that the text is made of is decided.
    fn make(&mut self, text: &[u8], role: Role) -> Result<Vec<u8>, Error> {
        match self.making(text, role) {
            Making::Kept => Ok(text.to_vec()),
            // Both entries of a pair share all but the number in front, so they come out alike.
            Making::WeakPair { key, value } => {
                let new_key = self.name_in_pair(&text[key.clone()])?;
                let new_value = self.name_in_pair(&text[value.clone()])?;
                let between = &text[key.end..value.start];
                let (before, behind) = (&text[..key.start], &text[value.end..]);
                Ok([before, &new_key, between, &new_value, behind].concat())
            }
            Making::Interface => Ok(self.interfaces[text].clone()),
            Making::Detached { before } => {
                let (before, rest) = text.split_at(before);
                let new = self.decided(rest, role)?;
                Ok([before, &new].concat())
            }
            Making::Alone => {
                if let Some(tag) = Tag::of(text).filter(|_| role.intersects(Role::TAG)) {
                    return self.tag(&tag, role);
                }
                let pieces = self.pieces(text, role);
                if stays(&pieces) {
                    return Ok(text.to_vec());
                }
                self.fillers.fill(&pieces)
            }
        }
    }

    /// Whether a filler stands in the place of a text, or of a part of it.
    fn fills(&self, text: &[u8], role: Role) -> bool {
        matches!(self.making(text, role), Making::Alone) && !stays(&self.pieces(text, role))
    }

    fn name_in_pair(&mut self, name: &[u8]) -> Result<Vec<u8>, Error> {
        match weak_names(name) {
            None => self.decided(name, Role::default()),
            // No program writes a pair within a pair: it is a text like any other.
            Some(_) => self.part(name, Role::default()),
        }
    }

    fn keeps_tag(&self, tag: &Tag<'_>) -> bool {
        self.names == Names::Kept && tag.is_plain() || self.keep.has_exactly(&tag.alone())
    }

    /// `<div id="a">`: the element's name is one for all, what it is given is its own.
    fn tag(&mut self, tag: &Tag<'_>, role: Role) -> Result<Vec<u8>, Error> {
        let alone = tag.alone();
        let new = if self.keeps_tag(tag) {
            alone
        } else if let Some(known) = self.parts.get(&alone) {
            known.clone()
        } else {
            let new = self.fillers.fill(&[
                Piece::Keep(b"<"),
                Piece::Word(tag.name),
                Piece::Keep(b">"),
            ])?;
            self.parts.insert(alone, new.clone());
            new
        };
        let open = &new[..new.len() - 1];
        let Some(given) = tag.given else {
            return Ok([open, tag.end].concat());
        };
        // A property of that name is as long in the name of an interface only if what is quoted stays.
        let filled = if role.intersects(Role::EDGE) {
            Piece::Word(given)
        } else {
            Piece::Letters(wtf8::utf16(given).count())
        };
        self.fillers.fill(&[
            Piece::Keep(open),
            Piece::Keep(b" "),
            filled,
            Piece::Keep(tag.end),
        ])
    }

    /// What stays of a text that stands for itself.
    fn pieces<'t>(&self, text: &'t [u8], role: Role) -> Vec<Piece<'t>> {
        if role.intersects(Role::VALUE) || self.keep.has_exactly(text) {
            return vec![Piece::Keep(text)];
        }
        if !role.intersects(Role::NODE | Role::EDGE | Role::INTERNAL) {
            return vec![Piece::Letters(wtf8::utf16(text).count())];
        }
        let number = if role.intersects(Role::DESCRIPTOR) {
            leading_number(text)
        } else {
            0
        };
        let (number, text) = text.split_at(number);
        let (name, behind) = text.split_at(address(text).unwrap_or(text.len()));
        let mut pieces = vec![Piece::Keep(number)];
        if self.names == Names::Kept
            || is_of_v8(name, role)
            || role.intersects(Role::NODE) && is_v8(name)
        {
            pieces.push(Piece::Keep(name));
        } else {
            self.segments(name, role, &mut pieces);
        }
        let console = b" / DevTools console";
        match behind.strip_suffix(console) {
            Some(address) => pieces.extend([Piece::Word(address), Piece::Keep(console)]),
            None => pieces.push(Piece::Word(behind)),
        }
        pieces
    }

    /// `system / SharedFunctionInfo / f`: what is V8's stays.
    fn segments<'t>(&self, name: &'t [u8], role: Role, pieces: &mut Vec<Piece<'t>>) {
        const BETWEEN: &[u8] = b" / ";
        let inside = [&b"system / "[..], b"Node / "];
        let of_v8 = inside.iter().any(|start| name.starts_with(start));
        let mut rest = Some(name);
        let mut place = 0;
        while let Some(text) = rest {
            let end = memchr::memmem::find(text, BETWEEN);
            let segment = &text[..end.unwrap_or(text.len())];
            rest = end.map(|end| &text[end + BETWEEN.len()..]);
            let stays = of_v8 && place < 2 && is_plain(segment)
                || self
                    .keep
                    .has_with(segment, |name| self.telling.contains(name))
                || of_v8 && is_scope(segment);
            pieces.push(if stays {
                Piece::Keep(segment)
            } else if role.intersects(Role::DESCRIPTOR | Role::INTERNAL) {
                Piece::Word(segment)
            } else {
                Piece::Name(segment)
            });
            if rest.is_some() {
                pieces.push(Piece::Keep(BETWEEN));
            }
            place += 1;
        }
    }
}

/// Whether nothing is to be filled.
fn stays(pieces: &[Piece<'_>]) -> bool {
    let mut stays = true;
    super::piece::slots(pieces, |slot| {
        stays &= matches!(slot, super::piece::Slot::Byte(_));
    });
    stays
}

/// How many bytes JavaScript's `parseInt` reads.
fn leading_number(text: &[u8]) -> usize {
    let Cow::Borrowed(read) = wtf8::lossy(text) else {
        // Not Unicode: take no chance with what stands in front.
        return text
            .iter()
            .rposition(u8::is_ascii_digit)
            .map_or(0, |at| at + 1);
    };
    let blanks = read.len() - read.trim_start_matches(super::piece::is_blank).len();
    let sign = usize::from(read[blanks..].starts_with(['+', '-']));
    let digits = &text[blanks + sign..];
    let digits = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if digits == 0 {
        0
    } else {
        blanks + sign + digits
    }
}
