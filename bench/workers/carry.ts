import { type Carried, carrier, type Standing } from "@/domain/anchor/carry";
import { answer, now } from "../lib/worker";

interface Paragraph {
  id: string;
  text: string;
}

export interface CarryQuestions {
  /** Carries everything once; ms, and where each stands now. */
  carry: {
    ask: { before: Paragraph[]; after: Paragraph[]; standing: Standing[] };
    answer: { time: number; carried: Carried[] };
  };
}

answer<CarryQuestions>({
  async carry({ before, after, standing }) {
    const begun = now();
    const carry = carrier(before, after);
    const carried = standing.map((each) => carry(each));
    return { time: now() - begun, carried };
  },
});
