import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import messages from "@/messages/en.json";
import type { PromptForm } from "./form-shape";
import { newPrompt } from "./form-state";
import { PromptAsks } from "./prompt-asks";

const choice = (id: string, name: string, removed: boolean) => ({ id, name, removed });
const frame = {
  positions: [
    choice("charter", "Charter", false),
    choice("bloc", "Bloc", true),
    choice("court", "Court", true),
  ],
  dimensions: [choice("force", "Force", false), choice("trade", "Trade", true)],
  terms: [choice("limits", "no limits", true)],
};

function drawn(prompt: Partial<PromptForm>): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <PromptAsks value={{ ...newPrompt("p"), ...prompt }} frame={frame} onChange={() => {}} />
    </NextIntlClientProvider>,
  );
}

test("what was taken out of the frame is there to be unticked where the prompt names it, and nowhere else", () => {
  const comparison = drawn({ kind: "compare", positions: ["charter", "bloc"], dimensionId: "trade" });
  expect(comparison).toContain("Bloc (taken out)");
  expect(comparison).toContain("Trade (taken out)");
  expect(comparison).not.toContain("Court");
  expect(drawn({ kind: "term", termId: "limits" })).toContain("no limits (taken out)");
  const open = drawn({ positions: ["charter"] });
  for (const name of ["Bloc", "Court", "Trade", "no limits"]) expect(open).not.toContain(name);
});
