import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MadeComment } from "../data/comments";
import type { Text } from "../data/text";
import { type Peer, serve, staticPage } from "./page";

const bundle = fileURLToPath(
  new URL("text-annotator.umd.js", import.meta.resolve("@recogito/text-annotator")),
);

/** Said by the page itself; this renderer draws the marks that are on the screen, and the rest when they come to it. */
export const recogitoIsPainted = `(window.annotated && document.querySelector(".r6o-span-highlight-layer .r6o-annotation"))`;

/** Recogito's annotator with its spans renderer, on the same page, with all annotations in one answer. */
export async function startRecogito(text: Text, comments: MadeComment[]): Promise<Peer> {
  let length = 0;
  const before = text.paragraphs.map((paragraph) => {
    const start = length;
    length += paragraph.text.length;
    return start;
  });
  const annotations = comments
    .filter((comment) => comment.parentId === null)
    .map(({ id, body, quote, start, end, paragraph }) => {
      const from = before[paragraph] ?? 0;
      const selector = [{ quote, start: from + start, end: from + end }];
      return {
        id,
        bodies: [{ id: `${id}-body`, annotation: id, purpose: "commenting", value: body }],
        target: { annotation: id, selector },
      };
    });
  const page = staticPage(
    text,
    "",
    // The bundle asks after a process that only bundlers provide.
    `<script>window.process = { env: { NODE_ENV: "production" } };</script><script src="/recogito.js"></script><script>
      const annotator = RecogitoJS.createTextAnnotator(document.getElementById("text"), { renderer: "SPANS" });
      fetch("/annotations").then((answer) => answer.json()).then((all) => {
        annotator.setAnnotations(all);
        window.annotated = true;
      });
    </script>`,
  );
  const code = readFileSync(bundle);
  const data = JSON.stringify(annotations);
  return serve((request, response) => {
    const send = (body: string | Buffer, type: string) =>
      response.writeHead(200, { "content-type": type }).end(body);
    if (request.url === "/recogito.js") return send(code, "text/javascript");
    if (request.url === "/annotations") return send(data, "application/json");
    return send(page, "text/html; charset=utf-8");
  });
}
