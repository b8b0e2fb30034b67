import { expect, it } from 'vitest';
import type { ExportDone } from './contract/export';
import { failed } from './contract/failure';
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
