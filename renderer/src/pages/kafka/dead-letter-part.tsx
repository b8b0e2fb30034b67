import { t, tOr } from '../../languages/language';
import { rejectionText } from '../../languages/rejection-text';
import { useRequest } from '../../state/use-request';
import { failingParts } from './dead-letter';
import type { DeadLetter } from './dead-letter';
import { kafkaAddress, rejectedAddress } from './record-address';

/** Why a record was rejected, its original text with what failed marked, and where it stands. */
export function DeadLetterPart({ letter }: { letter: DeadLetter }) {
  const { stage, rule, error, topic, partition, offset, original } = letter;
  const counts = useRequest('rejected.read', { pack: letter.pack, lastMs: null }).value?.counts;
  const found = counts?.find((count) => count.stage === stage && count.rule === rule);
  const fields = found?.fields ?? (rule === null ? [] : [rule]);
  const place = partition !== null && offset !== null ? { partition, offset } : null;
  return (
    <div className="kafka-letter">
      <h4>{t('kafka.why')}</h4>
      <p>
        <strong>{tOr(`kafka.stages.${stage}`, stage)}</strong>
        {rule && <code>{rule}</code>} {rejectionText(error)}
      </p>
      {place && (
        <p className="kafka-letter-places">
          <a href={`#${kafkaAddress(topic, place)}`}>{t('kafka.originalRecord', { topic })}</a>
          <a href={`#${rejectedAddress(topic, place)}`}>{t('kafka.rejectedRow')}</a>
        </p>
      )}
      <h4>{t('kafka.original')}</h4>
      {original === '' ? (
        <p className="kafka-quiet">{t('kafka.empty')}</p>
      ) : (
        <pre tabIndex={0}>
          <Marked text={original} parts={failingParts(letter, fields)} />
        </pre>
      )}
    </div>
  );
}

function Marked(props: { text: string; parts: ReturnType<typeof failingParts> }) {
  const { text, parts } = props;
  const sorted = [...parts].sort(([a], [b]) => a - b);
  const ends = [0, ...sorted.map(([, end]) => end)];
  return (
    <>
      {sorted.map(([start, end], index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark title={t('kafka.failingPart')}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
