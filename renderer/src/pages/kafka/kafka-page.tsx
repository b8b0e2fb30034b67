import type { Failure } from '../../../../main/contract/failure';
import type { KafkaTopics } from '../../../../main/contract/kafka-topics';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { formatClock, formatElapsed } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { KafkaFailure } from './kafka-failure';
import { DeadLettersPanel } from './dead-letters-panel';
import { LagPanel } from './lag-panel';
import { PartitionTable } from './partition-table';
import { RecordsPanel } from './records-panel';
import { deadLetterTopic, topicOf } from './topic-address';
import { TopicTable } from './topic-table';
import { useTopics } from './use-topics';

/** Figures older than this carry an amber age label. */
const staleAfterMs = 15_000;

/** What is in the topics, and how far behind is the reader? */
export function KafkaPage() {
  const path = useStores('address', (state) => state.address.path);
  const nowMs = useNowMs();
  const { view, value, rows, reload } = useTopics();
  const name = topicOf(path) ?? rows[0]?.topic.topic ?? null;
  const row = rows.find(({ topic }) => topic.topic === name) ?? null;
  const failure = view.kind === 'failed' ? view.failure : null;
  // What was measured and what was rejected is kept: it is here without the broker too.
  const past =
    name === deadLetterTopic ? (
      <DeadLettersPanel />
    ) : name !== null && (row === null || row.topic.kind === 'stream') ? (
      <LagPanel key={`lag ${name}`} topic={name} lag={row?.lag ?? null} />
    ) : null;
  if (!value)
    return (
      <main className="page kafka-page">
        <Panel className="kafka-alone" title={t('kafka.topics')}>
          {failure ? (
            <KafkaFailure failure={failure} onRetry={reload} />
          ) : (
            <PanelNotice icon="arc" spins title={t('kafka.loading')} />
          )}
        </Panel>
        {past}
      </main>
    );
  return (
    <main className="page kafka-page">
      <div className="kafka-columns">
        <Panel
          title={t('kafka.topics')}
          aside={<AnswerState answer={value} failure={failure} nowMs={nowMs} />}
        >
          <TopicTable rows={rows} chosen={name} />
        </Panel>
        {row && (
          <Panel learn="partition" title={t('kafka.partitionsOf', { topic: row.topic.topic })}>
            <PartitionTable row={row} />
          </Panel>
        )}
      </div>
      {past}
      {name && <RecordsPanel key={`records ${name}`} name={name} topic={row?.topic ?? null} />}
    </main>
  );
}

/** Beside figures that are not of this moment: why, and how old they are. */
function AnswerState(props: { answer: KafkaTopics; failure: Failure | null; nowMs: number }) {
  const { answer, failure, nowMs } = props;
  if (failure?.code === 'PIPELINE_NOT_RUNNING') {
    const time = formatClock(answer.atMs, nowMs);
    return <span className="panel-note">{t('kafka.lastAnswer', { time })}</span>;
  }
  const ageMs = nowMs - answer.atMs;
  if (!failure && ageMs <= staleAfterMs) return null;
  return (
    <Badge tone="amber" icon="triangle" word={t('panel.stale', { age: formatElapsed(ageMs) })} />
  );
}
