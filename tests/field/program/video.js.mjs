import videojs from "video.js";

export const about = {
  runs: ["page"],
  packages: ["video.js"],
  right: [{ line: /players of videojs/, why: "dispose() sets videojs.players[id] to null and leaves the key" }],
};

export async function start() {
  return async () => {
    const view = document.getElementById("root").appendChild(document.createElement("video"));
    view.className = "video-js";
    const player = await new Promise((resolve) => {
      videojs(view, { controls: true, width: 400, height: 225 }, function ready() {
        resolve(this);
      });
    });
    player.volume(0.5);
    player.userActive(true);
    player.dispose();
  };
}
