import {
  Content,
  Item,
  Label,
  Portal,
  RadioGroup,
  RadioItem,
  Root,
  Separator,
  Trigger,
} from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon';

/**
 * Commands behind a button, with the keyboard and roles of the menu pattern. The trigger is a button:
 * `<Menu trigger={<button className="button">…</button>}><MenuItem onSelect={run}>…</MenuItem></Menu>`
 * Not modal, because a modal one would insert a style element, which the CSP refuses.
 */
export function Menu(props: {
  trigger: ReactElement;
  /** Of which side of the trigger the menu keeps the edge. */
  align?: 'start' | 'end';
  children: ReactNode;
}) {
  return (
    <Root modal={false}>
      <Trigger asChild>{props.trigger}</Trigger>
      <Portal>
        <Content
          className="menu"
          align={props.align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          {props.children}
        </Content>
      </Portal>
    </Root>
  );
}

/** One command; `note` says in a few words what it does or why it cannot be given now. */
export function MenuItem(props: {
  icon?: IconName;
  note?: string | undefined;
  isDisabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Item className="menu-item" disabled={props.isDisabled ?? false} onSelect={props.onSelect}>
      {props.icon && <Icon name={props.icon} />}
      <MenuText note={props.note}>{props.children}</MenuText>
    </Item>
  );
}

/** One of several choices, of which one holds: `<MenuChoice value onChange choices={[{ value, label }]} />`. */
export function MenuChoice<T extends string>(props: {
  value: T;
  choices: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  return (
    <RadioGroup value={props.value} onValueChange={(value) => props.onChange(value as T)}>
      {props.choices.map(({ value, label }) => (
        <RadioItem key={value} value={value} className="menu-item menu-choice">
          <MenuText>{label}</MenuText>
        </RadioItem>
      ))}
    </RadioGroup>
  );
}

/** A line between groups of commands. */
export const MenuSeparator = () => <Separator className="menu-separator" />;

/** The name of the commands below it. */
export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <Label className="menu-heading">{children}</Label>
);

function MenuText({ note, children }: { note?: string | undefined; children: ReactNode }) {
  return (
    <span className="menu-text">
      {children}
      {note && <span className="menu-note">{note}</span>}
    </span>
  );
}
