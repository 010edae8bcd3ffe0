//! The engine, held against simple twins and DevTools.
