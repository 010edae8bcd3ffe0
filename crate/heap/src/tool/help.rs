//! What `--help` prints.

pub(crate) const VERSION: &str = concat!("leak-heap ", env!("CARGO_PKG_VERSION"), "\n");

pub(crate) const ALL: &str = "leak-heap: questions to V8's heap files (.heapsnapshot, .heaptimeline, .heapprofile; also .gz)

  leak-heap QUESTION FILE… [OPTIONS]

  summary     what is in the heap, by constructor, with DevTools' figures
  search      objects by a part of their name
  fields      what an object refers to, with values
  compare     what came and went between two files, and what grows over several
  retainers   who refers to an object
  paths       why an object is alive: the shortest ways from the roots to it
  findings    known patterns of leaks, with evidence
  strings     strings that are there several times
  detached    DOM nodes outside of every document, and what holds them
  what-if     what would be freed if some references were cut
  timeline    what was allocated when, and is still alive
  profile     functions by what they allocated (.heapprofile)
  redact      the same file without its texts, to give away

Sizes are bytes; @ID is the number that DevTools shows behind an object's name.
Every question: --json for programs, --quiet for no progress; snapshots: --partial for a file whose end is missing.
Exit codes: 0 answered, 1 a file or an object is not as needed, 2 the command line is not understood,
3 `--fail-on-growth` or `--fail` found something.
`leak-heap QUESTION --help` says more.
";

/// The help of one question; it names all the options it takes.
pub(crate) fn of(name: &str) -> &'static str {
    match name {
        "summary" => SUMMARY,
        "search" => SEARCH,
        "fields" => FIELDS,
        "compare" => COMPARE,
        "retainers" => RETAINERS,
        "paths" => PATHS,
        "findings" => FINDINGS,
        "strings" => STRINGS,
        "detached" => DETACHED,
        "what-if" => WHAT_IF,
        "timeline" => TIMELINE,
        "profile" => PROFILE,
        "redact" => REDACT,
        _ => ALL,
    }
}

/// Whether the help of a question has this word, up to punctuation behind it.
pub(crate) fn names(question: &str, word: &str) -> bool {
    let mut words = of(question).split(|c: char| c.is_whitespace() || "[],…".contains(c));
    words.any(|other| other == word)
}

const SUMMARY: &str = "leak-heap summary FILE [OPTIONS]

Constructors with the number of objects, shallow and retained size, as the Memory tab's Summary has them.

  --class NAME     the objects of one constructor instead
  --filter NAME    only what duplicated-strings, detached, console, event-handlers or contexts lets through
  --between A..B   only objects with ids above @A up to and with @B
  --sort COLUMN    retained (default), shallow, count, distance, name; of objects also id
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const SEARCH: &str = "leak-heap search FILE --text TEXT [OPTIONS]

Objects with the text in their name, upper and lower case alike; of strings the content is the name.

  --text TEXT
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const FIELDS: &str = "leak-heap fields FILE @ID [OPTIONS]

What the object refers to; strings and numbers with their values, as far as V8 wrote them.

  --sort COLUMN    file (default), name, retained, shallow, distance
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const COMPARE: &str = "leak-heap compare BEFORE AFTER [MORE…] [OPTIONS]

Of two files: the Memory tab's Comparison. Of three: what was made between the first and the second and is still there in
the third. Of three and more: which constructors and which collections grow at every step.

  --fail-on-growth CLASS   exit code 3 if there are more objects of that class at the end (can be given several times;
                           `*` stands for any class)
  --class NAME     the objects that came and went of one constructor
  --sort COLUMN    size (default), count, name
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const RETAINERS: &str = "leak-heap retainers FILE @ID [OPTIONS]

Who refers to the object, nearest to the roots first, and the chain of its dominators.

  --ignore @ID     distances as if that retainer were not there (several times)
  --sort COLUMN    distance (default), retained, shallow, name
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const PATHS: &str = "leak-heap paths FILE @ID [OPTIONS]

The shortest retaining paths, disjoint where possible: each has to be cut for the object to go.

  --ignore @ID     leave out paths through that object (several times)
  --top N          so many paths (20)
  --json --quiet --partial
";

const FINDINGS: &str = "leak-heap findings FILE [LATER…] [OPTIONS]

Known patterns of leaks, the largest first; of several files in order also what grows.

  --fail           exit code 3 if there is any
  --top N          so many findings (20)  --from N   leave out the first N
  --json --quiet --partial
";

const STRINGS: &str = "leak-heap strings FILE [OPTIONS]

Strings that are in the heap more than once.

  --top N          so many groups (20)    --from N   leave out the first N
  --json --quiet --partial
";

const DETACHED: &str = "leak-heap detached FILE [OPTIONS]

DOM trees outside of every document, with the reference from JavaScript that holds them.

  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const WHAT_IF: &str = "leak-heap what-if FILE [@ID…] [OPTIONS]

What would be freed if objects let go: counted once, and with what else holds them, so that a fix that frees nothing is
seen before it is written.

  @ID              all references to the object are cut
  --cut @ID.NAME   the reference NAME of the object @ID is cut: `@12.cache`, `@12[0]` (several times)
  --class NAME     the independent retainers of all objects of a class, and the least cut that frees them
  --top N          so many rows (20)
  --json --quiet --partial
";

const TIMELINE: &str = "leak-heap timeline FILE [@ID] [OPTIONS]

When what is still alive was allocated, and with stacks recorded, by which functions; of an object the stack that made it.

  --function NAME  what that function allocated and is still there, by constructor, and who called it
  --sort COLUMN    live-size (default), live-count, size, count: of functions
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet --partial
";

const PROFILE: &str = "leak-heap profile FILE [OPTIONS]

A sampling profile's functions. Sizes are V8's estimates.

  --sort COLUMN    own (default), total, name
  --tree           who called whom instead, what has 1 % and more
  --export FORMAT  speedscope or collapsed, to --output or to the standard output
  -o, --output OUT
  --top N          so many rows (20)      --from N   leave out the first N
  --json --quiet
";

const REDACT: &str = "leak-heap redact FILE --output OUT [OPTIONS]

The same graph, sizes and ids; texts become filler of equal length. It opens in DevTools with the same figures.

  -o, --output OUT
  --keep WHAT      names (default: class and property names stay), builtin (only V8's and the standard library's),
                   or =TEXT, a text that stays wherever it stands (several times)
  --json --quiet
";
