//! `profile`: functions of a sampling profile, and its exports.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
};

use heap::profile::{By, Profile, Sort};
use serde_json::json;

use crate::{
    Arguments, Failure, load,
    output::{self, line, text},
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
    let profile = load::profile(file, arguments)?;
    if let Some(format) = &arguments.export {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        return export(&profile, format, &name, arguments);
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
        "{} bytes sampled (V8's estimate), {} functions\n\n",
        grouped(total as u64),
        functions.total
    );
    output::print(&(heading + &table.text()))
}

fn export(
    profile: &Profile,
    format: &str,
    name: &str,
    arguments: &Arguments,
) -> Result<(), Failure> {
    let write = |out: &mut dyn Write| match format {
        "speedscope" => Ok(profile.write_speedscope(name, out)),
        "collapsed" => Ok(profile.write_collapsed(out)),
        other => Err(Failure::usage(format!(
            "no format `{other}`: speedscope or collapsed"
        ))),
    };
    let Some(path) = &arguments.output else {
        return write(&mut BufWriter::new(io::stdout().lock()))?.map_err(|error| {
            match error.kind() {
                io::ErrorKind::BrokenPipe => Failure::Closed,
                _ => Failure::File(format!("cannot write the export: {error}")),
            }
        });
    };
    // The format is checked before a file of that name is touched.
    write(&mut io::sink())?.map_err(Failure::file("write", path))?;
    let mut out = BufWriter::new(File::create(path).map_err(Failure::file("write", path))?);
    write(&mut out)?
        .and_then(|()| out.flush())
        .map_err(Failure::file("write", path))
}
