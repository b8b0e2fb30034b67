import { useState } from 'react';
import { keptLogLines } from '../../../../main/contract/logs';
import { Icon } from '../../components/icon';
import { Announced } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useClient } from '../../state/client-context';
import { download } from './download';
import { lineText } from './line-text';
import type { requestOf } from './log-filter';

/** As many as one answer holds. */
const linesOfPage = 2_000;

/** Saves all matching lines as a text file, the oldest first, each with its time in UTC. */
export function SaveLines(props: { filter: ReturnType<typeof requestOf>; through: number | null }) {
  const client = useClient();
  const [outcome, setOutcome] = useState<'running' | 'done' | 'failed' | null>(null);
  const save = async () => {
    setOutcome('running');
    try {
      const pages: string[][] = [];
      // Of the first answer on, so that lines which come meanwhile move nothing.
      let { through } = props;
      for (let offset = 0; offset < keptLogLines; offset += linesOfPage) {
        const request = { ...props.filter, through, offset, limit: linesOfPage };
        const page = await client.request('logs.read', request);
        through = page.through;
        pages.unshift(page.lines.map(lineText));
        if (offset + linesOfPage >= page.matchCount) break;
      }
      download('log', 'text/plain', `${pages.flat().join('\n')}\n`);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  useShortcut('export-view', outcome === 'running' ? null : () => void save());
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-disabled={outcome === 'running'}
      title={t('logs.saveHelp', { most: formatInteger(keptLogLines) })}
      onBlur={() => setOutcome((before) => (before === 'running' ? before : null))}
      onClick={() => {
        if (outcome !== 'running') void save();
      }}
    >
      <Icon name="download" />
      <span>{outcome ? t(`logs.saved.${outcome}`) : t('logs.save')}</span>
      {outcome && <Announced text={t(`logs.saved.${outcome}`)} />}
    </button>
  );
}
