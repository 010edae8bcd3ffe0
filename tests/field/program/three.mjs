import { BoxGeometry, Mesh, MeshNormalMaterial, PerspectiveCamera, Scene, WebGLRenderer } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";

export const about = { runs: ["page"], packages: ["three"] };

/** One renderer, a scene for each turn. */
export async function start() {
  const renderer = new WebGLRenderer();
  renderer.setSize(200, 150);
  document.getElementById("root").append(renderer.domElement);
  const camera = new PerspectiveCamera(70, 4 / 3, 0.1, 100);
  camera.position.z = 5;
  return () => {
    const scene = new Scene();
    const controls = new OrbitControls(camera, renderer.domElement);
    const meshes = Array.from({ length: 20 }, () => new Mesh(new BoxGeometry(), new MeshNormalMaterial()));
    for (const mesh of meshes) scene.add(mesh);
    controls.update();
    renderer.render(scene, camera);
    for (const mesh of meshes) {
      scene.remove(mesh);
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    controls.dispose();
  };
}
