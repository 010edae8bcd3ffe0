use std::fmt;

/// What went wrong: a stable code, where in the file, and what to do about it.
///
/// `Display` prints `code: what (at byte n)`; [`Code::advice`] is the sentence to show after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The stable code.
    pub code: Code,
    /// Bytes into the (uncompressed) file, where there is such a place.
    pub at: Option<u64>,
    /// What was found, in a few words.
    pub what: String,
}

impl Error {
    /// An error of this code, without a place.
    pub fn new(code: Code, what: impl Into<String>) -> Self {
        let what = what.into();
        Self {
            code,
            at: None,
            what,
        }
    }

    pub(crate) fn at(code: Code, at: u64, what: impl Into<String>) -> Self {
        Self {
            at: Some(at),
            ..Self::new(code, what)
        }
    }

    /// What the reader of the message can do.
    pub fn advice(&self) -> &'static str {
        self.code.advice()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code.name(), self.what)?;
        match self.at {
            Some(at) => write!(formatter, " (at byte {at})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal, $advice:literal;)*) => {
        /// Every way in which the engine says no. Names are stable: `area.reason`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// All codes, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }

            /// What to do about it.
            pub const fn advice(self) -> &'static str {
                match self { $(Code::$code => $advice,)* }
            }
        }
    };
}

