import { z } from "zod";
import { settleLostMail } from "@/server/commands/notification/settle-lost-mail";
import { job } from "./job";

export const lostMail = job({
  name: "lost-mail",
  cron: "* * * * *",
  input: z.unknown(),
  run: (_input, now) => settleLostMail(now),
});
