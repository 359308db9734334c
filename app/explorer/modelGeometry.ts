/** The close-up's blocks as one geometry, metres in the satellite's own axes, so that every near satellite is drawn at once. */
import { BoxGeometry, type BufferGeometry, CylinderGeometry, Float32BufferAttribute, SphereGeometry } from "three";
import { mergeGeometries } from "three/addons/utils/BufferGeometryUtils.js";
import { type Block, blocksOf, facesOf, type Sizes } from "../closeup/blocks.ts";

/** What a surface is made of, in the order of the shader's colours. */
export const materialNames = ["cells", "film", "edge", "panel", "rim", "body", "terminal", "lens"] as const;
export type MaterialName = (typeof materialNames)[number];

const FACE_COUNT = 6;
const VERTICES_PER_FACE = 4;

/** Gives every vertex the number of its material. */
function paint(geometry: BufferGeometry, materialOf: (vertex: number) => MaterialName): BufferGeometry {
  const { count } = geometry.getAttribute("position");
  const kinds = Float32Array.from({ length: count }, (_, vertex) => materialNames.indexOf(materialOf(vertex)));
  geometry.deleteAttribute("uv");
  return geometry.setAttribute("material", new Float32BufferAttribute(kinds, 1));
}

function facesOfBlock(part: Block["part"]): readonly MaterialName[] {
  if (part === "array" || part === "radiator") return facesOf[part];
  return Array.from({ length: FACE_COUNT }, () => (part === "boom" ? "rim" : "body"));
}

/** A terminal looks along the span: a ball with its lens. */
function terminalOf({ centreM: [x, y, z], sizeM: [sizeM] }: Block): BufferGeometry[] {
  const side = Math.sign(x);
  const ball = new SphereGeometry(sizeM / 2, 16, 12);
  const lens = new CylinderGeometry(sizeM * 0.3, sizeM * 0.3, sizeM * 0.35, 20).rotateZ((-side * Math.PI) / 2);
  lens.translate(side * sizeM * 0.36, 0, 0);
  return [paint(ball, () => "terminal"), paint(lens, () => "lens")].map((each) => each.translate(x, y, z));
}

export function modelGeometryOf(sizes: Sizes): BufferGeometry {
  const parts = blocksOf(sizes).flatMap((block) => {
    if (block.part === "terminal") return terminalOf(block);
    const faces = facesOfBlock(block.part);
    const box = paint(new BoxGeometry(...block.sizeM), (vertex) => faces[Math.floor(vertex / VERTICES_PER_FACE)]!);
    return [box.translate(...block.centreM)];
  });
  const merged = mergeGeometries(parts);
  for (const part of parts) part.dispose();
  return merged;
}
