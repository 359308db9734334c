import type { Role } from "#engine";

/** Colours of the page it stands in; the second is the paper's, for a drawing that stands alone. */
export const paint = {
  text: "var(--text, #14181d)",
  quiet: "var(--quiet, #4c5661)",
  line: "var(--line, rgba(0,0,0,.12))",
  strong: "var(--line-strong, rgba(0,0,0,.26))",
  paper: "var(--figure-ground, #ffffff)",
  dawn: "var(--dawn, #b26a00)",
  beam: "var(--beam, #0a6ea8)",
  dusk: "var(--dusk, #5a45c8)",
} as const;

/** Each role is told apart by its dash as well as by its colour. */
export const roles: Readonly<Record<Role, { readonly stroke: string; readonly dash: string | undefined }>> = {
  sun: { stroke: paint.dawn, dash: undefined },
  load: { stroke: paint.beam, dash: "6 2" },
  store: { stroke: paint.dusk, dash: undefined },
  panel: { stroke: paint.dawn, dash: undefined },
  chip: { stroke: paint.beam, dash: "6 2" },
  rate: { stroke: paint.beam, dash: undefined },
  aside: { stroke: paint.quiet, dash: "2 3" },
};

export const FONT_PX = 12;
export const FONT_FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
/** Width of a letter where nothing can be measured; Inter's mean is a little less. */
const LETTER_PX = 6.4;
export const widthOfText = (text: string) => text.length * LETTER_PX;
