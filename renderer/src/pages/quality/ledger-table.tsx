import type { LedgerReport } from '../../../../main/contract/ledger';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { kafkaAddress } from '../kafka/record-address';
import { differenceOf, recordsOf, rejectedOf, sumOf } from './ledger-difference';
import type { LedgerPartition } from './ledger-difference';

const counts: readonly [
  'records' | 'bronze' | 'silver' | 'rejected' | 'duplicates' | 'difference',
  (partition: LedgerPartition) => number,
][] = [
  ['records', recordsOf],
  ['bronze', ({ bronze }) => bronze],
  ['silver', ({ silver }) => silver],
  ['rejected', rejectedOf],
  ['duplicates', ({ duplicates }) => duplicates],
  ['difference', differenceOf],
];

/** Where the records of each partition went, with the totals. */
export function LedgerTable({ report }: { report: LedgerReport }) {
  const { partitions } = report;
  return (
    <table className="figures-table quality-table">
      <thead>
        <tr>
          <th scope="col">{t('quality.ledger.partition')}</th>
          <th scope="col" className="number">
            {t('quality.ledger.offsets')}
          </th>
          {counts.map(([name]) => (
            <th scope="col" className="number" key={name}>
              {t(`quality.ledger.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partitions.map((partition) => (
          <tr key={partition.partition} data-testid={`partition-${partition.partition}`}>
            <th scope="row">{partition.partition}</th>
            <td className="number">
              {formatInteger(partition.firstOffset)} – {formatInteger(partition.endOffset)}
            </td>
            {counts.map(([name, count]) => (
              <CountCell
                key={name}
                name={name}
                value={count(partition)}
                href={addressOfDifference(report, partition)}
              />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('quality.total')}
          </th>
          {counts.map(([name, count]) => (
            <CountCell key={name} name={name} value={sumOf(partitions, count)} />
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** A difference opens the first offset out of place; where none is named, the partition's first. */
function addressOfDifference({ topic, rules }: LedgerReport, partition: LedgerPartition): string {
  const named = rules.find(({ place }) => place?.partition === partition.partition)?.place;
  const { partition: number, firstOffset } = partition;
  return kafkaAddress(topic, named ?? { partition: number, offset: firstOffset });
}

function CountCell({ name, value, href }: { name: string; value: number; href?: string }) {
  const isWrong = name === 'difference' && value !== 0;
  return (
    <td className={isWrong ? 'number quality-wrong' : 'number'}>
      {isWrong && href ? (
        <a href={`#${href}`} title={t('quality.ledger.openDifference')}>
          {formatInteger(value)}
        </a>
      ) : (
        formatInteger(value)
      )}
    </td>
  );
}
