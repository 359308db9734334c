/** What a name means. An input has limits; a result has a formula, or a method in words where no formula says it. */
export type Word = { readonly label: string; readonly help: string } & (
  | { readonly min: number; readonly max: number; readonly optional?: true }
  | { readonly formula: string }
  | { readonly method: string }
);

export type InputWord = Extract<Word, { min: number }>;
