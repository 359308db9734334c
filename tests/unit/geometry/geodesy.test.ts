import { describe, expect, test } from "vitest";
import { ecefToGeodetic, geodeticToEcef, zenithEcefUnit } from "../../../engine/geometry/geodesy.ts";
import { norm } from "../../../engine/geometry/vectors.ts";

describe("WGS 84", () => {
  test("the equator is 6378.137 km out and the pole 6356.752314 km", () => {
    expect(norm(geodeticToEcef({ latitudeDeg: 0, longitudeDeg: 77, heightKm: 0 }))).toBeCloseTo(6378.137, 9);
    expect(geodeticToEcef({ latitudeDeg: 90, longitudeDeg: 0, heightKm: 0 })[2]).toBeCloseTo(6356.752314245, 8);
  });

  test("there and back, from the sea floor to beyond the geostationary ring", () => {
    for (const latitudeDeg of [-90, -89.9999, -45, -1e-7, 0, 30, 60, 89.99, 90])
      for (const heightKm of [-0.5, 0, 550, 36000]) {
        const back = ecefToGeodetic(geodeticToEcef({ latitudeDeg, longitudeDeg: -120, heightKm }));
        expect(Math.abs(back.latitudeDeg - latitudeDeg)).toBeLessThan(1e-11);
        expect(Math.abs(back.heightKm - heightKm)).toBeLessThan(1e-9);
        if (Math.abs(latitudeDeg) < 90) expect(Math.abs(back.longitudeDeg + 120)).toBeLessThan(1e-11);
      }
  });

  test("up is the way that height grows", () => {
    const place = { latitudeDeg: 51.5, longitudeDeg: 12 };
    const low = geodeticToEcef({ ...place, heightKm: 0 });
    const high = geodeticToEcef({ ...place, heightKm: 1 });
    zenithEcefUnit(place).forEach((value, axis) => {
      expect(value).toBeCloseTo(high[axis]! - low[axis]!, 10);
    });
  });
});
