import { get, type IncomingMessage } from "node:http";
import { createParser } from "eventsource-parser";
import type { Change } from "@/domain/reading/change";
import type { CourseAccess } from "@/server/queries/course-access";
import { cookieOf } from "./reader";

/** Who listens to a page's stream, and all that was said to them. */
export class Listener {
  readonly lines: { event: string; data: string }[] = [];
  /** As it came. */
  raw = "";
  status = 0;
  private response: IncomingMessage | null = null;

  constructor(
    private readonly person: CourseAccess,
    /** `prompt=…` or `evidence=1`. */
    private readonly page: string,
  ) {}

  of = (event: string) => this.lines.filter((line) => line.event === event);
  get changes(): Change[] {
    return this.of("change").map(({ data }) => JSON.parse(data) as Change);
  }
  get isOpen() {
    return this.response !== null;
  }

  /** Resolves when the answer has begun. `since`: when the page was read, in milliseconds. */
  async connect(port: number, since: number | "" = "", cookie?: string): Promise<this> {
    const { courseId } = this.person;
    const path = `/api/stream?course=${courseId}&${this.page}`;
    const session = cookie ?? (await cookieOf({ userId: this.person.userId, sessionVersion: 1 }));
    const headers = { cookie: session, "last-event-id": String(since) };
    await new Promise<void>((resolve, reject) => {
      const request = get({ host: "127.0.0.1", port, path, agent: false, headers });
      request.on("error", reject);
      request.on("response", (response) => {
        this.status = response.statusCode ?? 0;
        this.listen(response);
        resolve();
      });
    });
    return this;
  }

  private listen(response: IncomingMessage): void {
    this.response = response;
    const parser = createParser({
      onEvent: ({ event, data }) => this.lines.push({ event: event ?? "", data }),
    });
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      this.raw += chunk;
      parser.feed(chunk);
    });
    const gone = () => {
      if (this.response === response) this.response = null;
    };
    response.on("error", gone).on("close", gone);
  }

  disconnect(): void {
    this.response?.destroy();
    this.response = null;
  }
}
