import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CommentWire } from "@/domain/comment/wire";

/** Of a comment whose text got another version: that its words changed or are gone, and what they were. */
export function MovedNote({ moved }: { moved: NonNullable<CommentWire["moved"]> }) {
  const t = useTranslations("comment.moved");
  return (
    <div className="moved-note">
      <p>
        <TriangleAlert className="i s" aria-hidden />
        {t(moved.to)}
      </p>
      {moved.words && (
        <blockquote className="quote" dir="auto">
          {moved.words}
        </blockquote>
      )}
    </div>
  );
}
