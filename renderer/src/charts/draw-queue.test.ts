import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawSoon } from './draw-queue';

const frames: (() => void)[] = [];
const nextFrame = () => frames.shift()?.();

beforeEach(() => {
  frames.length = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
});
afterEach(() => vi.unstubAllGlobals());

const drawn: string[] = [];
const draw = (what: string) => () => void drawn.push(what);
const owners = [{}, {}, {}] as const;

beforeEach(() => (drawn.length = 0));

it('draws one chart a frame, the one that waits longest first', () => {
  owners.forEach((owner, index) => drawSoon(owner, draw(`${index}`)));
  expect(drawn).toEqual([]);
  const after = owners.map(() => {
    nextFrame();
    return drawn.join('');
  });
  expect(after).toEqual(['0', '01', '012']);
});

it('draws only the newest of one chart, without losing its place', () => {
  drawSoon(owners[0], draw('old'));
  drawSoon(owners[1], draw('other'));
  drawSoon(owners[0], draw('new'));
  for (let each = 0; each < 4; each++) nextFrame();
  expect(drawn).toEqual(['new', 'other']);
});

it('draws nothing of a chart that is gone, and all others', () => {
  const takeBack = drawSoon(owners[0], draw('gone'));
  drawSoon(owners[1], draw('stays'));
  takeBack();
  for (let each = 0; each < 3; each++) nextFrame();
  expect(drawn).toEqual(['stays']);
});

it('goes on after a drawing that failed', () => {
  drawSoon(owners[0], () => {
    throw new Error('no such series');
  });
  drawSoon(owners[1], draw('next'));
  expect(nextFrame).toThrow('no such series');
  nextFrame();
  expect(drawn).toEqual(['next']);
});
