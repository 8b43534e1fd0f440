-- CreateTable
CREATE TABLE "NoteVersion" (
    "noteId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoteVersion_pkey" PRIMARY KEY ("noteId","version")
);

-- CreateTable
CREATE TABLE "SteelmanRebuttal" (
    "steelmanId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "SteelmanRebuttal_pkey" PRIMARY KEY ("steelmanId","at")
);

-- AddForeignKey
ALTER TABLE "NoteVersion" ADD CONSTRAINT "NoteVersion_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SteelmanRebuttal" ADD CONSTRAINT "SteelmanRebuttal_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "Steelman"("id") ON DELETE CASCADE ON UPDATE CASCADE;
