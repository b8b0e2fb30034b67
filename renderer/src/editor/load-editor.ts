import { latePart } from '../state/late-part';

/** The editor of statements, as large as all the rest of the page but the charts. */
export const { load: loadEditor, usePart: useEditor } = latePart(() =>
  import('./code-mirror').then((editor) => editor.default),
);
