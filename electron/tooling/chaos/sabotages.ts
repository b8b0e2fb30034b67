import type { TableName } from '../../../main/contract/delta';
import type { AggregateDefinition } from '../../../main/contract/stream-pack';
import type { LiveFile } from '../../../main/delta/snapshot';
import type { BrokenTables } from './sabotage';

/** One mechanism broken, and the rule of the ledger that has to tell of it. */
export interface Sabotage {
  /** Goes on after "turns red when". */
  readonly name: string;
  readonly rule: 1 | 2 | 3 | 4;
  readonly finding: RegExp;
  commit(tables: BrokenTables): Promise<void>;
}

const firstOffset = /[Oo]ffset \d+ of partition \d/;

const bronzeOf = ({ pack }: BrokenTables): TableName => `bronze.${pack.bronze.table}`;
const silverOf = ({ pack }: BrokenTables): TableName => `silver.${pack.silver.table}`;

async function someFile(tables: BrokenTables, table: TableName): Promise<LiveFile> {
  const { files } = await tables.snapshot(table);
  const largest = [...files].sort((left, right) => right.sizeBytes - left.sizeBytes)[0];
  if (!largest) throw new Error(`${table} has no file to break`);
  return largest;
}

export const everySabotage: readonly Sabotage[] = [
  {
    name: 'a file of Bronze is removed',
    rule: 1,
    finding: firstOffset,
    async commit(tables) {
      const table = bronzeOf(tables);
      tables.drop(table, await someFile(tables, table));
    },
  },
  {
    name: 'a batch is written to Bronze again, as without the check of its transaction',
    rule: 1,
    finding: firstOffset,
    async commit(tables) {
      const table = bronzeOf(tables);
      await tables.add(table, await someFile(tables, table), (rows) => `SELECT * FROM ${rows}`);
    },
  },
  {
    name: 'a row of Silver is doubled',
    rule: 2,
    finding: firstOffset,
    async commit(tables) {
      const table = silverOf(tables);
      const file = await someFile(tables, table);
      await tables.add(table, file, (rows) => `SELECT * FROM ${rows} LIMIT 1`);
    },
  },
  {
    name: 'a row of the duplicates is deleted',
    rule: 2,
    finding: firstOffset,
    async commit(tables) {
      const table = 'quality.duplicates';
      const file = await someFile(tables, table);
      await tables.replace(table, file, (rows) => `SELECT * FROM ${rows} OFFSET 1`);
    },
  },
  {
    name: 'an aggregate names a version of Silver whose rows it has not',
    rule: 4,
    finding: /Silver/i,
    async commit(tables) {
      const { layer, table } = tables.pack.aggregates[0]!;
      const aggregate: TableName = `${layer}.${table}`;
      const silver = silverOf(tables);
      const { version } = await tables.snapshot(silver);
      tables.commit(aggregate, [{ txn: { appId: `silver:${silver}`, version: version + 1 } }]);
    },
  },
  {
    name: 'an aggregate is advanced over rows of Silver that it was not given',
    rule: 4,
    finding: /./,
    async commit(tables) {
      const { layer, table } = tables.pack.aggregates[0]!;
      const aggregate: TableName = `${layer}.${table}`;
      const silver = silverOf(tables);
      await tables.add(silver, await someFile(tables, silver), (rows) => `SELECT * FROM ${rows}`);
      const { version } = await tables.snapshot(silver);
      tables.commit(aggregate, [{ txn: { appId: `silver:${silver}`, version } }]);
    },
  },
  {
    name: 'records were sent again without their event id and were given others',
    rule: 3,
    finding: /Event id \S+ was acknowledged at .*, which holds event id \S+ again\./,
    async commit(tables) {
      const id = `"${tables.pack.eventIdField}"`;
      await rewrite(tables, bronzeOf(tables), `${id} || ' again' AS ${id}`);
      await rewrite(tables, silverOf(tables), `${id} || ' again' AS ${id}`);
      await rewrite(tables, 'quality.duplicates', `event_id || ' again' AS event_id`);
    },
  },
  {
    name: 'an aggregate was told by the wall clock which rows are late, and Silver was not',
    rule: 4,
    finding: /./,
    async commit(tables) {
      const silver = silverOf(tables);
      const { layer, table } = tables.pack.aggregates.find(
        ({ window }) => window?.watermarkDelayMs !== undefined,
      )!;
      await rewrite(tables, silver, 'NULL::VARCHAR AS dq_warnings');
      const { version } = await tables.snapshot(silver);
      tables.commit(`${layer}.${table}`, [{ txn: { appId: `silver:${silver}`, version } }]);
    },
  },
];

/** Puts every file of a table anew, with a column changed. */
async function rewrite(tables: BrokenTables, table: TableName, column: string): Promise<void> {
  const { files } = await tables.snapshot(table);
  for (const file of files) {
    await tables.replace(table, file, (rows) => `SELECT * REPLACE (${column}) FROM ${rows}`);
  }
}

/** Adds one to the first measure of one row. */
export async function alterAggregate(
  tables: BrokenTables,
  { layer, table, measures }: AggregateDefinition,
): Promise<void> {
  const name: TableName = `${layer}.${table}`;
  const measure = measures.find(({ function: fold }) => fold !== 'distinct')!.name;
  const file = await someFile(tables, name);
  await tables.replace(
    name,
    file,
    (rows) => `SELECT * REPLACE ("${measure}" + (row_number() OVER () = 1)::INTEGER AS "${measure}")
      FROM ${rows}`,
  );
}
