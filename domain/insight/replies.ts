import type { Id } from "@/domain/id";

/** Somebody replied to somebody. */
export interface Reply {
  from: Id;
  to: Id;
}

export interface Tie extends Reply {
  count: number;
}

/** Replies between two people, added up; answering oneself is no tie. The most first. */
export function tiesOf(replies: readonly Reply[]): Tie[] {
  const ties = new Map<string, Tie>();
  for (const { from, to } of replies) {
    if (from === to) continue;
    const key = `${from}/${to}`;
    const tie = ties.get(key) ?? { from, to, count: 0 };
    tie.count++;
    ties.set(key, tie);
  }
  return [...ties.values()].sort(
    (one, other) =>
      other.count - one.count || one.from.localeCompare(other.from) || one.to.localeCompare(other.to),
  );
}

export interface Talker {
  id: Id;
  given: number;
  received: number;
  /** With how many different people. */
  partners: number;
}

/** How each of these people takes part in the talk; those in no tie talk with nobody. */
export function talkersOf(people: readonly Id[], ties: readonly Tie[]): Talker[] {
  const talkers = new Map(people.map((id) => [id, { id, given: 0, received: 0, with: new Set<Id>() }]));
  for (const { from, to, count } of ties) {
    const [giver, receiver] = [talkers.get(from), talkers.get(to)];
    if (giver) {
      giver.given += count;
      giver.with.add(to);
    }
    if (receiver) {
      receiver.received += count;
      receiver.with.add(from);
    }
  }
  return [...talkers.values()].map(({ with: partners, ...talker }) => ({
    ...talker,
    partners: partners.size,
  }));
}
