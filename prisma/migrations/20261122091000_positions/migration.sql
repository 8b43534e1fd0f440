-- CreateEnum
CREATE TYPE "AnchorState" AS ENUM ('sound', 'changed', 'lost');

-- DropForeignKey
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_dimensionId_fkey";

-- DropForeignKey
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_positionId_fkey";

-- DropIndex
DROP INDEX "Dimension_courseId_position_key";

-- DropIndex
DROP INDEX "Position_courseId_position_key";

-- AlterTable
ALTER TABLE "Citation" ADD COLUMN     "anchor" "AnchorState" NOT NULL DEFAULT 'sound',
ADD COLUMN     "formerParagraphId" UUID,
ADD COLUMN     "noteId" UUID,
ADD COLUMN     "positionId" UUID,
ADD COLUMN     "steelmanId" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "anchor" "AnchorState" NOT NULL DEFAULT 'sound',
ADD COLUMN     "formerParagraphId" UUID;

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "frameVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "showsFlow" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "smallestGroup" INTEGER NOT NULL DEFAULT 5;

-- AlterTable
ALTER TABLE "Dimension" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "anchor" "AnchorState" NOT NULL DEFAULT 'sound',
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "filedAt" TIMESTAMPTZ(3),
ADD COLUMN     "formerParagraphId" UUID,
ADD COLUMN     "mergedById" UUID,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "roomId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "positionId" DROP NOT NULL,
ALTER COLUMN "dimensionId" DROP NOT NULL;

-- What was recorded so far was shown to all, and belongs where its author talks.
UPDATE "Evidence" e SET "filedAt" = e."createdAt", "roomId" = (
  SELECT r.id FROM "Room" r
  LEFT JOIN "Reading" rd ON rd.id = e."readingId"
  LEFT JOIN "GroupMember" gm ON gm."groupId" = r."groupId" AND gm."membershipId" = e."authorId"
  WHERE r."courseId" = e."courseId"
  ORDER BY (r."assignmentId" IS NOT DISTINCT FROM rd."assignmentId") DESC, (gm."groupId" IS NOT NULL) DESC, r.id
  LIMIT 1);
ALTER TABLE "Evidence" ALTER COLUMN "roomId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Position" ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sources" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "dimensionId" UUID,
ADD COLUMN     "positionsMin" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "postFirst" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pseudonyms" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "repliesMin" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "steelman" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "termId" UUID,
ADD COLUMN     "wholeClass" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wordsMax" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Stance" ADD COLUMN     "betweenId" UUID,
ADD COLUMN     "movedByReadingId" UUID;

UPDATE "Stance" s SET "movedByReadingId" = (
  SELECT rd.id FROM "Reading" rd JOIN "Paragraph" p ON p."versionId" = rd."versionId"
  WHERE p.id = s."movedByParagraphId" AND rd."courseId" = s."courseId" ORDER BY rd.position LIMIT 1)
WHERE s."movedByParagraphId" IS NOT NULL;

-- CreateTable
CREATE TABLE "EvidenceVersion" (
    "evidenceId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "actorId" UUID NOT NULL,
    "claim" TEXT NOT NULL,
    "relation" "EvidenceRelation" NOT NULL,
    "positionId" UUID,
    "dimensionId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceVersion_pkey" PRIMARY KEY ("evidenceId","version")
);

-- CreateTable
CREATE TABLE "EvidenceHelpful" (
    "evidenceId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceHelpful_pkey" PRIMARY KEY ("evidenceId","membershipId")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "evidenceId" UUID,
    "differenceId" UUID,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PromptPosition" (
    "promptId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "PromptPosition_pkey" PRIMARY KEY ("promptId","positionId")
);

-- CreateTable
CREATE TABLE "HandedResponse" (
    "promptId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "HandedResponse_pkey" PRIMARY KEY ("membershipId","responseId")
);

-- CreateTable
CREATE TABLE "ResponseSeen" (
    "membershipId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResponseSeen_pkey" PRIMARY KEY ("membershipId","responseId")
);

-- CreateTable
CREATE TABLE "Steelman" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "promptId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "rebuttal" TEXT,
    "rebuttedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Steelman_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SteelmanVerdict" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "steelmanId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "signs" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "onVersion" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SteelmanVerdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "gloss" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermForm" (
    "termId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "courseId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "TermForm_pkey" PRIMARY KEY ("termId","position")
);

-- CreateTable
CREATE TABLE "TermDifference" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "leftReadingId" UUID NOT NULL,
    "leftParagraphId" UUID NOT NULL,
    "rightReadingId" UUID NOT NULL,
    "rightParagraphId" UUID NOT NULL,
    "claim" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TermDifference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Note_evidenceId_createdAt_idx" ON "Note"("evidenceId", "createdAt");

-- CreateIndex
CREATE INDEX "Note_differenceId_createdAt_idx" ON "Note"("differenceId", "createdAt");

-- CreateIndex
CREATE INDEX "Note_courseId_authorId_idx" ON "Note"("courseId", "authorId");

