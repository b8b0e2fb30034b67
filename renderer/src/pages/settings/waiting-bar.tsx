import type { Setting } from '../../../../main/contract/settings';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { groupOf } from './setting-text';

/** The changes that this run does not work with yet, each a link to its row; nothing for none. */
export function WaitingBar({ settings }: { settings: readonly Setting[] }) {
  const waiting = settings.filter((setting) => setting.waiting !== null);
  if (waiting.length === 0) return null;
  return (
    <p className="settings-waiting tone-amber">
      <Icon name="clock" />
      <strong>{t('settings.waitingBar', { count: waiting.length })}</strong>
      {waiting.map(({ name }) => (
        <a key={name} href={`#/settings/${groupOf(name)}`}>
          <code>{name}</code>
        </a>
      ))}
    </p>
  );
}
