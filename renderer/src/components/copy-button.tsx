import { useEffect, useState } from 'react';
import { t } from '../languages/language';
import { Icon } from './icon';
import { Announced } from './state-announcer';

/** Copies a text and says so for two seconds; where the clipboard is closed, it says what to do. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <button type="button" className="button button-quiet" onClick={() => void copy()}>
      <Icon name="copy" />
      <span>{outcome ? t(`copy.${outcome}`) : label}</span>
      {outcome && <Announced text={t(`copy.${outcome}`)} />}
    </button>
  );
}
