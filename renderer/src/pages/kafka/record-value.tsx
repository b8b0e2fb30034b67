import { useState } from 'react';
import type { ShownBytes } from '../../../../main/contract/kafka-records';
import { CopyButton } from '../../components/copy-button';
import { formatBytes } from '../../format/numbers';
import { t } from '../../languages/language';
import { BytesText, jsonOf } from './bytes-text';

/** The value of a record as indented JSON or as it is, to be read and copied. */
export function RecordValue({ value }: { value: ShownBytes }) {
  const [asText, setAsText] = useState(false);
  const json = jsonOf(value);
  const shown = json !== null && !asText ? json : rawOf(value);
  return (
    <>
      <div className="kafka-value-tools">
        <h4>{t('kafka.value')}</h4>
        {json !== null && (
          <div className="segmented kafka-forms" role="group" aria-label={t('kafka.value')}>
            {[false, true].map((text) => (
              <button
                key={String(text)}
                type="button"
                aria-pressed={asText === text}
                onClick={() => setAsText(text)}
              >
                {t(text ? 'kafka.text' : 'kafka.json')}
              </button>
            ))}
          </div>
        )}
        {shown !== null && <CopyButton text={shown} label={t('copy.action')} />}
      </div>
      {value.kind !== 'none' && value.isCut && (
        <p className="kafka-quiet">{t('kafka.cut', { size: formatBytes(value.sizeBytes) })}</p>
      )}
      {shown === null ? <BytesText bytes={value} isValue /> : <pre tabIndex={0}>{shown}</pre>}
    </>
  );
}

/** The text, or the base64 of what is no text; null without a value. */
function rawOf(bytes: ShownBytes): string | null {
  if (bytes.kind === 'none') return null;
  return bytes.kind === 'text' ? bytes.text : bytes.base64;
}
