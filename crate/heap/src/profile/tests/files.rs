use super::*;

const NODE: &str = r#"{"head":{"callFrame":{"functionName":"(root)","scriptId":"0","url":"","lineNumber":-1,"columnNumber":-1},"selfSize":0,"id":1,"children":[
    {"callFrame":{"functionName":"","scriptId":"80","url":"node:internal/main/run_main_module","lineNumber":0,"columnNumber":0},"selfSize":528.5,"id":2,"children":[]},
    {"callFrame":{"functionName":"(V8 API)","scriptId":0,"url":"","lineNumber":-1,"columnNumber":-1},"selfSize":4096,"id":9,"children":[]}]},
    "samples":[{"size":4096,"nodeId":9,"ordinal":12},{"size":264.25,"nodeId":2,"ordinal":3},{"size":264.25,"nodeId":2,"ordinal":4}]}"#;

#[test]
fn a_file_of_v8_is_read_as_it_is() {
    let profile = read(NODE.as_bytes(), 7).unwrap();
    let Profile {
        frames,
        nodes,
        samples,
    } = profile;
    assert_eq!(nodes.parent, [u32::MAX, 0, 0]);
    assert_eq!(nodes.end, [3, 2, 3]);
    assert_eq!(nodes.frame, [0, 1, 2]);
    assert_eq!(nodes.id, [1, 2, 9]);
    assert_eq!(nodes.own, [0.0, 528.5, 4096.0]);
    assert_eq!(nodes.total, [4624.5, 528.5, 4096.0]);
    assert_eq!(frames.label(0), b"(root)");
    assert_eq!((frames.get(0).line, frames.get(0).column), (0, 0));
    assert_eq!(
        (frames.name(1), frames.label(1)),
        (&b""[..], &b"(anonymous)"[..])
    );
    assert_eq!(frames.url(1), b"node:internal/main/run_main_module");
    assert_eq!((frames.get(1).line, frames.get(1).column), (1, 1));
    assert_eq!(
        (frames.script(1), frames.script(2)),
        (&b"80"[..], &b"0"[..])
    );
    let samples = samples.unwrap();
    assert_eq!(samples.node, [2, 1, 1]);
    assert_eq!(samples.size, [4096.0, 264.25, 264.25]);
    assert_eq!(samples.ordinal, [12, 3, 4]);
    assert_eq!(samples.per_node, [0, 2, 1]);
}

#[test]
fn any_chunks_give_the_same_profile() {
    let mut chance = Chance(5);
    let tree = chance.tree(&mut 40);
    let file = chance.file(&tree);
    let whole = read(file.as_bytes(), file.len()).unwrap();
    for size in 1..200 {
        assert_eq!(
            read(file.as_bytes(), size).unwrap(),
            whole,
            "in chunks of {size}"
        );
    }
}

#[test]
fn columns_are_those_of_the_twin() {
    for (tree, profile) in trees() {
        let (nodes, frames) = (&profile.nodes, &profile.frames);
        let stacks = tree.stacks();
        assert_eq!(nodes.len(), stacks.len());
        let samples = profile.samples.as_ref().unwrap();
        for (index, stack) in stacks.iter().enumerate() {
            let twin = stack[stack.len() - 1];
            let frame = nodes.frame[index];
            assert_eq!(nodes.own[index], twin.own);
            assert_eq!(nodes.total[index], twin.total());
            assert_eq!(nodes.end[index] as usize, index + twin.stacks().len());
            assert_eq!(samples.per_node[index], u32::from(twin.own > 0.0));
            assert_eq!(frames.name(frame), twin.name.as_bytes());
            assert_eq!(frames.url(frame), twin.url.as_bytes());
            assert_eq!(frames.get(frame).line as i32, twin.line + 1);
            assert_eq!(frames.get(frame).column, 5);
            assert_eq!(profile.stack(index as u32).len(), stack.len());
        }
    }
}

#[test]
fn equal_frames_are_one_and_equal_ids_are_tolerated() {
    let text = r#"{"samples":[{"nodeId":3}],"head":{"id":3,"callFrame":{"functionName":"f"},"children":[
        {"id":3,"callFrame":{"functionName":"f"}},{"callFrame":{"functionName":"f","scriptId":"1"}}]}}"#;
    let profile = read(text.as_bytes(), 9).unwrap();
    assert_eq!(profile.frames.len(), 2);
    assert_eq!(profile.nodes.id, [3, 3, u64::MAX]);
    assert_eq!(profile.samples.unwrap().node, [0]);
}

#[test]
fn a_sample_may_be_younger_than_the_tree() {
    // As `node --heap-prof` writes: V8 lists the samples after it made the tree's texts, which are sampled, too.
    let text = r#"{"head":{"id":1,"callFrame":{}},"samples":[{"nodeId":2,"size":8},{"nodeId":1}]}"#;
    let samples = read(text.as_bytes(), 9).unwrap().samples.unwrap();
    assert_eq!(samples.node, [u32::MAX, 0]);
    assert_eq!(samples.per_node, [1]);
}

#[test]
fn progress_is_in_bytes() {
    let mut reader = Reader::new();
    reader.feed(&NODE.as_bytes()[..100]).unwrap();
    assert_eq!(reader.bytes_read(), 100);
}
