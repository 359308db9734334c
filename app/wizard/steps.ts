import type { WizardStep } from "../state/view.ts";

/** One input: its glossary name and where it stands in the document. `#` stands for the shell that is being edited. */
export type InputPlace = { readonly name: string; readonly path: string };
export type StepPlan = {
  readonly id: WizardStep;
  readonly title: string;
  readonly question: string;
  /** What a person decides here. */
  readonly inputs: readonly InputPlace[];
  /** What is assumed unless a mission says otherwise; folded. */
  readonly assumed: readonly InputPlace[];
};

const at = (section: string, ...names: string[]) => names.map((name) => ({ name, path: `${section}.${name}` }));

/** The wizard's order: which inputs stand in which step. Labels, units, limits and hints are the glossary's. */
export const stepPlans: readonly StepPlan[] = [
  {
    id: "preset",
    title: "Begin",
    question: "What do you begin with?",
    inputs: [],
    assumed: [],
  },
  {
    id: "load",
    title: "Load",
    question: "What computes, and how much power does it draw?",
    inputs: [
      ...at("satellite", "rack", "chipCount", "peakPowerW", "sustainedPowerW"),
      ...at("workload", "model", "contextTokens"),
    ],
    assumed: at("assumptions", "rackMassKg", "transientRatio", "busPowerW", "pumpPowerFraction", "achievedFraction"),
  },
  {
    id: "power",
    title: "Power",
    question: "How much array carries the load, and for how long?",
    inputs: at(
      "satellite",
      "solarFluxFrom",
      "solarFluxWPerM2",
      "wingspanM",
      "announcedSolarAreaM2",
      "eclipseMode",
      "announcedBatteryEnergyWh",
    ),
    assumed: at(
      "assumptions",
      "lifeYears",
      "arrayYearlyAgeingFraction",
      "arrayToBusEfficiencyFraction",
      "busToLoadEfficiencyFraction",
      "storageEfficiencyFraction",
      "dischargeFraction",
      "dischargeEfficiencyFraction",
      "batteryYearlyFadeFraction",
      "throttleFraction",
      "sleepFraction",
      "cellEfficiencyFraction",
      "packingFraction",
      "cellTemperaturePerK",
      "arrayPointingDeg",
      "wiringEfficiencyFraction",
    ),
  },
  {
    id: "heat",
    title: "Heat",
    question: "All of that power ends as heat. Where does it go?",
    inputs: at("satellite", "radiatorFluxWPerM2", "coolant"),
    assumed: at(
      "assumptions",
      "radiatorEmissivityFraction",
      "earthInfraredWPerM2",
      "coolantLimitK",
      "memoryLimitK",
      "radiatorNadirDeg",
      "radiatorAbsorptivityFraction",
      "albedoFraction",
      "radiatorPointingDeg",
      "lostLoopFraction",
      "finEfficiencyFraction",
      "coolantRiseK",
      "coolantPressurePa",
      "pumpEfficiencyFraction",
      "filmDropK",
      "chipResistanceKPerW",
    ),
  },
  {
    id: "orbit",
    title: "Orbit",
    question: "Which shell, and how long is its shadow?",
    inputs: at(
      "shells[#]",
      "altitudeKm",
      "inclinationDeg",
      "ltanH",
      "ltanSpreadH",
      "raanSpreadDeg",
      "planeCount",
      "satellitesPerPlaneCount",
      "phasingCount",
    ),
    assumed: at(
      "assumptions",
      "bodyDragAreaM2",
      "dragCoefficientRatio",
      "disposalLimitYears",
      "insertionAltitudeKm",
      "avoidanceDeltaVMPerSPerYear",
      "disposalAltitudeKm",
      "deltaVMarginFraction",
      "shieldingM",
      "doseLimitGy",
      "upsetDoseGy",
    ),
  },
  {
    id: "network",
    title: "Network",
    question: "Which lasers join the fleet, and what do they carry?",
    inputs: [
      ...at("links", "topology", "terminalCount"),
      ...at("assumptions", "laserPowerW", "laserApertureM"),
      ...at("links", "photonsPerBitCount", "channelCount", "channelRateBps", "hopDelayMs", "rangeKm"),
      ...at("links", "seamLimitDeg", "slewLimitDegPerS", "sunExclusionDeg"),
    ],
    assumed: [
      ...at("links", "grazingAltitudeKm", "minElevationDeg", "groundRangeKm", "leastLinkRateBps"),
      ...at(
        "assumptions",
        "laserWavelengthM",
        "laserLossRatio",
        "laserPointingRad",
        "announcedLinkRateBps",
        "acquisitionS",
        "acquisitionsPerDayCount",
        "cableStretchRatio",
        "tokenBytes",
        "relayLaserBps",
        "handoverTerminalCount",
        "gatewayBeamBps",
        "gatewayBeamCount",
        "userBeamBps",
        "userBeamCount",
        "placeBeamCount",
        "laserSiteBps",
        "siteClearFraction",
        "lostLaserFraction",
      ),
    ],
  },
  {
    id: "mass",
    title: "Mass",
    question: "What does it weigh, part by part?",
    inputs: at(
      "assumptions",
      "arrayArealMassKgPerM2",
      "radiatorArealMassKgPerM2",
      "batterySpecificEnergyWhPerKg",
      "structureFraction",
    ),
    assumed: at(
      "assumptions",
      "laserTerminalCount",
      "laserTerminalMassKg",
      "propulsionMassKg",
      "avionicsMassKg",
      "deltaVMPerS",
      "specificImpulseS",
      "announcedSpecificPowerWPerKg",
      "bodyWidthM",
      "bodyHeightM",
      "bodyVolumeM3",
      "deployedHeightM",
      "stowedArrayWPerM3",
      "stowedLeafM",
    ),
  },
  {
    id: "closure",
    title: "Closure",
    question: "Does it close, and what does a token cost?",
    inputs: [...at("campaign", "vehicle"), ...at("economics", "launchUsdPerKg", "rackUsd", "satelliteUsdPerW")],
    assumed: [
      ...at("assumptions", "payloadMassKg", "payloadVolumeM3", "packingVolumeFraction"),
      ...at("economics", "discountFraction", "operationsFraction"),
    ],
  },
];

