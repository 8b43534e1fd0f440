import { lostBefore } from "@/domain/notification/times";
import { db } from "@/server/adapters/db";

/** What was claimed long ago and never settled may have gone: it stays as it is, and is not sent again. */
export async function settleLostMail(now: Date): Promise<void> {
  await db().mail.updateMany({
    where: { state: "sending", claimedAt: { lt: lostBefore(now) } },
    data: { state: "uncertain", settledAt: now, fault: "whoever sent it was gone before the answer" },
  });
}
