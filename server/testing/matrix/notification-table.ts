import { v7 as uuidv7 } from "uuid";
import { today } from "../cast";
import { anybody, course, type Entry, person, staff } from "./entry";

/** What people are told, each of their own alone, and what staff write to them. */
export const notificationTable: Record<string, Entry> = {
  "notification.list": person(() => ({ cursor: null })),
  "notification.unread": person(),
  "notification.read": person(
    (scene) => ({ id: scene.notificationId }),
    "out none none ok none none none none out",
  ),
  "notification.readAll": person(() => ({ through: today })),
  "notification.choices": person(),
  "notification.choose": person(() => ({ kind: "reply", delivery: "daily" })),
  "notification.stops": anybody((scene) => ({ token: scene.unsubscribeToken })),
  "notification.unsubscribe": anybody((scene) => ({ token: scene.unsubscribeToken })),
  "letter.send": course(staff, (scene) => ({
    letter: { id: uuidv7(), to: [scene.ada.actor.membershipId], body: "Dear {name}, come and see me." },
  })),
};
