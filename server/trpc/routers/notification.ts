import { z } from "zod";
import { id } from "@/domain/id";
import { moment } from "@/domain/moment";
import { choice, pageAfter } from "@/domain/notification/notification";
import { readUnsubscribeToken } from "@/server/adapters/unsubscribe-token";
import { chooseDelivery } from "@/server/commands/notification/choose-delivery";
import { markAllRead } from "@/server/commands/notification/mark-all-read";
import { markRead } from "@/server/commands/notification/mark-read";
import { unsubscribe } from "@/server/commands/notification/unsubscribe";
import { choicesFor, notificationsOf, unreadCount } from "@/server/queries/notification";
import { personProcedure, publicProcedure, router } from "../init";

export const notificationRouter = router({
  list: personProcedure
    .input(z.object({ cursor: pageAfter.nullish() }))
    .query(({ ctx, input }) => notificationsOf(ctx.claim, input.cursor ?? null, ctx.now)),
  unread: personProcedure.query(({ ctx }) => unreadCount(ctx.claim, ctx.now)),
  read: personProcedure
    .input(z.object({ id }))
    .mutation(({ ctx, input }) => markRead(ctx.claim, input.id, ctx.now)),
  readAll: personProcedure
    .input(z.object({ through: moment }))
    .mutation(({ ctx, input }) => markAllRead(ctx.claim, input.through, ctx.now)),
  choices: personProcedure.query(({ ctx }) => choicesFor(ctx.claim)),
  choose: personProcedure
    .input(choice)
    .mutation(({ ctx, input }) => chooseDelivery(ctx.claim, input, ctx.now)),
  /** What kinds of mail a token stops; none for one that is not ours. */
  stops: publicProcedure
    .input(z.object({ token: z.string().max(300) }))
    .query(({ input }) => readUnsubscribeToken(input.token)?.kinds ?? []),
  unsubscribe: publicProcedure
    .input(z.object({ token: z.string().max(300) }))
    .mutation(({ ctx, input }) => unsubscribe(input.token, ctx.now)),
});
