import { useTranslations } from "next-intl";

/** Words that were saved elsewhere meanwhile: the person says which stay. */
export function NewerWords({ words, onKeep }: { words: string; onKeep: (take: boolean) => void }) {
  const t = useTranslations("steelman");
  return (
    <div className="steel-newer" role="alert">
      <b>{t("newer")}</b>
      <p dir="auto">{words}</p>
      <p className="steel-acts">
        <button type="button" className="btn" onClick={() => onKeep(false)}>
          {t("keepMine")}
        </button>
        <button type="button" className="btn bare" onClick={() => onKeep(true)}>
          {t("takeTheirs")}
        </button>
      </p>
    </div>
  );
}
