import { t } from '../languages/language';
import { Icon } from './icon';

/** Shows a chart as the table of its points, and back. */
export function TableSwitch(props: {
  isTable: boolean;
  onSwitch: (isTable: boolean) => void;
  /** The words stand beside the icon where there is room. */
  hasText?: boolean;
}) {
  const { isTable, onSwitch, hasText = false } = props;
  const text = t(isTable ? 'panel.viewAsChart' : 'panel.viewAsTable');
  return (
    <button
      type="button"
      className="button"
      aria-pressed={isTable}
      title={text}
      aria-label={text}
      onClick={() => onSwitch(!isTable)}
    >
      <Icon name={isTable ? 'bars' : 'table'} />
      {hasText && <span className="wide-only">{text}</span>}
    </button>
  );
}
