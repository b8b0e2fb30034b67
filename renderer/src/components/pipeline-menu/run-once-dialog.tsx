import type { RunOnceDone } from '../../../../main/contract/run-once';
import { formatInteger, formatTenths } from '../../format/numbers';
import { formatDuration, formatElapsed } from '../../format/time';
import { labelled, t } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { Dialog } from '../dialog';
import { FailureCard } from '../failure-card';
import { Announced } from '../state-announcer';
import { useRunOnce } from './use-run-once';

/** How many sales a run once sends (ux.md section 2). */
const count = 50;

/** Asks, shows how far it is, and then what became of every sale. */
export function RunOnceDialog({ onClose }: { onClose: () => void }) {
  const { phase, run, cancel } = useRunOnce(count);
  const nowMs = useNowMs();
  const isRunning = phase.kind === 'running';
  const leave = () => {
    if (isRunning) cancel();
    onClose();
  };
  return (
    <Dialog
      title={t('runOnce.title')}
      className="run-once"
      onClose={leave}
      actions={
        <>
          <button type="button" className="button" onClick={isRunning ? cancel : onClose}>
            {isRunning ? t('control.cancel') : t('control.close')}
          </button>
          {(phase.kind === 'asked' || phase.kind === 'failed') && (
            <button type="button" className="button button-strong" onClick={run}>
              {t('runOnce.run')}
            </button>
          )}
        </>
      }
    >
      <p className="dialog-body">{t('runOnce.body', { count })}</p>
      {phase.kind === 'running' && (
        <p className="run-once-progress">
          <Announced text={`${t('runOnce.progress')} ${formatTenths(phase.percent)}`} />
          <progress max={100} value={phase.percent} aria-label={t('runOnce.progress')} />
          {t('runOnce.running', { elapsed: formatElapsed(nowMs - phase.sinceMs) })}
        </p>
      )}
      {phase.kind === 'failed' && <FailureCard failure={phase.failure} />}
      {phase.kind === 'done' && <Outcome done={phase.done} />}
    </Dialog>
  );
}

function Outcome({ done }: { done: RunOnceDone }) {
  const figures = ['acknowledged', 'bronze', 'silver', 'rejected', 'duplicates'] as const;
  const isOk = done.ledger === 'ok';
  const ledger = isOk
    ? t('runOnce.ledgerOk')
    : t('runOnce.ledgerBroken', { finding: done.finding ?? '' });
  return (
    <div data-testid="run-once-done">
      <Announced text={ledger} />
      <p className={isOk ? 'run-once-ledger tone-green' : 'run-once-ledger tone-red'}>{ledger}</p>
      <dl className="run-once-figures">
        {figures.map((name) => (
          <div key={name}>
            <dt>{t(`runOnce.figures.${name}`)}</dt>
            <dd>{formatInteger(done[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="run-once-steps">
        {labelled(
          t('runOnce.done', { took: formatDuration(done.tookMs) }),
          done.steps
            .map(({ name, tookMs }) => `${t(`runOnce.steps.${name}`)} ${formatDuration(tookMs)}`)
            .join(' · '),
        )}
      </p>
    </div>
  );
}
