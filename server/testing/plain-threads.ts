import type { Show, ThreadFilter } from "@/domain/comment/filter";
import { shows } from "@/domain/comment/filter";
import type { CommentWire } from "@/domain/comment/wire";

/** What the queries in SQL count in the database, counted here over the comments that somebody receives. */
export interface PlainThread {
  root: CommentWire;
  position: number;
  replies: number;
  comments: number;
  unread: number;
  mine: boolean;
  open: boolean;
  authors: Set<string>;
}

interface Reader {
  /** The key under which they go. */
  key: string;
  /** How far they have seen each thread. */
  seen: ReadonlyMap<string, Date>;
}

export function plainThreads(
  comments: CommentWire[],
  paragraphIds: readonly string[],
  reader: Reader,
): PlainThread[] {
  return comments
    .filter((root) => root.id === root.threadId)
    .map((root) => {
      const standing = comments.filter((one) => one.threadId === root.id && !one.deleted);
      const through = reader.seen.get(root.id)?.toISOString() ?? "";
      return {
        root,
        position: root.paragraphId ? paragraphIds.indexOf(root.paragraphId) + 1 : 0,
        replies: standing.filter((one) => one.id !== root.id).length,
        comments: standing.length,
        unread: standing.filter((one) => one.author.key !== reader.key && one.createdAt > through).length,
        mine: standing.some((one) => one.author.key === reader.key),
        open: root.signal === "question" && !root.deleted && root.answerId === null && !root.resolved,
        authors: new Set(standing.map((one) => one.author.key)),
      };
    });
}

const showing: Record<Show, (thread: PlainThread) => boolean> = {
  all: () => true,
  unread: (thread) => thread.unread > 0,
  mine: (thread) => thread.mine,
  unanswered: (thread) => thread.open,
  resolved: (thread) => thread.root.resolved,
  question: (thread) => thread.root.signal === "question",
  insight: (thread) => thread.root.signal === "insight",
  challenge: (thread) => thread.root.signal === "challenge",
  term: (thread) => thread.root.signal === "term",
};

export const plainFilter = (threads: PlainThread[], { show, person }: ThreadFilter) =>
  threads.filter((thread) => showing[show](thread) && (person === null || thread.authors.has(person)));

type Ranks = (thread: PlainThread) => (number | string)[];

function sorted(threads: PlainThread[], ranks: Ranks): PlainThread[] {
  const ranked = threads.map((thread) => ({ thread, ranks: ranks(thread) }));
  ranked.sort((a, b) => {
    const at = a.ranks.findIndex((rank, index) => rank !== b.ranks[index]);
    return at < 0 ? 0 : (a.ranks[at] ?? 0) < (b.ranks[at] ?? 0) ? -1 : 1;
  });
  return ranked.map(({ thread }) => thread);
}

const byText: Ranks = ({ root, position }) => [
  position,
  root.pinned ? 0 : 1,
  root.passage?.start ?? -1,
  root.createdAt,
  root.id,
];

const byTalk: Ranks = ({ root, replies }) => [
  root.pinned ? 0 : 1,
  root.resolved ? 1 : 0,
  -replies,
  root.createdAt,
  root.id,
];

const headOf = ({ root, replies, unread }: PlainThread) => ({ root, replies, unread });

export function plainHeads(threads: PlainThread[], positions: number[], most: number) {
  const more: Record<number, number> = {};
  const kept = [...new Set(positions)].flatMap((position) => {
    const beside = threads.filter((thread) => thread.position === position);
    if (beside.length > most) more[position] = beside.length - most;
    return sorted(beside, byTalk).slice(0, most);
  });
  return { heads: sorted(kept, byText).map(headOf), more };
}

const piecesOf = ({ root }: PlainThread, paragraphIds: readonly string[]) =>
  root.passage
    ? [{ ...root.passage, paragraphId: root.paragraphId }, ...root.spans].map((piece) => ({
        position: paragraphIds.indexOf(piece.paragraphId ?? "") + 1,
        start: piece.start,
        end: piece.end,
      }))
    : [];

export const plainBeside = (threads: PlainThread[], position: number) =>
  sorted(
    threads.filter((thread) => thread.position === position),
    byText,
  ).map(headOf);

export function plainCovering(
  threads: PlainThread[],
  paragraphIds: readonly string[],
  position: number,
  at: number,
) {
  const covering = threads.filter((thread) =>
    piecesOf(thread, paragraphIds).some(
      (piece) => piece.position === position && piece.start <= at && piece.end > at,
    ),
  );
  const length = (thread: PlainThread) =>
    piecesOf(thread, paragraphIds).reduce((sum, piece) => sum + piece.end - piece.start, 0);
  return sorted(covering, (thread) => [length(thread), thread.root.createdAt, thread.root.id]).map(headOf);
}

export function plainDigest(all: PlainThread[], filter: ThreadFilter, paragraphIds: readonly string[]) {
  const threads = plainFilter(all, filter);
  const positions = [...new Set(threads.map((thread) => thread.position))].sort((a, b) => a - b);
  const sum = (list: PlainThread[], count: (thread: PlainThread) => number) =>
    list.reduce((total, thread) => total + count(thread), 0);
  const tallies = positions.map((position) => {
    const beside = threads.filter((thread) => thread.position === position);
    return [
      position,
      beside.length,
      sum(beside, (thread) => thread.comments),
      sum(beside, (thread) => thread.unread),
      sum(beside, (thread) => (thread.open ? 1 : 0)),
    ];
  });
  const painted = new Map<string, Set<number>>();
  for (const thread of threads) {
    for (const { position, start, end } of piecesOf(thread, paragraphIds)) {
      const name = `${position} ${thread.root.signal ?? "plain"}`;
      const letters = painted.get(name) ?? new Set();
      for (let at = start; at < end; at++) letters.add(at);
      painted.set(name, letters);
    }
  }
  const marks = [...painted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, letters]) => {
      const [position, signal] = name.split(" ");
      const edges = [...letters].flatMap((at) => [
        ...(letters.has(at - 1) ? [] : [at]),
        ...(letters.has(at + 1) ? [] : [at + 1]),
      ]);
      return [Number(position), signal, edges.sort((a, b) => a - b)];
    });
  const counts = Object.fromEntries(
    shows.map((show) => [show, plainFilter(all, { show, person: null }).length]),
  );
  return { tallies, marks, counts };
}

/** The next unread thread after (or before) a thread that is in sight, else after a position; going round. */
export function plainNext(
  threads: PlainThread[],
  from: { position: number; threadId: string | null; back: boolean },
) {
  const list = sorted(threads, byText);
  if (from.back) list.reverse();
  const here = list.findIndex((thread) => thread.root.id === from.threadId);
  const isPast = ({ position }: PlainThread) =>
    from.back ? position <= from.position : position >= from.position;
  const ahead = here >= 0 ? list.slice(here + 1) : list.filter(isPast);
  const behind = here >= 0 ? list.slice(0, here) : list.filter((thread) => !isPast(thread));
  const next = [...ahead, ...behind].find((thread) => thread.unread > 0);
  return next ? { threadId: next.root.id, position: next.position } : null;
}
