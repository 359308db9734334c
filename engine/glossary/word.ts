/** What a name means. An input has limits; a result has a formula, or a method in words where no formula says it. */
export type Word = {
  readonly label: string;
  readonly help: string;
  /** The field writes this unit as it is: a specific impulse of 2500 s is no duration. */
  readonly plain?: true;
} & (
  | { readonly min: number; readonly max: number; readonly optional?: true }
  | { readonly formula: string }
  | { readonly method: string }
);

export type InputWord = Extract<Word, { min: number }>;
