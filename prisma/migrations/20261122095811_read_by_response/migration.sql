-- CreateIndex
CREATE INDEX "HandedResponse_responseId_idx" ON "HandedResponse"("responseId");

-- CreateIndex
CREATE INDEX "ResponseSeen_responseId_idx" ON "ResponseSeen"("responseId");
