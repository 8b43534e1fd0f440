"use client";

import { useTranslations } from "next-intl";
import { usePeople } from "@/components/reading/data/use-people";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import type { ReactionKind } from "@/domain/comment/comment";
import { useWrites } from "./use-writes";

/** Names said of who reacted; the rest is counted. */
const NAMED = 8;

interface ReactionsProps {
  comment: Comment;
  /** In a thread that is not open: how many, not who. */
  compact?: boolean;
}

/** "Same question" under a question, "Helpful" under anything: how many say so, who, and whether I do. */
export function Reactions({ comment, compact = false }: ReactionsProps) {
  const isQuestion = comment.signal === "question" && comment.id === comment.threadId;
  return (
    <>
      {isQuestion && <Reaction comment={comment} kind="same" compact={compact} />}
      <Reaction comment={comment} kind="helpful" compact={compact} />
    </>
  );
}

function Reaction({ comment, kind, compact }: Required<ReactionsProps> & { kind: ReactionKind }) {
  const t = useTranslations("comment");
  const { may, me } = useDesk();
  const { react } = useWrites();
  const keys = comment.reactions[kind];
  const people = usePeople(!compact && keys.length > 0);
  const isOn = me.key !== "" && keys.includes(me.key);
  const names = (compact ? [] : keys).flatMap((key) => {
    if (key === me.key) return t("you");
    return people.find((person) => person.key === key)?.name ?? [];
  });
  const rest = keys.length - Math.min(names.length, NAMED);
  const who = names.length === 0 ? undefined : t("who", { names: names.slice(0, NAMED).join(", "), rest });
  const words = (
    <>
      {t(`reactions.${kind}`)}
      {keys.length > 0 && <span className="n">{keys.length}</span>}
      {who && <span className="vh">: {who}</span>}
    </>
  );
  if (!may("comment.react", comment)) {
    return keys.length > 0 ? <span title={who}>{words}</span> : null;
  }
  return (
    <button type="button" aria-pressed={isOn} title={who} onClick={() => react(comment, kind, !isOn)}>
      {words}
    </button>
  );
}
