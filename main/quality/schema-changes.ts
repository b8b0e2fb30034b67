import type { SchemaChange } from '../contract/schema-changes';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';

/** Changes that are looked for in one table; one that changes more often is not what this is for. */
const mostChanges = 50;

/**
 * Where the columns of a table changed, among the versions that are kept, newest first. Two versions
 * of the same columns are taken to have had them all along, so that a long log costs few looks.
 */
export async function readSchemaChanges(lake: Lake, table: string): Promise<SchemaChange[]> {
  const newest = await lake.snapshot(table);
  const first = await firstReadable(lake, table);
  const changes: SchemaChange[] = [];
  const search = async (before: TableSnapshot, after: TableSnapshot): Promise<void> => {
    if (changes.length >= mostChanges || isSame(before, after)) return;
    if (after.version - before.version === 1) {
      changes.push(...changesBetween(before, after));
      return;
    }
    const atVersion = Math.floor((before.version + after.version) / 2);
    const middle = await lake.snapshot(table, { atVersion });
    await search(before, middle);
    await search(middle, after);
  };
  await search(first, newest);
  return changes.sort((one, other) => other.version - one.version);
}

/** The oldest version that can still be read. */
async function firstReadable(lake: Lake, table: string): Promise<TableSnapshot> {
  const log = await lake.logOf(table);
  return lake.snapshot(table, { atVersion: log.versionsOf(await log.list()).earliest });
}

const columnsOf = ({ columns }: TableSnapshot) =>
  new Map(
    columns.map(({ name, type }) => [name, typeof type === 'string' ? type : JSON.stringify(type)]),
  );

function isSame(one: TableSnapshot, other: TableSnapshot): boolean {
  return JSON.stringify([...columnsOf(one)]) === JSON.stringify([...columnsOf(other)]);
}

function changesBetween(before: TableSnapshot, after: TableSnapshot): SchemaChange[] {
  const [had, has] = [columnsOf(before), columnsOf(after)];
  return [...new Set([...had.keys(), ...has.keys()])]
    .filter((column) => had.get(column) !== has.get(column))
    .map((column) => ({
      table: after.table,
      version: after.version,
      committedAtMs: after.committedAtMs,
      column,
      before: had.get(column) ?? null,
      after: has.get(column) ?? null,
    }));
}
