import type { RunFaults } from '../../contract/run-faults';
import { formatInteger, formatTable } from './format';

/** The faults by name, in the order of a table. */
const named = ({ late, duplicates, rejected }: RunFaults) =>
  Object.entries({
    late,
    duplicates,
    'rejected, parse': rejected.parse,
    'rejected, schema': rejected.schema,
    'rejected, rule': rejected.rule,
  });

/** Expected against found, as a small table for people. */
export function faultsText(faults: RunFaults): string {
  return formatTable(
    ['Faults', 'expected', 'found'],
    named(faults).map(([name, { expected, found }]) => [
      name,
      formatInteger(expected),
      formatInteger(found),
    ]),
  );
}

/** What differs, in one sentence; null when everything was found as expected. */
export function faultDifference(faults: RunFaults, repeatedSends: number): string | null {
  const wrong = named(faults)
    .filter(([, { expected, found }]) => expected !== found)
    .map(([name, { expected, found }]) => `${name}: ${expected} sent, ${found} found`);
  if (wrong.length === 0) return null;
  // After a lost answer a record is in the topic twice: nothing is wrong then but the count.
  const reason =
    repeatedSends === 0
      ? ''
      : ` ${repeatedSends} records were sent again after a lost answer and may count twice.`;
  return `The tables do not hold the faults that were sent: ${wrong.join('; ')}.${reason}`;
}
