//! For speedscope.app.

use super::{Profile, walk::Step};
use crate::wtf8::json_string;
use std::io::{Result, Write};

const SCHEMA: &str = "https://www.speedscope.app/file-format-schema.json";

impl Profile {
    /// Writes the profile, called `name`, as speedscope's JSON.
    ///
    /// The profile is of the type "evented": each node opens and closes once, at positions counted in bytes, its own bytes
    /// before those of its calls. So the file grows with the nodes; the type "sampled" repeats a whole stack for each of
    /// them. Nodes without bytes are left out. Writes are small: give it a buffered writer.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn write_speedscope(&self, name: &str, mut out: impl Write) -> Result<()> {
        let out = &mut out;
        write!(out, r#"{{"$schema":"{SCHEMA}","exporter":"Leak Lab","#)?;
        out.write_all(br#""shared":{"frames":["#)?;
        for frame in 0..self.frames.len() as u32 {
            if frame > 0 {
                out.write_all(b",")?;
            }
            self.write_frame(frame, out)?;
        }
        out.write_all(br#"]},"profiles":[{"type":"evented","unit":"bytes","name":"#)?;
        out.write_all(&json_string(name.as_bytes()))?;
        out.write_all(br#","startValue":0,"events":["#)?;
        let end = self.write_events(out)?;
        write!(out, r#"],"endValue":{end}}}]}}"#)
    }

    fn write_frame(&self, frame: u32, out: &mut impl Write) -> Result<()> {
        let frames = &self.frames;
        out.write_all(br#"{"name":"#)?;
        out.write_all(&json_string(frames.label(frame)))?;
        let url = frames.url(frame);
        if !url.is_empty() {
            out.write_all(br#","file":"#)?;
            out.write_all(&json_string(url))?;
        }
        for (member, position) in [
            ("line", frames.get(frame).line),
            ("col", frames.get(frame).column),
        ] {
            if position > 0 {
                write!(out, r#","{member}":{position}"#)?;
            }
        }
        out.write_all(b"}")
    }

    /// Writes the events and gives the position of the last.
    fn write_events(&self, out: &mut impl Write) -> Result<f64> {
        let mut at = 0.0;
        for (index, step) in self.nodes.walk().enumerate() {
            if index > 0 {
                out.write_all(b",")?;
            }
            let (kind, node) = match step {
                Step::Enter(node) => ('O', node as usize),
                Step::Leave(node) => ('C', node as usize),
            };
            let frame = self.nodes.frame[node];
            write!(out, r#"{{"type":"{kind}","at":{at},"frame":{frame}}}"#)?;
            if kind == 'O' {
                at += self.nodes.own[node];
            }
        }
        Ok(at)
    }
}
