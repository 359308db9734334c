/** The door: the only engine file that the app imports. */
export { keepApart, stackShells } from "./design/band.ts";
export { describePresets, type PresetDescription, presetDocument, presetNames } from "./design/presets.ts";

export { type AccessWindow, findAccess, makeStation } from "./events/accessWindows.ts";
export { type Coverage, type CoverageGrid, coverGrid, makeCoverageGrid } from "./events/coverage.ts";
export { type CoverageLatitude, type CoverageMoment, studyCoverage } from "./events/coverageStudy.ts";
export { footprintOf } from "./events/footprint.ts";
export {
  ASTRONOMICAL_DEG,
  CIVIL_DEG,
  directionOf,
  makeHorizon,
  makeSunAltitude,
  meanSolarTimeH,
  NAUTICAL_DEG,
  SUNSET_DEG,
  sunDirection,
  type Twilight,
  twilightOf,
} from "./events/horizon.ts";
export { findNight, type Night } from "./events/night.ts";
export { findOverhead, OVERHEAD_DEG, type Overhead, type OverheadCount } from "./events/overhead.ts";
export type { Interval } from "./events/search.ts";
export { findShadows, makeSunTable } from "./events/shadowEvents.ts";
export { findSight } from "./events/sightIntervals.ts";
export { type SunSeason, type SunSeasonName, sunSeasonNames, sunSeasons } from "./events/sunSeasons.ts";
export { makeTrack, type Track, type TrackFailure, tableBytes, tabulate } from "./events/track.ts";
export { assumptions } from "./facts/assumptions.ts";
export { type ClaimName, claimNames } from "./facts/claims.ts";
export {
  ASTRONOMICAL_UNIT_KM,
  EARTH_RADIUS_MEAN_KM,
  EARTH_RADIUS_WGS72_KM,
  EARTH_RADIUS_WGS84_KM,
  FIBRE_INDEX_RATIO,
  LIGHT_SPEED_KM_PER_S,
  MOON_RADIUS_KM,
  MU_WGS72_KM3_PER_S2,
  SUN_RADIUS_KM,
} from "./facts/constants.ts";
export { coolants } from "./facts/coolants.ts";
export { linkSuggestions } from "./facts/linkSuggestions.ts";
export { models } from "./facts/models.ts";
export { racks } from "./facts/racks.ts";
export { type Source, type SourceId, type SourceKind, sources } from "./facts/sources.ts";
export { vehicles } from "./facts/vehicles.ts";
export { type Catalogue, readCatalogue } from "./flight/catalogue.ts";
export { type Clouds, cloudsOf } from "./flight/clouds.ts";
export type { Layer } from "./flight/fleet.ts";
export { type Flight, flyMission, type GroundPlace } from "./flight/flight.ts";
export { findHandovers, type Handover } from "./flight/handovers.ts";
export { type PlaceLatency, type StudiedPlace, studyLatency } from "./flight/latencyStudy.ts";
export { type NetworkRun, runNetwork } from "./flight/networkRun.ts";
export { type NetworkStudy, type StudyProgress, studyNetwork } from "./flight/networkStudy.ts";
export { type NetworkMoment, type NetworkSummary, runNetworkOver, summarizeNetwork } from "./flight/networkWindow.ts";
export { findOpening } from "./flight/opening.ts";
export { type Mover, type PropagationMethod, propagationMethods, rosterMission } from "./flight/roster.ts";
export type { Neighbour } from "./flight/surroundings.ts";
export {
  DEFAULT_PATH_COUNT,
  gatewayLoads,
  hottestLinks,
  type LinkLoad,
  linkLoadsAt,
  MAX_NETWORK_SATELLITE_COUNT,
  networkFault,
  routeTraffic,
  satelliteLoads,
  type Traffic,
  trafficAt,
} from "./flight/traffic.ts";
export { writeCzml } from "./formats/czmlWriter.ts";
export type { ElementSet, Ephemeris } from "./formats/elementSet.ts";
export {
  detectElementsFormat,
  type ElementsFile,
  holdsElements,
  MAX_ELEMENTS_CHARACTERS,
  readElements,
} from "./formats/elements.ts";
export { writeOem, writeStk } from "./formats/ephemerisWriter.ts";
export { type ExportFormat, elementsWriters, exportFormats } from "./formats/exports.ts";
export { type HypatiaNetwork, hypatiaFault, hypatiaFiles } from "./formats/hypatiaWriter.ts";
export {
  type ElementsFormat,
  type ElementsRecord,
  faultsOf,
  noFiling,
  type RecordFault,
  type RefusedRecord,
} from "./formats/record.ts";
export { greatCircleKm } from "./geometry/greatCircle.ts";
export {
  addSeconds,
  daysSinceJ2000,
  formatInstant,
  type Instant,
  parseInstant,
  secondsBetween,
  yearOf,
} from "./geometry/instant.ts";
export { type ChoiceName, choices } from "./glossary/choices.ts";
export { axisUnit, type FormattedValue, format, formatNumber, formatParts } from "./glossary/format.ts";
export { formatNamed, formatNamedParts, type GlossaryName, glossary, wordOf } from "./glossary/glossary.ts";
export { type ReadQuantity, readQuantity } from "./glossary/quantity.ts";
export { type UnitName, type UnitSuffix, unitOf, unitSymbols } from "./glossary/units.ts";
export type { InputWord, Word } from "./glossary/word.ts";
export { exampleMissions, referenceMission } from "./mission/examples.ts";
export { missionJsonSchema } from "./mission/jsonSchema.ts";
export {
  MAX_DEMAND_COUNT,
  MAX_PLACE_COUNT,
  MAX_SATELLITE_COUNT,
  MAX_SHELL_COUNT,
  MISSION_FORMAT,
  type Mission,
  MOST_WIDEST_PLANES,
  type Place,
  type Shell,
} from "./mission/mission.ts";
export { describeUnlimited } from "./mission/motionLimits.ts";
export { overrideMission, splitPath } from "./mission/override.ts";
export {
  MAX_DOCUMENT_CHARACTERS,
  type MissionIssue,
  type ParsedMission,
  parseMission,
  parseMissionText,
} from "./mission/parse.ts";
export { referenceSatellite, referenceWays, resolveMission } from "./mission/resolve.ts";
export { satelliteCountOf } from "./mission/shellCount.ts";
export { FLEET_END, GATEWAYS_END } from "./mission/traffic.ts";
export { fibreBreakEvenKm, fibreReachKm, fibreRoundTripMs } from "./network/fibre.ts";
export type { Routed } from "./network/flow.ts";
export { lightTimeMs, longestLinkKm, slantRangeKm } from "./network/latency.ts";
export type { LatencyMap } from "./network/latencyMap.ts";
export { linkRangeKm, linkRateBps, type Optics, receivedPowerW } from "./network/optics.ts";
export type { Route } from "./network/routes.ts";
export { drawTaken } from "./network/taken.ts";
export { type AnalyticShell, analyticInto, makeAnalyticShell } from "./orbit/analytic.ts";
export { type BodyAxes, sunPointingAxes } from "./orbit/attitude.ts";
export { type Bulk, makeBulk, propagateBulk } from "./orbit/bulk.ts";
export { beltShare, type NodeSpread, nodeSpreadOf, shellDensityPerSr } from "./orbit/density.ts";
export { agesOf, type ElementAges, OLD_ELEMENTS_DAYS, OLD_ELEMENTS_MEANING } from "./orbit/elementAge.ts";
export { type MeanElements, meanSemiMajorAxisKm } from "./orbit/elements.ts";
export { ecefToTeme, siderealAngleRad, temeToEcef, temeToGeodetic } from "./orbit/frames.ts";
export { moonAt, moonLitFraction } from "./orbit/moon.ts";
export { MOMENT_LENGTH, momentInto, phaseOfRad, phasesInto } from "./orbit/phases.ts";
export {
  makeRecord,
  minutesSinceEpoch,
  propagateRun,
  propagateState,
  type State,
  type StateArray,
} from "./orbit/propagate.ts";
export { repeatTrackAltitudeKm } from "./orbit/repeatTrack.ts";
export { lightOf, NO_LIGHT, PENUMBRA, SUNLIT, UMBRA } from "./orbit/shadow.ts";
export { leastSeparationKm, widestPhasing } from "./orbit/spacing.ts";
export { listedSquadron } from "./orbit/squadron.ts";
export { sunAt } from "./orbit/sun.ts";
export { sunAngles } from "./orbit/sunAngles.ts";
export { makeTimeGrid, type TimeGrid } from "./orbit/timeGrid.ts";
export { type Cycle, cycleMission, MAX_CYCLE_COUNT } from "./plan/cycle.ts";
export { type Cycler, type CycleState, makeCycler } from "./plan/cycler.ts";
export {
  CYCLE_COLUMN_COUNT,
  CYCLE_ROW_COUNT,
  CYCLE_SHADOWED_ROW_COUNT,
  type CycleTable,
  readCycleTable,
} from "./plan/cycleTable.ts";
export { type CycleTables, tabulateCycles } from "./plan/cycleTables.ts";
export type { Finding } from "./plan/findings.ts";
export { type LightYear, lightYear } from "./plan/lightYear.ts";
export { type OrbitYear, orbitYear } from "./plan/orbitYear.ts";
export { type Plan, planMission } from "./plan/plan.ts";
export { claimHeads, claimRows, claimWords } from "./report/claims.ts";
export { cycleFigure } from "./report/cycleFigure.ts";
export {
  type BarsFigure,
  type DrawingFigure,
  type Figure,
  type FigureId,
  type FigureTable,
  hasDrawing,
  type MapFigure,
  type Panel,
  type Role,
  type SeriesFigure,
  type StripsFigure,
  type View,
} from "./report/figure.ts";
export { planFigures, reportFigures } from "./report/figures.ts";
export { isRightColumn, tableTexts } from "./report/figureTable.ts";
export { escapeHtml, type FigureDrawings, toHtml, toJson } from "./report/html.ts";
export { latencyEdgesMs, latencyShares, latencyStep, latencyStepLabel } from "./report/latencySteps.ts";
export { escapeMarkdown, toMarkdown } from "./report/markdown.ts";
export { networkFigures } from "./report/networkFigures.ts";
export { type NetworkAbsence, networkMissing } from "./report/networkMissing.ts";
export { type Report, type Section, writeReport } from "./report/report.ts";
export { type Because, describeOrigin, type Row } from "./report/rows.ts";
export { designFindings, designVerdict, severityWords, sheetVerdict, type Verdict } from "./report/verdicts.ts";
export { type Goal, type Solution, solveMission } from "./study/solve.ts";
