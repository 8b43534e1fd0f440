import { freePort } from "../scripts/lib/ports.mjs";
import { expect, test } from "./fixtures";
import { Glossa } from "./glossa";
import { arrivesOnce, card, crash, openThread, replies, reply, scene, sendReply } from "./thread";

test("what was written while the server was down outlives the tab and is sent once", async ({ as }) => {
  const glossa = new Glossa(await freePort());
  try {
    await glossa.start();
    const options = { baseURL: glossa.address() };
    const at = await scene(as, options);
    const liming = await as("liming", options);
    await openThread(liming, at);

    glossa.kill("server");
    await glossa.ended();
    await sendReply(liming, "Written to nobody.");
    await expect(liming.getByRole("button", { name: /1 waiting/ })).toBeVisible();
    await expect(card(liming)).toContainText(/Next try in \d+ s/);
    await reply(liming).fill("And half of");
    await expect(liming.getByText("1 draft here")).toBeVisible();
    await crash(liming);

    await glossa.start();
    const again = await liming.context().newPage();
    await openThread(again, at);
    await expect(reply(again)).toHaveValue("And half of");
    await arrivesOnce(at, "Written to nobody.");
    await expect(replies(again).getByText("Written to nobody.")).toHaveCount(1);
    await expect(again.getByRole("button", { name: /waiting/ })).toHaveCount(0);
  } finally {
    await glossa.remove();
  }
});
