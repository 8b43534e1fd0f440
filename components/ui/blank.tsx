import type { ReactNode } from "react";

interface BlankProps {
  title: string;
  children?: ReactNode;
  /** Something went wrong, rather than: nothing is here yet. */
  bad?: boolean;
}

/** Where nothing is: why, and the way on. */
export function Blank({ title, children, bad = false }: BlankProps) {
  return (
    <div className={bad ? "blank bad" : "blank"} role={bad ? "alert" : undefined}>
      <p className="h">{title}</p>
      {children}
    </div>
  );
}
