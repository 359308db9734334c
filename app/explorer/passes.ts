/**
 * Two pictures, one over the other: far things, then, with the depth emptied, near ones. A canvas keeps 24 bits of whole-number depth, where
 * reversing gains nothing; so from half a metre to the stars takes two ranges, and both meet in one plane.
 */
import type { Object3D, PerspectiveCamera, Scene, WebGLRenderer } from "three";
import { KM_PER_UNIT } from "./scale.ts";

const FAR_LAYER = 0;
const NEAR_LAYER = 1;

export const passes = {
  /** Reaches over the plane where the pictures meet: each draws its part. */
  inBoth(object: Object3D): void {
    object.layers.enable(NEAR_LAYER);
  },
  inNear(object: Object3D): void {
    object.layers.set(NEAR_LAYER);
  },
  /** The camera's own range is the far picture's. */
  draw({
    renderer,
    scene,
    camera,
    near,
  }: {
    renderer: WebGLRenderer;
    scene: Scene;
    camera: PerspectiveCamera;
    /** Where the near picture begins, km; undefined when nothing is near. */
    near: { readonly fromKm: number } | undefined;
  }): void {
    camera.layers.set(FAR_LAYER);
    renderer.autoClear = true;
    renderer.render(scene, camera);
    if (near === undefined) return;
    const range = { near: camera.near, far: camera.far };
    camera.far = range.near;
    camera.near = near.fromKm / KM_PER_UNIT;
    camera.updateProjectionMatrix();
    camera.layers.set(NEAR_LAYER);
    renderer.autoClear = false;
    renderer.clearDepth();
    renderer.render(scene, camera);
    renderer.autoClear = true;
    camera.layers.set(FAR_LAYER);
    Object.assign(camera, range);
    camera.updateProjectionMatrix();
  },
};
