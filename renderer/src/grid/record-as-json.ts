import type { Cell } from '../../../main/contract/query';
import { fileValue, jsonValue } from './copy-rows';
import type { CopiedColumn } from './copy-rows';

/**
 * One row as a JSON object, a member on each line, values as files have them: every digit of decimals
 * and of 64-bit integers stands, which a parsed number would lose.
 */
export function recordAsJson(columns: readonly CopiedColumn[], values: readonly Cell[]): string {
  if (columns.length === 0) return '{}';
  const members = columns.map(
    ({ name, type }, place) =>
      `  ${JSON.stringify(name)}: ${jsonValue(fileValue(values[place] ?? null, type), type)}`,
  );
  return `{\n${members.join(',\n')}\n}`;
}
