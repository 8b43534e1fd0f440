import { z } from "zod";
import { askToNotify } from "@/server/adapters/jobs";
import { job } from "./job";

/** Finds the rooms of which nobody heard: whoever wrote there was gone before it could say so. */
export const catchUp = job({
  name: "catch-up",
  cron: "* * * * *",
  input: z.unknown(),
  run: () => askToNotify("all"),
});
