import { z } from "zod";
import { type DraftRecord, onDevice } from "./store";
import { TabChannel } from "./tabs";

/** Between a keystroke and its place in the database (ms). Local storage has it at once. */
const PAUSE = 150;

const prefix = "glossa.draft.";
const kept = z.object({ text: z.string().nullable(), at: z.number() });

/** A change of a draft, as the other tabs hear it. */
export interface DraftChange {
  record: DraftRecord;
  /** The last change from elsewhere that its writer had in front of them when they typed. */
  seen: number;
}

const tabs = new TabChannel<DraftChange>("glossa.drafts");
const listeners = new Set<(key: string) => void>();
/** What this page has seen of each draft: all there is when the device keeps nothing. */
const known = new Map<string, DraftRecord>();
const unwritten = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;

const newer = (one: DraftRecord | null, other: DraftRecord | null): DraftRecord | null =>
  one && other ? (other.at > one.at ? other : one) : (one ?? other);

function readLocal(key: string): DraftRecord | null {
  try {
    const found = window.localStorage.getItem(prefix + key);
    const parsed = found === null ? null : kept.safeParse(JSON.parse(found));
    return parsed?.data ? { key, ...parsed.data } : null;
  } catch {
    return null;
  }
}

/** Local storage is written within the keystroke: a tab that is killed loses nothing. */
function writeLocal({ key, text, at }: DraftRecord): boolean {
  try {
    window.localStorage.setItem(prefix + key, JSON.stringify({ text, at }));
    return true;
  } catch {
    return false;
  }
}

/** The mark of a forgotten draft has done its work once the database has forgotten it too. */
function sweepLocal({ key, at }: DraftRecord): void {
  if (readLocal(key)?.at !== at) return;
  try {
    window.localStorage.removeItem(prefix + key);
  } catch {
    // It stays, and says no more than that there is no draft.
  }
}

/** The database survives the browser being killed, which local storage, written late, does not. */
async function writeDatabase(record: DraftRecord): Promise<boolean> {
  const done = await onDevice(async (db) => {
    const work = db.transaction("drafts", "readwrite", { durability: "strict" });
    const standing = await work.store.get(record.key);
    if (!standing || standing.at <= record.at) {
      await (record.text === null ? work.store.delete(record.key) : work.store.put(record));
    }
    await work.done;
  });
  if (done && record.text === null) sweepLocal(record);
  return done !== null;
}

const announce = (key: string) => {
  for (const listener of listeners) listener(key);
};

/** What this page knows of a draft, without waiting. */
export function draftNow(key: string): DraftRecord | null {
  return newer(known.get(key) ?? null, readLocal(key));
}

/** The newest there is of a draft, also from before the browser was killed. */
export async function findDraft(key: string): Promise<DraftRecord | null> {
  const found = await onDevice((db) => db.get("drafts", key));
  const record = newer(draftNow(key), found?.value ?? null);
  if (record) known.set(key, record);
  return record;
}

async function flush(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  const keys = [...unwritten];
  unwritten.clear();
  const records = keys.map((key) => known.get(key)).filter((record) => record !== undefined);
  await Promise.all(records.map((record) => writeDatabase(record)));
}

/**
 * Keeps a draft, or with null forgets it. Tells the record and whether local storage took it; the database follows
 * within the pause.
 */
export function keepDraft(
  key: string,
  text: string | null,
  seen = 0,
): { record: DraftRecord; kept: boolean } {
  const before = draftNow(key)?.at ?? 0;
  const record = { key, text, at: Math.max(Date.now(), before + 1) };
  known.set(key, record);
  const isKept = writeLocal(record);
  unwritten.add(key);
  timer ??= setTimeout(flush, PAUSE);
  tabs.tell({ record, seen });
  announce(key);
  return { record, kept: isKept };
}

/** Whether the database takes a draft at all; asked where local storage did not. */
export const keepInDatabase = (record: DraftRecord): Promise<boolean> => writeDatabase(record);

/** Hears what other tabs do to drafts. */
export function onDraftChange(listener: (change: DraftChange) => void): () => void {
  return tabs.listen((change) => {
    known.set(change.record.key, change.record);
    listener(change);
  });
}

function localKeys(start: string): string[] {
  try {
    return Object.keys(window.localStorage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}

/** The keys, with this beginning, under which there is a draft. */
export function draftKeys(start: string): string[] {
  const keys = new Set([...known.keys(), ...localKeys(start)].filter((key) => key.startsWith(start)));
  return [...keys].filter((key) => !isBeside(key) && draftNow(key)?.text);
}

/** How many drafts begin with this. */
export const countDrafts = (start: string): number => draftKeys(start).length;

/** Brings to mind what only the database knows. */
export async function recallDrafts(start: string): Promise<void> {
  const range = IDBKeyRange.bound(start, `${start}\uffff`);
  const found = await onDevice((db) => db.getAll("drafts", range));
  for (const record of found?.value ?? []) {
    known.set(record.key, newer(draftNow(record.key), record) ?? record);
  }
  announce(start);
}

/** Hears of every draft that changes, here or in another tab. */
export function onAnyDraft(listener: (key: string) => void): () => void {
  listeners.add(listener);
  const stop = onDraftChange(({ record }) => listener(record.key));
  return () => {
    listeners.delete(listener);
    stop();
  };
}

/** Where the id is kept under which a draft is sent. */
const idEnding = ".id";
export const idKey = (key: string) => key + idEnding;

/** Where it is kept for whom a draft is, and as what: a note to oneself must not turn into one for the group. */
const meantEnding = ".meant";
export const meantKey = (key: string) => key + meantEnding;

const isBeside = (key: string) => key.endsWith(idEnding) || key.endsWith(meantEnding);

if (typeof window !== "undefined") {
  // What was typed within the pause goes along when the page does.
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush();
  });
}
