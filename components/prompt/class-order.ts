import type { ResponseView } from "./shapes";

/** An answer with the replies to it, oldest first. */
export interface Posted {
  response: ResponseView;
  replies: ResponseView[];
}

export const classOrders = ["fewest", "newest", "position"] as const;
export type ClassOrder = (typeof classOrders)[number];

export interface ClassFilter {
  /** A position's id, `none` for answers that take none; null for all. */
  position: string | null;
  /** Null for all; else those that were unread when this was asked for, so that none goes away while it is read. */
  unread: ReadonlySet<string> | null;
  unanswered: boolean;
  groupId: string | null;
}

export const noFilter: ClassFilter = { position: null, unread: null, unanswered: false, groupId: null };

/** What is posted, in the order it was. */
export function postedOf(responses: readonly ResponseView[]): Posted[] {
  const replies = new Map<string, ResponseView[]>();
  for (const response of responses) {
    if (response.parentId === null) continue;
    const held = replies.get(response.parentId);
    if (held) held.push(response);
    else replies.set(response.parentId, [response]);
  }
  return responses
    .filter((response) => response.parentId === null && response.submittedAt !== null)
    .map((response) => ({ response, replies: replies.get(response.id) ?? [] }));
}

const isShown =
  ({ position, unread, unanswered, groupId }: ClassFilter) =>
  ({ response, replies }: Posted) =>
    (position === null || (response.positionId ?? "none") === position) &&
    (unread === null || unread.has(response.id)) &&
    (!unanswered || replies.length === 0) &&
    (groupId === null || response.groupId === groupId);

const postedAt = ({ response }: Posted) => (response.submittedAt ?? response.createdAt).getTime();

/** Those that pass, in the order asked for; answers alike in it stand oldest first, the newest first under `newest`. */
export function arranged(
  posted: readonly Posted[],
  filter: ClassFilter,
  order: ClassOrder,
  positionIds: readonly string[],
): Posted[] {
  const place = ({ response }: Posted) => {
    const at = response.positionId === null ? -1 : positionIds.indexOf(response.positionId);
    return at === -1 ? positionIds.length : at;
  };
  const compare = {
    fewest: (a: Posted, b: Posted) => a.replies.length - b.replies.length || postedAt(a) - postedAt(b),
    newest: (a: Posted, b: Posted) => postedAt(b) - postedAt(a),
    position: (a: Posted, b: Posted) => place(a) - place(b) || postedAt(a) - postedAt(b),
  }[order];
  return posted.filter(isShown(filter)).sort(compare);
}
