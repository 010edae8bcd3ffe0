//! The site, driven in real browsers.
