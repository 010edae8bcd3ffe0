//! `profile`: functions of a sampling profile, and its exports.

mod tree;

use std::{
    io::{self, BufWriter, Write},
    path::Path,
};

use heap::profile::{By, Profile, Sort};
use serde_json::json;

use crate::{
    Arguments, Failure, draft, load,
    output::{self, counted, line, text},
    table::{Cell, Table, grouped, share},
};

pub(crate) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let [file] = arguments.files()?;
    let sort = match arguments.sort.as_deref() {
        None | Some("own") => Sort::descending(By::Own),
        Some("total") => Sort::descending(By::Total),
        Some("name") => Sort::ascending(By::Name),
        Some(other) => {
            return Err(Failure::usage(format!(
                "no column `{other}`: own, total or name"
            )));
        }
    };
    let format = format(arguments)?;
    let profile = load::profile(file, arguments)?;
    if let Some(format) = format {
        return export(&profile, format, file, arguments);
    }
    if arguments.tree {
        return tree::answer(&profile, arguments);
    }
    let functions = profile.functions(sort, arguments.range());
    let total = profile.nodes.total.first().copied().unwrap_or(0.0);
    if arguments.json {
        let rows: Vec<_> = functions
            .rows
            .iter()
            .map(|row| {
                let frame = profile.frames.get(row.frame);
                json!({
                    "name": text(profile.frames.label(row.frame)), "url": text(profile.frames.url(row.frame)),
                    "line": frame.line, "column": frame.column,
                    "own": row.sums.own, "total": row.sums.total, "samples": row.sums.samples,
                })
            })
            .collect();
        return output::json(
            &json!({ "total": total, "count": functions.total, "functions": rows }),
        );
    }
    let mut table = Table::new(&["Function", "Own size", "", "Total size", "", "Place"]);
    for row in &functions.rows {
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
            place.into(),
        ];
        table.row(cells);
    }
    let heading = format!(
        "{} bytes sampled (V8's estimate), {}\n\n",
        grouped(total as u64),
        counted(functions.total.into(), "function")
    );
    output::print(&(heading + &table.text()))
}

#[derive(Clone, Copy)]
enum Format {
    Speedscope,
    Collapsed,
}

fn format(arguments: &Arguments) -> Result<Option<Format>, Failure> {
    Ok(Some(match arguments.export.as_deref() {
        Some("speedscope") => Format::Speedscope,
        Some("collapsed") => Format::Collapsed,
        Some(other) => {
            return Err(Failure::usage(format!(
                "no format `{other}`: speedscope or collapsed"
            )));
        }
        None if arguments.output.is_some() => {
            return Err(Failure::usage("--output needs --export, and its format"));
        }
        None => return Ok(None),
    }))
}

fn export(
    profile: &Profile,
    format: Format,
    file: &Path,
    arguments: &Arguments,
) -> Result<(), Failure> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let write = |out: &mut dyn Write| match format {
        Format::Speedscope => profile.write_speedscope(&name, out),
        Format::Collapsed => profile.write_collapsed(out),
    };
    if let Some(target) = &arguments.output {
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
