import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../components/icon';
import { moveBy } from '../../grid/column-layout';
import { namesInOrder, orderColumns, resetLayout } from '../../grid/use-columns';
import type { ColumnModel } from '../../grid/use-columns';
import { t } from '../../languages/language';

/** The columns by name: found, shown, frozen, moved; Enter goes to the first that was found. */
export function ColumnsPanel(props: {
  model: ColumnModel;
  onGoTo: (name: string) => void;
  onClose: () => void;
}) {
  const { model, onGoTo, onClose } = props;
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const all = namesInOrder(model);
  const found = all.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const move = (name: string, step: -1 | 1) => orderColumns(model, moveBy(all, name, step));
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] !== undefined) onGoTo(found[0]);
        }}
      >
        <input
          ref={search}
          type="search"
          className="text-field"
          aria-label={t('data.findColumn')}
          placeholder={t('data.findColumn')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </form>
      <ul className="columns-list">
        {found.map((name) => {
          const column = model.getColumn(name);
          if (!column) return null;
          const isFrozen = column.getIsPinned() === 'start';
          return (
            <li key={name}>
              <input
                type="checkbox"
                aria-label={t('data.showColumn', { name })}
                checked={column.getIsVisible()}
                onChange={() => column.toggleVisibility()}
              />
              <button
                type="button"
                className="button button-quiet column-name"
                disabled={!column.getIsVisible()}
                onClick={() => onGoTo(name)}
              >
                {name}
              </button>
              <button
                type="button"
                className="button button-quiet"
                aria-label={t('data.freezeColumn', { name })}
                aria-pressed={isFrozen}
                title={t('data.freeze')}
                onClick={() => column.pin(isFrozen ? false : 'start')}
              >
                <Icon name="pin" />
              </button>
              <button
                type="button"
                className="button button-quiet"
                aria-label={t('data.moveLeft', { name })}
                disabled={all[0] === name}
                onClick={() => move(name, -1)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                className="button button-quiet"
                aria-label={t('data.moveRight', { name })}
                disabled={all.at(-1) === name}
                onClick={() => move(name, 1)}
              >
                <Icon name="down" />
              </button>
            </li>
          );
        })}
      </ul>
      <footer>
        <button type="button" className="button" onClick={() => resetLayout(model)}>
          {t('data.resetLayout')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('data.close')}
        </button>
      </footer>
    </>
  );
}
