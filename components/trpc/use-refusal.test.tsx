import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Refusal } from "@/domain/refusal";
import messages from "@/messages/en.json";
import { useRefusalSentence } from "./use-refusal";

function Said({ refusal }: { refusal: Refusal }) {
  return useRefusalSentence()(refusal);
}

function said(refusal: Refusal): string {
  const faults: string[] = [];
  const words = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en-GB"
      messages={messages}
      timeZone="UTC"
      onError={(error) => faults.push(error.message)}
    >
      <Said refusal={refusal} />
    </NextIntlClientProvider>,
  );
  expect(faults).toEqual([]);
  return words;
}

test("when it closed, or opens, is said as people say it, on their own clock and by its name", () => {
  const at = "2026-11-22T12:01:19.000Z";
  expect(said({ code: "closed", closesAt: at })).toMatch(
    /^This closed on Sun,? 2[123] Nov,? \d\d:\d\d \S+\. What/,
  );
  expect(said({ code: "not-open-yet", opensAt: at })).toMatch(
    /^This opens on Sun,? 2[123] Nov,? \d\d:\d\d \S+\.$/,
  );
});
