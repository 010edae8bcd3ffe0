//! The built site in a real browser: a visitor's good and bad days, a module each.

mod chart;
mod controls;
mod devtools;
mod first_view;
mod guide;
mod harness;
mod inspect;
mod learn;
mod page;
mod rooms;
mod running;
mod shown;
mod snapshots;
mod trouble;
