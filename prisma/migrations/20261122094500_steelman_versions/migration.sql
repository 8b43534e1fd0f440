-- CreateTable
CREATE TABLE "SteelmanVersion" (
    "steelmanId" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SteelmanVersion_pkey" PRIMARY KEY ("steelmanId","version")
);

-- AddForeignKey
ALTER TABLE "SteelmanVersion" ADD CONSTRAINT "SteelmanVersion_steelmanId_fkey" FOREIGN KEY ("steelmanId") REFERENCES "Steelman"("id") ON DELETE CASCADE ON UPDATE CASCADE;
