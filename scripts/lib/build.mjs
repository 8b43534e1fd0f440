import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { bin, root } from "./paths.mjs";
import { run } from "./processes.mjs";
import { step } from "./say.mjs";

const sources = [
  "app",
  "components",
  "domain",
  "i18n",
  "messages",
  "prisma/schema",
  "public",
  "server",
  "types",
];

function sourcesFingerprint() {
  const atRoot = readdirSync(root).filter((name) => /\.(json|ts|tsx|mjs|js|css)$/.test(name));
  return fingerprint([...sources, ...atRoot.filter((name) => !name.endsWith(".d.ts"))]);
}

/** Builds the application unless the last complete build was of these very sources. */
export async function buildIfChanged(env) {
  const stamp = path.join(root, ".next/glossa-build");
  const wanted = sourcesFingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(stamp, { force: true });
  await step("Building the application", () =>
    run(process.execPath, [bin.next, "build"], {
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      failure: "The application could not be built.",
    }),
  );
  writeFileSync(stamp, wanted);
}
