import type { ResetPlan } from '../../../../main/contract/reset';
import { formatBytes, formatInteger } from '../../format/numbers';
import { t, tOr } from '../../languages/language';

/** What a reset would delete, with files, sizes and rows, and what it would leave. */
export function ResetPlanView({ plan }: { plan: ResetPlan }) {
  const rows = plan.tables.reduce((sum, table) => sum + (table.rows ?? 0), 0);
  const name = (what: string) => tOr(`reset.what.${what}`, what);
  return (
    <div className="reset-plan">
      <section>
        <h3>{t('reset.deletes')}</h3>
        {plan.deletes.length === 0 && <p>{t('reset.nothing')}</p>}
        <ul>
          {plan.deletes.map(({ what, folder, files, sizeBytes }) => (
            <li key={folder} title={folder}>
              {t('reset.folder', {
                what: name(what),
                count: files,
                figure: formatInteger(files),
                size: formatBytes(sizeBytes),
              })}
            </li>
          ))}
          {plan.tables.length > 0 && (
            <li>
              {t('reset.tables', {
                count: plan.tables.length,
                figure: formatInteger(plan.tables.length),
                rows: formatInteger(rows),
              })}
            </li>
          )}
        </ul>
      </section>
      <section>
        <h3>{t('reset.keeps')}</h3>
        <p>{plan.keeps.map(name).join(', ')}</p>
      </section>
    </div>
  );
}
