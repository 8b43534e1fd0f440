import { Asterisk, CircleQuestionMark, EqualNot, WholeWord } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Signal } from "@/domain/comment/comment";

/** The class that colours and underlines a signal. */
export const signalClass = { question: "q", insight: "in", challenge: "x", term: "t" } as const;

const glyphs = { question: CircleQuestionMark, insight: Asterisk, challenge: EqualNot, term: WholeWord };

/** What a comment is meant as: glyph, colour and word. */
export function SignalMark({ signal }: { signal: Signal }) {
  const t = useTranslations("grade.signal");
  const Glyph = glyphs[signal];
  return (
    <span className={`sig ${signalClass[signal]}`}>
      <Glyph className="i" aria-hidden />
      {t(signal)}
    </span>
  );
}
