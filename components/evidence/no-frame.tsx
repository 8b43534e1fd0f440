"use client";

import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { useEvidenceDesk } from "./desk-context";
import { EvidenceNav } from "./evidence-nav";

/** A course without positions or dimensions: staff are shown where they are set out. */
export function NoFrame({ title }: { title: string }) {
  const t = useTranslations("evidence");
  const { courseId, page } = useEvidenceDesk();
  return (
    <main className="work ev-alone" id="main">
      <EvidenceNav courseId={courseId} at="matrix" />
      <h1 className="head-1">{title}</h1>
      <Blank title={t("noFrame")}>
        <p>{t(page.canManage ? "noFrameStaff" : "noFrameWhy")}</p>
        {page.canManage && (
          <Link className="btn" href={`/courses/${courseId}/frame`}>
            {t("toFrame")}
          </Link>
        )}
      </Blank>
    </main>
  );
}
