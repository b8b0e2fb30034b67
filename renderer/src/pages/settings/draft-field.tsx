import { useEffect, useState } from 'react';
import type { Setting, SettingValue } from '../../../../main/contract/settings';
import { t } from '../../languages/language';
import { readDraft } from './read-draft';

/**
 * A number or a text as it is typed: kept on Enter and on leaving the field, taken back by Escape.
 * What cannot be a value stays in the field and is told by `onProblem`; null ends the complaint.
 */
export function DraftField(props: {
  id: string;
  setting: Setting;
  describedBy: string;
  isBad: boolean;
  onChange: (value: SettingValue) => void;
  onProblem: (problem: string | null) => void;
}) {
  const { setting, onChange, onProblem } = props;
  const { kind, value } = setting;
  const [draft, setDraft] = useState(textOf(value));
  useEffect(() => setDraft(textOf(value)), [value]);

  const keep = (input: HTMLInputElement) => {
    const read = readDraft(setting, input.value, input.validity.badInput);
    if ('problem' in read) return onProblem(read.problem);
    onProblem(null);
    if (read.value !== value) onChange(read.value);
  };
  const isNumber = kind.type === 'number';
  return (
    <input
      id={props.id}
      className={isNumber ? 'setting-number' : 'setting-input'}
      type={isNumber ? 'number' : 'text'}
      step="any"
      spellCheck={false}
      autoComplete="off"
      placeholder={setting.nullable ? t('settings.none') : undefined}
      disabled={setting.fixedBy !== null}
      aria-invalid={props.isBad}
      aria-describedby={props.describedBy}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={(event) => keep(event.target)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep(event.currentTarget);
        if (event.key !== 'Escape') return;
        // Text that is no number is not in the draft: only the field itself holds it.
        event.currentTarget.value = textOf(value);
        setDraft(textOf(value));
        onProblem(null);
      }}
    />
  );
}

const textOf = (value: SettingValue): string => (value === null ? '' : String(value));
