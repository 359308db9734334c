import { useLayoutEffect, useMemo, useRef } from "react";
import { BoxGeometry, type InstancedMesh, Matrix4, Quaternion, Vector3 } from "three";
import { type Block, blocksOf, facesOf, PERSON_M, type Point, personAt, type Sizes } from "./blocks.ts";
import type { Paint } from "./paint.ts";

const matrix = new Matrix4();
const upright = new Quaternion();

/** All blocks of one part in one draw call. */
function Part({ blocks, children }: { blocks: readonly Block[]; children: React.ReactNode }) {
  const mesh = useRef<InstancedMesh>(null);
  const box = useMemo(() => new BoxGeometry(1, 1, 1), []);
  useLayoutEffect(() => {
    if (mesh.current === null) return;
    for (const [index, { centreM, sizeM }] of blocks.entries())
      mesh.current.setMatrixAt(index, matrix.compose(new Vector3(...centreM), upright, new Vector3(...sizeM)));
    mesh.current.instanceMatrix.needsUpdate = true;
    mesh.current.computeBoundingSphere();
  }, [blocks]);
  return (
    <instancedMesh key={blocks.length} ref={mesh} args={[box, undefined, blocks.length]}>
      {children}
    </instancedMesh>
  );
}

/** Limbs of the person, shares of the height: [x, y, z of the middle, radius, length of the straight part, turn about z]. */
const limbs: readonly (readonly [number, number, number, number, number, number])[] = [
  [0, 0.08, 0, 0.13, 0.2, 0],
  [-0.075, -0.28, 0, 0.065, 0.3, -0.06],
  [0.075, -0.28, 0, 0.065, 0.3, 0.06],
  [-0.2, 0.08, 0, 0.05, 0.26, -0.42],
  [0.2, 0.08, 0, 0.05, 0.26, 0.42],
];

/** Somebody in a suit, 1.75 m tall from boots to helmet. */
function Person({ at, paint }: { at: Point; paint: Paint }) {
  return (
    <group position={[...at]} scale={PERSON_M}>
      {limbs.map(([x, y, z, radius, length, turn]) => (
        <mesh key={`${x} ${y}`} position={[x, y, z]} rotation={[0, 0, turn]}>
          <capsuleGeometry args={[radius, length, 4, 12]} />
          <meshLambertMaterial color={paint.suit} />
        </mesh>
      ))}
      <mesh position={[0, 0.39, 0]}>
        <sphereGeometry args={[0.11, 16, 12]} />
        <meshLambertMaterial color={paint.suit} />
      </mesh>
      <mesh position={[0, 0.39, 0.035]} scale={[0.8, 0.7, 1]}>
        <sphereGeometry args={[0.095, 16, 12]} />
        <meshLambertMaterial color={paint.visor} />
      </mesh>
      <mesh position={[0, 0.12, -0.13]}>
        <boxGeometry args={[0.26, 0.32, 0.12]} />
        <meshLambertMaterial color={paint.suit} />
      </mesh>
    </group>
  );
}

/** The sized satellite, metres. `muted` for a design that stands by for comparison. */
export function Satellite({ sizes, paint, lit }: { sizes: Sizes; paint: Paint; lit: ReadonlySet<string> }) {
  const blocks = useMemo(() => blocksOf(sizes), [sizes]);
  const of = (part: Block["part"]) => blocks.filter((block) => block.part === part);
  const glow = (name: string) => (lit.has(name) ? paint.lit : paint.unlit);
  const cellFaces = facesOf.array.map((face) => paint[face]);
  const panelFaces = facesOf.radiator.map((face) => paint[face]);
  return (
    <group>
      <Part blocks={of("array")}>
        {cellFaces.map((face, index) => (
          <meshPhongMaterial
            // biome-ignore lint/suspicious/noArrayIndexKey: the six faces of a box, in three's order
            key={index}
            attach={`material-${index}`}
            {...face}
            emissive={glow("solarAreaM2")}
            specular={face === paint.cells ? paint.sheen : paint.unlit}
            shininess={14}
          />
        ))}
      </Part>
      <Part blocks={of("radiator")}>
        {panelFaces.map((face, index) => (
          <meshLambertMaterial
            // biome-ignore lint/suspicious/noArrayIndexKey: the six faces of a box, in three's order
            key={index}
            attach={`material-${index}`}
            {...face}
            emissive={lit.has("radiatorAreaM2") ? paint.lit : paint.warm}
          />
        ))}
      </Part>
      <Part blocks={of("body")}>
        <meshLambertMaterial color={paint.body} />
      </Part>
      {of("boom").length > 0 && (
        <Part blocks={of("boom")}>
          <meshLambertMaterial color={paint.rim.color} />
        </Part>
      )}
      {of("terminal").map(({ centreM, sizeM }) => (
        <group key={centreM.join()} position={[...centreM]}>
          <mesh>
            <sphereGeometry args={[sizeM[0] / 2, 16, 12]} />
            <meshLambertMaterial color={paint.terminal} />
          </mesh>
          <mesh
            position={[Math.sign(centreM[0]) * sizeM[0] * 0.36, 0, 0]}
            rotation={[0, 0, (-Math.sign(centreM[0]) * Math.PI) / 2]}
          >
            <cylinderGeometry args={[sizeM[0] * 0.3, sizeM[0] * 0.3, sizeM[0] * 0.35, 20]} />
            <meshLambertMaterial color={paint.lens} emissive={paint.lens} emissiveIntensity={0.5} />
          </mesh>
        </group>
      ))}
      <Person at={personAt(sizes)} paint={paint} />
    </group>
  );
}
