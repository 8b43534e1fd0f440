import { at, join, makeCourse, prompt, stand } from "../course";
import { expect, test } from "../fixtures";

test("the case one rejects: put, found wanting, amended, signed, answered", async ({ as, accessible }) => {
  const ines = await as("ines");
  const course = await makeCourse(ines, { prompts: [prompt({ steelman: true })] });
  const [alliance, concert] = [at(course.positions, 0), at(course.positions, 1)];
  const address = `${course.path}/prompts/${at(course.prompts, 0)}?view=other`;
  const noa = await join(as, course, "noa");
  const liming = await join(as, course, "liming");
  const zofia = await join(as, course, "zofia");
  await stand(liming, course, concert.id);
  await stand(zofia, course, alliance.id);

  await test.step("who has not said where they stand is asked for that first", async () => {
    await noa.goto(address);
    await expect(noa.getByText("Say first where you stand")).toBeVisible();
    await expect(noa.getByLabel("Its case, as its best defender would put it")).toHaveCount(0);
    await stand(noa, course, alliance.id);
    await noa.reload();
  });

  const mine = noa.getByRole("article", { name: `Your case for ${concert.name}` });
  await test.step("Noa puts the case of the others, with a passage", async () => {
    const which = noa.getByLabel("The position you reject");
    await expect(which.getByRole("option", { name: alliance.name })).toHaveCount(0);
    await which.selectOption({ label: concert.name });
    const field = noa.getByLabel("Its case, as its best defender would put it");
    await field.fill("Somebody has to beat time ");
    await field.focus();
    await noa.keyboard.press("End");
    await noa.keyboard.type("[[conductor");
    await expect(noa.getByRole("option", { name: /conductor/ })).toBeVisible();
    await noa.keyboard.press("Enter");
    await expect(field).toHaveValue(/\[\[2 ¶1\]\]$/);
    await accessible(noa);
    await field.press("ControlOrMeta+Enter");
    await expect(mine).toContainText("Waits for somebody who holds it");
    await expect(mine.getByLabel("Your answer to it")).toHaveCount(0);
  });

  await test.step("who does not hold it cannot sign it", async () => {
    await zofia.goto(address);
    const theirs = zofia.getByRole("article", { name: `The case for ${concert.name}` });
    await expect(theirs).toContainText("Somebody has to beat time");
    await expect(theirs.getByRole("button", { name: "I would sign this" })).toHaveCount(0);
  });

  const theirs = liming.getByRole("article", { name: `The case for ${concert.name}` });
  await test.step("Li Ming, who does, misses something", async () => {
    await liming.goto(address);
    await theirs.getByRole("button", { name: "Something is missing" }).click();
    await theirs.getByLabel("What is missing?").fill("Those who play with him have agreed to.");
    await accessible(liming);
    await theirs.getByRole("button", { name: "Say what is missing" }).click();
    await expect(theirs).toContainText("misses something");
    await expect(theirs.getByLabel("What is missing?")).toHaveCount(0);
  });

  await test.step("Noa changes it: what he said was of the earlier words", async () => {
    await noa.reload();
    await expect(mine).toContainText("Something is missing, they say");
    await expect(mine).toContainText("Those who play with him have agreed to.");
    await mine.getByRole("button", { name: "Change it" }).click();
    await mine.getByLabel("Your case").fill("Somebody has to beat time [[2 ¶1]], and all agreed to play.");
    await mine.getByRole("button", { name: "Save", exact: false }).click();
    await expect(mine).toContainText("(of its earlier words)");
    await expect(mine).toContainText("Waits for somebody who holds it");
  });

  await test.step("a signature is for the words that were read, not for later ones", async () => {
    await theirs.getByRole("button", { name: "I would sign this" }).click();
    await expect(theirs).toContainText("and all agreed to play");
    await expect(theirs).not.toContainText("Signed: its author may answer");
    await theirs.getByRole("button", { name: "I would sign this" }).click();
    await expect(theirs).toContainText("Signed: its author may answer");
  });

  await test.step("only then Noa answers it, and it is not changed any more", async () => {
    await noa.reload();
    await mine.getByLabel("Your answer to it").fill("Who agreed for those who only listen?");
    await mine.getByLabel("Your answer to it").press("ControlOrMeta+Enter");
    await expect(mine).toContainText("Signed and answered");
    await expect(mine.getByRole("region", { name: "The answer" })).toContainText("Who agreed for those");
    await expect(mine.getByRole("button", { name: "Change it" })).toHaveCount(0);
    await accessible(noa);
    await liming.reload();
    await expect(theirs.getByRole("region", { name: "The answer" })).toContainText("Who agreed for those");
    await expect(theirs.getByRole("button", { name: "I would sign this" })).toHaveCount(0);
  });

  await test.step("staff see it, and the text lists where it was cited", async () => {
    await ines.goto(address);
    await expect(ines.getByRole("article", { name: `The case for ${concert.name}` })).toContainText(
      "Li Ming",
    );
    await noa.goto(at(course.readings, 1).path);
    await expect(noa.getByText(/^Live/)).toBeVisible();
    await noa.getByRole("group", { name: /^¶1\b/ }).focus();
    await noa.keyboard.press("w");
    await expect(noa.getByRole("region", { name: "Where ¶1 is cited" })).toContainText(
      "the case for a position they reject",
    );
  });
});
