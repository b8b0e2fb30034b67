import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainFailure } from './explain-failure.mjs';

const explained = (lines) => explainFailure('Fetching', { exitCode: 1, lines }, 'a.log').lines;

// Lines as npm 11, Maven 3.8 and the bundler write them.
const noNetwork = [
  '[INFO] Scanning for projects...',
  '[ERROR] Failed to execute goal on project broker-jars: Could not resolve dependencies: Could not transfer artifact a:b:jar:1 from/to central: repo.example: Temporary failure in name resolution: Unknown host',
  '[ERROR] ',
  '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.',
  '[ERROR] [Help 1] http://cwiki.example',
];

describe('a step that failed', () => {
  it('is explained by its cause, a remedy and the telling lines', () => {
    const [first, remedy, ...rest] = explained(noNetwork);
    assert.equal(first, 'Fetching failed (exit code 1). The download server cannot be reached.');
    assert.match(remedy, /Check the network/);
    assert.equal(rest.length, 2);
    assert.match(rest[0], /Could not transfer artifact/);
    assert.equal(rest[1], 'All that it said: a.log');
  });

  const causes = {
    'npm error code ENOSPC': /The disk is full/,
    '[ERROR] java.io.IOException: No space left on device': /The disk is full/,
    'npm error code ENOTFOUND': /cannot be reached/,
    'npm error code EINTEGRITY': /downloaded file is damaged/,
    '[ERROR] PKIX path building failed': /certificate .* is not trusted/,
    '[ERROR] COMPILATION ERROR :': /does not compile/,
    'npm error code EACCES': /may not be written/,
  };
  for (const [line, meaning] of Object.entries(causes)) {
    it(`is understood from: ${line}`, () => assert.match(explained([line])[0], meaning));
  }

  it('shows its last lines when the cause is not known', () => {
    const lines = explained(['one', 'two']);
    assert.deepEqual(lines, [
      'Fetching failed (exit code 1).',
      '  one',
      '  two',
      'All that it said: a.log',
    ]);
  });
});
