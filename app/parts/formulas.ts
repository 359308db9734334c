/** A glossary formula with the signs that people read: × for *, ÷ for /, − for -. */
export const typeset = (formula: string) =>
  formula.replaceAll("**", "^").replaceAll(" * ", " × ").replaceAll(" / ", " ÷ ").replaceAll(" - ", " − ");
