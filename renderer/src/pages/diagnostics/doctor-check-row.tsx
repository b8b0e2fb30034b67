import type { DoctorCheck } from '../../../../main/contract/doctor';
import { Badge } from '../../components/badge';
import { CopyButton } from '../../components/copy-button';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { formatDuration } from '../../format/time';
import { doctorText } from '../../languages/doctor-text';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { questionOf, resultAppearance } from './doctor-appearance';
import { useCheckAction } from './use-check-action';

/** One check: its result in a word, what was asked, what was answered, and what can be done. */
export function DoctorCheckRow({ check }: { check: DoctorCheck }) {
  const look = resultAppearance[check.result];
  const { answer, remedy } = doctorText(check);
  const asking = useStores('doctor', (state) => state.asking);
  const isRunning = useStores('doctor', (state) => state.isRunning);
  const { act, failure, dismiss, isBusy, rerun, mute } = useCheckAction(check);
  const question = questionOf(check);
  const isAsked = asking === check.id || isBusy;
  const isHeld = isRunning || asking !== null || isBusy;
  return (
    <li
      className="check-row"
      data-testid={`check-${check.id}`}
      data-result={check.result}
      data-muted={check.muted}
    >
      <span className="check-result">
        <Badge tone={look.tone} icon={look.icon} word={t(`diagnostics.results.${check.result}`)} />
      </span>
      <div className="check-text">
        <p className="check-question">{question}</p>
        <p className="check-answer">{answer}</p>
        {remedy && (
          <p className="check-remedy">
            <strong>{t('diagnostics.remedy')}</strong>
            <span>{remedy}</span>
            {act && (
              <button type="button" className="button" aria-disabled={isHeld} onClick={act}>
                {t(`diagnostics.actions.${check.action!}`)}
              </button>
            )}
            <CopyButton text={remedy} label={t('copy.action')} />
          </p>
        )}
        {failure && <FailureCard failure={failure} onDismiss={dismiss} />}
      </div>
      <span className="check-took number">{formatDuration(check.tookMs)}</span>
      <span className="check-actions">
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('diagnostics.rerunOne', { question })}
          aria-disabled={isHeld}
          onClick={rerun}
        >
          {isAsked && <Icon name="arc" spins />}
          {t('diagnostics.rerunShort')}
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t(check.muted ? 'diagnostics.unmuteOne' : 'diagnostics.muteOne', {
            question,
          })}
          onClick={mute}
        >
          {t(check.muted ? 'diagnostics.unmute' : 'diagnostics.mute')}
        </button>
      </span>
    </li>
  );
}
