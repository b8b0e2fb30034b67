import type { Setting, SettingValue } from '../../../../main/contract/settings';
import { t, tOr } from '../../languages/language';
import { DraftField } from './draft-field';
import { unitOf } from './setting-text';

/** The control of one setting, by what its values can be. */
export function SettingControl(props: {
  id: string;
  setting: Setting;
  describedBy: string;
  isBad: boolean;
  onChange: (value: SettingValue) => void;
  onProblem: (problem: string | null) => void;
}) {
  const { id, setting, describedBy, onChange } = props;
  const { kind, value, fixedBy } = setting;
  if (kind.type === 'flag')
    return (
      <span className="setting-switch">
        <span aria-hidden="true">{t(value === true ? 'settings.on' : 'settings.off')}</span>
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={value === true}
          disabled={fixedBy !== null}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.checked)}
        />
      </span>
    );
  if (kind.type === 'choice')
    return (
      <select
        id={id}
        value={value === null ? '' : String(value)}
        disabled={fixedBy !== null}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        {setting.nullable && <option value="">{t('settings.none')}</option>}
        {kind.options.map((option) => (
          <option key={option} value={option}>
            {tOr(`settings.options.${option}`, option)}
          </option>
        ))}
      </select>
    );
  return (
    <>
      <DraftField {...props} />
      {kind.type === 'number' && <span className="unit">{unitOf(kind)}</span>}
    </>
  );
}
