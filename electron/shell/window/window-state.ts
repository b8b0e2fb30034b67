import { readFileSync, writeFileSync } from 'node:fs';

/** A rectangle on the desktop, in its own units. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window was and how; `bounds` are those it has when it is not maximised. */
export interface WindowState {
  readonly bounds: Rectangle;
  readonly isMaximised: boolean;
}

/** Where the window shall open; without a position the system chooses one. */
export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly isMaximised: boolean;
}

export const leastSize = { width: 900, height: 560 };
const usualSize = { width: 1440, height: 900 };
/** So much of the window must be on a screen that it can be seen and dragged. */
const leastVisible = { width: 200, height: 60 };

/**
 * The place of a new window: where it was, if enough of that is on one of today's screens; else of
 * its size, no larger than the first screen, where the system puts it.
 */
export function placeWindow(
  state: WindowState | null,
  workAreas: readonly Rectangle[],
): WindowPlace {
  const { bounds, isMaximised } = state ?? { bounds: null, isMaximised: false };
  const size = bounds ?? usualSize;
  const seen = workAreas.find((area) => bounds !== null && isVisible(bounds, area));
  const area = seen ?? workAreas[0];
  const width = Math.max(leastSize.width, Math.min(size.width, area?.width ?? size.width));
  const height = Math.max(leastSize.height, Math.min(size.height, area?.height ?? size.height));
  if (!seen || bounds === null) return { width, height, isMaximised };
  return { width, height, x: bounds.x, y: bounds.y, isMaximised };
}

function isVisible(bounds: Rectangle, area: Rectangle): boolean {
  const overlap = (from: number, size: number, areaFrom: number, areaSize: number) =>
    Math.min(from + size, areaFrom + areaSize) - Math.max(from, areaFrom);
  return (
    overlap(bounds.x, bounds.width, area.x, area.width) >= leastVisible.width &&
    // The title bar is at the top: that must be reachable.
    bounds.y >= area.y - leastVisible.height / 2 &&
    bounds.y + leastVisible.height <= area.y + area.height
  );
}

/** What was kept; null where nothing, or nothing usable, is. */
export function readWindowState(file: string): WindowState | null {
  try {
    const { bounds, isMaximised } = JSON.parse(readFileSync(file, 'utf8')) as WindowState;
    const { x, y, width, height } = bounds;
    if (![x, y, width, height].every(Number.isSafeInteger) || width < 1 || height < 1) return null;
    return { bounds: { x, y, width, height }, isMaximised: isMaximised === true };
  } catch {
    return null;
  }
}

/** Keeps it for the next start; a folder that cannot be written costs only this comfort. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  } catch {
    // The window opens in the middle then.
  }
}
