import { failureText } from '../languages/failure-text';
import { formatAge } from '../format/time';
import { t } from '../languages/language';
import { useNowMs, useStores } from '../state/stores';
import type { RequestView } from '../state/use-request';
import { Badge } from './badge';

/**
 * Beside a panel's title, while its rows may not be the newest: another answer could not be had, the
 * connection is lost, or the pipeline runs and the last answer is older than `limitMs`; null where
 * changes come by themselves, so that an old answer is none the worse.
 */
export function AnswerNote(props: {
  answer: Pick<RequestView<unknown>, 'view' | 'atMs'>;
  limitMs: number | null;
}) {
  const { view, atMs } = props.answer;
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? null);
  const isLost = useStores('connection', ({ connection }) => connection.kind === 'lost');
  const nowMs = useNowMs();
  if (atMs === null) return null;
  const failure = view.kind === 'failed' ? view.failure : null;
  const isOld =
    props.limitMs !== null &&
    (state === 'running' || state === 'degraded') &&
    nowMs - atMs > props.limitMs;
  if (failure === null && !isLost && !isOld) return null;
  const word = t('panel.stale', { age: formatAge(atMs, nowMs) });
  if (failure === null) return <Badge tone="amber" icon="clock" word={word} />;
  const { title, message } = failureText(failure);
  return (
    <span className="panel-note" title={`${title}. ${message}`}>
      <Badge tone="amber" icon="clock" word={word} />
      <code className="failure-code">{failure.code}</code>
    </span>
  );
}
