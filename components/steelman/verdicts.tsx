import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import type { Steelman } from "./shapes";

/** What those who hold the position said; of earlier words it is said that it was of those. */
export function Verdicts({ steelman }: { steelman: Steelman }) {
  const t = useTranslations("steelman");
  if (steelman.verdicts.length === 0) return null;
  return (
    <ul className="steel-verdicts">
      {steelman.verdicts.map((verdict) => {
        const Icon = verdict.signs ? Check : CircleAlert;
        return (
          <li
            key={`${verdict.author.key} ${verdict.at.toISOString()}`}
            className={verdict.current ? undefined : "past"}
          >
            <Icon className="i s" aria-hidden="true" />
            <span>
              <VoiceName voice={verdict.author} /> {t(verdict.signs ? "signed" : "missed")}
              {!verdict.current && <span className="dim"> {t("ofEarlier")}</span>}
            </span>
            {verdict.words && <p dir="auto">{verdict.words}</p>}
          </li>
        );
      })}
    </ul>
  );
}
