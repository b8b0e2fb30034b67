import { useState } from 'react';
import { resetLevel } from '../../../../main/contract/reset';
import type { ResetLevel } from '../../../../main/contract/reset';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { Dialog } from '../dialog';
import { FailureCard } from '../failure-card';
import { Announced } from '../state-announcer';
import { ResetPlanView } from './reset-plan';

/** Three levels: what each deletes and keeps; data and everything are confirmed by a typed word. */
export function ResetDialog({
  level: first = 'checkpoints',
  onClose,
}: {
  level?: ResetLevel;
  onClose: () => void;
}) {
  const client = useClient();
  const loadOverview = useStores('overview', (state) => state.load);
  const [level, setLevel] = useState<ResetLevel>(first);
  const [typed, setTyped] = useState('');
  const [runs, setRuns] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [tookMs, setTookMs] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { value, view } = useRequest('reset.plan', { level }, runs);
  const plan = value?.level === level ? value : null;
  const isConfirmed = plan !== null && (plan.confirmation ?? typed) === typed;
  const canRun = plan !== null && isConfirmed && !isRunning;

  const done = tookMs === null ? null : t('reset.done', { took: formatDuration(tookMs) });

  const run = async () => {
    setIsRunning(true);
    setFailure(null);
    setTookMs(null);
    try {
      const confirmation = plan?.confirmation === null ? null : typed;
      setTookMs((await client.request('reset.run', { level, confirmation })).tookMs);
      setTyped('');
      await loadOverview();
    } catch (thrown) {
      setFailure(failureOf(thrown));
    } finally {
      setIsRunning(false);
      setRuns((count) => count + 1);
    }
  };
  return (
    <Dialog
      title={t('reset.title')}
      className="reset-dialog"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('control.close')}
          </button>
          <button
            type="button"
            className="button button-danger"
            disabled={!canRun}
            onClick={() => void run()}
          >
            {t('reset.run')}
          </button>
        </>
      }
    >
      <fieldset className="reset-levels">
        <legend className="visually-hidden">{t('reset.level')}</legend>
        {resetLevel.options.map((one) => (
          <label key={one} className="reset-level">
            <input
              type="radio"
              name="reset-level"
              checked={one === level}
              autoFocus={one === first}
              onChange={() => {
                setLevel(one);
                setTyped('');
                setTookMs(null);
              }}
            />
            <span>
              <strong>{t(`reset.levels.${one}`)}</strong>
              <span className="reset-about">{t(`reset.about.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {plan ? (
        <ResetPlanView plan={plan} />
      ) : (
        <div className="reset-plan">
          {view.kind === 'failed' ? <FailureCard failure={view.failure} /> : t('reset.reading')}
        </div>
      )}
      {plan !== null && plan.confirmation !== null && (
        <label className="reset-confirm">
          {t('reset.type', { word: plan.confirmation })}
          <input
            className="text-field"
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      )}
      {failure && <FailureCard failure={failure} />}
      <p className="reset-outcome">
        <Announced text={done ?? ''} />
        {done ?? t('reset.cannotUndo')}
      </p>
    </Dialog>
  );
}
