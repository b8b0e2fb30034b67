import type { StreamPack } from '../contract/stream-pack';

/** What a pack says that is needed to tell which fields a rule looks at. */
export type RulesOfPack = Pick<StreamPack, 'fields'> & {
  readonly bronze: Pick<StreamPack['bronze'], 'columns'>;
  readonly silver: Pick<StreamPack['silver'], 'rules' | 'prepare'>;
};

/**
 * The fields of the event that a rule looks at, through the columns that are made of them, in the
 * order in which its SQL names them; for what is no rule, the field of that name itself.
 */
export function fieldsOfRule(pack: RulesOfPack, rule: string): string[] {
  const found = pack.silver.rules.find(({ id }) => id === rule);
  const fields = new Set(pack.fields.map(({ name }) => name));
  if (!found) return fields.has(rule) ? [rule] : [];
  const seen = new Set<string>();
  const resolve = (sql: string): string[] =>
    namesIn(sql).flatMap((name) => {
      if (seen.has(name)) return [];
      seen.add(name);
      const made = [
        ...pack.silver.prepare.filter((column) => column.name === name),
        ...pack.bronze.columns.filter((column) => column.name === name && column.sql !== name),
      ].flatMap(({ sql }) => resolve(sql));
      return fields.has(name) ? [name, ...made] : made;
    });
  return [...new Set(resolve(found.sql))];
}

/** Names in SQL; texts in quotes are none. */
function namesIn(sql: string): string[] {
  return sql.replace(/'(?:[^']|'')*'/g, ' ').match(/[a-z_][a-z0-9_]*/g) ?? [];
}
