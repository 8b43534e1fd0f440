import type { Nodes, Parent, PhrasingContent, Root, RootContent } from "mdast";
import { visit } from "unist-util-visit";

/** A text of a comment's length has some hundred. */
const MOST_NODES = 2_000;
const MOST_DEEP = 24;

const text = (value: string): PhrasingContent => ({ type: "text", value });

/** What a node that is not shown as such becomes; null where it stays. */
function instead(node: Nodes, parent: Parent): RootContent[] | null {
  const words = (value: string): RootContent[] =>
    parent.type === "paragraph" || parent.type === "link" || !("children" in parent) || isPhrasing(parent)
      ? [text(value)]
      : [{ type: "paragraph", children: [text(value)] }];
  switch (node.type) {
    case "html":
      return words(node.value);
    case "image":
      return parent.type === "link"
        ? [text(node.alt || node.url)]
        : [{ type: "link", url: node.url, children: [text(node.alt || node.url)] }];
    case "imageReference":
      return [text(node.alt ?? node.identifier)];
    case "footnoteReference":
      return [text(`[^${node.label ?? node.identifier}]`)];
    case "footnoteDefinition":
      return [...words(`[^${node.label ?? node.identifier}]:`), ...node.children];
    default:
      return null;
  }
}

const phrasing = new Set(["emphasis", "strong", "delete", "heading", "tableCell", "linkReference"]);
const isPhrasing = (node: Parent) => phrasing.has(node.type);

/** HTML stands as the words it was typed with, an image as a link, a footnote in its place: nothing that was written goes. */
export function tame(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    const other = instead(node, parent);
    if (!other) return;
    (parent.children as RootContent[]).splice(index, 1, ...other);
    return index + other.length;
  });
}

/** Whether a tree is small enough to be drawn. */
export function isSmall(tree: Root): boolean {
  let nodes = 0;
  const measure = (node: Nodes, depth: number): boolean => {
    nodes++;
    if (nodes > MOST_NODES || depth > MOST_DEEP) return false;
    return !("children" in node) || node.children.every((child) => measure(child, depth + 1));
  };
  return measure(tree, 0);
}
