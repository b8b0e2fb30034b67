import { expect, it } from 'vitest';
import { compactedText, vacuumedText } from './upkeep-text';

const table = 'silver.sales';

it('a compaction tells what became of the files, or that there was nothing to do', () => {
  const done = {
    ...{ table, filesBefore: 812, filesAfter: 3, bytesBefore: 12_000_000, bytesAfter: 9_500_000 },
    ...{ tableVersion: 1_024, longestWaitMs: 160, tookMs: 1_200 },
  };
  expect(compactedText(done)).toBe(
    'silver.sales: 812 files became 3, 12.0 MB became 9.5 MB, version 1,024, 1.2 s.\n' +
      'No micro-batch waited longer than 160 ms. Replaced files stay until a vacuum.',
  );
  expect(compactedText({ ...done, filesBefore: 1, filesAfter: 1 })).toBe(
    'silver.sales: nothing to put together, 1 file.',
  );
});

it('a vacuum tells what it deletes and which versions are lost with it', () => {
  const listed = {
    ...{ table, files: 12, sizeBytes: 3_400_000, deleted: false, retentionHours: 1 },
    ...{ tableVersion: 40, keptFromVersion: 31, tookMs: 5 },
  };
  expect(vacuumedText(listed)).toBe(
    'silver.sales: would delete 12 files (3.4 MB) that no version of the last 1 hour needs.\n' +
      'Versions before 31 could then no longer be read.',
  );
  expect(vacuumedText({ ...listed, deleted: true, files: 1 })).toMatch(
    /deleted 1 file .*may no longer/s,
  );
  expect(vacuumedText({ ...listed, files: 0 })).toMatch(/nothing to delete/);
});
