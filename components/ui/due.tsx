import { useTranslations } from "next-intl";
import { cityOf } from "./city-of";
import { Moment } from "./moment";
import { OwnClock } from "./own-clock";

/** When something is due: in the course's zone, which is named, and by the reader's own clock where that differs. */
export function Due({ at, timeZone }: { at: Date; timeZone: string }) {
  const t = useTranslations("moment");
  return (
    <>
      <b>
        <Moment at={at} timeZone={timeZone} />
      </b>{" "}
      {t("inZone", { city: cityOf(timeZone) })} <OwnClock at={at} timeZone={timeZone} />
    </>
  );
}
