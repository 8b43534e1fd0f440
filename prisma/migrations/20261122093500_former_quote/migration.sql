-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "formerQuote" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "formerQuote" TEXT;
