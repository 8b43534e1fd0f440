import { handleUnsubscribe } from "@/server/trpc/unsubscribe";

export const POST = (request: Request) => handleUnsubscribe(request);
