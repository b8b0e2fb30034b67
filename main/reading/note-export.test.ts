import { expect, it } from 'vitest';
import { exportRequest, type ExportDone } from '../contract/export';
import { failed } from '../contract/failure';
import { readExportHistory } from './export-history';
import { noteExport } from './note-export';

const asked = { subject: { kind: 'preset', preset: 'sales' }, folder: '/to' } as const;

function notes() {
  const rows: object[] = [];
  return { rows, history: { add: (_: string, row: object) => void rows.push(row) } };
}

it('keeps the beginning and the end of an export, with its rows and bytes', async () => {
  const { rows, history } = notes();
  const file = { path: 'a.csv', rows: 3, bytes: 40 };
  const done = { folder: '/to/a', files: [file, file], notices: [], elapsedMs: 1 };
  await noteExport(history, asked, () => Promise.resolve(done as unknown as ExportDone));
  expect(rows).toMatchObject([
    { preset: 'sales', status: 'running', ended_at: null },
    { status: 'done', folder: '/to/a', row_count: 6, size_bytes: 80, details: 'a.csv\na.csv' },
  ]);
});

it.each([
  ['EXPORT_CANCELLED', 'cancelled'],
  ['EXPORT_NO_SPACE', 'failed'],
] as const)('an export that ends with %s is kept as %s, and still fails', async (code, status) => {
  const { rows, history } = notes();
  await expect(noteExport(history, asked, () => Promise.reject(failed(code)))).rejects.toThrow(
    code,
  );
  expect(rows.at(-1)).toMatchObject({ status, details: code, row_count: null });
});

it('is read back newest first, with the request that makes it again', async () => {
  const { rows, history } = notes();
  const request = exportRequest.parse(asked);
  const file = { path: 'a.csv', rows: 3, bytes: 40 };
  const done = { folder: '/to/a', files: [file], notices: [], elapsedMs: 1 };
  const run = () => Promise.resolve(done as unknown as ExportDone);
  await noteExport(history, request, run, 'sales');
  await noteExport(history, request, () =>
    Promise.reject(failed('EXPORT_CHECK_FAILED', { reason: 'Rows differ.', kept: 'x' })),
  ).catch(() => undefined);
  const ended = rows.filter((row) => 'ended_at' in row && row.ended_at !== null);
  const earlier = { ...ended[0], pack: undefined, self_check: undefined, request: undefined };
  const read = { read: () => Promise.resolve([earlier, ...ended]) } as never;
  const { exports } = await readExportHistory(read, 10);
  expect(exports).toMatchObject([
    { status: 'failed', failureCode: 'EXPORT_CHECK_FAILED', selfCheck: 'failed', files: [] },
    { pack: 'sales', selfCheck: 'passed', files: ['a.csv'], rows: 3, request },
  ]);
});
