import type { Line, PlacedPiece } from "./blocks";
import { isDateLine } from "./dates";
import { readByline } from "./names";
import { endsSentence, hasSentenceInside, startsLower } from "./script";

const AGENCIES =
  /(?:REUTERS|AFP|DPA|EPA|XINHUA|TASS|GETTY|SHUTTERSTOCK|ALAMY|PICTURE ALLIANCE|ASSOCIATED PRESS|MAGNUM|BLOOMBERG|IMAGO|KYODO|新华社|视觉中国)/;
const CREDIT_LABEL =
  /^[([]?(?:(?:photo(?:graph)?s?|image|picture|illustration|cartoon|graphic|artwork|foto|bild|crédit|摄影|图片来源|图源)(?:\s+(?:credits?|courtesy(?: of)?|by|von))?\s*[:：]|(?:photo(?:graph)?s?|image|picture|illustration|foto) (?:by|courtesy of|von)\s|摄影[／/])/i;
const CAPTION_LABEL =
  /^(?:figure|fig\.|abbildung|abb\.|caption|chart|map|plate|table|图)\s*\d{0,3}\s*[.:：–-]\s*\S/i;

/** A photo credit: a label, or capital names divided by slashes, or an agency in capitals. */
export function isCredit(text: string): boolean {
  if (text.length > 160 || hasSentenceInside(text)) return false;
  if (CREDIT_LABEL.test(text)) return text.length <= 120;
  const capitals = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
  return (
    (capitals && (/\S\s*\/\s*\S/.test(text) || /[|©]/.test(text))) ||
    (AGENCIES.test(text) && text.length <= 60 && !endsSentence(text) && /[/|©]/.test(text))
  );
}

/**
 * Marks captions and takes out photo credits. A caption is labelled as one, or stands beside a picture or its credit
 * as a short line alone that is no sentence of the text.
 */
export function takeCredits(lines: readonly Line[]): { kept: Line[]; setAside: PlacedPiece[] } {
  const kept: Line[] = [];
  const setAside: PlacedPiece[] = [];
  let gap = false;
  for (const [index, line] of lines.entries()) {
    const credit = isText(line) && isCredit(line.text);
    if (credit) {
      setAside.push({ text: line.text, reason: "credit", at: line.at });
      gap ||= line.gap;
      continue;
    }
    const caption = isText(line) && isCaption(line, lines[index - 1], lines[index + 1]);
    kept.push({ ...line, gap: line.gap || gap, kind: caption ? "caption" : line.kind });
    gap = caption;
  }
  return { kept, setAside };
}

function isText(line: Line): boolean {
  return line.kind === "text" || line.kind === "quote";
}

function isCaption(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (line.text.length > 300 || isDateLine(line.text)) return false;
  if (CAPTION_LABEL.test(line.text)) return true;
  const nearBefore =
    before !== undefined && (before.kind === "image" || (isText(before) && isCredit(before.text)));
  const nearAfter = after !== undefined && isText(after) && isCredit(after.text);
  if (!nearBefore && !nearAfter) return false;
  if (line.emphasised) return true;
  if (line.text.length < 12 || line.text.length > 220 || startsLower(line.text) || readByline(line.text))
    return false;
  const alone = (line.gap || nearBefore) && (after === undefined || after.gap || nearAfter);
  // The end of a sentence that the picture broke off is no caption, though it stands beside the picture.
  const closed = before === undefined || endsSentence(before.text) || nearBefore;
  const sentence = endsSentence(line.text);
  return alone && (!sentence || (nearAfter && closed && !hasSentenceInside(line.text)));
}
