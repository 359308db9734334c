/**
 * One laser link: what arrives and how many bits a second that carries.
 *
 * Received over sent is the product of three shares: optics 1 ÷ L; pointing exp(−G θ²) with the gain G = (π D ÷ λ)² (4.343 G θ² dB);
 * and capture 1 − exp(−(A ÷ λ d)²) with the aperture's area A, the share of a Gaussian spot that the receiver cuts out when the
 * spot's middle is as bright as the far field of a full aperture makes it. From some 50 km on that is the usual
 * gain · gain · (λ ÷ 4 π d)² to 1 %; near by it tends to 1, where the far-field formula alone would receive more than was sent.
 * Near by the pointing loss is overstated: the spot is no wider than the aperture.
 *
 * Source: Friis's equation with full circular apertures (the worked case of −41.83 dBm over 7,000 km, facts/sources `optical-case`).
 * Left out: background light, turbulence (none in vacuum), and that the rate of photons a bit may change with the rate.
 */
import { LIGHT_SPEED_M_PER_S, PLANCK_J_S } from "../facts/constants.ts";

/** What a terminal is; all terminals are alike, and sender and receiver have the same aperture. */
export type Optics = {
  /** Optical, at the aperture. */
  readonly laserPowerW: number;
  readonly laserApertureM: number;
  readonly laserWavelengthM: number;
  /** Sent over received in the optics of both ends, at least 1. */
  readonly laserLossRatio: number;
  /** Error of the pointing, radians. */
  readonly laserPointingRad: number;
  readonly photonsPerBitCount: number;
  readonly channelCount: number;
  readonly channelRateBps: number;
};

/** Share of the sent light that the pointing lets through, 0 to 1. */
export const pointingFraction = ({ laserApertureM, laserWavelengthM, laserPointingRad }: Optics) =>
  Math.exp(-(((Math.PI * laserApertureM * laserPointingRad) / laserWavelengthM) ** 2));

/** Share of a well-pointed beam that meets the other aperture over `lengthKm`, 0 to 1; 1 at no distance. */
export function captureFraction({ lengthKm, laserApertureM, laserWavelengthM }: Optics & { lengthKm: number }) {
  const areaM2 = (Math.PI * laserApertureM ** 2) / 4;
  return -Math.expm1(-((areaM2 / (laserWavelengthM * lengthKm * 1000)) ** 2));
}

/** Power at the detector over `lengthKm`, W: at any distance at most the sent power over the losses. */
export const receivedPowerW = (link: Optics & { lengthKm: number }) =>
  (link.laserPowerW / link.laserLossRatio) * pointingFraction(link) * captureFraction(link);

/** Bits a second that one watt of received light carries. */
const bpsPerW = ({ laserWavelengthM, photonsPerBitCount }: Optics) =>
  laserWavelengthM / (PLANCK_J_S * LIGHT_SPEED_M_PER_S) / photonsPerBitCount;

/** Rate that the photons allow over `lengthKm`, bit/s, however many the channels carry. */
export const photonRateBps = (link: Optics & { lengthKm: number }) => receivedPowerW(link) * bpsPerW(link);

/**
 * Rate of one link over `lengthKm`, bit/s, each way: the lesser of what the photons allow and what the channels carry. Never
 * rises with the distance.
 */
export const linkRateBps = (link: Optics & { lengthKm: number }) =>
  Math.min(photonRateBps(link), link.channelCount * link.channelRateBps);

/** Longest link that carries `rateBps`, km, or undefined where no distance is short enough. `linkRateBps` solved for the length. */
export function linkRangeKm({ rateBps, ...optics }: Optics & { rateBps: number }): number | undefined {
  if (rateBps > optics.channelCount * optics.channelRateBps) return undefined;
  const neededFraction =
    rateBps / (bpsPerW(optics) * (optics.laserPowerW / optics.laserLossRatio) * pointingFraction(optics));
  if (!(neededFraction < 1)) return undefined;
  const areaM2 = (Math.PI * optics.laserApertureM ** 2) / 4;
  return areaM2 / (optics.laserWavelengthM * Math.sqrt(-Math.log1p(-neededFraction))) / 1000;
}
