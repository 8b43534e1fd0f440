import { useTranslations } from "next-intl";
import { cityOf } from "@/components/ui/city-of";
import { Note } from "@/components/ui/note";
import type { PromptPage } from "./shapes";
import { When } from "./when";

/** Why classmates' words do not show, and what opens them. */
export function HiddenNote({ page, timeZone }: { page: PromptPage; timeZone: string }) {
  const t = useTranslations("prompt.hidden");
  const moment = useTranslations("moment");
  const { hidden } = page;
  if (!hidden) return null;
  return (
    <Note>
      {hidden.until === "due" ? (
        <>
          {t("due")} <When at={page.prompt.dueAt} timeZone={timeZone} />{" "}
          {moment("inZone", { city: cityOf(timeZone) })}
        </>
      ) : hidden.until === "answer" ? (
        t("answer")
      ) : (
        t("comments", { count: hidden.owed, words: hidden.words })
      )}
    </Note>
  );
}
