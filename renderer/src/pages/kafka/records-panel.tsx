import { useState } from 'react';
import type { KafkaTopic } from '../../../../main/contract/kafka-topics';
import { Panel } from '../../components/panel';
import { t } from '../../languages/language';
import { isTextField } from '../../shortcuts/text-field';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useNowMs, useStores } from '../../state/stores';
import { NoRecords } from './no-records';
import { ReadState } from './read-state';
import { RecordList, recordId } from './record-list';
import { RecordPanel } from './record-panel';
import { RecordTools } from './record-tools';
import { readPlace, recordsRequest } from './records-place';
import { TailState } from './tail-state';
import { useNumberSettings } from './use-number-settings';
import { useRecords } from './use-records';
import { useTail } from './use-tail';
import type { Tail } from './use-tail';

/** What a tail keeps where the setting is not known. */
const usualCapacity = 5_000;

/** The records of a topic from a place on, or as they come, and the chosen one wholly. */
export function RecordsPanel({ name, topic }: { name: string; topic: KafkaTopic | null }) {
  const parameters = useStores('address', (state) => state.address.parameters);
  const nowMs = useNowMs();
  const [usualAtMs] = useState(() => Date.now() - 300_000);
  const [isPaused, setIsPaused] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const capacity = useNumberSettings()('kafka.tailRecords') ?? usualCapacity;
  const place = readPlace(parameters, usualAtMs);
  const isLive = place.place === 'live';
  const request = recordsRequest(name, place);
  const records = useRecords(isLive ? null : request);
  const tail = useTail(isLive ? request : null, isPaused, capacity);
  const shown = isLive ? tail.records : records.records;
  const failure = isLive ? tail.failure : records.failure;
  const record = shown.find((one) => recordId(one) === chosen) ?? null;
  // Closing gives the focus back to the row that it was opened from.
  const close = () => {
    document.querySelector<HTMLElement>('.kafka-records [aria-current] .kafka-open')?.focus();
    setChosen(null);
  };
  useShortcut('close', record === null ? null : () => !isInField() && close());
  return (
    <Panel
      className="kafka-browser"
      title={t('kafka.records')}
      unit={name}
      aside={
        isLive ? (
          <TailState
            {...{ tail, isPaused, capacity }}
            waiting={waitingOf(tail, topic)}
            onPause={setIsPaused}
          />
        ) : (
          <ReadState records={records} />
        )
      }
    >
      <div className="kafka-browser-body">
        <RecordTools place={place} partitions={topic?.partitions.length ?? 0} records={records} />
        {failure && shown.length > 0 && (
          <p className="kafka-alarm tone-red" role="alert">
            {t('kafka.failed')} <code>{failure.code}</code>
          </p>
        )}
        {shown.length === 0 ? (
          <NoRecords
            failure={failure}
            isReading={isLive ? tail.reached === null : records.isReading}
            scanned={isLive ? null : (records.answer?.scanned ?? null)}
            isLive={isLive && tail.reached !== null}
            filter={place.filter}
            onRetry={records.reload}
          />
        ) : (
          <div className="kafka-records-columns">
            <RecordList
              records={shown}
              chosen={chosen}
              nowMs={nowMs}
              onChoose={setChosen}
              {...(isLive && !isPaused ? { onLeaveTop: () => setIsPaused(true) } : {})}
            />
            {record && (
              <RecordPanel
                key={chosen}
                name={name}
                topic={topic}
                record={record}
                nowMs={nowMs}
                onClose={close}
              />
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Escape clears a field before it closes anything. */
const isInField = () => isTextField(document.activeElement);

/** Records between what the tail has looked at and the ends of the log; null while not known. */
function waitingOf({ reached }: Tail, topic: KafkaTopic | null): number | null {
  if (!reached || !topic) return null;
  return topic.partitions.reduce(
    (sum, { partition, logEndOffset }) =>
      sum + Math.max(0, logEndOffset - (reached[partition] ?? logEndOffset)),
    0,
  );
}
