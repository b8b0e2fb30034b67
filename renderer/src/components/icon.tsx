/** Shapes drawn on a 16 × 16 field; every state has a shape of its own, not only a colour. */
const shapes = {
  square: <rect x="3.5" y="3.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  magnifier: (
    <path d="M7 2.75a4.25 4.25 0 1 1 0 8.5 4.25 4.25 0 0 1 0-8.5Zm3.2 7.45 3.3 3.3" {...line()} />
  ),
  arc: <path d="M8 2.75A5.25 5.25 0 1 1 2.75 8" {...line()} />,
  disc: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  triangle: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M8 1.8 15 14H1ZM7.2 6v4h1.6V6Zm0 5v1.5h1.6V11Z"
    />
  ),
  octagon: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3ZM7.2 4.2v5h1.6v-5Zm0 6v1.6h1.6v-1.6Z"
    />
  ),
  check: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm2.9 3.6L7.1 9.2 5.2 7.3 4.1 8.4l3 3 4.9-4.9Z"
    />
  ),
  caution: (
    <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2Zm0 2.9v3.6m0 1.6v1" {...line()} />
  ),
  question: (
    <path
      d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM6.3 6.4C6.4 5.4 7.1 5 8 5c1 0 1.7.6 1.7 1.5C9.7 7.6 8 7.7 8 9m0 1.4v.9"
      {...line(1.4)}
    />
  ),
  copy: <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8Z" {...line(1.3)} />,
  chevron: <path d="m5 6.5 3 3 3-3" {...line()} />,
  system: <path d="M2.5 3h11v7.5h-11Zm3 10.5h5M8 10.5v3" {...line(1.3)} />,
  sun: (
    <path
      d="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.5v1.4m0 10.2v1.4M1.5 8h1.4m10.2 0h1.4M3.4 3.4l1 1m7.2 7.2 1 1m0-9.2-1 1m-7.2 7.2-1 1"
      {...line(1.3)}
    />
  ),
  moon: <path d="M13.2 9.7A5.6 5.6 0 0 1 6.3 2.8a5.6 5.6 0 1 0 6.9 6.9Z" {...line(1.3)} />,
  table: <path d="M2.5 3h11v10h-11Zm0 3.3h11m-11 3.4h11M6.3 6.3V13" {...line(1.3)} />,
  bars: <path d="M2.5 2.5v11h11M5 5h7M5 8h4.5M5 11h2" {...line(1.3)} />,
  pipeline: <path d="M2 5.5h3v5H2Zm9 0h3v5h-3ZM5 8h6M7 6l2 2-2 2" {...line(1.3)} />,
  gauge: <path d="M2.5 12a5.5 5.5 0 1 1 11 0ZM8 11.5 10.5 8" {...line(1.3)} />,
  stack: (
    <path
      d="m8 2.5 5.5 2.7L8 8 2.5 5.2ZM2.5 8 8 10.8 13.5 8m-11 2.8L8 13.5l5.5-2.7"
      {...line(1.3)}
    />
  ),
  stream: <path d="M2.5 4.5h8m-8 3.5h11m-11 3.5h6" {...line(1.5)} />,
  shield: (
    <path d="M8 2.2 13 4v4c0 3-2.2 5-5 6-2.8-1-5-3-5-6V4Zm-2.2 6L7.3 9.7 10.4 6.4" {...line(1.3)} />
  ),
  download: <path d="M8 2.5v7m-3-3 3 3 3-3m-8.5 6.8h11" {...line(1.4)} />,
  lines: <path d="M3 3.5h10M3 6.5h7M3 9.5h10M3 12.5h5" {...line(1.3)} />,
  sliders: <path d="M2.5 4.5h6m3 0h2m-11 7h2m3 0h6M10 3v3m-4 4v3" {...line(1.4)} />,
  pulse: <path d="M2 8.5h3l2-5 2.5 9 1.5-4H14" {...line(1.4)} />,
  up: <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" {...line(1.4)} />,
  down: <path d="M8 3v9.5M4.5 9 8 12.5 11.5 9" {...line(1.4)} />,
  pin: <path d="M6 2.5h4l-.5 4L12 9H4l2.5-2.5ZM8 9v5" {...line(1.3)} />,
  funnel: <path d="M2.5 3.5h11l-4.2 5v4.2L6.7 14V8.5Z" {...line(1.3)} />,
  play: <path d="m5 3 8 5-8 5Z" fill="currentColor" />,
  pause: <path d="M5.5 3.5v9m5-9v9" {...line(2)} />,
  restart: <path d="M13 8a5 5 0 1 1-1.5-3.6M13.2 2v3h-3" {...line(1.5)} />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" {...line(2)} />,
  cross: <path d="m4 4 8 8m0-8-8 8" {...line()} />,
  clock: (
    <path d="M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2ZM8 5v3.2l2.2 1.4" {...line(1.3)} />
  ),
  unplugged: <path d="m2.5 2.5 11 11M6 3v2m4-2v3M4.5 6v1.5A3.5 3.5 0 0 0 8 11v2.5" {...line()} />,
} as const;

function line(width = 1.6) {
  return {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: width,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
}

export type IconName = keyof typeof shapes;

/** A shape in the colour of its text; a word always stands beside it, so it is hidden from readers. */
export function Icon({ name, spins = false }: { name: IconName; spins?: boolean }) {
  return (
    <svg
      className={spins ? 'icon icon-spins' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
