const untyped = 'checkbox radio button submit reset range color file image'.split(' ');

/** The part of the page that a key went to, also inside a shadow tree such as the SQL editor's. */
export function targetOf(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

/** Plain keys type or choose something there. */
export function isTextField(target: Element | null): boolean {
  const field = target?.closest(
    'input, textarea, select, [contenteditable="true"], [contenteditable=""], [role="textbox"]',
  );
  if (!field) return false;
  return !(field.tagName === 'INPUT' && untyped.includes((field as HTMLInputElement).type));
}
