import type { DeltaType } from '../delta/delta-actions';
import { quoteName } from './sql-quoting';

const primitives: Readonly<Record<string, string>> = {
  byte: 'TINYINT',
  short: 'SMALLINT',
  integer: 'INTEGER',
  long: 'BIGINT',
  float: 'FLOAT',
  double: 'DOUBLE',
  string: 'VARCHAR',
  boolean: 'BOOLEAN',
  binary: 'BLOB',
  date: 'DATE',
  timestamp: 'TIMESTAMP WITH TIME ZONE',
  timestamp_ntz: 'TIMESTAMP',
};

/**
 * DuckDB's type for a Delta type; null for one that is not known here. Delta's `timestamp` is an
 * instant, hence the type with a time zone (sessions are set to UTC); `timestamp_ntz` is what a clock
 * on a wall shows.
 */
export function toDuckDbType(type: DeltaType): string | null {
  if (typeof type === 'string') {
    const decimal = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(type);
    return decimal ? `DECIMAL(${decimal[1]},${decimal[2]})` : (primitives[type] ?? null);
  }
  switch (type.type) {
    case 'array': {
      const element = toDuckDbType(type.elementType);
      return element === null ? null : `${element}[]`;
    }
    case 'map': {
      const [key, value] = [toDuckDbType(type.keyType), toDuckDbType(type.valueType)];
      return key === null || value === null ? null : `MAP(${key}, ${value})`;
    }
    case 'struct': {
      const fields = type.fields.map((field) => [field.name, toDuckDbType(field.type)] as const);
      if (fields.some(([, duckDbType]) => duckDbType === null)) return null;
      return `STRUCT(${fields.map(([name, text]) => `${quoteName(name)} ${text}`).join(', ')})`;
    }
  }
}
