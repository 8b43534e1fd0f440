import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxItem } from "@/domain/outbox/item";

export interface DraftRecord {
  /** Starts with, or has in it, the id of the person whose draft it is. */
  key: string;
  /** Null: there was one, and it has been sent or thrown away. */
  text: string | null;
  /** Epoch ms of the last change. */
  at: number;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: DraftRecord };
  outbox: { key: string; value: OutboxItem; indexes: { person: string } };
}

export type Database = IDBPDatabase<Schema>;

/** A database that answers nothing for this long (ms) is taken for switched off. */
const PATIENCE = 4000;

let opened: Promise<Database> | null = null;

function open(): Promise<Database> {
  opened ??= openDB<Schema>("glossa", 1, {
    upgrade: (db) => {
      db.createObjectStore("drafts", { keyPath: "key" });
      db.createObjectStore("outbox", { keyPath: "id" }).createIndex("person", "personId");
    },
    // Another version of the page wants to change the database: it must not wait for this one.
    blocking: () => forget(),
    terminated: () => forget(),
  });
  // One that could not be opened may be opened the next time: a full disk does not stay full.
  opened.catch(() => forget());
  return opened;
}

function forget(): void {
  opened?.then((db) => db.close()).catch(() => {});
  opened = null;
}

function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The device's database does not answer.")), PATIENCE);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Does something in the device's database. Null when that cannot be done: it is full, switched off or private. Nothing
 * may stop somebody from writing, so this never throws; what is kept then is kept by the page alone.
 */
export async function onDevice<Value>(
  work: (db: Database) => Promise<Value>,
): Promise<{ value: Value } | null> {
  try {
    return { value: await withinPatience(open().then(work)) };
  } catch {
    return null;
  }
}
