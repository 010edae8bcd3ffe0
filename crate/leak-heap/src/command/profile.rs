//! `profile`: functions of a sampling profile, and its exports.

mod tree;

use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use heap::format;
use heap::profile::{By, FunctionRow, Profile, Sort};
use serde_json::json;

use super::package::{self, Packages};
use crate::{
    Failure,
    argument::{Common, Rows},
    draft, load,
    output::{self, counted, line, text},
    table::{Cell, Table, share},
};

#[derive(Args, Debug)]
#[command(
    after_help = "Sizes are V8's estimates. The application's own functions come first, then those of packages (folders below node_modules), of
Node, and what the engine brings along."
)]
pub(crate) struct Asked {
    /// A heap file
    file: PathBuf,
    /// By which column
    #[arg(long, value_name = "COLUMN", value_enum, default_value_t = Column::Own)]
    sort: Column,
    /// Who called whom instead, what has 1 % and more
    #[arg(long)]
    tree: bool,
    /// For other programs, to --output or to the standard output
    #[arg(long, value_name = "FORMAT", value_enum)]
    export: Option<Format>,
    /// Where to
    #[arg(short, long, value_name = "OUT", requires = "export")]
    output: Option<PathBuf>,
    #[command(flatten)]
    rows: Rows,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Column {
    Own,
    Total,
    Name,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Speedscope,
    Collapsed,
}

pub(crate) fn run(asked: &Asked) -> Result<(), Failure> {
    let file = &asked.file;
    let sort = match asked.sort {
        Column::Own => Sort::descending(By::Own),
        Column::Total => Sort::descending(By::Total),
        Column::Name => Sort::ascending(By::Name),
    };
    let profile = load::profile(file, asked.common.quiet)?;
    if let Some(format) = asked.export {
        return export(&profile, format, file, asked);
    }
    if asked.tree {
        return tree::answer(&profile, asked);
    }
    let all = profile.functions(sort, 0..usize::MAX);
    let origin = |row: &FunctionRow| {
        package::origin(
            profile.frames.url(row.frame),
            profile.frames.label(row.frame),
        )
    };
    let packages = Packages::of(
        all.rows
            .iter()
            .map(|row| (origin(row), row.sums.own as u64)),
    );
    let mut functions = all.rows;
    let count = functions.len() as u64;
    functions.sort_by_cached_key(|row| origin(row).rank());
    let shown = || functions.iter().skip(asked.rows.from).take(asked.rows.top);
    let total = profile.nodes.total.first().copied().unwrap_or(0.0);
    if asked.common.json {
        let rows: Vec<_> = shown()
            .map(|row| {
                let frame = profile.frames.get(row.frame);
                json!({
                    "name": text(profile.frames.label(row.frame)), "url": text(profile.frames.url(row.frame)),
                    "line": frame.line, "column": frame.column,
                    "own": row.sums.own, "total": row.sums.total, "samples": row.sums.samples,
                    "package": origin(row).words(),
                })
            })
            .collect();
        return output::json(
            &json!({ "total": total, "count": count, "packages": packages.json(), "functions": rows }),
        );
    }
    let mut table = Table::new(&[
        "Function",
        "Own size",
        "",
        "Total size",
        "",
        "Package",
        "Place",
    ]);
    for row in shown() {
        let frame = profile.frames.get(row.frame);
        let url = line(profile.frames.url(row.frame), 60);
        let place = if url.is_empty() {
            url
        } else {
            format!("{url}:{}", frame.line)
        };
        let (own, all) = (row.sums.own as u64, row.sums.total as u64);
        let whole = total as u64;
        let name = line(profile.frames.label(row.frame), 50);
        let cells: Vec<Cell> = vec![
            name.into(),
            own.into(),
            share(own, whole),
            all.into(),
            share(all, whole),
            package::shown(&origin(row)).into(),
            place.into(),
        ];
        table.row(cells);
    }
    let heading = format!(
        "{} bytes sampled (V8's estimate), {}\n\n",
        format::number(total as u64),
        counted(count, "function")
    );
    output::print(&(heading + &packages.text("Own size") + &table.text()))
}

fn export(profile: &Profile, format: Format, file: &Path, asked: &Asked) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let write = |out: &mut dyn Write| match format {
        Format::Speedscope => profile.write_speedscope(&name, out),
        Format::Collapsed => profile.write_collapsed(out),
    };
    if let Some(target) = &asked.output {
        return draft::write(file, target, |out| {
            write(out).map_err(Failure::file("write", target))
        });
    }
    if let Format::Speedscope = format {
        let mut json = Vec::new();
        write(&mut json).map_err(output::failed)?;
        return output::print_json(&String::from_utf8_lossy(&json));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)
        .and_then(|()| out.flush())
        .map_err(output::failed)
}
