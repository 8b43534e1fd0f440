import "./lib/node-version.mjs";

const { runUntilStopped } = await import("./lib/until-stopped.mjs");
await runUntilStopped("dev");
