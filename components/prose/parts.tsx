import type { ReactNode } from "react";
import type { Components } from "react-markdown";

/** What Markdown may make of people's words. Everything else is unwrapped to its text. */
export const elements = [
  ...["p", "em", "strong", "del", "blockquote", "ul", "ol", "li", "code", "pre", "a", "br", "hr", "input"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
  ...["cite-mark", "name-mark", "plain-text"],
];

interface MarkProps {
  "data-mark"?: string;
  "data-key"?: string;
  children?: ReactNode;
}
type Mark = (props: MarkProps) => ReactNode;

export type ProseComponents = Components & Record<"cite-mark" | "name-mark" | "plain-text", Mark>;

/** Where a link of somebody's may lead: the web and the post, nowhere else. */
const isAddress = (href: string | undefined) => href !== undefined && /^(?:https?:\/\/|mailto:)/i.test(href);

/** A heading within a comment is a line of its own, and none of the page's headings. */
const Heading = ({ children }: { children?: ReactNode }) => (
  <p dir="auto">
    <strong>{children}</strong>
  </p>
);

/** Each block finds its own direction, so that neither a script nor a sign that turns it reaches over the next. */
export const blocks: Components = {
  p: ({ children }) => <p dir="auto">{children}</p>,
  li: ({ children }) => <li dir="auto">{children}</li>,
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  pre: ({ children }) => <pre dir="auto">{children}</pre>,
  th: ({ children }) => <th dir="auto">{children}</th>,
  td: ({ children }) => <td dir="auto">{children}</td>,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  input: ({ checked }) => (checked ? "☑ " : "☐ "),
  a: ({ href, children }) =>
    isAddress(href) ? (
      <a className="link" href={href} title={href} rel="noreferrer nofollow ugc" target="_blank">
        <bdi>{children}</bdi>
      </a>
    ) : (
      <bdi>{children}</bdi>
    ),
};

/** Words as they were typed. */
export function Words({ text }: { text: string }) {
  return (
    <p className="prose typed" dir="auto">
      {text}
    </p>
  );
}

/** Words without any Markdown in them. */
export function Paragraphs({ paragraphs }: { paragraphs: string[] }) {
  let place = 0;
  return (
    <div className="prose" dir="auto">
      {paragraphs.map((paragraph) => {
        const key = place;
        place += paragraph.length + 1;
        return (
          <p key={key} dir="auto">
            {paragraph}
          </p>
        );
      })}
    </div>
  );
}
