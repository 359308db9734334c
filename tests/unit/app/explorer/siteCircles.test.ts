import { expect, test } from "vitest";
import { flyMission, parseMission, referenceMission } from "#engine";
import type { OpenFlight } from "../../../../app/explorer/fleetStore.ts";
import { noCirclesBecause } from "../../../../app/explorer/siteCircleShells.ts";

const flown = flyMission(parseMission(referenceMission).mission!);
if ("issues" in flown) throw new Error("the reference mission must fly");
const shell = { name: "Dawn-dusk", designed: flown.analyticOf(0)! };
const flightOf = (...shells: object[]) => ({ shells }) as unknown as OpenFlight;
const sites = [{ name: "Quito", latitudeDeg: -0.2, longitudeDeg: -78.5, heightKm: 2.8 }];

test("circles are drawn where a mission has sites and a designed shell", () => {
  expect(noCirclesBecause({ flight: flightOf(shell), sites })).toBeUndefined();
  expect(noCirclesBecause({ flight: flightOf({ name: "Catalogue" }, shell), sites })).toBeUndefined();
});

test("what is missing is named: the sites, or a shell of one height", () => {
  expect(noCirclesBecause({ flight: flightOf(shell), sites: undefined })).toMatch(/names no sites/);
  expect(noCirclesBecause({ flight: flightOf(shell), sites: [] })).toMatch(/names no sites/);
  expect(noCirclesBecause({ flight: flightOf({ name: "Catalogue" }), sites })).toMatch(/at one height/);
  // Nothing is said before the fleet is there.
  expect(noCirclesBecause({ flight: undefined, sites })).toBeUndefined();
});
