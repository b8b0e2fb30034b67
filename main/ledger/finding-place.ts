import type { LedgerRule } from '../contract/ledger';

/** The offset that a finding names, by the words that all rules use for one; null when it names none. */
export function findingPlace(finding: string | null): LedgerRule['place'] {
  const named = /\boffset (\d+) of partition (\d+)\b/i.exec(finding ?? '');
  return named && { partition: Number(named[2]), offset: Number(named[1]) };
}
