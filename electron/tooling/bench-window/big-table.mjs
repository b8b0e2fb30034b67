import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Where the table stands that the grid is scrolled over. */
export const bigTable = { path: '/data/gold/bench_rows', folder: ['delta', 'gold', 'bench_rows'] };

const fileCount = 10;
const columns = [
  ['id', 'long'],
  ['moment', 'timestamp'],
  ['country', 'string'],
  ['product', 'string'],
  ['quantity', 'integer'],
  ['amount', 'decimal(12,2)'],
  ['client', 'string'],
  ['note', 'string'],
];

/** A Delta table of so many rows in ten files, as its log and Parquet files. */
export async function makeBigTable(dataFolder, rows) {
  const folder = join(dataFolder, ...bigTable.folder);
  mkdirSync(join(folder, '_delta_log'), { recursive: true });
  const connection = await (await DuckDBInstance.create()).connect();
  const perFile = Math.ceil(rows / fileCount);
  const adds = [];
  for (let file = 0; file < fileCount; file++) {
    const path = `part-${file}.parquet`;
    const [from, until] = [file * perFile, Math.min(rows, (file + 1) * perFile)];
    await connection.run(`COPY (
      SELECT i::BIGINT AS id, TIMESTAMPTZ '2026-01-01 00:00:00Z' + to_seconds(i) AS moment,
        ['FR', 'DE', 'IT', 'ES', 'GB'][1 + i % 5] AS country, 'product ' || i % 97 AS product,
        (1 + i % 5)::INTEGER AS quantity, (i % 100000 / 100)::DECIMAL(12, 2) AS amount,
        'client ' || i % 1009 AS client, md5(i::VARCHAR) AS note
      FROM range(${from}, ${until}) t(i)
    ) TO '${join(folder, path)}' (FORMAT parquet)`);
    const { size } = statSync(join(folder, path));
    const stats = JSON.stringify({ numRecords: until - from });
    adds.push({
      add: { path, partitionValues: {}, size, modificationTime: 0, dataChange: true, stats },
    });
  }
  connection.closeSync();
  const fields = columns.map(([name, type]) => ({ name, type, nullable: true, metadata: {} }));
  const actions = [
    { commitInfo: { timestamp: Date.now(), operation: 'WRITE', operationParameters: {} } },
    { protocol: { minReaderVersion: 1, minWriterVersion: 2 } },
    {
      metaData: {
        ...{ id: 'bench', format: { provider: 'parquet', options: {} }, configuration: {} },
        ...{ schemaString: JSON.stringify({ type: 'struct', fields }), partitionColumns: [] },
      },
    },
    ...adds,
  ];
  const log = join(folder, '_delta_log', `${'0'.repeat(20)}.json`);
  writeFileSync(log, actions.map((action) => JSON.stringify(action)).join('\n'));
}
