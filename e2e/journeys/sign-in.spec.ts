import type { Page } from "@playwright/test";
import { expect, openCourse, password, test } from "../fixtures";

async function trySignIn(page: Page, email: string, word: string): Promise<void> {
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(word);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const unknown = () => `nobody-${Date.now()}@glossa.test`;

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  const answers: (string | null)[] = [];
  for (const email of ["zofia@glossa.test", unknown()]) {
    await page.goto("/sign-in");
    await trySignIn(page, email, "not the password");
    const problem = page.getByText("do not belong together");
    await expect(problem).toBeVisible();
    answers.push(await problem.textContent());
    await expect(page.getByLabel("Email")).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
  await page.goto("/courses");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("a person of the demo is one press away, and signs out", async ({ page }) => {
  await page.goto("/sign-in");
  await page
    .getByRole("button", { name: /student/ })
    .first()
    .click();
  await page.waitForURL("/courses");
  await page.getByRole("button", { name: /: account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/sign-in");
  await page.goto("/courses");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("signing in goes on to where one was going, and never off the site", async ({ page, baseURL }) => {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
  await trySignIn(page, "ken@glossa.test", password);
  await page.waitForURL("/account");
  for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await trySignIn(page, "ken@glossa.test", password);
    await expect(page.getByRole("button", { name: /: account/ })).toBeVisible();
    expect(new URL(page.url()).origin, next).toBe(new URL(baseURL ?? "").origin);
  }
});

test("signing out everywhere ends another browser's session at its next request", async ({ as, request }) => {
  // Somebody whom no other journey knows: it would be signed out as well.
  const person = `leaver-${Date.now()}`;
  const account = { email: `${person}@glossa.test`, name: "Lea Verhoeven", password };
  const made = await request.post("/api/trpc/account.create", { data: { json: account } });
  expect(made.status()).toBe(200);
  const here = await as(person);
  const there = await as(person);
  await there.goto("/courses");
  await expect(there.getByLabel("Course code")).toBeVisible();
  await here.goto("/account");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await here.waitForURL(/\/sign-in/);
  expect((await there.request.get("/api/trpc/course.mine")).status()).toBe(401);
  await there.goto("/courses");
  await expect(there).toHaveURL(/\/sign-in\?next=/);
});

test("somebody new makes an account and joins with the code", async ({ as, page }) => {
  const ines = await as("ines");
  const course = await openCourse(ines);
  await ines.goto(`${course}/people`);
  const code = await ines.getByRole("region", { name: "Join code" }).locator("b").textContent();

  const email = unknown();
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Noor Haddad");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("four plain words here");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByText(`The account for ${email} is ready`)).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await trySignIn(page, email, "four plain words here");
  await page.waitForURL("/courses");

  await page.getByLabel("Course code").fill("NO-SUCH-CODE");
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("No course has this code")).toBeVisible();
  await page.getByLabel("Course code").fill((code ?? "").toLowerCase());
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(course);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Competing Security Orders");
});
