import { BoxGeometry, Mesh, MeshBasicMaterial, Scene } from "three";

export const about = {
  runs: ["page"],
  packages: ["three"],
  leaks: "each shot adds a mesh to the scene that nobody removes when it has flown out of sight",
  cure: "scene.remove() and dispose()",
  culprit: /children of Scene/,
  names: /children of Scene/,
  leaked: "Mesh",
  cut: /children/,
};

export async function start(leaky) {
  const scene = new Scene();
  Object.assign(globalThis.shop, { scene });
  return () => {
    for (let at = 0; at < 3; at++) {
      const shot = new Mesh(new BoxGeometry(1, 1, 1), new MeshBasicMaterial());
      scene.add(shot);
      shot.position.x = 1000;
      scene.updateMatrixWorld();
      if (leaky) continue;
      scene.remove(shot);
      shot.geometry.dispose();
      shot.material.dispose();
    }
  };
}
