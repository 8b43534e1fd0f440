import type { Page } from "@playwright/test";

/** A mark as it stands in the gradebook, and as it is typed, of an assignment of ten points. */
export const cellOf = (page: Page, name: string, title: string) =>
  page.getByRole("button", { name: new RegExp(`^${name}, ${title}`) });
export const fieldOf = (page: Page, name: string, title: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${name}, ${title}: points of 10`) });
