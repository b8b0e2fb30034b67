import type { DoctorCheck } from '../../../../main/contract/doctor';
import { Badge } from '../../components/badge';
import { CopyButton } from '../../components/copy-button';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { questionOf, resultAppearance } from './doctor-appearance';

/** One check: its result in a word, what was asked, what was answered, and what to do. */
export function DoctorCheckRow({ check }: { check: DoctorCheck }) {
  const look = resultAppearance[check.result];
  return (
    <li className="check-row" data-testid={`check-${check.id}`} data-result={check.result}>
      <span className="check-result">
        <Badge tone={look.tone} icon={look.icon} word={t(`diagnostics.results.${check.result}`)} />
      </span>
      <div className="check-text">
        <p className="check-question">{questionOf(check)}</p>
        <p className="check-answer">{check.answer}</p>
        {check.remedy && (
          <p className="check-remedy">
            <strong>{t('diagnostics.remedy')}</strong>
            <span>{check.remedy}</span>
            <CopyButton text={check.remedy} label={t('copy.action')} />
          </p>
        )}
      </div>
      <span className="check-took number">{formatDuration(check.tookMs)}</span>
    </li>
  );
}
