/** Facts about characters that the reading of lines needs; all look at a few characters only. */

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Scripts written without spaces between words. Curly quotes and dashes belong to their neighbours. */
export function isUnspaced(character: string): boolean {
  return character !== "" && UNSPACED.test(character);
}

export function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32);
}

export function lastCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const paired = last >= 0xdc00 && last <= 0xdfff && text.length > 1;
  return text.slice(paired ? -2 : -1);
}

/** What a text ends with once closing quotes, brackets, end marks and note references are passed over. */
export function endsSentence(text: string): boolean {
  const end = text.slice(-40).trimEnd();
  return /[.!?…。！？．؟۔।][\s"'”’»›)\]】）」』〕■◼▪●∎□◆*†‡]*(?:\[\w{1,8}\]|[¹²³⁰-⁹])*$/u.test(end);
}

export function endsOpen(text: string): boolean {
  return /[,，、—–(“‘«-]$/.test(text.slice(-4).trimEnd());
}

export function startsLower(text: string): boolean {
  return /^["'“‘«(]?\p{Ll}/u.test(text.slice(0, 4));
}

export function hasSentenceInside(text: string): boolean {
  return /[.!?]["'”’)]?\s+["'“‘(]?\p{Lu}|[。！？]./u.test(text);
}

/** Length as it takes room on a page: an ideograph is as wide as two letters. */
export function width(text: string): number {
  if (!/[\u1100-\uFFEF]/.test(text)) return text.length;
  let total = 0;
  for (let index = 0; index < text.length; index++) total += text.charCodeAt(index) >= 0x2e80 ? 2 : 1;
  return total;
}