/** The step that edits a document path, or undefined for a path that no step has. */
export function stepOf(path: string): StepPlan | undefined {
  const general = path.replace(/\[\d+\]/, "[#]");
  return stepPlans.find(({ id, inputs, assumed }) =>
    [
      ...inputs,
      ...assumed,
      ...(id === "load" ? customRackPlaces : []),
      ...(id === "network" ? trafficPlaces : []),
    ].some((place) => place.path === general),
  );
}

/** Places, sites and demands: as many as the document names. */
const trafficPlaces = [
  ...at("places[#]", "name", "latitudeDeg", "longitudeDeg"),
  ...at("sites[#]", "name", "latitudeDeg", "longitudeDeg", "heightKm", "kind", "capacityBps", "clearFraction"),
  ...at("demands[#]", "from", "to", "rateBps"),
];

const cellNames = [
  "cellEfficiencyFraction",
  "packingFraction",
  "cellTemperaturePerK",
  "arrayPointingDeg",
  "wiringEfficiencyFraction",
];

const customRackPlaces = at(
  "satellite.customRack",
  "chipCount",
  "fp4Flops",
  "fp8Flops",
  "bf16Flops",
  "hbmBytes",
  "hbmBytesPerS",
  "scaleUpBytesPerS",
  "rackSustainedPowerW",
  "rackPeakPowerW",
);

/**
 * The fields of a step as a mission needs them: power from cells asks for the cells in place of an announced figure, a custom rack for its own
 * figures; what it leaves out is the GB300 NVL72's.
 */
export function placesOf(
  plan: StepPlan,
  { fromCells, isCustom }: { fromCells: boolean; isCustom: boolean },
): Pick<StepPlan, "inputs" | "assumed"> {
  if (plan.id === "load" && isCustom) {
    const [rack, ...others] = plan.inputs;
    return {
      inputs: [rack!, ...customRackPlaces, ...others.filter(({ name }) => name !== "chipCount")],
      assumed: plan.assumed,
    };
  }
  if (!fromCells || plan.id !== "power") return plan;
  const isCell = ({ name }: InputPlace) => cellNames.includes(name);
  return {
    inputs: plan.inputs.flatMap((place) => (place.name === "solarFluxWPerM2" ? plan.assumed.filter(isCell) : [place])),
    assumed: plan.assumed.filter((place) => !isCell(place)),
  };
}

/** The step whose fields mend a finding; one that is not named here is told at the closure alone. */
export const findingSteps: Readonly<Record<string, WizardStep>> = {
  "load-order": "load",
  "rack-power": "load",
  "rack-idle": "load",
  "workload-fit": "load",
  "peak-margin": "power",
  "season-power": "power",
  "eclipse-battery": "power",
  "battery-fade": "power",
  "coolant-limit": "heat",
  "memory-limit": "heat",
  "radiator-reading": "heat",
  "radiator-shape": "heat",
  "laser-rate": "network",
  "laser-range": "network",
  "laser-terminals": "network",
  "hop-delay": "network",
  "gateway-capacity": "network",
  "network-headroom": "network",
  "cloud-correlation": "network",
  "coincident-planes": "orbit",
  "shell-separation": "orbit",
  "shared-altitude": "orbit",
  "disposal-rule": "orbit",
  "dose-limit": "orbit",
  "dose-extrapolated": "orbit",
  "drag-table": "orbit",
  "specific-power": "mass",
  "drag-propellant": "mass",
  "velocity-budget": "mass",
  "launch-fit": "closure",
  "launch-volume": "closure",
};
