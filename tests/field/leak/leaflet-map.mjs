import L from "leaflet";
import "leaflet/dist/leaflet.css";

export const about = {
  runs: ["page"],
  packages: ["leaflet"],
  leaks: "the container is removed without map.remove(): handlers on window keep map, layers and container",
  cure: "map.remove()",
  right: [
    {
      line: /_leaflet_events of Window/,
      why: "leaflet sets the key of a removed handler to null and never deletes it: a key per handler stays in window._leaflet_events",
    },
  ],
  culprit: /listeners of .* on Window|_leaflet_events/,
  names: /_leaflet_events|listener.*Window/,
  cut: /_leaflet_events|resize|listener/,
};

export async function start(leaky) {
  return async () => {
    const view = document.createElement("div");
    view.style.cssText = "width:400px;height:300px";
    document.getElementById("stage").append(view);
    const map = L.map(view, { fadeAnimation: false, zoomAnimation: false });
    const ready = new Promise((resolve) => map.whenReady(resolve));
    map.setView([48.2, 16.37], 12);
    for (let at = 0; at < 25; at++)
      L.circleMarker([48.2 + at / 1000, 16.37])
        .bindPopup(`Stop ${at}`)
        .addTo(map);
    await ready;
    if (!leaky) map.remove();
    view.remove();
  };
}
