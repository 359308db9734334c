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

/** Decoded pictures, kept: a new canvas has them at once. */
const images = new Map<string, Promise<HTMLImageElement>>();

function readImage(url: string): Promise<HTMLImageElement> {
  let reading = images.get(url);
  if (reading === undefined) {
    const image = new Image();
    image.src = url;
    reading = image.decode().then(() => image);
    images.set(url, reading);
  }
  return reading;
}

function makeTexture(image: HTMLImageElement): Texture {
  const texture = new Texture(image);
  texture.colorSpace = NoColorSpace;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = ClampToEdgeWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = ANISOTROPY;
  texture.needsUpdate = true;
  return texture;
}

/** A picture of the whole Earth, or undefined until it is decoded. One that cannot be read leaves the Earth as it was. */
export function useTexture(url: string): Texture | undefined {
  const [texture, setTexture] = useState<Texture>();
  useEffect(() => {
    let isWanted = true;
    readImage(url).then(
      (image) => isWanted && setTexture(makeTexture(image)),
      () => {
        images.delete(url);
        console.warn(`${url}: the picture could not be decoded`);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [url]);
  useEffect(() => () => texture?.dispose(), [texture]);
  return texture;
}
