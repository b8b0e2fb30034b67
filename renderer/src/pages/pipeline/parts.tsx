import { Panel } from '../../components/panel';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { PartCard } from './part-card';

/** The six parts, in the order in which data meets them. */
export function Parts() {
  const pipeline = useStores('overview', (state) => state.overview?.pipeline ?? null);
  const nowMs = useNowMs();
  return (
    <Panel learn="checkpoint" title={t('parts.title')} className="parts">
      <ul className="part-list">
        {pipeline?.components.map((part) => (
          <PartCard key={part.component} part={part} pipeline={pipeline} nowMs={nowMs} />
        ))}
      </ul>
    </Panel>
  );
}
