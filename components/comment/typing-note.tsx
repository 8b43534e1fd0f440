"use client";

import { useTranslations } from "next-intl";
import { usePresence } from "@/components/live/live-provider";
import { useDesk } from "@/components/reading/desk-state";
import { Avatar } from "@/components/ui/avatar";

/** Who else is writing a reply here. Seen, not spoken: it would talk over the reader. */
export function TypingNote({ threadId }: { threadId: string }) {
  const t = useTranslations("comment");
  const { me } = useDesk();
  const { here } = usePresence();
  const writing = here.filter((one) => one.typing === threadId && one.key !== me.key);
  const [first] = writing;
  if (!first) return null;
  return (
    <p className="typing">
      <Avatar name={first.name} staff={first.role === "instructor" || first.role === "assistant"} />
      <span className="cut">
        {t.rich("isReplying", {
          count: writing.length,
          others: writing.length - 1,
          name: () => <bdi>{first.name || t("someone")}</bdi>,
        })}
      </span>
      <span className="dots" aria-hidden>
        <i />
        <i />
        <i />
      </span>
    </p>
  );
}
