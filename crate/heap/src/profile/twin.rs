//! The simple way to everything: a tree of boxes, recursion, and all lists built in full. For the tests.

use std::collections::{BTreeMap, BTreeSet};

/// A node and all below it.
#[derive(Clone, Debug, Default)]
pub(super) struct Twin {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) line: i32,
    pub(super) own: f64,
    pub(super) children: Vec<Twin>,
}

/// What tells functions apart.
pub(super) type Function = (String, String, i32);

impl Twin {
    pub(super) fn function(&self) -> Function {
        (self.name.clone(), self.url.clone(), self.line)
    }

    pub(super) fn label(&self) -> String {
        match &self.name[..] {
            "" => "(anonymous)".into(),
            name => name.into(),
        }
    }

    pub(super) fn total(&self) -> f64 {
        self.own + self.children.iter().map(Twin::total).sum::<f64>()
    }

    /// Nodes in preorder, each with the stack of its callers.
    pub(super) fn stacks(&self) -> Vec<Vec<&Twin>> {
        let mut all = vec![vec![self]];
        for child in &self.children {
            for stack in child.stacks() {
                all.push([vec![self], stack].concat());
            }
        }
        all
    }

    /// Own and total size and number of nodes per group, the head left out.
    pub(super) fn sums<K: Ord>(&self, key: impl Fn(&Twin) -> K) -> BTreeMap<K, (f64, f64, u32)> {
        let stacks = self.stacks();
        let keys: BTreeSet<K> = stacks[1..]
            .iter()
            .map(|stack| key(stack[stack.len() - 1]))
            .collect();
        let sums = |wanted: &K| {
            let mut sums = (0.0, 0.0, 0);
            for stack in &stacks[1..] {
                let (node, callers) = stack.split_last().unwrap();
                if key(node) != *wanted {
                    continue;
                }
                sums.0 += node.own;
                sums.2 += 1;
                if callers[1..].iter().all(|caller| key(caller) != *wanted) {
                    sums.1 += node.total();
                }
            }
            sums
        };
        let rows = keys.into_iter().map(|key| {
            let sums = sums(&key);
            (key, sums)
        });
        rows.filter(|(_, sums)| sums.1 > 0.0).collect()
    }
}

/// A small source of chance, the same each time.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u64 + 1) as usize);
        }
    }

    /// A tree of up to `room` nodes more. Names repeat, so there is recursion; sizes are quarters, so sums are exact.
    pub(super) fn tree(&mut self, room: &mut u64) -> Twin {
        let names = ["", "a", "b;c", "\u{e9}\n", "\u{1F600}", "(GC)"];
        let name = names[self.below(6) as usize];
        let script = self.below(3);
        let own = [0, 0, self.below(4000), self.below(3)][self.below(4) as usize];
        let mut node = Twin {
            name: name.into(),
            url: ["", "x.js", "http://y/z.js"][script as usize].into(),
            line: self.below(3) as i32 - 1,
            own: own as f64 / 4.0,
            children: Vec::new(),
        };
        while *room > 0 && self.below(5) < 3 {
            *room -= 1;
            node.children.push(self.tree(room));
        }
        node
    }

    /// The file: members in any order, unknown ones between them, and a sample for each node of some bytes.
    pub(super) fn file(&mut self, tree: &Twin) -> String {
        let mut samples = Vec::new();
        let mut ids = 0;
        let head = self.node(tree, &mut ids, &mut samples);
        let samples = samples.join(",");
        self.object(vec![
            format!(r#""head":{head}"#),
            format!(r#""samples":[{samples}]"#),
            r#""startTime":1.5"#.into(),
        ])
    }

    fn node(&mut self, node: &Twin, ids: &mut u64, samples: &mut Vec<String>) -> String {
        *ids += 1;
        let id = *ids;
        if node.own > 0.0 {
            samples.push(self.object(vec![
                format!(r#""size":{}"#, node.own),
                format!(r#""nodeId":{id}"#),
                format!(r#""ordinal":{}"#, id * 7),
            ]));
        }
        let children: Vec<String> = node
            .children
            .iter()
            .map(|child| self.node(child, ids, samples))
            .collect();
        let name = serde_json::to_string(&node.name).unwrap();
        let quote = ["", "\""][self.below(2) as usize];
        let frame = self.object(vec![
            format!(r#""functionName":{name}"#),
            format!(r#""scriptId":{quote}7{quote}"#),
            format!(r#""url":"{}""#, node.url),
            format!(r#""lineNumber":{}"#, node.line),
            r#""columnNumber":4"#.into(),
        ]);
        let mut members = vec![
            format!(r#""callFrame":{frame}"#),
            format!(r#""id":{id}"#),
            format!(r#""children":[{}]"#, children.join(" , ")),
        ];
        if node.own > 0.0 || self.below(2) == 0 {
            members.push(format!(r#""selfSize":{}"#, node.own));
        }
        self.object(members)
    }

    fn object(&mut self, mut members: Vec<String>) -> String {
        if self.below(3) == 0 {
            members.push(r#""other": [{"head":{"id":1}},"\ud83d",null] "#.into());
        }
        self.shuffle(&mut members);
        format!("{{{}}}", members.join(","))
    }
}
