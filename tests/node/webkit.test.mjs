// The Snapshots room in WebKitGTK.
import { test } from "node:test";
import { goThrough } from "./browser/snapshots-room.mjs";
import { inWebKit, skip } from "./browser/webkit.mjs";

test("in WebKitGTK files are opened, looked at and closed", { skip }, () => inWebKit(goThrough));
