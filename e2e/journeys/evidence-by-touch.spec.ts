import { devices } from "@playwright/test";
import { at, join, makeCourse } from "../course";
import { expect, test } from "../fixtures";
import { select } from "../scene";

const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 780 }, defaultBrowserType: undefined };

test("on a phone, without a line: evidence is recorded, kept, and there once when the line is back", async ({
  as,
  accessible,
}) => {
  const ines = await as("ines");
  const course = await makeCourse(ines);
  const ruta = await join(as, course, "ruta", phone);
  await ruta.goto(at(course.readings, 0).path);
  await expect(ruta.locator('[data-n="2"]')).toBeVisible();
  const toolbar = ruta.getByRole("toolbar", { name: "With the selection" });
  const gather = ruta.getByRole("dialog", { name: "Evidence from this passage" });

  await test.step("by touch, with targets for a thumb", async () => {
    await select(ruta, { n: 2, at: 0 }, { n: 2, at: 35 });
    await toolbar.getByRole("button", { name: "Evidence" }).tap();
    const supports = gather.getByRole("button", { name: "supports" });
    expect((await supports.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await accessible(ruta);
    await gather.getByLabel("Position").selectOption({ index: 1 });
    await gather.getByLabel("Dimension").selectOption({ index: 2 });
    await ruta.context().setOffline(true);
    await supports.tap();
    await gather.getByLabel("What it shows").fill("It binds those who meet again.");
    await accessible(ruta);
    const over = await ruta.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await gather.getByRole("button", { name: "File it" }).tap();
    await expect(gather).toHaveCount(0);
  });

  await test.step("back on the line it goes to the matrix, once", async () => {
    const filed = ruta.waitForResponse(
      (answer) => /evidence\.(record|save)/.test(answer.url()) && answer.ok(),
    );
    await ruta.context().setOffline(false);
    await filed;
    await ines.goto(`${course.path}/evidence`);
    await expect(async () => {
      await ines.reload();
      await expect(
        ines.getByRole("button", { name: /^The alliance order, Alliances: 1 passage, 1 support/ }),
      ).toBeVisible({ timeout: 2000 });
    }).toPass();
    await expect(ines.getByRole("main")).toContainText("1 passage from 1 reading");
  });
});
