import { useTranslations } from "next-intl";

/** What the signs of the table mean. */
export function Legend() {
  const t = useTranslations("gradebook.legend");
  return (
    <p className="legend">
      <span>
        <b className="n">25</b> {t("released")}
      </span>
      <span>
        <b className="n">
          25
          <i className="o" />
        </b>{" "}
        {t("draft")}
      </span>
      <span>
        <i className="ring" /> {t("todo")}
      </span>
      <span>
        <i className="hatch" /> {t("missing")}
      </span>
      <span>
        <i className="tri" /> {t("changed")}
      </span>
    </p>
  );
}
