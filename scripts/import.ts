import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { type DecodeRefusal, decodeText, MAX_SOURCE_BYTES } from "@/domain/source/decode";
import { importText } from "@/domain/source/import-text";
import type { Imported } from "@/domain/source/imported";

class Refused extends Error {}

const REFUSALS: Record<DecodeRefusal, string> = {
  empty: "is empty",
  "too-large": `is larger than ${MAX_SOURCE_BYTES / 1024 / 1024} MiB`,
  binary: "is not a text file",
  encoding: "is in an encoding that could not be told; save it as UTF-8",
};

async function read(file: string): Promise<Imported> {
  const extension = extname(file).toLowerCase();
  if (extension !== ".txt" && extension !== ".md") {
    throw new Refused(`${file}: only .txt and .md files can be imported.`);
  }
  const size = await stat(file).catch(() => null);
  if (size === null) throw new Refused(`${file} does not exist or cannot be reached.`);
  if (!size.isFile()) throw new Refused(`${file} is not a file.`);
  if (size.size > MAX_SOURCE_BYTES) throw new Refused(`${file} ${REFUSALS["too-large"]}.`);
  const bytes = await readFile(file).catch(() => {
    throw new Refused(`${file} cannot be read.`);
  });
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Refused(`${file} ${REFUSALS[decoded.reason]}.`);
  const found = importText(decoded.text, { format: extension === ".md" ? "md" : "txt" });
  return { ...found, warnings: [...decoded.warnings, ...found.warnings] };
}

/** The six fields that other programs read. What has no field of its own is among the pieces set aside. */
function asJson(found: Imported): string {
  const { title, byline, language, warnings } = found;
  const paragraphs = found.paragraphs.map(({ number, kind, text }) => ({ number, kind, text }));
  const facts = (["publication", "date"] as const).flatMap((reason) => {
    const text = found[reason];
    return text === undefined ? [] : [{ text, reason }];
  });
  const setAside = [...facts, ...found.setAside];
  return JSON.stringify({ title, byline, language, paragraphs, setAside, warnings }, null, 2);
}

function asListing(found: Imported): string {
  const facts = [
    ["Title", found.title],
    ["Byline", found.byline],
    ["Publication", found.publication],
    ["Date", found.date],
    ["Language", found.language],
  ].map(([name, value]) => `${`${name}:`.padEnd(13)} ${value ?? "–"}`);
  const paragraphs = found.paragraphs.map(
    ({ number, kind, text }) =>
      `${String(number).padStart(3)}  ${kind === "paragraph" ? "" : `[${kind}] `}${text}`,
  );
  const aside = found.setAside.map(({ reason, text }) => `  - ${reason}: ${text}`);
  const warnings = found.warnings.map(
    ({ code, count, sample }) => `  - ${code}${count ? ` (${count})` : ""}${sample ? `: ${sample}` : ""}`,
  );
  return [
    ...facts,
    "",
    ...paragraphs.flatMap((line) => [line, ""]),
    ...(aside.length > 0 ? ["Set aside:", ...aside, ""] : []),
    ...(warnings.length > 0 ? ["Please check:", ...warnings, ""] : []),
  ].join("\n");
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const unknown = given.find((word) => word.startsWith("--") && word !== "--json");
  const files = given.filter((word) => !word.startsWith("--"));
  const [file] = files;
  if (unknown || file === undefined || files.length > 1) {
    throw new Refused("Usage: npm run import -- FILE [--json], where FILE is a .txt or .md file.");
  }
  const found = await read(file);
  process.stdout.write(`${given.includes("--json") ? asJson(found) : asListing(found)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Refused ? error.message : `The import failed: ${String(error)}.`}\n`,
  );
  process.exitCode = 1;
});
