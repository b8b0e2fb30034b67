import { listValue, type DuckDBPreparedStatement, type DuckDBValue } from '@duckdb/node-api';
import { failed } from '../contract/failure';
import type { ParameterValues } from '../contract/query';

/**
 * Binds values to the parameters of a statement by their names (`$country`; `$1` is named `1`).
 * Fails with `SQL_INVALID` for a parameter without a value; values that no parameter names are
 * passed over.
 */
export function bindParameters(statement: DuckDBPreparedStatement, values: ParameterValues): void {
  const bound: Record<string, DuckDBValue> = {};
  for (let index = 1; index <= statement.parameterCount; index++) {
    const name = statement.parameterName(index);
    const value = values[name];
    if (value === undefined) {
      throw failed('SQL_INVALID', { reason: `The parameter $${name} has no value.` });
    }
    bound[name] = Array.isArray(value) ? listValue(value) : value;
  }
  if (statement.parameterCount > 0) statement.bind(bound);
}
