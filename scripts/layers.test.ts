import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { examine, importsOf } from "./layers.mjs";

const { floors } = JSON.parse(readFileSync(new URL("./layers.json", import.meta.url), "utf8"));
const made: string[] = [];

function faultsOf(files: Record<string, string>): string[] {
  const top = mkdtempSync(path.join(tmpdir(), "glossa-layers-"));
  made.push(top);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
  }
  return examine(top, Object.keys(files), floors).faults;
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

describe("the layer rules", () => {
  it("let a router call a command, and a command ask a query", () => {
    const faults = faultsOf({
      "server/trpc/routers/comment.ts": 'import { post } from "@/server/commands/comment/post";',
      "server/commands/comment/post.ts":
        'import { find } from "@/server/queries/comment";\nexport const post = find;',
      "server/queries/comment.ts": "export const find = 1;",
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ["domain/comment.ts", 'import { db } from "@/server/adapters/db";', "server/adapters/db"],
    ["domain/comment.ts", 'import { readFile } from "node:fs/promises";', "node:fs"],
    [
      "server/queries/comment.ts",
      'import {\n  post,\n} from "../commands/comment/post";',
      "server/commands/comment/post",
    ],
    ["server/commands/a/b.ts", 'import { c } from "@/server/commands/a/c";', "server/commands/a/c"],
    ["components/list.tsx", 'import { db } from "@/server/adapters/db";', "server/adapters/db"],
    ["components/list.tsx", 'import { router } from "@/server/trpc/root";', "server/trpc/root"],
    ["app/page.tsx", 'const db = await import("@/server/adapters/db");', "server/adapters/db"],
  ])("report %s for %s", (file, text, target) => {
    expect(faultsOf({ [file]: text })).toEqual([expect.stringContaining(`${file} imports`)]);
    expect(faultsOf({ [file]: text })[0]).toContain(target);
  });

  it("let components have the router's type", () => {
    expect(faultsOf({ "components/a.tsx": 'import type { Router } from "@/server/trpc/root";' })).toEqual([]);
    expect(faultsOf({ "components/a.tsx": 'import { type Router } from "@/server/trpc/root";' })).toEqual([]);
  });

  it("report a ring of imports", () => {
    const faults = faultsOf({
      "domain/a.ts": 'import { b } from "./b";\nexport const a = b;',
      "domain/b.ts": 'export { a as b } from "@/domain/a";',
    });
    expect(faults).toEqual(["Import cycle: domain/a.ts → domain/b.ts → domain/a.ts."]);
  });

  it("see every form of import", () => {
    const text =
      'import "a";\nimport b from "b";\nexport * from "c";\nimport * as d from "d";\nvoid import("e");';
    expect(importsOf(text).map((one) => one.specifier)).toEqual(["a", "b", "c", "d", "e"]);
  });
});
