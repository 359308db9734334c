import { describe, expect, test } from "vitest";
import { centralAngleDeg, lightTimeMs, longestLinkKm, slantRangeKm } from "../../engine/network/latency.ts";
import { circularOrbit } from "../../engine/orbit/circular.ts";
import { eclipseFraction, shadowlessBetaRad } from "../../engine/orbit/eclipse.ts";
import { sunSynchronousInclinationDeg } from "../../engine/orbit/sunSynchronous.ts";
import { radiatedFluxWPerM2 } from "../../engine/satellite/radiator.ts";
import { hasReference, readAuthority, readReference } from "./reference.ts";

/** Both sides are double precision of the same formula: a few rounding steps. */
const RELATIVE_TOLERANCE = 1e-12;
/** Year of the authority's sun-synchronous node, days. */
const AUTHORITY_YEAR_DAYS = 365.2422;

type Case = Record<string, number>;
type Figures = { geometry: Case[]; radiator: Case[] };
const own = readAuthority<Figures & { constants: { mu: number; re_km: number; j2: number; sigma: number } }>(
  "closed-forms.json",
);
const figures: Figures = hasReference ? readReference<Figures>("vectors/closed_form.json") : own;
const { mu, re_km: earthRadiusKm, j2, sigma } = own.constants;

/** Relative, but never tighter than rounding at the size of the angles and lengths that go in. */
function expectClose(got: number, expected: number, scale = Math.abs(expected)) {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(RELATIVE_TOLERANCE * Math.max(scale, Math.abs(expected)));
}

describe(`closed forms (${figures.geometry.length} orbits, ${figures.radiator.length} panels)`, () => {
  test("period, speed, node rate and sun-synchronous inclination", () => {
    for (const each of figures.geometry) {
      const altitudeKm = each["altitude_km"]!;
      const orbit = circularOrbit({
        radiusKm: earthRadiusKm + altitudeKm,
        inclinationDeg: each["inclination_deg"]!,
        earthRadiusKm,
        muKm3PerS2: mu,
        j2Ratio: j2,
      });
      expectClose(orbit.periodS, each["period_s"]!);
      expectClose(orbit.speedKmPerS, each["velocity_km_s"]!);
      expectClose(orbit.raanRateDegPerDay, each["raan_drift_deg_day"]!, 10);
      expectClose(
        sunSynchronousInclinationDeg({
          altitudeKm,
          muKm3PerS2: mu,
          earthRadiusKm,
          j2Ratio: j2,
          yearDays: AUTHORITY_YEAR_DAYS,
        })!,
        each["sso_inclination_deg"]!,
      );
    }
  });

  test("slant range, central angle and light time", () => {
    for (const each of figures.geometry) {
      const seen = { altitudeKm: each["altitude_km"]!, elevationDeg: each["elevation_deg"]!, earthRadiusKm };
      expectClose(slantRangeKm(seen), each["slant_range_km"]!, earthRadiusKm);
      expectClose(centralAngleDeg(seen), each["earth_central_angle_deg"]!, 90);
      expectClose(lightTimeMs(slantRangeKm(seen)), each["one_way_ms"]!, 25);
      expectClose(lightTimeMs(each["altitude_km"]!), each["zenith_one_way_ms"]!);
      expectClose(
        longestLinkKm({ altitudeKm: each["altitude_km"]!, grazingAltitudeKm: 80, earthRadiusKm }),
        each["isl_max_range_km_graze80"]!,
      );
    }
  });

  test("shadow by the cylinder", () => {
    for (const each of figures.geometry) {
      const radiusKm = earthRadiusKm + each["altitude_km"]!;
      expectClose(
        eclipseFraction({ radiusKm, betaRad: (each["beta_deg"]! * Math.PI) / 180, earthRadiusKm }),
        each["eclipse_fraction_cylinder"]!,
        1,
      );
      expectClose((shadowlessBetaRad({ radiusKm, earthRadiusKm }) * 180) / Math.PI, each["beta_no_eclipse_deg"]!);
    }
  });

  test("panel emission", () => {
    for (const each of figures.radiator) {
      const flux = radiatedFluxWPerM2({
        temperatureK: each["T_K"]!,
        emissivityFraction: each["emissivity"]!,
        sideCount: each["sides"]!,
        sinkK: each["T_sink_K"]!,
        stefanBoltzmann: sigma,
      });
      expectClose(flux, each["flux_w_m2_of_panel"]!);
    }
  });
});
