import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching } from '@codemirror/language';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { completeNames } from './complete-names';
import { duckDb } from './duckdb-dialect';
import { editorTheme } from './editor-theme';
import { errorLine, markErrorLine } from './error-line';
import { typeOverSelection } from './type-over-selection';
import type { SqlEditorProps } from './sql-editor';

/**
 * The editor itself, in a shadow root: there its styles are constructed style sheets, which the
 * content security policy allows, while a style element in the page would be refused.
 */
export default function CodeMirror(props: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const newest = useRef(props);
  newest.current = props;
  /** Texts that were told and have not come back as the value: they are no change from outside. */
  const told = useRef<string[]>([]);
  const { value, label, help, example } = props;

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const created = new EditorView({ parent: root, root, state: createState(newest, told) });
    view.current = created;
    return () => {
      created.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    const at = told.current.indexOf(value);
    if (at >= 0) told.current.splice(0, at + 1);
    if (!editor || at >= 0 || editor.state.doc.toString() === value) return;
    told.current = [];
    const changes = { from: 0, to: editor.state.doc.length, insert: value };
    editor.dispatch({ changes, annotations: fromOutside.of(true) });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({ effects: texts.reconfigure(toTexts({ label, help, example })) });
  }, [label, help, example]);
  useEffect(() => {
    view.current?.dispatch({ effects: markErrorLine.of(props.errorLine) });
  }, [props.errorLine, value]);

  return <div ref={host} className="sql-editor" data-testid="sql-editor" />;
}

const texts = new Compartment();
const fromOutside = Annotation.define<boolean>();

const toTexts = ({ label, help, example }: Pick<SqlEditorProps, 'label' | 'help' | 'example'>) => [
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': help }),
  placeholder(example),
];

const ownKeys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

function createState(
  newest: { readonly current: SqlEditorProps },
  told: { readonly current: string[] },
): EditorState {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const { tables } = newest.current;
    const found = completeNames(context.state.doc.toString(), context.pos, tables);
    if (!found || (found.from === context.pos && !context.explicit && !isAfterDot(context)))
      return null;
    const options = found.names.map(({ label, kind, detail }) => ({
      label,
      detail,
      type: kind === 'table' ? 'class' : 'property',
      boost: kind === 'column' ? 2 : 1,
    }));
    return { from: found.from, options };
  };
  return EditorState.create({
    doc: newest.current.value,
    extensions: [
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      sql({ dialect: duckDb, upperCaseKeywords: true }),
      duckDb.language.data.of({ autocomplete: complete }),
      // Mod+Enter is the page's: it runs the statement. Tab is not bound: it leaves the editor.
      keymap.of([...completionKeymap, ...historyKeymap, ...ownKeys]),
      typeOverSelection,
      EditorView.lineWrapping,
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        if (update.transactions.some((one) => one.annotation(fromOutside))) return;
        const text = update.state.doc.toString();
        told.current.push(text);
        newest.current.onChange(text);
      }),
      errorLine,
      texts.of(toTexts(newest.current)),
      editorTheme,
    ],
  });
}

const isAfterDot = ({ state, pos }: CompletionContext) => state.sliceDoc(pos - 1, pos) === '.';
