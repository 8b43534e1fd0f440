import { z } from "zod";

/** An instant of a year that every clock and the database can write. */
export const moment = z.date().min(new Date(0)).max(new Date("9999-12-31T23:59:59.999Z"));
