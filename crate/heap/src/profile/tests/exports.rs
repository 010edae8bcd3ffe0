use super::*;
use serde_json::Value;

#[test]
fn speedscope_holds_every_stack_with_its_own_bytes() {
    for (tree, profile) in trees() {
        let mut out = Vec::new();
        profile.write_speedscope("a \"name\"", &mut out).unwrap();
        let file: Value = serde_json::from_slice(&out).unwrap();
        let frames = file["shared"]["frames"].as_array().unwrap();
        let written = &file["profiles"][0];
        assert_eq!(written["name"], "a \"name\"");
        let (mut at, mut stack, mut stacks) = (0.0, Vec::<usize>::new(), Vec::new());
        for event in written["events"].as_array().unwrap() {
            let now = event["at"].as_f64().unwrap();
            if let (Some(last), true) = (stacks.last_mut(), now > at) {
                let (_, own): &mut (Vec<usize>, f64) = last;
                *own += now - at;
            }
            at = now;
            let frame = event["frame"].as_u64().unwrap() as usize;
            if event["type"] == "O" {
                stack.push(frame);
                stacks.push((stack.clone(), 0.0));
            } else {
                assert_eq!(stack.pop(), Some(frame));
            }
        }
        assert!(stack.is_empty());
        assert_eq!(written["endValue"].as_f64(), Some(tree.total()));
        let read_back = stacks.into_iter().map(|(stack, own)| {
            let name = |&frame: &usize| frames[frame]["name"].as_str().unwrap().to_owned();
            (stack.iter().map(name).collect::<Vec<_>>(), own)
        });
        let expected = tree.stacks().into_iter().filter_map(|stack| {
            let node = stack[stack.len() - 1];
            (stack.len() == 1 || node.total() > 0.0)
                .then(|| (stack.iter().map(|node| node.label()).collect(), node.own))
        });
        assert!(read_back.eq(expected));
    }
}

#[test]
fn speedscope_reads_like_this() {
    let text = br#"{"head":{"callFrame":{"functionName":"(root)","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1},
        "children":[{"selfSize":1.5,"callFrame":{"functionName":"\ud83d","scriptId":"1","url":"a.js","lineNumber":0,"columnNumber":9}}]}}"#;
    let mut out = Vec::new();
    let profile = read(text, 1000).unwrap();
    profile.write_speedscope("p", &mut out).unwrap();
    expect_test::expect![[r#"{"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"Leak Lab","shared":{"frames":[{"name":"(root)"},{"name":"\ud83d","file":"a.js","line":1,"col":10}]},"profiles":[{"type":"evented","unit":"bytes","name":"p","startValue":0,"events":[{"type":"O","at":0,"frame":0},{"type":"O","at":0,"frame":1},{"type":"C","at":1.5,"frame":1},{"type":"C","at":1.5,"frame":0}],"endValue":1.5}]}"#]]
        .assert_eq(&String::from_utf8(out).unwrap());
}

#[test]
fn collapsed_lines_are_those_of_the_twin() {
    for (tree, profile) in trees() {
        let mut out = Vec::new();
        profile.write_collapsed(&mut out).unwrap();
        let lines = tree.stacks().into_iter().filter_map(|stack| {
            let own = stack[stack.len() - 1].own.round();
            let names: Vec<String> = stack
                .iter()
                .map(|node| node.label().replace(';', ":").replace('\n', " "))
                .collect();
            (own > 0.0).then(|| format!("{} {own}\n", names.join(";")))
        });
        assert_eq!(String::from_utf8(out).unwrap(), lines.collect::<String>());
    }
}
