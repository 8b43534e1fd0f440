-- CreateEnum
CREATE TYPE "GradeStanding" AS ENUM ('graded', 'missing', 'excused');

-- CreateEnum
CREATE TYPE "RemarkOn" AS ENUM ('criterion', 'comment', 'response');

-- CreateEnum
CREATE TYPE "GroupSetKind" AS ENUM ('manual', 'sections', 'automatic');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('dueSoon', 'reply', 'mention', 'answer', 'graded', 'asked', 'dates', 'letter');

-- CreateEnum
CREATE TYPE "Delivery" AS ENUM ('atOnce', 'daily', 'never');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'uncertain');

-- DropIndex
DROP INDEX "RubricCriterion_rubricId_position_key";

-- DropIndex
DROP INDEX "RubricLevel_criterionId_position_key";

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "categoryId" UUID,
ADD COLUMN     "latePolicy" JSONB,
ADD COLUMN     "namesShownAt" TIMESTAMPTZ(3),
ADD COLUMN     "participation" JSONB,
ADD COLUMN     "participationPoints" DECIMAL(7,2) NOT NULL DEFAULT 0,
ADD COLUMN     "postFirstWords" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "privateNotes" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "showsDistribution" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weight" DECIMAL(7,2) NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "words" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Course" ADD COLUMN     "categoriesVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Grade" ADD COLUMN     "askedAt" TIMESTAMPTZ(3),
ADD COLUMN     "kept" DECIMAL(5,2) NOT NULL DEFAULT 100,
ADD COLUMN     "participation" DECIMAL(7,2),
ADD COLUMN     "participationSuggested" DECIMAL(7,2),
ADD COLUMN     "participationWhy" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "standing" "GradeStanding" NOT NULL DEFAULT 'graded';

-- AlterTable
ALTER TABLE "GradeVersion" ADD COLUMN     "total" DECIMAL(7,2);

-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "dissolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "sectionId" UUID;

-- AlterTable
ALTER TABLE "GroupSet" ADD COLUMN     "kind" "GroupSetKind" NOT NULL DEFAULT 'manual',
ADD COLUMN     "mixed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "size" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Room" ADD COLUMN     "notifiedSeq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Rubric" ADD COLUMN     "holistic" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "RubricCriterion" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RubricLevel" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Extension" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "studentId" UUID,
    "groupId" UUID,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradeRemark" (
    "gradeId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "kind" "RemarkOn" NOT NULL,
    "subjectId" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "GradeRemark_pkey" PRIMARY KEY ("gradeId","subjectId")
);

-- CreateTable
CREATE TABLE "GradeRequest" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "gradeId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GraderShare" (
    "assignmentId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "graderId" UUID NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "GraderShare_pkey" PRIMARY KEY ("assignmentId","studentId")
);

-- CreateTable
CREATE TABLE "Unmasking" (
    "assignmentId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "graderId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Unmasking_pkey" PRIMARY KEY ("assignmentId","studentId","graderId")
);

-- CreateTable
CREATE TABLE "Phrase" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DECIMAL(5,2) NOT NULL,
    "dropLowest" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "actorId" UUID,
    "assignmentId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "delivery" "Delivery" NOT NULL,
    "mailId" UUID,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "fault" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "delivery" "Delivery" NOT NULL,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("userId","kind")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LetterTo" (
    "letterId" UUID NOT NULL,
    "recipientId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "LetterTo_pkey" PRIMARY KEY ("letterId","recipientId")
);

-- CreateIndex
CREATE INDEX "Extension_courseId_idx" ON "Extension"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Extension_assignmentId_studentId_key" ON "Extension"("assignmentId", "studentId");

-- CreateIndex
CREATE UNIQUE INDEX "Extension_assignmentId_groupId_key" ON "Extension"("assignmentId", "groupId");

-- CreateIndex
CREATE INDEX "GradeRequest_gradeId_createdAt_idx" ON "GradeRequest"("gradeId", "createdAt");

-- CreateIndex
CREATE INDEX "Phrase_courseId_authorId_idx" ON "Phrase"("courseId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Category_courseId_name_key" ON "Category"("courseId", "name");

-- CreateIndex
CREATE INDEX "Notification_recipientId_at_idx" ON "Notification"("recipientId", "at");

-- CreateIndex
CREATE INDEX "Notification_mailId_idx" ON "Notification"("mailId");

-- CreateIndex
CREATE INDEX "Notification_delivery_mailId_idx" ON "Notification"("delivery", "mailId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_recipientId_kind_subjectId_key" ON "Notification"("recipientId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "Mail_userId_state_idx" ON "Mail"("userId", "state");

-- CreateIndex
CREATE INDEX "Letter_courseId_idx" ON "Letter"("courseId");

-- CreateIndex
CREATE INDEX "LetterTo_recipientId_idx" ON "LetterTo"("recipientId");

-- CreateIndex
CREATE INDEX "RubricCriterion_rubricId_position_idx" ON "RubricCriterion"("rubricId", "position");

-- CreateIndex
CREATE INDEX "RubricLevel_criterionId_position_idx" ON "RubricLevel"("criterionId", "position");

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeRemark" ADD CONSTRAINT "GradeRemark_gradeId_fkey" FOREIGN KEY ("gradeId") REFERENCES "Grade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeRequest" ADD CONSTRAINT "GradeRequest_gradeId_fkey" FOREIGN KEY ("gradeId") REFERENCES "Grade"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeRequest" ADD CONSTRAINT "GradeRequest_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GraderShare" ADD CONSTRAINT "GraderShare_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GraderShare" ADD CONSTRAINT "GraderShare_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GraderShare" ADD CONSTRAINT "GraderShare_graderId_fkey" FOREIGN KEY ("graderId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unmasking" ADD CONSTRAINT "Unmasking_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unmasking" ADD CONSTRAINT "Unmasking_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unmasking" ADD CONSTRAINT "Unmasking_graderId_fkey" FOREIGN KEY ("graderId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phrase" ADD CONSTRAINT "Phrase_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterTo" ADD CONSTRAINT "LetterTo_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LetterTo" ADD CONSTRAINT "LetterTo_recipientId_fkey" FOREIGN KEY ("recipientId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An extension is one student's or one group's.
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_whose" CHECK (("studentId" IS NULL) <> ("groupId" IS NULL));

-- Words of what stands already, as near as the database counts them; the application counts what is written from now on.
UPDATE "Comment" SET words = cardinality(regexp_split_to_array(btrim(body), '\s+')) WHERE btrim(body) <> '';

-- Nobody is told of what happened before there was anything to tell it.
UPDATE "Room" SET "notifiedSeq" = "lastSeq";
