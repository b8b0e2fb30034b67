import { useState } from 'react';
import type { ReactNode } from 'react';
import type { QueryResult } from '../../../main/contract/query';
import type { AsyncView } from '../state/async-view';
import { useNowMs, useStores } from '../state/stores';
import { Panel } from './panel';
import { panelCondition } from './panel-condition';
import { QueryNotice, QueryStateNote } from './query-notice';
import { QuerySource } from './query-source';
import { TableSwitch } from './table-switch';

export interface QueryPanelProps {
  readonly title: string;
  readonly unit?: string;
  readonly className?: string;
  readonly view: AsyncView<QueryResult>;
  readonly reload: () => void;
  /** Takes every filter away; absent where nothing is filtered. */
  readonly onClearFilter?: (() => void) | undefined;
  /** What the filters ask for, in a sentence that says that there is none: `No rows for Italy`. */
  readonly noMatch?: string | null;
  /** The rows are meant to be of an earlier version: their age is no fault. */
  readonly isPast?: boolean;
  /** Notes beside the title. */
  readonly aside?: ReactNode;
  /** What can be done with the panel, right of everything else. */
  readonly actions?: ReactNode;
  readonly chart: (result: QueryResult) => ReactNode;
  /** The same rows as a table; absent where the panel is one already. */
  readonly table?: (result: QueryResult) => ReactNode;
}

/** Rows of a query as a chart or a table, in the five states of every panel (ux.md section 4). */
export function QueryPanel(props: QueryPanelProps) {
  const { title, view, reload, chart, table } = props;
  const pipeline = useStores('overview', (state) => state.overview?.pipeline ?? null);
  const connection = useStores('connection', (state) => state.connection);
  const nowMs = useNowMs();
  const [isTable, setIsTable] = useState(false);

  const now = panelCondition({ view, pipeline, connection, nowMs });
  const condition =
    props.isPast && now.kind === 'stale' ? { kind: 'current' as const, result: now.result } : now;
  const result = 'result' in condition ? condition.result : null;
  const hasRows = result !== null && result.rows.length > 0;
  return (
    <Panel
      title={title}
      {...(props.unit === undefined ? {} : { unit: props.unit })}
      className={props.className ?? ''}
      aside={
        <>
          {props.aside}
          <QueryStateNote condition={condition} onRetry={reload} />
          {hasRows && table && <TableSwitch isTable={isTable} onSwitch={setIsTable} hasText />}
          {props.actions}
        </>
      }
      footer={result && <QuerySource result={result} nowMs={nowMs} />}
    >
      {hasRows ? (
        (isTable && table ? table : chart)(result)
      ) : (
        <QueryNotice
          condition={condition}
          onRetry={reload}
          title={title}
          onClearFilter={props.onClearFilter ?? null}
          noMatch={props.noMatch ?? null}
        />
      )}
    </Panel>
  );
}
