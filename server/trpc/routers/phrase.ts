import { z } from "zod";
import { newPhrase, phraseSharing } from "@/domain/grading/grade-phrase";
import { id } from "@/domain/id";
import { countUse, deletePhrase, sharePhrase } from "@/server/commands/phrase/change-phrase";
import { keepPhrase } from "@/server/commands/phrase/keep-phrase";
import { phrasesOf } from "@/server/queries/phrase";
import { courseProcedure, router } from "../init";

const one = z.object({ id });

export const phraseRouter = router({
  list: courseProcedure.query(({ ctx }) => phrasesOf(ctx.access)),
  keep: courseProcedure.input(newPhrase).mutation(({ ctx, input }) => keepPhrase(ctx.access, input, ctx.now)),
  share: courseProcedure
    .input(phraseSharing)
    .mutation(({ ctx, input }) => sharePhrase(ctx.access, input, ctx.now)),
  use: courseProcedure.input(one).mutation(({ ctx, input }) => countUse(ctx.access, input.id)),
  delete: courseProcedure
    .input(one)
    .mutation(({ ctx, input }) => deletePhrase(ctx.access, input.id, ctx.now)),
});
