import { Icon } from '../../components/icon';
import { StateAnnouncer } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import { useStores } from '../../state/stores';
import { checksWith } from '../diagnostics/doctor-appearance';
import { DoctorCheckRow } from '../diagnostics/doctor-check-row';

/** The doctor's checks, which run while one reads, in one line. */
export function FirstChecks() {
  const report = useStores('doctor', ({ view }) => lastGood(view));
  const isRunning = useStores('doctor', (state) => state.isRunning);
  const run = useStores('doctor', (state) => state.run);
  const passed = report ? checksWith(report, ['passed']).length : 0;
  const count = report ? checksWith(report, ['failed', 'warning']).length : 0;
  const state =
    report === null || isRunning
      ? t('firstRun.checking')
      : t('firstRun.passed', { count: passed, figure: formatInteger(passed) });
  const attention = !isRunning && count > 0 ? ` · ${t('firstRun.attention', { count })}` : '';
  return (
    <div>
      <dt>{t('firstRun.checks')}</dt>
      <dd>
        <StateAnnouncer text={`${state}${attention}`} isUrgent={false} />
        <span data-testid="first-run-checks">
          {state}
          {attention}
        </span>
        {report === null || isRunning ? (
          <Icon name="arc" spins />
        ) : (
          count > 0 && (
            <button type="button" className="button" onClick={() => void run()}>
              {t('firstRun.again')}
            </button>
          )
        )}
      </dd>
    </div>
  );
}

/** The checks that need attention, each with its remedy; nothing while there is none. */
export function FirstAttention() {
  const report = useStores('doctor', ({ view }) => lastGood(view));
  const attention = report ? checksWith(report, ['failed', 'warning']) : [];
  const count = attention.length;
  if (count === 0) return null;
  return (
    <ul className="first-run-attention" aria-label={t('firstRun.attention', { count })}>
      {attention.map((check) => (
        <DoctorCheckRow key={check.id} check={check} />
      ))}
    </ul>
  );
}
