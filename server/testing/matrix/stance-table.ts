import { v7 as uuidv7 } from "uuid";
import { course, type Entry, everyone, instructor, staff } from "./entry";

/** Where people stand, and how the class moved. */
export const stanceTable: Record<string, Entry> = {
  "stance.mine": course(everyone),
  "stance.desk": course(everyone),
  "stance.take": course("no no ok ok no", (scene) => ({
    stance: {
      id: uuidv7(),
      moment: "afterReading",
      readingId: scene.readingId,
      positionId: scene.positionId,
      betweenId: scene.otherPositionId,
      confidence: 3,
      why: "",
      movedBy: { readingId: scene.readingId, paragraphId: scene.paragraphIds[1] },
    },
  })),
  "stance.flow": course(everyone),
  "stance.journeys": course(staff),
  "stance.moved": course(staff),
  "course.setFlow": course(instructor, () => ({ flow: { showsFlow: true, smallestGroup: 5 } })),
};
