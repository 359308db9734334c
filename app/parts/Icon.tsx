const paths = {
  explore:
    "M12 5.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z M12 2c2 0 3.2 4.5 3.2 10S14 22 12 22s-3.2-4.5-3.2-10S10 2 12 2Z",
  size: "M10 9.5h4v5h-4z M2.5 8.5H8v7H2.5z M16 8.5h5.500v7H16z M8 12h2 M14 12h2 M5.200 8.500v7 M18.800 8.500v7 M12 14.500V19",
  report: "M6 3h8.500L19 7.500V21H6z M14.500 3v4.500H19 M9 11h7 M9 14h7 M9 17h4",
  undo: "M8 5 4 9l4 4 M4 9h9.500a5.500 5.500 0 0 1 0 11H9",
  redo: "m16 5 4 4-4 4 M20 9h-9.500a5.500 5.500 0 0 0 0 11H15",
  find: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z M15.200 15.200 20.500 20.500",
  share: "M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1 M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1",
  light:
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z M12 2.500v2 M12 19.500v2 M2.500 12h2 M19.500 12h2 M5.300 5.300l1.400 1.400 M17.300 17.300l1.400 1.400 M5.300 18.700l1.400-1.400 M17.300 6.700l1.400-1.400",
  dark: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z",
  open: "M3 6.500h6l2 2.500h10v10.500H3z",
  save: "M12 4v11 M7.500 10.500 12 15l4.500-4.500 M4 19.500h16",
  more: "M6 12h.010 M12 12h.010 M18 12h.010",
  close: "M6 6l12 12 M18 6 6 18",
  good: "m5 12.500 4.500 4.500L19 7.500",
  bad: "M6.500 6.500l11 11 M17.500 6.500l-11 11",
  warn: "M12 4 2.500 20h19z M12 10v4.500 M12 17.500h.010",
  info: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17Z M12 11v5.500 M12 7.500h.010",
  reset: "M5 12a7 7 0 1 0 2.200-5.100 M5 4v4h4",
  fold: "m8 10 4 4 4-4",
  print: "M7 8V3.500h10V8 M7 17H4V8h16v9h-3 M7 14h10v6.500H7z",
  plus: "M12 5v14 M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V4h5 M20 9V4h-5 M4 15v5h5 M20 15v5h-5",
  lock: "M6.500 11h11v9h-11z M8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  unlock: "M6.500 11h11v9h-11z M8.500 11V8a3.500 3.500 0 0 1 6.800-1.200",
  pair: "M3.500 5h7v14h-7z M13.500 5h7v14h-7z",
  picture: "M3.500 7h4l1.500-2.500h6L16.500 7h4v12h-17z M12 9.500a3.400 3.400 0 1 0 0 6.800 3.400 3.400 0 0 0 0-6.800Z",
  video: "M3 6.500h12v11H3z M15 10.500l6-3v9l-6-3",
  whole: "M4 9V4h5 M20 9V4h-5 M4 15v5h5 M20 15v5h-5 M9 9h6v6H9z",
  narrow: "M9 4v5H4 M15 4v5h5 M9 20v-5H4 M15 20v-5h5",
  keys: "M3 6.500h18v11H3z M6.500 10h.010 M10 10h.010 M13.500 10h.010 M17 10h.010 M8 14h8",
} as const;
export type IconName = keyof typeof paths;

/** One stroke, one weight. The word beside it, or the button's label, says what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
