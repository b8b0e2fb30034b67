/** The producer's range, in records per second (contract: `producer.setRate`). */
export const rateLimits = { min: 0.5, max: 5000 } as const;

/** Positions of the slider: fine enough for two digits everywhere on a logarithmic scale. */
export const ratePositions = 400;

/** Slider position 0 … 400 to a rate with two significant digits. */
export function positionToRate(position: number): number {
  const { min, max } = rateLimits;
  const rate = min * (max / min) ** (position / ratePositions);
  return clampRate(Number(rate.toPrecision(2)));
}

/** Rate to the nearest slider position. */
export function rateToPosition(rate: number): number {
  const { min, max } = rateLimits;
  return Math.round((Math.log(clampRate(rate) / min) / Math.log(max / min)) * ratePositions);
}

/** The rate inside the allowed range. */
export function clampRate(rate: number): number {
  return Math.min(rateLimits.max, Math.max(rateLimits.min, rate));
}
