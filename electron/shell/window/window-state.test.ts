import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1200, height = 800) => ({
  bounds: { x, y, width, height },
  isMaximised: false,
});

describe('the place of the window', () => {
  it('is that of last time', () => {
    expect(placeWindow(at(2000, 40), [screen, second])).toMatchObject({ x: 2000, y: 40 });
    expect(placeWindow({ ...at(5, 5), isMaximised: true }, [screen]).isMaximised).toBe(true);
  });

  it('is left to the system when that screen is gone, or its title bar out of reach', () => {
    for (const gone of [at(2000, 40), at(0, -500), at(-1150, 0), at(100, 1020)]) {
      const place = placeWindow(gone, [screen]);
      expect(place).toMatchObject({ width: 1200, height: 800 });
      expect(place).not.toHaveProperty('x');
    }
  });

  it('is no larger than the screen and no smaller than is usable', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1280, height: 700 }])).toEqual({
      width: 1280,
      height: 700,
      isMaximised: false,
    });
    expect(placeWindow(at(0, 0, 10, 10), [screen])).toMatchObject({ width: 900, height: 560 });
  });
});

describe('what is kept of the window', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-window-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('comes back', () => {
    const file = join(folder, 'state.json');
    writeWindowState(file, at(10, 20));
    expect(readWindowState(file)).toEqual(at(10, 20));
  });

  it('is nothing where the file is missing, torn or made up', () => {
    const file = join(folder, 'state.json');
    expect(readWindowState(file)).toBeNull();
    for (const text of ['{', '{}', '{"bounds":{"x":"1","y":0,"width":5,"height":5}}', 'null']) {
      writeFileSync(file, text);
      expect(readWindowState(file), text).toBeNull();
    }
    expect(() => writeWindowState(join(folder, 'no', 'folder'), at(0, 0))).not.toThrow();
  });
});
