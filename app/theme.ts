import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Every shade is the token itself: Mantine never brings a colour of its own. */
const shades = (variable: string) =>
  Array.from({ length: 10 }, () => `var(${variable})`) as unknown as MantineColorsTuple;

export const mantineTheme = createTheme({
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  primaryColor: "dawn",
  colors: { dawn: shades("--dawn") },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "6px", md: "6px", lg: "6px", xl: "6px" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.8125rem", lg: "0.9375rem", xl: "1.25rem" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  shadows: { xs: "none", sm: "none", md: "none", lg: "none", xl: "none" },
  headings: { fontFamily: "var(--font)", fontWeight: "560" },
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Mantine's own greys, from faint to strong, as our lines and texts. */
const greys = [
  "--raised",
  "--raised",
  "--line",
  "--line",
  "--line-strong",
  "--quiet",
  "--quiet",
  "--text",
  "--text",
  "--text",
];
const darks = [
  "--text",
  "--quiet",
  "--quiet",
  "--quiet",
  "--line-strong",
  "--line",
  "--raised",
  "--ground",
  "--ground",
  "--ground",
];
const scale = (name: string, variables: readonly string[]) =>
  Object.fromEntries(variables.map((variable, index) => [`--mantine-color-${name}-${index}`, `var(${variable})`]));

const fromTokens = {
  ...scale("gray", greys),
  ...scale("dark", darks),
  "--mantine-color-white": "var(--raised)",
  "--mantine-color-body": "var(--ground)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-dimmed": "var(--quiet)",
  "--mantine-color-placeholder": "var(--quiet)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-anchor": "var(--beam)",
  "--mantine-color-default": "transparent",
  "--mantine-color-default-hover": "var(--line)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-disabled": "transparent",
  "--mantine-color-disabled-color": "var(--quiet)",
  "--mantine-color-disabled-border": "var(--line)",
  "--mantine-primary-color-filled": "var(--dawn)",
  "--mantine-primary-color-contrast": "var(--on-dawn)",
  "--mantine-primary-color-light": "color-mix(in srgb, var(--dawn) 14%, transparent)",
};

export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
