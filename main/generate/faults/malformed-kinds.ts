import type { StreamPack } from '../../contract/stream-pack';

/** What can be wrong with a record; `malformedValue` says how each is made. */
export type MalformedKind =
  | 'notJson'
  | 'tombstone'
  | 'emptyValue'
  | 'invalidUtf8'
  | 'wrongType'
  | 'missingField'
  | 'newerSchema'
  | 'megabyte'
  | 'farFuture'
  | 'unknownValue';

/** Where the job rejects a record (floor.md 4.2). */
export type RejectedStage = 'parse' | 'schema' | 'rule';

/** By generator: the field of text that a blocking rule of its packs looks up in a catalog. */
const catalogFields: Readonly<Record<string, string>> = { sales: 'pays', orders: 'region' };

/** The kinds that a pack rejects, each with its stage. */
export function malformedKindsOf(pack: StreamPack): ReadonlyMap<MalformedKind, RejectedStage> {
  const kinds = new Map<MalformedKind, RejectedStage>([
    ['notJson', 'parse'],
    ['wrongType', 'schema'],
    ['tombstone', 'parse'],
    ['missingField', 'schema'],
    ['invalidUtf8', 'parse'],
    ['newerSchema', 'schema'],
    ['emptyValue', 'parse'],
    ['megabyte', 'schema'],
  ]);
  // A pack without the rule would take the event, and with it move its watermark by a year.
  if (boundsEventTime(pack)) kinds.set('farFuture', 'rule');
  const field = unknownValueField(pack);
  if (field !== null) kinds.set('unknownValue', field.stage);
  return kinds;
}

/** The field that an unknown value breaks; null when none of the pack is known to be checked. */
export function unknownValueField(
  pack: StreamPack,
): { readonly name: string; readonly stage: 'schema' | 'rule' } | null {
  const listed = pack.fields.find(({ values }) => values !== undefined);
  if (listed) return { name: listed.name, stage: 'schema' };
  const name = catalogFields[pack.generator.name];
  return name === undefined ? null : { name, stage: 'rule' };
}

function boundsEventTime({ silver, eventTimeField }: StreamPack): boolean {
  const bound = new RegExp(`\\b${eventTimeField}\\b\\s*<=?`);
  return silver.rules.some(({ kind, sql }) => kind === 'blocking' && bound.test(sql));
}
