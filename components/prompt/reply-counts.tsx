import { CircleQuestionMark, Equal, EqualNot } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReplyRelation, replyRelations } from "@/domain/prompt/response";

export const relationIcon = { agree: Equal, challenge: EqualNot, ask: CircleQuestionMark } as const;

interface ReplyCountsProps {
  relations: readonly (ReplyRelation | null)[];
  /** How many there are, where they are not known one by one. */
  total?: number;
}

/** How many replies of each kind an answer has; in words where there are none. */
export function ReplyCounts({ relations, total = relations.length }: ReplyCountsProps) {
  const t = useTranslations("response");
  if (total === 0) return <span className="rc none">{t("noReply")}</span>;
  if (relations.length < total) return <span className="rc n">{t("replies", { count: total })}</span>;
  return (
    <span className="rc">
      {replyRelations.map((relation) => {
        const count = relations.filter((each) => each === relation).length;
        const Icon = relationIcon[relation];
        return (
          <span key={relation} className={count === 0 ? "z" : undefined}>
            <Icon className="i s" aria-hidden="true" />
            <span className="vh">{t(`counts.${relation}`, { count })}</span>
            <span className="n" aria-hidden="true">
              {count || ""}
            </span>
          </span>
        );
      })}
    </span>
  );
}
