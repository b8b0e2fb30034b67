import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareVersions, isFitJava, isFitMaven, isFitNode, parseVersion } from './version.mjs';

describe('parseVersion', () => {
  const cases = [
    ['v20.19.0', [20, 19, 0]],
    ['17.0.15+6-Debian-1deb12u1', [17, 0, 15]],
    ['1.8.0_392', [1, 8, 0]],
    ['25', [25, 0, 0]],
    ['4.0.0-rc-4', [4, 0, 0]],
  ];
  for (const [text, version] of cases) {
    it(`reads ${text}`, () => assert.deepEqual(parseVersion(text), version));
  }
  it('is null without a number, and for nothing', () => {
    assert.equal(parseVersion('unknown'), null);
    assert.equal(parseVersion(null), null);
  });
});

it('compares by the first part that differs', () => {
  assert.ok(compareVersions([17, 0, 9], [17, 0, 11]) < 0);
  assert.ok(compareVersions([21, 0, 0], [17, 0, 11]) > 0);
  assert.equal(compareVersions([17, 0, 11], [17, 0, 11]), 0);
});

const fits = (isFit, text) => isFit(parseVersion(text));

it('takes Node from 20.19, but neither 21 nor the early ones of 22', () => {
  const answers = ['20.18.3', '20.19.0', '21.7.3', '22.11.0', '22.12.0', '24.1.0'];
  assert.deepEqual(
    answers.map((text) => fits(isFitNode, text)),
    [false, true, false, false, true, true],
  );
});

it('takes Java 17 from 17.0.11, 21, and 25 from 25.0.3', () => {
  const fitting = ['17.0.11', '17.0.15+6', '21', '21.0.2', '25.0.3'];
  const unfit = ['1.8.0_392', '11.0.22', '17.0.10', '18.0.2', '23.0.1', '25', '25.0.2', '26'];
  assert.deepEqual(
    fitting.filter((text) => !fits(isFitJava, text)),
    [],
  );
  assert.deepEqual(
    unfit.filter((text) => fits(isFitJava, text)),
    [],
  );
});

it('takes Maven from 3.6.3', () => {
  assert.equal(fits(isFitMaven, '3.6.2'), false);
  assert.equal(fits(isFitMaven, '3.8.7'), true);
  assert.equal(fits(isFitMaven, '4.0.0-rc-4'), true);
  assert.equal(isFitMaven(null), false);
});
