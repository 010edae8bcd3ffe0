//! What a run, a step and a reading may be: the only place. The page's JavaScript gets them generated.

/// The shortest period a run may have, in milliseconds: browsers do not keep timers shorter than 4 ms.
pub const SHORTEST_PERIOD: u32 = 10;
/// The longest period, in milliseconds.
pub const LONGEST_PERIOD: u32 = 60_000;
/// The most units a tick may make.
pub const MOST_UNITS: u32 = 1_000;
/// The most units a step may make.
pub const MOST_STEP: u32 = 1_000_000;
/// What a run may fall behind, in periods, before the rest is dropped: a hidden tab's timers fire once a second, and
/// after five minutes once a minute.
pub const LONGEST_BACKLOG: u32 = 100;
/// The shortest time between samples, in milliseconds: Chromium refreshes `performance.memory` no faster.
pub const SHORTEST_TICK: u32 = 50;
/// The longest time between samples, in milliseconds.
pub const LONGEST_TICK: u32 = 10_000;
/// The time between samples unless said otherwise, in milliseconds.
pub const DEFAULT_TICK: u32 = 200;
/// The budget a page starts with, in megabytes over what the page began with.
pub const DEFAULT_MEGABYTES: u32 = 512;
/// The largest budget a visitor may set, in megabytes.
pub const MOST_MEGABYTES: u32 = 8_192;
/// What the chart may show, as typed and in seconds; 0 is all.
pub const SPANS: [(&str, u32); 3] = [("30s", 30), ("2min", 120), ("all", 0)];
/// Units that are watched one by one; beyond, a fair sample of them.
pub const MOST_WITNESSES: u32 = 10_000;

/// The limits that the page's JavaScript needs, by their names there.
pub const FOR_THE_PAGE: [(&str, u32); 11] = [
    ("SHORTEST_PERIOD", SHORTEST_PERIOD),
    ("LONGEST_PERIOD", LONGEST_PERIOD),
    ("MOST_UNITS", MOST_UNITS),
    ("MOST_STEP", MOST_STEP),
    ("LONGEST_BACKLOG", LONGEST_BACKLOG),
    ("SHORTEST_TICK", SHORTEST_TICK),
    ("LONGEST_TICK", LONGEST_TICK),
    ("DEFAULT_TICK", DEFAULT_TICK),
    ("DEFAULT_MEGABYTES", DEFAULT_MEGABYTES),
    ("MOST_MEGABYTES", MOST_MEGABYTES),
    ("MOST_WITNESSES", MOST_WITNESSES),
];
