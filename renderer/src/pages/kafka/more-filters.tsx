import { jsonOperators } from '../../../../main/contract/json-condition';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { FilterField } from './filter-field';
import { noRecordFilter } from './record-filter';
import type { RecordFilter } from './record-filter';

/** Key, header and JSON path: conditions beside the text, all of which must hold. */
export function MoreFilters({ filter }: { filter: RecordFilter }) {
  const adjust = useStores('address', (state) => state.adjust);
  return (
    <div className="kafka-tools kafka-more" role="group" aria-label={t('kafka.moreFilters')}>
      <FilterField name="key" value={filter.key} label={t('kafka.key')} />
      <FilterField
        name="header"
        value={filter.header}
        label={t('kafka.header')}
        hint={t('kafka.headerHint')}
      />
      <FilterField
        name="path"
        value={filter.path}
        label={t('kafka.path')}
        hint={t('kafka.pathHint')}
        isWrong={filter.isPathWrong}
      />
      <select
        className="log-select"
        aria-label={t('kafka.operator')}
        value={filter.operator}
        onChange={({ target }) =>
          adjust({ operator: target.value === 'equals' ? null : target.value })
        }
      >
        {jsonOperators
          .filter((name) => name !== 'exists')
          .map((name) => (
            <option key={name} value={name}>
              {t(`kafka.operators.${name}`)}
            </option>
          ))}
      </select>
      <FilterField name="is" value={filter.is} label={t('kafka.is')} hint={t('kafka.isHint')} />
      {filter.isPathWrong && (
        <span className="kafka-alarm tone-red" role="alert">
          {t('kafka.pathWrong')}
        </span>
      )}
      {filter.more > 0 && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => adjust(noRecordFilter)}
        >
          {t('panel.clearFilter')}
        </button>
      )}
    </div>
  );
}
