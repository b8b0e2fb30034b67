import type { KafkaRecord, ShownBytes } from '../../../../main/contract/kafka-records';
import { formatBytes } from '../../format/numbers';
import { t, tOr } from '../../languages/language';
import { rejectionText } from '../../languages/rejection-text';

/** Bytes on one line: the text, or in words why there is none. */
export function BytesText({ bytes, isValue = false }: { bytes: ShownBytes; isValue?: boolean }) {
  if (bytes.kind === 'none')
    return <em className="kafka-quiet">{t(isValue ? 'kafka.tombstone' : 'kafka.none')}</em>;
  if (bytes.kind === 'binary')
    return (
      <em className="kafka-quiet">
        {t('kafka.binary', { size: formatBytes(bytes.sizeBytes) })} {bytes.base64.slice(0, 60)}
      </em>
    );
  if (bytes.text === '') return <em className="kafka-quiet">{t('kafka.empty')}</em>;
  return <>{bytes.text.slice(0, 400)}</>;
}

/** The value as indented JSON; null when it is none, or only its beginning is here. */
export function jsonOf(bytes: ShownBytes): string | null {
  if (bytes.kind !== 'text' || bytes.isCut) return null;
  try {
    const value: unknown = JSON.parse(bytes.text);
    return typeof value === 'object' ? JSON.stringify(value, null, 2) : null;
  } catch {
    return null;
  }
}

/** Why a record was rejected, as its headers say: stage, rule and error; null for another record. */
export function reasonOf({ headers }: KafkaRecord): string | null {
  const text = (name: string) => {
    const found = headers.find((header) => header.name === name)?.value;
    return found?.kind === 'text' ? found.text : null;
  };
  const [stage, error] = [text('stage'), text('error')];
  const said = [
    stage && tOr(`kafka.stages.${stage}`, stage),
    text('rule'),
    error && rejectionText(error),
  ].filter(Boolean);
  return said.length === 0 ? null : said.join(' · ');
}
