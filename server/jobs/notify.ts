import { z } from "zod";
import { id } from "@/domain/id";
import { notifyRoom } from "@/server/commands/notification/notify-room";
import { job } from "./job";

export const notify = job({
  name: "notify",
  input: z.object({ roomId: id }),
  run: ({ roomId }, now) => notifyRoom(roomId, now),
});
