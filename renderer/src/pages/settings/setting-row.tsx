import { useId, useState } from 'react';
import { failureText } from '../../languages/failure-text';
import type { Failure } from '../../../../main/contract/failure';
import type { Setting, SettingValue } from '../../../../main/contract/settings';
import { confirmingWord } from '../../../../main/contract/unsafe-settings';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { SettingControl } from './setting-control';
import { SettingFrame } from './setting-frame';
import { rangeText, titleOf, valueText } from './setting-text';
import { UnsafeSettingDialog } from './unsafe-setting-dialog';
import type { SettingsAccess } from './use-settings';

/** One setting of the schema: description, control, and everything about where its value is from. */
export function SettingRow({ setting, access }: { setting: Setting; access: SettingsAccess }) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly value: SettingValue } | null>(null);
  /** Counts what was declined: the control then shows what is kept again. */
  const [declined, setDeclined] = useState(0);
  const { name, kind, fixedBy, waiting } = setting;
  const announce = useStores('announcer', (state) => state.announce);
  const atOnce = setting.takesEffect === 'at once' ? 'atOnce' : 'nextStart';

  const settle = async (answer: Promise<Failure | null>) => {
    const failure = await answer;
    setProblem(failure && failureText(failure).message);
    // A refusal is an alert of its own.
    if (failure === null) announce(t(`settings.kept.${atOnce}`, { title: titleOf(setting) }));
  };
  const change = (value: SettingValue) => {
    if (confirmingWord(name, value) === null) void settle(access.change(name, value));
    else setAsked({ value });
  };
  const facts = [
    t('settings.default', { value: valueText(setting.default, kind) }),
    rangeText(kind),
    t(`settings.sources.${setting.source}`),
    t(
      setting.takesEffect === 'at once'
        ? 'settings.takesEffectAtOnce'
        : 'settings.takesEffectNextStart',
    ),
  ];
  return (
    <SettingFrame
      controlId={`${id}-control`}
      titleId={`${id}-title`}
      name={name}
      title={titleOf(setting)}
      facts={facts}
      notes={
        <div id={`${id}-notes`}>
          {fixedBy && <p className="setting-fixed">{t('settings.fixed', { by: fixedBy })}</p>}
          {waiting && (
            <p className="setting-waiting">
              {t('settings.waiting', { value: valueText(waiting.running, kind) })}
            </p>
          )}
          {problem && (
            <p className="setting-problem" role="alert">
              {problem}
            </p>
          )}
        </div>
      }
    >
      {setting.source === 'file' && (
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('settings.resetLabel', { setting: name })}
          onClick={() => void settle(access.reset(name))}
        >
          {t('settings.reset')}
        </button>
      )}
      {asked && (
        <UnsafeSettingDialog
          name={name}
          value={asked.value}
          onDecline={() => {
            setAsked(null);
            setDeclined((count) => count + 1);
          }}
          onConfirm={(word) => {
            setAsked(null);
            void settle(access.change(name, asked.value, word));
          }}
        />
      )}
      <SettingControl
        key={declined}
        id={`${id}-control`}
        setting={setting}
        describedBy={`${id}-notes`}
        isBad={problem !== null}
        onChange={change}
        onProblem={setProblem}
      />
    </SettingFrame>
  );
}
