import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import messages from "@/messages/en.json";
import { isMissing } from "./data/use-heads";
import { HeadsFailed } from "./margin-notes";

it("says that threads could not be loaded, and offers to try again", () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <HeadsFailed again={() => {}} />
    </NextIntlClientProvider>,
  );
  expect(html).toContain('role="alert"');
  expect(html).toContain(messages.reader.loadFailed);
  expect(html).toMatch(new RegExp(`<button[^>]*>${messages.reader.again}</button>`));
});

it("keeps quiet where what was had before still stands", () => {
  expect(isMissing({ isError: true, data: undefined })).toBe(true);
  expect(isMissing({ isError: true, data: { heads: [] } })).toBe(false);
  expect(isMissing({ isError: false, data: undefined })).toBe(false);
});
