import { type RefusalCode, Refused } from "@/domain/refusal";

/** How a command ends: the code of its refusal, or "done". */
export async function refusalOf(work: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}
