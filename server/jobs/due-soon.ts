import { z } from "zod";
import { tellDueSoon } from "@/server/commands/notification/tell-due-soon";
import { job } from "./job";

export const dueSoon = job({
  name: "due-soon",
  cron: "*/15 * * * *",
  input: z.unknown(),
  run: (_input, now) => tellDueSoon(now),
});
