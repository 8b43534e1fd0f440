import { z } from "zod";
import { newLetter } from "@/domain/notification/letter";
import { sendLetter } from "@/server/commands/letter/send-letter";
import { courseProcedure, router } from "../init";

export const letterRouter = router({
  send: courseProcedure
    .input(z.object({ letter: newLetter }))
    .mutation(({ ctx, input }) => sendLetter(ctx.access, input.letter, ctx.now)),
});
