import type { AssignmentDraft } from "@/domain/assignment/assignment";
import { pool } from "@/server/adapters/db";
import { courseAccess } from "@/server/queries/course-access";
import { participationOfAll } from "@/server/queries/participation";
import { createCallerFactory } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { statementsOf } from "../lib/statements";
import { answer, now } from "../lib/worker";

const createCaller = createCallerFactory(appRouter);

/** Where staff look: one assignment of the course, with its reading and its prompt. */
export interface GradingPlace {
  courseId: string;
  userId: string;
  assignmentId: string;
  readingId: string;
  promptId: string;
  studentId: string;
}

export interface GradingQuestions {
  /** How many statements each staff page's query sends. */
  statements: { ask: GradingPlace; answer: Record<string, number> };
  /** Milliseconds of one query, each time it is asked; also the processor's, of this process. */
  times: { ask: { place: GradingPlace; name: string; times: number }; answer: Timed };
  /** Milliseconds of turning to each of these students, once each. */
  turns: { ask: { place: GradingPlace; studentIds: string[] }; answer: Timed };
}

export interface Timed {
  wall: number[];
  processor: number[];
}

const api = ({ userId }: GradingPlace) =>
  createCaller({ claim: { userId, sessionVersion: 1 }, now: new Date(), address: "127.0.0.1" });

/** The editor holds what it asks about: an assignment is read once, before anything is counted or timed. */
const drafts = new Map<string, AssignmentDraft>();

async function draftOf(place: GradingPlace): Promise<AssignmentDraft> {
  const { courseId, assignmentId } = place;
  const known = drafts.get(assignmentId);
  if (known) return known;
  const held = await api(place).assignment.get({ courseId, id: assignmentId });
  const draft = { ...held, dueAt: new Date(held.dueAt.getTime() - 60_000) };
  drafts.set(assignmentId, draft);
  return draft;
}

/** Everything that the pages of staff ask for, by the name of its procedure. */
const asked: Record<string, (place: GradingPlace) => Promise<unknown>> = {
  "grade.page": ({ courseId, assignmentId, ...place }) =>
    api({ courseId, assignmentId, ...place }).grade.page({ courseId, assignmentId, studentId: null }),
  "grade.next": (place) => api(place).grade.next(place),
  "grade.beside": (place) => api(place).grade.beside(place),
  "grade.byPrompt": (place) => api(place).grade.byPrompt(place),
  "grade.toGrade": (place) => api(place).grade.toGrade(place),
  "phrase.list": (place) => api(place).phrase.list(place),
  "gradebook.table": (place) => api(place).gradebook.table(place),
  "gradebook.export": (place) => api(place).gradebook.export(place),
  "insight.choices": (place) => api(place).insight.choices(place),
  "insight.heat": ({ courseId, readingId, ...place }) =>
    api({ courseId, readingId, ...place }).insight.heat({ courseId, readingId }),
  "insight.questions": (place) => api(place).insight.questions({ courseId: place.courseId }),
  "insight.behind": (place) => api(place).insight.behind({ courseId: place.courseId }),
  "insight.replies": (place) => api(place).insight.replies({ courseId: place.courseId }),
  "insight.activity": (place) => api(place).insight.activity({ courseId: place.courseId }),
  "assignment.list": (place) => api(place).assignment.list(place),
  "assignment.get": ({ courseId, assignmentId, ...place }) =>
    api({ courseId, assignmentId, ...place }).assignment.get({ courseId, id: assignmentId }),
  "assignment.choices": (place) => api(place).assignment.choices(place),
  "assignment.effects": async (place) => {
    const { courseId, assignmentId } = place;
    const draft = await draftOf(place);
    return api(place).assignment.effects({ courseId, id: assignmentId, draft });
  },
  "extension.list": (place) => api(place).extension.list(place),
  "rubric.list": (place) => api(place).rubric.list(place),
  "course.frame": (place) => api(place).course.frame(place),
  "course.overview": (place) => api(place).course.overview(place),
  "course.people": (place) => api(place).course.people(place),
  "group.page": (place) => api(place).group.page(place),
  "notification.list": (place) => api(place).notification.list({ cursor: null }),
  participationOfAll: async ({ courseId, userId, assignmentId }) =>
    participationOfAll(await courseAccess({ userId, sessionVersion: 1 }, courseId), assignmentId),
};

async function timed(work: () => Promise<unknown>, into: Timed): Promise<void> {
  const before = process.cpuUsage();
  const begun = now();
  await work();
  into.wall.push(now() - begun);
  const { user, system } = process.cpuUsage(before);
  into.processor.push((user + system) / 1000);
}

answer<GradingQuestions>({
  async statements(place) {
    // A connection says hello with statements of its own.
    await pool().query("SELECT 1");
    const counts: Record<string, number> = {};
    for (const [name, ask] of Object.entries(asked)) {
      await ask(place);
      counts[name] = (await statementsOf(() => ask(place))).length;
    }
    return counts;
  },
  async times({ place, name, times }) {
    const ask = asked[name];
    if (!ask) throw new Error(`Nothing is called ${name}.`);
    const measured: Timed = { wall: [], processor: [] };
    await ask(place);
    for (let time = 0; time < times; time++) await timed(() => ask(place), measured);
    return measured;
  },
  async turns({ place, studentIds }) {
    const measured: Timed = { wall: [], processor: [] };
    for (const studentId of studentIds) {
      await timed(() => asked["grade.next"]?.({ ...place, studentId }) ?? Promise.reject(), measured);
    }
    return measured;
  },
});
