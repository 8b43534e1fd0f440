import type { Line, PlacedPiece } from "./blocks";
import type { SetAsideReason } from "./imported";
import { endsSentence, startsLower } from "./script";

interface Pattern {
  reason: SetAsideReason;
  pattern: RegExp;
  /** What ends like a sentence is prose, whatever it begins with. */
  notProse?: boolean;
}

/** Longer lines are never furniture by their wording alone. */
const LONGEST = 200;

/** Furniture wherever it stands. Whole lines only. */
const ANYWHERE: readonly Pattern[] = [
  {
    reason: "navigation",
    pattern:
      /^\[?\s*(?:your |my )?(?:shopping )?(?:cart|basket|bag)\b.{0,40}(?:empty|item|checkout|\d).{0,30}$/i,
  },
  { reason: "navigation", pattern: /^(?:skip|jump) to (?:main |the )?(?:content|navigation|search)$/i },
  {
    reason: "navigation",
    pattern: /^(?:back to|return to|go to) (?:the )?(?:top|home ?page|overview|list)$/i,
  },
  { reason: "navigation", pattern: /^(?:home|startseite|accueil|首页)\s*[>›»/|].{0,120}$/i },
  {
    reason: "navigation",
    pattern: /^(?:(?:log|sign) ?in|register|my account)(?:\s*[|/·]\s*.{0,40}|\s+or\s+.{0,30})$/i,
  },
  {
    reason: "navigation",
    pattern:
      /^(?:we use cookies|this (?:web)?site uses cookies|(?:accept|reject) (?:all )?cookies|cookie (?:settings|preferences))\b.{0,160}$/i,
  },
  {
    reason: "counter",
    pattern:
      /^(?:(?:total )?(?:number|no\.?) of (?:visits?|visitors?|views?|reads?|comments?)|visit(?:or)?s?|views?|reads?|page ?views?|hits|阅读(?:量|次数)?|浏览(?:量|次数)?|点击(?:量|次数)?)\s*[:：]\s*[\d.,]+\s*[kKmM万]?$/i,
  },
  {
    reason: "counter",
    pattern: /^[\d.,]+\s*[kKmM]?\s+(?:views?|visits?|reads?|likes?|shares?|comments?|retweets?)$/i,
  },
  { reason: "counter", pattern: /^\d{1,3}[ -]min(?:ute)?s?(?:['’]?\s)?\s*read$/i },
  {
    reason: "comment-form",
    pattern:
      /^(?:sender(?:['’]s)? |your )?(?:name|e-?mail(?: address)?|comment|message|subject|captcha)(?: field)? (?:is|are) (?:required|mandatory)\.?$/i,
  },
  { reason: "comment-form", pattern: /^(?:characters?|words?) (?:left|remaining)\s*:?\s*\d+$/i },
  {
    reason: "comment-form",
    pattern: /^(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|review)\.?$/i,
  },
  {
    reason: "comment-form",
    pattern: /^(?:your e-?mail address will not be published|required fields are marked).{0,80}$/i,
  },
  { reason: "comment-form", pattern: /^(?:发表|写下|我要)评论.{0,20}$/ },
  {
    reason: "share",
    pattern:
      /^(?:share|tweet|pin it|email|print|copy link|whatsapp|facebook|twitter|linkedin|telegram|wechat|reddit|bookmark|save|X)(?:\s*[|/·,•]?\s*(?:this|article|on|via|to|and|share|tweet|pin it|email|e-mail|print|copy link|link|whatsapp|facebook|twitter|linkedin|telegram|wechat|weibo|reddit|bookmark|save|X))+$/i,
  },
  { reason: "share", pattern: /^(?:分享到?|转发)[:：]?.{0,30}$/ },
  {
    reason: "subscribe",
    pattern: /^(?:subscribe|sign up|register) (?:now|today|here|to|for|and)\b.{0,150}$/i,
    notProse: true,
  },
  {
    reason: "subscribe",
    pattern:
      /^(?:subscribe|sign up) (?:to|for) (?:our|the)\b.{0,60}(?:newsletter|magazine|updates|e-?mail).{0,60}$/i,
  },
  {
    reason: "subscribe",
    pattern: /^(?:get|receive) .{0,60}(?:newsletter|in your inbox|to your inbox).{0,60}$/i,
  },
  { reason: "copyright", pattern: /^(?:©\s?|(?:\(c\)|copyright)\s+(?:©|\(c\)|\d{4})).{0,180}$/i },
  { reason: "copyright", pattern: /^.{0,60}all rights reserved\.?$/i },
  {
    reason: "advert",
    pattern:
      /^[[(—–\-\s]*(?:advertisements?|advertorial|sponsored(?: content)?|paid (?:content|post)|anzeige|werbung|publicité|publicidad|广告)[\])—–\-\s]*$/i,
  },
  {
    reason: "advert",
    pattern: /^(?:article|story|text) continues (?:below|after) (?:the )?advert(?:isement)?\.?$/i,
  },
  { reason: "page-number", pattern: /^(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|von|\/)\s*\d{1,4})?$/i },
  { reason: "page-number", pattern: /^[-–—]\s*\d{1,4}\s*[-–—]$/ },
  { reason: "page-number", pattern: /^第\s*\d{1,4}\s*页.{0,12}$/ },
  {
    reason: "read-more",
    pattern:
      /^(?:(?:click here to )?read (?:more|also|next|on|the (?:full|rest))|see also|related(?: articles?| stor(?:y|ies)| posts?| topics?)?|you (?:may|might) also (?:like|enjoy)|recommended(?: for you| reading)?|more (?:from|on|stories)|most (?:read|popular)|also in this (?:issue|section)|weiterlesen|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leer más|相关阅读|相关文章|相关新闻|延伸阅读|阅读更多|推荐阅读)(?![\p{L}]).{0,160}$/iu,
    notProse: true,
  },
];

/** Whole lines that are furniture only above the title or below the end. */
const AT_THE_EDGES: readonly Pattern[] = [
  {
    reason: "navigation",
    pattern:
      /^(?:news|home|menu|search|opinion|op-?ed|politics|world|business|culture|sports?|editorial|analysis|commentary|comment|features?|articles?|archive|contact(?: us)?|about(?: us)?|imprint|impressum|sitemap|privacy(?: policy)?|terms(?: of (?:use|service))?|help|faq|login|log in|log out|sign in|subscribe|shop|previous|next|previous article|next article|close|toggle navigation|print(?: this page)?|top|english|deutsch|français|新闻|首页|评论|国际|观点|登录|注册|返回顶部|上一篇|下一篇)(?:\s*[|/·•>›»]\s*.{1,80})?$/i,
  },
  {
    reason: "comment-form",
    pattern:
      /^(?:(?:\d+ )?comments?(?: \(\d+\))?|reply|submit|send|post comment|name ?\*?|e-?mail ?\*?|website|add a comment|(?:发表)?评论(?:区)?|提交)$/i,
  },
  {
    reason: "share",
    pattern:
      /^(?:share(?: this)?|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|分享)(?: (?:article|story|page))?:?$/i,
  },
  { reason: "initials", pattern: /^[([]?\p{Lu}[\p{Ll}\p{Lu}]{0,2}(?:[/.]\p{L}{1,3}){0,3}\.?[)\]]?$/u },
];

function furnitureAnywhere(text: string): SetAsideReason | null {
  return match(text, ANYWHERE);
}

export function furnitureAtEdges(text: string): SetAsideReason | null {
  return match(text, AT_THE_EDGES);
}

function match(text: string, patterns: readonly Pattern[]): SetAsideReason | null {
  if (text.length > LONGEST) return null;
  const prose = endsSentence(text) && text.length > 40;
  return patterns.find(({ pattern, notProse }) => !(notProse && prose) && pattern.test(text))?.reason ?? null;
}

/**
 * Takes out the lines that are furniture by their wording, before lines are joined, so that a page number or a
 * running head between two halves of a sentence does not keep them apart.
 */
export function takeFurniture(lines: readonly Line[]): { kept: Line[]; setAside: PlacedPiece[] } {
  const kept: Line[] = [];
  const setAside: PlacedPiece[] = [];
  const repeated = runningHeads(lines);
  let following: SetAsideReason | null = null;
  let gap = false;
  for (const line of lines) {
    const words: boolean =
      line.kind !== "table" &&
      line.kind !== "code" &&
      line.kind !== "footnote" &&
      !midSentence(kept.at(-1), line);
    const own = words
      ? (furnitureAnywhere(line.text) ?? (repeated.has(line.at) ? "running-head" : null))
      : null;
    // A list of further articles is a heading of its kind and short lines after it.
    const more: boolean =
      following === "read-more" && words && line.kind !== "heading" && isTeaser(line.text);
    const reason: SetAsideReason | null =
      line.kind === "image" ? "image" : (own ?? (more ? "read-more" : null));
    if (reason) setAside.push({ text: line.text, reason, at: line.at });
    else kept.push(gap ? { ...line, gap: true } : line);
    gap = reason !== null && (gap || line.gap);
    following = reason;
  }
  return { kept, setAside };
}

/** "…people who / read more books": the wording is furniture's, the place is not. */
function midSentence(before: Line | undefined, line: Line): boolean {
  return before !== undefined && !line.gap && startsLower(line.text) && !endsSentence(before.text);
}

function isTeaser(text: string): boolean {
  return text.length <= 100 && !endsSentence(text);
}

/** Short lines that come back at least three times, numbers apart, each alone between blank lines. */
function runningHeads(lines: readonly Line[]): Set<number> {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const alone = line.gap && (lines[index + 1]?.gap ?? true);
    if (!alone || line.text.length > 80 || line.kind !== "text" || endsSentence(line.text)) continue;
    const key = line.text.replace(/\d+/g, "#").toLowerCase();
    const found = places.get(key);
    if (found) found.push(line.at);
    else places.set(key, [line.at]);
  }
  const heads = new Set<number>();
  for (const [key, found] of places) {
    const numberAlone = /^#$/.test(key);
    // The first stays: it may be the title.
    if (found.length >= 3) for (const at of numberAlone ? found : found.slice(1)) heads.add(at);
  }
  return heads;
}
