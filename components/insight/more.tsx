import type { ReactNode } from "react";

interface MoreProps<Item> {
  items: readonly Item[];
  /** How many are seen at once; the rest unfolds. */
  most: number;
  /** On what unfolds the rest. */
  label: (count: number) => string;
  className: string;
  /** A list item with its key. */
  children: (item: Item) => ReactNode;
}

/** The head of a list, and the rest of it folded away. */
export function More<Item>({ items, most, label, className, children }: MoreProps<Item>) {
  const rest = items.slice(most);
  return (
    <>
      <ul className={className}>{items.slice(0, most).map(children)}</ul>
      {rest.length > 0 && (
        <details className="rest">
          <summary>{label(rest.length)}</summary>
          <ul className={className}>{rest.map(children)}</ul>
        </details>
      )}
    </>
  );
}
