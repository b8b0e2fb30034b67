import type { CatalogProblem } from '../../../../main/contract/catalog-problem';
import type { CatalogColumn } from '../../../../main/contract/catalogs';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import type { DraftRow } from './catalog-draft';

/** The rows of a catalog as fields, each with the way to take its row out. */
export function CatalogTable(props: {
  title: string;
  columns: readonly CatalogColumn[];
  draft: readonly DraftRow[];
  /** What is wrong with the draft; its field is marked. */
  wrong: CatalogProblem | null;
  onChange: (draft: readonly DraftRow[]) => void;
}) {
  const { title, columns, draft, wrong, onChange } = props;
  const change = (at: number, name: string, text: string) =>
    onChange(draft.map((row, index) => (index === at ? { ...row, [name]: text } : row)));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="figures-table catalog-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('settings.catalogs.row')}
            </th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                <code>{name}</code>
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('settings.catalogs.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.map((row, at) => (
            <tr key={at}>
              <th scope="row" className="number">
                {formatInteger(at + 1)}
              </th>
              {columns.map(({ name, kind }) => (
                <td key={name}>
                  <input
                    className="setting-input"
                    inputMode={kind === 'number' ? 'decimal' : undefined}
                    spellCheck={false}
                    autoComplete="off"
                    aria-label={t('settings.catalogs.field', { row: at + 1, column: name })}
                    aria-invalid={wrong?.row === at + 1 && wrong.column === name}
                    title={kind === 'list' ? t('settings.catalogs.list') : undefined}
                    value={row[name] ?? ''}
                    onChange={({ target }) => change(at, name, target.value)}
                  />
                </td>
              ))}
              <td>
                <button
                  type="button"
                  className="button button-quiet icon-button"
                  aria-label={t('settings.catalogs.removeRow', { row: at + 1 })}
                  title={t('settings.catalogs.remove')}
                  onClick={() => onChange(draft.filter((_, index) => index !== at))}
                >
                  <Icon name="cross" />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
