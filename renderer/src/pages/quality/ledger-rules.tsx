import type { LedgerRule } from '../../../../main/contract/ledger';
import { Badge } from '../../components/badge';
import { formatInteger } from '../../format/numbers';
import { t, tOr } from '../../languages/language';

/** The questions that prove the ledger, each with its answer and the first thing out of place. */
export function LedgerRules({ rules }: { rules: readonly LedgerRule[] }) {
  return (
    <ul className="ledger-rules">
      {rules.map(({ rule, question, passed, checked, finding }) => (
        <li key={rule} data-testid={`ledger-rule-${rule}`}>
          <Badge
            tone={passed ? 'green' : 'red'}
            icon={passed ? 'check' : 'octagon'}
            word={t(passed ? 'quality.checks.passed' : 'quality.checks.failed')}
          />
          <span className="ledger-question">
            {tOr(`quality.ledgerQuestions.${rule}`, question)}
            {finding && <span className="quality-wrong">{finding}</span>}
          </span>
          <span className="unit">
            {t('quality.ledger.checked', { count: checked, rows: formatInteger(checked) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
