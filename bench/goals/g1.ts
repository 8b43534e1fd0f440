import { type MadeClass, makeClass } from "../data/class";
import type { Bench, Line, Outcome } from "../lib/goal";
import { median, percentile } from "../lib/measure";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import type { GradingPlace, GradingQuestions, Timed } from "../workers/grading";

const SMALL = { students: 10, comments: 2_000 };
const LARGE = { students: 300, comments: 60_000 };
const SEED = 5;
/** Students who are turned to, over an assignment of groups and one of the whole class. */
const TURNS = 100;
const TIMES = 7;
const NEXT = 100;
const BOOK = 500;

/** Queries that are timed for comparison; the first has a goal. */
const timed = [
  "gradebook.table",
  "grade.page",
  "grade.beside",
  "grade.byPrompt",
  "participationOfAll",
  "insight.heat",
  "insight.behind",
  "insight.questions",
  "insight.replies",
  "insight.activity",
  "assignment.effects",
  "notification.list",
] as const;

/** The assignment of one week, as the one who teaches sees it, with the student at `index`. */
function placeIn(made: MadeClass, week: number, index = 0): GradingPlace {
  const assignment = made.assignments[week - 1];
  const student = made.students[index];
  if (!assignment || !student) throw new Error("The class is smaller than that.");
  const { assignmentId, readingId, promptId } = assignment;
  const { courseId, instructor } = made;
  return {
    courseId,
    userId: instructor.userId,
    assignmentId,
    readingId,
    promptId,
    studentId: student.membershipId,
  };
}

const typical = (all: number[]) => `${ms(median(all))} (p99 ${ms(percentile(all, 0.99))})`;
const processor = (all: Timed) => `of the server's processor: ${ms(median(all.processor))}`;

/** Statements that are not the same for both classes, by name. */
function unequal(small: Record<string, number>, large: Record<string, number>): string[] {
  return Object.entries(large)
    .filter(([name, count]) => small[name] !== count)
    .map(([name, count]) => `${name}: ${small[name]} and ${count}`);
}

/** Grading in a class of 300 with twelve assignments and 60,000 comments, against one of 10. */
async function run({ product, say }: Bench): Promise<Outcome> {
  const { db, course, env } = product;
  say(`a class of ${LARGE.students} with ${LARGE.comments} comments`);
  const small = await makeClass(db, course.text, SMALL, SEED);
  const large = await makeClass(db, course.text, LARGE, SEED + 1);
  const worker = new Worker<GradingQuestions>(new URL("../workers/grading.ts", import.meta.url), env);
  try {
    const few = await worker.ask("statements", placeIn(small, 9));
    const many = await worker.ask("statements", placeIn(large, 9));
    const different = unequal(few, many);
    const most = Object.entries(many).toSorted((one, other) => other[1] - one[1])[0];
    say("turning to one student after another");
    const turn = (week: number) => {
      const stride = Math.max(1, Math.floor(large.students.length / (TURNS / 2)));
      const chosen = large.students.filter((_, at) => at % stride === 0).slice(0, TURNS / 2);
      const studentIds = chosen.map(({ membershipId }) => membershipId);
      return worker.ask("turns", { place: placeIn(large, week), studentIds });
    };
    const [inGroups, together] = [await turn(8), await turn(9)];
    const turns = {
      wall: [...inGroups.wall, ...together.wall],
      processor: [...inGroups.processor, ...together.processor],
    };
    const times: Record<string, Timed> = {};
    for (const name of timed) {
      say(name);
      times[name] = await worker.ask("times", { place: placeIn(large, 9), name, times: TIMES });
    }
    const book = times["gradebook.table"];
    const lines: Line[] = [
      {
        what: `statements of ${Object.keys(many).length} queries behind the pages of staff, 300 students`,
        ours:
          different.length === 0
            ? `the same for each; at most ${most?.[1]} (${most?.[0]})`
            : different.join("; "),
        theirs: "10 students",
        ratio: null,
        goal: "the same",
        met: different.length === 0,
      },
      {
        what: `the next of the queue, ${turns.wall.length} students one after the other`,
        ours: typical(turns.wall),
        theirs: processor(turns),
        ratio: null,
        goal: `< ${NEXT} ms, p99 too`,
        met: percentile(turns.wall, 0.99) < NEXT,
      },
      ...timed.flatMap((name): Line[] => {
        const measured = times[name];
        if (!measured) return [];
        const hasGoal = measured === book;
        return [
          {
            what: `${name}, ${TIMES} times`,
            ours: typical(measured.wall),
            theirs: processor(measured),
            ratio: null,
            goal: hasGoal ? `≤ ${BOOK} ms` : "–",
            met: hasGoal ? median(measured.wall) <= BOOK : null,
          },
        ];
      }),
    ];
    return { lines, rounds: { few, many, inGroups, together, times } };
  } finally {
    worker.stop();
  }
}

export const g1 = { name: "G1", run };
