//! `search`: objects by a part of their name.

use heap::{Column, Filter, Search, Sort};

use crate::{Arguments, Failure, load, object};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let Some(wanted) = &arguments.text else {
        return Err(Failure::usage("say what to look for: --text TEXT"));
    };
    let snapshot = load::snapshot(file, arguments)?;
    let search = Search {
        text: wanted.as_bytes(),
        case_sensitive: false,
    };
    let all = snapshot.filter(&Filter::All);
    let page = snapshot.search(
        search,
        &all,
        Sort::descending(Column::Retained),
        arguments.range(),
    );
    object::print(&snapshot, &page, true, arguments.json)
}
