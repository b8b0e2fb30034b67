import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, FailureError } from '../contract/failure';
import { reasonSentences, sayReason } from '../contract/reason-sentences';
import { inEnglish, type Sentence } from '../contract/sentence';

/**
 * Reads `<pack folder>/catalogs/<name>.json`, a list of at least one row.
 * Fails with `PACK_INVALID`, which names the file, the row and the field.
 */
export function readCatalog<T>(packFolder: string, name: string, row: z.ZodType<T>): T[] {
  const file = join(packFolder, 'catalogs', `${name}.json`);
  try {
    return z
      .array(row)
      .min(1)
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof z.ZodError ? reasonOf(error.issues[0]!) : String(error);
    if (typeof reason === 'string') throw failed('PACK_INVALID', { file, reason });
    const facts = { file, reason: inEnglish(reasonSentences, reason) };
    throw new FailureError({ code: 'PACK_INVALID', facts, lastLogLines: [], reason });
  }
}

/**
 * What is wrong where, to be said in every language; the row is counted from 1, as the editor of the
 * catalogs shows it. A text where no single row is wrong.
 */
function reasonOf(issue: z.core.$ZodIssue): Sentence | string {
  const [index, ...field] = issue.path;
  if (typeof index !== 'number') return issue.message;
  const place = { row: index + 1, column: field.join('.') };
  if (issue.code === 'too_small')
    return sayReason('catalogTooSmall', { ...place, least: Number(issue.minimum) });
  if (issue.code === 'invalid_format' && issue.pattern !== undefined)
    return sayReason('catalogNoSuchText', { ...place, pattern: issue.pattern });
  if (issue.code === 'invalid_type' && issue.expected === 'int')
    return sayReason('catalogNoWholeNumber', place);
  if (issue.code === 'invalid_type' && issue.expected === 'number')
    return sayReason('catalogNoNumber', place);
  if (issue.code === 'invalid_type' && issue.expected === 'string')
    return sayReason('catalogNoText', place);
  return sayReason('catalogNotDrawn', { ...place, detail: issue.message });
}
