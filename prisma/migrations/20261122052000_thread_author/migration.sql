-- Who began the thread: the answers to a question for the instructors are for whoever asked it.
ALTER TABLE "Comment" ADD COLUMN "threadAuthorId" UUID;
UPDATE "Comment" c SET "threadAuthorId" = root."authorId" FROM "Comment" root WHERE root.id = c."threadId";
ALTER TABLE "Comment" ALTER COLUMN "threadAuthorId" SET NOT NULL;
