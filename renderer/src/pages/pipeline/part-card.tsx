import type { PipelineStatus } from '../../../../main/contract/pipeline';
import type { ComponentHealth } from '../../../../main/contract/service';
import { Badge } from '../../components/badge';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { describeService, healthAppearance, serviceOf } from './part-appearance';

/** One part with its proof: what was asked, what it answered, and when. */
export function PartCard(props: {
  part: ComponentHealth;
  pipeline: PipelineStatus;
  nowMs: number;
}) {
  const { part, pipeline, nowMs } = props;
  const look = healthAppearance[part.health];
  const service = serviceOf(part.component, pipeline);
  const process = service && describeService(service, nowMs);
  return (
    <li
      className="part-card"
      data-testid={`part-${part.component}`}
      data-health={part.health}
      data-tone={look.tone}
    >
      <div className="part-head">
        <h3>{t(`parts.names.${part.component}`)}</h3>
        <Badge tone={look.tone} icon={look.icon} word={t(`parts.health.${part.health}`)} />
      </div>
      <p className="part-answer" title={part.answer}>
        {part.atMs === null ? part.answer || t('parts.notAsked') : part.answer}
      </p>
      <p className="part-proof">
        <span className="part-question" title={part.question}>
          {process ?? part.question}
        </span>
        {part.atMs !== null && (
          <time dateTime={new Date(part.atMs).toISOString()}>{formatAge(part.atMs, nowMs)}</time>
        )}
      </p>
    </li>
  );
}
