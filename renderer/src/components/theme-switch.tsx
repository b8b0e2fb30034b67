import { t } from '../languages/language';
import { themeChoices } from '../state/theme-store';
import { useStores } from '../state/stores';
import { Icon } from './icon';
import type { IconName } from './icon';

const icons: Record<(typeof themeChoices)[number], IconName> = {
  system: 'system',
  light: 'sun',
  dark: 'moon',
};

/** System, light or dark, without reload. */
export function ThemeSwitch() {
  const choice = useStores('theme', (state) => state.choice);
  const choose = useStores('theme', (state) => state.choose);
  return (
    <div className="segmented" role="group" aria-label={t('theme.label')}>
      {themeChoices.map((candidate) => (
        <button
          key={candidate}
          type="button"
          aria-pressed={candidate === choice}
          aria-label={t(`theme.${candidate}`)}
          title={t(`theme.${candidate}`)}
          onClick={() => choose(candidate)}
        >
          <Icon name={icons[candidate]} />
        </button>
      ))}
    </div>
  );
}
