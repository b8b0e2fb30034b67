import { describe, expect, it } from 'vitest';
import { placeHint } from './hints';

const page = { width: 1000, height: 600 };
const hint = { width: 300, height: 120 };
const target = (left: number, top: number, width = 100, height = 40) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the place of a hint', () => {
  it('is below its target where there is room', () => {
    expect(placeHint(target(200, 100), hint, page)).toEqual({ left: 200, top: 152 });
  });

  it('is above a target at the lower edge', () => {
    expect(placeHint(target(200, 540), hint, page)).toEqual({ left: 200, top: 408 });
  });

  it('is beside a target that is as high as the page', () => {
    expect(placeHint(target(0, 60, 180, 530), hint, page)).toEqual({ left: 192, top: 60 });
    expect(placeHint(target(700, 60, 280, 530), hint, page)).toEqual({ left: 388, top: 60 });
  });

  it('never leaves the page', () => {
    expect(placeHint(target(950, 100), hint, page).left).toBe(688);
    expect(placeHint(null, hint, page)).toEqual({ left: 688, top: 468 });
  });
});
