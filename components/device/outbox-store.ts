import type { Id } from "@/domain/id";
import type { OutboxItem, Queue } from "@/domain/outbox/item";
import { onDevice } from "./store";

interface Remembered {
  queue: Queue;
  /** Every id this page has met, so that one gone from `queue` is known to be gone and not new. */
  met: Set<Id>;
  /** The device did not take the last change. */
  isBehind: boolean;
}

const memory = new Map<Id, Remembered>();

function remembered(personId: Id): Remembered {
  const found = memory.get(personId) ?? { queue: [], met: new Set(), isBehind: false };
  memory.set(personId, found);
  return found;
}

const inOrder = (items: Iterable<OutboxItem>): Queue => [...items].sort((one, other) => one.at - other.at);

/** What the device has, with what it could not be told before. */
function together(stored: OutboxItem[], own: Remembered): Queue {
  if (!own.isBehind) return inOrder(stored);
  return inOrder([...stored.filter((item) => !own.met.has(item.id)), ...own.queue]);
}

/**
 * Changes one person's queue as one step, whatever the other tabs do meanwhile. Tells the queue as it then is, and
 * whether the device keeps it: where it cannot, the page alone does. `durably` waits until the disk has it.
 */
export async function changeQueue(
  personId: Id,
  change: (queue: Queue) => Queue,
  { durably }: { durably: boolean },
): Promise<{ queue: Queue; kept: boolean }> {
  const own = remembered(personId);
  const done = await onDevice(async (db) => {
    const work = db.transaction("outbox", "readwrite", { durability: durably ? "strict" : "relaxed" });
    const stored = await work.store.index("person").getAll(personId);
    const next = change(together(stored, own));
    const before = new Map(stored.map((item) => [item.id, item]));
    const puts = next.filter((item) => before.get(item.id) !== item).map((item) => work.store.put(item));
    for (const { id } of next) before.delete(id);
    const deletions = [...before.keys()].map((id) => work.store.delete(id));
    await Promise.all([...puts, ...deletions, work.done]);
    return next;
  });
  const queue = done ? done.value : change(own.queue);
  for (const item of queue) own.met.add(item.id);
  own.queue = queue;
  own.isBehind = done === null;
  return { queue, kept: done !== null };
}
