import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";

interface ClassDateProps {
  /** The class's dates; null for whoever goes by them. */
  extended: { dueAt: Date } | null;
  timeZone: string;
}

/** Beside a due date of one's own: when it is due for everybody else. */
export function ClassDate({ extended, timeZone }: ClassDateProps) {
  const t = useTranslations("classDate");
  if (!extended) return null;
  return (
    <span className="soft">
      {t("yours")} <Moment at={extended.dueAt} timeZone={timeZone} />
    </span>
  );
}
