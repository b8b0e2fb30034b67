import type { TrayShape } from './tray-status';

/** A point of the picture, both parts from 0 to 1, from the top left. */
type Covers = (x: number, y: number) => boolean;

const fromCenter = (x: number, y: number) => Math.hypot(x - 0.5, y - 0.5);
const inBox = (x: number, y: number, from: number, to: number) =>
  x >= from && x <= to && y >= from && y <= to;

/** Four outlines that differ without colour: hollow square, open ring, disc, triangle with a mark. */
const covers: Record<TrayShape, Covers> = {
  stopped: (x, y) => inBox(x, y, 2 / 16, 14 / 16) && !inBox(x, y, 5 / 16, 11 / 16),
  starting: (x, y) => {
    const distance = fromCenter(x, y);
    const isGap = x > 0.5 && y < 0.5;
    return distance <= 0.44 && distance >= 0.26 && !isGap;
  },
  running: (x, y) => fromCenter(x, y) <= 0.42,
  attention: (x, y) => {
    const isInside = y <= 15 / 16 && Math.abs(x - 0.5) <= (y - 1 / 16) * 0.56;
    const isMark =
      Math.abs(x - 0.5) <= 0.06 && ((y >= 0.36 && y <= 0.64) || (y >= 0.72 && y <= 0.83));
    return isInside && !isMark;
  },
};

/** Colours of the shapes, as red, green, blue; a template image on macOS has none. */
const colors: Record<TrayShape, readonly [number, number, number]> = {
  stopped: [0x8b, 0x95, 0xa1],
  starting: [0x3d, 0x8b, 0xe0],
  running: [0x2f, 0xa3, 0x6b],
  attention: [0xe0, 0x9a, 0x1f],
};

/** Samples a side of a pixel: enough for smooth edges at 16 pixels. */
const samples = 4;

/**
 * The picture of a state, drawn by code: `size` × `size` pixels of blue, green, red and alpha, the
 * colours multiplied by alpha, as Electron's bitmaps are. As a template it is black.
 */
export function drawTrayShape(shape: TrayShape, size: number, isTemplate: boolean): Buffer {
  const [red, green, blue] = isTemplate ? [0, 0, 0] : colors[shape];
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const alpha = coverage(covers[shape], column, row, size);
      const at = (row * size + column) * 4;
      for (const [part, value] of [blue, green, red, 255].entries())
        pixels[at + part] = Math.round(value * alpha);
    }
  return pixels;
}

/** The part of a pixel that the shape covers, 0 to 1. */
function coverage(isCovered: Covers, column: number, row: number, size: number): number {
  let count = 0;
  for (let down = 0; down < samples; down++)
    for (let right = 0; right < samples; right++) {
      const x = (column + (right + 0.5) / samples) / size;
      const y = (row + (down + 0.5) / samples) / size;
      if (isCovered(x, y)) count += 1;
    }
  return count / samples ** 2;
}
