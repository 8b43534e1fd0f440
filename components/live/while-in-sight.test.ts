import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whileInSight } from "./while-in-sight";

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });

function turn(state: "visible" | "hidden") {
  page.visibilityState = state;
  page.dispatchEvent(new Event("visibilitychange"));
}

const end = vi.fn();
const begin = vi.fn(() => end);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  page.visibilityState = "visible";
  begin.mockClear();
  end.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what is done while the page is in sight", () => {
  it("ends when the page has been out of sight for a while, and begins again with it", () => {
    const stop = whileInSight(begin);
    turn("hidden");
    vi.advanceTimersByTime(9_000);
    turn("visible");
    expect(end).not.toHaveBeenCalled();
    turn("hidden");
    vi.advanceTimersByTime(11_000);
    expect(end).toHaveBeenCalledOnce();
    turn("visible");
    expect(begin).toHaveBeenCalledTimes(2);
    stop();
    expect(end).toHaveBeenCalledTimes(2);
  });

  it("does not begin in a tab that nobody has looked at, nor after its end", () => {
    page.visibilityState = "hidden";
    const stop = whileInSight(begin);
    expect(begin).not.toHaveBeenCalled();
    stop();
    turn("visible");
    vi.advanceTimersByTime(20_000);
    expect(begin).not.toHaveBeenCalled();
  });
});
