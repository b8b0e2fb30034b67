import { useState } from 'react';
import { Icon } from '../../components/icon';
import { Announced } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useClient } from '../../state/client-context';
import { lineText } from './line-text';
import type { requestOf } from './log-filter';

/** As many as one answer holds. */
const mostLines = 2_000;

/** Copies the newest matching lines as text, each with its time in UTC. */
export function CopyLines(props: { filter: ReturnType<typeof requestOf>; through: number | null }) {
  const client = useClient();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const copy = async () => {
    try {
      const request = { ...props.filter, through: props.through, limit: mostLines };
      const { lines } = await client.request('logs.read', request);
      const text = lines.map(lineText);
      await navigator.clipboard.writeText(text.join('\n'));
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  // Text that is selected by hand is copied by the browser.
  useShortcut('copy-rows', () => void copy());
  return (
    <button
      type="button"
      className="button button-quiet"
      title={t('logs.copyHelp', { most: formatInteger(mostLines) })}
      onBlur={() => setOutcome(null)}
      onClick={() => void copy()}
    >
      <Icon name="copy" />
      <span>{outcome ? t(`copy.${outcome}`) : t('logs.copy')}</span>
      {outcome && <Announced text={t(`copy.${outcome}`)} />}
    </button>
  );
}
