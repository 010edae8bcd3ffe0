import L from "leaflet";
import "leaflet/dist/leaflet.css";

export const about = {
  runs: ["page"],
  packages: ["leaflet"],
  right: [
    {
      line: /_leaflet_events of Window/,
      why: "leaflet sets the key of a removed handler to null and never deletes it: a key per handler stays in window._leaflet_events",
    },
  ],
};

export async function start() {
  return async () => {
    const view = document.getElementById("root").appendChild(document.createElement("div"));
    view.style.cssText = "width:400px;height:300px";
    const map = L.map(view, { fadeAnimation: false, zoomAnimation: false });
    const ready = new Promise((resolve) => map.whenReady(resolve));
    map.setView([48.2, 16.37], 12);
    const markers = L.layerGroup(Array.from({ length: 30 }, (_, at) => L.circleMarker([48.2 + at / 900, 16.37]))).addTo(
      map,
    );
    await ready;
    markers.getLayers()[3].bindPopup("here").openPopup().closePopup();
    map.panBy([20, 20], { animate: false });
    map.remove();
    view.remove();
  };
}
