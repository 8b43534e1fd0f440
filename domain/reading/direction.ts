/** Scripts written from right to left, by ISO 15924 code. */
const RIGHT_TO_LEFT = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"]);

/** The direction in which a language's likely script is written. @param language BCP 47; one that is not is left to right */
export function direction(language: string): "ltr" | "rtl" {
  try {
    const script = new Intl.Locale(language).maximize().script;
    return script && RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
