import { expect, vi } from "vitest";
import { db } from "@/server/adapters/db";

/** Resolves when exactly so many transactions wait for a row that another holds. */
export const isWaiting = (count: number) =>
  vi.waitFor(async () => {
    const [row] = await db().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    expect(row?.waiting).toBe(count);
  }, 30_000);
