import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ParticipationPart } from "@/components/grading/participation/participation-part";
import { hours, logOf, scoreOf } from "@/domain/participation/testing/log";
import messages from "@/messages/en.json";
import type { PlaceOf } from "./participation-reasons";

const told = [
  ...Array.from({ length: 10 }, () => ({})),
  { body: "Yes." },
  { body: "word1of0 word1of1 word1of2 word1of3 word1of4 word1of5", at: hours(30) },
  { audience: "private" as const },
];
const result = scoreOf(logOf(...told));

const placeOf: PlaceOf = ({ id }) =>
  id === "c13" ? null : { href: `#g-${id}`, label: id === "c2" ? null : id };

const draw = (given: string | null, changes = true) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <ParticipationPart
        result={result}
        given={given}
        placeOf={placeOf}
        timeZone="Europe/Zurich"
        {...(changes && { onAccept: () => {}, onChange: () => {} })}
      />
    </NextIntlClientProvider>,
  );

const wordsOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("the reasons of a participation score", () => {
  it("are a table with a caption, named rows, and a way to each comment", () => {
    const markup = draw(null);
    expect(markup).toContain(`Why ${result.score} of 10 is suggested</caption>`);
    expect(markup.match(/<th scope="row">/g)).toHaveLength(5);
    expect(markup).toContain('<a aria-label="Comment c1" href="#g-c1">c1</a>');
    expect(markup).toContain('<a aria-label="Comment 2" href="#g-c2">2</a>');
    const words = wordsOf(markup);
    expect(words).toContain("Comments 10 of 6 asked");
    expect(words).toContain("2 more");
    expect(words).toContain("In time 10 in time");
    expect(words).toContain("Replies 0 of 3 given, 0 of 2 received");
    expect(words).toContain("2.5 / 2.5");
  });

  it("say what was not counted, because; what has no place on the page is no link", () => {
    const words = wordsOf(draw(null));
    expect(words).toContain("3 were not counted");
    expect(words).toContain("Comment c11 : shorter than asked");
    expect(words).toContain("A comment: a private note");
    expect(words).toContain("Comment c12 : said before, the same as c1");
  });

  it("are accepted or changed by who grades, and only read by others", () => {
    expect(wordsOf(draw(null))).toContain(`Accept ${result.score} a Change e`);
    expect(wordsOf(draw(result.score))).toContain(`${result.score} of 10, as suggested`);
    expect(draw(result.score)).not.toContain('aria-keyshortcuts="a"');
    expect(wordsOf(draw("9"))).toContain(`9 of 10, suggested ${result.score}`);
    expect(draw(null, false)).not.toContain("<button");
  });
});
