import "./lib/node-version.mjs";
import { spawn } from "node:child_process";

const { generateClient, installDependencies } = await import("./lib/dependencies.mjs");
const { bin, root } = await import("./lib/paths.mjs");

await installDependencies();
await generateClient();
const child = spawn(process.execPath, [bin.tsx, "bench/run.ts", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
// A Ctrl-C reaches the child too, which puts everything away before it ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
