import type { RequestOf } from '../../../../main/contract/api';
import { jsonOperators } from '../../../../main/contract/json-condition';
import { parseJsonPath } from '../../../../main/contract/json-path';

/** The parameters of the address that say which records are shown. */
export const filterNames = ['text', 'key', 'header', 'path', 'operator', 'is'] as const;
export type FilterName = (typeof filterNames)[number];

/** Leaves every filter out of the address. */
export const noRecordFilter: Readonly<Record<FilterName, null>> = {
  text: null,
  key: null,
  header: null,
  path: null,
  operator: null,
  is: null,
};

type Request = RequestOf<'kafkaRecords.read'>;
export type JsonOperator = (typeof jsonOperators)[number];

/** The filter as the fields show it, and as the control center is asked for it. */
export interface RecordFilter {
  readonly text: string;
  readonly key: string;
  /** `name`, or `name: part of its value`; several with `;` between them. */
  readonly header: string;
  readonly path: string;
  readonly operator: JsonOperator;
  readonly is: string;
  /** The path is no path: it does not filter. */
  readonly isPathWrong: boolean;
  /** How many of the fields beside the text filter. */
  readonly more: number;
  readonly request: Pick<Request, 'filter' | 'key' | 'headers' | 'json'>;
}

/** Reads the filter of an address; what cannot be read counts as not said. */
export function readRecordFilter(
  parameters: Readonly<Record<string, string | undefined>>,
): RecordFilter {
  const [text, key, header, path, is] = (['text', 'key', 'header', 'path', 'is'] as const).map(
    (name) => parameters[name] ?? '',
  ) as [string, string, string, string, string];
  const operator = jsonOperators.find((name) => name === parameters['operator']) ?? 'equals';
  const isPathWrong = path.trim() !== '' && parseJsonPath(path) === null;
  // Without a value there is nothing to compare with, so that the path alone is asked for.
  const json =
    path.trim() === '' || isPathWrong
      ? null
      : { path, operator: is === '' ? ('exists' as const) : operator, value: is };
  const headers = readHeaders(header);
  return {
    ...{ text, key, header, path, operator, is, isPathWrong },
    more: [key !== '', headers.length > 0, json !== null].filter(Boolean).length,
    request: {
      filter: text === '' ? null : { text },
      key: key === '' ? null : { text: key },
      headers,
      json,
    },
  };
}

/** `stage: rule; trace` as conditions. */
function readHeaders(text: string): { name: string; value: string | null }[] {
  return text
    .split(';')
    .flatMap((part) => {
      const [name = '', ...rest] = part.split(':');
      const value = rest.join(':').trim();
      return name.trim() === '' ? [] : [{ name: name.trim(), value: value === '' ? null : value }];
    })
    .slice(0, 5);
}
