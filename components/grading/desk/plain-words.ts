/** The first words of a text as one line without its marks: enough to know it by. */
export const plainWords = (markdown: string): string =>
  markdown
    .slice(0, 600)
    .replace(/\[\[[^\]]*\]\]/g, "")
    .replace(/[*_`#>|]+/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
