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
    case 'timestamp':
      if (Number.isNaN(eventTimeMs(text))) throw unfit();
      return text;
    default:
      if (type.startsWith('decimal') && !/^[+-]?\d+(\.\d+)?$/.test(text)) throw unfit();
      return type === 'string' ? cell : text;
  }
}

/** An ISO time as epoch milliseconds, without a zone in UTC (floor.md S0-6); NaN when it is none. */
export function eventTimeMs(text: string): number {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!match) return Number.NaN;
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = match;
  const millis = seconds.replace(/(\.\d{3})\d+$/, '$1');
  return Date.parse(`${day}T${minutes}${millis}${zone.toUpperCase()}`);
}
