import type { Page } from "@playwright/test";
import { at, type Course } from "./course";

export const grid = (page: Page) => page.getByRole("grid", { name: "Passages, by position and dimension" });
export const cell = (
  page: Page,
  { positions, dimensions }: Pick<Course, "positions" | "dimensions">,
  row: number,
  column: number,
) =>
  grid(page).getByRole("button", {
    name: new RegExp(`^${at(positions, row).name}, ${at(dimensions, column).name}[:]`),
  });
export const card = (page: Page, claim: string) => page.getByRole("article", { name: claim, exact: true });
export const panel = (page: Page) => page.getByRole("complementary", { name: "Open cell" });
