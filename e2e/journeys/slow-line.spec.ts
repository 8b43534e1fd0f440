import { expect, test } from "../fixtures";

test("a page that takes its time to come is said to be on its way", async ({ as, accessible }) => {
  const ada = await as("ada");
  await ada.goto("/courses");
  const opening = ada.getByText("Opening the page…");
  let come = () => {};
  const line = new Promise<void>((resolve) => {
    come = resolve;
  });
  await ada.route(/_rsc=/, async (route) => {
    await line;
    await route.continue();
  });

  await ada.getByRole("link", { name: "Competing Security Orders" }).first().click();
  await expect(opening).toBeAttached();
  await accessible(ada, "colours");
  come();
  await expect(ada).toHaveURL(/\/courses\/[0-9a-f-]{36}$/);
  await expect(opening).not.toBeAttached();
});
