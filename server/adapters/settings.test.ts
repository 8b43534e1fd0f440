import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readSettings, settingNames } from "./settings";

const enough = { DATABASE_URL: "postgresql://localhost/glossa", NEXTAUTH_SECRET: "s".repeat(32) };

describe("settings", () => {
  it("has a default for all but the database and the secret", () => {
    expect(readSettings(enough).settings).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      GLOSSA_DEMO: false,
    });
  });

  it("names every fault in a sentence of its own", () => {
    expect(readSettings({ NEXTAUTH_SECRET: "short", PORT: "many" }).faults).toEqual([
      "DATABASE_URL is missing.",
      "NEXTAUTH_SECRET must have at least 32 characters.",
      "PORT must be a number.",
    ]);
  });

  it("takes an empty setting as one that is not set", () => {
    expect(readSettings({ ...enough, NEXTAUTH_URL: "", HOST: "" }).settings?.HOST).toBe("127.0.0.1");
  });

  it("are all in .env.example, and nothing else is", async () => {
    const example = await readFile(new URL("../../.env.example", import.meta.url), "utf8");
    const named = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual([...settingNames].sort());
  });
});
