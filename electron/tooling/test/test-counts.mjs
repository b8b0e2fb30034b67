import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Counts of vitest's JSON report; a file that could not be loaded is one failed test. */
export function vitestCounts(file) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = json(file);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
}

/** Counts of Playwright's JSON report; a test that passed only when repeated is a failed one. */
export function playwrightCounts(file) {
  const { stats, errors } = json(file);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/** Counts of the TAP report of `node --test`. */
export function tapCounts(file) {
  const text = readFileSync(file, 'utf8');
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/** Counts of a folder of surefire's XML reports, one a test class. */
export function surefireCounts(folder) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of readdirSync(folder).filter((file) => /^TEST-.*\.xml$/.test(file))) {
    const suite = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, name), 'utf8'))?.[0] ?? '';
    const count = (key) => Number(new RegExp(`\\b${key}="(\\d+)"`).exec(suite)?.[1] ?? 0);
    const failed = count('failures') + count('errors');
    total.failed += failed;
    total.skipped += count('skipped');
    total.passed += count('tests') - failed - count('skipped');
  }
  return total;
}

/**
 * What a stage adds to the total. A stage without tests of its own is one test; a stage that failed
 * although no test did (it was not built, or its report is missing) adds one failed test.
 */
export function stageCounts({ counts, report }, hasPassed) {
  const one = hasPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (counts === undefined) return { ...one, skipped: 0 };
  try {
    const counted = counts(report);
    const isSilent = counted.failed === 0 && (!hasPassed || counted.passed === 0);
    return isSilent ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The line that ends `npm test`: `12 passed, 0 failed` and `, 1 skipped` when there are. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
