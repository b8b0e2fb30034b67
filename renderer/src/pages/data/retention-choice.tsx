import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';

const hoursADay = 24;
const offered = [1, hoursADay, 7 * hoursADay, 30 * hoursADay];

/** How long versions are kept: what the setting says, and other times. */
export function RetentionChoice(props: {
  hours: number;
  /** What is kept when nothing is chosen; null where it is not known yet. */
  usual: number | null;
  isDisabled: boolean;
  onChoose: (hours: number) => void;
}) {
  const { hours, usual, isDisabled, onChoose } = props;
  const choices = [...new Set([...offered, hours, ...(usual === null ? [] : [usual])])];
  return (
    <label className="vacuum-retention">
      {t('upkeep.keep')}
      <select
        className="text-field"
        value={hours}
        disabled={isDisabled}
        onChange={({ target }) => onChoose(Number(target.value))}
      >
        {choices
          .sort((a, b) => a - b)
          .map((one) => (
            <option key={one} value={one}>
              {one === usual ? t('upkeep.usual', { hours: timeText(one) }) : timeText(one)}
            </option>
          ))}
      </select>
    </label>
  );
}

function timeText(hours: number): string {
  const figure = formatInteger(hours);
  const days = hours / hoursADay;
  return days > 1 && Number.isInteger(days)
    ? t('upkeep.hoursAndDays', { days: formatInteger(days), figure })
    : t('upkeep.hours', { count: hours, figure });
}
