import { defineConfig } from "prisma/config";

// The CLI would download a native schema engine at every command. Nothing here needs it: migrations go
// through scripts/migrate.ts. Naming any existing file keeps it from looking.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ||= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
