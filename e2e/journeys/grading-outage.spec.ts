import { freePort } from "../../scripts/lib/ports.mjs";
import { type As, complaint, feedback, level, row, state, toBeGraded, twoVersions, who } from "../bench";
import { expect, test } from "../fixtures";
import { Glossa } from "../glossa";
import { gradeOf } from "../grading";
import { typeIn } from "../keys";
import { crash } from "../thread";

const unreachable = "The server cannot be reached. Your text is kept on this device";

test("what is graded while the server dies is kept, and saved once when it is back", async ({ as }) => {
  const glossa = new Glossa(await freePort());
  try {
    await glossa.start();
    const here: As = (person, options) => as(person, { ...options, baseURL: glossa.address() });
    const { course, assignmentId, path, adaId } = await toBeGraded(here);
    const { ines, courseId } = course;
    await ines.goto(`${path}?student=${adaId}`);
    await ines.keyboard.press("2");
    await ines.keyboard.press("f");
    await typeIn(ines, feedback(ines), "You ask who held the pen.");

    // The server saves, and dies before it says so.
    await ines.route(/grade\.save\b/, async (route) => {
      await route.fetch();
      glossa.kill("server");
      await glossa.ended();
      await route.abort();
    });
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(complaint(ines)).toContainText(unreachable);
    await ines.unroute(/grade\.save\b/);
    await expect(who(ines)).toHaveText("Ada Okafor");

    await ines.keyboard.type(" And who sharpened it?");
    await ines.keyboard.press("Escape");
    await ines.keyboard.press("1");
    await ines.keyboard.press("ControlOrMeta+Enter");
    await expect(complaint(ines)).toContainText(unreachable);
    await expect(state(ines)).toHaveText("Not saved yet, kept on this device");
    await crash(ines);

    await glossa.start();
    const again = await ines.context().newPage();
    await again.goto(`${path}?student=${adaId}`);
    await expect(feedback(again)).toHaveValue("You ask who held the pen. And who sharpened it?");
    await expect(level(again, "Care", 2)).toBeChecked();
    await expect(level(again, "Courage", 1)).toBeChecked();
    await expect(twoVersions(again)).toHaveCount(0);
    await again.keyboard.press("ControlOrMeta+Enter");
    await expect(who(again)).toHaveText("Zofia Wróbel");
    const grade = await gradeOf(again, { courseId, assignmentId, studentId: adaId });
    expect(grade?.feedback).toBe("You ask who held the pen. And who sharpened it?");
    expect(grade?.history, "each of the two saves once").toHaveLength(2);
    await again.goBack();
    await expect(state(again)).toHaveText("Saved as a draft");
    await expect(row(again, "Ada Okafor")).not.toContainText("unsaved");
  } finally {
    await glossa.remove();
  }
});
