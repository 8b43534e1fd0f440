import type { Root } from "mdast";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { type Chip, findCitations } from "@/domain/prompt/citation";
import { CiteChip } from "./cite-chip";
import { markCitations } from "./mark-citations";

interface ProseProps {
  /** Markdown as a person wrote it. */
  text: string;
  citations: Chip[];
  courseId: string;
}

/** What Markdown may make of people's words. Everything else is unwrapped to its text; raw HTML is never read. */
const elements = [
  ...["p", "em", "strong", "del", "blockquote", "ul", "ol", "li", "code", "pre", "a", "br", "hr"],
  ...["table", "thead", "tbody", "tr", "th", "td", "cite-mark"],
];

type CiteMarkProps = { "data-mark"?: string; children?: React.ReactNode };

/** People's words: safe Markdown, with each `[[4 ¶9]]` as a chip that leads back to the text. */
export function Prose({ text, citations, courseId }: ProseProps) {
  const marks = findCitations(text);
  const chips = new Map(
    citations.map((chip) => {
      const mark = marks[chip.position];
      return [mark ? `${mark.reading} ¶${mark.paragraph}` : "", chip];
    }),
  );
  const components: Components & Record<"cite-mark", (props: CiteMarkProps) => React.ReactNode> = {
    a: ({ href, children }) => (
      <a className="link" href={href} rel="noreferrer nofollow ugc" target="_blank">
        {children}
      </a>
    ),
    "cite-mark": (props) => {
      const mark = props["data-mark"] ?? "";
      return <CiteChip mark={mark} chip={chips.get(mark)} courseId={courseId} />;
    },
  };
  return (
    <div className="prose" dir="auto">
      <Markdown
        remarkPlugins={[remarkGfm, () => (tree: Root) => markCitations(tree)]}
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
