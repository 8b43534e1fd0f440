"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { Suspense } from "react";
import { useTRPC } from "@/components/trpc/client";
import { direction } from "@/domain/reading/direction";
import { useStandName } from "./use-stand-name";
import "./stance.css";

// The form is wanted by few who open the page, and by none at once.
const StanceDialog = dynamic(() => import("./stance-dialog").then((module) => module.StanceDialog));

interface StanceInvitationProps {
  courseId: string;
  /** The reading whose end this stands at; left out on the course's page. */
  readingId?: string;
}

/** A quiet line for students that asks where they stand: at the end of a text, or before the first and after the last. */
export function StanceInvitation({ courseId, readingId }: StanceInvitationProps) {
  const t = useTranslations("stance.invitation");
  const trpc = useTRPC();
  // It may stand in a text of another language and direction.
  const locale = useLocale();
  const nameOf = useStandName();
  const { data: desk } = useQuery(
    trpc.stance.desk.queryOptions({ courseId }, { staleTime: 5 * 60_000, refetchOnWindowFocus: false }),
  );
  if (!desk?.mayTake || desk.positions.length === 0) return null;
  const last = desk.stances.at(-1);
  const afterThis = readingId && desk.stances.some((stance) => stance.readingId === readingId);
  const line = () => {
    if (afterThis && last) return t("stated", { position: nameOf(last), level: last.confidence });
    if (readingId) return t("end");
    return last ? t("now", { position: nameOf(last), level: last.confidence }) : t("before");
  };
  const words = last ? t("again") : t("first");
  return (
    <aside className="stance-invitation" lang={locale} dir={direction(locale)} aria-label={t("label")}>
      <p>{line()}</p>
      {/* Without it the whole page would wait for the form: keys would do nothing, and letters be lost. */}
      <Suspense
        fallback={
          <button className="btn" type="button" disabled>
            {words}
          </button>
        }
      >
        <StanceDialog
          courseId={courseId}
          me={desk.me}
          positions={desk.positions}
          readings={desk.readings}
          stances={desk.stances}
          when={readingId ?? (last ? "after" : "before")}
          trigger={
            <button className="btn" type="button">
              {words}
            </button>
          }
        />
      </Suspense>
    </aside>
  );
}
