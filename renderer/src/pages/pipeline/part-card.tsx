import type { Overview } from '../../../../main/contract/api';
import type { LastError } from '../../../../main/contract/last-errors';
import type { ComponentHealth } from '../../../../main/contract/service';
import { Badge } from '../../components/badge';
import { formatAge } from '../../format/time';
import { eventText } from '../../languages/event-text';
import { labelled, t } from '../../languages/language';
import { proofText } from '../../languages/proof-text';
import { PartActions } from './part-actions';
import { describeService, healthAppearance, serviceOf } from './part-appearance';
import { partFacts } from './part-facts';
import { ProducerControl } from './producer-control';

/** One part with its proof: what was asked, what it answered, when; its figures, and what it can do. */
export function PartCard(props: {
  part: ComponentHealth;
  overview: Overview;
  lastError: LastError | null;
  nowMs: number;
}) {
  const { part, overview, lastError, nowMs } = props;
  const { component } = part;
  const { question, answer } = proofText(part);
  const look = healthAppearance[part.health];
  const service = serviceOf(component, overview.pipeline);
  const underWay = service && service.state !== 'running' && describeService(service, nowMs);
  return (
    <li
      className="part-card"
      data-testid={`part-${component}`}
      data-health={part.health}
      data-tone={look.tone}
    >
      <div className="part-head">
        <h3>{t(`parts.names.${component}`)}</h3>
        <Badge tone={look.tone} icon={look.icon} word={t(`parts.health.${part.health}`)} />
      </div>
      <p className="part-answer" title={answer}>
        {part.atMs === null ? answer || t('parts.notAsked') : answer}
      </p>
      <p className="part-proof">
        <span className="part-question" title={question}>
          {underWay || question}
        </span>
        {part.atMs !== null && (
          <time dateTime={new Date(part.atMs).toISOString()}>{formatAge(part.atMs, nowMs)}</time>
        )}
      </p>
      <dl className="part-facts">
        {partFacts(component, overview, nowMs).map(({ name, value }) => (
          <div key={name} className={`part-fact-${name}`}>
            <dt>{t(`parts.facts.${name}`)}</dt>
            <dd title={value} {...(name === 'sent' ? { 'data-testid': 'sent-per-second' } : {})}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {component === 'producer' && <ProducerControl producer={overview.producer} />}
      <PartError error={lastError} nowMs={nowMs} />
      <PartActions component={component} nowMs={nowMs} />
    </li>
  );
}

/** The newest error that the event log has of the part. */
function PartError({ error, nowMs }: { error: LastError | null; nowMs: number }) {
  if (error === null) return <p className="part-error">{t('parts.noError')}</p>;
  const message = eventText(error);
  return (
    <p className="part-error" data-is="error" title={message}>
      {labelled(t('parts.lastError', { age: formatAge(error.atMs, nowMs) }), message)}
    </p>
  );
}
