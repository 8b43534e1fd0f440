import { vi } from "vitest";

/** Resolves once this no longer fails. What does not come at all fails; a slow machine is no failure. */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 30_000, interval: 10 });
