import { useState } from 'react';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { KafkaFailure } from './kafka-failure';
import { RecordList, recordId } from './record-list';
import { RecordPanel } from './record-panel';
import { RecordTools } from './record-tools';
import { readPlace, recordsRequest } from './records-place';
import { useRecords } from './use-records';
import type { RecordsView } from './use-records';

/** The records of a topic from a place on, and the chosen one wholly. */
export function RecordsPanel({ topic, partitions }: { topic: string; partitions: number }) {
  const parameters = useStores('address', (state) => state.address.parameters);
  const nowMs = useNowMs();
  const [usualAtMs] = useState(() => Date.now() - 300_000);
  const place = readPlace(parameters, usualAtMs);
  const records = useRecords(recordsRequest(topic, place));
  const [chosen, setChosen] = useState<string | null>(null);
  const record = records.records.find((one) => recordId(one) === chosen) ?? null;
  return (
    <Panel
      className="kafka-browser"
      title={t('kafka.records')}
      unit={topic}
      aside={<ReadState records={records} />}
    >
      <div className="kafka-browser-body">
        <RecordTools place={place} partitions={partitions} records={records} />
        {records.failure && records.records.length > 0 && (
          <p className="kafka-alarm tone-red" role="alert">
            {t('kafka.failed')} <code>{records.failure.code}</code>
          </p>
        )}
        {records.records.length === 0 ? (
          <NoRecords records={records} isFiltered={place.text !== ''} />
        ) : (
          <div className="kafka-records-columns">
            <RecordList
              records={records.records}
              chosen={chosen}
              nowMs={nowMs}
              onChoose={setChosen}
            />
            {record && (
              <RecordPanel
                key={chosen}
                topic={topic}
                record={record}
                nowMs={nowMs}
                onClose={() => setChosen(null)}
              />
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

const recordsOf = (count: number) =>
  t('kafka.recordsCount', { count, figure: formatInteger(count) });

function ReadState({ records: { answer, records, goOn, isReading } }: { records: RecordsView }) {
  if (!answer) return null;
  const { scanned, elapsedMs, stoppedBy, next } = answer;
  return (
    <>
      <span
        className="panel-note"
        role="status"
        title={t('kafka.scanned', {
          figure: formatInteger(scanned),
          duration: formatDuration(elapsedMs),
        })}
      >
        {t(`kafka.stopped.${stoppedBy}`, { records: recordsOf(records.length) })}
      </span>
      {next && (
        <button type="button" className="button" disabled={isReading} onClick={goOn}>
          {t('kafka.goOn')}
        </button>
      )}
    </>
  );
}

function NoRecords({ records, isFiltered }: { records: RecordsView; isFiltered: boolean }) {
  const adjust = useStores('address', (state) => state.adjust);
  const { failure, answer, isReading, reload } = records;
  if (failure) return <KafkaFailure failure={failure} onRetry={reload} />;
  if (!answer)
    return isReading ? <PanelNotice icon="arc" spins title={t('kafka.reading')} /> : null;
  if (!isFiltered)
    return (
      <PanelNotice icon="stream" title={t('kafka.noneYet')} detail={t('kafka.noneYetDetail')} />
    );
  return (
    <PanelNotice
      icon="magnifier"
      title={t('kafka.noMatch')}
      detail={t('kafka.noMatchDetail', { figure: formatInteger(answer.scanned) })}
      action={
        <button type="button" className="button" onClick={() => adjust({ text: null })}>
          {t('panel.clearFilter')}
        </button>
      }
    />
  );
}
