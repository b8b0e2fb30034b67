import { useState } from 'react';
import { catalogProblem } from '../../../../main/contract/catalog-problem';
import type { Catalog } from '../../../../main/contract/catalogs';
import type { Failure } from '../../../../main/contract/failure';
import { Panel } from '../../components/panel';
import { failureText } from '../../languages/failure-text';
import { formatInteger } from '../../format/numbers';
import { t, tOr } from '../../languages/language';
import { draftOf, emptyRow, rowsOf } from './catalog-draft';
import type { DraftRow } from './catalog-draft';
import { CatalogTable } from './catalog-table';
import { useStores } from '../../state/stores';
import { useFocusHeir } from '../../state/use-focus-heir';
import type { CatalogsAccess } from './use-catalogs';

/** The name of a catalog in the window's language, or as its file has it. */
export const catalogTitle = ({ pack, name }: Pick<Catalog, 'pack' | 'name'>): string =>
  `${tOr(`settings.catalogs.names.${name}`, name)} · ${pack}`;

const findAddRow = (panel: HTMLElement | null) =>
  panel?.querySelector<HTMLElement>('.catalog-actions button');

/** One catalog to be edited: its rows in fields, what is wrong with them, and keeping or leaving it. */
export function CatalogPanel({ catalog, access }: { catalog: Catalog; access: CatalogsAccess }) {
  const { pack, name, columns, rows, isChanged, isWaiting } = catalog;
  const [edited, setEdited] = useState<readonly DraftRow[] | null>(null);
  const announce = useStores('announcer', (state) => state.announce);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const draft = edited ?? draftOf(rows, columns);
  const others = access.catalogs.filter((one) => one.pack === pack && one.name !== name);
  const problem = edited && catalogProblem(catalog, rowsOf(edited, columns), others);
  // These are gone once they are pressed; Add row stays.
  const resetButton = useFocusHeir<HTMLButtonElement>(findAddRow);
  const leaveButton = useFocusHeir<HTMLButtonElement>(findAddRow);
  const keepButton = useFocusHeir<HTMLButtonElement>(findAddRow);
  const settle = async (answer: Promise<Failure | null>) => {
    const failure = await answer;
    setRefusal(failure);
    if (failure !== null) return;
    setEdited(null);
    announce(t('settings.kept.nextStart', { title: catalogTitle(catalog) }));
  };
  const leave = () => {
    setEdited(null);
    setRefusal(null);
  };
  const said = problem
    ? t(`settings.catalogs.problems.${problem.kind}`, {
        ...problem,
        row: formatInteger(problem.row),
      })
    : refusal && failureText(refusal).message;
  return (
    <Panel
      title={catalogTitle(catalog)}
      unit={t('settings.catalogs.rows', {
        count: rows.length,
        figure: formatInteger(rows.length),
      })}
      className="settings-group catalog"
      aside={
        <>
          {isWaiting && <span className="panel-note">{t('settings.catalogs.waiting')}</span>}
          {isChanged && !edited && (
            <button
              ref={resetButton}
              type="button"
              className="button button-quiet"
              onClick={() => void settle(access.reset(pack, name))}
            >
              {t('settings.catalogs.reset')}
            </button>
          )}
        </>
      }
    >
      <CatalogTable
        title={catalogTitle(catalog)}
        columns={columns}
        draft={draft}
        wrong={problem}
        onChange={setEdited}
      />
      <div className="catalog-actions">
        <button
          type="button"
          className="button"
          onClick={() => setEdited([...draft, emptyRow(columns)])}
        >
          {t('settings.catalogs.add')}
        </button>
        {said && (
          <span className="setting-problem" role="alert">
            {said}
          </span>
        )}
        {edited && (
          <>
            <button ref={leaveButton} type="button" className="button button-quiet" onClick={leave}>
              {t('settings.catalogs.leave')}
            </button>
            <button
              ref={keepButton}
              type="button"
              className="button button-strong"
              disabled={problem !== null}
              onClick={() => void settle(access.change(pack, name, rowsOf(edited, columns)))}
            >
              {t('settings.catalogs.keep')}
            </button>
          </>
        )}
      </div>
    </Panel>
  );
}
