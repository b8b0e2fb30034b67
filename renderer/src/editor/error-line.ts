import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** Marks a line, counted from 1, as the one with the error; null takes the mark away. */
export const markErrorLine = StateEffect.define<number | null>();

const mark = Decoration.line({ class: 'cm-error-line' });

/** The marked line; the next change of the text takes the mark away, as it may have mended it. */
export const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(markErrorLine)) next = marksOf(transaction.state, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marksOf(state: EditorState, line: number | null): DecorationSet {
  if (line === null || line < 1 || line > state.doc.lines) return Decoration.none;
  return Decoration.set([mark.range(state.doc.line(line).from)]);
}
