//! Who allocated.

use crate::draw::{Drawing, Trace};

/// A place where something was allocated.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) id: u64,
    /// From the function that allocated to the root.
    pub(crate) functions: Vec<usize>,
    /// Count, size, objects still there, their bytes.
    pub(crate) figures: [u64; 4],
}

/// All of them, those of callers first.
pub(crate) fn sites(drawing: &Drawing, shallow: &[u64]) -> Vec<Site> {
    let mut sites = Vec::new();
    if let Some(root) = &drawing.traces {
        collect(drawing, shallow, root, &[], &mut sites);
    }
    sites
}

fn collect(
    drawing: &Drawing,
    shallow: &[u64],
    trace: &Trace,
    above: &[usize],
    sites: &mut Vec<Site>,
) {
    let functions = [&[trace.function], above].concat();
    let alive = drawing.nodes.iter().zip(shallow);
    let alive: Vec<u64> = alive
        .filter(|(node, _)| node.trace == trace.id)
        .map(|(_, size)| *size)
        .collect();
    if trace.count > 0 {
        let figures = [
            trace.count,
            trace.size,
            alive.len() as u64,
            alive.iter().sum(),
        ];
        let functions = functions.clone();
        sites.push(Site {
            id: trace.id,
            functions,
            figures,
        });
    }
    for child in &trace.children {
        collect(drawing, shallow, child, &functions, sites);
    }
}

/// Functions that allocated with their figures and whether they are called, the largest first.
pub(crate) fn tops(sites: &[Site]) -> Vec<(usize, [u64; 4], bool)> {
    let mut tops: Vec<(usize, [u64; 4], bool)> = grouped(sites, 0)
        .into_iter()
        .map(|(function, sites)| (function, sum(&sites), function != 0))
        .collect();
    tops.sort_by_key(|(function, figures, _)| (std::cmp::Reverse(figures[1]), *function));
    tops
}

/// The callers at the end of a path of functions with their figures and whether they are called, as first met.
pub(crate) fn callers(sites: &[Site], path: &[usize]) -> Vec<(usize, [u64; 4], bool)> {
    let below: Vec<Site> = sites
        .iter()
        .filter(|site| site.functions.starts_with(path))
        .cloned()
        .collect();
    let is_called = |sites: &[Site]| {
        sites
            .iter()
            .any(|site| site.functions.len() > path.len() + 1)
    };
    grouped(&below, path.len())
        .into_iter()
        .map(|(function, sites)| (function, sum(&sites), is_called(&sites)))
        .collect()
}

fn grouped(sites: &[Site], depth: usize) -> Vec<(usize, Vec<Site>)> {
    let mut groups: Vec<(usize, Vec<Site>)> = Vec::new();
    for site in sites {
        let Some(&function) = site.functions.get(depth) else {
            continue;
        };
        match groups.iter_mut().find(|(known, _)| *known == function) {
            Some((_, group)) => group.push(site.clone()),
            None => groups.push((function, vec![site.clone()])),
        }
    }
    groups
}

fn sum(sites: &[Site]) -> [u64; 4] {
    std::array::from_fn(|figure| sites.iter().map(|site| site.figures[figure]).sum())
}
