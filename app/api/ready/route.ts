import { readiness } from "@/server/queries/readiness";

/** Ready: the database is reached and every migration this build knows is applied; else 503. */
export async function GET() {
  const state = await readiness();
  return Response.json(state, { status: state.ready ? 200 : 503 });
}

export const dynamic = "force-dynamic";
