import type { SettingDefinition, SettingValue } from '../contract/settings';

/** A value that a setting can have, or the sentence that says what it must be. */
export type ParsedSetting = { readonly value: SettingValue } | { readonly problem: string };

/**
 * A value as the file or a request has it, or the text of a variable or flag; an empty text is null.
 */
export function parseSetting({ kind, nullable }: SettingDefinition, given: unknown): ParsedSetting {
  if (given === null || given === undefined || given === '') {
    return nullable ? { value: null } : { problem: 'It must have a value.' };
  }
  switch (kind.type) {
    case 'number': {
      const value = typeof given === 'string' ? Number(given) : given;
      const fits =
        typeof value === 'number' &&
        value >= kind.min &&
        value <= kind.max &&
        (!kind.integer || Number.isInteger(value));
      const noun = kind.integer ? 'a whole number' : 'a number';
      return fits ? { value } : { problem: `It must be ${noun} from ${kind.min} to ${kind.max}.` };
    }
    case 'flag':
      if (given === true || given === 'true') return { value: true };
      if (given === false || given === 'false') return { value: false };
      return { problem: 'It must be true or false.' };
    case 'choice':
      return typeof given === 'string' && kind.options.includes(given)
        ? { value: given }
        : { problem: `It must be one of ${kind.options.join(', ')}.` };
    case 'text':
      return typeof given === 'string' && new RegExp(`^(?:${kind.pattern})$`).test(given)
        ? { value: given }
        : { problem: `It must be a text of the form ${kind.pattern}.` };
  }
}
