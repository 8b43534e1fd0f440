/** Alive: the process answers. */
export const GET = () => Response.json({ status: "alive" });

export const dynamic = "force-dynamic";
