/** The shape of what is being loaded. */
export function Bones({ lines, label }: { lines: number; label: string }) {
  const widths = Array.from({ length: lines }, (_, line) => ({ line, width: `${96 - ((line * 17) % 40)}%` }));
  return (
    <div role="status" aria-label={label}>
      {widths.map(({ line, width }) => (
        <span className="bone" style={{ width }} key={line} />
      ))}
    </div>
  );
}
