import { type ImportWarning, WARNING_CODES } from "@/domain/source/imported";

export interface ShownWarning {
  code: ImportWarning["code"];
  count: number;
}

const isCode = (code: string): code is ImportWarning["code"] =>
  (WARNING_CODES as readonly string[]).includes(code);

/** An import's warnings as they travel to the page that shows them: `?warn=encoding-guessed.1,hyphens-guessed.12`. */
export function warningsInAddress(warnings: readonly ImportWarning[]): string {
  if (warnings.length === 0) return "";
  const all = warnings.map((warning) => `${warning.code}.${warning.count ?? 1}`);
  return `?warn=${[...new Set(all)].join(",")}`;
}

/** The warnings in such an address; whatever else stands there is left out. */
export function warningsFromAddress(query: string | string[] | undefined): ShownWarning[] {
  if (typeof query !== "string") return [];
  return query
    .split(",")
    .slice(0, WARNING_CODES.length)
    .flatMap((part) => {
      const [code = "", count = "1"] = part.split(".");
      return isCode(code) ? [{ code, count: Number.parseInt(count, 10) || 1 }] : [];
    });
}
