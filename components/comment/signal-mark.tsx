import { Asterisk, CircleQuestionMark, EqualNot, WholeWord } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Signal } from "@/domain/comment/comment";

/** A signal's glyph and the class of its pigment and line. */
export const signalLook = {
  question: { Icon: CircleQuestionMark, mark: "q" },
  insight: { Icon: Asterisk, mark: "in" },
  challenge: { Icon: EqualNot, mark: "x" },
  term: { Icon: WholeWord, mark: "t" },
} as const;

/** A signal by pigment, line, glyph and name, so that none of them is needed alone. */
export function SignalMark({ signal, line = false }: { signal: Signal; line?: boolean }) {
  const t = useTranslations("signals");
  const { Icon, mark } = signalLook[signal];
  return (
    <>
      {line && <span className={`ln ${mark}`} aria-hidden />}
      <span className={`sig ${mark}`}>
        <Icon className="i" aria-hidden />
        {t(signal)}
      </span>
    </>
  );
}
