import { useTranslations } from "next-intl";
import type { Voice } from "@/domain/comment/voice";

/** What somebody is called here; for staff with the alias that classmates see. */
export function VoiceName({ voice, as: Name = "b" }: { voice: Voice; as?: "b" | "span" }) {
  const t = useTranslations("voice");
  return (
    <>
      <Name dir="auto">{voice.name || t("unnamed")}</Name>
      {voice.alias && <small className="faint nb">{t("alias", { alias: voice.alias })}</small>}
    </>
  );
}
