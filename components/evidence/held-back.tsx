import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { useEvidenceDesk } from "./desk-context";

/** From which readings classmates' evidence does not show yet, and what has to happen first. */
export function HeldBack() {
  const t = useTranslations("evidence.held");
  const { page } = useEvidenceDesk();
  if (page.heldBack.length === 0) return null;
  return (
    <Note>
      {page.heldBack.map(({ until, readings }) => (
        <p key={readings.join(" ")}>{t(until, { count: readings.length, readings: readings.join(", ") })}</p>
      ))}
    </Note>
  );
}
