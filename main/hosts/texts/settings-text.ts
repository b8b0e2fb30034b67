import type { Setting, SettingKind, SettingsReport, SettingValue } from '../../contract/settings';
import { formatTable } from './format';

/** The settings for people: a table of all, or all about the only one. */
export function settingsText({ file, settings, problems }: SettingsReport): string {
  const [first] = settings;
  const body =
    settings.length === 1 && first
      ? aboutOne(first)
      : formatTable(
          ['setting', 'value', 'from', 'default', 'allowed'],
          settings.map(({ name, value, source, kind, default: standard, waiting }) => [
            name,
            `${shown(value)}${waiting ? ' *' : ''}`,
            source,
            shown(standard),
            allowed(kind),
          ]),
        );
  const waits = settings.some(({ waiting }) => waiting !== null) && settings.length > 1;
  return [
    body,
    ...(waits ? ['* takes effect when Deltadesk is started again'] : []),
    ...problems.map(({ message }) => message),
    `File: ${file}`,
  ].join('\n');
}

function aboutOne({
  name,
  title,
  value,
  source,
  fixedBy,
  waiting,
  kind,
  default: standard,
}: Setting) {
  return [
    `${name} = ${shown(value)} (${fixedBy ?? source}; default ${shown(standard)}, allowed ${allowed(kind)})`,
    title,
    ...(waiting
      ? [`Now ${shown(waiting.running)}; the change takes effect when Deltadesk is started again.`]
      : []),
  ].join('\n');
}

const shown = (value: SettingValue) => (value === null ? '—' : String(value));

function allowed(kind: SettingKind): string {
  switch (kind.type) {
    case 'number':
      return `${kind.min}–${kind.max}${kind.unit === null ? '' : ` ${kind.unit}`}`;
    case 'flag':
      return 'true, false';
    case 'choice':
      return kind.options.join(', ');
    case 'text':
      return 'text';
  }
}
