"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";

interface LoadedProps<Data> {
  query: {
    data: Data | undefined;
    error: unknown;
    isPlaceholderData: boolean;
    isFetching: boolean;
    refetch: () => unknown;
  };
  /** Stands where the data will, in its size. */
  bones: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A part that is fetched by itself: bones at first, then what came; what stood before stays until the next is there. */
export function Loaded<Data>({ query, bones, children }: LoadedProps<Data>) {
  const t = useTranslations("insight.loading");
  const refusal = useRefusal();
  if (query.data !== undefined) {
    return (
      <div className={query.isPlaceholderData ? "is-former" : undefined} aria-busy={query.isPlaceholderData}>
        {children(query.data)}
      </div>
    );
  }
  if (query.error && !query.isFetching) {
    return (
      <Blank title={t("failed")} bad>
        <p>{refusal(query.error)}</p>
        <button type="button" className="btn" onClick={() => query.refetch()}>
          {t("again")}
        </button>
      </Blank>
    );
  }
  return (
    <div aria-busy="true">
      <p className="vh" role="status">
        {t("wait")}
      </p>
      <div aria-hidden="true">{bones}</div>
    </div>
  );
}

/** Lines of text that are on their way. */
export function Bones({ lines, height }: { lines: number; height: string }) {
  const rows = Array.from({ length: lines }, (_, at) => ({ at, width: `${92 - ((at * 23) % 41)}%` }));
  return rows.map(({ at, width }) => (
    <span key={at} className="bone-row" style={{ height }}>
      <span className="bone" style={{ width }} />
    </span>
  ));
}
