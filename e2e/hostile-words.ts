/** What a script would do if one ran: the page's title tells. */
const ACT = "document.title='owned'";

const frames = (act: string) => [
  `<script>${act}</script>`,
  `<img src=x onerror="${act}">`,
  `<svg onload="${act}"></svg>`,
  `<svg><animate onbegin="${act}" attributeName=x dur=1s></svg>`,
  `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  `<details open ontoggle="${act}">x</details>`,
  `<input autofocus onfocus="${act}">`,
  `<math><mtext><style><img src onerror="${act}"></style></mtext></math>`,
  `<a href="javascript:${act}">read on</a>`,
  `[read on](javascript:${act})`,
  `[read on](JaVaScRiPt:${act})`,
  `[read on](java\u0000script:${act})`,
  `[read on](&#106;avascript:${act})`,
  `[read on](data:text/html,<script>${act}</script>)`,
  `[read on](vbscript:${act})`,
  `![x](javascript:${act})`,
  `![x](x"onerror="${act})`,
  `<javascript:${act}>`,
  `[x]: javascript:${act}\n\n[x]`,
  `[[4 ¶9"onmouseover="${act}]]`,
  `@<img src=x onerror="${act}">`,
  `<style>@import 'javascript:${act}'</style>`,
  `<base href="javascript:${act}//">`,
  `<form action="javascript:${act}"><button>go</button></form>`,
  `<object data="javascript:${act}"></object>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${act}">`,
  `<template><script>${act}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${act}>"></noscript>`,
  `{{constructor.constructor("${act}")()}}`,
  `\${${act}}`,
];

const wraps = [
  (words: string) => words,
  (words: string) => `> ${words}`,
  (words: string) => `- ${words}`,
  (words: string) => `**${words}**`,
  (words: string) => `| a | b |\n|---|---|\n| ${words} | c |`,
  (words: string) => `\`${words}\``,
  (words: string) => `\`\`\`html\n${words}\n\`\`\``,
  (words: string) => `# ${words}`,
  (words: string) => `\u202e${words}\u202c`,
  (words: string) => words.split("").join("\u200b"),
  (words: string) => words.replaceAll("<", "＜").replaceAll(">", "＞"),
  (words: string) => words.toUpperCase(),
  (words: string) => `${words}\n\n${words}`,
  (words: string) => `"'>${words}`,
  (words: string) => `]]>${words}<![CDATA[`,
  (words: string) => encodeURIComponent(words),
  (words: string) => `<!-- -->${words}<!-- `,
];

/** Five hundred and more attempts at running a script from a comment. */
export const hostileWords: string[] = frames(ACT).flatMap((attempt) => wraps.map((wrap) => wrap(attempt)));

/** Texts that are heavy to draw, or that spill over what stands beside them. */
export const heavyWords: string[] = [
  `${"> ".repeat(4000)}deep`,
  `${"- ".repeat(3000)}deep`,
  "*".repeat(9999),
  "[".repeat(9999),
  "_a".repeat(4999),
  "`".repeat(9999),
  `|${"a|".repeat(2000)}\n|${"-|".repeat(2000)}\n|${"b|".repeat(900)}`,
  "a".repeat(9999),
  `${"\u0301".repeat(9000)}zalgo`,
  `${"\u202e\u2066\u2067\u202d".repeat(2000)}turned round`,
  `${"\u200b\u200d\ufeff".repeat(3000)}unseen`,
  "👩‍👩‍👧‍👦".repeat(900),
];
