import { useId } from 'react';
import { languageChoices, t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { themeChoices } from '../../state/theme-store';
import { DataFolderRow } from './data-folder-row';
import { QuitRow } from './quit-row';
import { SecretsRow } from './secrets-row';
import { SettingFrame } from './setting-frame';

/** The rows that the window has by itself: what it keeps, and the way out. */
export const windowRows = ['language', 'theme', 'dataFolder', 'secrets', 'quit'] as const;
export type WindowRowName = (typeof windowRows)[number];

/** Language and colours of this window take effect at once and are kept by the browser. */
export function WindowRow({ name }: { name: WindowRowName }) {
  if (name === 'quit') return <QuitRow />;
  if (name === 'dataFolder') return <DataFolderRow />;
  if (name === 'secrets') return <SecretsRow />;
  return name === 'language' ? <LanguageRow /> : <ThemeRow />;
}

function LanguageRow() {
  const choice = useStores('language', (state) => state.choice);
  const choose = useStores('language', (state) => state.choose);
  return (
    <ChoiceRow
      name="language"
      choices={languageChoices}
      choice={choice}
      textOf={(candidate) => t(`language.${candidate}`)}
      onChoose={choose}
    />
  );
}

function ThemeRow() {
  const choice = useStores('theme', (state) => state.choice);
  const choose = useStores('theme', (state) => state.choose);
  return (
    <ChoiceRow
      name="theme"
      choices={themeChoices}
      choice={choice}
      textOf={(candidate) => t(`settings.themes.${candidate}`)}
      onChoose={choose}
    />
  );
}

function ChoiceRow<T extends string>(props: {
  name: 'language' | 'theme';
  choices: readonly T[];
  choice: T;
  textOf: (choice: T) => string;
  onChoose: (choice: T) => void;
}) {
  const id = useId();
  return (
    <SettingFrame
      controlId={null}
      titleId={id}
      name={`window.${props.name}`}
      title={t(`settings.window.${props.name}`)}
      facts={[t('settings.takesEffectAtOnce'), t('settings.window.kept')]}
    >
      <div className="segmented segmented-text" role="group" aria-labelledby={id}>
        {props.choices.map((candidate) => (
          <button
            key={candidate}
            type="button"
            aria-pressed={candidate === props.choice}
            onClick={() => props.onChoose(candidate)}
          >
            {props.textOf(candidate)}
          </button>
        ))}
      </div>
    </SettingFrame>
  );
}
