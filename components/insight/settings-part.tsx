import { useTranslations } from "next-intl";
import { FlowSettings } from "@/components/stance/flow-settings";
import type { FlowPage } from "@/components/stance/shapes";

interface SettingsPartProps {
  courseId: string;
  settings: FlowPage["settings"];
  /** Whether they are this person's to change. */
  canManage: boolean;
}

/** What of the flow the class itself is shown; assistants see how it is set. */
export function SettingsPart({ courseId, settings, canManage }: SettingsPartProps) {
  const t = useTranslations("insight.settings");
  return (
    <section className="part set" aria-labelledby="settings-title">
      <header className="part-head">
        <h2 className="h-sec" id="settings-title">
          {t("title")}
        </h2>
      </header>
      {canManage ? (
        <FlowSettings courseId={courseId} settings={settings} />
      ) : (
        <>
          <p className="say">{t(settings.showsFlow ? "shown" : "notShown")}</p>
          <p className="say">{t("smallest", { size: settings.smallestGroup })}</p>
          <p className="faint">{t("instructors")}</p>
        </>
      )}
    </section>
  );
}
