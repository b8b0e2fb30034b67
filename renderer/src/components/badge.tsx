import { Icon } from './icon';
import type { IconName } from './icon';

/** The meanings that colour carries in the whole window. */
export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'red';

/** A state as icon, word and colour together. */
export function Badge({ tone, icon, word }: { tone: Tone; icon: IconName; word: string }) {
  return (
    <span className={`badge tone-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
