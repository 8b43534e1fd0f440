import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveReading } from "@/server/commands/reading/move-reading";
import { publishSource } from "@/server/commands/source/publish-source";
import { reviseSource } from "@/server/commands/source/revise-source";
import { saveSource } from "@/server/commands/source/save-source";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { Listener } from "@/server/testing/listener";
import { type Streams, serveStreams } from "@/server/testing/streams";

let streams: Streams;
let cast: Cast;
const listeners: Listener[] = [];

beforeAll(async () => {
  streams = await serveStreams(() => today);
  cast = await makeCourse();
});
afterAll(async () => {
  for (const listener of listeners) listener.disconnect();
  await streams.stop();
});

async function reads(versionId: string): Promise<Listener> {
  const listener = new Listener(cast.liming, `reading=${cast.readingId}&version=${versionId}`);
  listeners.push(listener);
  await listener.connect(streams.port);
  await eventually(() => expect([...listener.of("at"), ...listener.of("reset")]).not.toEqual([]));
  return listener;
}

async function nextVersion(): Promise<string> {
  const { title, byline, origin, language, paragraphs } = await reviseSource(
    cast.instructor,
    { id: cast.sourceId },
    today,
  );
  const kept = paragraphs.map(({ number: _number, ...row }) => row);
  const [first] = kept;
  if (!first) throw new Error("no paragraphs");
  const added = [{ ...first, id: uuidv7(), text: "A note before the text." }, ...kept];
  const draft = { title, byline, origin, language, paragraphs: added, setAside: [] };
  await saveSource(cast.instructor, { id: cast.sourceId, revision: 1, draft }, today);
  return (await publishSource(cast.instructor, { id: cast.sourceId, revision: 2 }, today)).versionId;
}

describe("a text that gets a new version", () => {
  it("says so to those who have the former before them, also when they come later", async () => {
    const [there, matrix] = [await reads(cast.versionId), new Listener(cast.liming, "evidence=1")];
    listeners.push(matrix);
    await matrix.connect(streams.port, today.getTime());
    await eventually(() => expect(matrix.of("at")).not.toEqual([]));
    expect(there.of("moved")).toEqual([]);
    const versionId = await nextVersion();
    const { readingId } = cast;
    await moveReading(cast.instructor, { readingId, versionId, from: cast.versionId }, today);
    await eventually(() => expect(there.of("moved")).toHaveLength(1));
    await eventually(() => expect(matrix.changes).toEqual([{ kind: "text", id: readingId, mine: false }]));
    expect((await reads(cast.versionId)).of("moved")).toHaveLength(1);
    expect((await reads(versionId)).of("moved")).toEqual([]);
  });
});
