"use client";

import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("broken");
  return (
    <main id="main" className="page-account">
      <h1 className="vh">{t("title")}</h1>
      <Blank title={t("title")} bad>
        <p>{t("body")}</p>
        <button type="button" className="btn" onClick={reset}>
          {t("again")}
        </button>
      </Blank>
    </main>
  );
}
