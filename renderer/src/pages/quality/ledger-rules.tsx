import type { LedgerReport } from '../../../../main/contract/ledger';
import { Badge } from '../../components/badge';
import { formatInteger } from '../../format/numbers';
import { t, tOr } from '../../languages/language';
import { LedgerPlace } from './ledger-place';

/** The questions that prove the ledger, each with its answer and the first thing out of place. */
export function LedgerRules({ report }: { report: LedgerReport }) {
  return (
    <ul className="ledger-rules">
      {report.rules.map(({ rule, question, passed, checked, finding, place }) => (
        <li key={rule} data-testid={`ledger-rule-${rule}`}>
          <Badge
            tone={passed ? 'green' : 'red'}
            icon={passed ? 'check' : 'octagon'}
            word={t(passed ? 'quality.checks.passed' : 'quality.checks.failed')}
          />
          <span className="ledger-question">
            {tOr(`quality.ledgerQuestions.${rule}`, question)}
            {finding && <span className="quality-wrong">{finding}</span>}
            <LedgerPlace report={report} place={place} />
          </span>
          <span className="unit">
            {t('quality.ledger.checked', { count: checked, rows: formatInteger(checked) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
