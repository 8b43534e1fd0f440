import { v7 as uuidv7 } from "uuid";
import { course, type Entry, staff } from "./entry";
import type { Scene } from "./scene";

const setSave = (scene: Scene) => ({
  set: {
    id: scene.groups.setId,
    version: 1,
    name: "Seminar groups",
    size: 4,
    mixed: false,
    groups: [
      {
        id: scene.groups.a,
        name: "Group A",
        members: [scene.ada.actor.membershipId, scene.liming.actor.membershipId],
      },
      { id: scene.groups.b, name: "The others", members: [scene.stranger.actor.membershipId] },
    ],
  },
});

/** Groups and sections are for staff. */
export const groupTable: Record<string, Entry> = {
  "group.page": course(staff),
  "group.sets": course(staff),
  "group.anew": course(staff, (scene) => ({ setId: scene.automaticSetId })),
  "group.make": course(staff, () => ({ set: { id: uuidv7(), kind: "automatic", size: 3, mixed: true } })),
  "group.save": course(staff, setSave, { "set.groups.0.id": "CONFLICT", "set.groups.1.id": "CONFLICT" }),
  "group.makeAnew": course(staff, (scene) => ({
    anew: { setId: scene.automaticSetId, version: 1, shown: scene.automaticShown },
  })),
  "group.move": course(staff, (scene) => ({
    move: {
      setId: scene.groups.setId,
      membershipId: scene.stranger.actor.membershipId,
      fromId: scene.groups.b,
      toId: scene.groups.a,
    },
  })),
  "group.remove": course(staff, (scene) => ({ setId: scene.sectionsSetId })),
  "section.save": course(staff, (scene) => ({ section: { id: scene.sectionId, name: "Monday" } }), {
    "section.id": "CONFLICT",
  }),
  "section.remove": course(staff, (scene) => ({ sectionId: scene.sectionId })),
  "section.put": course(staff, (scene) => ({
    places: { sectionId: scene.sectionId, membershipIds: [scene.liming.actor.membershipId] },
  })),
};
