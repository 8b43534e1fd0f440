import { citationTable } from "./citation-table";
import type { Entry } from "./entry";
import { evidenceTable } from "./evidence-table";
import { extensionTable } from "./extension-table";
import { frameTable } from "./frame-table";
import { responseTable } from "./response-table";
import { stanceTable } from "./stance-table";
import { steelmanTable } from "./steelman-table";
import { termTable } from "./term-table";

/** What concerns the positions that compete: prompts, answers, stances, evidence. */
export const positionsTable: Record<string, Entry> = {
  ...citationTable,
  ...extensionTable,
  ...frameTable,
  ...termTable,
  ...steelmanTable,
  ...responseTable,
  ...stanceTable,
  ...evidenceTable,
};
