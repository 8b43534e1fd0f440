/** The mark: a page whose source stands in the middle of its glosses. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M1.5 3h17M1.5 17h17M1.5 6.5h3M1.5 10h3M1.5 13.5h3M15.5 6.5h3M15.5 10h3M15.5 13.5h3"
        stroke="currentColor"
        strokeWidth="1.3"
        fill="none"
      />
      <rect x="7" y="5.9" width="6" height="8.2" style={{ fill: "var(--rubric)" }} />
    </svg>
  );
}
