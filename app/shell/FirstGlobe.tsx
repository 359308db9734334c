/** The drawing of index.html once more, so that the globe's place is never empty while its files come. */
export function FirstGlobe() {
  return (
    <div className="first-globe" role="status">
      <svg viewBox="0 0 200 200" aria-hidden="true">
        <defs>
          <linearGradient id="first-day" x1="0" x2="1">
            <stop offset="0.46" stopColor="var(--space-night)" />
            <stop offset="0.54" stopColor="var(--space-day)" />
          </linearGradient>
        </defs>
        <path d="M100 14 A22 86 0 0 0 100 186" className="first-ring" opacity="0.5" />
        <circle cx="100" cy="100" r="72" fill="url(#first-day)" />
        <path d="M100 14 A22 86 0 0 1 100 186" className="first-ring" />
      </svg>
      <p>Placing the fleet along the line of dawn</p>
    </div>
  );
}
