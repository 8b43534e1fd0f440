-- CreateIndex
CREATE INDEX "Citation_formerParagraphId_idx" ON "Citation"("formerParagraphId");

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_formerParagraphId_fkey" FOREIGN KEY ("formerParagraphId") REFERENCES "Paragraph"("id") ON DELETE SET NULL ON UPDATE CASCADE;
