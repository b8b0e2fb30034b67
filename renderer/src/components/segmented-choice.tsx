/** One of a few, all of them in sight: a row of buttons of which one is pressed. */
export function SegmentedChoice<T extends string>(props: {
  /** What is chosen, read aloud. */
  label: string;
  choices: readonly T[];
  /** Null: none of them. */
  chosen: T | null;
  textOf: (choice: T) => string;
  /** Told the pressed one too. */
  onChoose: (choice: T) => void;
  className?: string;
}) {
  return (
    <div
      className={`segmented segmented-text ${props.className ?? ''}`.trimEnd()}
      role="group"
      aria-label={props.label}
    >
      {props.choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === props.chosen}
          onClick={() => props.onChoose(choice)}
        >
          {props.textOf(choice)}
        </button>
      ))}
    </div>
  );
}
