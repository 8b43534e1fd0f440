"use client";

import { useTranslations } from "next-intl";
import type { Grading } from "@/components/grading/desk/use-grading";
import { canJoin, type Line } from "./settle";
import { SettleLine } from "./settle-line";
import { SettleText } from "./settle-text";

/** What two versions say differently besides the marks and the feedback, which are settled where they stand. */
export function ConflictLines({ grading, name }: { grading: Grading; name: string }) {
  const t = useTranslations("grade");
  const { conflict } = grading;
  if (!conflict) return null;
  const rest = conflict.lines.filter((line) => line.on !== "mark" && line.on !== "feedback");
  if (rest.length === 0) return null;
  const value = (line: Line, said: string) =>
    line.on === "standing"
      ? t(`standing.${said === "missing" || said === "excused" ? said : "graded"}`)
      : line.on === "kept"
        ? t("lateness.kept", { kept: said })
        : said || t("conflict.none");
  return (
    <section className="cf-rest" aria-label={t("conflict.rest")}>
      {rest.map((line) => {
        const about = t(`conflict.on.${line.on}`);
        const choice = conflict.choices[line.key];
        if (line.on === "remark") {
          return (
            <div key={line.key}>
              <p className="label">{t(`conflict.remarkOn.${line.kind}`)}</p>
              <SettleText
                about={about}
                mine={line.mine}
                theirs={line.theirs}
                name={name}
                choice={choice}
                canJoin={canJoin(line)}
                onChoose={(next) => grading.choose(line.key, next)}
              />
            </div>
          );
        }
        return (
          <div className="cf-line" key={line.key}>
            <p>
              {about} <b>{value(line, line.mine ?? "")}</b>
            </p>
            <SettleLine
              about={about}
              said={t("conflict.theySay", { name, value: value(line, line.theirs ?? "") })}
              name={name}
              choice={choice}
              onChoose={(next) => grading.choose(line.key, next)}
            />
          </div>
        );
      })}
    </section>
  );
}
