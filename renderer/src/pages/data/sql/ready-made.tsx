import type { RequestOf } from '../../../../../main/contract/api';
import type { NamedQuery } from '../../../../../main/contract/query';
import { PackChoice } from '../../../components/pack-choice';
import { PanelNotice } from '../../../components/panel-notice';
import { ViewNotice } from '../../../components/view-notice';
import { language, t, tOr } from '../../../languages/language';
import { useRequest } from '../../../state/use-request';
import { useShownPack } from '../../../state/use-shown-pack';

/** The own queries of a running pack by group: one click puts a query into the editor and runs it. */
export function ReadyMade({ onChoose }: { onChoose: (query: RequestOf<'query.run'>) => void }) {
  const { pack, asked } = useShownPack();
  return (
    <>
      <PackChoice />
      <QueriesOf
        key={pack}
        whose={asked === undefined ? {} : { pack: asked }}
        onChoose={onChoose}
      />
    </>
  );
}

function QueriesOf(props: {
  whose: RequestOf<'queries.read'>;
  onChoose: (query: RequestOf<'query.run'>) => void;
}) {
  const { whose, onChoose } = props;
  const { view, value, reload } = useRequest('queries.read', whose);
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
                    onClick={() => onChoose({ ...whose, name: query.name })}
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