codes! {
    /// No bytes at all.
    Empty = "file.empty", "The file has no content: save it again, and wait until the browser says that it is done.";
    /// Not JSON where JSON must stand.
    NotJson = "file.not-json", "A heap file is JSON text as V8 writes it. Choose the file that DevTools or Node saved, unchanged.";
    /// The end is missing.
    Truncated = "file.truncated", "The end of the file is missing: the download or the disk was cut short. Save it again; if objects and edges are complete, it can still be opened without the missing names.";
    /// Compressed bytes that do not unpack.
    Gzip = "file.gzip", "The compressed bytes are damaged: the file was changed on its way, or not copied as binary. Copy or compress it again; with `partial`, what came before the damage is opened if objects and edges are complete.";
    /// Compressed bytes were fed to the reader.
    Compressed = "file.compressed", "It is compressed or an archive. Unpack it first; the tool and the page do so for gzip by themselves.";
    /// JSON, but of something else.
    OtherJson = "file.other-json", "This JSON is no heap file. In DevTools' Memory panel take a snapshot, then right-click it and choose Save.";
    /// A heap file, but of another kind than was asked for.
    OtherKind = "file.other-kind", "It is another kind of heap file than this command reads: open it by the command or view for its kind.";
    /// A heap snapshot of Safari or Bun.
    WebkitHeap = "file.webkit-heap", "It is of WebKit (Safari, Bun), and this reader takes V8's format. In Bun `Bun.generateHeapSnapshot(\"v8\")` or `v8.writeHeapSnapshot()` writes it; Safari cannot: take the snapshot in Chrome, Edge or Node.";
    /// A `.cpuprofile`.
    CpuProfile = "file.cpu-profile", "It says where time went, not memory. For memory record an allocation sampling (.heapprofile: DevTools' Memory panel, or `node --heap-prof`), or take a heap snapshot.";
    /// One of the files that Julia streams.
    JuliaPart = "file.julia-part", "It is one of four files (.metadata.json, .nodes, .edges, .strings). Join them in Julia: `using Profile; Profile.HeapSnapshot.assemble_snapshot(\"PREFIX\", \"whole.heapsnapshot\")`, and open what that writes.";
    /// A trace of the Performance panel.
    Trace = "file.trace", "It says what happened when, and has no objects. In DevTools' Memory panel take a heap snapshot, and save that.";
    /// A profile of Firefox.
    FirefoxProfile = "file.firefox-profile", "Open it at profiler.firefox.com. For this reader take a heap snapshot in Chrome, Edge or Node.";
    /// A heap snapshot of Firefox.
    FirefoxSnapshot = "file.firefox-snapshot", "Firefox's Memory tool opens it. For this reader take the snapshot in Chrome, Edge or Node.";
    /// A profile for speedscope.
    Speedscope = "file.speedscope", "Open it at speedscope.app, or choose the .heapprofile that it was made of.";
    /// A log of network requests.
    Har = "file.har", "It is of DevTools' Network panel. In the Memory panel take a heap snapshot, and save that.";
    /// A diagnostic report of Node.
    NodeReport = "file.node-report", "It has the sizes of V8's spaces, but no objects. `v8.writeHeapSnapshot()` or `node --heapsnapshot-signal=SIGUSR2` writes a heap snapshot.";
    /// The memory of a process, or a program.
    CrashDump = "file.crash-dump", "It is a process's memory as it stands, for a debugger (llnode reads JavaScript objects of a core dump). This reader takes what `v8.writeHeapSnapshot()` or DevTools saves.";
    /// A heap dump of a Java machine.
    JavaHeap = "file.java-heap", "Eclipse MAT and VisualVM open it. This reader takes V8's heap files.";
    /// A heap dump of .NET.
    DotnetHeap = "file.dotnet-heap", "PerfView, Visual Studio and dotnet-gcdump open it. This reader takes V8's heap files.";
    /// A profile in Google's format.
    Pprof = "file.pprof", "`go tool pprof` opens it. For this reader take a .heapprofile (`node --heap-prof`) or a heap snapshot.";
    /// A page, where a heap file was to be.
    Html = "file.html", "Where a download leaves a page in place of the file, the page says why (not found, not logged in): open it in a browser, and download again.";
    /// Text of 16-bit units.
    Utf16 = "file.utf-16", "A heap file is UTF-8. A shell or an editor has turned this one into UTF-16 (`>` in PowerShell does): save it again, or convert it to UTF-8.";
    /// Something follows the end of the file's JSON.
    Trailing = "file.trailing", "There are two things in this file. Cut it after the first JSON value.";
    /// The description of the fields misses one, or contradicts itself.
    Meta = "heap.meta", "The file describes its own fields in a way that no V8 does. It was changed or is from a program that is not V8.";
    /// A number is not a whole number from 0 on.
    Number = "heap.number", "All numbers in a heap file are whole and not negative. The file is damaged.";
    /// A number is larger than its field can be.
    NumberTooLarge = "heap.number-too-large", "The number is larger than V8 can have written. The file is damaged.";
    /// Two counts that must agree do not.
    Count = "heap.count", "The file promises another number of things than it holds: a part is missing or was changed. Save it again.";
    /// An index points outside of its table.
    Index = "heap.index", "The file points to something that is not in it. It is damaged: save it again.";
    /// A member that must be there is not, or is there twice.
    Member = "heap.member", "A heap file has each of its parts once. The file is damaged or was put together by hand.";
    /// Nested deeper than the named limit.
    TooDeep = "limit.depth", "The file is nested deeper than any real one. It is damaged, or made to harm.";
    /// Larger than a named limit.
    TooLarge = "limit.size", "The file goes beyond what this reader takes. The command-line tool has more room than the browser.";
    /// The machine, or the browser's 4 GB for one module, gave no more memory.
    Memory = "limit.memory", "There is not enough memory for this file here. Close other files, or use the command-line tool.";
    /// The caller stopped it.
    Cancelled = "run.cancelled", "It was stopped as you asked. Start again when you wish.";
    /// The question names an object that is not in the file.
    NoSuchObject = "ask.no-such-object", "No object of this file has that @id. Ids are DevTools' @ numbers and belong to one process: use one from this very file.";
    /// The question names a class that is not in the file.
    NoSuchClass = "ask.no-such-class", "No constructor of this file reads like that. `summary` lists them; names are case-sensitive.";
    /// The question names a finding that there is not.
    NoSuchFinding = "ask.no-such-finding", "There are not so many findings. Ask for them with the same files and patterns first; they are numbered from 0.";
    /// The question names an edge that is not in the file.
    NoSuchEdge = "ask.no-such-edge", "The object has no such edge. Its fields list them, with the names they are asked by.";
    /// The file lacks what the question is about.
    NotRecorded = "ask.not-recorded", "The file was taken without what this question needs. An allocation timeline records times, and with stacks switched on also places.";
}

/// A code and what was found, where the byte offset is added by who counts bytes.
pub(crate) type Wrong = (Code, &'static str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_and_of_the_form_area_reason() {
        for (index, code) in Code::ALL.iter().enumerate() {
            let (area, reason) = code.name().split_once('.').unwrap();
            assert!(["file", "heap", "limit", "run", "ask"].contains(&area));
            assert!(!reason.is_empty() && code.advice().ends_with('.'));
            assert!(
                Code::ALL[..index]
                    .iter()
                    .all(|other| other.name() != code.name())
            );
        }
    }
}
