import type { ColumnProfile, ProfiledColumn } from '../../../../main/contract/column-profile';
import { formatExact } from '../../format/cells';
import { missing } from '../../format/missing';
import { formatInteger, formatPercent } from '../../format/numbers';
import { toFrenchSpaces } from '../../languages/french-typography';
import { language, t } from '../../languages/language';

/** A row for each column: type, share of nulls, distinct values, least and most, description. */
export function SchemaTable({ profile }: { profile: ColumnProfile | null }) {
  const rowCount = profile?.rowCount ?? null;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('data.schema')}>
      <table className="figures-table rows-table">
        <thead>
          <tr>
            <th scope="col">{t('data.column')}</th>
            <th scope="col">{t('data.type')}</th>
            {(['nulls', 'distinct', 'least', 'most'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`data.${name}`)}
              </th>
            ))}
            <th scope="col">{t('data.description')}</th>
          </tr>
        </thead>
        <tbody>
          {(profile?.columns ?? []).map((column) => (
            <tr key={column.name}>
              <th scope="row">{column.name}</th>
              <td>
                <code>{shortType(column.type)}</code>
                {column.packText?.unit && (
                  <span className="schema-unit">{` · ${column.packText.unit}`}</span>
                )}
              </td>
              <td
                className="number"
                title={column.nulls === null ? undefined : formatInteger(column.nulls)}
              >
                {nullShare(column, rowCount)}
              </td>
              <td className="number">{distinctText(column)}</td>
              <td className="number schema-value">{boundOf(column, 'least')}</td>
              <td className="number schema-value">{boundOf(column, 'most')}</td>
              <td className="schema-description">
                {[saidOf(column), column.isPartition ? t('data.partitioned') : null]
                  .filter(Boolean)
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const boundOf = (column: ProfiledColumn, bound: 'least' | 'most') =>
  formatExact(column[bound], column.type, column.packText?.unit);

/** What the table itself says of a column comes before what its pack does. */
function saidOf({ description, packText }: ProfiledColumn): string | null {
  if (description !== null || packText === null) return description;
  return language() === 'fr' ? toFrenchSpaces(packText.fr) : packText.en;
}

function nullShare({ nulls }: ProfiledColumn, rowCount: number | null): string {
  if (nulls === null || rowCount === null || rowCount === 0) return missing;
  return formatPercent(nulls / rowCount);
}

/** An estimate is marked as such. */
function distinctText({ distinct, isDistinctExact }: ProfiledColumn): string {
  if (distinct === null) return missing;
  return isDistinctExact ? formatInteger(distinct) : `≈ ${formatInteger(distinct)}`;
}

/** DuckDB's own short name of its longest type. */
const shortType = (type: string) => type.replace('TIMESTAMP WITH TIME ZONE', 'TIMESTAMPTZ');