-- CreateIndex
CREATE INDEX "HandedResponse_promptId_idx" ON "HandedResponse"("promptId");

-- CreateIndex
CREATE INDEX "Steelman_courseId_promptId_roomId_idx" ON "Steelman"("courseId", "promptId", "roomId");

-- CreateIndex
CREATE INDEX "Steelman_courseId_authorId_idx" ON "Steelman"("courseId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "SteelmanVerdict_steelmanId_authorId_onVersion_key" ON "SteelmanVerdict"("steelmanId", "authorId", "onVersion");

-- CreateIndex
CREATE INDEX "Term_courseId_position_idx" ON "Term"("courseId", "position");

-- CreateIndex
CREATE INDEX "TermDifference_courseId_termId_idx" ON "TermDifference"("courseId", "termId");

-- CreateIndex
CREATE INDEX "Citation_noteId_idx" ON "Citation"("noteId");

-- CreateIndex
CREATE INDEX "Citation_steelmanId_idx" ON "Citation"("steelmanId");

-- CreateIndex
CREATE INDEX "Dimension_courseId_position_idx" ON "Dimension"("courseId", "position");

-- CreateIndex
CREATE INDEX "Evidence_courseId_authorId_idx" ON "Evidence"("courseId", "authorId");

-- CreateIndex
CREATE INDEX "Evidence_readingId_paragraphId_idx" ON "Evidence"("readingId", "paragraphId");

-- CreateIndex
CREATE INDEX "Evidence_mergedIntoId_idx" ON "Evidence"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Position_courseId_position_idx" ON "Position"("courseId", "position");

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "Steelman"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_dimensionId_fkey" FOREIGN KEY ("dimensionId") REFERENCES "Dimension"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceVersion" ADD CONSTRAINT "EvidenceVersion_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceHelpful" ADD CONSTRAINT "EvidenceHelpful_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceHelpful" ADD CONSTRAINT "EvidenceHelpful_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_differenceId_fkey" FOREIGN KEY ("differenceId") REFERENCES "TermDifference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_dimensionId_fkey" FOREIGN KEY ("dimensionId") REFERENCES "Dimension"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromptPosition" ADD CONSTRAINT "PromptPosition_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromptPosition" ADD CONSTRAINT "PromptPosition_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandedResponse" ADD CONSTRAINT "HandedResponse_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandedResponse" ADD CONSTRAINT "HandedResponse_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandedResponse" ADD CONSTRAINT "HandedResponse_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseSeen" ADD CONSTRAINT "ResponseSeen_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseSeen" ADD CONSTRAINT "ResponseSeen_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_betweenId_fkey" FOREIGN KEY ("betweenId") REFERENCES "Position"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_movedByReadingId_fkey" FOREIGN KEY ("movedByReadingId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stance" ADD CONSTRAINT "Stance_movedByParagraphId_fkey" FOREIGN KEY ("movedByParagraphId") REFERENCES "Paragraph"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Steelman" ADD CONSTRAINT "Steelman_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Steelman" ADD CONSTRAINT "Steelman_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Steelman" ADD CONSTRAINT "Steelman_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Steelman" ADD CONSTRAINT "Steelman_positionId_fkey" FOREIGN KEY ("positionId") REFERENCES "Position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SteelmanVerdict" ADD CONSTRAINT "SteelmanVerdict_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "Steelman"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SteelmanVerdict" ADD CONSTRAINT "SteelmanVerdict_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermForm" ADD CONSTRAINT "TermForm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_leftReadingId_fkey" FOREIGN KEY ("leftReadingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_rightReadingId_fkey" FOREIGN KEY ("rightReadingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_leftParagraphId_fkey" FOREIGN KEY ("leftParagraphId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermDifference" ADD CONSTRAINT "TermDifference_rightParagraphId_fkey" FOREIGN KEY ("rightParagraphId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no migration tool can say.
ALTER TABLE "Citation" DROP CONSTRAINT citation_of_one;
ALTER TABLE "Citation" ADD CONSTRAINT citation_of_one
  CHECK (num_nonnulls("commentId", "responseId", "noteId", "steelmanId") = 1);
ALTER TABLE "Note" ADD CONSTRAINT note_of_one CHECK (("evidenceId" IS NULL) <> ("differenceId" IS NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_filed_whole CHECK ("filedAt" IS NULL OR
  ("claim" <> '' AND "positionId" IS NOT NULL AND "dimensionId" IS NOT NULL) OR "deletedAt" IS NOT NULL);
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_passage_order CHECK ("startOffset" < "endOffset");
ALTER TABLE "Evidence" ADD CONSTRAINT evidence_not_into_itself CHECK ("mergedIntoId" <> id);
ALTER TABLE "Stance" ADD CONSTRAINT stance_between_two CHECK ("betweenId" IS NULL OR "betweenId" <> "positionId");
ALTER TABLE "Course" ADD CONSTRAINT course_smallest_group CHECK ("smallestGroup" BETWEEN 3 AND 10);
