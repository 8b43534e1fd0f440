import { newAccount, passwordChange } from "@/domain/account/account";
import { changePassword } from "@/server/commands/account/change-password";
import { createAccount } from "@/server/commands/account/create-account";
import { signOutEverywhere } from "@/server/commands/account/sign-out-everywhere";
import { account, demoPeople } from "@/server/queries/person";
import { personProcedure, publicProcedure, router } from "../init";

export const accountRouter = router({
  me: personProcedure.query(({ ctx }) => account(ctx.claim)),
  demoPeople: publicProcedure.query(() => demoPeople()),
  create: publicProcedure
    .input(newAccount)
    .mutation(({ ctx, input }) => createAccount(input, ctx.address, ctx.now)),
  changePassword: personProcedure
    .input(passwordChange)
    .mutation(({ ctx, input }) => changePassword(ctx.claim, input)),
  signOutEverywhere: personProcedure.mutation(({ ctx }) => signOutEverywhere(ctx.claim)),
});
