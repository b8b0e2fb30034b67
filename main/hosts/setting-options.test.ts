import { expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { settingsOf } from './setting-options';

const name = 'tables.vacuumRetentionHours';
const codeOf = (text: string, yes = false) =>
  settingsOf({ set: [`${name}=${text}`], yes }).then(
    () => null,
    (error: unknown) => toFailure(error).code,
  );

it.each([
  ['keeps everything', '', null],
  ['is safe', '168', null],
  ['is too short', '167', 'SETTING_INVALID'],
])('a retention that %s, where nobody can type the word', async (_what, text, code) => {
  expect(await codeOf(text)).toBe(code);
  expect(await codeOf(text, true)).toBeNull();
});
