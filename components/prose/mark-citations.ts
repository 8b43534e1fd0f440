import type { PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { findCitations } from "@/domain/prompt/citation";

/** A node that react-markdown renders as the element `cite-mark`. */
const citeNode = (mark: string): PhrasingContent => ({
  type: "text",
  value: mark,
  data: {
    hName: "cite-mark",
    hProperties: { "data-mark": mark },
    hChildren: [{ type: "text", value: mark }],
  },
});

function split(node: Text): PhrasingContent[] | null {
  const marks = findCitations(node.value);
  if (marks.length === 0) return null;
  const parts: PhrasingContent[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) parts.push({ type: "text", value: node.value.slice(at, mark.start) });
    parts.push(citeNode(`${mark.reading} ¶${mark.paragraph}`));
    at = mark.end;
  }
  if (at < node.value.length) parts.push({ type: "text", value: node.value.slice(at) });
  return parts;
}

/** Turns the citation marks in a Markdown tree's text into nodes of their own. */
export function markCitations(tree: Root): void {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || node.data?.hName) return;
    const parts = split(node);
    if (!parts) return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
