import { sayReason } from '../contract/reason-sentences';
import type { Sentence } from '../contract/sentence';
import type { SettingDefinition, SettingValue } from '../contract/settings';

/** A value that a setting can have, or the reason sentence that says what it must be. */
export type ParsedSetting = { readonly value: SettingValue } | { readonly problem: Sentence };

/**
 * A value as the file or a request has it, or the text of a variable or flag; an empty text is null.
 * What follows from something else can have none.
 */
export function parseSetting(definition: SettingDefinition, given: unknown): ParsedSetting {
  const { kind, nullable, derivedFrom } = definition;
  if (derivedFrom) return { problem: sayReason('fixedByVariable', { variable: derivedFrom }) };
  if (given === null || given === undefined || given === '') {
    return nullable ? { value: null } : { problem: sayReason('noValue') };
  }
  switch (kind.type) {
    case 'number': {
      const value = typeof given === 'string' ? Number(given) : given;
      const fits =
        typeof value === 'number' &&
        value >= kind.min &&
        value <= kind.max &&
        (!kind.integer || Number.isInteger(value));
      const { min, max } = kind;
      const name = kind.integer ? 'noWholeNumber' : 'noNumber';
      return fits ? { value } : { problem: sayReason(name, { min, max }) };
    }
    case 'flag':
      if (given === true || given === 'true') return { value: true };
      if (given === false || given === 'false') return { value: false };
      return { problem: sayReason('noFlag') };
    case 'choice':
      return typeof given === 'string' && kind.options.includes(given)
        ? { value: given }
        : { problem: sayReason('noChoice', { options: kind.options.join(', ') }) };
    case 'text':
      return typeof given === 'string' && new RegExp(`^(?:${kind.pattern})$`).test(given)
        ? { value: given }
        : { problem: sayReason('noSuchText', { pattern: kind.pattern }) };
  }
}
