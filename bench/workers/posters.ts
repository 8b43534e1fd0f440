import { Agent, request } from "node:http";
import { percentile } from "../lib/measure";
import { newComment, type Place } from "../lib/post";
import { answer, now } from "../lib/worker";

export interface PosterQuestions {
  /** One connection for each place, one post after the other on each. */
  post: {
    ask: { url: string; courseId: string; places: Place[]; cookies: string[]; seconds: number };
    answer: { perSecond: number; p50: number; p99: number };
  };
}

function send(agent: Agent, url: string, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let said = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        said += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`A post was answered with ${response.statusCode}: ${said.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

answer<PosterQuestions>({
  async post({ url, courseId, places, cookies, seconds }) {
    const agent = new Agent({ keepAlive: true, maxSockets: places.length });
    const begun = now();
    const times: number[] = [];
    const post = async (place: Place, writer: number) => {
      const headers = {
        "content-type": "application/json",
        cookie: cookies[writer] ?? "",
        "x-writer": String(writer),
      };
      for (let turn = 0; now() < begun + seconds * 1000; turn++) {
        const from = now();
        await send(
          agent,
          url,
          headers,
          JSON.stringify({ json: { courseId, comment: newComment(place, turn) } }),
        );
        times.push(now() - from);
      }
    };
    await Promise.all(places.map(post));
    agent.destroy();
    return {
      perSecond: (times.length * 1000) / (now() - begun),
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
    };
  },
});
