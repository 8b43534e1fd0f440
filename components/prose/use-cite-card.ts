"use client";

import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";

/** Long enough that a pointer on its way elsewhere opens nothing (ms). */
const BEFORE = 250;
/** Long enough for the way from the chip to its card (ms). */
const AFTER = 160;

/** By what the card was opened. */
type ShownBy = "pointer" | "focus" | "tap";

/**
 * When a chip's card stands beside it: while the pointer rests on either, while the chip has the keyboard's focus, and
 * after a tap, which opens the card first and the passage from there. Escape puts it away and nothing else.
 */
export function useCiteCard() {
  const id = useId();
  const [shown, setShown] = useState<ShownBy | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** A finger is on it: the click that follows is a tap. */
  const isTouch = useRef(false);

  const soon = useCallback((next: ShownBy | null, wait: number) => {
    if (timer.current) clearTimeout(timer.current);
    // What the focus or a tap has opened does not go with the pointer.
    timer.current = setTimeout(
      () => setShown((now) => (now && (next || now !== "pointer") ? now : next)),
      wait,
    );
  }, []);
  const now = useCallback((next: ShownBy | null) => {
    if (timer.current) clearTimeout(timer.current);
    setShown(next);
  }, []);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );

  useEffect(() => {
    if (!shown) return;
    const events = new AbortController();
    const { signal } = events;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // What else Escape would close here stays open.
      event.preventDefault();
      event.stopPropagation();
      now(null);
    };
    document.addEventListener("keydown", onKey, { capture: true, signal });
    const onPress = ({ target }: Event) => {
      const isHere = target instanceof Element && target.closest(`[data-cite="${id}"]`);
      if (!isHere) now(null);
    };
    if (shown === "tap") document.addEventListener("pointerdown", onPress, { signal });
    return () => events.abort();
  }, [shown, now, id]);

  return {
    shown,
    id,
    /** For the element around chip and card: what happens in the card, drawn elsewhere, happens in it too. */
    around: {
      "data-cite": id,
      onPointerEnter: ({ pointerType }: PointerEvent) => {
        if (pointerType !== "touch") soon("pointer", BEFORE);
      },
      onPointerLeave: ({ pointerType }: PointerEvent) => {
        if (pointerType !== "touch") soon(null, AFTER);
      },
      onPointerDown: ({ pointerType }: PointerEvent) => {
        isTouch.current = pointerType === "touch";
      },
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
        const isStill = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        const isInCard = relatedTarget instanceof Element && relatedTarget.closest(`[data-cite="${id}"]`);
        if (!isStill && !isInCard) now(null);
      },
    },
    onLink: {
      onFocus: ({ currentTarget }: FocusEvent) => {
        if (currentTarget.matches(":focus-visible")) now("focus");
      },
      onClick: (event: MouseEvent) => {
        if (!isTouch.current || shown) {
          now(null);
          return;
        }
        event.preventDefault();
        now("tap");
      },
    },
  };
}
