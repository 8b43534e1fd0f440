import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/** Every file under the given paths (relative to the root), sorted; hidden and generated folders left out. */
export function filesUnder(paths, skip = /^(node_modules|client|test-results)$|^\./) {
  return paths.flatMap((name) => {
    const full = path.join(root, name);
    if (!existsSync(full)) return [];
    if (statSync(full).isFile()) return [name];
    const inside = readdirSync(full)
      .filter((entry) => !skip.test(entry))
      .sort();
    return filesUnder(
      inside.map((entry) => path.join(name, entry)),
      skip,
    );
  });
}

/** One hash of the names and contents of the files under the given paths. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}
