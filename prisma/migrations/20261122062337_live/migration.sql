-- CreateEnum
CREATE TYPE "Names" AS ENUM ('named', 'pseudonyms');

-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('same', 'helpful');

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "names" "Names" NOT NULL DEFAULT 'named';

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "answerId" UUID,
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "presence" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "presence" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "Alias" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingPlace" (
    "membershipId" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "last" INTEGER NOT NULL,
    "furthest" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadingPlace_pkey" PRIMARY KEY ("membershipId","readingId")
);

-- CreateTable
CREATE TABLE "CommentSpan" (
    "commentId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "paragraphId" UUID NOT NULL,
    "startOffset" INTEGER NOT NULL,
    "endOffset" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,

    CONSTRAINT "CommentSpan_pkey" PRIMARY KEY ("commentId","position")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","membershipId")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","membershipId","kind")
);

-- CreateTable
CREATE TABLE "ThreadSeen" (
    "membershipId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "through" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadSeen_pkey" PRIMARY KEY ("membershipId","threadId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Alias_assignmentId_membershipId_key" ON "Alias"("assignmentId", "membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "Alias_assignmentId_name_key" ON "Alias"("assignmentId", "name");

-- CreateIndex
CREATE INDEX "CommentSpan_courseId_paragraphId_idx" ON "CommentSpan"("courseId", "paragraphId");

-- CreateIndex
CREATE INDEX "Mention_courseId_membershipId_idx" ON "Mention"("courseId", "membershipId");

-- CreateIndex
CREATE INDEX "ThreadSeen_membershipId_readingId_idx" ON "ThreadSeen"("membershipId", "readingId");

-- CreateIndex
CREATE INDEX "Comment_courseId_readingId_paragraphId_idx" ON "Comment"("courseId", "readingId", "paragraphId");

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alias" ADD CONSTRAINT "Alias_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentSpan" ADD CONSTRAINT "CommentSpan_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentSpan" ADD CONSTRAINT "CommentSpan_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSeen" ADD CONSTRAINT "ThreadSeen_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSeen" ADD CONSTRAINT "ThreadSeen_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSeen" ADD CONSTRAINT "ThreadSeen_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;
