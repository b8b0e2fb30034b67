import type { BundleEntry } from '../../../../main/contract/bundle';
import { removedKinds } from '../../../../main/contract/bundle';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { Announced } from '../../components/state-announcer';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useBundle } from './use-bundle';

/** A debug bundle: first what would be in it and what was taken out, then the zip. */
export function BundlePanel() {
  const { state, failure, make, save, dismiss } = useBundle();
  const isMaking = state.kind === 'making';
  const saved =
    state.kind === 'listed' && state.saved !== null
      ? t('diagnostics.bundle.saved', { file: state.saved })
      : null;
  const progress = {
    none: '',
    making: t('diagnostics.bundle.making'),
    listed: t('diagnostics.bundle.contents'),
  }[state.kind];
  return (
    <Panel
      title={t('diagnostics.bundle.title')}
      className="bundle"
      aside={
        <>
          <Announced text={saved ?? progress} />
          <span className="panel-note">{saved}</span>
          <button
            type="button"
            className="button"
            aria-disabled={isMaking}
            onClick={() => {
              if (!isMaking) void make();
            }}
          >
            {isMaking && <Icon name="arc" spins />}
            {t(
              isMaking
                ? 'diagnostics.bundle.making'
                : state.kind === 'listed'
                  ? 'diagnostics.bundle.again'
                  : 'diagnostics.bundle.make',
            )}
          </button>
          {state.kind === 'listed' && (
            <button
              type="button"
              className="button button-strong"
              onClick={() => void save(state.bundle)}
            >
              <Icon name="download" />
              {t('diagnostics.bundle.save')}
            </button>
          )}
        </>
      }
    >
      <p className="bundle-about">{t('diagnostics.bundle.about')}</p>
      {failure && <FailureCard failure={failure} onDismiss={dismiss} />}
      {state.kind === 'listed' && <BundleTable entries={state.bundle.entries} />}
    </Panel>
  );
}

function BundleTable({ entries }: { entries: readonly BundleEntry[] }) {
  return (
    <div
      className="table-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('diagnostics.bundle.contents')}
    >
      <table className="figures-table rows-table">
        <thead>
          <tr>
            <th scope="col">{t('diagnostics.bundle.file')}</th>
            <th scope="col" className="number">
              {t('diagnostics.bundle.size')}
            </th>
            <th scope="col">{t('diagnostics.bundle.removed')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.name}>
              <td>
                <code>{entry.name}</code>
              </td>
              <td className="number">{formatBytes(entry.sizeBytes)}</td>
              <td>{removedText(entry) || missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `2 secrets, 1 home folder`; empty where nothing was taken out. */
function removedText({ removed }: BundleEntry): string {
  return removedKinds
    .flatMap((kind) => {
      const count = removed[kind] ?? 0;
      const figure = formatInteger(count);
      return count > 0 ? [t(`diagnostics.bundle.kinds.${kind}`, { count, figure })] : [];
    })
    .join(', ');
}
