import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { filesUnder } from "./lib/fingerprint.mjs";
import { root } from "./lib/paths.mjs";

const statement = /^\s*(?:import|export)\s+(type\s+)?([^;"'`]*?\bfrom\s*)?["']([^"']+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
const endings = ["", ".ts", ".tsx", ".mjs", ".js", "/index.ts"];

/** What a file's text imports: `{specifier, onlyTypes}`, in no particular order. */
export function importsOf(text) {
  const stated = [...text.matchAll(statement)].map(([, type, names, specifier]) => {
    const inBraces = names
      ?.match(/^\s*\{([^}]*)\}\s*from/)?.[1]
      .split(",")
      .filter((name) => name.trim() !== "");
    return {
      specifier,
      onlyTypes: Boolean(type) || Boolean(inBraces?.every((name) => /^\s*type\s/.test(name))),
    };
  });
  const called = [...text.matchAll(dynamic)].map(([, specifier]) => ({ specifier, onlyTypes: false }));
  return [...stated, ...called];
}

/** The file an import means, relative to the root; undefined for a package or what is not code. */
function resolve(top, file, specifier) {
  if (!/^(@\/|\.)/.test(specifier)) return undefined;
  const base = specifier.startsWith("@/") ? specifier.slice(2) : path.join(path.dirname(file), specifier);
  const found = endings
    .map((ending) => base + ending)
    .find((name) => {
      const full = path.join(top, name);
      return existsSync(full) && statSync(full).isFile();
    });
  return found ?? base;
}

const isIn = (file, folder) =>
  file === folder || file.startsWith(`${folder}/`) || file.startsWith(`${folder}.`);
const packageOf = (specifier) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function breach(floor, file, { specifier, target, onlyTypes }) {
  if (target === undefined) {
    if (!floor.packages || floor.packages.includes(packageOf(specifier))) return undefined;
    return `${file} imports the package ${packageOf(specifier)}, which ${floor.from} may not.`;
  }
  if (floor.may.some((folder) => isIn(target, folder))) return undefined;
  const typed = floor.types?.some((folder) => isIn(target, folder));
  if (typed && onlyTypes) return undefined;
  return `${file} imports ${target}, which ${floor.from} may not${typed ? " but for its types" : ""}.`;
}

/** One sentence for each ring of files that import one another. */
function cycles(graph) {
  const state = new Map();
  const found = [];
  const visit = (file, trail) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push(`Import cycle: ${[...trail.slice(trail.indexOf(file)), file].join(" → ")}.`);
      return;
    }
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    state.set(file, "done");
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

const isTest = (file) => /\.test\.tsx?$|^server\/testing\//.test(file);

/**
 * Holds files (relative to `top`) against the floors; the first floor that a file is in counts. Gives the number of
 * imports between files that were seen, so that a check which saw nothing does not pass, and a sentence per fault.
 */
export function examine(top, files, floors) {
  const graph = new Map();
  const faults = [];
  for (const file of files) {
    const imports = importsOf(readFileSync(path.join(top, file), "utf8")).map((one) => ({
      ...one,
      target: resolve(top, file, one.specifier),
    }));
    graph.set(
      file,
      imports.flatMap(({ target }) => (target && files.includes(target) ? [target] : [])),
    );
    const floor = floors.find(({ from }) => isIn(file, from));
    if (floor && !isTest(file))
      faults.push(...imports.map((one) => breach(floor, file, one)).filter(Boolean));
  }
  const seen = [...graph.values()].reduce((sum, targets) => sum + targets.length, 0);
  return { seen, faults: [...faults, ...cycles(graph)] };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { floors } = JSON.parse(readFileSync(path.join(root, "scripts/layers.json"), "utf8"));
  const folders = ["app", "components", "domain", "i18n", "server", "prisma/seed", "scripts", "e2e"];
  const files = filesUnder(folders).filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const { seen, faults } = examine(root, files, floors);
  for (const fault of faults) console.error(fault);
  if (seen < files.length / 2) console.error(`Only ${seen} imports were seen in ${files.length} files.`);
  if (faults.length > 0 || seen < files.length / 2) process.exitCode = 1;
}
