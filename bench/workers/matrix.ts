import { createCallerFactory } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { statementsOf } from "../lib/statements";
import { answer } from "../lib/worker";

const createCaller = createCallerFactory(appRouter);

interface Asked {
  courseId: string;
  userId: string;
  positionId: string;
  dimensionId: string;
}

export interface MatrixQuestions {
  /** How many statements everything sends that the page with the matrix asks for, and how many a cell that is opened. */
  statements: { ask: Asked; answer: { page: number; cell: number } };
}

answer<MatrixQuestions>({
  async statements({ courseId, userId, positionId, dimensionId }) {
    const api = createCaller({ claim: { userId, sessionVersion: 1 }, now: new Date(), address: "127.0.0.1" });
    const page = await statementsOf(async () => {
      await api.course.frame({ courseId });
      await api.evidence.page({ courseId });
      await api.stance.flow({ courseId });
    });
    const cell = await statementsOf(() => api.evidence.cell({ courseId, positionId, dimensionId }));
    return { page: page.length, cell: cell.length };
  },
});
