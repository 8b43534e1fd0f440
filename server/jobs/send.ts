import { z } from "zod";
import { id } from "@/domain/id";
import { sendMail } from "@/server/commands/notification/send-mail";
import { job } from "./job";

export const send = job({
  name: "send",
  input: z.object({ mailId: id }),
  run: ({ mailId }, now) => sendMail(mailId, now),
});
