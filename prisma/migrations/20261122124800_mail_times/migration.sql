-- DropIndex
DROP INDEX "Mail_userId_state_idx";

-- DropIndex
DROP INDEX "Notification_delivery_mailId_idx";

-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "claimedAt" TIMESTAMPTZ(3),
ADD COLUMN     "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "mailAfter" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Mail_userId_idx" ON "Mail"("userId");

-- CreateIndex
CREATE INDEX "Mail_state_notBefore_idx" ON "Mail"("state", "notBefore");

-- CreateIndex
CREATE INDEX "Notification_mailAfter_idx" ON "Notification"("mailAfter");
