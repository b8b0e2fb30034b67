import { lazy, Suspense } from 'react';
import type { TableColumns } from '../../../main/contract/table-columns';

export interface SqlEditorProps {
  readonly value: string;
  onChange(value: string): void;
  /** What the editor is, for readers, and how its keys work. */
  readonly label: string;
  readonly help: string;
  /** Shown while there is no text. */
  readonly example: string;
  /** The line, from 1, where the last statement has its error; null for none. */
  readonly errorLine: number | null;
  /** What may be named, for completion. */
  readonly tables: TableColumns['tables'];
}

const CodeMirror = lazy(() => import('./code-mirror'));

/**
 * Text of a statement: coloured, completed, with the line of an error marked. Its part is loaded
 * when it is first shown; until then a plain field of the same size takes the text.
 */
export function SqlEditor(props: SqlEditorProps) {
  const { value, onChange, label, help, example } = props;
  return (
    <Suspense
      fallback={
        <textarea
          className="sql-editor"
          aria-label={label}
          aria-description={help}
          placeholder={example}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      }
    >
      <CodeMirror {...props} />
    </Suspense>
  );
}
