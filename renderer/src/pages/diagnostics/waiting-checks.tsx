import { doctorCheckIds } from '../../../../main/contract/doctor';
import { Badge } from '../../components/badge';
import { missing } from '../../format/missing';
import { t } from '../../languages/language';

/** Before the first answer: every check that there is, in rows as high as those of the answers. */
export function WaitingChecks({ isRunning }: { isRunning: boolean }) {
  return (
    <section className="check-section" aria-busy="true">
      <h3>
        {t('diagnostics.firstRun')} {t('diagnostics.firstRunDetail')}
      </h3>
      <ul>
        {doctorCheckIds.map((id) => (
          <li key={id} className="check-row" data-testid={`waiting-${id}`}>
            <span className="check-result">
              {isRunning ? (
                <Badge tone="blue" icon="arc" word={t('diagnostics.beingAsked')} />
              ) : (
                <Badge tone="neutral" icon="clock" word={t('diagnostics.waiting')} />
              )}
            </span>
            <div className="check-text">
              <p className="check-question">{t(`diagnostics.questions.${id}`)}</p>
              <p className="check-answer">{missing}</p>
            </div>
            <span className="check-took number">{missing}</span>
            <span className="check-actions" />
          </li>
        ))}
      </ul>
    </section>
  );
}
