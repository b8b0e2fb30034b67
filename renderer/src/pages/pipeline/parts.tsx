import { useEffect, useState } from 'react';
import { Panel } from '../../components/panel';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { PartCard } from './part-card';

/** The six parts, in the order in which data meets them. */
export function Parts() {
  const overview = useStores('overview', (state) => state.overview);
  const client = useClient();
  const [errors, setErrors] = useState(0);
  useEffect(
    () =>
      client.on('event.logged', ({ severity }) => {
        if (severity === 'error') setErrors((count) => count + 1);
      }),
    [client],
  );
  const last = useRequest('lastErrors.read', {}, errors).value?.errors ?? [];
  const nowMs = useNowMs();
  return (
    <Panel learn="checkpoint" title={t('parts.title')} unit={t('parts.unit')} className="parts">
      <ul className="part-list">
        {overview?.pipeline.components.map((part) => (
          <PartCard
            key={part.component}
            part={part}
            overview={overview}
            lastError={last.find(({ component }) => component === part.component) ?? null}
            nowMs={nowMs}
          />
        ))}
      </ul>
    </Panel>
  );
}
