import { useEffect, useState } from "react";
import {
  ClampToEdgeWrapping,
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  NoColorSpace,
  RepeatWrapping,
  Texture,
} from "three";

export const blackTexture = new DataTexture(new Uint8Array([0, 0, 0, 255]), 1, 1);
blackTexture.needsUpdate = true;

const ANISOTROPY = 8;

/** A picture of the whole Earth, or undefined until it is decoded. One that cannot be read leaves the Earth as it was. */
export function useTexture(url: string): Texture | undefined {
  const [texture, setTexture] = useState<Texture>();
  useEffect(() => {
    let isWanted = true;
    const image = new Image();
    const made = new Texture(image);
    made.colorSpace = NoColorSpace;
    made.wrapS = RepeatWrapping;
    made.wrapT = ClampToEdgeWrapping;
    made.minFilter = LinearMipmapLinearFilter;
    made.magFilter = LinearFilter;
    made.anisotropy = ANISOTROPY;
    image.src = url;
    image.decode().then(
      () => {
        if (!isWanted) return;
        made.needsUpdate = true;
        setTexture(made);
      },
      () => console.warn(`${url}: the picture could not be decoded`),
    );
    return () => {
      isWanted = false;
      made.dispose();
    };
  }, [url]);
  return texture;
}
