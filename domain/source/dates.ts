const MONTH =
  "(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[ée]vrier|mar(?:ch|s|zo)?|märz|apr(?:il)?|avril|may|mai|mayo|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember)?|décembre)\\.?";
const DAY = "\\d{1,2}(?:st|nd|rd|th|\\.)?";
const YEAR = "(?:19|20)\\d{2}";
const TIME =
  "(?:[,\\s]*(?:at\\s+|um\\s+)?\\d{1,2}[:.h]\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?|uhr)?(?:\\s*(?:[A-Z]{2,5}|[+-]\\d{2}:?\\d{2}))?)?";
const LABEL =
  "(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified|date|issued|printed|veröffentlicht|stand|publié le|发布时间|发表于|更新时间|日期)(?: (?:on|am))?\\s*[:：]?\\s*)?";
const WEEKDAY =
  "(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\\.?,?\\s+|(?:mon|diens|donners|frei|sams|sonn)tag,?\\s+)?";
const FORMS = [
  `${MONTH}\\s+${DAY}(?:,?\\s+${YEAR})?`,
  `${DAY}\\s+${MONTH}(?:,?\\s+${YEAR})?`,
  `${MONTH},?\\s+${YEAR}`,
  `${YEAR}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T[\\d:.]+Z?)?`,
  `\\d{1,2}[-/.]\\d{1,2}[-/.](?:${YEAR}|\\d{2})`,
  `${YEAR}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?`,
].join("|");
const DATE_LINE = new RegExp(`^[(\\[]?${LABEL}${WEEKDAY}(?:${FORMS})${TIME}[)\\]]?$`, "i");

/** A line that says a date, with or without a time and a label, and nothing else. */
export function isDateLine(text: string): boolean {
  return text.length <= 80 && /\d/.test(text) && DATE_LINE.test(text.trim());
}

/** A stamp rather than a dateline: it carries a clock time or stands in brackets. */
export function isStamp(text: string): boolean {
  return /\d{1,2}[:h]\d{2}/.test(text) || /^[([]/.test(text);
}
