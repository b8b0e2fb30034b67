/** One line of a file as read, before it is an event: `values` are cells by column, or JSON text. */
export type ReplayLine =
  | { readonly kind: 'cells'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'json'; readonly line: number; readonly text: string }
  | { readonly kind: 'bad'; readonly line: number; readonly reason: string };
