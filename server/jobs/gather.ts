import { z } from "zod";
import { askToSend } from "@/server/adapters/jobs";
import { gatherMail } from "@/server/commands/notification/gather-mail";
import { mailsToSend } from "@/server/queries/post";
import { job } from "./job";

export const gather = job({
  name: "gather",
  cron: "* * * * *",
  input: z.unknown(),
  run: async (_input, now) => {
    await gatherMail(now);
    await askToSend(await mailsToSend(now));
  },
});
