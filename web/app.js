import { Address } from "./shell/address.js";
import { Notices } from "./shell/notices.js";
import { Options } from "./shell/options.js";
import { Rooms } from "./shell/rooms.js";
import { skipButton } from "./shell/skip.js";
import { themeButton } from "./shell/theme.js";
import { ignored, split, wordsOf } from "./shell/words.js";
import { find } from "./ui/find.js";

/** @import { Shell } from "./shell/room.js" */
/** @import { Name } from "./shell/rooms.js" */

const notices = new Notices();
const options = new Options(
  async () => (await rooms.present?.options()) ?? [],
  (notice) => notices.show(notice),
);
const address = new Address(() => rooms.present?.address() ?? null);
/** @type {Shell} */
const shell = {
  notify: (notice) => notices.show(notice),
  changed: () => {
    address.changed();
    tell();
  },
  help: () => options.open(),
  open: (files) => void open(files),
  readings: () => rooms.entered.get("lab")?.sampler ?? null,
};
const rooms = new Rooms(find("main", HTMLElement), shell);
/** Counts addresses: one that was left while its room was loading is not followed any more. */
let followed = 0;

const header = find("header.top", HTMLElement);
header.prepend(skipButton(rooms.main));
header.append(options.root, themeButton());
document.body.append(notices.root);
window.addEventListener("hashchange", () => follow(false));
void follow(new URLSearchParams(location.search).has("h"));

/** Goes where the address leads. @param {boolean} help whether the options sheet is asked for */
async function follow(help) {
  followed += 1;
  const turn = followed;
  const { words, beyond } = wordsOf(location.hash);
  const name = Rooms.named(split(words[0] ?? "").name);
  // Back to a room that has been left: it shows what it has come to meanwhile, not what it was then.
  const back = address.isOwn && name !== rooms.wanted && rooms.entered.has(name);
  const room = await rooms.go(name);
  tell();
  if (!room || turn !== followed) {
    return;
  }
  const { sentences, more = 0 } = back ? { sentences: [] } : room.follow(words.filter((word) => word !== "help"));
  address.write();
  tell();
  if (help || words.includes("help")) {
    options.open();
  }
  if (sentences.length > 0 || (beyond > 0 && !back)) {
    shell.notify({
      code: "page.words-ignored",
      message: ignored(sentences, more + beyond),
      advice: "Press Options for all words.",
    });
  }
}

/** @param {File[]} files */
async function open(files) {
  location.hash = "#snapshots";
  await rooms.go("snapshots");
  rooms.entered.get("snapshots")?.take?.(files);
}

/** The window is called after what is on show, and the header's links lead to what each room shows now: going back to one changes nothing in it. */
function tell() {
  const title = rooms.present?.title() ?? document.title;
  if (title !== document.title) document.title = title;
  for (const anchor of header.querySelectorAll("a")) {
    const name = /** @type {Name} */ (anchor.dataset.room);
    const hash = rooms.entered.get(name)?.address();
    if (hash !== undefined) {
      anchor.setAttribute("href", `#${hash || name}`);
    }
    if (name === rooms.wanted) {
      anchor.setAttribute("aria-current", "page");
    } else {
      anchor.removeAttribute("aria-current");
    }
  }
}
