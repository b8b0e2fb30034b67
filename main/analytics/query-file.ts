import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillParameters, type PackParameters } from '../contract/pack-parameters';
import { parameterTypes, type NamedQuery } from '../contract/query';

type Parameter = NamedQuery['parameters'][number];

/** One SQL file: what its head says of it, and the whole of it. */
export interface QueryFile extends NamedQuery {
  readonly sql: string;
  /**
   * The same rows for parameters that this file does not have, from tables that keep what they need
   * (`<name>.filtered.sql`); null for none.
   */
  readonly filtered: { readonly sql: string; readonly parameters: readonly Parameter[] } | null;
}

const extension = '.sql';
const filteredExtension = '.filtered.sql';

/**
 * Reads the queries of a pack by name, sorted by group, order and name; empty for a folder that is not
 * there. Their head comment has lines `-- title: …`, `-- titleFr: …`, `-- group: …`, `-- order: …`
 * and one `-- parameter: <name> <type>` each; a query without them is called by its name, last.
 * `parameters`: the numbers of the pack.
 */
export async function readQueryFiles(
  folder: string,
  parameters: PackParameters,
): Promise<ReadonlyMap<string, QueryFile>> {
  const read = async (file: string) =>
    fillParameters(await readFile(join(folder, file), 'utf8'), parameters);
  const names: string[] = await readdir(folder).catch(() => []);
  const files: QueryFile[] = [];
  for (const file of names) {
    if (!file.endsWith(extension) || file.endsWith(filteredExtension)) continue;
    const name = file.slice(0, -extension.length);
    const sql = await read(file);
    const filteredFile = name + filteredExtension;
    const filteredSql = names.includes(filteredFile) ? await read(filteredFile) : null;
    const title = headOf(sql, 'title') ?? name;
    files.push({
      name,
      title,
      titleFr: headOf(sql, 'titleFr') ?? title,
      group: headOf(sql, 'group') ?? 'other',
      order: Number(headOf(sql, 'order') ?? 1_000),
      parameters: parametersOf(sql),
      sql,
      filtered:
        filteredSql === null ? null : { sql: filteredSql, parameters: parametersOf(filteredSql) },
    });
  }
  files.sort((a, b) => compare(a.group, b.group) || a.order - b.order || compare(a.name, b.name));
  return new Map(files.map((file) => [file.name, file]));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function headOf(sql: string, key: string): string | null {
  return new RegExp(`^-- ${key}: (.+)$`, 'm').exec(sql)?.[1]?.trim() ?? null;
}

function parametersOf(sql: string): Parameter[] {
  return [...sql.matchAll(/^-- parameter: (\w+) (\S+)$/gm)].map(([, name, type]) => {
    const known = parameterTypes.find((one) => one === type);
    if (known === undefined) throw new Error(`A query's parameter ${name} has no type ${type}.`);
    return { name: name!, type: known };
  });
}
