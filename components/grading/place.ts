import { type Order, orders, type Show, shows } from "@/components/grading/queue/queue-view";

/** Where one is on the bench: what its address says. */
export interface BenchPlace {
  studentId: string | null;
  order: Order;
  show: Show;
  mine: boolean;
  /** The prompt that is gone through, and the one criterion the digits mark; null for all of them. */
  promptId: string | null;
  criterionId: string | null;
}

/** What an address says; what it does not say, or says wrongly, is as it begins. */
export const readPlace = (query: URLSearchParams): BenchPlace => ({
  studentId: query.get("student"),
  order: orders.find((order) => order === query.get("by")) ?? "group",
  show: shows.find((show) => show === query.get("show")) ?? "all",
  mine: query.get("mine") === "1",
  promptId: query.get("prompt"),
  criterionId: query.get("criterion"),
});

/** The shortest address that says it, without the question mark. */
export function writePlace(place: BenchPlace): string {
  const query = new URLSearchParams();
  if (place.order !== "group") query.set("by", place.order);
  if (place.show !== "all") query.set("show", place.show);
  if (place.mine) query.set("mine", "1");
  if (place.order === "prompt" && place.promptId) query.set("prompt", place.promptId);
  if (place.order === "prompt" && place.criterionId) query.set("criterion", place.criterionId);
  if (place.studentId) query.set("student", place.studentId);
  return query.toString();
}
