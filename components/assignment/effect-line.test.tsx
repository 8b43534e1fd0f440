import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Effect, effectKinds } from "@/domain/assignment/effect-shape";
import messages from "@/messages/en.json";
import { EffectLine } from "./effect-line";

const effect: Effect = {
  field: "dueAt",
  what: "less-time",
  subject: "Whose consent?",
  from: null,
  to: null,
  touches: 12,
  names: ["Ada", "Li Ming", "Zofia", "Kwame"],
  released: 0,
  serious: true,
};

function said(part: Partial<Effect>): string {
  const faults: string[] = [];
  const words = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={messages}
      timeZone="UTC"
      onError={(error) => faults.push(error.message)}
    >
      <EffectLine effect={{ ...effect, ...part }} />
    </NextIntlClientProvider>,
  );
  expect(faults).toEqual([]);
  return words.replace(/<[^>]+>/g, "");
}

test.each(effectKinds)("%s is said in a sentence", (what) => {
  expect(said({ what })).toContain("12");
});

test("the first are told by name, the rest by their number", () => {
  expect(said({})).toBe("12 students get less time. Ada, Li Ming, Zofia, and 9 more.");
  expect(said({ touches: 2, names: ["Ada", "Li Ming"], released: 1 })).toBe(
    "2 students get less time. Ada and Li Ming. One of them has seen the grade.",
  );
  expect(said({ what: "notes-end", touches: 3, names: [] })).toBe(
    "3 students can write no more private notes. ",
  );
});
