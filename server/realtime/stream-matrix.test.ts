import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { today } from "@/server/testing/cast";
import { Listener } from "@/server/testing/listener";
import { type Caller, callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { cookieOf } from "@/server/testing/reader";
import { serveStreams } from "@/server/testing/streams";

let scene: Scene;
let elsewhere: Scene;
let streams: Awaited<ReturnType<typeof serveStreams>>;
const open: Listener[] = [];

beforeAll(async () => {
  [scene, elsewhere] = [await makeScene(), await makeScene()];
  streams = await serveStreams(() => today);
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.disconnect();
});
afterAll(() => streams.stop());

async function statusOf(caller: Caller, page: string): Promise<number> {
  const claim = claimOf(scene, elsewhere, caller);
  const listener = new Listener(scene.ada, page);
  open.push(listener);
  return (await listener.connect(streams.port, "", claim ? await cookieOf(claim) : "")).status;
}

/** In the order of `callers`: signed out, instructor, assistant, two students, observer; outsider, withdrawn, revoked. */
const members = "401 200 200 200 200 200 404 404 401";
const staff = "401 200 200 404 404 404 404 404 401";
const nobody = "401 404 404 404 404 404 404 404 401";

const table: Record<string, { page: () => string; answers: string }> = {
  "a reading": { page: () => `reading=${scene.readingId}`, answers: members },
  "a reading that is not published": { page: () => `reading=${scene.draftReadingId}`, answers: staff },
  "another course's reading": { page: () => `reading=${elsewhere.readingId}`, answers: nobody },
  "a prompt": { page: () => `prompt=${scene.promptId}`, answers: members },
  "another course's prompt": { page: () => `prompt=${elsewhere.promptId}`, answers: nobody },
  "the matrix": { page: () => "evidence=1", answers: members },
};

it.each(Object.entries(table))(
  "the stream of %s is for whom the page is",
  async (_name, { page, answers }) => {
    const answered = [];
    for (const caller of callers) answered.push(await statusOf(caller, page()));
    expect(answered.join(" ")).toBe(answers);
  },
);
