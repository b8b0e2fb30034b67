import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode, UIEvent } from 'react';

/** Rows drawn beyond those that are seen, so that a quick scroll finds them there. */
const overscan = 16;
/** As near to the end as this counts as being there. */
const endPx = 4;

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Height of a row of one line; rows may be higher, they are measured. */
  readonly rowHeightPx: number;
  /** Shown at its end whenever that moves. */
  readonly follows: boolean;
  /** The person has scrolled away from the end, or back to it. */
  onFollow(follows: boolean): void;
  /** The rows that are drawn now, both included. */
  onRange(first: number, last: number): void;
  readonly row: (index: number) => ReactNode;
  readonly className?: string;
}

/** A list of any length of which only the rows near the seen ones are drawn; scrolls by keyboard. */
export function VirtualList(props: VirtualListProps) {
  const { count, follows, onFollow, onRange, rowHeightPx } = props;
  const box = useRef<HTMLDivElement>(null);
  const lastTopPx = useRef(0);
  const virtualizer = useVirtualizer({
    count,
    overscan,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeightPx,
  });
  const rows = virtualizer.getVirtualItems();
  const heightPx = virtualizer.getTotalSize();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= 0) onRange(first, last);
  }, [first, last, count, onRange]);
  useLayoutEffect(() => {
    const element = box.current;
    if (follows && element) element.scrollTop = element.scrollHeight;
  }, [follows, count, heightPx]);

  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    const movesUp = scrollTop < lastTopPx.current - 1;
    const movesDown = scrollTop > lastTopPx.current + 1;
    lastTopPx.current = scrollTop;
    const isAtEnd = scrollHeight - scrollTop - clientHeight <= endPx;
    if (follows && movesUp && !isAtEnd) onFollow(false);
    if (!follows && movesDown && isAtEnd) onFollow(true);
  };
  return (
    <div
      ref={box}
      className={`virtual-list ${props.className ?? ''}`}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      onScroll={onScroll}
    >
      <div style={{ height: heightPx }}>
        <div style={{ transform: `translateY(${rows[0]?.start ?? 0}px)` }}>
          {rows.map(({ index, key }) => (
            <div key={key} data-index={index} ref={virtualizer.measureElement}>
              {props.row(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
