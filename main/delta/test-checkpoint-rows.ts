import type { TableName } from '../contract/delta';
import type { Lake } from './lake';
import { testMetadata } from './test-lake';

const addType = `STRUCT(path VARCHAR, partitionValues MAP(VARCHAR, VARCHAR), size BIGINT,
  dataChange BOOLEAN, stats VARCHAR)`;

/**
 * For tests: one SELECT for each row of a log checkpoint of a `TestLake` table with the columns `id`
 * and `jour`: first all that is not a file, then each live file.
 */
export async function testCheckpointRows(lake: Lake, table: TableName): Promise<string[]> {
  const { files } = await lake.snapshot(table);
  const text = (value: string | null) => (value === null ? 'NULL' : `'${value}'`);
  const adds = files.map(({ path, partitionValues, sizeBytes }) => {
    const name = path.split('/').at(-1)!;
    return `SELECT {path: '${name}', partitionValues: MAP {'jour': ${text(partitionValues['jour']!)}},
      size: ${sizeBytes}, dataChange: false, stats: '{"numRecords":1}'}::${addType} AS add,
      NULL AS txn, NULL AS metaData, NULL AS protocol`;
  });
  const { schemaString } = testMetadata({ id: 'long', jour: 'string' });
  return [
    `SELECT NULL::${addType} AS add, {appId: 'query', version: 2::BIGINT} AS txn,
      {id: 'test', format: {provider: 'parquet', options: MAP {}}, schemaString: '${schemaString}',
       partitionColumns: ['jour'], configuration: MAP {'a': 'b'}} AS metaData,
      {minReaderVersion: 1, minWriterVersion: 2} AS protocol`,
    ...adds,
  ];
}
