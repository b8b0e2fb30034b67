import type { ReactNode } from 'react';

/** The panels of the place that an address can point at: `/pipeline?show=batches`. */
export const shownPanels = ['parts', 'batches', 'budget', 'runs'] as const;
export type ShownPanel = (typeof shownPanels)[number];

/** The id under which a panel stands in the page. */
export const panelId = (panel: ShownPanel): string => `pipeline-${panel}`;

/** Brings a panel into view and gives it the focus, so that the keyboard goes on from there. */
export function showPanel(panel: string | undefined): void {
  if (!shownPanels.some((one) => one === panel)) return;
  const element = document.getElementById(panelId(panel as ShownPanel));
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** A link to an address of the window; one to this place also works when it is the present one. */
export function PlaceLink(props: {
  href: string;
  className?: string;
  label?: string;
  testId?: string;
  children: ReactNode;
}) {
  const shown = /^\/pipeline\?show=(\w+)$/.exec(props.href)?.[1];
  return (
    <a
      href={`#${props.href}`}
      className={props.className}
      aria-label={props.label}
      data-testid={props.testId}
      onClick={() => showPanel(shown)}
    >
      {props.children}
    </a>
  );
}
