//! From tokens to columns. The file nests as deep as its calls did, so what is open is a list and nothing recurses.

use super::{
    Profile,
    frames::{CallFrame, FrameTable},
    nodes::{NONE, Nodes},
    number::{position, size, whole},
    samples::{Sample, SampleTable},
};
use crate::{Code, ground::error::Wrong, read::json::Token};

/// What was read so far, and where in the file's structure the next token stands.
#[derive(Debug)]
pub(super) struct Build {
    within: Within,
    /// The member whose value comes next.
    member: Option<Member>,
    /// Containers open inside of an unknown member.
    skipped: u64,
    /// The nodes from the head down to the one being read.
    open: Vec<Open>,
    frame: CallFrame,
    sample: Sample,
    frames: FrameTable,
    nodes: Nodes,
    samples: Option<SampleTable>,
}

#[derive(Clone, Copy, Debug)]
enum Within {
    Start,
    File,
    Node,
    Children,
    Frame,
    Samples,
    Sample,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Member {
    Head,
    Samples,
    CallFrame,
    SelfSize,
    Id,
    Children,
    FunctionName,
    ScriptId,
    Url,
    Line,
    Column,
    Size,
    NodeId,
    Ordinal,
    Unknown,
}

#[derive(Debug)]
struct Open {
    node: u32,
    /// Members met so far, a bit each.
    seen: u16,
}

impl Build {
    pub(super) fn new() -> Self {
        Self {
            within: Within::Start,
            member: None,
            skipped: 0,
            open: Vec::new(),
            frame: CallFrame::default(),
            sample: Sample::default(),
            frames: FrameTable::default(),
            nodes: Nodes::default(),
            samples: None,
        }
    }

    /// Whether the next texts are of no interest.
    pub(super) fn is_skipping(&self) -> bool {
        self.skipped > 0 || self.member == Some(Member::Unknown)
    }

    /// Takes one token.
    pub(super) fn take(&mut self, token: Token) -> Result<(), Wrong> {
        if self.skipped > 0 {
            match token {
                Token::ObjectStart | Token::ArrayStart => self.skipped += 1,
                Token::ObjectEnd | Token::ArrayEnd => self.skipped -= 1,
                _ => {}
            }
            return Ok(());
        }
        if let Token::Key(key) = token {
            return self.key(key);
        }
        if self.member == Some(Member::Unknown) {
            self.member = None;
            let container = matches!(token, Token::ObjectStart | Token::ArrayStart);
            self.skipped = u64::from(container);
            return Ok(());
        }
        match self.within {
            Within::Start => self.start(token),
            Within::File => self.file(token),
            Within::Node => self.node(token),
            Within::Children => self.children(token),
            Within::Frame => self.frame(token),
            Within::Samples => self.samples(token),
            Within::Sample => self.sample(token),
        }
    }

    pub(super) fn finish(mut self) -> Result<Profile, Wrong> {
        if self.nodes.is_empty() {
            return Err(foreign());
        }
        self.nodes.sum_up();
        let samples = self.samples.map(|table| table.resolve(&self.nodes));
        Ok(Profile {
            frames: self.frames.finish(),
            nodes: self.nodes,
            samples,
        })
    }

    fn key(&mut self, key: &[u8]) -> Result<(), Wrong> {
        let member = match (self.within, key) {
            (Within::File, b"head") => Member::Head,
            (Within::File, b"samples") => Member::Samples,
            (Within::File, b"snapshot") if self.nodes.is_empty() => {
                return Err((Code::OtherKind, "a heap snapshot or an allocation timeline"));
            }
            (Within::Node, b"callFrame") => Member::CallFrame,
            (Within::Node, b"selfSize") => Member::SelfSize,
            (Within::Node, b"id") => Member::Id,
            (Within::Node, b"children") => Member::Children,
            (Within::Frame, b"functionName") => Member::FunctionName,
            (Within::Frame, b"scriptId") => Member::ScriptId,
            (Within::Frame, b"url") => Member::Url,
            (Within::Frame, b"lineNumber") => Member::Line,
            (Within::Frame, b"columnNumber") => Member::Column,
            (Within::Sample, b"size") => Member::Size,
            (Within::Sample, b"nodeId") => Member::NodeId,
            (Within::Sample, b"ordinal") => Member::Ordinal,
            _ => Member::Unknown,
        };
        if let (Within::Node, Some(open)) = (self.within, self.open.last_mut())
            && member != Member::Unknown
        {
            let bit = 1 << member as u16;
            if open.seen & bit != 0 {
                return Err((Code::Member, "a node that has one member twice"));
            }
            open.seen |= bit;
        }
        self.member = Some(member);
        Ok(())
    }

    fn start(&mut self, token: Token) -> Result<(), Wrong> {
        if token != Token::ObjectStart {
            return Err(foreign());
        }
        self.within = Within::File;
        Ok(())
    }

