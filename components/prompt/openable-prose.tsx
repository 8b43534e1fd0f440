"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Prose } from "@/components/prose/prose";
import { Link } from "@/components/ui/link";
import type { Chip } from "@/domain/prompt/citation";
import type { ProsePart } from "./prose-parts";

interface OpenableProseProps {
  parts: readonly ProsePart[];
  courseId: string;
  /** Every passage is open. */
  all: boolean;
}

/** An answer whose citations open where they stand: the passage beneath the paragraph that cites it. */
export function OpenableProse({ parts, courseId, all }: OpenableProseProps) {
  return (
    <div className="src txt">
      {parts.map((part) => (
        <Part key={part.start} part={part} courseId={courseId} all={all} />
      ))}
    </div>
  );
}

const paragraphOf = (link: HTMLAnchorElement) => link.hash.replace(/^#p-/, "");

function Part({ part, courseId, all }: { part: ProsePart; courseId: string; all: boolean }) {
  const whole = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly string[]>([]);
  const id = useId();
  const shown = part.citations.filter(
    (chip, at) =>
      (all || open.includes(chip.paragraphId)) &&
      part.citations.findIndex((each) => each.paragraphId === chip.paragraphId) === at,
  );
  const isOpen = shown.map((chip) => chip.paragraphId).join(" ");

  // The chips are the prose's own; what a click on them does here is added from outside.
  useEffect(() => {
    const node = whole.current;
    if (!node) return;
    const onClick = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.cite") : null;
      // A finger has no hover: its tap shows the passage beside the chip.
      const isTap = event instanceof PointerEvent && event.pointerType === "touch";
      if (!link || isTap) return;
      event.preventDefault();
      const paragraph = paragraphOf(link);
      setOpen((held) =>
        held.includes(paragraph) ? held.filter((each) => each !== paragraph) : [...held, paragraph],
      );
    };
    node.addEventListener("click", onClick);
    return () => node.removeEventListener("click", onClick);
  }, []);

  useEffect(() => {
    for (const link of whole.current?.querySelectorAll<HTMLAnchorElement>(".part > .prose a.cite") ?? []) {
      const expanded = isOpen.split(" ").includes(paragraphOf(link));
      link.classList.toggle("openc", expanded);
      link.setAttribute("aria-expanded", String(expanded));
      link.setAttribute("aria-controls", `${id}-passages`);
    }
  }, [isOpen, id]);

  return (
    <div className="part" ref={whole}>
      <Prose text={part.text} citations={part.citations} courseId={courseId} />
      <div id={`${id}-passages`} aria-live="polite">
        {shown.map((chip) => (
          <OpenPassage key={chip.paragraphId} chip={chip} courseId={courseId} />
        ))}
      </div>
    </div>
  );
}

/** A cited passage in full, and the way to it. */
function OpenPassage({ chip, courseId }: { chip: Chip; courseId: string }) {
  const t = useTranslations("response");
  return (
    <figure className="in">
      <figcaption>
        <b>{chip.reading}</b>
        <span dir="auto">{chip.title}</span>
        {chip.paragraph !== null && <span className="n">¶{chip.paragraph}</span>}
        <Link href={`/courses/${courseId}/readings/${chip.readingId}#p-${chip.paragraphId}`} prefetch={false}>
          {t("openInReading")}
        </Link>
      </figcaption>
      <blockquote className="src" dir="auto">
        {chip.text}
      </blockquote>
    </figure>
  );
}
