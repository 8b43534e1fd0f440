import type { Place } from "@/components/reading/reader-types";

/** Under which key what a person writes is kept on the device. Each begins with the person's id. */
export const commentDraftKey = (meId: string, readingId: string, place: Place): string => {
  const { paragraphId, passage, spans = [] } = place;
  const end = spans.at(-1)?.passage.end;
  return [meId, "comment", readingId, paragraphId, passage?.start, passage?.end, ...(end ? [end] : [])].join(
    ".",
  );
};

export const replyDraftKey = (meId: string, threadId: string) => `${meId}.reply.${threadId}`;

export const editDraftKey = (meId: string, commentId: string) => `${meId}.edit.${commentId}`;
