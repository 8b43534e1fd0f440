import type { PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { findMarks, type TextMark } from "@/domain/comment/text-marks";

/** A node that react-markdown renders as the element `cite-mark` or `name-mark`. */
function nodeOf(mark: TextMark, words: string): PhrasingContent {
  const isCitation = mark.kind === "citation";
  return {
    type: "text",
    value: words,
    data: {
      hName: isCitation ? "cite-mark" : "name-mark",
      hProperties: isCitation ? { "data-mark": mark.mark } : { "data-key": mark.key },
      hChildren: [{ type: "text", value: words }],
    },
  };
}

function split(node: Text, mentions: readonly { words: string; key: string }[]): PhrasingContent[] | null {
  const marks = findMarks(node.value, mentions);
  if (marks.length === 0) return null;
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) parts.push({ type: "text", value: node.value.slice(at, mark.start) });
    parts.push(nodeOf(mark, node.value.slice(mark.start, mark.end)));
    at = mark.end;
  }
  if (at < node.value.length) parts.push({ type: "text", value: node.value.slice(at) });
  return parts;
}

/** Turns the citations and mentions in a Markdown tree's text into nodes of their own. */
export function markWords(tree: Root, mentions: readonly { words: string; key: string }[]): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || node.data?.hName) return;
    const parts = split(node, mentions);
    if (!parts) return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
