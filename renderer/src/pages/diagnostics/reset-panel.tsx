import type { ResetLevel } from '../../../../main/contract/reset';
import { resetLevel } from '../../../../main/contract/reset';
import { FailureNotice } from '../../components/failure-notice';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { ResetDialog } from '../../components/pipeline-menu/reset-dialog';
import { ResetPlanView } from '../../components/pipeline-menu/reset-plan';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';

/** Three levels, what each deletes and keeps, and the way to do it (ux.md 5.9). */
export function ResetPanel() {
  const asked = useStores('address', ({ address }) => address.parameters['reset'] ?? null);
  const adjust = useStores('address', (state) => state.adjust);
  const chosen = resetLevel.options.find((level) => level === asked) ?? null;
  return (
    <Panel title={t('diagnostics.resets.title')} className="resets">
      <p className="bundle-about">{t('diagnostics.resets.about')}</p>
      <ul className="reset-cards">
        {resetLevel.options.map((level) => (
          <LevelCard key={level} level={level} onOpen={() => adjust({ reset: level })} />
        ))}
      </ul>
      {chosen && <ResetDialog level={chosen} onClose={() => adjust({ reset: null })} />}
    </Panel>
  );
}

function LevelCard({ level, onOpen }: { level: ResetLevel; onOpen: () => void }) {
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? null);
  const isStopped = state === 'stopped' || state === 'failed';
  // Measured once, and anew when a run or a reset has changed what is there.
  const { value, view, reload } = useRequest('reset.plan', { level }, state ?? '');
  const name = t(`reset.levels.${level}`);
  return (
    <li className="reset-card" data-testid={`reset-${level}`}>
      <h3>{name}</h3>
      <p className="reset-about">{t(`reset.about.${level}`)}</p>
      {value?.level === level ? (
        <ResetPlanView plan={value} />
      ) : view.kind === 'failed' ? (
        <FailureNotice failure={view.failure} onRetry={reload} />
      ) : (
        <PanelNotice icon="arc" spins title={t('reset.reading')} />
      )}
      <button
        type="button"
        className="button"
        aria-label={t('diagnostics.resets.openOne', { level: name })}
        disabled={!isStopped}
        title={isStopped ? undefined : t('reset.running')}
        onClick={onOpen}
      >
        {t('diagnostics.resets.open')}
      </button>
    </li>
  );
}
