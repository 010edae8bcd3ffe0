pub(super) const ALL: &str = "\
cargo xtask TASK [OPTIONS]

  serve    builds the site, serves it on this machine and prints its address
  build    builds the static site into target/site
  test     runs everything the continuous integration runs
  verify   checks every claim in a real browser and writes what it was checked on
  shots    takes the guide's pictures of the real Memory tab
  size     says what the site weighs, and whether that was accepted
  bench    prints the measured numbers beside their targets and peers
  field    runs programs and leaks of published packages, and says what the heap engine makes of them

`cargo xtask TASK --help` tells more about one of them.
";

pub(super) const BUILD: &str = "\
cargo xtask build

Compiles the wasm modules, generates their bindings and assembles the static site in target/site,
ready to be put under any address. A build that fails leaves the last site as it was. Uses wasm-opt where it
is on the PATH. Adds the wasm32-unknown-unknown target through rustup where it is missing.
";

pub(super) const SERVE: &str = "\
cargo xtask serve [--port N] [--open] [--watch] [--no-isolation]

Builds the site and serves it on 127.0.0.1, without caching. Ctrl-C ends it.

  -p, --port N      listens on port N (8000); 0 takes any free one
  --open            opens the page in the default browser
  --watch           builds again when a source of the site changes (without wasm-opt, to be quick);
                    reload the page to see it; a build that fails keeps the last good site
  --no-isolation    leaves out COOP and COEP, as on hosts that cannot set headers
";

pub(super) const TEST: &str = "\
cargo xtask test [--only STEP...]

Runs these steps in order and stops at the first that fails:

  format        rustfmt would change nothing
  javascript    Biome finds nothing to format or to mend (skipped without Node)
  clippy        no warning in any crate (they fail under the Rust that Cargo.toml names, others show them)
  clippy-wasm   no warning in the wasm modules, as compiled for the browser
  native        the tests that need no browser
  wasm          the engine's tests once more, as a wasm module in Node (skipped without Node)
  site          the site builds
  size          no part of the site outgrew tests/size.json
  types         tsc finds nothing in web/ (skipped without Node)
  node          the heap inspector in Node, without a page (skipped without Node)
  browser       the tests of the site in real Chromium

  --only STEP...    runs only these; the site is built too when one of them needs it

What is missing is set up (the wasm target, rustfmt, clippy, npm packages, and on Debian the browser), or you
are told what to type. Where CI is set, a step that would be skipped fails. CHROMIUM and CHROMEDRIVER may name
programs that are not on the PATH.
";

pub(super) const VERIFY: &str = "\
cargo xtask verify

Builds the site, executes every scenario's claims in real Chromium, and writes web/checked.json: what they
were checked on. CHROMIUM and CHROMEDRIVER may name programs that are not on the PATH.
";

pub(super) const SHOTS: &str = "\
cargo xtask shots [SLUGS...]

  SLUGS   of scenarios, as in leak-classes: only theirs are taken anew

Builds the site, follows the guide of every scenario in the DevTools of real Chromium, and writes a picture of each view
that it speaks of into web/shots, in light and dark, with an index that says what is to be read on it. Where a row does
not read as the guide says, no picture is taken. CHROMIUM and CHROMEDRIVER may name programs that are not on the PATH.
";

pub(super) const SIZE: &str = "\
cargo xtask size [--accept]

Builds the site, prints the bytes of every part, and fails where one grew by more than 5 % over tests/size.json.

  --accept   writes the present sizes there: commit it with what made them grow
";

pub(super) const BENCH: &str = "\
cargo xtask bench [NAMES...] [--quick]

  NAMES     first-view, redraw, idle, rates, heap, room
  --quick   measure for less time, and smaller files

Builds the site and runs the named benchmarks (all when none is named) in real Chromium, each beside its
target and its peers in one run. Needs Node's npm for the peers. The heap files that `heap` opens (about 1.5 GB)
are written once and kept in target/bench. Fails where a figure is beyond its bound.

`cargo xtask bench lighthouse` prints Lighthouse's scores for a phone and a desktop instead. It is fetched into
target/lighthouse when first asked for.
";

pub(super) const FIELD: &str = "\
cargo xtask field [NAMES...] [--programs] [--leaks] [--again] [--keep DIR]

  NAMES        of programs and leaks: the files in tests/field/program and tests/field/leak
  --programs   only programs, which have no leak
  --leaks      only leaks, each with its healthy twin
  --again      makes heap files again that are there already
  --keep DIR   makes and keeps the heap files there (target/field/heaps), up to 10 GB

Runs servers, tools and pages that nobody here wrote on several versions of Node and in Chromium, and asks
leak-heap about their heaps: programs without a leak should get silence, leaks their culprit. Fails where something
innocent is said to grow, where --fail is red on it, or where too few culprits are named. Without a choice of names or
kinds it writes tests/field/RESULT.md. Needs Node's npm; packages are installed into target/field. CHROMIUM may
name a browser that is not on the PATH.
";
