import { isoTime } from './iso-time';

/** A cell as the JSON value of a field's type. Empty is null; throws a plain reason when it does not fit. */
export function convertCell(cell: string, type: string): string | number | boolean | null {
  const text = cell.trim();
  if (text === '') return null;
  const unfit = () => new Error(`"${text.slice(0, 60)}" is not of type ${type}`);
  switch (type) {
    case 'int':
    case 'long': {
      if (!/^[+-]?\d+$/.test(text)) throw unfit();
      const value = Number(text);
      // A number that JavaScript cannot hold stays digits in text: the job reads both.
      return Number.isSafeInteger(value) ? value : text;
    }
    case 'double': {
      if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw unfit();
      return Number(text);
    }
    case 'boolean':
      if (!/^(true|false)$/i.test(text)) throw unfit();
      return text.toLowerCase() === 'true';
    case 'timestamp': {
      const time = isoTime(text);
      if (time === null) throw unfit();
      return time;
    }
    default:
      if (type.startsWith('decimal') && !/^[+-]?\d+(\.\d+)?$/.test(text)) throw unfit();
      return type === 'string' ? cell : text;
  }
}
