import type { Root } from "mdast";
import Markdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { wordsOfMark } from "@/domain/comment/text-marks";
import { type Chip, findCitations } from "@/domain/prompt/citation";
import { CiteChip } from "./cite-chip";
import { markWords } from "./mark-words";
import { blocks, elements, Paragraphs, type ProseComponents, Words } from "./parts";
import { plainParagraphs } from "./plain";
import { isSmall, tame } from "./tame";
import { isLightMarkdown } from "./weight";

interface ProseProps {
  /** Markdown as a person wrote it. */
  text: string;
  citations: Chip[];
  courseId: string;
  /** Who is named in it. */
  mentions?: readonly { words: string; key: string }[];
  /** The key of whoever reads it: their own name stands out. */
  meKey?: string;
}

const none: readonly { words: string; key: string }[] = [];

/** Shown as it was typed where it is more than a page should draw. */
function orPlain(tree: Root, text: string): void {
  if (isSmall(tree)) return;
  tree.children = [{ type: "code", value: text, data: { hName: "plain-text" } }];
}

/**
 * People's words: safe Markdown, with each `[[4 ¶9]]` as a chip that leads back to the text and each name after `@`
 * as one. No HTML and no images are made of it; what would take long to draw stands as it was typed.
 */
export function Prose(props: ProseProps) {
  const { text } = props;
  if (!isLightMarkdown(text)) return <Words text={text} />;
  const plain = plainParagraphs(text);
  return plain ? <Paragraphs paragraphs={plain} /> : <Formatted {...props} />;
}

function Formatted({ text, citations, courseId, mentions = none, meKey }: ProseProps) {
  const marks = findCitations(text);
  const chips = new Map(
    citations.map((chip) => {
      const mark = marks[chip.position];
      return [mark ? wordsOfMark(mark) : "", chip];
    }),
  );
  const components: ProseComponents = {
    ...blocks,
    "plain-text": () => <Words text={text} />,
    "cite-mark": (props) => {
      const mark = props["data-mark"] ?? "";
      return <CiteChip mark={mark} chip={chips.get(mark)} courseId={courseId} />;
    },
    "name-mark": (props) => (
      <bdi className={props["data-key"] === meKey ? "name-chip mine" : "name-chip"}>{props.children}</bdi>
    ),
  };
  const plugin = () => (tree: Root) => {
    tame(tree);
    markWords(tree, mentions);
    orPlain(tree, text);
  };
  return (
    <div className="prose" dir="auto">
      <Markdown
        remarkPlugins={[remarkGfm, plugin]}
        allowedElements={elements}
        unwrapDisallowed
        skipHtml
        components={components}
      >
        {text}
      </Markdown>
    </div>
  );
}
