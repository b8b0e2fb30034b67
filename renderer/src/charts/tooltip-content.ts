/** A tooltip's text: a title and lines of name, value and note. */
export interface TooltipText {
  readonly title: string;
  readonly lines: readonly { name: string; value: string; note: string }[];
}

/**
 * The text as elements, styled by class: names come out of the data, so no markup is built from
 * them, and the content security policy allows no inline style.
 */
export function tooltipContent(text: TooltipText): HTMLElement {
  const root = element('div', '');
  const table = element('table', 'chart-tooltip-table');
  root.append(element('div', 'chart-tooltip-title', text.title), table);
  for (const { name, value, note } of text.lines) {
    const row = element('tr', '');
    row.append(
      element('th', '', name),
      element('td', 'chart-tooltip-value', value),
      element('td', 'chart-tooltip-note', note),
    );
    table.append(row);
  }
  return root;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}
