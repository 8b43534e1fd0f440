import type { Page } from "@playwright/test";
import { join, makeCourse, prompt } from "../course";
import { expect, test } from "../fixtures";

/** Holds scripts back until they are let go: those of which this says so, or all. */
async function holdScripts(page: Page, which: (name: string) => boolean = () => true) {
  let letGo = () => {};
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  const held: string[] = [];
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (which(name)) {
      held.push(name);
      await gone;
    }
    await route.continue();
  });
  return { letGo, held };
}

/** Types a word into a field before the page's scripts have come, and another once they run. */
async function typeAround(
  page: Page,
  address: string,
  field: string,
  words: [string, string],
): Promise<void> {
  const { letGo } = await holdScripts(page);
  const going = page.goto(address);
  const box = page.getByLabel(field, { exact: true });
  await expect(box).toBeVisible();
  await box.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words[0]);
  letGo();
  await going;
  await expect(box).toBeFocused();
  await page.keyboard.type(words[1]);
}

test("what is typed before the scripts come stays, with what follows and after what was there", async ({
  as,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt()] });
  const ada = await join(as, course, "ada");
  const address = `${course.path}/prompts/${course.prompts[0]}`;
  const answer = ada.getByLabel("Your response", { exact: true });
  await typeAround(ada, address, "Your response", ["Nobody spoke", " of it."]);
  await expect(answer).toHaveValue("Nobody spoke of it.");
  await typeAround(ada, address, "Your response", [" Everybody", " had read it."]);
  await expect(answer).toHaveValue("Nobody spoke of it. Everybody had read it.");

  const bench = `${course.path}/grade/${course.assignmentId}`;
  const feedback = ines.getByLabel("Feedback", { exact: true });
  await typeAround(ines, bench, "Feedback", ["Who drafted", " the list?"]);
  await expect(feedback).toHaveValue("Who drafted the list?");
  await typeAround(ines, bench, "Feedback", ["And who", " signed it?"]);
  await expect(feedback).toHaveValue("Who drafted the list? And who signed it?");
});

test("what is typed stays while a part of the page that nobody asked for is on its way", async ({ as }) => {
  const course = await makeCourse(await as("ines"));
  const ada = await join(as, course, "ada");
  const path = course.readings[0]?.path ?? "";
  const drawn = await (await ada.request.get(path)).text();
  // The page itself does not name what it fetches later.
  const { letGo, held } = await holdScripts(ada, (name) => !drawn.includes(name));
  await ada.goto(path);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await ada.keyboard.press("j");
  await ada.keyboard.press("c");
  const words = ada.getByLabel("Your comment");
  await expect(words).toBeFocused();
  await ada.keyboard.type("Nobody spoke of the treaty.");
  await expect(words).toHaveValue("Nobody spoke of the treaty.");
  letGo();
});
