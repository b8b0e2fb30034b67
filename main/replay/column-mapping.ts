import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import { convertCell } from './convert-cell';

/** A CSV header matched to the pack's fields by name, whatever the case. */
export interface ColumnMapping {
  /** Columns of no field: their cells are left out. */
  readonly unknown: readonly string[];
  /** A line's cells as an event; throws a plain reason when a cell does not fit its field. */
  toEvent(cells: readonly string[]): Record<string, unknown>;
}

/** Fails with `REPLAY_COLUMNS_MISSING` when a required field has no column; ids are made when absent. */
export function mapColumns(
  header: readonly string[],
  pack: StreamPack,
  file: string,
): ColumnMapping {
  const fieldByName = new Map(pack.fields.map((field) => [field.name.toLowerCase(), field]));
  const fields = header.map((name) => fieldByName.get(name.trim().toLowerCase()) ?? null);
  const made = [pack.eventIdField, pack.schemaVersionField];
  const missing = pack.fields.filter(
    (field) => field.required && !made.includes(field.name) && !fields.includes(field),
  );
  if (missing.length > 0) {
    const columns = missing.map(({ name }) => name).join(', ');
    throw failed('REPLAY_COLUMNS_MISSING', { file, columns });
  }
  return {
    unknown: header.filter((_, index) => fields[index] === null),
    toEvent: (cells) => {
      if (cells.length !== header.length) {
        throw new Error(`${cells.length} cells where the first line has ${header.length}`);
      }
      const event: Record<string, unknown> = {};
      fields.forEach((field, index) => {
        if (field === null) return;
        try {
          event[field.name] = convertCell(cells[index] ?? '', field.type);
        } catch (error) {
          throw new Error(`column ${field.name}: ${(error as Error).message}`, { cause: error });
        }
      });
      return event;
    },
  };
}
