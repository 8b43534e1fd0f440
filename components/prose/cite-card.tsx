"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Link } from "@/components/ui/link";
import type { Chip } from "@/domain/prompt/citation";
import "./cite-card.css";

interface CiteCardProps {
  id: string;
  chip: Chip;
  href: string;
  /** The chip it stands by. */
  link: RefObject<HTMLElement | null>;
  /** Opened by a finger, whose tap on the chip led here. */
  withLink: boolean;
}

/** As much of a paragraph as is taken in at a glance. UTF-16 units. */
const MOST = 420;
const WIDTH = 340;
const GAP = 4;
/** Between the card and the edge of the window, in pixels. */
const EDGE = 8;

interface Where {
  left: number;
  top?: number;
  bottom?: number;
  width: number;
}

/** Below the chip, or above it where there is more room. */
function whereBy(link: HTMLElement): Where {
  const box = link.getBoundingClientRect();
  const width = Math.min(WIDTH, window.innerWidth - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(box.left, window.innerWidth - width - EDGE));
  const isLow = box.bottom > window.innerHeight * 0.6;
  return isLow
    ? { left, width, bottom: window.innerHeight - box.top + GAP }
    : { left, width, top: box.bottom + GAP };
}

const inShort = (text: string) => {
  if (text.length <= MOST) return text;
  const end = text.lastIndexOf(" ", MOST);
  return `${text.slice(0, end > MOST / 2 ? end : MOST)}…`;
};

/** The passage that a chip names: where it stands, its words, for what it is cited, and what became of it. */
export function CiteCard({ id, chip, href, link, withLink }: CiteCardProps) {
  const t = useTranslations("cite");
  const [where, setWhere] = useState<Where | null>(null);
  useLayoutEffect(() => {
    const place = () => link.current && setWhere(whereBy(link.current));
    place();
    const events = new AbortController();
    // Whatever scrolls, the page or something in it: the card stays by its chip.
    window.addEventListener("scroll", place, { capture: true, passive: true, signal: events.signal });
    window.addEventListener("resize", place, { signal: events.signal });
    return () => events.abort();
  }, [link]);
  if (!where) return null;
  const { anchor, formerText } = chip;
  const former = anchor !== "sound" && formerText;
  return createPortal(
    <div
      className="cite-card"
      id={id}
      data-cite={id}
      style={where}
      {...(withLink ? { role: "group", "aria-label": t("card") } : { role: "tooltip" })}
    >
      <p className="cite-card-h">
        <b>
          {chip.reading} ¶{chip.paragraph ?? ""}
        </b>
        <cite dir="auto">{chip.title}</cite>
      </p>
      {anchor !== "sound" && <p className="cite-card-state">{t(`anchor.${anchor}`)}</p>}
      {former && (
        <blockquote className="cite-card-was" dir="auto">
          <span className="label">{t("former")}</span> {inShort(former)}
        </blockquote>
      )}
      {anchor !== "lost" && (
        <blockquote dir="auto">
          {former && <span className="label">{t("now")}</span>} {inShort(chip.text)}
        </blockquote>
      )}
      {chip.about && <p className="cite-card-for">{t("citedFor", { position: chip.about })}</p>}
      {withLink && (
        <Link className="btn" href={href} prefetch={false}>
          {t("open")}
        </Link>
      )}
    </div>,
    document.body,
  );
}
