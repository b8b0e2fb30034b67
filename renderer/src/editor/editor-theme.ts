import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the page's tokens: they reach into its shadow root, so both themes follow at once. */
export const editorTheme = [
  EditorView.theme({
    '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)' },
    // The page draws the focus around the whole field.
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { font: '13px/1.5 var(--font-mono)' },
    '.cm-content': { padding: '10px 0', caretColor: 'var(--text)' },
    '.cm-line': { padding: '0 12px 0 8px' },
    '.cm-gutters': {
      border: 'none',
      backgroundColor: 'var(--surface)',
      color: 'var(--text-secondary)',
    },
    '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 6px 0 8px' },
    '.cm-placeholder': { color: 'var(--text-secondary)' },
    '.cm-error-line': {
      backgroundColor: 'var(--red-tint)',
      boxShadow: 'inset 3px 0 0 var(--red)',
    },
    '&.cm-focused .cm-matchingBracket': {
      outline: '1px solid var(--border-strong)',
      backgroundColor: 'var(--inset)',
    },
    '.cm-tooltip': {
      border: '1px solid var(--border)',
      borderRadius: 'var(--radius-small)',
      backgroundColor: 'var(--surface)',
      boxShadow: 'var(--shadow-raised)',
      color: 'var(--text)',
    },
    '.cm-tooltip-autocomplete > ul': { font: '12px/1.6 var(--font-mono)' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      backgroundColor: 'var(--blue-tint)',
      color: 'var(--text)',
    },
    '.cm-completionDetail': { color: 'var(--text-secondary)', fontStyle: 'normal' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: tags.keyword, color: 'var(--blue)', fontWeight: '600' },
      { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--quality)' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--green)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--amber)' },
      { tag: [tags.lineComment, tags.blockComment], color: 'var(--text-secondary)' },
    ]),
  ),
];