    fn file(&mut self, token: Token) -> Result<(), Wrong> {
        match (self.member.take(), token) {
            (Some(Member::Head), Token::ObjectStart) if self.nodes.is_empty() => self.open(),
            (Some(Member::Head), Token::ObjectStart) => Err((Code::Member, "a second head")),
            (Some(Member::Samples), Token::ArrayStart) if self.samples.is_none() => {
                self.samples = Some(SampleTable::default());
                self.within = Within::Samples;
                Ok(())
            }
            (Some(Member::Samples), Token::ArrayStart) => {
                Err((Code::Member, "a second list of samples"))
            }
            (None, Token::ObjectEnd) => Ok(()),
            _ => Err(foreign()),
        }
    }

    fn node(&mut self, token: Token) -> Result<(), Wrong> {
        let node = self.open.last().map_or(0, |open| open.node as usize);
        match (self.member.take(), token) {
            (Some(Member::CallFrame), Token::ObjectStart) => {
                self.frame = CallFrame::default();
                self.within = Within::Frame;
            }
            (Some(Member::SelfSize), Token::Number(text)) => self.nodes.own[node] = size(text)?,
            (Some(Member::Id), Token::Number(text)) => self.nodes.id[node] = whole(text)?,
            (Some(Member::Children), Token::ArrayStart) => self.within = Within::Children,
            (None, Token::ObjectEnd) => return self.close(node),
            (Some(Member::SelfSize | Member::Id), _) => {
                return Err((Code::Number, "a node's size or id that is no number"));
            }
            _ => return Err((Code::Member, "a member of a node that is of another type")),
        }
        Ok(())
    }

    fn children(&mut self, token: Token) -> Result<(), Wrong> {
        match token {
            Token::ObjectStart => self.open(),
            Token::ArrayEnd => {
                self.within = Within::Node;
                Ok(())
            }
            _ => Err((Code::Member, "a child that is no node")),
        }
    }

    fn frame(&mut self, token: Token) -> Result<(), Wrong> {
        let frames = &mut self.frames;
        match (self.member.take(), token) {
            (Some(Member::FunctionName), Token::Text(text)) => {
                self.frame.name = frames.text(text)?;
            }
            (Some(Member::Url), Token::Text(text)) => self.frame.url = frames.text(text)?,
            (Some(Member::ScriptId), Token::Text(text)) => self.frame.script = frames.text(text)?,
            (Some(Member::ScriptId), Token::Number(text)) => {
                self.frame.script = frames.text(whole(text)?.to_string().as_bytes())?;
            }
            (Some(Member::Line), Token::Number(text)) => self.frame.line = position(text)?,
            (Some(Member::Column), Token::Number(text)) => self.frame.column = position(text)?,
            (None, Token::ObjectEnd) => {
                let node = self.open.last().map_or(0, |open| open.node as usize);
                self.nodes.frame[node] = frames.frame(self.frame)?;
                self.within = Within::Node;
            }
            (Some(Member::Line | Member::Column), _) => {
                return Err((Code::Number, "a line or column that is no number"));
            }
            _ => return Err((Code::Member, "a part of a call frame that is no text")),
        }
        Ok(())
    }

    fn samples(&mut self, token: Token) -> Result<(), Wrong> {
        match token {
            Token::ObjectStart => {
                self.sample = Sample::default();
                self.within = Within::Sample;
            }
            Token::ArrayEnd => self.within = Within::File,
            // A CPU profile has samples, too: plain numbers.
            _ if self.nodes.is_empty() => return Err(foreign()),
            _ => return Err((Code::Member, "a sample that is no object")),
        }
        Ok(())
    }

    fn sample(&mut self, token: Token) -> Result<(), Wrong> {
        match (self.member.take(), token) {
            (Some(Member::Size), Token::Number(text)) => self.sample.size = size(text)?,
            (Some(Member::Ordinal), Token::Number(text)) => self.sample.ordinal = whole(text)?,
            (Some(Member::NodeId), Token::Number(text)) => self.sample.id = Some(whole(text)?),
            (None, Token::ObjectEnd) => {
                self.within = Within::Samples;
                let samples = self.samples.get_or_insert_default();
                return samples.push(self.sample);
            }
            _ => return Err((Code::Number, "a member of a sample that is no number")),
        }
        Ok(())
    }

    /// A node begins: nodes are numbered as they begin, which is preorder whatever the order of their members.
    fn open(&mut self) -> Result<(), Wrong> {
        let parent = self.open.last().map_or(NONE, |open| open.node);
        let node = self.nodes.push(parent)?;
        self.open.push(Open { node, seen: 0 });
        self.within = Within::Node;
        Ok(())
    }

    fn close(&mut self, node: usize) -> Result<(), Wrong> {
        if self.nodes.frame[node] == NONE {
            return Err((Code::Member, "a node without a call frame"));
        }
        self.nodes.end[node] = self.nodes.len() as u32;
        self.open.pop();
        self.within = if self.open.is_empty() {
            Within::File
        } else {
            Within::Children
        };
        Ok(())
    }
}

fn foreign() -> Wrong {
    (Code::OtherJson, "no head of a sampling heap profile")
}
