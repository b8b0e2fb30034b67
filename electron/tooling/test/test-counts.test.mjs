import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countLine, stageCounts, surefireCounts, tapCounts, vitestCounts } from './test-counts.mjs';

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'dd-counts-'));
});
after(() => rmSync(folder, { recursive: true }));

function report(name, content) {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitestReport = (testResults) => ({
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults,
});

describe('counts', () => {
  it('of vitest include a file that could not be loaded', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const counts = vitestCounts(report('unit.json', vitestReport([broken])));
    assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 1 });
  });

  it('of surefire are summed over the classes', () => {
    report('TEST-a.xml', '<testsuite name="a" tests="4" errors="1" skipped="1" failures="0">');
    report('TEST-b.xml', '<testsuite name="b" tests="2" errors="0" skipped="0" failures="0">');
    assert.deepEqual(surefireCounts(folder), { passed: 4, failed: 1, skipped: 1 });
  });

  it('of node --test are read from the end of its report', () => {
    const file = report(
      't.tap',
      'ok 1\n# tests 3\n# pass 1\n# fail 1\n# cancelled 1\n# skipped 0\n',
    );
    assert.deepEqual(tapCounts(file), { passed: 1, failed: 2, skipped: 0 });
  });
});

describe('a stage', () => {
  const reporting = (counted) => ({ report: 'x', counts: () => counted });

  it('without tests of its own is one test', () => {
    assert.deepEqual(stageCounts({}, true), { passed: 1, failed: 0, skipped: 0 });
    assert.deepEqual(stageCounts({}, false), { passed: 0, failed: 1, skipped: 0 });
  });
  it('that failed although no test did adds a failed one', () => {
    const counts = stageCounts(reporting({ passed: 5, failed: 0, skipped: 0 }), false);
    assert.deepEqual(counts, { passed: 5, failed: 1, skipped: 0 });
  });
  it('that ran no test at all has failed', () => {
    assert.equal(stageCounts(reporting({ passed: 0, failed: 0, skipped: 2 }), true).failed, 1);
  });
  it('without its report has failed', () => {
    assert.equal(
      stageCounts({ report: join(folder, 'none'), counts: vitestCounts }, true).failed,
      1,
    );
  });
});

it('the last line names skipped tests only when there are', () => {
  assert.equal(countLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  assert.equal(countLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
});
