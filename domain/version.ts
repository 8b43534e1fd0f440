import { z } from "zod";

/** What an integer column holds: no honest count comes near it. */
const MOST = 2_147_483_647;

/** The version (or revision) that a change was made on. */
export const version = z.int().positive().max(MOST);

/** The same, with 0 for what the server has not seen yet. */
export const versionOrNone = z.int().nonnegative().max(MOST);
