//! What becomes of each text of a file.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{
    Names, Options,
    filler::Fillers,
    piece::Piece,
    place::place,
    role::{Role, Roles, attached},
    tag::Tag,
    weak::weak_names,
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
    options: &'a Options,
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
            options,
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

    pub(super) fn finish(self) -> NewTexts {
        self.new
    }

    /// Texts that stay must be known before the first filler is made.
    fn take_kept(&mut self, text: &[u8]) {
        let role = self.role(text);
        let base = attached(text)
            .filter(|_| role.has(Role::NODE))
            .unwrap_or(text);
        if let Some(tag) = Tag::of(base).filter(|_| role.has(Role::TAG)) {
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

    /// What a text becomes; decided once.
    fn text(&mut self, text: &[u8]) -> Result<Vec<u8>, Error> {
        let Some(&first) = self.roles.first.get(text) else {
            return self.part(text, Role::default());
        };
        match self.new.places[first as usize] {
            KEPT => return Ok(text.to_vec()),
            UNDECIDED => {}
            place => return Ok(self.new.texts.get(place).to_vec()),
        }
        let new = self.make(text, self.roles.of(first))?;
        self.new.places[first as usize] = if new == text {
            KEPT
        } else {
            self.new.texts.push(&new)
        };
        Ok(new)
    }

    /// A text that is not in the table by itself.
    fn part(&mut self, text: &[u8], role: Role) -> Result<Vec<u8>, Error> {
        if let Some(known) = self.parts.get(text) {
            return Ok(known.clone());
        }
        let pieces = self.pieces(text, role);
        let new = if let Some(tag) = Tag::of(text).filter(|_| role.has(Role::TAG)) {
            self.tag(&tag, role)?
        } else {
            self.fillers.fill(&pieces)?
        };
        self.parts.insert(text.to_vec(), new.clone());
        Ok(new)
    }

    /// The order of the cases is that of how much they depend on others.
    fn make(&mut self, text: &[u8], role: Role) -> Result<Vec<u8>, Error> {
        if text.is_empty() || role.has(Role::VALUE) {
            return Ok(text.to_vec());
        }
        if let Some(names) = weak_names(text) {
            return self.weak_pair(text, &names);
        }
        if let Some(interface) = self.interfaces.get(text) {
            return Ok(interface.clone());
        }
        if let Some(rest) = attached(text).filter(|_| role.has(Role::NODE)) {
            let new = if self.roles.first.contains_key(rest) {
                self.text(rest)?
            } else {
                self.part(rest, role)?
            };
            let before = &text[..text.len() - rest.len()];
            return Ok([before, &new].concat());
        }
        if let Some(tag) = Tag::of(text).filter(|_| role.has(Role::TAG)) {
            return self.tag(&tag, role);
        }
        let pieces = self.pieces(text, role);
        if stays(&pieces) {
            return Ok(text.to_vec());
        }
        self.fillers.fill(&pieces)
    }

    /// Both entries of a pair share all but the number in front, so they come out alike.
    fn weak_pair(
        &mut self,
        text: &[u8],
        [key, value]: &[std::ops::Range<usize>; 2],
    ) -> Result<Vec<u8>, Error> {
        let mut name = |range: &std::ops::Range<usize>| {
            let name = &text[range.clone()];
            // A pair within a pair would be read again and again.
            match weak_names(name) {
                None => self.text(name),
                Some(_) => self.part(name, Role::default()),
            }
        };
        let (new_key, new_value) = (name(key)?, name(value)?);
        Ok([
            &text[..key.start],
            &new_key,
            &text[key.end..value.start],
            &new_value,
            &text[value.end..],
        ]
        .concat())
    }

    fn keeps_tag(&self, tag: &Tag<'_>) -> bool {
        match self.options.names {
            Names::Kept => tag.is_plain(),
            Names::Allowed => self.options.keep.has_exactly(&tag.alone()),
        }
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
        let filled = if role.has(Role::EDGE) {
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
        let keep = &self.options.keep;
        if role.has(Role::VALUE) || keep.has_exactly(text) {
            return vec![Piece::Keep(text)];
        }
        if !role.has(Role::NODE.and(Role::EDGE).and(Role::INTERNAL)) {
            return vec![Piece::Letters(wtf8::utf16(text).count())];
        }
        let number = if role.has(Role::DESCRIPTOR) {
            leading_number(text)
        } else {
            0
        };
        let (number, text) = text.split_at(number);
        let (name, address) = text.split_at(place(text).unwrap_or(text.len()));
        let mut pieces = vec![Piece::Keep(number)];
        if self.options.names == Names::Kept
            || role.has(Role::INTERNAL)
            || role.has(Role::NODE) && is_v8(name)
        {
            pieces.push(Piece::Keep(name));
        } else {
            self.segments(name, &mut pieces);
        }
        let console = b" / DevTools console";
        match address.strip_suffix(console) {
            Some(address) => pieces.extend([Piece::Word(address), Piece::Keep(console)]),
            None => pieces.push(Piece::Word(address)),
        }
        pieces
    }

    /// `system / SharedFunctionInfo / f`: what is V8's stays.
    fn segments<'t>(&self, name: &'t [u8], pieces: &mut Vec<Piece<'t>>) {
        const BETWEEN: &[u8] = b" / ";
        let inside = [&b"system / "[..], b"Node / "];
        let of_v8 = inside.iter().any(|start| name.starts_with(start));
        let mut rest = Some(name);
        let mut place = 0;
        while let Some(text) = rest {
            let end = memchr::memmem::find(text, BETWEEN);
            let segment = &text[..end.unwrap_or(text.len())];
            rest = end.map(|end| &text[end + BETWEEN.len()..]);
            let stays = of_v8 && place < 2
                || self.options.keep.has(segment)
                || segment.starts_with(b"scope @")
                || segment.len() <= 6 && segment.iter().all(u8::is_ascii_digit);
            pieces.push(if stays {
                Piece::Keep(segment)
            } else {
                Piece::Word(segment)
            });
            if rest.is_some() {
                pieces.push(Piece::Keep(BETWEEN));
            }
            place += 1;
        }
    }
}

/// `(object elements)`, `(ArrayMap builtin handle)`.
fn is_v8(name: &[u8]) -> bool {
    let inner = name
        .strip_prefix(b"(")
        .and_then(|name| name.strip_suffix(b")"));
    inner.is_some_and(|inner| {
        inner
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b" _-/+".contains(byte))
    })
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
