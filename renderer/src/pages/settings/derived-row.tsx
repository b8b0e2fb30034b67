import { useId } from 'react';
import type { Setting } from '../../../../main/contract/settings';
import { CopyButton } from '../../components/copy-button';
import { t } from '../../languages/language';
import { SettingFrame } from './setting-frame';
import { titleOf } from './setting-text';

/** A value that follows from something else: shown whole, to be copied, and never changed here. */
export function DerivedRow({ setting, from }: { setting: Setting; from: string }) {
  const value = String(setting.value);
  return (
    <SettingFrame
      controlId={null}
      titleId={useId()}
      name={setting.name}
      title={titleOf(setting)}
      facts={[t('settings.derived', { from })]}
      notes={
        <p className="settings-path">
          <code title={value}>{value}</code>
        </p>
      }
    >
      <CopyButton text={value} label={t('copy.action')} />
    </SettingFrame>
  );
}
