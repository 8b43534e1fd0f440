"use client";

import { useTranslations } from "next-intl";
import { useShowWaiting, useWaiting } from "@/components/live/live-provider";
import { useSparingly } from "./use-sparingly";

/** New comments are told of this often at most. Milliseconds. */
const EVERY = 20_000;

/** Others' words wait here until asked for, so that nothing moves under a reader's eyes. */
export function NewComments() {
  const t = useTranslations("reader.bar");
  const { fresh, changed } = useWaiting();
  const show = useShowWaiting();
  const spoken = useSparingly(fresh > 0 ? t("newSpoken", { count: fresh }) : "", EVERY);
  return (
    <>
      <span className="vh" role="status">
        {spoken}
      </span>
      {fresh + changed > 0 && (
        <button
          type="button"
          className="new"
          aria-label={fresh > 0 ? t("showNew", { count: fresh }) : t("showChanged", { count: changed })}
          onClick={() => {
            show();
            // The button goes; the focus stays with the page.
            document.getElementById("main")?.focus({ preventScroll: true });
          }}
        >
          <span className="sq wait" aria-hidden />
          <span className="n">
            {fresh > 0 ? t("new", { count: fresh }) : t("changed", { count: changed })}
          </span>
          <kbd>n</kbd>
        </button>
      )}
    </>
  );
}
