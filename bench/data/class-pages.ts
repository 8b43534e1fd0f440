import type { Making } from "./class";
import type { ClassAssignment, ClassMatrix } from "./class-plan";

/** An event to be logged. */
export interface Happened {
  roomId: string;
  type: string;
  actorId: string | undefined;
  subjectId: string;
  payload: unknown;
  at: Date;
}

/** What is said in one assignment. */
export interface Talk {
  assignment: ClassAssignment;
  matrix: ClassMatrix;
  comments: number;
}

const HOUR = 3_600_000;
export const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

/** What is to be written once all rooms have talked: many rows with one statement. */
export class Pages {
  private readonly tables = new Map<string, Record<string, unknown>[]>();

  add(table: string, rows: Record<string, unknown>[]): void {
    const all = this.tables.get(table) ?? [];
    for (const row of rows) all.push(row);
    this.tables.set(table, all);
  }

  /** A table that others name comes first. */
  async write(making: Making, tables: readonly string[]): Promise<void> {
    for (const table of tables) await making.rows(table, this.tables.get(table) ?? []);
  }
}
