import type { NamedQuery } from '../../../../../main/contract/query';
import { PanelNotice } from '../../../components/panel-notice';
import { ViewNotice } from '../../../components/view-notice';
import { language, t, tOr } from '../../../languages/language';
import { useStores } from '../../../state/stores';
import { useRequest } from '../../../state/use-request';

/** The pack's own queries by group: one click puts a query into the editor and runs it. */
export function ReadyMade({ onChoose }: { onChoose: (name: string) => void }) {
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const { view, value, reload } = useRequest('queries.read', {}, pack);
  if (value === null)
    return <ViewNotice view={view} willAppear={t('sql.noReadyMade')} onRetry={reload} />;
  const queries = value.queries.filter(({ name }) => name !== filterValues);
  if (queries.length === 0) return <PanelNotice icon="lines" title={t('sql.noReadyMade')} />;
  const groups = [...new Set(queries.map(({ group }) => group))].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  return (
    <div className="ready-made" tabIndex={0} role="region" aria-label={t('sql.readyMade')}>
      {groups.map((group) => (
        <section key={group} aria-label={tOr(`sql.queryGroups.${group}`, group)}>
          <h3>{tOr(`sql.queryGroups.${group}`, group)}</h3>
          <ul>
            {queries
              .filter((query) => query.group === group)
              .map((query) => (
                <li key={query.name}>
                  <button
                    type="button"
                    className="ready-made-query"
                    title={query.name}
                    onClick={() => onChoose(query.name)}
                  >
                    {titleOf(query)}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What the filters of the Dashboard ask: no question of a person. */
const filterValues = 'filter_values';

const titleOf = ({ title, titleFr }: NamedQuery) => (language() === 'fr' ? titleFr : title);

/** What people ask first stands first; groups of a person's own pack come last. */
function rankOf(group: string): number {
  const at = ['quick', 'analysis', 'dashboard', 'api'].indexOf(group);
  return at < 0 ? 9 : at;
}
