import { describe, expect, it } from 'vitest';
import { drawTrayShape } from './tray-shape';
import type { TrayShape } from './tray-status';

const shapes: TrayShape[] = ['stopped', 'starting', 'running', 'attention'];

/** Which pixels are seen, as rows of text. */
function outline(shape: TrayShape, size: number): string[] {
  const pixels = drawTrayShape(shape, size, true);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      pixels[(row * size + column) * 4 + 3]! > 127 ? '#' : '.',
    ).join(''),
  );
}

describe('the tray icon', () => {
  it.each([16, 32])('has four outlines that differ without colour, at %i pixels', (size) => {
    const outlines = shapes.map((shape) => outline(shape, size));
    for (const [index, one] of outlines.entries())
      for (const other of outlines.slice(index + 1)) {
        const differing = one
          .join('')
          .split('')
          .filter((dot, at) => dot !== other.join('')[at]);
        expect(differing.length / size ** 2).toBeGreaterThan(0.15);
      }
  });

  it('is hollow when stopped, full when running, and pointed when it wants attention', () => {
    const middle = (shape: TrayShape) => outline(shape, 16)[8]![8];
    expect([middle('stopped'), middle('running')]).toEqual(['.', '#']);
    const rows = outline('attention', 16).map((row) => row.replaceAll('.', '').length);
    expect(rows[2]).toBeLessThan(rows[13]!);
  });

  it('has no colour as a template, and colours no brighter than their alpha', () => {
    for (const shape of shapes) {
      const template = drawTrayShape(shape, 16, true);
      const colored = drawTrayShape(shape, 16, false);
      for (let at = 0; at < template.length; at += 4) {
        expect([...template.subarray(at, at + 3)]).toEqual([0, 0, 0]);
        expect(Math.max(...colored.subarray(at, at + 3))).toBeLessThanOrEqual(colored[at + 3]!);
      }
    }
  });
});
