import type { LedgerReport, LedgerRule } from '../../../../main/contract/ledger';
import { t } from '../../languages/language';
import { bronzeAddress, kafkaAddress } from '../kafka/record-address';

/** The offset that is out of place, in the topic and in Bronze; nothing where none is named. */
export function LedgerPlace(props: { report: LedgerReport; place: LedgerRule['place'] }) {
  const { report, place } = props;
  if (!place) return null;
  const { topic, bronze } = report;
  return (
    <span className="ledger-places">
      <a href={`#${kafkaAddress(topic, place)}`}>{t('quality.ledger.inKafka')}</a>
      {bronze && (
        <a href={`#${bronzeAddress(topic, bronze, place)}`}>{t('quality.ledger.inBronze')}</a>
      )}
    </span>
  );
}
