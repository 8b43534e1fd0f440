import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/root";

type Outputs = inferRouterOutputs<AppRouter>["gradebook"];

export type Gradebook = Outputs["table"];
export type GradebookAssignment = Gradebook["assignments"][number];
export type GradebookRow = Gradebook["students"][number];
export type Cell = GradebookRow["cells"][string];
export type MarksPreview = Outputs["preview"];
export type MarkOutcome = Outputs["setMarks"][number];

/** `known`: all that staff know. `theirs`: what each student sees of their own row. */
export type View = "known" | "theirs";
