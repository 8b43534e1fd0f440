/** Signs that a text is Markdown, whatever its file is called. */
export function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S|^```|^\[\^[^\]\s]{1,40}\]:|\]\((?:https?:|\/|mailto:)|!\[[^[\]\n]{0,200}\]\(|\*\*[\p{L}\p{N}]|\\[$*_#[\]]/mu.test(
    text,
  );
}

interface PlainLine {
  text: string;
  /** Addresses of links that the text itself does not show. */
  links: string[];
  /** The whole line stood in emphasis, as captions and notes do. */
  emphasised: boolean;
}

const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const FIRST_GUARD = 0xfdd0;
// The 32 noncharacters from U+FDD0 stand for the 32 ASCII punctuation marks while markup is read.
const guard = (mark: string) => String.fromCharCode(FIRST_GUARD + PUNCTUATION.indexOf(mark));
const unguard = (text: string) =>
  text.replace(/[\uFDD0-\uFDEF]/g, (mark) => PUNCTUATION.charAt(mark.charCodeAt(0) - FIRST_GUARD));

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};

/**
 * One line of Markdown reduced to the text a reader sees. Linear in the length of the line: every pattern stops
 * at the mark it starts with, so that no stretch is scanned more than a fixed number of times.
 */
export function plainLine(line: string): PlainLine {
  const links: string[] = [];
  if (!/[\\`[\]*_~<&]/.test(line)) return { text: line, links, emphasised: false };
  const emphasised = /^\s*(?:\*[^*]+\*|_[^_]+_)\s*$/.test(line);
  let text = line
    .replace(/`([^`]+)`/g, (_, code: string) => code.replace(/[!-/:-@[-`{-~]/g, guard))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => guard(mark))
    .replace(/\[\^([^[\]\s]{1,40})\]/g, (_, name: string) => `${guard("[")}${name}${guard("]")}`)
    .replace(/<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g, "$1")
    .replace(/<\/?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?\/?>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g, entity);
  text = text.replace(
    /\[([^[\]]*)\]\(((?:[^()]|\([^()]*\)){0,2000})\)/g,
    (_, label: string, target: string) => {
      const address = unguard(target)
        .replace(/\s+["'(].*$/s, "")
        .trim();
      if (address && !showsAddress(unguard(label), address)) links.push(address);
      return label;
    },
  );
  text = text
    .replace(/\*\*\*(?=[^\s*])([^*]+)(?<=\S)\*\*\*/g, "$1")
    .replace(/\*\*(?=[^\s*])((?:[^*]|\*(?!\*))+)(?<=\S)\*\*/g, "$1")
    .replace(/\*(?=[^\s*])([^*]+)(?<=\S)\*/g, "$1")
    .replace(/(?<![\p{L}\p{N}_])__(?=[^\s_])([^_]+)(?<=\S)__(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]+)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/~~(?=[^\s~])([^~]+)(?<=\S)~~/g, "$1");
  return { text: unguard(text), links, emphasised };
}

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? "", 16);
  const printable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 127;
  return printable && !(code > 127 && code < 160) ? String.fromCodePoint(code) : whole;
}

function showsAddress(label: string, address: string): boolean {
  const bare = (value: string) =>
    value
      .replace(/^(?:https?:\/\/|mailto:)/, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return bare(label.trim()) === bare(address);
}
