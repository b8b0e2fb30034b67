import { expect, it } from 'vitest';
import { decideClosing } from './close-policy';
import type { ClosingSituation } from './close-policy';

const linux: ClosingSituation = {
  platform: 'linux',
  state: 'running',
  choice: 'automatic',
  hasTray: true,
};

it.each<[string, Partial<ClosingSituation>, 'hide' | 'quit' | 'ask']>([
  ['goes on in the tray while something runs', {}, 'hide'],
  ['goes on while it starts', { state: 'starting' }, 'hide'],
  ['asks where no tray brings the window back', { hasTray: false }, 'ask'],
  ['ends when nothing runs', { state: 'stopped' }, 'quit'],
  ['ends after a failure, when nothing runs', { state: 'failed', hasTray: false }, 'quit'],
  ['stays in the Dock on macOS', { platform: 'darwin', hasTray: false }, 'hide'],
  ['stays in the Dock on macOS when stopped', { platform: 'darwin', state: 'stopped' }, 'hide'],
  ['stops everything where that was chosen', { choice: 'quit' }, 'quit'],
  ['hides without a tray where that was chosen', { choice: 'hide', hasTray: false }, 'hide'],
  ['asks where that was chosen', { choice: 'ask' }, 'ask'],
  ['does not ask when nothing runs', { choice: 'ask', state: 'stopped' }, 'quit'],
])('closing %s', (_name, situation, decision) => {
  expect(decideClosing({ ...linux, ...situation })).toBe(decision);
});
