import { useState } from 'react';
import type { ExportDrifts } from '../../../../main/contract/export';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Announced } from '../../components/state-announcer';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';
import { whose } from './use-preset-counts';

/** Contracts whose table has changed: what that means, and the next version of each. */
export function DriftNotices(props: { pack: string | undefined; onCreated: () => void }) {
  const { pack, onCreated } = props;
  const client = useClient();
  const { value, reload } = useRequest('exports.drift', whose(pack));
  const [created, setCreated] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const create = async (preset: string) => {
    try {
      const { version } = await client.request('export.createVersion', { ...whose(pack), preset });
      setCreated(t('export.drift.created', { version: String(version), what: preset }));
      setFailure(null);
      reload();
      onCreated();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
  };
  return (
    <>
      {(value?.drifts ?? []).map((drift) => (
        <section
          key={`${drift.preset} ${drift.version}`}
          className="drift-notice tone-amber"
          aria-label={t('export.drift.title', { what: drift.preset })}
        >
          <Icon name="caution" />
          <div>
            <h2>{t('export.drift.title', { what: drift.preset })}</h2>
            {sentencesOf(drift).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          {drift.canCreate && (
            <button type="button" className="button" onClick={() => void create(drift.preset)}>
              {t('export.drift.create', { version: String(drift.version + 1) })}
            </button>
          )}
        </section>
      ))}
      {created !== null && (
        <p className="panel-note">
          <Announced text={created} />
          {created}
        </p>
      )}
      {failure && <FailureCard failure={failure} onDismiss={() => setFailure(null)} />}
    </>
  );
}

/** What no longer fits comes first: with it the contract cannot be written. */
function sentencesOf(drift: ExportDrifts['drifts'][number]): string[] {
  const { added, removed, retyped } = drift;
  const version = String(drift.version);
  const changes = [
    ...removed.map((name) => t('export.drift.gone', { name })),
    ...retyped.map(({ column, from, to }) => t('export.drift.retyped', { name: column, from, to })),
  ];
  return [
    ...(changes.length > 0
      ? [t('export.drift.broken', { version, changes: changes.join(', ') })]
      : []),
    ...(added.length > 0
      ? [t('export.drift.added', { count: added.length, version, names: added.join(', ') })]
      : []),
  ];
}
