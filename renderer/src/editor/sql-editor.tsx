import type { TableColumns } from '../../../main/contract/table-columns';
import { EditorFailed } from './editor-failed';
import { useEditor } from './load-editor';

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

/**
 * Text of a statement: coloured, completed, with the line of an error marked. Its part is loaded
 * when it is first shown; until then, and where it cannot be had, a plain field of the same size takes
 * the text.
 */
export function SqlEditor(props: SqlEditorProps) {
  const { value, onChange, label, help, example } = props;
  const editor = useEditor();
  if (editor.kind === 'loaded') return <editor.Part {...props} />;
  return (
    <>
      <textarea
        className="sql-editor"
        aria-label={label}
        aria-description={help}
        placeholder={example}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {editor.kind === 'failed' && <EditorFailed />}
    </>
  );
}
