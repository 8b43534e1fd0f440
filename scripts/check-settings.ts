import { readSettings } from "@/server/adapters/settings";

const { faults } = readSettings(process.env);
if (faults) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
}
